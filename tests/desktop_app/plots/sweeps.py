"""Boards of sweeps for the tests of what shows them."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from core.events import RunEnded
from core.experiment import with_value
from core.presets import load_preset
from core.selection.board import Board
from core.selection.cells import CellResult, Fit
from core.selection.sweep import Place, Sweep
from desktop_app.plots.sweep_board import SweepBoard
from tests.selections import outcome_of

EXPERIMENT = with_value(load_preset("digits-mlp"), "training.num_epochs", 2)
MAP = Sweep.made(
    name="Units and rate",
    experiment=EXPERIMENT,
    settings=(
        {"path": "layers.0.units", "values": [8, 16, 32]},
        {"path": "optimizer.learning_rate", "values": [0.01, 0.1, 1.0, 10.0]},
    ),
)
SHARES = np.array([[0.30, 0.60, 0.70, 0.20], [0.40, 0.80, 0.90, 0.30], [0.50, 0.70, 0.85, 0.10]])
LINE = Sweep.made(
    name="Rates",
    experiment=EXPERIMENT,
    settings=({"path": "optimizer.learning_rate", "values": [0.001, 0.01, 0.1, 1.0]},),
    seeds=(0, 1, 2),
)


def finish(board: SweepBoard, place: Place, share: float, *, fit: Fit | None = None) -> None:
    outcome = outcome_of(EXPERIMENT, [1.0, 1 - share], accuracies=[share / 2, share])
    board.board.finish(CellResult(place.key, outcome, fit=fit))


def diverge(board: SweepBoard, place: Place) -> None:
    outcome = outcome_of(EXPERIMENT, [1.0, math.inf], accuracies=[0.1, 0.1])
    ended = RunEnded(1, 6, "diverged", "The loss is not finite.")
    board.board.finish(CellResult(place.key, replace(outcome, ended=ended)))


def full_map() -> SweepBoard:
    board = SweepBoard(MAP, Board(MAP.cells()))
    for place in MAP.places():
        finish(board, place, float(SHARES[place.index]))
    return board


def full_line() -> SweepBoard:
    board = SweepBoard(LINE, Board(LINE.cells()))
    for place in LINE.places():
        finish(board, place, 0.5 + 0.1 * place.index[0] + 0.02 * place.seed)
    return board
