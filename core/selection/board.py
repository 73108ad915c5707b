"""What is known of the cells of a selection while it goes on: their states, epochs and results."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from core.events import EpochDone
from core.outcome import RunOutcome
from core.selection.cells import Cell, CellResult
from core.selection.figures import Figure

CellState = Literal["waiting", "running", "done", "diverged", "failed", "cancelled"]
"""``diverged`` cells have an outcome all the same; ``failed`` and ``cancelled`` ones have none."""


@dataclass
class _Record:
    """What is known of one cell; ``series`` keeps the figures of its epochs that somebody has asked for."""

    cell: Cell
    state: CellState = "waiting"
    epochs: list[EpochDone] = field(default_factory=list)
    result: CellResult | None = None
    series: dict[Figure, list[float]] = field(default_factory=dict)


class Board:
    """The cells of one selection, in their order, told apart by their keys.

    ``num_changes`` counts how often the results have changed, so that what is computed from them can be kept.

    Args:
        cells: with keys that differ.
    """

    def __init__(self, cells: Iterable[Cell]) -> None:
        self.num_changes = 0
        self._records = {cell.key: _Record(cell) for cell in cells}
        self.keys = tuple(self._records)
        self.cells = tuple(record.cell for record in self._records.values())

    def cell(self, key: str) -> Cell:
        """Return a cell."""
        return self._records[key].cell

    def state(self, key: str) -> CellState:
        """Return how far a cell is."""
        return self._records[key].state

    def epochs(self, key: str) -> Sequence[EpochDone]:
        """Return the epochs of a cell that are known so far."""
        return self._records[key].epochs

    def result(self, key: str) -> CellResult | None:
        """Return what came of a cell, None as long as nothing has."""
        return self._records[key].result

    def outcome(self, key: str) -> RunOutcome | None:
        """Return the run of a cell, None if there is none, or not yet."""
        result = self._records[key].result
        return result.outcome if result is not None else None

    def with_state(self, *states: CellState) -> list[str]:
        """Return the keys of the cells in one of these states."""
        return [key for key, record in self._records.items() if record.state in states]

    @property
    def is_over(self) -> bool:
        """Whether no cell is waiting or running."""
        return not self.with_state("waiting", "running")

    @property
    def share_done(self) -> float:
        """How much is done, from 0 to 1; a cell that is running or was cancelled counts by its epochs."""
        shares = [self.share_of(key) for key in self.keys]
        return sum(shares) / len(shares) if shares else 1.0

    def share_of(self, key: str) -> float:
        """Return how much of a cell is done, from 0 to 1."""
        record = self._records[key]
        if record.state in ("waiting", "running", "cancelled"):
            return self.last_epoch(key) / record.cell.experiment.training.num_epochs
        return 1.0

    def last_epoch(self, key: str) -> int:
        """Return the number of the last epoch of a cell that is known, 0 before the first."""
        epochs = self._records[key].epochs
        return epochs[-1].epoch if epochs else 0

    def begin(self, key: str) -> None:
        """Take note that a worker has begun with a cell."""
        record = self._records[key]
        if record.state == "waiting":
            record.state = "running"

    def add_epoch(self, key: str, epoch: EpochDone) -> None:
        """Take in an epoch of a cell that is not over; one that is known already is dropped."""
        record = self._records[key]
        if record.result is None and record.state in ("waiting", "running"):
            record.state = "running"
            if not record.epochs or epoch.epoch > record.epochs[-1].epoch:
                record.epochs.append(epoch)

    def finish(self, result: CellResult) -> None:
        """Take in what came of a cell."""
        self.num_changes += 1
        record = self._records[result.key]
        record.result = result
        outcome = result.outcome
        if outcome is None or outcome.ended.reason == "failed":
            record.state = "failed"
        else:
            record.state = "diverged" if outcome.ended.reason == "diverged" else "done"
        if outcome is not None:
            record.epochs = list(outcome.epochs)
            record.series = {}

    def cancel(self) -> None:
        """Give up the cells that are not over; what is done is kept."""
        for key in self.with_state("waiting", "running"):
            self._forget(key, "cancelled")

    def retry(self) -> list[Cell]:
        """Let failed and cancelled cells wait again, and return them."""
        keys = self.with_state("failed", "cancelled")
        for key in keys:
            self._forget(key, "waiting")
        return [self.cell(key) for key in keys]

    def _forget(self, key: str, state: CellState) -> None:
        self.num_changes += 1
        record = self._records[key]
        record.state, record.epochs, record.result = state, [], None
        record.series = {}

    def sentence(self, key: str) -> str:
        """Return why a cell failed or diverged, an empty text if neither."""
        result = self.result(key)
        if result is None or self.state(key) not in ("failed", "diverged"):
            return ""
        return result.sentence or (result.outcome.ended.message if result.outcome is not None else "")

    def results(self) -> list[CellResult]:
        """Return what came of the cells so far, in their order."""
        return [record.result for record in self._records.values() if record.result is not None]

    def value(self, key: str, figure: Figure) -> float:
        """Return a figure of a cell that is done, NaN for any other cell and where there is no such number."""
        outcome = self.outcome(key)
        return math.nan if outcome is None else figure.of_run(outcome)

    def series(self, key: str, figure: Figure) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return the numbers of a cell's epochs and a figure after them, NaN where there is none: ``(num_epochs,)``."""
        record = self._records[key]
        values = record.series.setdefault(figure, [])
        values += [figure.of_epoch(epoch) for epoch in record.epochs[len(values) :]]
        numbers = np.array([epoch.epoch for epoch in record.epochs], dtype=np.float64)
        return numbers, np.array(values, dtype=np.float64)
