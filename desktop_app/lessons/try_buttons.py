"""Buttons for what a page offers to try."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from core.lessons.blocks import Link, plain
from core.lessons.links import Action, Try, Verb
from desktop_app.icons import icon
from desktop_app.lessons.explorers.flow_layout import FlowLayout
from desktop_app.lessons.page_style import PageStyle
from desktop_app.style import scaled

_ICONS: dict[Verb, str] = {"train": "train", "kfold": "train", "preset": "open", "set": "take"}


class TryButtons(QWidget):
    """A row of buttons, more rows where the page is narrow.

    Signals:
        tried: a ``core.lessons.links.Try``.
    """

    tried = Signal(object)

    def __init__(self, links: tuple[Link, ...], style: PageStyle, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: list[QPushButton] = []
        layout = FlowLayout(self, across=round(0.5 * style.em), down=round(0.5 * style.em))
        for link in links:
            assert isinstance(link.target, Try)
            button = self._button(plain(link.parts), link.target, style)
            self.buttons.append(button)
            layout.addWidget(button)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _button(self, text: str, target: Try, style: PageStyle) -> QPushButton:
        starts = any(action.verb in ("train", "kfold") for action in target.actions)
        button = QPushButton(text.replace("&", "&&").replace("$", ""))
        button.setFont(scaled(style.font, 0.95))
        button.setAutoDefault(False)
        button.setProperty("primary", starts)
        picture = _ICONS.get(_telling(target.actions).verb, "")
        if picture:
            button.setIcon(icon(picture, on_accent=starts))
        button.clicked.connect(lambda: self.tried.emit(target))
        return button


def _telling(actions: tuple[Action, ...]) -> Action:
    """Return the action that a button's picture stands for: the last one, or a start anywhere."""
    return next((action for action in actions if action.verb in ("train", "kfold")), actions[-1])
