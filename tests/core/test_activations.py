from __future__ import annotations

from typing import get_args

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.activations import ACTIVATIONS, SELU_ALPHA, SELU_SCALE, ActivationFunction
from core.engine.mx import mx
from core.layers import ActivationName

FUNCTIONS = pytest.mark.parametrize("function", ACTIVATIONS.values(), ids=lambda function: function.name)
KINKS = [0.0, -0.0, -1e-38, 1e-38, -1e-6, 1e-6]
GRID = np.concatenate([np.linspace(-12, 12, 2401), KINKS, [-1e6, -1e3, -100, -50, 50, 100, 1e3, 1e6]])


def autograd(function: ActivationFunction, x: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return f and its derivative as MXNet computes them, in float32."""
    block = getattr(mx.gluon.nn, function.gluon_block)(*function.gluon_args)
    block.initialize()
    X = mx.nd.zeros(x.shape)
    X[:] = x.astype(np.float32)
    X.attach_grad()
    with mx.autograd.record():
        y = block(X)
    y.backward()
    return y.asnumpy(), X.grad.asnumpy()


@FUNCTIONS
def test_function_and_derivative_are_those_of_autograd(function: ActivationFunction) -> None:
    x = GRID.astype(np.float32).astype(np.float64)
    y, gradient = autograd(function, x)
    expected = function.derivative(x)
    if function.name == "selu":
        # MXNet 1.9.1 computes scale * (alpha + f) there instead of scale * alpha + f; the drawn one is the true one.
        expected = np.where(x > 0, expected, SELU_SCALE * (SELU_ALPHA + function.f(x)))
    # softrelu loses digits in float32: log(1 + exp(-20)).
    np.testing.assert_allclose(function.f(x), y, rtol=1e-5, atol=3e-6)
    np.testing.assert_allclose(expected, gradient, rtol=1e-5, atol=2e-6)


@FUNCTIONS
@settings(max_examples=60)
@given(x=st.floats(-30, 30).filter(lambda x: abs(x) > 1e-3))
def test_derivative_is_the_limit_of_differences(function: ActivationFunction, x: float) -> None:
    h = 1e-5
    left, right = function.f(np.array([x - h, x + h]))
    np.testing.assert_allclose(function.derivative(np.array(x)), (right - left) / (2 * h), rtol=1e-6, atol=1e-8)


@FUNCTIONS
def test_huge_arguments_give_finite_numbers_without_a_warning(function: ActivationFunction) -> None:
    x = np.concatenate([sign * np.logspace(-300, 6, 307) for sign in (-1, 1)])
    with np.errstate(over="raise", divide="raise", invalid="raise"):
        y, slope = function.f(x), function.derivative(x)
    assert np.isfinite(y).all()
    assert np.isfinite(slope).all()
    assert (np.abs(slope) <= 1.7582).all()


@FUNCTIONS
@pytest.mark.parametrize("shape", [(), (0,), (3,), (2, 3, 4)])
def test_shape_and_type_stay(function: ActivationFunction, shape: tuple[int, ...]) -> None:
    x = np.full(shape, -0.5)
    for result in (function.f(x), function.derivative(x)):
        assert np.shape(result) == shape
        assert np.asarray(result).dtype == np.float64


def test_small_negative_results_keep_their_digits() -> None:
    # Φ(−10) = 7.61985e-24 as tables have it; 0.5 * (1 + erf(x / sqrt(2))) would round it to 0.
    np.testing.assert_allclose(ACTIVATIONS["gelu"].f(np.array([-10.0])), -7.61985e-23, rtol=1e-6)
    np.testing.assert_allclose(ACTIVATIONS["elu"].f(np.array([-1e-20])), -1e-20, rtol=1e-12)


def test_every_name_can_be_chosen_in_a_layer() -> None:
    assert tuple(ACTIVATIONS) == get_args(ActivationName)
    assert all(name == function.name for name, function in ACTIVATIONS.items())


@FUNCTIONS
def test_formulas_are_balanced_and_texts_are_plain(function: ActivationFunction) -> None:
    for formula in (function.formula, function.derivative_formula):
        assert formula
        assert formula.count("{") == formula.count("}")
        assert formula.count("(") == formula.count(")")
    assert not set("\\$_{}") & set(function.title + function.note)
    assert function.note.endswith(".")
