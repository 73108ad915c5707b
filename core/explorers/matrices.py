"""The product of many random matrices: its norm grows or shrinks exponentially with the number of factors."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import exp, log, log10

import numpy as np
from numpy.typing import NDArray
from scipy.special import digamma

from core.explorers.setup import Setup
from core.fields import setting

Array = NDArray[np.float64]

FLOAT32_LARGEST = float(np.finfo(np.float32).max)


class MatricesSetup(Setup):
    """Square matrices of independent normal numbers with mean 0."""

    sigma: float = setting(
        1.0, title="σ", help="Standard deviation of every entry of every matrix.", ge=0.05, le=3, step=0.01
    )
    size: int = setting(4, title="Size", help="Rows and columns of the matrices.", ge=2, le=10, step=1)
    num_factors: int = setting(100, title="Factors", help="How many matrices are multiplied.", ge=10, le=200, step=10)
    num_seeds: int = setting(10, title="Seeds", help="So many products are drawn.", ge=1, le=10, step=1)
    shown: int = setting(
        100, title="Shown", help="The product of so many matrices is shown in numbers.", ge=1, le=200, step=1
    )


@dataclass(frozen=True, eq=False)
class Products:
    """Products of the first k matrices, k = 1, 2, ...

    Attributes:
        norms: decimal logarithm of the Frobenius norm, ``(num_seeds, num_factors)``.
        products: of the first seed, ``(num_factors, size, size)``.
    """

    norms: Array
    products: Array


def multiply(setup: MatricesSetup) -> Products:
    """Draw the matrices, float64, and multiply them one after the other.

    σ is a factor of every matrix, so that its power is one of every product: only other matrices take their time.
    """
    unit = _multiply(setup.size, setup.num_factors, setup.num_seeds)
    k = np.arange(1, setup.num_factors + 1)
    return Products(unit.norms + k * log10(setup.sigma), unit.products * (setup.sigma**k)[:, None, None])


@lru_cache(maxsize=4)
def _multiply(size: int, num_factors: int, num_seeds: int) -> Products:
    """Return the products of standard normal matrices."""
    shape = (num_factors, size, size)
    factors = np.stack(
        [np.random.default_rng(seed).standard_normal(shape) for seed in range(num_seeds)],
        axis=1,
    )
    products = np.empty_like(factors)
    products[0] = factors[0]
    for k in range(1, len(factors)):
        np.matmul(products[k - 1], factors[k], out=products[k])
    norms = np.log10(np.linalg.norm(products, axis=(2, 3))).T
    return Products(norms, products[:, 0].copy())


def growth(sigma: float, size: int) -> float:
    """Return the decades that one more factor adds to the norm, on average and in the long run.

    The closed form is that of Newman (1986), "The distribution of Lyapunov exponents: exact results for random
    matrices".
    """
    return log10(sigma) + (log(2) + float(digamma(size / 2))) / 2 / log(10)


def steady_sigma(size: int) -> float:
    """Return the standard deviation at which the norm neither grows nor shrinks in the long run."""
    return exp(-(log(2) + float(digamma(size / 2))) / 2)
