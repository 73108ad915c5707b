"""What stands in place of the curves before there is a run: a sketch of them, and what to do."""

from __future__ import annotations

from collections.abc import Callable
from math import exp

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QWidget

from desktop_app.plots.empty_page import Sketch, arrange, heading
from desktop_app.plots.plot_style import colour, plot_pen
from desktop_app.theme import themes

_STEPS = 40


def _training(x: float) -> float:
    return 0.08 + 0.84 * exp(-4 * x)


def _validation(x: float) -> float:
    return 0.2 + 0.74 * exp(-4.4 * x) + 0.12 * x * x


class _Sketch(Sketch):
    """Two falling curves over faint lines, in the theme's colours."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw grid, axes and curves."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(4.5, 4.5, -4.5, -4.5)
        painter.setPen(plot_pen("grid"))
        for share in (0.25, 0.5, 0.75):
            y = round(area.top() + share * area.height()) + 0.5
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        painter.setPen(plot_pen("border", 1.5))
        painter.drawPolyline([area.topLeft(), area.bottomLeft(), area.bottomRight()])
        self._draw(painter, area, _validation, "validation", Qt.PenStyle.DashLine)
        self._draw(painter, area, _training, "train", Qt.PenStyle.SolidLine)

    def _draw(
        self, painter: QPainter, area: QRectF, curve: Callable[[float], float], name: str, dash: Qt.PenStyle
    ) -> None:
        shares = [i / _STEPS for i in range(_STEPS + 1)]
        points = [QPointF(area.left() + x * area.width(), area.bottom() - curve(x) * area.height()) for x in shares]
        path = QPainterPath()
        path.addPolygon(QPolygonF(points))
        painter.setPen(plot_pen(name, 2.2, dash))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)


class EmptyCurves(QWidget):
    """Covers the plots."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = heading(self.tr("Press Train to see the curves"))
        sentence = self.tr("Loss and accuracy are drawn here while the network learns.")
        arrange(self, _Sketch(), self.title, sentence).addStretch(5)
        themes.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the background of a plot."""
        QPainter(self).fillRect(self.rect(), colour("plot_background"))
