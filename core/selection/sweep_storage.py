"""Sweeps on disk: versioned JSON that a person can read and write."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from core.errors import ExperimentError
from core.experiment import from_dict
from core.migrations import CURRENT_VERSION as EXPERIMENT_VERSION
from core.migrations import VERSION_KEY, migrate
from core.selection.sweep import Sweep
from core.storage import FileFormat, read_bytes, reason, write_atomically
from core.texts import say

SUFFIX = ".gluonlab-sweep.json"
"""How the name of a sweep's file ends."""

CURRENT_VERSION = 1
_SWEEP = FileFormat("gluon-lab sweep", "a sweep")


def save_sweep(sweep: Sweep, path: str | Path) -> None:
    """Write a sweep to a file, completely or not at all.

    Raises:
        ExperimentError: a sentence that names the file; an old file is then as it was.
    """
    try:
        write_atomically(path, sweep_bytes(sweep))
    except OSError as error:
        raise ExperimentError(say("{path} was not saved: {error}", path=path, error=reason(error))) from error


def load_sweep(path: str | Path) -> Sweep:
    """Read a sweep from a file.

    Raises:
        ExperimentError: a sentence that names the file and, if its content is wrong, the field or the line.
    """
    try:
        content = read_bytes(path)
    except OSError as error:
        raise ExperimentError(say("{path} cannot be opened: {error}", path=path, error=reason(error))) from error
    return parse_sweep(content, str(path))


def sweep_bytes(sweep: Sweep) -> bytes:
    """Return the content of a sweep's file: JSON in UTF-8. The experiment keeps the version of its own schema."""
    tree = _SWEEP.head(CURRENT_VERSION) | sweep.model_dump(mode="json")
    tree["experiment"] = {VERSION_KEY: EXPERIMENT_VERSION} | tree["experiment"]
    return (json.dumps(tree, indent=2, ensure_ascii=False) + "\n").encode()


def parse_sweep(content: bytes, name: str) -> Sweep:
    """Return the sweep that a file holds.

    Args:
        content: the bytes of the file.
        name: of the file, for error texts.

    Raises:
        ExperimentError: a sentence that begins with the name.
    """
    try:
        fields = _SWEEP.body(migrate(_SWEEP.parse(content), {}, CURRENT_VERSION))
        if isinstance(fields.get("experiment"), dict):
            fields["experiment"] = _experiment(fields["experiment"])
        return Sweep.made(**fields)
    except ExperimentError as error:
        raise ExperimentError(say("{name}: {error}", name=name, error=error)) from error


def _experiment(tree: dict[str, Any]) -> Any:
    try:
        return from_dict(_SWEEP.body(migrate(tree)))
    except ExperimentError as error:
        raise ExperimentError(say("experiment.{error}", error=error)) from error
