"""The sweeps that come with Gluon Lab: files in ``resources/sweeps``.

A new one is one more file there; its place in the order of teaching is an entry in ``_ORDER``, or else it stands at the
end. The first line of its notes is its summary.
"""

from __future__ import annotations

import difflib
import os
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from core.errors import ExperimentError
from core.selection.sweep import Sweep
from core.selection.sweep_storage import SUFFIX, load_sweep, parse_sweep
from core.sentences import shown
from core.texts import say

_ORDER = (
    "overfitting-map",
    "learning-rate-batch-size",
    "weight-decay",
    "dropout-rate",
    "two-dropout-rates",
    "initialisers-depth",
)


@dataclass(frozen=True)
class ShippedSweep:
    """A sweep that comes with the application. ``name`` is its short name, ``title`` the one in the window."""

    name: str
    title: str
    summary: str
    sweep: Sweep


@cache
def sweeps() -> tuple[ShippedSweep, ...]:
    """Return all sweeps in the order in which they are taught."""
    found = []
    for file in (files("resources") / "sweeps").iterdir():
        if file.name.endswith(SUFFIX):
            sweep = parse_sweep(file.read_bytes(), file.name)
            name = file.name.removesuffix(SUFFIX)
            found.append(ShippedSweep(name, sweep.name, sweep.notes.partition("\n")[0], sweep))
    places = {name: place for place, name in enumerate(_ORDER)}
    return tuple(sorted(found, key=lambda entry: (places.get(entry.name, len(places)), entry.name)))


def ready_name(sweep: Sweep) -> str:
    """Return the short name of the ready sweep that runs the same experiments; an empty text if there is none.

    Seeds may differ: fewer or more of them repeat the same cells.
    """
    for entry in sweeps():
        if (sweep.experiment, sweep.settings) == (entry.sweep.experiment, entry.sweep.settings):
            return entry.name
    return ""


def resolve_sweep(name_or_path: str | Path) -> Sweep:
    """Return the sweep that a short name or a file's path stands for; a short name wins.

    Raises:
        ExperimentError: if it is neither, or the file cannot be read.
    """
    text = str(name_or_path)
    by_name = {entry.name: entry.sweep for entry in sweeps()}
    if text in by_name:
        return by_name[text]
    if os.path.exists(text) or os.path.basename(text) != text:
        return load_sweep(text)
    near = difflib.get_close_matches(text.lower().removesuffix(SUFFIX), list(by_name), n=2, cutoff=0.5)
    question = f"Did you mean {' or '.join(near)}? " if near else ""
    raise ExperimentError(
        say(
            "There is no file and no sweep {text}. {question}The sweeps that come with Gluon Lab are: {names}.",
            text=shown(text),
            question=question,
            names=", ".join(by_name),
        )
    )
