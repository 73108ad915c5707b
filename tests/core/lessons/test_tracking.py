"""What a reader reaches on a page, and when a question is settled."""

from __future__ import annotations

import pytest

from core.lessons.lesson import parse_lesson
from core.lessons.progress import PageProgress
from core.lessons.tracking import Tracker
from tests.lessons.sample import PAGE

FACTS = {"run.weight_norm": 20.0, "run.epoch": 1}


@pytest.mark.parametrize(
    ("reason", "outcome"), [("", None), ("stopped", None), ("failed", None), ("finished", 0), ("diverged", 0)]
)
def test_a_question_about_a_run_is_settled_by_one_that_came_to_its_end(reason, outcome):
    tracker = Tracker(parse_lesson(PAGE, "6-1-weight-decay"), PageProgress())
    assert tracker.choose("norm", 1)
    tracker.start_run(1)
    assert not tracker.may_choose("norm")
    assert tracker.take(FACTS | {"run.reason": reason}).predictions == (() if outcome is None else ("norm",))
    assert tracker.progress.answers["norm"].outcome == outcome
    # One that was stopped says nothing: the reader may choose anew.
    assert tracker.may_choose("norm") == (reason in ("stopped", "failed"))
