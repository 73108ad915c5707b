"""Names of files made of titles."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.storage import SUFFIX, file_stem


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("My MLP curves", "my-mlp-curves"),
        ("../../etc/passwd", "etc-passwd"),
        ("a/b\\c:d*?", "a-b-c-d"),
        ("under_score - 2", "under_score-2"),
        ("曲线 1", "曲线-1"),
        ("  ", "otherwise"),
        ("", "otherwise"),
        ("x" * 300, "x" * 60),
        ("x" * 59 + " y", "x" * 59),
    ],
)
def test_titles(text: str, stem: str) -> None:
    assert file_stem(text, "otherwise") == stem


@given(st.text())
def test_every_title_is_a_name_that_a_disk_takes(text: str) -> None:
    name = file_stem(text, "otherwise") + SUFFIX
    assert Path(name).name == name
    assert len(name.encode()) <= 255
    assert not name.startswith((".", "-"))
