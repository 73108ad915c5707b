"""Activation functions with their derivatives, as NumPy arrays.

The formulas are those of MXNet 1.9.1's operators; the tests compare both columns with its autograd. One derivative
differs on purpose: where x < 0, MXNet's gradient of SELU is scale · (alpha + f(x)), but scale · alpha + f(x) is right.
A new function is one entry in ``ACTIVATIONS`` (and its name in ``core.layers.ActivationName``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit, ndtr

Array = NDArray[np.float64]

LEAKY_SLOPE = 0.01
ELU_ALPHA = 1.0
# The constants of Klambauer et al. (2017), "Self-Normalizing Neural Networks", as MXNet has them.
SELU_SCALE = 1.0507009873554804934193349852946
SELU_ALPHA = 1.6732632423543772848170429916717


@dataclass(frozen=True)
class ActivationFunction:
    """An activation function f and its derivative, element by element.

    ``f`` and ``derivative`` take and return a float64 array of any shape. Where f has a kink, ``derivative`` gives
    what MXNet's autograd gives there. ``formula`` and ``derivative_formula`` are LaTeX. ``gluon_block`` and
    ``gluon_args`` build the block of ``mxnet.gluon.nn``. ``note`` says in a sentence or two what to know of it.
    """

    name: str
    title: str
    formula: str
    derivative_formula: str
    f: Callable[[Array], Array]
    derivative: Callable[[Array], Array]
    gluon_block: str
    gluon_args: tuple[Any, ...]
    note: str


def _softrelu(x: Array) -> Array:
    return np.logaddexp(0.0, x)


def _sigmoid_derivative(x: Array) -> Array:
    return np.asarray(expit(x) * expit(-x))


def _elu(x: Array, alpha: float, scale: float) -> Array:
    return scale * np.where(x > 0, x, alpha * np.expm1(np.minimum(x, 0.0)))


def _elu_derivative(x: Array, alpha: float, scale: float) -> Array:
    return scale * np.where(x > 0, 1.0, alpha * np.exp(np.minimum(x, 0.0)))


def _normal_cdf(x: Array) -> Array:
    return np.asarray(ndtr(x))


def _gelu_derivative(x: Array) -> Array:
    density = np.exp(-0.5 * np.square(x)) / np.sqrt(2.0 * np.pi)
    return np.asarray(_normal_cdf(x) + x * density)


_TABLE = (
    ActivationFunction(
        "relu",
        "ReLU",
        r"\max(x, 0)",
        r"1 \;\text{if}\; x > 0,\; \text{else}\; 0",
        lambda x: np.maximum(x, 0.0),
        lambda x: np.where(x > 0, 1.0, 0.0),
        "Activation",
        ("relu",),
        "Keeps what is positive. Its derivative is 0 or 1, so it does not shrink the gradient.",
    ),
    ActivationFunction(
        "sigmoid",
        "Sigmoid",
        r"\frac{1}{1 + e^{-x}}",
        r"f(x)\,(1 - f(x))",
        lambda x: np.asarray(expit(x)),
        _sigmoid_derivative,
        "Activation",
        ("sigmoid",),
        "Squashes to (0, 1). Its derivative is at most 1/4: many layers of it make the gradient vanish.",
    ),
    ActivationFunction(
        "tanh",
        "tanh",
        r"\frac{1 - e^{-2x}}{1 + e^{-2x}}",
        r"1 - f(x)^2",
        np.tanh,
        lambda x: np.square(1.0 / np.cosh(np.clip(x, -700.0, 700.0))),
        "Activation",
        ("tanh",),
        "Squashes to (−1, 1), symmetric about 0. Its derivative is 1 at 0 and fades on both sides.",
    ),
    ActivationFunction(
        "softrelu",
        "SoftReLU",
        r"\log(1 + e^{x})",
        r"\frac{1}{1 + e^{-x}}",
        _softrelu,
        lambda x: np.asarray(expit(x)),
        "Activation",
        ("softrelu",),
        "A smooth ReLU, also called softplus. Its derivative is the sigmoid.",
    ),
    ActivationFunction(
        "softsign",
        "Softsign",
        r"\frac{x}{1 + |x|}",
        r"\frac{1}{(1 + |x|)^2}",
        lambda x: x / (1.0 + np.abs(x)),
        lambda x: 1.0 / np.square(1.0 + np.abs(x)),
        "Activation",
        ("softsign",),
        "Like tanh, but it approaches ±1 slowly, so its gradient fades less quickly.",
    ),
    ActivationFunction(
        "leaky_relu",
        "Leaky ReLU",
        r"x \;\text{if}\; x > 0,\; \text{else}\; 0.01\,x",
        r"1 \;\text{if}\; x > 0,\; \text{else}\; 0.01",
        lambda x: np.where(x > 0, x, LEAKY_SLOPE * x),
        lambda x: np.where(x > 0, 1.0, LEAKY_SLOPE),
        "LeakyReLU",
        (LEAKY_SLOPE,),
        "A ReLU that lets a little of the negative side through, so that no unit dies for good.",
    ),
    ActivationFunction(
        "elu",
        "ELU",
        r"x \;\text{if}\; x > 0,\; \text{else}\; e^{x} - 1",
        r"1 \;\text{if}\; x > 0,\; \text{else}\; e^{x}",
        lambda x: _elu(x, ELU_ALPHA, 1.0),
        lambda x: _elu_derivative(x, ELU_ALPHA, 1.0),
        "ELU",
        (ELU_ALPHA,),
        "Smooth on the negative side and bounded by −1 there; outputs average nearer to 0 than with ReLU.",
    ),
    ActivationFunction(
        "selu",
        "SELU",
        r"1.0507\,x \;\text{if}\; x > 0,\; \text{else}\; 1.7581\,(e^{x} - 1)",
        r"1.0507 \;\text{if}\; x > 0,\; \text{else}\; 1.7581\,e^{x}",
        lambda x: _elu(x, SELU_ALPHA, SELU_SCALE),
        lambda x: _elu_derivative(x, SELU_ALPHA, SELU_SCALE),
        "SELU",
        (),
        "An ELU scaled so that mean 0 and variance 1 reproduce themselves from layer to layer. "
        "For x < 0, MXNet 1.9.1 trains with a gradient that is up to 0.09 too small.",
    ),
    ActivationFunction(
        "gelu",
        "GELU",
        r"x\,\Phi(x)",
        r"\Phi(x) + x\,\varphi(x)",
        lambda x: x * _normal_cdf(x),
        _gelu_derivative,
        "GELU",
        (),
        "Weighs x by the probability Φ(x) that a standard normal number is smaller. Dips below 0 for small negative x.",
    ),
    ActivationFunction(
        "swish",
        "Swish",
        r"\frac{x}{1 + e^{-x}}",
        r"\sigma(x) + x\,\sigma(x)\,(1 - \sigma(x))",
        lambda x: np.asarray(x * expit(x)),
        lambda x: np.asarray(expit(x) + x * expit(x) * expit(-x)),
        "Swish",
        (),
        "x times its sigmoid: smooth, unbounded above, with a small dip below 0.",
    ),
)

ACTIVATIONS: Mapping[str, ActivationFunction] = MappingProxyType({function.name: function for function in _TABLE})
"""All activation functions by name, in the order in which they are offered."""
