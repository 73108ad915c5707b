"""A window with the real engine, for the tests of one of its tabs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from core.experiment import Experiment
from desktop_app.app import Laboratory
from desktop_app.preferences import Preferences
from tests.desktop_app.fakes import FakeDialogs

TIMEOUT = 60_000


@contextmanager
def opened(qtbot: QtBot, folder: Path, experiment: Experiment, tab: str) -> Iterator[Laboratory]:
    """Open a window with an experiment and one of its tabs in front; close it in order afterwards."""
    laboratory = Laboratory(Preferences(folder), dialogs=FakeDialogs())
    laboratory.preferences.remember(experiment, None, False)
    laboratory.open()
    qtbot.waitUntil(lambda: laboratory.run.phase == "idle" and laboratory.data.parts is not None, timeout=TIMEOUT)
    laboratory.window.tabs.setCurrentWidget(getattr(laboratory.window, tab))
    yield laboratory
    laboratory.files._dialogs.answer = "discard"
    with qtbot.waitSignal(laboratory.host.closed, timeout=TIMEOUT):
        laboratory.window.close()
    laboratory.window.deleteLater()


def press(laboratory: Laboratory, qtbot: QtBot, action: QAction) -> None:
    """Click the button of an action in the run bar."""
    qtbot.mouseClick(laboratory.window.run_bar.widgetForAction(action), Qt.MouseButton.LeftButton)
