"""Two arrays as grids, and below them the memory in which their numbers lie."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from core.explorers.memory import ArrayState, SharingAnswer, Way
from desktop_app.lessons.explorers.number_text import short
from desktop_app.plots.plot_style import colour
from desktop_app.theme import themes

LOOKS = {"left": "series0", "right": "series1"}

_HEAD, _MARGIN, _GAP = 42.0, 12.0, 34.0
_CHAIN = 108.0  # pixels between the grids, for what they have in common
_LARGEST, _LARGEST_IN_MEMORY = 66.0, 46.0
_STRIPS = 96.0  # pixels for two strips of memory with their names, beside their cells
Index = tuple[int, ...]


@dataclass(frozen=True)
class Place:
    """An entry of one of the two arrays."""

    side: str
    index: Index


class MemoryPicture(QWidget):
    """Draws what was found out. A click into an entry, or Enter on the one under the cursor, asks to write it.

    Signals:
        wanted: the :class:`Place` to be written.
    """

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.answer: SharingAnswer | None = None
        self.way: Way | None = None
        self.cursor_place = Place("left", (1, 2))
        self._pointed: Place | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(300, 250)
        themes.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Ask for a stage."""
        return QSize(560, 340)

    def show_answer(self, answer: SharingAnswer, way: Way) -> None:
        """Show something else."""
        self.answer, self.way = answer, way
        if not self._has(self.cursor_place):
            self.cursor_place = Place("left", (0, 0))
        self.setAccessibleName(way.code)
        self.update()

    @property
    def can_write(self) -> bool:
        """Whether entries are written by a click; otherwise the line itself writes."""
        return self.way is not None and self.way.group != "write"

    # -- places -------------------------------------------------------------------------------------------------------

    def _state(self, side: str) -> ArrayState:
        assert self.answer is not None
        return (self.answer.left if side == "left" else self.answer.right)[1]

    def _has(self, place: Place) -> bool:
        shape = self._state(place.side).values.shape
        return len(shape) == len(place.index) and all(0 <= i < n for i, n in zip(place.index, shape, strict=True))

    def _grid(self, side: str) -> tuple[int, int]:
        rows, columns = (1, *self._state(side).values.shape)[-2:]
        return rows, columns

    def _cell(self) -> float:
        columns = self._grid("left")[1] + self._grid("right")[1]
        across = (self.width() - 2 * _MARGIN - _CHAIN) / columns
        rows = max(self._grid("left")[0], self._grid("right")[0])
        down = (self.height() - _HEAD - 2 * _MARGIN - _STRIPS) / (rows + 1.6)
        return max(14.0, min(across, down, _LARGEST))

    def _top(self) -> float:
        """Return the upper end of the grids, so that all lies in the middle."""
        rows = max(self._grid("left")[0], self._grid("right")[0])
        used = _HEAD + rows * self._cell() + _STRIPS + 2 * self._memory_cell()[1]
        return max(_MARGIN, (self.height() - used) / 2) + _HEAD

    def _memory_cell(self) -> tuple[float, float]:
        """Return the width and height of a number in memory."""
        number = max(self._state("left").values.size, self._state("right").values.size)
        width = min((self.width() - 2 * _MARGIN - 70) / number, _LARGEST_IN_MEMORY)
        return width, min(width, 32.0)

    def _corner(self, side: str) -> QPointF:
        cell = self._cell()
        total = (self._grid("left")[1] + self._grid("right")[1]) * cell + _CHAIN
        left = (self.width() - total) / 2
        return QPointF(left if side == "left" else left + self._grid("left")[1] * cell + _CHAIN, self._top())

    def cell_rect(self, place: Place) -> QRectF:
        """Return where an entry is drawn."""
        cell, corner = self._cell(), self._corner(place.side)
        row, column = (0, *place.index)[-2:]
        return QRectF(corner.x() + column * cell + 1, corner.y() + row * cell + 1, cell - 2, cell - 2)

    def _place_at(self, point: QPointF) -> Place | None:
        if self.answer is None:
            return None
        for side in LOOKS:
            for index in np.ndindex(self._state(side).values.shape):
                if self.cell_rect(Place(side, index)).contains(point):
                    return Place(side, index)
        return None

    # -- mouse and keys -----------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Mark the entry under the mouse."""
        pointed = self._place_at(event.position()) if self.can_write else None
        if pointed != self._pointed:
            self._pointed = pointed
            self.setCursor(Qt.CursorShape.PointingHandCursor if pointed else Qt.CursorShape.ArrowCursor)
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask to write the entry under the mouse."""
        place = self._place_at(event.position())
        if place is not None and self.can_write:
            self.cursor_place = place
            self.wanted.emit(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the cursor with the arrows, from one array into the other too; write with Enter or the space bar."""
        moves = {
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Right: (0, 1),
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Down: (1, 0),
        }
        key = Qt.Key(event.key())
        if self.answer is None or not self.can_write:
            super().keyPressEvent(event)
        elif key in moves:
            self._move(*moves[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.wanted.emit(self.cursor_place)
        else:
            super().keyPressEvent(event)

    def _move(self, down: int, across: int) -> None:
        side = self.cursor_place.side
        row, column = (0, *self.cursor_place.index)[-2:]
        row, column = row + down, column + across
        if column < 0 and side == "right":
            side, column = "left", self._grid("left")[1] - 1
        elif column >= self._grid(side)[1] and side == "left":
            side, column = "right", 0
        rows, columns = self._grid(side)
        row, column = min(max(row, 0), rows - 1), min(max(column, 0), columns - 1)
        index = (row, column) if self._state(side).values.ndim == 2 else (column,)
        self.cursor_place = Place(side, index)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the cursor."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the cursor."""
        super().focusOutEvent(event)
        self.update()

    # -- drawing ------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw grids, what joins them, and memory."""
        painter = QPainter(self)
        if self.answer is None or self.way is None:
            painter.setPen(colour("muted"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.tr("MXNet is asked…"))
            painter.end()
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for side, name in (("left", self.way.left), ("right", self.way.right)):
            self._draw_grid(painter, side, name)
        self._draw_chain(painter)
        self._draw_memory(painter)
        painter.end()

    def _font(self, size: float, *, bold: bool = False) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(max(6, round(size)))
        font.setBold(bold)
        return font

    def _draw_grid(self, painter: QPainter, side: str, name: str) -> None:
        assert self.answer is not None
        state, corner, look = self._state(side), self._corner(side), LOOKS[side]
        width = max(self._grid(side)[1] * self._cell(), 110.0)
        middle = corner.x() + self._grid(side)[1] * self._cell() / 2
        painter.setFont(self._font(16, bold=True))
        painter.setPen(colour(look))
        head = QRectF(middle - width / 2, corner.y() - _HEAD, width, 20)
        painter.drawText(head, Qt.AlignmentFlag.AlignCenter, name)
        painter.setFont(self._font(11))
        painter.setPen(colour("muted"))
        kind = "numpy.ndarray" if state.is_numpy else "NDArray"
        shape = ", ".join(map(str, state.values.shape)) + ("," if state.values.ndim == 1 else "")
        painter.drawText(head.translated(0, 18), Qt.AlignmentFlag.AlignCenter, f"{kind} ({shape})")
        changed = self.answer.changed(side)
        before = (self.answer.left if side == "left" else self.answer.right)[0].values
        for index in np.ndindex(state.values.shape):
            place = Place(side, index)
            rect = self.cell_rect(place)
            self._draw_box(painter, rect, float(state.values[index]), look, changed=bool(changed[index]))
            if changed[index] and rect.height() > 40:
                painter.setFont(self._font(9))
                painter.setPen(colour("muted"))
                painter.drawText(rect.adjusted(4, 2, -2, 0), Qt.AlignmentFlag.AlignLeft, short(float(before[index])))
            if place == self._pointed or (self.hasFocus() and self.can_write and place == self.cursor_place):
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(colour("accent"), 2.2))
                painter.drawRoundedRect(rect, 3, 3)

    def _draw_box(self, painter: QPainter, rect: QRectF, value: float, look: str, *, changed: bool) -> None:
        painter.setPen(QPen(colour("danger" if changed else look), 2.0 if changed else 1.1))
        painter.setBrush(colour("plot_background"))
        painter.drawRoundedRect(rect, 3, 3)
        painter.setBrush(colour("danger" if changed else look, 0.18))
        painter.drawRoundedRect(rect, 3, 3)
        text = short(value)
        painter.setFont(self._font(min(0.40 * rect.height(), rect.width() / (0.62 * max(len(text), 2))), bold=changed))
        painter.setPen(colour("text"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)

    def _draw_chain(self, painter: QPainter) -> None:
        """Say between the grids what they have in common."""
        assert self.answer is not None
        left = self._corner("left").x() + self._grid("left")[1] * self._cell()
        middle = self._corner("left").y() + 2 * self._cell()
        shared = self.answer.shares_memory
        text = self.tr("own memory")
        if shared:
            text = self.tr("same object") if self.answer.same_object else self.tr("same memory")
        pen = QPen(colour("success" if shared else "muted"), 2.4 if shared else 1.4)
        pen.setStyle(Qt.PenStyle.SolidLine if shared else Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.drawLine(QPointF(left + 8, middle), QPointF(left + _CHAIN - 8, middle))
        painter.setFont(self._font(11, bold=shared))
        painter.setPen(colour("success" if shared else "muted"))
        painter.drawText(QRectF(left, middle - 22, _CHAIN, 18), Qt.AlignmentFlag.AlignCenter, text)

    def _draw_memory(self, painter: QPainter) -> None:
        """Draw the numbers in the order in which they lie in memory, and which of them belong to which array."""
        assert self.answer is not None
        assert self.way is not None
        left, right, offset = self._state("left"), self._state("right"), self.answer.offset
        number = max(left.values.size, right.values.size)
        cell, height = self._memory_cell()
        x = (self.width() - number * cell + 56) / 2
        y = self._corner("left").y() + max(self._grid("left")[0], self._grid("right")[0]) * self._cell() + _GAP
        painter.setFont(self._font(11))
        painter.setPen(colour("muted"))
        painter.drawText(
            QRectF(x - 70, y, 64, height),
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
            self.tr("memory"),
        )
        self._draw_strip(painter, "left", QPointF(x, y), cell, height)
        self._draw_bracket(painter, "left", QPointF(x, y - 5), left.values.size * cell, above=True)
        if offset is None:
            y += height + 30
            self._draw_strip(painter, "right", QPointF(x, y), cell, height)
            self._draw_bracket(painter, "right", QPointF(x, y + height + 5), right.values.size * cell, above=False)
        else:
            start = x + offset // 4 * cell
            self._draw_bracket(painter, "right", QPointF(start, y + height + 5), right.values.size * cell, above=False)

    def _draw_strip(self, painter: QPainter, side: str, corner: QPointF, cell: float, height: float) -> None:
        assert self.answer is not None
        values, changed = self._state(side).values.ravel(), self.answer.changed(side).ravel()
        look = LOOKS[side] if self.answer.offset is None else "muted"
        for i, value in enumerate(values.tolist()):
            rect = QRectF(corner.x() + i * cell + 0.5, corner.y(), cell - 1, height)
            self._draw_box(painter, rect, value, look, changed=bool(changed[i]))

    def _draw_bracket(self, painter: QPainter, side: str, start: QPointF, length: float, *, above: bool) -> None:
        """Draw a bracket with the name of an array over or under its numbers."""
        assert self.way is not None
        tip = 4.0 if above else -4.0
        left, right = start + QPointF(2, 0), start + QPointF(length - 2, 0)
        painter.setPen(QPen(colour(LOOKS[side]), 2.0))
        painter.drawLine(left, right)
        for end in (left, right):
            painter.drawLine(end, end + QPointF(0, tip))
        painter.setFont(self._font(12, bold=True))
        name = self.way.left if side == "left" else self.way.right
        top = start.y() - 17 if above else start.y() + 1
        painter.drawText(QRectF(start.x(), top, length, 16), Qt.AlignmentFlag.AlignCenter, name)
