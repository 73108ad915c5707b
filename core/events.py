"""What training says while it runs: frozen records of plain numbers and NumPy arrays.

The order within one run: ``RunStarted``, then for every epoch its ``BatchDone`` records followed by one ``EpochDone``;
``SettingsChanged``, ``WeightSet`` and ``UnitSwitched`` stand before the first batch that they affect; ``RunEnded`` is
always last, and always sent unless the run is given up on purpose: by Reset, by another run in its place, or because
the window closes. Only what is asked about the network, and done to it, afterwards can still follow: ``ProbeTaken``,
``WeightSet`` and ``UnitSwitched``.
``step``, ``epoch`` and ``batch`` count from 1; 0 means "before the first".
Losses and accuracies are means over samples; accuracies are shares from 0 to 1, None for regression. Losses are those
of the data, without a penalty. Mappings of metrics go by the names of ``core.metrics.METRICS`` and hold those that fit
data and loss; R² is missing where all targets are equal.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from core.experiment import Experiment, LiveSettings
from core.metrics import METRICS
from core.probes import Probe

MAX_SHOWN_PARAMETERS = 12
Part = Literal["train", "validation"]
EndReason = Literal["finished", "stopped", "diverged", "failed"]


@dataclass(frozen=True)
class Event:
    """Base of all events. ``run_id`` tells late events of an old run from those of the present one."""

    run_id: int


@dataclass(frozen=True)
class RunStarted(Event):
    """The network is built and initialised; ``experiment`` is what runs."""

    experiment: Experiment
    num_train: int
    num_validation: int
    num_test: int
    batches_per_epoch: int
    num_parameters: int


@dataclass(frozen=True)
class BatchDone(Event):
    """One minibatch was learned. ``loss`` and ``accuracy`` are those before the update."""

    step: int
    epoch: int
    batch: int
    loss: float
    accuracy: float | None


@dataclass(frozen=True)
class EpochDone(Event):
    """One pass over the training samples is done.

    The training metrics are means over the batches of this epoch, as in the book; the validation metrics are computed
    after it, in prediction mode, and None without a validation part. ``seconds`` is computing time since the start of
    the run, pauses left out; ``samples_per_second`` is the speed of this epoch's training, without the evaluation.
    ``weight_norm`` is the L2 norm of all weights together, biases left out; ``learning_rate`` is that of the last step.
    ``confusion`` is int64 ``(num_classes, num_classes)``: how many validation samples of a class (row) were taken for a
    class (column); None for regression and without a validation part.
    """

    step: int
    epoch: int
    train_loss: float
    train_accuracy: float | None
    validation_loss: float | None
    validation_accuracy: float | None
    samples_per_second: float
    seconds: float
    train_metrics: Mapping[str, float] = field(default_factory=dict)
    validation_metrics: Mapping[str, float] = field(default_factory=dict)
    weight_norm: float | None = None
    learning_rate: float | None = None
    confusion: NDArray[np.int64] | None = field(default=None, compare=False)

    def figure(self, part: Part, name: str) -> float | None:
        """Return the loss or a metric of one part; None where it does not exist.

        Raises:
            KeyError: there is no metric of that name.
        """
        if name in ("loss", "accuracy"):
            value: float | None = getattr(self, f"{part}_{name}")
            return value
        if name not in METRICS:
            raise KeyError(name)
        return (self.train_metrics if part == "train" else self.validation_metrics).get(name)


@dataclass(frozen=True)
class SettingsChanged(Event):
    """Learning rate, weight decay or dropout rates were changed while the run went on, after ``step``."""

    step: int
    settings: LiveSettings


@dataclass(frozen=True)
class WeightSet(Event):
    """The user gave one entry of a parameter, by its structural name, another value after ``step``."""

    step: int
    name: str
    index: tuple[int, ...]
    before: float
    value: float


@dataclass(frozen=True)
class UnitSwitched(Event):
    """The user switched a unit off, which says 0 from then on, or on again after ``step``; positions count from 0."""

    step: int
    layer: int
    unit: int
    on: bool


Change = SettingsChanged | WeightSet | UnitSwitched
"""What the user does to a run while it goes on."""


@dataclass(frozen=True)
class ProbeTaken(Event):
    """What a probe saw inside the network after ``step``: arrays by the names that the probe's class lists."""

    step: int
    probe: Probe
    values: dict[str, NDArray[np.float32]]


@dataclass(frozen=True)
class RunEnded(Event):
    """The run is over. ``message`` says why and, after a failure or divergence, what to do.

    The test metrics are computed only when the run is finished and there is a test part. ``suggested_learning_rate`` is
    set when a run diverged and a smaller learning rate may help. ``confusion`` is that of the validation part, as in
    :class:`EpochDone`. ``best_epoch`` is set when early stopping was on and the run has finished: the network then has
    the parameters of that epoch, and all metrics here are theirs. ``parameters`` holds the network's arrays by Gluon's
    structural names if they are at most ``MAX_SHOWN_PARAMETERS`` numbers, few enough to be read by a person.
    """

    step: int
    reason: EndReason
    message: str
    validation_loss: float | None = None
    validation_accuracy: float | None = None
    test_loss: float | None = None
    test_accuracy: float | None = None
    seconds: float = 0.0
    suggested_learning_rate: float | None = None
    parameters: dict[str, NDArray[np.float32]] | None = None
    validation_metrics: Mapping[str, float] = field(default_factory=dict)
    test_metrics: Mapping[str, float] = field(default_factory=dict)
    confusion: NDArray[np.int64] | None = field(default=None, compare=False)
    best_epoch: int | None = None


@dataclass(frozen=True)
class Predicted(Event):
    """What the network says of one part of the data in prediction mode, after ``step``.

    ``outputs`` is float32 ``(n, number of classes or targets)`` in the order of the part's samples: predicted targets
    for regression; for classification probabilities, or without ``has_probabilities``, because the loss gives none, 1
    for the chosen class and 0 for the others.
    """

    step: int
    part: Literal["train", "validation", "test"]
    outputs: NDArray[np.float32]
    has_probabilities: bool = True
