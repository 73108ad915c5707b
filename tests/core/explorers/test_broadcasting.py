"""Shapes, steps and sentences of broadcasting, against NumPy."""

from __future__ import annotations

import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.explorers.broadcasting import (
    EXAMPLES,
    MAX_CELLS,
    NAMES,
    OPERATIONS,
    BroadcastingSetup,
    align,
    entries,
    facts_of,
    parse_shapes,
    result_shape,
    shapes_text,
    steps,
)
from core.explorers.setup import SetupError, changed

shapes = st.lists(st.integers(1, 6), min_size=1, max_size=4).map(tuple)
several = st.lists(shapes, min_size=2, max_size=3).map(tuple)


def numpy_shape(arrays):
    try:
        return np.broadcast_shapes(*arrays)
    except ValueError:
        return None


@settings(max_examples=50)
@given(several)
def test_the_shape_of_the_result_is_that_of_numpy(arrays):
    assert result_shape(arrays) == numpy_shape(arrays)


@settings(max_examples=50)
@given(several)
def test_steps_stretch_every_axis_that_numpy_stretches_and_end_at_the_first_that_fails(arrays):
    told = steps(arrays)
    stretched = {axis.axis for axis in align(arrays) if axis.stretched}
    if result_shape(arrays) is None:
        assert told[-1].kind == "fail"
        failing = facts_of(arrays, "add")["failing_axis"]
        assert told[-1].axis == failing < 0
        assert all(-failing > -step.axis for step in told if step.kind == "stretch")
    else:
        assert told[-1].kind == "compute"
        assert [step.axis for step in told if step.kind == "stretch"] == sorted(stretched, reverse=True)
    assert all(step.sentence.endswith(".") for step in told)


@settings(max_examples=50)
@given(several, st.sampled_from(["add", "subtract", "multiply", "divide"]))
def test_written_shapes_are_read_again(arrays, operation):
    try:
        assert parse_shapes(shapes_text(arrays, operation)) == (arrays, operation)
    except SetupError as error:
        cells = np.prod([max(size or 1 for size in axis.sizes) for axis in align(arrays)])
        assert cells > MAX_CELLS, error


@settings(max_examples=100)
@given(st.text(alphabet="()0123456789,+-*/ ;xA−×", max_size=25) | st.text(max_size=15))
def test_whatever_is_typed_gives_shapes_or_one_sentence(text):
    try:
        found, operation = parse_shapes(text)
    except SetupError as error:
        assert str(error)
        assert str(error)[-1] in ".)"
        assert "\n" not in str(error)
    else:
        assert 2 <= len(found) <= 3
        assert operation in ("", *OPERATIONS)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("(4,3)", "Type two or three shapes"),
        ("(4,3)+(3,)*(1,)", "same sign"),
        ("(0,3)+(3,)", "from 1 to 6"),
        ("(7,)+(3,)", "from 1 to 6"),
        ("(1,1,1,1,1)+(3,)", "up to 4 axes"),
        ("(a)+(3,)", "(a) is no shape"),
        ("()+(3,)", "() is no shape"),
        ("(6,6,6)+(1,)", "216 entries"),
        ("(2,)%(2,)", "“%” is not clear"),
        ("(2,)+(2,) now", "“now” is not clear"),
        ("", "Type two or three shapes"),
    ],
)
def test_each_mistake_has_its_sentence(text, part):
    with pytest.raises(SetupError, match=re.escape(part)):
        parse_shapes(text)


@pytest.mark.parametrize("text", EXAMPLES)
def test_examples_can_be_shown(text):
    assert parse_shapes(text)[0]


def test_signs_may_be_those_of_print_and_numbers_stand_for_vectors():
    assert parse_shapes("(4,3) × 3") == (((4, 3), (3,)), "multiply")
    assert parse_shapes("(4, 3), (3)") == (((4, 3), (3,)), "")


def test_the_failure_names_the_arrays_and_their_sizes():
    assert steps(((4, 3), (1,), (4,)))[-1].sentence.startswith("Axis −1: A has 3 entries and C has 4.")


def test_entries_are_those_that_the_book_would_choose():
    assert entries(0, (2, 2), "add").tolist() == [[0, 1], [2, 3]]
    assert entries(1, (3,), "add").tolist() == [10, 20, 30]
    assert len(NAMES) == 3


def test_facts_are_those_of_the_shapes():
    facts = facts_of(((3, 1), (1, 2)), "add")
    assert facts["works"]
    assert facts["all_stretched"]
    assert (facts["result_shape"], facts["num_stretched"], facts["result_size"]) == ("(3,2)", 2, 6)
    assert facts_of(((4, 3), (4,)), "add")["failing_axis"] == -1


def test_an_unknown_operation_is_a_sentence():
    with pytest.raises(SetupError, match="The operations are: add"):
        changed(BroadcastingSetup(), {"operation": "modulo"})
