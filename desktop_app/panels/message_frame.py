"""A coloured frame with a sentence and, where there is one, the buttons that mend what it tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import Any, Literal

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.icons import icon
from desktop_app.panels.even_rows import EvenRows

Level = Literal["problem", "hint", "info"]


@dataclass(frozen=True)
class Message:
    """A sentence, how grave it is, and the ways out: text and value of a button for each."""

    text: str
    level: Level
    choices: tuple[tuple[str, Any], ...] = ()


class IconLabel(QWidget):
    """A small icon that follows the theme."""

    def __init__(self, name: str, size: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon(name)
        self._size = size
        self.setFixedWidth(size)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.MinimumExpanding)

    def sizeHint(self) -> QSize:
        """Return the size of the icon."""
        return QSize(self._size, self._size)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon beside the first line of the text that follows."""
        top = max(0, (self.fontMetrics().height() - self._size) // 2)
        self._icon.paint(QPainter(self), QRect(0, top, self._size, self._size))


class MessageFrame(QFrame):
    """One sentence in a coloured frame.

    Signals:
        chosen: the value of the button that the user clicked.
    """

    chosen = Signal(object)

    def __init__(self, message: Message, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self.setProperty("level", message.level)
        self.label = QLabel(message.text)
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.setAccessibleName(message.text)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(IconLabel("info" if message.level == "info" else "warning"))
        row.addWidget(self.label, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(9, 8, 9, 8)
        column.setSpacing(8)
        column.addLayout(row)
        if message.choices:
            column.addWidget(self._buttons(message.choices))

    @property
    def text(self) -> str:
        """The sentence."""
        return self.label.text()

    def show_text(self, text: str) -> None:
        """Change the sentence."""
        self.label.setText(text)
        self.setAccessibleName(text)

    def _buttons(self, choices: Sequence[tuple[str, Any]]) -> QWidget:
        area = QWidget()
        rows = EvenRows(area)
        rows.setSpacing(6)
        for text, value in choices:
            button = QPushButton(text)
            button.clicked.connect(partial(self._choose, value))
            rows.addWidget(button)
        return area

    def _choose(self, value: Any, checked: bool = False) -> None:
        self.chosen.emit(value)


class Messages(QWidget):
    """Some messages below each other.

    Signals:
        chosen: the value of the button that the user clicked.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.frames: list[MessageFrame] = []
        self._shown: tuple[Message, ...] = ()
        self._tab_anchor = tab_anchor(self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)
        self.hide()

    def show_messages(self, messages: Sequence[Message]) -> None:
        """Show these messages instead of the present ones."""
        if tuple(messages) == self._shown:
            return
        self._shown = tuple(messages)
        for frame in self.frames:
            self._layout.removeWidget(frame)
            frame.hide()
            frame.deleteLater()
        self.frames = [MessageFrame(message) for message in messages]
        for frame in self.frames:
            frame.chosen.connect(self.chosen)
            self._layout.addWidget(frame)
        for first, second in pairwise([self._tab_anchor, *self.findChildren(QPushButton)]):
            QWidget.setTabOrder(first, second)
        self.setVisible(bool(self.frames))


def tab_anchor(parent: QWidget) -> QWidget:
    """Return a hidden widget that keeps the place of later children of ``parent`` in the window's tab order.

    New widgets come last in a window's tab order; those chained to the anchor stand where the anchor stands.
    """
    anchor = QWidget(parent)
    anchor.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    anchor.hide()
    return anchor
