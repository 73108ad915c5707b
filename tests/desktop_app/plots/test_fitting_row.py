"""Buttons that leave out their words where there is no room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.icons import icon
from desktop_app.plots.fitting_row import FittingRow

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
