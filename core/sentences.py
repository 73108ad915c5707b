"""Sentences that a beginner understands, made from pydantic's validation errors."""

from __future__ import annotations

import dataclasses
import difflib
import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any, get_args, get_origin

from pydantic import ValidationError
from pydantic.fields import FieldInfo

from core.fields import SMALLEST, FieldFacts, FieldKind, Value, Variant, field_facts
from core.texts import say, unsaid

_EXPECTED = {
    "int": unsaid("a whole number"),
    "float": unsaid("a number"),
    "bool": unsaid("true or false"),
    "text": unsaid("a text in quotes"),
    "texts": unsaid("a list of texts"),
    "numbers": unsaid("a list of numbers"),
    "choice": unsaid("one of the known words"),
    "choices": unsaid("a list of known words"),
    "records": unsaid("a list of groups of settings"),
    "variant": unsaid("a group of settings in braces"),
    "variants": unsaid("a list of groups of settings"),
}
_EXAMPLES = {
    "texts": '["a", "b"]',
    "numbers": "[2, -3.4]",
    "records": "[{...}, {...}]",
    "variants": "[{...}, {...}]",
}
_SIMPLE = {
    "missing": unsaid("this is missing. Add it."),
    "finite_number": unsaid("this must be a finite number, not NaN or infinity."),
}
_COUNTED = {
    "cell": (unsaid("1 cell"), unsaid("{number} cells")),
    "character": (unsaid("1 character"), unsaid("{number} characters")),
    "class": (unsaid("1 class"), unsaid("{number} classes")),
    "entry": (unsaid("1 entry"), unsaid("{number} entries")),
    "epoch": (unsaid("1 epoch"), unsaid("{number} epochs")),
    "kept run": (unsaid("1 kept run"), unsaid("{number} kept runs")),
    "label": (unsaid("1 label"), unsaid("{number} labels")),
    "number": (unsaid("1 number"), unsaid("{number} numbers")),
    "output": (unsaid("1 output"), unsaid("{number} outputs")),
    "run": (unsaid("1 run"), unsaid("{number} runs")),
    "seed": (unsaid("1 seed"), unsaid("{number} seeds")),
    "target": (unsaid("1 target"), unsaid("{number} targets")),
    "unit": (unsaid("1 unit"), unsaid("{number} units")),
    "value": (unsaid("1 value"), unsaid("{number} values")),
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
    named, what = places[0].named or say("an experiment"), _what(entries[0], places[0])
    number = _num_others(places)
    if number == 1:
        return say("{path}: {what} One more place is wrong.", path=named, what=what)
    if number:
        return say("{path}: {what} {number} more places are wrong.", path=named, what=what, number=number)
    return say("{path}: {what}", path=named, what=what)


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


def _num_others(places: list[_Place]) -> int:
    """Return how many more places are wrong."""
    paths = {place.path for place in places}
    # A list with a wrong entry is not wrong a second time for being too short without it.
    above = {path.rpartition(".")[0] for path in paths}
    return len(paths - above - {places[0].path})


def no_such_setting(name: str, known: Iterable[str]) -> str:
    """Return a sentence about a setting that does not exist, with the nearest one that does, or else all of them."""
    names = list(known)
    near = difflib.get_close_matches(name.lower(), names, n=1)
    if near:
        return say("there is no setting {name} here. Did you mean '{near}'?", name=shown(name), near=near[0])
    return say("there is no setting {name} here. There is: {names}.", name=shown(name), names=", ".join(names))


def not_known(word: Any, known: Iterable[str]) -> str:
    """Return a sentence about a word that is none of those that are known."""
    if isinstance(word, str):
        return say("{word} is not known. {remedy}", word=shown(word), remedy=one_of(known))
    return say("{given} does not fit here. {remedy}", given=shown(word), remedy=one_of(known))


def one_of(words: Iterable[str]) -> str:
    """Return "Choose one of: a, b, c."."""
    return say("Choose one of: {words}.", words=", ".join(words))


def counted(number: int, noun: str) -> str:
    """Return a number with its noun, such as "1 class", "10 classes" or "2 entries"; ``noun`` is one of a few."""
    one, many = _COUNTED[noun]
    return say(one) if number == 1 else say(many, number=number)


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
        if not title or title.lower() == said.lower():
            return self.path
        return say("{path} ({title})", path=self.path, title=say(title))


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
    if kind in _SIMPLE:
        return say(_SIMPLE[kind])
    if kind == "extra_forbidden":
        return no_such_setting(str(entry["loc"][-1]), place.known)
    if kind == "union_tag_not_found":
        return say("'kind' is missing. {remedy}", remedy=one_of(place.known))
    if kind == "union_tag_invalid":
        return say("the kind {what}", what=not_known(context["tag"], place.known))
    if kind == "too_near_to_zero":
        if place.facts is None or place.facts.minimum_excluded:
            text = unsaid("{given} is too near to 0 to compute with. Give at least {least:g}.")
        else:
            text = unsaid("{given} is too near to 0 to compute with. Give 0 or at least {least:g}.")
        return say(text, given=shown(given), least=SMALLEST)
    if kind in ("string_too_long", "too_long", "too_short", "chosen_twice", "wrong_form"):
        return _wrong_form(kind, context, place.facts)
    return _unfit(kind, given, place.facts)


def _unfit(kind: str, given: Any, facts: FieldFacts | None) -> str:
    """Return what is wrong about a value of another type, or out of range."""
    if facts is None:
        return say("{given} does not fit here.", given=shown(given))
    if kind.startswith(("greater_than", "less_than")):
        return say("{given} is out of range. {remedy}", given=shown(given), remedy=allowed(facts))
    advice = _advice(given, facts)
    # The point that is too many must be seen.
    value = json.dumps(given) if isinstance(given, float) and advice else shown(given)
    text = unsaid("{given} does not fit here. {remedy} {advice}")
    if not advice:
        text = unsaid("{given} does not fit here. {remedy}")
    return say(text, given=value, remedy=allowed(facts), advice=advice)


def refusal(given: float | str, facts: FieldFacts) -> str:
    """Return why a field takes neither this number nor a text that is none, and what it takes."""
    low = -math.inf if facts.minimum is None else facts.minimum
    high = math.inf if facts.maximum is None else facts.maximum
    is_outside = not isinstance(given, str) and (given < low or given > high)
    return _unfit("less_than" if is_outside else "", given, facts)


def _wrong_form(kind: str, context: Mapping[str, Any], facts: FieldFacts | None) -> str:
    if kind == "wrong_form":
        return str(context["sentence"])
    if facts is not None and facts.kind == "choices":
        if kind == "too_short":
            return say("nothing is chosen. {remedy}", remedy=allowed(facts))
        return say("something is chosen twice. {remedy}", remedy=allowed(facts))
    if kind == "string_too_long":
        most = counted(context["max_length"], "character")
        return say("this text is too long. At most {most} fit here.", most=most)
    if kind == "too_long":
        entries = counted(context["actual_length"], "entry")
        return say("{entries} are too many. At most {most} fit here.", entries=entries, most=context["max_length"])
    return say("this list is too short. Give at least {least}.", least=counted(context["min_length"], "entry"))


def _advice(given: Any, facts: FieldFacts) -> str:
    """Return what to do about a number that is only written wrongly, or nothing."""
    if facts.kind == "int" and isinstance(given, float) and given.is_integer():
        return say("Write {number:.0f}, without a decimal point.", number=given)
    if facts.kind in ("int", "float") and isinstance(given, str) and _is_number(given):
        return say("Write numbers without quotes.")
    if facts.kind == "choices":
        return say('Write a list, such as ["{name}"].', name=next(iter(facts.choices)))
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
        return say("a group in braces")
    if isinstance(given, list | tuple):
        return say("a list")
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


def listed(parts: Sequence[str]) -> str:
    """Return texts one after the other, with commas; if they can be told in another language, so can this."""
    return reduce(lambda first, second: say("{first}, {second}", first=first, second=second), parts) if parts else ""


def allowed(facts: FieldFacts) -> str:
    """Return a sentence that says what a field accepts, such as "Give a whole number from 1 to 100000."."""
    if facts.kind == "choice" and facts.choices:
        return one_of(facts.choices)
    if facts.kind == "choices":
        return say("Choose one or more of: {words}.", words=", ".join(facts.choices))
    what = _in_bounds(say(_EXPECTED[facts.kind]), facts)
    if facts.kind in _EXAMPLES:
        what = say("{what}, such as {example}", what=what, example=_EXAMPLES[facts.kind])
    if facts.word:
        what = say("{what}, or '{word}'", what=what, word=facts.word)
    return say("Give {what}.", what=what)


def _in_bounds(what: str, facts: FieldFacts) -> str:
    """Return such as "a whole number from 1 to 10"."""
    if facts.minimum is None and facts.maximum is None:
        return what
    templates = {
        (None, True): unsaid("{what} less than {high}"),
        (None, False): unsaid("{what} at most {high}"),
        (True, None): unsaid("{what} greater than {low}"),
        (False, None): unsaid("{what} from {low}"),
        (True, True): unsaid("{what} greater than {low} and less than {high}"),
        (True, False): unsaid("{what} greater than {low} and at most {high}"),
        (False, True): unsaid("{what} from {low} to less than {high}"),
        (False, False): unsaid("{what} from {low} to {high}"),
    }
    low, high = facts.minimum, facts.maximum
    key = None if low is None else facts.minimum_excluded, None if high is None else facts.maximum_excluded
    return say(
        templates[key],
        what=what,
        low="" if low is None else number_text(low),
        high="" if high is None else number_text(high),
    )
