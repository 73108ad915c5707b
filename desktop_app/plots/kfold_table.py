"""The board of folds: a row for each, with the part of the samples that it keeps for validation, and its numbers."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from core.selection.board import Board, CellState
from core.selection.figures import Figure
from desktop_app.plots.kfold_style import fold_style
from desktop_app.plots.metric_choice import metric_text
from desktop_app.plots.plot_style import colour, plot_pen
from desktop_app.theme import theme, themes

AnyIndex = QModelIndex | QPersistentModelIndex
FOLD, STRIP, STATE, TRAIN, VALIDATION = range(5)
_LOW_ROW, _HIGH_ROW, _NARROW = 22, 44, 420  # pixels
_BAR = 3.0


class FoldModel(QAbstractTableModel):
    """Rows are folds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.board: Board | None = None
        self.metric = "loss"

    def show_board(self, board: Board | None) -> None:
        """Show another board."""
        self.beginResetModel()
        self.board = board
        self.endResetModel()

    def refresh(self, metric: str) -> None:
        """Show what is new on the board."""
        self.metric = metric
        if self.board is not None and self.board.keys:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, STRIP, STRIP)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: N802, B008
        """Return the number of folds."""
        return 0 if parent.isValid() or self.board is None else len(self.board.keys)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: N802, B008
        """Return the number of columns."""
        return 0 if parent.isValid() else 5

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return texts, their alignment and look."""
        board, column = self.board, index.column()
        if board is None:
            return None
        key = board.keys[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(board, index.row(), column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return board.sentence(key) or None
        if role == Qt.ItemDataRole.TextAlignmentRole and column in (TRAIN, VALIDATION):
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ForegroundRole and column == STATE:
            return QColor(theme().danger if board.state(key) in ("failed", "diverged") else theme().muted)
        if role == Qt.ItemDataRole.FontRole and column == VALIDATION:
            font = QFont()
            font.setBold(True)
            return font
        if role == Qt.ItemDataRole.AccessibleTextRole and column == STRIP:
            return self.tr("part {0} of {1} for validation").format(index.row() + 1, len(board.keys))
        return None

    def _text(self, board: Board, row: int, column: int) -> str:
        key = board.keys[row]
        if column == FOLD:
            return str(row + 1)
        if column == STATE:
            return self._state_text(board, key)
        if column == TRAIN:
            return metric_text(self.metric, board.value(key, Figure("train", self.metric)))
        if column == VALIDATION:
            return metric_text(self.metric, board.value(key, Figure("validation", self.metric)))
        return ""

    def _state_text(self, board: Board, key: str) -> str:
        state = board.state(key)
        if state == "running":
            num_epochs = board.cell(key).experiment.training.num_epochs
            return self.tr("epoch {0} / {1}").format(board.last_epoch(key), num_epochs)
        texts: dict[CellState, str] = {
            "waiting": self.tr("waiting"),
            "done": self.tr("✓ done"),
            "diverged": self.tr("⚠ diverged"),
            "failed": self.tr("✕ failed"),
            "cancelled": self.tr("cancelled"),
        }
        return texts[state]

    def _samples_text(self) -> str:
        """Say how many samples there are, as soon as a fold has told."""
        results = self.board.results() if self.board is not None else []
        started = next((result.outcome.started for result in results if result.outcome is not None), None)
        if started is None:
            return self.tr("Samples")
        return self.tr("{0} samples").format(f"{started.num_train + started.num_validation:,}")

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the headings."""
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            samples = self._samples_text()
            return (self.tr("Fold"), samples, "", self.tr("Training"), self.tr("Validation"))[section]
        if role == Qt.ItemDataRole.ToolTipRole and section == STRIP:
            return self.tr("All samples in shuffled order; the coloured part is kept for validation in that fold")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section in (TRAIN, VALIDATION) else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None


class FoldDelegate(QStyledItemDelegate):
    """Draws the number of a fold with the mark of its curve, and the strip of samples."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: AnyIndex) -> None:  # noqa: N802
        """Keep numbers away from the edge."""
        super().initStyleOption(option, index)
        if index.column() in (TRAIN, VALIDATION):
            option.rect = option.rect.adjusted(0, 0, -6, 0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw one entry."""
        model = index.model()
        if index.column() not in (FOLD, STRIP) or not isinstance(model, FoldModel) or model.board is None:
            super().paint(painter, option, index)
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, colour("accent_soft"))
        if index.column() == FOLD:
            self._draw_number(painter, area, index.row() + 1)
        else:
            draw_strip(painter, area.adjusted(6, 4, -6, -4), index.row(), model.board)
        painter.restore()

    @staticmethod
    def _draw_number(painter: QPainter, area: QRectF, number: int) -> None:
        style = fold_style(number)
        middle = area.center().y()
        painter.setPen(style.pen())
        painter.drawLine(QPointF(area.left() + 8, middle), QPointF(area.left() + 32, middle))
        style.draw_symbols(painter, [(area.left() + 20, middle)])
        painter.setPen(colour("text"))
        text = area.adjusted(40, 0, 0, 0)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, str(number))


def draw_strip(painter: QPainter, area: QRectF, row: int, board: Board) -> None:
    """Draw all samples as a strip of as many parts as there are folds, the part of this row in its colour.

    Args:
        painter: draws in pixels.
        area: of the strip.
        row: of the fold, from 0.
        board: of all folds; how far the fold is shows as a bar under the strip.
    """
    number = len(board.keys)
    key = board.keys[row]
    state, width = board.state(key), area.width() / number
    bar = QRectF(area.left(), area.bottom() - _BAR, area.width(), _BAR)
    parts = area.adjusted(0, 0, 0, -_BAR - 2)
    gap = min(2.0, width / 6)
    for part in range(number):
        box = QRectF(parts.left() + part * width, parts.top(), width - gap, parts.height())
        if part != row:
            painter.fillRect(box, colour("border", 0.55 if state == "waiting" else 1.0))
        elif state == "waiting":
            painter.fillRect(box, colour(f"series{row}", 0.35))
            painter.setPen(plot_pen(f"series{row}", 1.0))
            painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
        else:
            painter.fillRect(box, colour(f"series{row}"))
    bad = state in ("failed", "diverged", "cancelled")
    if state == "running" or bad:
        painter.fillRect(bar, colour("grid"))
        done = QRectF(bar)
        done.setWidth(bar.width() * (1.0 if bad else board.share_of(key)))
        painter.fillRect(done, colour("danger" if state in ("failed", "diverged") else "muted" if bad else "accent"))


class FoldTable(QTableView):
    """The table of folds; Enter or a double click shows the run of a fold."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.folds = FoldModel(self)
        self.setModel(self.folds)
        self.setItemDelegate(FoldDelegate(self))
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Folds"))
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(40)
        header.setSectionResizeMode(STRIP, QHeaderView.ResizeMode.Stretch)
        advance = self.fontMetrics().horizontalAdvance
        for column, width in (
            (FOLD, 40 + advance("000")),
            (STATE, 18 + advance(self.tr("epoch {0} / {1}").format(100, 100))),
            (TRAIN, 22 + advance(self.tr("Training"))),
            (VALIDATION, 26 + advance(self.tr("Validation"))),
        ):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, width)
        themes.changed.connect(self.viewport().update)

    def show_board(self, board: Board | None) -> None:
        """Show another board."""
        self.folds.show_board(board)
        self._fit_rows()
        if board is not None:
            self.selectRow(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the height among the folds."""
        super().resizeEvent(event)
        # Where there is little room, the strips are worth more than each fold's training figure.
        self.setColumnHidden(TRAIN, self.width() < _NARROW)
        self._fit_rows()

    def _fit_rows(self) -> None:
        number = max(1, self.folds.rowCount())
        head = self.horizontalHeader().height() + 2 * self.frameWidth()
        self.setMaximumHeight(head + number * _HIGH_ROW)
        height = (self.height() - head) // number
        self.verticalHeader().setDefaultSectionSize(min(max(height, _LOW_ROW), _HIGH_ROW))
