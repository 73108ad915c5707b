"""The numbers of all folds as a table."""

from __future__ import annotations

import csv
import io
import math

from core.metrics import LOSS, metrics_for
from core.selection.board import Board
from core.selection.figures import Figure, Part

_PARTS: tuple[Part, ...] = ("train", "validation")


def folds_csv(board: Board) -> str:
    """Return one line for each epoch of each fold, with all metrics of both parts.

    A number that does not exist is an empty cell. Numbers have all their digits: reading them gives the same value.
    """
    facts = board.cells[0].experiment.data.facts()
    names = [LOSS, *(metric.name for metric in metrics_for(facts.task, facts.num_outputs))]
    figures = [Figure(part, name) for part in _PARTS for name in names]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["fold", "state", "epoch", *(f"{figure.part}_{figure.name}" for figure in figures)])
    for number, key in enumerate(board.keys, start=1):
        for epoch in board.epochs(key):
            values = [figure.of_epoch(epoch) for figure in figures]
            cells = ["" if math.isnan(value) else value for value in values]
            writer.writerow([number, board.state(key), epoch.epoch, *cells])
    return text.getvalue()
