from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.signal import correlate2d

from core.engine.mx import mx
from core.engine.network import build_block
from core.layers import AvgPool2D, Conv2D, GluonCall, LayerBase, MaxPool2D

Array = NDArray[np.float64]

sides = st.integers(1, 4)


def output(layer: LayerBase, X: Array) -> tuple[Array, dict[str, Array]]:
    """Return what Gluon's blocks make of samples, and their parameters."""
    net = mx.gluon.nn.HybridSequential()
    net.add(*(build_block(call) for call in layer.gluon_calls(1)))
    net.initialize(mx.init.Normal(1))
    y = net(mx.nd.array(X)).asnumpy().astype(float)
    return y, {name: p.data().asnumpy().astype(float) for name, p in net[0]._collect_params_with_prefix().items()}


def padded(X: Array, padding: int, fill: float = 0.0) -> Array:
    return np.pad(X, [(0, 0), (0, 0), (padding, padding), (padding, padding)], constant_values=fill)


def squares(X: Array, side: int, step: int) -> Array:
    """Return all windows: (n, channels, places down, places across, side, side)."""
    view = np.lib.stride_tricks.sliding_window_view(X, (side, side), axis=(2, 3))
    return view[:, :, ::step, ::step]


@settings(max_examples=40)
@given(sides, sides, st.integers(0, 3), st.integers(1, 3), st.booleans(), st.integers(0, 2**32 - 1))
def test_a_convolution_is_scipys_correlation(
    kernel: int, strides: int, padding: int, channels: int, use_bias: bool, seed: int
) -> None:
    X = np.random.RandomState(seed).normal(size=(2, 2, 5, 6))
    layer = Conv2D(channels=channels, kernel_size=kernel, strides=strides, padding=padding, use_bias=use_bias)
    y, parameters = output(layer, X)
    full = [
        [
            sum(correlate2d(x, w, mode="valid") for x, w in zip(image, weight, strict=True))
            for weight in parameters["weight"]
        ]
        for image in padded(X, padding)
    ]
    expected = np.array(full)[:, :, ::strides, ::strides]
    if use_bias:
        expected = expected + parameters["bias"][:, None, None]
    np.testing.assert_allclose(y, expected, rtol=1e-4, atol=1e-4)


@settings(max_examples=40)
@given(sides, sides | st.just("auto"), st.integers(0, 3), st.integers(0, 2**32 - 1))
def test_pooling_takes_the_largest_or_the_mean_of_every_square(size: int, strides: Any, pad: int, seed: int) -> None:
    X = np.random.RandomState(seed).normal(size=(2, 3, 5, 7))
    padding, step = min(pad, size - 1), size if strides == "auto" else strides
    largest, _ = output(MaxPool2D(pool_size=size, strides=strides, padding=padding), X)
    expected = squares(padded(X, padding, -np.inf), size, step).max(axis=(4, 5))
    np.testing.assert_allclose(largest, expected, rtol=1e-6)
    mean, _ = output(AvgPool2D(pool_size=size, strides=strides, padding=padding), X)
    expected = squares(padded(X, padding), size, step).mean(axis=(4, 5))
    np.testing.assert_allclose(mean, expected, rtol=1e-4, atol=1e-6)


def test_an_odd_kernel_with_half_of_it_as_padding_keeps_the_size() -> None:
    for kernel in (1, 3, 5, 7):
        layer = Conv2D(channels=4, kernel_size=kernel, padding=(kernel - 1) // 2)
        assert layer.output_shape((1, 28, 20), 10) == (4, 28, 20)


@pytest.mark.parametrize(
    ("layer", "shape", "sentence"),
    [
        (
            Conv2D(),
            (64,),
            "Conv2D works on images, but gets 64 numbers in a row. "
            "Put it before all Dense and Flatten layers, or remove it.",
        ),
        (
            MaxPool2D(),
            (1,),
            "MaxPool2D works on images, but gets 1 number in a row. "
            "Put it before all Dense and Flatten layers, or remove it.",
        ),
        (
            Conv2D(kernel_size=5),
            (1, 4, 8),
            "The kernel 5×5 is larger than the image 4×8 that it gets. Make it smaller, or the padding wider.",
        ),
        (
            AvgPool2D(pool_size=7, padding=1),
            (3, 8, 4),
            "The pool 7×7 is larger than the image 8×4 that it gets, even with a padding of 1. "
            "Make it smaller, or the padding wider.",
        ),
        (
            MaxPool2D(pool_size=2, padding=2),
            (3, 8, 8),
            "A padding of 2 is too wide for the pool 2×2. Make it less than the pool size.",
        ),
        (Conv2D(kernel_size=4), (1, 4, 4), ""),
        (AvgPool2D(pool_size=6, padding=1), (3, 4, 4), ""),
    ],
)
def test_what_does_not_fit_says_what_to_do(layer: LayerBase, shape: tuple[int, ...], sentence: str) -> None:
    assert layer.misfit(shape) == sentence


def test_gluon_calls_are_those_of_the_book() -> None:
    conv = Conv2D(channels=6, kernel_size=5, activation="sigmoid")
    assert conv.gluon_calls(10) == (
        GluonCall("Conv2D", (), {"channels": 6, "kernel_size": 5, "activation": "sigmoid"}),
    )
    assert Conv2D(channels=6, kernel_size=3, strides=2, padding=1, use_bias=False, activation="elu").gluon_calls(
        10
    ) == (
        GluonCall("Conv2D", (), {"channels": 6, "kernel_size": 3, "strides": 2, "padding": 1, "use_bias": False}),
        GluonCall("ELU", (1.0,)),
    )
    assert MaxPool2D().gluon_calls(10) == (GluonCall("MaxPool2D", (), {"pool_size": 2}),)
    assert AvgPool2D(pool_size=3, strides=2, padding=1).gluon_calls(10) == (
        GluonCall("AvgPool2D", (), {"pool_size": 3, "strides": 2, "padding": 1}),
    )


def test_automatic_strides_are_the_pool_size() -> None:
    assert MaxPool2D(pool_size=3).auto_values(10) == {"strides": 3}
    assert MaxPool2D(pool_size=3).output_shape((2, 9, 11), 10) == (2, 3, 3)
