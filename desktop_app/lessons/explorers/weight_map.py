"""Weight and bias of a layer as coloured cells; what is not known yet is drawn as such."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from core.explorers.deferred import ParameterRow
from desktop_app.plots.map_colours import target_colours
from desktop_app.plots.plot_style import colour, plot_font
from desktop_app.theme import themes

_LARGEST, _GAP = 44.0, 14.0
_UNKNOWN_COLUMNS = 3
KINDS = ("weight", "bias")


class WeightMap(QWidget):
    """Draws a weight ``(units, inputs)`` and the bias beside it.

    Numbers have colours; a parameter without numbers has empty cells, and where the inputs are not known there are
    dashed cells with a question mark.

    Signals:
        clicked: "weight" or "bias".
    """

    clicked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: dict[str, ParameterRow] = {}
        self.chosen = ""
        self.largest = 1.0
        self._before = ""
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(76)
        themes.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Ask for room for usual matrices."""
        return QSize(140, 130)

    def show_rows(self, weight: ParameterRow, bias: ParameterRow, chosen: str, largest: float) -> None:
        """Show other numbers.

        Args:
            weight: of the layer.
            bias: of the layer.
            chosen: "weight", "bias" or neither.
            largest: the absolute value that has the strongest colour.
        """
        self.rows, self.chosen, self.largest = {"weight": weight, "bias": bias}, chosen, largest
        self.setAccessibleDescription(", ".join(f"{row.name} {row.shape}" for row in self.rows.values()))
        self.update()

    # -- places -------------------------------------------------------------------------------------------------------

    def _grid(self, kind: str) -> tuple[int, int]:
        """Return rows and columns as they are drawn."""
        shape = self.rows[kind].shape
        return shape[0], (shape[1] or _UNKNOWN_COLUMNS) if len(shape) > 1 else 1

    def _cell(self) -> float:
        units, inputs = self._grid("weight")
        room = self.width() - _GAP - 6, self.height() - self._line() - 8
        return max(3.0, min(room[0] / (inputs + 1), room[1] / units, _LARGEST))

    def _line(self) -> float:
        return QFontMetricsF(plot_font(0.92)).height() + 3

    def matrix_rect(self, kind: str) -> QRectF:
        """Return where the cells of a parameter are."""
        cell = self._cell()
        units, inputs = self._grid("weight")
        left = (self.width() - (inputs + 1) * cell - _GAP) / 2
        top = self._line() + (self.height() - self._line() - 4 - units * cell) / 2
        if kind == "bias":
            left += inputs * cell + _GAP
        return QRectF(left, top, self._grid(kind)[1] * cell, units * cell)

    def _kind_at(self, place: QPointF) -> str:
        if not self.rows:
            return ""
        return "bias" if place.x() > self.matrix_rect("bias").left() - _GAP / 2 else "weight"

    # -- mouse and keys -----------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a parameter."""
        if kind := self._kind_at(event.position()):
            self.clicked.emit(kind)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with Left, Right and the space bar."""
        kinds = {Qt.Key.Key_Left: "weight", Qt.Key.Key_Right: "bias", Qt.Key.Key_Space: self.chosen or "weight"}
        if kind := kinds.get(Qt.Key(event.key())):
            self.clicked.emit(kind)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Tell the number under the mouse."""
        if event.type() == QEvent.Type.ToolTip and self.rows:
            place = QPointF(self.mapFromGlobal(event.globalPos()))  # type: ignore[attr-defined]
            QToolTip.showText(event.globalPos(), self.text_at(place), self)  # type: ignore[attr-defined]
            return True
        return super().event(event)

    def text_at(self, place: QPointF) -> str:
        """Return what is at a place, such as "dense0_weight[1, 2] = 0.31"."""
        kind = self._kind_at(place)
        if not kind:
            return ""
        row, rect = self.rows[kind], self.matrix_rect(kind)
        text = f"{row.name} {row.shape}"
        if row.values is None or not rect.contains(place):
            return text
        index = [int((place.y() - rect.top()) // self._cell()), int((place.x() - rect.left()) // self._cell())]
        index = [min(i, size - 1) for i, size in zip(index, row.shape, strict=False)]
        return f"{row.name}{index} = {row.values[tuple(index)]:.6g}"

    # -- drawing ------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw both."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for kind in self.rows:
            self._draw(painter, kind)
        if self.hasFocus():
            painter.setPen(QPen(colour("accent"), 1.0, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _draw(self, painter: QPainter, kind: str) -> None:
        row, rect, cell = self.rows[kind], self.matrix_rect(kind), self._cell()
        units, columns = self._grid(kind)
        if row.values is not None:
            self._draw_cells(painter, row.values.reshape(units, -1), rect.topLeft(), cell)
        else:
            style = Qt.PenStyle.SolidLine if row.is_known else Qt.PenStyle.DashLine
            painter.setPen(QPen(colour("muted"), 1.0, style))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for i, j in np.ndindex(units, columns):
                painter.drawRect(
                    QRectF(rect.left() + j * cell, rect.top() + i * cell, cell, cell).adjusted(1, 1, -1, -1)
                )
        if not row.is_known:
            self._draw_question(painter, rect)
        chosen = kind == self.chosen
        painter.setPen(QPen(colour("accent" if chosen else "border"), 2.2 if chosen else 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(-1.5, -1.5, 1.5, 1.5))
        self._draw_caption(painter, kind, row, rect)

    def _draw_cells(self, painter: QPainter, values: NDArray[np.float32], corner: QPointF, cell: float) -> None:
        colours = target_colours(values, self.largest)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for i, j in np.ndindex(*values.shape):
            place = QRectF(corner.x() + j * cell, corner.y() + i * cell, cell, cell)
            painter.fillRect(place, QColor(*colours[i, j].tolist()))
            if cell > 6:
                painter.setPen(QPen(colour("plot_background"), 1.0))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(place)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _draw_question(self, painter: QPainter, rect: QRectF) -> None:
        painter.setFont(plot_font(1.6))
        metrics = QFontMetricsF(painter.font())
        ground = QRectF(0, 0, 1.6 * metrics.horizontalAdvance("?"), metrics.height())
        ground.moveCenter(rect.center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("card"))
        painter.drawEllipse(ground)
        painter.setPen(colour("warning"))
        painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, "?")

    def _draw_caption(self, painter: QPainter, kind: str, row: ParameterRow, rect: QRectF) -> None:
        painter.setFont(plot_font(0.92))
        painter.setPen(colour("warning" if not row.is_known else "text" if kind == self.chosen else "muted"))
        text = f"{'W' if kind == 'weight' else 'b'} {row.shape}"
        width = QFontMetricsF(painter.font()).horizontalAdvance(text) + 6
        middle = rect.center().x()
        if kind == "weight":
            # Both names must find room.
            middle = min(middle, self.matrix_rect("bias").right() - self._caption_width("bias") - width / 2)
            left = max(0.0, middle - width / 2)
        else:
            left = min(self.width() - width, max(middle - width / 2, self.matrix_rect("bias").right() - width))
        painter.drawText(
            QRectF(left, rect.top() - self._line(), width, self._line()), Qt.AlignmentFlag.AlignCenter, text
        )

    def _caption_width(self, kind: str) -> float:
        return QFontMetricsF(plot_font(0.92)).horizontalAdvance(f"b {self.rows[kind].shape}") + 6
