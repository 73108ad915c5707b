"""Metrics: what tells how good a network is, chosen by the task. A new metric is one entry in ``METRICS``.

How each is computed stands in the engine; the oracle of all of them is scikit-learn.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from core.losses import Task

LOSS = "loss"
"""The name of the loss where a metric may stand; smaller is better."""


@dataclass(frozen=True)
class Metric:
    """What there is to know of a metric without computing it.

    ``percent`` tells that it is a share from 0 to 1, which people read as percent. ``min_outputs`` is the number of
    classes or targets from which on it says something; ``needs_probabilities`` that it asks for a loss that gives some.
    """

    name: str
    title: str
    help: str
    tasks: tuple[Task, ...]
    higher_is_better: bool
    percent: bool = False
    min_outputs: int = 1
    needs_probabilities: bool = False

    def fits(self, task: Task, num_outputs: int, probabilities: bool = True) -> bool:
        """Tell whether the metric makes sense for data of this kind, and for a loss with or without probabilities."""
        return task in self.tasks and num_outputs >= self.min_outputs and probabilities >= self.needs_probabilities


METRICS: Mapping[str, Metric] = MappingProxyType(
    {
        metric.name: metric
        for metric in (
            Metric(
                "accuracy",
                "Accuracy",
                "Share of right answers.",
                ("classification",),
                higher_is_better=True,
                percent=True,
            ),
            Metric(
                "top3",
                "Top-3 accuracy",
                "Share of samples whose class is among the three most probable ones.",
                ("classification",),
                higher_is_better=True,
                percent=True,
                min_outputs=4,
            ),
            Metric(
                "log_loss",
                "Log loss",
                "Mean of minus the log of the probability of the right class.",
                ("classification",),
                higher_is_better=False,
                needs_probabilities=True,
            ),
            Metric(
                "rmse",
                "RMSE",
                "Root of the mean squared error, in the unit of the target.",
                ("regression",),
                higher_is_better=False,
            ),
            Metric(
                "r2",
                "R²",
                "Share of the targets' variance that is explained: 1 is perfect, 0 no better than their mean.",
                ("regression",),
                higher_is_better=True,
            ),
            Metric(
                "mae",
                "MAE",
                "Mean absolute error, in the unit of the target.",
                ("regression",),
                higher_is_better=False,
            ),
        )
    }
)
"""All metrics by name."""


def metrics_for(task: Task, num_outputs: int, probabilities: bool = True) -> tuple[Metric, ...]:
    """Return the metrics that fit, the most telling first.

    Args:
        task: of the data.
        num_outputs: number of classes or targets.
        probabilities: whether the loss gives probabilities of the classes.
    """
    return tuple(metric for metric in METRICS.values() if metric.fits(task, num_outputs, probabilities))


def higher_is_better(name: str) -> bool:
    """Tell in which direction a metric, or the loss, improves."""
    return name != LOSS and METRICS[name].higher_is_better


def metric_title(name: str) -> str:
    """Return the title of a metric, or of the loss."""
    return "Loss" if name == LOSS else METRICS[name].title
