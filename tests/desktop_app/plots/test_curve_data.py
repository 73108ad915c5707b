from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from core.history import History
from desktop_app.plots.curve_data import Envelope, RunCurves, drawable, drawable_log
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
    run.set_figure("accuracy")
    reading = run.nearest(1.0)
    assert reading.batch_lower is None
    assert reading.at_epoch("train", "lower") is None
    assert reading.batch_loss is not None


def test_the_lower_curves_show_the_chosen_figure() -> None:
    history = finished_run(3)
    history.epochs = [
        replace(epoch, validation_metrics={"log_loss": 1 / epoch.epoch}, weight_norm=10.0 * epoch.epoch)
        for epoch in history.epochs
    ]
    run = RunCurves(history)
    run.update()
    for figure, train, validation in (
        ("accuracy", [0.51, 0.52, 0.53], [0.46, 0.47, 0.48]),
        ("log_loss", [np.nan] * 3, [1, 1 / 2, 1 / 3]),
        ("weight_norm", [10, 20, 30], [np.nan] * 3),
        ("", [np.nan] * 3, [np.nan] * 3),
    ):
        run.set_figure(figure)
        np.testing.assert_allclose(run.points("train_lower", 0, 3)[1], train)
        np.testing.assert_allclose(run.points("validation_lower", 0, 3)[1], validation)
        assert len(run.points("batch_lower", 0, 3)[0]) == (12 if figure == "accuracy" else 0)
        np.testing.assert_allclose(run.points("train_loss", 0, 3)[1], [2.15, 1.15, 2 / 3 + 0.15])


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
