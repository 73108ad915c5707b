"""The real engine in its thread: every order of requests, late words of old runs, and closing at any moment."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QObject

from core.data import Digits
from core.events import BatchDone, EpochDone, Event, RunEnded, RunStarted, SettingsChanged
from core.experiment import LiveSettings
from core.explorers.broadcasting import Broadcast
from core.questions import Question
from desktop_app.engine_messages import (
    Answered,
    Ask,
    DataLoaded,
    EngineReady,
    Failed,
    ParametersLoaded,
    ParametersSaved,
    PhaseChanged,
    PredictionAnswered,
)
from tests.core.engine.runs import DENSE, DENSE_RELU, batches, run_all, small
from tests.desktop_app.conftest import Listener

LONG = small(training={"num_epochs": 100_000})
SHORT = small()


def test_a_run_is_told_from_start_to_end(engine):
    engine.host.start(SHORT)
    ended = engine.wait_for(RunEnded)
    engine.settle()
    _, expected = run_all(SHORT)
    assert [type(event) for event in engine.events] == [type(event) for event in expected]
    assert [event.loss for event in batches(engine.events)] == [event.loss for event in batches(expected)]
    assert ended.validation_accuracy == expected[-1].validation_accuracy
    assert engine.phases[-1] == engine.host.phase == "ended"


def test_the_same_host_computes_the_same_again(engine):
    for _ in range(2):
        engine.host.start(SHORT)
        engine.wait_for(RunEnded)
    first, second = (
        [event.loss for event in batches(engine.events) if event.run_id == run_id]
        for run_id in sorted({event.run_id for event in engine.events})
    )
    assert first == second


def test_data_are_loaded_in_the_background(engine):
    engine.host.load_data(Digits(seed=5))
    loaded = engine.wait_for(DataLoaded)
    assert (loaded.data, len(loaded.parts.train)) == (Digits(seed=5), 1079)


def test_step_pause_and_continue(engine):
    host = engine.host
    host.start(LONG, "batch")
    engine.wait_for_phase("paused")
    assert [event.step for event in batches(engine.events)] == [1]
    host.set_pace("batch")
    engine.wait_until(lambda: len(batches(engine.events)) == 2 and host.phase == "paused")
    host.set_pace("epoch")
    engine.wait_until(lambda: engine.of(EpochDone) and host.phase == "paused")
    assert isinstance(engine.events[-1], EpochDone)
    host.set_pace("run")
    engine.wait_until(lambda: len(batches(engine.events)) > 100)
    host.set_pace("pause")
    engine.wait_for_phase("paused")
    engine.settle()
    number = len(engine.events)
    engine.settle()
    assert len(engine.events) == number, "a paused run is silent"
    assert [event.step for event in batches(engine.events)] == list(range(1, len(batches(engine.events)) + 1))


@pytest.mark.parametrize("pace", ["run", "batch", "epoch", "pause"])
def test_a_stop_right_after_the_start_is_heard(engine, pace):
    engine.host.start(LONG, pace)
    engine.host.stop()
    assert engine.wait_for(RunEnded).reason == "stopped"
    engine.wait_for_phase("ended")
    assert len(batches(engine.events)) <= 1


def test_the_end_of_a_run_is_waited_for_but_not_what_delays_the_next(engine):
    host = engine.host
    host.start(LONG)
    assert not host._patience.isActive()
    host.stop()
    assert host._patience.isActive()
    engine.wait_for(RunEnded)
    engine.wait_until(lambda: not host._patience.isActive())
    host.start(SHORT)
    engine.wait_until(lambda: host.phase == "ended")
    host.load_data(Digits(seed=6))
    host.start(LONG)
    assert not host._patience.isActive(), "data may take as long as they need"
    host.reset()
    assert host._patience.isActive()
    engine.wait_until(lambda: not host._patience.isActive())


def test_a_paused_run_can_be_stopped(engine):
    engine.host.start(LONG, "batch")
    engine.wait_for_phase("paused")
    engine.host.stop()
    assert engine.wait_for(RunEnded).reason == "stopped"
    engine.wait_for_phase("ended")
    engine.host.set_pace("run")
    engine.host.stop()
    engine.settle()
    assert engine.host.phase == "ended"


def test_a_new_start_replaces_the_run_and_nothing_late_is_heard(engine):
    host = engine.host
    host.start(LONG)
    old = host.run_id
    engine.wait_until(lambda: len(batches(engine.events)) > 10)
    host.start(SHORT)
    number = len(engine.messages)
    ended = engine.wait_for(RunEnded)
    assert (ended.run_id, ended.reason) == (host.run_id, "finished")
    assert old != host.run_id
    later = [message for message in engine.messages[number:] if isinstance(message, Event | PhaseChanged)]
    assert {message.run_id for message in later} == {host.run_id}


def test_a_reset_silences_the_run_at_once(engine):
    host = engine.host
    host.start(LONG)
    engine.wait_until(lambda: len(batches(engine.events)) > 10)
    host.reset()
    number = len(engine.events)
    engine.wait_for_phase("idle")
    engine.settle()
    assert len(engine.events) == number


def test_a_reset_right_after_the_start_leaves_nothing(engine):
    engine.host.start(LONG)
    engine.host.reset()
    engine.settle()
    assert engine.events == []
    assert engine.host.phase == "idle"


def test_after_a_reset_the_next_start_need_not_wait_for_the_engine(engine):
    engine.host.start(LONG, "batch")
    engine.wait_for_phase("paused")
    engine.host.reset()
    assert engine.host.phase == "idle"
    engine.host.start(LONG, "batch")
    engine.wait_for_phase("paused")
    assert [event.step for event in batches(engine.events)] == [1, 1]


def test_the_engine_is_running_as_soon_as_it_is_asked_to(engine):
    engine.host.start(LONG)
    assert engine.host.phase == "running"
    assert engine.phases == ["running"]


def test_a_start_that_fails_is_a_sentence_and_the_phase_is_idle(engine):
    engine.host.start(LONG)
    engine.wait_for(BatchDone)
    engine.host.start(small([]))
    failed = engine.wait_for(Failed)
    assert "no layers yet" in failed.sentence
    engine.wait_for_phase("idle")
    assert engine.of(RunEnded) == []


def test_settings_change_while_it_trains(engine):
    engine.host.start(LONG)
    engine.wait_for(BatchDone)
    engine.host.change(LiveSettings(0.001, 0.5, ()))
    changed = engine.wait_for(SettingsChanged)
    assert changed.settings == LiveSettings(0.001, 0.5, ())
    place = engine.events.index(changed) + 1
    engine.wait_until(lambda: len(engine.events) > place)
    after = engine.events[place]
    assert isinstance(after, BatchDone)
    assert after.step == changed.step + 1


def test_predictions_while_it_trains_and_while_it_rests(engine):
    host = engine.host
    host.start(LONG)
    engine.wait_for(BatchDone)
    host.predict(LONG.data, "validation")
    assert engine.wait_for(PredictionAnswered).predicted.outputs.shape == (719, 10)
    host.set_pace("pause")
    engine.wait_for_phase("paused")
    host.predict(LONG.data, "train")
    paused = engine.wait_for(PredictionAnswered).predicted
    assert (paused.step, len(paused.outputs)) == (batches(engine.events)[-1].step, 539)
    host.stop()
    engine.wait_for_phase("ended")
    host.predict(LONG.data, "train")
    np.testing.assert_array_equal(engine.wait_for(PredictionAnswered).predicted.outputs, paused.outputs)


def test_parameters_go_to_a_file_and_back(engine, tmp_path):
    host, path = engine.host, tmp_path / "some.params"
    host.start(SHORT)
    ended = engine.wait_for(RunEnded)
    host.save_parameters(path)
    assert engine.wait_for(ParametersSaved).path == path
    host.load_parameters(SHORT, path)
    loaded = engine.wait_for(ParametersLoaded)
    assert (loaded.validation_loss, loaded.validation_accuracy) == (ended.validation_loss, ended.validation_accuracy)
    assert loaded.run_id == host.run_id != ended.run_id
    engine.wait_for_phase("paused")
    host.set_pace("run")
    assert engine.wait_for(RunEnded).reason == "finished"


def test_a_failed_load_pauses_the_run_and_keeps_it(engine, tmp_path):
    host = engine.host
    host.start(LONG)
    run_id = host.run_id
    engine.wait_for(BatchDone)
    host.load_parameters(LONG, tmp_path / "absent.params")
    assert "no such file" in engine.wait_for(Failed).sentence
    engine.wait_for_phase("paused")
    host.set_pace("run")
    engine.wait_for(BatchDone)
    host.stop()
    assert (engine.wait_for(RunEnded).run_id, host.run_id) == (run_id, run_id)


def test_a_start_while_parameters_are_loaded_wins(engine, tmp_path):
    host, path = engine.host, tmp_path / "some.params"
    host.start(SHORT, "batch")
    host.save_parameters(path)
    engine.wait_for(ParametersSaved)
    host.load_parameters(SHORT, path)
    host.start(SHORT)
    assert engine.wait_for(RunEnded).reason == "finished"
    engine.wait_for_phase("ended")
    assert engine.of(ParametersLoaded) == []


def test_the_phase_is_new_before_anybody_hears_of_it(engine):
    seen = []

    class Receiver(QObject):
        def hear(self, messages):
            if any(isinstance(message, RunEnded) for message in messages):
                seen.append(engine.host.phase)

    receiver = Receiver()
    engine.host.received.connect(receiver.hear)
    engine.host.start(SHORT)
    engine.wait_for(RunEnded)
    engine.host.received.disconnect(receiver.hear)
    assert seen == ["ended"]


def test_a_receiver_that_opens_a_dialogue_does_not_bring_an_old_phase_back(engine):
    host = engine.host
    waiting = []

    def hold_up(messages):
        # As a message box would: the event loop runs inside the receiver until the run has ended.
        if not waiting and any(
            isinstance(message, PhaseChanged) and message.phase == "running" for message in messages
        ):
            waiting.append(True)
            Listener(host).wait_for_phase("ended")

    host.received.connect(hold_up)
    host.start(SHORT)
    engine.wait_for(RunEnded)
    engine.settle()
    host.received.disconnect(hold_up)
    assert waiting
    assert host.phase == engine.phases[-1] == "ended"


ACTIONS = (
    "start",
    "step",
    "start short",
    "pause",
    "run",
    "batch",
    "epoch",
    "stop",
    "reset",
    "change",
    "predict",
    "save",
)
LOADS = ("load", "load absent", "start bad", "settle")


@settings(max_examples=20)
@given(actions=st.lists(st.sampled_from(ACTIONS + LOADS), max_size=12))
def test_any_order_of_requests_leaves_an_engine_that_works(engine, tmp_path, actions):
    engine.forget()
    for number, action in enumerate(actions):
        perform(engine, action, number, tmp_path)
    engine.settle()
    assert_runs_are_told_in_order(engine.events)
    if engine.host.phase in ("running", "paused"):
        engine.host.stop()
        engine.wait_for(RunEnded)
        engine.wait_for_phase("ended")
    engine.host.start(SHORT)
    engine.wait_until(lambda: engine.host.phase == "ended" and engine.events[-1].run_id == engine.host.run_id)
    engine.settle()
    last = [event for event in engine.events if event.run_id == engine.host.run_id]
    assert [event.loss for event in batches(last)] == [event.loss for event in batches(reference())]
    assert_runs_are_told_in_order(engine.events)


def reference(found=[]):  # noqa: B006 - computed once
    if not found:
        found += run_all(SHORT)[1]
    return found


def perform(engine, action, number, folder):
    host = engine.host
    everything = {
        "start": lambda: host.start(LONG),
        "step": lambda: host.start(LONG, "batch"),
        "start short": lambda: host.start(SHORT),
        "start bad": lambda: host.start(small([])),
        "stop": host.stop,
        "reset": host.reset,
        "change": lambda: host.change(LiveSettings(0.1 + number / 100, 0.0, ())),
        "predict": lambda: host.predict(SHORT.data, "validation"),
        "save": lambda: host.save_parameters(folder / "kept.params"),
        "load": lambda: host.load_parameters(LONG, folder / "kept.params"),
        "load absent": lambda: host.load_parameters(LONG, folder / "absent.params"),
        "settle": engine.settle,
    }
    everything.get(action, lambda: host.set_pace(action))()


def assert_runs_are_told_in_order(events):
    """Every run begins with RunStarted, counts its steps without a gap, and says nothing after RunEnded."""
    ids = [event.run_id for event in events]
    assert ids == sorted(ids), "an old run spoke after a new one"
    for run_id in set(ids):
        of_run = [event for event in events if event.run_id == run_id]
        if of_run:
            assert isinstance(of_run[0], RunStarted)
        assert [event.step for event in batches(of_run)] == list(range(1, len(batches(of_run)) + 1))
        assert not any(isinstance(event, RunStarted) for event in of_run[1:])
        assert not any(isinstance(event, RunEnded) for event in of_run[:-1])


def test_the_session_engine_is_ready(engine):
    engine.host.load_data(Digits())
    engine.wait_for(DataLoaded)
    assert not engine.of(EngineReady), "it was said once, when the engine was opened"
    engine.host.start(small([DENSE_RELU, DENSE]), "pause")
    engine.wait_for_phase("paused")
    assert engine.events == []


def test_a_question_is_answered_from_the_engines_thread(engine):
    engine.host.ask(Broadcast(((4, 3), (3,)), "add"))
    answered = engine.wait_for(Answered)
    assert answered.is_last
    assert answered.answer.result.shape == (4, 3)
    engine.host.ask(Question())
    assert engine.wait_for(Failed).request == Ask(Question())
