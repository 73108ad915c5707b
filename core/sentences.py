"""Sentences that a beginner understands, made from pydantic's validation errors."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args, get_origin

from pydantic import ValidationError
from pydantic.fields import FieldInfo

from core.fields import FieldFacts, Value, Variant, field_facts

_EXPECTED = {
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "text": "a text in quotes",
    "numbers": "a list of numbers, such as [2, -3.4]",
    "choice": "one of the known words",
    "variant": "a group of settings in braces",
}


def sentence(error: ValidationError, model: type[Value]) -> str:
    """Return what is wrong in one or two sentences that name the field, such as ``training.num_epochs``.

    Args:
        error: raised by validating ``model``; its first entry is explained, the others are counted.
        model: the class that was validated.
    """
    entries = error.errors(include_url=False)
    # Of a field that takes a number or the word "auto", the complaint about the number says more.
    first = next((entry for entry in entries if entry["type"] != "literal_error"), entries[0])
    path, facts = _locate(first["loc"], model)
    text = f"{path}: {_what(first, facts)}" if path else _what(first, facts)
    others = len({_locate(entry["loc"], model)[0] for entry in entries} - {path})
    more = "" if not others else " One more place is wrong." if others == 1 else f" {others} more places are wrong."
    return text + more


def _locate(loc: tuple[int | str, ...], model: type[Value]) -> tuple[str, FieldFacts | None]:
    """Return the path as a file has it, without pydantic's union tags, and the facts of the field it leads to."""
    path: list[str] = []
    facts: FieldFacts | None = None
    current: type[Value] | None = model
    rest = list(loc)
    while rest and current is not None:
        name = str(rest.pop(0))
        path.append(name)
        field = current.model_fields.get(name)
        if field is None:
            return ".".join(path), None
        facts = field_facts(current, name)
        alternatives = _alternatives(field)
        if get_origin(field.annotation) is tuple and rest:
            path.append(str(rest.pop(0)))
            facts = None if alternatives else facts
        current = None
        if len(alternatives) == 1:
            current = alternatives[0]
        elif alternatives and rest:
            tag = rest.pop(0)
            current = next((c for c in alternatives if issubclass(c, Variant) and c.kind_name() == tag), None)
    return ".".join(path), facts


def _alternatives(field: FieldInfo) -> list[type[Value]]:
    """Return the groups of settings that a field may hold."""
    found: list[type[Value]] = []

    def visit(annotation: Any) -> None:
        if isinstance(annotation, type) and issubclass(annotation, Value):
            found.append(annotation)
        for arg in get_args(annotation):
            visit(arg)

    visit(field.annotation)
    return found


def _what(entry: Any, facts: FieldFacts | None) -> str:
    kind, given, context = entry["type"], entry.get("input"), entry.get("ctx", {})
    if kind == "missing":
        return "this is missing. Add it."
    if kind == "extra_forbidden":
        return "there is no such setting. Remove it, or check its spelling."
    if kind == "union_tag_not_found":
        return "'kind' is missing. Say which kind it is."
    if kind == "union_tag_invalid":
        return f"{context['tag']!r} is not known. Choose one of: {context['expected_tags']}."
    if kind == "json_invalid":
        return f"this is not JSON: {context.get('error', 'it cannot be read')}."
    if kind == "finite_number":
        return "this must be a finite number, not NaN or infinity."
    if kind.startswith(("greater_than", "less_than")) and facts is not None:
        return f"{_shown(given)} is out of range. {allowed(facts)}"
    return f"{_shown(given)} does not fit here. {allowed(facts)}" if facts else f"{_shown(given)} does not fit here."


def _shown(given: Any) -> str:
    if isinstance(given, Mapping | list | tuple):
        return "a group or list"
    if isinstance(given, str):
        return f"'{given}'"
    return str(given).lower() if isinstance(given, bool | None) else str(given)


def allowed(facts: FieldFacts) -> str:
    """Return a sentence that says what a field accepts, such as "Give a whole number from 1 to 100000."."""
    if facts.kind == "choice" and facts.choices:
        return f"Choose one of: {', '.join(facts.choices)}."
    words = ["Give", _EXPECTED[facts.kind]]
    if facts.minimum is not None:
        words.append(f"{'greater than' if facts.minimum_excluded else 'from'} {facts.minimum:g}")
    if facts.maximum is not None:
        link = "and" if facts.minimum_excluded else "to" if facts.minimum is not None else ""
        # "from 0 to less than 1", "greater than 0 and at most 1000", "at most 5"
        bound = "less than " if facts.maximum_excluded else "at most " if link != "to" else ""
        words.append(f"{link} {bound}{facts.maximum:g}".strip())
    return " ".join(words) + (", or 'auto'" if facts.auto else "") + "."
