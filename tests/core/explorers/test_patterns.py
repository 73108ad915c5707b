"""Patterns that a user types: what is understood, what is refused, and that none is slow."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.explorers.patterns import PatternError, checked

NAMES = [f"dense{i}_{kind}" for i in range(4) for kind in ("weight", "bias")]
PIECES = ["dense", ".*", ".+", "[0-9]", "[^1]", "(a|b)", "(", ")", "*", "?", "|", "^", "$", r"\d", "\\", "[", "]", "_"]


@pytest.mark.parametrize(
    ("pattern", "number"),
    [
        ("", 8),
        (".*weight", 4),
        ("weight", 0),
        ("dense0_weight|dense1_bias", 2),
        ("dense[01]_.*", 4),
        (r"dense\d_bias$", 4),
        ("(dense0_)?weight", 1),
        ("^dense(1|3)", 4),
    ],
)
def test_patterns_choose_as_re_does(pattern, number):
    found = checked(pattern)
    assert sum(found.match(name) is not None for name in NAMES) == number


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("(a*)*", "cannot be repeated"),
        ("(a|a)*b", "cannot be repeated"),
        ("((a+)b)+", "cannot be repeated"),
        (".*.*.*.*.*", "At most 4"),
        ("a{99999}", "is not understood"),
        ("(?=a)", "nothing does"),
        ("a**", "nothing does"),
        ("*a", "nothing does"),
        (r"(a)\1", "After a backslash"),
        ("[a", "Between [ and ]"),
        ("[a--b]", "Between [ and ]"),
        ("[9-0]", "no regular expression"),
        ("(a", "not closed"),
        ("a)", "never opened"),
        ("a" * 61, "at most 60"),
        ("é", "is not understood"),
        ("a\0", "is not understood"),
        ("\\", "After a backslash"),
    ],
)
def test_what_is_refused_gets_a_sentence(pattern, words):
    with pytest.raises(PatternError, match=re.escape(words)) as caught:
        checked(pattern)
    assert str(caught.value).endswith(".")


@settings(max_examples=150, deadline=1000)
@given(st.one_of(st.text(max_size=70), st.lists(st.sampled_from(PIECES), max_size=30).map("".join)))
def test_every_text_is_quick_or_refused(pattern):
    try:
        found = checked(pattern)
    except PatternError as error:
        assert str(error)
        return
    for name in NAMES:
        found.match(name)
