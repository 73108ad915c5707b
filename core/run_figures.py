"""The figures that a run ends with, and a table of all kept runs as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from typing import Literal, get_args

from core.outcome import RunOutcome
from core.run_differences import layer_text
from core.runs import Runs

Part = Literal["train", "validation", "test"]
PARTS: tuple[Part, ...] = get_args(Part)

_SETTINGS = (
    "data",
    "layers",
    "parameters",
    "loss",
    "optimizer",
    "learning_rate",
    "weight_decay",
    "initializer",
    "epochs",
    "batch_size",
    "seed",
)


def final_figures(outcome: RunOutcome) -> Mapping[tuple[Part, str], float]:
    """Return what a run ended with, by part of the data and name of the figure, such as ``("test", "accuracy")``.

    Training figures are those of the last epoch; the others are those of the network that was kept. What was not
    computed is missing.
    """
    last, ended = outcome.epochs[-1] if outcome.epochs else None, outcome.ended
    found: dict[tuple[Part, str], float | None] = {}
    if last is not None:
        found |= {("train", "loss"): last.train_loss, ("train", "accuracy"): last.train_accuracy}
        found |= {("validation", "loss"): last.validation_loss, ("validation", "accuracy"): last.validation_accuracy}
    at_end: dict[tuple[Part, str], float | None] = {
        ("validation", "loss"): ended.validation_loss,
        ("validation", "accuracy"): ended.validation_accuracy,
        ("test", "loss"): ended.test_loss,
        ("test", "accuracy"): ended.test_accuracy,
    }
    found |= {key: value for key, value in at_end.items() if value is not None}
    return {key: value for key, value in found.items() if value is not None}


def runs_to_csv(runs: Runs) -> str:
    """Return one row for each run, the oldest first.

    Numbers have all their digits; a figure that does not exist is an empty cell. Texts that a spreadsheet would take
    for a formula begin with an apostrophe.
    """
    figures = {run.key: final_figures(run.outcome) for run in runs}
    names = list(dict.fromkeys(name for found in figures.values() for _, name in found))
    columns = [(part, name) for part in PARTS for name in names if any((part, name) in f for f in figures.values())]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    head = ("name", "ended_at", "differs", *(f"{part}_{name}" for part, name in columns))
    writer.writerow([*head, "epochs_done", "seconds", "reason", *_SETTINGS])
    for run in runs:
        found, outcome = figures[run.key], run.outcome
        writer.writerow(
            [
                _harmless(run.name),
                run.when,
                _harmless(", ".join(runs.differs(run.key))),
                *(found.get(column, "") for column in columns),
                outcome.epochs[-1].epoch if outcome.epochs else 0,
                run.seconds,
                outcome.ended.reason,
                *_settings(outcome),
            ]
        )
    return text.getvalue()


def _settings(outcome: RunOutcome) -> list[object]:
    """Return the cells of the columns ``_SETTINGS``."""
    experiment = outcome.experiment
    optimizer, training = experiment.optimizer, experiment.training
    return [
        experiment.data.kind,
        _harmless(", ".join(layer_text(layer) for layer in experiment.layers)),
        outcome.started.num_parameters,
        experiment.loss.kind,
        optimizer.kind,
        optimizer.learning_rate,
        optimizer.wd,
        experiment.initializer.kind,
        training.num_epochs,
        training.batch_size,
        training.seed,
    ]


def _harmless(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
