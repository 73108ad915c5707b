"""Questions beside a run: in pieces, newest first, and the run does not notice."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from core.engine import answers
from core.errors import ExperimentError
from core.events import BatchDone
from core.explorers.autograd import AutogradSetup, question_of
from core.explorers.broadcasting import Broadcast
from core.explorers.memory import Sharing, SharingOfAll
from core.questions import Question
from desktop_app import engine_messages as messages
from tests.core.engine.runs import DENSE, DENSE_RELU, DROPOUT, batches, run_all, small
from tests.desktop_app.bench import bench

__all__ = ["bench"]


REAL = answers.ANSWERERS


@dataclass(frozen=True)
class Count(Question):
    limit: int


@dataclass(frozen=True)
class Square(Question):
    x: int


def count_up(question):
    yield from range(1, question.limit + 1)


def square(question):
    if question.x < 0:
        raise ExperimentError("x is below 0.")
    return question.x**2 // (question.x != 7)


@pytest.fixture(autouse=True)
def _answerers(monkeypatch):
    monkeypatch.setattr(answers, "ANSWERERS", {Count: count_up, Square: square})


def hear_all(bench, qapp):
    """Let the desk work until it says no more."""
    said = bench.hear()
    while bench.worker._questions._scheduled:
        qapp.processEvents()
        said += bench.hear()
    return said


def told(said):
    return [(message.answer, message.is_last) for message in said if isinstance(message, messages.Answered)]


def test_a_plain_answer_is_the_last_one(bench, qapp):
    assert bench.ask(messages.Ask(Square(3))) == []
    (answered,) = hear_all(bench, qapp)
    assert (answered.question, answered.answer, answered.is_last) == (Square(3), 9, True)


def test_answers_in_pieces_take_turns_with_other_questions_and_the_last_is_marked(bench, qapp):
    bench.ask(messages.Ask(Count(3)))
    bench.ask(messages.Ask(Square(5)))
    assert told(hear_all(bench, qapp)) == [(1, False), (25, True), (2, False), (3, True)]


def test_a_newer_question_of_a_type_replaces_an_older_one(bench, qapp):
    bench.ask(messages.Ask(Count(100)))
    qapp.processEvents()
    assert told(bench.hear()) == [(1, False)]
    bench.ask(messages.Ask(Count(1)))
    bench.ask(messages.Ask(Count(2)))
    assert told(hear_all(bench, qapp)) == [(1, False), (2, True)]


@pytest.mark.parametrize(("x", "part"), [(-1, "x is below 0."), (7, "This did not work: ")])
def test_what_fails_is_a_sentence_with_its_question(bench, qapp, x, part):
    bench.ask(messages.Ask(Square(x)))
    (failed,) = hear_all(bench, qapp)
    assert failed.request == messages.Ask(Square(x))
    assert failed.sentence.startswith(part)
    bench.ask(messages.Ask(Square(2)))
    assert told(hear_all(bench, qapp)) == [(4, True)]


def test_a_question_that_nobody_answers_is_a_sentence(bench, qapp):
    bench.ask(messages.Ask(Question()))
    (failed,) = hear_all(bench, qapp)
    assert failed.sentence.startswith("This did not work")


def test_a_run_goes_on_beside_questions_and_does_not_notice(bench, qapp):
    bench.start(small(), "run")
    bench.ask(messages.Ask(Count(50)))
    events = bench.until_it_rests(qapp)
    hear_all(bench, qapp)
    _, expected = run_all(small())
    assert [event.loss for event in batches(events)] == [event.loss for event in batches(expected)]
    assert told(bench.said)[-1] == (50, True)
    kinds = [type(message) for message in bench.said if isinstance(message, messages.Answered | BatchDone)]
    assert BatchDone in kinds[kinds.index(messages.Answered) :]


def test_closing_leaves_questions_unanswered(bench, qapp):
    bench.ask(messages.Ask(Count(5)))
    bench.worker._questions.clear()
    assert hear_all(bench, qapp) == []


def test_what_explorers_ask_changes_nothing_in_a_run(bench, qapp, monkeypatch):
    monkeypatch.setattr(answers, "ANSWERERS", REAL)
    asked = (
        Broadcast(((4, 3), (3,)), "add"),
        question_of(AutogradSetup()),
        Sharing("rows", "left", (1, 2), 99.0),
        SharingOfAll(),
    )
    bench.start(small([DENSE_RELU, DROPOUT, DENSE]), "pause")
    events = []
    while bench.phases[-1] != "ended":
        for question in asked:
            bench.ask(messages.Ask(question))
        hear_all(bench, qapp)
        bench.ask(messages.SetPace("batch"))
        events += bench.until_it_rests(qapp)
    _, expected = run_all(small([DENSE_RELU, DROPOUT, DENSE]))
    assert [event.loss for event in batches(events)] == [event.loss for event in batches(expected)]
    assert not [message for message in bench.said if isinstance(message, messages.Failed)]
