"""The dock of the lessons without a laboratory behind it: contents, questions, turning the pages."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.lessons.lesson import find_lesson, lessons
from core.lessons.links import ToPage
from core.lessons.progress import PageProgress
from core.lessons.tracking import Reached, Tracker
from desktop_app.lessons.lesson_dock import LessonDock

NAMES = [lesson.name for lesson in lessons("en")]


@pytest.fixture
def dock(qtbot):
    dock = LessonDock("en")
    qtbot.addWidget(dock)
    dock.resize(320, 640)
    dock.show()
    return dock


def open_page(dock: LessonDock, name: str) -> Tracker:
    tracker = Tracker(find_lesson(name, "en"), PageProgress())
    dock.show_lesson(tracker)
    lay_out()
    return tracker


def lay_out() -> None:
    """Texts that are as high as their lines need several rounds."""
    for _ in range(5):
        QApplication.processEvents()


def test_the_pages_are_turned_at_their_end_with_the_keyboard(dock):
    wanted = []
    dock.page_wanted.connect(wanted.append)
    open_page(dock, NAMES[0])
    assert len(dock.page.end.buttons) == 1
    open_page(dock, NAMES[1])
    before, after = dock.page.end.buttons
    after.setFocus()
    QTest.keyClick(after, Qt.Key.Key_Space)
    QTest.keyClick(after, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert before.hasFocus()
    QTest.keyClick(before, Qt.Key.Key_Space)
    assert wanted == [ToPage(NAMES[2]), ToPage(NAMES[0])]
    page = dock.page.widget()
    assert page.width() <= dock.page.viewport().width()
    end = before.mapTo(page, QPoint(0, 0)).y()
    assert all(text.mapTo(page, QPoint(0, 0)).y() < end for text in dock.page.texts)


def test_nothing_moves_when_an_answer_is_chosen(dock):
    tracker = open_page(dock, "6-1-weight-decay")
    question, buttons = dock.page.questions[0], dock.page.buttons[1]
    before = question.height(), buttons.mapTo(dock.page.widget(), QPoint(0, 0))
    first = question.status.text()
    tracker.choose(question.prediction.id, 0)
    dock.page.show_reached(Reached())
    lay_out()
    measure = QFontMetrics(question.status.font())
    assert (
        measure.horizontalAdvance(first) < question.status.width() < measure.horizontalAdvance(question.status.text())
    )
    assert (question.height(), buttons.mapTo(dock.page.widget(), QPoint(0, 0))) == before


def test_titles_break_into_lines_where_the_list_is_narrow(dock):
    dock.show_contents()
    QApplication.processEvents()
    tree = dock.contents
    wide = {name: tree.visualItemRect(item) for name, item in dock._items.items()}
    longest = max(lessons("en"), key=lambda lesson: len(lesson.title)).name
    shortest = min(lessons("en"), key=lambda lesson: len(lesson.title)).name
    assert wide[longest].height() > wide[shortest].height()
    dock.resize(700, 640)
    QApplication.processEvents()
    assert tree.visualItemRect(dock._items[longest]).height() == wide[shortest].height()
    open_page(dock, longest)
    dock.show_contents()
    assert tree.currentItem() is dock._items[longest]


def test_a_search_without_a_hit_says_so(qtbot, dock):
    wanted = []
    dock.page_wanted.connect(wanted.append)
    qtbot.keyClicks(dock.line, "<b>xyzzy ")
    assert dock.stack.currentWidget() is dock.found
    assert [dock.found.item(row).text() for row in range(dock.found.count())] == ["Nothing found for “<b>xyzzy”."]
    QTest.mouseClick(dock.found.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    assert wanted == []
    dock.line.setText("gradient")
    assert dock.found.count() > 1
    assert not any(dock.found.item(row).text() for row in range(dock.found.count()))
