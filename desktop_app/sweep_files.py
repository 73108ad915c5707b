"""Sweeps from files and those that come with the application, and saving them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Slot

from core.errors import ExperimentError
from core.selection.shipped import resolve_sweep, sweeps
from core.selection.sweep_storage import SUFFIX, load_sweep, save_sweep
from core.storage import file_stem
from desktop_app.dialogs import Dialogs
from desktop_app.sweep_page import SweepPage
from desktop_app.teller import Teller
from desktop_app.texts import translated

OVERFITTING_MAP = "overfitting-map"
"""The name of the ready sweep that has an entry of its own in the Run menu."""


class SweepFiles(QObject):
    """Loads sweeps into the editor and saves what stands there.

    Args:
        page: with the editor.
        dialogs: the questions about files.
        teller: says what was done or went wrong.
        parent: owns this object.
    """

    def __init__(self, page: SweepPage, dialogs: Dialogs, teller: Teller, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page, self._dialogs, self._teller = page, dialogs, teller
        self._folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        ready = sweeps()
        page.editor.show_ready([(entry.name, entry.title, entry.summary) for entry in ready])
        page.view.empty.show_ready({entry.name: translated(entry.title) for entry in ready[:1]})
        page.editor.ready_chosen.connect(self.load_ready)
        page.view.empty.ready_chosen.connect(self.load_ready)
        page.editor.open_requested.connect(self._open)
        page.editor.save_requested.connect(self._save)

    @Slot(str)
    def load_ready(self, name: str) -> bool:
        """Load a sweep that comes with the application, if the user lets the present one go; return whether."""
        if not self._may_leave():
            return False
        self._page.editor.show_sweep(resolve_sweep(name))
        return True

    def _may_leave(self) -> bool:
        """Ask about a sweep of the user's own that is in no file; return whether another may take its place."""
        editor = self._page.editor
        editor.look()
        if not editor.is_modified:
            return True
        name = editor.sweep.name if editor.sweep is not None else self.tr("Sweep")
        answer = self._dialogs.unsaved_changes(translated(name))
        return self._save() if answer == "save" else answer == "discard"

    @Slot()
    def _open(self) -> None:
        path = self._dialogs.open_sweep(self._folder) if self._may_leave() else None
        if path is None:
            return
        try:
            self._page.editor.show_sweep(load_sweep(path))
        except ExperimentError as error:
            self._teller.show_problem(str(error))
            return
        self._folder = path.parent
        self._teller.tell(self.tr("Opened {0}").format(path.name))

    @Slot()
    def _save(self) -> bool:
        """Ask for a file and save the sweep to it; return whether it was saved."""
        editor = self._page.editor
        editor.look()
        if editor.sweep is None:
            self._teller.show_problem(editor.problem)
            return False
        path = self._dialogs.save_sweep(self._folder / f"{file_stem(editor.sweep.name, 'sweep')}{SUFFIX}")
        if path is None:
            return False
        try:
            save_sweep(editor.sweep, path)
        except ExperimentError as error:
            self._teller.show_problem(str(error))
            return False
        editor.note_kept()
        self._folder = path.parent
        self._teller.tell(self.tr("Saved {0}").format(path.name))
        return True
