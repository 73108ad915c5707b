"""The window in Chinese: switched by the menu, at once, while a network trains."""

from __future__ import annotations

import gc
import time
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from core.presets import load_preset
from core.texts import say
from desktop_app.languages import languages
from tests.desktop_app.windows import TIMEOUT, opened, press

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def _english_again(qapp: QApplication) -> Iterator[None]:
    yield
    languages.choose("en")


def click_in_menu(qtbot: QtBot, menu: QMenu, text: str) -> None:
    action = next(action for action in menu.actions() if action.text().replace("&", "") == text)
    qtbot.mouseMove(menu, menu.actionGeometry(action).center())
    qtbot.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())


def choose_language(laboratory, qtbot: QtBot, language: str) -> None:
    """Open View > Language with the mouse and click a language."""
    bar, old = laboratory.window.menuBar(), laboratory.window
    view = next(action for action in bar.actions() if action.text() in ("&View", "视图(&V)"))
    qtbot.mouseClick(bar, LEFT, pos=bar.actionGeometry(view).center())
    menu = view.menu()
    entry = next(action for action in menu.actions() if action.text() in ("Language", "语言"))
    qtbot.mouseClick(menu, LEFT, pos=menu.actionGeometry(entry).center())
    click_in_menu(qtbot, entry.menu(), language)
    qtbot.waitUntil(lambda: laboratory.window is not old, timeout=TIMEOUT)


def test_the_language_changes_at_once_while_a_network_trains(qtbot: QtBot, tmp_path) -> None:
    experiment = load_preset("digits-mlp")
    experiment = experiment.model_copy(update={"training": experiment.training.model_copy(update={"num_epochs": 1000})})
    with opened(qtbot, tmp_path, experiment, "weights") as laboratory:
        window = laboratory.window
        window.resize(1300, 750)
        window.layer_stack.add_buttons["dropout"].click()
        press(laboratory, qtbot, window.run_bar.train)
        qtbot.waitUntil(lambda: len(laboratory.run.history.epochs) > 1, timeout=TIMEOUT)
        laboratory.front.teller.show_problem(say("Remove layer"))
        run, run_id = laboratory.run, laboratory.host.run_id
        started, step = run.history.started, len(run.history.batch_steps)
        gone = weakref.ref(window), weakref.ref(laboratory.front), weakref.ref(window.weights)
        size, before = window.size(), time.thread_time()
        choose_language(laboratory, qtbot, "简体中文")
        seconds = time.thread_time() - before
        del window
        new = laboratory.window
        assert new.isVisible()
        assert new.size() == size
        assert new.tabs.currentWidget() is new.weights
        assert new.tabs.tabText(0) == "曲线"
        assert run.phase == "running"
        assert run.history.started is started
        assert laboratory.host.run_id == run_id
        assert new.run_bar.stop.isEnabled()
        assert "dropout" in [card.kind.kind_name() for card in new.layer_stack.column.cards]
        assert laboratory.session.undo_stack.undoText() == "添加Dropout"
        assert new.banner.label.text() == "移除层"
        qtbot.waitUntil(lambda: len(run.history.batch_steps) > step + 100, timeout=TIMEOUT)
        new.tabs.setCurrentWidget(new.curves_tab)
        qtbot.waitUntil(lambda: new.curves.lines["train_loss"].x.size > 1, timeout=TIMEOUT)
        gc.collect()
        assert [reference() for reference in gone] == [None, None, None]
        laboratory.session.undo_stack.undo()
        # Of this thread: others may keep the processors busy.
        assert seconds < 4
