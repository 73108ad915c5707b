from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.code.walk import Stage, Walk

STAGES = [Stage("forward"), Stage("loss", "loss 0.5"), Stage("backward")]


class Watched:
    def __init__(self) -> None:
        self.walk = Walk()
        self.shown: list[str] = []
        self.wanted = 0
        self.walk.shown.connect(lambda stage: self.shown.append(stage.phase))
        self.walk.step_wanted.connect(self._want)

    def _want(self) -> None:
        self.wanted += 1


@pytest.fixture
def watched(qapp: object) -> Watched:
    return Watched()


def test_stages_come_one_by_one_and_then_the_next_step_is_asked_for(watched: Watched, qtbot: QtBot) -> None:
    walk = watched.walk
    walk.set_pace(1)
    walk.begin()
    with qtbot.waitSignal(walk.step_wanted):
        walk.add(STAGES)
        assert watched.shown == ["forward"]
    assert watched.shown == ["forward", "loss", "backward"]
    assert walk.is_waiting
    walk.stop()


def test_halted_it_goes_only_where_it_is_told_to(watched: Watched) -> None:
    walk = watched.walk
    walk.begin()
    walk.add(STAGES)
    walk.halt()
    for number in (2, 3):
        walk.advance()
        assert len(watched.shown) == number
    assert watched.wanted == 0
    walk.advance()
    assert (watched.wanted, walk.is_waiting) == (1, True)
    walk.add(STAGES)
    assert watched.shown[3:] == ["forward"]
    walk.go_on()
    assert watched.shown[3:] == ["forward", "loss"]
    assert not walk.is_halted
    walk.stop()


def test_another_step_takes_the_place_of_what_was_not_shown(watched: Watched) -> None:
    walk = watched.walk
    walk.begin()
    walk.add(STAGES)
    walk.replace([Stage("evaluate")])
    assert watched.shown == ["forward", "evaluate"]
    walk.stop()
    assert walk.stage is None
    walk.add(STAGES)
    assert watched.shown == ["forward", "evaluate"]
