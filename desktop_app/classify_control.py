"""Asks the network about an input of the user's own: at once, but never faster than can be seen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Slot

from core.events import EpochDone, RunEnded, UnitSwitched, WeightSet
from desktop_app.engine_host import EngineHost
from desktop_app.engine_messages import Classified, Classify, Failed, ParametersLoaded, Phase
from desktop_app.plots.own import OwnView

INTERVAL_MS = 66


class ClassifyControl(QObject):
    """Keeps the answer to what a view offers fresh while it is visible.

    One question is on its way at a time; what changes meanwhile is asked when its answer is there.

    Args:
        host: the engine.
        view: offers inputs and shows answers.
        parent: owns this object.
    """

    def __init__(self, host: EngineHost, view: OwnView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._host, self._view = host, view
        self._waiting = self._stale = False
        self._since_asked = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._ask)
        view.changed.connect(self.refresh)
        host.received.connect(self._on_received)
        host.phase_changed.connect(self._on_phase_changed)

    @Slot()
    def refresh(self) -> None:
        """Ask again: the input or the network is another one, or the view has come into sight."""
        self._stale = True
        self._ask()

    @Slot()
    def _ask(self) -> None:
        if not self._stale or self._waiting or not self._view.isVisible():
            return
        left = INTERVAL_MS - self._since_asked.elapsed() if self._since_asked.isValid() else 0
        if left > 0:
            self._timer.start(left)
            return
        subject, X = self._view.subject, self._view.inputs()
        self._stale = False
        if X is None or subject is None or self._host.phase not in ("running", "paused", "ended"):
            return
        self._waiting = True
        self._since_asked.start()
        self._host.classify(subject.experiment.data, X)

    @Slot(object)
    def _on_received(self, received: Sequence[object]) -> None:
        for message in received:
            if isinstance(message, Classified):
                self._waiting = False
                self._show(message)
            elif isinstance(message, Failed) and isinstance(message.request, Classify):
                self._waiting = False
                self._view.answer.show_sentence(message.sentence)
            elif isinstance(message, EpochDone | RunEnded | ParametersLoaded | WeightSet | UnitSwitched):
                self._stale = True
        self._ask()

    @Slot(object)
    def _on_phase_changed(self, phase: Phase) -> None:
        if phase in ("paused", "ended"):
            self.refresh()

    def _show(self, classified: Classified) -> None:
        subject = self._view.subject
        mine = subject is not None and subject.experiment.data == classified.request.data
        # An answer to what is no longer there would come back after everything has been wiped away.
        if mine and classified.outputs is not None and self._view.inputs() is not None:
            self._view.show_answer(
                classified.outputs[0], classified.step, has_probabilities=classified.has_probabilities
            )
