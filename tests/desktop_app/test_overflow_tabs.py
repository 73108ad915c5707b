"""Tabs that find no room, used with mouse and keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desktop_app.overflow_tabs import OverflowTabs

TITLES = ("Curves", "Activations", "Data", "Boundary", "Network", "Weights", "Book")


@pytest.fixture
def tabs(qtbot):
    tabs = OverflowTabs()
    qtbot.addWidget(tabs)
    for title in TITLES:
        tabs.addTab(QLabel(title), title)
    tabs.resize(2000, 300)
    with qtbot.waitExposed(tabs):
        tabs.show()
    return tabs


def narrow(tabs, qtbot, num_hidden):
    """Make the tabs as narrow as is needed to hide so many."""
    bar = tabs.tabBar()
    widths = [bar.tabRect(i).width() for i in range(len(TITLES))]
    tabs.resize(sum(widths[: len(TITLES) - num_hidden]) + tabs.more.sizeHint().width() + 2, 300)
    qtbot.waitUntil(lambda: len(tabs.hidden_positions()) == num_hidden)


def shown_titles(tabs):
    bar = tabs.tabBar()
    seen = [i for i in range(tabs.count()) if bar.isTabVisible(i)]
    return [tabs.tabText(i) for i in seen if 0 < bar.tabRect(i).right() <= bar.width()]


def choose(tabs, title):
    """Choose an entry of the menu behind the button."""
    tabs.more.menu().aboutToShow.emit()
    entry = next(action for action in tabs.more.menu().actions() if action.text() == title)
    entry.activate(QAction.ActionEvent.Trigger)


def test_what_fits_is_shown_and_no_menu(tabs):
    assert shown_titles(tabs) == list(TITLES)
    assert not tabs.more.isVisible()
    assert tabs.minimumSizeHint().width() < 300


def test_the_last_ones_go_into_the_menu_and_come_back(tabs, qtbot):
    narrow(tabs, qtbot, 2)
    assert shown_titles(tabs) == list(TITLES[:-2])
    assert tabs.more.isVisible()
    tabs.more.menu().aboutToShow.emit()
    assert [action.text() for action in tabs.more.menu().actions()] == list(TITLES[-2:])
    tabs.resize(2000, 300)
    qtbot.waitUntil(lambda: not tabs.hidden_positions())
    assert not tabs.more.isVisible()


def test_one_from_the_menu_comes_to_the_front_and_into_the_bar(tabs, qtbot):
    narrow(tabs, qtbot, 2)
    choose(tabs, "Book")
    assert tabs.currentWidget().text() == "Book"
    assert tabs.currentWidget().isVisible()
    assert [tabs.widget(i).isVisible() for i in range(tabs.count())].count(True) == 1, "one page is seen"
    qtbot.waitUntil(lambda: "Book" in shown_titles(tabs))


def test_nothing_moves_when_another_tab_of_the_bar_is_clicked(tabs, qtbot):
    narrow(tabs, qtbot, 2)
    choose(tabs, "Book")
    qtbot.waitUntil(lambda: "Book" in shown_titles(tabs))
    before = shown_titles(tabs)
    QTest.mouseClick(tabs.tabBar(), Qt.MouseButton.LeftButton, pos=tabs.tabBar().tabRect(1).center())
    assert tabs.currentIndex() == 1
    assert shown_titles(tabs) == before


@pytest.mark.parametrize("width", [150, 240, 330, 420, 510])
def test_the_tab_in_front_is_seen_at_every_width(tabs, qtbot, width):
    tabs.resize(width, 300)
    for position in (*range(len(TITLES)), 3, 0):
        tabs.setCurrentIndex(position)
        qtbot.waitUntil(lambda title=TITLES[position]: title in shown_titles(tabs))
        bar = tabs.tabBar()
        assert bar.geometry().contains(bar.mapToParent(bar.tabRect(position).center()))
        assert not tabs.more.isVisible() or tabs.more.x() >= bar.geometry().right()


def test_the_keyboard_reaches_every_tab(tabs, qtbot):
    narrow(tabs, qtbot, 3)
    tabs.setFocus()
    reached = []
    for _ in TITLES:
        QTest.keyClick(tabs, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
        reached.append(tabs.currentIndex())
    assert sorted(reached) == list(range(len(TITLES)))
    QTest.keyClick(tabs, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert tabs.currentIndex() == len(TITLES) - 1
