"""A small card beside the mouse with what lies under it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

_DISTANCE = 16  # pixels from the mouse


class HoverCard(QFrame):
    """Lets the mouse through, and stays inside its parent."""

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
        """Show a rich text beside ``place``, which is in the parent's pixels."""
        self.label.setText(text)
        self.adjustSize()
        x, y = place.x() + _DISTANCE, place.y() + _DISTANCE
        if x + self.width() > self._parent.width():
            x = place.x() - _DISTANCE - self.width()
        if y + self.height() > self._parent.height():
            y = place.y() - _DISTANCE - self.height()
        self.move(max(0, x), max(0, y))
        self.show()
