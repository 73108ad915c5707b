"""The book in the real window, with the real engine and real worker processes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from core.book import find_entry
from core.experiment import Experiment
from core.presets import load_preset
from desktop_app.workers import Workers
from tests.desktop_app.test_app import User, close, open_laboratory

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def user(qtbot, tmp_path):
    laboratory = open_laboratory(tmp_path, Experiment())
    yield User(laboratory, qtbot)
    close(laboratory, qtbot)


@pytest.fixture
def with_warm_workers(qtbot, tmp_path, warm_workers):
    workers = Workers(make_executor=lambda: warm_workers)
    laboratory = open_laboratory(tmp_path, Experiment(), workers=workers)
    yield User(laboratory, qtbot)
    close(laboratory, qtbot)


def tab(user, view):
    user.window.tabs.setCurrentWidget(view)


def status(user, key):
    return user.window.book.states[key].status


def test_a_row_is_run_opened_and_trained_to_the_same_bits(with_warm_workers):
    user = with_warm_workers
    window, book = user.window, user.window.book
    tab(user, book)
    run, load = book._buttons["plane"]
    user.click(run)
    compute, _ = book._buttons["autograd"]
    user.click(compute)
    user.wait(lambda: status(user, "plane") == status(user, "autograd") == "inside")
    in_a_worker = book.states["plane"].verdict
    assert window.book_badge.isHidden()

    user.click(load)
    assert user.session.experiment == load_preset("plane")
    assert window.tabs.currentWidget() is window.curves_tab
    user.wait(lambda: user.lab.data.parts is not None and user.run.phase == "idle")
    user.press(window.run_bar.train)
    user.wait(lambda: user.run.phase == "ended")
    assert window.book_badge.isVisible()
    assert window.book_badge.label.text().endswith(" · inside the band")
    assert book.states["plane"].verdict.comparisons == in_a_worker.comparisons

    user.press(window.run_bar.reset)
    assert window.book_badge.isHidden()


def test_unsaved_changes_are_asked_about_before_a_row_is_opened(user):
    user.add("dense")
    user.lab.files._dialogs.answer = "cancel"
    tab(user, user.window.book)
    user.click(user.window.book._buttons["plane"][1])
    assert user.lab.files._dialogs.asked[-1][0] == "unsaved_changes"
    assert user.window.tabs.currentWidget() is user.window.book
    assert len(user.session.experiment.layers) == 1


def test_rows_can_be_given_up_and_the_window_closed_while_they_run(user, qtbot):
    book = user.window.book
    tab(user, book)
    user.click(book.run_all_button)
    user.wait(lambda: any(state.status == "running" for state in book.states.values()))
    assert status(user, find_entry("vector-addition").key) == "waiting"
    user.click(book.cancel_button)
    user.wait(lambda: all(state.status not in ("running", "waiting") for state in book.states.values()))
    user.click(book.run_all_button)
    close(user.lab, qtbot)
