"""The controls of the slow walk through a run: halt, one line further, the speed, and what happens now in words."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QSlider, QToolButton, QWidget

from desktop_app.code.stages import sentence_of
from desktop_app.code.walk import Walk
from desktop_app.icons import icon

PACES_MS = (4000, 2500, 1500, 900, 500, 250, 100)
"""How long every line is shown, from the slowest speed to the fastest."""
_USUAL = 2


class SlowBar(QWidget):
    """Steers a :class:`Walk`; it is shown while the slow motion is on.

    Signals:
        pace_changed: the milliseconds that every line is shown.
    """

    pace_changed = Signal(int)

    def __init__(self, walk: Walk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._walk = walk
        self.halt = self._button("pause", self.tr("Halt at this line"))
        self.further = self._button("step_batch", self.tr("One line further"))
        self.speed, self.text = QSlider(Qt.Orientation.Horizontal), QLabel()
        caption = QLabel(self.tr("Speed"))
        caption.setProperty("role", "muted")
        self.speed.setRange(0, len(PACES_MS) - 1)
        self.speed.setPageStep(1)
        self.speed.setFixedWidth(90)
        self.speed.setAccessibleName(self.tr("Speed of the slow motion"))
        self.speed.setToolTip(self.speed.accessibleName())
        self.text.setWordWrap(True)
        self.text.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        self.text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 2, 12, 4)
        row.setSpacing(6)
        for widget in (self.halt, self.further, caption, self.speed):
            row.addWidget(widget)
        row.addSpacing(6)
        row.addWidget(self.text, 1)
        self.halt.clicked.connect(self._halt_or_go_on)
        self.further.clicked.connect(self._go_further)
        self.speed.valueChanged.connect(self._set_pace)
        self.speed.setValue(_USUAL)
        self.show_phase("")
        self.hide()

    def show_phase(self, phase: str) -> None:
        """Say what happens in the phase that is shown."""
        self.text.setText(sentence_of(phase))
        self.show_halted()

    def show_halted(self) -> None:
        """Show whether the walk goes on by itself."""
        halted = self._walk.is_halted
        self.halt.setIcon(icon("train" if halted else "pause"))
        name = self.tr("Go on by itself") if halted else self.tr("Halt at this line")
        self.halt.setToolTip(name)
        self.halt.setAccessibleName(name)

    def _halt_or_go_on(self) -> None:
        if self._walk.is_halted:
            self._walk.go_on()
        else:
            self._walk.halt()
        self.show_halted()

    def _go_further(self) -> None:
        self._walk.halt()
        self._walk.advance()
        self.show_halted()

    def _set_pace(self, position: int) -> None:
        self._walk.set_pace(PACES_MS[position])
        self.pace_changed.emit(PACES_MS[position])

    def _button(self, icon_name: str, name: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(icon_name))
        button.setIconSize(QSize(14, 14))
        button.setToolTip(name)
        button.setAccessibleName(name)
        return button
