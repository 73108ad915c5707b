"""A sweep as a table: a row for each place, with its figures and its state."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from core.selection.figures import Figure
from core.selection.sweep_table import SweepTable
from desktop_app.plots.metric_choice import in_sentence, metric_title, spread_text
from desktop_app.plots.sweep_board import Index, SweepBoard, state_text
from desktop_app.theme import theme, themes

_LOOKED_AT = 50  # rows, for the widths of columns
AnyIndex = QModelIndex | QPersistentModelIndex


class SweepListModel(QAbstractTableModel):
    """Rows are places, in the order of the sweep; columns are the settings, training, validation and state."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.board: SweepBoard | None = None
        self.tables: tuple[SweepTable, ...] = ()
        self.indices: tuple[Index, ...] = ()

    def show_board(self, board: SweepBoard, metric: str) -> None:
        """Show what is known of a sweep."""
        other = self.board is not board
        if other:
            self.beginResetModel()
        self.board = board
        self.tables = (board.table(Figure("train", metric)), board.table(Figure("validation", metric)))
        self.indices = tuple(tuple(index) for index in np.ndindex(*board.sweep.shape))
        if other:
            self.endResetModel()
        else:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    @property
    def best(self) -> Index | None:
        """The best place, as long as there is one."""
        if self.board is None:
            return None
        return next((table.best for table in self.tables if table.figure.part == self.board.judge), None)

    @property
    def num_settings(self) -> int:
        """The number of settings, which have the first columns."""
        return len(self.board.sweep.settings) if self.board is not None else 0

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: N802, B008
        """Return the number of places."""
        return 0 if parent.isValid() else len(self.indices)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: N802, B008
        """Return the number of columns."""
        return 0 if parent.isValid() or self.board is None else self.num_settings + 3

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return texts, their alignment and look."""
        board = self.board
        if board is None:
            return None
        place, column = self.indices[index.row()], index.column() - self.num_settings
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(board, place, index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole and column < 2:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.FontRole and place == self.best:
            font = QFont()
            font.setBold(True)
            return font
        if role == Qt.ItemDataRole.ForegroundRole and column == 2:
            bad = board.state(place) in ("failed", "diverged")
            return QColor(theme().danger if bad else theme().muted)
        if role == Qt.ItemDataRole.ToolTipRole:
            return board.sentence(place) or None
        return None

    def _text(self, board: SweepBoard, place: Index, column: int) -> str:
        if column < self.num_settings:
            return board.sweep.settings[column].names[place[column]]
        if column == self.num_settings + 2:
            return self.tr("★ best") if place == self.best else state_text(board.state(place))
        table = self.tables[column - self.num_settings]
        return spread_text(table.figure.name, float(table.mean[place]), float(table.deviation[place]))

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the headings."""
        if orientation == Qt.Orientation.Vertical or self.board is None:
            return None
        column = section - self.num_settings
        if role == Qt.ItemDataRole.DisplayRole:
            if column < 0:
                return self.board.titles[section]
            metric = in_sentence(metric_title(self.tables[0].figure.name))
            parts = self.tr("Training {0}").format(metric), self.tr("Validation {0}").format(metric), self.tr("State")
            return parts[column]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column < 2 else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None


class SweepList(QTableView):
    """The table.

    Signals:
        index_chosen: the index of the place whose row was chosen.
    """

    index_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.places = SweepListModel(self)
        self.setModel(self.places)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAccessibleName(self.tr("Table of the sweep"))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setResizeContentsPrecision(_LOOKED_AT)
        self.horizontalHeader().setStretchLastSection(True)
        self.selectionModel().currentRowChanged.connect(self._on_row)
        themes.changed.connect(self.viewport().update)

    def select(self, index: Index | None) -> None:
        """Choose the row of a place."""
        if index in self.places.indices and self.currentIndex().row() != self.places.indices.index(index):
            self.selectRow(self.places.indices.index(index))

    def _on_row(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self.index_chosen.emit(self.places.indices[current.row()])
