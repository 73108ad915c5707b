"""The pictures of the expectation explorer: the masks of many draws, and the running means of what comes out."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTransform
from PySide6.QtWidgets import QWidget

from core.explorers.expectation import Draws, ExpectationSetup, expected_share, share_deviation
from desktop_app.plots.band import Band
from desktop_app.plots.canvas import Canvas
from desktop_app.plots.hover_card import HoverCard
from desktop_app.plots.levels import Level, Levels
from desktop_app.plots.marks import Crosshair
from desktop_app.plots.plot_style import LegendEntry, LineStyle, ViewItem, colour, plot_pen, readable

KEPT = LineStyle("train", symbol="square", symbol_size=12.0, dash=Qt.PenStyle.NoPen)
DROPPED = LineStyle("border", symbol="square", symbol_size=12.0, dash=Qt.PenStyle.NoPen)
UNIT = LineStyle("train", 1.3, strength=0.55)
MEAN = LineStyle("text", 2.6)
BAND = LineStyle("validation", 8.0, strength=0.35)
EXPECTED = LineStyle("validation", 1.6, Qt.PenStyle.DotLine)
_ROWS = 24
"""So many of the newest draws are seen."""
_SIGMAS = 1.96
_POINTS = 160

Array = NDArray[np.float64]


class MaskItem(ViewItem):
    """Cells of masks: filled for kept units, empty for dropped ones, the newest draw at the top."""

    def __init__(self) -> None:
        super().__init__()
        self.kept: NDArray[np.bool_] = np.empty((0, 0), dtype=bool)

    def show_masks(self, kept: NDArray[np.bool_]) -> None:
        """Show masks ``(draws, units)``, the oldest first."""
        self.kept = kept
        self.update()

    def paint(self, painter: QPainter, option: Any, widget: QWidget | None) -> None:
        """Draw the cells."""
        transform = painter.transform()
        painter.setTransform(QTransform())
        for row, mask in enumerate(self.kept):
            for unit, stays in enumerate(mask):
                corners = QRectF(unit + 0.58, row + 0.58, 0.84, 0.84)
                painter.setPen(plot_pen("train" if stays else "border", 1.0))
                painter.setBrush(colour("train", 0.75) if stays else Qt.BrushStyle.NoBrush)
                painter.drawRect(transform.mapRect(corners))
        painter.setTransform(transform)


class MaskPlot(Canvas):
    """Shows the masks of the newest draws."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Masks of the newest draws"))
        self.draws: Draws | None = None
        self.title = self.add_title(0, self.tr("Newest masks"))
        self.legend = self.add_legend(1)
        self.plot = self.add_plot(2)
        self.plot.view.setMouseEnabled(False, False)
        self.plot.left.setGrid(False)
        self.plot.bottom.setGrid(False)
        self.plot.name_axes(self.tr("draw"), self.tr("unit"))
        self.masks, self.card = MaskItem(), HoverCard(self)
        self.plot.view.addItem(self.masks, ignoreBounds=True)
        self.legend.set_entries([LegendEntry(self.tr("kept"), KEPT), LegendEntry(self.tr("dropped"), DROPPED)])
        self.hovered.connect(self._hover)

    def show_draws(self, draws: Draws) -> None:
        """Show the newest of these draws."""
        self.draws = draws
        newest = draws.kept[-_ROWS:]
        self.masks.show_masks(newest)
        number, units = draws.kept.shape
        self.plot.set_range((0.4, units + 0.6), (0.4, _ROWS + 0.6))
        first = number - len(newest)
        ticks = [
            (row, str(first + row)) for row in range(1, len(newest) + 1) if (first + row) % 5 == 0 or row == len(newest)
        ]
        self.plot.left.setTicks([ticks])
        self.plot.bottom.setTicks([[(unit, str(unit)) for unit in range(1, units + 1)]])

    def _hover(self, scene: QPointF | None) -> None:
        view = self.plot.view
        if scene is None or self.draws is None or not view.sceneBoundingRect().contains(scene):
            self.card.hide()
            return
        place = view.mapSceneToView(scene)
        number, units = self.draws.kept.shape
        row, unit = round(place.y()), round(place.x())
        draw = max(0, number - _ROWS) + row
        if not (row >= 1 and draw <= number and 1 <= unit <= units):
            self.card.hide()
            return
        stays = bool(self.draws.kept[draw - 1, unit - 1])
        text = self.tr("draw {draw}, unit {unit}: kept") if stays else self.tr("draw {draw}, unit {unit}: dropped")
        self.card.show_text(text.format(draw=draw, unit=unit), self.mapFromScene(scene))


class RunningMeans(Canvas):
    """Shows how the mean of what comes out approaches its expectation, as a share of what goes in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Running mean of what comes out"))
        self.draws: Draws | None = None
        self.setup = ExpectationSetup()
        self.title = self.add_title(0, self.tr("Running mean of what comes out"))
        self.legend = self.add_legend(1)
        self.plot = self.add_plot(2)
        self.plot.view.setMouseEnabled(False, False)
        self.plot.bottom.setLogMode(True)
        self.plot.name_axes(self.tr("mean of h′ / h so far"), self.tr("number of draws (log)"))
        self.band, self.levels, self.crosshair = Band(BAND.colour, 0.2), Levels(), Crosshair()
        for item in (self.band, self.levels, self.crosshair):
            self.plot.view.addItem(item, ignoreBounds=True)
        self.units = [self.plot.add_line(UNIT) for _ in range(12)]
        self.mean = self.plot.add_line(MEAN)
        for line in (*self.units, self.mean):
            line.bold_limit = 3000
        self.card = HoverCard(self)
        self.legend.set_entries(
            [
                LegendEntry(self.tr("each unit"), UNIT),
                LegendEntry(self.tr("whole layer"), MEAN),
                LegendEntry(self.tr("expectation"), EXPECTED),
                LegendEntry(self.tr("95 % of units"), BAND),
            ]
        )
        self.hovered.connect(self._hover)

    def show_draws(self, setup: ExpectationSetup, draws: Draws) -> None:
        """Show the running means of all units and of the layer."""
        self.setup, self.draws = setup, draws
        # Evenly spread over the logarithmic axis: thousands of points would take long to draw, and look the same.
        n = np.unique(np.rint(np.geomspace(1, setup.draws, _POINTS)).astype(int))
        x, none = np.log10(n), np.empty(0)
        for i, line in enumerate(self.units):
            there = i < setup.units
            line.set_points(x if there else none, draws.shares[n - 1, i] if there else none)
        self.mean.set_points(x, draws.means[n - 1].sum(axis=1) / draws.h.sum())
        expected, deviation = expected_share(setup), share_deviation(setup)
        end = max(float(x[-1]), 1.0)
        grid = np.linspace(0.0, end, 120)
        half = _SIGMAS * deviation / np.sqrt(10.0**grid)
        self.band.set_borders(grid, expected - half, expected + half)
        self.levels.set_levels([Level(expected, "", EXPECTED.colour, dash=EXPECTED.dash)])
        top = max(1.0, float(draws.shares.max()), expected + 1.2 * deviation)
        self.plot.set_range((0.0, end), (-0.05, 1.08 * top))

    def _hover(self, scene: QPointF | None) -> None:
        view = self.plot.view
        if scene is None or self.draws is None or not view.sceneBoundingRect().contains(scene):
            self.card.hide()
            self.crosshair.hide()
            return
        draws = self.draws
        n = int(np.clip(round(10.0 ** view.mapSceneToView(scene).x()), 1, self.setup.draws))
        self.crosshair.point_at(np.log10(n), None, [])
        shares = draws.shares[n - 1]
        text = self.tr("<b>after {n} draws</b><br>units: {low} … {high}<br>whole layer: {mean}").format(
            n=n,
            low=readable(float(shares.min()), 3),
            high=readable(float(shares.max()), 3),
            mean=readable(float(draws.means[n - 1].sum() / draws.h.sum()), 3),
        )
        self.card.show_text(text, self.mapFromScene(scene))
