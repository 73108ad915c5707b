from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop_app.banner import Banner

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def banner(qtbot):
    banner = Banner()
    qtbot.addWidget(banner)
    return banner


def test_the_button_does_what_it_says_once(banner, qtbot):
    done = []
    banner.show_message("problem", "It has diverged.", "Lower the rate", lambda: done.append(1))
    assert banner.label.text() == "It has diverged."
    qtbot.mouseClick(banner.button, LEFT)
    assert done == [1]
    assert not banner.isVisible()


def test_a_message_without_a_button_has_none(banner):
    banner.show_message("info", "Saved.")
    assert banner.isVisible()
    assert not banner.button.isVisible()


def test_a_hint_does_not_replace_a_problem(banner):
    banner.show_message("problem", "The disk is full.")
    banner.show_message("hint", "Settings changed.", topic="settings")
    assert banner.label.text() == "The disk is full."
    banner.clear()
    banner.show_message("hint", "Settings changed.", topic="settings")
    assert banner.label.text() == "Settings changed."


def test_names_from_files_are_shown_as_they_are(banner, qtbot):
    banner.resize(600, 60)
    banner.show_message("problem", "<b>units</b>: no such setting")
    assert banner.label.textFormat() == Qt.TextFormat.PlainText


@pytest.mark.parametrize("level", ["problem", "hint"])
def test_the_newest_message_replaces_one_that_is_no_graver(banner, qtbot, level):
    done = []
    banner.show_message("hint", "Old.", "Do", lambda: done.append("old"), topic="old")
    banner.show_message(level, "New.", "Do", lambda: done.append("new"))
    banner.clear_topic("old")
    assert banner.isVisible()
    qtbot.mouseClick(banner.button, LEFT)
    assert done == ["new"]


def test_a_message_goes_when_its_topic_is_over(banner):
    banner.show_message("hint", "Settings changed.", topic="settings")
    banner.clear_topic("run")
    assert banner.isVisible()
    banner.clear_topic("settings")
    assert not banner.isVisible()


def test_the_user_can_close_it_with_mouse_or_keyboard(banner, qtbot):
    for close in (
        lambda: qtbot.mouseClick(banner.close_button, LEFT),
        lambda: qtbot.keyClick(banner.close_button, Qt.Key.Key_Space),
    ):
        banner.show_message("info", "Hello.")
        close()
        assert not banner.isVisible()
