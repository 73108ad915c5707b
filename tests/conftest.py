"""What all tests share: the real data, and the rule that nothing may be left behind."""

from __future__ import annotations

import gc
import os
import signal
import threading
import weakref
from collections.abc import Callable, Iterator
from functools import wraps
from pathlib import Path
from typing import Any, ClassVar

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# The window's texts are looked for in English, wherever the tests run.
os.environ["LC_ALL"] = "C.UTF-8"
os.environ.pop("LANGUAGE", None)

import pytest
from hypothesis import HealthCheck, settings
from PySide6.QtCore import QEvent, QThread, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from core.selection.workers import LocalExecutor
from tests.selections import LentExecutor

# Half of what Hypothesis tries by default: every run of the tests draws others, and there are many runs.
settings.register_profile(
    "gluon-lab", deadline=None, max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
settings.load_profile("gluon-lab")


# A shell that starts the tests in the background lets them ignore Ctrl+C, and with them the processes that they start.
if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# As in the application: a collection in the engine's thread would destroy the widgets of earlier tests there.
gc.disable()
_GARBAGE_LIMIT = 200_000


@pytest.fixture(scope="session")
def fashion_mnist_dir() -> Path:
    """The data directory that holds ``fashion-mnist``; in CI it must be there."""
    place = os.environ.get("GLUON_LAB_DATA")
    if place and (Path(place) / "fashion-mnist").is_dir():
        return Path(place)
    reason = "GLUON_LAB_DATA names no folder that holds 'fashion-mnist' with the four official files"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def _warm_workers() -> Iterator[LocalExecutor]:
    # Not nice: beside another process of tests they would hardly get a turn.
    executor = LocalExecutor(2, niceness=0)
    yield executor
    executor.stop()


@pytest.fixture
def warm_workers(_warm_workers: LocalExecutor) -> LentExecutor:
    """Two worker processes that have imported MXNet already, as a rule; what they know of the environment is old."""
    return LentExecutor(_warm_workers)


@pytest.fixture(autouse=True)
def _no_leaks() -> Iterator[None]:
    """Fail a test that leaves a thread, a window or a running timer behind.

    What wider fixtures started was there before the test, and is not its fault.
    """
    before = _at_work()
    yield
    app = _application()
    if app is not None:
        # Widgets that a test closed go now, not in the middle of the next test.
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    left = [text for key, text in _at_work().items() if key not in before]
    assert not left, f"left behind: {', '.join(left)}"
    if gc.get_count()[0] > _GARBAGE_LIMIT:
        gc.collect()


class _Started:
    """The threads and timers of Qt that were started from Python so far."""

    items: ClassVar[weakref.WeakSet[QThread | QTimer]] = weakref.WeakSet()

    @classmethod
    def watch(cls, kind: type[QThread] | type[QTimer]) -> None:
        """Take down whatever starts from now on; to look for it among all objects would disturb other threads."""
        start: Callable[..., None] = kind.start

        @wraps(start)
        def start_and_remember(self: QThread | QTimer, *args: Any) -> None:
            cls.items.add(self)
            start(self, *args)

        kind.start = start_and_remember  # type: ignore[method-assign]


_Started.watch(QThread)
_Started.watch(QTimer)


def _at_work() -> dict[int, str]:
    """Return all threads, running timers and visible windows by their identity."""
    found = {id(thread): f"thread {thread.name}" for thread in threading.enumerate() if not thread.daemon}
    app = _application()
    if app is None:
        return found
    found |= {id(widget): f"window {widget!r}" for widget in app.topLevelWidgets() if widget.isVisible()}
    for item in list(_Started.items):
        if isinstance(item, QThread) and isValid(item) and item.isRunning():
            found[id(item)] = f"QThread {item.objectName()!r}"
        elif isinstance(item, QTimer) and isValid(item) and item.isActive():
            found[id(item)] = f"running QTimer of {item.parent()!r}"
    return found


def _application() -> QApplication | None:
    app = QApplication.instance()
    return app if isinstance(app, QApplication) else None
