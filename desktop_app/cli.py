"""The command ``gluon-lab``: opens the window, or does the same work without one.

Whatever takes long to import is imported by the command that needs it.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Annotated

import typer

from core.errors import ExperimentError, ParametersError, ResourcesError
from desktop_app import __version__
from desktop_app.cli_base import (
    BAD_INPUT,
    DONE,
    FAILED,
    INTERRUPTED,
    Assignments,
    DataDir,
    ExperimentFile,
    ExperimentName,
    Json,
    Seed,
    app,
    command,
    find_experiment,
)
from desktop_app.cli_book import book
from desktop_app.cli_code import code
from desktop_app.cli_custom import AllowCustom, allow
from desktop_app.cli_selection import kfold, sweep, sweeps

if TYPE_CHECKING:
    from core.data import Parts
    from core.engine.training import Run
    from core.events import RunEnded
    from core.experiment import Experiment


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status.

    Args:
        arguments: what follows the program's name; by default the arguments of this process.
    """
    try:
        app(args=None if arguments is None else list(arguments), prog_name="gluon-lab")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else DONE
    return DONE


def _show_version(wanted: bool) -> None:
    if wanted:
        print(f"gluon-lab {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def _start(
    context: typer.Context,
    data_dir: DataDir = None,
    show_version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    if context.invoked_subcommand is None:
        _window(None, data_dir)
    elif data_dir is not None:
        print("gluon-lab: write --data-dir after the command.", file=sys.stderr)
        raise typer.Exit(BAD_INPUT)


@app.command("open")
def _open(file: ExperimentFile, data_dir: DataDir = None) -> None:
    """Open the window with an experiment."""
    _window(file, data_dir)


@command
def _window(file: Path | None, data_dir: Path | None) -> int:
    from desktop_app.window_needs import missing_for_window

    if file is not None:
        from core.storage import load_experiment

        load_experiment(file)
    problems = missing_for_window()
    if problems:
        print("gluon-lab: the window cannot open.", *problems, sep="\n", file=sys.stderr)
        return BAD_INPUT
    # Qt aborts without these; only now may it be imported.
    from desktop_app.app import main as open_window

    return open_window(file, data_dir)


@app.command("run")
@command
def _run(
    experiment: ExperimentName,
    assignments: Assignments = None,
    seed: Seed = None,
    data_dir: DataDir = None,
    load_params: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", exists=True, dir_okay=False, help="Start from these parameters, in Gluon's format."
        ),
    ] = None,
    save_params: Annotated[
        Path | None,
        typer.Option(metavar="FILE", dir_okay=False, help="Save the parameters when the run has finished."),
    ] = None,
    allow_custom: AllowCustom = None,
    as_json: Json = False,
) -> int:
    """Train a network without the window."""
    settings = find_experiment(experiment, assignments or (), seed)
    allow(settings, allow_custom or ())
    if save_params is not None:
        _check_target(save_params)
    parts = settings.data.load(data_dir)
    cancel = threading.Event()
    with _first_interrupt_sets(cancel):
        run = _build(settings, parts, cancel)
        if load_params is not None:
            run.load_parameters(load_params)
        end = _follow(run, as_json)
    if end.reason == "stopped":
        return INTERRUPTED
    if end.reason != "finished":
        return FAILED
    if save_params is not None:
        _save(run, save_params)
    return DONE


@app.command("evaluate")
@command
def _evaluate(
    experiment: ExperimentName,
    params: Annotated[
        Path, typer.Option(metavar="FILE", exists=True, dir_okay=False, help="Parameters in Gluon's format.")
    ],
    data_dir: DataDir = None,
    allow_custom: AllowCustom = None,
    as_json: Json = False,
) -> int:
    """Compute the metrics of stored parameters, without training."""
    from core.experiment import fitting_metrics
    from core.metrics import metric_title
    from desktop_app.run_report import figure, print_json, print_table

    settings = find_experiment(experiment)
    allow(settings, allow_custom or ())
    parts = settings.data.load(data_dir)
    run = _build(settings, parts, threading.Event())
    run.load_parameters(params)
    values: dict[str, float | None] = {}
    columns = ("loss", *(metric.name for metric in fitting_metrics(settings)))
    rows = []
    for name, samples in (("train", parts.train), ("validation", parts.validation), ("test", parts.test)):
        metrics = None if samples is None else run.evaluate(samples)
        found = {"loss": metrics.loss} | dict(metrics.others) if metrics else {}
        values |= {f"{name}_{column}": found.get(column) for column in dict.fromkeys(("loss", "accuracy", *columns))}
        if samples is not None:
            rows.append([name, f"{len(samples):,}", *(figure(column, found.get(column)) for column in columns)])
    if as_json:
        print_json({"event": "evaluation", **values})
    else:
        print_table(["Part", "Samples", *map(metric_title, columns)], rows, right_from=1)
    return DONE


@app.command("presets")
@command
def _presets() -> int:
    """List the presets."""
    from core.presets import presets

    entries = presets()
    width = max(len(entry.name) for entry in entries)
    for entry in entries:
        print(f"{entry.name:<{width}}  {entry.summary}")
    return DONE


app.command("book")(book)
app.command("code")(code)
app.command("kfold")(kfold)
app.command("sweep")(sweep)
app.command("sweeps")(sweeps)


@app.command("check")
@command
def _check(file: ExperimentFile, allow_custom: AllowCustom = None) -> int:
    """Validate an experiment file."""
    from core.stack import inspect_stack
    from core.storage import load_experiment

    experiment = load_experiment(file)
    allow(experiment, allow_custom or (), tried=True)
    stack = inspect_stack(experiment)
    if stack.problems:
        raise ExperimentError(f"{file} can be read, but not trained yet. {' '.join(stack.problems)}")
    count = len(experiment.layers)
    print(
        f"{file}: valid. {experiment.data.title}, {count} layer{'' if count == 1 else 's'}, "
        f"{stack.num_parameters:,} parameters."
    )
    for number, report in enumerate(stack.layers, start=1):
        if report.hint:
            print(f"Layer {number}, {report.layer.title}: {report.hint}")
    return DONE


@app.command("doctor")
@command
def _doctor(data_dir: DataDir = None, as_json: Json = False) -> int:
    """Tell what works, what is missing, and how to mend it."""
    from desktop_app.doctor import examine
    from desktop_app.run_report import print_json

    status = DONE
    for finding in examine(data_dir):
        if finding.status == "missing":
            status = FAILED
        if as_json:
            print_json(vars(finding))
        else:
            print(f"{finding.status:<8}{finding.name}: {finding.text}", flush=True)
            for line in finding.advice.splitlines():
                print(f"{'':<8}{line}")
    return status


def _check_target(path: Path) -> None:
    """Refuse before the training what could not be saved after it."""
    folder = path.parent
    if not folder.is_dir():
        raise ParametersError(f"{path} cannot be saved: there is no folder {folder}. Make it, or choose another.")
    if not os.access(folder, os.W_OK):
        raise ParametersError(f"{path} cannot be saved: {folder} cannot be written. Choose another folder.")


def _build(experiment: Experiment, parts: Parts, cancel: threading.Event) -> Run:
    try:
        from core.engine.training import Job, Run
    except (ImportError, OSError) as error:
        raise ResourcesError(f"MXNet cannot be loaded: {error}. 'gluon-lab doctor' says what is missing.") from error
    return Run(Job(run_id=1, experiment=experiment, parts=parts, cancel=cancel))


def _follow(run: Run, as_json: bool) -> RunEnded:
    from core.events import RunEnded
    from desktop_app.run_report import JsonReport, TextReport

    end: RunEnded | None = None
    report = JsonReport() if as_json else TextReport()
    with report:
        for event in run.events():
            report.show(event)
            if isinstance(event, RunEnded):
                end = event
    assert end is not None, "a run always ends with RunEnded"
    return end


def _save(run: Run, path: Path) -> None:
    try:
        run.save_parameters(path)
    except ParametersError as error:
        # The input was right and the run is done: this is a failure, not bad input.
        raise ResourcesError(str(error)) from error


@contextmanager
def _first_interrupt_sets(cancel: threading.Event) -> Iterator[None]:
    """Let the first Ctrl+C stop the run in good order; the second one interrupts as usual."""

    def stop(number: int, frame: FrameType | None) -> None:
        cancel.set()
        signal.signal(signal.SIGINT, signal.default_int_handler)

    previous = signal.signal(signal.SIGINT, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, previous)
