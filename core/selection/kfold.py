"""K-fold cross-validation: every part of the samples is the validation part once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.experiment import Experiment
from core.fields import Value, setting
from core.selection.cells import Cell, CellResult, Fold
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
        return tuple(Cell(fold_key(number), experiment, Fold(number, self.num_folds)) for number in numbers)


def fold_key(number: int) -> str:
    """Return the key of a fold's cell; ``number`` counts from 1."""
    return f"fold {number}"


@dataclass(frozen=True, eq=False)
class FoldFigure:
    """One figure over the folds.

    ``values`` float64 ``(num_folds,)`` holds what each fold reached, NaN for one that is missing or diverged; ``mean``
    and ``deviation`` (that of a sample) are over the others. ``curves`` float64 ``(num_folds, num_epochs)`` holds the
    values after each epoch, NaN after the end of a fold that is shorter; ``mean_curve`` and ``deviation_curve`` float64
    ``(num_epochs,)`` are over the folds that are still there.
    """

    figure: Figure
    values: NDArray[np.float64]
    mean: float
    deviation: float
    curves: NDArray[np.float64]
    mean_curve: NDArray[np.float64]
    deviation_curve: NDArray[np.float64]


def summary(num_folds: int, results: Iterable[CellResult]) -> tuple[FoldFigure, ...]:
    """Return every figure that the folds have; those that are not done yet count as missing.

    Args:
        num_folds: of all folds.
        results: of some or all of them, in any order.
    """
    outcomes = {result.key: result.outcome for result in results if result.outcome is not None}
    by_fold = [outcomes.get(fold_key(number)) for number in range(1, num_folds + 1)]
    num_epochs = max((len(outcome.epochs) for outcome in outcomes.values()), default=0)
    found = []
    for figure in figures_of(list(outcomes.values())):
        values, curves = np.full(num_folds, np.nan), np.full((num_folds, num_epochs), np.nan)
        for i, outcome in enumerate(by_fold):
            if outcome is not None:
                values[i] = figure.of_run(outcome)
                curves[i, : len(outcome.epochs)] = [figure.of_epoch(epoch) for epoch in outcome.epochs]
        mean, deviation = mean_and_deviation(values)
        mean_curve, deviation_curve = mean_and_deviation(curves, axis=0)
        found.append(FoldFigure(figure, values, float(mean), float(deviation), curves, mean_curve, deviation_curve))
    return tuple(found)
