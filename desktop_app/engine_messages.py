"""What the window asks of the engine's thread, and what comes back beside the events of a run."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from core.data import DataSet, Parts
from core.events import Predicted
from core.experiment import Experiment, LiveSettings
from core.probes import Probe
from core.questions import Question

Pace = Literal["run", "batch", "epoch", "pause"]
Phase = Literal["loading", "broken", "idle", "running", "paused", "ended"]
PartName = Literal["train", "validation", "test"]


@dataclass(frozen=True)
class Request:
    """Base of all requests."""


@dataclass(frozen=True)
class LoadData(Request):
    """Load a data set for the views."""

    data: DataSet


@dataclass(frozen=True)
class Start(Request):
    """Build the network and train at ``pace``. Setting ``cancel`` stops the run at the next batch."""

    run_id: int
    experiment: Experiment
    cancel: threading.Event
    pace: Pace


@dataclass(frozen=True)
class SetPace(Request):
    """Go on, pause, or go on for one batch or epoch."""

    pace: Pace


@dataclass(frozen=True)
class Change(Request):
    """Change what can change while a run goes on."""

    settings: LiveSettings


@dataclass(frozen=True)
class Discard(Request):
    """Forget the network, so that the next start begins afresh. What is said from then on is said as ``run_id``."""

    run_id: int


@dataclass(frozen=True)
class Predict(Request):
    """Ask for the predictions for one part of a data set."""

    data: DataSet
    part: PartName


@dataclass(frozen=True, eq=False)
class Classify(Request):
    """Ask what the network for a data set says of inputs ``(n, *input_shape)``, float32 as the network sees them."""

    data: DataSet
    X: NDArray[np.float32]


@dataclass(frozen=True)
class Watch(Request):
    """Answer these probes while there is a network, instead of those before: as ``ProbeTaken`` events.

    While the network trains, each as often as it can be drawn; otherwise once, and again whenever the network changes.
    Those of ``again`` are answered afresh, even if they were watched before. Those of ``for_later`` are seen by nobody
    now, and answered ever more seldom.
    """

    probes: tuple[Probe, ...]
    again: tuple[Probe, ...] = ()
    for_later: tuple[Probe, ...] = ()


@dataclass(frozen=True)
class SetWeight(Request):
    """Give one entry of a parameter, by its structural name, another value: told as ``WeightSet``."""

    name: str
    index: tuple[int, ...]
    value: float


@dataclass(frozen=True)
class SwitchUnit(Request):
    """Let a unit of a layer say 0, or work again; positions count from 0. Told as ``UnitSwitched``."""

    layer: int
    unit: int
    on: bool


@dataclass(frozen=True)
class Ask(Request):
    """Compute something beside the run: told as ``Answered``. A newer question of the same type replaces this one."""

    question: Question


@dataclass(frozen=True)
class SaveParameters(Request):
    """Write the network's parameters to a file."""

    path: Path


@dataclass(frozen=True)
class LoadParameters(Request):
    """Build a fresh network, give it the parameters of a file, and evaluate it."""

    run_id: int
    experiment: Experiment
    cancel: threading.Event
    path: Path


@dataclass(frozen=True)
class Heed(Request):
    """Answer with ``Heeded``, as a sign that the thread gets to its requests."""

    number: int


@dataclass(frozen=True)
class Close(Request):
    """Let go of everything and end the thread; what was asked before is still done."""


@dataclass(frozen=True)
class EngineReady:
    """MXNet is imported; ``version`` is its version."""

    version: str


@dataclass(frozen=True)
class Heeded:
    """The thread got to the ``Heed`` of this number."""

    number: int


@dataclass(frozen=True)
class PhaseChanged:
    """The engine went from one phase to another.

    A network exists while it is running or paused, and when it has ended, unless training failed. In the phase
    "broken" MXNet could not be loaded.
    """

    run_id: int
    phase: Phase


@dataclass(frozen=True)
class DataLoaded:
    """The parts of a data set."""

    data: DataSet
    parts: Parts


@dataclass(frozen=True)
class DataFailed:
    """A data set could not be loaded; ``missing`` if its files are not on this computer."""

    data: DataSet
    sentence: str
    missing: bool


@dataclass(frozen=True)
class PredictionAnswered:
    """What became of ``request``: the predictions, or None if there is no network for that data set or no such part."""

    request: Predict
    predicted: Predicted | None


@dataclass(frozen=True, eq=False)
class Classified:
    """What became of ``request``: outputs as in ``Predicted``, or None if there is no network for that data set."""

    request: Classify
    step: int
    outputs: NDArray[np.float32] | None
    has_probabilities: bool = True


@dataclass(frozen=True, eq=False)
class Answered:
    """The answer to a question, or what is known of it so far if it is not the last one."""

    question: Question
    answer: Any
    is_last: bool


@dataclass(frozen=True)
class ParametersSaved:
    """The parameters are on disk."""

    path: Path


@dataclass(frozen=True)
class ParametersLoaded:
    """A fresh network of ``experiment`` has the parameters of ``path``; the metrics are those on the validation part.

    They are None if there is no such part.
    """

    run_id: int
    experiment: Experiment
    path: Path
    validation_loss: float | None
    validation_accuracy: float | None


@dataclass(frozen=True)
class Failed:
    """A request could not be fulfilled; ``sentence`` says why and what to do."""

    request: Request
    sentence: str
