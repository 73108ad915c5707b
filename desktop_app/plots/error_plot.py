"""Predicted against true numbers: on the diagonal the network is right."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QWidget

from desktop_app.plots.canvas import Canvas
from desktop_app.plots.hover_card import HoverCard
from desktop_app.plots.plot_style import LegendEntry, LineStyle, readable
from desktop_app.plots.scatter import Scatter
from desktop_app.point_marks import PointStyle

_RIGHT = LineStyle("muted", width=1.5, dash=Qt.PenStyle.DashLine)
_POINT = PointStyle(share=1.0, part="validation", size=7.0)
_MOST_POINTS = 5_000
_NEAR = 12.0  # pixels


class ErrorPlot(Canvas):
    """Shows every target with its prediction; of very many, evenly spaced ones."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Predicted against true"))
        self.setMinimumHeight(130)
        self.places: NDArray[np.float64] = np.empty((0, 2))
        self._positions: NDArray[np.int64] = np.empty(0, np.int64)
        self.legend = self.add_legend(0)
        self.plot = self.add_plot(1)
        self.plot.name_axes(self.tr("prediction ŷ"), self.tr("target y"))
        self.right = self.plot.add_line(_RIGHT)
        self.scatter = Scatter()
        self.plot.view.addItem(self.scatter, ignoreBounds=True)
        self.card = HoverCard(self)
        self.legend.set_entries(
            [LegendEntry(self.tr("sample"), _POINT), LegendEntry(self.tr("ŷ = y: no error"), _RIGHT)]
        )
        self.plot.view.reset_requested.connect(self.reset_view)
        self.hovered.connect(self._hover)

    def show_errors(self, targets: NDArray[np.float32], outputs: NDArray[np.float32]) -> None:
        """Show targets and finite predictions, both ``(n, num_outputs)``, every output as a point of its own."""
        pairs = np.column_stack([targets.ravel(), outputs.ravel()]).astype(np.float64)
        stride = -(-len(pairs) // _MOST_POINTS)
        self.places = pairs[::stride]
        self._positions = np.arange(len(pairs))[::stride] // targets.shape[1]
        codes = np.zeros(len(self.places), np.int64)
        self.scatter.set_points(self.places[:, 0], self.places[:, 1], codes, [_POINT])
        self.reset_view()

    def reset_view(self) -> None:
        """Show all points."""
        if not len(self.places):
            return
        ranges = []
        for low, high in zip(self.places.min(axis=0).tolist(), self.places.max(axis=0).tolist(), strict=True):
            margin = 0.05 * (high - low) or 0.5
            ranges.append((low - margin, high + margin))
        self.plot.set_range(*ranges)
        ends = np.array([min(low for low, _ in ranges), max(high for _, high in ranges)])
        self.right.set_points(ends, ends)

    def _hover(self, scene: QPointF | None) -> None:
        view = self.plot.view
        if scene is None or not len(self.places) or not view.sceneBoundingRect().contains(scene):
            self.card.hide()
            return
        mouse = view.mapSceneToView(scene)
        distances = np.hypot(*((self.places - [mouse.x(), mouse.y()]) / view.viewPixelSize()).T)
        nearest = int(distances.argmin())
        if distances[nearest] > _NEAR:
            self.card.hide()
            return
        target, prediction = self.places[nearest].tolist()
        text = self.tr("<b>Sample {number}</b><br>y = {y}<br>ŷ = {y_hat}<br>ŷ − y = {error}").format(
            number=int(self._positions[nearest]),
            y=readable(target),
            y_hat=readable(prediction),
            error=readable(prediction - target),
        )
        self.card.show_text(text, self.mapFromScene(scene))
