"""Downloads data files in the background of the window."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, Signal, Slot

from core.data.download import DownloadCancelled, download
from core.data.fashion_mnist import BASE_URLS, FILES, DataFile, download_folder
from core.errors import DataError

UPDATES_PER_SECOND = 30


@dataclass(frozen=True)
class DownloadProgress:
    """Bytes that are there, and those of all files together."""

    done: int
    total: int


@dataclass(frozen=True)
class _Outcome:
    """How a download ended: with a folder, with a problem, or, with neither, cancelled."""

    folder: Path | None = None
    problem: str = ""


class Downloader(QObject):
    """Downloads the files of Fashion-MNIST in a thread of its own; lives in the thread of the window.

    Each :meth:`start` is answered by any number of ``progress`` and then exactly one of ``finished`` (the folder),
    ``failed`` (a sentence) and ``cancelled``. By then the thread is gone and the next download may start.
    """

    progress = Signal(object)
    finished = Signal(object)
    failed = Signal(str)
    cancelled = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        base_urls: Sequence[str] = BASE_URLS,
        files: Sequence[DataFile] = FILES,
    ) -> None:
        super().__init__(parent)
        self._cancel = threading.Event()
        self._is_running = False
        self._worker = _Worker(tuple(base_urls), tuple(files))
        self._worker.progress.connect(self._on_progress)
        self._worker.ended.connect(self._on_ended)
        self._thread = QThread(self)
        self._worker.moveToThread(self._thread)
        self._thread.started.connect(self._worker.run)

    @property
    def is_running(self) -> bool:
        """Whether a download goes on."""
        return self._is_running

    def start(self, folder: Path | None = None) -> None:
        """Start to download into a folder, None for the usual one; does nothing while a download goes on."""
        if self._is_running:
            return
        self._is_running = True
        self._cancel = threading.Event()
        self._worker.prepare(folder or download_folder(), self._cancel)
        self._thread.start()

    def cancel(self) -> None:
        """Ask the download to end; ``cancelled`` tells when it has."""
        self._cancel.set()

    def shutdown(self) -> None:
        """Cancel, and wait for the end, so that the window can close; takes some tenths of a second at most."""
        self.cancel()
        self._thread.quit()
        self._thread.wait()
        # What the worker said last still waits in the queue; this thread may not come to it any more.
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall.value)

    @Slot(object)
    def _on_progress(self, progress: DownloadProgress) -> None:
        self.progress.emit(progress)

    @Slot(object)
    def _on_ended(self, outcome: _Outcome) -> None:
        self._thread.quit()
        self._thread.wait()
        self._is_running = False
        if outcome.folder is not None:
            self.finished.emit(outcome.folder)
        elif outcome.problem:
            self.failed.emit(outcome.problem)
        else:
            self.cancelled.emit()


class _Worker(QObject):
    """Does the downloads, in the thread that it is moved to."""

    progress = Signal(object)
    ended = Signal(object)

    def __init__(self, base_urls: Sequence[str], files: Sequence[DataFile]) -> None:
        super().__init__()
        self._base_urls, self._files = base_urls, files
        self._report = Throttle(self.progress.emit)
        self._folder, self._cancel = Path(), threading.Event()

    def prepare(self, folder: Path, cancel: threading.Event) -> None:
        """Say where the next download goes and what cancels it, while the thread does not run."""
        self._folder, self._cancel = folder, cancel
        self._report = Throttle(self.progress.emit)

    @Slot()
    def run(self) -> None:
        """Download, and say how it ended, whatever happens."""
        try:
            folder = download(self._folder, self._report, self._cancelled, base_urls=self._base_urls, files=self._files)
            outcome = _Outcome(folder=folder)
        except DownloadCancelled:
            outcome = _Outcome()
        except DataError as error:
            outcome = _Outcome(problem=str(error))
        except Exception as error:  # An error that nobody thought of must not leave the window waiting.
            outcome = _Outcome(problem=f"The download failed: {error!r}. Try again.")
        self.ended.emit(outcome)

    def _cancelled(self) -> bool:
        # Asked many times a second, also while nothing arrives: what was held back can be shown by now.
        self._report.flush()
        return self._cancel.is_set()


class Throttle:
    """Passes progress on, but not more often than a window can show; of what comes faster, the latest."""

    def __init__(self, emit: Callable[[DownloadProgress], None], clock: Callable[[], float] = time.monotonic) -> None:
        self._emit, self._clock = emit, clock
        self._held_back: DownloadProgress | None = None
        self._next = float("-inf")

    def __call__(self, done: int, total: int) -> None:
        """Report that ``done`` of ``total`` bytes are there; the end is passed on at once."""
        self._held_back = DownloadProgress(done, total)
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
