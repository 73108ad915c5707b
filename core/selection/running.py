"""Runs the cells of a selection on an executor, and hands over each result as soon as it is there."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future
from pathlib import Path
from queue import SimpleQueue

from core.errors import essence
from core.events import EpochDone
from core.selection.cells import Cell, CellResult
from core.selection.reports import EpochHeard
from core.selection.workers import LocalExecutor, run_cell

ResultHeard = Callable[[CellResult], None]

log = logging.getLogger(__name__)


class Selection:
    """The cells of a selection on their way.

    The callbacks are called from threads of the executor or from the one that cancels, never two at a time; they must
    be quick. After ``on_end`` none is called any more.

    Args:
        cells: what to run; their keys differ.
        executor: where. Only a :class:`LocalExecutor` tells of epochs.
        data_dir: where the workers look first for data files.
        on_result: is called for every cell that is done, in the order in which they are; not for cancelled ones.
        on_epoch: is called for epochs of a cell that is still training; of a fast one, some are left out.
        on_end: is called once, when all cells are done or cancelled.
    """

    def __init__(
        self,
        cells: Sequence[Cell],
        executor: Executor,
        *,
        data_dir: Path | None = None,
        on_result: ResultHeard | None = None,
        on_epoch: EpochHeard | None = None,
        on_end: Callable[[], None] | None = None,
    ) -> None:
        self._cells, self._executor, self._data_dir = tuple(cells), executor, data_dir
        self._on_result, self._on_epoch, self._on_end = on_result, on_epoch, on_end
        self._lock = threading.RLock()
        self._results: dict[str, CellResult] = {}
        self._futures: list[Future[CellResult]] = []
        self._num_open = len(self._cells)
        self._ticket: int | None = None
        self._is_cancelled = False

    @property
    def results(self) -> Mapping[str, CellResult]:
        """What is done so far, by key, in the order in which it was done."""
        with self._lock:
            return dict(self._results)

    @property
    def is_over(self) -> bool:
        """Whether all cells are done or cancelled."""
        return self._num_open == 0

    def start(self) -> None:
        """Hand all cells to the executor. To be called once."""
        if not self._cells:
            self._end()
            return
        if self._on_epoch is not None and isinstance(self._executor, LocalExecutor):
            self._ticket = self._executor.listen(self._take_epoch)
        for cell in self._cells:
            future = self._executor.submit(run_cell, cell, self._data_dir, self._ticket)
            with self._lock:
                self._futures.append(future)
            future.add_done_callback(lambda future, key=cell.key: self._take(key, future))  # type: ignore[misc]
        if self._is_cancelled:
            self.cancel()

    def cancel(self) -> None:
        """Give up what is not done. What is done is kept."""
        with self._lock:
            self._is_cancelled = True
            futures = list(self._futures)
        # The last first, so that no worker begins with a cell that is to be cancelled next.
        for future in reversed(futures):
            future.cancel()

    def _take_epoch(self, key: str, epoch: EpochDone) -> None:
        with self._lock:
            # Reports and results travel separately.
            if self._on_epoch is not None and not self.is_over and key not in self._results:
                self._on_epoch(key, epoch)

    def _take(self, key: str, future: Future[CellResult]) -> None:
        with self._lock:
            if not (future.cancelled() and self._is_cancelled):
                result = _result(key, future)
                self._results[key] = result
                if self._on_result is not None:
                    self._on_result(result)
            self._num_open -= 1
            if self.is_over:
                self._end()

    def _end(self) -> None:
        if self._ticket is not None and isinstance(self._executor, LocalExecutor):
            self._executor.forget(self._ticket)
        if self._on_end is not None:
            self._on_end()


def run_cells(
    cells: Sequence[Cell],
    executor: Executor,
    *,
    data_dir: Path | None = None,
    on_epoch: EpochHeard | None = None,
) -> Iterator[CellResult]:
    """Run cells, and yield their results in the order in which they are done.

    A cell that cannot be run, or whose worker dies, costs only itself: its result has a sentence. Giving up the
    iterator cancels what is not done.

    Args:
        cells: what to run; their keys differ.
        executor: where. Only a :class:`LocalExecutor` tells of epochs.
        data_dir: where the workers look first for data files.
        on_epoch: is called from a thread of the executor for epochs of a cell that is still training; of a
            fast one, some are left out.
    """
    done: SimpleQueue[CellResult | None] = SimpleQueue()
    selection = Selection(
        cells, executor, data_dir=data_dir, on_result=done.put, on_epoch=on_epoch, on_end=lambda: done.put(None)
    )
    try:
        selection.start()
        while (result := done.get()) is not None:
            yield result
    finally:
        selection.cancel()


def _result(key: str, future: Future[CellResult]) -> CellResult:
    """Return the result of a future that is done, with a sentence if it has none of its own."""
    if future.cancelled():
        return CellResult(key, None, "The workers were lost before this run was done. Run it again.")
    error = future.exception()
    if error is None:
        return future.result()
    log.debug("The run of %s failed", key, exc_info=error)
    what = essence(error)
    if type(error).__name__ == "KilledWorker":
        # Dask's own error, which has no other name where Dask is not installed.
        what = "The worker process ended before this run was done"
    elif not isinstance(error, BrokenExecutor):
        return CellResult(key, None, f"This run failed: {what}.")
    remedy = "Perhaps the memory did not suffice. Run it again, or with fewer workers."
    return CellResult(key, None, f"{what}. {remedy}")
