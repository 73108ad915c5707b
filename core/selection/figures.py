"""Single figures of runs that are over, and their mean and spread over several runs."""

from __future__ import annotations

import math
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from core.errors import ExperimentError
from core.events import EpochDone
from core.metrics import LOSS, METRICS, higher_is_better, metric_title
from core.outcome import RunOutcome
from core.sentences import not_known
from core.texts import say

Part = Literal["validation", "train"]
"""The test part is not among them: what is chosen by looking at it is no test any more."""

_PARTS: tuple[Part, ...] = get_args(Part)


@dataclass(frozen=True)
class Figure:
    """Which figure of a run is looked at: ``name`` is "loss" or a key of ``METRICS``."""

    part: Part = "validation"
    name: str = LOSS

    @property
    def title(self) -> str:
        """Such as "Validation loss"."""
        title = metric_title(self.name)
        # RMSE and R² stay as they are.
        return f"{self.part.capitalize()} {title if title[1:2].isupper() or len(title) < 3 else title.lower()}"

    @property
    def key(self) -> str:
        """Such as "validation_loss", as in files and on the command line."""
        return f"{self.part}_{self.name}"

    @property
    def higher_is_better(self) -> bool:
        """Whether the best run is the one with the highest value."""
        return higher_is_better(self.name)

    def of_epoch(self, epoch: EpochDone) -> float:
        """Return the value after an epoch; NaN where the run does not have this figure."""
        if self.name in (LOSS, "accuracy"):
            value: float | None = getattr(epoch, f"{self.part}_{self.name}")
        else:
            metrics = epoch.train_metrics if self.part == "train" else epoch.validation_metrics
            value = metrics.get(self.name)
        return math.nan if value is None else value

    def of_run(self, outcome: RunOutcome) -> float:
        """Return the value at the end: after the epoch whose parameters the network has.

        NaN for a run that diverged or failed, or that has no such figure.
        """
        if outcome.ended.reason not in ("finished", "stopped") or not outcome.epochs:
            return math.nan
        best = outcome.ended.best_epoch
        return self.of_epoch(next((epoch for epoch in outcome.epochs if epoch.epoch == best), outcome.epochs[-1]))


def figure_of_key(key: str) -> Figure:
    """Return the figure with a key such as "validation_loss".

    Raises:
        ExperimentError: there is none; the text names those that there are.
    """
    figures = {figure.key: figure for figure in _all_figures()}
    if key not in figures:
        raise ExperimentError(say("the figure {key}", key=not_known(key, figures)))
    return figures[key]


def figures_of(outcomes: Sequence[RunOutcome]) -> tuple[Figure, ...]:
    """Return the figures that runs have: validation before training, the loss before the metrics."""
    epochs = [epoch for outcome in outcomes for epoch in outcome.epochs[:1]]
    return tuple(figure for figure in _all_figures() if any(math.isfinite(figure.of_epoch(epoch)) for epoch in epochs))


def _all_figures() -> list[Figure]:
    return [Figure(part, name) for part in _PARTS for name in (LOSS, *METRICS)]


def mean_and_deviation(values: NDArray[np.float64], axis: int = -1) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return mean and sample standard deviation along an axis, NaN left out.

    The mean of nothing is NaN, and so is the deviation of fewer than two values.
    """
    with warnings.catch_warnings():
        # Too few values are not unusual here, and NaN says so.
        warnings.simplefilter("ignore", RuntimeWarning)
        return np.nanmean(values, axis=axis), np.nanstd(values, axis=axis, ddof=1)
