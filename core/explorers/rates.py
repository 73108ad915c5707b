"""Dropout on two layers in a row: how much noise each of both rates puts on the output.

The network is h → dropout p₁ → W → dropout p₂ → v → y, linear between the masks, so that mean and variance of y are
known in closed form; draws of the masks check them.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.explorers.setup import Setup
from core.fields import setting

Array = NDArray[np.float64]

NUM_DRAWS = 2000
LARGEST_RATE = 0.9
_MOST_UNITS = 64


class RatesSetup(Setup):
    """Rates and sizes of both layers."""

    first: float = setting(
        0.2, title="p₁ (first layer)", help="Dropout rate behind the first layer.", ge=0, le=LARGEST_RATE, step=0.05
    )
    second: float = setting(
        0.5, title="p₂ (second layer)", help="Dropout rate behind the second layer.", ge=0, le=LARGEST_RATE, step=0.05
    )
    first_units: int = setting(16, title="Units 1", help="Units of the first layer.", ge=1, le=_MOST_UNITS, step=1)
    second_units: int = setting(16, title="Units 2", help="Units of the second layer.", ge=1, le=_MOST_UNITS, step=1)
    seed: int = setting(0, title="Seed", help="Another seed draws other weights and masks.", ge=0, le=9999, step=1)


@dataclass(frozen=True, eq=False)
class Paths:
    """What the path from the first layer's unit i to the second's unit j adds to y: ``parts[j, i]``; the sum is 1."""

    parts: Array

    def deviation(self, first: Array | float, second: Array | float) -> Array:
        """Return the standard deviation of the output, whose mean is 1, for rates of any shape that go together."""
        r1, r2 = (np.asarray(p, dtype=np.float64) / (1 - np.asarray(p)) for p in (first, second))
        by_first = np.square(self.parts.sum(axis=0)).sum()
        by_second = np.square(self.parts.sum(axis=1)).sum()
        return np.asarray(np.sqrt(r1 * by_first + r2 * by_second + r1 * r2 * np.square(self.parts).sum()))


def paths(setup: RatesSetup) -> Paths:
    """Draw h, W and v, all positive, and scale them so that the output without dropout is 1."""
    random = np.random.default_rng(setup.seed)
    h = 0.5 + random.random(_MOST_UNITS)[: setup.first_units]
    W = 0.5 + random.random((_MOST_UNITS, _MOST_UNITS))[: setup.second_units, : setup.first_units]
    v = 0.5 + random.random(_MOST_UNITS)[: setup.second_units]
    parts = v[:, None] * W * h
    return Paths(parts / parts.sum())


def draw_outputs(setup: RatesSetup, found: Paths) -> Array:
    """Return the outputs of ``NUM_DRAWS`` pairs of masks, scaled as Dropout does it."""
    random = np.random.default_rng([setup.seed, 1])
    # Equal uniform numbers for all rates: a slider moves the picture instead of shaking it.
    first = random.random((NUM_DRAWS, _MOST_UNITS))[:, : setup.first_units] >= setup.first
    second = random.random((NUM_DRAWS, _MOST_UNITS))[:, : setup.second_units] >= setup.second
    kept = np.einsum("nj,ji,ni->n", second.astype(float), found.parts, first.astype(float), optimize=True)
    return np.asarray(kept / ((1 - setup.first) * (1 - setup.second)))


def share_of_paths(first: float, second: float) -> float:
    """Return the share of the paths through both layers that a pair of masks leaves on average."""
    return (1 - first) * (1 - second)
