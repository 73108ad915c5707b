"""A matrix of numbers as coloured cells, with the scale of the colours; the mouse tells each number."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop_app.plots.map_colours import target_colours
from desktop_app.plots.plot_style import colour, plot_font, plot_pen, readable
from desktop_app.theme import themes

_LARGEST_CELL, _BAR = 56.0, 12.0


class HeatMap(QWidget):
    """Draws a matrix; 0 is pale, negative numbers have one colour and positive ones another."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = ""
        self.values: NDArray[np.float32] = np.zeros((0, 0), np.float32)
        self.is_vector = False
        self.setMouseTracking(True)
        self.setMinimumSize(150, 110)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        themes.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Ask for a small square."""
        return QSize(240, 200)

    def show_values(self, title: str, values: NDArray[np.float32], *, is_vector: bool = False) -> None:
        """Show other numbers ``(rows, columns)``; a vector is one row and has one index."""
        self.title, self.values, self.is_vector = title, values, is_vector
        self.setAccessibleName(title)
        self.update()

    def _line(self) -> float:
        return QFontMetricsF(plot_font()).height()

    def _reach(self) -> float:
        return float(np.abs(self.values).max(initial=0.0)) or 1.0

    def _scale_width(self) -> float:
        return _BAR + 10 + QFontMetricsF(plot_font(0.92)).horizontalAdvance("−0.0000")

    def matrix_rect(self) -> QRectF:
        """Return where the cells are."""
        rows, columns = self.values.shape
        room = self.width() - self._scale_width() - self._line() - 14, self.height() - 2 * self._line() - 16
        # Long vectors have cells that are higher than wide.
        width = min(room[0] / max(columns, 1), _LARGEST_CELL)
        height = min(room[1] / max(rows, 1), _LARGEST_CELL)
        if min(rows, columns) > 1:
            width = height = min(width, height)
        return QRectF(self._line() + 6, self._line() + 6, width * columns, height * rows)

    def index_at(self, place: QPointF) -> tuple[int, int] | None:
        """Return row and column of the number at a place."""
        rect = self.matrix_rect()
        if not self.values.size or not rect.contains(place):
            return None
        rows, columns = self.values.shape
        row = int((place.y() - rect.top()) / rect.height() * rows)
        column = int((place.x() - rect.left()) / rect.width() * columns)
        return min(row, rows - 1), min(column, columns - 1)

    def text_at(self, place: QPointF) -> str:
        """Return index and number at a place, such as "[1, 2] = 0.31"; nothing beside the cells."""
        index = self.index_at(place)
        if index is None:
            return ""
        shown = [index[1]] if self.is_vector else list(index)
        return f"{shown} = {self.values[index]:.6g}"

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell the number under the mouse."""
        QToolTip.showText(event.globalPosition().toPoint(), self.text_at(event.position()), self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw title, cells and scale."""
        painter = QPainter(self)
        font = plot_font()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(colour("text"))
        title = QFontMetricsF(font).elidedText(self.title, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(QRectF(0, 0, self.width(), self._line()), Qt.AlignmentFlag.AlignLeft, title)
        if self.values.size:
            self._draw_cells(painter)
            self._draw_scale(painter)
        painter.end()

    def _draw_cells(self, painter: QPainter) -> None:
        rect = self.matrix_rect()
        painter.drawImage(rect, _image(self.values, self._reach()))
        painter.setPen(plot_pen("border"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect)
        painter.setFont(plot_font(0.92))
        painter.setPen(colour("muted"))
        below = QRectF(0, rect.bottom() + 2, 2 * rect.center().x(), self._line())
        below.setLeft(min(rect.left(), rect.center().x() - 60))
        below.setRight(max(rect.right(), rect.center().x() + 60))
        across = self.tr("entry") if self.is_vector else self.tr("column: input")
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, across)
        if self.is_vector:
            return
        painter.save()
        painter.translate(0, rect.center().y() + 80)
        painter.rotate(-90)
        painter.drawText(QRectF(0, 0, 160, self._line()), Qt.AlignmentFlag.AlignCenter, self.tr("row: unit"))
        painter.restore()

    def _draw_scale(self, painter: QPainter) -> None:
        rect, reach = self.matrix_rect(), self._reach()
        height = max(rect.height(), min(100.0, self.height() - self._line() - 14))
        bar = QRectF(rect.right() + 10, rect.top(), _BAR, height)
        shares = np.linspace(reach, -reach, 64, dtype=np.float32)[:, None]
        painter.drawImage(bar, _image(shares, reach))
        painter.setFont(plot_font(0.92))
        painter.setPen(colour("muted"))
        line = self._line()
        for number, y in ((reach, bar.top()), (0.0, bar.center().y() - line / 2), (-reach, bar.bottom() - line)):
            painter.drawText(QRectF(bar.right() + 4, y, 80, line), Qt.AlignmentFlag.AlignLeft, readable(number, 2))


def _image(values: NDArray[np.float32], reach: float) -> QImage:
    """Return a picture with one pixel for each number."""
    colours = np.ascontiguousarray(target_colours(values, reach))
    rows, columns = values.shape
    return QImage(colours.data, columns, rows, 3 * columns, QImage.Format.Format_RGB888).copy()
