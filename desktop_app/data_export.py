"""Exports the data set to a file, in the background of the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal, Slot
from PySide6.QtWidgets import QProgressDialog, QWidget

from core.data import Parts
from core.data.export import export
from core.data.user_file import Watch
from core.storage import file_stem
from core.texts import unsaid
from desktop_app.background import Background, Progress
from desktop_app.data_control import DataControl
from desktop_app.dialogs import Dialogs
from desktop_app.texts import translated

# What is written by then needs no dialog that flashes up.
_PATIENCE_MS = 400


class DataExport(QObject):
    """Asks for a file and writes the data set that is loaded; the window goes on meanwhile.

    Signals:
        available_changed: whether there are data to export.
        told: a sentence about what was done.
        failed: a sentence.
    """

    available_changed = Signal(bool)
    told = Signal(str)
    failed = Signal(object)

    def __init__(self, data: DataControl, dialogs: Dialogs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._data, self._dialogs = data, dialogs
        self._window: QWidget | None = None
        self._folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self._path = Path()
        self.dialog: QProgressDialog | None = None
        self._work = Background(unsaid("The data could not be exported: {error}."), self)
        self._work.progress.connect(self._show_progress)
        self._work.finished.connect(self._on_finished)
        self._work.failed.connect(self._on_failed)
        self._work.cancelled.connect(self._on_cancelled)
        data.loaded.connect(self._on_loaded)
        data.loading.connect(self._on_gone)
        data.failed.connect(self._on_gone)

    @property
    def is_available(self) -> bool:
        """Whether there are data to export."""
        return self._data.parts is not None

    def attach(self, window: QWidget) -> None:
        """Show what is going on in front of a window from now on."""
        self._window = window
        if self.dialog is not None:
            self._close_dialog()
            self._open_dialog()

    @Slot()
    def export(self) -> None:
        """Ask for a file and write the data set to it; does nothing without data, or while another is written."""
        data, parts = self._data.data, self._data.parts
        if data is None or parts is None or self._work.is_running:
            return
        stem = file_stem(translated(data.title), "data")
        path = self._dialogs.export_data(Path(self._folder) / f"{stem}.csv")
        if path is not None:
            self._write(parts, path)

    def shutdown(self) -> None:
        """Cancel what is being written, and wait for the end."""
        self._work.shutdown()

    def _write(self, parts: Parts, path: Path) -> None:
        self._path = path
        self._open_dialog()

        def work(watch: Watch) -> None:
            export(parts, path, watch)

        self._work.start(work)

    def _open_dialog(self) -> None:
        dialog = QProgressDialog(self.tr("Writing {file}…").format(file=self._path.name), "", 0, 1000, self._window)
        dialog.setCancelButtonText(self.tr("Cancel"))
        dialog.setWindowTitle(self.tr("Export data"))
        dialog.setWindowModality(Qt.WindowModality.NonModal)
        dialog.setMinimumDuration(_PATIENCE_MS)
        dialog.setAutoReset(False)
        dialog.setAutoClose(False)
        dialog.setMinimumWidth(360)
        dialog.canceled.connect(self._work.cancel)
        self.dialog = dialog

    @Slot()
    def _on_loaded(self) -> None:
        self.available_changed.emit(True)

    @Slot()
    def _on_gone(self) -> None:
        self.available_changed.emit(False)

    @Slot(object)
    def _show_progress(self, progress: Progress) -> None:
        if self.dialog is not None:
            self.dialog.setValue(round(1000 * progress.done / max(1, progress.total)))

    @Slot()
    def _on_finished(self) -> None:
        self._close_dialog()
        self._folder = str(self._path.parent)
        self.told.emit(self.tr("Saved {file}").format(file=self._path))

    @Slot(object)
    def _on_failed(self, sentence: str) -> None:
        self._close_dialog()
        self.failed.emit(sentence)

    @Slot()
    def _on_cancelled(self) -> None:
        self._close_dialog()
        self.told.emit(self.tr("The export was cancelled; nothing was written."))

    def _close_dialog(self) -> None:
        if self.dialog is not None:
            self.dialog.reset()
            self.dialog.deleteLater()
            self.dialog = None
