"""Arrays that are stretched to one shape, with ghosts in place of copies, and the result beside them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from math import ceil

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEasingCurve, QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QMouseEvent, QPaintEngine, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from core.explorers.broadcasting import NAMES, OPERATIONS, Shape, Step, align, entries, shape_text
from desktop_app.lessons.explorers.number_text import short
from desktop_app.plots.hover_card import HoverCard
from desktop_app.plots.plot_style import colour
from desktop_app.theme import themes

LOOKS = ("series0", "series1", "series2")
"""The colours of the arrays."""

_BLOCK_GAP = 0.7  # cells between the blocks of a third axis
_SIGN_GAP = 1.3  # cells between two arrays, for the sign of the operation
_HEAD = 26.0
_MARGIN = 14.0
_LARGEST_CELL = 80.0
_MUCH = 1.25
Index = tuple[int, ...]


@dataclass(frozen=True, eq=False)
class Scene:
    """What is shown: the arrays, the steps so far, and how far the present one has come (0 to 1)."""

    shapes: tuple[Shape, ...]
    operation: str
    steps: tuple[Step, ...]
    position: int = 0
    share: float = 1.0
    result: NDArray[np.float32] | None = None

    @property
    def step(self) -> Step:
        """The present step."""
        return self.steps[self.position]

    def stretch_of(self, axis: int) -> float:
        """Return how far the arrays are stretched along an axis, from 0 to 1."""
        for position, step in enumerate(self.steps):
            if step.kind == "stretch" and step.axis == axis:
                return 1.0 if position < self.position else self.share if position == self.position else 0.0
        return 0.0

    @property
    def revealed(self) -> float:
        """The share of the result that is shown."""
        return self.share if self.step.kind == "compute" else 0.0

    @property
    def full_shape(self) -> Shape:
        """The shape of the result; where there is none, that of the larger array."""
        return tuple(max(size or 1 for size in axis.sizes) for axis in align(self.shapes))


def spot(index: Index, shape: Shape) -> QPointF:
    """Return the place of an entry in cells: rows and columns, then blocks side by side, then rows of blocks."""
    padded, sizes = (0,) * (4 - len(index)) + index, (1,) * (4 - len(shape)) + shape
    across, block, row, column = padded[0], padded[1], padded[2], padded[3]
    return QPointF(
        column + block * (sizes[3] + _BLOCK_GAP),
        row + across * (sizes[2] + _BLOCK_GAP),
    )


def extent(shape: Shape) -> tuple[float, float]:
    """Return the width and height of an array in cells."""
    last = spot(tuple(size - 1 for size in shape), shape)
    return last.x() + 1, last.y() + 1


class BroadcastPicture(QWidget):
    """Draws a :class:`Scene`. Under the mouse, an entry of the result shows where it comes from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scene: Scene | None = None
        self.pointed: Index | None = None
        self._ease = QEasingCurve(QEasingCurve.Type.InOutCubic)
        self._cells: dict[tuple[object, ...], QPixmap] = {}
        self._card = HoverCard(self)
        self.setMouseTracking(True)
        self.setMinimumSize(240, 150)
        themes.changed.connect(self._forget_cells)

    def sizeHint(self) -> QSize:
        """Ask for a stage."""
        return QSize(640, 320)

    def show_scene(self, scene: Scene) -> None:
        """Show something else."""
        if self.scene is None or scene.shapes != self.scene.shapes or scene.operation != self.scene.operation:
            self._cells.clear()
        self.scene = scene
        if self.pointed is not None and (scene.result is None or not self._fits(self.pointed, scene.result.shape)):
            self._point(None, QPointF())
        self.setAccessibleName(" ".join(map(shape_text, scene.shapes)))
        self.update()

    @staticmethod
    def _fits(index: Index, shape: Shape) -> bool:
        return len(index) == len(shape) and all(i < size for i, size in zip(index, shape, strict=True))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let go of the pictures of entries of another size."""
        super().resizeEvent(event)
        self._forget_cells()

    def _forget_cells(self) -> None:
        self._cells.clear()
        self.update()

    # -- places -------------------------------------------------------------------------------------------------------

    def _panels(self) -> tuple[list[QPointF], float]:
        """Return the upper left corners of all arrays and of the result, and the size of a cell, in pixels."""
        assert self.scene is not None
        width, height = extent(self.scene.full_shape)
        number = len(self.scene.shapes) + 1
        room_x, room_y = self.width() - 2 * _MARGIN, self.height() - 2 * _MARGIN
        best, columns = 0.0, 1
        for candidate in range(number, 0, -1):
            rows = ceil(number / candidate)
            across = room_x / (candidate * (width + _SIGN_GAP))
            down = (room_y - rows * (_HEAD + 10)) / (rows * height)
            size = min(across, down, _LARGEST_CELL)
            # A sum is read best in one row: more of them only for much larger cells.
            if size > _MUCH * best:
                best, columns = size, candidate
        cell = max(8.0, best)
        rows = ceil(number / columns)
        step_x, step_y = (width + _SIGN_GAP) * cell, height * cell + _HEAD + 10
        left = (self.width() - columns * step_x + _SIGN_GAP * cell) / 2 + (_SIGN_GAP * cell / 2 if rows > 1 else 0)
        top = max(_MARGIN, (self.height() - rows * step_y) / 2) + _HEAD
        return [QPointF(left + (i % columns) * step_x, top + (i // columns) * step_y) for i in range(number)], cell

    def _index_at(self, place: QPointF) -> Index | None:
        """Return the entry of the result under a place."""
        scene = self.scene
        if scene is None or scene.result is None or scene.revealed < 1:
            return None
        corners, cell = self._panels()
        for index in np.ndindex(scene.result.shape):
            corner = corners[-1] + spot(index, scene.full_shape) * cell
            if QRectF(corner.x(), corner.y(), cell, cell).contains(place):
                return index
        return None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at an entry of the result."""
        self._point(self._index_at(event.position()), event.position())

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing."""
        self._point(None, QPointF())

    def _point(self, index: Index | None, place: QPointF) -> None:
        if index != self.pointed:
            self.pointed = index
            self.update()
        if index is None:
            self._card.hide()
        else:
            self._card.show_text(self._origin(index), place.toPoint())

    def _origin(self, index: Index) -> str:
        """Return the sum, product, ... behind an entry of the result, with names and with numbers."""
        scene = self.scene
        assert scene is not None
        assert scene.result is not None
        sources = [source_of(index, shape) for shape in scene.shapes]
        names = [f"{NAMES[i]}[{', '.join(map(str, source))}]" for i, source in enumerate(sources)]
        numbers = [
            short(float(entries(i, shape, scene.operation)[source]))
            for i, (shape, source) in enumerate(zip(scene.shapes, sources, strict=True))
        ]
        sign = OPERATIONS[scene.operation]
        result = short(float(scene.result[index]))
        if len(sign) > 2:
            return f"{sign}({', '.join(names)})<br>= {sign}({', '.join(numbers)}) = <b>{result}</b>"
        sign = sign.replace(">", "&gt;")
        return f"{f' {sign} '.join(names)}<br>= {f' {sign} '.join(numbers)} = <b>{result}</b>"

    # -- drawing ------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the arrays and the result."""
        painter = QPainter(self)
        self.draw(painter)
        painter.end()

    def draw(self, painter: QPainter) -> None:
        """Draw the arrays and the result with a painter whose origin is the widget's corner."""
        if self.scene is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        corners, cell = self._panels()
        for position in range(len(self.scene.shapes)):
            self._draw_array(painter, position, corners[position], cell)
            if position:
                self._draw_sign(painter, OPERATIONS[self.scene.operation], corners[position], cell)
        self._draw_sign(painter, "=", corners[-1], cell)
        self._draw_result(painter, corners[-1], cell)

    def _draw_sign(self, painter: QPainter, sign: str, corner: QPointF, cell: float) -> None:
        assert self.scene is not None
        height = extent(self.scene.full_shape)[1] * cell
        font = QFont(self.font())
        font.setPixelSize(round(max(9.0, min(0.55 * cell, 24.0) if len(sign) < 3 else min(0.2 * cell, 13.0))))
        painter.setFont(font)
        painter.setPen(colour("muted"))
        place = QRectF(corner.x() - _SIGN_GAP * cell, corner.y(), _SIGN_GAP * cell, height)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, sign)

    def _draw_head(self, painter: QPainter, text: str, look: str, corner: QPointF) -> None:
        font = QFont(self.font())
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(colour(look))
        painter.drawText(QRectF(corner.x(), corner.y() - _HEAD, 400, _HEAD - 5), Qt.AlignmentFlag.AlignVCenter, text)

    def _draw_array(self, painter: QPainter, position: int, corner: QPointF, cell: float) -> None:
        """Draw one array: the room it will fill, its ghosts, then its own entries."""
        scene = self.scene
        assert scene is not None
        shape, full = scene.shapes[position], scene.full_shape
        padded = (1,) * (len(full) - len(shape)) + shape
        values = entries(position, shape, scene.operation).reshape(padded)
        texts = {index: short(float(values[index])) for index in np.ndindex(padded)}
        self._draw_room(painter, full, corner, cell)
        stretch = [
            self._ease.valueForProgress(scene.stretch_of(axis - len(full))) if padded[axis] < size else 0.0
            for axis, size in enumerate(full)
        ]
        copies = [range(size if share > 0 else 1) for size, share in zip(full, stretch, strict=True)]
        font = self._cell_font(tuple(texts.values()), cell)
        for ghost in sorted(product(*copies), reverse=True):
            for index in np.ndindex(padded):
                target = tuple(i + g for i, g in zip(index, ghost, strict=True))
                place = self._between(index, target, stretch, full)
                rect = _square(corner, place, cell)
                self._draw_cell(painter, rect, texts[index], LOOKS[position], font, is_ghost=any(ghost))
                if self.pointed is not None and target == self.pointed:
                    self._draw_mark(painter, rect)
        now = tuple(
            full[i] if share == 1 else size for i, (size, share) in enumerate(zip(padded, stretch, strict=True))
        )
        shown = [shape] if scene.position == 0 else list(dict.fromkeys([shape, padded, now]))
        if scene.step.kind == "fail" and padded[scene.step.axis] > 1:
            self._draw_obstacle(painter, padded, corner, cell)
        self._draw_head(painter, f"{NAMES[position]}  {' → '.join(map(shape_text, shown))}", LOOKS[position], corner)

    def _draw_obstacle(self, painter: QPainter, shape: Shape, corner: QPointF, cell: float) -> None:
        """Draw a bracket along the axis that fails, with the number of entries there."""
        assert self.scene is not None
        full, axis = self.scene.full_shape, self.scene.step.axis
        last = [0] * len(shape)
        last[axis] = shape[axis] - 1
        if axis < -2:
            # To the end of the last block.
            last[axis + 2] = full[axis + 2] - 1
        far = spot(tuple(last), full) + QPointF(1, 1)
        upright = axis in (-2, -4)
        bottom = extent(full)[1] * cell + 9
        start = corner - QPointF(9, 0) if upright else corner + QPointF(0, bottom)
        end = corner + QPointF(-9, far.y() * cell) if upright else corner + QPointF(far.x() * cell, bottom)
        painter.setPen(QPen(colour("danger"), 3.0))
        painter.drawLine(start, end)
        font = QFont(self.font())
        font.setBold(True)
        painter.setFont(font)
        middle = (start + end) / 2
        label = QRectF(middle.x() - 13, middle.y() - 10, 26, 20)
        label.translate(-3 if upright else 0, 0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("plot_background"))
        painter.drawRect(label.adjusted(4, 1, -4, -1))
        painter.setPen(colour("danger"))
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, str(shape[axis]))

    def _between(self, index: Index, target: Index, stretch: list[float], full: Shape) -> QPointF:
        """Return where a ghost on its way from an entry to its place is now."""
        place = spot(index, full)
        reached = list(index)
        for axis in range(len(full)):
            before = spot(tuple(reached), full)
            reached[axis] = target[axis]
            place += (spot(tuple(reached), full) - before) * stretch[axis]
        return place

    def _draw_room(self, painter: QPainter, full: Shape, corner: QPointF, cell: float) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour("grid"), 1))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.drawRects([_square(corner, spot(index, full), cell) for index in np.ndindex(full)])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _draw_result(self, painter: QPainter, corner: QPointF, cell: float) -> None:
        scene = self.scene
        assert scene is not None
        full = scene.full_shape
        self._draw_room(painter, full, corner, cell)
        if scene.step.kind == "fail":
            self._draw_head(painter, self.tr("no result"), "danger", corner)
            return
        known = scene.result is not None and scene.revealed > 0
        self._draw_head(
            painter, self.tr("result  {0}").format(shape_text(full)) if known else self.tr("result"), "text", corner
        )
        if not known:
            return
        assert scene.result is not None
        texts = [short(float(value)) for value in scene.result.ravel()]
        font = self._cell_font(tuple(texts), cell)
        for number, index in enumerate(np.ndindex(scene.result.shape)):
            if number < scene.revealed * len(texts):
                rect = _square(corner, spot(index, full), cell)
                self._draw_cell(painter, rect, texts[number], "text", font, is_ghost=False)
                if index == self.pointed:
                    self._draw_mark(painter, rect)

    def _cell_font(self, texts: tuple[str, ...], cell: float) -> QFont:
        font = QFont(self.font())
        longest = max(map(len, texts), default=1)
        font.setPixelSize(max(5, round(min(0.42 * cell, (cell - 5) / (0.6 * longest), 24))))
        return font

    def _draw_cell(self, painter: QPainter, rect: QRectF, text: str, look: str, font: QFont, *, is_ghost: bool) -> None:
        """Draw an entry; on the screen from a picture of it, since hundreds of them move."""
        engine = painter.paintEngine()
        if engine is not None and engine.type() == QPaintEngine.Type.SVG:
            _paint_cell(painter, rect, text, look, font, is_ghost=is_ghost)
            return
        ratio = self.devicePixelRatioF() if painter.device() is self else painter.deviceTransform().m11()
        key = (text, look, is_ghost, rect.width(), font.pixelSize(), ratio)
        if key not in self._cells:
            side = ceil(rect.width() + 2)
            picture = QPixmap(ceil(side * ratio), ceil(side * ratio))
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            inner = QPainter(picture)
            inner.setRenderHint(QPainter.RenderHint.Antialiasing)
            _paint_cell(inner, QRectF(1, 1, rect.width(), rect.height()), text, look, font, is_ghost=is_ghost)
            inner.end()
            self._cells[key] = picture
        painter.drawPixmap(rect.topLeft() - QPointF(1, 1), self._cells[key])

    def _draw_mark(self, painter: QPainter, rect: QRectF) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour("accent"), 2.6))
        painter.drawRoundedRect(rect, 3, 3)


def _paint_cell(painter: QPainter, rect: QRectF, text: str, look: str, font: QFont, *, is_ghost: bool) -> None:
    pen = QPen(colour(look, 0.75 if is_ghost else 1.0), 1.1)
    pen.setStyle(Qt.PenStyle.DashLine if is_ghost else Qt.PenStyle.SolidLine)
    painter.setPen(pen)
    painter.setBrush(colour("plot_background"))
    painter.drawRoundedRect(rect, 3, 3)
    painter.setBrush(colour(look, 0.05 if is_ghost else 0.10 if look == "text" else 0.30))
    painter.drawRoundedRect(rect, 3, 3)
    painter.setFont(font)
    painter.setPen(colour("muted" if is_ghost else "text"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)


def _square(corner: QPointF, place: QPointF, cell: float) -> QRectF:
    return QRectF(corner.x() + place.x() * cell + 1, corner.y() + place.y() * cell + 1, cell - 2, cell - 2)


def source_of(index: Index, shape: Shape) -> Index:
    """Return the entry of an array that is met at an entry of the result."""
    own = index[len(index) - len(shape) :]
    return tuple(0 if size == 1 else i for i, size in zip(own, shape, strict=True))
