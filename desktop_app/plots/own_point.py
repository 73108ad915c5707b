"""A place in the plane, or on an axis, that is chosen by a click."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtWidgets import QWidget

from core.data import DataSet, Parts
from desktop_app.plots.plot_style import LegendEntry, LineStyle
from desktop_app.plots.sample_plot import SamplePlot

_OWN = LineStyle("text", 0.0, Qt.PenStyle.NoPen, symbol="star", symbol_size=17.0)
_PLACE = LineStyle("text", 1.2, Qt.PenStyle.DotLine)


class OwnPoint(SamplePlot):
    """Shows the samples and a star at the chosen place; over a single axis the answer of the network is its height.

    Signals:
        chosen: a place that was clicked.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumHeight(150)
        self._place: tuple[float, ...] = ()
        self._height: float | None = None
        self.line, self.own = self.plot.add_line(_PLACE), self.plot.add_line(_OWN)
        self.own.setZValue(10)
        self.pressed.connect(self._press)

    def show_data(self, data: DataSet | None, parts: Parts | None) -> bool:
        """Show the samples of a data set."""
        found = super().show_data(data, parts)
        self._height = None
        self.legend.set_entries([*self.legend.entries, LegendEntry(self.tr("your point"), _OWN)])
        self._draw_own()
        return found

    def show_point(self, place: Sequence[float]) -> None:
        """Show where the chosen place is: one or two coordinates."""
        self._place, self._height = tuple(place), None
        self._draw_own()

    def show_height(self, height: float | None) -> None:
        """Show the answer of the network over a single axis."""
        self._height = height
        self._draw_own()

    def _press(self, place: QPointF, button: Qt.MouseButton) -> None:
        if button == Qt.MouseButton.LeftButton:
            self.chosen.emit(place)

    def _draw_own(self) -> None:
        nothing = np.empty(0)
        star = self._place if len(self._place) == 2 else (*self._place, self._height)
        has_star = len(star) == 2 and None not in star
        self.own.set_points(*((np.array([star[0]]), np.array([star[1]])) if has_star else (nothing, nothing)))
        bottom, top = self.plot.view.viewRange()[1]
        on_axis = len(self._place) == 1
        ends = np.array([bottom - (top - bottom), top + (top - bottom)])
        self.line.set_points(*((np.full(2, self._place[0]), ends) if on_axis else (nothing, nothing)))
