"""The value and the gradient of an expression: shapes as MXNet has them, and NumPy as the second opinion.

A number has the shape ``(1,)``, as in MXNet's ``nd``. What is differentiated is the sum of y, as ``y.backward()`` does.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.errors import GluonLabError
from core.explorers.expression import ExpressionError, Graph, Node, depends_on_x, parse
from core.explorers.setup import Setup, one_line
from core.fields import setting
from core.questions import Question
from core.texts import say

Numbers = NDArray[np.float64]
Shape = tuple[int, ...]

MAX_SIDE = 6
LARGEST_ENTRY = 1e6
TOLERANCE = 2e-3
"""How far float32's gradient and central differences may lie apart, relative to the larger of 1 and the gradient."""

EXAMPLES = (
    ("2 * dot(x.T, x)", "[0, 1, 2, 3]"),
    ("x ** 2", "3"),
    ("sum(sigmoid(x))", "[-2, -1, 0, 1, 2]"),
    ("exp(-x ** 2 / 2)", "[-1, 0, 1]"),
    ("log(sum(exp(x)))", "[1, 2, 3]"),
    ("x @ x", "[[1, 2], [3, 4]]"),
    ("sum(relu(x @ x.T))", "[[1, -2], [3, 1]]"),
    ("x * x.T", "[[1, 2], [3, 4]]"),
    ("tanh(x) + abs(x)", "[-1, 0, 1]"),
)


class AutogradSetup(Setup):
    """An expression, and the x at which it is computed."""

    expression: str = setting(
        EXAMPLES[0][0],
        title="y =",
        help="An expression in x, such as 2 * dot(x.T, x), sum(exp(x)), relu(x) ** 2.",
        max_length=200,
    )
    x: str = setting(
        EXAMPLES[0][1],
        title="x =",
        help="A number, a vector such as [0, 1, 2, 3], or a matrix such as [[1, 2], [3, 4]].",
        max_length=400,
    )

    def problem(self) -> str:
        """Return what is wrong with the expression, with x, or with both together."""
        try:
            graph_of(self.expression, self.x)
        except GluonLabError as error:
            return str(error)
        return ""


@dataclass(frozen=True)
class Differentiate(Question):
    """Compute all nodes of a graph at x, and the gradient of the sum of y with respect to each that depends on x.

    ``entries`` are those of x, row by row.
    """

    graph: Graph
    entries: tuple[float, ...]
    shape: Shape


@dataclass(frozen=True, eq=False)
class AutogradAnswer:
    """Values and gradients of all nodes of a graph; a gradient is None where x does not go in."""

    values: tuple[NDArray[np.float32], ...]
    gradients: tuple[NDArray[np.float32] | None, ...]


def question_of(setup: AutogradSetup) -> Differentiate:
    """Return the question that a setup asks."""
    graph, x = graph_of(setup.expression, setup.x)
    return Differentiate(graph, tuple(x.ravel().tolist()), x.shape)


def graph_of(expression: str, x_text: str) -> tuple[Graph, Numbers]:
    """Return the graph of an expression and x, which go together.

    Raises:
        GluonLabError: with a sentence, if a text cannot be read or shapes do not fit.
    """
    graph, x = parse(expression), parse_x(x_text)
    if not depends_on_x(graph)[-1]:
        raise ExpressionError(say("y does not depend on x, so there is nothing to differentiate. Use x in it."))
    shapes_of(graph, x.shape)
    return graph, x


_X_TOKEN = re.compile(r"\s*([-+−]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?|[\[\],;])", re.ASCII)


def parse_x(text: str) -> Numbers:
    """Return the array in a text, of shape ``(1,)``, ``(n,)`` or ``(m, n)``.

    Raises:
        ExpressionError: with a sentence, if the text holds none of a size that can be shown.
    """
    rows = _rows(text)
    depth = 2 if isinstance(rows, list) and rows and isinstance(rows[0], list) else 1
    flat: list[Any] = rows if depth == 2 else [rows] if isinstance(rows, list) else [[rows]]
    lengths = {len(row) if isinstance(row, list) else -1 for row in flat}
    if -1 in lengths or any(isinstance(entry, list) for row in flat for entry in row):
        raise ExpressionError(say("x must be a number, a vector or a matrix: brackets in one or two levels."))
    if len(lengths) > 1:
        raise ExpressionError(say("All rows of x must have the same length."))
    if 0 in lengths or not flat:
        raise ExpressionError(say("x must have an entry."))
    if max(len(flat), *lengths) > MAX_SIDE:
        raise ExpressionError(say("x can have up to {limit} rows and {limit} columns here.", limit=MAX_SIDE))
    array = np.array(flat, dtype=np.float64)
    if np.abs(array).max() > LARGEST_ENTRY:
        raise ExpressionError(say("The entries of x may be from −1,000,000 to 1,000,000."))
    return array if depth == 2 else array[0]


def _rows(text: str) -> Any:
    """Return the number or the nested lists in a text."""
    stack: list[list[Any]] = [[]]
    place = 0
    while match := _X_TOKEN.match(text, place):
        token, place = match[1], match.end()
        if token == "[":
            stack.append([])
        elif token == "]":
            if len(stack) == 1:
                raise ExpressionError(say("There is one “]” too many in x."))
            inner = stack.pop()
            stack[-1].append(inner)
        elif token not in ",;":
            stack[-1].append(float(token.replace("−", "-")))
    rest = text[place:].strip()
    if rest:
        raise ExpressionError(say("“{text}” is no number. Type x as in [0, 1, 2, 3].", text=one_line(rest, 12)))
    if len(stack) > 1:
        raise ExpressionError(say("A “]” is missing in x."))
    if not stack[0]:
        raise ExpressionError(say("Type x: a number, a vector such as [0, 1, 2, 3], or a matrix."))
    return stack[0][0] if len(stack[0]) == 1 else stack[0]


def x_text(x: Numbers) -> str:
    """Return the text that :func:`parse_x` reads."""
    rows = ["[" + ", ".join(repr(entry).removesuffix(".0") for entry in row) + "]" for row in np.atleast_2d(x).tolist()]
    if x.ndim == 2:
        return "[" + ", ".join(rows) + "]"
    return rows[0][1:-1] if x.size == 1 else rows[0]


def shapes_of(graph: Graph, x_shape: Shape) -> tuple[Shape, ...]:
    """Return the shapes of all nodes.

    Raises:
        ExpressionError: with a sentence about the first operation whose arrays do not fit.
    """
    shapes: list[Shape] = []
    for node in graph:
        shapes.append(_shape_of(node, [shapes[i] for i in node.inputs], x_shape))
    return tuple(shapes)


def _shape_of(node: Node, inputs: list[Shape], x_shape: Shape) -> Shape:
    if node.kind == "x":
        return x_shape
    if node.kind in ("number", "sum", "mean"):
        return (1,)
    if node.kind == "transpose":
        return inputs[0][::-1]
    if node.kind == "dot":
        return _shape_of_dot(*inputs)
    try:
        return np.broadcast_shapes(*inputs)
    except ValueError:
        raise ExpressionError(
            say(
                "{a} and {b} cannot be broadcast: their sizes, from the right, must be equal or 1.",
                a=_written(inputs[0]),
                b=_written(inputs[1]),
            )
        ) from None


def _shape_of_dot(a: Shape, b: Shape) -> Shape:
    if a[-1] != b[0]:
        raise ExpressionError(
            say(
                "dot of {a} and {b} does not work: the first has {m} columns, the second {n} rows.",
                a=_written(a),
                b=_written(b),
                m=a[-1],
                n=b[0],
            )
        )
    return (*a[:-1], *b[1:]) or (1,)


def _written(shape: Shape) -> str:
    return str(shape)


def _sigmoid(a: Numbers) -> Numbers:
    return np.asarray(np.exp(-np.logaddexp(0.0, -a)))


_NUMPY: dict[str, Callable[..., Any]] = {
    "add": np.add,
    "subtract": np.subtract,
    "multiply": np.multiply,
    "divide": np.divide,
    "power": np.power,
    "dot": lambda a, b: np.atleast_1d(np.dot(a, b)),
    "negative": np.negative,
    "transpose": np.transpose,
    "exp": np.exp,
    "log": np.log,
    "sqrt": np.sqrt,
    "square": np.square,
    "abs": np.abs,
    "relu": lambda a: np.maximum(a, 0.0),
    "tanh": np.tanh,
    "sigmoid": _sigmoid,
    "sin": np.sin,
    "cos": np.cos,
    "sum": lambda a: np.sum(a, keepdims=True).reshape(1),
    "mean": lambda a: np.mean(a, keepdims=True).reshape(1),
}


def values_of(graph: Graph, x: Numbers) -> list[Numbers]:
    """Return the values of all nodes in float64; what is not defined is NaN or infinite."""
    values: list[Numbers] = []
    with np.errstate(all="ignore"):
        for node in graph:
            if node.kind == "x":
                values.append(x)
            elif node.kind == "number":
                values.append(np.array([node.number]))
            else:
                values.append(_NUMPY[node.kind](*(values[i] for i in node.inputs)))
    return values


def numeric_gradient(graph: Graph, x: Numbers) -> Numbers:
    """Return the gradient of the sum of y with respect to x by central differences, in the shape of x."""
    gradient = np.empty_like(x)
    for index in np.ndindex(x.shape):
        h = 1e-6 * max(1.0, abs(x[index]))
        ends = []
        for sign in (1, -1):
            moved = x.copy()
            moved[index] += sign * h
            ends.append(values_of(graph, moved)[-1].sum())
        with np.errstate(all="ignore"):
            gradient[index] = (ends[0] - ends[1]) / (2 * h)
    return gradient


def disagreement(gradient: NDArray[Any], numeric: Numbers) -> float:
    """Return the largest difference of two gradients, relative to the larger of 1 and the gradient."""
    with np.errstate(all="ignore"):
        return float(np.max(np.abs(gradient - numeric) / np.maximum(1.0, np.abs(numeric))))


def agrees(gradient: NDArray[Any], numeric: Numbers) -> bool:
    """Tell whether a gradient passes the check by central differences."""
    apart = disagreement(gradient, numeric)
    return math.isfinite(apart) and apart <= TOLERANCE
