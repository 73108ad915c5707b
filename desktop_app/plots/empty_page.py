"""What the pages have in common that stand in place of a result before there is one."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.style import scaled


class Sketch(QWidget):
    """A small picture of what is to come; a subclass paints it.

    Args:
        width: in pixels; chosen so that the sentences below are the more important.
    """

    def __init__(self, width: int = 208) -> None:
        super().__init__()
        self._size = QSize(width, 116)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the size that it always has."""
        return self._size


def heading(text: str) -> QLabel:
    """Return the heading of a page."""
    label = _centred(text, "heading")
    label.setFont(scaled(label.font(), 1.2))
    return label


def arrange(page: QWidget, sketch: Sketch, title: QLabel, sentence: str) -> QVBoxLayout:
    """Put a sketch, a title and some words in the middle of a page; return its column, to which more can be added.

    Whoever has added the last thing adds a stretch of 5.
    """
    text = _centred(sentence, "muted")
    text.setMaximumWidth(520)
    middle = QHBoxLayout()
    middle.addStretch(1)
    middle.addWidget(text, 8)
    middle.addStretch(1)
    column = QVBoxLayout(page)
    column.setContentsMargins(24, 24, 24, 24)
    column.setSpacing(6)
    column.addStretch(4)
    column.addWidget(sketch, 0, Qt.AlignmentFlag.AlignHCenter)
    column.addSpacing(12)
    column.addWidget(title)
    column.addLayout(middle)
    return column


def _centred(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return label
