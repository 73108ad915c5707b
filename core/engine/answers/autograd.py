"""Values and gradients of an expression, by MXNet's autograd."""

from __future__ import annotations

from typing import Any

import numpy as np

from core.engine.mx import mx
from core.explorers.autograd import AutogradAnswer, Differentiate
from core.explorers.expression import depends_on_x

_OPERATORS = {
    "add": mx.nd.broadcast_add,
    "subtract": mx.nd.broadcast_sub,
    "multiply": mx.nd.broadcast_mul,
    "divide": mx.nd.broadcast_div,
    "power": mx.nd.broadcast_power,
    "dot": mx.nd.dot,
    "negative": mx.nd.negative,
    "transpose": mx.nd.transpose,
    "exp": mx.nd.exp,
    "log": mx.nd.log,
    "sqrt": mx.nd.sqrt,
    "square": mx.nd.square,
    "abs": mx.nd.abs,
    "relu": mx.nd.relu,
    "tanh": mx.nd.tanh,
    "sigmoid": mx.nd.sigmoid,
    "sin": mx.nd.sin,
    "cos": mx.nd.cos,
    "sum": mx.nd.sum,
    "mean": mx.nd.mean,
}


def differentiate(question: Differentiate) -> AutogradAnswer:
    """Return what MXNet computes forwards and backwards."""
    graph, depends = question.graph, depends_on_x(question.graph)
    x = mx.nd.array(np.array(question.entries).reshape(question.shape))
    x.attach_grad()
    values: list[Any] = []
    # To every intermediate array a zero is added: its gradient is that of the array, which MXNet does not keep.
    zeros: list[Any] = []
    with mx.autograd.record():
        for node, differentiable in zip(graph, depends, strict=True):
            if node.kind == "x":
                values.append(x)
                zeros.append(x)
                continue
            if node.kind == "number":
                values.append(mx.nd.array([node.number]))
                zeros.append(None)
                continue
            value = _OPERATORS[node.kind](*(values[i] for i in node.inputs))
            zero = None
            if differentiable:
                zero = mx.nd.zeros(value.shape)
                zero.attach_grad()
                value = value + zero
            values.append(value)
            zeros.append(zero)
    values[-1].backward()
    gradients = tuple(None if zero is None else zero.grad.asnumpy() for zero in zeros)
    return AutogradAnswer(tuple(value.asnumpy() for value in values), gradients)
