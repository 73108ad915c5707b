"""The race: every way and size has its time, and what was not finished is marked."""

from __future__ import annotations

import pytest

from core.engine.answers.race import answer_race
from core.explorers.race import CONTENDERS, Race, find, largest_measured, ratio, sizes_up_to


def test_every_way_has_a_time_at_every_size():
    standings = list(answer_race(Race((10, 30), limit=20.0)))
    last = standings[-1]
    assert {(t.contender, t.size) for t in last.timings} == {(way, n) for way in CONTENDERS for n in (10, 30)}
    assert all(t.seconds > 0 and not t.estimated for t in last.timings)
    assert largest_measured(last.timings) == 30
    assert ratio(last.timings, 30) > 1
    assert len(standings) > 4, "training may go on in between"


def test_a_loop_that_takes_too_long_is_estimated():
    last = list(answer_race(Race((1000, 3000), limit=0.001)))[-1]
    short, long = (find(last.timings, "ndarray_loop", size) for size in (1000, 3000))
    assert short.estimated
    assert long.estimated
    assert long.seconds == pytest.approx(3 * short.seconds)
    assert largest_measured(last.timings) is None
    assert largest_measured(last.timings, "numpy") == 3000


def test_a_race_without_sizes_is_over_at_once():
    (last,) = answer_race(Race((), limit=1.0))
    assert last.timings == ()


def test_sizes_end_where_they_are_told_to():
    assert sizes_up_to(1000) == (10, 30, 100, 300, 1000)
