from __future__ import annotations

import pytest

from core.edits import RemoveLayer
from core.experiment import live_settings, with_value
from core.presets import load_preset
from desktop_app.engine_messages import ParametersLoaded, PhaseChanged
from desktop_app.run_control import RunControl
from tests.desktop_app.fakes import FakeHost, run_events

MLP = load_preset("mlp-dropout")


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def host(qapp):
    return FakeHost()


@pytest.fixture
def run(host, clock):
    run = RunControl(host, clock=clock)
    run.show_experiment(MLP)
    return run


def begin(run, host, **kwargs):
    run.train_or_pause()
    host.say(*run_events(MLP, host.run_id, **kwargs), PhaseChanged(host.run_id, "running"))


def test_train_starts_pauses_and_goes_on(run, host):
    run.train_or_pause()
    assert host.asked == [("start", MLP, "run")]
    host.go_to("running")
    run.train_or_pause()
    assert host.asked[-1] == ("set_pace", "pause")
    host.go_to("paused")
    run.train_or_pause()
    assert host.asked[-1] == ("set_pace", "run")


@pytest.mark.parametrize(("step", "pace"), [("step_batch", "batch"), ("step_epoch", "epoch")])
def test_steps_start_a_run_or_move_it_on(run, host, step, pace):
    getattr(run, step)()
    assert host.asked == [("start", MLP, pace)]
    host.go_to("paused")
    getattr(run, step)()
    assert host.asked[-1] == ("set_pace", pace)


@pytest.mark.parametrize("step", ["step_batch", "step_epoch"])
def test_a_step_does_not_throw_a_trained_network_away(run, host, step):
    begin(run, host)
    host.go_to("ended")
    before = list(host.asked)
    getattr(run, step)()
    assert host.asked == before


def test_steps_do_nothing_while_it_runs(run, host):
    begin(run, host, end=None)
    before = list(host.asked)
    run.step_batch()
    run.step_epoch()
    assert host.asked == before


def test_nothing_starts_with_an_impossible_stack_or_without_data(run, host):
    broken = MLP
    for _ in range(len(MLP.layers)):
        broken = RemoveLayer(0).apply(broken)
    run.show_experiment(broken)
    assert "Dense" in run.obstacle
    run.train_or_pause()
    run.step_batch()
    run.show_experiment(MLP)
    run.set_data_obstacle("The files are missing.")
    run.train_or_pause()
    assert host.asked == []
    assert run.obstacle == "The files are missing."


def test_training_again_after_the_end_begins_afresh(run, host):
    begin(run, host)
    host.go_to("ended")
    assert len(run.history.epochs) == 2
    run.train_or_pause()
    assert host.asked[-1] == ("start", MLP, "run")
    assert run.history.epochs == []


def test_live_settings_reach_the_running_network(run, host):
    begin(run, host, end=None)
    changed = with_value(with_value(MLP, "optimizer.learning_rate", 0.05), "layers.1.rate", 0.9)
    run.show_experiment(changed)
    assert host.asked[-1] == ("change", live_settings(changed))
    assert not run.settings_changed


def test_other_settings_never_touch_the_running_network(run, host):
    begin(run, host, end=None)
    before = list(host.asked)
    run.show_experiment(with_value(MLP, "training.batch_size", 10))
    assert host.asked == before
    assert run.settings_changed
    run.show_experiment(MLP)
    assert not run.settings_changed


def test_the_rate_stays_live_when_other_settings_wait_for_reset(run, host):
    begin(run, host, end=None)
    run.show_experiment(RemoveLayer(1).apply(MLP))
    changed = with_value(run.experiment, "optimizer.learning_rate", 0.05)
    run.show_experiment(changed)
    assert run.settings_changed
    sent = host.asked[-1][1]
    assert sent.learning_rate == 0.05
    assert sent.dropout_rates == live_settings(MLP).dropout_rates


def test_a_second_press_does_not_start_a_second_run(run, host):
    run.step_batch()
    run.step_batch()
    assert len(host.asked) == 1


def test_the_end_of_an_old_run_is_not_announced(run, host):
    begin(run, host, end=None)
    ended = []
    run.run_ended.connect(ended.append)
    host.say(*list(run_events(MLP, host.run_id + 7))[-1:])
    assert ended == []


def test_live_edits_before_the_run_has_started_are_sent_when_it_has(run, host):
    run.train_or_pause()
    changed = with_value(MLP, "optimizer.learning_rate", 0.05)
    run.show_experiment(changed)
    host.say(*run_events(MLP, host.run_id, epochs=0, end=None))
    assert host.asked.count(("change", live_settings(changed))) == 1


def test_reset_forgets_network_and_history(run, host, qtbot):
    begin(run, host)
    host.go_to("ended")
    with qtbot.waitSignals([run.history_changed, run.state_changed]):
        run.reset()
    assert host.asked[-1] == ("reset",)
    assert run.history.started is None
    assert not run.settings_changed


def test_history_holds_the_events(run, host):
    begin(run, host, epochs=2, batches=3)
    assert run.history.batch_loss.tolist() == pytest.approx([1, 1 / 2, 1 / 3, 1 / 4, 1 / 5, 1 / 6])
    assert [epoch.validation_accuracy for epoch in run.history.epochs] == [0.05, 0.1]


def test_end_is_announced_after_the_history_has_it(run, host, qtbot):
    seen = []
    run.run_ended.connect(lambda event: seen.append((event.reason, run.history.ended is event)))
    begin(run, host)
    assert seen == [("finished", True)]


def test_progress_tells_epoch_share_speed_and_time_left(run, host, clock):
    seen = []
    run.progressed.connect(seen.append)
    run.train_or_pause()
    host.go_to("running")
    events = list(run_events(MLP, host.run_id, epochs=5, batches=10, end=None))
    host.say(*events[:2])
    clock.now = 2.0
    host.say(*events[2:12])
    # 60 samples in 10 batches; 9 more batches in 2 seconds; 40 of 50 are still to come.
    assert seen[-1].epoch == 1
    assert seen[-1].share == pytest.approx(0.2)
    assert seen[-1].samples_per_second == pytest.approx(4.5 * 6)
    assert seen[-1].seconds_left == pytest.approx(40 / 4.5)


def test_a_run_that_finishes_before_its_last_epoch_is_whole(run, host):
    seen = []
    run.progressed.connect(seen.append)
    run.train_or_pause()
    host.go_to("running")
    events = list(run_events(MLP, host.run_id, epochs=2, batches=10))
    epochs = MLP.training.num_epochs
    assert epochs > 2
    host.say(*events)
    host.go_to("ended")
    assert (seen[-1].epoch, seen[-1].share, seen[-1].is_early, seen[-1].ending) == (2, 1.0, True, "finished")


def test_a_run_that_the_user_stops_is_not(run, host):
    seen = []
    run.progressed.connect(seen.append)
    run.train_or_pause()
    host.go_to("running")
    host.say(*run_events(MLP, host.run_id, epochs=2, batches=10, end="stopped"))
    host.go_to("ended")
    assert (seen[-1].share, seen[-1].is_early) == (pytest.approx(2 / MLP.training.num_epochs), False)


def test_a_pause_does_not_count_as_slow_training(run, host, clock):
    seen = []
    run.progressed.connect(seen.append)
    run.train_or_pause()
    host.go_to("running")
    events = list(run_events(MLP, host.run_id, epochs=5, batches=10, end=None))
    host.say(*events[:2])
    clock.now = 1.0
    host.say(*events[2:11])
    speed = seen[-1].samples_per_second
    host.go_to("paused")
    clock.now = 1000.0
    host.go_to("running")
    host.say(*events[11:13])
    assert seen[-1].samples_per_second == pytest.approx(speed)


def test_loaded_parameters_wait_as_a_paused_run(run, host, tmp_path):
    begin(run, host)
    host.run_id += 1
    edited = with_value(MLP, "layers.0.units", 17)
    run.show_experiment(edited)
    host.say(ParametersLoaded(host.run_id, MLP, tmp_path, 0.5, 0.8), PhaseChanged(host.run_id, "paused"))
    assert run.settings_changed
    run.show_experiment(MLP)
    assert not run.settings_changed
    assert run.history.started is None
    run.train_or_pause()
    assert host.asked[-1] == ("set_pace", "run")
    run.show_experiment(with_value(MLP, "training.seed", 3))
    assert run.settings_changed
