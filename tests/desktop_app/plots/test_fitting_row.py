"""Buttons that leave out their words where there is no room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QCheckBox, QComboBox, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.icons import icon
from desktop_app.plots.boundary import BoundaryView
from desktop_app.plots.dropout import DropoutView
from desktop_app.plots.fitting_row import FittingRow
from desktop_app.plots.microscope import MicroscopeView
from desktop_app.plots.state_label import StateLabel
from desktop_app.plots.weights import WeightsView

PICTURE = Qt.ToolButtonStyle.ToolButtonIconOnly
WITH_WORD = Qt.ToolButtonStyle.ToolButtonTextBesideIcon


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def row(qtbot: QtBot, window: QWidget) -> FittingRow:
    row = FittingRow(window)
    row.tools.addWidget(QCheckBox("Logarithmic loss"))
    row.tools.addStretch()
    for text in ("Export", "Runs"):
        button = QToolButton()
        button.setText(text)
        button.setIcon(icon("export"))
        row.add_shrinking(button)
    row.resize(600, 40)
    window.resize(700, 60)
    with qtbot.waitExposed(window):
        window.show()
    return row


def styles(row: FittingRow) -> list[Qt.ToolButtonStyle]:
    QApplication.processEvents()
    return [button.toolButtonStyle() for button in row.findChildren(QToolButton)]


def test_words_go_and_come_back_with_the_room(row: FittingRow) -> None:
    assert styles(row) == [WITH_WORD, WITH_WORD]
    row.resize(row.minimumSizeHint())
    assert styles(row) == [PICTURE, PICTURE]
    row.resize(600, 40)
    assert styles(row) == [WITH_WORD, WITH_WORD]


def test_nothing_is_cut_off_at_the_least_width(row: FittingRow) -> None:
    row.resize(row.minimumSizeHint())
    styles(row)
    box = row.findChild(QCheckBox)
    assert box.width() >= box.sizeHint().width()
    assert all(button.width() >= button.minimumSizeHint().width() for button in row.findChildren(QToolButton))
    assert row.minimumSizeHint().width() <= row.width()


def test_boxes_go_into_a_menu_and_come_back(row: FittingRow) -> None:
    first, second = QCheckBox("Log scale"), QCheckBox("Every batch")
    second.setChecked(True)
    for box in (first, second):
        row.add_folding(box)
    row.resize(row.minimumSizeHint())
    styles(row)
    assert row.more.isVisible()
    assert not first.isVisible()
    assert row.more.geometry().right() < row.width()
    log, batches = row.more.menu().actions()
    assert (log.isChecked(), batches.isChecked()) == (False, True)
    log.trigger()
    assert first.isChecked()
    second.setChecked(False)
    assert not batches.isChecked()
    row.resize(700, 40)
    styles(row)
    assert first.isVisible()
    assert not row.more.isVisible()
    assert first.width() >= first.minimumSizeHint().width()


def test_a_tool_that_is_shown_later_is_made_room_for(row: FittingRow) -> None:
    late, box = QWidget(), QCheckBox("Every batch")
    late.setMinimumWidth(200)
    row.tools.addWidget(late)
    late.hide()
    row.add_folding(box)
    row.resize(row.minimumSizeHint().width() + 160, 40)
    styles(row)
    assert box.isVisible()
    late.show()
    styles(row)
    assert not box.isVisible()
    assert row.more.isVisible()


def test_a_box_that_is_not_offered_stays_away_whatever_the_room(row: FittingRow) -> None:
    first, second = QCheckBox("Log scale"), QCheckBox("Every batch")
    for box in (first, second):
        row.add_folding(box)
    row.offer(first, False)
    row.resize(row.minimumSizeHint())
    styles(row)
    assert [action.isVisible() for action in row.more.menu().actions()] == [False, True]
    row.offer(second, False)
    assert not row.more.isVisible()
    row.resize(700, 40)
    row.offer(second, True)
    styles(row)
    assert not first.isVisible()
    assert second.isVisible()


def test_what_belongs_together_goes_into_a_second_row_and_comes_back(row: FittingRow) -> None:
    tools = [QToolButton(), QToolButton()]
    for tool in tools:
        tool.setText("Expectation")
    row.add_group(*tools)
    row.resize(700, 40)
    styles(row)
    high = row.sizeHint().height()
    row.resize(row.minimumSizeHint().width(), 90)
    styles(row)
    box = row.findChild(QCheckBox)
    assert all(tool.mapTo(row, tool.rect().topLeft()).y() > box.geometry().bottom() for tool in tools)
    assert row.sizeHint().height() > high
    row.resize(700, 40)
    styles(row)
    assert all(tool.mapTo(row, tool.rect().center()).y() < high for tool in tools)


def test_a_state_is_left_out_after_the_words_and_never_a_stump(row: FittingRow) -> None:
    state = StateLabel()
    row.add_state(state)
    state.show_text("after step 1,234")
    row.resize(700, 40)
    styles(row)
    assert state.text() == state.toolTip() == "after step 1,234"
    row.resize(row.minimumSizeHint().width() + state.wanted_width() + 20, 40)
    assert PICTURE in styles(row)
    assert state.text() == "after step 1,234"
    row.resize(row.minimumSizeHint().width() + 30, 40)
    styles(row)
    assert state.text() == ""


@pytest.mark.parametrize("kind", [BoundaryView, DropoutView, MicroscopeView, WeightsView])
def test_no_tool_of_a_tab_is_cut_off_beside_the_lessons(kind: type[QWidget], qtbot: QtBot) -> None:
    """520 pixels is what the tabs of the smallest window have when the lessons are open."""
    view = kind()
    qtbot.addWidget(view)
    bar = view.findChild(FittingRow)
    bar.show()
    if isinstance(view, BoundaryView):
        view.answers_button.show()
        view.bowl_button.show()
        for box in bar.findChildren(QCheckBox):
            bar.offer(box, True)
    view.resize(520, 500)
    with qtbot.waitExposed(view):
        view.show()
    QApplication.processEvents()
    kinds = (QToolButton, QCheckBox, QComboBox, QAbstractSpinBox)
    tools = [tool for tool in bar.findChildren(QWidget) if isinstance(tool, kinds) and tool.isVisible()]
    assert len(tools) >= 4
    for tool in tools:
        assert tool.width() >= tool.minimumSizeHint().width(), tool
        assert bar.rect().contains(tool.rect().translated(tool.mapTo(bar, tool.rect().topLeft()))), tool


def test_words_do_not_come_and_go_at_any_width(row: FittingRow) -> None:
    for width in range(row.minimumSizeHint().width(), 420, 3):
        row.resize(width, 40)
        assert len({tuple(styles(row)) for _ in range(3)}) == 1, width
