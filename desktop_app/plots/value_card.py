"""A small card beside the mouse that names values."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

_DISTANCE = 16  # pixels from the mouse


class ValueCard(QFrame):
    """Shows rich text inside its parent. It lets the mouse through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self.setObjectName("card")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.label = QLabel()
        self.label.setTextFormat(Qt.TextFormat.RichText)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 7, 10, 7)
        layout.addWidget(self.label)
        self.hide()

    def show_text(self, text: str, place: QPoint) -> None:
        """Show rich text beside ``place``, in pixels of the parent."""
        self.label.setText(text)
        self.adjustSize()
        x, y = place.x() + _DISTANCE, place.y() + _DISTANCE
        if x + self.width() > self._parent.width():
            x = place.x() - _DISTANCE - self.width()
        if y + self.height() > self._parent.height():
            y = self._parent.height() - self.height() - 4
        self.move(max(0, x), max(0, y))
        self.show()
