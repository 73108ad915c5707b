"""Whether a result is what it should be: the figures of a row of the book, their bands, and the verdict.

A band is what any seed must reach. Shuffling and initialisation make exact values meaningless there.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from core.data import LinearRegression, Polynomial
from core.events import EndReason
from core.outcome import RunOutcome


@dataclass(frozen=True)
class Figure:
    """One number that is compared.

    Attributes:
        name: of the measure, a key of ``MEASURES`` for a training, or of what a computation gives.
        title: what it is called beside its value.
        printed: what the book prints, as it stands there; empty where it prints none.
        low: the least that is inside the band.
        high: the most that is inside the band.
        finite: False where the number is to overflow, as it does in the book; the band is of no importance then.
    """

    name: str
    title: str
    printed: str = ""
    low: float = -math.inf
    high: float = math.inf
    finite: bool = True

    def holds(self, value: float | None) -> bool:
        """Tell whether a value lies inside the band; both ends do, and no value does not."""
        if value is None:
            return False
        if not self.finite:
            return not math.isfinite(value)
        return math.isfinite(value) and self.low <= value <= self.high

    @property
    def band(self) -> str:
        """The band in signs, such as "0.84 – 0.88", "≤ 0.02" or "inf, nan"; empty if there is none."""
        if not self.finite:
            return "inf, nan"
        if self.low == self.high:
            return f"= {number_text(self.low)}"
        if math.isinf(self.low) and math.isinf(self.high):
            return ""
        if math.isinf(self.low):
            return f"≤ {number_text(self.high)}"
        if math.isinf(self.high):
            return f"≥ {number_text(self.low)}"
        return f"{number_text(self.low)} – {number_text(self.high)}"


def accuracy(printed: str = "", low: float = 0.0, high: float = 1.0) -> Figure:
    """Return the figure of the accuracy on the validation part, 0 to 1."""
    return Figure("validation_accuracy", "Validation accuracy", printed, low, high)


def train_loss(printed: str = "", low: float = -math.inf, high: float = math.inf) -> Figure:
    """Return the figure of the mean training loss in the last epoch."""
    return Figure("train_loss", "Training loss", printed, low, high)


def validation_loss(printed: str = "", low: float = -math.inf, high: float = math.inf) -> Figure:
    """Return the figure of the validation loss at the end."""
    return Figure("validation_loss", "Validation loss", printed, low, high)


@dataclass(frozen=True)
class Entry:
    """One row: an experiment with figures that are compared.

    Attributes:
        key: its short name; for a training also the name of its preset.
        group: the heading that it stands under.
        title: its name in the window.
        configuration: in words.
        figures: what is compared, the most important one first.
        computed: whether it is a computation instead of the training of a preset.
        explanation: of a computation, in a few sentences; a preset explains itself in its notes.
        ends: how a training must end.
        alone: whether it measures time, so that nothing else may run meanwhile.
    """

    key: str
    group: str
    title: str
    configuration: str
    figures: tuple[Figure, ...]
    computed: bool = False
    explanation: str = ""
    ends: EndReason = "finished"
    alone: bool = False


@dataclass(frozen=True)
class Computed:
    """What a computation gives: the values of its figures by name, and what it took in seconds."""

    values: Mapping[str, float]
    seconds: float


@dataclass(frozen=True)
class Comparison:
    """One figure and its value here; None if the run did not get so far."""

    figure: Figure
    value: float | None

    @property
    def inside(self) -> bool:
        """Whether the value lies inside the band."""
        return self.figure.holds(self.value)


@dataclass(frozen=True)
class Verdict:
    """What has become of a row.

    ``sentence`` says why the figures mean nothing, or why there are none; it is empty as a rule. ``seconds`` is what
    the row took.
    """

    entry: Entry
    comparisons: tuple[Comparison, ...]
    sentence: str = ""
    seconds: float = 0.0

    @property
    def inside(self) -> bool:
        """Whether all figures lie inside their bands."""
        return not self.sentence and all(comparison.inside for comparison in self.comparisons)


def judge(entry: Entry, result: RunOutcome | Computed) -> Verdict:
    """Compare a result with the bands of its row."""
    if isinstance(result, Computed):
        values = tuple(Comparison(figure, result.values.get(figure.name)) for figure in entry.figures)
        return Verdict(entry, values, seconds=result.seconds)
    values = tuple(Comparison(figure, MEASURES[figure.name](result)) for figure in entry.figures)
    ended = result.ended
    return Verdict(entry, values, "" if ended.reason == entry.ends else ended.message, ended.seconds)


def number_text(value: float) -> str:
    """Return a number with up to four digits, such as "0.8431", "1.5e-9" or "nan"."""
    return re.sub(r"e(-?)\+?0*", r"e\1", f"{value:.4g}")


def _train_loss(outcome: RunOutcome) -> float | None:
    return outcome.epochs[-1].train_loss if outcome.epochs else None


def _validation_loss(outcome: RunOutcome) -> float | None:
    return outcome.ended.validation_loss


def _validation_accuracy(outcome: RunOutcome) -> float | None:
    return outcome.ended.validation_accuracy


def _gap(outcome: RunOutcome) -> float | None:
    train, validation = _train_loss(outcome), _validation_loss(outcome)
    return None if not train or validation is None else validation / train


def _parameter_error(outcome: RunOutcome) -> float | None:
    """Return the largest difference between a weight or bias and the true one behind the samples."""
    found, data = outcome.ended.parameters, outcome.experiment.data
    if found is None or {"0.weight", "0.bias"} - set(found):
        return None
    if isinstance(data, LinearRegression):
        true = [*data.w, data.b]
    elif isinstance(data, Polynomial):
        true = [*data.coefficients, data.bias]
    else:
        return None
    numbers = np.append(found["0.weight"].ravel(), found["0.bias"].ravel())
    return float(np.abs(numbers - true).max()) if len(numbers) == len(true) else None


def _weight_norm(outcome: RunOutcome) -> float | None:
    return outcome.epochs[-1].weight_norm if outcome.epochs else None


def _steps(outcome: RunOutcome) -> float | None:
    return float(outcome.ended.step)


MEASURES: Mapping[str, Callable[[RunOutcome], float | None]] = {
    "train_loss": _train_loss,
    "validation_loss": _validation_loss,
    "validation_accuracy": _validation_accuracy,
    "gap": _gap,
    "parameter_error": _parameter_error,
    "weight_norm": _weight_norm,
    "steps": _steps,
}
"""What can be compared of a training, by name; None where a run has no such number."""
