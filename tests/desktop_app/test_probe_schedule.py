"""When probes are due, with a clock and a mailbox of the test's own."""

from __future__ import annotations

from itertools import pairwise

import pytest

from core.probes import BoundaryProbe, GradientsProbe, WeightsProbe
from desktop_app.probe_schedule import (
    GROWTH,
    MAX_DRAWING_SHARE,
    MAX_SECONDS,
    MAX_SHARE,
    MIN_SECONDS,
    STUTTER,
    ProbeSchedule,
)

BOUNDARY, WEIGHTS, GRADIENTS = BoundaryProbe(), WeightsProbe(), GradientsProbe()


class Desk:
    """A schedule, its clock, and a count of the letters that were fetched."""

    def __init__(self, *probes):
        self.now, self.fetched, self.put, self.drawing = 100.0, 0, 0, 0.0
        self.schedule = ProbeSchedule(lambda: self.fetched, lambda: self.drawing, lambda: self.now)
        self.schedule.watch(probes)

    def take(self, probe, seconds=0.0):
        self.now += seconds
        self.put += 1
        self.schedule.note(probe, seconds, self.put)


def test_what_is_watched_is_due_at_once():
    desk = Desk(BOUNDARY, WEIGHTS)
    assert desk.schedule.due() == (BOUNDARY, WEIGHTS)
    assert Desk().schedule.due() == ()


def test_a_quick_probe_is_due_as_often_as_it_can_be_drawn():
    desk = Desk(BOUNDARY)
    desk.take(BOUNDARY, 0.001)
    desk.fetched = 1
    desk.now += 0.9 * MIN_SECONDS
    assert desk.schedule.due() == ()
    desk.now += 0.2 * MIN_SECONDS
    assert desk.schedule.due() == (BOUNDARY,)


def test_a_slow_first_look_does_not_hold_up_the_next():
    desk = Desk(BOUNDARY)
    for cost, pause in ((0.5, MIN_SECONDS), (0.5, 0.5 / MAX_SHARE), (0.001, MIN_SECONDS)):
        desk.take(BOUNDARY, cost)
        desk.fetched = desk.put
        desk.now += 0.9 * pause
        assert desk.schedule.due() == ()
        desk.now += 0.2 * pause
        assert desk.schedule.due() == (BOUNDARY,)


def test_what_takes_long_to_draw_comes_more_seldom():
    desk = Desk(BOUNDARY)
    costs = ((0.012, 0.012 / MAX_DRAWING_SHARE), (0.001, MIN_SECONDS), (0.03, 0.03**2 / STUTTER), (1.0, MAX_SECONDS))
    for drawing, pause in costs:
        desk.drawing = drawing
        desk.take(BOUNDARY)
        desk.fetched = desk.put
        desk.now += 0.9 * pause
        assert desk.schedule.due() == ()
        desk.now += 0.2 * pause
        assert desk.schedule.due() == (BOUNDARY,)


def test_nothing_is_due_before_its_last_answer_was_fetched():
    desk = Desk(BOUNDARY, WEIGHTS)
    desk.take(BOUNDARY)
    desk.take(WEIGHTS)
    desk.now += 1000
    assert desk.schedule.due() == ()
    desk.fetched = 1
    assert desk.schedule.due() == (BOUNDARY,)
    desk.fetched = 2
    assert desk.schedule.due() == (BOUNDARY, WEIGHTS)


@pytest.mark.parametrize("costs", [(0.1,), (0.001, 0.2), (0.05, 0.05, 0.3)])
def test_all_probes_together_take_their_share_of_the_time_at_most(costs):
    probes = (BOUNDARY, WEIGHTS, GRADIENTS)[: len(costs)]
    desk = Desk(*probes)
    spent, numbers = 0.0, dict.fromkeys(probes, 0)
    while desk.now < 200:
        desk.now += 0.001  # a step
        for probe in desk.schedule.due():
            cost = costs[probes.index(probe)]
            desk.take(probe, cost)
            desk.fetched = desk.put
            spent += cost
            numbers[probe] += 1
    assert (spent - sum(costs)) / 100 <= MAX_SHARE * 1.05, "the first looks do not count"
    assert all(numbers.values())
    assert numbers[probes[0]] >= numbers[probes[-1]]


def test_what_is_watched_anew_is_told_and_the_others_keep_their_time():
    desk = Desk(BOUNDARY)
    desk.take(BOUNDARY)
    desk.fetched = 1
    assert desk.schedule.watch((BOUNDARY, WEIGHTS, WEIGHTS)) == (WEIGHTS,)
    assert desk.schedule.due() == (WEIGHTS,)
    assert desk.schedule.watch((WEIGHTS,)) == ()
    assert desk.schedule.probes == (WEIGHTS,)


def test_what_is_asked_again_is_due_at_once():
    desk = Desk(BOUNDARY, WEIGHTS)
    desk.take(BOUNDARY, 10.0)
    desk.take(WEIGHTS)
    assert desk.schedule.watch((BOUNDARY, WEIGHTS), (BOUNDARY, GRADIENTS)) == (BOUNDARY,)
    assert desk.schedule.due() == (BOUNDARY,)


def test_after_a_change_slow_probes_are_due_at_once_but_not_before_they_were_fetched():
    desk = Desk(BOUNDARY, WEIGHTS)
    for _ in range(2):
        desk.take(BOUNDARY, 0.5)
        desk.take(WEIGHTS, 0.5)
    desk.fetched = 3
    assert desk.schedule.due() == ()
    desk.schedule.hasten()
    assert desk.schedule.due() == (BOUNDARY,)
    desk.fetched = 4
    assert desk.schedule.due() == (BOUNDARY, WEIGHTS)


def test_a_probe_can_be_forgotten():
    desk = Desk(BOUNDARY)
    desk.schedule.forget(BOUNDARY)
    desk.take(BOUNDARY)
    assert desk.schedule.probes == desk.schedule.due() == ()


def test_what_is_kept_for_later_comes_ever_more_seldom_until_it_is_seen():
    desk = Desk()
    desk.drawing = 1.0  # of other pictures
    assert desk.schedule.watch((WEIGHTS,), for_later=(WEIGHTS,)) == (WEIGHTS,)
    moments = []
    while desk.now < 160:
        desk.now += 0.01  # a step
        for probe in desk.schedule.due():
            desk.take(probe)
            desk.fetched = desk.put
            moments.append(desk.now)
    assert 25 <= len(moments) <= 35
    pauses = [after - before for before, after in pairwise(moments)]
    assert pauses[0] == pytest.approx(MIN_SECONDS, abs=0.02)
    assert pauses[-1] == pytest.approx(GROWTH * pauses[-2], rel=0.05)
    desk.drawing = 0.0
    assert desk.schedule.watch((WEIGHTS,), (WEIGHTS,)) == (WEIGHTS,)
    desk.take(WEIGHTS)
    desk.fetched = desk.put
    desk.now += 1.1 * MIN_SECONDS
    assert desk.schedule.due() == (WEIGHTS,)


def test_a_new_run_is_looked_at_from_its_first_step_on():
    desk = Desk()
    desk.schedule.watch((WEIGHTS,), for_later=(WEIGHTS,))
    for _ in range(20):
        desk.take(WEIGHTS)
    desk.fetched = desk.put
    assert desk.schedule.due() == ()
    desk.schedule.restart()
    assert desk.schedule.due() == (WEIGHTS,)
    desk.take(WEIGHTS)
    desk.fetched = desk.put
    desk.now += 1.1 * MIN_SECONDS
    assert desk.schedule.due() == (WEIGHTS,), "the pauses are short again"
