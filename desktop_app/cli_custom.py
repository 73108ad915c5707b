"""Layers from the user's own Python files on the command line: they run only if the command names their file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from core.errors import ExperimentError

if TYPE_CHECKING:
    from core.experiment import Experiment

AllowCustom = Annotated[
    list[Path] | None,
    typer.Option(
        "--allow-custom",
        metavar="FILE",
        exists=True,
        dir_okay=False,
        help="Let this Python file run, if the experiment has a layer from it. What you agreed to in the window does "
        "not count here. Repeatable.",
    ),
]


def allow(experiment: Experiment, files: Sequence[Path], *, tried: bool = False) -> None:
    """Let the layers from these files run, and refuse an experiment with others.

    Args:
        experiment: whose layers they are.
        files: to which the user agreed.
        tried: whether the shapes of the layers are asked for before a run finds them out.

    Raises:
        ExperimentError: a file holds no layer, or the experiment has a layer from a file that is not among them.
    """
    from core import programs
    from core.layers import CustomLayer
    from core.program_files import block_classes, read_program

    for file in files:
        program = read_program(file)
        block_classes(program)
        programs.agree(program)
    own = [(number, layer) for number, layer in enumerate(experiment.layers, 1) if isinstance(layer, CustomLayer)]
    for number, layer in own:
        if layer.sha256 and programs.agreed(layer.sha256) is None:
            raise ExperimentError(_refusal(number, layer.file_name, layer.sha256, files))
    if tried and own:
        _try(experiment)


def _refusal(number: int, name: str, sha256: str, files: Sequence[Path]) -> str:
    text = f"layer {number} is from {name}, a program with the SHA-256 {sha256}. "
    if any(file.name == name for file in files):
        return f"{text}The file that --allow-custom names holds another one, and was not run."
    return f"{text}It was not run. Look at it; if you want it to run, add --allow-custom and its path."


def _try(experiment: Experiment) -> None:
    from core.selection.trials import try_layers
    from core.selection.workers import LocalExecutor

    executor = LocalExecutor(1)
    try:
        try_layers(experiment, executor)
    finally:
        executor.stop()
