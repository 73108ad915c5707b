"""The worker processes of the window: started when they are first needed, and ended in order."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Executor

from PySide6.QtCore import QObject, Qt, Signal, Slot

from core.selection.workers import LocalExecutor


class Workers(QObject):
    """Lends the same worker processes to all who have something to run.

    Signals:
        closed: all worker processes have ended.

    Args:
        parent: owns this object.
        make_executor: makes the executor that is lent.
    """

    closed = Signal()
    _stopped = Signal()

    def __init__(self, parent: QObject | None = None, *, make_executor: Callable[[], Executor] = LocalExecutor) -> None:
        super().__init__(parent)
        self.is_closing = False
        self._make_executor = make_executor
        self._executor: Executor | None = None
        self._closer: threading.Thread | None = None
        self._stopped.connect(self._on_stopped, Qt.ConnectionType.QueuedConnection)

    def executor(self) -> Executor:
        """Return the executor; not to be asked for after :meth:`close`."""
        assert not self.is_closing
        if self._executor is None:
            self._executor = self._make_executor()
        return self._executor

    def close(self) -> None:
        """End the worker processes without waiting for them here; ``closed`` tells when they have ended."""
        self.is_closing = True
        executor, self._executor = self._executor, None
        if executor is None:
            self.closed.emit()
            return
        self._closer = threading.Thread(target=self._stop, args=(executor,), name="end of workers")
        self._closer.start()

    def _stop(self, executor: Executor) -> None:
        """End the workers, in a thread of its own: that can take a while."""
        stop = getattr(executor, "stop", executor.shutdown)
        stop()
        self._stopped.emit()

    @Slot()
    def _on_stopped(self) -> None:
        assert self._closer is not None
        self._closer.join()
        self.closed.emit()
