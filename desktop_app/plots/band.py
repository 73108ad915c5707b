"""The area between two curves, such as a mean less and plus a standard deviation."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPolygonF, QTransform
from PySide6.QtWidgets import QWidget

from desktop_app.plots.plot_style import ViewItem, colour

Array = NDArray[np.float64]


class Band(ViewItem):
    """A filled area under the curves, with gaps where a border is not finite.

    Args:
        name: of the colour.
        alpha: opacity from 0 to 1.
    """

    def __init__(self, name: str, alpha: float = 0.16) -> None:
        super().__init__()
        self._name, self._alpha = name, alpha
        self.x: Array = np.empty(0)
        self.low: Array = np.empty(0)
        self.high: Array = np.empty(0)
        self.setZValue(-10)

    def set_borders(self, x: Array, low: Array, high: Array) -> None:
        """Fill between two curves over the same places; all of shape ``(n,)``."""
        self.x, self.low, self.high = x, low, high
        self.update()

    def paint(self, painter: QPainter, option: Any, widget: QWidget | None) -> None:
        """Fill each stretch without gaps."""
        transform = painter.transform()
        frame = transform.mapRect(self.viewRect())
        x = np.clip(transform.m11() * self.x + transform.dx(), frame.left(), frame.right())
        low, high = (
            np.clip(transform.m22() * y + transform.dy(), frame.top(), frame.bottom()) for y in (self.low, self.high)
        )
        painter.setTransform(QTransform())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(self._name, self._alpha))
        good = np.flatnonzero(np.isfinite(low) & np.isfinite(high))
        for piece in np.split(good, np.flatnonzero(np.diff(good) > 1) + 1):
            upper = [QPointF(x[i], high[i]) for i in piece]
            lower = [QPointF(x[i], low[i]) for i in piece[::-1]]
            painter.drawPolygon(QPolygonF(upper + lower))
        painter.setTransform(transform)
