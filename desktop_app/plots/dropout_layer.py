"""What is known of one Dropout layer: its last mask, what it does to a sample, and what comes out on average."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from core.dropout import mean_spread, rate_spread, running_means
from core.events import ProbeTaken

NUM_DRAWS = 300

Matrix = NDArray[np.float32]
Curve = NDArray[np.float64]


@dataclass(eq=False)
class DropoutLayer:
    """One layer, told the answers of a ``MasksProbe``.

    Attributes:
        position: in the experiment.
        rate: probability with which units are dropped.
        inputs: ``(samples, units)``, in training.
        mask: ``(samples, units)``, 0 or 1/(1 − rate).
        predicted: ``(samples, units)``, inputs and outputs in prediction.
        entries: of the masks of training that were seen so far, after each of them.
        dropped: how many of these were dropped.
    """

    position: int
    rate: float = 0.0
    inputs: Matrix = field(default_factory=lambda: np.zeros((0, 0), np.float32))
    mask: Matrix = field(default_factory=lambda: np.zeros((0, 0), np.float32))
    predicted: Matrix = field(default_factory=lambda: np.zeros((0, 0), np.float32))
    entries: list[float] = field(default_factory=list)
    dropped: list[float] = field(default_factory=list)
    _last_step: int = -1

    def take(self, taken: ProbeTaken) -> None:
        """Take note of an answer; another rate begins another count."""
        name, values = f"layer{self.position}", taken.values
        rate = float(values[f"{name}:rate"])
        if rate != self.rate:
            self.entries, self.dropped = [], []
        self.rate = rate
        self.inputs, self.mask = values[f"{name}:input"], values[f"{name}:mask"]
        self.predicted = values[f"{name}:predicted"]
        if "drawn" not in values and taken.step != self._last_step:
            self._last_step = taken.step
            for counts, what in ((self.entries, "entries"), (self.dropped, "dropped")):
                counts.append((counts[-1] if counts else 0.0) + float(values[f"{name}:{what}"]))

    @property
    def is_finite(self) -> bool:
        """Whether all inputs are numbers."""
        return bool(np.isfinite(self.inputs).all() and np.isfinite(self.predicted).all())

    def what_enters(self, *, training: bool) -> Matrix:
        """Return the inputs ``(samples, units)``."""
        return self.inputs if training else self.predicted

    def factors(self, *, training: bool) -> Matrix:
        """Return by what inputs are multiplied ``(samples, units)``."""
        return self.mask if training else np.ones_like(self.predicted)

    def expectation(self, sample: int, seed: int) -> tuple[Curve, Curve, float, Curve]:
        """Return numbers of draws, mean outputs over them, the mean input, and the 95 % spread around it."""
        inputs = np.nan_to_num(self.inputs[sample].astype(np.float64), posinf=0.0, neginf=0.0)
        draws = np.arange(1.0, NUM_DRAWS + 1)
        means = running_means(inputs, self.rate, NUM_DRAWS, seed)
        return draws, means, float(inputs.mean()), mean_spread(inputs, self.rate, draws)

    def shares(self) -> tuple[Curve, Curve, Curve]:
        """Return numbers of masks, the share of dropped entries in all of them, and the 95 % spread around the rate."""
        entries, dropped = np.array(self.entries), np.array(self.dropped)
        return np.arange(1.0, len(entries) + 1), dropped / entries, rate_spread(self.rate, entries)
