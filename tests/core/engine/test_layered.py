"""The stack that knows its layers, beside Gluon's own."""

from __future__ import annotations

import json

import numpy as np

from core.engine.layered import LayeredSequential
from core.engine.mx import mx

nn = mx.gluon.nn


def filled(net):
    """Give a network three layers, the second of two blocks, with known weights."""
    blocks = [nn.Dense(4, activation="tanh"), nn.Dense(3), nn.ELU(), nn.Dropout(0.5), nn.Dense(2)]
    if isinstance(net, LayeredSequential):
        net.add_layer(blocks[0])
        net.add_layer(*blocks[1:3])
        net.add_layer(*blocks[3:])
    else:
        net.add(*blocks)
    mx.random.seed(3)
    net.initialize(mx.init.Normal(0.5))
    net(mx.nd.zeros((1, 5)))
    return net


def operators(net):
    """Return the operators of a network's graph and what each takes, without their names."""
    nodes = json.loads(net(mx.sym.var("data")).tojson())["nodes"]
    return [(node["op"], node.get("attrs"), node["inputs"]) for node in nodes]


def test_names_numbers_and_graph_are_those_of_gluons_own():
    net, stock = filled(LayeredSequential()), filled(nn.HybridSequential())
    X = mx.nd.random.normal(shape=(6, 5))
    names, expected = (sorted(n._collect_params_with_prefix()) for n in (net, stock))
    assert names == expected
    np.testing.assert_array_equal(net(X).asnumpy(), stock(X).asnumpy())
    plain = [(op, inputs) for op, _, inputs in operators(net)]
    assert plain == [(op, inputs) for op, _, inputs in operators(stock)]


def test_the_outputs_of_layers_end_with_those_of_the_network():
    net = filled(LayeredSequential())
    X = mx.nd.random.normal(shape=(6, 5))
    first, second, last = net.layer_outputs(X)
    assert [outputs.shape for outputs in (first, second, last)] == [(6, 4), (6, 3), (6, 2)]
    np.testing.assert_array_equal(first.asnumpy(), net[0](X).asnumpy())
    np.testing.assert_array_equal(second.asnumpy(), net[2](net[1](first)).asnumpy())
    np.testing.assert_array_equal(last.asnumpy(), net(X).asnumpy())


def test_a_mask_is_in_the_graph_only_while_a_unit_is_off():
    net = filled(LayeredSequential())
    before = operators(net)
    net.switch(1, 2, False, (3,))
    net.switch(1, 0, False, (3,))
    assert net.switched_off == {1: (0, 2)}
    assert any("mul" in op for op, _, _ in operators(net))
    net.switch(1, 2, True, (3,))
    net.switch(1, 0, True, (3,))
    assert net.switched_off == {}
    assert operators(net) == before
