"""What the modules of the command line share: the Typer application, its options, and how a command ends.

Exit status: 0 done, 1 a run failed or diverged (or the doctor found something missing), 2 bad input, 130 interrupted.
"""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, ParamSpec

import typer

from core.errors import GluonLabError, ResourcesError

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
