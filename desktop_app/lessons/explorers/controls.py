"""The controls of explorers, made from what the fields of a setup say about themselves."""

from __future__ import annotations

import math
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QSizePolicy, QSlider, QWidget

from core.explorers.setup import Setup
from core.fields import FieldFacts, field_facts
from desktop_app.plots.cursor_box import CursorBox
from desktop_app.texts import translated

_NOTCHES = 1000
_SLIDER_WIDTH = 110  # pixels
_LEAST_SLIDER = 50


class StillSlider(QSlider):
    """A slider that the wheel moves only while it has the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Step with the focus, else let the page scroll."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class NumberBox(CursorBox):
    """A box for a number of a range; whole numbers if ``whole``. The wheel needs the focus."""

    def __init__(self, low: float, high: float, step: float, *, whole: bool = False) -> None:
        super().__init__(high, step)
        if whole:
            self.setDecimals(0)
        self.setRange(low, high)
        self.setKeyboardTracking(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Step with the focus, else let the page scroll."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class NumberControl(QWidget):
    """Title, slider and box for a number.

    Signals:
        edited: the number that the user wants, an int where only whole numbers fit.
        refused: why what was typed is not taken.

    Args:
        facts: range, title and help of the field.
        reach: lowest and highest number of the slider, where it does not span the whole range.
        slider: whether there is one.
    """

    edited = Signal(object)
    refused = Signal(str)

    def __init__(self, facts: FieldFacts, *, reach: tuple[float, float] | None = None, slider: bool = True) -> None:
        super().__init__()
        assert facts.minimum is not None
        assert facts.maximum is not None
        self._whole = facts.kind == "int"
        self._log = facts.log
        self._low, self._high = reach or (facts.minimum, facts.maximum)
        self._value: float = facts.default
        title, tip = translated(facts.title), translated(facts.help)
        self.label, self.slider = QLabel(title), StillSlider()
        self.box = NumberBox(facts.minimum, facts.maximum, facts.step or (1 if self._whole else 0.1), whole=self._whole)
        self.box.setFixedWidth(74 if facts.maximum < 1000 else 86)
        self.label.setBuddy(self.box)
        for widget in (self.slider, self.box):
            widget.setAccessibleName(title)
            widget.setToolTip(tip)
        self.label.setToolTip(tip)
        few = self._whole and not self._log and self._high - self._low <= _NOTCHES
        self.slider.setRange(0, round(self._high - self._low) if few else _NOTCHES)
        self.slider.setMinimumWidth(_LEAST_SLIDER)
        self.slider.setVisible(slider)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.label)
        row.addWidget(self.slider, 1)
        row.addWidget(self.box)
        self._has_slider = slider
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.slider.valueChanged.connect(self._slid)
        self.box.valueChanged.connect(self._typed)
        self.box.refused.connect(self.refused)
        self.show_value(self._value)

    def sizeHint(self) -> QSize:
        """Return room for a slider of a usual length."""
        hint = super().sizeHint()
        if not self._has_slider:
            return hint
        return QSize(hint.width() - self.slider.sizeHint().width() + _SLIDER_WIDTH, hint.height())

    @property
    def value(self) -> float:
        """The number that is shown."""
        return self._value

    def show_value(self, value: float) -> None:
        """Show a number without emitting anything."""
        self._value = value
        for widget in (self.slider, self.box):
            widget.blockSignals(True)
        self.slider.setValue(self._position(value))
        self.box.setValue(value)
        for widget in (self.slider, self.box):
            widget.blockSignals(False)

    def _position(self, value: float) -> int:
        low, high = self._low, self._high
        value = min(max(value, low), high)
        share = math.log(value / low) / math.log(high / low) if self._log else (value - low) / (high - low)
        return round(share * self.slider.maximum())

    def _slid(self, position: int) -> None:
        share, low, high = position / self.slider.maximum(), self._low, self._high
        value = low * (high / low) ** share if self._log else low + share * (high - low)
        self._want(float(f"{value:.3g}") if self._log or abs(value) < 1000 else value)

    def _typed(self, value: float) -> None:
        self._want(value)

    def _want(self, value: float) -> None:
        wanted = round(value) if self._whole else float(value)
        if wanted != self._value:
            self.show_value(wanted)
            self.edited.emit(wanted)


class ChoiceControl(QWidget):
    """Title and list for a choice.

    Signals:
        edited: the word that the user has chosen.
    """

    edited = Signal(object)

    def __init__(self, facts: FieldFacts) -> None:
        super().__init__()
        title, tip = translated(facts.title), translated(facts.help)
        self.label, self.box = QLabel(title), QComboBox()
        self.label.setBuddy(self.box)
        self.box.setAccessibleName(title)
        self.box.setToolTip(tip)
        for word, name in facts.choices.items():
            self.box.addItem(translated(name), word)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.label)
        row.addWidget(self.box)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.box.activated.connect(lambda index: self.edited.emit(self.box.itemData(index)))

    @property
    def value(self) -> str:
        """The word that is shown."""
        return str(self.box.currentData())

    def show_value(self, value: str) -> None:
        """Show a word without emitting anything."""
        self.box.setCurrentIndex(self.box.findData(value))


class SwitchControl(QCheckBox):
    """A check box for what is on or off.

    Signals:
        edited: True or False, as the user wants it.
    """

    edited = Signal(object)

    def __init__(self, facts: FieldFacts) -> None:
        super().__init__(translated(facts.title))
        self.setToolTip(translated(facts.help))
        self.clicked.connect(lambda on: self.edited.emit(on))

    @property
    def value(self) -> bool:
        """Whether it is on."""
        return self.isChecked()

    def show_value(self, value: bool) -> None:
        """Show whether it is on without emitting anything."""
        self.setChecked(value)


Control = NumberControl | ChoiceControl | SwitchControl


def control_of(kind: type[Setup], name: str, **options: Any) -> Control:
    """Return the control of a field; ``options`` are those of :class:`NumberControl`."""
    facts = field_facts(kind, name)
    if facts.kind == "bool":
        return SwitchControl(facts)
    return ChoiceControl(facts) if facts.kind == "choice" else NumberControl(facts, **options)
