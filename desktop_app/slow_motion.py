"""Trains batch by batch while the Code tab walks through the lines of each step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.code.stages import first_stages, step_stages
from desktop_app.code.view import CodeView
from desktop_app.run_control import RunControl


class SlowMotion(QObject):
    """Asks the run for one step after the other, as the view has shown them.

    A run that was going on is paused meanwhile, and goes on when the slow motion ends; a run that it began, or that
    was paused, is left paused. Train, Reset and the end of the run end it too.

    Signals:
        refused: a sentence why there can be no slow motion now.

    Args:
        run: the run that is stepped.
        view: the Code tab.
        unless_refused: calls what it is given, unless a field shows something that the experiment could not take.
        parent: owns this object.
    """

    refused = Signal(object)

    def __init__(
        self,
        run: RunControl,
        view: CodeView,
        unless_refused: Callable[[Callable[[], None]], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._run, self._view, self._unless_refused = run, view, unless_refused
        self._is_on = self._resumes = False
        self._awaits_pause = False
        self._seen: tuple[int, int] = (0, 0)
        view.slow_toggled.connect(self._toggle)
        view.step_wanted.connect(self._step)
        run.state_changed.connect(self._look)

    @Slot()
    def give_way(self) -> None:
        """End the slow motion because Train was pressed: the run goes on, or pauses, as that says."""
        self._resumes = False
        self._view.end_slow()

    @Slot(bool)
    def _toggle(self, on: bool) -> None:
        if on:
            self._begin()
        elif self._is_on:
            self._end()

    def _begin(self) -> None:
        sentence = self._obstacle()
        if sentence:
            self._view.end_slow()
            self.refused.emit(sentence)
            return
        self._resumes, self._awaits_pause = self._run.phase == "running", False
        if self._run.phase == "running":
            self._is_on = self._awaits_pause = True
            self._seen = self._progress()
            self._run.train_or_pause()
            return
        self._unless_refused(self._begin_at_rest)
        if not self._is_on:
            self._view.end_slow()

    def _begin_at_rest(self) -> None:
        if self._run.phase == "ended":
            self._run.reset()
        self._seen = self._progress()
        self._run.step_batch()
        # Only now: a new run begins with the words of one that was reset, which would end the slow motion.
        self._is_on = True

    def _obstacle(self) -> str:
        run = self._run
        if run.phase in ("loading", "broken"):
            return self.tr("MXNet is not ready yet. Try again in a moment.")
        if run.settings_changed and run.phase in ("running", "paused"):
            return self.tr("The network was built with other settings than this program: press Reset first.")
        return run.obstacle if run.phase in ("idle", "ended") else ""

    def _end(self) -> None:
        self._is_on = False
        if not self._resumes:
            return
        if self._run.phase == "paused":
            self._resumes = False
            self._run.train_or_pause()
        # Otherwise a pause, or a step, is still on its way: the run goes on as soon as it has come.

    @Slot()
    def _step(self) -> None:
        """Do the next step; at the end of the run there is none."""
        if self._run.phase != "paused" or self._obstacle():
            self._view.end_slow()
        else:
            self._run.step_batch()

    @Slot()
    def _look(self) -> None:
        """Hand a step that has been done to the view; end with the run."""
        phase = self._run.phase
        if not self._is_on:
            if self._resumes and phase != "running":
                self._resumes = False
                if phase == "paused":
                    self._run.train_or_pause()
        elif phase == "idle" and not self._run.running_experiment:
            self._resumes = False
            self._view.end_slow()
        elif phase in ("paused", "ended"):
            self._on_rest()

    def _on_rest(self) -> None:
        run, before = self._run, self._seen
        if self._run.settings_changed:
            self._resumes = False
            self._view.end_slow()
        elif self._awaits_pause:
            self._awaits_pause = False
            self._seen = self._progress()
            self._step()
        elif run.history.started is not None and self._progress() != before:
            self._seen = self._progress()
            is_first = before[1] == 0 or self._seen[0] != before[0]
            first = first_stages(run.history.started) if is_first else []
            self._view.show_stages([*first, *step_stages(run.history)])
        elif run.phase == "ended" and self._view.walk.is_waiting:
            self._view.end_slow()

    def _progress(self) -> tuple[int, int]:
        """Return the identity of the run, 0 for none, and its number of steps."""
        started = self._run.history.started
        return (started.run_id if started is not None else 0, len(self._run.history.batch_steps))
