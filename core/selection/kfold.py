"""K-fold cross-validation: every part of the samples is the validation part once."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.experiment import Experiment
from core.fields import Value, setting
from core.outcome import RunOutcome
from core.selection.cells import Cell, CellResult, Fold, programs_of
from core.selection.figures import Figure, figures_of, mean_and_deviation


class KFold(Value):
    """Into how many folds the samples are cut."""

    num_folds: int = setting(
        5,
        title="Folds",
        help="The samples are cut into so many parts; each is kept for validation once, while the others train.",
        ge=2,
        le=50,
        step=1,
    )

    def cells(self, experiment: Experiment) -> tuple[Cell, ...]:
        """Return one cell for each fold, in their order."""
        numbers = range(1, self.num_folds + 1)
        programs = programs_of(experiment)
        return tuple(Cell(fold_key(number), experiment, Fold(number, self.num_folds), programs) for number in numbers)


def fold_key(number: int) -> str:
    """Return the key of a fold's cell; ``number`` counts from 1."""
    return f"fold {number}"


@dataclass(frozen=True, eq=False)
class FoldFigure:
    """One figure over the folds.

    ``values`` float64 ``(num_folds,)`` holds what each fold reached, NaN for one that is missing or diverged; ``mean``
    and ``deviation`` (that of a sample) are over the others. ``epochs`` int64 ``(n,)`` are those at which some fold has
    a value, usually all from 1 on. ``curves`` float64 ``(num_folds, n)`` holds the values after these epochs, NaN after
    the end of a fold that is shorter; ``mean_curve`` and ``deviation_curve`` float64 ``(n,)`` are over the folds that
    are still there.
    """

    figure: Figure
    values: NDArray[np.float64]
    mean: float
    deviation: float
    epochs: NDArray[np.int64]
    curves: NDArray[np.float64]
    mean_curve: NDArray[np.float64]
    deviation_curve: NDArray[np.float64]


def summary(num_folds: int, results: Iterable[CellResult]) -> tuple[FoldFigure, ...]:
    """Return every figure that the folds have; those that are not done yet count as missing.

    Args:
        num_folds: of all folds.
        results: of some or all of them, in any order.
    """
    by_key = {result.key: result.outcome for result in results if result.outcome is not None}
    outcomes = [by_key.get(fold_key(number)) for number in range(1, num_folds + 1)]
    there = [outcome for outcome in outcomes if outcome is not None]
    epochs = np.array(sorted({epoch.epoch for outcome in there for epoch in outcome.epochs}), dtype=np.int64)
    return tuple(_over_folds(figure, outcomes, epochs) for figure in figures_of(there))


def _over_folds(figure: Figure, outcomes: Sequence[RunOutcome | None], epochs: NDArray[np.int64]) -> FoldFigure:
    values = np.array([math.nan if outcome is None else figure.of_run(outcome) for outcome in outcomes])
    curves = np.full((len(outcomes), len(epochs)), np.nan)
    for i, outcome in enumerate(outcomes):
        if outcome is not None and outcome.epochs:
            own = [epoch.epoch for epoch in outcome.epochs]
            # Of a very long run only some epochs are kept; a line joins them, as in every plot.
            curves[i] = np.interp(epochs, own, [figure.of_epoch(epoch) for epoch in outcome.epochs], np.nan, np.nan)
    mean, deviation = mean_and_deviation(values)
    mean_curve, deviation_curve = mean_and_deviation(curves, axis=0)
    return FoldFigure(figure, values, float(mean), float(deviation), epochs, curves, mean_curve, deviation_curve)
