"""A small form over the picture of a network, to give one weight or bias another value while it trains."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.plots.cursor_box import CursorBox

_LIMIT, _STEP, _DECIMALS = 1e6, 0.1, 6


@dataclass(frozen=True)
class Entry:
    """One number of the network: what it is called, its parameter's structural name, its index and its value."""

    title: str
    name: str
    index: tuple[int, ...]
    value: float


class WeightBox(CursorBox):
    """Holds a weight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_LIMIT, _STEP, parent)
        self.setDecimals(_DECIMALS)
        self.setKeyboardTracking(False)
        self.setAccessibleName(self.tr("Value"))

    def textFromValue(self, value: float) -> str:  # noqa: N802
        """Return the number without zeros at its end."""
        return f"{value + 0.0:.{_DECIMALS}f}".rstrip("0").rstrip(".")


class NetworkEditor(QFrame):
    """Shows the numbers of one unit to choose from, and the value of the chosen one.

    ``edited`` carries the structural name of a parameter, the index in it and the new value. Enter and Escape close.
    """

    edited = Signal(str, object, float)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self._entries: tuple[Entry, ...] = ()
        self.setObjectName("card")
        self.title = QLabel()
        self.title.setProperty("role", "heading")
        self.choice, self.box = QComboBox(), WeightBox()
        self.choice.setAccessibleName(self.tr("Weight or bias"))
        self.choice.setMaxVisibleItems(16)
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.choice)
        row.addWidget(self.box)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 10)
        layout.setSpacing(6)
        layout.addWidget(self.title)
        layout.addLayout(row)
        self.choice.currentIndexChanged.connect(self._show_value)
        self.box.valueChanged.connect(self._tell)
        self.hide()

    def open(self, title: str, entries: tuple[Entry, ...], position: int, place: QPoint) -> None:
        """Show the entries of a unit beside ``place``, in the parent's pixels, with one of them chosen."""
        self._entries = entries
        self.title.setText(title)
        self.choice.blockSignals(True)
        self.choice.clear()
        self.choice.addItems([entry.title for entry in entries])
        self.choice.setCurrentIndex(position)
        self.choice.blockSignals(False)
        self._show_value(position)
        self.adjustSize()
        x = min(place.x() + 12, self._parent.width() - self.width() - 4)
        y = min(place.y() + 12, self._parent.height() - self.height() - 4)
        self.move(max(0, x), max(0, y))
        self.show()
        self.raise_()
        self.box.setFocus(Qt.FocusReason.PopupFocusReason)
        self.box.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Enter and Escape."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close_form()
        else:
            super().keyPressEvent(event)

    def close_form(self) -> None:
        """Close, and give the focus back to the picture."""
        if self.isVisible():
            self.hide()
            self._parent.setFocus(Qt.FocusReason.PopupFocusReason)

    def _show_value(self, position: int) -> None:
        if 0 <= position < len(self._entries):
            self.box.blockSignals(True)
            self.box.setValue(self._entries[position].value)
            self.box.blockSignals(False)

    def _tell(self, value: float) -> None:
        entry = self._entries[self.choice.currentIndex()]
        self.edited.emit(entry.name, entry.index, value)
