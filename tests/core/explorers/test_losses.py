"""Losses over the logit against autograd, finite differences and Gluon's own count of parameters."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.special import expit

from core.engine.mx import mx
from core.explorers.losses import CURVES, LossesSetup, count_parameters, descent, logit_of, steps_until

LOGITS = np.linspace(-8, 8, 65)


@pytest.mark.parametrize("name", CURVES)
def test_losses_and_gradients_are_those_of_autograd(name):
    o = mx.nd.array(LOGITS)
    o.attach_grad()
    with mx.autograd.record():
        p = o.sigmoid()
        loss = -p.log() if name == "cross_entropy" else 0.5 * (1 - p) ** 2
    loss.backward()
    np.testing.assert_allclose(CURVES[name].f(LOGITS), loss.asnumpy(), rtol=2e-4, atol=1e-6)
    np.testing.assert_allclose(CURVES[name].derivative(LOGITS), o.grad.asnumpy(), rtol=2e-3, atol=1e-6)


@pytest.mark.parametrize("name", CURVES)
def test_gradients_are_the_slopes(name):
    slopes = (CURVES[name].f(LOGITS + 1e-5) - CURVES[name].f(LOGITS - 1e-5)) / 2e-5
    np.testing.assert_allclose(CURVES[name].derivative(LOGITS), slopes, rtol=1e-6, atol=1e-9)


def test_logits_are_turned_back():
    np.testing.assert_allclose(logit_of(expit(LOGITS)), LOGITS, rtol=1e-9)


@pytest.mark.parametrize("name", CURVES)
def test_the_descent_follows_the_gradient_until_it_is_there(name):
    path = descent(name, -4.0, 1.0)
    np.testing.assert_allclose(np.diff(path), -CURVES[name].derivative(path[:-1]))
    step = steps_until(path, 0.9)
    assert step is not None
    assert expit(path[step - 1]) < 0.9 <= expit(path[step])


def test_who_never_arrives_has_no_steps():
    assert steps_until(descent("squared", -8.0, 0.01), 0.9) is None


@pytest.mark.parametrize("hidden", [0, 5])
def test_parameters_are_counted_as_gluon_does(hidden):
    setup = LossesSetup(height=4, width=3, channels=2, classes=7, hidden=hidden)
    net = mx.gluon.nn.Sequential()
    if hidden:
        net.add(mx.gluon.nn.Dense(hidden))
    net.add(mx.gluon.nn.Dense(7))
    net.initialize(mx.init.Zero())
    net(mx.nd.zeros((1, 2, 4, 3)))
    expected = sum(parameter.data().size for parameter in net.collect_params().values())
    assert sum(layer.total for layer in count_parameters(setup)) == expected
