"""Programs on disk, with the files that they need beside them."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np

from core.codegen.notebook import notebook as notebook_text
from core.codegen.own_classes import TAKEN
from core.codegen.programs import program
from core.data import Parts, Table
from core.errors import ResourcesError
from core.experiment import Experiment
from core.storage import reason, write_atomically
from core.texts import say


def save_program(
    experiment: Experiment, style: str, path: Path, data_dir: Path | None = None, notebook: bool = False
) -> tuple[Path, ...]:
    """Write a program and what it needs; return the files that were written, the program first.

    Args:
        experiment: what the program does.
        style: one of ``STYLES``.
        path: of the program; the ``.npz`` beside it gets the same name.
        data_dir: where to look first for data files.
        notebook: whether to write a notebook instead of plain text.

    Raises:
        ExperimentError: there is no such program.
        DataError: the data cannot be loaded.
        ResourcesError: a file cannot be written, is one of the user's, or hides a module; the sentence names it.
    """
    if path.stem in TAKEN and not notebook:
        # Python looks for modules in the folder of the program first, and would find the program itself.
        raise ResourcesError(
            say(
                "{path} would stand in the way of the module “{name}” that Python imports. Save under another name.",
                path=path,
                name=path.stem,
            )
        )
    data_path = path.with_suffix(".npz")
    written = program(experiment, style, data_path.name, data_dir)
    contents = {path: (notebook_text(written) if notebook else written.text).encode()}
    _refuse_own_data(experiment, data_path)
    own = {path.with_name(name): content for name, content in written.beside}
    for target, content in own.items():
        if _holds_other(target, content):
            # Perhaps the user's own file, on which they go on working.
            raise ResourcesError(
                say("{path} is there already, and is another program. Save in another folder.", path=target)
            )
    contents |= own
    if data_path.name in written.files:
        contents[data_path] = npz_bytes(experiment.data.load(data_dir))
    # The data first: a program without its data is of no use.
    for target, content in reversed(contents.items()):
        try:
            write_atomically(target, content)
        except OSError as error:
            raise ResourcesError(say("{path} was not saved: {reason}", path=target, reason=reason(error))) from error
    return tuple(contents)


def _holds_other(target: Path, content: bytes) -> bool:
    """Tell whether a file is there that holds something else.

    Raises:
        ResourcesError: something is there that cannot be read, such as a folder.
    """
    try:
        return target.exists() and target.read_bytes() != content
    except OSError as error:
        raise ResourcesError(say("{path} was not saved: {reason}", path=target, reason=reason(error))) from error


def _refuse_own_data(experiment: Experiment, data_path: Path) -> None:
    """Refuse to write over the file that the experiment reads."""
    source = experiment.data.source if isinstance(experiment.data, Table) else None
    if source is None or not data_path.exists():
        return
    own = Path(source.file.path)
    if own.exists() and data_path.samefile(own):
        raise ResourcesError(
            say("{path} holds your own data, and would be written over. Save under another name.", path=data_path)
        )


def npz_bytes(parts: Parts) -> bytes:
    """Return the parts of a data set as arrays that ``np.load`` reads: ``X_train``, ``y_train`` and so on.

    ``X`` is float32, or uint8 for pixels that networks see divided by 255; ``y`` is float32.
    """
    named = {"train": parts.train, "valid": parts.validation, "test": parts.test}
    arrays = {}
    for name, samples in named.items():
        if samples is not None:
            arrays[f"X_{name}"], arrays[f"y_{name}"] = samples.X, samples.y.astype(np.float32)
    file = io.BytesIO()
    np.savez_compressed(file, **arrays)
    return file.getvalue()
