"""Values of a setting from a range: from, to, how many, in even steps or by even factors."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QWidget,
    QWidgetAction,
)

from core.fields import FieldFacts
from core.selection.sweep import MAX_VALUES
from core.typed_numbers import parse_number
from desktop_app.panels.form import ProblemLine
from desktop_app.panels.inputs import LineEdit

_STEPS = 5
_DIGITS = 6


def range_values(low: float, high: float, steps: int, *, log: bool, whole: bool) -> tuple[float | int, ...]:
    """Return ``steps`` values from ``low`` to ``high``, both included.

    Args:
        low: the first one.
        high: the last one; it may be smaller.
        steps: how many, at least 2.
        log: by even factors instead of even steps; both ends must then be positive.
        whole: rounded to whole numbers; what falls together counts once.

    Raises:
        ValueError: a logarithmic range with an end that is not positive.
    """
    if log and (low <= 0 or high <= 0):
        raise ValueError("both ends of a logarithmic range are positive")
    values = np.geomspace(low, high, steps) if log else np.linspace(low, high, steps)
    if whole:
        return tuple(dict.fromkeys(round(value) for value in values.tolist()))
    return tuple(dict.fromkeys(float(f"{value:.{_DIGITS}g}") for value in values.tolist()))


class RangeMenu(QMenu):
    """A small form that pops up under its button.

    Signals:
        filled: the values, as a tuple.
    """

    filled = Signal(object)

    def __init__(self, facts: Callable[[], FieldFacts | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts = facts
        self.low, self.high = LineEdit(), LineEdit()
        self.low.setAccessibleName(self.tr("From"))
        self.high.setAccessibleName(self.tr("To"))
        self.steps = QSpinBox()
        self.steps.setRange(2, MAX_VALUES)
        self.steps.setValue(_STEPS)
        self.steps.setAccessibleName(self.tr("Number of values"))
        self.steps.lineEdit().setTextMargins(6, 0, 0, 0)
        self.linear = QRadioButton(self.tr("even steps"))
        self.log = QRadioButton(self.tr("even factors (logarithmic)"))
        self.problem = ProblemLine()
        self.fill = QPushButton(self.tr("Fill in"))
        self.fill.setProperty("primary", "true")
        self.fill.clicked.connect(self._fill)
        self.low.returnPressed.connect(self._fill)
        self.high.returnPressed.connect(self._fill)
        self._arrange()
        self.aboutToShow.connect(self._prepare)

    def _arrange(self) -> None:
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(12, 10, 12, 10)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        rows = ((self.tr("From"), self.low), (self.tr("To"), self.high), (self.tr("Values"), self.steps))
        for row, (text, widget) in enumerate(rows):
            label = QLabel(text)
            label.setBuddy(widget)
            grid.addWidget(label, row, 0)
            grid.addWidget(widget, row, 1)
        spacing = QHBoxLayout()
        group = QButtonGroup(self)
        for button in (self.linear, self.log):
            group.addButton(button)
            spacing.addWidget(button)
        grid.addLayout(spacing, 3, 0, 1, 2)
        grid.addWidget(self.problem, 4, 0, 1, 2)
        grid.addWidget(self.fill, 5, 0, 1, 2)
        action = QWidgetAction(self)
        action.setDefaultWidget(content)
        self.addAction(action)

    def _prepare(self) -> None:
        facts = self._facts()
        self.linear.setChecked(facts is None or not facts.log)
        self.log.setChecked(facts is not None and facts.log)
        self.problem.show_sentence("")
        self.low.setFocus()

    def _fill(self) -> None:
        facts = self._facts()
        whole = facts is not None and facts.kind == "int"
        low, high = (parse_number(box.text()) for box in (self.low, self.high))
        if isinstance(low, str) or isinstance(high, str):
            self.problem.show_sentence(self.tr("Type a number into both fields."))
            return
        try:
            values = range_values(low, high, self.steps.value(), log=self.log.isChecked(), whole=whole)
        except ValueError:
            self.problem.show_sentence(self.tr("Even factors need numbers above 0 at both ends."))
            return
        self.filled.emit(values)
        self.close()
