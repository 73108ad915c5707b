"""Asks for predictions when somebody looks at them, and not more often than they can change."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot

from core.events import EpochDone, Predicted, RunEnded, RunStarted
from desktop_app.engine_host import EngineHost
from desktop_app.engine_messages import ParametersLoaded, PartName, Phase


class PredictionControl(QObject):
    """Keeps the predictions of one part of the data fresh while ``active``.

    Predictions follow every epoch, every pause and the end of a run. The test part is predicted only after
    the run has finished.

    Signals:
        predicted: a Predicted event, or None when there is no network any more.
    """

    predicted = Signal(object)

    def __init__(self, host: EngineHost, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._host = host
        self._part: PartName = "validation"
        self._active = False
        self._finished = False
        self._stale = False
        self._waiting = False
        host.received.connect(self._on_received)
        host.phase_changed.connect(self._on_phase_changed)

    @Slot(bool)
    def set_active(self, active: bool) -> None:
        """Tell whether the predictions can be seen."""
        self._active = active
        self._ask()

    @Slot(object)
    def set_part(self, part: PartName) -> None:
        """Choose the part of the data."""
        self._part = part
        self._stale = True
        self._ask()

    @Slot(object)
    def _on_received(self, received: Sequence[object]) -> None:
        for message in received:
            if isinstance(message, Predicted):
                self._waiting = False
                self.predicted.emit(message)
            elif isinstance(message, RunStarted):
                self._finished = False
            elif isinstance(message, RunEnded):
                self._finished = message.reason == "finished"
            if isinstance(message, EpochDone | RunEnded | ParametersLoaded):
                self._stale = True
        self._ask()

    @Slot(object)
    def _on_phase_changed(self, phase: Phase) -> None:
        self._waiting = False
        if phase == "idle":
            self._stale = False
            self.predicted.emit(None)
        elif phase in ("paused", "ended"):
            self._stale = True
            self._ask()

    def _ask(self) -> None:
        allowed = self._part != "test" or self._finished
        if (
            self._active
            and self._stale
            and allowed
            and not self._waiting
            and self._host.phase not in ("loading", "idle")
        ):
            self._stale, self._waiting = False, True
            self._host.predict(self._part)
