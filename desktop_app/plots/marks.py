"""What stands over the curves of a plot: vertical marks with labels, and the crosshair."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTransform
from PySide6.QtWidgets import QWidget

from desktop_app.plots.plot_style import ViewItem, colour, plot_font, plot_pen

_PADDING = 4.0


@dataclass(frozen=True)
class Mark:
    """A vertical line at ``x`` with a label at its top."""

    x: float
    text: str = ""
    colour: str = "muted"
    dash: Qt.PenStyle = Qt.PenStyle.DotLine


class Marks(ViewItem):
    """The vertical marks of one view, with labels at the top; those of earlier marks get the higher rows."""

    def __init__(self) -> None:
        super().__init__()
        self.marks: tuple[Mark, ...] = ()
        self.setZValue(5)

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Show these marks instead of those before."""
        if tuple(marks) != self.marks:
            self.marks = tuple(marks)
            self.update()

    def paint(self, painter: QPainter, option: Any, widget: QWidget | None) -> None:
        """Draw the lines, then the labels over them."""
        transform = painter.transform()
        frame = transform.mapRect(self.viewRect())
        painter.setTransform(QTransform())
        placed = [(mark, transform.m11() * mark.x + transform.dx()) for mark in self.marks]
        visible = [(mark, x) for mark, x in placed if frame.left() <= x <= frame.right()]
        for mark, x in visible:
            painter.setPen(plot_pen(mark.colour, 1.0, mark.dash))
            painter.drawLine(QPointF(x, frame.top()), QPointF(x, frame.bottom()))
        self._draw_labels(painter, visible, frame)
        painter.setTransform(transform)

    def _draw_labels(self, painter: QPainter, placed: Sequence[tuple[Mark, float]], frame: QRectF) -> None:
        font = plot_font(0.95)
        painter.setFont(font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for mark, box in place_labels(font, placed, frame):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("plot_background", 0.85))
            painter.drawRoundedRect(box, 3, 3)
            painter.setPen(colour("text" if mark.colour == "muted" else mark.colour))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, mark.text)


def place_labels(font: QFont, placed: Sequence[tuple[Mark, float]], frame: QRectF) -> list[tuple[Mark, QRectF]]:
    """Return where labels stand: each in the highest row in which it covers no other.

    A label stands right of its line, or left of it where there is no room. Those for which ``frame`` has no row left
    are missing.

    Args:
        font: of the labels.
        placed: marks with the places of their lines, in pixels; the first ones choose first.
        frame: the visible area, in pixels.
    """
    metrics, found = QFontMetricsF(font), list[tuple[Mark, QRectF]]()
    height = metrics.height() + 2
    rows = int((frame.height() - _PADDING) // (height + 2))
    for mark, x in placed:
        width = metrics.horizontalAdvance(mark.text) + 2 * _PADDING
        left = x + _PADDING if x + _PADDING + width <= frame.right() else x - _PADDING - width
        box = QRectF(max(frame.left() + _PADDING, left), frame.top() + _PADDING, width, height)
        for _ in range(rows if mark.text else 0):
            if not any(box.adjusted(-_PADDING, 0, _PADDING, 0).intersects(other) for _, other in found):
                found.append((mark, box))
                break
            box = box.translated(0, height + 2)
    return found


class Crosshair(ViewItem):
    """Lines through the place of the mouse, and rings around the points whose values are read."""

    def __init__(self) -> None:
        super().__init__()
        self.x = 0.0
        self.y: float | None = None
        self.rings: tuple[tuple[float, float, str], ...] = ()
        self.setZValue(10)
        self.hide()

    def point_at(self, x: float, y: float | None, rings: Sequence[tuple[float, float, str]]) -> None:
        """Show the crosshair.

        Args:
            x: place of the vertical line.
            y: place of the horizontal line; None for a view in which the mouse is not.
            rings: x, y and the colour's name of each point to ring.
        """
        self.x, self.y, self.rings = x, y, tuple(rings)
        self.show()
        self.update()

    def paint(self, painter: QPainter, option: Any, widget: QWidget | None) -> None:
        """Draw lines and rings."""
        transform = painter.transform()
        frame = transform.mapRect(self.viewRect())
        painter.setTransform(QTransform())
        painter.setPen(plot_pen("muted", 1.0, Qt.PenStyle.SolidLine, 0.7))
        x = transform.m11() * self.x + transform.dx()
        painter.drawLine(QPointF(x, frame.top()), QPointF(x, frame.bottom()))
        if self.y is not None:
            y = transform.m22() * self.y + transform.dy()
            painter.drawLine(QPointF(frame.left(), y), QPointF(frame.right(), y))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for ring_x, ring_y, name in self.rings:
            centre = transform.map(QPointF(ring_x, ring_y))
            if frame.contains(centre):
                painter.setPen(plot_pen(name, 1.5))
                painter.drawEllipse(centre, 6.5, 6.5)
        painter.setTransform(transform)
