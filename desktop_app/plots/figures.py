"""The figures that the lower plot of the curves can show: metrics, the norm of the weights, the learning rate."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QCoreApplication

from core.events import EpochDone
from core.history import OF_THE_NETWORK, History
from core.metrics import METRICS, metrics_for
from desktop_app.texts import translated

translate = QCoreApplication.translate

Part = Literal["train", "validation"]
PlotName = Literal["loss", "lower"]
FIGURES = (*METRICS, *OF_THE_NETWORK)
"""Names of all figures, the most telling first."""


def figure_at(epoch: EpochDone, part: Part, name: str) -> float | None:
    """Return a figure, or the ``loss``, at the end of an epoch; None where it does not exist.

    Figures of the network belong to no part of the data: only the training part has them.
    """
    value: float | None
    if name in OF_THE_NETWORK:
        value = getattr(epoch, name) if part == "train" else None
    elif name in ("loss", "accuracy"):
        value = getattr(epoch, f"{part}_{name}")
    else:
        value = getattr(epoch, f"{part}_metrics").get(name)
    return value


def figures_of(history: History) -> tuple[str, ...]:
    """Return the figures that a run has; before its first epoch has ended, those that it will have."""
    if history.epochs:
        first = history.epochs[0]
        return tuple(n for n in FIGURES if any(figure_at(first, p, n) is not None for p in ("train", "validation")))
    if history.started is None:
        return ()
    facts = history.started.experiment.data.facts()
    return (*(metric.name for metric in metrics_for(facts.task, facts.num_outputs)), *OF_THE_NETWORK)


def is_share(name: str) -> bool:
    """Tell whether a figure is a share from 0 to 1, which is shown in percent."""
    return name in METRICS and METRICS[name].percent


def is_unbounded(name: str) -> bool:
    """Tell whether a figure may grow far beyond its beginning and all of it is to be seen."""
    return name in OF_THE_NETWORK


def figure_title(name: str) -> str:
    """Return the name of a figure as a choice."""
    if name == "weight_norm":
        return translate("CurvesView", "Weight norm")
    if name == "learning_rate":
        return translate("CurvesView", "Learning rate")
    return translated(METRICS[name].title)


def axis_title(name: str) -> str:
    """Return the name of a figure as it stands at an axis."""
    if name == "weight_norm":
        return translate("CurvesView", "L2 norm of the weights")
    title = figure_title(name)
    # Abbreviations keep their capitals.
    title = title[:1].lower() + title[1:] if title[1:2].islower() else title
    return translate("CurvesView", "{figure} (%)").format(figure=title) if is_share(name) else title
