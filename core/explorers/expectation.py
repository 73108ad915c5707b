"""Dropout of one layer: kept units are scaled so that on average each says what it said without dropout."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.explorers.setup import Setup
from core.fields import setting

Array = NDArray[np.float64]

MAX_DRAWS = 2000


class ExpectationSetup(Setup):
    """A layer, its rate, and how often masks are drawn."""

    rate: float = setting(0.5, title="Rate p", help="Probability that a unit is dropped.", ge=0, le=0.95, step=0.05)
    units: int = setting(8, title="Units", help="Units of the layer.", ge=1, le=12, step=1)
    scaled: bool = setting(
        True, title="Scale by 1/(1 − p)", help="Kept units say 1/(1 − p) times as much, as Dropout does it."
    )
    draws: int = setting(20, title="Draws", help="So many masks have been drawn.", ge=1, le=MAX_DRAWS, step=1, log=True)
    seed: int = setting(0, title="Seed", help="Another seed draws other masks.", ge=0, le=9999, step=1)


@dataclass(frozen=True, eq=False)
class Draws:
    """What masks do to a layer.

    Attributes:
        h: what the units say without dropout, ``(units,)``.
        kept: the masks, ``(draws, units)``.
        means: mean of what came out over the first 1, 2, ... draws, ``(draws, units)``.
    """

    h: Array
    kept: NDArray[np.bool_]
    means: Array

    @property
    def shares(self) -> Array:
        """The means as shares of h."""
        return self.means / self.h


def draw(setup: ExpectationSetup) -> Draws:
    """Draw the masks of a setup; more draws begin with those of fewer."""
    h = 0.5 + np.random.default_rng(3).random(12)[: setup.units]
    kept = np.random.default_rng(setup.seed).random((MAX_DRAWS, 12))[: setup.draws, : setup.units] >= setup.rate
    factor = 1 / (1 - setup.rate) if setup.scaled else 1.0
    means = np.cumsum(h * factor * kept, axis=0) / np.arange(1, setup.draws + 1)[:, None]
    return Draws(h, kept, means)


def expected_share(setup: ExpectationSetup) -> float:
    """Return the expectation of what comes out, as a share of what goes in."""
    return 1.0 if setup.scaled else 1 - setup.rate


def share_deviation(setup: ExpectationSetup) -> float:
    """Return the standard deviation of one draw, as a share of what goes in: that of n draws is √n times smaller."""
    factor = 1 / (1 - setup.rate) if setup.scaled else 1.0
    return float(factor * np.sqrt(setup.rate * (1 - setup.rate)))
