"""A list of examples over an explorer: one click sets several of its values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

_ROOM = 24  # pixels


class ExampleBox(QComboBox):
    """Names examples. ``chosen`` carries the values of the one that the user picked.

    Args:
        examples: name and values of each.
        parent: the widget in which it lies.
    """

    chosen = Signal(object)

    def __init__(self, examples: Sequence[tuple[str, Mapping[str, Any]]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for text, values in examples:
            self.addItem(text, dict(values))
        self.setAccessibleName(self.tr("Example"))
        self.setToolTip(self.tr("Set everything as in an example"))
        self.setPlaceholderText(self.tr("Example…"))
        self.setCurrentIndex(-1)
        # As narrow as its own words; the list is as wide as the examples.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(len(self.placeholderText()))
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + _ROOM)
        self.activated.connect(self._pick)

    def _pick(self, index: int) -> None:
        values = self.itemData(index)
        self.setCurrentIndex(-1)
        self.chosen.emit(values)
