"""The plot of the softmax explorer: all probabilities over the logit of the true class."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from core.explorers.softmax import LARGEST_LOGIT, NUM_CLASSES, SoftmaxSetup, over_true_logit
from desktop_app.lessons.explorers.curve_reader import CurveReader, Named
from desktop_app.plots.activation_plot import Cursor
from desktop_app.plots.canvas import Canvas
from desktop_app.plots.plot_style import LegendEntry, LineStyle, readable

REACH = 10.0
"""How far the plot goes to either side, at least."""
_POINTS = 201
_DASHES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine)


def class_style(position: int) -> LineStyle:
    """Return the look of a class, in the colour of its bar."""
    return LineStyle(f"series{position}", width=2.2, dash=_DASHES[position % len(_DASHES)])


class SoftmaxPlot(Canvas):
    """Draws what becomes of all probabilities when only the logit of the true class changes.

    ``logit_wanted`` carries that logit, as the user drags or clicks it.
    """

    logit_wanted = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Probabilities over the logit of the true class"))
        self.setMinimumSize(320, 180)
        self.title = self.add_title(0, self.tr("Probabilities over the logit of the true class"))
        self.legend = self.add_legend(1)
        self.plot = self.add_plot(2)
        self.plot.view.setMouseEnabled(False, False)
        self.lines = [self.plot.add_line(class_style(k)) for k in range(NUM_CLASSES[1])]
        for line in self.lines:
            line.bold_limit = 2 * _POINTS
        self.cursor = Cursor()
        self.plot.view.addItem(self.cursor, ignoreBounds=True)
        self.cursor.dragged.connect(self._want)
        self.scene().sigMouseClicked.connect(self._click)
        self.reader = CurveReader(self, self.plot, self._curves, lambda o: f"o = {readable(o, 3)}")

    def show_setup(self, setup: SoftmaxSetup, probabilities: NDArray[np.float64]) -> None:
        """Show the curves of a setup, and the cursor at its present ``probabilities`` ``(k,)``."""
        here, count = setup.logits[setup.label], len(setup.logits)
        middle = 0.0 if abs(here) <= REACH else here
        o = np.linspace(middle - REACH, middle + REACH, _POINTS)
        curves = over_true_logit(setup, o)
        for k, line in enumerate(self.lines):
            line.set_points(*((o, curves[:, k]) if k < count else (np.empty(0), np.empty(0))))
        self.plot.name_axes(self.tr("probability ŷ"), self.tr("logit o of class {number}").format(number=setup.label))
        self.plot.set_range((middle - REACH, middle + REACH), (-0.03, 1.03))
        self.legend.set_entries([LegendEntry(name, class_style(k)) for k, name in enumerate(self._names(count))])
        points = [(float(value), f"series{k}") for k, value in enumerate(probabilities)]
        self.cursor.show_at(here, points, None)

    def _names(self, count: int) -> list[str]:
        return [self.tr("class {number}").format(number=k) for k in range(count)]

    def _curves(self) -> list[Named]:
        shown = [line for line in self.lines if len(line.x)]
        return [Named(name, line) for name, line in zip(self._names(len(shown)), shown, strict=True)]

    def _want(self, o: float) -> None:
        self.logit_wanted.emit(round(min(max(o, -LARGEST_LOGIT), LARGEST_LOGIT), 2))

    def _click(self, event: Any) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.plot.view.sceneBoundingRect().contains(
            event.scenePos()
        ):
            self._want(float(self.plot.view.mapSceneToView(event.scenePos()).x()))
