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
    """A vertical line at ``x``. Labels of one ``row`` that would overlap are left out, those of other rows stay."""

    x: float
    text: str = ""
    colour: str = "muted"
    dash: Qt.PenStyle = Qt.PenStyle.DotLine
    row: int = 0


class Marks(ViewItem):
    """The vertical marks of one view, with labels at the top."""

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
        self._draw_labels(painter, sorted(visible, key=lambda item: item[1]), frame)
        painter.setTransform(transform)

    def _draw_labels(self, painter: QPainter, placed: Sequence[tuple[Mark, float]], frame: QRectF) -> None:
        font = plot_font(0.95)
        painter.setFont(font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        taken: dict[int, float] = {}
        for mark, x in placed:
            box = _label_box(font, mark, x, frame)
            if not mark.text or box.left() < taken.get(mark.row, frame.left()):
                continue
            taken[mark.row] = box.right() + _PADDING
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("plot_background", 0.85))
            painter.drawRoundedRect(box, 3, 3)
            painter.setPen(colour("text" if mark.colour == "muted" else mark.colour))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, mark.text)


def _label_box(font: QFont, mark: Mark, x: float, frame: QRectF) -> QRectF:
    """Return where a label stands: right of its line, or left of it where there is no room."""
    metrics = QFontMetricsF(font)
    width, height = metrics.horizontalAdvance(mark.text) + 2 * _PADDING, metrics.height() + 2
    left = x + _PADDING if x + _PADDING + width <= frame.right() else x - _PADDING - width
    return QRectF(left, frame.top() + _PADDING + mark.row * (height + 2), width, height)


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
