"""The questions that the window asks before it touches a file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from core.selection.sweep_storage import SUFFIX as SWEEP_SUFFIX
from core.storage import SUFFIX

PARAMETERS_SUFFIX = ".params"
PROGRAM_SUFFIX, NOTEBOOK_SUFFIX = ".py", ".ipynb"


class Dialogs(QObject):
    """File choosers and the question about unsaved changes. Tests put their own answers in place of it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parent: QWidget | None = None

    def attach(self, window: QWidget) -> None:
        """Open in front of a window from now on."""
        self._parent = window

    def open_experiment(self, folder: Path) -> Path | None:
        """Ask for an experiment file to open; None if the user changed their mind."""
        return self._open(self.tr("Open experiment"), folder, self.tr("Experiments (*.gluonlab.json);;All files (*)"))

    def save_experiment(self, suggestion: Path) -> Path | None:
        """Ask where to save the experiment."""
        return self._save(self.tr("Save experiment"), suggestion, self.tr("Experiments (*.gluonlab.json)"), SUFFIX)

    def open_data(self, folder: Path) -> Path | None:
        """Ask for a table or for one of two IDX files."""
        filters = self.tr("Data (*.csv *.tsv *.txt *.npz *idx*ubyte *idx*ubyte.gz);;All files (*)")
        return self._open(self.tr("Open data"), folder, filters)

    def open_second_idx(self, folder: Path) -> Path | None:
        """Ask for the file that belongs to an IDX file: the labels of images, or the images of labels."""
        return self._open(
            self.tr("Open the other file: images and labels"), folder, self.tr("IDX files (*);;All files (*)")
        )

    def open_image_folder(self, folder: Path) -> Path | None:
        """Ask for a folder with one sub-folder of images for each class."""
        title = self.tr("Open a folder with one sub-folder of images for each class")
        name = QFileDialog.getExistingDirectory(self._parent, title, str(folder))
        return Path(name) if name else None

    def open_parameters(self, folder: Path) -> Path | None:
        """Ask for a parameter file to load."""
        return self._open(self.tr("Load parameters"), folder, self.tr("Gluon parameters (*.params);;All files (*)"))

    def save_parameters(self, suggestion: Path) -> Path | None:
        """Ask where to save the parameters."""
        filters = self.tr("Gluon parameters (*.params)")
        return self._save(self.tr("Save parameters"), suggestion, filters, PARAMETERS_SUFFIX)

    def open_program(self, folder: Path) -> Path | None:
        """Ask for a Python file with a layer."""
        return self._open(self.tr("Layer from a file"), folder, self.tr("Python files (*.py);;All files (*)"))

    def export_data(self, suggestion: Path) -> Path | None:
        """Ask where to export the data set to; the name ends in ``.csv`` or ``.npz``."""
        endings = {self.tr("CSV table (*.csv)"): ".csv", self.tr("NumPy arrays (*.npz)"): ".npz"}
        return self._save_as(self.tr("Export data"), suggestion, endings)

    def save_program(self, suggestion: Path, *, has_data: bool) -> Path | None:
        """Ask where to save a program; the name ends in ``.py`` or ``.ipynb``.

        With ``has_data`` an ``.npz`` of the same name will be written too: one that is there is asked about.
        """
        endings = {self.tr("Python program (*.py)"): PROGRAM_SUFFIX, self.tr("Notebook (*.ipynb)"): NOTEBOOK_SUFFIX}
        path = self._save_as(self.tr("Save program"), suggestion, endings)
        # Who replaces a program wants its data replaced too.
        return self._named(path.with_suffix(".npz")) and path if path and has_data and not path.exists() else path

    def export_runs(self, suggestion: Path) -> Path | None:
        """Ask where to save the table of all runs."""
        return self._save(self.tr("Export runs"), suggestion, self.tr("CSV table (*.csv)"), ".csv")

    def open_sweep(self, folder: Path) -> Path | None:
        """Ask for a sweep file to open."""
        return self._open(self.tr("Open sweep"), folder, self.tr("Sweeps (*.gluonlab-sweep.json);;All files (*)"))

    def save_sweep(self, suggestion: Path) -> Path | None:
        """Ask where to save a sweep."""
        filters = self.tr("Sweeps (*.gluonlab-sweep.json)")
        return self._save(self.tr("Save sweep"), suggestion, filters, SWEEP_SUFFIX)

    def unsaved_changes(self, name: str) -> Literal["save", "discard", "cancel"]:
        """Ask what to do with changes that are not in the file."""
        box = QMessageBox(self._parent)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Unsaved changes"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(self.tr("Save the changes to “{0}”?").format(name))
        box.setInformativeText(self.tr("Without saving, they are lost."))
        save = box.addButton(self.tr("Save"), QMessageBox.ButtonRole.AcceptRole)
        discard = box.addButton(self.tr("Don't save"), QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(save)
        box.setEscapeButton(cancel)
        box.exec()
        clicked = box.clickedButton()
        return "save" if clicked is save else "discard" if clicked is discard else "cancel"

    def _open(self, title: str, folder: Path, filters: str) -> Path | None:
        name, _ = QFileDialog.getOpenFileName(self._parent, title, str(folder), filters)
        return Path(name) if name else None

    def _save(self, title: str, suggestion: Path, filters: str, suffix: str) -> Path | None:
        name, _ = QFileDialog.getSaveFileName(self._parent, title, str(suggestion), filters)
        if not name:
            return None
        if name.endswith(suffix):
            return Path(name)
        return self._named(Path(name + suffix))

    def _save_as(self, title: str, suggestion: Path, endings: Mapping[str, str]) -> Path | None:
        """Ask for a file of one of several kinds; ``endings`` maps their filters to the suffix of each."""
        name, chosen = QFileDialog.getSaveFileName(self._parent, title, str(suggestion), ";;".join(endings))
        if not name:
            return None
        suffixes = tuple(endings.values())
        if name.lower().endswith(suffixes):
            return Path(name)
        return self._named(Path(name + endings.get(chosen, suffixes[0])))

    def _named(self, path: Path) -> Path | None:
        """Return a path to which a suffix was added, unless the user wants to keep the file that is there."""
        # The chooser has asked about overwriting the name without the suffix only.
        return path if not path.exists() or self._may_overwrite(path) else None

    def _may_overwrite(self, path: Path) -> bool:
        answer = QMessageBox.question(
            self._parent, self.tr("File exists"), self.tr("{0} exists already. Replace it?").format(path.name)
        )
        return answer == QMessageBox.StandardButton.Yes
