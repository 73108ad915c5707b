"""The race explorer: start and stop by mouse and keyboard, what it shows while it runs and afterwards."""

from __future__ import annotations

from math import log10

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.explorers.race import CONTENDERS, Race, Standing, Timing
from desktop_app.lessons.explorers.race import RaceExplorer
from tests.desktop_app.lessons.explorers.opened import pixel

LEFT = Qt.MouseButton.LeftButton
SECONDS = {"ndarray_loop": 1e-3, "list_loop": 1e-5, "ndarray": 1e-5, "numpy": 1e-6}
TIMINGS = tuple(
    Timing(name, size, seconds * (size if CONTENDERS[name].loop else 1), estimated=name == "ndarray_loop" and size > 10)
    for size in (10, 30)
    for name, seconds in SECONDS.items()
)


@pytest.fixture
def race(qtbot, light_theme, fast_mouse):
    explorer = RaceExplorer()
    explorer.questions, explorer.sentences = [], []
    explorer.asked.connect(explorer.questions.append)
    explorer.failed.connect(explorer.sentences.append)
    qtbot.addWidget(explorer)
    explorer.resize(800, 560)
    with qtbot.waitExposed(explorer):
        explorer.show()
    return explorer


def test_a_race_is_started_seen_and_finished(race, qtbot):
    assert "Which is faster" in race.reading.text()
    assert not race.progress.isVisible()
    QTest.mouseClick(race.start_button, LEFT)
    (question,) = race.questions
    assert question == Race((10, 30, 100, 300, 1000, 3000, 10_000, 30_000, 100_000, 300_000, 1_000_000), 2.0)
    assert race.facts()["running"] is True
    assert not race.start_button.isEnabled()
    race.show_answer(question, Standing(TIMINGS[:4], 30, 0.5, 0.25), False)
    assert race.progress.isVisible()
    assert race.progress.value() == 500
    assert race.progress_text.text() == "n = 30: the loop over the NDArray has added 15 entries in 250 ms"
    assert race.plot.now.y.tolist() == [pytest.approx(log10(0.25))]
    with qtbot.waitSignal(race.facts_changed):
        race.show_answer(question, Standing(TIMINGS), True)
    assert not race.progress.isVisible(), "no empty bar stays behind"
    assert race.progress_text.text() == "The race is over."
    assert not len(race.plot.now.x)
    assert "<b>1,000 times</b>" in race.reading.text()
    assert "n = 30 would take 30.0 ms" in race.reading.text()
    facts = race.facts()
    assert facts["ratio"] == pytest.approx(1000)
    assert (facts["done"], facts["running"], facts["measured_to"], facts["estimated"]) == (True, False, 10, True)


def test_a_race_is_stopped_with_the_keyboard_and_late_answers_are_left_out(race):
    QTest.keyClick(race.start_button, Qt.Key.Key_Space)
    (question,) = race.questions
    race.show_answer(question, Standing(TIMINGS[:4], 30), False)
    QTest.keyClick(race.stop_button, Qt.Key.Key_Space)
    assert race.questions[1:] == [Race((), 2.0)]
    race.show_answer(question, Standing(TIMINGS), True)
    assert race.standing.timings == TIMINGS[:4], "what was measured before stays"
    assert race.facts()["done"] is False
    assert race.start_button.isEnabled()
    assert not race.stop_button.isEnabled()


def test_the_axes_end_where_the_race_ends(race):
    (left, right), _ = race.plot.plot.view.viewRange()
    assert left < 1 < 6 < right
    race.sizes.setFocus()
    for _ in range(6):
        QTest.keyClick(race.sizes, Qt.Key.Key_Up)
    assert race.setup.largest == 1000
    (left, right), (bottom, top) = race.plot.plot.view.viewRange()
    assert left < 1 < 3 < right < 3.5
    assert bottom < log10(1e-6)
    QTest.mouseClick(race.start_button, LEFT)
    race.show_answer(race.questions[-1], Standing((Timing("ndarray_loop", 1000, 100.0),)), True)
    _, (_, higher) = race.plot.plot.view.viewRange()
    assert top < 2 < higher, "a slow computer is seen too"


def test_estimates_are_dashed_and_times_are_read_under_the_mouse(race):
    race.restore({"largest": 100, "results": [[t.contender, t.size, t.seconds, t.estimated] for t in TIMINGS]})
    plot = race.plot
    assert plot.lines["ndarray_loop"].x.tolist() == [1.0]
    assert plot.estimates["ndarray_loop"].x.tolist() == [1.0, log10(30)]
    assert plot.lines["numpy"].y.tolist() == [-6.0, -6.0]
    QTest.mouseMove(plot.viewport(), pixel(plot, plot.plot, log10(28), -3))
    text = plot.reader.card.label.text()
    for part in ("NDArray, entry by entry, estimated", "30.0 ms", "300 µs", "10.0 µs", "1.00 µs"):
        assert part in text
    QTest.mouseDClick(plot.viewport(), LEFT, pos=pixel(plot, plot.plot, 1.5, -3))
    assert plot.plot.view.viewRange()[0] == pytest.approx([0.8, 2.2])


def test_the_longest_measurement_is_typed(race):
    box = race.controls["limit"].box
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "0.5")
    QTest.keyClick(box, Qt.Key.Key_Return)
    QTest.mouseClick(race.start_button, LEFT)
    assert race.questions[-1].limit == 0.5


def test_a_problem_ends_the_race_and_its_times_are_exported(race):
    race.restore({"run": True})
    race.show_answer(race.questions[-1], Standing(TIMINGS, 30), False)
    race.show_problem(race.questions[-1], "The engine has stopped.")
    assert race.sentences == ["The engine has stopped."]
    assert not race.is_running
    lines = race.to_csv().splitlines()
    assert lines[0] == "way,n,seconds,estimated"
    assert lines[1] == "ndarray_loop,10,0.01,false"
    assert lines[5] == "ndarray_loop,30,0.03,true"
    assert len(lines) == 9


def test_another_window_goes_on_where_this_one_is(race, qtbot):
    other = RaceExplorer()
    qtbot.addWidget(other)
    race.start()
    race.show_answer(race.questions[-1], Standing(TIMINGS[:4], 30), False)
    other.restore(race.state())
    assert other.is_running, "it begins anew: what comes of the old question goes to the old window"
    race.stop()
    other.restore(race.state())
    assert other.standing.timings == TIMINGS[:4]
    assert other.facts()["done"] is False
