"""Matrices in a row as coloured numbers with signs between them; numbers can be dragged up and down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.lessons.explorers.number_text import short
from desktop_app.plots.map_colours import target_colours
from desktop_app.plots.matrix_picture import text_colour
from desktop_app.plots.plot_style import colour, plot_font, plot_pen
from desktop_app.theme import themes

_CELL, _LEAST_CELL, _ROW = 46.0, 25.0, 23.0
_GAP, _LEAST_GAP = 7.0, 3.0
_PIXELS_A_STEP = 4.0
_STEP = 0.1
_LARGEST = 9.9


@dataclass(frozen=True, eq=False)
class Term:
    """A matrix of the row.

    Attributes:
        name: stands above it.
        values: ``(rows, columns)``.
        sign: stands before it, such as "·" or "="; empty for none.
        editable: whether its numbers can be changed.
        faded: whether it does not count at the moment.
    """

    name: str
    values: NDArray[np.float64]
    sign: str = ""
    editable: bool = False
    faded: bool = False


Cell = tuple[int, int, int]
"""Position of the term, row and column."""


class MatrixStrip(QWidget):
    """Shows terms. Dragging a number changes it, as do plus and minus on the one that the arrow keys have chosen.

    Signals:
        edited: position of the term, row, column, and the number that the user wants.
    """

    edited = Signal(int, int, int, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.terms: tuple[Term, ...] = ()
        self.chosen: Cell | None = None
        self._grabbed: tuple[float, float] | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Weights and biases"))
        self.setToolTip(self.tr("Drag a number up or down; or choose it with the arrow keys and press plus or minus."))
        themes.changed.connect(self.update)

    def show_terms(self, terms: Sequence[Term]) -> None:
        """Show other matrices."""
        self.terms = tuple(terms)
        if self.chosen is not None and self.chosen not in self._editable():
            self.chosen = None
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size with cells of full width."""
        return QSize(round(self._width(_CELL, _GAP)), round(self._height()))

    def minimumSizeHint(self) -> QSize:
        """Return the size with the narrowest cells and gaps."""
        return QSize(round(self._width(_LEAST_CELL, _LEAST_GAP)), round(self._height()))

    def cell_rect(self, cell: Cell) -> QRectF:
        """Return the place of a number."""
        position, row, column = cell
        size = self._cell_width()
        left, top = self._lefts(size)[position], self._top(self.terms[position])
        return QRectF(left + column * size, top + row * _ROW, size, _ROW)

    def cell_at(self, place: QPointF) -> Cell | None:
        """Return the editable number at a place."""
        return next((cell for cell in self._editable() if self.cell_rect(cell).contains(place)), None)

    # -- the user's hand ----------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a number."""
        self.chosen = self.cell_at(event.position())
        if self.chosen is not None and event.button() == Qt.MouseButton.LeftButton:
            self._grabbed = event.position().y(), self._value(self.chosen)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Change the number, or show that it can be changed."""
        if self._grabbed is not None and self.chosen is not None:
            start, value = self._grabbed
            self._want(value + _STEP * round((start - event.position().y()) / _PIXELS_A_STEP))
            return
        over = self.cell_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.SizeVerCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._grabbed = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose a number with the arrow keys, change it with plus and minus."""
        key, cells = Qt.Key(event.key()), self._editable()
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        changes = {Qt.Key.Key_Plus: _STEP, Qt.Key.Key_Equal: _STEP, Qt.Key.Key_Minus: -_STEP}
        if key in steps and cells:
            now = cells.index(self.chosen) if self.chosen in cells else -1 if steps[key] > 0 else 0
            self.chosen = cells[(now + steps[key]) % len(cells)]
            self.update()
        elif key in changes and self.chosen is not None:
            self._want(self._value(self.chosen) + changes[key])
        else:
            super().keyPressEvent(event)

    def _want(self, value: float) -> None:
        assert self.chosen is not None
        value = round(min(max(value, -9.9), 9.9), 1) + 0.0
        if value != self._value(self.chosen):
            self.edited.emit(*self.chosen, value)

    def _value(self, cell: Cell) -> float:
        position, row, column = cell
        return float(self.terms[position].values[row, column])

    def _editable(self) -> list[Cell]:
        return [
            (position, row, column)
            for position, term in enumerate(self.terms)
            if term.editable
            for row, column in np.ndindex(*term.values.shape)
        ]

    # -- places and painting ------------------------------------------------------------------------------------------

    def _gap(self) -> float:
        """Return the room beside a sign."""
        return _GAP if self.width() >= self._width(_LEAST_CELL, _GAP) else _LEAST_GAP

    @staticmethod
    def _sign_width(term: Term, gap: float) -> float:
        return QFontMetricsF(plot_font(1.2)).horizontalAdvance(term.sign) + 2 * gap

    def _width(self, cell: float, gap: float) -> float:
        return sum(self._sign_width(term, gap) + cell * term.values.shape[1] for term in self.terms) + gap

    def _height(self) -> float:
        rows = max((len(term.values) for term in self.terms), default=1)
        return rows * _ROW + QFontMetricsF(plot_font()).height() + 12

    def _cell_width(self) -> float:
        columns = sum(term.values.shape[1] for term in self.terms)
        room = self.width() - self._width(0.0, self._gap())
        return min(_CELL, max(_LEAST_CELL, room / max(columns, 1)))

    def _lefts(self, cell: float) -> list[float]:
        """Return where the terms begin."""
        gap = self._gap()
        widths = [self._sign_width(term, gap) + cell * term.values.shape[1] for term in self.terms]
        ends = [0.0, *accumulate(widths)]
        return [end + self._sign_width(term, gap) for end, term in zip(ends, self.terms, strict=False)]

    def _top(self, term: Term) -> float:
        name = QFontMetricsF(plot_font()).height() + 6
        return name + (self.height() - name - 4 - _ROW * len(term.values)) / 2

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw names, signs and numbers."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = self._cell_width()
        largest = max((float(np.abs(term.values).max(initial=0)) for term in self.terms), default=0.0) or 1.0
        for left, (position, term) in zip(self._lefts(size), enumerate(self.terms), strict=True):
            painter.setOpacity(0.4 if term.faded else 1.0)
            width = size * term.values.shape[1]
            painter.setFont(plot_font())
            painter.setPen(colour("muted"))
            name_width = max(width, 40.0)
            name = QRectF(left + (width - name_width) / 2, self._top(term) - 20, name_width, 18)
            painter.drawText(name, Qt.AlignmentFlag.AlignCenter, term.name)
            self._draw_sign(painter, term, left)
            self._draw_numbers(painter, position, largest)
        painter.end()

    def _draw_sign(self, painter: QPainter, term: Term, left: float) -> None:
        painter.setFont(plot_font(1.2))
        painter.setPen(colour("text"))
        top = QFontMetricsF(plot_font()).height() + 6
        width = self._sign_width(term, self._gap())
        place = QRectF(left - width, top, width, self.height() - top - 4)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, term.sign)

    def _draw_numbers(self, painter: QPainter, position: int, largest: float) -> None:
        term = self.terms[position]
        colours = target_colours(term.values.astype(np.float32), largest)
        painter.setFont(plot_font(min(1.0, 0.78 + (self._cell_width() - _LEAST_CELL) / 60)))
        for row, column in np.ndindex(*term.values.shape):
            rect, ground = self.cell_rect((position, row, column)), QColor(*colours[row, column].tolist())
            painter.setPen(plot_pen("border"))
            painter.setBrush(ground)
            painter.drawRect(rect)
            painter.setPen(text_colour(ground))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, _short(float(term.values[row, column])))
        if self.chosen is not None and self.chosen[0] == position:
            painter.setPen(plot_pen("accent", 2.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.cell_rect(self.chosen))


def _short(value: float) -> str:
    if 0 < abs(value) < 0.01:
        return short(value, 1)
    text = f"{value:.2f}" if round(value, 1) != round(value, 6) else f"{value:.1f}"
    return text.replace("-", "−")
