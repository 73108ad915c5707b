"""What the Weights tab remembers: answers by step, ever thinner in long runs, and densities made of histograms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
T = TypeVar("T")


class Timeline(Generic[T]):
    """Values by step. Of more than ``limit`` every second one is dropped, so that they stay evenly spread.

    The latest is always there.
    """

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.steps: list[int] = []
        self.values: list[T] = []
        self._stride = 1

    def __len__(self) -> int:
        """Return how many values are kept."""
        return len(self.steps)

    def add(self, step: int, value: T) -> None:
        """Take a value; steps must not descend."""
        previous = self.steps[-2] if len(self.steps) > 1 else None
        too_near = previous is not None and self.steps[-1] - previous < self._stride
        if self.steps and (too_near or self.steps[-1] == step):
            self.steps.pop()
            self.values.pop()
        self.steps.append(step)
        self.values.append(value)
        if len(self.steps) > self.limit:
            # The latest one, which is dropped where it is too near, must not take the place of its neighbour.
            del self.steps[1:-1:2], self.values[1:-1:2]
            self._stride = max(2 * self._stride, 2 * (step - self.steps[0]) // self.limit)

    def nearest(self, steps: Numbers) -> NDArray[np.intp]:
        """Return the positions of the values that are nearest to steps; there must be a value."""
        own = np.asarray(self.steps, dtype=np.float64)
        found: NDArray[np.intp] = np.searchsorted((own[1:] + own[:-1]) / 2, steps)
        return found


@dataclass(frozen=True, eq=False)
class Histogram:
    """Counts ``(bins,)`` between edges ``(bins + 1,)``, as ``numpy.histogram`` gives them."""

    counts: Numbers
    edges: Numbers

    @property
    def total(self) -> float:
        """How many numbers were counted."""
        return float(self.counts.sum())

    @property
    def density(self) -> Numbers:
        """The share of the numbers in each bin over the width of the bin; its area is 1."""
        return self.counts / (max(self.total, 1.0) * np.diff(self.edges))

    def outline(self) -> tuple[Numbers, Numbers]:
        """Return x and y of the steps that draw the density, from zero to zero."""
        x = np.repeat(self.edges, 2)
        return x, np.concatenate([[0.0], np.repeat(self.density, 2), [0.0]])

    def shares(self, edges: Numbers) -> Numbers:
        """Return which share of the numbers lies between other edges, if they lie evenly in each bin."""
        below = np.concatenate([[0.0], np.cumsum(self.counts)])
        shares: Numbers = np.diff(np.interp(edges, self.edges, below)) / max(self.total, 1.0)
        return shares

    def bin_at(self, value: float) -> int | None:
        """Return the bin in which a value lies."""
        if not self.edges[0] <= value <= self.edges[-1]:
            return None
        return min(int(np.searchsorted(self.edges, value, side="right")) - 1, len(self.counts) - 1)

    def quantiles(self, low: float, high: float) -> tuple[float, float]:
        """Return between which values the shares from ``low`` to ``high`` of the numbers lie."""
        below = np.concatenate([[0.0], np.cumsum(self.counts)]) / max(self.total, 1.0)
        first = int(np.searchsorted(below, low, side="right")) - 1
        last = int(np.searchsorted(below, high, side="left"))
        return float(self.edges[max(first, 0)]), float(self.edges[min(last, len(self.edges) - 1)])


def density_map(timeline: Timeline[Histogram], columns: Numbers, rows: Numbers) -> NDArray[np.float32]:
    """Return how densely numbers lie over time, ``(len(rows) - 1, len(columns))``, from 0 to 1.

    Every column is divided by its largest entry, so that narrow distributions do not outshine wide ones.

    Args:
        timeline: histograms, at least one; a moment between two has the nearer one.
        columns: steps.
        rows: edges between values, ascending.
    """
    positions = timeline.nearest(columns)
    known = {}
    for position in set(positions.tolist()):
        shares = timeline.values[position].shares(rows)
        known[position] = shares / (shares.max() or 1.0)
    return np.stack([known[position] for position in positions.tolist()], axis=1).astype(np.float32)


def held(limits: Sequence[tuple[float, float]], room: float = 0.04) -> tuple[float, float]:
    """Return a range with some room that holds all ranges; from -1 to 1 without any."""
    if not limits:
        return -1.0, 1.0
    low, high = min(low for low, _ in limits), max(high for _, high in limits)
    margin = room * (high - low) or max(abs(high), 1e-6)
    return low - margin, high + margin
