"""What has no place on a logarithmic scale: zero, and what is not finite."""

from __future__ import annotations

from math import isfinite, isnan
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QTransform
from PySide6.QtWidgets import QWidget

from desktop_app.plots.plot_style import LineStyle, ViewItem, plot_font

ZERO = LineStyle("text", symbol="circle", symbol_size=9.0, dash=Qt.PenStyle.NoPen)
NOT_FINITE = LineStyle("danger", symbol="cross", symbol_size=11.0, dash=Qt.PenStyle.NoPen)

Figures = NDArray[np.float64]


class OddValues(ViewItem):
    """Signs and words for what has no place on a logarithmic scale."""

    def __init__(self) -> None:
        super().__init__()
        self.values: Figures = np.empty(0)
        self.first = 0
        self.setZValue(5)

    def show_values(self, values: Figures, first: int = 0) -> None:
        """Mark those of the values that are zero or not finite; their places count from ``first``."""
        self.values, self.first = values, first
        self.update()

    def texts(self) -> list[tuple[int, str]]:
        """Return the places with what is written there."""
        found = [(i, float(value)) for i, value in enumerate(self.values, self.first)]
        return [(i, "NaN" if isnan(v) else "∞" if v else "0") for i, v in found if v == 0 or not isfinite(v)]

    def paint(self, painter: QPainter, option: Any, widget: QWidget | None) -> None:
        """Draw a ring at the bottom for zero, a cross at the top for what is not finite, and the word beside it."""
        transform = painter.transform()
        frame = transform.mapRect(self.viewRect())
        painter.setTransform(QTransform())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = plot_font(0.95)
        painter.setFont(font)
        line = QFontMetricsF(font).height()
        for place, text in self.texts():
            x = transform.m11() * place + transform.dx()
            if not frame.left() <= x <= frame.right():
                continue
            zero = text == "0"
            style = ZERO if zero else NOT_FINITE
            y = frame.bottom() - 12 if zero else frame.top() + 14
            style.draw_symbols(painter, [(x, y)])
            painter.setPen(style.mixed())
            box = QRectF(x - 20, y - 10 - line if zero else y + 8, 40, line)
            if abs(transform.m11()) >= QFontMetricsF(font).horizontalAdvance(text) + 2:
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        painter.setTransform(transform)
