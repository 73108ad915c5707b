"""The settings of an experiment by their paths, such as ``layers.0.units``, with what is known of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from core.experiment import Experiment
from core.fields import FieldFacts, Value, Variant, settings_of
from core.texts import say

_SINGLE = ("int", "float", "bool", "choice")


@dataclass(frozen=True)
class SettingPath:
    """A setting with a single value: its path, its title such as "Layer 1, Dense: Units", and its facts."""

    path: str
    title: str
    facts: FieldFacts


def settings_in(experiment: Experiment) -> tuple[SettingPath, ...]:
    """Return all settings of an experiment that have a single value, in the order of the window."""
    found: list[SettingPath] = []
    for group in settings_of(Experiment):
        node = getattr(experiment, group.name)
        if isinstance(node, tuple):
            for i, layer in enumerate(node):
                found += _inside(layer, f"{group.name}.{i}", partial(_of_layer, i + 1, layer.title))
        elif isinstance(node, Value):
            found += _inside(node, group.name, str)
    return tuple(found)


def title_of(experiment: Experiment, path: str) -> str:
    """Return how a setting is called where it stands alone, such as on an axis; the path itself if it is a group."""
    groups = {facts.name: facts.title for facts in settings_of(Experiment)}
    return next((entry.title for entry in settings_in(experiment) if entry.path == path), groups.get(path, path))


def facts_of(experiment: Experiment, path: str) -> FieldFacts | None:
    """Return the facts of a setting with a single value, or None for anything else."""
    return next((entry.facts for entry in settings_in(experiment) if entry.path == path), None)


def _of_layer(number: int, layer: str, setting: str) -> str:
    return say("Layer {number}, {layer}: {setting}", number=number, layer=say(layer), setting=say(setting))


def _inside(node: Value, path: str, named: Callable[[str], str]) -> Iterator[SettingPath]:
    for facts in settings_of(type(node)):
        value = getattr(node, facts.name)
        here = f"{path}.{facts.name}"
        if facts.kind in _SINGLE:
            yield SettingPath(here, named(facts.title), facts)
        elif isinstance(value, Value) and not isinstance(value, Variant):
            yield from _inside(value, here, named)
