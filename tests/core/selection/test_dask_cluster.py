"""A real scheduler with real worker processes on this computer."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from queue import SimpleQueue

import distributed
import pytest

import core.selection.workers
from core.engine.cells import train_cell
from core.errors import ResourcesError
from core.selection.cells import CellResult
from core.selection.dask_cluster import dask_executor
from core.selection.running import Selection, run_cells
from core.selection.sweep_storage import save_sweep
from desktop_app.cli import main
from tests.core.selection.test_sweep import RATES, brief_sweep
from tests.core.selection.test_workers import ENDLESS, cell, curve
from tests.selections import LentExecutor

ROOT = Path(__file__).parents[3]
PATIENCE = 120
LONG = {"num_epochs": 500, "batch_size": 1000}
"""Some seconds: long enough to be found at work."""


@contextmanager
def part_of_cluster(*command: str, folder: Path, path: Path = ROOT) -> Iterator[subprocess.Popen[str]]:
    """Run a scheduler or a worker in a process of its own, and kill it in the end."""
    environment = os.environ | {
        "PYTHONPATH": str(path),
        # Looks at the stack every 10 ms, which nobody asks for here.
        "DASK_DISTRIBUTED__WORKER__PROFILE__ENABLED": "False",
    }
    with subprocess.Popen(
        [sys.executable, "-m", "dask", *command, "--no-dashboard", "--host", "127.0.0.1"],
        env=environment,
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


@contextmanager
def scheduler(folder: Path) -> Iterator[str]:
    """Run a scheduler; return its address."""
    with part_of_cluster("scheduler", "--port", "0", folder=folder) as process:
        assert process.stderr is not None
        yield next(line.split()[-1] for line in process.stderr if "Scheduler at:" in line)


@contextmanager
def worker(address: str, folder: Path, path: Path = ROOT) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Run a worker with one thread; return its address and its process."""
    with part_of_cluster("worker", address, "--no-nanny", "--nthreads", "1", folder=folder, path=path) as process:
        assert process.stderr is not None
        yield next(line.split()[-1] for line in process.stderr if "Listening to:" in line), process


class Cluster:
    """A scheduler with workers, which stay warm from test to test, as long as no test kills them."""

    def __init__(self, address: str, folder: Path, stack: ExitStack) -> None:
        self.address = address
        self._folder = folder
        self._stack = stack
        self._workers: dict[str, subprocess.Popen[str]] = {}

    def with_workers(self, number: int) -> str:
        """Start workers until there are as many; return the address of the scheduler."""
        while len(self._workers) < number:
            name, process = self._stack.enter_context(worker(self.address, self._folder))
            self._workers[name] = process
        return self.address

    def kill(self, name: str) -> None:
        """End a worker without notice."""
        process = self._workers.pop(name)
        process.kill()
        process.wait()


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """One cluster for all tests."""
    folder = tmp_path_factory.mktemp("cluster")
    with ExitStack() as stack:
        yield Cluster(stack.enter_context(scheduler(folder)), folder, stack)


def test_a_cluster_computes_what_this_process_does_bit_for_bit(cluster: Cluster) -> None:
    cells = [cell(f"seed {seed}", seed=seed) for seed in range(4)]
    with dask_executor(cluster.with_workers(2), PATIENCE) as executor:
        results = {result.key: result for result in run_cells(cells, executor)}
    for one in cells:
        assert curve(results[one.key]) == curve(train_cell(one))


def test_cancelling_keeps_what_is_done(cluster: Cluster) -> None:
    done = SimpleQueue[CellResult | None]()
    with dask_executor(cluster.with_workers(1), PATIENCE) as executor:
        cells = [cell("short"), cell("long", **LONG), *(cell(f"long {i}", seed=i, **LONG) for i in range(4))]
        selection = Selection(cells, executor, on_result=done.put, on_end=lambda: done.put(None))
        selection.start()
        first = done.get(timeout=PATIENCE)
        selection.cancel()
        rest = list(iter(lambda: done.get(timeout=PATIENCE), None))
    assert first is not None
    assert list(selection.results) == [first.key, *(result.key for result in rest)]
    assert len(rest) < 5
    assert selection.is_over


def test_the_command_line_runs_a_sweep_on_a_cluster(
    cluster: Cluster,
    warm_workers: LentExecutor,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(core.selection.workers, "LocalExecutor", lambda _: warm_workers)
    address = cluster.with_workers(1)
    save_sweep(brief_sweep(RATES), tmp_path / "mine.json")
    assert main(["sweep", str(tmp_path / "mine.json"), "--scheduler", address]) == 0
    on_cluster = capsys.readouterr().out
    assert main(["sweep", str(tmp_path / "mine.json"), "--workers", "1"]) == 0
    assert capsys.readouterr().out == on_cluster
    assert "Learning rate" in on_cluster
    assert main(["sweep", str(tmp_path / "mine.json"), "--scheduler", address, "--workers", "1"]) == 2
    assert "Give one of them." in capsys.readouterr().err


def worker_that_runs_a_cell(client: distributed.Client) -> str:
    """Return the worker that is in the middle of a cell, as soon as there is one."""
    while True:
        for name, stacks in (client.call_stack(keys=list(_keys(client))) or {}).items():
            if any("in run_cell" in frame for frames in stacks.values() for frame in frames):
                return name


def _keys(client: distributed.Client) -> Iterator[str]:
    for keys in client.processing().values():
        yield from keys


def allow_failures(client: distributed.Client, number: int) -> None:
    """Say how many workers may die in a task before it is given up."""

    def allow(dask_scheduler: distributed.Scheduler) -> None:
        dask_scheduler.allowed_failures = number

    client.run_on_scheduler(allow)


@pytest.mark.parametrize("allowed_failures", [3, 0])
def test_a_worker_that_is_killed_costs_its_own_cell_at_most(cluster: Cluster, allowed_failures: int) -> None:
    """A cluster that allows failures gives the cell to another worker; one that allows none loses it alone."""
    results = SimpleQueue[CellResult | None]()
    cells = [cell("long", **(LONG if allowed_failures else ENDLESS))]
    address = cluster.with_workers(2)
    with distributed.Client(address, set_as_default=False) as client, dask_executor(address, PATIENCE) as executor:
        allow_failures(client, allowed_failures)
        selection = Selection(cells, executor, on_result=results.put, on_end=lambda: results.put(None))
        selection.start()
        cluster.kill(worker_that_runs_a_cell(client))
        others = [cell(f"seed {seed}", seed=seed) for seed in range(2)]
        assert sorted(result.key for result in run_cells(others, executor)) == ["seed 0", "seed 1"]
        (result,) = iter(lambda: results.get(timeout=PATIENCE), None)
    if allowed_failures:
        assert curve(result) == curve(train_cell(cells[0]))
    else:
        assert result.outcome is None
        assert result.sentence.startswith("The worker process ended before this run was done.")


def refusal(address: str, wait_seconds: float = PATIENCE) -> str:
    """Return why there is no executor at an address."""
    with pytest.raises(ResourcesError) as error, dask_executor(address, wait_seconds):
        pass
    return str(error.value)


def test_what_is_missing_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with scheduler(tmp_path) as address:
        assert refusal(address, 0.5).startswith(f"The Dask scheduler at {address} has no workers.")
        # Something else of the same name hides the package, wherever it is installed.
        (tmp_path / "core.py").touch()
        with worker(address, tmp_path, tmp_path) as (name, _):
            assert refusal(address).startswith(f"The Dask worker {name} cannot import Gluon Lab.")
    for gone in (address, "tcp://no.such.host.invalid:1", "nonsense://x"):
        assert refusal(gone, 0.5).startswith(f"There is no Dask scheduler at {gone}: ")
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert refusal(address).endswith("pip install distributed")
