"""The plots of the losses explorer: loss over probability, gradient over logit, and the descent step by step."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget
from scipy.special import expit

from core.explorers.losses import CURVES, LossesSetup, descent, logit_of
from desktop_app.lessons.explorers.curve_reader import CurveReader, Named
from desktop_app.plots.activation_plot import Cursor
from desktop_app.plots.canvas import Canvas, Plot
from desktop_app.plots.plot_style import LegendEntry, Line, LineStyle, readable

STYLES = {
    "cross_entropy": LineStyle("series0", width=2.6),
    "squared": LineStyle("series1", width=2.6, dash=Qt.PenStyle.DashLine),
}
REACH = 8.0
SHOWN_STEPS = 160
_POINTS = 400
_HIGHEST_LOSS = 5.0


class CurvesPlot(Canvas):
    """Both losses over the predicted probability, and their gradients over the logit, with a cursor in both.

    Signals:
        logit_wanted: the user has moved the cursor.
    """

    logit_wanted = Signal(float)

    def __init__(self, names: dict[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Losses and gradients"))
        texts = (self.tr("Loss over p"), self.tr("Gradient over o"))
        self.headings = [self.add_title(0, text, column=column) for column, text in enumerate(texts)]
        self.legend = self.add_legend(1, span=2)
        self.legend.set_entries(_entries(names))
        self.losses, self.gradients = self.add_plot(2), self.add_plot(2, column=1)
        self.losses.name_axes(self.tr("loss ℓ"), self.tr("predicted probability p of the true class"))
        self.gradients.name_axes(self.tr("gradient ∂ℓ/∂o"), self.tr("logit o of the true class"))
        for column in (1, 3):
            self.ci.layout.setColumnStretchFactor(column, 1)
        self.ci.layout.setColumnSpacing(1, 12)
        self.lines = {name: tuple(_line(plot, name) for plot in self.plots) for name in STYLES}
        for plot in self.plots:
            # Beyond the edges there is no probability, and nothing to see.
            plot.view.setMouseEnabled(False, False)
        p = np.linspace(0.0015, 0.9985, _POINTS)
        o = np.linspace(-REACH, REACH, _POINTS)
        for name, (above, below) in self.lines.items():
            above.set_points(p, CURVES[name].f(logit_of(p)))
            below.set_points(o, CURVES[name].derivative(o))
        self.cursors = {plot: Cursor() for plot in self.plots}
        for plot, cursor in self.cursors.items():
            plot.view.addItem(cursor, ignoreBounds=True)
            plot.view.reset_requested.connect(self.reset_view)
        self.cursors[self.losses].dragged.connect(self._drag_probability)
        self.cursors[self.gradients].dragged.connect(self._want)
        self.scene().sigMouseClicked.connect(self._clicked)
        self.readers = (
            CurveReader(self, self.losses, lambda: self._named(names, 0), lambda p: f"p = {readable(p, 3)}"),
            CurveReader(self, self.gradients, lambda: self._named(names, 1), lambda o: f"o = {readable(o, 3)}"),
        )
        self.reset_view()

    def show_logit(self, o: float) -> None:
        """Move both cursors."""
        at, p = np.asarray(o), float(expit(o))
        values = {name: (float(curve.f(at)), float(curve.derivative(at))) for name, curve in CURVES.items()}
        points = [(pair[0], STYLES[name].colour) for name, pair in values.items()]
        self.cursors[self.losses].show_at(p, points, None)
        slopes = [(pair[1], STYLES[name].colour) for name, pair in values.items()]
        self.cursors[self.gradients].show_at(o, slopes, None)

    def reset_view(self) -> None:
        """Show both curves whole."""
        self.losses.set_range((0.0, 1.0), (-0.1, _HIGHEST_LOSS))
        self.gradients.set_range((-REACH, REACH), (-1.08, 0.12))

    def _named(self, names: dict[str, str], position: int) -> list[Named]:
        return [Named(names[name], lines[position]) for name, lines in self.lines.items()]

    def _drag_probability(self, p: float) -> None:
        self._want(float(logit_of(np.asarray(min(max(p, 4e-4), 1 - 4e-4)))))

    def _want(self, o: float) -> None:
        self.logit_wanted.emit(round(min(max(o, -REACH), REACH), 2))

    def _clicked(self, ev: Any) -> None:
        if ev.button() != Qt.MouseButton.LeftButton or ev.double():
            return
        for plot, want in ((self.losses, self._drag_probability), (self.gradients, self._want)):
            if plot.view.sceneBoundingRect().contains(ev.scenePos()):
                want(float(plot.view.mapSceneToView(ev.scenePos()).x()))


class DescentPlot(Canvas):
    """The probability of the true class after each step of gradient descent on the logit, for both losses."""

    def __init__(self, names: dict[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Gradient descent"))
        self.title = self.add_title(0, self.tr("Gradient descent on o"))
        self.legend = self.add_legend(1)
        self.legend.set_entries(_entries(names))
        self.plot = self.add_plot(2)
        self.plot.name_axes(self.tr("probability p"), self.tr("steps of gradient descent"))
        self.lines = {name: _line(self.plot, name) for name in STYLES}
        self.paths: dict[str, Any] = {}
        self.plot.view.reset_requested.connect(self.reset_view)
        self.reader = CurveReader(
            self,
            self.plot,
            lambda: [Named(names[name], line) for name, line in self.lines.items()],
            lambda step: self.tr("step {number}").format(number=round(step)),
        )
        self.reset_view()

    def show_setup(self, setup: LossesSetup) -> None:
        """Show another descent."""
        self.paths = {name: descent(name, setup.logit, setup.learning_rate) for name in STYLES}
        for name, path in self.paths.items():
            self.lines[name].set_points(np.arange(len(path), dtype=np.float64), expit(path))

    def reset_view(self) -> None:
        """Show the first steps."""
        self.plot.set_range((0.0, SHOWN_STEPS), (-0.03, 1.03))


def _entries(names: dict[str, str]) -> list[LegendEntry]:
    return [LegendEntry(names[name], style) for name, style in STYLES.items()]


def _line(plot: Plot, name: str) -> Line:
    line = plot.add_line(STYLES[name])
    line.bold_limit = 2 * _POINTS
    return line
