"""The numbers of the lines beside a program, and what lights up there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Slot
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QWidget

from desktop_app.theme import theme

if TYPE_CHECKING:
    from desktop_app.code.source import SourceView

_BAR = 3
_ARROW = 9
_PADDING = 8
_FEWEST_DIGITS = 2


class Gutter(QWidget):
    """Stands at the left of a :class:`SourceView`: a bar at linked lines, an arrow at those being executed."""

    def __init__(self, source: SourceView) -> None:
        super().__init__(source)
        self._source = source

    def wanted_width(self) -> int:
        """Return the width that the numbers take."""
        digits = max(_FEWEST_DIGITS, len(str(self._source.blockCount())))
        return _BAR + _ARROW + 2 * _PADDING + digits * self._source.fontMetrics().horizontalAdvance("9")

    @Slot(QRect, int)
    def follow(self, changed: QRect, scrolled: int) -> None:
        """Scroll along with the text, or paint again what has changed."""
        if scrolled:
            self.scroll(0, scrolled)
        else:
            self.update(0, changed.y(), self.width(), changed.height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the line whose number is clicked."""
        line = self._source.line_at(event.position().y())
        if line and event.button() == Qt.MouseButton.LeftButton:
            self._source.line_chosen.emit(line, "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the numbers of the lines that are seen."""
        source, colours = self._source, theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), QColor(colours.panel))
        painter.fillRect(self.width() - 1, event.rect().top(), 1, event.rect().height(), QColor(colours.border))
        painter.setFont(source.font())
        current = source.textCursor().blockNumber() + 1 if source.hasFocus() else 0
        block = source.firstVisibleBlock()
        while block.isValid():
            row, line = source.block_rect(block), block.blockNumber() + 1
            if row.top() > event.rect().bottom():
                break
            self._draw_marks(painter, row, line)
            painter.setPen(QColor(colours.text if line == current else colours.muted))
            place = QRectF(0, row.top(), self.width() - _PADDING, row.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(line))
            block = block.next()

    def _draw_marks(self, painter: QPainter, row: QRectF, line: int) -> None:
        if line in self._source.linked:
            painter.fillRect(QRectF(0, row.top(), _BAR, row.height()), QColor(theme().accent))
        if line in self._source.running:
            left, middle = _BAR + 3.0, row.center().y()
            half = _ARROW / 2
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme().warning))
            points = (QPointF(left, middle - half), QPointF(left + _ARROW - 1, middle), QPointF(left, middle + half))
            painter.drawPolygon(QPolygonF(points))
