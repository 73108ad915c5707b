"""Runs rows of the book on an executor, and judges each as soon as it is done.

Nothing that a window draws may import this module: it leads to the engine, though only inside the workers.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from core.errors import essence
from core.events import EpochDone
from core.presets import load_preset
from core.selection.cells import Cell, CellResult
from core.selection.workers import LocalExecutor, run_cell
from core.verdicts import Computed, Entry, Verdict, judge

VerdictHeard = Callable[[Verdict], object]
ProgressHeard = Callable[[str, float], object]
"""Called with the key of a row and the share of it that is done, from 0 to 1."""

log = logging.getLogger(__name__)


def compute_row(key: str) -> Computed:
    """Do the computation of a row in this process."""
    from core.engine.book import compute

    return compute(key)


class Replay:
    """Rows on their way. More can be added while it goes on.

    A row that measures time waits until it is alone, and all others wait for it then. The callbacks are called from
    threads of the executor, one at a time.

    Args:
        executor: where the rows run. Only a :class:`LocalExecutor` tells of progress.
        data_dir: where the workers look first for data files.
        on_verdict: is called for every row that is done; not for cancelled ones.
        on_progress: is called after every epoch of a training.
        on_idle: is called when no row is left, done or cancelled.
    """

    def __init__(
        self,
        executor: Executor,
        *,
        data_dir: Path | None = None,
        on_verdict: VerdictHeard,
        on_progress: ProgressHeard | None = None,
        on_idle: Callable[[], None] | None = None,
    ) -> None:
        self._executor, self._data_dir = executor, data_dir
        self._on_verdict, self._on_progress, self._on_idle = on_verdict, on_progress, on_idle
        self._lock = threading.RLock()
        self._waiting: list[Entry] = []
        self._open: dict[str, tuple[Entry, Future[Any]]] = {}
        self._ticket: int | None = None
        if on_progress is not None and isinstance(executor, LocalExecutor):
            self._ticket = executor.listen(self._take_epoch)

    @property
    def keys(self) -> list[str]:
        """The keys of the rows that are not done."""
        with self._lock:
            return [*self._open, *(entry.key for entry in self._waiting)]

    @property
    def running(self) -> list[str]:
        """The keys of the rows that a worker is busy with."""
        with self._lock:
            return [key for key, (_, future) in self._open.items() if future.running()]

    def add(self, entries: Sequence[Entry]) -> None:
        """Run these rows too; those that are on their way already are not run a second time."""
        with self._lock:
            present = self.keys
            self._waiting += [entry for entry in entries if entry.key not in present]
            self._go_on()

    def cancel(self, key: str | None = None) -> None:
        """Give up one row, or all that are not done."""
        with self._lock:
            self._waiting = [entry for entry in self._waiting if key is not None and entry.key != key]
            futures = [future for entry, future in self._open.values() if key in (None, entry.key)]
        # The last first, so that no worker begins with a row that is to be cancelled next.
        for future in reversed(futures):
            future.cancel()

    def _go_on(self) -> None:
        """Hand over all rows that may run now."""
        while (entry := self._next()) is not None:
            self._begin(entry)

    def _next(self) -> Entry | None:
        if any(entry.alone for entry, _ in self._open.values()):
            return None
        if not self._open and self._waiting and all(entry.alone for entry in self._waiting):
            return self._waiting[0]
        return next((entry for entry in self._waiting if not entry.alone), None)

    def _begin(self, entry: Entry) -> None:
        self._waiting.remove(entry)
        if entry.computed:
            future: Future[Any] = self._executor.submit(compute_row, entry.key)
        else:
            cell = Cell(entry.key, load_preset(entry.key))
            future = self._executor.submit(run_cell, cell, self._data_dir, self._ticket)
        self._open[entry.key] = entry, future
        future.add_done_callback(lambda done: self._take(entry, done))

    def _take(self, entry: Entry, future: Future[Any]) -> None:
        with self._lock:
            del self._open[entry.key]
            if not future.cancelled():
                self._on_verdict(_verdict(entry, future))
            self._go_on()
            if not self._open and not self._waiting and self._on_idle is not None:
                self._on_idle()

    def _take_epoch(self, key: str, epoch: EpochDone) -> None:
        with self._lock:
            # Reports and results travel separately.
            if self._on_progress is not None and key in self._open:
                self._on_progress(key, epoch.epoch / load_preset(key).training.num_epochs)

    def close(self) -> None:
        """Listen no longer."""
        if self._ticket is not None and isinstance(self._executor, LocalExecutor):
            self._executor.forget(self._ticket)


def replay(
    entries: Sequence[Entry],
    executor: Executor,
    *,
    data_dir: Path | None = None,
    on_progress: ProgressHeard | None = None,
) -> Iterator[Verdict]:
    """Run rows, and yield their verdicts in the order in which they are done.

    Giving up the iterator cancels what is not done.
    """
    verdicts: SimpleQueue[Verdict | None] = SimpleQueue()
    run = Replay(
        executor,
        data_dir=data_dir,
        on_verdict=verdicts.put,
        on_progress=on_progress,
        on_idle=lambda: verdicts.put(None),
    )
    try:
        if entries:
            run.add(entries)
            while (verdict := verdicts.get()) is not None:
                yield verdict
    finally:
        run.cancel()
        run.close()


def _verdict(entry: Entry, future: Future[Any]) -> Verdict:
    error = future.exception()
    if error is not None:
        log.debug("The row %s failed", entry.key, exc_info=error)
        what = essence(error) if isinstance(error, BrokenExecutor) else f"This row failed: {essence(error)}"
        return Verdict(entry, (), f"{what}. Run it again.")
    result = future.result()
    if not isinstance(result, CellResult):
        return judge(entry, result)
    return Verdict(entry, (), result.sentence) if result.outcome is None else judge(entry, result.outcome)
