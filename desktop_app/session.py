"""The session: the current experiment, its file, and undo. The only writer of the experiment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoCommand, QUndoStack

from core.edits import Edit, SetValue
from core.errors import ExperimentError
from core.experiment import Experiment
from core.storage import load_experiment, save_experiment
from core.texts import unsaid
from desktop_app.texts import translated

_MERGE_SECONDS = 1.0


@dataclass(frozen=True)
class Refusal:
    """An edit that was not valid. ``path`` names the field, such as ``layers.0.rate``, or is empty."""

    path: str
    sentence: str


class Session(QObject):
    """Applies edits to the experiment, and can take them back.

    Signals:
        experiment_changed: the new Experiment.
        refused: a Refusal; the experiment stays as it is.
        file_changed: the path or the "unsaved" mark has changed.
    """

    experiment_changed = Signal(object)
    refused = Signal(object)
    file_changed = Signal()

    def __init__(self, parent: QObject | None = None, clock: Callable[[], float] = monotonic) -> None:
        super().__init__(parent)
        self.experiment = Experiment()
        self.path: Path | None = None
        self.undo_stack = QUndoStack(self)
        self.undo_stack.cleanChanged.connect(self._on_clean_changed)
        self.undo_stack.indexChanged.connect(self._on_index_changed)
        self._clock = clock

    @property
    def is_modified(self) -> bool:
        """Whether there are changes that are not in the file."""
        return not self.undo_stack.isClean()

    @Slot(object)
    def apply(self, edit: Edit) -> bool:
        """Make the next experiment, or refuse the edit with a sentence; return whether it was made."""
        try:
            changed = edit.apply(self.experiment)
        except ExperimentError as error:
            path = ".".join(str(key) for key in edit.path) if isinstance(edit, SetValue) else ""
            self.refused.emit(Refusal(path, str(error)))
            return False
        if changed == self.experiment:
            # The panels may show what was typed; they show the experiment again.
            self.experiment_changed.emit(self.experiment)
        else:
            self.undo_stack.push(_Change(self, edit.text, edit.merge_key, self._clock(), changed))
        return True

    def begin(self, experiment: Experiment, path: Path | None = None, *, modified: bool = False) -> None:
        """Start over with another experiment; what could be undone before is forgotten."""
        self.path = path.absolute() if path else None
        self.undo_stack.clear()
        if modified:
            self.undo_stack.resetClean()
        else:
            # Clearing an empty stack leaves it as it was.
            self.undo_stack.setClean()
        self._show(experiment)
        self.file_changed.emit()

    def replace(self, experiment: Experiment) -> None:
        """Start over with another experiment, as a step that can be taken back."""
        if self.is_modified or self.path is not None or experiment != self.experiment:
            self.undo_stack.push(_Replacement(self, unsaid("Load a preset"), "", self._clock(), experiment))
        else:
            self._show(experiment)

    def open(self, path: Path) -> None:
        """Open an experiment file.

        Raises:
            ExperimentError: a sentence; the present experiment stays.
        """
        self.begin(load_experiment(path), path)

    def save(self, path: Path) -> None:
        """Save the experiment.

        Raises:
            ExperimentError: a sentence; an old file stays as it was.
        """
        save_experiment(self.experiment, path)
        self.path = path.absolute()
        self.undo_stack.setClean()
        following = self._next_replacement()
        if following is not None:
            following.clean_index = self.undo_stack.index()
        self.file_changed.emit()

    def revert(self) -> None:
        """Go back to what is in the file, or, without one, to what was there before it was changed.

        Raises:
            ExperimentError: the file cannot be read any more.
        """
        if self.path is not None:
            self.open(self.path)
        else:
            clean = self.undo_stack.cleanIndex()
            # Later steps, such as to another experiment, that were taken back are not where this one came from.
            self.undo_stack.setIndex(clean if 0 <= clean <= self.undo_stack.index() else 0)

    def close(self) -> None:
        """Let the steps of undo go, silently, while all that they refer to is alive.

        Python's collector would take them in any order, and Qt then clear a stack of what is gone.
        """
        self.undo_stack.blockSignals(True)
        self.undo_stack.clear()

    @Slot()
    def tell_again(self) -> None:
        """Tell the experiment once more: what is known of it has changed."""
        self.experiment_changed.emit(self.experiment)

    def retell(self) -> None:
        """Name what can be undone in the language of now."""
        for position in range(self.undo_stack.count()):
            change = self.undo_stack.command(position)
            if isinstance(change, _Change):
                change.setText(translated(change.name))

    def _show(self, experiment: Experiment) -> None:
        self.experiment = experiment
        self.experiment_changed.emit(experiment)

    @Slot(int)
    def _on_index_changed(self, index: int) -> None:
        """Nothing is unsaved where another experiment was taken, nor at what was saved before that."""
        taken = bool(index) and isinstance(self.undo_stack.command(index - 1), _Replacement) and self.path is None
        following = self._next_replacement()
        if taken or (following is not None and following.clean_index == index):
            self.undo_stack.setClean()

    def _next_replacement(self) -> _Replacement | None:
        """Return the next step to another experiment that was taken back."""
        commands = (self.undo_stack.command(i) for i in range(self.undo_stack.index(), self.undo_stack.count()))
        return next((command for command in commands if isinstance(command, _Replacement)), None)

    @Slot(bool)
    def _on_clean_changed(self, _clean: bool) -> None:
        self.file_changed.emit()


class _Change(QUndoCommand):
    """One step of undo: the experiments before and after it."""

    def __init__(self, session: Session, name: str, merge_key: str, time: float, after: Experiment) -> None:
        super().__init__(translated(name))
        self.name = name
        self._session = session
        self._before, self._after = session.experiment, after
        self._merge_key, self._time = merge_key, time

    def redo(self) -> None:
        """Go to the experiment after the change."""
        self._session._show(self._after)

    def undo(self) -> None:
        """Go back to the experiment before the change."""
        self._session._show(self._before)

    def id(self) -> int:
        """Return 1 for changes that may merge, -1 for others, as Qt wants it."""
        return 1 if self._merge_key else -1

    def mergeWith(self, other: QUndoCommand) -> bool:  # noqa: N802 - Qt's name
        """Take in a change of the same field that follows quickly, as when a slider is dragged."""
        if not isinstance(other, _Change) or other._merge_key != self._merge_key:
            return False
        if other._time - self._time > _MERGE_SECONDS:
            return False
        self._after, self._time = other._after, other._time
        self.setObsolete(self._after == self._before)
        return True


class _Replacement(_Change):
    """Another experiment in place of the present one, whose file it leaves.

    ``clean_index`` is where the one before was as in its file; -1 if it never was.
    """

    def __init__(self, session: Session, name: str, merge_key: str, time: float, after: Experiment) -> None:
        super().__init__(session, name, merge_key, time, after)
        self.clean_index = session.undo_stack.cleanIndex()
        self._path = session.path

    def redo(self) -> None:
        """Take the other experiment."""
        self._session.path = None
        super().redo()
        self._session.file_changed.emit()

    def undo(self) -> None:
        """Go back to the experiment before, and to its file."""
        self._session.path = self._path
        super().undo()
        self._session.file_changed.emit()
