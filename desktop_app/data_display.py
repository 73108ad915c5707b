"""What the window shows of the data set: that it is loading, its samples, or why it cannot be used."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Slot

from core.data import Parts
from core.data.fashion_mnist import download_folder
from desktop_app.background import Progress
from desktop_app.data_control import DataControl
from desktop_app.downloader import Downloader
from desktop_app.engine_messages import DataFailed
from desktop_app.main_window import MainWindow
from desktop_app.prediction_control import PredictionControl
from desktop_app.run_control import RunControl


class DataDisplay(QObject):
    """Connects data set and downloads with the views that show them.

    Args:
        window: shows it.
        data: follows the experiment's data set.
        downloader: fetches missing files.
        run: is kept from starting while the data cannot be used.
        predictions: are asked for the part that is shown.
        data_dir: where to look first for data files.
        parent: owns this object.
    """

    def __init__(
        self,
        window: MainWindow,
        data: DataControl,
        downloader: Downloader,
        run: RunControl,
        predictions: PredictionControl,
        data_dir: Path | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._data, self._downloader = window, data, downloader
        self._run, self._predictions, self._data_dir = run, predictions, data_dir
        source = window.data_panel.source
        data.loading.connect(self._on_loading)
        data.loaded.connect(self._on_loaded)
        data.failed.connect(self._on_failed)
        source.download_requested.connect(self._download)
        window.data_view.samples.download_requested.connect(self._download)
        source.cancel_requested.connect(downloader.cancel)
        downloader.progress.connect(self._show_progress)
        downloader.failed.connect(source.show_failed)
        downloader.failed.connect(self._show_failed_download)
        downloader.cancelled.connect(data.reload)
        predictions.predicted.connect(window.data_view.samples.show_predictions)
        window.data_view.samples.part_wanted.connect(predictions.set_part)

    def show_present(self) -> None:
        """Show how things stand, in a window that has not seen it yet."""
        if self._data.parts is not None:
            self._on_loaded(self._data.parts)
        elif self._data.failure is not None:
            self._on_failed(self._data.failure)

    @Slot()
    def _on_loading(self) -> None:
        self._window.data_view.show_parts(self._data.data, None)
        self._run.set_data_obstacle("")

    @Slot(object)
    def _on_loaded(self, parts: Parts) -> None:
        self._window.data_view.show_parts(self._data.data, parts)
        self._window.data_panel.show_parts(self._data.data, parts)
        self._window.data_panel.source.show_ready()
        self._run.set_data_obstacle("")
        self._predictions.set_part(self._window.data_view.samples.part)

    @Slot(object)
    def _on_failed(self, failure: DataFailed) -> None:
        missing = failure.data if failure.missing else None
        self._window.data_view.show_parts(failure.data, None, failure.sentence, downloadable=missing)
        self._window.data_panel.show_parts(failure.data, None)
        self._run.set_data_obstacle(failure.sentence)
        source = self._window.data_panel.source
        if failure.missing and not self._downloader.is_running:
            source.show_missing(failure.sentence)
        elif not failure.missing and failure.data.download_bytes:
            source.show_failed(failure.sentence)
        else:
            source.show_ready()

    @Slot()
    def _download(self) -> None:
        self._downloader.download(download_folder(self._data_dir))

    @Slot(object)
    def _show_progress(self, progress: Progress) -> None:
        self._window.data_panel.source.show_progress(progress.done, progress.total)

    @Slot(str)
    def _show_failed_download(self, sentence: str) -> None:
        self._window.data_view.show_parts(self._data.data, None, sentence, downloadable=self._data.data)
