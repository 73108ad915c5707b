"""Gradients through deep networks: compared with MXNet's autograd, and with what is known of initialisers."""

from __future__ import annotations

import numpy as np
import pytest

from core.activations import ACTIVATIONS
from core.engine.mx import mx
from core.explorers.depth import Depth, DepthQuestion, DepthSetup, draw_weights, explore, pass_through, spread


def found(**setup: object) -> Depth:
    return [part for part in explore(DepthQuestion(DepthSetup(**setup))) if part is not None][-1]


# SELU's gradient for x < 0 is another one in MXNet, see core.activations.
@pytest.mark.parametrize("activation", ["none", *(name for name in ACTIVATIONS if name != "selu")])
def test_gradients_and_outputs_are_those_of_autograd(activation):
    random = np.random.default_rng(1)
    X = random.standard_normal((5, 7))
    weights = [random.standard_normal((7, 7)) / 2 for _ in range(4)]
    net = mx.gluon.nn.Sequential()
    for _ in weights:
        net.add(mx.gluon.nn.Dense(7, in_units=7))
        if activation != "none":
            function = ACTIVATIONS[activation]
            net.add(getattr(mx.gluon.nn, function.gluon_block)(*function.gluon_args))
    net.initialize()
    dense = [block for block in net if hasattr(block, "weight")]
    for block, weight in zip(dense, weights, strict=True):
        block.weight.set_data(mx.nd.array(weight))
    with mx.autograd.record():
        outputs = net(mx.nd.array(X))
        loss = outputs.sum() / len(X)
    loss.backward()
    for precision, tolerance in (("float32", 1e-4), ("float64", 1e-4)):
        deviations, gradients = pass_through(X, weights, activation, precision)
        wanted = [float(np.abs(block.weight.grad().asnumpy()).mean()) for block in dense]
        np.testing.assert_allclose(gradients, wanted, rtol=tolerance)
        np.testing.assert_allclose(deviations[[0, -1]], [X.std(), outputs.asnumpy().std()], rtol=tolerance)


def test_the_orders_of_magnitude_are_those_of_the_book():
    assert 1e-10 < found(num_seeds=1).first < 1e-7
    assert found(num_seeds=1, sigma=0.4).first > 1e18
    assert found(num_seeds=1, activation="sigmoid").first < 1e-28
    assert found(num_seeds=1, initializer="xavier").first < 1e-6


def test_what_vanishes_explodes_overflows_or_is_well():
    assert found(num_seeds=1, depth=30).vanishes is False
    well = found(num_seeds=3, initializer="msra_prelu", slope=0.0)
    assert not well.vanishes
    assert not well.explodes
    assert 0.05 < well.output < 20
    torn = found(num_seeds=1, sigma=10.0)
    assert torn.overflows
    assert torn.explodes
    assert not torn.vanishes
    assert found(num_seeds=1, initializer="zero").first == 0


def test_without_activation_orthogonal_weights_keep_all_lengths():
    kept = found(num_seeds=2, depth=20, width=16, activation="none", initializer="orthogonal")
    np.testing.assert_allclose(kept.deviations, kept.deviations[:, :1] * np.ones((1, 21)), rtol=0.01)


@pytest.mark.parametrize(
    ("setup", "deviation"),
    [
        ({"initializer": "normal", "sigma": 0.3}, 0.3),
        ({"initializer": "uniform", "scale": 0.3}, 0.3 / np.sqrt(3)),
        ({"initializer": "xavier", "magnitude": 3.0}, 0.1),
        ({"initializer": "msra_prelu", "slope": 0.0}, np.sqrt(0.02)),
        ({"initializer": "orthogonal", "gain": 2.0}, 0.2),
        ({"initializer": "constant", "value": 0.5}, 0.0),
    ],
)
def test_weights_spread_as_the_initialisers_say(setup, deviation):
    weights = draw_weights(DepthSetup(width=100, **setup), np.random.default_rng(0))
    assert weights.std() == pytest.approx(deviation, rel=0.03)
    if setup["initializer"] == "orthogonal":
        np.testing.assert_allclose(weights @ weights.T, 4 * np.eye(100), atol=1e-12)


def test_the_spread_has_gaps_where_there_is_no_logarithm():
    low, middle, high = spread(np.array([[1.0, 0.0, np.nan], [100.0, 0.0, np.inf]]))
    assert [low[0], middle[0], high[0]] == [0, 1, 2]
    assert np.isnan([low[1:], middle[1:], high[1:]]).all()
