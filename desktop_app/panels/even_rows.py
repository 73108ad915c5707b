"""A layout that breaks widgets into rows of equal length, all of one width."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class EvenRows(QLayout):
    """Puts as many widgets into a row as fit, then shares them out evenly: 4 buttons stand as 4, 2 + 2, or 1 each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802
        """Take in an item at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Return the number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem:  # noqa: N802
        """Return an item, None beyond the last, as Qt asks for."""
        return self._items[index] if 0 <= index < len(self._items) else None  # type: ignore[return-value]

    def takeAt(self, index: int) -> QLayoutItem:  # noqa: N802
        """Give an item away."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None  # type: ignore[return-value]

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        """Only as high as needed."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """The number of rows follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the rows that ``width`` leads to."""
        rows = -(-len(self._items) // self._columns(width))
        return rows * (self._item_size().height() + self._gap()) - self._gap()

    def minimumSize(self) -> QSize:  # noqa: N802
        """Return the size of one widget."""
        return self._item_size()

    def sizeHint(self) -> QSize:
        """Return the size of all widgets in one row."""
        size, number = self._item_size(), len(self._items)
        return QSize(number * (size.width() + self._gap()) - self._gap(), size.height())

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802
        """Place the widgets."""
        super().setGeometry(rect)
        columns, gap = self._columns(rect.width()), self._gap()
        height = self._item_size().height()
        for i, item in enumerate(self._items):
            row, column = divmod(i, columns)
            left = column * (rect.width() + gap) // columns
            right = (column + 1) * (rect.width() + gap) // columns - gap
            corner = rect.topLeft() + QPoint(left, row * (height + gap))
            item.setGeometry(QRect(corner, QSize(right - left, height)))

    def _columns(self, width: int) -> int:
        number = max(1, len(self._items))
        fitting = max(1, (width + self._gap()) // (self._item_size().width() + self._gap()))
        rows = -(-number // fitting)
        return -(-number // rows)

    def _item_size(self) -> QSize:
        size = QSize(1, 1)
        for item in self._items:
            size = size.expandedTo(item.sizeHint())
        return size

    def _gap(self) -> int:
        return max(0, self.spacing())
