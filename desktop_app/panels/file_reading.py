"""Reads a file in a thread of its own, so that the window never waits for it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, Signal, Slot

from core.data.user_file import ReadingCancelled, Watch
from core.errors import GluonLabError
from desktop_app.downloader import DownloadProgress, Throttle

Work = Callable[[Watch], Any]


@dataclass(frozen=True)
class _Outcome:
    """How it ended: with a result, with a problem, or, with neither, cancelled."""

    result: Any = None
    problem: str = ""


class FileReading(QObject):
    """Does one piece of work after the other; lives in the thread of the window.

    Each :meth:`start` is answered by any number of ``progress`` (what is done and the whole) and then exactly one of
    ``finished`` (what the work returned), ``failed`` (a sentence) and ``cancelled``. By then the thread is gone.
    """

    progress = Signal(object)
    finished = Signal(object)
    failed = Signal(str)
    cancelled = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cancel = threading.Event()
        self._is_running = False
        self._next: Work | None = None
        self._worker = _Worker()
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
    def _on_progress(self, progress: DownloadProgress) -> None:
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
        elif outcome.problem:
            self.failed.emit(outcome.problem)
        elif outcome.result is not None:
            self.finished.emit(outcome.result)
        else:
            self.cancelled.emit()


class _Worker(QObject):
    """Does the work, in the thread that it is moved to."""

    progress = Signal(object)
    ended = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._work: Work = lambda watch: None
        self._cancel = threading.Event()

    def prepare(self, work: Work, cancel: threading.Event) -> None:
        """Say what to do next and what cancels it, while the thread does not run."""
        self._work, self._cancel = work, cancel

    @Slot()
    def run(self) -> None:
        """Work, and say how it ended, whatever happens."""
        try:
            outcome = _Outcome(self._work(Watch(Throttle(self.progress.emit), self._cancel.is_set)))
        except ReadingCancelled:
            outcome = _Outcome()
        except GluonLabError as error:
            outcome = _Outcome(problem=str(error))
        except Exception as error:  # An error that nobody thought of must not leave the window waiting.
            outcome = _Outcome(problem=f"The file could not be read: {error!r}. Try another one.")
        self.ended.emit(outcome)
