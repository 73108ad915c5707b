from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from core.engine.mx import mx
from core.engine.network import build_block
from core.fields import field_facts
from core.layers import BatchNorm, GluonCall, LayerBase, LayerNorm
from tests.core.strategies import values

Array = NDArray[np.float64]

shapes = st.sampled_from([(4,), (3, 5), (2, 4, 3)])
seeds = st.integers(0, 2**32 - 1)


def built(layer: LayerBase, shape: tuple[int, ...], seed: int) -> Any:
    """Return the compiled block of a layer; what can be trained has been moved away from its start."""
    (call,) = layer.gluon_calls(1)
    block, random = build_block(call), np.random.RandomState(seed)
    block.initialize()
    block.hybridize(static_alloc=True, static_shape=True)
    block(mx.nd.zeros((1, *shape)))
    for parameter in block.collect_params().values():
        if parameter.grad_req != "null":
            parameter.set_data(mx.nd.array(random.normal(size=parameter.shape)))
    return block


def values_of(block: Any) -> dict[str, Array]:
    return {name: p.data().asnumpy().astype(float) for name, p in block._collect_params_with_prefix().items()}


def learn(block: Any, X: Array) -> Array:
    """Return the output while training; the backward pass updates the running values."""
    inputs = mx.nd.array(X)
    inputs.attach_grad()
    with mx.autograd.record():
        y = block(inputs)
    y.backward()
    found: Array = y.asnumpy().astype(float)
    return found


def channels(vector: Array, X: Array) -> Array:
    return vector.reshape((1, -1) + (1,) * (X.ndim - 2))


def affine(X: Array, mean: Array, variance: Array, epsilon: float, gamma: Array, beta: Array) -> Array:
    return channels(gamma, X) * (X - channels(mean, X)) / np.sqrt(channels(variance, X) + epsilon) + channels(beta, X)


@settings(max_examples=40)
@given(
    shapes,
    values(field_facts(BatchNorm, "momentum")),
    st.sampled_from([1e-5, 1e-3, 0.5]),
    st.booleans(),
    st.booleans(),
    seeds,
)
def test_batch_norm_uses_the_batch_while_training_and_running_values_afterwards(
    shape: tuple[int, ...], momentum: float, epsilon: float, center: bool, scale: bool, seed: int
) -> None:
    layer = BatchNorm(momentum=momentum, epsilon=epsilon, center=center, scale=scale)
    block = built(layer, shape, seed)
    before = values_of(block)
    assert np.array_equal(before["gamma"], np.ones(shape[0])) or scale
    assert not before["beta"].any() or center
    mean, variance = np.zeros(shape[0]), np.ones(shape[0])
    random = np.random.RandomState(seed)
    for _ in range(3):
        X = random.normal(1, 2, size=(6, *shape))
        y = learn(block, X)
        axes = (0, *range(2, X.ndim))
        batch_mean, batch_variance = X.mean(axis=axes), X.var(axis=axes)
        expected = affine(X, batch_mean, batch_variance, epsilon, before["gamma"], before["beta"])
        np.testing.assert_allclose(y, expected, rtol=1e-3, atol=1e-4)
        mean = momentum * mean + (1 - momentum) * batch_mean
        variance = momentum * variance + (1 - momentum) * batch_variance
    after = values_of(block)
    np.testing.assert_allclose(after["running_mean"], mean, rtol=1e-4, atol=1e-5)
    np.testing.assert_allclose(after["running_var"], variance, rtol=1e-4)
    predicted = block(mx.nd.array(X)).asnumpy()
    expected = affine(X, mean, variance, epsilon, before["gamma"], before["beta"])
    np.testing.assert_allclose(predicted, expected, rtol=1e-3, atol=1e-4)
    # Predicting changes nothing.
    for name, array in values_of(block).items():
        np.testing.assert_array_equal(array, after[name], err_msg=name)


@settings(max_examples=40)
@given(shapes, st.sampled_from([1e-5, 1e-3, 0.5]), seeds)
def test_layer_norm_normalises_every_sample_along_its_last_axis(
    shape: tuple[int, ...], epsilon: float, seed: int
) -> None:
    block = built(LayerNorm(epsilon=epsilon), shape, seed)
    parameters = values_of(block)
    X = np.random.RandomState(seed).normal(1, 2, size=(6, *shape))
    mean, variance = X.mean(axis=-1, keepdims=True), X.var(axis=-1, keepdims=True)
    expected = parameters["gamma"] * (X - mean) / np.sqrt(variance + epsilon) + parameters["beta"]
    np.testing.assert_allclose(learn(block, X), expected, rtol=1e-3, atol=1e-4)
    np.testing.assert_allclose(block(mx.nd.array(X)).asnumpy(), expected, rtol=1e-3, atol=1e-4)


@pytest.mark.parametrize("center", [False, True])
@pytest.mark.parametrize("scale", [False, True])
def test_running_values_and_what_is_switched_off_are_not_trained(center: bool, scale: bool) -> None:
    arrays = BatchNorm(center=center, scale=scale).parameter_shapes((3, 5, 5), 10)
    assert [(array.name, array.trained) for array in arrays] == [
        ("gamma", scale),
        ("beta", center),
        ("running_mean", False),
        ("running_var", False),
    ]


def test_gluon_calls_name_only_what_is_not_the_default() -> None:
    assert BatchNorm().gluon_calls(10) == (GluonCall("BatchNorm"),)
    assert BatchNorm(momentum=0.5, scale=False).gluon_calls(10) == (
        GluonCall("BatchNorm", (), {"momentum": 0.5, "scale": False}),
    )
    assert LayerNorm(epsilon=0.1).gluon_calls(10) == (GluonCall("LayerNorm", (), {"epsilon": 0.1}),)
