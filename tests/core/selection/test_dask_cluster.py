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
import psutil
import pytest

from core.engine.cells import train_cell
from core.errors import ResourcesError
from core.selection.cells import CellResult
from core.selection.dask_cluster import dask_executor
from core.selection.running import Selection, run_cells
from core.selection.sweep_storage import save_sweep
from desktop_app.cli import main
from tests.core.selection.test_sweep import RATES, brief_sweep
from tests.core.selection.test_workers import ENDLESS, cell, curve

ROOT = Path(__file__).parents[3]
PATIENCE = 120
LONG = {"num_epochs": 200}


@contextmanager
def part_of_cluster(
    *command: str, folder: Path, path: Path = ROOT, allowed_failures: int = 3
) -> Iterator[subprocess.Popen[str]]:
    """Run a scheduler or a worker in a process of its own, and kill it in the end."""
    environment = os.environ | {
        "PYTHONPATH": str(path),
        "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": str(allowed_failures),
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
def scheduler(folder: Path, allowed_failures: int = 3) -> Iterator[str]:
    """Run a scheduler; return its address."""
    with part_of_cluster("scheduler", "--port", "0", folder=folder, allowed_failures=allowed_failures) as process:
        assert process.stderr is not None
        yield next(line.split()[-1] for line in process.stderr if "Scheduler at:" in line)


@contextmanager
def worker(address: str, folder: Path, path: Path = ROOT) -> Iterator[str]:
    """Run a worker with one thread; return its address."""
    with part_of_cluster("worker", address, "--no-nanny", "--nthreads", "1", folder=folder, path=path) as process:
        assert process.stderr is not None
        yield next(line.split()[-1] for line in process.stderr if "Listening to:" in line)


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a scheduler with two workers."""
    folder = tmp_path_factory.mktemp("cluster")
    with scheduler(folder) as address, worker(address, folder), worker(address, folder):
        yield address


def test_a_cluster_computes_what_this_process_does_bit_for_bit(cluster: str) -> None:
    cells = [cell(f"seed {seed}", seed=seed) for seed in range(4)]
    with dask_executor(cluster, PATIENCE) as executor:
        results = {result.key: result for result in run_cells(cells, executor)}
    for one in cells:
        assert curve(results[one.key]) == curve(train_cell(one))


def test_cancelling_keeps_what_is_done(cluster: str) -> None:
    done = SimpleQueue[CellResult | None]()
    with dask_executor(cluster, PATIENCE) as executor:
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
    cluster: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    save_sweep(brief_sweep(RATES), tmp_path / "mine.json")
    assert main(["sweep", str(tmp_path / "mine.json"), "--scheduler", cluster]) == 0
    on_cluster = capsys.readouterr().out
    assert main(["sweep", str(tmp_path / "mine.json"), "--workers", "1"]) == 0
    assert capsys.readouterr().out == on_cluster
    assert "Learning rate" in on_cluster
    assert main(["sweep", str(tmp_path / "mine.json"), "--scheduler", cluster, "--workers", "1"]) == 2
    assert "Give one of them." in capsys.readouterr().err


def worker_that_runs_a_cell(address: str) -> psutil.Process:
    """Return the worker process that is in the middle of a cell, as soon as there is one."""
    with distributed.Client(address, set_as_default=False) as client:
        while True:
            for name, stacks in (client.call_stack(keys=list(_keys(client))) or {}).items():
                if any("in run_cell" in frame for frames in stacks.values() for frame in frames):
                    return psutil.Process(client.run(os.getpid, workers=[name])[name])


def _keys(client: distributed.Client) -> Iterator[str]:
    for keys in client.processing().values():
        yield from keys


@pytest.mark.parametrize("allowed_failures", [0, 3])
def test_a_worker_that_is_killed_costs_its_own_cell_at_most(tmp_path: Path, allowed_failures: int) -> None:
    """A cluster that allows failures gives the cell to another worker; one that allows none loses it alone."""
    results = SimpleQueue[CellResult | None]()
    cells = [cell("long", **(LONG if allowed_failures else ENDLESS))]
    with ExitStack() as cluster:
        address = cluster.enter_context(scheduler(tmp_path, allowed_failures))
        cluster.enter_context(worker(address, tmp_path))
        executor = cluster.enter_context(dask_executor(address, PATIENCE))
        selection = Selection(cells, executor, on_result=results.put, on_end=lambda: results.put(None))
        selection.start()
        doomed = worker_that_runs_a_cell(address)
        cluster.enter_context(worker(address, tmp_path))
        doomed.kill()
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
        with worker(address, tmp_path, tmp_path) as name:
            assert refusal(address).startswith(f"The Dask worker {name} cannot import Gluon Lab.")
    for gone in (address, "tcp://no.such.host.invalid:1", "nonsense://x"):
        assert refusal(gone, 0.5).startswith(f"There is no Dask scheduler at {gone}: ")
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert refusal(address).endswith("pip install distributed")
