from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from core.events import BatchDone, RunEnded
from core.history import History
from desktop_app.plots.curve_data import (
    Envelope,
    RunCurves,
    accuracy_range,
    drawable,
    drawable_log,
    log_range,
    loss_range,
    nice_ceiling,
    x_range,
)
from tests.desktop_app.plots.runs import epoch_events, fill, finished_run, started

losses = arrays(
    np.float64,
    st.integers(1, 3000),
    elements=st.floats(0, 100) | st.sampled_from([np.nan, np.inf, -np.inf, 0.0]),
    fill=st.floats(0, 100),
)


@given(losses, st.data())
def test_an_envelope_keeps_extremes_and_is_short(values: np.ndarray, data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(values)))
    last = data.draw(st.integers(first, len(values)))
    limit = data.draw(st.integers(20, 500))
    for scale in (drawable, drawable_log):
        indices, y = Envelope(scale).points(values, first, last, limit)
        assert len(indices) == len(y) <= limit
        assert (np.diff(indices) >= 0).all()
        assert not np.isinf(y).any()
        if last == first:
            continue
        assert 0 <= indices[0] <= indices[-1] < last
        wanted, found = scale(values[first:last]), y[np.isfinite(y)]
        if np.isfinite(wanted).any():
            # Groups begin at multiples of their length, so that values before ``first`` may be among them.
            assert found.min() <= np.nanmin(wanted) <= np.nanmax(wanted) <= found.max()
            assert np.isin(found, scale(values[:last])).all()
        if last - first <= limit:
            np.testing.assert_array_equal(y, wanted)


def test_an_envelope_that_grows_is_that_of_the_whole() -> None:
    values = np.random.default_rng(1).normal(size=50_000)
    growing = Envelope(drawable)
    for end in (10, 3_000, 3_001, 20_000, 49_999, 50_000):
        indices, y = growing.points(values[:end], 0, end, 300)
        fresh_indices, fresh_y = Envelope(drawable).points(values[:end], 0, end, 300)
        np.testing.assert_array_equal(indices, fresh_indices)
        np.testing.assert_array_equal(y, fresh_y)


def test_a_growing_curve_stands_still() -> None:
    values = np.random.default_rng(2).normal(size=40_100)
    envelope = Envelope(drawable)
    before_x, before_y = envelope.points(values[:40_000], 0, 40_000, 400)
    after_x, after_y = envelope.points(values, 0, 40_100, 400)
    np.testing.assert_array_equal(before_x[:-2], after_x[: len(before_x) - 2])
    np.testing.assert_array_equal(before_y[:-2], after_y[: len(before_y) - 2])


def test_points_reach_over_the_edges_of_the_view() -> None:
    run = RunCurves(finished_run(5))
    run.update()
    x, _ = run.points("train_loss", 2.2, 3.7)
    np.testing.assert_array_equal(x, [2, 3, 4])
    x, _ = run.points("batch_loss", 1.1, 1.3)
    np.testing.assert_array_equal(x, [1.0, 1.25, 1.5])
    x, _ = run.points("batch_loss", -5.0, -4.0)
    assert len(x) <= 1


def test_the_nearest_values() -> None:
    history = finished_run(3)
    run = RunCurves(history)
    run.update()
    for x in np.linspace(-0.5, 3.5, 41):
        reading = run.nearest(float(x))
        step = int(np.abs(np.arange(1, 13) - x * 4).argmin()) + 1
        assert abs(reading.step - x * 4) == pytest.approx(abs(step - x * 4))
        assert reading.x == reading.step / 4
        assert reading.batch_loss == history.batch_loss[reading.step - 1]
        assert reading.epoch is not None
        assert abs(reading.epoch.epoch - x) == pytest.approx(min(abs(epoch - x) for epoch in (1, 2, 3)))


def test_regression_has_no_accuracy() -> None:
    run = RunCurves(finished_run(2, accuracy=False))
    run.update()
    assert not run.has_accuracy
    reading = run.nearest(1.0)
    assert reading.batch_accuracy is None
    assert reading.batch_loss is not None


def test_many_epochs_are_few_points() -> None:
    history = fill(History(), started(1, 5000))
    for epoch in range(1, 5001):
        fill(history, *epoch_events(epoch, [1 / epoch]))
    run = RunCurves(history)
    run.update()
    x, y = run.points("train_loss", 0, 5000, 600)
    assert 200 < len(x) <= 600
    assert y.max() == 1.0
    assert run.end == 5000


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
        left, right = x_range(run)
        assert left < 0 < run.end < right
        rights.append(round(right / 1.02, 9))
    assert list(dict.fromkeys(rights)) == [0.2, 0.5, 1, 2, 5, 10, 20, 30]


def test_the_axis_of_an_ended_run_ends_with_it() -> None:
    history = fill(History(), started(4, 30), *epoch_events(1, [1.0] * 4), RunEnded(1, 4, "stopped", "Stopped"))
    assert x_range(RunCurves(history))[1] == pytest.approx(1.02)


NONE = np.empty(0)


def test_the_beginning_stays_in_the_picture() -> None:
    batches = 0.4 + 2 * np.exp(-np.arange(500) / 5)
    low, high = loss_range(batches[:5], batches, np.array([0.6, 0.45]))
    assert low < 0
    assert np.median(batches[:5]) < high < 2.4
    assert loss_range(np.array([2.3, 400.0, 2.4, 2.2, 2.3]), batches, NONE)[1] < 3, "one spike does not count"
    bottom, top = accuracy_range()
    assert bottom < 0 < 1 < top


@given(st.lists(st.floats(0, 1e6), min_size=5, max_size=60), st.integers(1, 7))
def test_the_picture_only_grows_while_a_run_goes_on(found: list[float], per_epoch: int) -> None:
    history, tops = fill(History(), started(per_epoch, 99)), []
    for epoch in range(1, len(found) // per_epoch + 1):
        fill(history, *epoch_events(epoch, found[(epoch - 1) * per_epoch : epoch * per_epoch]))
        run = RunCurves(history)
        run.update()
        if len(history.batch_loss) >= 5:
            tops.append(run.loss_range(history.batch_loss)[1])
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
