"""The plot of activation functions: f above, f' below, and a cursor through both that draws the tangent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import floor, hypot, log10
from typing import Any

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPainterPath, QTransform
from PySide6.QtWidgets import QWidget

from core.activations import ACTIVATIONS
from desktop_app.plots.activation_curves import ActivationCurve, sampled, value_range
from desktop_app.plots.canvas import Canvas, Plot
from desktop_app.plots.plot_style import LegendEntry, Line, LineStyle, ViewItem, colour, plot_font, plot_pen, readable

X_RANGE = (-6.0, 6.0)
LIMIT = 1000.0
"""How far the cursor goes on either side."""
_DASHES = (
    Qt.PenStyle.SolidLine,
    Qt.PenStyle.DashLine,
    Qt.PenStyle.DotLine,
    Qt.PenStyle.DashDotLine,
    Qt.PenStyle.DashDotDotLine,
)
_POINTS = 240
_GRAB = 6.0  # pixels beside the cursor's line
_TANGENT = 64.0  # pixels on either side of the point


def function_style(name: str, *, current: bool = False) -> LineStyle:
    """Return the look of a function's curves. No two functions share both colour and dash."""
    position = list(ACTIVATIONS).index(name)
    dash = _DASHES[(position + position // len(_DASHES)) % len(_DASHES)]
    return LineStyle(f"series{position}", width=3.0 if current else 1.8, dash=dash)


class Cursor(ViewItem):
    """A vertical line that can be dragged, with a point on every curve. ``dragged`` carries the mouse's x."""

    dragged = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self.x = 0.0
        self.points: tuple[tuple[float, str], ...] = ()
        self.label: tuple[float, str, str] | None = None
        self._hovered = False
        self.setZValue(10)

    def show_at(self, x: float, points: Sequence[tuple[float, str]], label: tuple[float, str, str] | None) -> None:
        """Move the line.

        Args:
            x: its place.
            points: y and colour's name of each point on it.
            label: y, text and colour's name of a text beside it.
        """
        self.prepareGeometryChange()
        self.x, self.points, self.label = x, tuple(points), label
        self.update()

    def shape(self) -> QPainterPath:
        """Return where the mouse takes hold of the line."""
        path = QPainterPath()
        if self.getViewBox() is not None:
            reach = _GRAB * self.getViewBox().viewPixelSize()[0]
            frame = self.viewRect()
            path.addRect(QRectF(self.x - reach, frame.top(), 2 * reach, frame.height()))
        return path

    def hoverEvent(self, ev: Any) -> None:
        """Show that the line can be dragged."""
        self._hovered = not ev.isExit() and ev.acceptDrags(Qt.MouseButton.LeftButton)
        if self._hovered:
            self.setCursor(Qt.CursorShape.SizeHorCursor)
        else:
            self.unsetCursor()
        self.update()

    def mouseDragEvent(self, ev: Any) -> None:
        """Follow the mouse."""
        if ev.button() == Qt.MouseButton.LeftButton:
            ev.accept()
            self.dragged.emit(float(ev.pos().x()))

    def paint(self, painter: QPainter, option: Any, widget: QWidget | None) -> None:
        """Draw line, points and label."""
        transform = painter.transform()
        frame = transform.mapRect(self.viewRect())
        painter.setTransform(QTransform())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x = transform.m11() * self.x + transform.dx()
        if frame.left() <= x <= frame.right():
            painter.setPen(plot_pen("accent", 2.5 if self._hovered else 1.4))
            painter.drawLine(QPointF(x, frame.top()), QPointF(x, frame.bottom()))
            for y, name in self.points:
                place = transform.map(QPointF(self.x, y))
                if frame.contains(place):
                    painter.setPen(plot_pen("plot_background", 1.5))
                    painter.setBrush(colour(name))
                    painter.drawEllipse(place, 5, 5)
            self._draw_label(painter, transform, frame)
        painter.setTransform(transform)

    def _draw_label(self, painter: QPainter, transform: QTransform, frame: QRectF) -> None:
        if self.label is None:
            return
        y, text, name = self.label
        font = plot_font()
        metrics = QFontMetricsF(font)
        size = metrics.size(0, text)
        place = transform.map(QPointF(self.x, y))
        box = QRectF(place.x() + 12, place.y() + 10, size.width() + 10, size.height() + 4)
        if box.right() > frame.right():
            box.moveRight(place.x() - 12)
        # In a narrow plot it may fit on neither side of the cursor.
        box.moveLeft(max(box.left(), frame.left() + 4))
        box.moveTop(min(max(box.top(), frame.top() + 4), frame.bottom() - box.height() - 4))
        painter.setFont(font)
        painter.setPen(plot_pen("border"))
        painter.setBrush(colour("plot_background", 0.9))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(colour(name))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


class ActivationPlot(Canvas):
    """Draws activation functions and derivatives over the same x.

    Left and Right move the cursor by 0.1, with Shift by 1; ``cursor_wanted`` carries the x that the user asks for.
    """

    cursor_wanted = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._current = ""
        self._x = 0.0
        self._following = True
        self.curves: dict[str, ActivationCurve] = {}
        self.legend = self.add_legend(0)
        self.values, self.slopes = self.add_plot(1), self.add_plot(3)
        self.ci.layout.setRowStretchFactor(1, 5)
        self.ci.layout.setRowStretchFactor(3, 4)
        self.values.name_axes("f(x)", "")
        self.slopes.name_axes("f ′(x)", "x")
        self.values.bottom.setStyle(showValues=False)
        for axis in (self.values.left, self.slopes.left):
            axis.setWidth(62)
        self.lines = {name: (self._line(self.values, name), self._line(self.slopes, name)) for name in ACTIVATIONS}
        self.tangent = self.values.add_line(LineStyle("text", width=2.0))
        self.tangent.setZValue(8)
        self.cursors = {plot: Cursor() for plot in self.plots}
        for plot, cursor in self.cursors.items():
            plot.view.addItem(cursor, ignoreBounds=True)
            cursor.dragged.connect(self._drag)
            plot.view.reset_requested.connect(self.reset_view)
            plot.view.sigRangeChangedManually.connect(self._zoomed)
            plot.view.sigResized.connect(self._draw_cursor)
            plot.view.sigYRangeChanged.connect(self._draw_cursor)
        self.link_x(self.values, self.slopes)
        self.values.view.sigXRangeChanged.connect(self._sample)
        self.scene().sigMouseClicked.connect(self._clicked)
        self.reset_view()

    def show_functions(self, names: Sequence[str], current: str) -> None:
        """Show these functions; ``current`` is drawn bold, above the others, with its tangent."""
        self._names, self._current = tuple(names), current
        for name, pair in self.lines.items():
            for line in pair:
                line.style = function_style(name, current=name == current)
                line.setVisible(name in self._names)
                line.setZValue(2 if name == current else 1)
        self.legend.set_entries(
            [LegendEntry(ACTIVATIONS[n].title, function_style(n, current=n == current)) for n in self._names]
        )
        self._sample()
        if self._following:
            left, right = self.values.view.viewRange()[0]
            self._fit((left, right))

    def set_cursor(self, x: float) -> None:
        """Move the cursor, and the view if the cursor would leave it."""
        self._x = x
        left, right = self.values.view.viewRange()[0]
        if not left <= x <= right:
            half = (right - left) / 2
            if self._following:
                self._fit((x - half, x + half))
            else:
                self.values.set_range((x - half, x + half))
        self._draw_cursor()

    def reset_view(self) -> None:
        """Show x from -6 to 6 and all values there, whatever is chosen later."""
        self._following = True
        self._fit(X_RANGE)

    def _fit(self, x: tuple[float, float]) -> None:
        """Show these x and all values there."""
        shown = [sampled(ACTIVATIONS[name], *x, _POINTS) for name in self._names]
        self.values.set_range(x, value_range([curve.f for curve in shown], least=(0.0, 1.0)))
        self.slopes.set_range(x, value_range([curve.derivative for curve in shown], least=(0.0, 1.0)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the cursor with Left and Right; with Ctrl they move the view, as Up and Down do."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        if key not in steps or modifiers & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
            return
        size = 1.0 if modifiers & Qt.KeyboardModifier.ShiftModifier else 0.1
        self._want(round(self._x + steps[key] * size, 3))

    def _line(self, plot: Plot, name: str) -> Line:
        line = plot.add_line(function_style(name))
        # Smooth curves with a few hundred points are quick to draw, however bold they are.
        line.bold_limit = 2 * _POINTS
        return line

    def _want(self, x: float) -> None:
        self.cursor_wanted.emit(min(LIMIT, max(-LIMIT, x)))

    def _drag(self, x: float) -> None:
        """Go to the roundest number under the mouse, which may have left the view."""
        left, right = self.values.view.viewRange()[0]
        x = min(right, max(left, x))
        pixel = self.values.view.viewPixelSize()[0]
        self._want(round(x, -floor(log10(pixel)) - 1 if pixel < 1 else 0))

    def _clicked(self, ev: Any) -> None:
        if ev.button() != Qt.MouseButton.LeftButton or ev.double():
            return
        for plot in self.plots:
            if plot.view.sceneBoundingRect().contains(ev.scenePos()):
                self._drag(plot.view.mapSceneToView(ev.scenePos()).x())

    def _zoomed(self) -> None:
        self._following = False

    def _sample(self) -> None:
        """Compute the curves anew for the visible x."""
        (left, right), _ = self.values.view.viewRange()
        self.curves = {name: sampled(ACTIVATIONS[name], left, right, _POINTS) for name in self._names}
        for name, curve in self.curves.items():
            above, below = self.lines[name]
            above.set_points(curve.x, curve.f)
            below.set_points(curve.x, curve.derivative)
        self._draw_cursor()

    def _draw_cursor(self) -> None:
        readings = readings_at(self._x, self._names)
        for k, plot in enumerate(self.plots):
            points = [(pair[k], function_style(name).colour) for name, pair in readings.items()]
            label = None
            if plot is self.values and self._current in readings:
                value, slope = readings[self._current]
                label = (value, self.tr("slope {slope}").format(slope=readable(slope)), "text")
            self.cursors[plot].show_at(self._x, points, label)
        self._draw_tangent(readings)

    def _draw_tangent(self, readings: Mapping[str, tuple[float, float]]) -> None:
        """Draw the tangent of the current function, equally long on the screen at every zoom."""
        if self._current not in readings:
            self.tangent.set_points(np.empty(0), np.empty(0))
            return
        value, slope = readings[self._current]
        width, height = self.values.view.viewPixelSize()
        # A view that was never laid out has no pixels.
        half = _TANGENT * width / hypot(1.0, slope * width / height) if height > 0 else 1.0
        steps = np.array([-half, half])
        self.tangent.set_points(self._x + steps, value + slope * steps)


def readings_at(x: float, names: Sequence[str]) -> dict[str, tuple[float, float]]:
    """Return f(x) and f'(x) of each function."""
    at = np.asarray(x, dtype=np.float64)
    return {name: (float(ACTIVATIONS[name].f(at)), float(ACTIVATIONS[name].derivative(at))) for name in names}
