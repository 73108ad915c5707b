from __future__ import annotations

import ast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QColor

from core.experiment import Experiment
from core.layers import Dense
from desktop_app.code.highlighter import SYNTAX, spans
from desktop_app.theme import DARK, LIGHT, Theme
from tests.desktop_app.code.programs import short_program


def test_words_have_their_kinds_and_places() -> None:
    text = (
        'import numpy as np\n\n# «𝛼»\nx = "s𝛼" + 0.5\ndef evaluate(n):\n    """Long\n    text."""\n    return len(n)\n'
    )
    found = spans(text)
    assert found[0] == [(0, 6, "keyword"), (13, 2, "keyword")]
    assert found[1] == []
    # A letter outside of the first plane counts twice in Qt.
    assert found[2] == [(0, 6, "comment")]
    assert sum(length for _, length, kind in found[3] if kind == "string") == 5
    assert found[3][-1] == (12, 3, "number")
    assert (4, 8, "definition") in found[4]
    assert {kind for _, _, kind in found[5] + found[6]} == {"comment"}
    assert [kind for _, _, kind in found[7]] == ["keyword", "builtin"]
    assert len(found) == text.count("\n") + 1


@settings(max_examples=30)
@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_words_lie_within_their_lines_whatever_the_text(text: str) -> None:
    lines = text.split("\n")
    found = spans(text)
    assert len(found) == len(lines)
    for line, words in zip(lines, found, strict=True):
        ends = [0, *(start + length for start, length, _ in words)]
        assert all(start >= end for end, (start, _, _) in zip(ends, words, strict=False))
        assert ends[-1] <= len(line.encode("utf-16-le")) // 2


def _luminance(colour: QColor) -> float:
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def _over(top: str, alpha: float, below: str) -> QColor:
    pairs = zip(QColor(top).getRgbF()[:3], QColor(below).getRgbF()[:3], strict=True)
    return QColor.fromRgbF(*(alpha * a + (1 - alpha) * b for a, b in pairs))


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_every_colour_can_be_read_on_every_light(theme: Theme) -> None:
    """WCAG 2 asks for a contrast of 4.5."""
    grounds = [QColor(c) for c in (theme.field, theme.accent_soft, theme.warning_soft)]
    grounds += [_over(theme.success, 0.2, ground) for ground in (theme.field, theme.accent_soft)]
    for colour in (*SYNTAX[theme.name].values(), theme.text):
        for ground in grounds:
            bright, dim = sorted((_luminance(QColor(colour)), _luminance(ground)), reverse=True)
            assert (bright + 0.05) / (dim + 0.05) >= 4.5, (colour, ground.name())


def test_the_program_of_the_tests_is_python() -> None:
    ast.parse(short_program(Experiment(layers=(Dense(),)), "concise").text)
