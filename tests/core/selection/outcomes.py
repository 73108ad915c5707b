"""Outcomes of runs that nobody trained."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from core.events import EndReason, EpochDone, RunEnded, RunStarted
from core.experiment import Experiment
from core.outcome import RunOutcome
from core.selection.cells import CellResult


def epoch(number: int, train: float, validation: float | None, metrics: Mapping[str, float] | None = None) -> EpochDone:
    return EpochDone(
        1,
        step=10 * number,
        epoch=number,
        train_loss=train,
        train_accuracy=None,
        validation_loss=validation,
        validation_accuracy=None,
        samples_per_second=100.0,
        seconds=float(number),
        validation_metrics=metrics or {},
    )


def result(
    key: str,
    losses: Sequence[float | None],
    reason: EndReason = "finished",
    best_epoch: int | None = None,
    metrics: Sequence[Mapping[str, float]] | None = None,
) -> CellResult:
    """Return a result with the given validation losses; the training losses are 0.5 less, or 1 where there are none."""
    epochs = tuple(
        epoch(i + 1, 1.0 if loss is None else loss - 0.5, loss, metrics[i] if metrics else None)
        for i, loss in enumerate(losses)
    )
    ended = RunEnded(1, step=10 * len(epochs), reason=reason, message=reason, best_epoch=best_epoch)
    return CellResult(key, RunOutcome(RunStarted(1, Experiment(), 10, 10, 0, 10, 1), epochs, ended))
