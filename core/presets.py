"""The experiments that come with Gluon Lab: files in ``resources/presets``.

A new preset is one more file there; its group and its place in the teaching order are an entry in ``_GROUPS``, or else
it stands at the end. The first line of its notes is its summary.
"""

from __future__ import annotations

import difflib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from core.errors import ExperimentError
from core.experiment import Experiment
from core.sentences import shown
from core.storage import SUFFIX, load_experiment, parse_experiment
from core.texts import say

_GROUPS = {
    "The book": (
        "linear-regression",
        "softmax-regression",
        "mlp",
        "polynomial",
        "polynomial-underfits",
        "polynomial-overfits",
        "weight-decay-off",
        "weight-decay",
        "mlp-dropout",
    ),
    "Images": ("digits-mlp", "digits-adam", "lenet"),
    "Points in the plane": (
        "circle",
        "circle-line",
        "xor",
        "xor-zero-weights",
        "gauss",
        "gauss-overfits",
        "spiral",
        "spiral-sigmoid",
        "spiral-arms",
        "moons",
        "moons-line",
        "blobs",
        "plane",
        "plane-diverges",
        "multi-gauss",
        "multi-gauss-line",
    ),
    "Tables": ("iris", "wine", "wine-unscaled", "breast-cancer", "diabetes"),
    "Regularisation": ("digits-overfits", "digits-dropout", "gauss-early-stopping", "gauss-l2", "decay-biases"),
    "Deep networks": (
        "deep-relu-vanishes",
        "deep-relu-explodes",
        "deep-sigmoid",
        "deep-tanh",
        "batch-norm-off",
        "batch-norm",
    ),
    "Building with Gluon": ("shared-weight", "own-layers"),
}
_OTHERS = "Others"


@dataclass(frozen=True)
class Preset:
    """An experiment that comes with the application.

    ``name`` is its short name on the command line and in lessons, ``title`` the one in the window; ``group`` is the
    heading that it stands under.
    """

    name: str
    group: str
    title: str
    summary: str
    experiment: Experiment


@cache
def presets() -> tuple[Preset, ...]:
    """Return all presets in the order in which they are taught."""
    found = []
    for file in (files("resources") / "presets").iterdir():
        if file.name.endswith(SUFFIX):
            experiment = parse_experiment(file.read_bytes(), file.name)
            summary = experiment.notes.partition("\n")[0]
            name = file.name.removesuffix(SUFFIX)
            found.append(Preset(name, _group(name), experiment.name, summary, experiment))
    places = {name: place for place, name in enumerate(name for names in _GROUPS.values() for name in names)}
    return tuple(sorted(found, key=lambda preset: (places.get(preset.name, len(places)), preset.name)))


def load_preset(name: str) -> Experiment:
    """Return the experiment of a preset.

    Raises:
        ExperimentError: if there is none of that name; the text names those that there are.
    """
    for preset in presets():
        if preset.name == name:
            return preset.experiment
    raise ExperimentError(say("There is no preset {name}. {offer}", name=shown(name), offer=_offer(name)))


def experiment_name(experiment: Experiment) -> str:
    """Return an experiment's name; if a preset has it too, in the language of now."""
    known = any(preset.title == experiment.name for preset in presets())
    return say(experiment.name) if known else experiment.name


def resolve(name_or_path: str | Path) -> Experiment:
    """Return the experiment that a preset's name or a file's path stands for; a preset wins.

    Raises:
        ExperimentError: if it is neither, or the file cannot be read.
    """
    text = str(name_or_path)
    if text in _names():
        return load_preset(text)
    if os.path.exists(text) or os.path.basename(text) != text:
        return load_experiment(text)
    raise ExperimentError(say("There is no file and no preset {name}. {offer}", name=shown(text), offer=_offer(text)))


def _group(name: str) -> str:
    return next((group for group, names in _GROUPS.items() if name in names), _OTHERS)


def _names() -> list[str]:
    return [preset.name for preset in presets()]


def nearest(name: str, names: Sequence[str]) -> str:
    """Return a question with those of ``names`` that were perhaps meant, and a space; nothing if none is near."""
    near = difflib.get_close_matches(name.lower().removesuffix(SUFFIX), names, n=2, cutoff=0.5)
    if len(near) > 1:
        return say("Did you mean {first} or {second}?", first=near[0], second=near[1]) + " "
    return say("Did you mean {first}?", first=near[0]) + " " if near else ""


def _offer(name: str) -> str:
    """Return the names that were perhaps meant, and all there are."""
    text = say("The presets are: {names}.", names=", ".join(_names()))
    near = nearest(name, _names()).strip()
    return say("{first} {second}", first=near, second=text) if near else text
