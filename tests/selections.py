"""Made-up results of selections, an executor that a test holds in its hand, and one that lends warm workers.

Nothing here imports MXNet, since workers import this module for what they are to do.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Sequence
from concurrent import futures
from concurrent.futures import Executor, Future
from typing import Any

from core.events import EpochDone, RunEnded, RunStarted
from core.experiment import Experiment
from core.outcome import RunOutcome
from core.selection import workers
from core.selection.cells import Cell, CellResult
from core.selection.reports import EpochHeard, Reporter
from core.selection.workers import LocalExecutor


def epoch_done(number: int, loss: float, train_loss: float = 0.5, accuracy: float | None = None) -> EpochDone:
    """Return an epoch of 3 batches; ``loss`` is that of the validation part, ``accuracy`` that of both parts."""
    metrics = {} if accuracy is None else {"accuracy": accuracy}
    return EpochDone(
        1,
        3 * number,
        number,
        train_loss,
        accuracy,
        loss,
        accuracy,
        1000.0,
        float(number),
        train_metrics=metrics,
        validation_metrics=metrics,
    )


def outcome_of(
    experiment: Experiment,
    validation_losses: Sequence[float],
    *,
    train_loss: float = 0.5,
    accuracies: Sequence[float] = (),
) -> RunOutcome:
    """Return a finished run with these losses, and accuracies if there are any, after its epochs."""
    shares: Sequence[float | None] = accuracies or [None] * len(validation_losses)
    pairs = zip(validation_losses, shares, strict=True)
    epochs = tuple(epoch_done(n, loss, train_loss, share) for n, (loss, share) in enumerate(pairs, start=1))
    ended = RunEnded(1, 3 * len(epochs), "finished", "Finished.", epochs[-1].validation_loss)
    return RunOutcome(RunStarted(1, experiment, 80, 20, 0, 3, 100), epochs, ended)


def endless(key: str, ticket: int) -> None:
    """In a worker, tell an epoch as a cell does that trains, and never end; without MXNet, which is slow to import."""
    assert workers._Here.reports is not None
    Reporter(workers._Here.reports, ticket, key)(epoch_done(1, 0.5))
    while True:
        signal.pause()


class Unreadable:
    """Cannot be put together again where it arrives."""

    def __reduce__(self) -> tuple[type[int], tuple[str]]:
        """Ask for what fails."""
        return int, ("not a number",)


class HandExecutor(Executor):
    """Keeps what is submitted; the test says what becomes of each task."""

    def __init__(self, max_workers: int = 2) -> None:
        self.max_workers = max_workers
        self.tasks: dict[str, Future[CellResult]] = {}
        self.cells: dict[str, Cell] = {}
        self.is_shut = False

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Take a cell."""
        future: Future[CellResult] = Future()
        cell = args[0]
        self.tasks[cell.key], self.cells[cell.key] = future, cell
        return future

    def finish(self, key: str, outcome: RunOutcome | None = None, sentence: str = "") -> None:
        """Let a cell be done."""
        self.tasks[key].set_result(CellResult(key, outcome, sentence))

    def fail(self, key: str, error: BaseException) -> None:
        """Let the worker of a cell die."""
        self.tasks[key].set_exception(error)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Take note."""
        self.is_shut = True


class LentExecutor(Executor):
    """Workers of somebody else: its end cancels what is not done, and leaves the workers warm for the next test."""

    def __init__(self, executor: LocalExecutor) -> None:
        self.max_workers = executor.max_workers
        self._executor = executor
        self._futures: list[Future[Any]] = []

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Hand a task on."""
        self._futures.append(self._executor.submit(fn, *args, **kwargs))
        return self._futures[-1]

    def listen(self, heard: EpochHeard) -> int:
        """Hear of epochs."""
        return self._executor.listen(heard)

    def forget(self, ticket: int) -> None:
        """Hear no more."""
        self._executor.forget(ticket)

    def stop(self) -> None:
        """Cancel what is not done."""
        self.shutdown(cancel_futures=True)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Come to the end of what was submitted here."""
        for future in self._futures if cancel_futures else ():
            future.cancel()
        if wait:
            futures.wait(self._futures)
