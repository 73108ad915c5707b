"""Learning-rate schedules in a run, against a loop that is driven by MXNet's own schedulers."""

from __future__ import annotations

import numpy as np
import pytest

from core.engine.mx import mx
from core.events import BatchDone
from core.experiment import LiveSettings
from tests.core.engine.hand_loop import HandLoop
from tests.core.engine.runs import a_run, batches, epochs, run_all, small

nn, schedulers = mx.gluon.nn, mx.lr_scheduler
RATE = 0.5
# Three steps an epoch.
STEPS = 12


def hand_loop(experiment, scheduler):
    train = experiment.data.load().train
    loop = HandLoop(
        [nn.Dense(32, activation="relu", in_units=64), nn.Dense(10, in_units=32)],
        train.X,
        train.y,
        batch_size=200,
        seed=7,
        options={"learning_rate": RATE},
    )
    for _ in range(4):
        loop.epoch(lambda step: loop.trainer.set_learning_rate(scheduler(step + 1)))
    return loop


@pytest.mark.parametrize(
    ("schedule", "scheduler"),
    [
        ({"kind": "factor", "every_epochs": 1.0, "factor": 0.5}, lambda: schedulers.FactorScheduler(3, 0.5)),
        (
            {"kind": "multi_factor", "after_epochs": [1.0, 3.0], "factor": 0.1},
            lambda: schedulers.MultiFactorScheduler([3, 9], 0.1),
        ),
        ({"kind": "polynomial", "power": 2.0}, lambda: schedulers.PolyScheduler(STEPS, pwr=2)),
        ({"kind": "cosine", "warmup_epochs": 1.0}, lambda: schedulers.CosineScheduler(STEPS, warmup_steps=3)),
    ],
)
def test_a_run_follows_mxnets_schedulers(schedule, scheduler):
    experiment = small(schedule=schedule, optimizer={"kind": "sgd", "learning_rate": RATE}, training={"num_epochs": 4})
    made = scheduler()
    made.base_lr = made.base_lr_orig = made.warmup_final_lr = RATE
    loop = hand_loop(experiment, made)
    run, events = run_all(experiment)
    np.testing.assert_allclose([event.loss for event in batches(events)], loop.losses, rtol=1e-6)
    for name, array in loop.weights().items():
        np.testing.assert_allclose(run.net._collect_params_with_prefix()[name].data().asnumpy(), array, atol=1e-6)


def test_epochs_tell_the_rate_of_their_last_step():
    schedule = {"kind": "factor", "every_epochs": 1.0, "factor": 0.5}
    _, events = run_all(small(schedule=schedule, training={"num_epochs": 4}))
    assert [epoch.learning_rate for epoch in epochs(events)] == [0.5, 0.25, 0.125, 0.0625]


def test_the_live_rate_is_what_the_schedule_takes_its_share_of():
    run = a_run(small(schedule={"kind": "factor", "every_epochs": 1.0, "factor": 0.5}, training={"num_epochs": 4}))
    rates = []
    for event in run.events():
        if isinstance(event, BatchDone):
            rates.append(run._trainer.learning_rate)
            if event.step == 4:
                run.change(LiveSettings(8.0, 0.0, ()))
                run.change(LiveSettings(4.0, 0.0, ()))
    assert rates == [0.5, 0.5, 0.5, 0.25, 2.0, 2.0, 1.0, 1.0, 1.0, 0.5, 0.5, 0.5]
