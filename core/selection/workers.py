"""Worker processes on this computer, as an executor: each trains one cell at a time, on one core.

Nothing that a window draws may import this module: it leads to the engine, though only inside the workers.
"""

from __future__ import annotations

import contextlib
import logging
import multiprocessing
import os
import signal
import socket
import threading
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future, InvalidStateError
from concurrent.futures import TimeoutError as FutureTimeoutError
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing.context import SpawnContext, SpawnProcess
from pathlib import Path
from queue import SimpleQueue
from typing import Any, ClassVar, TypeVar

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from core.errors import essence
from core.layers import Shape
from core.programs import Check, Program
from core.selection.cells import Cell, CellResult
from core.selection.reports import EpochHeard, Reporter, Reports
from core.texts import say

Result = TypeVar("Result")

log = logging.getLogger(__name__)

TRY_SECONDS = 20.0

_ATTEMPTS = 3
_NICENESS = 10
_SECONDS_BETWEEN_LOOKS = 1.0
_ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
_STATUS_0 = 256
"""Stands for the status 0, which no worker has while it is needed; a real status is at most 255."""


def run_cell(cell: Cell, data_dir: Path | None = None, ticket: int | None = None) -> CellResult:
    """Train a cell in this process.

    Args:
        cell: what to run.
        data_dir: where to look first for data files.
        ticket: of :meth:`LocalExecutor.listen`, for which epochs are reported while it trains.
    """
    from core.engine.cells import train_cell

    report = Reporter(_Here.reports, ticket, cell.key) if _Here.reports is not None and ticket is not None else None
    return train_cell(cell, data_dir, on_epoch=report, num_workers=_Here.num_workers)


def try_layer(program: Program, class_name: str, input_shape: Shape, seconds: float = TRY_SECONDS) -> Check:
    """Try a layer of the user's own in this process, which dies if that takes longer than some seconds.

    A program that hangs in C code hears nothing but that.
    """
    from core.engine.custom_check import check_layer

    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        return check_layer(program, class_name, input_shape)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


class _Here:
    """What a worker process knows of itself."""

    reports: ClassVar[socket.socket | None] = None
    num_workers: ClassVar[int] = 1


def _begin(reports: socket.socket, num_workers: int, niceness: int) -> None:
    """Prepare a new worker process, before it imports MXNet."""
    os.environ.update(dict.fromkeys(_ONE_THREAD, "1"))
    os.nice(niceness)
    _Here.reports, _Here.num_workers = reports, num_workers
    threading.Thread(target=_end_with_parent, name="end with parent", daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


class _Process(SpawnProcess):
    def start(self) -> None:
        """Start with SIGINT blocked: Ctrl+C is for the parent, from the child's first instant on."""
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            super().start()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)

    @property
    def exitcode(self) -> int | None:
        """The status, never 0: pebble takes that for an end in good order, and would wait for the task for ever."""
        status = super().exitcode
        return _STATUS_0 if status == 0 else status


class _Context(SpawnContext):
    Process = _Process


class WorkerDied(BrokenExecutor):
    """A worker process ended before its task was done. ``exitcode`` is its status, or minus the signal's number."""

    def __init__(self, exitcode: int) -> None:
        self.exitcode = exitcode if exitcode < 0 else exitcode % _STATUS_0
        how = f"status {self.exitcode}" if exitcode >= 0 else f"signal {-exitcode}"
        super().__init__(f"The worker process ended before this run was done ({how}).")

    @property
    def took_too_long(self) -> bool:
        """Whether :func:`try_layer` had to end it."""
        return self.exitcode == -signal.SIGALRM


@dataclass(frozen=True, eq=False)
class _Task:
    future: ProcessFuture[Any]
    function: Callable[..., Any]
    args: tuple[Any, ...]
    kwargs: dict[str, Any]


def available_cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class LocalExecutor(Executor):
    """Worker processes that start when they are first needed and stay warm until the end.

    A worker that dies costs only its own task, whose future raises BrokenExecutor, and is replaced. Cancelling a
    future also works while its task runs: that ends its worker and no other. Each worker is a pool of its own, so that
    they share neither pipe nor lock, which one that dies could take along.

    Args:
        max_workers: how many work side by side; by default one for each core.
        niceness: how far the workers stand back. By default the window goes first: it needs little, but at once.
    """

    def __init__(self, max_workers: int | None = None, niceness: int = _NICENESS) -> None:
        self.max_workers = max_workers or available_cores()
        self.niceness = niceness
        self._lock = threading.Lock()
        self._tasks: SimpleQueue[_Task | None] = SimpleQueue()
        self._open_futures: set[Future[Any]] = set()
        self._threads: list[threading.Thread] = []
        self._reports: Reports | None = None
        self._is_shut = False

    def submit(self, fn: Callable[..., Result], /, *args: Any, **kwargs: Any) -> Future[Result]:
        """Run a function of a module in a worker; its arguments and its result are pickled.

        Raises:
            RuntimeError: the executor has been shut down.
        """
        future: ProcessFuture[Result] = ProcessFuture()
        with self._lock:
            if self._is_shut:
                raise RuntimeError("cannot submit tasks after shutdown")
            self._open_futures.add(future)
            if not self._threads:
                self._start()
            self._tasks.put(_Task(future, fn, args, kwargs))
        future.add_done_callback(self._forget_future)
        return future

    def listen(self, heard: EpochHeard) -> int:
        """Call ``heard`` from a thread of the executor for epochs of the cells that run with the returned ticket.

        Raises:
            RuntimeError: the executor has been shut down.
        """
        with self._lock:
            if self._is_shut:
                raise RuntimeError("cannot listen after shutdown")
            if not self._threads:
                self._start()
            assert self._reports is not None
            return self._reports.listen(heard)

    def forget(self, ticket: int) -> None:
        """End what :meth:`listen` began."""
        if self._reports is not None:
            self._reports.forget(ticket)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Take no more tasks, and end all workers as soon as they have nothing to do.

        Args:
            wait: until they have ended.
            cancel_futures: the tasks that have not begun are not done any more.
        """
        with self._lock:
            if not self._is_shut:
                self._is_shut = True
                for _ in self._threads:
                    self._tasks.put(None)
            waiting = [future for future in self._open_futures if cancel_futures and not future.running()]
        for future in waiting:
            future.cancel()
        if wait:
            for thread in self._threads:
                thread.join()
            if self._reports is not None:
                self._reports.close()

    def stop(self) -> None:
        """End all workers now, and wait until they have ended; what is not done is cancelled."""
        self.shutdown(wait=False, cancel_futures=True)
        with self._lock:
            running = list(self._open_futures)
        for future in running:
            future.cancel()
        self.shutdown()

    def _start(self) -> None:
        self._reports = Reports()
        for number in range(1, self.max_workers + 1):
            thread = threading.Thread(target=self._serve, name=f"worker {number}", daemon=True)
            self._threads.append(thread)
            thread.start()

    def _forget_future(self, future: Future[Any]) -> None:
        with self._lock:
            self._open_futures.discard(future)

    def _serve(self) -> None:
        """Give tasks to one worker, one after another."""
        pool: ProcessPool | None = None
        while (task := self._tasks.get()) is not None:
            if task.future.set_running_or_notify_cancel():
                try:
                    pool = self._do(task, pool)
                except Exception as error:
                    # Such as a program that may not start processes here.
                    log.debug("A worker process could not be started", exc_info=True)
                    _fail(task.future, BrokenExecutor(f"No worker process could be started: {essence(error)}."))
                    pool = None
                if task.future.cancelled():
                    # It was running, and those who wait for several futures do not know yet.
                    task.future.set_running_or_notify_cancel()
        _retire(pool)

    def _do(self, task: _Task, pool: ProcessPool | None) -> ProcessPool | None:
        """Do a task; return the pool for the next one, or None if that takes a new one."""
        for _ in range(_ATTEMPTS):
            try:
                if pool is None or not pool.active:
                    _retire(pool)
                    pool = None
                    assert self._reports is not None
                    arguments = (self._reports.sender, self.max_workers, self.niceness)
                    pool = ProcessPool(1, initializer=_begin, initargs=arguments, context=_Context())
                if _settle(task, pool):
                    return pool
                break
            except BrokenProcessPool:
                # The worker died while it had nothing to do, or could not start.
                _retire(pool)
                pool = None
        else:
            _fail(task.future, BrokenExecutor("No worker process could be started."))
        _retire(pool)
        return None


def _settle(task: _Task, pool: ProcessPool) -> bool:
    """Do a task in a pool; return whether its worker is still there.

    Raises:
        BrokenProcessPool: the task has not begun.
    """
    try:
        inner = pool.schedule(task.function, task.args, task.kwargs)
    except RuntimeError as error:
        raise BrokenProcessPool from error
    task.future.add_done_callback(lambda outer: inner.cancel() if outer.cancelled() else None)
    try:
        result = _wait_for(inner, pool)
    except BrokenProcessPool:
        raise
    except CancelledError:
        # Or the task raised it itself, which nobody asked for.
        _fail(task.future, BrokenExecutor("The run was given up in its worker process."))
        return False
    except ProcessExpired as error:
        _fail(task.future, WorkerDied(error.exitcode))
        return False
    except BaseException as error:
        _fail(task.future, error)
    else:
        with contextlib.suppress(InvalidStateError):
            task.future.set_result(result)
    return True


def _wait_for(inner: ProcessFuture[Any], pool: ProcessPool) -> Any:
    """Return the result of a task that was given to a pool.

    A pool that breaks forgets a task that reaches it at that very moment, so that it is looked after.

    Raises:
        BrokenProcessPool: the task has not begun.
        BrokenExecutor: the result cannot be read.
    """
    while True:
        try:
            return inner.result(_SECONDS_BETWEEN_LOOKS)
        except FutureTimeoutError:
            is_active = pool.active
            if inner.done():
                return inner.result()
            if not is_active:
                if inner.running():
                    raise BrokenExecutor(say("The result of this run could not be read.")) from None
                raise BrokenProcessPool from None


def _fail(future: ProcessFuture[Any], error: BaseException) -> None:
    # It may have been cancelled at the last moment.
    with contextlib.suppress(InvalidStateError):
        future.set_exception(error)


def _retire(pool: ProcessPool | None) -> None:
    """End a pool with its worker, if there is one."""
    if pool is not None:
        pool.stop()
        pool.join()
