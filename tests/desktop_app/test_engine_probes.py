"""Probes and interventions through the worker: when they are answered, and that training does not notice."""

from __future__ import annotations

import numpy as np
import pytest

from core.engine import probes as engine_probes
from core.engine.parameters import get_arrays
from core.engine.training import Run
from core.events import BatchDone, EpochDone, ProbeTaken, RunEnded, UnitSwitched, WeightSet
from core.probes import (
    ActivationsProbe,
    BoundaryProbe,
    GradientsProbe,
    HistogramProbe,
    MasksProbe,
    MicroscopeProbe,
    TrailProbe,
    UpdatesProbe,
    WeightsProbe,
)
from desktop_app import engine_messages as messages
from desktop_app.probe_schedule import ProbeSchedule
from tests.core.engine.runs import DENSE, DENSE_RELU, DROPOUT, batches, run_all, small
from tests.desktop_app.bench import bench

__all__ = ["bench"]

WEIGHTS, GRADIENTS = WeightsProbe(), GradientsProbe()


def taken(said):
    return [message for message in said if isinstance(message, ProbeTaken)]


def watch(bench, *probes):
    return taken(bench.ask(messages.Watch(probes)))


def test_nothing_is_taken_without_a_network(bench):
    assert watch(bench, WEIGHTS) == []
    assert taken(bench.ask(messages.Discard(1))) == []


def test_at_rest_a_new_probe_is_answered_at_once_and_only_once(bench, qapp):
    bench.start(small(), "batch")
    bench.until_it_rests(qapp)
    (weights,) = watch(bench, WEIGHTS)
    assert (weights.run_id, weights.step, weights.probe) == (1, 1, WEIGHTS)
    np.testing.assert_array_equal(weights.values["0.weight"], bench.worker._run.net[0].weight.data().asnumpy())
    (gradients,) = watch(bench, WEIGHTS, GRADIENTS)
    assert gradients.probe == GRADIENTS
    qapp.processEvents()
    assert bench.hear() == []
    assert watch(bench, WEIGHTS) == []


def test_every_pause_and_the_end_are_looked_at(bench, qapp):
    bench.worker._probes = ProbeSchedule(lambda: 0, clock=lambda: 0.0)
    watch(bench, WEIGHTS)
    bench.start(small(), "batch")
    steps = []
    while bench.phases[-1] != "ended":
        steps.append([event.step for event in taken(bench.until_it_rests(qapp))][-1])
        bench.ask(messages.SetPace("batch"))
    assert steps == [1, 2, 3, 4, 5, 6]
    assert isinstance(bench.said[-1], ProbeTaken)
    kinds = [type(message) for message in bench.said if not isinstance(message, messages.PhaseChanged)]
    assert kinds[-2:] == [RunEnded, ProbeTaken]


def test_a_batch_is_looked_at_when_the_next_one_can_be_asked_for(bench, qapp):
    bench.worker._probes = ProbeSchedule(lambda: 10**9, clock=iter(range(0, 10**9, 100)).__next__)
    watch(bench, WEIGHTS)
    bench.start(small(training={"batch_size": 10_000, "num_epochs": 9}), "batch")
    for step in (1, 2):
        number = len(bench.said)
        bench.until_it_rests(qapp)
        said = [message for message in bench.said[number:] if not isinstance(message, EpochDone)]
        answer = next(message for message in said if isinstance(message, ProbeTaken) and message.step == step)
        assert said[said.index(answer) - 1] == messages.PhaseChanged(1, "paused")
        bench.ask(messages.SetPace("batch"))


def test_a_probe_that_is_asked_again_is_answered_again(bench, qapp):
    bench.start(small(), "batch")
    bench.until_it_rests(qapp)
    watch(bench, WEIGHTS, GRADIENTS)
    (answer,) = taken(bench.ask(messages.Watch((WEIGHTS, GRADIENTS), (GRADIENTS,))))
    assert answer.probe == GRADIENTS


def test_while_training_an_answer_that_was_not_fetched_keeps_the_next_from_being_taken(bench):
    now = [0.0]
    bench.worker._probes = ProbeSchedule(lambda: bench.mailbox.num_taken, clock=lambda: now[0])
    watch(bench, WEIGHTS)
    bench.start(small(training={"num_epochs": 1000}), "run")

    def steps_of_a_slice():
        now[0] += 100
        bench.worker._train_for_a_slice()
        return bench.mailbox.num_put

    steps_of_a_slice()
    steps_of_a_slice()
    assert len(taken(bench.hear())) == 1
    steps_of_a_slice()
    assert len(taken(bench.hear())) == 1


def test_training_is_the_same_with_every_probe_as_without(bench, qapp):
    experiment = small([DENSE_RELU, DROPOUT, DENSE])
    _, expected = run_all(experiment)
    bench.worker._probes = ProbeSchedule(lambda: 10**9, clock=iter(range(0, 10**9, 100)).__next__)
    watch(bench, WEIGHTS, GRADIENTS, HistogramProbe(), ActivationsProbe(), BoundaryProbe(), TrailProbe())
    bench.start(experiment, "run")
    events = bench.until_it_rests(qapp)
    assert len(taken(events)) >= 6 * len(batches(expected))
    assert [event.loss for event in batches(events)] == [event.loss for event in batches(expected)]


def test_loaded_parameters_are_looked_at(bench, qapp, tmp_path):
    path = tmp_path / "net.params"
    bench.start(small(), "run")
    bench.until_it_rests(qapp)
    bench.ask(messages.SaveParameters(path))
    weights = bench.worker._run.net[0].weight.data().asnumpy()
    bench.ask(messages.Discard(5))
    watch(bench, WEIGHTS)
    answers = taken(bench.load(small(), path))
    assert [answer.step for answer in answers] == [0]
    np.testing.assert_array_equal(answers[0].values["0.weight"], weights)


def test_a_long_look_is_given_up_for_a_stop(bench, monkeypatch):
    pieces = []

    def long(prober, probe):
        for number in range(5):
            pieces.append(bench.worker._phase)
            if number == 2:
                bench.cancel.set()
            yield
        return {}

    monkeypatch.setattr(engine_probes, "TAKERS", {**engine_probes.TAKERS, WeightsProbe: long})
    watch(bench, WEIGHTS)
    bench.start(small(), "run")
    while bench.worker._phase != "ended":
        bench.worker._train_for_a_slice()
    said = bench.hear()
    assert [event.reason for event in said if isinstance(event, RunEnded)] == ["stopped"]
    assert pieces == ["running"] * 3 + ["ended"] * 5
    assert len(taken(said)) == 1


def test_a_long_look_at_a_paused_run_is_given_up_when_the_run_is_to_end(bench, qapp, monkeypatch):
    pieces = []

    def long(prober, probe):
        for number in range(5):
            pieces.append(bench.worker._phase)
            if number == 2:
                bench.cancel.set()
            yield
        return {}

    bench.start(small(), "batch")
    bench.until_it_rests(qapp)
    monkeypatch.setattr(engine_probes, "TAKERS", {**engine_probes.TAKERS, WeightsProbe: long})
    assert watch(bench, WEIGHTS) == []
    assert pieces == ["paused"] * 3
    bench.ask(messages.SetPace("run"))
    (answer,) = taken(bench.until_it_rests(qapp))
    assert bench.phases[-1] == "ended"
    assert answer.step == 1


def test_a_probe_that_fails_is_told_once_and_ends_nothing(bench, qapp, monkeypatch):
    def broken(prober, probe):
        raise ValueError("no such luck")
        yield

    monkeypatch.setattr(engine_probes, "TAKERS", {**engine_probes.TAKERS, WeightsProbe: broken})
    watch(bench, WEIGHTS, GRADIENTS)
    bench.start(small(), "run")
    events = bench.until_it_rests(qapp)
    assert events[-1].probe == GRADIENTS
    assert [event.reason for event in events if isinstance(event, RunEnded)] == ["finished"]
    failed = [message for message in bench.said if isinstance(message, messages.Failed)]
    assert [message.sentence for message in failed] == ["Looking inside failed: no such luck."]


@pytest.mark.parametrize("at_rest", [True, False])
def test_interventions_are_told_and_seen_before_the_next_step(bench, qapp, at_rest):
    watch(bench, WEIGHTS)
    bench.start(small(training={"num_epochs": 1000}), "batch")
    bench.until_it_rests(qapp)
    if not at_rest:
        bench.worker._pace, bench.worker._phase = "run", "running"
    said = bench.ask(messages.SetWeight("0.bias", (1,), 0.5))
    assert [(type(m), m.step) for m in said] == [(WeightSet, 1), *([(ProbeTaken, 1)] if at_rest else [])]
    if at_rest:
        assert said[-1].values["0.bias"][1] == 0.5
    said = bench.ask(messages.SwitchUnit(0, 3, False))
    assert said[0] == UnitSwitched(1, 1, 0, 3, False)
    if not at_rest:
        bench.mailbox.take_all()
        assert WEIGHTS in bench.worker._probes.due(), "not only when its pause is over"
    (refused,) = bench.ask(messages.SwitchUnit(0, 99, False))
    assert "no unit 99" in refused.sentence


def test_interventions_without_a_network_do_nothing(bench):
    assert bench.ask(messages.SetWeight("0.bias", (1,), 0.5)) == []
    assert bench.ask(messages.SwitchUnit(0, 3, False)) == []


def test_a_reset_switches_all_units_on_again(bench, qapp):
    bench.start(small(), "batch")
    bench.until_it_rests(qapp)
    bench.ask(messages.SwitchUnit(0, 3, False))
    bench.ask(messages.Discard(2))
    bench.start(small(), "run")
    _, expected = run_all(small())
    bench.ask(messages.Discard(3))
    bench.start(small(), "run")
    assert isinstance(bench.worker._run, Run)
    losses = [event.loss for event in bench.until_it_rests(qapp) if isinstance(event, BatchDone)]
    assert losses == [event.loss for event in batches(expected)]


def test_the_update_of_a_step_is_answered_after_it_and_never_what_was_set_by_hand(bench, qapp):
    assert watch(bench, UpdatesProbe()) == []
    bench.start(small(), "batch")
    (first,) = taken(bench.until_it_rests(qapp))
    assert first.step == 1
    for step in (2, 3):
        assert taken(bench.ask(messages.SetWeight("0.bias", (1,), 50.0 * step))) == []
        before = get_arrays(bench.worker._run.net)["0.bias"]
        bench.ask(messages.SetPace("batch"))
        (answer,) = taken(bench.until_it_rests(qapp))
        difference = get_arrays(bench.worker._run.net)["0.bias"] - before
        assert answer.step == step
        np.testing.assert_allclose(answer.values["0.bias:update"], np.linalg.norm(difference), rtol=1e-5)


def test_masks_are_kept_only_while_they_are_watched(bench, qapp):
    bench.start(small((DENSE_RELU, DROPOUT, DENSE)), "batch")
    bench.until_it_rests(qapp)
    (drawn,) = watch(bench, MasksProbe())
    assert "drawn" in drawn.values
    bench.ask(messages.SetPace("batch"))
    seen = taken(bench.until_it_rests(qapp))
    assert seen[-1].step == 2
    assert "drawn" not in seen[-1].values
    assert watch(bench) == []
    assert not bench.worker._run.net.shows_masks
    (answer,) = watch(bench, MasksProbe())
    assert "drawn" not in answer.values, "the last step is still the one that was seen"
    watch(bench)
    bench.ask(messages.SetPace("batch"))
    bench.until_it_rests(qapp)
    assert bench.worker._run.seen is None


def test_all_of_a_gradient_is_checked_at_rest_and_one_entry_while_training(bench, qapp):
    probe = MicroscopeProbe(num_checks=3)
    watch(bench, probe)
    bench.start(small(training={"num_epochs": 3}), "run")
    looks = taken(bench.until_it_rests(qapp))
    assert len(looks[0].values["0.weight:numeric"]) == 1
    assert len(looks[-1].values["0.weight:numeric"]) == 3
