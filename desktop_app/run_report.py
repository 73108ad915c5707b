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

_MAX_ROWS = 20
_SECONDS_BETWEEN_REFRESHES = 0.1


class Report(AbstractContextManager[None], Protocol):
    """Shows the events of one run, from ``__enter__`` to ``__exit__``."""

    def show(self, event: Event) -> None:
        """Take in the next event."""


class JsonReport:
    """One JSON object a line on standard output for every epoch and for the end."""

    def __enter__(self) -> None:
        pass

    def __exit__(self, *_: object) -> None:
        pass

    def show(self, event: Event) -> None:
        """Print the event, if it is one of those that are printed."""
        if isinstance(event, EpochDone):
            names = (
                "epoch",
                "train_loss",
                "train_accuracy",
                "validation_loss",
                "validation_accuracy",
                "samples_per_second",
            )
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
        self._errors = Console(stderr=True, highlight=False)
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            TaskProgressColumn(),
            TextColumn("{task.fields[speed]}"),
            TimeRemainingColumn(),
            console=self._errors,
            # Training has the processor: the bar is drawn between two batches, not from a thread.
            auto_refresh=False,
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
        )
        self._task = self._bar.add_task("", total=None, speed="")
        self._drawn = 0.0

    def __enter__(self) -> None:
        if self._errors.is_terminal:
            self._bar.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._bar.stop()

    def show(self, event: Event) -> None:
        """Take in the next event."""
        self._history.add(event)
        if isinstance(event, RunStarted):
            training = event.experiment.training
            self._bar.update(self._task, total=training.num_epochs * event.batches_per_epoch)
        elif isinstance(event, BatchDone) and perf_counter() - self._drawn > _SECONDS_BETWEEN_REFRESHES:
            self._draw(event)
        elif isinstance(event, EpochDone):
            self._show_epoch(event)
        elif isinstance(event, RunEnded):
            self._bar.stop()
            self._summarise(event)

    def _num_epochs(self) -> int:
        return self._history.started.experiment.training.num_epochs if self._history.started else 0

    def _draw(self, event: BatchDone) -> None:
        self._drawn = perf_counter()
        description = f"epoch {event.epoch}/{self._num_epochs()}  loss {event.loss:.4g}"
        self._bar.update(self._task, completed=event.step, description=description)
        if self._errors.is_terminal:
            self._bar.refresh()

    def _show_epoch(self, event: EpochDone) -> None:
        self._bar.update(self._task, speed=f"{event.samples_per_second:,.0f} samples/s")
        if not self._errors.is_terminal:
            shown = [
                f"{name.replace('_', ' ')} {_figure(name, getattr(event, name))}"
                for name in ("train_loss", "train_accuracy", "validation_loss", "validation_accuracy")
                if getattr(event, name) is not None
            ]
            print(f"epoch {event.epoch}/{self._num_epochs()}: {', '.join(shown)}", file=sys.stderr, flush=True)

    def _summarise(self, end: RunEnded) -> None:
        epochs = self._history.epochs
        columns = ["epoch", "train_loss", "train_accuracy", "validation_loss", "validation_accuracy"]
        columns = [name for name in columns if epochs and getattr(epochs[-1], name) is not None]
        if epochs:
            rows = [[_figure(name, getattr(epoch, name)) for name in columns] for epoch in _spread(epochs)]
            print_table([name.replace("_", " ").capitalize() for name in columns], rows)
        if end.reason == "finished":
            print(f"{end.message} {end.seconds:.1f} s, {epochs[-1].samples_per_second:,.0f} samples/s.")
        else:
            print(end.message, file=sys.stderr)
        if end.test_loss is not None:
            accuracy = "" if end.test_accuracy is None else f", accuracy {end.test_accuracy:.4f}"
            print(f"Test: loss {end.test_loss:.4g}{accuracy}.")


def print_table(header: Sequence[str], rows: Sequence[Sequence[str]], *, right_from: int = 0) -> None:
    """Print a table on standard output; the columns from ``right_from`` on are figures."""
    table = Table()
    for i, title in enumerate(header):
        table.add_column(title, justify="right" if i >= right_from else "left")
    for row in rows:
        table.add_row(*row)
    Console(highlight=False, markup=False).print(table)


def figure(name: str, value: float | None) -> str:
    """Return a metric as people read it; a dash where there is none."""
    return "–" if value is None else _figure(name, value)


def _figure(name: str, value: float) -> str:
    return str(value) if name == "epoch" else f"{value:.4f}" if name.endswith("accuracy") else f"{value:.4g}"


def _spread(epochs: Sequence[EpochDone]) -> list[EpochDone]:
    """Return some of the epochs, evenly spread, the first and the last among them."""
    count = min(len(epochs), _MAX_ROWS)
    return [epochs[round(i * (len(epochs) - 1) / max(1, count - 1))] for i in range(count)]
