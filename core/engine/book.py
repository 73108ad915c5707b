"""The results of the book that are computations, not trainings: done by MXNet, each from a seed.

Called by name through :func:`compute`; what the figures mean stands in ``core.book``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from statistics import median
from time import perf_counter
from typing import Any

import numpy as np

from core.engine.mx import mx
from core.verdicts import Computed

nd, autograd, nn = mx.nd, mx.autograd, mx.gluon.nn

NUM_LAYERS, NUM_UNITS = 50, 100
SCALES = (0.1, 0.2, 0.4, 0.8)
NUM_PRODUCTS = 100
NUM_ENTRIES = 1000
_REPETITIONS = 20


def compute(key: str, seed: int = 0) -> Computed:
    """Do the computation of a row.

    Args:
        key: of the row.
        seed: of MXNet's random numbers.

    Raises:
        KeyError: there is no such computation.
    """
    computation = COMPUTATIONS[key]
    mx.random.seed(seed)
    start = perf_counter()
    values = computation()
    return Computed(values, perf_counter() - start)


def gradient() -> dict[str, float]:
    """Return the gradient of y = 2 xᵀx at x = (0, 1, 2, 3), entry by entry."""
    x = nd.arange(4).reshape((4, 1))
    x.attach_grad()
    with autograd.record():
        y = 2 * nd.dot(x.T, x)
    y.backward()
    return {f"gradient_{i}": float(entry) for i, entry in enumerate(x.grad.asnumpy()[:, 0])}


def matrix_product() -> dict[str, float]:
    """Return the largest entry of a product of standard normal 4×4 matrices."""
    return {"largest": float(np.abs(_product(1.0)).max())}


def scaled_matrix_products() -> dict[str, float]:
    """Return the first entry of such products, without its sign, for standard deviations below 1."""
    return {f"first_{sigma}": abs(float(_product(sigma)[0, 0])) for sigma in (0.5, 0.7)}


def _product(sigma: float) -> Any:
    def draw() -> Any:
        return nd.random.normal(scale=sigma, shape=(4, 4))

    product = draw()
    for _ in range(NUM_PRODUCTS):
        product = nd.dot(product, draw())
    return product.asnumpy()


def mean_gradients() -> dict[str, float]:
    """Return the mean absolute gradient of the first of 50 layers, by activation and scale of the weights."""
    values = {
        f"{activation}_{scale}": _mean_gradient(activation, mx.init.Normal(scale))
        for activation in ("relu", "sigmoid")
        for scale in SCALES
    }
    return values | {"relu_xavier": _mean_gradient("relu", mx.init.Xavier())}


def _mean_gradient(activation: str, initializer: Any) -> float:
    net = nn.HybridSequential()
    for _ in range(NUM_LAYERS):
        net.add(nn.Dense(NUM_UNITS, activation=activation))
    net.initialize(initializer)
    X = nd.random.normal(shape=(1, NUM_UNITS))
    with autograd.record():
        y = net(X).sum()
    y.backward()
    return float(net[0].weight.grad().abs().mean().asscalar())


def vector_addition() -> dict[str, float]:
    """Return the seconds that adding two vectors takes, entry by entry and at once, and their ratio."""
    a, b, c = nd.ones(NUM_ENTRIES), nd.ones(NUM_ENTRIES), nd.zeros(NUM_ENTRIES)

    def one_by_one() -> Any:
        for i in range(NUM_ENTRIES):
            c[i] = a[i] + b[i]
        return c

    slow = _seconds(one_by_one)
    fast = median(_seconds(lambda: a + b) for _ in range(_REPETITIONS))
    return {"one_by_one": slow, "at_once": fast, "ratio": slow / fast}


def _seconds(compute_array: Callable[[], Any]) -> float:
    nd.waitall()
    start = perf_counter()
    compute_array().wait_to_read()
    return perf_counter() - start


COMPUTATIONS: Mapping[str, Callable[[], dict[str, float]]] = {
    "autograd": gradient,
    "matrix-product": matrix_product,
    "matrix-product-scaled": scaled_matrix_products,
    "mean-gradients": mean_gradients,
    "vector-addition": vector_addition,
}
"""By the keys of their rows in ``core.book``."""
