"""The board of a selection: states, epochs and results of its cells."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from core.experiment import Experiment, with_value
from core.selection.board import Board
from core.selection.cells import Cell, CellResult
from core.selection.figures import Figure
from tests.selections import epoch_done, outcome_of

EXPERIMENT = with_value(Experiment(), "training.num_epochs", 4)
LOSS = Figure("validation", "loss")


@pytest.fixture
def board() -> Board:
    return Board(Cell(key, EXPERIMENT) for key in "abc")


def test_cells_wait_until_a_worker_takes_them(board: Board) -> None:
    assert board.keys == ("a", "b", "c")
    assert board.with_state("waiting") == ["a", "b", "c"]
    board.begin("b")
    assert [board.state(key) for key in board.keys] == ["waiting", "running", "waiting"]
    assert board.share_done == 0
    assert not board.is_over


def test_epochs_count_as_shares_and_come_once(board: Board) -> None:
    for number in (1, 2, 2, 1):
        board.add_epoch("a", epoch_done(number, 1 / number))
    assert board.state("a") == "running"
    assert [epoch.epoch for epoch in board.epochs("a")] == [1, 2]
    assert board.share_of("a") == 0.5
    assert (board.last_epoch("a"), board.last_epoch("b")) == (2, 0)
    assert board.share_done == pytest.approx(0.5 / 3)
    numbers, values = board.series("a", LOSS)
    np.testing.assert_array_equal(numbers, [1, 2])
    np.testing.assert_array_equal(values, [1.0, 0.5])


def test_results_take_the_place_of_epochs(board: Board) -> None:
    board.add_epoch("a", epoch_done(1, 9.0))
    outcome = outcome_of(EXPERIMENT, [0.4, 0.3, 0.2, 0.1])
    board.finish(CellResult("a", outcome))
    board.add_epoch("a", epoch_done(5, 9.0))
    assert board.state("a") == "done"
    assert board.outcome("a") is outcome
    assert list(board.epochs("a")) == list(outcome.epochs)
    assert board.value("a", LOSS) == 0.1
    assert math.isnan(board.value("b", LOSS))
    assert [result.key for result in board.results()] == ["a"]


def test_a_cell_may_diverge_or_fail(board: Board) -> None:
    outcome = outcome_of(EXPERIMENT, [0.4, math.nan])
    board.finish(
        CellResult("a", replace(outcome, ended=replace(outcome.ended, reason="diverged", message="Too fast.")))
    )
    board.finish(CellResult("b", replace(outcome, ended=replace(outcome.ended, reason="failed", message="Broken."))))
    board.finish(CellResult("c", None, "The worker died."))
    assert [board.state(key) for key in board.keys] == ["diverged", "failed", "failed"]
    assert [board.sentence(key) for key in board.keys] == ["Too fast.", "Broken.", "The worker died."]
    assert math.isnan(board.value("a", LOSS))
    assert board.is_over
    assert board.share_done == 1


def test_cancelling_keeps_what_is_done_and_what_is_missing_can_be_run_again(board: Board) -> None:
    board.finish(CellResult("a", outcome_of(EXPERIMENT, [0.4])))
    board.finish(CellResult("b", None, "The worker died."))
    board.add_epoch("c", epoch_done(1, 1.0))
    board.cancel()
    assert [board.state(key) for key in board.keys] == ["done", "failed", "cancelled"]
    assert not board.epochs("c")
    board.add_epoch("c", epoch_done(2, 1.0))
    assert board.state("c") == "cancelled"
    assert [cell.key for cell in board.retry()] == ["b", "c"]
    assert [board.state(key) for key in board.keys] == ["done", "waiting", "waiting"]
    assert board.sentence("b") == ""
    assert board.retry() == []


def test_an_empty_board_is_over() -> None:
    assert Board(()).is_over
    assert Board(()).share_done == 1
