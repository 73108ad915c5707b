"""Runs rows of the book in worker processes for the window, and judges the present run by the row that it repeats."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from core.book import entry_of, find_entry
from core.history import History
from core.outcome import RunOutcome
from core.replay import Replay
from core.verdicts import Verdict, judge
from desktop_app.mailbox import Mailbox
from desktop_app.plots.book_state import RowState, state_of
from desktop_app.workers import Workers

_REFRESH_MS = 100


class BookControl(QObject):
    """Knows how far each row of the book has come.

    What workers say comes in other threads: it is put into a mailbox, and taken out by a timer while rows run.

    Signals:
        states_changed: a RowState by key for every row of which something is new.
        judged: the Verdict on the present run, None while there is none.

    Args:
        workers: do the work.
        data_dir: where to look first for data files.
        parent: owns this object.
    """

    states_changed = Signal(object)
    judged = Signal(object)

    def __init__(self, workers: Workers, data_dir: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.states: dict[str, RowState] = {}
        self._workers, self._data_dir = workers, data_dir
        self._replay: Replay | None = None
        self._is_closed = False
        self._mailbox = Mailbox()
        self._timer = QTimer(self)
        self._timer.setInterval(_REFRESH_MS)
        self._timer.timeout.connect(self.refresh)

    @Slot(object)
    def run(self, keys: Sequence[str]) -> None:
        """Run rows; those on their way already go on."""
        if self._is_closed:
            return
        if self._replay is None:
            self._replay = Replay(
                self._workers.executor(),
                data_dir=self._data_dir,
                on_verdict=self._mailbox.put,
                on_progress=self._put_progress,
            )
        self._replay.add([find_entry(key) for key in keys])
        self._timer.start()
        self.refresh()

    @Slot(str)
    def cancel(self, key: str = "") -> None:
        """Give up a row, or all if ``key`` is empty. What is done is kept."""
        if self._replay is not None:
            self._replay.cancel(key or None)
            self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Take what workers have said out of the mailbox, and tell what is new."""
        if self._replay is None:
            return
        # Asked before the mailbox is emptied: a row that ends in between is told at the next refresh.
        keys, running = self._replay.keys, self._replay.running
        said = self._mailbox.take_all()
        states = dict(self.states)
        for message in said:
            if isinstance(message, Verdict):
                states[message.entry.key] = state_of(message)
        done = {message.entry.key for message in said if isinstance(message, Verdict)}
        shares: dict[str, float] = dict(message for message in said if isinstance(message, tuple))
        for key in keys:
            if key not in done:
                before = states.get(key, RowState())
                share = shares.get(key, before.share if before.status == "running" else 0.0)
                states[key] = RowState("running" if key in running else "waiting", share, before.verdict)
        for key, state in self.states.items():
            if state.on_its_way and key not in keys and key not in done:
                # Given up: what was known before is known again.
                states[key] = state_of(state.verdict) if state.verdict else RowState()
        changed = {key: state for key, state in states.items() if self.states.get(key) != state}
        self.states = states
        if not keys:
            self._timer.stop()
        if changed:
            self.states_changed.emit(changed)

    def show_history(self, history: History) -> None:
        """Judge a run that has ended, if it repeats a row as it is, whatever its seed."""
        verdict = _verdict(history)
        self.judged.emit(verdict)
        if verdict is not None and not self.states.get(verdict.entry.key, RowState()).on_its_way:
            self.states = self.states | {verdict.entry.key: state_of(verdict)}
            self.states_changed.emit({verdict.entry.key: state_of(verdict)})

    def close(self) -> None:
        """Give up what is not done, and hear no more; to be called before the workers are closed."""
        self._is_closed = True
        self.cancel()
        self._timer.stop()

    def _put_progress(self, key: str, share: float) -> None:
        self._mailbox.put((key, share))


def _verdict(history: History) -> Verdict | None:
    if history.started is None or history.ended is None or history.changes:
        return None
    entry = entry_of(history.started.experiment)
    if entry is None or history.ended.reason not in ("finished", entry.ends):
        return None
    return judge(entry, RunOutcome.of(history))
