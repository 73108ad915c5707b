"""Stacks of Dense layers against Gluon, and the single layer that they are equal to."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.engine.mx import mx
from core.explorers.collapse import CollapseSetup, collapsed, forward, layers_of, plane, with_edit

POINTS = np.random.RandomState(0).uniform(-3, 3, (20, 2))


@settings(max_examples=40)
@given(layers=st.integers(2, 3), units=st.integers(1, 4), seed=st.integers(0, 9999))
def test_without_activation_one_layer_says_the_same(layers, units, seed):
    stack = layers_of(CollapseSetup(layers=layers, units=units, seed=seed))
    np.testing.assert_allclose(forward(stack, "none", POINTS), forward((collapsed(stack),), "none", POINTS), atol=1e-9)


@pytest.mark.parametrize("activation", ["none", "relu", "sigmoid", "tanh"])
def test_a_stack_computes_what_gluon_does(activation):
    stack = layers_of(CollapseSetup(layers=3, units=4, seed=3))
    net = mx.gluon.nn.Sequential()
    for position, layer in enumerate(stack):
        kind = activation if activation != "none" and position < len(stack) - 1 else None
        net.add(mx.gluon.nn.Dense(len(layer.b), activation=kind, in_units=layer.W.shape[1]))
    net.initialize(mx.init.Zero())
    for dense, layer in zip(net, stack, strict=True):
        dense.weight.set_data(mx.nd.array(layer.W))
        dense.bias.set_data(mx.nd.array(layer.b))
    np.testing.assert_allclose(
        forward(stack, activation, POINTS), net(mx.nd.array(POINTS)).asnumpy(), rtol=1e-3, atol=1e-4
    )


def test_with_activation_no_single_layer_follows():
    stack = layers_of(CollapseSetup(activation="relu"))
    difference = forward(stack, "relu", POINTS) - forward((collapsed(stack),), "none", POINTS)
    assert np.abs(difference).max() > 0.1


def test_an_edit_changes_one_entry_and_replaces_an_older_one():
    setup = with_edit(with_edit(CollapseSetup(), 0, 1, 0, 9.0), 0, 1, 0, 7.5)
    before, after = layers_of(CollapseSetup()), layers_of(setup)
    assert after[0].W[1, 0] == 7.5
    assert np.count_nonzero(before[0].W != after[0].W) == 1
    assert layers_of(with_edit(setup, 1, 0, -1, 2.0))[1].b[0] == 2.0


def test_the_plane_has_its_axes():
    axis, places = plane(5)
    assert places.shape == (5, 5, 2)
    np.testing.assert_array_equal(places[2, :, 0], axis)
    np.testing.assert_array_equal(places[:, 3, 1], axis)
