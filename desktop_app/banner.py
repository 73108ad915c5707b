"""A message across the window that does not interrupt: what happened, and at most one thing to do about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from desktop_app.icons import icon
from desktop_app.panels.message_frame import IconLabel, Level
from desktop_app.style import set_property

_GRAVITY: dict[Level, int] = {"info": 0, "hint": 1, "problem": 2}


@dataclass(frozen=True)
class Message:
    """What a banner shows, as :meth:`Banner.show_message` takes it."""

    level: Level = "info"
    text: str = ""
    button: str = ""
    do: Callable[[], object] | None = None
    topic: str = ""


class Banner(QFrame):
    """Shows one message at a time, the newest of the gravest; the user can close it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self.message = Message()
        self._pictures = {"info": IconLabel("info", 18), "warning": IconLabel("warning", 18)}
        self.label = QLabel()
        # Sentences hold names from files.
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.button = QPushButton()
        self.button.clicked.connect(self._on_button)
        self.close_button = QToolButton()
        self.close_button.setIcon(icon("close"))
        self.close_button.setAutoRaise(True)
        self.close_button.setObjectName("flat")
        self.close_button.setToolTip(self.tr("Close this message"))
        self.close_button.setAccessibleName(self.tr("Close this message"))
        self.close_button.clicked.connect(self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.setSpacing(10)
        for picture in self._pictures.values():
            row.addWidget(picture, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.label, 1)
        row.addWidget(self.button)
        row.addWidget(self.close_button)
        self.hide()

    def show_message(
        self,
        level: Level,
        text: str,
        button: str = "",
        do: Callable[[], object] | None = None,
        *,
        topic: str = "",
    ) -> None:
        """Show a message, unless a graver one is there.

        Args:
            level: how it looks.
            text: a sentence or two.
            button: text of a button that calls ``do`` and closes the message; none if empty.
            do: what the button does.
            topic: by which :meth:`clear_topic` takes the message back when it is no longer true.
        """
        if self.isVisible() and _GRAVITY[level] < _GRAVITY[self.message.level]:
            return
        self.message = Message(level, text, button, do, topic)
        self._pictures["info"].setVisible(level == "info")
        self._pictures["warning"].setVisible(level != "info")
        self.label.setText(text)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        set_property(self, "level", level)
        self.show()

    @Slot()
    def clear(self) -> None:
        """Hide the message."""
        self.message = replace(self.message, do=None)
        self.hide()

    def clear_topic(self, topic: str) -> None:
        """Hide the message if it is about ``topic``."""
        if self.message.topic == topic:
            self.clear()

    @Slot()
    def _on_button(self) -> None:
        do = self.message.do
        self.clear()
        if do is not None:
            do()
