"""The slow motion over a fake engine: it steps, pauses and resumes the run, and never leaves it stuck."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from core.events import BatchDone, EpochDone, RunEnded, RunStarted
from core.experiment import Experiment, with_value
from core.layers import Dense
from desktop_app.code.view import CodeView
from desktop_app.engine_messages import PhaseChanged
from desktop_app.run_control import RunControl
from desktop_app.slow_motion import SlowMotion
from tests.desktop_app.code.programs import short_program
from tests.desktop_app.fakes import FakeHost

EXPERIMENT = Experiment(layers=(Dense(units=8), Dense()))
BATCHES = 2


class Bench:
    """A run on a fake engine, the Code tab, and the slow motion between them."""

    def __init__(self, qtbot: QtBot) -> None:
        self.host = FakeHost()
        self.run = RunControl(self.host)  # type: ignore[arg-type]
        self.view = CodeView()
        self.view.compose = short_program
        self.obstacle = False
        self.slow = SlowMotion(self.run, self.view, self._unless_refused)
        self.refused: list[str] = []
        self.slow.refused.connect(self.refused.append)
        qtbot.addWidget(self.view)
        self.show(EXPERIMENT)
        self.view.show()
        self.stages: list[str] = []
        self.view.walk.shown.connect(lambda stage: self.stages.append(stage.phase))
        self.step = 0

    def _unless_refused(self, go_on: Callable[[], None]) -> None:
        if not self.obstacle:
            go_on()

    def show(self, experiment: Experiment) -> None:
        self.run.show_experiment(experiment)
        self.view.show_experiment(experiment)

    @property
    def paces(self) -> list[object]:
        return [asked[-1] for asked in self.host.asked if asked[0] in ("start", "set_pace")]

    def train(self) -> None:
        """Let a run go on at full speed."""
        self.run.train_or_pause()
        self.host.say(RunStarted(self.host.run_id, EXPERIMENT, 60, 20, 0, BATCHES, 100))

    def do_step(self, *more: object, phase: str = "paused") -> None:
        """Answer as the engine does: one batch, the end of its epoch, then the phase."""
        said: list[object] = []
        if self.step == 0:
            said.append(RunStarted(self.host.run_id, EXPERIMENT, 60, 20, 0, BATCHES, 100))
        self.step += 1
        epoch, batch = divmod(self.step - 1, BATCHES)
        said.append(BatchDone(self.host.run_id, self.step, epoch + 1, batch + 1, 1 / self.step, 0.5))
        if batch + 1 == BATCHES:
            said.append(EpochDone(self.host.run_id, self.step, epoch + 1, 0.5, 0.4, 0.625, 0.75, 1000.0, 1.0))
        self.host.say(*said, *more, PhaseChanged(self.host.run_id, phase))  # type: ignore[arg-type]

    def walk_on(self) -> None:
        """See all that there is to see, as fast as a click can be."""
        self.view.walk.halt()
        while not self.view.walk.is_waiting:
            self.view.walk.advance()


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    bench = Bench(qtbot)
    yield bench
    bench.view.close()


STEP = ["batch", "forward", "loss", "backward", "update"]


def test_it_begins_a_run_and_walks_through_each_step(bench: Bench) -> None:
    bench.view.slow.click()
    assert bench.paces == ["batch"]
    bench.do_step()
    bench.walk_on()
    assert bench.stages == ["load", "initialise", *STEP]
    assert bench.paces == ["batch", "batch"]
    bench.stages.clear()
    bench.do_step()
    assert bench.view.source.note(8) == "epoch 1, batch 2 of 2"
    bench.walk_on()
    assert bench.stages == [*STEP, "evaluate"]
    assert bench.view.source.note(11) == "loss 0.5"
    assert bench.view.source.note(14) == "validation loss 0.625, accuracy 0.75"
    bench.view.slow.click()
    # What it began is left paused, as after the button Batch.
    assert bench.paces == ["batch"] * 3
    bench.do_step()
    assert bench.paces == ["batch"] * 3


def test_a_run_that_goes_on_is_paused_and_goes_on_afterwards(bench: Bench) -> None:
    bench.train()
    bench.step = 1
    bench.view.slow.click()
    assert bench.paces == ["run", "pause"]
    bench.do_step(phase="running")
    bench.host.go_to("paused")
    assert bench.paces == ["run", "pause", "batch"]
    bench.do_step()
    bench.view.slow.click()
    assert bench.paces == ["run", "pause", "batch", "run"]


@pytest.mark.parametrize("when", ["while it pauses", "while it steps"])
def test_switched_off_in_the_middle_the_run_goes_on_when_it_can(bench: Bench, when: str) -> None:
    bench.train()
    bench.view.slow.click()
    if when == "while it steps":
        bench.host.go_to("paused")
        bench.host.go_to("running")
    before = bench.paces
    bench.view.slow.click()
    assert bench.paces == before
    bench.host.go_to("paused")
    assert bench.paces == [*before, "run"]
    bench.host.go_to("running")
    bench.host.go_to("paused")
    assert bench.paces == [*before, "run"]


def test_leaving_the_tab_lets_the_run_go_on(bench: Bench) -> None:
    bench.train()
    bench.view.slow.click()
    bench.host.go_to("paused")
    bench.do_step()
    bench.view.hide()
    assert bench.paces[-1] == "run"
    assert not bench.view.is_slow


def test_train_takes_over(bench: Bench) -> None:
    bench.view.slow.click()
    bench.do_step()
    # The window tells the slow motion first, then the run.
    bench.slow.give_way()
    bench.run.train_or_pause()
    assert not bench.view.is_slow
    assert bench.paces == ["batch", "run"]
    bench.host.go_to("running")
    bench.host.go_to("paused")
    assert bench.paces == ["batch", "run"]


def test_a_step_by_hand_is_walked_through_too(bench: Bench) -> None:
    bench.view.slow.click()
    bench.do_step()
    bench.view.walk.halt()
    bench.run.step_batch()
    bench.do_step()
    bench.walk_on()
    assert bench.stages == ["load", *STEP, "evaluate"]


def test_reset_ends_it(bench: Bench) -> None:
    bench.view.slow.click()
    bench.do_step()
    bench.run.reset()
    bench.host.go_to("idle")
    assert not bench.view.is_slow
    assert bench.paces == ["batch"]


def test_it_sees_the_end_of_the_run_and_begins_another_one_afterwards(bench: Bench) -> None:
    bench.view.slow.click()
    bench.do_step()
    bench.walk_on()
    bench.stages.clear()
    bench.do_step(RunEnded(bench.host.run_id, 2, "finished", "The end."), phase="ended")
    assert bench.view.is_slow
    bench.walk_on()
    assert bench.stages == [*STEP, "evaluate"]
    assert not bench.view.is_slow
    bench.view.slow.click()
    assert ("reset",) in bench.host.asked
    assert bench.view.is_slow


@pytest.mark.parametrize("reason", ["stopped", "failed"])
def test_the_end_without_a_step_ends_it(bench: Bench, reason: str) -> None:
    bench.view.slow.click()
    bench.do_step()
    bench.walk_on()
    end = RunEnded(bench.host.run_id, 1, reason, "The end.")  # type: ignore[arg-type]
    bench.host.say(end, PhaseChanged(bench.host.run_id, "ended"))
    assert not bench.view.is_slow


def test_what_keeps_a_run_from_starting_keeps_it_from_starting(bench: Bench) -> None:
    bench.run.set_data_obstacle("There are no data.")
    bench.view.slow.click()
    assert (bench.refused, bench.view.is_slow) == (["There are no data."], False)
    bench.run.set_data_obstacle("")
    bench.obstacle = True
    bench.view.slow.click()
    assert not bench.view.is_slow
    bench.host.phase = "loading"
    bench.view.slow.click()
    assert len(bench.refused) == 2
    assert bench.paces == []


def test_it_shows_no_program_that_is_not_the_one_in_training(bench: Bench) -> None:
    bench.view.slow.click()
    bench.do_step()
    bench.show(with_value(EXPERIMENT, "layers.0.units", 9))
    assert not bench.view.is_slow
    bench.view.slow.click()
    assert bench.refused == ["The network was built with other settings than this program: press Reset first."]
    assert not bench.view.is_slow


def test_the_learning_rate_may_change_on_the_way(bench: Bench) -> None:
    bench.view.slow.click()
    bench.do_step()
    bench.show(with_value(EXPERIMENT, "optimizer.learning_rate", 0.03))
    assert bench.view.is_slow
    bench.walk_on()
    assert bench.stages == ["load", "initialise", *STEP]
