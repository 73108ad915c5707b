"""What the Weights tab remembers, and the densities that it makes of histograms, against NumPy."""

from __future__ import annotations

import numpy as np
import pytest

from desktop_app.plots.weights_series import Histogram, Timeline, density_map, held


def histogram(values, bins=10):
    counts, edges = np.histogram(values, bins=bins)
    return Histogram(counts.astype(float), edges.astype(float))


@pytest.mark.parametrize("every", [1, 7, 100])
def test_a_long_run_is_remembered_ever_more_thinly_but_evenly_and_to_its_end(every):
    timeline = Timeline(20)
    for step in range(0, 5000 * every, every):
        timeline.add(step, str(step))
        assert len(timeline) <= 20
        assert timeline.steps[-1] == step
    assert timeline.values == [str(step) for step in timeline.steps]
    gaps = np.diff(timeline.steps)
    assert timeline.steps[0] == 0
    assert len(timeline) >= 8
    assert gaps[:-1].max() <= 2.1 * gaps[:-1].min()


def test_a_short_run_is_remembered_wholly_and_a_step_only_once():
    timeline = Timeline(20)
    for step in (0, 1, 2, 2, 3):
        timeline.add(step, step)
    assert timeline.steps == [0, 1, 2, 3]
    np.testing.assert_array_equal(timeline.nearest(np.array([-5, 0.4, 0.6, 2.2, 99])), [0, 0, 1, 2, 3])


def test_the_density_is_that_of_numpy_and_its_outline_bounds_an_area_of_one():
    values = np.random.RandomState(0).normal(size=1000)
    found = histogram(values, 30)
    np.testing.assert_allclose(found.density, np.histogram(values, bins=30, density=True)[0])
    x, y = found.outline()
    assert np.trapz(y, x) == pytest.approx(1.0)


def test_shares_between_other_edges_keep_what_was_counted():
    values = np.random.RandomState(1).uniform(-1, 1, size=2000)
    found = histogram(values, 40)
    np.testing.assert_allclose(found.shares(found.edges), found.counts / 2000)
    coarse = found.edges[::4]
    np.testing.assert_allclose(found.shares(coarse), np.histogram(values, coarse)[0] / 2000)
    fine = np.linspace(-2, 2, 500)
    assert found.shares(fine).sum() == pytest.approx(1.0)
    assert found.shares(np.array([5.0, 6.0])) == pytest.approx(0.0)


def test_quantiles_lie_around_those_of_numpy():
    values = np.random.RandomState(2).normal(size=5000)
    found, width = histogram(values, 100), np.ptp(values) / 100
    low, high = found.quantiles(0.01, 0.99)
    assert np.quantile(values, 0.01) - width <= low <= np.quantile(values, 0.01)
    assert np.quantile(values, 0.99) <= high <= np.quantile(values, 0.99) + width
    assert found.quantiles(0.0, 1.0) == (values.min(), values.max())


def test_the_map_has_the_nearest_histogram_at_every_moment():
    random = np.random.RandomState(3)
    first, second = histogram(random.normal(size=500)), histogram(random.normal(scale=3, size=500))
    timeline = Timeline(20)
    timeline.add(0, first)
    timeline.add(100, second)
    rows = np.linspace(-6, 6, 25)
    found = density_map(timeline, np.array([0.0, 49.0, 51.0, 100.0]), rows)
    assert found.shape == (24, 4)
    for column, one in zip(found.T, (first, first, second, second), strict=True):
        np.testing.assert_allclose(column, one.shares(rows) / one.shares(rows).max(), rtol=1e-6)


def test_a_range_holds_all_ranges():
    assert held([]) == (-1.0, 1.0)
    low, high = held([(-1, 0), (2, 3)])
    assert -1.2 < low < -1
    assert 3 < high < 3.2
    low, high = held([(5, 5)])
    assert low < 5 < high
