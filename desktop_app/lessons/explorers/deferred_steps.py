"""The steps that the parameters explorer takes with its network: construct, initialise, forward, initialise again."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QIcon
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from core.explorers.deferred import INITIALIZERS, MOST_ROWS, MOST_UNITS, STAGES, DeferredSetup
from core.fields import field_facts
from desktop_app.icons import icon
from desktop_app.lessons.explorers.controls import NumberBox
from desktop_app.lessons.explorers.flow_layout import FlowLayout
from desktop_app.texts import translated

_FORCE = "force_reinit"
"""As Gluon calls it in all languages."""


def _group(*widgets: QWidget) -> QWidget:
    group = QWidget()
    row = QHBoxLayout(group)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(5)
    for widget in widgets:
        row.addWidget(widget)
    group.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    return group


class Steps(QWidget):
    """Buttons for all steps; those that were taken carry a tick.

    Signals:
        wanted: changes of the setup.
        refused: why a number that was typed is not taken.
    """

    wanted = Signal(object)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setup = DeferredSetup()
        self.construct_button = QPushButton(self.tr("1. Construct"))
        self.initialize_button = QPushButton(self.tr("2. net.initialize"))
        self.forward_button = QPushButton(self.tr("3. net(X)"))
        self.construct_button.setToolTip(self.tr("Begin anew: the layers are made, and no parameter has numbers"))
        self.initialize_button.setToolTip(self.tr("Initialise all parameters whose shapes are known"))
        self.forward_button.setToolTip(self.tr("Pass an X of this shape through the network"))
        self.init_box = QComboBox()
        for word, title in INITIALIZERS.items():
            self.init_box.addItem(title, word)
        self.init_box.setAccessibleName(self.tr("Initialiser"))
        self.init_box.setToolTip(translated(field_facts(DeferredSetup, "initializer").help))
        self.row_box, self.column_box = (
            self._box(MOST_ROWS, self.tr("Rows of X")),
            self._box(MOST_UNITS, self.tr("Columns of X")),
        )
        self.again_button = QPushButton(self.tr("Initialise again"))
        self.force = QCheckBox(_FORCE)
        self.force.setChecked(True)
        self.force.setToolTip(self.tr("Without it MXNet leaves parameters as they are that have numbers already"))
        self.again_button.setToolTip(
            self.tr("net.initialize with this initialiser, although there are numbers already")
        )
        self._connect()
        layout = FlowLayout(self, across=12)
        layout.addWidget(self.construct_button)
        layout.addWidget(_group(self.initialize_button, self.init_box))
        layout.addWidget(_group(self.forward_button, self.row_box, QLabel("×"), self.column_box))
        layout.addWidget(_group(self.again_button, self.force))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _box(self, most: int, name: str) -> NumberBox:
        box = NumberBox(1, most, 1, whole=True)
        box.setAccessibleName(name)
        box.setToolTip(name)
        box.valueChanged.connect(self._reshape)
        box.refused.connect(self.refused)
        return box

    def _connect(self) -> None:
        self.construct_button.clicked.connect(lambda: self.wanted.emit({"stage": "constructed"}))
        self.initialize_button.clicked.connect(self._initialize)
        self.forward_button.clicked.connect(self._forward)
        self.again_button.clicked.connect(self._again)
        self.init_box.activated.connect(self._choose)

    def show_setup(self, setup: DeferredSetup) -> None:
        """Show what has been done."""
        stage = STAGES.index(setup.stage)
        if self.setup.initializer != setup.initializer or stage == 0:
            self.init_box.setCurrentIndex(self.init_box.findData(setup.initializer))
        self.setup = setup
        for box, value in zip((self.row_box, self.column_box), setup.next_shape or setup.X_shape, strict=True):
            box.blockSignals(True)
            box.setValue(value)
            box.blockSignals(False)
        buttons = (self.construct_button, self.initialize_button, self.forward_button)
        for position, button in enumerate(buttons):
            button.setIcon(icon("check") if position <= stage else QIcon())
            font = QFont(self.font())
            font.setBold(position == min(stage + 1, 2) and stage < 2)
            button.setFont(font)
        self.initialize_button.setEnabled(stage == 0)
        self.forward_button.setEnabled(stage > 0)
        self.again_button.setEnabled(stage > 0)
        self.force.setEnabled(stage > 0)

    @property
    def kind(self) -> str:
        """The initialiser that is chosen."""
        return str(self.init_box.currentData())

    def _choose(self) -> None:
        """Take the initialiser at once, unless numbers were drawn already: then it is for the next time."""
        if self.setup.stage == "constructed":
            self.wanted.emit({"initializer": self.kind})

    def _initialize(self) -> None:
        self.wanted.emit({"stage": "initialized", "initializer": self.kind})

    def _shape(self) -> list[int]:
        return [round(self.row_box.value()), round(self.column_box.value())]

    def _reshape(self) -> None:
        if self.setup.stage != "forward":
            self.wanted.emit({"X_shape": self._shape()})

    def _forward(self) -> None:
        changes: dict[str, Any] = {"stage": "forward", "X_shape": self._shape()}
        if self.setup.stage == "forward":
            is_first = self._shape() == list(self.setup.X_shape)
            changes = {"next_shape": [] if is_first else self._shape()}
        self.wanted.emit(changes)

    def _again(self) -> None:
        if not self.force.isChecked():
            self.wanted.emit({"ignored": self.kind})
            return
        self.wanted.emit({"initializer": self.kind, "reinit": self.setup.reinit + 1})
