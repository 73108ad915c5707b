"""Made-up outcomes of runs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from core.events import EndReason, EpochDone, RunEnded, RunStarted
from core.experiment import Experiment, with_value
from core.outcome import RunOutcome

WHEN = "2026-11-25T22:00:00+00:00"


def epoch_done(number: int, **values: Any) -> EpochDone:
    """Return an epoch of 4 steps whose losses and accuracies follow from its number."""
    done = EpochDone(1, 4 * number, number, 2 / number, 0.5, 3 / number, 0.4, 1000.0, float(number))
    return replace(done, **values)


def run_outcome(
    experiment: Experiment | None = None, epochs: int = 3, reason: EndReason = "finished", **ended: Any
) -> RunOutcome:
    """Return a run of so many epochs."""
    started = RunStarted(1, experiment or Experiment(), 60, 20, 10, 4, 7)
    end = RunEnded(1, 4 * epochs, reason, "The end.", seconds=float(epochs), **ended)
    return RunOutcome(started, tuple(epoch_done(number) for number in range(1, epochs + 1)), end)


def named(name: str, **values: Any) -> Experiment:
    """Return an experiment with a name and other settings, whose dots are written as two underscores."""
    experiment = with_value(Experiment(), "name", name)
    for path, value in values.items():
        experiment = with_value(experiment, path.replace("__", "."), value)
    return experiment
