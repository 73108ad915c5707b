"""Saves the program of the present experiment, with its data beside it, in the background of the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal, Slot

from core.codegen.saving import save_program
from core.data.user_file import Watch
from core.storage import file_stem
from core.texts import unsaid
from desktop_app.background import Background
from desktop_app.code.view import CodeView
from desktop_app.dialogs import NOTEBOOK_SUFFIX, Dialogs

Save = Callable[..., tuple[Path, ...]]


class CodeFiles(QObject):
    """Asks for a file, and writes the program that the Code tab shows; the window goes on meanwhile.

    Signals:
        told: a sentence about what was done.
        failed: a sentence.

    Args:
        view: the Code tab.
        dialogs: asks for the file.
        data_dir: where to look first for data files.
        parent: owns this object.
        save: writes the program and returns the files; the core's own by default.
    """

    told = Signal(str)
    failed = Signal(object)

    def __init__(
        self,
        view: CodeView,
        dialogs: Dialogs,
        data_dir: Path | None = None,
        parent: QObject | None = None,
        *,
        save: Save = save_program,
    ) -> None:
        super().__init__(parent)
        self._view, self._dialogs, self._data_dir, self._save = view, dialogs, data_dir, save
        self._folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self._work = Background(unsaid("The program could not be saved: {error}."), self)
        self._work.finished.connect(self._on_finished)
        self._work.failed.connect(self._on_failed)

    @Slot()
    def save(self) -> None:
        """Ask for a file and write the program to it; nothing happens while another one is written."""
        experiment, program = self._view.experiment, self._view.program
        if experiment is None or program is None or self._work.is_running:
            return
        stem = file_stem(experiment.name, "experiment")
        path = self._dialogs.save_program(Path(self._folder) / f"{stem}.py", has_data=bool(program.files))
        if path is None:
            return
        style, data_dir, save = program.style, self._data_dir, self._save
        self._view.show_saving(True)

        def work(_: Watch) -> tuple[Path, ...]:
            is_notebook = path.suffix.lower() == NOTEBOOK_SUFFIX
            return save(experiment, style, path, data_dir, notebook=is_notebook)

        self._folder = str(path.parent)
        self.told.emit(self.tr("Saving {file}…").format(file=path))
        self._work.start(work)

    def shutdown(self) -> None:
        """Wait for the end of what is being written."""
        self._work.shutdown()

    @Slot(object)
    def _on_finished(self, written: tuple[Path, ...]) -> None:
        self._view.show_saving(False)
        program, *beside = written
        if beside:
            text = self.tr("Saved {file}, and {data} beside it.")
            self.told.emit(text.format(file=program, data=", ".join(path.name for path in beside)))
        else:
            self.told.emit(self.tr("Saved {file}").format(file=program))

    @Slot(object)
    def _on_failed(self, sentence: str) -> None:
        self._view.show_saving(False)
        # It no longer is being saved; said first, as what is told takes the problem before it away.
        self.told.emit(self.tr("The program was not saved."))
        self.failed.emit(sentence)
