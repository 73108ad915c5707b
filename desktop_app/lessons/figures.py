"""The figures of the lessons: live pictures from the application's own plots.

A new figure is one function here, or in a module of its own, and one entry in ``FIGURES``. It gets what stands behind
the "?" of ``figure:NAME?key=value`` as keyword arguments and returns a widget that follows theme and language.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QWidget

from core.lessons.links import FigureSource
from desktop_app.lessons.line_figure import LineFigure, Series
from desktop_app.plots.activation_plot import ActivationPlot

translate = QCoreApplication.translate  # a name by which lupdate finds texts


def activation(kind: str = "relu", x: float = 1.0) -> QWidget:
    """Return an activation function with its derivative below, and a tangent to drag; ``kind`` may name several."""
    names = str(kind).split(",")
    plot = ActivationPlot()
    plot.show_functions(names, names[0])
    plot.cursor_wanted.connect(plot.set_cursor)
    plot.set_cursor(float(x))
    return plot


def loss_of_probability() -> QWidget:
    """Return cross-entropy and squared error as functions of the probability of the right class."""
    p = np.linspace(0.005, 1.0, 400)
    return LineFigure(
        translate("Figures", "The loss of one sample"),
        translate("Figures", "probability of the right class"),
        translate("Figures", "loss"),
        [
            Series(translate("Figures", "cross-entropy, −log p"), p, -np.log(p)),
            Series(translate("Figures", "squared error, (1 − p)² / 2"), p, (1 - p) ** 2 / 2),
        ],
    )


FIGURES: Mapping[str, Callable[..., QWidget]] = {
    "activation": activation,
    "loss-of-probability": loss_of_probability,
}
"""All figures by the names that lessons use."""


def make_figure(source: FigureSource) -> QWidget:
    """Return the widget of a figure; one that is not known says so instead of failing.

    Raises:
        TypeError: the figure does not know one of the options.
    """
    options: dict[str, Any] = {key.replace("-", "_"): value for key, value in source.options.items()}
    maker = FIGURES.get(source.name)
    if maker is None:
        return QLabel(translate("Figures", "There is no figure {0}.").format(source.name))
    return maker(**options)
