"""What the pictures of the Weights tab have in common."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from core.events import ProbeTaken
from core.experiment import Experiment
from core.probes import Probe
from desktop_app.plots.canvas import Canvas


class WeightsPage(Canvas):
    """One picture, which begins afresh with every network.

    ``tools`` are what belongs to this picture alone, for a row above it; None if there is nothing. ``probe_changed``
    tells that something else is to be asked.
    """

    probe_changed = Signal()

    tools: QWidget | None = None

    @abstractmethod
    def name(self) -> str:
        """Return what an exported file is called, after the experiment's name."""

    @abstractmethod
    def probe(self) -> Probe:
        """Return what to ask."""

    def waits_for(self) -> str:
        """Return what is to happen before there is something to see, if the network alone does not do."""
        return ""

    @abstractmethod
    def show_experiment(self, experiment: Experiment, batches_per_epoch: int) -> tuple[str, str] | None:
        """Begin afresh; return a heading and a sentence if there is nothing to draw for this experiment."""

    @abstractmethod
    def show_probe(self, taken: ProbeTaken) -> None:
        """Show an answer."""

    @abstractmethod
    def reset_view(self) -> None:
        """Show everything, and follow what comes."""

    @property
    @abstractmethod
    def has_numbers(self) -> bool:
        """Whether there is something to export."""

    @abstractmethod
    def to_csv(self) -> str:
        """Return the numbers behind the picture."""


def tool_label(text: str) -> QLabel:
    """Return a muted label for a row of tools."""
    label = QLabel(text)
    label.setProperty("role", "muted")
    return label
