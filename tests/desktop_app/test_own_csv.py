"""A CSV file that nobody prepared goes from the File menu to results with the mouse alone, in the real window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from core.data import Table
from core.experiment import Experiment, with_value
from desktop_app.app import Laboratory
from desktop_app.panels.table_preview import TableDialog
from desktop_app.preferences import Preferences
from desktop_app.workers import Workers
from tests.core.data.table_files import write, write_nasty
from tests.desktop_app.fakes import FakeDialogs
from tests.selections import LentExecutor

LEFT, NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
LIMIT_MS = 120_000
NUM_ROWS = 100_000


class Hand:
    """Moves the mouse over the real window."""

    def __init__(self, laboratory: Laboratory, dialogs: FakeDialogs, qtbot: QtBot) -> None:
        self.lab, self.window, self.dialogs, self.qtbot = laboratory, laboratory.window, dialogs, qtbot

    def click(self, widget: QWidget) -> None:
        assert widget.isEnabled()
        assert widget.isVisible()
        QTest.mouseClick(widget, LEFT, NO_KEYS)

    def click_at(self, widget: QWidget, place: QPoint) -> None:
        QTest.mouseClick(widget, LEFT, NO_KEYS, place)

    def wait(self, condition: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=LIMIT_MS)

    def choose_in_menu(self, title: str, entry: str) -> None:
        bar = self.window.menuBar()
        action = next(action for action in bar.actions() if action.text() == title)
        self.click_at(bar, bar.actionGeometry(action).center())
        menu = action.menu()
        assert isinstance(menu, QMenu)
        self.wait(menu.isVisible)
        chosen = next(action for action in menu.actions() if action.text() == entry)
        self.click_at(menu, menu.actionGeometry(chosen).center())

    def open_table(self, path: Path) -> TableDialog:
        self.dialogs.path = path
        self.choose_in_menu("&File", "Open data…")
        dialog = self.lab.front.own_data.dialog
        assert isinstance(dialog, TableDialog)
        self.wait(lambda: dialog.use.isEnabled() or dialog.messages.frames)
        return dialog

    def show_tab(self, page: QWidget) -> None:
        bar = self.window.tabs.tabBar()
        self.click_at(bar, bar.tabRect(self.window.tabs.indexOf(page)).center())
        assert page.isVisible()


@pytest.fixture
def hand(qtbot: QtBot, tmp_path: Path, warm_workers: LentExecutor) -> Iterator[Hand]:
    preferences, dialogs = Preferences(tmp_path / "preferences"), FakeDialogs()
    brief = with_value(with_value(Experiment(), "training.num_epochs", 2), "training.batch_size", 512)
    preferences.remember(brief, None, False)
    workers = Workers(make_executor=lambda: warm_workers)
    laboratory = Laboratory(preferences, dialogs=dialogs, workers=workers)
    laboratory.open()
    yield Hand(laboratory, dialogs, qtbot)
    with qtbot.waitSignal(laboratory.host.closed, timeout=LIMIT_MS):
        laboratory.window.close()
    qtbot.waitUntil(lambda: not laboratory.window.isVisible(), timeout=LIMIT_MS)
    laboratory.window.deleteLater()
    laboratory.deleteLater()


def test_from_a_nasty_file_to_a_trained_network_and_k_fold(hand: Hand, tmp_path: Path) -> None:
    window = hand.window
    dialog = hand.open_table(write_nasty(tmp_path / "customers.csv", NUM_ROWS))
    assert f"{NUM_ROWS:,} rows · 7 columns" in dialog.summary.text()
    hand.click(dialog.use)
    data = hand.lab.session.experiment.data
    assert isinstance(data, Table)
    assert data.facts().class_names == ("no", "yes")
    hand.wait(lambda: hand.lab.data.parts is not None)
    parts = hand.lab.data.parts
    assert parts is not None
    assert np.isfinite(parts.train.X).all()
    assert set(np.unique(parts.train.y)) == {0, 1}
    assert window.data_panel.overview.preview.table[0][-1] == ""

    output = next(
        button for button in window.layer_stack.findChildren(QPushButton) if button.text() == "Add output layer"
    )
    hand.click(output)
    hand.wait(lambda: window.run_bar.train.isEnabled())
    hand.click(window.run_bar.widgetForAction(window.run_bar.train))
    hand.wait(lambda: hand.lab.run.phase == "ended")
    history = hand.lab.run.history
    assert history.ended is not None
    assert history.ended.reason == "finished"
    # The targets are drawn by lot: nothing can be learnt from such a table.
    assert abs(history.epochs[-1].validation_accuracy - 0.5) < 0.03

    hand.show_tab(window.kfold)
    folds, ended = window.kfold.empty.folds_box, hand.qtbot.waitSignal(hand.lab.selections.ended, timeout=LIMIT_MS)
    for _ in range(folds.value() - 2):
        hand.click_at(folds, QPoint(folds.width() - 6, folds.height() - 6))
    assert folds.value() == 2
    with ended:
        hand.click(window.kfold.empty.start)
    progress = hand.lab.selections.progress("kfold")
    assert (progress.num_done, progress.num_failed) == (2, 0)


def test_a_broken_file_gets_its_sentence_and_changes_nothing(hand: Hand, tmp_path: Path) -> None:
    before = hand.lab.session.experiment
    rows = "".join(f"{i},{i % 3}\n" for i in range(5000))
    dialog = hand.open_table(write(tmp_path / "broken.csv", f"a,b\n{rows}1,2,3\n"))
    texts = " ".join(frame.text for frame in dialog.messages.frames)
    assert "Row 5,002 has 3 cells instead of 2." in texts
    assert not dialog.use.isEnabled()
    hand.click(dialog.cancel)
    assert hand.lab.session.experiment == before
    assert QApplication.activeModalWidget() is None
