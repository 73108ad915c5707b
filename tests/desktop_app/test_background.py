from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from core.data.user_file import Watch
from core.errors import DataError
from desktop_app.background import Background, Progress, Throttle

LIMIT_MS = 20_000
UNFORESEEN = "It went wrong: {error}."


def test_work_is_done_elsewhere_and_the_latest_wins(qtbot: QtBot) -> None:
    reading = Background(UNFORESEEN)
    threads: list[int] = []
    results: list[object] = []
    reading.finished.connect(results.append)
    go_on = threading.Event()

    def first(watch: Watch) -> str:
        go_on.wait(10)
        watch.step(1, 2)
        return "first"

    def second(watch: Watch) -> str:
        threads.append(threading.get_ident())
        return "second"

    with qtbot.waitSignal(reading.finished, timeout=LIMIT_MS):
        reading.start(first)
        reading.start(second)
        go_on.set()
    assert results == ["second"]
    assert threads != [threading.get_ident()]


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (DataError("It is broken."), "It is broken."),
        (RuntimeError("nobody thought of this"), "It went wrong: RuntimeError('nobody thought of this')."),
    ],
)
def test_every_error_becomes_a_sentence(qtbot: QtBot, error: Exception, sentence: str) -> None:
    reading = Background(UNFORESEEN)

    def fail(watch: Watch) -> None:
        raise error

    with qtbot.waitSignal(reading.failed, timeout=LIMIT_MS) as failed:
        reading.start(fail)
    assert failed.args[0].startswith(sentence)
    assert not reading.is_running


def test_nothing_can_be_what_the_work_came_to(qtbot: QtBot) -> None:
    background = Background(UNFORESEEN)
    with qtbot.waitSignal(background.finished, timeout=LIMIT_MS) as finished:
        background.start(lambda watch: None)
    assert finished.args == [None]
    assert not background.findChildren(QThread)[0].isRunning()


def test_cancelled_work_says_so_and_the_next_may_start(qtbot: QtBot) -> None:
    background = Background(UNFORESEEN)
    begun = threading.Event()

    def endless(watch: Watch) -> None:
        begun.set()
        while True:
            watch.step(1, 2)

    with qtbot.waitSignal(background.cancelled, timeout=LIMIT_MS):
        background.start(endless)
        begun.wait(10)
        background.cancel()
    assert not background.is_running
    with qtbot.waitSignal(background.finished, timeout=LIMIT_MS) as finished:
        background.start(lambda watch: 7)
    assert finished.args == [7]


def test_progress_comes_no_more_often_than_a_window_can_show_it() -> None:
    now = 0.0
    seen: list[Progress] = []
    report = Throttle(seen.append, clock=lambda: now)
    for done in range(1001):
        report(done, 1000)
        now += 0.001
    # One second at most 30 a second, and the last.
    assert 30 <= len(seen) <= 31
    assert seen[0] == Progress(0, 1000)
    assert seen[-1] == Progress(1000, 1000)


def test_progress_that_was_held_back_is_shown_when_nothing_more_arrives() -> None:
    now = 0.0
    seen: list[Progress] = []
    report = Throttle(seen.append, clock=lambda: now)
    report(0, 1000)
    report(100, 1000)
    report(200, 1000)
    report.flush()
    assert seen == [Progress(0, 1000)]
    now = 0.05
    report.flush()
    assert seen == [Progress(0, 1000), Progress(200, 1000)]
    now = 1.0
    report.flush()
    assert len(seen) == 2, "nothing is shown twice"
