from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import ExperimentError
from core.plain_json import MAX_DEPTH, MAX_VALUES, refuse_unstorable
from tests.core.strategies import json_values


def nested(depth: int) -> Any:
    tree: Any = 1
    for _ in range(depth):
        tree = [tree]
    return tree


@given(json_values)
def test_what_passes_can_be_written_and_read(tree: Any) -> None:
    try:
        refuse_unstorable(tree)
    except ExperimentError:
        with pytest.raises((UnicodeEncodeError, ValueError)):
            json.dumps(tree, ensure_ascii=False).encode()
    else:
        assert repr(json.loads(json.dumps(tree, ensure_ascii=False).encode())) == repr(tree)


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        ({"name": "\ud800"}, "name: this text holds half a character. Delete it and type it again."),
        ({"a": {"\udfff": 1}}, "a: '\\udfff' cannot be the name of a setting."),
        ({3: 1}, "an experiment: 3 cannot be the name of a setting."),
        ({"a": [0, 10**400]}, "a.1: this number is too large."),
        ({"a": [0, -(10**5000)]}, "a.1: this number is too large."),
        ({"a": b"x"}, "a: bytes is not a value for a setting."),
        ({"a": {1, 2}}, "a: set is not a value for a setting."),
        ({"a": np.float32(1)}, "a: float32 is not a value for a setting."),
        (nested(MAX_DEPTH + 1), "0.0.0: groups of settings are nested too deeply here."),
        (nested(100_000), "0.0.0: groups of settings are nested too deeply here."),
        ({"a": [1] * 3_000_000}, f"a.{MAX_VALUES - 2}: there are too many values here."),
    ],
)
def test_what_cannot_be_stored_is_refused_by_name(tree: Any, expected: str) -> None:
    with pytest.raises(ExperimentError) as caught:
        refuse_unstorable(tree)
    assert str(caught.value) == expected


def test_limits_themselves_are_allowed() -> None:
    refuse_unstorable(nested(MAX_DEPTH))
    refuse_unstorable([1] * (MAX_VALUES - 1))
    refuse_unstorable({"a": [2**1024 - 1, (1, 2.5), None, True, float("nan")]})


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_all_whole_characters_are_allowed(text: str) -> None:
    refuse_unstorable({text: text})
