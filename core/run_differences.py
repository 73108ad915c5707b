"""What differs between the experiments of two runs, in a few words: ``learning rate 0.1 → 0.5, + Dropout 0.2``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any

from core.events import SettingsChanged, UnitSwitched, WeightSet
from core.experiment import Experiment, LiveSettings
from core.fields import FieldFacts, Value, Variant, field_facts
from core.layers import Dropout, LayerBase
from core.outcome import RunOutcome
from core.sentences import listed, shortened
from core.texts import say

_NAMELESS = ("name", "notes")  # they say nothing of the run itself
_UNSEEN = ("kind", "name")  # of a layer
_LONG = ("file", "sha256")
_FUNCTIONS = ("activation", "function")
_CHANGED_FIELD, _MOVED = 0.6, 1.0  # so that three changed fields are still the same layer, and four another one


@dataclass(frozen=True)
class Difference:
    """One difference in full, ``epochs 20 → 10``, and in brief, ``epochs 10``; in the language of now."""

    text: str
    brief: str


def differences(before: Experiment, after: Experiment) -> tuple[str, ...]:
    """Return the differences of two experiments in the order of their settings; none if both describe the same run.

    Titles are those of the fields; a title that several groups have, such as "Seed", is told apart by its group.
    """
    return tuple(found.text for found in found_differences(before, after))


def found_differences(before: Experiment, after: Experiment) -> tuple[Difference, ...]:
    """Return the differences of two experiments, as :func:`differences` does, with what is said of them in brief."""
    several = _ambiguous_titles(before, after)
    found: list[Difference] = []
    for name in Experiment.model_fields:
        old, new = getattr(before, name), getattr(after, name)
        if name in _NAMELESS or old == new:
            continue
        if isinstance(new, Value):
            found.extend(_group_differences(field_facts(Experiment, name).title, old, new, several))
        else:
            found.extend(_layer_differences(old, new))
    return tuple(found)


def live_differences(outcome: RunOutcome) -> tuple[str, ...]:
    """Return what was done to a run while it went on: its last settings against the first, and what was set by hand."""
    settings = [change.settings for change in outcome.changes if isinstance(change, SettingsChanged)]
    found = differences(outcome.experiment, _with_live(outcome.experiment, settings[-1])) if settings else ()
    if any(isinstance(change, WeightSet) for change in outcome.changes):
        found += (say("weights set by hand"),)
    if any(isinstance(change, UnitSwitched) for change in outcome.changes):
        found += (say("units switched by hand"),)
    return found


def _with_live(experiment: Experiment, settings: LiveSettings) -> Experiment:
    """Return the experiment with other live settings."""
    rates, optimizer = iter(settings.dropout_rates), experiment.optimizer
    layers = (
        layer.model_copy(update={"rate": next(rates, layer.rate)}) if isinstance(layer, Dropout) else layer
        for layer in experiment.layers
    )
    live = {
        "layers": tuple(layers),
        "optimizer": optimizer.model_copy(update={"learning_rate": settings.learning_rate, "wd": settings.wd}),
        "penalty": experiment.penalty.model_copy(update={"l1": settings.l1, "l2": settings.l2}),
    }
    return experiment.model_copy(update=live)


def layer_text(layer: LayerBase) -> str:
    """Return a layer in a few words, such as ``Dense 256 ReLU``: what it is known by, and what is not usual."""
    words = [say(layer.title)]
    names = [name for name in type(layer).model_fields if name not in (*_UNSEEN, *_LONG)]
    names.sort(key=lambda name: name == "shares")
    for position, name in enumerate(names):
        facts, value = field_facts(type(layer), name), getattr(layer, name)
        # The first setting tells units, rate or function, but for layers with fine adjustments only.
        known_by = position == 0 and (facts.kind != "float" or facts.live)
        if (not known_by and value == facts.default) or not _matters(layer, facts):
            continue
        text = _value_text(facts, value)
        if not text:
            continue
        named = facts.kind == "bool" or not (known_by or facts.kind == "choice")
        words.append(say("{setting:lower} {value}", setting=say(facts.title), value=text) if named else text)
    return reduce(lambda first, second: say("{first} {second}", first=first, second=second), words)


def _ambiguous_titles(*experiments: Experiment) -> frozenset[str]:
    """Return the titles of fields that more than one group of these experiments has."""
    places: set[tuple[str, str]] = set()
    for group in Experiment.model_fields:
        for model in {type(getattr(experiment, group)) for experiment in experiments}:
            if issubclass(model, Value):
                places |= {(group, field_facts(model, name).title) for name in model.model_fields}
    counts = Counter(title for _, title in places)
    return frozenset(title for title, count in counts.items() if count > 1)


def _group_differences(group: str, old: Any, new: Any, several: frozenset[str]) -> Iterator[Difference]:
    """Yield what differs between two values of one group of settings, whose title is ``group``."""
    other_kind = isinstance(new, Variant) and old.kind != new.kind
    if other_kind:
        yield Difference(_changed(say(group), say(old.title), say(new.title)), say(new.title))
    for name in type(new).model_fields:
        facts = field_facts(type(new), name)
        if name == "kind" or not _matters(new, facts):
            continue
        value = getattr(new, name)
        before = getattr(old, name, facts.default)
        usual_in_both = name not in type(old).model_fields or before == field_facts(type(old), name).default
        if value == before or (other_kind and usual_in_both and value == facts.default):
            continue
        what = say(facts.title)
        if facts.title in several and not facts.title.startswith(group):
            what = say("{first:lower} {second:lower}", first=say(group), second=what)
        yield _difference(facts, what, before, value)


def _difference(facts: FieldFacts, what: str, before: Any, after: Any) -> Difference:
    """Return how a setting, called ``what``, differs."""
    old, new = _value_text(facts, before), _value_text(facts, after)
    named = say("{setting:lower} {value}", setting=what, value=new)
    if facts.kind == "bool":
        return Difference(named, named)
    if old == new or not old or not new:
        other = say("other {setting:lower}", setting=what)
        return Difference(other, other)
    brief = named
    if facts.name in _FUNCTIONS:
        # Which function it is says all; a number needs its name.
        brief = new if after != "none" else say("no {setting:lower}", setting=what)
    return Difference(_changed(what, old, new), brief)


def _changed(what: str, old: str, new: str) -> str:
    return say("{setting:lower} {old} → {new}", setting=what, old=old, new=new)


def _layer_differences(old: Sequence[LayerBase], new: Sequence[LayerBase]) -> Iterator[Difference]:
    """Yield what differs between two stacks; layers of which a stack has several are numbered among their kind."""
    counts = Counter(layer.kind for layer in new)
    for before, after in _aligned(old, new):
        if before is None and after is not None:
            text = say("+ {layer}", layer=layer_text(new[after]))
            yield Difference(text, text)
        elif after is None and before is not None:
            text = say("− {layer}", layer=layer_text(old[before]))
            yield Difference(text, text)
        elif before is not None and after is not None and old[before] != new[after]:
            layer = new[after]
            number = sum(other.kind == layer.kind for other in new[: after + 1])
            where = say(layer.title)
            if counts[layer.kind] > 1:
                where = say("{layer} {number}", layer=where, number=number)
            for name in type(layer).model_fields:
                values = getattr(old[before], name), getattr(layer, name)
                if values[0] != values[1] and name not in _UNSEEN:
                    yield _in_layer(where, field_facts(type(layer), name), *values)


def _in_layer(where: str, facts: FieldFacts, before: Any, after: Any) -> Difference:
    found = _difference(facts, say(facts.title), before, after)
    brief = found.brief if facts.name in _FUNCTIONS else say("{layer} {change}", layer=where, change=found.brief)
    return Difference(say("{layer} {change}", layer=where, change=found.text), brief)


def _aligned(old: Sequence[LayerBase], new: Sequence[LayerBase]) -> list[tuple[int | None, int | None]]:
    """Return pairs of positions that stand for the same layer, None for a layer that only one stack has.

    The least costly way from one stack to the other, as in the edit distance of two texts (Wagner and Fischer, 1974).
    """
    costs = [[_MOVED * (i + j) for j in range(len(new) + 1)] for i in range(len(old) + 1)]
    for i, before in enumerate(old, start=1):
        for j, after in enumerate(new, start=1):
            kept = costs[i - 1][j - 1] + _cost(before, after)
            costs[i][j] = min(kept, costs[i - 1][j] + _MOVED, costs[i][j - 1] + _MOVED)
    pairs: list[tuple[int | None, int | None]] = []
    i, j = len(old), len(new)
    while i or j:
        if i and j and costs[i][j] == costs[i - 1][j - 1] + _cost(old[i - 1], new[j - 1]):
            i, j = i - 1, j - 1
            pairs.append((i, j))
        elif i and costs[i][j] == costs[i - 1][j] + _MOVED:
            i -= 1
            pairs.append((i, None))
        else:
            j -= 1
            pairs.append((None, j))
    return pairs[::-1]


def _cost(before: LayerBase, after: LayerBase) -> float:
    """Return how much one layer is changed by becoming the other."""
    if before.kind != after.kind:
        return 4 * _MOVED
    changed = [name for name in type(after).model_fields if getattr(before, name) != getattr(after, name)]
    return _CHANGED_FIELD * len(changed)


def _matters(owner: Value, facts: FieldFacts) -> bool:
    return facts.only_when is None or getattr(owner, facts.only_when[0]) == facts.only_when[1]


def _value_text(facts: FieldFacts, value: Any) -> str:
    """Return a value as people write it; an empty text for what is too long to be written."""
    if isinstance(value, bool):
        return say("on") if value else say("off")
    if isinstance(value, str):
        known = facts.choices.get(value) or (value if value == facts.word else "")
        return say(known) if known else shortened(value)
    if isinstance(value, int | float):
        return f"{value:g}" if isinstance(value, float) else str(value)
    if isinstance(value, Variant):
        return say(value.title)
    if facts.kind == "choices":
        return listed([say(facts.choices.get(word, word)) for word in value])
    if facts.kind == "numbers" and len(value) <= 6:
        return f"[{', '.join(f'{number:g}' for number in value)}]"
    return "" if value is not None else say("none")
