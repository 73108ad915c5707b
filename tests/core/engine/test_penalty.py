"""Penalties in the loss against weight decay, and against gradients written by hand."""

from __future__ import annotations

import numpy as np
import pytest

from core.engine.mx import mx
from core.engine.parameters import get_arrays
from core.events import BatchDone
from core.experiment import LiveSettings
from tests.core.engine.runs import DENSE, DENSE_RELU, DROPOUT, a_run, batches, epochs, run_all, small

LAMBDA = 0.125
RATE = 0.2


def weights_of(run):
    return {name: array.astype(float) for name, array in get_arrays(run.net).items()}


def with_biases(experiment):
    """Return a run whose biases are not 0, so that what pulls at them is seen."""
    run = a_run(experiment)
    for parameter in run.net.collect_params(".*bias").values():
        parameter.set_data(mx.nd.ones_like(parameter.data()))
    return run


def trained(**settings):
    run = with_biases(small([DENSE_RELU, DENSE], training={"num_epochs": 4}, **settings))
    events = list(run.events())
    assert len(batches(events)) == 12
    return run, events


def sgd(**more):
    return {"kind": "sgd", "learning_rate": RATE, **more}


@pytest.mark.parametrize("where", ["weights", "weights_and_biases"])
def test_for_plain_sgd_weight_decay_is_the_l2_penalty(where):
    decayed, its_events = trained(optimizer=sgd(wd=LAMBDA, wd_on=where))
    penalised, events = trained(optimizer=sgd(), penalty={"l2": LAMBDA, "on": where})
    plain, _ = trained(optimizer=sgd())
    for name, expected in weights_of(decayed).items():
        np.testing.assert_allclose(weights_of(penalised)[name], expected, atol=2e-6, err_msg=name)
        if name.endswith("weight") or where == "weights_and_biases":
            assert np.abs(weights_of(plain)[name] - expected).max() > 1e-3
    # Both tell the loss of the data alone.
    losses = [[event.loss for event in batches(found)] for found in (events, its_events)]
    np.testing.assert_allclose(losses[0], losses[1], rtol=1e-5)
    assert epochs(events)[-1].validation_loss == pytest.approx(epochs(its_events)[-1].validation_loss, rel=1e-5)


def test_with_adam_weight_decay_is_the_l2_penalty_too_for_mxnet_adds_it_to_the_gradient():
    adam = {"kind": "adam", "learning_rate": 0.01}
    decayed, _ = trained(optimizer=adam | {"wd": LAMBDA})
    penalised, _ = trained(optimizer=adam, penalty={"l2": LAMBDA})
    for name, expected in weights_of(decayed).items():
        np.testing.assert_allclose(weights_of(penalised)[name], expected, atol=1e-4, err_msg=name)


@pytest.mark.parametrize("setting", ["wd", "l1", "l2"])
def test_weights_only_leaves_biases_untouched(setting):
    """One step from the same start: what a regularisation does to a parameter shows as a difference."""
    one_step = {"num_epochs": 1, "batch_size": 1000}

    def after_one_step(strength):
        regularised = (
            {"optimizer": sgd(wd=strength)}
            if setting == "wd"
            else {"optimizer": sgd(), "penalty": {setting: strength, "on": "weights"}}
        )
        run = with_biases(small([DENSE_RELU, DENSE], training=one_step, **regularised))
        list(run.events())
        return get_arrays(run.net)

    plain, regularised = after_one_step(0.0), after_one_step(LAMBDA)
    for name in plain:
        if name.endswith("bias"):
            np.testing.assert_array_equal(plain[name], regularised[name], err_msg=name)
        else:
            assert np.abs(plain[name] - regularised[name]).max() > 1e-5


@pytest.mark.parametrize("where", ["weights", "weights_and_biases"])
def test_l1_follows_the_subgradient_of_numpy(where):
    experiment = small(
        [DENSE],
        data={"kind": "linear_regression"},
        loss="l2",
        optimizer=sgd(),
        penalty={"l1": LAMBDA, "on": where},
        training={"num_epochs": 10},
    )
    run = a_run(experiment)
    train, order = run.job.parts.train, np.random.RandomState(7)
    X, y = train.X.astype(float), train.y.astype(float)
    w, b = weights_of(run)["0.weight"], np.zeros(1)
    for _ in range(10):
        permutation = order.permutation(len(X))
        for start in range(0, len(X), 200):
            chosen = permutation[start : start + 200]
            error = X[chosen] @ w.T + b - y[chosen]
            slope_of_b = LAMBDA * np.sign(b) if where == "weights_and_biases" else 0
            w = w - RATE * ((error * X[chosen]).mean(axis=0) + LAMBDA * np.sign(w))
            b = b - RATE * (error.mean() + slope_of_b)
    list(run.events())
    np.testing.assert_allclose(weights_of(run)["0.weight"], w, atol=1e-5)
    np.testing.assert_allclose(weights_of(run)["0.bias"], b, atol=1e-5)


def test_a_smaller_last_batch_is_penalised_like_every_other():
    # 539 samples in batches of 200: decay does not know how many samples a batch has, nor does the penalty.
    for size in (200, 538, 10_000):
        decayed = a_run(small(optimizer=sgd(wd=LAMBDA), training={"batch_size": size, "num_epochs": 1}))
        penalised = a_run(
            small(optimizer=sgd(), penalty={"l2": LAMBDA}, training={"batch_size": size, "num_epochs": 1})
        )
        list(decayed.events()), list(penalised.events())
        for name, expected in weights_of(decayed).items():
            np.testing.assert_allclose(weights_of(penalised)[name], expected, atol=1e-6, err_msg=name)


def test_a_penalty_can_be_changed_while_it_trains():
    """Penalty and decay change by the same amount after the same step."""

    def changed(settings, **start):
        run = a_run(small([DENSE_RELU, DROPOUT, DENSE], **start))
        for event in run.events():
            if isinstance(event, BatchDone) and event.step in settings:
                run.change(settings[event.step])
        return weights_of(run)

    decay = {2: LiveSettings(RATE, 0.5, (0.3,)), 4: LiveSettings(RATE, 0.0, (0.3,))}
    penalty = {2: LiveSettings(RATE, 0.0, (0.3,), l2=0.5), 4: LiveSettings(RATE, 0.0, (0.3,))}
    expected = changed(decay, optimizer=sgd())
    for name, array in changed(penalty, optimizer=sgd()).items():
        np.testing.assert_allclose(array, expected[name], atol=1e-6, err_msg=name)
    assert np.abs(expected["0.weight"] - changed({}, optimizer=sgd())["0.weight"]).max() > 1e-3


def test_without_a_penalty_nothing_changes_bit_for_bit():
    settings = {"penalty": {"l1": 0.0, "l2": 0.0, "on": "weights_and_biases"}}
    (plain, _), (zero, _) = run_all(small()), run_all(small(**settings))
    for name, array in get_arrays(plain.net).items():
        np.testing.assert_array_equal(array, get_arrays(zero.net)[name])


@pytest.mark.parametrize("where", ["weights", "weights_and_biases"])
def test_what_batch_normalisation_only_measures_is_not_penalised(where):
    layers = [DENSE_RELU, {"kind": "batch_norm"}, DENSE]
    arrays = {}
    for strength in (0.0, LAMBDA):
        experiment = small(
            layers,
            optimizer=sgd(),
            penalty={"l2": strength, "on": where},
            training={"num_epochs": 1, "batch_size": 1000},
        )
        run, _ = run_all(experiment)
        arrays[strength] = get_arrays(run.net)
    for name, plain in arrays[0.0].items():
        changes = name.endswith("weight") or (where == "weights_and_biases" and name.endswith("gamma"))
        assert (np.abs(plain - arrays[LAMBDA][name]).max() > 1e-6) == changes, name
