"""The programs to take away say the same as the explorers."""

from __future__ import annotations

import contextlib
import io

import numpy as np
import pytest

from core.engine.answers import ANSWERERS
from core.explorers.autograd import EXAMPLES, AutogradSetup, question_of
from core.explorers.broadcasting import EXAMPLES as SHAPES
from core.explorers.broadcasting import OPERATIONS, Broadcast, BroadcastingSetup, parse_shapes, result_shape
from core.explorers.expression import parse
from core.explorers.memory import WAYS, MemorySetup, Sharing
from core.explorers.programs import autograd_program, broadcasting_program, memory_program, sampling_program, source
from core.explorers.sampling import SamplingSetup, draw

MORE = [
    ("exp(2 + 1) * x", "3"),
    ("1 / 0 + x", "1"),
    ("2 ** 1000000 * x", "1"),
    ("(1 - 9) ** 0.5 * x", "1"),
    ("x.T @ (x - 1).T / -2 ** 2", "[[1, 2], [3, 4]]"),
    ("-(x + 1) ** -x", "[1, 2]"),
]


def test_each_begins_with_what_mxnet_needs():
    setups = (AutogradSetup(), BroadcastingSetup(), MemorySetup(), SamplingSetup())
    makers = (autograd_program, broadcasting_program, memory_program, sampling_program)
    for make, setup in zip(makers, setups, strict=True):
        assert "np.bool = np.bool_" in make(setup).partition("from mxnet import")[0]


def test_no_digit_is_lost():
    assert "nd.array([0.123456789, 1e-07, -3])" in autograd_program(AutogradSetup(x="[0.123456789, 0.0000001, -3]"))


def run(program):
    """Run a program of ours; return its names and what it has printed."""
    names, printed = {}, io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(program, names)  # noqa: S102
    return names, printed.getvalue()


@pytest.mark.parametrize(("expression", "x"), [*EXAMPLES, *MORE])
def test_autograd(expression, x):
    setup = AutogradSetup(expression=expression, x=x)
    names, _ = run(autograd_program(setup))
    question = question_of(setup)
    answer = ANSWERERS[type(question)](question)
    gradient = answer.gradients[[node.kind for node in question.graph].index("x")]
    np.testing.assert_allclose(names["y"].asnumpy(), answer.values[-1], rtol=1e-5)
    np.testing.assert_allclose(names["x"].grad.asnumpy(), gradient, rtol=1e-5)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2*dot(x.T, x)", "2 * nd.dot(x.T, x)"),
        ("x-(x-x)", "x - (x - x)"),
        ("(x-x)-x", "x - x - x"),
        ("(x+x)*x**2", "(x + x) * x ** 2"),
        ("(-x)**2", "(-x) ** 2"),
        ("-x**2", "-x ** 2"),
        ("(x+x).T", "(x + x).T"),
        ("exp(3)", "nd.exp(nd.array([3]))"),
    ],
)
def test_an_expression_is_written_with_few_brackets(text, expected):
    assert source(parse(text)) == expected
    assert source(parse(expected.replace("nd.array([3])", "3"))) == expected


@pytest.mark.parametrize("operation", OPERATIONS)
@pytest.mark.parametrize("text", SHAPES)
def test_broadcasting(text, operation):
    shapes, _ = parse_shapes(text)
    program = broadcasting_program(BroadcastingSetup(shapes=text, operation=operation))
    if result_shape(shapes) is None:
        return
    head, _, expression = program.strip().rpartition("\n")
    names, _ = run(f"{head}\nresult = {expression.removeprefix('print(').removesuffix(')')}")
    expected = ANSWERERS[Broadcast](Broadcast(shapes, operation)).result
    np.testing.assert_array_equal(names["result"].asnumpy(), expected)


@pytest.mark.parametrize("way", WAYS)
def test_memory(way):
    side = "left" if WAYS[way].group == "write" else "right"
    index = (0,) if way == "row" else (0, 0)
    names, printed = run(memory_program(MemorySetup(way=way, side=side, index=index)))
    answer = ANSWERERS[Sharing](Sharing(way, side, index, 99.0))
    for name, (_, state) in ((WAYS[way].left, answer.left), (WAYS[way].right, answer.right)):
        array = names[name] if isinstance(names[name], np.ndarray) else names[name].asnumpy()
        np.testing.assert_array_equal(array, state.values)
    if WAYS[way].group == "write":
        first, second = printed.split("\n")[:2]
        assert (first == second) == answer.shares_memory


@pytest.mark.parametrize("distribution", ["uniform", "normal", "poisson"])
def test_sampling(distribution):
    setup = SamplingSetup(distribution=distribution, seed=3, n=50)
    names, _ = run(sampling_program(setup))
    np.testing.assert_allclose(names["samples"].asnumpy(), draw(setup), rtol=1e-6)
    np.testing.assert_allclose(names["variance"].asscalar(), draw(setup).var(), rtol=1e-5)
