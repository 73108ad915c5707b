"""The table of results: complete, in order, and found by key and by experiment."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest

from core.book import ENTRIES, entry_of, find_entry
from core.errors import ExperimentError
from core.experiment import with_value
from core.presets import load_preset, presets
from core.verdicts import MEASURES

TRAININGS = [entry for entry in ENTRIES if not entry.computed]

# What any seed must reach, as the book's results were agreed upon: (figure, low, high).
AGREED = {
    "linear-regression": [("train_loss", -math.inf, 1e-4), ("parameter_error", -math.inf, 0.01)],
    "softmax-regression": [("validation_accuracy", 0.815, 0.855)],
    "mlp": [("validation_accuracy", 0.84, 0.88)],
    "mlp-dropout": [("validation_accuracy", 0.84, 0.88)],
    "polynomial": [("train_loss", -math.inf, 0.02), ("validation_loss", -math.inf, 0.02)],
    "polynomial-underfits": [("train_loss", 20, math.inf)],
    "polynomial-overfits": [("gap", 50, math.inf)],
    "matrix-product": [("largest", 1e15, math.inf)],
    "weight-decay-off": [("weight_norm", 11, 14)],
    "weight-decay": [("weight_norm", 0.03, 0.05)],
    "autograd": [(f"gradient_{i}", 4 * i, 4 * i) for i in range(4)],
    "vector-addition": [("ratio", 100, math.inf)],
}


@pytest.mark.parametrize("key", AGREED)
def test_the_bands_of_the_book_are_those_agreed_upon(key: str) -> None:
    figures = {figure.name: (figure.low, figure.high) for figure in find_entry(key).figures}
    for name, low, high in AGREED[key]:
        assert figures[name] == (low, high)


def test_every_preset_has_a_row_and_every_row_a_preset() -> None:
    assert {entry.key for entry in TRAININGS} == {preset.name for preset in presets()}
    assert len({entry.key for entry in ENTRIES}) == len(ENTRIES)


@pytest.mark.parametrize("entry", TRAININGS, ids=lambda entry: entry.key)
def test_a_training_stands_where_its_preset_stands(entry) -> None:  # type: ignore[no-untyped-def]
    (preset,) = [preset for preset in presets() if preset.name == entry.key]
    assert (entry.group, entry.title) == (preset.group, preset.title)
    assert {figure.name for figure in entry.figures} <= set(MEASURES)
    assert not entry.explanation


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.key)
def test_a_row_says_what_is_done_and_compares_something(entry) -> None:  # type: ignore[no-untyped-def]
    assert entry.configuration
    assert any(figure.band for figure in entry.figures)
    assert entry.computed == bool(entry.explanation)
    assert all(figure.low <= figure.high for figure in entry.figures)


def test_rows_of_one_group_stand_together() -> None:
    groups = [entry.group for entry in ENTRIES]
    assert groups[0] == "The book"
    assert sum(first != second for first, second in pairwise(groups)) == len(set(groups)) - 1


@pytest.mark.parametrize("entry", TRAININGS, ids=lambda entry: entry.key)
def test_an_experiment_is_recognised_whatever_its_seed_and_name(entry) -> None:  # type: ignore[no-untyped-def]
    experiment = load_preset(entry.key)
    assert entry_of(experiment) is entry
    renamed = experiment.model_copy(update={"name": "Mine", "notes": "Other words."})
    assert entry_of(with_value(renamed, "training.seed", 77)) is entry


def test_another_experiment_is_no_row() -> None:
    mlp = load_preset("mlp")
    assert entry_of(with_value(mlp, "training.num_epochs", 6)) is None
    assert entry_of(with_value(mlp, "data.seed", 1)) is None
    assert entry_of(with_value(mlp, "layers.0.units", 255)) is None


def test_an_unknown_key_is_answered_with_those_that_there_are() -> None:
    with pytest.raises(ExperimentError) as caught:
        find_entry("autgrad")
    text = str(caught.value)
    assert text.startswith(
        "There is no result 'autgrad' to compare with. Did you mean autograd? The results are: linear"
    )
