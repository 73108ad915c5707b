"""The heat maps of a sweep over two settings, with a colour bar; keys and mouse choose a cell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QLinearGradient, QPainter
from PySide6.QtWidgets import QWidget

from core.selection.figures import Figure
from core.selection.sweep_table import SweepTable
from desktop_app.plots.canvas import Canvas
from desktop_app.plots.colour_scale import ColourScale
from desktop_app.plots.hover_card import HoverCard
from desktop_app.plots.metric_choice import in_sentence, is_percent, metric_title, tick_text
from desktop_app.plots.plot_style import colour, plot_font, plot_pen
from desktop_app.plots.sweep_board import Index, SweepBoard
from desktop_app.plots.sweep_grid import GridContent, SweepGrid

_BAR_WIDTH, _STEPS = 16.0, 64


class ColourBar(pg.GraphicsWidget):
    """A column of all colours with the values that they stand for."""

    def __init__(self) -> None:
        super().__init__()
        self.scale: ColourScale | None = None
        self.figure = Figure()
        self.title = ""
        self.setMinimumWidth(92)
        self.setMaximumWidth(92)

    def show_scale(self, scale: ColourScale | None, figure: Figure, title: str) -> None:
        """Show another scale."""
        self.scale, self.figure, self.title = scale, figure, title
        self.update()

    def boundingRect(self) -> QRectF:
        """Return the area with the values."""
        return QRectF(0, 0, self.size().width(), self.size().height())

    def paint(self, painter: QPainter, option: Any, widget: QWidget | None) -> None:
        """Draw bar, values and title."""
        scale = self.scale
        if scale is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = plot_font(0.95)
        metrics = QFontMetricsF(font)
        bar = QRectF(metrics.height() + 14, 26, _BAR_WIDTH, self.size().height() - 26 - 2 * metrics.height() - 24)
        gradient = QLinearGradient(bar.bottomLeft(), bar.topLeft())
        for i in range(_STEPS + 1):
            gradient.setColorAt(i / _STEPS, scale.colour_at(i / _STEPS))
        painter.fillRect(bar, gradient)
        painter.setFont(font)
        ticks = scale.ticks(int(max(2, min(8, bar.height() / 40))))
        labels = [(tick_text(self.figure.name, value), scale.share(value) * bar.height()) for value in ticks]
        if scale.clipped:
            labels = [(text, height) for text, height in labels if height > metrics.height()]
            labels.append((f"≤ {tick_text(self.figure.name, float(f'{scale.low:.1g}'))}", 0.0))
        for text, height in labels:
            y = bar.bottom() - height
            painter.setPen(plot_pen("muted"))
            painter.drawLine(QPointF(bar.right(), y), QPointF(bar.right() + 4, y))
            painter.setPen(colour("muted"))
            place = QRectF(bar.right() + 7, y - metrics.height(), 60, 2 * metrics.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        painter.setPen(colour("text"))
        painter.setFont(plot_font())
        painter.save()
        painter.translate(4, bar.center().y())
        painter.rotate(-90)
        side = QRectF(-bar.height() / 2, 0, bar.height(), metrics.height() + 4)
        painter.drawText(side, Qt.AlignmentFlag.AlignCenter, self.title)
        painter.restore()


class SweepMap(Canvas):
    """One map, or two side by side with the same colours.

    Signals:
        index_chosen: the index of the place that was clicked or moved to.
        activated: Enter was pressed, or a place double clicked.
    """

    index_chosen = Signal(object)
    activated = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Map of the sweep"))
        self.grids = (SweepGrid(), SweepGrid())
        self.bar = ColourBar()
        self.ci.addItem(self.grids[0], 0, 0)
        self.ci.addItem(self.grids[1], 0, 1)
        self.ci.addItem(self.bar, 0, 2)
        self.card = HoverCard(self)
        self.board: SweepBoard | None = None
        self.selected: Index | None = None
        self.scale: ColourScale | None = None
        self._figures: tuple[Figure, ...] = ()
        self.hovered.connect(self._hover)

    def show_board(self, board: SweepBoard, figures: Sequence[Figure]) -> None:
        """Show one or two figures, of the same metric, of a sweep over two settings."""
        self.board, self._figures = board, tuple(figures)
        tables = [board.table(figure) for figure in figures]
        name = figures[0].name
        values = np.concatenate([table.mean.ravel() for table in tables])
        self.scale = ColourScale.of(
            values,
            higher_is_better=figures[0].higher_is_better,
            may_be_log=not is_percent(name),
            best=_lowest(tables),
        )
        parts = {"train": self.tr("Training"), "validation": self.tr("Validation")}
        self._show_second(len(tables) > 1)
        for grid, table in zip(self.grids, tables, strict=False):
            title = parts[table.figure.part] if len(tables) > 1 else ""
            # Of two maps, the best is marked where it is judged.
            marks_best = len(tables) == 1 or table.figure.part == board.judge
            grid.show_content(GridContent(board, table, self.scale, title, marks_best))
        title = in_sentence(metric_title(name))
        if len(tables) == 1:
            title = f"{in_sentence(parts[figures[0].part])}: {title}"
        self.bar.show_scale(self.scale, figures[0], title)

    def select(self, index: Index | None) -> None:
        """Frame a place."""
        self.selected = index
        for grid in self.grids:
            grid.select(index, focused=self.hasFocus())
        if self.board is not None and index is not None:
            self.setAccessibleDescription(f"{self.board.name(index)}: {self._value_text(index)}")

    def _show_second(self, on: bool) -> None:
        layout, second = self.ci.layout, self.grids[1]
        if second.isVisible() == on:
            return
        second.setVisible(on)
        if on:
            layout.addItem(second, 0, 1)
        else:
            layout.removeItem(second)
        layout.setColumnStretchFactor(0, 1)
        layout.setColumnStretchFactor(1, 1 if on else 0)

    def restyle(self) -> None:
        """Take colours and fonts from theme and application."""
        super().restyle()
        for grid in getattr(self, "grids", ()):
            grid.restyle()
        if hasattr(self, "bar"):
            self.bar.update()

    def mousePressEvent(self, event: Any) -> None:
        """Choose the place under the mouse."""
        super().mousePressEvent(event)
        index = self._index_at(self.mapToScene(event.position().toPoint()))
        if index is not None and event.button() == Qt.MouseButton.LeftButton:
            self.index_chosen.emit(index)

    def mouseDoubleClickEvent(self, event: Any) -> None:
        """Ask for the run under the mouse."""
        if self._index_at(self.mapToScene(event.position().toPoint())) is not None:
            self.activated.emit()

    def wheelEvent(self, event: Any) -> None:
        """Do not zoom."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move over the places with the arrow keys, Home and End; Enter asks for the run."""
        key = Qt.Key(event.key())
        moves = {
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Right: (0, 1),
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Down: (1, 0),
        }
        if self.board is None:
            event.ignore()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated.emit()
        elif key in moves:
            row, column = self.selected or (0, 0)
            down, right = moves[key]
            rows, columns = self.board.sweep.shape
            self.index_chosen.emit(((row + down) % rows, (column + right) % columns))
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where keys arrive."""
        super().focusInEvent(event)
        self.select(self.selected)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that keys no longer arrive here."""
        super().focusOutEvent(event)
        self.select(self.selected)

    def _index_at(self, place: QPointF) -> Index | None:
        """Return the place at a point of the scene."""
        for grid in self.grids:
            if grid.isVisible():
                index = grid.index_at(grid.mapFromScene(place))
                if index is not None:
                    return index
        return None

    def _hover(self, place: QPointF | None) -> None:
        index = None if place is None else self._index_at(place)
        if place is None or index is None or self.board is None:
            self.card.hide()
            return
        text = f"<b>{self.board.name(index)}</b><br>{self._value_text(index).replace(chr(10), '<br>')}"
        self.card.show_text(text, self.mapFromScene(place))

    def _value_text(self, index: Index) -> str:
        return self.board.value_text(index, self._figures) if self.board is not None else ""


def _lowest(tables: Sequence[SweepTable]) -> float:
    """Return the lowest validation value beside the training values, NaN if only one part is shown or none is there."""
    validation = [table.mean[np.isfinite(table.mean)] for table in tables if table.figure.part == "validation"]
    if len(tables) < 2 or not validation or not len(validation[0]):
        return np.nan
    return float(validation[0].min())
