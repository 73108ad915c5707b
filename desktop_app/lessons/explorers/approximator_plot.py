"""The plots of the approximator: target and output above, what each hidden unit adds below."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QTransform
from PySide6.QtWidgets import QWidget

from core.explorers.approximator import Approximation
from desktop_app.lessons.explorers.curve_reader import CurveReader, Named
from desktop_app.plots.canvas import Canvas
from desktop_app.plots.matrix_picture import text_colour
from desktop_app.plots.plot_style import LegendEntry, Line, LineStyle, ViewItem, colour, plot_font, plot_pen, readable

TARGET = LineStyle("muted", width=4.0, strength=0.55)
OUTPUT = LineStyle("accent", width=2.6)
_UNIT_COLOURS = 10
_DASHES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine)
_GRAB = 14.0  # pixels
_DRAWN_PLACES = 121
KINK_WIDTH = 0.2
"""How far right of a kink its handle shows the height that it has risen to."""

Numbers = NDArray[np.float64]


def unit_style(position: int) -> LineStyle:
    """Return the look of a unit. Up to 40 units differ in colour or dash."""
    return LineStyle(f"series{position % _UNIT_COLOURS}", width=1.8, dash=_DASHES[position // _UNIT_COLOURS % 4])


class Handles(ViewItem):
    """A stem with a knob for each unit: where it stands, and how high it reaches."""

    def __init__(self) -> None:
        super().__init__()
        self.places: Numbers = np.empty(0)
        self.heights: Numbers = np.empty(0)
        self.chosen: int | None = None
        self.setZValue(8)

    def show_handles(self, places: Numbers, heights: Numbers) -> None:
        """Show knobs at places and heights of the view, both ``(m,)``."""
        self.places, self.heights = places, heights
        self.update()

    def paint(self, painter: QPainter, option: Any, widget: QWidget | None) -> None:
        """Draw stems and knobs, and number the units as long as they are few."""
        transform = painter.transform()
        painter.setTransform(QTransform())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(plot_font(0.85))
        for k, (x, y) in enumerate(zip(self.places.tolist(), self.heights.tolist(), strict=True)):
            foot, knob = transform.map(QPointF(x, 0.0)), transform.map(QPointF(x, y))
            name = unit_style(k).colour
            painter.setPen(plot_pen(name, 1.2))
            painter.drawLine(foot, knob)
            painter.setPen(plot_pen("text" if k == self.chosen else "plot_background", 2.0))
            painter.setBrush(colour(name))
            numbered = len(self.places) <= _UNIT_COLOURS
            radius = 8.0 if numbered else 5.0
            painter.drawEllipse(knob, radius, radius)
            if numbered:
                painter.setPen(text_colour(colour(name)))
                box = QRectF(knob.x() - radius, knob.y() - radius, 2 * radius, 2 * radius)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, f"{k + 1}")
        painter.setTransform(transform)


class ApproximatorPlot(Canvas):
    """Shows an approximation. Knobs of units can be dragged; with ``drawing`` the mouse draws a target above.

    Page Up and Page Down choose a unit, the arrow keys move it.

    Signals:
        unit_moved: position, place and height that the user wants.
        drawn: the heights of the drawn target at evenly spaced places.
    """

    unit_moved = Signal(int, float, float)
    drawn = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("A curve made of hidden units"))
        self.setMinimumSize(340, 220)
        self.drawing = False
        self.approximation: Approximation | None = None
        self._kinked = False
        self._grabbed: int | None = None
        self._pen: tuple[int, float] | None = None
        self._ink: Numbers = np.zeros(_DRAWN_PLACES)
        self.upper_title = self.add_title(0, self.tr("Target and output of the network"))
        self.legend = self.add_legend(1)
        self.upper = self.add_plot(2)
        self.lower_title = self.add_title(4, self.tr("What each hidden unit adds"))
        self.lower = self.add_plot(5)
        self.upper.name_axes("y", "")
        self.upper.bottom.setStyle(showValues=False)
        self.lower.name_axes(self.tr("contribution v·h"), "x")
        for axis in (self.upper.left, self.lower.left):
            axis.setWidth(62)
        for plot in self.plots:
            plot.view.setMouseEnabled(x=False, y=False)
        self.target, self.output = self.upper.add_line(TARGET), self.upper.add_line(OUTPUT)
        for line in (self.target, self.output):
            line.bold_limit = 1000
        self.units: list[Line] = []
        self.handles = Handles()
        self.lower.view.addItem(self.handles, ignoreBounds=True)
        self.legend.set_entries(
            [
                LegendEntry(self.tr("target"), TARGET),
                LegendEntry(self.tr("output: sum of all contributions and b"), OUTPUT),
            ]
        )
        self.readers = (
            CurveReader(self, self.upper, self._upper_curves, lambda x: f"x = {readable(x, 3)}"),
            CurveReader(self, self.lower, self._lower_curves, lambda x: f"x = {readable(x, 3)}"),
        )

    def show_approximation(self, found: Approximation, *, kinked: bool) -> None:
        """Show another curve; ``kinked`` units are ReLU, whose heights are slopes."""
        self.approximation, self._kinked = found, kinked
        self.target.set_points(found.x, found.target)
        self.output.set_points(found.x, found.output)
        while len(self.units) < len(found.places):
            line = self.lower.add_line(unit_style(len(self.units)))
            line.bold_limit = 1000
            self.units.append(line)
        for k, line in enumerate(self.units):
            line.setVisible(k < len(found.places))
            if k < len(found.places):
                line.set_points(found.x, found.contributions[k])
        self.handles.show_handles(found.places, found.heights * self._scale)
        if self._grabbed is None and self._pen is None:
            self._fit()

    @property
    def _scale(self) -> float:
        return KINK_WIDTH if self._kinked else 1.0

    def knob(self, position: int) -> QPointF:
        """Return where the knob of a unit is, in pixels of this widget."""
        place = QPointF(self.handles.places[position], self.handles.heights[position])
        return QPointF(self.mapFromScene(self.lower.view.mapViewToScene(place)))

    def choose_unit(self, position: int | None) -> None:
        """Mark a unit, whose knob the arrow keys then move."""
        self.handles.chosen = position
        self.handles.update()

    def _fit(self) -> None:
        found = self.approximation
        assert found is not None
        curves = np.concatenate([found.target, np.clip(found.output, -3, 3)])
        self.upper.set_range((0.0, 1.0), _with_margin(curves, 1.0))
        inside = (found.places >= 0) & (found.places <= 1)
        heights = np.concatenate([found.contributions.ravel(), self.handles.heights[inside]])
        self.lower.set_range((0.0, 1.0), _with_margin(heights, 0.5))

    def _upper_curves(self) -> list[Named]:
        return [Named(self.tr("target"), self.target), Named(self.tr("output"), self.output)]

    def _lower_curves(self) -> list[Named]:
        shown = [line for line in self.units if line.isVisible()][:_UNIT_COLOURS]
        return [Named(self.tr("unit {number}").format(number=k + 1), line) for k, line in enumerate(shown)]

    # -- the user's hand ----------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to draw, or take hold of a knob."""
        if event.button() == Qt.MouseButton.LeftButton:
            place = event.position()
            if self.drawing and self._over(self.upper.view, place):
                self._ink = np.interp(np.linspace(0, 1, _DRAWN_PLACES), self.target.x, self.target.y)
                self._draw_to(place)
                return
            self._grabbed = self._unit_at(place)
            self.choose_unit(self._grabbed)
            if self._grabbed is not None:
                return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw, or move the knob that is held."""
        if self._pen is not None:
            self._draw_to(event.position())
        elif self._grabbed is not None:
            at = self.lower.view.mapSceneToView(self.mapToScene(event.position().toPoint()))
            self._move(self._grabbed, at.x(), at.y())
        else:
            over = self.drawing and self._over(self.upper.view, event.position())
            knob = self._unit_at(event.position()) is not None
            shape = Qt.CursorShape.CrossCursor if over else Qt.CursorShape.SizeAllCursor
            self.setCursor(shape if over or knob else Qt.CursorShape.ArrowCursor)
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        held = self._pen is not None or self._grabbed is not None
        self._pen = self._grabbed = None
        if held and self.approximation is not None:
            self._fit()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose a unit with Page Up and Page Down, move it with the arrow keys."""
        count, key = len(self.handles.places), Qt.Key(event.key())
        turns = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        moves = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1)}
        chosen = self.handles.chosen
        if key in turns and count:
            before = -1 if chosen is None and turns[key] > 0 else chosen or 0
            self.choose_unit((before + turns[key]) % count)
        elif key in moves and chosen is not None and chosen < count:
            right, up = moves[key]
            x, y = self.handles.places[chosen], self.handles.heights[chosen]
            self._move(chosen, x + 0.01 * right, y + 0.05 * up)
        else:
            event.ignore()

    def _move(self, position: int, x: float, y: float) -> None:
        x, y = min(max(x, -0.2), 1.2), min(max(y, -20.0), 20.0)
        self.unit_moved.emit(position, round(x, 4), round(y / self._scale, 4))

    def _unit_at(self, place: QPointF) -> int | None:
        if not self._over(self.lower.view, place) or not len(self.handles.places):
            return None
        distances = [(self.knob(k) - place).manhattanLength() for k in range(len(self.handles.places))]
        nearest = int(np.argmin(distances))
        return nearest if distances[nearest] <= _GRAB else None

    def _over(self, view: Any, place: QPointF) -> bool:
        inside: bool = view.sceneBoundingRect().contains(self.mapToScene(place.toPoint()))
        return inside

    def _draw_to(self, place: QPointF) -> None:
        """Draw from where the pen was to a place."""
        at = self.upper.view.mapSceneToView(self.mapToScene(place.toPoint()))
        column = round(min(max(at.x(), 0.0), 1.0) * (_DRAWN_PLACES - 1))
        height = min(max(at.y(), -1.2), 1.2)
        before, level = self._pen or (column, height)
        low, high = sorted((before, column))
        columns = np.arange(low, high + 1)
        ends = ([before, column], [level, height]) if before <= column else ([column, before], [height, level])
        self._ink[low : high + 1] = np.interp(columns, *ends)
        self._pen = column, height
        self.drawn.emit([round(value, 4) for value in self._ink.tolist()])


def _with_margin(values: Numbers, least: float) -> tuple[float, float]:
    low, high = min(-least, float(values.min())), max(least, float(values.max()))
    margin = 0.08 * (high - low)
    return low - margin, high + margin
