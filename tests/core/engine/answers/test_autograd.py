"""Gradients by MXNet against central differences and closed forms."""

from __future__ import annotations

import numpy as np
import pytest

from core.engine.answers import ANSWERERS
from core.explorers.autograd import (
    EXAMPLES,
    AutogradSetup,
    Differentiate,
    agrees,
    graph_of,
    numeric_gradient,
    question_of,
    values_of,
)
from core.explorers.expression import OPERATIONS, depends_on_x

MATRIX = "[[0.5, 1.5], [2.5, 0.7]]"
EACH = [
    *(f"{name}(x)" for name, it in OPERATIONS.items() if it.num_inputs == 1 and name != "negative"),
    "-x",
    "x + x ** 2",
    "x - 3",
    "x * x.T",
    "1 / x",
    "x ** x",
    "x @ x",
    "2 ** x",
]


def answer_to(expression, x):
    return ANSWERERS[Differentiate](question_of(AutogradSetup(expression=expression, x=x)))


def gradient_of_x(graph, answer):
    return answer.gradients[[node.kind for node in graph].index("x")]


@pytest.mark.parametrize("expression", EACH)
def test_every_operation_agrees_with_numpy_and_central_differences(expression):
    graph, x = graph_of(expression, MATRIX)
    answer = answer_to(expression, MATRIX)
    for value, expected in zip(answer.values, values_of(graph, x), strict=True):
        np.testing.assert_allclose(value, expected, rtol=1e-5)
    assert agrees(
        answer.gradients[graph.index(next(node for node in graph if node.kind == "x"))], numeric_gradient(graph, x)
    )


def test_the_books_first_example():
    graph, _ = graph_of(*EXAMPLES[0])
    answer = answer_to(*EXAMPLES[0])
    assert answer.values[-1].tolist() == [28]
    (x,) = [position for position, node in enumerate(graph) if node.kind == "x"]
    assert answer.gradients[x].tolist() == [0, 4, 8, 12]
    assert [gradient is not None for gradient in answer.gradients] == list(depends_on_x(graph))


def test_gradients_of_all_nodes_are_those_of_the_chain_rule():
    answer = answer_to("sum(exp(2 * x))", "[0, 1]")
    graph, _ = graph_of("sum(exp(2 * x))", "[0, 1]")
    grads = {node.kind: gradient for node, gradient in zip(graph, answer.gradients, strict=True)}
    e = np.exp([0, 2])
    np.testing.assert_allclose(grads["exp"], [1, 1])
    np.testing.assert_allclose(grads["multiply"], e, rtol=1e-6)
    np.testing.assert_allclose(grads["x"], 2 * e, rtol=1e-6)


def test_a_y_that_is_no_number_is_summed_first():
    for whole, summed in (("x ** 3", "sum(x ** 3)"), ("x @ x", "sum(x @ x)")):
        first, second = (answer_to(text, MATRIX) for text in (whole, summed))
        np.testing.assert_allclose(first.gradients[0], second.gradients[0], rtol=1e-6)


def test_what_is_not_defined_is_nan_and_no_error():
    answer = answer_to("log(x)", "[-1, 1]")
    assert np.isnan(answer.values[-1][0])
    graph, x = graph_of("log(x)", "[-1, 1]")
    assert not agrees(answer.gradients[0], numeric_gradient(graph, x))


@pytest.mark.parametrize(("expression", "x"), EXAMPLES)
def test_examples_pass_their_numeric_check(expression, x):
    graph, array = graph_of(expression, x)
    assert agrees(
        answer_to(expression, x).gradients[[n.kind for n in graph].index("x")], numeric_gradient(graph, array)
    )
