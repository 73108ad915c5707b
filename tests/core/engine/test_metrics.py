"""Metrics of runs against scikit-learn."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.metrics import (
    accuracy_score,
    confusion_matrix,
    log_loss,
    mean_absolute_error,
    r2_score,
    root_mean_squared_error,
    top_k_accuracy_score,
)

from core.data import DataFacts, Parts, Samples
from core.engine.arrays import Arrays
from core.engine.metrics import Meter
from core.engine.mx import mx
from core.engine.parameters import get_arrays
from core.events import EpochDone
from core.losses import L2
from tests.core.engine.runs import DENSE, DENSE_RELU, a_run, end_of, epochs, run_all, small

REGRESSION = {"kind": "linear_regression", "validation_share": 0.4, "test_share": 0.3, "noise": 2.0}
MOONS = {"kind": "moons", "train_share": 0.5, "test_share": 0.25}


def lazily(events):
    """Yield each EpochDone while the network is as it was when it was told."""
    return (event for event in events if isinstance(event, EpochDone))


def of_classes(truth, outputs, probabilities):
    """Return what scikit-learn says of outputs ``(n, num_classes)``, numbers that grow with the class's chances."""
    labels = range(outputs.shape[1])
    found = {"accuracy": accuracy_score(truth, outputs.argmax(axis=1))}
    if len(labels) > 3:
        found["top3"] = top_k_accuracy_score(truth, outputs, k=3, labels=labels)
    if probabilities:
        normal = outputs.astype(float)
        normal /= normal.sum(axis=1, keepdims=True)
        found["log_loss"] = log_loss(truth, normal, labels=labels)
    return found


def of_numbers(truth, outputs):
    return {
        "rmse": root_mean_squared_error(truth, outputs),
        "r2": r2_score(truth, outputs),
        "mae": mean_absolute_error(truth, outputs),
    }


@pytest.mark.parametrize(
    ("data", "loss", "learning_rate"),
    [
        ({"kind": "digits", "validation_share": 0.6, "test_share": 0.1}, "softmax_cross_entropy", 0.5),
        ({"kind": "iris"}, "softmax_cross_entropy", 0.1),
        (MOONS, "sigmoid_cross_entropy", 0.5),
        (MOONS, "hinge", 0.1),
        (REGRESSION, "l2", 0.1),
        (REGRESSION, "huber", 0.1),
    ],
)
def test_metrics_are_those_of_scikit_learn(data, loss, learning_rate):
    optimizer = {"kind": "sgd", "learning_rate": learning_rate}
    experiment = small(data=data, loss=loss, optimizer=optimizer, training={"batch_size": 32})
    run, events = run_all(experiment)
    parts, last, ended = run.job.parts, epochs(events)[-1], end_of(events)
    for samples, metrics in (
        (parts.validation, last.validation_metrics),
        (parts.validation, ended.validation_metrics),
        (parts.validation, run.evaluate(parts.validation).others),
        (parts.test, ended.test_metrics),
        (parts.train, run.evaluate(parts.train).others),
    ):
        outputs = run.predict(samples)
        if parts.facts.task == "regression":
            expected = of_numbers(samples.y, outputs)
        else:
            expected = of_classes(samples.y, outputs, loss != "hinge")
        assert metrics == pytest.approx(expected, rel=1e-4)
        assert list(metrics) == list(expected)
    assert last.validation_metrics.get("accuracy") == last.validation_accuracy
    assert list(last.train_metrics) == list(last.validation_metrics)


@pytest.mark.parametrize(("data", "loss"), [("digits", "softmax_cross_entropy"), (MOONS, "hinge")])
def test_the_confusion_matrix_is_that_of_scikit_learn(data, loss):
    experiment = small(data={"kind": data, "validation_share": 0.6} if data == "digits" else data, loss=loss)
    run, events = run_all(experiment)
    validation = run.job.parts.validation
    guesses = run.predict(validation).argmax(axis=1)
    size = run.job.parts.facts.num_outputs
    for found in (epochs(events)[-1].confusion, end_of(events).confusion, run.evaluate(validation).confusion):
        assert found.dtype == np.int64
        np.testing.assert_array_equal(found, confusion_matrix(validation.y, guesses, labels=range(size)))


def test_numbers_have_no_confusion_matrix():
    _, events = run_all(small([DENSE], data=REGRESSION, loss="l2"))
    assert epochs(events)[-1].confusion is None
    assert end_of(events).confusion is None


def test_training_metrics_are_those_of_the_batches_before_their_updates():
    # One batch an epoch: what training tells is what the network before it is worth.
    experiment = small([DENSE], data=REGRESSION, loss="l2", training={"batch_size": 1000, "num_epochs": 3})
    run, expected, found = a_run(experiment), [], []
    train = run.job.parts.train
    expected.append(of_numbers(train.y, run.predict(train)))
    for epoch in lazily(run.events()):
        found.append(epoch.train_metrics)
        expected.append(of_numbers(train.y, run.predict(train)))
    assert len(found) == 3
    for metrics, wanted in zip(found, expected, strict=False):
        assert metrics == pytest.approx(wanted, rel=1e-4)


def parts_of_numbers(targets):
    """Return parts whose training samples serve as validation samples too."""
    X = np.random.RandomState(3).normal(size=(len(targets), 4)).astype(np.float32)
    samples = Samples(X, targets.astype(np.float32))
    facts = DataFacts("regression", (4,), targets.shape[1], (), len(X), len(X), 0)
    return Parts(facts, samples, Samples(X, samples.y), None)


def test_metrics_of_several_targets_are_their_means_as_in_scikit_learn():
    random = np.random.RandomState(5)
    parts = parts_of_numbers(random.normal(size=(60, 3)) * [1, 10, 0.1] + [0, 5, 100])
    outputs = parts.validation.y + random.normal(size=(60, 3))
    assert metrics_of(parts, outputs) == pytest.approx(of_numbers(parts.validation.y, outputs), rel=1e-4)


def test_equal_targets_have_no_r2():
    parts = parts_of_numbers(np.full((20, 1), 0.1))
    assert list(metrics_of(parts, np.zeros((20, 1)))) == ["rmse", "mae"]


def metrics_of(parts, outputs):
    """Return what the meter says of outputs, put together from two batches."""
    meter, loaded = Meter(parts.facts, L2()), Arrays().of(parts.validation)
    total, outputs = meter.start(), mx.nd.array(outputs)
    for part in (slice(0, 7), slice(7, len(loaded))):
        sums = meter.graph(mx.nd, outputs[part], loaded.y[part]).asnumpy()
        total.add(0.0, sums, len(outputs[part]))
    return meter.metrics(total, loaded.variance).others


def test_every_epoch_tells_the_norm_of_the_weights_and_the_learning_rate():
    run = a_run(small([DENSE_RELU, DENSE]))
    norms, told = [], []
    for event in lazily(run.events()):
        told.append((event.weight_norm, event.learning_rate))
        weights = [a.ravel().astype(float) for name, a in get_arrays(run.net).items() if name.endswith("weight")]
        norms.append(np.linalg.norm(np.concatenate(weights)))
    assert [norm for norm, _ in told] == pytest.approx(norms, rel=1e-6)
    assert [rate for _, rate in told] == [0.5, 0.5]
