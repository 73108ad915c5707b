"""Asks for predictions when somebody looks at them, and not more often than they can change."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from core.data import DataSet
from core.events import EpochDone, RunEnded, RunStarted
from core.experiment import Experiment
from desktop_app.engine_host import EngineHost
from desktop_app.engine_messages import ParametersLoaded, PartName, Phase, PredictionAnswered


class PredictionControl(QObject):
    """Keeps the predictions of one part of the data fresh while ``active``.

    Predictions follow every epoch, every pause and the end of a run. The test part is predicted only after
    the run has finished.

    Args:
        host: the engine.
        parent: owns this object.
        interval_ms: while the network trains, so much time at least lies between two questions.

    Signals:
        predicted: a Predicted event, or None when there is no network for this data set any more.
    """

    predicted = Signal(object)

    def __init__(self, host: EngineHost, parent: QObject | None = None, *, interval_ms: int = 0) -> None:
        super().__init__(parent)
        self._host = host
        self._interval_ms = interval_ms
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._ask)
        self._data: DataSet | None = None
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
        self._ask_at_once()

    @Slot(object)
    def set_part(self, part: PartName) -> None:
        """Choose the part of the data."""
        self._part = part
        self._stale = True
        self._ask_at_once()

    @Slot(object)
    def show_experiment(self, experiment: Experiment) -> None:
        """Follow the data set; predictions for another one are no longer true."""
        if experiment.data == self._data:
            return
        self._data = experiment.data
        self.predicted.emit(None)
        self._stale = True
        self._ask()

    @Slot(object)
    def _on_received(self, received: Sequence[object]) -> None:
        for message in received:
            if isinstance(message, PredictionAnswered):
                self._waiting = False
                asked = (message.request.data, message.request.part) == (self._data, self._part)
                # It may be the late word of a network that was reset meanwhile.
                if asked and message.predicted and message.predicted.run_id == self._host.run_id:
                    self.predicted.emit(message.predicted)
            elif isinstance(message, RunStarted | ParametersLoaded):
                self._finished = False
            elif isinstance(message, RunEnded):
                self._finished = message.reason == "finished"
            if isinstance(message, EpochDone | RunEnded | ParametersLoaded):
                self._stale = True
        self._ask()

    @Slot(object)
    def _on_phase_changed(self, phase: Phase) -> None:
        if phase == "idle":
            self._stale = self._finished = False
            self.predicted.emit(None)
        elif phase in ("paused", "ended"):
            self._stale = True
            self._ask_at_once()

    def _ask_at_once(self) -> None:
        """Ask without waiting for the interval: somebody did something, or nothing else will come."""
        self._timer.stop()
        self._ask()

    @Slot()
    def _ask(self) -> None:
        if self._data is None or not (self._active and self._stale) or self._waiting or self._timer.isActive():
            return
        if self._host.phase in ("running", "paused", "ended") and (self._part != "test" or self._finished):
            self._stale, self._waiting = False, True
            self._host.predict(self._data, self._part)
            if self._interval_ms:
                self._timer.start(self._interval_ms)
