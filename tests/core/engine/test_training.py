"""A run against training loops that others wrote, or that are short enough to be seen to be right."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.metrics import accuracy_score, log_loss

from core.data import LinearRegression
from core.engine.mx import mx
from core.engine.parameters import get_arrays
from core.events import BatchDone
from core.experiment import LiveSettings, with_value
from core.presets import load_preset
from tests.core.engine.hand_loop import HandLoop
from tests.core.engine.runs import (
    DENSE,
    DENSE_RELU,
    DROPOUT,
    a_run,
    batches,
    changes,
    end_of,
    epochs,
    run_all,
    small,
)

nn, gluon = mx.gluon.nn, mx.gluon
MOMENTUM = {"learning_rate": 0.1, "momentum": 0.9, "wd": 0.01}
ADAM = {"learning_rate": 0.003, "beta1": 0.0, "beta2": 0.99, "epsilon": 1e-6, "wd": 0.1}


def hand_loop(experiment, blocks, **options):
    train = experiment.data.load().train
    training = experiment.training
    return HandLoop(blocks, train.X, train.y, batch_size=training.batch_size, seed=training.seed, **options)


def assert_same_training(run, events, loop):
    assert [event.loss for event in batches(events)] == loop.losses
    assert [event.accuracy for event in batches(events)] == loop.accuracies
    arrays = get_arrays(run.net)
    assert arrays.keys() == loop.weights().keys()
    for name, array in loop.weights().items():
        np.testing.assert_array_equal(arrays[name], array, err_msg=name)


def mlp():
    return [nn.Dense(32, activation="relu", in_units=64), nn.Dense(10, in_units=32)]


def mlp_with_dropout():
    return [nn.Dropout(0.1), nn.Dense(32, activation="relu", in_units=64), nn.Dropout(0.3), nn.Dense(10, in_units=32)]


@pytest.mark.parametrize(
    ("layers", "blocks", "optimizer", "options"),
    [
        ([DENSE], lambda: [nn.Dense(10, in_units=64)], "sgd", {"learning_rate": 0.5}),
        ([DENSE_RELU, DENSE], mlp, "sgd", {"learning_rate": 0.5}),
        ([DENSE_RELU, DENSE], mlp, "sgd", MOMENTUM),
        ([DENSE_RELU, DENSE], mlp, "adam", ADAM),
        ([{"kind": "dropout", "rate": 0.1}, DENSE_RELU, DROPOUT, DENSE], mlp_with_dropout, "sgd", MOMENTUM),
    ],
)
def test_a_run_is_the_hand_written_loop_bit_for_bit(layers, blocks, optimizer, options):
    experiment = small(layers, optimizer={"kind": optimizer, **options})
    loop = hand_loop(experiment, blocks(), optimizer=optimizer, options=options)
    loop.epoch()
    loop.epoch()
    run, events = run_all(experiment)
    assert len(loop.losses) == 6
    assert_same_training(run, events, loop)


def test_decay_of_biases_too_is_what_gluon_does_by_itself():
    experiment = small(optimizer={"kind": "sgd", "wd_on": "weights_and_biases", **MOMENTUM})
    loop = hand_loop(experiment, mlp(), options=MOMENTUM, decay_biases=True)
    loop.epoch()
    loop.epoch()
    assert_same_training(*run_all(experiment), loop)


def test_live_changes_take_effect_between_two_steps_bit_for_bit():
    experiment = small([DENSE_RELU, DROPOUT, DENSE], optimizer={"kind": "sgd", **MOMENTUM})
    blocks = [nn.Dense(32, activation="relu", in_units=64), nn.Dropout(0.3), nn.Dense(10, in_units=32)]
    loop = hand_loop(experiment, blocks, options=MOMENTUM)
    settings = {
        2: LiveSettings(0.1, 0.01, (0.6,)),
        3: LiveSettings(0.02, 0.01, (0.6,)),
        5: LiveSettings(0.2, 0.5, (0.0,)),
    }

    def change_loop(step):
        if step in settings:
            loop.trainer.set_learning_rate(settings[step].learning_rate)
            loop.trainer.optimizer.wd = settings[step].wd
            blocks[1]._rate = settings[step].dropout_rates[0]

    loop.epoch(change_loop)
    loop.epoch(change_loop)

    run, events = a_run(experiment), []
    for event in run.events():
        events.append(event)
        if isinstance(event, BatchDone) and event.step in settings:
            run.change(settings[event.step])
    assert_same_training(run, events, loop)
    assert [(event.step, event.settings) for event in changes(events)] == list(settings.items())


def softmax_regression(X, y, order, learning_rate, batch_size, num_epochs, W):
    """Return losses and weights of minibatch SGD, in float64."""
    W, b, losses = W.astype(float), np.zeros(10), []
    for _ in range(num_epochs):
        permutation = order.permutation(len(X))
        for start in range(0, len(X), batch_size):
            chosen = permutation[start : start + batch_size]
            logits = X[chosen] @ W.T + b
            probabilities = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
            losses.append(-np.log(probabilities[np.arange(len(chosen)), y[chosen]]).mean())
            error = probabilities - np.eye(10)[y[chosen]]
            W -= learning_rate / batch_size * error.T @ X[chosen]
            b -= learning_rate / batch_size * error.sum(axis=0)
    return losses, W, b


def test_softmax_regression_is_that_of_numpy():
    experiment = small([DENSE], training={"num_epochs": 10})
    train = experiment.data.load().train
    run = a_run(experiment)
    first_weight = get_arrays(run.net)["0.weight"]
    X = train.X.reshape(len(train), -1).astype(float)
    losses, W, b = softmax_regression(X, train.y, np.random.RandomState(7), 0.5, 200, 10, first_weight)

    events = list(run.events())
    np.testing.assert_allclose([event.loss for event in batches(events)], losses, rtol=1e-5)
    np.testing.assert_allclose(get_arrays(run.net)["0.weight"], W, atol=1e-5)
    np.testing.assert_allclose(get_arrays(run.net)["0.bias"], b, atol=1e-5)


def test_linear_regression_is_that_of_numpy():
    experiment = small([DENSE], data={"kind": "linear_regression"}, loss="l2", optimizer={"kind": "sgd"})
    train = experiment.data.load().train
    X, y = train.X.astype(float), train.y.astype(float)
    run = a_run(experiment)
    w, b, order = get_arrays(run.net)["0.weight"].astype(float), 0.0, np.random.RandomState(7)
    losses = []
    for _ in range(2):
        permutation = order.permutation(len(X))
        for start in range(0, len(X), 200):
            chosen = permutation[start : start + 200]
            error = X[chosen] @ w.T + b - y[chosen]
            losses.append((error**2 / 2).mean())
            w, b = w - 0.1 * (error * X[chosen]).mean(axis=0), b - 0.1 * error.mean()

    events = list(run.events())
    np.testing.assert_allclose([event.loss for event in batches(events)], losses, rtol=1e-5)
    np.testing.assert_allclose(get_arrays(run.net)["0.weight"], w, rtol=1e-5)
    np.testing.assert_allclose(get_arrays(run.net)["0.bias"], [b], rtol=1e-5)
    assert all(event.accuracy is None for event in batches(events))


@pytest.mark.parametrize("wd_on", ["weights", "weights_and_biases"])
def test_one_step_with_decay_is_the_step_without_it_and_a_little_less_weight(wd_on):
    initializer = {"kind": "normal", "sigma": 1.0}
    one_step = {"num_epochs": 1, "batch_size": 1000}

    def after_one_step(wd):
        optimizer = {"kind": "sgd", "learning_rate": 0.5, "wd": wd, "wd_on": wd_on}
        run = a_run(small(optimizer=optimizer, initializer=initializer, training=one_step))
        # Biases start at zero, where decay could not be seen.
        for name, parameter in run.net.collect_params(".*bias").items():
            parameter.set_data(mx.nd.ones_like(parameter.data()) * len(name))
        before = get_arrays(run.net)
        list(run.events())
        return before, get_arrays(run.net)

    (before, plain), (_, decayed) = after_one_step(0.0), after_one_step(0.25)
    for name in before:
        decays = name.endswith("weight") or wd_on == "weights_and_biases"
        expected = plain[name] - (0.5 * 0.25 * before[name] if decays else 0)
        np.testing.assert_allclose(decayed[name], expected, atol=1e-6, err_msg=name)


def test_metrics_are_those_of_scikit_learn():
    data = {"kind": "digits", "validation_share": 0.6, "test_share": 0.1}
    experiment = small(data=data, training={"num_epochs": 3, "batch_size": 32})
    parts = experiment.data.load()
    run, events = run_all(experiment, parts)
    assert len(parts.validation) > 1024, "more than one evaluation batch"

    outputs = run.predict(parts.validation)
    assert (outputs.dtype, outputs.shape) == (np.float32, (len(parts.validation), 10))
    np.testing.assert_allclose(outputs.sum(axis=1), 1, atol=1e-6)
    last, ended = epochs(events)[-1], end_of(events)
    for truth, loss, accuracy in (
        (parts.validation, last.validation_loss, last.validation_accuracy),
        (parts.validation, ended.validation_loss, ended.validation_accuracy),
        (parts.test, ended.test_loss, ended.test_accuracy),
    ):
        probabilities = run.predict(truth).astype(float)
        assert accuracy == accuracy_score(truth.y, probabilities.argmax(axis=1))
        probabilities /= probabilities.sum(axis=1, keepdims=True)
        assert loss == pytest.approx(log_loss(truth.y, probabilities, labels=range(10)), rel=1e-5)
    assert run.evaluate(parts.validation).accuracy == last.validation_accuracy


def test_predictions_come_in_the_order_of_the_samples():
    run, _ = run_all(small())
    samples = run.job.parts.validation
    outputs = run.predict(samples)
    for i in (0, 1, 500, len(samples) - 1):
        np.testing.assert_allclose(run.predict(samples.take(np.array([i])))[0], outputs[i], rtol=1e-5)


def test_predictions_of_a_regression_are_numbers():
    experiment = small([DENSE], data={"kind": "linear_regression", "validation_share": 0.2}, loss="l2")
    run, _ = run_all(experiment)
    samples, arrays = run.job.parts.validation, get_arrays(run.net)
    expected = samples.X @ arrays["0.weight"].T + arrays["0.bias"]
    np.testing.assert_allclose(run.predict(samples), expected, rtol=1e-5)
    metrics = run.evaluate(samples)
    assert metrics.accuracy is None
    assert metrics.loss == pytest.approx(((expected - samples.y) ** 2 / 2).mean(), rel=1e-4)


def test_epoch_means_are_means_over_samples():
    _, events = run_all(small())
    sizes = np.array([200, 200, 139])
    for number, epoch in enumerate(epochs(events)):
        of_epoch = batches(events)[3 * number : 3 * number + 3]
        assert epoch.train_loss == pytest.approx(np.average([b.loss for b in of_epoch], weights=sizes), rel=1e-12)
        hits = sum(round(b.accuracy * size) for b, size in zip(of_epoch, sizes, strict=True))
        assert epoch.train_accuracy == hits / 539


def test_looking_at_a_network_does_not_change_its_training():
    experiment = small([DENSE_RELU, DROPOUT, DENSE])
    undisturbed, its_events = run_all(experiment)

    disturbed, events = a_run(experiment), []
    parts = disturbed.job.parts
    for event in disturbed.events():
        events.append(event)
        disturbed.predict(parts.train)
        disturbed.evaluate(parts.test)
    assert [event.loss for event in batches(events)] == [event.loss for event in batches(its_events)]
    assert end_of(events).test_loss == end_of(its_events).test_loss
    for name, array in get_arrays(undisturbed.net).items():
        np.testing.assert_array_equal(get_arrays(disturbed.net)[name], array)


def test_the_linear_regression_preset_recovers_w_and_b():
    run, events = run_all(load_preset("linear-regression"))
    arrays, data = get_arrays(run.net), LinearRegression()
    assert np.abs(arrays["0.weight"][0] - data.w).max() < 0.01
    assert abs(arrays["0.bias"][0] - data.b) < 0.01
    assert epochs(events)[-1].train_loss < 1e-4


def test_the_digits_preset_learns_the_digits():
    _, events = run_all(with_value(load_preset("digits-mlp"), "training.num_epochs", 15))
    assert 0.94 <= end_of(events).validation_accuracy <= 0.99


def test_softmax_regression_learns_fashion_mnist(fashion_mnist_dir):
    preset = load_preset("softmax-regression")
    experiment = preset.model_copy(update={"training": preset.training.model_copy(update={"num_epochs": 1})})
    _, events = run_all(experiment, experiment.data.load(fashion_mnist_dir))
    assert len(batches(events)) == 235
    (epoch,) = epochs(events)
    assert 0.72 < epoch.train_accuracy < 0.78
    assert 0.76 < epoch.validation_accuracy < 0.83
