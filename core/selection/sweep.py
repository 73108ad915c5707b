"""A sweep: the same experiment with one or two settings over given values, and over several seeds."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import Field, JsonValue, ValidationError, model_validator

from core.errors import ExperimentError
from core.experiment import Experiment, with_value
from core.fields import Value, setting
from core.plain_json import refuse_unstorable
from core.selection.cells import Cell, programs_of
from core.selection.paths import title_of
from core.sentences import counted, number_text, sentence, shown
from core.texts import say

MAX_CELLS = 1000
"""More runs nobody waits for, and no table shows."""

MAX_VALUES = 50
_SEEDED = {"training": ("training.seed",), "data": ("data.seed",), "both": ("training.seed", "data.seed")}


class SweptSetting(Value):
    """A setting and the values that it takes, one after the other."""

    path: str = setting(
        title="Setting", help="Its place in the experiment, such as optimizer.learning_rate or layers.0.units."
    )
    values: tuple[JsonValue, ...] = setting(
        title="Values", help="What it takes; a value may be a whole group or list.", max_length=MAX_VALUES
    )
    labels: tuple[str, ...] = setting(
        (), title="Labels", help="How the values are called, if they are groups or lists.", max_length=MAX_VALUES
    )

    @property
    def names(self) -> tuple[str, ...]:
        """How each value is called on an axis or in a table."""
        return self.labels or tuple(_name(value) for value in self.values)


class Sweep(Value):
    """One or two settings over given values, and several seeds for each.

    Raises:
        ExperimentError: a sentence, if a path or a value does not fit the experiment, something stands twice, or there
            would be too many cells.
    """

    name: str = setting("Untitled", title="Name", help="Name of the sweep.", max_length=200)
    notes: str = setting("", title="Notes", help="What the sweep is meant to show.", max_length=100_000)
    experiment: Experiment = setting(title="Experiment", help="What is run; the swept settings change it.")
    settings: Annotated[tuple[SweptSetting, ...], Field(min_length=1)] = setting(
        title="Settings",
        help="One or two settings with their values: the first downwards, the second across.",
        max_length=2,
    )
    seeds: Annotated[tuple[Annotated[int, Field(ge=0, le=2**31 - 1)], ...], Field(min_length=1)] = setting(
        (0,), title="Seeds", help="Every cell is run with each of them.", max_length=MAX_VALUES
    )
    seeded: Literal["training", "data", "both"] = setting(
        "training",
        title="Seeds draw",
        help="First weights and order of the samples, or the data, or both.",
        choices={"training": "the training", "data": "the data", "both": "training and data"},
    )

    @classmethod
    def made(cls, **fields: Any) -> Sweep:
        """Make a sweep from fields: values, or trees as JSON has them.

        Raises:
            ExperimentError: a sentence that names the field.
        """
        tree = {name: _tree(value) for name, value in fields.items()}
        refuse_unstorable({name: node for name, node in tree.items() if name != "experiment"})
        try:
            return cls.model_validate_json(json.dumps(tree))
        except ValidationError as error:
            raise ExperimentError(sentence(error, cls)) from error

    def changed(self, **fields: Any) -> Sweep:
        """Return a sweep with some fields changed.

        Raises:
            ExperimentError: a sentence that names the field.
        """
        return self.made(**{name: getattr(self, name) for name in type(self).model_fields} | fields)

    @property
    def shape(self) -> tuple[int, ...]:
        """The number of values of each setting."""
        return tuple(len(setting.values) for setting in self.settings)

    @property
    def titles(self) -> tuple[str, ...]:
        """How the settings are called."""
        return tuple(title_of(self.experiment, setting.path) for setting in self.settings)

    @property
    def num_cells(self) -> int:
        """How many runs there are."""
        return _product(self.shape) * len(self.seeds)

    def places(self) -> Iterator[Place]:
        """Yield all places, seed by seed within value by value."""
        for index in _indices(self.shape):
            for seed in self.seeds:
                yield Place(index, seed)

    def experiment_at(self, index: Sequence[int], seed: int) -> Experiment:
        """Return the experiment with the values at ``index``, one position for each setting, and a seed.

        Raises:
            ExperimentError: the values do not fit together; a sentence that names the field.
        """
        experiment = self.experiment
        for swept, i in zip(self.settings, index, strict=True):
            experiment = with_value(experiment, swept.path, _plain(swept.values[i]))
        for path in _SEEDED[self.seeded]:
            experiment = with_value(experiment, path, seed)
        return experiment

    def cells(self) -> tuple[Cell, ...]:
        """Return all cells, seed by seed within value by value.

        Raises:
            ExperimentError: values that are right alone do not fit together.
        """
        found = ((place.key, self.experiment_at(place.index, place.seed)) for place in self.places())
        return tuple(Cell(key, experiment, programs=programs_of(experiment)) for key, experiment in found)

    @model_validator(mode="after")
    def _fits(self) -> Sweep:
        _refuse_doubles(self)
        if self.num_cells > MAX_CELLS:
            product = " × ".join(str(number) for number in (*self.shape, len(self.seeds)))
            raise ExperimentError(
                say(
                    "settings: {product} are {num_cells:,} runs. At most {max_cells:,} are possible: take "
                    "fewer values or seeds.",
                    product=product,
                    num_cells=self.num_cells,
                    max_cells=MAX_CELLS,
                )
            )
        for swept in self.settings:
            for value in swept.values:
                with_value(self.experiment, swept.path, _plain(value))
        for path in _SEEDED[self.seeded]:
            with_value(self.experiment, path, self.seeds[0])
        return self


@dataclass(frozen=True)
class Place:
    """Where a cell stands: the position of its value in each setting, and its seed."""

    index: tuple[int, ...]
    seed: int

    @property
    def key(self) -> str:
        """The key of the cell, such as "value 2, 1, seed 0"; positions count from 1."""
        return f"value {', '.join(str(i + 1) for i in self.index)}, seed {self.seed}"


def _refuse_doubles(sweep: Sweep) -> None:
    """Refuse what stands twice, and names that do not belong to values."""
    paths = [swept.path for swept in sweep.settings]
    if len(set(paths)) < len(paths):
        raise ExperimentError(
            say("settings: {paths} stands here twice. Choose another second setting.", paths=shown(paths[0]))
        )
    if len(set(sweep.seeds)) < len(sweep.seeds):
        raise ExperimentError(say("seeds: a seed stands here twice. Remove one of them."))
    seeded = [path for path in paths if path in _SEEDED[sweep.seeded]]
    if seeded:
        raise ExperimentError(
            say("settings: {seeded} is drawn by the seeds already. Give its values as seeds.", seeded=seeded[0])
        )
    for i, swept in enumerate(sweep.settings):
        where = f"settings.{i} ({swept.path})"
        if not swept.values:
            raise ExperimentError(say("{where}: there are no values. Give at least one.", where=where))
        texts = [_identity(value) for value in swept.values]
        double = next((v for v, text in zip(swept.values, texts, strict=True) if texts.count(text) > 1), None)
        if len(set(texts)) < len(texts):
            raise ExperimentError(
                say(
                    "{where}: the value {double} stands here twice. Remove one of them.",
                    where=where,
                    double=shown(double),
                )
            )
        if swept.labels and len(swept.labels) != len(swept.values):
            raise ExperimentError(
                say(
                    "{where}: {labels} for {values}. Give as many labels as values, or none.",
                    where=where,
                    labels=counted(len(swept.labels), "label"),
                    values=counted(len(swept.values), "value"),
                )
            )


def _identity(value: Any) -> str:
    """Return a text that equal values share: 1 and 1.0 are one value, but 1 and true are two."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return json.dumps(float(value) if is_number else value, sort_keys=True)


def _tree(field: Any) -> Any:
    """Return a field as JSON has it."""
    if isinstance(field, Value):
        return field.model_dump(mode="json")
    return [_tree(entry) for entry in field] if isinstance(field, list | tuple) else field


def _name(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return number_text(value)
    if isinstance(value, dict) and isinstance(value.get("kind"), str):
        return str(value["kind"])
    return value if isinstance(value, str) else json.dumps(value)


def _plain(value: Any) -> Any:
    """Return a copy of a JSON value that shares nothing with the sweep."""
    return json.loads(json.dumps(value))


def _product(numbers: Sequence[int]) -> int:
    product = 1
    for number in numbers:
        product *= number
    return product


def _indices(shape: Sequence[int]) -> Iterator[tuple[int, ...]]:
    if not shape:
        yield ()
        return
    for first in range(shape[0]):
        for rest in _indices(shape[1:]):
            yield (first, *rest)
