"""The choice of the class whose points are placed: a button with its colour and symbol for each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from desktop_app.point_marks import PointStyle
from desktop_app.theme import themes

_SIDE = 14  # pixels
_BUTTON = QSize(42, 28)


class ClassBar(QWidget):
    """One class is chosen at any time.

    Signals:
        chosen: its number, from 0.
    """

    chosen = Signal(int)

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(3)
        for k, name in enumerate(names):
            button = QToolButton()
            button.setObjectName("flat")
            button.setCheckable(True)
            button.setText(name)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setIconSize(QSize(_SIDE, _SIDE))
            button.setFixedSize(_BUTTON)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setToolTip(self.tr("Place points of class {name} (key {key})").format(name=name, key=k + 1))
            button.setAccessibleName(self.tr("Class {name}").format(name=name))
            self._group.addButton(button, k)
            row.addWidget(button)
        self._group.idToggled.connect(self._on_toggled)
        self._group.button(0).setChecked(True)
        themes.changed.connect(self._draw_icons)
        self._draw_icons()

    @property
    def value(self) -> int:
        """The number of the chosen class."""
        return self._group.checkedId()

    def choose(self, label: int) -> None:
        """Choose a class; nothing happens if there is none of this number."""
        button = self._group.button(label)
        if button is not None:
            button.setChecked(True)

    def button(self, label: int) -> QToolButton:
        """Return the button of a class."""
        button = self._group.button(label)
        assert isinstance(button, QToolButton)
        return button

    def _on_toggled(self, label: int, on: bool) -> None:
        if on:
            self.chosen.emit(label)

    def _draw_icons(self) -> None:
        for k, button in enumerate(self._group.buttons()):
            button.setIcon(_icon(PointStyle(label=k, size=11), self.devicePixelRatioF()))


def _icon(style: PointStyle, ratio: float) -> QIcon:
    pixmap = QPixmap(round(_SIDE * ratio), round(_SIDE * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(_SIDE / 2, _SIDE / 2)
    style.draw(painter)
    painter.end()
    return QIcon(pixmap)
