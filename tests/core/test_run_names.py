"""The names that runs get by themselves."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from core.experiment import Experiment, with_value
from core.presets import experiment_name, load_preset
from core.run_names import run_name
from core.runs import Runs
from core.texts import retold, use_translator
from tests.core.outcomes import run_outcome
from tests.core.strategies import experiments

CIRCLE = load_preset("circle")


def changed(*edits: tuple[str, object], experiment: Experiment = CIRCLE) -> Experiment:
    for path, value in edits:
        experiment = with_value(experiment, path, value)
    return experiment


@pytest.mark.parametrize(
    ("edits", "name"),
    [
        ([], "Circle"),
        ([("layers.0.activation", "relu")], "Circle · ReLU"),
        ([("layers.0.activation", "none")], "Circle · no activation"),
        ([("layers.0.units", 8)], "Circle · Dense 1 units 8"),
        ([("layers.0.activation", "relu"), ("training.num_epochs", 10)], "Circle · ReLU, epochs 10"),
        ([("optimizer.kind", "sgd")], "Circle · SGD, learning rate 0.1"),
        ([("layers.0.use_bias", False)], "Circle · Dense 1 bias off"),
        ([("name", "Mine"), ("training.num_epochs", 10)], "Mine"),
        (
            [("data.noise", 0.1), ("data.seed", 3), ("training.num_epochs", 10), ("training.batch_size", 5)],
            "Circle · noise 0.1, data seed 3, epochs 10, …",
        ),
    ],
)
def test_what_differs_from_the_preset_is_in_the_name(edits: list[tuple[str, object]], name: str) -> None:
    assert run_name(changed(*edits), Runs()) == name


def test_other_experiments_are_compared_with_their_first_run() -> None:
    mine = changed(("name", "Mine"))
    runs = Runs().added("0", run_name(mine, Runs()), "2026-01-01T00:00:00", run_outcome(mine))
    other = changed(("optimizer.learning_rate", 0.5), experiment=mine)
    assert run_name(other, runs) == "Mine · learning rate 0.5"
    runs = runs.added("1", run_name(other, runs), "2026-01-01T00:00:01", run_outcome(other))
    runs = runs.added("2", run_name(other, runs), "2026-01-01T00:00:02", run_outcome(other))
    assert [run.name for run in runs] == ["Mine", "Mine · learning rate 0.5", "Mine · learning rate 0.5 (2)"]


def test_names_and_differences_are_told_in_other_languages() -> None:
    english = run_name(changed(("training.num_epochs", 10)), Runs())
    chinese = {"Circle": "圆", "Epochs": "迭代周期", "{setting:lower} {value}": "{setting:lower} {value}"}
    try:
        use_translator(lambda text: chinese.get(text, text))
        assert run_name(changed(("training.num_epochs", 10)), Runs()) == "圆 · 迭代周期 10"
        assert retold(english) == "圆 · 迭代周期 10"
        assert experiment_name(CIRCLE) == "圆"
        assert experiment_name(changed(("name", "Epochs"))) == "Epochs", "what the user calls something stays"
    finally:
        use_translator(None)


@settings(max_examples=20)
@given(experiments)
def test_every_run_has_a_name_in_one_line(experiment: Experiment) -> None:
    named = experiment.model_copy(update={"name": "Circle"})
    name = run_name(named, Runs())
    assert name.startswith("Circle")
    assert "\n" not in name
