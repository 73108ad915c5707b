"""Loads the data set that the experiment names, and downloads it when the user asks for it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from core.data import DataSet, Parts
from core.experiment import Experiment
from desktop_app.downloader import Downloader
from desktop_app.engine_host import EngineHost
from desktop_app.engine_messages import DataFailed, DataLoaded

# While a number is being typed or dragged, the data need not be drawn again for each of its digits.
_SETTLE_MS = 150


class DataControl(QObject):
    """Follows the experiment's data set.

    Signals:
        loading: another data set is being loaded.
        loaded: its Parts.
        failed: a DataFailed message.
    """

    loading = Signal()
    loaded = Signal(object)
    failed = Signal(object)

    def __init__(self, host: EngineHost, downloader: Downloader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.data: DataSet | None = None
        self.parts: Parts | None = None
        self.failure: DataFailed | None = None
        self._host = host
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self.reload)
        host.received.connect(self._on_received)
        downloader.finished.connect(self._on_downloaded)

    @Slot(object)
    def show_experiment(self, experiment: Experiment) -> None:
        """Load the experiment's data set if it is another one."""
        if experiment.data == self.data:
            return
        first = self.data is None
        self.data, self.parts, self.failure = experiment.data, None, None
        self.loading.emit()
        if first:
            self.reload()
        else:
            self._settle.start()

    @Slot()
    def reload(self) -> None:
        """Ask the engine's thread for the data set."""
        if self.data is not None:
            self._host.load_data(self.data)

    def close(self) -> None:
        """Ask for nothing more."""
        self._settle.stop()
        self.data = None

    @Slot(object)
    def _on_downloaded(self, _folder: object) -> None:
        self.reload()

    @Slot(object)
    def _on_received(self, received: Sequence[object]) -> None:
        for message in received:
            if isinstance(message, DataLoaded) and message.data == self.data:
                self.parts, self.failure = message.parts, None
                self.loaded.emit(message.parts)
            elif isinstance(message, DataFailed) and message.data == self.data:
                self.failure = message
                self.failed.emit(message)
