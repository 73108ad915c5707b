"""The buttons that show one step of training in a network, layer by layer: forwards, then backwards."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from desktop_app.icons import icon

_TICK_MS = 33
_SLOWEST, _FASTEST, _WHOLE = 1.1, 0.25, 14.0  # seconds for one layer, and for all


class FlowBar(QWidget):
    """Moves through a step. Nothing moves unless it is asked, and it stops by itself at the end.

    ``moved`` tells that :attr:`position` has changed; ``opened`` that a step begins to be shown, or no longer is.

    Attributes:
        position: how many layers the signal has passed, forwards and then backwards; None while no step is shown.
    """

    moved = Signal()
    opened = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.position: float | None = None
        self._layers, self._end = 1, 2
        self.play = QToolButton()
        self.play.setText(self.tr("Show a step"))
        self.play.setToolTip(
            self.tr("Show how a sample goes through the network, and how the gradients of the last step came back")
        )
        self.play.setIcon(icon("train"))
        self.play.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.play.clicked.connect(self._play)
        self.back = self._button("◀", self.tr("One layer back"), lambda: self._step(-1))
        self.on = self._button("▶", self.tr("One layer on"), lambda: self._step(1))
        self.close_button = self._button("✕", self.tr("Show the weights again"), self.finish)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for button in (self.play, self.back, self.on, self.close_button):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            row.addWidget(button)
        self._show_state()

    def set_layers(self, layers: int) -> None:
        """Begin afresh with a network of so many layers with units."""
        self._layers, self._end = max(layers, 1), 2 * max(layers, 1)
        self.finish()

    def set_backwards(self, on: bool) -> None:
        """Tell whether there are gradients that can come back."""
        self._end = 2 * self._layers if on else self._layers

    @property
    def is_backwards(self) -> bool:
        """Whether the signal is on its way back."""
        return self.position is not None and self.position >= self._layers and self._end > self._layers

    @property
    def reached(self) -> float | None:
        """How many layers the signal has passed on its way, forwards or backwards."""
        if self.position is None:
            return None
        return self.position - self._layers if self.is_backwards else self.position

    @property
    def is_playing(self) -> bool:
        """Whether it moves by itself."""
        return self._timer.isActive()

    def finish(self) -> None:
        """Show no step any more."""
        self._timer.stop()
        if self.position is not None:
            self.position = None
            self.opened.emit(False)
            self.moved.emit()
        self._show_state()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop moving."""
        super().hideEvent(event)
        self._timer.stop()
        self._show_state()

    def _button(self, text: str, tip: str, do: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.clicked.connect(do)
        return button

    def _play(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
        else:
            self._open()
            if self.position is None or self.position >= self._end:
                self.position = 0.0
            self._timer.start()
            self.moved.emit()
        self._show_state()

    def _open(self) -> None:
        if self.position is None:
            self.position = 0.0
            self.opened.emit(True)

    def _step(self, by: int) -> None:
        """Go to the next or the last layer, and stand still."""
        self._timer.stop()
        assert self.position is not None
        whole = int(self.position)
        target = whole + 1 if by > 0 else whole - (self.position == whole)
        self.position = float(min(max(target, 0), self._end))
        self.moved.emit()
        self._show_state()

    def _tick(self) -> None:
        assert self.position is not None
        seconds = min(_SLOWEST, max(_FASTEST, _WHOLE / self._end))
        self.position = min(self.position + _TICK_MS / 1000 / seconds, float(self._end))
        if self.position >= self._end:
            self._timer.stop()
            self._show_state()
        self.moved.emit()

    def _show_state(self) -> None:
        shown = self.position is not None
        for button in (self.back, self.on, self.close_button):
            button.setVisible(shown)
        self.play.setText(self.tr("Pause") if self._timer.isActive() else self.tr("Show a step"))
        self.play.setIcon(icon("pause" if self._timer.isActive() else "train"))
