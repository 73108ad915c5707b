"""Horizontal lines across a view, each with a few words at its right end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QTransform
from PySide6.QtWidgets import QWidget

from desktop_app.plots.plot_style import ViewItem, colour, plot_font, plot_pen

_ROOM = 6.0  # pixels


@dataclass(frozen=True)
class Level:
    """A line at ``y`` (as drawn) with its words, which stand below it if ``below``."""

    y: float
    text: str
    colour: str = "muted"
    below: bool = False
    dash: Qt.PenStyle = Qt.PenStyle.DotLine


class Levels(ViewItem):
    """The levels of one view; words that would leave the picture are left out."""

    def __init__(self) -> None:
        super().__init__()
        self.levels: tuple[Level, ...] = ()
        self.setZValue(-5)

    def set_levels(self, levels: Sequence[Level]) -> None:
        """Show these levels instead of those before."""
        self.levels = tuple(levels)
        self.update()

    def paint(self, painter: QPainter, option: Any, widget: QWidget | None) -> None:
        """Draw the lines and the words."""
        transform = painter.transform()
        frame = transform.mapRect(self.viewRect())
        painter.setTransform(QTransform())
        font = plot_font(0.92)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        for level in self.levels:
            y = transform.m22() * level.y + transform.dy()
            if not frame.top() <= y <= frame.bottom():
                continue
            painter.setPen(plot_pen(level.colour, 1.4, level.dash))
            painter.drawLine(QPointF(frame.left(), y), QPointF(frame.right(), y))
            width = metrics.horizontalAdvance(level.text)
            top = y + 1 if level.below else y - metrics.height() - 1
            box = QRectF(frame.right() - width - _ROOM, top, width + 1, metrics.height())
            if frame.contains(box):
                painter.fillRect(box.adjusted(-2, 0, 2, 0), colour("plot_background", 0.75))
                painter.setPen(colour(level.colour))
                painter.drawText(box, Qt.AlignmentFlag.AlignRight, level.text)
        painter.setTransform(transform)
