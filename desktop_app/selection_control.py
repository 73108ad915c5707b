"""Starts K-fold and sweeps, hears from their worker processes, and ends them in order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from time import monotonic
from typing import Literal

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal, Slot

from core.errors import ExperimentError, essence
from core.events import EpochDone
from core.experiment import Experiment
from core.selection.board import Board
from core.selection.cells import Cell, CellResult
from core.selection.kfold import KFold
from core.selection.running import Selection
from core.selection.sweep import Sweep
from core.stack import inspect_stack
from desktop_app.mailbox import Mailbox
from desktop_app.plots.selection_bar import SelectionProgress
from desktop_app.workers import Workers

Kind = Literal["kfold", "sweep"]
_REFRESH_MS = 33
_MS_PER_CELL = 0.2
_CLOCK_MS = 1000
_TELLING_SHARE = 0.02
"""From this share of a cell on its time can be told."""


class Work:
    """One selection: what it is of, its board, and how long it has taken.

    ``sweep`` is None for K-fold. ``is_of_present`` tells that at the start the window had the same experiment.
    """

    def __init__(
        self, kind: Kind, experiment: Experiment, cells: Sequence[Cell], present: Experiment, sweep: Sweep | None = None
    ) -> None:
        self.kind: Kind = kind
        self.experiment = experiment
        self.is_of_present = alike(experiment, present)
        self.sweep = sweep
        self.board = Board(cells)
        self.seconds = 0.0


class SelectionControl(QObject):
    """Runs the selections of both kinds in worker processes.

    At most one selection runs at a time. What workers say comes in other threads; it is put into a mailbox and taken
    out in the thread of the window, at most about 30 times a second.

    Signals:
        started: the kind of the selection that took the place of the one before.
        changed: the kind of the selection of whose board something is new.
        ended: the kind of the selection that is over, also after a cancel.
        obstacles_changed: what keeps a selection from starting is new.
        refused: a sentence that says why a selection could not be started.

    Args:
        workers: do the work.
        data_dir: where to look first for data files.
        parent: owns this object.
        clock: tells the time in seconds.
    """

    started = Signal(object)
    changed = Signal(object)
    ended = Signal(object)
    obstacles_changed = Signal()
    refused = Signal(object)
    _woken = Signal()

    def __init__(
        self,
        workers: Workers,
        data_dir: Path | None = None,
        parent: QObject | None = None,
        *,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__(parent)
        self.experiment = Experiment()
        self.works: dict[Kind, Work] = {}
        self.running: Kind | None = None
        self._workers, self._data_dir, self._clock = workers, data_dir, clock
        self._data_obstacle = ""
        self._selection: Selection | None = None
        self._number = 0
        self._begun = 0.0
        self._is_closed = False
        self._mailbox = Mailbox()
        self._since_refresh = QElapsedTimer()
        self._since_refresh.start()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._fetch)
        self._ticks = QTimer(self)
        self._ticks.setInterval(_CLOCK_MS)
        self._ticks.timeout.connect(self._tick)
        self._woken.connect(self._wake, Qt.ConnectionType.QueuedConnection)

    @Slot(object)
    def show_experiment(self, experiment: Experiment) -> None:
        """Take note of the present experiment; a selection that runs keeps its own."""
        self.experiment = experiment
        self.obstacles_changed.emit()

    @Slot(str)
    def set_data_obstacle(self, sentence: str) -> None:
        """Tell why the data of the present experiment cannot be used; an empty text if they can."""
        if sentence != self._data_obstacle:
            self._data_obstacle = sentence
            self.obstacles_changed.emit()

    def kfold_obstacle(self, num_folds: int) -> str:
        """Return a sentence that says why K-fold cannot start now, or an empty text."""
        stack_problem = _stack_problem(self.experiment, in_folds=True)
        obstacle = self._busy_obstacle("kfold") or stack_problem or self._data_obstacle
        if obstacle:
            return obstacle
        facts = self.experiment.data.facts()
        available = facts.num_train + facts.num_validation
        if available < num_folds:
            text = self.tr("There are {0} samples, too few for {1} folds. Choose fewer folds or more samples.")
            return text.format(available, num_folds)
        return ""

    def sweep_obstacle(self, experiment: Experiment) -> str:
        """Return a sentence that says why a sweep of an experiment cannot start now, or an empty text."""
        own = experiment.data == self.experiment.data
        return self._busy_obstacle("sweep") or (self._obstacle(experiment) if own else _stack_problem(experiment))

    def settings_changed(self, kind: Kind) -> bool:
        """Whether the present experiment was edited since a selection of it was started."""
        work = self.works.get(kind)
        return work is not None and work.is_of_present and not alike(work.experiment, self.experiment)

    def start_kfold(self, num_folds: int) -> None:
        """Start K-fold with the present experiment."""
        obstacle = self.kfold_obstacle(num_folds)
        if obstacle:
            self.refused.emit(obstacle)
            return
        cells = KFold(num_folds=num_folds).cells(self.experiment)
        self._start(Work("kfold", self.experiment, cells, self.experiment), cells)

    def start_sweep(self, sweep: Sweep) -> None:
        """Start a sweep."""
        obstacle = self.sweep_obstacle(sweep.experiment)
        if obstacle:
            self.refused.emit(obstacle)
            return
        try:
            cells = sweep.cells()
        except ExperimentError as error:
            self.refused.emit(str(error))
            return
        self._start(Work("sweep", sweep.experiment, cells, self.experiment, sweep), cells)

    def retry(self, kind: Kind) -> None:
        """Run the cells again that failed or were cancelled."""
        obstacle, work = self._busy_obstacle(kind), self.works.get(kind)
        if obstacle:
            self.refused.emit(obstacle)
        if work is None or self.running is not None:
            return
        cells = work.board.retry()
        if cells:
            self._start(work, cells)

    @Slot()
    def cancel(self) -> None:
        """Give up what is not done; what is done is kept."""
        self._fetch()
        if self._selection is not None and self.running is not None:
            # From now on nothing is heard of it any more, whatever its workers still say.
            self._number += 1
            selection = self._selection
            self._end(self.running)
            selection.cancel()

    def progress(self, kind: Kind) -> SelectionProgress:
        """Return how far the selection of a kind is."""
        work = self.works.get(kind)
        if work is None:
            return SelectionProgress()
        board, running = work.board, self.running == kind
        seconds = work.seconds + (self._clock() - self._begun if running else 0.0)
        return SelectionProgress(
            num_done=len(board.with_state("done", "diverged", "failed")),
            num_cells=len(board.keys),
            num_running=len(board.with_state("running")),
            num_failed=len(board.with_state("failed")),
            num_cancelled=len(board.with_state("cancelled")),
            share=board.share_done,
            seconds_left=self._seconds_left(work) if running else None,
            running=running,
            seconds=seconds,
        )

    def seconds_per_cell(self, kind: Kind) -> float | None:
        """Return how long a cell of the selection of a kind typically computes; None while that is not known.

        That is the median of those that are done. While none is, what the epochs promise of those that run: how long
        the workers took to start says nothing of them.
        """
        board = self.works[kind].board
        outcomes = (board.outcome(key) for key in board.with_state("done", "diverged"))
        done = [outcome.ended.seconds for outcome in outcomes if outcome is not None]
        running = [key for key in board.with_state("running") if board.share_of(key) >= _TELLING_SHARE]
        seconds = done or [board.epochs(key)[-1].seconds / board.share_of(key) for key in running]
        return median(seconds) if seconds else None

    def _seconds_left(self, work: Work) -> float | None:
        """Return about how long a selection still takes that runs."""
        seconds, open_cells = self.seconds_per_cell(work.kind), work.board.with_state("waiting", "running")
        if seconds is None:
            return None
        num_left = sum(1 - work.board.share_of(key) for key in open_cells)
        return seconds * num_left / max(1, min(self._num_workers, len(open_cells)))

    @property
    def _num_workers(self) -> int:
        return getattr(self._workers.executor(), "max_workers", 1)

    def close(self) -> None:
        """Give up what is not done, and hear no more; to be called before the workers are closed."""
        self._is_closed = True
        self.cancel()
        self._timer.stop()

    def _busy_obstacle(self, kind: Kind) -> str:
        if self.running is None or self.running == kind:
            return ""
        if self.running == "kfold":
            return self.tr("K-fold is running. Wait for it, or cancel it.")
        return self.tr("A sweep is running. Wait for it, or cancel it.")

    def _obstacle(self, experiment: Experiment) -> str:
        return _stack_problem(experiment) or self._data_obstacle

    def _start(self, work: Work, cells: Sequence[Cell]) -> None:
        if self.running is not None or self._is_closed:
            return
        executor = self._workers.executor()
        self._number += 1
        number = self._number
        self.works[work.kind], self.running, self._begun = work, work.kind, self._clock()
        self._ticks.start()
        self._selection = Selection(
            cells,
            executor,
            data_dir=self._data_dir,
            on_result=lambda result: self._post((number, result)),
            on_epoch=lambda key, epoch: self._post((number, key, epoch)),
            on_end=lambda: self._post((number,)),
        )
        self._begin_next(work)
        self.started.emit(work.kind)
        self.changed.emit(work.kind)
        self.obstacles_changed.emit()
        try:
            self._selection.start()
        except (OSError, RuntimeError) as error:
            self.cancel()
            self.refused.emit(self.tr("The worker processes cannot be started: {0}").format(essence(error)))

    def _begin_next(self, work: Work) -> None:
        """Mark the cells that workers have begun with: they take them in their order."""
        waiting = work.board.with_state("waiting")
        free = self._num_workers - len(work.board.with_state("running"))
        for key in waiting[: max(0, free)]:
            work.board.begin(key)

    def _post(self, message: tuple[object, ...]) -> None:
        """Put a message into the mailbox, from any thread."""
        if self._mailbox.put(message):
            self._woken.emit()

    @Slot()
    def _wake(self) -> None:
        if not self._timer.isActive() and not self._is_closed:
            # A board of a thousand cells takes a while to draw, and few of them are new.
            number = max((len(work.board.keys) for work in self.works.values()), default=0)
            pause = max(_REFRESH_MS, _MS_PER_CELL * number)
            self._timer.start(round(max(0.0, pause - self._since_refresh.elapsed())))

    @Slot()
    def _fetch(self) -> None:
        self._since_refresh.restart()
        over, work = False, self.works.get(self.running) if self.running is not None else None
        heard = False
        for message in self._mailbox.take_all():
            assert isinstance(message, tuple)
            number, *said = message
            if number != self._number or work is None:
                continue
            heard = True
            if not said:
                over = True
            elif isinstance(said[0], CellResult):
                work.board.finish(said[0])
            elif isinstance(said[1], EpochDone):
                work.board.add_epoch(str(said[0]), said[1])
        if work is None or not heard:
            return
        if over:
            self._end(work.kind)
        else:
            self._begin_next(work)
            self.changed.emit(work.kind)

    def _end(self, kind: Kind) -> None:
        """Take note that the selection is over; what it has not done counts as cancelled."""
        work = self.works[kind]
        work.seconds += self._clock() - self._begun
        work.board.cancel()
        self.running, self._selection = None, None
        self._ticks.stop()
        self.changed.emit(kind)
        self.ended.emit(kind)
        self.obstacles_changed.emit()

    @Slot()
    def _tick(self) -> None:
        """Let the time that is left go on, also while no worker says anything."""
        if self.running is not None:
            self.changed.emit(self.running)


def _stack_problem(experiment: Experiment, *, in_folds: bool = False) -> str:
    problems = inspect_stack(experiment, in_folds=in_folds).problems
    return problems[0] if problems else ""


def alike(first: Experiment, second: Experiment) -> bool:
    """Tell whether two experiments are the same, name and notes aside."""
    return first == second.model_copy(update={"name": first.name, "notes": first.notes})
