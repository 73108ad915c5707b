"""What adds layers to the stack: a button for each kind, and a menu that offers the same."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from core.layers import LAYERS, CenteredLayer, CustomLayer, LayerBase, MyDense, WindowLayer
from desktop_app.icons import icon
from desktop_app.panels.even_rows import EvenRows
from desktop_app.texts import translated

_PLUS = QSize(11, 11)
_OWN: tuple[type[LayerBase], ...] = (CenteredLayer, MyDense)
"""Examples of layers of one's own; they stand in a menu together."""


class LayerAdders(QWidget):
    """Buttons above the stack.

    Signals:
        kind_chosen: ``kind`` of the layer to add.
        file_wanted: a layer from a file of the user is to be added.
    """

    kind_chosen = Signal(str)
    file_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, QPushButton] = {}
        self.menu = QMenu(self)
        self.own_menu = QMenu(self)
        self.own_menu.setToolTipsVisible(True)
        self._offers: dict[type[LayerBase], tuple[QPushButton | QAction, ...]] = {}
        rows = EvenRows(self)
        rows.setSpacing(6)
        for layer in LAYERS:
            if layer not in (*_OWN, CustomLayer):
                button = self._button(translated(layer.title), self.tr("Add {title}"))
                button.clicked.connect(partial(self._choose, layer.kind_name()))
                rows.addWidget(button)
                self.buttons[layer.kind_name()] = button
                self._offers[layer] = (button, self._action(self.menu, layer))
        self.own_button = self._button(translated(CustomLayer.title), self.tr("Add a layer of one's own"))
        self.own_button.setToolTip(translated(CustomLayer.help))
        self.own_button.setMenu(self.own_menu)
        rows.addWidget(self.own_button)
        self.menu.addSeparator()
        for layer in _OWN:
            self._offers[layer] = (self._action(self.own_menu, layer), self._action(self.menu, layer))
        self.own_menu.addSeparator()
        self.file_action = self._file_action(self.own_menu, self.tr("From a file…"))
        self._file_action(self.menu, self.tr("Layer from a file…"))

    def allow(self, data: str, *, are_images: bool) -> None:
        """Offer layers for images only if the data are images, and say why not.

        Args:
            data: title of the data set.
            are_images: whether its samples are images.
        """
        unfit = self.tr("Works on images; {data} has none.").format(data=data)
        for layer, offers in self._offers.items():
            fits = are_images or not issubclass(layer, WindowLayer)
            for offer in offers:
                offer.setEnabled(fits)
                offer.setToolTip(translated(layer.help) if fits else unfit)

    def _button(self, title: str, name: str) -> QPushButton:
        button = QPushButton(icon("plus"), title)
        button.setObjectName("adder")
        button.setIconSize(_PLUS)
        button.setAccessibleName(name.format(title=title))
        return button

    def _action(self, menu: QMenu, layer: type[LayerBase]) -> QAction:
        action = menu.addAction(icon("plus"), translated(layer.title))
        action.triggered.connect(partial(self._choose, layer.kind_name()))
        return action

    def _file_action(self, menu: QMenu, text: str) -> QAction:
        action = menu.addAction(icon("open"), text)
        action.setToolTip(translated(CustomLayer.help))
        action.triggered.connect(self._ask_for_file)
        return action

    def _ask_for_file(self) -> None:
        self.file_wanted.emit()

    def _choose(self, kind: str, _checked: bool = False) -> None:
        self.kind_chosen.emit(kind)
