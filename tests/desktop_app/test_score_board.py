from __future__ import annotations

from dataclasses import replace

import pytest

from core.history import History
from core.presets import load_preset
from desktop_app.score_board import ScoreBoard
from desktop_app.theme import theme, themes
from tests.desktop_app.fakes import run_events


@pytest.fixture
def board(qtbot):
    board = ScoreBoard()
    qtbot.addWidget(board)
    board.show()
    return board


def history_of(**kwargs):
    history = History()
    for event in run_events(load_preset("digits-mlp"), **kwargs):
        history.add(event)
    return history


def shown(board):
    return {part: figure.text() for part, figure in board.figures.items() if figure.isVisible()}


def test_nothing_before_a_run(board):
    assert shown(board) == {}


def test_the_last_epoch_counts(board):
    board.show_history(history_of(epochs=3, end=None))
    assert shown(board) == {"train": "30.0 %", "validation": "15.0 %"}
    board.show_history(History())
    assert shown(board) == {}


def test_it_says_that_the_test_part_waits_for_the_end(board):
    events = list(run_events(load_preset("digits-mlp"), epochs=2))
    history = History()
    history.add(replace(events[0], num_test=30))
    history.add(events[4])
    board.show_history(history)
    assert board.untouched.isVisible()
    assert board.untouched.text() == "at the end"
    assert "used once" in board.untouched.toolTip()
    history.add(replace(events[-1], test_loss=0.5, test_accuracy=0.9))
    board.show_history(history)
    assert not board.untouched.isVisible()
    assert shown(board)["test"] == "90.0 %"
    assert board.figures["test"].toolTip().endswith("The test part was used once, at the end.")
    history.add(replace(events[-1], reason="stopped"))
    board.show_history(history)
    assert board.untouched.text() == "not used"


def test_without_a_test_part_nothing_is_said(board):
    board.show_history(history_of(epochs=1, end=None))
    assert not board.untouched.isVisible()


def test_figures_have_the_colours_of_their_curves(board):
    board.show_history(history_of(epochs=1))
    for choice in ("dark", "light"):
        themes.choose(choice)
        assert theme().validation in board.figures["validation"].styleSheet()


def test_tool_tips_tell_all_metrics(board):
    events = list(run_events(load_preset("digits-mlp"), epochs=2))
    history = History()
    history.add(events[0])
    history.add(replace(events[-2], train_accuracy=None, train_metrics={"rmse": 0.25, "r2": 0.875}))
    board.show_history(history)
    assert shown(board)["train"] == "0.5"
    assert board.figures["train"].toolTip().split("<br>") == ["Loss: 0.5", "RMSE: 0.25", "R²: 0.875", "After epoch 2"]
    assert board.figures["validation"].toolTip().split("<br>")[1] == "Accuracy: 10.00 %"


def test_figures_are_those_of_the_epoch_that_was_taken_back(board):
    events = list(run_events(load_preset("digits-mlp"), epochs=3))
    history = History()
    for event in [*events[:-1], replace(events[-1], best_epoch=2)]:
        history.add(event)
    board.show_history(history)
    assert shown(board) == {"train": "20.0 %", "validation": "10.0 %"}
    assert board.figures["train"].toolTip().endswith("After epoch 2")
