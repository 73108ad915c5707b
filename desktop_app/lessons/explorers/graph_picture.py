"""The graph of an expression: values forwards, gradients backwards, written into its nodes."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from core.explorers.autograd import AutogradAnswer, Shape
from core.explorers.autograd_steps import GraphStep, name_of
from core.explorers.expression import OPERATIONS, Graph
from desktop_app.lessons.explorers.graph_layout import GraphLayout, Wire, layout_of
from desktop_app.lessons.explorers.number_text import short
from desktop_app.plots.hover_card import HoverCard
from desktop_app.plots.plot_style import colour, readable
from desktop_app.texts import translated
from desktop_app.theme import themes

VALUE_LOOK, GRADIENT_LOOK = "series0", "series1"

_ROW, _COLUMN = 21.0, 40.0
_PAD, _GAP_X, _GAP_Y, _HEAD = 8.0, 42.0, 16.0, 22.0
_MARGIN = 12.0
_FONT = 12
_MOST_ROWS, _MOST_COLUMNS = 4, 4
_LARGEST, _SMALLEST = 2.2, 0.6


@dataclass(frozen=True, eq=False)
class GraphScene:
    """A graph, its shapes, what MXNet computed, and the steps up to the present one."""

    graph: Graph
    shapes: tuple[Shape, ...]
    answer: AutogradAnswer | None
    steps: tuple[GraphStep, ...]
    position: int = 0

    @property
    def step(self) -> GraphStep:
        """The present step."""
        return self.steps[self.position]

    def value(self, node: int) -> NDArray[np.float32] | None:
        """Return the value of a node if it is known by now."""
        if self.answer is None:
            return None
        known = self.graph[node].kind == "number" or self._was(node, False)
        return self.answer.values[node] if known else None

    def gradient(self, node: int) -> NDArray[np.float32] | None:
        """Return the gradient of a node if it is known by now."""
        if self.answer is None or not self._was(node, True):
            return None
        return self.answer.gradients[node]

    def _was(self, node: int, is_backwards: bool) -> bool:
        done = self.steps[: self.position + 1]
        return any(step.node == node and step.is_backwards == is_backwards for step in done)


class GraphPicture(QWidget):
    """Draws a :class:`GraphScene`, as large as the widget allows. Under the mouse a node tells all its numbers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scene: GraphScene | None = None
        self.pointed: int | None = None
        self._layout: GraphLayout | None = None
        self._boxes: list[QRectF] = []
        self._size = QSize(1, 1)
        self._card = HoverCard(self)
        self.setMouseTracking(True)
        themes.changed.connect(self.update)

    def show_scene(self, scene: GraphScene) -> None:
        """Show something else."""
        if self.scene is None or scene.graph != self.scene.graph or scene.shapes != self.scene.shapes:
            self._point(None, QPointF())
            self.scene = scene
            self._arrange()
        self.scene = scene
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Return the size at which the numbers can still be read."""
        return QSize(min(200, self._size.width()), 160)

    def sizeHint(self) -> QSize:
        """Return the natural size."""
        return self._size

    @property
    def smallest(self) -> QSize:
        """The size below which the picture should scroll."""
        return self._size * _SMALLEST

    # -- places -------------------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        """Give every node its box, in units that are pixels at the natural size."""
        assert self.scene is not None
        graph, layout = self.scene.graph, layout_of(self.scene.graph)
        self._layout = layout
        sizes = [_box_size(graph, shape, i) for i, shape in enumerate(self.scene.shapes)]
        widths = [0.0] * layout.num_columns
        for column, (width, _) in zip(layout.columns, sizes, strict=True):
            widths[column] = max(widths[column], width)
        lefts = [_MARGIN + sum(widths[:column]) + column * _GAP_X for column in range(layout.num_columns)]
        # Rows are as high as what lies in them needs: neighbours in a column must not touch.
        pitch = 40.0
        for column in range(layout.num_columns):
            here = sorted((layout.rows[i], sizes[i][1]) for i, c in enumerate(layout.columns) if c == column)
            for (row, height), (next_row, next_height) in pairwise(here):
                if next_row > row:
                    pitch = max(pitch, ((height + next_height) / 2 + _GAP_Y) / (next_row - row))
        highest = max(height for _, height in sizes)
        self._pitch, self._top = pitch, _MARGIN + highest / 2
        self._boxes = []
        for i, (width, height) in enumerate(sizes):
            column = layout.columns[i]
            left = lefts[column] + (widths[column] - width) / 2
            middle = self._row_y(layout.rows[i])
            self._boxes.append(QRectF(left, middle - height / 2, width, height))
        right = lefts[-1] + widths[-1] + _MARGIN
        bottom = max(box.bottom() for box in self._boxes) + _MARGIN
        above = min(box.top() for box in self._boxes) - _MARGIN
        self._boxes = [box.translated(0, -above) for box in self._boxes]
        self._top -= above
        self._size = QSize(round(right), round(bottom - above))
        self.updateGeometry()

    def _row_y(self, row: float) -> float:
        return self._top + row * self._pitch

    def _scale(self) -> tuple[float, QPointF]:
        """Return the factor and the corner of the drawing in the widget."""
        room = min(self.width() / self._size.width(), self.height() / self._size.height())
        scale = min(room, _LARGEST)
        left = (self.width() - scale * self._size.width()) / 2
        top = (self.height() - scale * self._size.height()) / 2
        return scale, QPointF(left, top)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at a node."""
        scale, corner = self._scale()
        place = (event.position() - corner) / scale
        found = next((i for i, box in enumerate(self._boxes) if box.contains(place)), None)
        self._point(found, event.position())

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing."""
        self._point(None, QPointF())

    def _point(self, node: int | None, place: QPointF) -> None:
        if node != self.pointed:
            self.pointed = node
            self.update()
        if node is None:
            self._card.hide()
        else:
            self._card.show_text(self._told(node), place.toPoint())

    def _told(self, node: int) -> str:
        """Return all numbers of a node, and the rules by which its inputs get their gradients."""
        scene = self.scene
        assert scene is not None
        kind = scene.graph[node].kind
        parts = [f"<b>{name_of(scene.graph, node)}</b> &nbsp; {scene.shapes[node]}"]
        value, gradient = scene.value(node), scene.gradient(node)
        if value is not None:
            parts.append(f"{self.tr('value')}<br>{_rows_text(value)}")
        if gradient is not None:
            parts.append(f"{self.tr('gradient')}<br>{_rows_text(gradient)}")
        if kind in OPERATIONS:
            parts.append("<br>".join(translated(rule).replace(">", "&gt;") for rule in OPERATIONS[kind].rules))
        return "<br>".join(parts)

    # -- drawing ------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw wires and nodes."""
        if self.scene is None or self._layout is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale, corner = self._scale()
        painter.translate(corner)
        painter.scale(scale, scale)
        for wire in self._layout.wires:
            self._draw_wire(painter, wire)
        for node in range(len(self.scene.graph)):
            self._draw_node(painter, node)
        painter.end()

    def _draw_wire(self, painter: QPainter, wire: Wire) -> None:
        assert self.scene is not None
        assert self._layout is not None
        source, target = self._boxes[wire.source], self._boxes[wire.target]
        number = len(self.scene.graph[wire.target].inputs)
        start = QPointF(source.right(), source.center().y())
        share = (wire.operand + 1) / (number + 1)
        end = QPointF(target.left() - 5, target.top() + share * target.height())
        path = QPainterPath(start)
        first, last = self._layout.columns[wire.source], self._layout.columns[wire.target]
        if last - first > 1:
            # A long wire keeps to its row, so that it passes what lies between.
            height = self._row_y(wire.row)
            before = min(box.left() for i, box in enumerate(self._boxes) if self._layout.columns[i] == first + 1)
            behind = max(box.right() for i, box in enumerate(self._boxes) if self._layout.columns[i] == last - 1)
            height = self._free_height(height, first, last)
            path.cubicTo(
                QPointF((start.x() + before) / 2, start.y()),
                QPointF((start.x() + before) / 2, height),
                QPointF(before, height),
            )
            path.lineTo(behind, height)
            start = QPointF(behind, height)
        middle = (start.x() + end.x()) / 2
        path.cubicTo(QPointF(middle, start.y()), QPointF(middle, end.y()), end)
        scene = self.scene
        back = scene.gradient(wire.target) is not None and scene.gradient(wire.source) is not None
        forth = scene.value(wire.target) is not None
        now = wire.target == scene.step.node if not scene.step.is_backwards else wire.source == scene.step.node
        look = GRADIENT_LOOK if back else VALUE_LOOK if forth else "border"
        painter.setPen(QPen(colour(look, 1.0 if now or not forth else 0.55), 3.0 if now else 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        painter.setBrush(painter.pen().color())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPolygon([end + QPointF(5, 0), end + QPointF(-3, -4.5), end + QPointF(-3, 4.5)])

    def _free_height(self, height: float, first: int, last: int) -> float:
        """Return a height near the wanted one at which a wire meets no box between two columns."""
        assert self._layout is not None
        between = [box for i, box in enumerate(self._boxes) if first < self._layout.columns[i] < last]
        for box in between:
            if box.top() - 4 < height < box.bottom() + 4:
                height = box.bottom() + 7 if height >= box.center().y() else box.top() - 7
        return height

    def _draw_node(self, painter: QPainter, node: int) -> None:
        scene, box = self.scene, self._boxes[node]
        assert scene is not None
        is_now = scene.step.node == node
        is_last = node == len(scene.graph) - 1
        look = (
            (GRADIENT_LOOK if scene.step.is_backwards else VALUE_LOOK)
            if is_now
            else "accent"
            if node == self.pointed
            else "border"
        )
        painter.setPen(QPen(colour(look), 2.6 if is_now or node == self.pointed else 1.2))
        painter.setBrush(colour("card"))
        painter.drawRoundedRect(box, 7, 7)
        font = QFont(self.font())
        font.setBold(True)
        font.setPixelSize(13)
        painter.setFont(font)
        painter.setPen(colour("text"))
        name = name_of(scene.graph, node).replace("-", "−")
        if is_last:
            name = f"y = {name}"
        head = QRectF(box.left(), box.top() + 2, box.width(), _HEAD)
        if scene.graph[node].kind == "number":
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)
            return
        painter.drawText(head, Qt.AlignmentFlag.AlignCenter, name)
        shape = scene.shapes[node]
        rows, columns = _grid(shape)
        area = QRectF(0, box.top() + _HEAD + 4, columns * _COLUMN, rows * _ROW)
        area.moveLeft(box.center().x() - area.width() / 2)
        self._draw_array(painter, scene.value(node), area, VALUE_LOOK, shape)
        self._draw_array(painter, scene.gradient(node), area.translated(0, area.height() + 5), GRADIENT_LOOK, shape)

    def _draw_array(
        self, painter: QPainter, array: NDArray[np.float32] | None, area: QRectF, look: str, shape: Shape
    ) -> None:
        """Draw the numbers of an array, or the room for them; of a large one, the corner and an ellipsis."""
        rows, columns = _grid(shape)
        numbers = None if array is None else _as_rows(array)
        for row in range(rows):
            for column in range(columns):
                cell = QRectF(area.left() + column * _COLUMN, area.top() + row * _ROW, _COLUMN, _ROW)
                cell.adjust(1, 1, -1, -1)
                painter.setPen(QPen(colour(look, 0.30 if numbers is None else 0.75), 1))
                painter.setBrush(colour(look, 0.0 if numbers is None else 0.15))
                painter.drawRoundedRect(cell, 3, 3)
                if numbers is not None:
                    cut_row = rows < numbers.shape[0] and row == rows - 1
                    cut_column = columns < numbers.shape[1] and column == columns - 1
                    text = "…" if cut_row or cut_column else short(float(numbers[row, column]))
                    self._draw_number(painter, cell, text)

    def _draw_number(self, painter: QPainter, cell: QRectF, text: str) -> None:
        """Write a text into a cell, smaller if it must be."""
        font = QFont(self.font())
        font.setPixelSize(_FONT)
        width = QFontMetricsF(font).horizontalAdvance(text)
        font.setPixelSize(max(6, min(_FONT, int(_FONT * (cell.width() - 4) / max(width, 1.0)))))
        painter.setFont(font)
        painter.setPen(colour("text"))
        painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, text)


def _as_rows(array: NDArray[np.float32]) -> NDArray[np.float32]:
    return array.reshape(1, -1) if array.ndim < 2 else array


def _grid(shape: Shape) -> tuple[int, int]:
    """Return how many rows and columns of an array are drawn."""
    rows, columns = (1, *shape)[-2:]
    return min(rows, _MOST_ROWS), min(columns, _MOST_COLUMNS)


def _box_size(graph: Graph, shape: Shape, node: int) -> tuple[float, float]:
    """Return the width and height of a node's box."""
    if graph[node].kind == "number":
        return 44.0, 30.0
    rows, columns = _grid(shape)
    width = max(columns * _COLUMN, 62.0 if node == len(graph) - 1 else 44.0)
    return width + 2 * _PAD, _HEAD + 4 + 2 * rows * _ROW + 5 + _PAD


def _rows_text(array: NDArray[np.float32]) -> str:
    """Return an array as rows of numbers."""
    return "<br>".join(" &nbsp; ".join(readable(float(value), 6) for value in row) for row in _as_rows(array))
