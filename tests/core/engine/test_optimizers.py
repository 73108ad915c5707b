"""Every optimizer against its update rule, written out in NumPy from the paper and MXNet's documentation."""

from __future__ import annotations

import numpy as np
import pytest

from core.engine.parameters import get_arrays
from core.events import BatchDone
from core.experiment import LiveSettings, live_settings
from core.optimizers import OPTIMIZERS
from tests.core.engine.runs import DENSE, a_run, batches, end_of, run_all, small

NUM_EPOCHS, BATCH_SIZE = 4, 200


class Rule:
    """One parameter's update; a subclass keeps its arrays, which begin at zero."""

    def __init__(self, learning_rate, wd, **options):
        self.lr, self.wd, self.options = learning_rate, wd, options
        self.t, self.first, self.second, self.third = 0, 0.0, 0.0, 0.0

    def __call__(self, w, g):
        self.t += 1
        return w + self.change(w, g, **self.options)


class Momentum(Rule):
    def change(self, w, g, momentum=0.0):
        self.first = momentum * self.first - self.lr * (g + self.wd * w)
        return self.first


class Nesterov(Rule):
    """MXNet 1.9.1 updates in place: the decay in its momentum is that of the weight after the step."""

    def change(self, w, g, momentum):
        slope = self.lr * (g + self.wd * w)
        change = momentum * (momentum * self.first - slope) - slope
        self.first = momentum * self.first - self.lr * (g + self.wd * (w + change))
        return change


class Adam(Rule):
    def change(self, w, g, beta1, beta2, epsilon):
        g = g + self.wd * w
        self.first = beta1 * self.first + (1 - beta1) * g
        self.second = beta2 * self.second + (1 - beta2) * g**2
        rate = self.lr * np.sqrt(1 - beta2**self.t) / (1 - beta1**self.t)
        return -rate * self.first / (np.sqrt(self.second) + epsilon)


class RMSProp(Rule):
    def change(self, w, g, gamma1, epsilon, gamma2=None, centered=False):
        g = g + self.wd * w
        self.first = gamma1 * self.first + (1 - gamma1) * g**2
        if not centered:
            return -self.lr * g / np.sqrt(self.first + epsilon)
        self.second = gamma1 * self.second + (1 - gamma1) * g
        self.third = gamma2 * self.third - self.lr * g / np.sqrt(self.first - self.second**2 + epsilon)
        return self.third


class AdaGrad(Rule):
    def change(self, w, g, eps):
        self.first = self.first + g**2
        return -self.lr * (g / np.sqrt(self.first + eps) + self.wd * w)


class AdaDelta(Rule):
    """The learning rate has no part in it; the decay is not scaled."""

    def change(self, w, g, rho, epsilon):
        self.first = rho * self.first + (1 - rho) * g**2
        step = np.sqrt(self.second + epsilon) / np.sqrt(self.first + epsilon) * g
        self.second = rho * self.second + (1 - rho) * step**2
        return -step - self.wd * w


RULES = [
    (Momentum, {"kind": "sgd", "learning_rate": 0.2}),
    (Momentum, {"kind": "sgd", "learning_rate": 0.1, "momentum": 0.75}),
    (Nesterov, {"kind": "nag", "learning_rate": 0.1, "momentum": 0.75}),
    (Nesterov, {"kind": "nag", "learning_rate": 0.1, "momentum": 0.0}),
    (Adam, {"kind": "adam", "learning_rate": 0.1, "beta1": 0.75, "beta2": 0.875, "epsilon": 1e-3}),
    (RMSProp, {"kind": "rmsprop", "learning_rate": 0.05, "gamma1": 0.75, "epsilon": 1e-2}),
    (
        RMSProp,
        {
            "kind": "rmsprop",
            "learning_rate": 0.05,
            "gamma1": 0.75,
            "gamma2": 0.5,
            "centered": True,
            "epsilon": 1e-2,
        },
    ),
    (AdaGrad, {"kind": "adagrad", "learning_rate": 0.5, "eps": 1e-2}),
    (AdaDelta, {"kind": "adadelta", "learning_rate": 0.3, "rho": 0.75, "epsilon": 1e-2}),
]


def regression(optimizer, **more):
    return small(
        [DENSE],
        data={"kind": "linear_regression"},
        loss="l2",
        optimizer=optimizer,
        training={"num_epochs": NUM_EPOCHS, "batch_size": BATCH_SIZE},
        **more,
    )


def by_numpy(experiment, first_weight, rules, before_step=lambda step: None):
    """Train in float64 with one rule for the weight and one for the bias."""
    train, order = experiment.data.load().train, np.random.RandomState(experiment.training.seed)
    X, y = train.X.astype(float), train.y.astype(float)
    w, b, step = first_weight.astype(float), np.zeros(1), 0
    for _ in range(NUM_EPOCHS):
        permutation = order.permutation(len(X))
        for start in range(0, len(X), BATCH_SIZE):
            before_step(step)
            chosen = permutation[start : start + BATCH_SIZE]
            error = X[chosen] @ w.T + b - y[chosen]
            w, b = rules[0](w, (error * X[chosen]).mean(axis=0)), rules[1](b, error.mean(axis=0))
            step += 1
    return w, b


def test_every_optimizer_has_its_rule():
    assert {options["kind"] for _, options in RULES} == {optimizer.kind_name() for optimizer in OPTIMIZERS}


@pytest.mark.parametrize(("rule", "options"), RULES)
@pytest.mark.parametrize(("wd", "wd_on"), [(0.0, "weights"), (0.25, "weights"), (0.25, "weights_and_biases")])
def test_an_optimizer_follows_its_rule(rule, options, wd, wd_on):
    experiment = regression(options | {"wd": wd, "wd_on": wd_on})
    run = a_run(experiment)
    own = {name: value for name, value in options.items() if name not in ("kind", "learning_rate")}
    rate = options["learning_rate"]
    rules = rule(rate, wd, **own), rule(rate, wd if wd_on == "weights_and_biases" else 0.0, **own)
    w, b = by_numpy(experiment, get_arrays(run.net)["0.weight"], rules)
    assert len(batches(list(run.events()))) == 20
    np.testing.assert_allclose(get_arrays(run.net)["0.weight"], w, rtol=1e-4)
    np.testing.assert_allclose(get_arrays(run.net)["0.bias"], b, rtol=1e-4)


@pytest.mark.parametrize(("rule", "options"), RULES)
def test_learning_rate_and_decay_of_every_optimizer_are_live(rule, options):
    experiment = regression(options)
    own = {name: value for name, value in options.items() if name not in ("kind", "learning_rate")}
    rules = [rule(options["learning_rate"], 0.0, **own) for _ in range(2)]

    def change(step):
        if step == 7:
            for each in rules:
                # What a momentum carries along was made with the old rate, as MXNet has it.
                each.lr = options["learning_rate"] / 2
            rules[0].wd = 0.25

    run = a_run(experiment)
    w, b = by_numpy(experiment, get_arrays(run.net)["0.weight"], rules, change)
    for event in run.events():
        if isinstance(event, BatchDone) and event.step == 7:
            run.change(LiveSettings(options["learning_rate"] / 2, 0.25, ()))
    np.testing.assert_allclose(get_arrays(run.net)["0.weight"], w, rtol=1e-4)
    np.testing.assert_allclose(get_arrays(run.net)["0.bias"], b, rtol=1e-4)


def test_adadelta_pays_no_heed_to_the_learning_rate_nor_to_its_schedule():
    losses = [
        [event.loss for event in batches(run_all(regression({"kind": "adadelta", "learning_rate": rate}, **more))[1])]
        for rate, more in ((1.0, {}), (0.001, {}), (1.0, {"schedule": {"kind": "cosine"}}))
    ]
    assert losses[0] == losses[1] == losses[2]
    assert [o.kind_name() for o in OPTIMIZERS if not o.uses_learning_rate] == ["adadelta"]


def test_what_adadelta_cannot_learn_is_not_blamed_on_the_learning_rate():
    run = a_run(small([DENSE], optimizer={"kind": "adadelta"}))
    assert live_settings(run.experiment).learning_rate == 1.0
    events = []
    for event in run.events():
        events.append(event)
        if isinstance(event, BatchDone) and event.step == 2:
            run.net[0].weight.data()[:] = np.nan
    ended = end_of(events)
    assert (ended.reason, ended.suggested_learning_rate) == ("diverged", None)
    assert "Choose another optimizer" in ended.message


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_the_slots_are_what_the_optimizer_keeps(optimizer):
    # All settings as they need most.
    most = {"momentum": 0.5, "centered": True}
    settings = {name: value for name, value in most.items() if name in optimizer.model_fields}
    run = a_run(regression({"kind": optimizer.kind_name(), **settings}))
    events = run.events()
    next(events), next(events)
    (updater,) = run._trainer._updaters
    state = updater.states[0]
    arrays = state if isinstance(state, tuple) else (state,)
    assert len(arrays) == optimizer.slots
    run.close()
