"""Does long work in a thread of its own, so that the window never waits for it: downloads, reading, export."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, Signal, Slot

from core.data.user_file import Watch
from core.errors import Cancelled, GluonLabError
from core.texts import say

UPDATES_PER_SECOND = 30

Work = Callable[[Watch], Any]
"""Gets who looks on, and returns what the work came to."""


@dataclass(frozen=True)
class Progress:
    """What is done and the whole, in any unit; a ``total`` of 0 is not known."""

    done: int
    total: int


@dataclass(frozen=True)
class _Outcome:
    """How it ended: with a result, with a problem, or cancelled."""

    result: Any = None
    problem: str = ""
    cancelled: bool = False


class Background(QObject):
    """Does one piece of work after the other; lives in the thread of the window.

    Each :meth:`start` is answered by any number of ``progress`` (a :class:`Progress`) and then exactly one of
    ``finished`` (what the work returned), ``failed`` (a sentence) and ``cancelled``. By then the thread is gone and the
    next work may start.

    Args:
        unforeseen: the unsaid sentence about an error that nobody thought of, with ``{error}`` in it.
        parent: owns this object.
    """

    progress = Signal(object)
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, unforeseen: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cancel = threading.Event()
        self._is_running = False
        self._next: Work | None = None
        self._worker = _Worker(unforeseen)
        self._worker.progress.connect(self._on_progress)
        self._worker.ended.connect(self._on_ended)
        self._thread = QThread(self)
        self._worker.moveToThread(self._thread)
        self._thread.started.connect(self._worker.run)

    @property
    def is_running(self) -> bool:
        """Whether work goes on."""
        return self._is_running

    def start(self, work: Work) -> None:
        """Start to work; work that goes on is cancelled first, without a word about its end."""
        if self._is_running:
            self._next = work
            self._cancel.set()
            return
        self._is_running = True
        self._cancel = threading.Event()
        self._worker.prepare(work, self._cancel)
        self._thread.start()

    def cancel(self) -> None:
        """Ask the work to end; ``cancelled`` tells when it has."""
        self._next = None
        self._cancel.set()

    def shutdown(self) -> None:
        """Cancel, and wait for the end, some tenths of a second at most."""
        self.cancel()
        self._thread.quit()
        self._thread.wait()
        # What the worker said last still waits in the queue; this thread may not come to it any more.
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall.value)

    @Slot(object)
    def _on_progress(self, progress: Progress) -> None:
        if self._next is None:
            self.progress.emit(progress)

    @Slot(object)
    def _on_ended(self, outcome: _Outcome) -> None:
        self._thread.quit()
        self._thread.wait()
        self._is_running = False
        following, self._next = self._next, None
        if following is not None:
            self.start(following)
        elif outcome.cancelled:
            self.cancelled.emit()
        elif outcome.problem:
            self.failed.emit(outcome.problem)
        else:
            self.finished.emit(outcome.result)


class _Worker(QObject):
    """Does the work, in the thread that it is moved to."""

    progress = Signal(object)
    ended = Signal(object)

    def __init__(self, unforeseen: str) -> None:
        super().__init__()
        self._unforeseen = unforeseen
        self._work: Work = lambda watch: None
        self._cancel = threading.Event()

    def prepare(self, work: Work, cancel: threading.Event) -> None:
        """Say what to do next and what cancels it, while the thread does not run."""
        self._work, self._cancel = work, cancel

    @Slot()
    def run(self) -> None:
        """Work, and say how it ended, whatever happens."""
        report, cancel = Throttle(self.progress.emit), self._cancel

        def cancelled() -> bool:
            # Asked many times a second, also while nothing comes: what was held back can be shown by now.
            report.flush()
            return cancel.is_set()

        try:
            outcome = _Outcome(self._work(Watch(report, cancelled)))
        except Cancelled:
            outcome = _Outcome(cancelled=True)
        except GluonLabError as error:
            outcome = _Outcome(problem=str(error))
        except Exception as error:  # An error that nobody thought of must not leave the window waiting.
            outcome = _Outcome(problem=say(self._unforeseen, error=repr(error)))
        self.ended.emit(outcome)


class Throttle:
    """Passes progress on, but not more often than a window can show; of what comes faster, the latest."""

    def __init__(self, emit: Callable[[Progress], None], clock: Callable[[], float] = time.monotonic) -> None:
        self._emit, self._clock = emit, clock
        self._held_back: Progress | None = None
        self._next = float("-inf")

    def __call__(self, done: int, total: int) -> None:
        """Report what is done and the whole; the end is passed on at once."""
        self._held_back = Progress(done, total)
        if done == total:
            self._next = float("-inf")
        self.flush()

    def flush(self) -> None:
        """Pass on what was held back, if it is time."""
        now = self._clock()
        if self._held_back is not None and now >= self._next:
            self._emit(self._held_back)
            self._held_back = None
            self._next = now + 1 / UPDATES_PER_SECOND
