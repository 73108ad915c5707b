"""Runs with every loss: what is minimised, counted as right, and predicted."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, log_loss, mean_absolute_error

from tests.core.engine.runs import DENSE, DENSE_RELU, end_of, run_all, small

CANCER = {"kind": "breast_cancer", "validation_share": 0.2, "test_share": 0.2}


@pytest.mark.parametrize("loss", ["softmax_cross_entropy", "sigmoid_cross_entropy", "hinge"])
def test_two_classes_are_told_apart_with_every_loss_that_fits(loss):
    experiment = small([DENSE_RELU, DENSE], data=CANCER, loss=loss, training={"num_epochs": 20})
    run, events = run_all(experiment)
    validation = run.job.parts.validation
    probabilities = run.predict(validation)
    assert probabilities.shape == (len(validation), 2)
    np.testing.assert_allclose(probabilities.sum(axis=1), 1, rtol=1e-5)
    ended = end_of(events)
    assert ended.reason == "finished"
    assert ended.validation_accuracy == accuracy_score(validation.y, probabilities.argmax(axis=1)) > 0.9
    if loss != "hinge":
        assert ended.validation_loss == pytest.approx(log_loss(validation.y, probabilities), rel=1e-4)


def test_one_unit_with_sigmoid_cross_entropy_is_logistic_regression():
    optimizer = {"kind": "sgd", "learning_rate": 1.0, "wd": 0.01}
    training = {"num_epochs": 400, "batch_size": 1000}
    run, _ = run_all(small([DENSE], data=CANCER, loss="sigmoid_cross_entropy", optimizer=optimizer, training=training))
    train = run.job.parts.train
    found = LogisticRegression(C=1 / (0.01 * len(train)), tol=1e-8, max_iter=10_000).fit(train.X, train.y)
    np.testing.assert_allclose(run.net[0].weight.data().asnumpy(), found.coef_, atol=0.01)
    np.testing.assert_allclose(run.predict(train), found.predict_proba(train.X), atol=0.01)


@pytest.mark.parametrize("loss", ["l1", "huber"])
def test_numbers_are_predicted_with_every_loss_that_fits(loss):
    data = {"kind": "linear_regression", "num_samples": 300, "noise": 0.0}
    optimizer = {"kind": "sgd", "learning_rate": 0.03}
    run, events = run_all(
        small([DENSE], data=data, loss=loss, optimizer=optimizer, training={"num_epochs": 30, "batch_size": 10})
    )
    train = run.job.parts.train
    assert end_of(events).reason == "finished"
    assert mean_absolute_error(train.y, run.predict(train)) < 0.05
