"""The parameters of the network that trains in the window, described as those of a file are."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from core.events import ProbeTaken
from core.explorers.parameters import FitRow, FoundArray, describe
from core.probes import Probe, Subject, WeightsProbe
from core.stack import gluon_parameter_shapes

MAX_NUMBERS = 1_000_000
"""Of a larger array only the shape is shown."""
_PAUSE_MS = 250


class LiveParameters(QObject):
    """Takes in what a probe sees, a few times a second: to describe large arrays takes the window some time.

    ``changed`` tells that ``rows`` are new.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.step = 0
        self.rows: list[tuple[FitRow, FoundArray | None]] = []
        self.subject: Subject | None = None
        self._waiting: ProbeTaken | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._take)

    @property
    def has_network(self) -> bool:
        """Whether there is a network that can be asked."""
        return self.subject is not None and self.subject.has_network

    def probes(self) -> tuple[Probe, ...]:
        """Return the question about all parameters, as long as there is a network."""
        return (WeightsProbe(MAX_NUMBERS),) if self.has_network else ()

    def show_subject(self, subject: Subject) -> None:
        """Begin afresh with another network."""
        self.stop()
        self.subject, self.rows = subject, []
        self.changed.emit()

    def show_probe(self, taken: ProbeTaken) -> None:
        """Take in what the network holds now, or a little later."""
        self._waiting = taken
        if not self._pause.isActive():
            self._take()

    def stop(self) -> None:
        """Describe nothing any more of what has come."""
        self._pause.stop()
        self._waiting = None

    @Slot()
    def _take(self) -> None:
        taken, self._waiting = self._waiting, None
        if taken is None or self.subject is None:
            return
        shapes = gluon_parameter_shapes(self.subject.experiment)
        shapes |= {name: values.shape for name, values in taken.values.items() if ":" not in name}
        self.step = taken.step
        self.rows = [
            (FitRow(name, shape, None), describe(name, taken.values[name]) if name in taken.values else None)
            for name, shape in shapes.items()
        ]
        self._pause.start()
        self.changed.emit()
