"""What drawing costs, from how long a window was busy."""

from __future__ import annotations

from time import perf_counter

import numpy as np
import pytest
from PySide6.QtWidgets import QWidget

from core.events import ProbeTaken
from core.probes import WeightsProbe
from desktop_app.drawing_meter import DrawingMeter
from desktop_app.engine_host import EngineHost


def _estimate(busy, draws):
    """Return the estimate after fetches that were each followed by so many seconds of work; the first was drawn."""
    meter = DrawingMeter()
    meter.note(0.0, True)
    for seconds, answers in zip(busy, draws, strict=True):
        meter.note(seconds, answers)
    return meter.seconds


def test_nothing_is_known_before_anything_was_drawn():
    assert _estimate([], []) == 0
    assert _estimate([0.004] * 20, [False] * 20) == 0


def test_the_cost_is_that_beyond_the_usual_work():
    assert _estimate([0.004, 0.034] * 40, [False, True] * 40) == pytest.approx(0.030, rel=0.01)


def test_cheaper_pictures_are_soon_known_to_be_cheaper():
    assert _estimate([0.0, 0.1] * 20 + [0.0, 0.01] * 15, [False, True] * 35) == pytest.approx(0.01, rel=0.1)


def test_the_first_picture_of_a_view_is_no_rule():
    meter = DrawingMeter()
    for view in range(2):
        meter.begin(view)
        for seconds in (0.5, *[0.01 * (view + 1)] * 40):
            meter.note(seconds, True)
        assert meter.seconds == pytest.approx(0.01 * (view + 1), rel=0.01)


def test_what_a_view_cost_is_remembered_while_another_is_drawn():
    meter = DrawingMeter()
    for view, cost in (("slow", 0.05), ("quick", 0.001)):
        meter.begin(view)
        for _ in range(40):
            meter.note(cost, True)
    meter.begin("slow")
    assert meter.seconds == pytest.approx(0.05, rel=0.01)
    meter.begin("new")
    assert meter.seconds == 0


def test_a_disturbed_measurement_never_makes_the_cost_negative():
    assert _estimate([0.5, 0.01], [False, True]) == 0


def _work():
    start = perf_counter()
    while perf_counter() - start < 0.03:
        pass


class Picture(QWidget):
    def paintEvent(self, event):
        _work()


def _picture(qtbot):
    picture = Picture()
    qtbot.addWidget(picture)
    with qtbot.waitExposed(picture):
        picture.show()
    return picture


@pytest.mark.parametrize("is_painted", [False, True])
def test_the_engine_is_told_how_long_the_window_was_busy_with_an_answer(qtbot, is_painted):
    host = EngineHost()
    picture = _picture(qtbot) if is_painted else None
    host.received.connect(lambda _received: picture.update() if picture is not None else _work())
    host._mailbox.put(ProbeTaken(host.run_id, 1, WeightsProbe(), {"0.weight": np.zeros(1, np.float32)}))
    host._fetch()
    qtbot.waitUntil(lambda: not host._meter._is_first)
    host._mailbox.put(ProbeTaken(host.run_id, 2, WeightsProbe(), {"0.weight": np.zeros(1, np.float32)}))
    host._fetch()
    assert host._mailbox.drawing_seconds == 0, "it is not drawn yet"
    qtbot.waitUntil(lambda: host._mailbox.drawing_seconds > 0)
    assert host._mailbox.drawing_seconds >= 0.3 * 0.03
