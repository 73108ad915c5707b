"""Verdicts on outcomes made by hand, at the edges of the bands."""

from __future__ import annotations

import math

import numpy as np
import pytest

from core.data import Data, LinearRegression, Polynomial
from core.events import EpochDone, RunEnded, RunStarted
from core.experiment import Experiment
from core.outcome import RunOutcome
from core.verdicts import MEASURES, Computed, Entry, Figure, accuracy, judge, number_text, train_loss, validation_loss

ENTRY = Entry("key", "The book", "Title", "words", (accuracy("0.876", 0.84, 0.88), train_loss("0.375")))


def outcome(
    *,
    reason: str = "finished",
    train: float = 0.5,
    validation: float | None = 0.25,
    share: float | None = 0.86,
    parameters: dict[str, np.ndarray] | None = None,
    data: Data | None = None,
    epochs: int = 1,
) -> RunOutcome:
    experiment = Experiment() if data is None else Experiment(data=data)
    done = tuple(EpochDone(1, e, e, train, share, validation, share, 1.0, 1.0) for e in range(1, epochs + 1))
    ended = RunEnded(1, 7, reason, "How it ended.", validation, share, parameters=parameters)  # type: ignore[arg-type]
    return RunOutcome(RunStarted(1, experiment, 10, 10, 0, 1, 3), done, ended)


@pytest.mark.parametrize(
    ("value", "inside"),
    [(0.84, True), (0.88, True), (0.8399, False), (0.8801, False), (math.nan, False), (None, False)],
)
def test_both_ends_belong_to_a_band(value: float | None, inside: bool) -> None:
    assert Figure("a", "A", low=0.84, high=0.88).holds(value) is inside


@pytest.mark.parametrize(("value", "inside"), [(math.nan, True), (math.inf, True), (1e300, False), (None, False)])
def test_what_overflows_in_the_book_must_overflow_here(value: float | None, inside: bool) -> None:
    assert Figure("a", "A", "nan", finite=False).holds(value) is inside


def test_without_a_band_any_finite_number_will_do() -> None:
    assert Figure("a", "A").holds(-1e30)
    assert not Figure("a", "A").holds(math.inf)


@pytest.mark.parametrize(
    ("figure", "band"),
    [
        (Figure("a", "A", low=0.84, high=0.88), "0.84 – 0.88"),
        (Figure("a", "A", high=0.02), "≤ 0.02"),
        (Figure("a", "A", low=1e15), "≥ 1e15"),
        (Figure("a", "A", low=4, high=4), "= 4"),
        (Figure("a", "A", finite=False), "inf, nan"),
        (Figure("a", "A"), ""),
    ],
)
def test_a_band_is_written_in_signs(figure: Figure, band: str) -> None:
    assert figure.band == band


def test_a_training_is_judged_by_all_its_figures() -> None:
    verdict = judge(ENTRY, outcome(share=0.862, train=0.4))
    assert verdict.inside
    assert [comparison.value for comparison in verdict.comparisons] == [0.862, 0.4]
    assert not judge(ENTRY, outcome(share=0.8801)).inside
    assert not judge(ENTRY, outcome(train=math.nan)).inside


@pytest.mark.parametrize("reason", ["stopped", "diverged", "failed"])
def test_a_training_that_did_not_finish_is_outside_and_says_why(reason: str) -> None:
    verdict = judge(ENTRY, outcome(reason=reason))
    assert not verdict.inside
    assert verdict.sentence == "How it ended."


def test_a_training_that_is_to_diverge_must() -> None:
    entry = Entry("key", "g", "t", "w", (Figure("steps", "Steps", high=7),), ends="diverged")
    assert judge(entry, outcome(reason="diverged", validation=None, share=None, epochs=0)).inside
    verdict = judge(entry, outcome())
    assert not verdict.inside
    assert verdict.comparisons[0].inside


def test_a_run_without_epochs_has_no_training_loss() -> None:
    verdict = judge(ENTRY, outcome(reason="diverged", epochs=0, share=None))
    assert [comparison.value for comparison in verdict.comparisons] == [None, None]


def test_the_gap_is_the_ratio_of_the_losses() -> None:
    assert MEASURES["gap"](outcome(train=0.5, validation=25.0)) == 50
    assert MEASURES["gap"](outcome(train=0.0)) is None
    assert MEASURES["gap"](outcome(validation=None)) is None


@pytest.mark.parametrize(
    "data", [LinearRegression(w=(2.0, -3.4), b=4.2), Polynomial(coefficients=(2.0, -3.4), bias=4.2)]
)
def test_parameters_are_compared_with_the_true_ones(data: Data) -> None:
    found = {"0.weight": np.array([[2.01, -3.4]], np.float32), "0.bias": np.array([4.18], np.float32)}
    assert MEASURES["parameter_error"](outcome(data=data, parameters=found)) == pytest.approx(0.02, abs=1e-6)


def test_where_parameters_mean_something_else_there_is_nothing_to_compare() -> None:
    found = {"0.weight": np.zeros((1, 1), np.float32), "0.bias": np.zeros(1, np.float32)}
    error = MEASURES["parameter_error"]
    assert error(outcome(parameters=found)) is None, "digits have no true weights"
    assert error(outcome(data=Polynomial(), parameters=found)) is None, "of degree 1, not 3"
    assert error(outcome(data=Polynomial(), parameters={"0.weight": np.zeros((1, 4), np.float32)})) is None
    assert error(outcome(data=LinearRegression())) is None


def test_a_computation_is_judged_by_the_values_it_gives() -> None:
    entry = Entry("key", "g", "t", "w", (Figure("a", "A", high=1), Figure("b", "B", finite=False)), computed=True)
    assert judge(entry, Computed({"a": 1.0, "b": math.nan, "c": 3.0}, 0.1)).inside
    assert not judge(entry, Computed({"a": 1.1, "b": math.nan}, 0.1)).inside
    verdict = judge(entry, Computed({"a": 1.0}, 0.1))
    assert verdict.comparisons[1].value is None
    assert not verdict.inside


def test_the_losses_of_a_figure_are_those_of_the_end() -> None:
    assert MEASURES[train_loss().name](outcome(train=0.5)) == 0.5
    assert MEASURES[validation_loss().name](outcome(validation=0.25)) == 0.25
    assert MEASURES[accuracy().name](outcome(share=0.86)) == 0.86
    assert MEASURES["steps"](outcome()) == 7


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.84312, "0.8431"),
        (1.5e-9, "1.5e-9"),
        (3e20, "3e20"),
        (1e-10, "1e-10"),
        (math.inf, "inf"),
        (math.nan, "nan"),
        (4.0, "4"),
        (269.4, "269.4"),
    ],
)
def test_numbers_have_four_digits(value: float, text: str) -> None:
    assert number_text(value) == text
