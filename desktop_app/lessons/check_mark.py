"""The mark beside a goal: an empty circle, or a tick that is drawn when the goal is reached."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from desktop_app.theme import theme

_MS = 900
_TICK = ((0.30, 0.52), (0.44, 0.66), (0.71, 0.37))
_RING = 0.62


class CheckMark(QWidget):
    """A circle that becomes a tick; :meth:`celebrate` lets it be drawn, with a ring that fades away."""

    def __init__(self, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self._ticked = False
        self._share = 1.0
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.setDuration(_MS)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.valueChanged.connect(self._move)
        self.setFixedSize(QSize(2 * size, 2 * size))

    @property
    def ticked(self) -> bool:
        """Whether the tick is there."""
        return self._ticked

    def set_ticked(self, ticked: bool) -> None:
        """Show or take away the tick, at once."""
        self._ticked = ticked
        self._share = 1.0
        self.update()

    def celebrate(self) -> None:
        """Draw the tick before the reader's eyes."""
        self._ticked = True
        self._share = 0.0
        self._animation.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw circle, tick and ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = float(self._size)
        box = QRectF(size / 2, size / 2, size, size)
        if not self._ticked:
            painter.setPen(QPen(QColor(theme().muted), 1.4))
            painter.drawEllipse(box.adjusted(1, 1, -1, -1))
            return
        colour = QColor(theme().success)
        if self._share < 1.0:
            ring = QColor(colour)
            ring.setAlphaF(0.55 * (1 - self._share))
            grown = size * (0.5 + (_RING - 0.1) * self._share)
            painter.setPen(QPen(ring, 2.0))
            painter.drawEllipse(box.center(), grown, grown)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        radius = size / 2 * min(1.0, 0.5 + self._share)
        painter.drawEllipse(box.center(), radius, radius)
        pen = QPen(QColor(theme().card), 0.12 * size, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        points = [QPointF(box.left() + x * size, box.top() + y * size) for x, y in _TICK]
        painter.drawPolyline(QPolygonF(_part_of(points, self._share)))

    def _move(self, share: float) -> None:
        self._share = share
        self.update()


def _part_of(points: list[QPointF], share: float) -> list[QPointF]:
    """Return the first part of a line through some points."""
    if share >= 1.0:
        return points
    place = share * (len(points) - 1)
    whole = int(place)
    end = points[whole] + (points[whole + 1] - points[whole]) * (place - whole)
    return [*points[: whole + 1], end]
