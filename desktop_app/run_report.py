"""How the command line shows a run: a progress bar and a table for people, one JSON object a line for programs."""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from time import perf_counter
from types import TracebackType
from typing import Protocol, cast

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn
from rich.table import Table

from core.events import BatchDone, EpochDone, Event, Part, RunEnded, RunStarted
from core.history import History
from core.metrics import metric_title

_PARTS = ("train", "validation")
_IN_TABLES = ("loss", "accuracy", "r2")
"""Figures that a table of epochs has room for in a narrow terminal."""
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
            print_json({"event": "epoch", "epoch": event.epoch} | _epoch_figures(event))
        elif isinstance(event, RunEnded):
            print_json({"event": "end"} | _end_figures(event))


def _epoch_figures(epoch: EpochDone) -> dict[str, float | None]:
    """Return all figures of an epoch under flat names: first those that every run has, null where they do not exist."""
    fixed = [f"{part}_{name}" for part in _PARTS for name in ("loss", "accuracy")]
    found: dict[str, float | None] = {name: getattr(epoch, name) for name in (*fixed, "samples_per_second")}
    for part, metrics in zip(_PARTS, (epoch.train_metrics, epoch.validation_metrics), strict=True):
        found |= {f"{part}_{name}": value for name, value in metrics.items()}
    return found | {"weight_norm": epoch.weight_norm, "learning_rate": epoch.learning_rate}


def _end_figures(end: RunEnded) -> dict[str, object]:
    names = ("reason", "validation_loss", "validation_accuracy", "test_loss", "test_accuracy", "seconds", "message")
    found: dict[str, object] = {name: getattr(end, name) for name in (*names, "best_epoch")}
    for part, metrics in (("validation", end.validation_metrics), ("test", end.test_metrics)):
        found |= {f"{part}_{name}": value for name, value in metrics.items()}
    return found | {"confusion": None if end.confusion is None else end.confusion.tolist()}


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
            shown = [
                f"{part} {_title(name)} {figure(name, event.figure(part, name))}" for part, name in _columns(event)
            ]
            print(f"epoch {event.epoch}: {', '.join(shown)}", file=sys.stderr, flush=True)
        elif isinstance(event, RunEnded):
            self._bar.remove()
            self._summarise(event)

    def _summarise(self, end: RunEnded) -> None:
        epochs = self._history.epochs
        if epochs:
            columns = _columns(epochs[-1])
            rows = [
                [str(epoch.epoch), *(figure(name, epoch.figure(part, name)) for part, name in columns)]
                for epoch in _spread(epochs)
            ]
            print_table(["Epoch", *(f"{part.capitalize()} {_title(name)}" for part, name in columns)], rows)
        if end.reason == "finished":
            print(f"{end.message} {end.seconds:.1f} s, {epochs[-1].samples_per_second:,.0f} samples/s.")
        else:
            print(end.message, file=sys.stderr)
        for part, loss, metrics in (
            ("Validation", end.validation_loss, end.validation_metrics),
            ("Test", end.test_loss, end.test_metrics),
        ):
            if loss is not None:
                told = [f"{_title(name)} {figure(name, value)}" for name, value in [("loss", loss), *metrics.items()]]
                print(f"{part}: {', '.join(told)}.")
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
    return f"{value:.4f}" if name.endswith(("accuracy", "top3", "r2")) else f"{value:#.4g}"


def _columns(epoch: EpochDone) -> list[tuple[Part, str]]:
    """Return the figures of an epoch that a table shows, by part and name."""
    parts = cast("tuple[Part, ...]", _PARTS)
    return [(part, name) for part in parts for name in _IN_TABLES if epoch.figure(part, name) is not None]


def _title(name: str) -> str:
    """Return the title of a figure within a sentence, such as "top-3 accuracy" or "RMSE"."""
    title = metric_title(name)
    return title if title[:2].isupper() or title == "R²" else title.lower()


def _spread(epochs: Sequence[EpochDone]) -> list[EpochDone]:
    """Return some of the epochs, evenly spread, the first and the last among them."""
    distance = math.ceil(len(epochs) / _MAX_ROWS)
    return [epoch for epoch in epochs if epoch.epoch == 1 or (len(epochs) - epoch.epoch) % distance == 0]
