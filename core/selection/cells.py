"""One cell of a selection: a run that a worker process makes on its own, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.experiment import Experiment
from core.layers import CustomLayer
from core.outcome import RunOutcome
from core.programs import Program, agreed


@dataclass(frozen=True)
class Fold:
    """Which of ``num_folds`` parts of the samples is kept for validation; ``number`` counts from 1."""

    number: int
    num_folds: int


@dataclass(frozen=True)
class Cell:
    """What a worker is asked to run. ``key`` tells the cells of one selection apart and stays the same when repeated.

    With a ``fold`` the training and validation parts are joined and cut anew; without one, the data are split as the
    experiment says. ``programs`` are the layers of the user's own that the user agreed to run.
    """

    key: str
    experiment: Experiment
    fold: Fold | None = None
    programs: tuple[Program, ...] = ()


def programs_of(experiment: Experiment) -> tuple[Program, ...]:
    """Return the programs that an experiment needs, and that the user agreed to run."""
    needed = {layer.sha256: agreed(layer.sha256) for layer in experiment.layers if isinstance(layer, CustomLayer)}
    return tuple(program for program in needed.values() if program is not None)


@dataclass(frozen=True, eq=False)
class Fit:
    """The curve that a network gives over one input axis: ``x`` and ``y`` float32 ``(n,)``, and the samples.

    ``train`` and ``validation`` are float32 ``(m, 2)`` with x and y of at most some hundred samples each.
    """

    x: NDArray[np.float32]
    y: NDArray[np.float32]
    train: NDArray[np.float32]
    validation: NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class CellResult:
    """What became of a cell: an outcome, or, where there is none, a sentence that says why.

    A run that diverged has an outcome; a cell whose worker died or whose data could not be read has a sentence. ``fit``
    is there for data with one axis.
    """

    key: str
    outcome: RunOutcome | None
    sentence: str = ""
    fit: Fit | None = None
