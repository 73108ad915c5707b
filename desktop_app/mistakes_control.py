"""Gets the answers of the network that the Mistakes tab shows."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from core.probes import Subject
from desktop_app.classify_control import ClassifyControl
from desktop_app.engine_host import EngineHost
from desktop_app.plots.mistakes import MistakesView
from desktop_app.prediction_control import PredictionControl

_INTERVAL_MS = 1000
"""Who looks at a wall of samples cannot follow it faster, and to draw it takes the window some time."""


class MistakesControl(QObject):
    """Keeps the predictions and answers fresh that a view shows, as long as it is seen.

    Args:
        host: the engine.
        view: shows them.
        parent: owns this object.
    """

    def __init__(self, host: EngineHost, view: MistakesView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._predictions = PredictionControl(host, self, interval_ms=_INTERVAL_MS)
        self._answers = ClassifyControl(host, view.own, self)
        view.subject_shown.connect(self._show_subject)
        view.predictions_wanted.connect(self._ask)
        self._predictions.predicted.connect(view.show_predictions)

    @Slot(object)
    def _show_subject(self, subject: Subject) -> None:
        self._predictions.show_experiment(subject.experiment)
        self._ask()

    @Slot()
    def _ask(self) -> None:
        """Ask for the part that is seen now, also if it was asked for before: nobody may have kept the answer."""
        part = self._view.wanted_part
        if part is not None:
            self._predictions.set_part(part)
        self._predictions.set_active(part is not None)
        self._answers.refresh()
