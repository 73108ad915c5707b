"""Matrices in a row as coloured numbers with signs between them; numbers can be dragged up and down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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
_BELOW = 6.0
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
        below: whether it stands under the one before it, with its name to the left, as a bias under its weights.
    """

    name: str
    values: NDArray[np.float64]
    sign: str = ""
    editable: bool = False
    faded: bool = False
    below: bool = False


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
        left, top = self._lefts(size)[position], self._tops()[position]
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

    def _columns(self) -> list[tuple[Term, ...]]:
        """Return the terms from left to right, each with those below it."""
        columns: list[tuple[Term, ...]] = []
        for term in self.terms:
            if term.below and columns:
                columns[-1] = (*columns[-1], term)
            else:
                columns.append((term,))
        return columns

    @staticmethod
    def _before(column: tuple[Term, ...], gap: float) -> float:
        """Return the room for the sign before a column, and for the names beside what stands below."""
        names = QFontMetricsF(plot_font())
        signs = QFontMetricsF(plot_font(1.2)).horizontalAdvance(column[0].sign) + 2 * gap
        return max([signs, *(names.horizontalAdvance(term.name) + 2 * gap for term in column[1:])])

    @staticmethod
    def _num_cells(column: tuple[Term, ...]) -> int:
        return max(term.values.shape[1] for term in column)

    def _width(self, cell: float, gap: float) -> float:
        return sum(self._before(column, gap) + cell * self._num_cells(column) for column in self._columns()) + gap

    def _name_height(self) -> float:
        return QFontMetricsF(plot_font()).height() + 6

    def _lower_height(self) -> float:
        """Return the room for what stands below the row."""
        return max((sum(_BELOW + _ROW * len(t.values) for t in column[1:]) for column in self._columns()), default=0.0)

    def _height(self) -> float:
        rows = max((len(column[0].values) for column in self._columns()), default=1)
        return rows * _ROW + self._lower_height() + self._name_height() + 6

    def _cell_width(self) -> float:
        columns = sum(map(self._num_cells, self._columns()))
        room = self.width() - self._width(0.0, self._gap())
        return min(_CELL, max(_LEAST_CELL, room / max(columns, 1)))

    def _lefts(self, cell: float) -> list[float]:
        """Return where the terms begin."""
        gap, lefts, end = self._gap(), list[float](), 0.0
        for column in self._columns():
            left = end + self._before(column, gap)
            lefts += [left] * len(column)
            end = left + cell * self._num_cells(column)
        return lefts

    def _tops(self) -> list[float]:
        """Return where the terms begin from above: those of the row around its middle, those below under its end."""
        name, lower = self._name_height(), self._lower_height()
        row = self.height() - name - 4 - lower
        tops = list[float]()
        for column in self._columns():
            tops.append(name + (row - _ROW * len(column[0].values)) / 2)
            end = name + row
            for term in column[1:]:
                tops.append(end + _BELOW)
                end = tops[-1] + _ROW * len(term.values)
        return tops

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw names, signs and numbers."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = self._cell_width()
        largest = max((float(np.abs(term.values).max(initial=0)) for term in self.terms), default=0.0) or 1.0
        places = zip(self._lefts(size), self._tops(), strict=True)
        for position, (term, (left, top)) in enumerate(zip(self.terms, places, strict=True)):
            painter.setOpacity(0.4 if term.faded else 1.0)
            self._draw_name(painter, term, left, top, size)
            self._draw_numbers(painter, position, largest)
        painter.setOpacity(1.0)
        self._draw_signs(painter, size)
        painter.end()

    def _draw_name(self, painter: QPainter, term: Term, left: float, top: float, size: float) -> None:
        painter.setFont(plot_font())
        painter.setPen(colour("muted"))
        if term.below:
            place = QRectF(left - 60, top, 60 - self._gap(), _ROW * len(term.values))
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, term.name)
            return
        width = size * term.values.shape[1]
        room = max(width, 40.0)
        place = QRectF(left + (width - room) / 2, top - 20, room, 18)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, term.name)

    def _draw_signs(self, painter: QPainter, size: float) -> None:
        painter.setFont(plot_font(1.2))
        painter.setPen(colour("text"))
        gap, end, top = self._gap(), 0.0, self._name_height()
        height = self.height() - top - 4 - self._lower_height()
        for column in self._columns():
            width = self._before(column, gap)
            painter.setOpacity(0.4 if column[0].faded else 1.0)
            painter.drawText(QRectF(end, top, width, height), Qt.AlignmentFlag.AlignCenter, column[0].sign)
            end += width + size * self._num_cells(column)

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
