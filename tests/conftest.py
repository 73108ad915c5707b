"""What all tests share: the real data, and the rule that nothing may be left behind."""

from __future__ import annotations

import gc
import os
import signal
import threading
import weakref
from collections.abc import Iterator
from itertools import chain, compress
from pathlib import Path
from typing import ClassVar

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

settings.register_profile("gluon-lab", deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
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
    _Seen.collect_some_time()


class _Seen:
    """The threads and timers of Qt that were met so far. Each object is looked at once, and then put aside."""

    items: ClassVar[list[weakref.ref[QThread | QTimer]]] = []
    num_aside = 0

    @classmethod
    def alive(cls) -> list[QThread | QTimer]:
        """Return all that are alive; what is new among them is the youngest generation, as nobody collects."""
        cls.items += map(weakref.ref, _threads_and_timers())
        cls.num_aside += gc.get_count()[0]
        gc.freeze()
        found = [item for item in (ref() for ref in cls.items) if item is not None]
        cls.items = [weakref.ref(item) for item in found]
        return found

    @classmethod
    def collect_some_time(cls) -> None:
        """Collect garbage if there may be much of it."""
        if cls.num_aside > _GARBAGE_LIMIT:
            cls.num_aside = 0
            gc.unfreeze()
            gc.collect()
            gc.freeze()


def _at_work() -> dict[int, str]:
    """Return all threads, running timers and visible windows by their identity."""
    found = {id(thread): f"thread {thread.name}" for thread in threading.enumerate() if not thread.daemon}
    app = _application()
    if app is None:
        return found
    found |= {id(widget): f"window {widget!r}" for widget in app.topLevelWidgets() if widget.isVisible()}
    for item in _Seen.alive():
        if isinstance(item, QThread) and isValid(item) and item.isRunning():
            found[id(item)] = f"QThread {item.objectName()!r}"
        elif isinstance(item, QTimer) and isValid(item) and item.isActive():
            found[id(item)] = f"running QTimer of {item.parent()!r}"
    return found


def _threads_and_timers() -> list[QThread | QTimer]:
    """Return all that are alive.

    Without automatic collections, what tests made since the last one is all in the youngest generation. No other thread
    may run while that is held: a tuple that it is just building fails in its hands if somebody else refers to it. So
    one call to C fills a list, looks through it and empties it again.
    """
    kinds = frozenset(_with_subclasses(QThread)) | frozenset(_with_subclasses(QTimer))
    seen: list[object] = []
    fill = filter(None, map(seen.extend, map(gc.get_objects, [0])))
    look = compress(iter(seen), map(kinds.__contains__, map(type, iter(seen))))
    empty = filter(None, map(list.clear, [seen]))
    return list(chain(fill, look, empty))


def _with_subclasses(kind: type) -> Iterator[type]:
    yield kind
    for subclass in kind.__subclasses__():
        yield from _with_subclasses(subclass)


def _application() -> QApplication | None:
    app = QApplication.instance()
    return app if isinstance(app, QApplication) else None
