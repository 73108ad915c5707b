"""Expressions: only a graph or a sentence comes back, and the graph means what Python would mean."""

from __future__ import annotations

import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import GluonLabError
from core.explorers.autograd import EXAMPLES, graph_of, parse_x, shapes_of, values_of, x_text
from core.explorers.expression import MAX_NODES, OPERATIONS, ExpressionError, parse

FUNCTIONS = ("exp", "log", "sqrt", "square", "abs", "tanh", "sin", "cos")


def _grow(inner):
    return st.one_of(
        st.tuples(st.sampled_from("+-*/"), inner, inner).map(lambda t: f"({t[1]} {t[0]} {t[2]})"),
        st.tuples(st.sampled_from(FUNCTIONS), inner).map(lambda t: f"{t[0]}({t[1]})"),
        inner.map(lambda a: f"-{a}"),
        st.tuples(inner, st.sampled_from(["2", "3", "-1"])).map(lambda t: f"({t[0]}) ** {t[1]}"),
    )


expressions = st.recursive(st.sampled_from(["x", "2.0", "0.5", "3.0"]), _grow, max_leaves=5)


@settings(max_examples=60)
@given(expressions, st.floats(0.1, 3))
def test_numbers_are_those_that_python_would_compute(text, x):
    # The oracle is Python itself, on texts that this test has made.
    names = {name: getattr(np, name) for name in FUNCTIONS} | {"x": np.float64(x)}
    with np.errstate(all="ignore"):
        try:
            expected = float(eval(text, {"__builtins__": {}}, names))  # noqa: S307
        except (ZeroDivisionError, OverflowError):
            return
    try:
        graph = parse(text)
    except ExpressionError as error:
        assert "too long" in str(error) or "up to 120 characters" in str(error)
        return
    (value,) = values_of(graph, np.array([x]))[-1]
    np.testing.assert_allclose(value, expected, rtol=1e-12)


PIECES = [*"x2.()+-*@,[' ", "1e400", ".T", "**", "exp", "dot", "sum", "nd.", "__class__", "import"]
pieces = st.lists(
    st.sampled_from(PIECES),
    max_size=14,
).map("".join)


@settings(max_examples=100)
@given(pieces | st.text(max_size=30), st.sampled_from(["3", "[0, 1]", "[[1, 2], [3, 4]]", "[[1], [2]]"]))
def test_whatever_is_typed_gives_a_graph_with_shapes_or_one_sentence(text, x):
    try:
        graph, array = graph_of(text, x)
    except GluonLabError as error:
        assert str(error).endswith((".", "?"))
        assert "\n" not in str(error)
    else:
        assert len(graph) <= MAX_NODES
        assert {node.kind for node in graph} <= {"x", "number", *OPERATIONS}
        assert len(shapes_of(graph, array.shape)) == len(graph)
        assert values_of(graph, array)[-1].shape == shapes_of(graph, array.shape)[-1]


@settings(max_examples=100)
@given(st.text(alphabet="[]0123456789.,-+e ;xn−", max_size=25) | st.text(max_size=10))
def test_whatever_is_typed_for_x_gives_an_array_or_one_sentence(text):
    try:
        array = parse_x(text)
    except ExpressionError as error:
        assert str(error).endswith(".")
        assert "\n" not in str(error)
    else:
        assert array.ndim in (1, 2)
        assert 1 <= array.size <= 36
        assert np.isfinite(array).all()


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("", "Type an expression in x"),
        ("2x", "A sign is missing between “2” and “x”"),
        ("x x", "A sign is missing"),
        ("2 *", "Something is missing after “2 *”."),
        ("exp(x", "A “)” is missing after “exp(x”."),
        ("x)", "one “)” too many, after “x”"),
        ("expp(x)", "Do you mean exp?"),
        ("y + x", "the only variable is x"),
        ("exp", "exp is a function: write exp(x)."),
        ("dot(x)", "dot takes two arrays, as in dot(x, x)."),
        ("exp(x, x)", "exp takes one array"),
        ("x(2)", "x is no function"),
        ("x # 2", "“#” has no meaning"),
        ("* x", "cannot begin with “*”"),
        ("x + * x", "After “x +” there cannot be “*”."),
        ("x.", "a name is missing, such as T"),
        ("x.__class__", "There is no function “__class__” here."),
        ("1e9 * x", "numbers go up to a million"),
        ("(" * 30 + "x" + ")" * 30, "nested too deeply"),
        ("x" + "**x" * 25, "nested too deeply"),
        ("x" + " + x" * 29, "up to 24 operations"),
        ("x + " * 40 + "x", "up to 120 characters"),
        ("3 + 4", "y does not depend on x"),
        ("x @ x", "dot of (2, 3) and (2, 3) does not work"),
        ("x + dot(x, x.T)", "(2, 3) and (2, 2) cannot be broadcast"),
    ],
)
def test_each_mistake_has_its_sentence(text, part):
    with pytest.raises(GluonLabError, match=re.escape(part)):
        graph_of(text, "[[1, 2, 3], [4, 5, 6]]")


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("", "Type x"),
        ("[1, 2", "A “]” is missing"),
        ("1]", "one “]” too many"),
        ("[1, two]", "“two]” is no number"),
        ("[[1, 2], [3]]", "same length"),
        ("[[[1]]]", "one or two levels"),
        ("[]", "must have an entry"),
        ("[1, [2]]", "one or two levels"),
        ("[1,2,3,4,5,6,7]", "up to 6 rows"),
        ("[1e7]", "from −1,000,000"),
        ("nan", "“nan” is no number"),
    ],
)
def test_each_mistake_in_x_has_its_sentence(text, part):
    with pytest.raises(ExpressionError, match=re.escape(part)):
        parse_x(text)


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("3", (1,)),
        ("-2.5e-1", (1,)),
        ("[1, 2, 3]", (3,)),
        ("1, 2", (2,)),
        ("[[1], [2]]", (2, 1)),
        ("[[−1, 2]; [3, 4]]", (2, 2)),
    ],
)
def test_x_is_a_number_a_vector_or_a_matrix(text, shape):
    array = parse_x(text)
    assert array.shape == shape
    np.testing.assert_array_equal(parse_x(x_text(array)), array)


@pytest.mark.parametrize("text", ["nd.dot(x.T, x) * 2", "2 * x.T @ x", "2 · dot(x.T, x)", "x.T.dot(x)*2", "2*sum(x^2)"])
def test_the_same_can_be_written_in_several_ways(text):
    graph, x = graph_of(text, "[0, 1, 2, 3]")
    assert values_of(graph, x)[-1].tolist() == [28]


def test_a_minus_before_a_power_comes_last_as_in_python():
    graph, x = graph_of("-x ** 2 + -3 ** 2", "3")
    assert values_of(graph, x)[-1].tolist() == [-18]


@pytest.mark.parametrize(("expression", "x"), EXAMPLES)
def test_examples_can_be_computed(expression, x):
    graph_of(expression, x)
