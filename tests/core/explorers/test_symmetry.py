"""Symmetric initialisation: gradients against autograd, and units that stay equal to the last bit."""

from __future__ import annotations

import numpy as np
import pytest

from core.engine.mx import mx
from core.explorers.symmetry import (
    Problem,
    SymmetryQuestion,
    SymmetrySetup,
    Training,
    explore,
    gradients_of,
    xor_problem,
)


def trained(**setup: object) -> Training:
    return list(explore(SymmetryQuestion(SymmetrySetup(**setup))))[-1]


@pytest.mark.parametrize("activation", ["tanh", "sigmoid", "relu"])
def test_gradients_are_those_of_autograd(activation):
    random = np.random.default_rng(2)
    W, b, v = random.standard_normal((3, 2)), random.standard_normal(3), random.standard_normal(3)
    batch = Problem(random.standard_normal((8, 2)), random.standard_normal(8))
    mask = 2.0 * (random.random((8, 3)) > 0.5)
    parameters = [mx.nd.array(value) for value in (W, b, v, np.array([0.3]))]
    for parameter in parameters:
        parameter.attach_grad()
    with mx.autograd.record():
        hidden = mx.nd.Activation(mx.nd.dot(mx.nd.array(batch.X), parameters[0].T) + parameters[1], activation)
        outputs = mx.nd.dot(hidden * mx.nd.array(mask), parameters[2]) + parameters[3]
        loss = mx.nd.square(outputs - mx.nd.array(batch.y)).mean() / 2
    loss.backward()
    for mine, parameter in zip(gradients_of(W, b, v, 0.3, activation, batch, mask), parameters, strict=True):
        np.testing.assert_allclose(np.atleast_1d(mine), parameter.grad.asnumpy(), rtol=1e-4, atol=1e-6)


@pytest.mark.parametrize("setup", [{}, {"start": 0.0}, {"activation": "relu", "units": 8}])
def test_equal_units_stay_equal_to_the_last_bit(setup):
    training = trained(num_steps=300, **setup)
    assert (training.distances == 0).all()
    assert training.num_different == 1
    assert training.losses[-1] > 0.2, "one unit cannot learn XOR"


@pytest.mark.parametrize("setup", [{"noise": 0.01}, {"noise": 0.5, "start": 0.0}])
def test_noise_parts_the_units_and_they_learn(setup):
    training = trained(**setup)
    assert training.num_different == 6
    assert training.losses[-1] < 0.05


def test_dropout_parts_equal_units():
    training = trained(rate=0.5, num_steps=300)
    assert training.distances[0] == 0
    assert training.num_different > 1


def test_the_answer_grows_and_begins_with_the_start():
    parts = list(explore(SymmetryQuestion(SymmetrySetup(num_steps=100))))
    assert [len(part.losses) for part in parts] == [51, 101]
    assert (parts[-1].W[0] == 0.5).all()
    problem = xor_problem()
    assert len(problem.X) == len(problem.y) == 64
    assert problem.y.sum() == 0


def test_steps_that_are_too_long_diverge_without_a_warning():
    training = trained(activation="relu", units=8, start=1.0, noise=0.5, learning_rate=1.0, num_steps=300)
    assert training.diverged
    assert len(training.distances) == 301
    assert not trained(num_steps=100).diverged
