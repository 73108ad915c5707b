"""The classes of the softmax explorer, one row each: which is the true one, logit, probability, gradient."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QLabel, QRadioButton

from core.explorers.softmax import LARGEST_LOGIT
from desktop_app.lessons.explorers.bars import Bar
from desktop_app.lessons.explorers.controls import NumberBox, StillSlider
from desktop_app.plots.plot_style import readable

_REACH, _FINE = 10.0, 10  # of the sliders: from -10 to 10 in tenths


class ClassRow:
    """The widgets of one class."""

    def __init__(self, position: int) -> None:
        self.radio, self.slider = QRadioButton(), StillSlider()
        self.box = NumberBox(-LARGEST_LOGIT, LARGEST_LOGIT, 0.1)
        self.box.setFixedWidth(78)
        self.slider.setRange(round(-_REACH * _FINE), round(_REACH * _FINE))
        self.slider.setMinimumWidth(60)
        self.probability = Bar(f"series{position}")
        self.gradient = Bar("train", signed=True)

    @property
    def widgets(self) -> tuple[QRadioButton, StillSlider, NumberBox, Bar, Bar]:
        """All of them, from left to right."""
        return self.radio, self.slider, self.box, self.probability, self.gradient


class ClassRows(QFrame):
    """Rows for up to ten classes.

    Signals:
        logit_edited: position and number.
        label_chosen: the position of the true class.
        refused: why a logit that was typed is not taken.
    """

    logit_edited = Signal(int, float)
    label_chosen = Signal(int)
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.rows: list[ClassRow] = []
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.label_chosen)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 8, 12, 10)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(3)
        heads = (
            (0, 1, self.tr("true class")),
            (1, 2, self.tr("logit o")),
            (3, 1, self.tr("probability ŷ")),
            (4, 1, ""),
        )
        for column, span, text in heads:
            label = QLabel(text)
            label.setProperty("role", "muted")
            self._grid.addWidget(label, 0, column, 1, span)
        self._gradient_head = label
        for column, stretch in ((1, 3), (3, 5), (4, 4)):
            self._grid.setColumnStretch(column, stretch)

    def name_gradient(self, *, scaled: bool) -> None:
        """Say what the gradient is, with or without a temperature."""
        plain, with_temperature = self.tr("gradient ŷ − y"), self.tr("gradient (ŷ − y) / T")
        self._gradient_head.setText(with_temperature if scaled else plain)

    def show_classes(
        self, logits: Sequence[float], label: int, probabilities: NDArray[np.float64], gradient: NDArray[np.float64]
    ) -> None:
        """Show the classes; all arguments but the true class have one entry for each."""
        while len(self.rows) < len(logits):
            self._add_row()
        for k, row in enumerate(self.rows):
            for widget in row.widgets:
                widget.setVisible(k < len(logits))
            if k < len(logits):
                self._show_logit(row, logits[k])
                row.radio.setChecked(k == label)
                row.probability.show_value(float(probabilities[k]), _share(float(probabilities[k])))
                row.gradient.show_value(float(gradient[k]), _signed(float(gradient[k])))

    def _show_logit(self, row: ClassRow, logit: float) -> None:
        for widget in (row.slider, row.box):
            widget.blockSignals(True)
        row.slider.setValue(round(logit * _FINE))
        row.box.setValue(logit)
        for widget in (row.slider, row.box):
            widget.blockSignals(False)

    def _add_row(self) -> None:
        k = len(self.rows)
        row = ClassRow(k)
        name = self.tr("class {number}").format(number=k)
        row.radio.setText(name)
        row.radio.setToolTip(self.tr("The sample belongs to this class: y is 1 here and 0 elsewhere."))
        row.slider.setAccessibleName(self.tr("Logit of class {number}").format(number=k))
        row.box.setAccessibleName(self.tr("Logit of class {number}").format(number=k))
        row.probability.setAccessibleName(self.tr("Probability of class {number}").format(number=k))
        row.gradient.setAccessibleName(self.tr("Gradient by the logit of class {number}").format(number=k))
        row.probability.setToolTip(self.tr("The share of exp(o) of this class in the sum over all classes."))
        row.gradient.setToolTip(
            self.tr("A step against the gradient raises the logit of the true class and lowers all others.")
        )
        row.slider.valueChanged.connect(lambda value: self.logit_edited.emit(k, value / _FINE))
        row.box.valueChanged.connect(lambda value: self.logit_edited.emit(k, value))
        row.box.refused.connect(self.refused)
        self._group.addButton(row.radio, k)
        for column, widget in enumerate(row.widgets):
            self._grid.addWidget(widget, k + 1, column, Qt.AlignmentFlag.AlignVCenter)
        self.rows.append(row)


def _share(value: float) -> str:
    return f"{value:.4f}" if value >= 5e-5 or value == 0 else readable(value, 1)


def _signed(value: float) -> str:
    return _share(value) if value >= 0 else f"−{_share(-value)}"
