"""The way through a graph, forwards with values and backwards with gradients, one step at a time."""

from __future__ import annotations

import math
from dataclasses import dataclass

from core.explorers.autograd import Shape
from core.explorers.expression import OPERATIONS, Graph, depends_on_x
from core.texts import say


@dataclass(frozen=True)
class GraphStep:
    """One step: the value of a node becomes known, or its gradient if ``is_backwards``. ``sentence`` tells it."""

    node: int
    is_backwards: bool
    sentence: str


def graph_steps(graph: Graph, shapes: tuple[Shape, ...]) -> tuple[GraphStep, ...]:
    """Return the steps: all values in their order, then all gradients in the opposite order."""
    depends = depends_on_x(graph)
    told = [
        GraphStep(position, False, _forwards(graph, position))
        for position, node in enumerate(graph)
        if node.kind != "number"
    ]
    for position in reversed(range(len(graph))):
        if depends[position] and graph[position].kind != "x":
            told.append(GraphStep(position, True, _backwards(graph, shapes, position)))
    x = next(position for position, node in enumerate(graph) if node.kind == "x")
    told.append(GraphStep(x, True, _backwards(graph, shapes, x)))
    return tuple(told)


def name_of(graph: Graph, position: int) -> str:
    """Return what a node is called: x, y, or the sign of its operation."""
    node = graph[position]
    if node.kind == "x":
        return "x"
    if node.kind == "number":
        return f"{node.number:g}"
    return OPERATIONS[node.kind].sign


def _forwards(graph: Graph, position: int) -> str:
    node = graph[position]
    if node.kind == "x":
        return say("Forwards: x is given. x.attach_grad() makes room for its gradient.")
    if position == len(graph) - 1:
        return say("Forwards: “{name}” is computed. It is y.", name=name_of(graph, position))
    return say("Forwards: “{name}” is computed from what goes in, and recorded.", name=name_of(graph, position))


def _backwards(graph: Graph, shapes: tuple[Shape, ...], position: int) -> str:
    if position == len(graph) - 1:
        return _start(shapes[position])
    users = [
        (user, operand)
        for user, node in enumerate(graph)
        for operand, source in enumerate(node.inputs)
        if source == position
    ]
    if len(users) > 1:
        return say(
            "Backwards: “{name}” is used {times} times. Each use gives a gradient, and they are added.",
            name=name_of(graph, position),
            times=len(users),
        )
    user, operand = users[0]
    return say(
        "Backwards through “{name}”: {rule}.",
        name=name_of(graph, user),
        rule=OPERATIONS[graph[user].kind].rules[operand],
    )


def _start(shape: Shape) -> str:
    if math.prod(shape) == 1:
        return say("Backwards: L is y itself, so the gradient of y is 1.")
    return say(
        "Backwards: y has shape {shape}. backward() differentiates the sum of its entries: each has the gradient 1.",
        shape=shape,
    )
