"""The commands ``gluon-lab kfold``, ``sweep`` and ``sweeps``: many runs side by side.

Results are printed as they come. Ctrl+C gives up what is not done; what is done is summed up all the same.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from core.errors import ExperimentError
from desktop_app.cli_base import (
    DONE,
    FAILED,
    INTERRUPTED,
    Assignments,
    DataDir,
    ExperimentName,
    Json,
    Seed,
    command,
    find_experiment,
)
from desktop_app.cli_custom import AllowCustom, allow

if TYPE_CHECKING:
    from core.selection.cells import Cell, CellResult
    from core.selection.figures import Figure
    from core.selection.sweep import Sweep
    from desktop_app.selection_report import SelectionReport

Workers = Annotated[
    int | None,
    typer.Option(metavar="N", min=1, max=256, help="Runs side by side; by default one for each core."),
]
Scheduler = Annotated[
    str | None,
    typer.Option(metavar="ADDRESS", help="Run on a Dask cluster, such as tcp://127.0.0.1:8786."),
]


@command
def kfold(
    experiment: ExperimentName,
    folds: Annotated[
        int, typer.Option(metavar="K", min=2, max=50, help="Into how many parts the samples are cut.")
    ] = 5,
    assignments: Assignments = None,
    seed: Seed = None,
    workers: Workers = None,
    data_dir: DataDir = None,
    allow_custom: AllowCustom = None,
    as_json: Json = False,
) -> int:
    """Validate on each of K parts of the samples once; the folds run side by side."""
    from core.selection.kfold import KFold
    from core.stack import inspect_stack
    from desktop_app.selection_report import SelectionReport

    settings = find_experiment(experiment, assignments or (), seed)
    allow(settings, allow_custom or (), tried=True)
    problems = inspect_stack(settings, in_folds=True).problems
    if problems:
        raise ExperimentError(" ".join(problems))
    cells = KFold(num_folds=folds).cells(settings)
    about = {cell.key: {"fold": cell.fold.number} for cell in cells if cell.fold}
    with SelectionReport(cells, as_json, about) as report, _executor(workers, None) as executor:
        results, is_whole = _run(cells, executor, data_dir, report)
    report.sum_up_folds(folds, results)
    good = [result for result in results if result.outcome and result.outcome.ended.reason == "finished"]
    return INTERRUPTED if not is_whole else DONE if len(good) == len(cells) else FAILED


@command
def sweep(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A file, or the name of a sweep that 'sweeps' lists.")],
    figure: Annotated[
        str, typer.Option(metavar="NAME", help="What the table shows, such as validation_accuracy or train_loss.")
    ] = "validation_loss",
    csv: Annotated[
        Path | None, typer.Option("--csv", metavar="FILE", dir_okay=False, help="Save the table as CSV too.")
    ] = None,
    workers: Workers = None,
    scheduler: Scheduler = None,
    data_dir: DataDir = None,
    allow_custom: AllowCustom = None,
    as_json: Json = False,
) -> int:
    """Run an experiment with one or two settings over several values and seeds, side by side."""
    from core.selection.figures import figure_of_key
    from core.selection.shipped import resolve_sweep
    from desktop_app.selection_report import SelectionReport, about_sweep

    what, shown = resolve_sweep(file), figure_of_key(figure)
    allow(what.experiment, allow_custom or ())
    if workers is not None and scheduler is not None:
        raise ExperimentError(
            "--workers is for this computer; the cluster of --scheduler has its own. Give one of them."
        )
    if csv is not None:
        _check_target(csv)
    cells = what.cells()
    with SelectionReport(cells, as_json, about_sweep(what)) as report, _executor(workers, scheduler) as executor:
        results, is_whole = _run(cells, executor, data_dir, report)
    report.sum_up_sweep(what, shown, results)
    if csv is not None:
        _save_csv(what, results, shown, csv)
    lost = [result for result in results if result.outcome is None or result.outcome.ended.reason == "failed"]
    return INTERRUPTED if not is_whole else FAILED if lost else DONE


@command
def sweeps() -> int:
    """List the sweeps that come with Gluon Lab."""
    from core.selection.shipped import sweeps as shipped

    width = max(len(entry.name) for entry in shipped())
    for entry in shipped():
        print(f"{entry.name:<{width}}  {entry.summary}")
    return DONE


@contextmanager
def _executor(workers: int | None, scheduler: str | None) -> Iterator[Executor]:
    if scheduler is not None:
        from core.selection.dask_cluster import dask_executor

        with dask_executor(scheduler) as executor:
            yield executor
        return
    from core.selection.workers import LocalExecutor

    local = LocalExecutor(workers)
    try:
        yield local
    finally:
        local.stop()


def _run(
    cells: Sequence[Cell], executor: Executor, data_dir: Path | None, report: SelectionReport
) -> tuple[list[CellResult], bool]:
    """Return the results that there are, and whether they are all."""
    from core.selection.running import run_cells

    results: list[CellResult] = []
    try:
        for result in run_cells(cells, executor, data_dir=data_dir, on_epoch=report.show_epoch):
            results.append(result)
            report.show(result)
    except KeyboardInterrupt:
        print("gluon-lab: interrupted; what is done is kept", file=sys.stderr, flush=True)
    return results, len(results) == len(cells)


def _check_target(path: Path) -> None:
    """Refuse before the runs what could not be saved after them."""
    if not path.parent.is_dir() or not os.access(path.parent, os.W_OK):
        raise ExperimentError(
            f"{path} cannot be saved: {path.parent} is no folder that can be written. Choose another."
        )


def _save_csv(what: Sweep, results: Sequence[CellResult], figure: Figure, path: Path) -> None:
    from core.selection.sweep_table import SweepTable
    from core.storage import write_atomically

    write_atomically(path, SweepTable.of(what, results, figure).to_csv().encode())
