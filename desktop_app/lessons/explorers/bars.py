"""A single horizontal bar with its number, for a row of a table of controls."""

from __future__ import annotations

from math import isfinite

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.plots.plot_style import colour
from desktop_app.theme import themes

_RADIUS = 3.0


class Bar(QWidget):
    """Shows a number as a bar from 0; ``signed`` bars begin in the middle, for numbers from -1 to 1.

    Args:
        name: of the colour of positive numbers.
        negative: of the colour of negative ones.
        signed: whether there are such.
    """

    def __init__(self, name: str, negative: str = "validation", *, signed: bool = False) -> None:
        super().__init__()
        self._names, self._signed = (name, negative), signed
        self.value, self.text = 0.0, ""
        self.setMinimumWidth(105)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        themes.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return the size of a usual row."""
        return QSize(150, self.fontMetrics().height() + 6)

    def show_value(self, value: float, text: str) -> None:
        """Show a number and what is written beside it."""
        self.value, self.text = value, text
        self.setAccessibleDescription(text)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, bar and text."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QFontMetricsF(self.font()).horizontalAdvance("−0.0000") + 8
        track = QRectF(0, 3, max(10.0, self.width() - room), self.height() - 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("grid"))
        painter.drawRoundedRect(track, _RADIUS, _RADIUS)
        if isfinite(self.value):
            painter.setBrush(colour(self._names[self.value < 0]))
            painter.drawRoundedRect(self._bar(track), _RADIUS, _RADIUS)
        if self._signed:
            painter.setPen(colour("muted"))
            middle = track.center().x()
            painter.drawLine(QPointF(middle, track.top() - 2), QPointF(middle, track.bottom() + 2))
        painter.setPen(colour("text"))
        place = QRectF(track.right() + 8, 0, room - 8, self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text)
        painter.end()

    def _bar(self, track: QRectF) -> QRectF:
        share = min(max(self.value, -1.0), 1.0)
        if not self._signed:
            return QRectF(track.left(), track.top(), max(share * track.width(), 1.5), track.height())
        middle, length = track.center().x(), abs(share) * track.width() / 2
        left = middle - length if share < 0 else middle
        return QRectF(left, track.top(), max(length, 1.0), track.height())
