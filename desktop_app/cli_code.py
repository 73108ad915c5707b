"""The command ``gluon-lab code``: writes the program of an experiment."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from core.errors import ExperimentError, ResourcesError
from desktop_app.cli_base import (
    DONE,
    Assignments,
    DataDir,
    ExperimentName,
    Seed,
    command,
    find_experiment,
)
from desktop_app.cli_custom import AllowCustom, allow


class Style(str, Enum):
    """As in ``core.codegen.STYLES``."""

    concise = "concise"
    block = "block"
    scratch = "scratch"


@command
def code(
    experiment: ExperimentName,
    style: Annotated[
        Style, typer.Option(help="nn.Sequential, a subclass of nn.Block, or nothing but arrays and autograd.")
    ] = Style.concise,
    notebook: Annotated[bool, typer.Option("--notebook", help="Write a Jupyter notebook.")] = False,
    output: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", dir_okay=False, help="Where to write it; by default NAME-STYLE.py in this folder."
        ),
    ] = None,
    assignments: Assignments = None,
    seed: Seed = None,
    data_dir: DataDir = None,
    allow_custom: AllowCustom = None,
) -> int:
    """Write the program that does what an experiment describes, with MXNet and NumPy alone."""
    from core.codegen import save_program
    from core.data import FashionMNIST

    settings = find_experiment(experiment, assignments or (), seed)
    allow(settings, allow_custom or (), tried=True)
    notebook = notebook or (output is not None and output.suffix == ".ipynb")
    path = _target(experiment, style.value, notebook, output)
    # Who replaces a program wants its data replaced too.
    data_path = path.with_suffix(".npz")
    if not path.exists() and data_path.exists() and not isinstance(settings.data, FashionMNIST):
        raise ExperimentError(f"{data_path} exists already. Say with --output where to write.")
    written, *beside = save_program(settings, style.value, path, data_dir, notebook)
    print(f"Wrote {written}{', and beside it: ' + ', '.join(path.name for path in beside) if beside else ''}.")
    if not notebook:
        print("Run it in its folder, with a Python that has MXNet 1.9.1 and NumPy 1.")
    return DONE


def _target(experiment: str, style: str, notebook: bool, output: Path | None) -> Path:
    suffix = ".ipynb" if notebook else ".py"
    if output is None:
        stem = Path(experiment).name.removesuffix(".gluonlab.json")
        path = Path(f"{stem}-{style}{suffix}")
        if path.exists():
            raise ExperimentError(f"{path} exists already. Say with --output where to write.")
        return path
    if output.suffix != suffix:
        raise ExperimentError(f"{output}: the name must end in {suffix}.")
    if not output.parent.is_dir():
        raise ResourcesError(f"{output} was not saved: there is no folder {output.parent}. Make it, or choose another.")
    return output
