"""Curves from hidden units against least squares of SciPy and the closed form of a step."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.optimize import lsq_linear
from scipy.special import expit

from core.explorers.approximator import TARGETS, ApproximatorSetup, approximate, hidden, spread


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("activation", ["sigmoid", "relu", "tanh"])
def test_no_other_weights_come_closer(target, activation):
    found = approximate(ApproximatorSetup(target=target, activation=activation, units=5, steepness=20.0))
    H = hidden(activation, 20.0, found.places, found.x)
    best = lsq_linear(np.vstack([H, np.ones_like(found.x)]).T, found.target)
    assert found.rmse == pytest.approx(np.sqrt(2 * best.cost / len(found.x)), rel=1e-6)
    np.testing.assert_allclose(found.contributions.sum(axis=0) + found.bias, found.output)


def test_more_units_come_closer():
    errors = [approximate(ApproximatorSetup(units=units)).rmse for units in (1, 4, 16, 40)]
    assert errors == sorted(errors, reverse=True)
    assert errors[-1] < errors[0] / 50


def test_weights_set_by_hand_are_taken():
    setup = ApproximatorSetup(units=1, fitted=False, places=(0.25,), heights=(2.0,), bias=-1.0, steepness=10.0)
    found = approximate(setup)
    np.testing.assert_allclose(found.output, 2 * expit(10 * (found.x - 0.25)) - 1)
    assert found.largest_error == pytest.approx(np.abs(found.output - np.sin(2 * np.pi * found.x)).max())


def test_a_drawn_curve_is_followed():
    found = approximate(ApproximatorSetup(target="drawn", drawn=(0.0, 1.0, 0.0), units=20, activation="relu"))
    np.testing.assert_allclose(found.target, 1 - np.abs(2 * found.x - 1))
    assert found.rmse < 1e-6


def test_units_are_spread_evenly():
    np.testing.assert_allclose(spread("sigmoid", 4), [0.125, 0.375, 0.625, 0.875])
    np.testing.assert_allclose(spread("relu", 4), [0, 0.25, 0.5, 0.75])
