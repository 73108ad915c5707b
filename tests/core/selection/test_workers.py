"""Real worker processes: equal results, deaths, cancelling, and nothing left behind."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, CancelledError, wait
from concurrent.futures.process import BrokenProcessPool
from queue import SimpleQueue

import psutil
import pytest
from pebble.pool.process import PoolManager, Task

from core.engine.cells import train_cell
from core.events import EpochDone
from core.selection import workers
from core.selection.cells import Cell, CellResult
from core.selection.kfold import KFold
from core.selection.running import Selection, run_cells
from core.selection.workers import LocalExecutor, available_cores
from tests.core.engine.runs import DENSE, small
from tests.selections import Unreadable, endless

ENDLESS = {"num_epochs": 100_000}
SHORT = {"num_epochs": 2}


@pytest.fixture
def executor(_warm_workers: LocalExecutor) -> LocalExecutor:
    """The two workers that stay warm from test to test, also of other modules; one that is ended is replaced."""
    return _warm_workers


@pytest.fixture(scope="module")
def single() -> Iterator[LocalExecutor]:
    """One worker, which may be another process after a test that ended it."""
    executor = LocalExecutor(1, niceness=1)
    yield executor
    executor.stop()


def cell(key: str, **training: int) -> Cell:
    return Cell(key, small(layers=[DENSE], training=SHORT | training))


def curve(result: CellResult) -> list[tuple[float, float | None]]:
    assert result.outcome is not None, result.sentence
    return [(epoch.train_loss, epoch.validation_loss) for epoch in result.outcome.epochs]


class Started:
    """Hears epochs, and lets a test wait until a cell trains."""

    def __init__(self) -> None:
        self._keys: SimpleQueue[str] = SimpleQueue()

    def hear(self, key: str, epoch: EpochDone) -> None:
        if epoch.epoch == 1:
            self._keys.put(key)

    def wait_for(self, key: str) -> None:
        self.wait_for_all({key})

    def wait_for_all(self, keys: set[str]) -> None:
        while keys:
            keys = keys - {self._keys.get(timeout=60)}


def pids_of_workers() -> set[int]:
    return {process.pid for process in multiprocessing.active_children() if process.pid is not None}


def pids_of(executor: LocalExecutor) -> set[int]:
    """Return the processes of all workers, none of which has anything to do."""
    found: set[int] = set()
    while len(found) < executor.max_workers:
        found |= {future.result(60) for future in [executor.submit(os.getpid) for _ in range(20)]}
    return found


def test_a_worker_computes_what_this_process_does_bit_for_bit(executor: LocalExecutor) -> None:
    cells = [cell("plain"), cell("seed 3", seed=3), *KFold(num_folds=2).cells(small(layers=[DENSE], training=SHORT))]
    results = {result.key: result for result in run_cells(cells, executor)}
    assert sorted(results) == sorted(cell.key for cell in cells)
    for one in cells:
        assert curve(results[one.key]) == curve(train_cell(one))
    assert curve(results["plain"]) != curve(results["seed 3"])


def test_a_worker_uses_one_thread(executor: LocalExecutor) -> None:
    names = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
    assert [executor.submit(os.getenv, name).result(60) for name in names] == ["1", "1", "1"]


def test_workers_stand_back_as_far_as_they_are_told(executor: LocalExecutor, single: LocalExecutor) -> None:
    own = os.nice(0)
    assert [each.submit(os.nice, 0).result(60) for each in (executor, single)] == [own, min(19, own + 1)]
    assert LocalExecutor().niceness == 10, "the window goes first"


def test_workers_stay_warm(executor: LocalExecutor) -> None:
    pids = {executor.submit(os.getpid).result(60) for _ in range(6)}
    assert len(pids) <= 2
    assert {executor.submit(os.getpid).result(60) for _ in range(6)} & pids
    assert os.getpid() not in pids


def test_epochs_are_told_while_a_cell_trains_and_are_those_of_the_outcome(executor: LocalExecutor) -> None:
    heard: list[tuple[str, EpochDone]] = []
    cells = [cell("a", num_epochs=20), cell("b", num_epochs=20, seed=1)]
    results = list(run_cells(cells, executor, on_epoch=lambda key, epoch: heard.append((key, epoch))))
    for result in results:
        told = [epoch for key, epoch in heard if key == result.key]
        assert result.outcome is not None
        assert told[0].epoch == 1
        assert told == [epoch for epoch in result.outcome.epochs if epoch.epoch in {each.epoch for each in told}]


def test_a_worker_that_is_killed_costs_its_own_cell_alone(executor: LocalExecutor) -> None:
    started, results = Started(), SimpleQueue[CellResult | None]()
    cells = [cell("endless", **ENDLESS), *(cell(f"seed {seed}", seed=seed) for seed in range(4))]
    selection = Selection(
        cells, executor, on_result=results.put, on_epoch=started.hear, on_end=lambda: results.put(None)
    )
    pids = pids_of(executor)
    selection.start()
    started.wait_for("endless")
    (busy,) = pids - {executor.submit(os.getpid).result(60)}
    os.kill(busy, signal.SIGKILL)
    by_key = {result.key: result for result in iter(lambda: results.get(timeout=60), None)}
    assert selection.is_over
    assert by_key == selection.results
    lost = by_key.pop("endless")
    assert lost.outcome is None
    assert lost.sentence.startswith("The worker process ended before this run was done (signal 9). ")
    assert lost.sentence.endswith("Run it again, or with fewer workers.")
    assert sorted(by_key) == [f"seed {seed}" for seed in range(4)]
    for seed in range(4):
        assert curve(by_key[f"seed {seed}"]) == curve(train_cell(cell("again", seed=seed)))
    # The same cell runs again, and both workers are there.
    assert [curve(result) for result in run_cells([cell("again")], executor)] == [curve(train_cell(cell("again")))]


def test_an_idle_worker_that_is_killed_costs_nothing(single: LocalExecutor) -> None:
    pid = single.submit(os.getpid).result(60)
    process = psutil.Process(pid)
    process.kill()
    assert single.submit(os.getpid).result(60) != pid


def test_a_task_that_reaches_a_pool_while_it_breaks_is_done_by_the_next(
    single: LocalExecutor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The pool has given up its tasks already when it takes note of this one."""
    pid = single.submit(os.getpid).result(60)
    schedule = PoolManager.schedule
    broken: list[int] = []

    def break_first(manager: PoolManager, task: Task) -> None:
        if not broken:
            broken.append(pid)
            psutil.Process(pid).kill()
            manager.handle_broken_pool(BrokenProcessPool())
        schedule(manager, task)

    monkeypatch.setattr(PoolManager, "schedule", break_first)
    assert single.submit(os.getpid).result(60) != pid
    assert broken == [pid]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_result_that_cannot_be_read_is_told_and_the_next_task_is_done(single: LocalExecutor) -> None:
    with pytest.raises(BrokenExecutor, match="could not be read"):
        single.submit(Unreadable).result(60)
    assert single.submit(os.getpid).result(60) > 0


def test_a_cell_that_is_cancelled_while_it_trains_ends_and_the_done_ones_are_kept(executor: LocalExecutor) -> None:
    started, results = Started(), SimpleQueue[CellResult | None]()
    cells = [cell("endless", **ENDLESS), cell("short"), cell("endless too", **ENDLESS), cell("never begun", **ENDLESS)]
    selection = Selection(
        cells, executor, on_result=results.put, on_epoch=started.hear, on_end=lambda: results.put(None)
    )
    selection.start()
    started.wait_for("endless too")
    before = pids_of_workers()
    selection.cancel()
    assert [result.key for result in iter(lambda: results.get(timeout=60), None)] == ["short"]
    assert list(selection.results) == ["short"]
    assert selection.is_over
    assert executor.submit(os.getpid).result(60) not in before


def test_cancelling_one_future_ends_its_worker_and_no_other(executor: LocalExecutor) -> None:
    started = Started()
    ticket = executor.listen(started.hear)
    doomed = executor.submit(endless, "endless", ticket)
    started.wait_for("endless")
    other = executor.submit(os.getpid).result(60)
    assert doomed.cancel()
    executor.forget(ticket)
    with pytest.raises(CancelledError):
        doomed.result()
    assert wait([doomed], timeout=60).done == {doomed}
    assert other in {executor.submit(os.getpid).result(60) for _ in range(4)}


def test_closing_leaves_no_process_and_no_thread() -> None:
    threads, before = set(threading.enumerate()), pids_of_workers()
    started = Started()
    executor = LocalExecutor(2, niceness=0)
    ticket = executor.listen(started.hear)
    executor.submit(endless, "one", ticket)
    executor.submit(endless, "two", ticket)
    waiting = [executor.submit(os.getpid) for _ in range(3)]
    started.wait_for_all({"one", "two"})
    children = [psutil.Process(pid) for pid in pids_of_workers() - before]
    assert len(children) == 2
    executor.stop()
    assert all(future.cancelled() or future.done() for future in waiting)
    assert not [child for child in children if child.is_running()]
    assert not set(threading.enumerate()) - threads
    with pytest.raises(RuntimeError, match="shutdown"):
        executor.submit(os.getpid)
    executor.stop()


def test_errors_come_back_and_the_worker_goes_on(single: LocalExecutor) -> None:
    pid = single.submit(os.getpid).result(60)
    with pytest.raises(FileNotFoundError):
        single.submit(os.listdir, "/no/such/folder").result(60)
    with pytest.raises((AttributeError, TypeError)):
        single.submit(lambda: None).result(60)
    assert single.submit(os.getpid).result(60) == pid


def test_a_worker_that_ends_by_itself_breaks_its_own_future_only(single: LocalExecutor) -> None:
    endings = [(status, single.submit(os._exit, status)) for status in (0, 3)]
    following = single.submit(os.getpid)
    for status, ending in endings:
        with pytest.raises(BrokenExecutor, match=rf"\(status {status}\)"):
            ending.result(60)
    assert following.result(60) > 0


@pytest.mark.parametrize(
    "error", [BlockingIOError(11, "Resource temporarily unavailable"), RuntimeError("no main module here")]
)
def test_a_process_that_cannot_be_started_is_told_and_tried_again(
    error: Exception, single: LocalExecutor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(process: object) -> None:
        raise error

    with pytest.raises(BrokenExecutor, match="ended"):
        single.submit(os._exit, 1).result(60)
    with monkeypatch.context() as patch:
        patch.setattr(workers._Process, "start", refuse)
        with pytest.raises(BrokenExecutor, match="No worker process could be started"):
            single.submit(os.getpid).result(60)
    assert single.submit(os.getpid).result(60) > 0


def test_workers_end_when_their_parent_is_killed() -> None:
    """The parent is a process of its own, which is killed while a cell trains in its worker."""
    with subprocess.Popen([sys.executable, "-c", PARENT], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        worker = psutil.Process(int(parent.stdout.readline()))
        assert parent.stdout.readline() == "training\n"
        parent.kill()
    worker.wait(timeout=60)
    assert not worker.is_running()


PARENT = """
import os
from core.presets import load_preset
from core.experiment import with_value
from core.selection.cells import Cell
from core.selection.workers import LocalExecutor, run_cell

if __name__ == "__main__":
    with LocalExecutor(1, niceness=0) as executor:
        print(executor.submit(os.getpid).result(), flush=True)
        ticket = executor.listen(lambda key, epoch: epoch.epoch == 1 and print("training", flush=True))
        experiment = with_value(load_preset("circle-line"), "training.num_epochs", 10_000)
        executor.submit(run_cell, Cell("endless", experiment), None, ticket).result()
"""


def test_workers_do_not_hear_ctrl_c(executor: LocalExecutor) -> None:
    pid = executor.submit(os.getpid).result(60)
    os.kill(pid, signal.SIGINT)
    pids = {executor.submit(os.getpid).result(60) for _ in range(4)}
    assert pid in pids | pids_of_workers()


def test_there_is_one_worker_for_each_core() -> None:
    assert LocalExecutor().max_workers == available_cores() >= 1
