"""What a sweep has found: for every cell the mean of a figure over the seeds and its spread, and which is the best."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.selection.cells import CellResult
from core.selection.figures import Figure, mean_and_deviation
from core.selection.sweep import Sweep


@dataclass(frozen=True, eq=False)
class SweepTable:
    """One figure over a sweep.

    With ``shape`` the numbers of values of the one or two settings: ``values`` float64 ``(*shape, num_seeds)`` holds
    what each run reached, NaN where it is missing or diverged; ``mean`` and ``deviation`` (that of a sample) float64
    ``shape`` are over the seeds that reached a finite value, NaN for none (for fewer than two). ``num_done``,
    ``num_diverged`` and ``num_failed`` int64 ``shape`` count the runs of a cell: diverged and failed ones are done too.
    ``best`` is the index of the best mean among the cells whose runs are all done without divergence or failure; None
    as long as there is none.
    """

    sweep: Sweep
    figure: Figure
    values: NDArray[np.float64]
    mean: NDArray[np.float64]
    deviation: NDArray[np.float64]
    num_done: NDArray[np.int64]
    num_diverged: NDArray[np.int64]
    num_failed: NDArray[np.int64]
    best: tuple[int, ...] | None

    @classmethod
    def of(cls, sweep: Sweep, results: Iterable[CellResult], figure: Figure) -> SweepTable:
        """Make the table of some or all results of a sweep, in any order; those of other sweeps are passed over."""
        by_key = {result.key: result for result in results}
        values = np.full((*sweep.shape, len(sweep.seeds)), np.nan)
        done, diverged, failed = (np.zeros(sweep.shape, dtype=np.int64) for _ in range(3))
        for place in sweep.places():
            result = by_key.get(place.key)
            if result is None:
                continue
            done[place.index] += 1
            if result.outcome is None or result.outcome.ended.reason == "failed":
                failed[place.index] += 1
            elif result.outcome.ended.reason == "diverged":
                diverged[place.index] += 1
            else:
                values[place.index][sweep.seeds.index(place.seed)] = figure.of_run(result.outcome)
        mean, deviation = mean_and_deviation(values)
        whole = (done == len(sweep.seeds)) & (diverged == 0) & (failed == 0) & np.isfinite(mean)
        return cls(sweep, figure, values, mean, deviation, done, diverged, failed, _best(mean, whole, figure))

    def to_csv(self) -> str:
        """Return one line for each cell: the values of the settings, mean, deviation, counts, then every seed's value.

        A number that does not exist is an empty cell. Numbers have all their digits.
        """
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        figure = self.figure.key
        writer.writerow(
            [
                *(swept.path for swept in self.sweep.settings),
                f"{figure}_mean",
                f"{figure}_deviation",
                *("done", "diverged", "failed", "best"),
                *(f"{figure}_seed_{seed}" for seed in self.sweep.seeds),
            ]
        )
        for index in np.ndindex(*self.sweep.shape):
            names = [swept.names[i] for swept, i in zip(self.sweep.settings, index, strict=True)]
            numbers = [float(self.mean[index]), float(self.deviation[index])]
            counts = [int(self.num_done[index]), int(self.num_diverged[index]), int(self.num_failed[index])]
            seeds = [float(value) for value in self.values[index]]
            is_best = int(index == self.best)
            writer.writerow([*names, *map(_cell, numbers), *counts, is_best, *map(_cell, seeds)])
        return text.getvalue()


def _best(mean: NDArray[np.float64], whole: NDArray[np.bool_], figure: Figure) -> tuple[int, ...] | None:
    if not whole.any():
        return None
    merit = np.where(whole, mean if figure.higher_is_better else -mean, -np.inf)
    return tuple(int(i) for i in np.unravel_index(int(np.argmax(merit)), mean.shape))


def _cell(value: float) -> float | str:
    return value if math.isfinite(value) else ""
