"""What the modules of the command line share: the Typer application, its options, and how a command ends.

Exit status: 0 done, 1 a run failed or diverged (or the doctor found something missing), 2 bad input, 130 interrupted.
"""

from __future__ import annotations

import functools
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, ParamSpec

import typer

from core.errors import ExperimentError, GluonLabError, ResourcesError

if TYPE_CHECKING:
    from core.experiment import Experiment

Arguments = ParamSpec("Arguments")

DONE, FAILED, BAD_INPUT, INTERRUPTED = 0, 1, 2, 130

app = typer.Typer(
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Gluon Lab: build, train and look into neural networks. Without a command, the window opens.",
)

ExperimentName = Annotated[str, typer.Argument(metavar="EXPERIMENT", help="A file, or the name of a preset.")]
ExperimentFile = Annotated[
    Path, typer.Argument(metavar="FILE", exists=True, dir_okay=False, help="An experiment: *.gluonlab.json.")
]
DataDir = Annotated[
    Path | None,
    typer.Option(metavar="DIR", exists=True, file_okay=False, help="Where to look first for data sets."),
]
Assignments = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="NAME=VALUE", help="Change a setting, such as training.num_epochs=2. Repeatable."),
]
Seed = Annotated[int | None, typer.Option(help="The same as --set training.seed=N.", metavar="N")]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON object a line on standard output.")]


def command(function: Callable[Arguments, int]) -> Callable[Arguments, None]:
    """Turn what a command returns or raises into an exit status and, if need be, a sentence on standard error."""

    @functools.wraps(function)
    def run_command(*args: Arguments.args, **kwargs: Arguments.kwargs) -> None:
        try:
            status = function(*args, **kwargs)
        except GluonLabError as error:
            print(f"gluon-lab: {error}", file=sys.stderr)
            status = FAILED if isinstance(error, ResourcesError) else BAD_INPUT
        except BrokenPipeError:
            raise
        except OSError as error:
            from core.storage import reason

            print(f"gluon-lab: the output could not be written: {reason(error)}", file=sys.stderr)
            # Python writes what is left over at its end, which would fail again.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            status = FAILED
        except KeyboardInterrupt:
            print("gluon-lab: interrupted", file=sys.stderr)
            status = INTERRUPTED
        raise typer.Exit(status)

    return run_command


def find_experiment(name: str, assignments: Sequence[str] = (), seed: int | None = None) -> Experiment:
    """Find an experiment and change its settings in the order given, the seed last.

    Raises:
        ExperimentError: there is no such experiment, or a setting or value does not exist.
    """
    from core.experiment import with_value
    from core.presets import resolve

    experiment = resolve(name)
    for assignment in assignments:
        path, value = parse_assignment(assignment)
        experiment = with_value(experiment, path, value)
    return experiment if seed is None else with_value(experiment, "training.seed", seed)


def parse_assignment(text: str) -> tuple[str, Any]:
    """Return name and value of ``NAME=VALUE``; a value that is not JSON is a text.

    Raises:
        ExperimentError: if there is no name or no equals sign.
    """
    path, equals, value = text.partition("=")
    if not equals or not path:
        raise ExperimentError(f"--set {text}: write it as NAME=VALUE, such as --set training.num_epochs=2.")
    try:
        return path, json.loads(value)
    except (ValueError, RecursionError):
        return path, value
