"""A button with ready examples."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget


class ExamplesButton(QToolButton):
    """Lets one of some texts be chosen.

    Signals:
        chosen: the text.
    """

    chosen = Signal(str)

    def __init__(self, texts: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(self.tr("Examples"))
        self.setAutoRaise(False)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMenu(QMenu(self))
        for text in texts:
            self.menu().addAction(text).triggered.connect(lambda _=False, text=text: self.chosen.emit(text))
