"""Selections in the window: what workers say, cancelling, running again, closing."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.data import Digits
from core.experiment import Experiment, with_value
from core.presets import load_preset
from core.selection.cells import Fold
from core.selection.shipped import resolve_sweep
from core.selection.sweep import Sweep
from desktop_app.selection_control import SelectionControl
from desktop_app.workers import Workers
from tests.selections import HandExecutor, epoch_done, outcome_of

EXPERIMENT = with_value(load_preset("digits-mlp"), "training.num_epochs", 4)


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Desk:
    """A control with an executor in the hand of the test, and what it has said."""

    def __init__(self) -> None:
        self.executor, self.clock = HandExecutor(), Clock()
        self.num_made = 0
        self.refused: list[str] = []
        self.ended: list[str] = []
        self.control = SelectionControl(Workers(make_executor=self._make), Path("data"), clock=self.clock)
        self.control.refused.connect(self.refused.append)
        self.control.ended.connect(self.ended.append)
        self.control.show_experiment(EXPERIMENT)

    def _make(self) -> HandExecutor:
        self.num_made += 1
        return self.executor

    @property
    def states(self) -> list[str]:
        board = self.control.works["kfold"].board
        return [board.state(key) for key in board.keys]


@pytest.fixture
def desk(qapp: object) -> Iterator[Desk]:
    desk = Desk()
    yield desk
    desk.control.close()


def finish(desk: Desk, *numbers: int) -> None:
    for number in numbers:
        desk.executor.finish(f"fold {number}", outcome_of(EXPERIMENT, [0.4, 0.3, 0.2, 0.1 * number]))


def test_folds_run_and_fill_the_board(desk: Desk, qtbot: QtBot) -> None:
    control = desk.control
    assert desk.num_made == 0, "no process before it is needed"
    control.start_kfold(3)
    assert control.running == "kfold"
    assert [cell.fold for cell in desk.executor.cells.values()] == [Fold(n, 3) for n in (1, 2, 3)]
    assert desk.states == ["running", "running", "waiting"], "as many as there are workers"
    with qtbot.waitSignal(control.changed):
        finish(desk, 1)
    assert desk.states == ["done", "running", "running"]
    with qtbot.waitSignal(control.ended):
        finish(desk, 2, 3)
    assert desk.states == ["done"] * 3
    assert control.running is None
    assert control.progress("kfold").share == 1
    with qtbot.waitSignal(control.ended):
        control.start_kfold(2)
        finish(desk, 1, 2)
    assert desk.num_made == 1, "the workers are kept warm"


def test_results_of_other_threads_arrive_in_that_of_the_window(desk: Desk, qtbot: QtBot) -> None:
    seen: list[threading.Thread] = []
    desk.control.start_kfold(2)
    desk.control.changed.connect(lambda _: seen.append(threading.current_thread()))
    worker = threading.Thread(target=finish, args=(desk, 1, 2))
    with qtbot.waitSignal(desk.control.ended):
        worker.start()
    worker.join()
    assert set(seen) == {threading.main_thread()}


def test_a_dead_worker_costs_its_own_cell_which_can_be_run_again(desk: Desk, qtbot: QtBot) -> None:
    control = desk.control
    control.start_kfold(3)
    with qtbot.waitSignal(control.ended):
        desk.executor.fail("fold 2", BrokenExecutor("The worker process ended with signal 9."))
        finish(desk, 1, 3)
    assert desk.states == ["done", "failed", "done"]
    assert "signal 9" in control.works["kfold"].board.sentence("fold 2")
    kept = control.works["kfold"].board.outcome("fold 1")
    control.retry("kfold")
    assert desk.states == ["done", "running", "done"]
    with qtbot.waitSignal(control.ended):
        finish(desk, 2)
    assert desk.states == ["done"] * 3
    assert control.works["kfold"].board.outcome("fold 1") is kept


def test_cancelling_keeps_what_is_done(desk: Desk, qtbot: QtBot) -> None:
    control = desk.control
    control.start_kfold(3)
    finish(desk, 1)  # not fetched yet
    control.cancel()
    assert desk.states == ["done", "cancelled", "cancelled"]
    assert control.progress("kfold").share == pytest.approx(1 / 3)
    assert control.running is None
    assert all(desk.executor.tasks[f"fold {number}"].cancelled() for number in (2, 3))
    control.cancel()
    assert desk.ended == ["kfold"]
    control.retry("kfold")
    assert desk.states == ["done", "running", "running"]


def test_late_words_of_a_cancelled_selection_are_not_heard(desk: Desk, qtbot: QtBot) -> None:
    control = desk.control
    control.start_kfold(2)
    desk.executor.tasks["fold 1"].set_running_or_notify_cancel()
    control.cancel()
    late = desk.executor.tasks["fold 1"]
    control.start_kfold(2)
    with qtbot.waitSignal(control.ended):
        late.set_result(None)  # type: ignore[arg-type]
        finish(desk, 1, 2)
    assert desk.states == ["done", "done"]


def test_epochs_come_while_a_cell_trains(desk: Desk, qtbot: QtBot) -> None:
    control = desk.control
    control.start_kfold(2)
    desk.clock.now = 6.0
    with qtbot.waitSignal(control.changed):
        # The local executor reports epochs as the selection hands them on.
        control._selection._on_epoch("fold 1", epoch_done(1, 0.4))  # type: ignore[union-attr, misc]
    progress = control.progress("kfold")
    assert progress.share == pytest.approx(1 / 8)
    one_epoch = epoch_done(1, 0.4).seconds
    assert progress.seconds_left == pytest.approx(4 * one_epoch * 1.75 / 2), "not of the start of the workers"
    assert (progress.num_done, progress.num_running, progress.running) == (0, 2, True)
    control.cancel()
    desk.clock.now = 100.0
    assert control.progress("kfold").seconds == 6.0


def test_the_time_that_is_left_is_that_of_finished_cells(desk: Desk, qtbot: QtBot) -> None:
    control = desk.control
    control.start_kfold(5)
    assert control.progress("kfold").seconds_left is None
    desk.clock.now = 500.0
    outcome, left = outcome_of(EXPERIMENT, [0.4, 0.3]), []
    for number, seconds in enumerate((9.0, 2.0, 3.0), start=1):
        with qtbot.waitSignal(control.changed):
            ended = replace(outcome.ended, seconds=seconds)
            desk.executor.finish(f"fold {number}", replace(outcome, ended=ended))
        left.append(control.progress("kfold").seconds_left)
    assert left == [9.0 * 4 / 2, 5.5 * 3 / 2, 3.0 * 2 / 2]
    control.cancel()
    assert control.progress("kfold").seconds_left is None


def test_running_again_waits_for_the_other_kind(desk: Desk) -> None:
    control = desk.control
    control.start_kfold(2)
    control.cancel()
    control.start_sweep(resolve_sweep("overfitting-map"))
    assert control.running == "sweep"
    control.retry("kfold")
    assert desk.refused == ["A sweep is running. Wait for it, or cancel it."]
    assert desk.states == ["cancelled", "cancelled"]


def test_editing_does_not_touch_what_runs(desk: Desk, qtbot: QtBot) -> None:
    control = desk.control
    control.start_kfold(2)
    assert not control.settings_changed("kfold")
    control.show_experiment(EXPERIMENT.model_copy(update={"name": "Other", "notes": "words"}))
    assert not control.settings_changed("kfold")
    control.show_experiment(with_value(EXPERIMENT, "optimizer.learning_rate", 0.9))
    assert control.settings_changed("kfold")
    assert {cell.experiment for cell in desk.executor.cells.values()} == {EXPERIMENT}
    control.show_experiment(EXPERIMENT)
    assert not control.settings_changed("kfold")


def test_it_says_why_it_cannot_start(desk: Desk) -> None:
    control = desk.control
    assert control.kfold_obstacle(5) == ""
    control.set_data_obstacle("The file is gone.")
    assert control.kfold_obstacle(5) == "The file is gone."
    control.start_kfold(5)
    assert desk.refused == ["The file is gone."]
    control.set_data_obstacle("")
    control.show_experiment(Experiment())
    assert "layer" in control.kfold_obstacle(5)
    few = EXPERIMENT.model_copy(update={"data": load_preset("polynomial-overfits").data})
    facts = few.data.facts()
    tiny = with_value(load_preset("polynomial-overfits"), "data.num_validation", 1)
    assert facts.num_train == 2
    control.show_experiment(tiny)
    assert control.kfold_obstacle(3) == ""
    assert control.kfold_obstacle(4) == (
        "There are 3 samples, too few for 4 folds. Choose fewer folds or more samples."
    )


def test_one_selection_at_a_time(desk: Desk, qtbot: QtBot) -> None:
    control = desk.control
    sweep = Sweep.made(
        experiment=EXPERIMENT, settings=({"path": "optimizer.learning_rate", "values": [0.1, 0.2]},), seeds=(0, 1)
    )
    control.start_sweep(sweep)
    assert [cell.experiment.optimizer.learning_rate for cell in desk.executor.cells.values()] == [0.1, 0.1, 0.2, 0.2]
    assert control.kfold_obstacle(5) == "A sweep is running. Wait for it, or cancel it."
    assert control.sweep_obstacle(EXPERIMENT) == ""
    control.start_kfold(2)
    assert control.running == "sweep"
    control.cancel()
    control.start_kfold(2)
    assert control.running == "kfold"
    assert control.works["sweep"].board.with_state("cancelled")


def test_a_sweep_of_another_experiment_is_not_told_that_settings_changed(desk: Desk) -> None:
    control = desk.control
    other = load_preset("polynomial")
    control.set_data_obstacle("The file is gone.")
    assert other.data != Digits()
    sweep = Sweep.made(experiment=other, settings=({"path": "data.degree", "values": [1, 2]},))
    control.start_sweep(sweep)
    assert control.running == "sweep", "its data are others than those that are missing"
    assert not control.settings_changed("sweep")


def test_workers_that_cannot_be_started_are_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(24, "Too many open files")

    monkeypatch.setattr(desk.executor, "submit", refuse)
    desk.control.start_kfold(2)
    assert desk.control.running is None
    assert desk.states == ["cancelled", "cancelled"]
    assert "Too many open files" in desk.refused[0]
    monkeypatch.undo()
    desk.control.retry("kfold")
    assert desk.control.running == "kfold"


def test_closing_cancels_and_begins_nothing_more(desk: Desk) -> None:
    desk.control.start_kfold(2)
    desk.control.close()
    assert desk.states == ["cancelled", "cancelled"]
    desk.control.start_kfold(2)
    assert desk.control.running is None


def test_closing_makes_no_workers(desk: Desk) -> None:
    desk.control.close()
    assert desk.num_made == 0
