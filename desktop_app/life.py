"""What lives as long as the application: session, engine, run, workers, kept runs. The window comes and goes.

A window that is built anew, in another language, finds here all that it has to show.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from core.program_files import Agreements
from core.selection.workers import LocalExecutor
from desktop_app.book_control import BookControl
from desktop_app.data_control import DataControl
from desktop_app.data_export import DataExport
from desktop_app.dialogs import Dialogs
from desktop_app.downloader import Downloader
from desktop_app.engine_host import EngineHost
from desktop_app.engine_messages import EngineReady
from desktop_app.file_control import FileControl
from desktop_app.own_layers import OwnLayers
from desktop_app.prediction_control import PredictionControl
from desktop_app.preferences import Preferences
from desktop_app.probe_control import ProbeControl
from desktop_app.run_control import RunControl
from desktop_app.runs_control import RunsControl
from desktop_app.selection_control import SelectionControl
from desktop_app.session import Session
from desktop_app.workers import Workers


class Life(QObject):
    """All parts that no change of language touches.

    Args:
        preferences: where the window remembers things.
        data_dir: where to look first for data files.
        host: the engine; a fake one in tests.
        dialogs: the questions about files; None for real ones.
        downloader: fetches Fashion-MNIST; None for the official sources.
        workers: train K-fold, sweeps and the book; None for processes of their own.
        trial_workers: try layers from the user's files; None for a process of their own.
    """

    def __init__(
        self,
        preferences: Preferences,
        data_dir: Path | None = None,
        *,
        host: EngineHost | None = None,
        dialogs: Dialogs | None = None,
        downloader: Downloader | None = None,
        workers: Workers | None = None,
        trial_workers: Workers | None = None,
    ) -> None:
        super().__init__()
        self.preferences, self.data_dir = preferences, data_dir
        self.engine_version = ""
        self.session = Session(self)
        self.host = host or EngineHost(data_dir, self)
        self.downloader = downloader or Downloader(self)
        self.run = RunControl(self.host, self)
        self.data = DataControl(self.host, self.downloader, self)
        self.predictions = PredictionControl(self.host, self)
        self.probes = ProbeControl(self.host, self.run, self)
        self.workers = workers or Workers(self)
        # Not the others: a layer is tried at once, whatever trains meanwhile, and may take its worker down.
        self.trial_workers = trial_workers or Workers(self, make_executor=partial(LocalExecutor, 1))
        self.layers = OwnLayers(Agreements(preferences.agreements_folder), self.trial_workers, self)
        self.book = BookControl(self.workers, data_dir, self)
        self.selections = SelectionControl(self.workers, data_dir, self)
        self.dialogs = dialogs or Dialogs(self)
        self.data_export = DataExport(self.data, self.dialogs, self)
        self.files = FileControl(self.session, self.host, preferences, self.dialogs, self)
        self.runs = RunsControl(self.session, self.run, preferences.runs_folder, self)
        self._wire()

    def _wire(self) -> None:
        """Connect what lives with what lives."""
        changed = self.session.experiment_changed
        # First: what is known of layers decides what all others show.
        changed.connect(self.layers.show_experiment)
        self.layers.changed.connect(self.session.tell_again)
        for control in (self.data, self.run, self.predictions, self.probes, self.selections):
            changed.connect(control.show_experiment)
        self.files.replaced.connect(self.run.reset)
        self.trial_workers.closed.connect(self.workers.close)
        self.workers.closed.connect(self.host.close)
        self.host.received.connect(self._on_received)

    @Slot(object)
    def _on_received(self, received: Sequence[object]) -> None:
        for message in received:
            if isinstance(message, EngineReady):
                self.engine_version = message.version

    def end(self) -> None:
        """End in order: the download, the workers, the run, the engine's thread; ``host.closed`` tells when."""
        self.data.close()
        self.data_export.shutdown()
        self.runs.close()
        self.downloader.shutdown()
        self.selections.close()
        self.book.close()
        self.layers.close()
        self.trial_workers.close()
