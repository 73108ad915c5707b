"""Minima of penalised quadratic losses: against SciPy's minimiser, scikit-learn's Lasso and finite differences."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from scipy.optimize import minimize
from sklearn.linear_model import Lasso, Ridge

from core.explorers.ball import BallSetup, ball, minimum, path


def value(setup: BallSetup, w: np.ndarray) -> float:
    away = w - setup.star
    bound = w[setup.penalised]
    penalty = np.square(bound).sum() / 2 if setup.penalty == "l2" else np.abs(bound).sum()
    return float(away @ setup.curvature @ away / 2 + setup.lam * penalty)


setups = st.builds(
    BallSetup,
    penalty=st.sampled_from(["l2", "l1"]),
    plane=st.sampled_from(["weights", "bias_free", "bias_too"]),
    lam=st.floats(0, 10),
    correlation=st.floats(-0.95, 0.95),
    ratio=st.floats(0.2, 2),
    mean=st.floats(-2, 2),
    first=st.floats(-4, 4),
    second=st.floats(-4, 4),
)


@hypothesis_settings(max_examples=40)
@given(setup=setups)
def test_no_other_parameters_are_better(setup):
    found = minimum(setup)
    assert found.loss + found.penalty == pytest.approx(value(setup, found.place), abs=1e-9)
    best = minimize(lambda w: value(setup, w), found.place + 0.1, method="Nelder-Mead", options={"xatol": 1e-6})
    assert value(setup, found.place) <= best.fun + 1e-9


@pytest.mark.parametrize("lam", [0.1, 0.7, 2.0])
@pytest.mark.parametrize("plane", ["weights", "bias_free"])
def test_samples_of_that_covariance_give_the_same_weights(plane, lam):
    """The loss stands for infinitely many samples; these have exactly its moments."""
    for penalty, model in (("l2", Ridge(alpha=1000 * lam, tol=1e-12)), ("l1", Lasso(alpha=lam, tol=1e-12))):
        setup = BallSetup(penalty=penalty, plane=plane, lam=lam)
        raw = np.random.default_rng(0).standard_normal((1000, 2))
        raw -= raw.mean(axis=0)
        white = raw @ np.linalg.inv(np.linalg.cholesky(raw.T @ raw / 1000)).T
        if plane == "weights":
            X = white @ np.linalg.cholesky(setup.curvature).T
            model.set_params(fit_intercept=False).fit(X, X @ setup.star)
            wanted = model.coef_
        else:
            X = white[:, :1] + setup.mean
            model.fit(X, setup.first * X[:, 0] + setup.second)
            wanted = [model.coef_[0], model.intercept_]
        np.testing.assert_allclose(minimum(setup).place, wanted, atol=1e-5)


def test_l1_makes_weights_exactly_zero_and_l2_does_not():
    assert minimum(BallSetup(penalty="l1", lam=1.0)).num_zeros == 1
    assert minimum(BallSetup(penalty="l1", lam=10.0)).num_zeros == 2
    assert minimum(BallSetup(penalty="l2", lam=10.0)).num_zeros == 0
    free = minimum(BallSetup(penalty="l1", plane="bias_free", lam=10.0))
    assert free.place.tolist() == [0, pytest.approx(1.5 + 2.5 * 0.5)]


@pytest.mark.parametrize("penalty", ["l2", "l1"])
def test_the_minimum_lies_on_its_ball_and_the_path_begins_at_the_star(penalty):
    setup = BallSetup(penalty=penalty)
    found = minimum(setup)
    outline = ball(setup, found.radius)
    order = 2 if penalty == "l2" else 1
    np.testing.assert_allclose(np.linalg.norm(outline, order, axis=1), found.radius)
    assert np.linalg.norm(found.place, order) == pytest.approx(found.radius)
    way = path(setup, np.array([0.0, 1.0, 10.0]))
    np.testing.assert_allclose(way[0], setup.star)
    assert (np.diff(np.linalg.norm(way, order, axis=1)) < 0).all()


def test_a_free_bias_leaves_a_strip():
    setup = BallSetup(plane="bias_free")
    outline = ball(setup, 0.5)
    assert set(np.abs(outline[:, 0])) == {0.5}
    assert np.abs(outline[:, 1]).min() > 100
