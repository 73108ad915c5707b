"""What differs between the experiments of two runs, in a few words: ``learning rate 0.1 → 0.5, + Dropout 0.2``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from core.events import SettingsChanged, UnitSwitched, WeightSet
from core.experiment import Experiment, LiveSettings
from core.fields import FieldFacts, Value, Variant, field_facts
from core.layers import Dropout, LayerBase
from core.outcome import RunOutcome
from core.sentences import shortened

_NAMELESS = ("name", "notes")  # they say nothing of the run itself
_UNSEEN = ("kind", "name")  # of a layer
_LONG = ("file", "sha256")
_CHANGED_FIELD, _MOVED = 0.6, 1.0  # so that three changed fields are still the same layer, and four another one


def differences(before: Experiment, after: Experiment) -> tuple[str, ...]:
    """Return the differences of two experiments in the order of their settings; none if both describe the same run.

    Titles are those of the fields; a title that several groups have, such as "Seed", is told apart by its group.
    """
    several = _ambiguous_titles(before, after)
    found: list[str] = []
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
        found += ("weights set by hand",)
    if any(isinstance(change, UnitSwitched) for change in outcome.changes):
        found += ("units switched by hand",)
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
    words = [layer.title]
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
        words.append(f"{_in_sentence(facts.title)} {text}" if named else text)
    return " ".join(words)


def _ambiguous_titles(*experiments: Experiment) -> frozenset[str]:
    """Return the titles of fields that more than one group of these experiments has."""
    places: set[tuple[str, str]] = set()
    for group in Experiment.model_fields:
        for model in {type(getattr(experiment, group)) for experiment in experiments}:
            if issubclass(model, Value):
                places |= {(group, field_facts(model, name).title) for name in model.model_fields}
    counts = Counter(title for _, title in places)
    return frozenset(title for title, count in counts.items() if count > 1)


def _group_differences(title: str, old: Any, new: Any, several: frozenset[str]) -> Iterator[str]:
    """Yield what differs between two values of one group of settings."""
    other_kind = isinstance(new, Variant) and old.kind != new.kind
    if other_kind:
        yield f"{_in_sentence(title)} {old.title} → {new.title}"
    for name in type(new).model_fields:
        facts = field_facts(type(new), name)
        if name == "kind" or not _matters(new, facts):
            continue
        value = getattr(new, name)
        before = getattr(old, name, facts.default)
        usual_in_both = name not in type(old).model_fields or before == field_facts(type(old), name).default
        if value == before or (other_kind and usual_in_both and value == facts.default):
            continue
        named = facts.title in several and not facts.title.startswith(title)
        yield (f"{_in_sentence(title)} " if named else "") + _change(facts, before, value)


def _change(facts: FieldFacts, before: Any, after: Any) -> str:
    old, new = _value_text(facts, before), _value_text(facts, after)
    title = _in_sentence(facts.title)
    if facts.kind == "bool":
        return f"{title} {new}"
    return f"{title} {old} → {new}" if old != new and old and new else f"other {title}"


def _layer_differences(old: Sequence[LayerBase], new: Sequence[LayerBase]) -> Iterator[str]:
    """Yield what differs between two stacks; layers of which a stack has several are numbered among their kind."""
    counts = Counter(layer.kind for layer in new)
    for before, after in _aligned(old, new):
        if before is None and after is not None:
            yield f"+ {layer_text(new[after])}"
        elif after is None and before is not None:
            yield f"− {layer_text(old[before])}"
        elif before is not None and after is not None and old[before] != new[after]:
            layer = new[after]
            number = sum(other.kind == layer.kind for other in new[: after + 1])
            where = f"{layer.title} {number}" if counts[layer.kind] > 1 else layer.title
            for name in type(layer).model_fields:
                values = getattr(old[before], name), getattr(layer, name)
                if values[0] != values[1] and name not in _UNSEEN:
                    yield f"{where} {_change(field_facts(type(layer), name), *values)}"


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
        return "on" if value else "off"
    if isinstance(value, str):
        return facts.choices.get(value, shortened(value))
    if isinstance(value, int | float):
        return f"{value:g}" if isinstance(value, float) else str(value)
    if isinstance(value, Variant):
        return value.title
    if facts.kind == "choices":
        return ", ".join(facts.choices.get(word, word) for word in value)
    if facts.kind == "numbers" and len(value) <= 6:
        return f"[{', '.join(f'{number:g}' for number in value)}]"
    return "" if value is not None else "none"


def _in_sentence(title: str) -> str:
    """Return a title as it stands inside a sentence; abbreviations and signs stay as they are."""
    return title[:1].lower() + title[1:] if title[1:2].islower() or title[1:2] == " " else title
