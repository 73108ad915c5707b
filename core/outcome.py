"""What is kept of a run that is over: its experiment, its epochs and its end, without network and batches."""

from __future__ import annotations

from dataclasses import dataclass

from core.events import Change, EpochDone, RunEnded, RunStarted
from core.experiment import Experiment
from core.history import History


@dataclass(frozen=True, eq=False)
class RunOutcome:
    """A run that is over. Its epochs draw its curves, wherever it was trained.

    ``changes`` are what the user did to it while it ran.
    """

    started: RunStarted
    epochs: tuple[EpochDone, ...]
    ended: RunEnded
    changes: tuple[Change, ...] = ()

    @classmethod
    def of(cls, history: History) -> RunOutcome:
        """Return the outcome of a run that has ended.

        Raises:
            ValueError: the history holds no run, or one that still goes on.
        """
        if history.started is None or history.ended is None:
            raise ValueError("only a run that has ended has an outcome")
        return cls(history.started, tuple(history.epochs), history.ended, tuple(history.changes))

    @property
    def experiment(self) -> Experiment:
        """What was run."""
        return self.started.experiment

    def history(self) -> History:
        """Return a history with the epochs and the end, but no batches."""
        history = History()
        for event in (self.started, *self.epochs, *self.changes, self.ended):
            history.add(event)
        return history
