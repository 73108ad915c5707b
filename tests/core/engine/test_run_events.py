"""The order of the events of a run, its seeds, and the ways in which it can end."""

from __future__ import annotations

import hashlib
import math
import subprocess
import sys
import threading
from dataclasses import replace
from itertools import pairwise

import numpy as np
import psutil
import pytest

from core.engine.mx import mx
from core.engine.parameters import get_arrays
from core.errors import ExperimentError, ResourcesError
from core.events import BatchDone, EpochDone, RunEnded, RunStarted, SettingsChanged
from core.experiment import LiveSettings, live_settings
from tests.core.engine.runs import (
    DENSE,
    DENSE_RELU,
    DROPOUT,
    a_run,
    batches,
    changes,
    end_of,
    epochs,
    parts_of,
    run_all,
    small,
)

XAVIER = {"initializer": {"kind": "xavier"}}


def timeless(events):
    """Return events without what a clock measured."""
    return [
        replace(event, **{name: 0.0 for name in ("seconds", "samples_per_second") if hasattr(event, name)})
        for event in events
    ]


def fingerprint():
    """Return the losses and weights of a run as one text; every bit counts."""
    run, events = run_all(small([DENSE_RELU, DROPOUT, DENSE]))
    digest = hashlib.sha256(b"".join(array.tobytes() for array in get_arrays(run.net).values()))
    return " ".join([event.loss.hex() for event in batches(events)] + [digest.hexdigest()])


def test_equal_seeds_give_equal_events():
    experiment = small([DENSE_RELU, DROPOUT, DENSE])
    assert timeless(run_all(experiment)[1]) == timeless(run_all(experiment)[1])


def test_another_seed_gives_another_start_and_another_order():
    losses = [[b.loss for b in batches(run_all(small(training={"seed": seed}))[1])] for seed in (0, 1)]
    assert losses[0][0] != losses[1][0]
    assert losses[0] != losses[1]


def test_another_thread_computes_the_same_bits():
    found = []
    thread = threading.Thread(target=lambda: found.append(fingerprint()))
    thread.start()
    thread.join()
    assert found == [fingerprint()]


def test_another_process_computes_the_same_bits():
    code = "from tests.core.engine.test_run_events import fingerprint; print(fingerprint())"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == fingerprint()


@pytest.mark.parametrize(
    ("batch_size", "num_epochs", "validation", "test"),
    [(200, 2, 0.4, 0.3), (1, 1, 0.9, 0.09), (539, 3, 0.4, 0.3), (100_000, 2, 0.0, 0.0), (538, 1, 0.4, 0.3)],
)
def test_events_come_in_their_documented_order(batch_size, num_epochs, validation, test):
    data = {"kind": "digits", "validation_share": validation, "test_share": test}
    experiment = small([DENSE], data=data, training={"batch_size": batch_size, "num_epochs": num_epochs})
    parts = experiment.data.load()
    _, events = run_all(experiment, parts)
    num_batches = math.ceil(len(parts.train) / batch_size)

    kinds = [RunStarted, *([BatchDone] * num_batches + [EpochDone]) * num_epochs, RunEnded]
    assert [type(event) for event in events] == kinds
    assert {event.run_id for event in events} == {1}
    assert [(b.step, b.epoch, b.batch) for b in batches(events)] == [
        (1 + i, 1 + i // num_batches, 1 + i % num_batches) for i in range(num_batches * num_epochs)
    ]
    assert [(e.step, e.epoch) for e in epochs(events)] == [(n * num_batches, n) for n in range(1, num_epochs + 1)]
    started, ended = events[0], end_of(events)
    assert (started.num_train, started.batches_per_epoch) == (len(parts.train), num_batches)
    assert started.num_validation == (len(parts.validation) if parts.validation else 0)
    assert started.num_test == (len(parts.test) if parts.test else 0)
    assert started.experiment is experiment
    assert (ended.reason, ended.step) == ("finished", num_batches * num_epochs)
    assert (ended.validation_loss is None) == (epochs(events)[-1].validation_loss is None) == (parts.validation is None)
    assert (ended.test_loss is None) == (parts.test is None)
    seconds = [epoch.seconds for epoch in epochs(events)] + [ended.seconds]
    assert seconds == sorted(seconds)
    assert all(epoch.samples_per_second > 0 for epoch in epochs(events))


def collected(run, act):
    """Return the events of a run; ``act(event)`` is called between each and the next."""
    events = []
    for event in run.events():
        events.append(event)
        act(event)
    return events


def test_a_change_is_told_before_the_first_batch_that_it_affects():
    run = a_run(small())
    faster, slower = LiveSettings(0.9, 0.0, ()), LiveSettings(0.1, 0.0, ())
    wanted = {0: [faster], 2: [slower, faster], 3: [slower]}
    events = collected(
        run, lambda event: isinstance(event, RunStarted | BatchDone) and [*map(run.change, wanted.get(run.step, []))]
    )
    told = [(event.step, event.settings) for event in changes(events)]
    assert told == [(0, faster), (2, slower), (2, faster), (3, slower)]
    for before, after in pairwise(events):
        if isinstance(before, SettingsChanged):
            assert isinstance(after, BatchDone | SettingsChanged)
            assert getattr(after, "step", 0) - before.step == isinstance(after, BatchDone)


def test_a_change_to_what_already_is_is_no_change():
    experiment = small([DENSE_RELU, DROPOUT, DENSE])
    run = a_run(experiment)
    events = collected(run, lambda event: run.change(live_settings(experiment)))
    assert not changes(events)
    assert timeless(events) == timeless(run_all(experiment)[1])


def test_many_changes_of_the_dropout_rate_leave_no_compiled_network_behind():
    run = a_run(small([{"kind": "dense", "units": 500}, DROPOUT, DENSE], training={"num_epochs": 50}))
    grown = []

    def change(event):
        if isinstance(event, BatchDone):
            run.change(LiveSettings(0.1, 0.0, (0.1 + event.step / 1000,)))
            grown.append(psutil.Process().memory_info().rss)

    collected(run, change)
    # One compiled step keeps arrays of 1.5 MB.
    assert len(grown) == 150
    assert grown[-1] - grown[50] < 20e6


class CancelAtLook(threading.Event):
    """Is set from the n-th time on that somebody looks."""

    def __init__(self, looks):
        super().__init__()
        self.looks = looks

    def is_set(self):
        self.looks -= 1
        return self.looks < 0


# Looks at the flag: for each epoch 3 batches and 1 piece of the validation part, at the end 1 piece of the test part.
@pytest.mark.parametrize("looks", range(9))
def test_a_run_can_be_stopped_at_any_batch_and_within_any_evaluation(looks):
    run = a_run(small(), cancel=CancelAtLook(looks))
    events = list(run.events())
    assert end_of(events).reason == "stopped"
    assert len(batches(events)) == (3 * (looks // 4) + min(looks % 4, 3) if looks < 8 else 6)
    assert len(epochs(events)) == looks // 4
    assert end_of(events).test_loss is None
    # The network is kept.
    assert len(run.predict(run.job.parts.test)) == 539


def test_a_run_that_is_over_when_stop_is_pressed_has_finished():
    assert end_of(list(a_run(small(), cancel=CancelAtLook(9)).events())).reason == "finished"


def test_a_large_learning_rate_diverges_and_the_message_names_it():
    layers = [{"kind": "dense", "units": 64}, {"kind": "dense", "units": 64}, DENSE]
    _, events = run_all(small(layers, optimizer={"kind": "sgd", "learning_rate": 500.0}))
    ended = end_of(events)
    assert ended.reason == "diverged"
    assert "learning rate from 500 to 0.5 or less" in ended.message
    assert ended.suggested_learning_rate == 0.5
    assert all(math.isfinite(event.loss) for event in batches(events))


def test_a_loss_that_overflows_at_once_is_divergence_too():
    optimizer = {"kind": "sgd", "learning_rate": 1000.0}
    _, events = run_all(small([*[{"kind": "dense", "units": 64}] * 20, DENSE], optimizer=optimizer, **XAVIER))
    ended = end_of(events)
    assert (ended.reason, ended.step, len(batches(events))) == ("diverged", 2, 1)
    assert "not a finite number any more at step 2" in ended.message


def test_a_loss_grown_beyond_all_measure_is_divergence_before_it_overflows():
    optimizer = {"kind": "sgd", "learning_rate": 3.0}
    _, events = run_all(
        small([DENSE], data={"kind": "linear_regression"}, loss="l2", optimizer=optimizer, training={"num_epochs": 20})
    )
    ended = end_of(events)
    assert (ended.reason, "The loss has grown to" in ended.message) == ("diverged", True)
    assert ended.step < 100


def test_the_message_names_the_learning_rate_of_the_moment():
    run = a_run(small([DENSE], data={"kind": "linear_regression"}, loss="l2", training={"num_epochs": 100}))
    events = collected(run, lambda event: run.change(LiveSettings(40.0, 0.0, ())))
    assert "from 40 to 0.5 or less" in end_of(events).message


def test_the_rate_that_went_well_is_suggested_again():
    run = a_run(small([DENSE], data={"kind": "linear_regression"}, loss="l2", training={"num_epochs": 100}))

    def raise_the_rate(event):
        if isinstance(event, BatchDone) and event.step == 5:
            run.change(LiveSettings(40.0, 0.0, ()))

    before = run.experiment.optimizer.learning_rate
    assert end_of(collected(run, raise_the_rate)).suggested_learning_rate == before


def test_a_suggestion_reads_as_a_person_would_write_it():
    _, events = run_all(
        small(
            [DENSE],
            data={"kind": "linear_regression"},
            loss="l2",
            optimizer={"kind": "sgd", "learning_rate": 3.1},
            training={"num_epochs": 20},
        )
    )
    ended = end_of(events)
    assert ended.reason == "diverged"
    assert ended.suggested_learning_rate == 0.31


def test_few_parameters_are_told_at_the_end_and_many_are_not():
    run, events = run_all(small([DENSE], data={"kind": "linear_regression"}, loss="l2"))
    told = end_of(events).parameters
    assert {name: values.shape for name, values in told.items()} == {"0.weight": (1, 2), "0.bias": (1,)}
    np.testing.assert_array_equal(told["0.weight"], run.net[0].weight.data().asnumpy())
    assert end_of(run_all(small())[1]).parameters is None


def test_weights_that_are_no_numbers_are_found_though_relu_hides_them():
    run = a_run(small())

    def spoil(event):
        if isinstance(event, BatchDone) and event.step == 2:
            run.net[0].weight.set_data(mx.nd.full((32, 64), math.nan))

    events = collected(run, spoil)
    assert [math.isfinite(event.loss) for event in batches(events)] == [True] * 3
    assert (end_of(events).reason, end_of(events).step) == ("diverged", 3)
    assert "0.weight" in end_of(events).message or "0.bias" in end_of(events).message


def test_weights_too_large_from_the_start_are_not_blamed_on_the_learning_rate():
    layers = [{"kind": "dense", "units": 100}] * 20
    _, events = run_all(small([*layers, DENSE], initializer={"kind": "normal", "sigma": 100.0}))
    ended = end_of(events)
    assert (ended.reason, ended.step) == ("diverged", 1)
    assert "initialiser" in ended.message
    assert "learning rate" not in ended.message


def test_an_error_inside_mxnet_ends_the_run_with_one_line():
    # Labels with an axis too many pass every check of ours.
    X = np.zeros((20, 4), np.float32)
    experiment = small([DENSE], training={"batch_size": 10})
    run = a_run(experiment, parts_of(X, np.zeros((20, 3), np.int64), num_outputs=10))
    events = list(run.events())
    assert [type(event) for event in events] == [RunStarted, RunEnded]
    ended = end_of(events)
    assert ended.reason == "failed"
    assert ended.message.startswith("Training failed: ")
    assert "\n" not in ended.message
    assert "Traceback" not in ended.message


def test_a_run_fails_politely_at_any_batch():
    class Failing:
        learning_rate = 1.0

        def step(self, batch_size):
            raise MemoryError

    run = a_run(small())

    def break_it(event):
        if isinstance(event, BatchDone) and event.step == 4:
            run._trainer = Failing()

    events = collected(run, break_it)
    assert (end_of(events).reason, end_of(events).step) == ("failed", 4)
    assert "MemoryError" in end_of(events).message


@pytest.mark.parametrize(
    ("layers", "sentence"),
    [
        ([], "no layers yet"),
        ([DROPOUT], "No layer here can learn"),
        ([{"kind": "dense", "units": 11}], "Set the units of the last Dense layer to 10"),
    ],
)
def test_a_stack_that_cannot_work_is_refused(layers, sentence):
    with pytest.raises(ExperimentError, match=sentence):
        a_run(small(layers))


def test_a_loss_that_does_not_fit_the_data_is_refused():
    with pytest.raises(ExperimentError, match="not made for regression"):
        a_run(small(data={"kind": "linear_regression"}))


def test_a_run_that_does_not_fit_into_the_memory_is_refused(monkeypatch):
    class Little:
        available = 2**18

    monkeypatch.setattr(psutil, "virtual_memory", Little)
    with pytest.raises(ResourcesError, match=r"needs about 0\.\d GiB .* but only 0\.0 GiB"):
        a_run(small())


def test_what_a_closed_run_held_is_let_go():
    experiment = small([{"kind": "dense", "units": 20_000}, {"kind": "dense", "units": 500}, DENSE])
    sizes = []
    for _ in range(4):
        run = a_run(experiment)
        events = run.events()
        next(events), next(events)
        run.close()
        sizes.append(psutil.Process().memory_info().rss)
    # Without the garbage collector, which the tests keep off: 45 MB of weights each time, as much of gradients, and
    # 30 MB that belong to the compiled step.
    assert sizes[-1] - sizes[1] < 60e6
