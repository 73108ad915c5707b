"""The bar that downloads missing files."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.panels.data_source import DataSourceBar


class Desk:
    """A window with the bar, and what the bar asked for."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        self.bar = DataSourceBar()
        QVBoxLayout(self.window).addWidget(self.bar)
        self.asked: list[str] = []
        self.bar.download_requested.connect(lambda: self.asked.append("download"))
        self.bar.cancel_requested.connect(lambda: self.asked.append("cancel"))
        self.window.resize(280, 200)
        qtbot.addWidget(self.window)
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


def test_it_is_hidden_until_something_is_missing(desk: Desk) -> None:
    assert not desk.bar.isVisible()
    desk.bar.show_missing("The files are missing.")
    assert desk.bar.isVisible()
    assert desk.bar.message.text() == "The files are missing."
    assert desk.bar.property("level") == "info"
    desk.bar.show_ready()
    assert not desk.bar.isVisible()


def test_one_click_downloads(desk: Desk) -> None:
    desk.bar.show_missing("The files are missing.")
    assert desk.bar.download.text() == "Download"
    desk.bar.set_size(30_878_645)
    desk.bar.show_missing("The files are missing.")
    assert desk.bar.download.text() == "Download (31 MB)"
    assert not desk.bar.progress.isVisible()
    QTest.mouseClick(desk.bar.download, Qt.MouseButton.LeftButton)
    assert desk.asked == ["download"]
    assert desk.bar.progress.isVisible(), "the click is answered at once"
    assert not desk.bar.download.isVisible()


def test_progress_in_megabytes(desk: Desk) -> None:
    desk.bar.show_missing("The files are missing.")
    desk.bar.show_progress(12_300_000, 30_878_645)
    assert desk.bar.message.text() == "Downloading: 12 of 31 MB"
    assert desk.bar.progress.value() / desk.bar.progress.maximum() == pytest.approx(12.3 / 30.878645, abs=0.001)
    desk.bar.show_progress(30_878_645, 30_878_645)
    assert desk.bar.progress.value() == desk.bar.progress.maximum()


def test_more_bytes_than_an_int_holds(desk: Desk) -> None:
    desk.bar.show_progress(5 * 10**9, 10**10)
    assert desk.bar.progress.value() == 500


def test_an_unknown_size_is_shown_as_busy(desk: Desk) -> None:
    desk.bar.show_progress(1000, 0)
    assert desk.bar.progress.maximum() == 0
    assert desk.bar.message.text() == "Downloading…"


def test_cancel_asks_once_and_waits_for_the_answer(desk: Desk) -> None:
    desk.bar.show_progress(1_000_000, 30_878_645)
    QTest.mouseClick(desk.bar.cancel, Qt.MouseButton.LeftButton)
    QTest.mouseClick(desk.bar.cancel, Qt.MouseButton.LeftButton)
    assert desk.asked == ["cancel"]
    desk.bar.show_progress(2_000_000, 30_878_645)
    assert desk.bar.message.text() == "Cancelling…"
    desk.bar.show_missing("The files are missing.")
    desk.bar.show_progress(0, 30_878_645)
    assert desk.bar.message.text() == "Downloading: 0 of 31 MB"


def test_after_a_failure_one_can_try_again(desk: Desk) -> None:
    desk.bar.show_progress(1_000_000, 30_878_645)
    desk.bar.show_failed("The server does not answer. Try again later.")
    assert desk.bar.property("level") == "problem"
    assert desk.bar.message.text() == "The server does not answer. Try again later."
    assert desk.bar.download.text() == "Try again"
    assert not desk.bar.cancel.isVisible()
    QTest.mouseClick(desk.bar.download, Qt.MouseButton.LeftButton)
    assert desk.asked == ["download"]
    assert desk.bar.property("level") == "info"


def test_a_whole_download_with_the_keyboard(desk: Desk) -> None:
    desk.bar.show_missing("The files are missing.")
    desk.bar.download.setFocus()
    QTest.keyClick(desk.bar.download, Qt.Key.Key_Space)
    assert desk.bar.cancel.hasFocus(), "the focus goes to the button that took the place"
    QTest.keyClick(desk.bar.cancel, Qt.Key.Key_Space)
    desk.bar.show_missing("The files are missing.")
    assert desk.asked == ["download", "cancel"]
    assert desk.bar.download.hasFocus()
