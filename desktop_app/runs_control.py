"""Keeps every run that ends, in a list and on disk, and does what the user wants with them."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import datetime, timezone
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from core.edits import TakeExperiment
from core.errors import ExperimentError
from core.events import RunEnded, RunStarted
from core.outcome import RunOutcome
from core.run_figures import runs_to_csv
from core.run_names import run_name
from core.runs import KeptRun, Runs, data_set_of
from core.runs_storage import delete_run, load_runs, save_run
from core.storage import reason, write_atomically
from desktop_app.run_control import RunControl
from desktop_app.session import Session


def _now() -> datetime:
    return datetime.now(timezone.utc)


class RunsControl(QObject):
    """The list of kept runs.

    A run that ends is kept at once, whatever the reason; one that is given up is not.

    Signals:
        changed: the list, what is ticked, or which of them is the present run.
        deleted: the runs that were taken out at the user's wish.
        told: a sentence about what was done.
        failed: a sentence about what went wrong.

    Args:
        session: takes the experiment of a run.
        run: whose runs are kept.
        folder: holds one file for each run.
        parent: owner.
        clock: tells the time.
    """

    changed = Signal()
    deleted = Signal(object)
    told = Signal(str)
    failed = Signal(object)

    def __init__(
        self,
        session: Session,
        run: RunControl,
        folder: Path,
        parent: QObject | None = None,
        clock: Callable[[], datetime] = _now,
    ) -> None:
        super().__init__(parent)
        self.runs = Runs()
        self.present_key = ""
        self._session, self._run, self._folder, self._clock = session, run, folder, clock
        self._present: RunStarted | None = None
        self._begun: RunStarted | None = None
        self._data: tuple[object, ...] = ()
        self._ticked_beside: dict[str, tuple[object, ...]] = {}
        self._loading: Iterator[KeptRun | str] = iter(())
        self._loaded: list[KeptRun] = []
        self._differences: dict[tuple[str, str], tuple[str, ...]] = {}
        self._unsaved: dict[str, None] = {}
        # One file at a time, so that the window answers meanwhile.
        self._timer, self._saver = QTimer(self), QTimer(self)
        self._timer.timeout.connect(self._load_next)
        self._saver.timeout.connect(self._save_next)
        run.run_ended.connect(self._on_ended)
        run.history_changed.connect(self._on_history_changed)

    def load(self) -> None:
        """Begin to read the runs of earlier days; ``changed`` is emitted when all are there."""
        self._loading = load_runs(self._folder)
        self._timer.start(0)

    def close(self) -> None:
        """Read no more, and write what is not on disk yet."""
        self._timer.stop()
        while self._unsaved:
            self._save_next()

    @property
    def overlaid(self) -> list[KeptRun]:
        """The ticked runs, without the present one, whose curves are drawn anyway."""
        return [run for run in self.runs if run.shown and run.key != self.present_key]

    @property
    def apart(self) -> frozenset[str]:
        """The keys of ticked runs that are not to be drawn beside the present one.

        They are of another data set, and the user has not ticked them while the present data set was there.
        """
        if not self._data:
            return frozenset()
        return frozenset(
            run.key
            for run in self.overlaid
            if self._data not in (data_set_of(run.experiment), self._ticked_beside.get(run.key))
        )

    def differs(self, run: KeptRun) -> tuple[str, ...] | None:
        """Return what differs in a run from the run before it; None for the first one."""
        before = self.runs.before(run.key)
        if before is None:
            return None
        keys = before.key, run.key
        if keys not in self._differences:
            self._differences[keys] = self.runs.differs(run.key)
        return self._differences[keys]

    def add_outcome(self, outcome: RunOutcome, name: str, *, shown: bool = False) -> str:
        """Put a run into the list, wherever it was trained; return its key.

        Args:
            outcome: the run.
            name: gets a number if another run has it.
            shown: whether to tick it.
        """
        key = self._add(outcome, name, shown)
        if shown:
            self._ticked_beside[key] = self._data
        self.changed.emit()
        return key

    def _add(self, outcome: RunOutcome, name: str, shown: bool) -> str:
        now = self._clock()
        key = f"{now:%Y%m%d-%H%M%S-%f}-{secrets.token_hex(4)}"
        runs = self.runs.added(key, name, now.isoformat(), outcome)
        runs = runs.shown(key, True) if shown else runs
        surplus = [run.key for run in runs.surplus()]
        self.runs = runs.without(surplus)
        self._save([key])
        self._delete_files(surplus)
        return key

    def show(self, keys: Collection[str], on: bool) -> None:
        """Tick runs or not; of another data set they are drawn beside the one that is there now."""
        self._ticked_beside |= dict.fromkeys(keys, self._data if on else ())
        self._change(keys, lambda runs, key: runs.shown(key, on))

    def pin(self, keys: Collection[str], on: bool) -> None:
        """Pin runs or not."""
        self._change(keys, lambda runs, key: runs.pinned(key, on))

    @Slot(str, str)
    def rename(self, key: str, name: str) -> None:
        """Give a run another name."""
        self._change([key], lambda runs, key: runs.renamed(key, name))

    @Slot(object)
    def delete(self, keys: Collection[str]) -> None:
        """Take runs out of the list and off the disk."""
        gone = tuple(run for run in self.runs if run.key in keys)
        if gone:
            self.runs = self.runs.without(keys)
            self._delete_files([run.key for run in gone])
            self.changed.emit()
            self.deleted.emit(gone)

    def restore(self, runs: Sequence[KeptRun]) -> None:
        """Bring back runs that were deleted."""
        self.runs = self.runs.restored(runs)
        self._save([run.key for run in runs])
        self.changed.emit()

    @Slot(str)
    def take(self, key: str) -> None:
        """Make the experiment of a run the present one; the session can undo it."""
        run = self.runs.find(key)
        if run is not None:
            self._session.apply(TakeExperiment(run.experiment))
            text = self.tr("This is the experiment of “{0}”. Undo brings back the one before.")
            self.told.emit(text.format(run.name))

    def export(self, path: Path) -> None:
        """Write all runs to a CSV file."""
        try:
            write_atomically(path, runs_to_csv(self.runs).encode())
        except OSError as error:
            self.failed.emit(self.tr("{file} was not saved: {reason}").format(file=path, reason=reason(error)))
        else:
            self.told.emit(self.tr("Saved {file}").format(file=path))

    def _change(self, keys: Collection[str], change: Callable[[Runs, str], Runs]) -> None:
        for key in keys:
            self.runs = change(self.runs, key)
        self._save(keys)
        self.changed.emit()

    def _save(self, keys: Collection[str]) -> None:
        """Write a run to disk at once, and of several the others soon."""
        self._unsaved |= dict.fromkeys(keys)
        self._save_next()

    @Slot()
    def _save_next(self) -> None:
        key = next(iter(self._unsaved), None)
        run = self.runs.find(key) if key is not None else None
        if run is not None:
            self._trying(lambda: save_run(run, self._folder))
        if key is not None:
            del self._unsaved[key]
        if self._unsaved:
            self._saver.start(0)
        else:
            self._saver.stop()

    def _delete_files(self, keys: Collection[str]) -> None:
        for key in keys:
            self._trying(lambda key=key: delete_run(key, self._folder))  # type: ignore[misc]

    def _trying(self, write: Callable[[], None]) -> None:
        try:
            write()
        except ExperimentError as error:
            self.failed.emit(str(error))

    @Slot()
    def _load_next(self) -> None:
        found = next(self._loading, None)
        if isinstance(found, KeptRun):
            self._loaded.append(found)
        elif found is not None:
            self.failed.emit(found)
        else:
            self._timer.stop()
            self.runs = self.runs.restored(self._loaded)
            self._loaded.clear()
            self.changed.emit()

    @Slot(object)
    def _on_ended(self, _ended: RunEnded) -> None:
        outcome = RunOutcome.of(self._run.history)
        self._present = outcome.started
        self.present_key = self._add(outcome, run_name(outcome.experiment, self.runs), shown=False)
        self.changed.emit()

    @Slot()
    def _on_history_changed(self) -> None:
        started, data = self._run.history.started, self._data
        is_new = bool(self.present_key) and started is not self._present
        if is_new:
            self.present_key, self._present = "", None
        if started is not self._begun:
            self._begun, self._data = started, data_set_of(started.experiment) if started is not None else ()
        if is_new or self._data != data:
            self.changed.emit()
