"""Sentences that a beginner understands, made from pydantic's validation errors."""

from __future__ import annotations

import dataclasses
import difflib
import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, get_args, get_origin

from pydantic import ValidationError
from pydantic.fields import FieldInfo

from core.fields import SMALLEST, FieldFacts, FieldKind, Value, Variant, field_facts

_EXPECTED = {
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "text": "a text in quotes",
    "texts": "a list of texts",
    "numbers": "a list of numbers",
    "choice": "one of the known words",
    "choices": "a list of known words",
    "records": "a list of groups of settings",
    "variant": "a group of settings in braces",
    "variants": "a list of groups of settings",
}
_EXAMPLES = {
    "texts": ', such as ["a", "b"]',
    "numbers": ", such as [2, -3.4]",
    "records": ", such as [{...}, {...}]",
    "variants": ", such as [{...}, {...}]",
}
_ENTRY_KINDS: dict[FieldKind, FieldKind] = {
    "choices": "choice",
    "numbers": "float",
    "records": "variant",
    "texts": "text",
    "variants": "variant",
}
_LONGEST_SHOWN = 40


def sentence(error: ValidationError, model: type[Value]) -> str:
    """Return what is wrong in one or two sentences that begin with the field, such as ``training.num_epochs``.

    Args:
        error: raised by validating ``model``; its first entry is explained, the others are counted.
        model: the class that was validated.
    """
    entries = error.errors(include_url=False)
    places = [_locate(entry["loc"], model) for entry in entries]
    return f"{places[0].named or 'an experiment'}: {_what(entries[0], places[0])}{_others(places)}"


def without_path(text: str, path: str) -> str:
    """Return a sentence of :func:`sentence` without the field that it begins with, to stand beside that field.

    Args:
        text: such as "training.num_epochs (Epochs): 0 is out of range."; one about another field keeps its beginning.
        path: of the field or the group beside which it is shown.
    """
    named, _, what = text.partition(": ")
    place = named.partition(" (")[0]
    same = what and (place.startswith(path) or path.startswith(place))
    return what[:1].upper() + what[1:] if same else text


def _others(places: list[_Place]) -> str:
    """Return how many more places are wrong, as a sentence or nothing."""
    paths = {place.path for place in places}
    # A list with a wrong entry is not wrong a second time for being too short without it.
    above = {path.rpartition(".")[0] for path in paths}
    number = len(paths - above - {places[0].path})
    return "" if not number else " One more place is wrong." if number == 1 else f" {number} more places are wrong."


def no_such_setting(name: str, known: Iterable[str]) -> str:
    """Return a sentence about a setting that does not exist, with the nearest one that does, or else all of them."""
    names = list(known)
    near = difflib.get_close_matches(name.lower(), names, n=1)
    remedy = f"Did you mean '{near[0]}'?" if near else f"There is: {', '.join(names)}."
    return f"there is no setting {shown(name)} here. {remedy}"


def not_known(word: Any, known: Iterable[str]) -> str:
    """Return a sentence about a word that is none of those that are known."""
    return f"{shown(word)} {'is not known' if isinstance(word, str) else 'does not fit here'}. {one_of(known)}"


def one_of(words: Iterable[str]) -> str:
    """Return "Choose one of: a, b, c."."""
    return f"Choose one of: {', '.join(words)}."


def counted(number: int, noun: str) -> str:
    """Return a number with its noun, such as "1 class", "10 classes" or "2 entries"."""
    if number == 1:
        return f"1 {noun}"
    if noun.endswith("y"):
        return f"{number} {noun[:-1]}ies"
    return f"{number} {noun}{'es' if noun.endswith('s') else 's'}"


@dataclass(frozen=True)
class _Place:
    """Where a value stands: its path as a file has it, what is known of its field.

    ``known`` holds the names of the settings that stand there, or of the kinds.
    """

    path: str
    facts: FieldFacts | None = None
    known: tuple[str, ...] = ()

    @property
    def named(self) -> str:
        """The path, with the title that the window shows where the path does not say it already."""
        title = self.facts.title if self.facts else ""
        said = self.path.rpartition(".")[2].replace("_", " ")
        return self.path if not title or title.lower() == said.lower() else f"{self.path} ({title})"


def _locate(loc: tuple[int | str, ...], model: type[Value]) -> _Place:
    """Return the place of an error; pydantic's union tags are no part of its path."""
    path: list[str] = []
    place = _Place("")
    current: type[Value] | None = model
    rest = list(loc)
    while rest and current is not None:
        name = str(rest.pop(0))
        path.append(name)
        field = current.model_fields.get(name)
        if field is None:
            return _Place(shortened(".".join(path)), None, tuple(current.model_fields))
        facts = field_facts(current, name)
        alternatives = _alternatives(field)
        if get_origin(field.annotation) is tuple and rest:
            path.append(str(rest.pop(0)))
            facts = dataclasses.replace(facts, kind=_ENTRY_KINDS[facts.kind], title="", max_length=None)
        place = _Place(".".join(path), facts, tuple(c.kind_name() for c in alternatives if issubclass(c, Variant)))
        current = None
        if len(alternatives) == 1:
            current = alternatives[0]
        elif alternatives and rest:
            tag = rest.pop(0)
            current = next((c for c in alternatives if issubclass(c, Variant) and c.kind_name() == tag), None)
    return place


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


def _what(entry: Any, place: _Place) -> str:
    kind, given, context = entry["type"], entry.get("input"), entry.get("ctx", {})
    if kind == "missing":
        return "this is missing. Add it."
    if kind == "extra_forbidden":
        return no_such_setting(str(entry["loc"][-1]), place.known)
    if kind == "union_tag_not_found":
        return f"'kind' is missing. {one_of(place.known)}"
    if kind == "union_tag_invalid":
        return f"the kind {not_known(context['tag'], place.known)}"
    if kind == "finite_number":
        return "this must be a finite number, not NaN or infinity."
    if kind == "too_near_to_zero":
        zero = "" if place.facts is None or place.facts.minimum_excluded else "0 or "
        return f"{shown(given)} is too near to 0 to compute with. Give {zero}at least {SMALLEST:g}."
    if kind in ("string_too_long", "too_long", "too_short", "chosen_twice"):
        return _wrong_length(kind, context, place.facts)
    if place.facts is None:
        return f"{shown(given)} does not fit here."
    if kind.startswith(("greater_than", "less_than")):
        return f"{shown(given)} is out of range. {allowed(place.facts)}"
    advice = _advice(given, place.facts)
    # The point that is too many must be seen.
    value = json.dumps(given) if isinstance(given, float) and advice else shown(given)
    return f"{value} does not fit here. {allowed(place.facts)}{advice}"


def _wrong_length(kind: str, context: Mapping[str, Any], facts: FieldFacts | None) -> str:
    if facts is not None and facts.kind == "choices":
        what = "nothing is chosen" if kind == "too_short" else "something is chosen twice"
        return f"{what}. {allowed(facts)}"
    if kind == "string_too_long":
        return f"this text is too long. At most {counted(context['max_length'], 'character')} fit here."
    if kind == "too_long":
        return f"{counted(context['actual_length'], 'entry')} are too many. At most {context['max_length']} fit here."
    return f"this list is too short. Give at least {counted(context['min_length'], 'entry')}."


def _advice(given: Any, facts: FieldFacts) -> str:
    """Return what to do about a number that is only written wrongly, or nothing."""
    if facts.kind == "int" and isinstance(given, float) and given.is_integer():
        return f" Write {given:.0f}, without a decimal point."
    if facts.kind in ("int", "float") and isinstance(given, str) and _is_number(given):
        return " Write numbers without quotes."
    if facts.kind == "choices":
        return f' Write a list, such as ["{next(iter(facts.choices))}"].'
    return ""


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def shown(given: Any) -> str:
    """Return a value as a file has it, shortened; of a group or list only that it is one."""
    if isinstance(given, Mapping):
        return "a group in braces"
    if isinstance(given, list | tuple):
        return "a list"
    if isinstance(given, str):
        return f"'{shortened(given)}'"
    finite = isinstance(given, float) and math.isfinite(given)
    return number_text(given) if finite else shortened(json.dumps(given))


def number_text(value: float | int) -> str:
    """Return the shortest text that means exactly ``value``, as a user would type it: "1", "0.1", "1e-5"."""
    if isinstance(value, int):
        return str(value)
    mantissa, _, exponent = repr(value).partition("e")
    mantissa = mantissa.removesuffix(".0")
    return f"{mantissa}e{int(exponent)}" if exponent else mantissa


def shortened(text: str) -> str:
    """Return a text in one line of at most 40 characters that can be printed everywhere."""
    start = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text[:_LONGEST_SHOWN])
    return start if len(text) <= _LONGEST_SHOWN else start[:-1] + "…"


def allowed(facts: FieldFacts) -> str:
    """Return a sentence that says what a field accepts, such as "Give a whole number from 1 to 100000."."""
    if facts.kind == "choice" and facts.choices:
        return one_of(facts.choices)
    if facts.kind == "choices":
        return f"Choose one or more of: {', '.join(facts.choices)}."
    words = ["Give", _EXPECTED[facts.kind]]
    if facts.minimum is not None:
        words.append(f"{'greater than' if facts.minimum_excluded else 'from'} {number_text(facts.minimum)}")
    if facts.maximum is not None:
        link = "and" if facts.minimum_excluded else "to" if facts.minimum is not None else ""
        # "from 0 to less than 1", "greater than 0 and at most 1000", "at most 5"
        bound = "less than " if facts.maximum_excluded else "at most " if link != "to" else ""
        words.append(f"{link} {bound}{number_text(facts.maximum)}".strip())
    return " ".join(words) + _EXAMPLES.get(facts.kind, "") + (f", or '{facts.word}'" if facts.word else "") + "."
