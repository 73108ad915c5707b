"""What drawing costs, by a clock of the test's own."""

from __future__ import annotations

import pytest

from desktop_app.drawing_meter import DrawingMeter


def _estimate(spent, draws):
    """Return the last estimate after fetches that were each followed by so many seconds of work."""
    now = [0.0]
    meter = DrawingMeter(lambda: now[0])
    for seconds, answers in zip(spent, draws, strict=True):
        meter.note(answers)
        now[0] += seconds
    return meter.note(False)


def test_nothing_is_known_before_anything_was_drawn():
    assert _estimate([], []) == 0
    assert _estimate([0.004] * 20, [False] * 20) == 0


def test_the_cost_is_that_beyond_the_usual_work():
    assert _estimate([0.004, 0.034] * 40, [False, True] * 40) == pytest.approx(0.030, rel=0.01)


def test_cheaper_pictures_are_soon_known_to_be_cheaper():
    assert _estimate([0.0, 0.1] * 20 + [0.0, 0.01] * 15, [False, True] * 35) == pytest.approx(0.01, rel=0.1)


def test_a_disturbed_measurement_never_makes_the_cost_negative():
    assert _estimate([0.5, 0.01], [False, True]) == 0
