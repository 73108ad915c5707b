"""A window with the real engine, for the tests of one of its tabs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import SignalBlocker

from core.experiment import Experiment
from desktop_app.app import Laboratory
from desktop_app.engine_messages import DataLoaded
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


@contextmanager
def kept_open(folder: Path, experiment: Experiment) -> Iterator[Laboratory]:
    """Open a window for several tests, each of which borrows it by :func:`lent`; close it in order afterwards.

    To build it, and to start its engine, takes longer than what most tests do with it.
    """
    laboratory = Laboratory(Preferences(folder), dialogs=FakeDialogs())
    laboratory.preferences.remember(experiment, None, False)
    laboratory.open()
    yield laboratory
    laboratory.files._dialogs.answer = "discard"
    with SignalBlocker(timeout=TIMEOUT) as closed:
        closed.connect(laboratory.host.closed)
        laboratory.window.close()
    laboratory.window.deleteLater()
    laboratory.deleteLater()


@contextmanager
def lent(qtbot: QtBot, laboratory: Laboratory, tab: str) -> Iterator[Laboratory]:
    """Put a tab in front before any training, and leave the window without a network again."""
    qtbot.waitUntil(lambda: laboratory.run.phase == "idle" and laboratory.data.parts is not None, timeout=TIMEOUT)
    laboratory.window.tabs.setCurrentWidget(getattr(laboratory.window, tab))
    yield laboratory
    laboratory.run.reset()
    # What the engine still has to say belongs to this test.
    host = laboratory.host
    with qtbot.waitSignal(host.received, check_params_cb=_tells_of_data, timeout=TIMEOUT):
        host.load_data(laboratory.session.experiment.data)
    qtbot.waitUntil(lambda: laboratory.run.phase == "idle" and not _is_awaited(laboratory), timeout=TIMEOUT)


def _is_awaited(laboratory: Laboratory) -> bool:
    """Tell whether something was put off that comes soon, such as the drawing of a picture."""
    timers = laboratory.findChildren(QTimer) + laboratory.window.findChildren(QTimer)
    return any(timer.isActive() for timer in timers if timer.isSingleShot())


def _tells_of_data(received: list[object]) -> bool:
    return any(isinstance(message, DataLoaded) for message in received)


def press(laboratory: Laboratory, qtbot: QtBot, action: QAction) -> None:
    """Click the button of an action in the run bar."""
    qtbot.mouseClick(laboratory.window.run_bar.widgetForAction(action), Qt.MouseButton.LeftButton)
