"""A layer whose program stands still: the window says so, waits or ends, and loses nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QThread
from PySide6.QtWidgets import QAbstractButton

from core import programs
from core.edits import SetValue
from core.programs import Seen
from desktop_app.app import Laboratory
from desktop_app.preferences import Preferences
from tests.desktop_app.fakes import FakeDialogs
from tests.desktop_app.windows import TIMEOUT, press
from tests.own_layers import GATE, program, with_layer

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def laboratory(qtbot, tmp_path):
    GATE.shut()
    own = program("standing still")
    programs.agree(own)
    programs.note(own.sha256, "Own", (6,), Seen("", (6,), hybridizes=False))
    found = Laboratory(Preferences(tmp_path), dialogs=FakeDialogs())
    found.preferences.remember(with_layer(own, tmp_path / "own.py"), None, False)
    found.host._patience.setInterval(20)
    found.open()
    qtbot.waitUntil(lambda: found.run.phase == "idle" and found.data.parts is not None, timeout=TIMEOUT)
    yield found
    GATE.opened.set()
    thread = found.host.findChild(QThread)
    qtbot.waitUntil(thread.isFinished, timeout=TIMEOUT)
    found.window.deleteLater()
    programs.forget_all()


def answer(laboratory, qtbot, text):
    qtbot.waitUntil(lambda: laboratory.silence.box is not None, timeout=TIMEOUT)
    (button,) = [b for b in laboratory.silence.box.findChildren(QAbstractButton) if b.text() == text]
    qtbot.mouseClick(button, LEFT)


def train(laboratory, qtbot):
    press(laboratory, qtbot, laboratory.window.run_bar.train)
    qtbot.waitUntil(GATE.reached.is_set, timeout=TIMEOUT)


def test_one_can_wait_for_it_or_end_without_it(laboratory, qtbot, tmp_path):
    host, window = laboratory.host, laboratory.window
    train(laboratory, qtbot)
    assert not host.is_silent, "nothing was to stop yet"
    press(laboratory, qtbot, window.run_bar.stop)
    answer(laboratory, qtbot, "Wait")
    qtbot.waitUntil(lambda: laboratory.silence.box is not None, timeout=TIMEOUT)
    assert laboratory.silence.box.windowTitle() == "The program of a layer does not answer"
    GATE.opened.set()
    qtbot.waitUntil(lambda: laboratory.run.phase == "ended", timeout=TIMEOUT)
    assert laboratory.run.history.ended.reason == "stopped"
    assert laboratory.silence.box is None

    GATE.shut()
    train(laboratory, qtbot)
    laboratory.session.apply(SetValue("optimizer.learning_rate", 0.25))
    press(laboratory, qtbot, window.run_bar.stop)
    with qtbot.waitSignal(host.closed, timeout=TIMEOUT):
        answer(laboratory, qtbot, "End Gluon Lab")
    assert not window.isVisible()
    assert host.findChild(QThread).isRunning()
    experiment, _, is_modified = Preferences(tmp_path).last()
    assert (experiment.optimizer.learning_rate, is_modified) == (0.25, True)


def test_a_window_that_is_closed_does_not_wait_for_ever(laboratory, qtbot):
    train(laboratory, qtbot)
    laboratory.window.close()
    with qtbot.waitSignal(laboratory.host.closed, timeout=TIMEOUT):
        answer(laboratory, qtbot, "End Gluon Lab")
    assert not laboratory.window.isVisible()


def test_whoever_closes_the_window_while_it_is_asked_can_still_answer(laboratory, qtbot):
    train(laboratory, qtbot)
    press(laboratory, qtbot, laboratory.window.run_bar.stop)
    qtbot.waitUntil(lambda: laboratory.silence.box is not None, timeout=TIMEOUT)
    # As Ctrl+C in the terminal does.
    laboratory.window.close()
    qtbot.waitUntil(laboratory.silence.box.isEnabled, timeout=TIMEOUT)
    with qtbot.waitSignal(laboratory.host.closed, timeout=TIMEOUT):
        answer(laboratory, qtbot, "End Gluon Lab")
