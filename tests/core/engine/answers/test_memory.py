"""What MXNet really shares, seen from the addresses and from what writing does."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.engine.answers import ANSWERERS
from core.explorers.memory import WAYS, MemorySetup, Sharing, SharingOfAll, shape_of, verdict_text, written_text
from core.explorers.setup import SetupError, changed

SHARED = {"assign", "rows", "row", "reshape", "context", "detach", "from_numpy", "in_place", "augmented", "out"}
MADE = [name for name, way in WAYS.items() if way.group != "write"]


def share(way, side="none", index=(0, 0), value=99.0):
    return ANSWERERS[Sharing](Sharing(way, side, index, value))


def test_verdicts_of_all_lines():
    found = {name: it for part in ANSWERERS[SharingOfAll](SharingOfAll()) for name, it in part.items()}
    assert set(found) == set(WAYS)
    assert {name for name, verdict in found.items() if verdict.shares_memory} == SHARED
    assert {name for name, verdict in found.items() if verdict.same_object} >= {"assign", "context"}


@pytest.mark.parametrize("way", MADE)
def test_addresses_and_what_writing_shows_agree(way):
    answer = share(way, "right", (0,) * len(shape_of(way, "right")), -5.0)
    assert answer.right[0].values.shape == shape_of(way, "right")
    assert answer.changed("right").sum() == 1
    assert bool(answer.changed("left").any()) == answer.shares_memory == (way in SHARED)
    if answer.shares_memory:
        place = answer.offset // 4
        assert answer.left[1].values.ravel()[place] == -5


def test_a_view_shows_what_is_written_into_its_part_only():
    assert share("rows", "left", (1, 2)).changed("right").tolist() == [[False, False, True], [False] * 3]
    assert not share("rows", "left", (0, 0)).changed("right").any()


@pytest.mark.parametrize(("way", "keeps"), [("rebind", False), ("in_place", True), ("augmented", True), ("out", True)])
def test_statements_that_write_x_keep_its_id_or_not(way, keeps):
    answer = share(way, "left")
    assert (answer.left[0].object_id == answer.left[1].object_id) == keeps
    np.testing.assert_array_equal(answer.left[1].values, answer.left[0].values + 10)
    assert answer.changed("right").all() == keeps
    assert answer.shares_memory == keeps


def test_what_from_numpy_has_taken_is_read_only():
    answer = share("from_numpy", "left")
    assert "read-only" in answer.refusal
    assert not answer.changed("left").any()


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("side", ["left", "right"])
def test_everything_has_its_sentence(way, side):
    answer = share(way, side, (0,) * len(shape_of(way, side)))
    for text in (verdict_text(answer, WAYS[way]), written_text(answer, WAYS[way], side)):
        assert text.endswith(".")
        assert "{" not in text


@settings(max_examples=60)
@given(
    st.sampled_from([*WAYS, "x"]),
    st.sampled_from(["none", "left", "right", "up"]),
    st.lists(st.integers(-2, 7), max_size=3),
    st.floats(allow_nan=True),
)
def test_whatever_is_set_gives_an_answer_or_a_sentence(way, side, index, value):
    try:
        setup = changed(MemorySetup(), {"way": way, "side": side, "index": index, "value": value})
    except SetupError as error:
        assert str(error).endswith(".")
    else:
        if setup.side != "none":
            share(setup.way, setup.side, setup.index, setup.value)
