"""What happened in a run so far: events turned into series that a plot or a table shows."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from core.events import BatchDone, Change, EpochDone, Event, Part, RunEnded, RunStarted
from core.metrics import METRICS

CSV_COLUMNS = (
    "row",
    "step",
    "epoch",
    "train_loss",
    "train_accuracy",
    "validation_loss",
    "validation_accuracy",
    "samples_per_second",
    "seconds",
    "weight_norm",
    "learning_rate",
)
"""Columns that the CSV text of every run has; those of its other metrics follow, such as ``validation_rmse``."""

OF_THE_NETWORK = ("weight_norm", "learning_rate")
"""Names of series that belong to no part of the data."""


class History:
    """The series of one run.

    Batch columns are float64 arrays over the steps done so far: views of growing buffers, so that a plot can take them
    at every refresh without copying. An accuracy that does not exist (regression) is NaN.
    """

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Forget everything."""
        self.started: RunStarted | None = None
        self.epochs: list[EpochDone] = []
        self.changes: list[Change] = []
        self.ended: RunEnded | None = None
        # Rows: step, epoch, loss, accuracy. Integers up to 2^53 are exact in float64.
        self._batches = np.empty((4, 1024))
        self._num_batches = 0

    def add(self, event: Event) -> bool:
        """Take in one event; return False for a late event of another run, which is dropped.

        ``RunStarted`` begins a new history.
        """
        if isinstance(event, RunStarted):
            self.clear()
            self.started = event
        elif self.started is None or event.run_id != self.started.run_id:
            return False
        elif isinstance(event, BatchDone):
            self._add_batch(event)
        elif isinstance(event, EpochDone):
            self.epochs.append(event)
        elif isinstance(event, Change):
            self.changes.append(event)
        elif isinstance(event, RunEnded):
            self.ended = event
        return True

    def _add_batch(self, event: BatchDone) -> None:
        if self._num_batches == self._batches.shape[1]:
            self._batches = np.concatenate([self._batches, np.empty_like(self._batches)], axis=1)
        accuracy = np.nan if event.accuracy is None else event.accuracy
        self._batches[:, self._num_batches] = event.step, event.epoch, event.loss, accuracy
        self._num_batches += 1

    @property
    def batch_steps(self) -> NDArray[np.float64]:
        """Steps (counted from 1), shape ``(num_steps,)``."""
        return self._batches[0, : self._num_batches]

    @property
    def batch_loss(self) -> NDArray[np.float64]:
        """Loss of every batch, shape ``(num_steps,)``."""
        return self._batches[2, : self._num_batches]

    @property
    def batch_accuracy(self) -> NDArray[np.float64]:
        """Accuracy of every batch, NaN for regression, shape ``(num_steps,)``."""
        return self._batches[3, : self._num_batches]

    def epoch_series(self, name: str) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return the steps at which epochs ended and the values of one field of ``EpochDone``, NaN where it is None."""
        return self._series([getattr(epoch, name) for epoch in self.epochs])

    def _series(self, values: list[float | None]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        steps = np.array([epoch.step for epoch in self.epochs], dtype=np.float64)
        return steps, np.array([np.nan if value is None else value for value in values], dtype=np.float64)

    def metric_series(self, part: Part, name: str) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return the steps at which epochs ended and the values of one figure, NaN where it does not exist.

        Args:
            part: of the data; of no matter for the names in ``OF_THE_NETWORK``.
            name: of a metric, ``"loss"``, or one of ``OF_THE_NETWORK``.

        Raises:
            KeyError: there is no such figure.
        """
        if name in OF_THE_NETWORK:
            return self.epoch_series(name)
        return self._series([epoch.figure(part, name) for epoch in self.epochs])

    @property
    def best_epoch(self) -> EpochDone | None:
        """The epoch with the highest validation accuracy; without one, the lowest validation or training loss.

        Of equal ones the first. None before the first epoch ends, and as long as no such number is finite.
        """

        def merit(epoch: EpochDone) -> float:
            if epoch.validation_accuracy is not None:
                return epoch.validation_accuracy
            return -(epoch.train_loss if epoch.validation_loss is None else epoch.validation_loss)

        return max((epoch for epoch in self.epochs if math.isfinite(merit(epoch))), key=merit, default=None)

    @property
    def taken_back(self) -> EpochDone | None:
        """The epoch whose parameters early stopping took back at the end; None if it took none back."""
        best = self.ended.best_epoch if self.ended else None
        earlier = (epoch for epoch in self.epochs[:-1] if epoch.epoch == best)
        return next(earlier, None)

    @property
    def present_epoch(self) -> EpochDone | None:
        """The epoch after which the network is as it is now; None before the first ends."""
        return self.taken_back or (self.epochs[-1] if self.epochs else None)

    def to_csv(self) -> str:
        """Return all batches and epochs as CSV text, in order of their steps.

        A value that does not exist is an empty cell. Numbers have all their digits: reading them gives the same value.
        """
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        columns = self._csv_columns()
        writer.writerow(columns)
        start = 0
        for epoch in self.epochs:
            end = int(np.searchsorted(self.batch_steps, epoch.step, side="right"))
            writer.writerows(self._batch_rows(start, end, len(columns)))
            writer.writerow(["epoch", *(_cell(epoch, name) for name in columns[1:])])
            start = end
        writer.writerows(self._batch_rows(start, self._num_batches, len(columns)))
        return text.getvalue()

    def _csv_columns(self) -> tuple[str, ...]:
        """Return the columns that every run has and those of the metrics that this one has."""
        names = [
            f"{part}_{name}"
            for name in METRICS
            for part in ("train", "validation")
            if any(name in getattr(epoch, f"{part}_metrics") for epoch in self.epochs)
        ]
        return CSV_COLUMNS + tuple(name for name in names if name not in CSV_COLUMNS)

    def _batch_rows(self, start: int, end: int, num_columns: int) -> Iterator[tuple[object, ...]]:
        for step, epoch, loss, accuracy in self._batches[:, start:end].T.tolist():
            accuracy_cell = "" if math.isnan(accuracy) else accuracy
            yield "batch", int(step), int(epoch), loss, accuracy_cell, *[""] * (num_columns - 5)


def _cell(epoch: EpochDone, column: str) -> object:
    """Return the value of a column, which is a field of the epoch or one of its metrics."""
    if column in CSV_COLUMNS:
        value = getattr(epoch, column)
    else:
        value = epoch.figure("train" if column.startswith("train_") else "validation", column.partition("_")[2])
    return "" if value is None else value
