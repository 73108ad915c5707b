"""How the command line shows a run: a progress bar and a table for people, one JSON object a line for programs."""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from time import perf_counter
from types import TracebackType
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn
from rich.table import Table

from core.events import BatchDone, EpochDone, Event, RunEnded, RunStarted
from core.history import History

_EPOCH_METRICS = ("train_loss", "train_accuracy", "validation_loss", "validation_accuracy")
_MAX_ROWS = 30
_SECONDS_BETWEEN_REFRESHES = 0.1


class Report(AbstractContextManager[None], Protocol):
    """Shows the events of one run, from ``__enter__`` to ``__exit__``."""

    def show(self, event: Event) -> None:
        """Take in the next event."""


class _Bar(AbstractContextManager[None]):
    """A progress bar on standard error, where that is a terminal."""

    def __init__(self) -> None:
        console = Console(stderr=True, highlight=False)
        self.is_visible = console.is_terminal
        self._num_epochs = 0
        self._drawn = 0.0
        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            TaskProgressColumn(),
            TextColumn("{task.fields[speed]}"),
            TimeRemainingColumn(),
            console=console,
            # Training has the processor: the bar is drawn between two batches, not from a thread.
            auto_refresh=False,
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
        )
        self._task = self._progress.add_task("", total=None, speed="")

    def __enter__(self) -> None:
        if self.is_visible:
            self._progress.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.remove()

    def remove(self) -> None:
        """Take the bar away."""
        if self._progress.live.is_started:
            self._progress.stop()

    def show(self, event: Event) -> None:
        """Take in the next event."""
        if isinstance(event, RunStarted):
            self._num_epochs = event.experiment.training.num_epochs
            self._progress.update(self._task, total=self._num_epochs * event.batches_per_epoch)
        elif isinstance(event, EpochDone):
            self._progress.update(self._task, speed=f"{event.samples_per_second:,.0f} samples/s")
        elif isinstance(event, BatchDone) and perf_counter() - self._drawn > _SECONDS_BETWEEN_REFRESHES:
            self._drawn = perf_counter()
            description = f"epoch {event.epoch}/{self._num_epochs}  loss {event.loss:#.4g}"
            self._progress.update(self._task, completed=event.step, description=description)
            if self.is_visible:
                self._progress.refresh()


class JsonReport:
    """One JSON object a line on standard output for every epoch and for the end.

    The progress bar stands beside it only where the lines go elsewhere than to the terminal.
    """

    def __init__(self) -> None:
        self._bar = None if sys.stdout.isatty() else _Bar()

    def __enter__(self) -> None:
        if self._bar is not None:
            self._bar.__enter__()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.remove()

    def show(self, event: Event) -> None:
        """Print the event, if it is one of those that are printed."""
        if self._bar is not None:
            self._bar.show(event)
        if isinstance(event, EpochDone):
            names = ("epoch", *_EPOCH_METRICS, "samples_per_second")
            print_json({"event": "epoch"} | {name: getattr(event, name) for name in names})
        elif isinstance(event, RunEnded):
            names = ("reason", "validation_loss", "validation_accuracy", "test_loss", "test_accuracy", "seconds")
            message = {} if event.reason == "finished" else {"message": event.message}
            print_json({"event": "end"} | {name: getattr(event, name) for name in names} | message)


def print_json(values: Mapping[str, object]) -> None:
    """Print one JSON object on a line of its own, at once. NaN and infinity, which JSON does not know, become null."""
    finite = {
        name: None if isinstance(value, float) and not math.isfinite(value) else value for name, value in values.items()
    }
    print(json.dumps(finite, allow_nan=False), flush=True)


class TextReport:
    """A progress bar on standard error while it runs, a table on standard output when it is over.

    Where standard error is no terminal, each epoch gets one line instead of the bar.
    """

    def __init__(self) -> None:
        self._history = History()
        self._bar = _Bar()

    def __enter__(self) -> None:
        self._bar.__enter__()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._bar.remove()

    def show(self, event: Event) -> None:
        """Take in the next event."""
        self._history.add(event)
        self._bar.show(event)
        if isinstance(event, EpochDone) and not self._bar.is_visible:
            values = [(name, getattr(event, name)) for name in _EPOCH_METRICS]
            shown = [f"{_words(name)} {figure(name, value)}" for name, value in values if value is not None]
            print(f"epoch {event.epoch}: {', '.join(shown)}", file=sys.stderr, flush=True)
        elif isinstance(event, RunEnded):
            self._bar.remove()
            self._summarise(event)

    def _summarise(self, end: RunEnded) -> None:
        epochs = self._history.epochs
        if epochs:
            columns = ["epoch", *(name for name in _EPOCH_METRICS if getattr(epochs[-1], name) is not None)]
            rows = [[figure(name, getattr(epoch, name)) for name in columns] for epoch in _spread(epochs)]
            print_table([_words(name).capitalize() for name in columns], rows)
        if end.reason == "finished":
            print(f"{end.message} {end.seconds:.1f} s, {epochs[-1].samples_per_second:,.0f} samples/s.")
        else:
            print(end.message, file=sys.stderr)
        if end.test_loss is not None:
            accuracy = "" if end.test_accuracy is None else f", accuracy {figure('accuracy', end.test_accuracy)}"
            print(f"Test: loss {figure('loss', end.test_loss)}{accuracy}.")
        for name, values in (end.parameters or {}).items():
            print(f"{name}: {', '.join(f'{value:.4f}' for value in values.ravel())}")


def print_table(header: Sequence[str], rows: Sequence[Sequence[str]], *, right_from: int = 0) -> None:
    """Print a table on standard output; the columns from ``right_from`` on are figures."""
    table = Table()
    for i, title in enumerate(header):
        table.add_column(title, justify="right" if i >= right_from else "left")
    for row in rows:
        table.add_row(*row)
    Console(highlight=False, markup=False).print(table)


def figure(name: str, value: float | None) -> str:
    """Return the figure called ``name`` as people read it; a dash where there is none."""
    if value is None:
        return "–"
    return str(value) if name == "epoch" else f"{value:.4f}" if name.endswith("accuracy") else f"{value:#.4g}"


def _words(name: str) -> str:
    return name.replace("_", " ")


def _spread(epochs: Sequence[EpochDone]) -> list[EpochDone]:
    """Return some of the epochs, evenly spread, the first and the last among them."""
    distance = math.ceil(len(epochs) / _MAX_ROWS)
    return [epoch for epoch in epochs if epoch.epoch == 1 or (len(epochs) - epoch.epoch) % distance == 0]
