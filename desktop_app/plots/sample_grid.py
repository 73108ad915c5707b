"""A grid of images that stays quick with 60,000 of them: where a tile lies is computed, not stored."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QWidget

from desktop_app.plots.sample_images import SampleImages
from desktop_app.plots.sample_order import Verdicts

AnyIndex = QModelIndex | QPersistentModelIndex
TileRole = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True, eq=False)
class Tile:
    """One sample to draw.

    ``images`` is None for samples that are no pictures. ``predicted`` is None before anything was predicted;
    ``confidence`` is its probability, NaN if there is none.
    """

    images: SampleImages | None
    position: int
    label: str
    predicted: str | None
    confidence: float
    wrong: bool


class SampleModel(QAbstractListModel):
    """The shown samples of a part: labels, and the network's verdicts when there are some."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._images: SampleImages | None = None
        self._labels: NDArray[np.int64] = np.empty(0, np.int64)
        self._class_names: tuple[str, ...] = ()
        self._verdicts: Verdicts | None = None
        self.shown: NDArray[np.int64] = np.empty(0, np.int64)

    def show(
        self,
        images: SampleImages,
        labels: NDArray[np.int64],
        class_names: tuple[str, ...],
        verdicts: Verdicts | None,
        shown: NDArray[np.int64],
    ) -> None:
        """Show the samples at the positions ``shown``, in this order; the other arguments cover the whole part."""
        self.beginResetModel()
        self._images, self._labels, self._class_names = images, labels, class_names
        self._verdicts, self.shown = verdicts, shown
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: N802, B008
        """Return the number of shown samples."""
        return 0 if parent.isValid() else len(self.shown)

    def tile(self, row: int) -> Tile:
        """Return what to draw in a row."""
        assert self._images is not None  # there are no rows before
        position = int(self.shown[row])
        label = self._class_names[self._labels[position]]
        if self._verdicts is None:
            return Tile(self._images, position, label, None, 0.0, False)
        predicted = self._class_names[self._verdicts.predicted[position]]
        confidence, wrong = float(self._verdicts.confidence[position]), bool(self._verdicts.wrong[position])
        return Tile(self._images, position, label, predicted, confidence, wrong)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the tile, or a sentence about it for screen readers."""
        if role == TileRole:
            return self.tile(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            tile = self.tile(index.row())
            if tile.predicted is None:
                return self.tr("Sample {number}: {label}").format(number=tile.position, label=tile.label)
            sentence = (
                self.tr("Sample {number}: {label}, wrongly predicted as {predicted} with {percent} %")
                if tile.wrong
                else self.tr("Sample {number}: {label}, rightly predicted with {percent} %")
            )
            if math.isnan(tile.confidence):
                sentence = (
                    self.tr("Sample {number}: {label}, wrongly predicted as {predicted}")
                    if tile.wrong
                    else self.tr("Sample {number}: {label}, rightly predicted")
                )
            percent = "" if math.isnan(tile.confidence) else round(100 * tile.confidence)
            return sentence.format(number=tile.position, label=tile.label, predicted=tile.predicted, percent=percent)
        return None


class TileGrid(QAbstractItemView):
    """Shows a list model as equal tiles from left to right and top to bottom, as large as the delegate says.

    A row's spare width is spread over its tiles. ``hovered`` tells the row of the model under the mouse, or None.
    """

    hovered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tile = QSize(1, 1)
        self._mouse: QPoint | None = None
        self._hovered: int | None = None
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always there: otherwise its coming and going would change the number of columns.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def columns(self) -> int:
        """Return the number of tiles in a row."""
        return max(1, self.viewport().width() // self._tile.width())

    def relayout(self) -> None:
        """Take a new size of the tiles, keeping the current sample, or else the topmost, in sight."""
        anchor = self.currentIndex()
        if not self.viewport().rect().intersects(self.visualRect(anchor)):
            anchor = self.indexAt(QPoint(1, self._tile.height() // 2))
        self.updateGeometries()
        if anchor.isValid():
            self.scrollTo(anchor)
        self.viewport().update()

    def updateGeometries(self) -> None:  # noqa: N802
        """Ask the delegate for the size of a tile and compute the range of the scroll bar."""
        super().updateGeometries()
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        self._tile = self.itemDelegate().sizeHint(option, QModelIndex()).expandedTo(QSize(1, 1))
        height = self._tile.height()
        bar, shown = self.verticalScrollBar(), self.viewport().height()
        bar.setSingleStep(max(20, height // 3))
        bar.setPageStep(max(height, shown - height // 2))
        bar.setRange(0, max(0, self._rows() * height - shown))

    def visualRect(self, index: AnyIndex) -> QRect:  # noqa: N802
        """Return the place of a tile in the viewport."""
        if not index.isValid():
            return QRect()
        columns, height, width = self.columns(), self._tile.height(), self.viewport().width()
        row, column = divmod(index.row(), columns)
        left = column * width // columns
        right = (column + 1) * width // columns
        return QRect(left, row * height - self.verticalOffset(), right - left, height)

    def indexAt(self, point: QPoint) -> QModelIndex:  # noqa: N802
        """Return the tile at a point of the viewport."""
        model, columns, width = self.model(), self.columns(), self.viewport().width()
        if model is None or not 0 <= point.x() < width or point.y() < 0:
            return QModelIndex()
        row = (point.y() + self.verticalOffset()) // self._tile.height()
        column = next(c for c in range(columns) if point.x() < (c + 1) * width // columns)
        return model.index(row * columns + column, 0)

    def scrollTo(  # noqa: N802
        self, index: AnyIndex, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Scroll as little as needed to show a tile, or bring it to the top, the middle or the bottom."""
        rect, view, bar = self.visualRect(index), self.viewport().rect(), self.verticalScrollBar()
        if not index.isValid():
            return
        above, below = rect.top(), rect.bottom() - view.bottom()
        if hint == QAbstractItemView.ScrollHint.PositionAtCenter:
            bar.setValue(bar.value() + rect.center().y() - view.center().y())
        elif hint == QAbstractItemView.ScrollHint.PositionAtTop or above < 0:
            bar.setValue(bar.value() + above)
        elif hint == QAbstractItemView.ScrollHint.PositionAtBottom or below > 0:
            bar.setValue(bar.value() + below)

    def moveCursor(  # noqa: N802
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Return where a key leads."""
        model = self.model()
        if model is None or model.rowCount() == 0:
            return QModelIndex()
        actions = QAbstractItemView.CursorAction
        last, columns = model.rowCount() - 1, self.columns()
        page = columns * max(1, self.viewport().height() // self._tile.height())
        present = max(0, self.currentIndex().row())
        steps = {
            actions.MoveLeft: -1,
            actions.MovePrevious: -1,
            actions.MoveRight: 1,
            actions.MoveNext: 1,
            actions.MoveUp: -columns if present >= columns else 0,
            actions.MoveDown: columns,
            actions.MovePageUp: -page,
            actions.MovePageDown: page,
            actions.MoveHome: -present,
            actions.MoveEnd: last - present,
        }
        return model.index(min(last, max(0, present + steps[action])), 0)

    def horizontalOffset(self) -> int:  # noqa: N802
        """Return 0: it never scrolls sideways."""
        return 0

    def verticalOffset(self) -> int:  # noqa: N802
        """Return how many pixels lie above the viewport."""
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: AnyIndex) -> bool:  # noqa: N802
        """Return False: every tile can be scrolled to."""
        return False

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:  # noqa: N802
        """Select the tile under the rectangle's corner, as for single selection."""
        index = self.indexAt(rect.topLeft())
        self.selectionModel().select(QItemSelection(index, index) if index.isValid() else QItemSelection(), command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:  # noqa: N802
        """Return where selected tiles lie."""
        region = QRegion()
        for index in selection.indexes():
            region += self.visualRect(index)
        return region

    def paintEvent(self, event: QPaintEvent) -> None:
        """Let the delegate draw the visible tiles."""
        model = self.model()
        if model is None:
            return
        painter = QPainter(self.viewport())
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        base = option.state & ~(QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus)
        height, columns = self._tile.height(), self.columns()
        first = (self.verticalOffset() + event.rect().top()) // height * columns
        last = ((self.verticalOffset() + event.rect().bottom()) // height + 1) * columns
        for row in range(max(0, first), min(last, model.rowCount())):
            index = model.index(row, 0)
            state = base
            if self.selectionModel().isSelected(index):
                state |= QStyle.StateFlag.State_Selected
            if index == self.currentIndex() and self.hasFocus():
                state |= QStyle.StateFlag.State_HasFocus
            if row == self._hovered:
                state |= QStyle.StateFlag.State_MouseOver
            option.rect, option.state = self.visualRect(index), state
            self.itemDelegate().paint(painter, option, index)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Spread the tiles anew."""
        super().resizeEvent(event)
        self.relayout()

    def viewportEvent(self, event: QEvent) -> bool:
        """Follow the mouse."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            self._mouse = event.position().toPoint()
            self._follow_mouse()
        elif event.type() == QEvent.Type.Leave:
            self._mouse = None
            self._follow_mouse()
        return super().viewportEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802
        """Scroll; another tile may come to lie under the mouse."""
        super().scrollContentsBy(dx, dy)
        self._follow_mouse()

    def reset(self) -> None:
        """Start over with what the model has now."""
        super().reset()
        self._hovered = None
        self.relayout()
        self._follow_mouse()

    def _follow_mouse(self) -> None:
        index = QModelIndex() if self._mouse is None else self.indexAt(self._mouse)
        row = index.row() if index.isValid() else None
        if row != self._hovered:
            self._hovered = row
            self.viewport().update()
            self.hovered.emit(row)

    def _rows(self) -> int:
        model = self.model()
        return 0 if model is None else -(-model.rowCount() // self.columns())
