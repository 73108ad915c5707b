"""A line to type the place of a cursor into; Up and Down move it."""

from __future__ import annotations

from math import isfinite

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

DECIMALS = 3


def parsed(text: str, limit: float) -> float | None:
    """Return the number of a text, with point or comma, or None if it is none from ``-limit`` to ``limit``."""
    try:
        value = float(text.strip().replace(",", ".").replace("−", "-"))
    except ValueError:
        return None
    return round(value, DECIMALS) + 0.0 if isfinite(value) and abs(value) <= limit else None


class CursorBox(QLineEdit):
    """Holds a number from ``-limit`` to ``limit``; ``value_changed`` carries it. Up and Down change it by ``step``.

    What is typed counts as soon as it is a number; leaving the box with anything else brings the last number back.
    """

    value_changed = Signal(float)

    def __init__(self, limit: float, step: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._limit, self._step, self._value = limit, step, 0.0
        self.textEdited.connect(self._type)
        self.editingFinished.connect(self._write)
        self._write()

    @property
    def value(self) -> float:
        """The last number that was set or typed."""
        return self._value

    def set_value(self, value: float) -> None:
        """Set the number; beyond the limits, the nearest limit."""
        self._take(round(min(self._limit, max(-self._limit, value)), DECIMALS) + 0.0)
        self._write()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step up and down."""
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 10, Qt.Key.Key_PageDown: -10}
        key = Qt.Key(event.key())
        if key in steps:
            self.set_value(self._value + steps[key] * self._step)
            self.selectAll()
        else:
            super().keyPressEvent(event)

    def _type(self, text: str) -> None:
        value = parsed(text, self._limit)
        self._mark(invalid=value is None)
        if value is not None:
            self._take(value)

    def _take(self, value: float) -> None:
        if value != self._value:
            self._value = value
            self.value_changed.emit(value)

    def _write(self) -> None:
        self.setText(f"{self._value:.{DECIMALS}f}".rstrip("0").rstrip("."))
        self._mark(invalid=False)

    def _mark(self, *, invalid: bool) -> None:
        if bool(self.property("invalid")) != invalid:
            self.setProperty("invalid", invalid)
            self.style().unpolish(self)
            self.style().polish(self)
