from __future__ import annotations

import pytest
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.curves_tab import CurvesTab
from desktop_app.panels.runs import RunsPanel
from desktop_app.plots.curves import CurvesView
from desktop_app.plots.run_looks import draw_run_look


@pytest.fixture
def tab(qtbot: QtBot) -> CurvesTab:
    return made(qtbot)


def made(qtbot: QtBot) -> CurvesTab:
    tab = CurvesTab(CurvesView(), RunsPanel(draw_run_look))
    qtbot.addWidget(tab)
    tab.resize(950, 600)
    with qtbot.waitExposed(tab):
        tab.show()
    return tab


def test_the_list_folds_and_leaves_its_room_to_the_curves(qtbot: QtBot, tab: CurvesTab) -> None:
    curves, runs = tab.widget(0), tab.widget(1)
    assert runs.isVisible()
    assert curves.width() > 2 * runs.width()
    QTest.mouseClick(tab.runs_button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert not runs.isVisible()
    assert curves.width() == 950
    with qtbot.waitSignal(tab.runs_button.toggled):
        QTest.keyClick(tab.runs_button, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert runs.isVisible()


def test_there_is_room_for_curves_and_runs_in_the_smallest_window(tab: CurvesTab) -> None:
    # 1,024 pixels without the experiment's 320.
    assert tab.minimumSizeHint().width() <= 704
    tab.resize(650, 400)
    QApplication.processEvents()
    assert tab.widget(1).isVisible()
    assert tab.runs_button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly


def test_the_layout_comes_back(qtbot: QtBot, tab: CurvesTab) -> None:
    tab.setSizes([600, 345])
    width = tab.widget(1).width()
    QTest.mouseClick(tab.runs_button, Qt.MouseButton.LeftButton)
    other = made(qtbot)
    other.restore_layout(tab.layout_state())
    assert not other.widget(1).isVisible()
    QTest.mouseClick(other.runs_button, Qt.MouseButton.LeftButton)
    assert other.widget(1).width() == width


@pytest.mark.parametrize("state", [b"", b"1", b"0", b"nonsense"])
def test_a_strange_layout_changes_nothing(tab: CurvesTab, state: bytes) -> None:
    sizes = tab.sizes()
    tab.restore_layout(QByteArray(state))
    assert tab.sizes() == sizes
    assert tab.widget(1).isVisible()


def test_in_a_narrow_tab_the_curves_come_first_and_the_runs_on_request(tab: CurvesTab) -> None:
    runs = tab.widget(1)
    tab.resize(560, 500)
    assert not runs.isVisible()
    assert tab.layout_state().startsWith(b"1"), "the user has not sent them away"
    tab.resize(950, 500)
    assert runs.isVisible()
    tab.resize(560, 500)
    QTest.mouseClick(tab.runs_button, Qt.MouseButton.LeftButton)
    tab.resize(550, 500)
    assert runs.isVisible()
    QTest.mouseClick(tab.runs_button, Qt.MouseButton.LeftButton)
    tab.resize(950, 500)
    assert not runs.isVisible()


def test_a_list_that_was_sent_away_does_not_come_with_the_room(qtbot: QtBot, tab: CurvesTab) -> None:
    QTest.mouseClick(tab.runs_button, Qt.MouseButton.LeftButton)
    other = made(qtbot)
    other.resize(560, 500)
    other.restore_layout(tab.layout_state())
    other.resize(950, 500)
    assert not other.widget(1).isVisible()
