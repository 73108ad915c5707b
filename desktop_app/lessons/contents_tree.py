"""The list of chapters and pages, in which long titles break into lines."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeWidget, QWidget

_INDENT = 14
_ROOM = 10  # pixels between the edges of a cell and its text, both together


class ContentsTree(QTreeWidget):
    """Has two columns: the titles, as wide as there is room, and a mark for each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lesson_list")
        self.setHeaderHidden(True)
        self.setColumnCount(2)
        self.setIndentation(_INDENT)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setItemDelegateForColumn(0, _TitleDelegate(self))
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, header.ResizeMode.Stretch)
        header.setSectionResizeMode(1, header.ResizeMode.ResizeToContents)
        header.sectionResized.connect(self.scheduleDelayedItemsLayout)


class _TitleDelegate(QStyledItemDelegate):
    """Makes every title as high as its lines are."""

    def __init__(self, tree: QTreeWidget) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size of a title at the present width of its column."""
        size = super().sizeHint(option, index)
        depth = 2 if index.parent().isValid() else 1
        width = self._tree.columnWidth(0) - depth * self._tree.indentation() - _ROOM
        font = index.data(Qt.ItemDataRole.FontRole) or option.font
        text = index.data(Qt.ItemDataRole.DisplayRole)
        measure = QFontMetrics(font)
        lines = measure.boundingRect(QRect(0, 0, max(width, 1), 1000), Qt.TextFlag.TextWordWrap.value, text)
        one = measure.boundingRect(text).height()
        return QSize(max(width, 1), size.height() if lines.height() <= one else lines.height() + size.height() - one)
