"""Layers from the user's own files, as long as the application lives: agreements, the files, and trials in a worker."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, Signal, Slot

from core import programs
from core.experiment import Experiment
from core.layers import CustomLayer, Shape
from core.program_files import Agreements, look_for
from core.programs import Check, Program
from core.selection.trials import check_from, submit_trial
from core.stack import untried_layers
from desktop_app.workers import Workers


@dataclass(frozen=True)
class Trial:
    """A class of a program to which the user agreed, tried on inputs of one shape."""

    program: Program
    class_name: str
    input_shape: Shape


class OwnLayers(QObject):
    """Tries the layers of the present experiment as far as the user agreed, and watches their files.

    Nothing of a program runs in the window itself before its trial in a worker process of its own came to an end.

    Signals:
        changed: something new is known of the layers of the experiment, which is the same as before.
        checked: a Trial that is over, and the Check that came out.

    Args:
        agreements: to which programs the user agreed, also at earlier starts.
        workers: in which layers are tried; nothing else may have to wait for them.
        parent: owns this object.
    """

    changed = Signal()
    checked = Signal(object, object)
    _done = Signal(object)

    def __init__(self, agreements: Agreements, workers: Workers, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._agreements, self._workers = agreements, workers
        self._agreements.recall()
        self._experiment = Experiment()
        self._trials: dict[Trial, Future[Check]] = {}
        self._asked: set[Trial] = set()
        self._states: dict[tuple[str, str], programs.FileState] = {}
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._on_file_changed)
        self._watcher.directoryChanged.connect(self._on_file_changed)
        self._done.connect(self._on_done, Qt.ConnectionType.QueuedConnection)

    @Slot(object)
    def show_experiment(self, experiment: Experiment) -> None:
        """Look at the files of the layers, and try what was not tried yet."""
        self._experiment = experiment
        self._name_programs()
        self._look_at_files()
        self._drop_obsolete()
        for layer, input_shape in untried_layers(experiment):
            program = programs.agreed(layer.sha256)
            assert program is not None
            self.try_layer(Trial(program, layer.class_name, input_shape))

    def agree(self, program: Program) -> None:
        """Note that the user agreed to run a program.

        Raises:
            OSError: that could not be kept for the next start.
        """
        try:
            self._agreements.keep(program)
        finally:
            self.changed.emit()

    def try_layer(self, trial: Trial, *, is_asked: bool = False) -> None:
        """Try a layer, unless that goes on already; ``checked`` tells what came out.

        Args:
            trial: which layer, and on which inputs.
            is_asked: whether the user waits for it, whatever becomes of the experiment.
        """
        if is_asked:
            self._asked.add(trial)
        if trial in self._trials or self._workers.is_closing:
            return
        future = submit_trial(self._workers.executor(), trial.program, trial.class_name, trial.input_shape)
        self._trials[trial] = future
        future.add_done_callback(lambda _: self._done.emit(trial))

    def give_up(self, trial: Trial) -> None:
        """End a trial that nobody waits for any more."""
        self._asked.discard(trial)
        if trial in self._trials and not self._is_needed(trial):
            self._trials.pop(trial).cancel()

    def close(self) -> None:
        """Wait for no trial any more."""
        for future in self._trials.values():
            future.cancel()
        self._trials.clear()
        self._asked.clear()

    def _is_needed(self, trial: Trial) -> bool:
        needed = {(layer.sha256, layer.class_name, shape) for layer, shape in untried_layers(self._experiment)}
        return trial in self._asked or (trial.program.sha256, trial.class_name, trial.input_shape) in needed

    def _drop_obsolete(self) -> None:
        """Forget what waits to be tried for a stack that was there before, as when a slider is dragged."""
        for trial, future in list(self._trials.items()):
            # To cancel one that runs would cost its worker.
            if not self._is_needed(trial) and not future.running():
                self._trials.pop(trial).cancel()

    def _name_programs(self) -> None:
        """Call programs as the layers do: a copy that was kept is named by its hash."""
        for layer in self._experiment.layers:
            known = programs.agreed(layer.sha256) if isinstance(layer, CustomLayer) else None
            if known is not None and isinstance(layer, CustomLayer) and layer.file and known.name != layer.file_name:
                programs.agree(Program(layer.file_name, known.source))

    def _look_at_files(self) -> None:
        layers = [layer for layer in self._experiment.layers if isinstance(layer, CustomLayer) and layer.file]
        self._states = {(layer.file, layer.sha256): look_for(layer.file, layer.sha256) for layer in layers}
        for (file, sha256), state in self._states.items():
            programs.note_file(file, sha256, state)
        self._watch({layer.file for layer in layers})

    def _watch(self, files: set[str]) -> None:
        """Watch files and their folders: many editors replace a file by a new one of the same name."""
        wanted = files | {str(Path(file).parent) for file in files}
        watched = {*self._watcher.files(), *self._watcher.directories()}
        there = {path for path in wanted - watched if _exists(path)}
        if watched - wanted:
            self._watcher.removePaths(sorted(watched - wanted))
        if there:
            self._watcher.addPaths(sorted(there))

    @Slot(str)
    def _on_file_changed(self, _path: str) -> None:
        before = self._states
        self._look_at_files()
        if self._states != before:
            self.changed.emit()

    @Slot(object)
    def _on_done(self, trial: Trial) -> None:
        future = self._trials.get(trial)
        # One that was given up has nothing to tell, and may have begun anew.
        if future is None or not future.done():
            return
        del self._trials[trial]
        self._asked.discard(trial)
        check = check_from(future)
        programs.note(trial.program.sha256, trial.class_name, trial.input_shape, check.seen)
        self.checked.emit(trial, check)
        self.changed.emit()


def _exists(path: str) -> bool:
    try:
        return Path(path).exists()
    except (OSError, ValueError):
        return False
