"""One heat map: a coloured cell for each pair of values, with names at its sides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPolygonF
from PySide6.QtWidgets import QWidget

from core.selection.sweep_table import SweepTable
from desktop_app.plots.colour_scale import ColourScale, letters_on
from desktop_app.plots.metric_choice import metric_text
from desktop_app.plots.plot_style import colour, plot_font, plot_pen
from desktop_app.plots.sweep_board import Index, SweepBoard

_GAP, _PAD = 2.0, 8.0  # pixels
_STAR = tuple(
    (float(r * np.sin(a)), float(-r * np.cos(a)))
    for r, a in ((0.5 if i % 2 == 0 else 0.21, np.pi * i / 5) for i in range(10))
)


@dataclass(frozen=True, eq=False)
class GridContent:
    """What a map shows: the board, a figure of all places, and the colours of its values."""

    board: SweepBoard
    table: SweepTable
    scale: ColourScale | None
    title: str = ""
    marks_best: bool = True


class SweepGrid(pg.GraphicsWidget):
    """The map. The first setting runs downwards, the second across.

    It is drawn in pixels and made of paths and text, so that pictures of it can be scaled.
    """

    def __init__(self) -> None:
        super().__init__()
        self.content: GridContent | None = None
        self.selected: Index | None = None
        self.focused = False
        self._area: QRectF | None = None
        self._fonts: tuple[tuple[int, QFont, QFontMetricsF], ...] = ()

    def show_content(self, content: GridContent | None) -> None:
        """Show another map."""
        self.content, self._area = content, None
        self.update()

    def restyle(self) -> None:
        """Take colours and fonts from theme and application."""
        self._area = None
        self.update()

    def resizeEvent(self, event: Any) -> None:
        """Measure anew."""
        self._area = None

    def select(self, index: Index | None, *, focused: bool) -> None:
        """Frame a place; with a double frame if keys move it."""
        self.selected, self.focused = index, focused
        self.update()

    def boundingRect(self) -> QRectF:
        """Return the area of the map with its names."""
        return QRectF(0, 0, self.size().width(), self.size().height())

    def area(self) -> QRectF:
        """Return the area of the cells."""
        if self.content is None:
            return QRectF()
        if self._area is None:
            metrics = QFontMetricsF(plot_font(0.95))
            widest = max(metrics.horizontalAdvance(name) for name in self.content.board.names[0])
            left = metrics.height() + 3 * _PAD + min(widest, self.size().width() / 4)
            top = metrics.height() + 2 * _PAD if self.content.title else _PAD
            bottom = 2 * metrics.height() + 3 * _PAD
            self._area = self.boundingRect().adjusted(left, top, -_PAD, -bottom)
        return self._area

    def cell_rect(self, index: Index) -> QRectF:
        """Return the area of a place."""
        rows, columns = self._shape()
        area = self.area()
        width, height = area.width() / columns, area.height() / rows
        row, column = index if len(index) > 1 else (index[0], 0)
        box = QRectF(area.left() + column * width, area.top() + row * height, width, height)
        gap = _GAP if min(width, height) > 12 else 0.0
        return box.adjusted(0, 0, -gap, -gap)

    def index_at(self, place: QPointF) -> Index | None:
        """Return the place at a point of the map, None beside the cells."""
        area = self.area()
        if self.content is None or not area.contains(place):
            return None
        rows, columns = self._shape()
        row = min(rows - 1, int((place.y() - area.top()) / area.height() * rows))
        column = min(columns - 1, int((place.x() - area.left()) / area.width() * columns))
        return (row, column)

    def _shape(self) -> tuple[int, int]:
        shape = self.content.board.sweep.shape if self.content is not None else (1, 1)
        return shape[0], shape[1] if len(shape) > 1 else 1

    def paint(self, painter: QPainter, option: Any, widget: QWidget | None) -> None:
        """Draw cells, names and frames."""
        content = self.content
        if content is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fonts = ((3, plot_font(0.95)), (2, plot_font(0.95)), (2, plot_font(0.8)), (1, plot_font(0.8)))
        self._fonts = tuple((digits, font, QFontMetricsF(font)) for digits, font in fonts)
        for index in np.ndindex(*content.board.sweep.shape):
            self._draw_cell(painter, content, tuple(index))
        if content.table.best is not None and content.marks_best:
            self._draw_best(painter, content, content.table.best)
        if self.selected is not None:
            box = self.cell_rect(self.selected).adjusted(-1, -1, 1, 1)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(plot_pen("plot_background", 5.0))
            painter.drawRect(box)
            painter.setPen(plot_pen("accent" if self.focused else "text", 3.0))
            painter.drawRect(box)
        self._draw_names(painter, content)

    def _draw_cell(self, painter: QPainter, content: GridContent, index: Index) -> None:
        box, value = self.cell_rect(index), float(content.table.mean[index])
        state = content.board.state(index)
        if np.isfinite(value) and content.scale is not None:
            ground = content.scale.colour(value)
            painter.fillRect(box, ground)
            painter.setPen(letters_on(ground))
            self._write(painter, box, content.table.figure.name, value)
        else:
            painter.fillRect(box, colour("grid", 0.45 if state == "waiting" else 0.9))
        if state in ("diverged", "failed", "cancelled"):
            self._draw_bad(painter, box, state, covered=bool(np.isfinite(value)))
        elif state == "running":
            bar = QRectF(box.left(), box.bottom() - 4, box.width() * content.board.share(index), 4)
            painter.fillRect(bar, colour("accent"))

    def _draw_bad(self, painter: QPainter, box: QRectF, state: str, *, covered: bool) -> None:
        """Mark a place whose runs did not all come through: hatched, with a sign."""
        painter.save()
        painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
        painter.setPen(plot_pen("muted" if state == "cancelled" else "danger", 1.0, alpha=0.7))
        size = box.height()
        start = box.left() - size
        while start < box.right() and not covered:
            painter.drawLine(QPointF(start, box.bottom()), QPointF(start + size, box.top()))
            start += 8.0
        painter.restore()
        sign = {"diverged": "∞", "failed": "✕", "cancelled": "–"}[state]
        side = min(box.width(), box.height(), 20.0)
        badge = QRectF(0, 0, side, side)
        if covered:
            badge.moveTopRight(box.topRight())
        else:
            badge.moveCenter(box.center())
        painter.fillRect(badge, colour("plot_background"))
        painter.setPen(colour("muted" if state == "cancelled" else "danger"))
        painter.setFont(plot_font(0.95))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, sign)

    def _write(self, painter: QPainter, box: QRectF, metric: str, value: float) -> None:
        """Write a value into its cell, with as many digits as there is room for, or not at all."""
        for digits, font, metrics in self._fonts:
            text = metric_text(metric, value, digits)
            if metrics.horizontalAdvance(text) + 3 <= box.width() and metrics.height() <= box.height():
                painter.setFont(font)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
                return

    def _draw_best(self, painter: QPainter, content: GridContent, best: Index) -> None:
        box = self.cell_rect(best)
        value = float(content.table.mean[best])
        ground = content.scale.colour(value) if content.scale is not None else colour("plot_background")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(letters_on(ground))
        size = min(15.0, 0.4 * min(box.width(), box.height()))
        middle = QPointF(box.left() + 0.7 * size, box.top() + 0.7 * size)
        painter.drawPolygon(QPolygonF([middle + QPointF(size * x, size * y) for x, y in _STAR]))

    def _draw_names(self, painter: QPainter, content: GridContent) -> None:
        area, font = self.area(), plot_font(0.95)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        names, titles = content.board.names, content.board.titles
        painter.setPen(colour("muted"))
        for i, name in enumerate(names[0]):
            box = self.cell_rect((i, 0))
            if box.height() >= 0.8 * metrics.height() or i % 2 == 0:
                place = QRectF(0, box.center().y() - metrics.height(), area.left() - _PAD, 2 * metrics.height())
                text = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, self.size().width() / 4)
                painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        if len(names) > 1:
            self._draw_column_names(painter, names[1], metrics)
        painter.setPen(colour("text"))
        painter.setFont(plot_font())
        wide = 2 * min(area.center().x(), self.size().width() - area.center().x())
        left, height = area.center().x() - wide / 2, metrics.height() + _PAD
        if len(titles) > 1:
            bottom = QRectF(left, area.bottom() + height, wide, height)
            painter.drawText(bottom, Qt.AlignmentFlag.AlignCenter, titles[1])
        if content.title:
            painter.drawText(QRectF(left, 0, wide, area.top()), Qt.AlignmentFlag.AlignCenter, content.title)
        painter.save()
        painter.translate(_PAD / 2, area.center().y())
        painter.rotate(-90)
        side = QRectF(-area.height() / 2, 0, area.height(), metrics.height() + 4)
        painter.drawText(side, Qt.AlignmentFlag.AlignCenter, titles[0])
        painter.restore()

    def _draw_column_names(self, painter: QPainter, names: tuple[str, ...], metrics: QFontMetricsF) -> None:
        """Write the names under the columns; where they would touch, only every second, third, … of them."""
        width = self.area().width() / len(names)
        widest = max(metrics.horizontalAdvance(name) for name in names) + 6
        stride = max(1, int(np.ceil(min(widest, 120.0) / width)))
        for i in range(0, len(names), stride):
            box = self.cell_rect((0, i))
            room = stride * width - 4
            place = QRectF(box.center().x() - room / 2, self.area().bottom() + 2, room, metrics.height() + _PAD / 2)
            text = metrics.elidedText(names[i], Qt.TextElideMode.ElideMiddle, room)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
