"""The figures that a run ends with, and a table of all kept runs as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from typing import Literal, get_args

from core.experiment import Experiment
from core.fields import Value
from core.metrics import METRICS
from core.outcome import RunOutcome
from core.run_differences import layer_text, live_differences
from core.runs import Runs

Part = Literal["train", "validation", "test"]
PARTS: tuple[Part, ...] = get_args(Part)

Figures = Mapping[tuple[Part, str], float]
"""Figures by part of the data and name, such as ``("test", "accuracy")``; what was not computed is missing."""


def final_figures(outcome: RunOutcome) -> Figures:
    """Return losses and metrics of the network that a run has left.

    Where early stopping took back the parameters of an earlier epoch, the training figures are those of that epoch.
    """
    found: dict[tuple[Part, str], float | None] = {}
    ended = outcome.ended
    left = [epoch for epoch in outcome.epochs if ended.best_epoch in (None, epoch.epoch)]
    if left:
        last = left[-1]
        found |= {("train", "loss"): last.train_loss, ("train", "accuracy"): last.train_accuracy}
        found |= {("train", name): value for name, value in last.train_metrics.items()}
        found |= {("validation", "loss"): last.validation_loss, ("validation", "accuracy"): last.validation_accuracy}
        found |= {("validation", name): value for name, value in last.validation_metrics.items()}
    at_end: dict[tuple[Part, str], float | None] = {
        ("validation", "loss"): ended.validation_loss,
        ("validation", "accuracy"): ended.validation_accuracy,
        ("test", "loss"): ended.test_loss,
        ("test", "accuracy"): ended.test_accuracy,
    }
    at_end |= {("validation", name): value for name, value in ended.validation_metrics.items()}
    at_end |= {("test", name): value for name, value in ended.test_metrics.items()}
    found |= {key: value for key, value in at_end.items() if value is not None}
    return {key: value for key, value in found.items() if value is not None}


def main_figure(figures: Figures) -> str:
    """Return the name of the most telling figure that there is: of a metric, or ``loss``."""
    names = {name for _, name in figures}
    return next((name for name in METRICS if name in names), "loss")


def runs_to_csv(runs: Runs) -> str:
    """Return one row for each run, the oldest first: figures, then all settings, named as ``gluon-lab`` takes them.

    Numbers have all their digits; what does not exist is an empty cell. Texts that a spreadsheet would take for a
    formula begin with an apostrophe.
    """
    figures = {run.key: final_figures(run.outcome) for run in runs}
    names = [name for name in ("loss", *METRICS) if any(name in (n for _, n in found) for found in figures.values())]
    columns = [(part, name) for part in PARTS for name in names if any((part, name) in f for f in figures.values())]
    settings = {run.key: _settings(run.experiment) for run in runs}
    paths = list(dict.fromkeys(path for values in settings.values() for path in values))
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    head = ["name", "ended_at", "differs", "changed_while_it_ran", *(f"{part}_{name}" for part, name in columns)]
    writer.writerow([*head, "epochs_done", "best_epoch", "seconds", "reason", "num_parameters", *paths])
    for run in runs:
        found, outcome = figures[run.key], run.outcome
        row: list[object] = [run.name, run.when, ", ".join(runs.differs(run.key))]
        row.append(", ".join(live_differences(outcome)))
        row += [found.get(column, "") for column in columns]
        row += [outcome.epochs[-1].epoch if outcome.epochs else 0, outcome.ended.best_epoch or "", run.seconds]
        row += [outcome.ended.reason, outcome.started.num_parameters]
        row += [settings[run.key].get(path, "") for path in paths]
        writer.writerow([_harmless(cell) if isinstance(cell, str) else cell for cell in row])
    return text.getvalue()


def _settings(experiment: Experiment) -> dict[str, object]:
    """Return the single values of all groups by their paths, and the layers in words."""
    found: dict[str, object] = {"layers": ", ".join(layer_text(layer) for layer in experiment.layers)}
    for group in Experiment.model_fields:
        values = getattr(experiment, group)
        if isinstance(values, Value):
            for name in type(values).model_fields:
                value = getattr(values, name)
                if isinstance(value, str | int | float | bool):
                    found[f"{group}.{name}"] = value
    return found


def _harmless(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
