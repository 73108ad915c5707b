"""The Explore tab, with explorers of the tests."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from core.questions import Question
from desktop_app.engine_messages import Answered, Ask, Failed
from desktop_app.explorer_control import ExplorerControl
from desktop_app.lessons.explore_page import ExplorePage
from tests.desktop_app.fakes import FakeHost


@dataclass(frozen=True)
class Sum(Question):
    numbers: tuple[int, ...]


class First(QWidget):
    name, chapter = "first", 1
    asked, facts_changed, failed, saved = Signal(object), Signal(), Signal(str), Signal(str)

    def __init__(self):
        super().__init__()
        self.values = {"a": 1}
        self.heard = []

    @classmethod
    def title(cls):
        return cls.__name__

    def state(self):
        return dict(self.values)

    def restore(self, state):
        self.values |= state

    def facts(self):
        return {"a": self.values["a"]}

    def show_answer(self, question, answer, is_last):
        self.heard.append((answer, is_last))

    def show_problem(self, question, sentence):
        self.heard.append(sentence)


class Second(First):
    name, chapter = "second", 3


@pytest.fixture
def page(qtbot):
    page = ExplorePage((First, Second))
    qtbot.addWidget(page)
    page.resize(800, 500)
    return page


def test_an_explorer_is_built_when_it_is_first_seen(page):
    assert page.facts() == {"shown": ""}
    page.show()
    assert page.facts() == {"shown": "first", "first.a": 1}
    page.open("second", {"a": 5})
    assert page.stack.currentWidget() is page.explorer("second")
    assert page.facts() == {"shown": "second", "first.a": 1, "second.a": 5}


def test_what_is_in_front_is_a_fact(page, qtbot):
    page.show()
    with qtbot.waitSignal(page.facts_changed):
        page.hide()
    assert page.facts() == {"shown": "", "first.a": 1}
    with qtbot.waitSignal(page.facts_changed):
        page.show()
    assert page.facts()["shown"] == "first"


def test_the_list_has_the_chapters_as_headings(page):
    texts = [page.box.itemText(row) for row in range(page.box.count())]
    assert texts == ["1. NDArray and automatic differentiation", "First", "3. Softmax regression", "Second"]
    assert not page.box.model().item(0).isEnabled()


@pytest.mark.parametrize("width", [800, 1400])
def test_another_explorer_is_chosen_with_the_keyboard(page, qtbot, width):
    page.resize(width, 500)
    page.show()
    chooser = page.list if width > 1000 else page.box
    assert page.list.isVisible() == (width > 1000)
    assert page.box.isVisible() != page.list.isVisible()
    qtbot.keyClick(chooser, Qt.Key.Key_Down)
    assert page.current == "second"
    assert page.stack.currentWidget() is page.explorer("second")
    qtbot.keyClick(chooser, Qt.Key.Key_Up)
    assert page.current == "first"


def test_an_unknown_explorer_is_a_sentence(page):
    said = []
    page.failed.connect(said.append)
    page.open("third")
    assert said == ["There is no explorer “third”."]


def test_the_state_comes_back_in_another_page(page, qtbot):
    page.open("second", {"a": 7})
    other = ExplorePage((First, Second))
    qtbot.addWidget(other)
    other.restore(page.state())
    assert other.state() == page.state()
    other.show()
    assert other.stack.currentWidget().values == {"a": 7}


def test_questions_reach_the_engine_and_newest_answers_come_back(page):
    host, owner = FakeHost(), QObject()
    ExplorerControl(host, page, owner)
    first = page.explorer("first")
    old, new = Sum((1,)), Sum((1, 2))
    first.asked.emit(old)
    first.asked.emit(new)
    assert host.asked == [("ask", old), ("ask", new)]
    host.say(Answered(old, 1, True), Failed(Ask(old), "Old."), Answered(new, 2, False), Answered(new, 3, True))
    host.say(Answered(new, 4, True))
    assert first.heard == [(2, False), (3, True)]
    again = Sum((1, 2))
    first.asked.emit(again)
    host.say(Failed(Ask(again), "Too many."))
    assert first.heard[2:] == ["Too many."]
