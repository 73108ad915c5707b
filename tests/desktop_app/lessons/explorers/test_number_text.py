"""Numbers in small cells."""

from __future__ import annotations

import pytest

from desktop_app.lessons.explorers.number_text import short


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (3.0, "3"),
        (-0.0, "0"),
        (-12.0, "−12"),
        (9999.0, "9999"),
        (0.5, "0.5"),
        (1 / 3, "0.333"),
        (123456.0, "1.23·10⁵"),
        (1e5, "10⁵"),
        (float("inf"), "∞"),
        (float("nan"), "NaN"),
        (1e-9, "10⁻⁹"),
    ],
)
def test_numbers_are_short(value, text):
    assert short(value) == text
