"""New, open, save, presets, parameters: what happens around files, so that no work is lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from core.errors import ExperimentError
from core.experiment import Experiment
from core.presets import experiment_name, load_preset
from core.storage import SUFFIX, file_stem, reason
from desktop_app.dialogs import PARAMETERS_SUFFIX, Dialogs
from desktop_app.engine_host import EngineHost
from desktop_app.engine_messages import ParametersLoaded, ParametersSaved
from desktop_app.preferences import Preferences
from desktop_app.session import Session

# A crash loses at most this much of the user's work.
_REMEMBER_MS = 2000
FIRST_PRESET = "digits-mlp"


class FileControl(QObject):
    """Carries out what the File menu asks for.

    Signals:
        failed: a sentence.
        told: a sentence about what was done.
        recent_changed: the list of recent files.
        replaced: another experiment took the place of the present one; the old network is of no use.
    """

    failed = Signal(object)
    told = Signal(str)
    recent_changed = Signal(object)
    replaced = Signal()

    def __init__(
        self,
        session: Session,
        host: EngineHost,
        preferences: Preferences,
        dialogs: Dialogs,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._host = session, host
        self._preferences, self._dialogs = preferences, dialogs
        self._remember_timer = QTimer(self)
        self._remember_timer.setSingleShot(True)
        self._remember_timer.setInterval(_REMEMBER_MS)
        self._remember_timer.timeout.connect(self.remember)
        session.experiment_changed.connect(self._remember_soon)
        host.received.connect(self._on_received)

    def restore(self, path: Path | None) -> None:
        """Show the last experiment, or else the first preset; then open ``path``, if the unsaved changes allow it."""
        self.recent_changed.emit(self._preferences.recent_files)
        if not self._attempt(self._restore_last):
            self._session.begin(load_preset(FIRST_PRESET))
        if path is not None and self.may_leave():
            self._attempt(lambda: self._open(path))

    def _restore_last(self) -> None:
        last = self._preferences.last()
        if last is None:
            self._session.begin(load_preset(FIRST_PRESET))
            return
        experiment, path, modified = last
        if path is None or modified:
            self._session.begin(experiment, path, modified=modified)
            return
        try:
            # The file itself, not the copy: it may have been changed elsewhere meanwhile.
            self._session.open(path)
        except ExperimentError as error:
            self._session.begin(experiment, None, modified=True)
            self.failed.emit(str(error))

    @Slot()
    def new(self) -> None:
        """Start with an empty stack on the present data set."""
        if self.may_leave():
            present = self._session.experiment
            fresh = Experiment(data=present.data, loss=present.loss)
            self._session.begin(fresh)
            self.replaced.emit()

    @Slot()
    def open(self) -> None:
        """Ask for a file and open it."""
        if self.may_leave():
            path = self._dialogs.open_experiment(self._folder())
            if path is not None:
                self._attempt(lambda: self._open(path))

    @Slot(object)
    def open_recent(self, path: Path) -> None:
        """Open a file of the list."""
        if self.may_leave():
            self._attempt(lambda: self._open(path))

    @Slot(str)
    def open_preset(self, name: str) -> bool:
        """Begin with a preset after a question about unsaved changes; return whether that was done."""
        if not self.may_leave():
            return False
        self._session.begin(load_preset(name))
        self.replaced.emit()
        return True

    def try_preset(self, name: str, *, asks: bool) -> bool:
        """Take a preset in a step that can be undone, if ``asks`` after the same question; return whether it was done.

        Who follows a lesson works on: whatever its pages do can be taken back, as other steps can.
        """
        if asks and not self.may_leave():
            return False
        self._session.replace(load_preset(name))
        self.replaced.emit()
        return True

    @Slot()
    def save(self) -> bool:
        """Save to the experiment's file, asking for one if it has none yet; return whether it was saved."""
        return self.save_as() if self._session.path is None else self._save(self._session.path)

    @Slot()
    def save_as(self) -> bool:
        """Ask for a file and save to it; return whether it was saved."""
        path = self._dialogs.save_experiment(self._session.path or self._suggested(SUFFIX))
        return path is not None and self._save(path)

    @Slot()
    def save_parameters(self) -> None:
        """Ask for a file and save the network's parameters to it."""
        path = self._dialogs.save_parameters(self._suggested(PARAMETERS_SUFFIX))
        if path is not None:
            self._host.save_parameters(path)

    @Slot()
    def load_parameters(self) -> None:
        """Ask for a file and load parameters from it into a network of the present settings."""
        path = self._dialogs.open_parameters(self._folder())
        if path is not None:
            self._host.load_parameters(self._session.experiment, path)

    def may_leave(self) -> bool:
        """Ask about unsaved changes; return whether the present experiment may be left."""
        if not self._session.is_modified:
            return True
        answer = self._dialogs.unsaved_changes(self.title())
        return self.save() if answer == "save" else answer == "discard"

    def title(self) -> str:
        """Return the name that people know the experiment by."""
        path = self._session.path
        return path.name.removesuffix(SUFFIX) if path else experiment_name(self._session.experiment)

    @Slot()
    def remember(self) -> None:
        """Keep the experiment for the next start, and for after a crash."""
        self._remember_timer.stop()
        session = self._session
        try:
            self._preferences.remember(session.experiment, session.path, session.is_modified)
        except OSError as error:
            self.failed.emit(self.tr("The experiment could not be kept for the next start: {0}").format(reason(error)))
        except ExperimentError as error:
            self.failed.emit(str(error))

    def forget_changes(self) -> None:
        """Let the unsaved changes go: the next start is not to show them either."""
        self._attempt(self._session.revert)
        if self._session.is_modified:
            # They came from the last time, and there is no file to go back to.
            self._session.begin(load_preset(FIRST_PRESET))
        self.remember()

    def _open(self, path: Path) -> None:
        self._session.open(path)
        self._note_recent(path)
        self.replaced.emit()

    def _save(self, path: Path) -> bool:
        if not self._attempt(lambda: self._session.save(path)):
            return False
        self._note_recent(path)
        self.told.emit(self.tr("Saved {0}").format(path.name))
        return True

    def _note_recent(self, path: Path) -> None:
        self._preferences.add_recent_file(path.absolute())
        self.recent_changed.emit(self._preferences.recent_files)
        self.remember()

    def _attempt(self, do: Callable[[], object]) -> bool:
        try:
            do()
        except ExperimentError as error:
            self.failed.emit(str(error))
            return False
        return True

    def _suggested(self, suffix: str) -> Path:
        """Return a file named after the experiment, in the folder of the last one."""
        stem = file_stem(self._session.experiment.name, "experiment")
        return self._folder() / f"{stem}{suffix}"

    def _folder(self) -> Path:
        if self._session.path is not None:
            return self._session.path.parent
        recent = self._preferences.recent_files
        return recent[0].parent if recent else Path.home()

    @Slot(object)
    def _remember_soon(self, _experiment: Experiment) -> None:
        # Not started again while it runs: steady edits would put it off for ever.
        if not self._remember_timer.isActive():
            self._remember_timer.start()

    @Slot(object)
    def _on_received(self, received: Sequence[object]) -> None:
        for message in received:
            if isinstance(message, ParametersSaved):
                self.told.emit(self.tr("Saved the parameters to {0}").format(message.path.name))
            elif isinstance(message, ParametersLoaded):
                self.told.emit(self._loaded_text(message))

    def _loaded_text(self, message: ParametersLoaded) -> str:
        text = self.tr("Loaded {0}").format(message.path.name)
        if message.validation_accuracy is not None:
            share = f"{100 * message.validation_accuracy:.2f} %"
            return f"{text} · " + self.tr("validation accuracy {0}").format(share)
        if message.validation_loss is not None:
            return f"{text} · " + self.tr("validation loss {0}").format(f"{message.validation_loss:.4g}")
        return text
