"""Stand-ins for the engine, the dialogs and the downloads, and events as a run would send them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core.data import DataSet
from core.events import BatchDone, EpochDone, Event, RunEnded, RunStarted
from core.experiment import Experiment, LiveSettings
from core.probes import Probe
from core.questions import Question
from desktop_app import engine_messages as messages
from desktop_app.engine_messages import Pace, PartName, Phase


class FakeHost(QObject):
    """An engine host that records what it is asked and says what the test tells it to say."""

    received = Signal(object)
    phase_changed = Signal(object)
    silence_changed = Signal(bool)
    closed = Signal()

    def __init__(self, phase: Phase = "idle") -> None:
        super().__init__()
        self.phase: Phase = phase
        self.run_id = 0
        self.is_given_up = False
        self.experiment: Experiment | None = None
        self.asked: list[tuple[object, ...]] = []

    def open(self) -> None:
        self.asked.append(("open",))

    def give_up(self) -> None:
        self.is_given_up = True

    def close(self) -> None:
        self.asked.append(("close",))
        self.closed.emit()

    def load_data(self, data: DataSet) -> None:
        self.asked.append(("load_data", data))

    def start(self, experiment: Experiment, pace: Pace = "run") -> None:
        self.run_id += 1
        self.asked.append(("start", experiment, pace))
        self.phase = "running"
        self.phase_changed.emit(self.phase)

    def set_pace(self, pace: Pace) -> None:
        self.asked.append(("set_pace", pace))

    def stop(self) -> None:
        self.asked.append(("stop",))

    def change(self, settings: LiveSettings) -> None:
        self.asked.append(("change", settings))

    def reset(self) -> None:
        self.asked.append(("reset",))

    def predict(self, data: DataSet, part: PartName) -> None:
        self.asked.append(("predict", data, part))

    def classify(self, data: DataSet, X: object) -> None:
        self.asked.append(("classify", data, X))

    def watch(
        self, probes: tuple[Probe, ...], again: tuple[Probe, ...] = (), for_later: tuple[Probe, ...] = ()
    ) -> None:
        self.asked.append(("watch", probes, again, for_later))

    def set_weight(self, name: str, index: tuple[int, ...], value: float) -> None:
        self.asked.append(("set_weight", name, index, value))

    def switch_unit(self, layer: int, unit: int, on: bool) -> None:
        self.asked.append(("switch_unit", layer, unit, on))

    def ask(self, question: Question) -> None:
        self.asked.append(("ask", question))

    def save_parameters(self, path: Path) -> None:
        self.asked.append(("save_parameters", path))

    def load_parameters(self, experiment: Experiment, path: Path) -> None:
        self.asked.append(("load_parameters", experiment, path))

    def say(self, *said: object) -> None:
        """Send messages as the real host does: the messages first, then the last phase among them."""
        self.received.emit(list(said))
        phases = [message.phase for message in said if isinstance(message, messages.PhaseChanged)]
        if phases:
            self.phase = phases[-1]
            self.phase_changed.emit(self.phase)

    def go_to(self, phase: Phase) -> None:
        """Say that the phase is another one."""
        self.say(messages.PhaseChanged(self.run_id, phase))


class FakeDialogs:
    """Answers that a test has prepared; what was asked is recorded."""

    def __init__(self) -> None:
        self.path: Path | None = None
        self.answer = "discard"
        self.asked: list[tuple[str, object]] = []

    def _ask(self, what: str, given: object) -> Path | None:
        self.asked.append((what, given))
        return self.path

    def attach(self, window: object) -> None:
        """Nothing is shown."""

    def open_experiment(self, folder: Path) -> Path | None:
        return self._ask("open_experiment", folder)

    def save_experiment(self, suggestion: Path) -> Path | None:
        return self._ask("save_experiment", suggestion)

    def open_data(self, folder: Path) -> Path | None:
        return self._ask("open_data", folder)

    def open_second_idx(self, folder: Path) -> Path | None:
        return self._ask("open_second_idx", folder)

    def open_image_folder(self, folder: Path) -> Path | None:
        return self._ask("open_image_folder", folder)

    def open_parameters(self, folder: Path) -> Path | None:
        return self._ask("open_parameters", folder)

    def save_parameters(self, suggestion: Path) -> Path | None:
        return self._ask("save_parameters", suggestion)

    def open_program(self, folder: Path) -> Path | None:
        return self._ask("open_program", folder)

    def export_data(self, suggestion: Path) -> Path | None:
        return self._ask("export_data", suggestion)

    def save_program(self, suggestion: Path, *, has_data: bool) -> Path | None:
        return self._ask("save_program", (suggestion, has_data))

    def export_runs(self, suggestion: Path) -> Path | None:
        return self._ask("export_runs", suggestion)

    def open_sweep(self, folder: Path) -> Path | None:
        return self._ask("open_sweep", folder)

    def save_sweep(self, suggestion: Path) -> Path | None:
        return self._ask("save_sweep", suggestion)

    def unsaved_changes(self, name: str) -> str:
        self.asked.append(("unsaved_changes", name))
        return self.answer


def run_events(
    experiment: Experiment, run_id: int = 1, epochs: int = 2, batches: int = 3, end: str | None = "finished"
) -> Iterable[Event]:
    """Yield the events of a run whose loss at step n is 1/n and whose accuracy at epoch e is e/10."""
    yield RunStarted(run_id, experiment, 60, 20, 0, batches, 100)
    for epoch in range(1, epochs + 1):
        for batch in range(1, batches + 1):
            step = (epoch - 1) * batches + batch
            yield BatchDone(run_id, step, epoch, batch, 1 / step, 0.5)
        yield EpochDone(
            run_id, epoch * batches, epoch, 1 / epoch, epoch / 10, 2 / epoch, epoch / 20, 1000.0, float(epoch)
        )
    if end is not None:
        yield RunEnded(run_id, epochs * batches, end, "The end.")  # type: ignore[arg-type]
