from __future__ import annotations

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


def test_figures_have_the_colours_of_their_curves(board):
    board.show_history(history_of(epochs=1))
    for choice in ("dark", "light"):
        themes.choose(choice)
        assert theme().validation in board.figures["validation"].styleSheet()
