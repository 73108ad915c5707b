"""What the window shows of K-fold and sweeps, and what its buttons ask of them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from core.edits import TakeExperiment
from core.presets import experiment_name
from core.selection.workers import available_cores
from desktop_app.main_window import MainWindow
from desktop_app.plots.sweep_board import SweepBoard
from desktop_app.run_control import RunControl
from desktop_app.selection_control import Kind, SelectionControl, alike
from desktop_app.session import Session
from desktop_app.teller import Teller


class SelectionDisplay(QObject):
    """Connects the selections with the tabs that show them.

    Signals:
        run_wanted: the outcome of a cell, which is to be put into the list of runs, and its name.

    Args:
        window: shows them.
        control: runs them.
        session: has the present experiment.
        run: knows whether the data can be used, and how fast the network trains.
        teller: says what went wrong.
        parent: owns this object.
    """

    run_wanted = Signal(object, str)

    def __init__(
        self,
        window: MainWindow,
        control: SelectionControl,
        session: Session,
        run: RunControl,
        teller: Teller,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._control, self._session = control, session
        self._run, self._teller = run, teller
        self._kfold, self._view, self._editor = window.kfold, window.sweep.view, window.sweep.editor
        session.experiment_changed.connect(self._editor.show_experiment)
        run.state_changed.connect(self._on_run_changed)
        control.started.connect(self._on_started)
        control.changed.connect(self._on_changed)
        control.ended.connect(self._on_ended)
        control.obstacles_changed.connect(self._show_obstacles)
        control.refused.connect(teller.show_problem)
        for view in (self._kfold, self._view):
            view.cancel_requested.connect(control.cancel)
            view.saved.connect(teller.tell)
            view.failed.connect(teller.show_problem)
        self._kfold.start_requested.connect(self.start_kfold)
        self._kfold.retry_requested.connect(lambda: control.retry("kfold"))
        self._kfold.run_wanted.connect(self._want_fold)
        self._kfold.folds_chosen.connect(self._show_obstacles)
        self._view.start_requested.connect(self.start_sweep)
        self._view.retry_requested.connect(lambda: control.retry("sweep"))
        self._view.run_wanted.connect(self._want_place)
        self._view.experiment_wanted.connect(self._take_experiment)
        self._editor.changed.connect(self._show_obstacles)
        self._editor.changed.connect(self._show_pace)
        self._show_obstacles()

    def show_present(self) -> None:
        """Show the selections that there are, in a window that has not seen them yet."""
        self._control.set_data_obstacle(self._run.data_obstacle)
        for kind in self._control.works:
            self._on_started(kind)
            self._on_changed(kind)
        self._show_obstacles()

    @Slot()
    def _on_run_changed(self) -> None:
        self._control.set_data_obstacle(self._run.data_obstacle)
        self._show_pace()

    @Slot()
    def _show_obstacles(self) -> None:
        control, editor = self._control, self._editor
        self._kfold.show_obstacle(control.kfold_obstacle(self._kfold.num_folds))
        self._kfold.bar.show_changed(control.settings_changed("kfold"))
        # What is wrong with the values is said beside them.
        self._view.show_obstacle(control.sweep_obstacle(editor.experiment))
        self._view.bar.show_ready(editor.sweep is not None)
        self._view.bar.show_changed(control.settings_changed("sweep"))

    @Slot(int)
    def start_kfold(self, num_folds: int) -> None:
        """Start K-fold, unless a field shows something that the experiment could not take."""
        self._teller.unless_refused(lambda: self._control.start_kfold(num_folds))

    @Slot()
    def start_sweep(self) -> None:
        """Start the sweep that is in the editor, if it can be."""
        self._editor.look()
        sweep = self._editor.sweep
        if sweep is not None:
            self._teller.unless_refused(lambda: self._control.start_sweep(sweep))

    @Slot(object)
    def _on_started(self, kind: Kind) -> None:
        work = self._control.works[kind]
        if work.sweep is None:
            self._kfold.show_board(work.board)
        else:
            self._view.show_board(SweepBoard(work.sweep, work.board))
            self._editor.header.setChecked(False)

    @Slot(object)
    def _on_changed(self, kind: Kind) -> None:
        view = self._kfold if kind == "kfold" else self._view
        view.show_progress(self._control.progress(kind))
        view.refresh()
        if self._control.running is None:
            self._show_pace()

    @Slot(object)
    def _on_ended(self, kind: Kind) -> None:
        """Say in the status bar that it is over, for those who look at another tab."""
        progress = self._control.progress(kind)
        done = progress.num_done - progress.num_failed
        text = self.tr("K-fold: {0} of {1} runs done") if kind == "kfold" else self.tr("Sweep: {0} of {1} runs done")
        self._teller.tell(text.format(done, progress.num_cells))

    @Slot(object)
    def _want_fold(self, key: str) -> None:
        number = self._control.works["kfold"].board.keys.index(key) + 1
        self._want_run("kfold", key, self.tr("fold {0}").format(number))

    @Slot(object)
    def _want_place(self, key: str) -> None:
        board, index = self._view.board, self._view.selected
        if board is not None and index is not None:
            self._want_run("sweep", key, board.name(index))

    def _want_run(self, kind: Kind, key: str, name: str) -> None:
        work = self._control.works[kind]
        outcome = work.board.outcome(key)
        if outcome is not None:
            self.run_wanted.emit(outcome, self.tr("{0}: {1}").format(experiment_name(work.experiment), name))

    @Slot(object)
    def _take_experiment(self, key: str) -> None:
        self._session.apply(TakeExperiment(self._control.works["sweep"].board.cell(key).experiment))
        self._teller.tell(self.tr("This run's settings are those of the experiment now. Undo brings the others back."))

    @Slot()
    def _show_pace(self) -> None:
        """Tell about how long a run takes, if it was measured for the experiment that is swept."""
        self._editor.show_pace(self._seconds_per_run(), available_cores())

    def _seconds_per_run(self) -> float | None:
        experiment, history = self._editor.experiment, self._run.history
        for kind, work in self._control.works.items():
            seconds = self._control.seconds_per_cell(kind) if alike(work.experiment, experiment) else None
            if seconds is not None:
                return seconds
        if history.started is None or history.ended is None or history.ended.reason != "finished":
            return None
        return history.ended.seconds if alike(history.started.experiment, experiment) else None
