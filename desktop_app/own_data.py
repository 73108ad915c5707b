"""Opens the user's own data: tables, pairs of IDX files, folders of images."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QDialog, QWidget

from core.data import DataSet, IdxPair, ImageFolder, Table
from core.data.idx_pair import partner
from core.edits import SetValue
from core.texts import unsaid
from desktop_app.dialogs import Dialogs
from desktop_app.panels.images_preview import ImagesDialog
from desktop_app.panels.table_preview import TableDialog
from desktop_app.session import Session

_TABLE_SUFFIXES = (".csv", ".tsv", ".txt", ".npz")


class OwnData(QObject):
    """Asks for files, shows what they hold, and puts them into the experiment as one step that can be undone."""

    def __init__(self, session: Session, dialogs: Dialogs, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._dialogs, self._window = session, dialogs, window
        self.dialog: QDialog | None = None

    @Slot()
    def open_file(self) -> None:
        """Ask for a table, or for one of a pair of IDX files."""
        path = self._dialogs.open_data(self._folder())
        if path is None:
            return
        present = self._session.experiment.data
        if path.suffix.lower() in _TABLE_SUFFIXES:
            self._show(TableDialog(path, present if isinstance(present, Table) else None, self._window))
            return
        other = partner(path) or self._dialogs.open_second_idx(path.parent)
        if other is not None:
            self._show(ImagesDialog((path, other), present if isinstance(present, IdxPair) else None, self._window))

    @Slot()
    def open_folder(self) -> None:
        """Ask for a folder with one sub-folder of images for each class."""
        path = self._dialogs.open_image_folder(self._folder())
        if path is not None:
            present = self._session.experiment.data
            self._show(ImagesDialog((path,), present if isinstance(present, ImageFolder) else None, self._window))

    def _show(self, dialog: TableDialog | ImagesDialog) -> None:
        self.dialog = dialog
        dialog.chosen.connect(self._use)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(object)
    def _use(self, data: DataSet) -> None:
        self._session.apply(SetValue(("data",), data.model_dump(mode="json"), unsaid("data")))

    def _folder(self) -> Path:
        return self._session.path.parent if self._session.path is not None else Path.home()
