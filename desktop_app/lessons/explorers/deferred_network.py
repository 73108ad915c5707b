"""The network of the parameters explorer: a card for each layer, with its settings and its parameters."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.explorers.deferred import MOST_LAYERS, MOST_UNITS, DeferredSetup, DenseLayer, Looked
from core.fields import field_facts
from desktop_app.icons import icon
from desktop_app.lessons.explorers.controls import NumberBox
from desktop_app.lessons.explorers.weight_map import WeightMap
from desktop_app.style import set_property
from desktop_app.texts import translated


class InUnitsBox(NumberBox):
    """A box for the number of inputs; 0 is shown as a question mark, and what is typed takes its place."""

    def __init__(self) -> None:
        super().__init__(0, MOST_UNITS, 1, whole=True)

    def textFromValue(self, value: float) -> str:  # noqa: N802
        """Return the number, or a question mark."""
        return super().textFromValue(value) if value else "?"

    def validate(self, text: str, position: int) -> Any:
        """Let the question mark go as soon as there is something else."""
        bare = text.removeprefix(self.prefix())
        if "?" in bare and bare.strip() != "?":
            text, position = self.prefix() + bare.replace("?", ""), max(0, position - 1)
        return super().validate(text, position)

    def _number(self, text: str) -> float | str:
        number = super()._number(text)
        return 0 if number == "?" else number


class DenseCard(QFrame):
    """Settings and parameters of one layer.

    Signals:
        edited: name of a setting and its new value.
        removed: the user wants the layer to go.
        refused: why a number that was typed is not taken.
    """

    edited = Signal(str, object)
    removed = Signal()
    refused = Signal(str)

    def __init__(self, position: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setMinimumWidth(164)
        self.setMaximumWidth(330)
        name = f"net[{position}]"
        self.title = QLabel(f"<b>{name}</b>")
        self.activation = QComboBox()
        for word, title in field_facts(DenseLayer, "activation").choices.items():
            self.activation.addItem(translated(title), word)
        self.activation.setAccessibleName(self.tr("Activation of {0}").format(name))
        self.activation.activated.connect(lambda i: self.edited.emit("activation", self.activation.itemData(i)))
        self.units = self._box("units", self.tr("Units of {0}").format(name))
        self.in_units = self._box("in_units", self.tr("in_units of {0}").format(name))
        self.remove_button = QToolButton()
        self.remove_button.setIcon(icon("remove"))
        self.remove_button.setAutoRaise(True)
        self.remove_button.setToolTip(self.tr("Remove {0}").format(name))
        self.remove_button.setAccessibleName(self.tr("Remove {0}").format(name))
        self.remove_button.clicked.connect(self.removed)
        self.map = WeightMap()
        self.map.setAccessibleName(self.tr("Parameters of {0}").format(name))
        self.note = QLabel()
        self.note.setProperty("role", "muted")
        self._arrange()

    def _box(self, name: str, accessible: str) -> NumberBox:
        facts = field_facts(DenseLayer, name)
        box = InUnitsBox() if name == "in_units" else NumberBox(1, MOST_UNITS, 1, whole=True)
        box.setMinimumWidth(0)
        box.lineEdit().setTextMargins(2, 0, 0, 0)
        box.setPrefix(self.tr("units ") if name == "units" else self.tr("in "))
        box.setAccessibleName(accessible)
        box.setToolTip(translated(facts.help))
        box.valueChanged.connect(lambda value: self.edited.emit(name, round(value)))
        box.refused.connect(self.refused)
        return box

    def _arrange(self) -> None:
        head, row = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.title)
        head.addWidget(self.activation, 1)
        head.addWidget(self.remove_button)
        row.addWidget(self.units, 7)
        row.addWidget(self.in_units, 5)
        for each in (head, row):
            each.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(7, 5, 7, 5)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(row)
        column.addWidget(self.map, 1)
        column.addWidget(self.note)

    def show_layer(self, layer: DenseLayer, *, alone: bool, note: str) -> None:
        """Show the settings of a layer; the only one cannot be removed."""
        for box, value in ((self.units, layer.units), (self.in_units, layer.in_units)):
            box.blockSignals(True)
            box.setValue(value)
            box.blockSignals(False)
        self.activation.setCurrentIndex(self.activation.findData(layer.activation))
        self.remove_button.setVisible(not alone)
        self.note.setText(note)
        self.note.setVisible(bool(note))


class NetworkCards(QScrollArea):
    """The cards of all layers in a row.

    Signals:
        edited: the layers that the user wants, as JSON has them.
        chosen: a parameter, such as "0.weight".
        refused: why a number that was typed is not taken.
    """

    edited = Signal(object)
    chosen = Signal(str)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setup = DeferredSetup()
        self.cards = [DenseCard(i) for i in range(MOST_LAYERS)]
        self.input, self.output = QLabel(), QLabel()
        self.add_button = QToolButton()
        self.add_button.setIcon(icon("plus"))
        self.add_button.setAutoRaise(False)
        self.add_button.setToolTip(self.tr("Add a Dense layer"))
        self.add_button.setAccessibleName(self.tr("Add a Dense layer"))
        self.add_button.clicked.connect(self._add)
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.input)
        for position, card in enumerate(self.cards):
            row.addWidget(card, 2)
            card.edited.connect(lambda name, value, i=position: self._edit(i, name, value))
            card.removed.connect(lambda i=position: self._remove(i))
            card.refused.connect(self.refused)
            card.map.clicked.connect(lambda kind, i=position: self.chosen.emit(f"{i}.{kind}"))
        after = QVBoxLayout()
        after.addStretch(1)
        after.addWidget(self.add_button)
        after.addWidget(self.output)
        after.addStretch(1)
        row.addLayout(after)
        row.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.setMinimumHeight(inside.minimumSizeHint().height() + 14)

    def show_network(self, setup: DeferredSetup, looked: Looked | None) -> None:
        """Show a network, and what became of its parameters."""
        self.setup = setup
        for position, card in enumerate(self.cards):
            there = position < len(setup.layers)
            card.setVisible(there)
            if there:
                sharing = setup.shared and position < 2
                note = self.tr("one object with net[{0}]").format(1 - position) if sharing else ""
                card.show_layer(setup.layers[position], alone=len(setup.layers) == 1, note=note)
                set_property(card, "selected", "true" if setup.chosen.startswith(f"{position}.") else "false")
        self.add_button.setVisible(len(setup.layers) < MOST_LAYERS)
        self.input.setText(self.tr("<b>X</b><br>{0} →").format(setup.next_shape or setup.X_shape))
        if looked is not None:
            outputs = looked.outputs
            text = self.tr("<b>net(X)</b><br>→ {0}").format("" if outputs is None else outputs.shape)
            self.output.setText(text)
            set_property(self.output, "role", "muted" if outputs is None else "")
            self._show_maps(setup, looked)

    def _show_maps(self, setup: DeferredSetup, looked: Looked) -> None:
        known = [row.values for row in looked.rows if row.values is not None]
        largest = max((float(np.abs(values).max()) for values in known), default=0.0) or 1.0
        for position in range(len(setup.layers)):
            weight, bias = (looked.row_of(f"{position}.{kind}") for kind in ("weight", "bias"))
            layer, _, kind = setup.chosen.partition(".")
            self.cards[position].map.show_rows(weight, bias, kind if layer == str(position) else "", largest)

    # -- what the user does -------------------------------------------------------------------------------------------

    def _layers(self) -> list[dict[str, Any]]:
        return [layer.model_dump() for layer in self.setup.layers]

    def _edit(self, position: int, name: str, value: Any) -> None:
        layers = self._layers()
        both = self.setup.shared and position < 2 and name != "activation"
        for i in (0, 1) if both else (position,):
            layers[i][name] = value
        if layers != self._layers():
            self.edited.emit(layers)

    def _add(self) -> None:
        self.edited.emit([*self._layers(), DenseLayer(units=3).model_dump()])

    def _remove(self, position: int) -> None:
        layers = self._layers()
        del layers[position]
        self.edited.emit(layers)
