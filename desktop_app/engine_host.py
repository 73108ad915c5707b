"""The window's end of the engine: one QThread for the application's whole life, and the mailbox that it fills."""

from __future__ import annotations

import gc
import threading
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pyqtgraph.util.garbage_collector import GarbageCollector
from PySide6.QtCore import QBasicTimer, QElapsedTimer, QObject, Qt, QThread, QTimer, QTimerEvent, Signal, Slot

from core.data import DataSet
from core.events import Event, ProbeTaken, RunEnded
from core.experiment import Experiment, LiveSettings
from core.probes import Probe
from core.questions import Question
from desktop_app import engine_messages as messages
from desktop_app.drawing_meter import DrawingMeter
from desktop_app.engine_messages import Pace, PartName, Phase, Request
from desktop_app.engine_worker import EngineWorker
from desktop_app.mailbox import Mailbox

_REFRESH_MS = 33
PATIENCE_MS = 10_000
"""So long the thread may take to get to a request that stops something."""


class EngineHost(QObject):
    """Hands requests to the engine's thread and passes on what it says, at most about 30 times a second.

    Signals:
        received: a list of messages in their order: events of runs and messages of ``engine_messages``.
        phase_changed: the new phase, after the messages before it were passed on.
        silence_changed: True if the thread has not answered for ``patience_ms`` after it was asked to stop something
            or to end, again and again as long as it does not; False when it answers after all.
        closed: the thread has ended, or was given up.
    """

    received = Signal(object)
    phase_changed = Signal(object)
    silence_changed = Signal(bool)
    closed = Signal()
    _requested = Signal(object)

    def __init__(self, data_dir: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.phase: Phase = "loading"
        self.run_id = 0
        self.experiment: Experiment | None = None
        """That of the newest network that was asked for."""
        self._newest_id = 0
        self._collector: GarbageCollector | None = None
        self._collects_by_itself = True
        self._cancels: dict[int, threading.Event] = {}
        self._ended: set[int] = set()
        self._mailbox = Mailbox()
        self._num_heeds = 0
        self._patience = QTimer(self)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._note_silence)
        self.is_silent = self.is_given_up = self._is_closing = False
        self._meter, self._draws = DrawingMeter(), False
        self._since_refresh = QElapsedTimer()
        self._since_refresh.start()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._fetch)
        # Comes after posted events, and painting is one; QTimer.singleShot(0) would come before it.
        self._drawn = QBasicTimer()
        self._thread = QThread(self)
        self._thread.setObjectName("mxnet")
        self._worker = EngineWorker(self._mailbox, data_dir)
        self._worker.moveToThread(self._thread)
        self._worker.woken.connect(self._wake, Qt.ConnectionType.QueuedConnection)
        self._requested.connect(self._worker.handle, Qt.ConnectionType.QueuedConnection)
        self._thread.started.connect(self._worker.begin)
        self._thread.finished.connect(self._finish)

    def open(self) -> None:
        """Start the thread, which imports MXNet first.

        From now on Python's garbage is collected in this thread only: widgets that a collection in the engine's
        thread came across would be destroyed there, and Qt would crash.
        """
        self._collects_by_itself = gc.isenabled()
        self._collector = GarbageCollector(interval=1.0)
        self._thread.start()

    def close(self) -> None:
        """Stop what runs and end the thread; ``closed`` tells when. Requests after this are not heard."""
        self._cancel_run()
        self._is_closing = True
        if self._collector is not None:
            self._request(messages.Close())
        if self._collector is None or self.is_given_up:
            self.closed.emit()
            return
        # No answer that is still to come but the end of the thread is the one to this.
        self._num_heeds += 1
        self._patience.start()

    def give_up(self) -> None:
        """Wait for the thread no longer when closing, nor if it is waited for already.

        A process in which the thread still runs must be left by ``os._exit``: neither Qt nor Python can end it.
        """
        self.is_given_up = True
        self._patience.stop()
        if self._is_closing:
            self.closed.emit()

    def load_data(self, data: DataSet) -> None:
        """Ask for the arrays of a data set: answered by ``DataLoaded`` or ``DataFailed``."""
        self._request(messages.LoadData(data))

    def start(self, experiment: Experiment, pace: Pace = "run") -> None:
        """Begin a new run in place of the present one."""
        self._stop_run()
        cancel = self._new_cancel()
        self.run_id, self.experiment = self._newest_id, experiment
        self._request(messages.Start(self.run_id, experiment, cancel, pace))
        # At once, so that a second press does not start another run. Should the start fail, the worker says "idle".
        self._turn_to("running")

    def set_pace(self, pace: Pace) -> None:
        """Go on with the run, pause it, or go on for one batch or epoch."""
        self._request(messages.SetPace(pace))

    def stop(self) -> None:
        """End the run at the next batch, also when it is paused."""
        self._stop_run()
        self._request(messages.SetPace("run"))

    def change(self, settings: LiveSettings) -> None:
        """Change what can change while the run goes on."""
        self._request(messages.Change(settings))

    def reset(self) -> None:
        """Stop and forget the network; nothing more is heard of its run."""
        self._stop_run()
        self._newest_id += 1
        self.run_id = self._newest_id
        self._request(messages.Discard(self.run_id))
        # At once, so that what is pressed next is not taken for a word to the run that is gone.
        if self.phase in ("running", "paused", "ended"):
            self._turn_to("idle")

    def predict(self, data: DataSet, part: PartName) -> None:
        """Ask for the predictions for a part of a data set: answered by ``PredictionAnswered``."""
        self._request(messages.Predict(data, part))

    def classify(self, data: DataSet, X: NDArray[np.float32]) -> None:
        """Ask what the network says of inputs that are no samples: answered by ``Classified`` or ``Failed``."""
        self._request(messages.Classify(data, X))

    def watch(
        self, probes: tuple[Probe, ...], again: tuple[Probe, ...] = (), for_later: tuple[Probe, ...] = ()
    ) -> None:
        """Ask for the answers to these probes from now on, instead of those before: they come as ``ProbeTaken``.

        Of a network at rest, a probe that was asked before is answered only if it is among ``again``. Those of
        ``for_later`` are seen by nobody now; they are answered ever more seldom.
        """
        self._meter.begin(tuple(probe for probe in probes if probe not in for_later))
        self._mailbox.drawing_seconds = self._meter.seconds
        self._request(messages.Watch(probes, again, for_later))

    def set_weight(self, name: str, index: tuple[int, ...], value: float) -> None:
        """Change one entry of a parameter while the network lives: answered by ``WeightSet`` or ``Failed``."""
        self._request(messages.SetWeight(name, index, value))

    def switch_unit(self, layer: int, unit: int, on: bool) -> None:
        """Switch a unit of the network off or on: answered by ``UnitSwitched`` or ``Failed``."""
        self._request(messages.SwitchUnit(layer, unit, on))

    def ask(self, question: Question) -> None:
        """Let something be computed beside the run: answered by ``Answered``, once or in pieces, or by ``Failed``."""
        self._request(messages.Ask(question))

    def save_parameters(self, path: Path) -> None:
        """Save the network's parameters: answered by ``ParametersSaved`` or ``Failed``."""
        self._request(messages.SaveParameters(path))

    def load_parameters(self, experiment: Experiment, path: Path) -> None:
        """Put a network with stored parameters in place of the present run.

        Answered by ``ParametersLoaded``, or by ``Failed``: then the present run is still there, paused.
        """
        self._request(messages.SetPace("pause"))
        cancel = self._new_cancel()
        self.experiment = experiment
        self._request(messages.LoadParameters(self._newest_id, experiment, cancel, path))

    def _new_cancel(self) -> threading.Event:
        self._newest_id += 1
        self._cancels[self._newest_id] = threading.Event()
        return self._cancels[self._newest_id]

    def _stop_run(self) -> None:
        """Cancel the run, and watch whether the thread takes notice, unless it has ended: other work may take long."""
        has_run = bool(self._cancels.keys() - self._ended)
        self._cancel_run()
        if has_run and not self.is_given_up:
            self._num_heeds += 1
            self._request(messages.Heed(self._num_heeds))
            self._patience.start()

    @Slot()
    def _note_silence(self) -> None:
        self.is_silent = True
        self.silence_changed.emit(True)

    def _note_answer(self) -> None:
        self._patience.stop()
        if self.is_silent:
            self.is_silent = False
            self.silence_changed.emit(False)

    def _cancel_run(self) -> None:
        for cancel in self._cancels.values():
            cancel.set()
        self._cancels.clear()
        self._ended.clear()

    def _turn_to(self, phase: Phase) -> None:
        self.phase = phase
        self.phase_changed.emit(phase)

    def _request(self, request: Request) -> None:
        self._requested.emit(request)

    @Slot()
    def _wake(self) -> None:
        if not self._timer.isActive():
            self._timer.start(max(0, _REFRESH_MS - self._since_refresh.elapsed()))

    @Slot()
    def _fetch(self) -> None:
        self._since_refresh.restart()
        taken = self._mailbox.take_all()
        if messages.Heeded(self._num_heeds) in taken:
            self._note_answer()
        self._ended |= {message.run_id for message in taken if isinstance(message, RunEnded)}
        received = [message for message in taken if self._is_current(message)]
        self._draws = any(isinstance(message, ProbeTaken) for message in received)
        self._drawn.start(0, self)
        phases = [message.phase for message in received if isinstance(message, messages.PhaseChanged)]
        # Before anything is passed on: a receiver that opens a dialogue lets this method run inside itself.
        self.phase = phases[-1] if phases else self.phase
        if received:
            self.received.emit(received)
        if phases:
            self.phase_changed.emit(self.phase)

    def timerEvent(self, event: QTimerEvent) -> None:
        """Note how long it took to do what the messages of a fetch ask for, painting too."""
        self._drawn.stop()
        self._meter.note(self._since_refresh.nsecsElapsed() / 1e9, self._draws)
        self._mailbox.drawing_seconds = self._meter.seconds

    def _is_current(self, message: object) -> bool:
        """Tell whether a message is not the late word of an old run."""
        if isinstance(message, messages.ParametersLoaded) and message.run_id > self.run_id:
            self.run_id = message.run_id
        if isinstance(message, messages.Heeded):
            return False
        if isinstance(message, Event | messages.PhaseChanged | messages.ParametersLoaded):
            return message.run_id == self.run_id
        return True

    @Slot()
    def _finish(self) -> None:
        self._thread.wait()
        self._timer.stop()
        self._note_answer()
        if self._collector is not None:
            self._collector.timer.stop()
            if self._collects_by_itself:
                gc.enable()
        self._fetch()
        # The last fetch has started it once more; it must not outlive this object.
        self._drawn.stop()
        if not self.is_given_up:
            self.closed.emit()
