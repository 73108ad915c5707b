"""First weights against the formulas of their initialisers, for the whole network and for single layers."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy import stats

from core.engine.mx import mx
from core.engine.network import build_network
from core.engine.parameters import get_arrays
from core.initializers import INITIALIZERS
from tests.core.engine.runs import DENSE, small

NORMAL = {"kind": "normal"}
CONV = {"kind": "conv2d", "channels": 120}
# Weights of 400 inputs and 600 outputs, and kernels of 100 and 120 channels with 3 by 3 weights.
WIDE = ({"kind": "dense", "units": 400}, {"kind": "dense", "units": 600}, DENSE)
DEEP = (CONV | {"channels": 100}, CONV, DENSE)


def second_weight(initializer, layers=WIDE):
    arrays = get_arrays(build_network(small(layers, initializer=initializer)))
    assert all(not arrays[name].any() for name in arrays if name.endswith("bias"))
    return arrays["1.weight"].astype(float)


def assert_drawn_from(weights, distribution):
    """A sample of n is farther than 1.95 / sqrt(n) from its distribution once in a thousand times (Kolmogorov)."""
    assert stats.kstest(weights.ravel(), distribution.cdf).statistic < 1.95 / math.sqrt(weights.size)


@pytest.mark.parametrize(("factor_type", "dense", "conv"), [("avg", 500, 990), ("in", 400, 900), ("out", 600, 1080)])
@pytest.mark.parametrize("slope", [0.0, 0.25, 2.0])
def test_msra_prelu_is_normal_with_hes_variance(factor_type, dense, conv, slope):
    initializer = {"kind": "msra_prelu", "factor_type": factor_type, "slope": slope}
    for layers, factor in ((WIDE, dense), (DEEP, conv)):
        sigma = math.sqrt(2 / (1 + slope**2) / factor)
        assert_drawn_from(second_weight(initializer, layers), stats.norm(0, sigma))


@pytest.mark.parametrize(("factor_type", "factor"), [("avg", 990), ("in", 900), ("out", 1080)])
def test_xavier_counts_the_weights_of_a_kernel_too(factor_type, factor):
    limit = math.sqrt(3 / factor)
    weights = second_weight({"kind": "xavier", "factor_type": factor_type}, DEEP)
    assert_drawn_from(weights, stats.uniform(-limit, 2 * limit))


@pytest.mark.parametrize("rand_type", ["uniform", "normal"])
@pytest.mark.parametrize("scale", [1.414, 0.5])
def test_orthogonal_rows_or_columns_have_right_angles_and_the_length_of_the_scale(rand_type, scale):
    initializer = {"kind": "orthogonal", "scale": scale, "rand_type": rand_type}
    for layers in (WIDE, DEEP):
        W = second_weight(initializer, layers)
        W = W.reshape(len(W), -1)
        gram = W @ W.T if W.shape[0] <= W.shape[1] else W.T @ W
        np.testing.assert_allclose(gram, scale**2 * np.eye(len(gram)), atol=1e-5)


@pytest.mark.parametrize(("initializer", "value"), [({"kind": "zero"}, 0), ({"kind": "constant", "value": -0.3}, -0.3)])
def test_equal_weights_are_equal(initializer, value):
    np.testing.assert_allclose(second_weight(initializer), value)


@pytest.mark.parametrize("kind", [initializer.kind_name() for initializer in INITIALIZERS])
def test_every_initialiser_draws_the_same_weights_from_the_same_seed(kind):
    layers = [CONV, {"kind": "batch_norm"}, {"kind": "max_pool2d"}, {"kind": "layer_norm"}, DENSE]

    def drawn(seed):
        return get_arrays(build_network(small(layers, initializer={"kind": kind}, training={"seed": seed})))

    first, same, other = drawn(3), drawn(3), drawn(4)
    for name in first:
        np.testing.assert_array_equal(first[name], same[name])
    assert np.array_equal(first["0.weight"], other["0.weight"]) == (kind in ("zero", "constant"))
    assert np.array_equal(first["1.gamma"], np.ones(120))
    assert not first["1.beta"].any()
    assert not first["1.running_mean"].any()
    assert np.array_equal(first["1.running_var"], np.ones(120))


def test_a_layer_may_draw_its_weights_in_its_own_way():
    layers = [
        CONV | {"initializer": {"kind": "normal", "sigma": 2.0}},
        {"kind": "dense", "units": 300},
        {"kind": "dense", "initializer": {"kind": "constant", "value": 0.5}},
    ]
    arrays = get_arrays(build_network(small(layers, initializer={"kind": "uniform", "scale": 0.1})))
    assert_drawn_from(arrays["0.weight"], stats.norm(0, 2))
    assert_drawn_from(arrays["1.weight"], stats.uniform(-0.1, 0.2))
    assert (arrays["2.weight"] == 0.5).all()
    assert not any(arrays[f"{layer}.bias"].any() for layer in range(3))


def test_a_layer_that_says_the_same_as_the_network_starts_as_without_saying_it():
    same = [layer | {"initializer": NORMAL} for layer in WIDE]
    first, second = (get_arrays(build_network(small(layers, initializer=NORMAL))) for layers in (WIDE, same))
    for name in first:
        np.testing.assert_array_equal(first[name], second[name])


def test_weights_are_those_that_stock_gluon_draws_with_the_seed():
    net = mx.gluon.nn.HybridSequential()
    net.add(mx.gluon.nn.Conv2D(120, 3), mx.gluon.nn.BatchNorm(), mx.gluon.nn.Dense(10))
    mx.random.seed(7)
    net.initialize(mx.init.MSRAPrelu(slope=0))
    net(mx.nd.zeros((1, 1, 8, 8)))
    initializer = {"kind": "msra_prelu", "slope": 0.0}
    ours = get_arrays(build_network(small([CONV, {"kind": "batch_norm"}, DENSE], initializer=initializer)))
    for name, array in get_arrays(net).items():
        np.testing.assert_array_equal(ours[name], array)
