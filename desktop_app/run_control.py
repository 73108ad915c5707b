"""What happens when Train, Pause, Step, Stop or Reset is pressed, and what becomes of the engine's answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from time import monotonic

from PySide6.QtCore import QObject, Signal, Slot

from core.events import Event, ProbeTaken, RunEnded, RunStarted
from core.experiment import Experiment, LiveSettings, live_settings, same_run
from core.history import History
from core.stack import inspect_stack
from desktop_app.engine_host import EngineHost
from desktop_app.engine_messages import Pace, ParametersLoaded, Phase
from desktop_app.run_bar import Progress

_SPEED_SMOOTHING = 0.3


class RunControl(QObject):
    """Keeps the run, its history, and the experiment that is running.

    Signals:
        state_changed: the phase, an obstacle, or the "settings changed" mark is new.
        history_changed: events were added to ``history``.
        progressed: a Progress.
        run_ended: the RunEnded event.
    """

    state_changed = Signal()
    history_changed = Signal()
    progressed = Signal(object)
    run_ended = Signal(object)

    def __init__(self, host: EngineHost, parent: QObject | None = None, clock: Callable[[], float] = monotonic) -> None:
        super().__init__(parent)
        self.history = History()
        self.experiment = Experiment()
        self.running_experiment: Experiment | None = None
        self._sent: LiveSettings | None = None
        self.data_obstacle = ""
        self._host = host
        self._speedometer = _Speedometer(clock)
        host.received.connect(self._on_received)
        host.phase_changed.connect(self._on_phase_changed)

    @property
    def phase(self) -> Phase:
        """The phase of the engine."""
        return self._host.phase

    @property
    def obstacle(self) -> str:
        """A sentence that says why training cannot start, or an empty text."""
        problems = inspect_stack(self.experiment).problems
        return problems[0] if problems else self.data_obstacle

    @property
    def settings_changed(self) -> bool:
        """Whether the settings differ from those of the network in a way that only Reset can apply."""
        return self.running_experiment is not None and not same_run(self.running_experiment, self.experiment)

    @Slot(object)
    def show_experiment(self, experiment: Experiment) -> None:
        """Take note of the present settings; what a running network can follow is sent to it."""
        self.experiment = experiment
        self._send_live_settings()
        self.state_changed.emit()

    def tell_all(self) -> None:
        """Tell how everything stands, to one who has heard nothing of it."""
        self.progressed.emit(self._progress())
        self.history_changed.emit()
        self.state_changed.emit()

    def set_data_obstacle(self, sentence: str) -> None:
        """Tell why the data cannot be used; an empty text if they can."""
        self.data_obstacle = sentence
        self.state_changed.emit()

    @Slot()
    def train_or_pause(self) -> None:
        """Train, pause, or go on, whichever comes next."""
        if self.phase == "running":
            self._host.set_pace("pause")
        else:
            self._advance("run")

    @Slot()
    def step_batch(self) -> None:
        """Train for one minibatch."""
        self._advance("batch")

    @Slot()
    def step_epoch(self) -> None:
        """Train to the end of the epoch."""
        self._advance("epoch")

    @Slot()
    def stop(self) -> None:
        """End the run; the network is kept."""
        self._host.stop()

    @Slot()
    def reset(self) -> None:
        """Forget the network and its history."""
        self._host.reset()
        self._forget()

    def _advance(self, pace: Pace) -> None:
        if self.phase == "paused":
            self._host.set_pace(pace)
        elif not self.obstacle and (self.phase == "idle" or (self.phase == "ended" and pace == "run")):
            self._forget()
            self.running_experiment = self.experiment
            self._sent = live_settings(self.experiment)
            self._host.start(self.experiment, pace)

    def _forget(self) -> None:
        self.history.clear()
        self.running_experiment = self._sent = None
        self._speedometer.reset()
        self.history_changed.emit()
        self.progressed.emit(Progress())
        self.state_changed.emit()

    @Slot(object)
    def _on_received(self, received: Sequence[object]) -> None:
        events = [message for message in received if isinstance(message, Event) and not isinstance(message, ProbeTaken)]
        for message in received:
            if isinstance(message, ParametersLoaded):
                self._forget()
                self.running_experiment = message.experiment
                self._send_live_settings()
                self.state_changed.emit()
        taken = [event for event in events if self.history.add(event)]
        if taken:
            self.progressed.emit(self._progress())
            self.history_changed.emit()
        for event in taken:
            if isinstance(event, RunStarted):
                self._send_live_settings()
            elif isinstance(event, RunEnded):
                self.run_ended.emit(event)

    def _send_live_settings(self) -> None:
        """Send what a running network can follow; all else waits for Reset."""
        running = self.running_experiment
        if running is None or self.phase not in ("running", "paused"):
            return
        wanted = live_settings(self.experiment)
        if len(wanted.dropout_rates) != len(live_settings(running).dropout_rates):
            wanted = replace(wanted, dropout_rates=live_settings(running).dropout_rates)
        if wanted != self._sent:
            self._sent = wanted
            self._host.change(wanted)

    @Slot(object)
    def _on_phase_changed(self, phase: Phase) -> None:
        if phase != "running":
            self._speedometer.pause()
        if phase == "idle" and self.history.started is None:
            self.running_experiment = None
        self.progressed.emit(self._progress())
        self.state_changed.emit()

    def _progress(self) -> Progress:
        started = self.history.started
        if started is None:
            return Progress()
        training = started.experiment.training
        step = len(self.history.batch_steps)
        total = started.batches_per_epoch * training.num_epochs
        epoch = min(training.num_epochs, 1 + max(0, step - 1) // started.batches_per_epoch) if step else 0
        running = self.phase == "running" and self.history.ended is None
        rate = self._speedometer.steps_per_second(step) if running else None
        if rate:
            speed = rate * started.num_train / started.batches_per_epoch
            return Progress(epoch, training.num_epochs, step / total, speed, (total - step) / rate)
        epochs, ended = self.history.epochs, self.history.ended
        last_speed = epochs[-1].samples_per_second if epochs else None
        if ended is None:
            return Progress(epoch, training.num_epochs, step / total, last_speed)
        is_early = ended.reason == "finished" and step < total
        share = 1.0 if is_early else step / total
        return Progress(epoch, training.num_epochs, share, last_speed, None, ended.reason, is_early)


class _Speedometer:
    """Steps a second, smoothed, from the times at which steps were heard of."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self.reset()

    def reset(self) -> None:
        self._rate: float | None = None
        self.pause()

    def pause(self) -> None:
        """Do not count the time until the next step as training."""
        self._last: tuple[float, int] | None = None

    def steps_per_second(self, step: int) -> float | None:
        now = self._clock()
        if self._last is not None:
            seconds, steps = now - self._last[0], step - self._last[1]
            # Half a second of steps gives a figure that can be read.
            if seconds < 0.5:
                return self._rate
            rate = steps / seconds
            self._rate = rate if self._rate is None else self._rate + _SPEED_SMOOTHING * (rate - self._rate)
        self._last = now, step
        return self._rate
