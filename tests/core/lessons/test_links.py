"""Links of lessons: whatever stands in one is an action, a page, a term or a sentence; nothing is executed."""

from __future__ import annotations

import json
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.lessons.conditions import LessonError
from core.lessons.links import FigureSource, ToPage, ToTerm, Try, parse_figure, parse_target

PIECES = st.sampled_from(
    [
        *(
            "try:",
            "lesson:",
            "glossary:",
            "figure:",
            "preset=",
            "set=",
            "explorer=",
            "train",
            "kfold",
            "sweep=",
            "view=",
        ),
        *("&", "?", "=", ":", "#", "%", "%00", "%2", "[1,2", "{", "}", '"', "NaN", "1e999", "-", "__class__", "../"),
        *("softmax", "logits", "optimizer.wd", "6-1-weight-decay", "[" * 2000, "权重", "\n", "__import__('os')"),
    ]
)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)


def plain(value):
    """Whether a value is nothing but JSON."""
    if isinstance(value, list):
        return all(plain(part) for part in value)
    if isinstance(value, dict):
        return all(isinstance(key, str) and plain(part) for key, part in value.items())
    return value is None or isinstance(value, bool | int | float | str)


@settings(max_examples=120)
@given(st.lists(PIECES, max_size=9).map("".join) | st.text(max_size=30))
def test_any_link_leads_somewhere_or_is_refused_with_a_sentence(url):
    for parse in (parse_target, parse_figure):
        try:
            found = parse(url)
        except LessonError as error:
            assert str(error).endswith(".")
        else:
            assert isinstance(found, Try | ToPage | ToTerm | FigureSource)
            if isinstance(found, Try):
                assert all(plain(action.value) for action in found.actions)


@settings(max_examples=80)
@given(
    st.text(min_size=1, max_size=8),
    st.lists(
        st.tuples(st.text(min_size=1, max_size=6), values), min_size=1, max_size=3, unique_by=lambda pair: pair[0]
    ),
)
def test_every_state_comes_out_of_a_link_as_it_went_in(name, state):
    words = {"preset", "set", "view", "explorer", "sweep", "train", "kfold"}
    state = {key: value for key, value in state if key not in words}
    pairs = "&".join(f"{quote(key, safe='')}={quote(json.dumps(value), safe='')}" for key, value in state.items())
    target = parse_target(f"try:explorer={quote(name, safe='')}?{pairs}" if pairs else f"try:explorer={quote(name)}")
    (action,) = target.actions
    assert (action.verb, action.name, action.value) == ("explorer", name, state)


@pytest.mark.parametrize(
    ("url", "part"),
    [
        ("javascript:alert(1)", "leads nowhere"),
        ("lesson:../../etc/passwd", "is no page"),
        ("try:set=optimizer.wd", "sets nothing"),
        ("try:run=__import__('os')", "cannot be tried"),
        ("try:train&&train", "cannot be tried"),
    ],
)
def test_what_leads_nowhere_has_its_sentence(url, part):
    with pytest.raises(LessonError, match=part):
        parse_target(url)
