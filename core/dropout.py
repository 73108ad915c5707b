"""The arithmetic of inverted dropout: what happens on average, and how far chance may lead away from it."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

Z_95 = 1.959963984540054
"""Standard deviations on either side of the mean within which 95 % of a normal distribution lie."""


def running_means(inputs: Array, rate: float, num_draws: int, seed: int) -> Array:
    """Return the mean output of a layer, averaged over the first 1, 2, … ``num_draws`` draws of its mask.

    Args:
        inputs: ``(units,)``, finite.
        rate: probability with which a unit is dropped, below 1.
        num_draws: how often a mask is drawn.
        seed: of the draws.
    """
    # einsum and not @, whose threads would wait for the cores on which a network trains.
    means = np.einsum("du,u->d", _kept(len(inputs), rate, num_draws, seed), inputs) / (1 - rate) / len(inputs)
    found: Array = np.cumsum(means) / np.arange(1, num_draws + 1)
    return found


@lru_cache(maxsize=4)
def _kept(num_units: int, rate: float, num_draws: int, seed: int) -> Array:
    """Return 1 for what is kept, 0 for what is dropped ``(num_draws, num_units)``."""
    kept = np.random.RandomState(seed).uniform(size=(num_draws, num_units)) >= rate
    return kept.astype(np.float64)


def mean_spread(inputs: Array, rate: float, num_draws: Array) -> Array:
    """Return how far from the mean input such an average lies at most in 95 % of all cases."""
    deviation = np.sqrt(np.square(inputs).sum() * rate / (1 - rate)) / len(inputs)
    spread: Array = Z_95 * deviation / np.sqrt(num_draws)
    return spread


def rate_spread(rate: float, num_entries: Array) -> Array:
    """Return how far from the rate the share of dropped ones of so many entries lies at most in 95 % of all cases."""
    spread: Array = Z_95 * np.sqrt(rate * (1 - rate) / num_entries)
    return spread
