"""Worker processes are lent, and ended without holding up the window."""

from __future__ import annotations

import threading
from concurrent.futures import Executor, ThreadPoolExecutor

from pytestqt.qtbot import QtBot

from desktop_app.workers import Workers


class SlowToEnd(ThreadPoolExecutor):
    """Ends when the test lets it."""

    def __init__(self) -> None:
        super().__init__(1)
        self.may_end = threading.Event()

    def stop(self) -> None:
        assert self.may_end.wait(60)
        self.shutdown()


def test_all_have_the_same_executor_which_is_made_when_it_is_needed(qtbot: QtBot) -> None:
    made: list[Executor] = []

    def make() -> Executor:
        made.append(ThreadPoolExecutor(1))
        return made[-1]

    workers = Workers(make_executor=make)
    assert made == []
    assert workers.executor() is workers.executor()
    with qtbot.waitSignal(workers.closed):
        workers.close()
    assert len(made) == 1


def test_closing_without_an_executor_is_over_at_once(qtbot: QtBot) -> None:
    workers = Workers()
    with qtbot.waitSignal(workers.closed):
        workers.close()
    assert workers.is_closing


def test_the_window_goes_on_while_workers_end(qtbot: QtBot) -> None:
    executor = SlowToEnd()
    workers = Workers(make_executor=lambda: executor)
    workers.executor()
    threads: list[threading.Thread] = []
    workers.closed.connect(lambda: threads.append(threading.current_thread()))
    workers.close()
    assert threads == [], "close does not wait"
    with qtbot.waitSignal(workers.closed):
        executor.may_end.set()
    assert threads == [threading.main_thread()]
