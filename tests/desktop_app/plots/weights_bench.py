"""The Weights tab, told things as ``ProbeControl`` tells them, by a real run."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.engine.probes import Prober
from core.events import BatchDone, ProbeTaken
from core.experiment import Experiment
from core.probes import Subject
from desktop_app.plots.weights import WeightsView
from tests.core.engine.runs import a_run

LEFT = Qt.MouseButton.LeftButton


class WeightsBench:
    """The tab with a run that it looks into.

    Args:
        qtbot: shows the widget.
        folder: where exports go.
    """

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.saved_to = folder / "picture"
        self.view = WeightsView(choose=lambda *_: str(self.saved_to))
        self.view.resize(900, 600)
        qtbot.addWidget(self.view)
        self.view.show()

    def turn_to(self, title: str) -> None:
        """Press a button of the switch."""
        button = next(button for button in self.view.buttons if button.text() == title)
        QTest.mouseClick(button, LEFT)

    def begin(self, experiment: Experiment) -> None:
        """Build the network of an experiment and look at it."""
        self.run = a_run(experiment)
        self.prober = Prober(self.run)
        self.events = self.run.events()
        self.view.show_subject(Subject(experiment, self.run.job.parts, has_network=True))
        assert QTest.qWaitForWindowExposed(self.view)
        self.look()

    def step(self, number: int = 1) -> None:
        """Make steps, and look after each."""
        for _ in range(number):
            next(event for event in self.events if isinstance(event, BatchDone))
            self.look()

    def look(self) -> None:
        """Answer what the tab asks."""
        for probe in self.view.probes():
            taken = self.prober.take(probe)
            if taken is not None:
                self.view.show_probe(taken)
        self.view.grab()

    def tell(self, values: Mapping[str, object], step: int = 7) -> None:
        """Answer what the tab asks with made-up numbers."""
        named = {name: np.asarray(value, np.float32) for name, value in values.items()}
        (probe,) = self.view.probes()
        self.view.show_probe(ProbeTaken(1, step, probe, named))
        self.view.grab()

    def settle(self) -> None:
        """Let legends break their rows, and colour bars take their room."""
        self.view.grab()
        QApplication.processEvents()

    def hover(self, x: float, y: float) -> str:
        """Move the mouse to a place of the plot; return what the card beside it says."""
        page = self.view.page
        self.settle()
        scene = page.plots[0].view.mapViewToScene(QPointF(x, y))
        place: QPoint = page.mapFromScene(scene)
        QTest.mouseMove(page.viewport(), place)
        return page.card.label.text() if page.card.isVisible() else ""
