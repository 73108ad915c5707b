from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from core.events import BatchDone, RunEnded
from core.history import History
from desktop_app.plots.curve_data import RunCurves
from desktop_app.plots.curve_ranges import (
    figure_range,
    log_range,
    loss_range,
    nice_ceiling,
    run_loss_range,
    share_range,
    x_range,
)
from tests.desktop_app.plots.runs import epoch_events, fill, finished_run, started


@pytest.mark.parametrize(
    ("value", "expected"), [(1.0, 1.0), (1.01, 1.2), (2.3, 2.5), (0.37, 0.4), (7e30, 8e30), (9.9e-8, 1e-7)]
)
def test_round_numbers_above(value: float, expected: float) -> None:
    assert nice_ceiling(value) == pytest.approx(expected)


@given(st.floats(1e-300, 1e300))
def test_round_numbers_are_near_above(value: float) -> None:
    assert value * (1 - 1e-8) <= nice_ceiling(value) <= 1.5 * value


def test_the_axis_of_epochs_grows_in_steps_up_to_the_plan() -> None:
    history = fill(History(), started(100, 30))
    rights = []
    for step in range(1, 3001):
        history.add(BatchDone(1, step, 1 + (step - 1) // 100, 1, 1.0, 0.5))
        run = RunCurves(history)
        left, right = x_range([run])
        assert left < 0 < run.end < right
        rights.append(round(right / 1.02, 9))
    assert list(dict.fromkeys(rights)) == [0.2, 0.5, 1, 2, 5, 10, 20, 30]


def test_the_axis_of_an_ended_run_ends_with_it() -> None:
    history = fill(History(), started(4, 30), *epoch_events(1, [1.0] * 4), RunEnded(1, 4, "stopped", "Stopped"))
    assert x_range([RunCurves(history)])[1] == pytest.approx(1.02)


NONE = np.empty(0)


def test_the_beginning_stays_in_the_picture() -> None:
    batches = 0.4 + 2 * np.exp(-np.arange(500) / 5)
    low, high = loss_range(batches[:5], batches, np.array([0.6, 0.45]))
    assert low < 0
    assert np.median(batches[:5]) < high < 2.4
    assert loss_range(np.array([2.3, 400.0, 2.4, 2.2, 2.3]), batches, NONE)[1] < 3, "one spike does not count"
    bottom, top = share_range()
    assert bottom < 0 < 1 < top


@example([0.0, 0.0, 0.0, 0.0, 5e-324], 1)
@given(st.lists(st.floats(0, 1e6), min_size=5, max_size=60), st.integers(1, 7))
def test_the_picture_only_grows_while_a_run_goes_on(found: list[float], per_epoch: int) -> None:
    history, tops = fill(History(), started(per_epoch, 99)), []
    for epoch in range(1, len(found) // per_epoch + 1):
        fill(history, *epoch_events(epoch, found[(epoch - 1) * per_epoch : epoch * per_epoch]))
        run = RunCurves(history)
        run.update()
        if len(history.batch_loss) >= 5:
            tops.append(run_loss_range(run, history.batch_loss)[1])
    assert tops == sorted(tops)


def test_a_diverging_loss_leaves_the_picture_at_its_top() -> None:
    batches = np.concatenate([np.linspace(2.3, 0.5, 100), 10.0 ** np.arange(38)])
    high = loss_range(batches[:5], batches, np.array([1.0, 1e30]))[1]
    assert 2.3 < high < 25
    bottom, top = log_range(np.log10(batches), np.array([0.0]))
    assert bottom < math.log10(0.5)
    assert top > 37


@pytest.mark.parametrize("values", [[], [0.0], [5.0], [-3.0, -2.0], [0.3, 0.3, 0.3], [1e-12]])
def test_ranges_are_never_empty(values: list[float]) -> None:
    array = np.array(values)
    for low, high in (
        loss_range(array, array, NONE),
        loss_range(NONE, NONE, array),
        log_range(array, NONE),
    ):
        assert low < high
        assert all(low <= value <= high for value in values)


def test_several_runs_are_all_in_the_picture() -> None:
    short, long = RunCurves(finished_run(2)), RunCurves(finished_run(9))
    for run in (short, long):
        run.update()
    assert x_range([short, long]) == x_range([long])


@pytest.mark.parametrize(
    ("figure", "values", "bottom", "top"),
    [
        ("accuracy", [0.1, 0.2], 0, 1),
        ("r2", [0.2, 0.9], 0, 1),
        ("r2", [-30.0, 0.9], -1, 1),
        ("weight_norm", [0.1, 7.0], 0, 8),
        ("learning_rate", [0.0, 0.0], 0, 1),
        ("rmse", [2.0, 1.0], 0, 2.5),
    ],
)
def test_each_figure_has_its_range(figure: str, values: list[float], bottom: float, top: float) -> None:
    history = finished_run(2)
    history.epochs = [
        replace(
            epoch, train_accuracy=v, validation_accuracy=None, train_metrics={figure: v}, weight_norm=v, learning_rate=v
        )
        for epoch, v in zip(history.epochs, values, strict=True)
    ]
    run = RunCurves(history)
    run.set_figure(figure)
    margin = 0.02 * (top - bottom)
    assert figure_range(figure, [run]) == pytest.approx((bottom - margin, top + margin))
