from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.special import expit, huber, log_softmax, softmax
from sklearn.metrics import hinge_loss, log_loss

from core.engine.mx import mx
from core.engine.network import build_loss, predicted
from core.experiment import Experiment
from core.losses import L1, L2, LOSSES, Hinge, Huber, LossBase, SigmoidBinaryCrossEntropy, SoftmaxCrossEntropy

Array = NDArray[np.float64]

seeds = st.integers(0, 2**32 - 1)
sizes = st.floats(0.01, 100)


def gluon(loss: LossBase, outputs: Array, y: Array) -> tuple[Array, Array]:
    """Return the losses of all samples and the gradient of their sum with respect to the outputs."""
    o = mx.nd.array(outputs)
    o.attach_grad()
    with mx.autograd.record():
        losses = build_loss(Experiment(loss=loss))(o, mx.nd.array(y))
    losses.backward()
    assert losses.shape == (len(outputs),)
    return losses.asnumpy().astype(float), o.grad.asnumpy().astype(float)


def numbers(seed: int, scale: float) -> tuple[Array, Array]:
    """Return outputs and targets (8, 2) that float32 holds exactly."""
    random = np.random.RandomState(seed)
    drawn = (scale * random.normal(size=(2, 8, 2))).astype(np.float32).astype(float)
    return drawn[0], drawn[1]


def two_classes(seed: int, scale: float) -> tuple[Array, Array]:
    outputs, _ = numbers(seed, scale)
    return outputs[:, :1], (np.random.RandomState(seed).permutation(8) % 2).astype(float)


def close(found: Array, expected: Array, scale: float = 1.0) -> None:
    np.testing.assert_allclose(found, expected, rtol=2e-4, atol=2e-5 * scale)


@settings(max_examples=30)
@given(seeds, sizes, sizes)
def test_the_huber_loss_is_scipys_divided_by_rho(seed: int, scale: float, rho: float) -> None:
    rho = float(np.float32(rho))
    y_hat, y = numbers(seed, scale)
    e = y_hat - y
    losses, gradient = gluon(Huber(rho=rho), y_hat, y)
    close(losses, huber(rho, e).mean(axis=1) / rho, scale)
    close(gradient, np.clip(e / rho, -1, 1) / 2)


@settings(max_examples=30)
@given(seeds, sizes)
def test_l1_and_l2_are_the_absolute_and_half_of_the_squared_error(seed: int, scale: float) -> None:
    y_hat, y = numbers(seed, scale)
    losses, gradient = gluon(L1(), y_hat, y)
    close(losses, np.abs(y_hat - y).mean(axis=1), scale)
    close(gradient, np.sign(y_hat - y) / 2)
    losses, gradient = gluon(L2(), y_hat, y)
    close(losses, ((y_hat - y) ** 2).mean(axis=1) / 2, scale**2)
    close(gradient, (y_hat - y) / 2, scale)


@settings(max_examples=30)
@given(seeds, st.floats(0.01, 5))
def test_sigmoid_cross_entropy_is_scikit_learns_log_loss(seed: int, scale: float) -> None:
    outputs, y = two_classes(seed, scale)
    losses, gradient = gluon(SigmoidBinaryCrossEntropy(), outputs, y)
    probabilities = expit(outputs)
    assert losses.mean() == pytest.approx(log_loss(y, probabilities), rel=1e-5)
    close(losses, np.logaddexp(0, outputs[:, 0]) - y * outputs[:, 0], scale)
    close(gradient, probabilities - y[:, None])


@settings(max_examples=30)
@given(seeds, st.floats(0.01, 5))
def test_softmax_cross_entropy_is_scikit_learns_log_loss(seed: int, scale: float) -> None:
    random = np.random.RandomState(seed)
    outputs = (scale * random.normal(size=(8, 4))).astype(np.float32).astype(float)
    y = np.arange(8) % 4
    losses, gradient = gluon(SoftmaxCrossEntropy(), outputs, y)
    assert losses.mean() == pytest.approx(log_loss(y, softmax(outputs, axis=1)), rel=1e-5)
    close(losses, -log_softmax(outputs, axis=1)[np.arange(8), y], scale)
    close(gradient, softmax(outputs, axis=1) - np.eye(4)[y])


@settings(max_examples=30)
@given(seeds, st.floats(0.01, 10), st.floats(0.01, 10))
def test_the_hinge_loss_is_scikit_learns_for_every_margin(seed: int, scale: float, margin: float) -> None:
    margin = float(np.float32(margin))
    outputs, y = two_classes(seed, scale)
    losses, gradient = gluon(Hinge(margin=margin), outputs, y)
    assert losses.mean() == pytest.approx(margin * hinge_loss(y, outputs[:, 0] / margin), rel=1e-5, abs=1e-6)
    signs = 2 * y[:, None] - 1
    close(gradient, np.where(margin - signs * outputs > 0, -signs, 0))


def test_what_outputs_say_is_as_honest_as_the_loss() -> None:
    outputs = np.array([[-2.0], [0.0], [3.0]])

    def asked(loss: LossBase, o: Array) -> Array:
        found: Array = predicted(mx.nd.array(o), loss).asnumpy()
        return found

    second = expit(outputs[:, 0])
    close(asked(SigmoidBinaryCrossEntropy(), outputs), np.stack([1 - second, second], axis=1))
    assert asked(Hinge(), outputs).tolist() == [[1, 0], [1, 0], [0, 1]]
    close(asked(L1(), outputs), outputs)
    logits = np.array([[1.0, 2.0, 0.0], [0.0, 0.0, -9.0]])
    close(asked(SoftmaxCrossEntropy(), logits), softmax(logits, axis=1))
    assert [loss.gives_probabilities for loss in LOSSES] == [True, True, False, False, False, False]


def test_losses_fit_what_they_can_learn() -> None:
    def fitting(task: Any, number: int) -> list[str]:
        return [loss.kind_name() for loss in LOSSES if loss.fits(task, number)]

    assert fitting("regression", 1) == fitting("regression", 2) == ["l2", "l1", "huber"]
    assert fitting("classification", 2) == ["softmax_cross_entropy", "sigmoid_cross_entropy", "hinge"]
    assert fitting("classification", 3) == ["softmax_cross_entropy"]


def test_a_loss_that_goes_by_the_sign_wants_one_output_for_two_classes() -> None:
    assert [loss().num_outputs(2) for loss in LOSSES] == [2, 1, 1, 2, 2, 2]
    assert {loss().num_outputs(10) for loss in LOSSES} == {10}
