from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from scipy import stats
from sklearn.linear_model import LinearRegression as LeastSquares
from sklearn.neighbors import KNeighborsRegressor

from core.data import MultiGauss, Plane


def r_squared(model: Any, data: Any) -> float:
    parts = data.load()
    return float(model.fit(parts.train.X, parts.train.y).score(parts.validation.X, parts.validation.y))


@pytest.mark.parametrize("data", [Plane, MultiGauss])
def test_points_are_spread_evenly_over_the_plane(data: Any) -> None:
    points = data(num_samples=2000).load().train.points
    assert stats.kstest(points.ravel(), stats.uniform(-6, 12).cdf).pvalue > 0.001
    assert data().facts().num_train == 600


def test_the_plane_is_a_plane() -> None:
    parts = Plane().load()
    model = LeastSquares().fit(parts.train.X, parts.train.y)
    np.testing.assert_allclose(model.coef_, [[0.1, 0.1]], atol=1e-6)
    np.testing.assert_allclose(model.intercept_, 0, atol=1e-6)
    assert r_squared(LeastSquares(), Plane()) == pytest.approx(1)


def test_noise_is_that_of_points_moved_before_their_target_is_read_off() -> None:
    train = Plane(num_samples=5000, noise=0.25).load().train
    noise = train.y[:, 0] - train.points.sum(axis=1) / 10
    # The sum of two uniform numbers within 0.25 * 6 / 10 is triangular within twice that.
    width = 2 * 0.25 * 6 / 10
    assert stats.kstest(noise, stats.triang(0.5, -width, 2 * width).cdf).pvalue > 0.001


def test_hills_and_valleys_are_those_of_the_playground() -> None:
    def height(x1: float, x2: float) -> float:
        found = 0.0
        for c1, c2, sign in ((-4, 2.5, 1), (0, 2.5, -1), (4, 2.5, 1), (-4, -2.5, -1), (0, -2.5, 1), (4, -2.5, -1)):
            here = sign * min(1.0, max(0.0, 1 - float(np.hypot(x1 - c1, x2 - c2)) / 2))
            found = here if abs(here) > abs(found) else found
        return found

    train = MultiGauss().load().train
    np.testing.assert_allclose(train.y[:, 0], [height(*point) for point in train.points], atol=1e-6)
    assert train.y.min() < -0.8
    assert train.y.max() > 0.8


def test_a_line_is_lost_over_hills_and_neighbours_are_not() -> None:
    assert r_squared(LeastSquares(), MultiGauss()) < 0.1
    assert r_squared(KNeighborsRegressor(3), MultiGauss()) > 0.8
