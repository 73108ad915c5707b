"""What the views of the table dialog show: the list of columns, and the first rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QBrush, QColor, QFont
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from core.data.table_columns import ColumnPreview, Use
from core.data.table_preview import TablePreview
from desktop_app.texts import translated
from desktop_app.theme import theme

AnyIndex = QModelIndex | QPersistentModelIndex
NAME, USE, MISSING, VALUES, NOTE = range(5)
_SHOWN_CATEGORIES = 8
_ROOT = QModelIndex()


class ColumnModel(QAbstractTableModel):
    """One row for each column of the file; a tick says that the network sees it.

    Signals:
        uses_changed: the user has changed what becomes of columns.
    """

    uses_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns: tuple[ColumnPreview, ...] = ()
        self.uses: dict[str, Use] = {}
        self.target = ""
        self._before: dict[str, Use] = {}

    def show(self, preview: TablePreview, target: str, uses: Mapping[str, Use]) -> None:
        """Show the columns of a file and what becomes of them."""
        self.beginResetModel()
        self.columns, self.target, self.uses = preview.columns, target, dict(uses)
        self._before = {}
        self.endResetModel()

    def set_all(self, *, used: bool) -> None:
        """Use all columns that can be, or none."""
        for column in self.columns:
            if column.name in self.uses:
                self.uses[column.name] = self._best(column) if used else "leave out"
        self._tell(0, len(self.columns) - 1)

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:  # noqa: N802
        """Return the number of columns of the file."""
        return 0 if parent.isValid() else len(self.columns)

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:  # noqa: N802
        """Return 5."""
        return 0 if parent.isValid() else NOTE + 1

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the headings."""
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            titles = self.tr("Column"), self.tr("Used as"), self.tr("Missing"), self.tr("Values"), self.tr("Note")
            return titles[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section == MISSING else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Tell what can be ticked and chosen."""
        flags = super().flags(index)
        column = self.columns[index.row()]
        if column.name == self.target or len(column.uses) < 2:
            return flags
        if index.column() == NAME:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        elif index.column() == USE:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return texts, ticks and colours."""
        column, part = self.columns[index.row()], index.column()
        use = self.uses.get(column.name)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(column, part, use, whole=role == Qt.ItemDataRole.ToolTipRole)
        if role == Qt.ItemDataRole.EditRole:
            return use
        if role == Qt.ItemDataRole.CheckStateRole and part == NAME and use is not None:
            return (Qt.CheckState.Unchecked if use == "leave out" else Qt.CheckState.Checked).value
        if role == Qt.ItemDataRole.TextAlignmentRole and part == MISSING:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._brush(use, part)
        if role == Qt.ItemDataRole.FontRole and use is None and part in (NAME, USE):
            font = QFont()
            font.setBold(True)
            return font
        return None

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802
        """Take the user's choice: a tick, or a use."""
        column = self.columns[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            ticked = Qt.CheckState(value) == Qt.CheckState.Checked
            value = self._before.get(column.name, self._best(column)) if ticked else "leave out"
        elif role != Qt.ItemDataRole.EditRole:
            return False
        if column.name not in self.uses or value not in column.uses:
            return False
        if value != "leave out":
            self._before[column.name] = value
        elif self.uses[column.name] != "leave out":
            self._before[column.name] = self.uses[column.name]
        self.uses[column.name] = value
        self._tell(index.row(), index.row())
        return True

    def use_title(self, use: Use) -> str:
        """Return the name of a use in the window."""
        titles: dict[Use, str] = {
            "number": self.tr("number"),
            "category": self.tr("category"),
            "leave out": self.tr("left out"),
        }
        return titles[use]

    def _best(self, column: ColumnPreview) -> Use:
        suggested = column.suggestion
        return column.uses[0] if suggested == "leave out" else suggested

    def _tell(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, NOTE))
        self.uses_changed.emit()

    def _text(self, column: ColumnPreview, part: int, use: Use | None, *, whole: bool) -> str:
        if part == NAME:
            return column.name
        if part == USE:
            return self.tr("target") if use is None else self.use_title(use)
        if part == MISSING:
            return f"{column.missing:,}" if column.missing else ""
        if part == VALUES:
            return self._values(column, whole=whole)
        return "" if use is None else translated(column.note(use))

    def _values(self, column: ColumnPreview, *, whole: bool) -> str:
        names = column.categories
        if names is not None and names and (column.num_texts or len(names) <= _SHOWN_CATEGORIES):
            shown = ", ".join(names[: 100 if whole else _SHOWN_CATEGORIES])
            return f"{len(names):,}: {shown}" + ("…" if len(names) > _SHOWN_CATEGORIES and not whole else "")
        if not column.num_numbers:
            return self.tr("many texts") if column.num_texts else ""
        return self.tr("whole numbers") if column.whole else self.tr("numbers")

    def _brush(self, use: Use | None, part: int) -> QBrush | None:
        if use is None and part in (NAME, USE):
            return QBrush(QColor(theme().accent))
        return QBrush(QColor(theme().muted)) if use == "leave out" or part in (VALUES, NOTE, MISSING) else None


class RowModel(QAbstractTableModel):
    """The first rows, as texts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preview: TablePreview | None = None
        self._target = ""
        self._uses: dict[str, Use] = {}

    def show(self, preview: TablePreview) -> None:
        """Show the rows of another file."""
        self.beginResetModel()
        self._preview = preview
        self.endResetModel()

    def mark(self, target: str, uses: Mapping[str, Use]) -> None:
        """Tell the target and the columns that are left out by colour."""
        self._target, self._uses = target, dict(uses)
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:  # noqa: N802
        """Return the number of rows."""
        return 0 if parent.isValid() or self._preview is None else len(self._preview.first_rows)

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:  # noqa: N802
        """Return the number of columns of the file."""
        return 0 if parent.isValid() or self._preview is None else len(self._preview.columns)

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the names of the columns; rows are numbered as in the file."""
        if self._preview is None:
            return None
        if orientation == Qt.Orientation.Vertical:
            header = self._preview.table_format.header and bool(self._preview.table_format.delimiter)
            return str(section + 1 + header) if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._preview.columns[section].name
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _aligned(self._preview.columns[section])
        if role == Qt.ItemDataRole.ForegroundRole and self._preview.columns[section].name == self._target:
            return QBrush(QColor(theme().accent))
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a cell; an empty one is shown as a dash."""
        assert self._preview is not None
        text = self._preview.first_rows[index.row()][index.column()]
        column = self._preview.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return text or "–"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _aligned(column)
        if role == Qt.ItemDataRole.ForegroundRole:
            if column.name == self._target:
                return QBrush(QColor(theme().accent))
            return QBrush(QColor(theme().muted)) if not text or self._uses.get(column.name) == "leave out" else None
        return None


def _aligned(column: ColumnPreview) -> int:
    side = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)


class UseDelegate(QStyledItemDelegate):
    """Offers the uses of a column in a box."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex) -> QWidget:  # noqa: N802
        """Return a box with the possible uses, which opens by itself."""
        model = index.model()
        assert isinstance(model, ColumnModel)
        box = QComboBox(parent)
        for use in model.columns[index.row()].uses:
            box.addItem(model.use_title(use), use)
        box.activated.connect(lambda: self._commit(box))
        QTimer.singleShot(0, box, box.showPopup)
        return box

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:  # noqa: N802
        """Show the present use."""
        assert isinstance(editor, QComboBox)
        editor.setCurrentIndex(editor.findData(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: AnyIndex) -> None:  # noqa: N802
        """Take the chosen use."""
        assert isinstance(editor, QComboBox)
        model.setData(index, editor.currentData())

    def _commit(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)


def prepare(view: QTableView) -> None:
    """Give a view the looks of a list in the lab."""
    view.setAlternatingRowColors(True)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setTabKeyNavigation(False)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.verticalHeader().setDefaultSectionSize(view.fontMetrics().height() + 8)
    view.horizontalHeader().setHighlightSections(False)
    view.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)


def card(view: QTableView) -> QFrame:
    """Put a view on a card."""
    frame = QFrame()
    frame.setObjectName("card")
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(5, 5, 5, 5)
    layout.addWidget(view)
    return frame
