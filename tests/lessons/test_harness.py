"""The reader of the chapters' tests, at a page that is read from a text."""

from __future__ import annotations

import pytest

from core.lessons.lesson import parse_lesson
from tests.lessons import harness
from tests.lessons.harness import Reader
from tests.lessons.sample import PAGE


@pytest.fixture
def reader(monkeypatch):
    monkeypatch.setattr(harness, "find_lesson", lambda name, language: parse_lesson(PAGE, name, language))
    return Reader("6-1-weight-decay")


def test_a_reader_predicts_tries_trains_and_reaches_the_goals(reader):
    assert reader.experiment.name
    reader.choose("norm", 0)
    assert reader.ticked == set()
    reader.press("Set")
    assert reader.experiment.optimizer.wd == 3
    assert reader.ticked == {"set-it"}
    reader.press("Train")
    assert reader.ticked == {"set-it", "small-norm"}
    assert reader.outcomes == {"norm": 1}


def test_a_run_that_does_not_answer_leaves_the_question_open(reader):
    reader.set("training.num_epochs", 1)
    reader.choose("norm", 1)
    reader.train()
    assert reader.outcomes == {"norm": None}
    assert reader.tracker.may_choose("norm")
