"""Facts that conditions ask for: of a run, of an experiment, of explorers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from core.experiment import Experiment, to_dict
from core.history import History
from core.lessons.conditions import Fact


def run_facts(history: History) -> dict[str, Fact | None]:
    """Return what is known of a run, by the names that conditions use; nothing before it starts.

    Figures are those of the last epoch; once the run has ended, validation figures are those that it ended with.
    """
    if history.started is None:
        return {}
    epoch, ended = history.present_epoch, history.ended
    best = [epoch.validation_accuracy for epoch in history.epochs if epoch.validation_accuracy is not None]
    facts: dict[str, Fact | None] = {
        "epoch": len(history.epochs),
        "step": int(history.batch_steps[-1]) if len(history.batch_steps) else 0,
        "best_validation_accuracy": max(best, default=None),
        "reason": ended.reason if ended else "",
    }
    if epoch is not None:
        names = ("train_loss", "validation_loss", "train_accuracy", "validation_accuracy")
        facts |= {name: getattr(epoch, name) for name in (*names, "weight_norm", "learning_rate")}
    if ended is not None:
        names = ("validation_loss", "validation_accuracy", "test_loss", "test_accuracy")
        facts |= {name: value for name in names if (value := getattr(ended, name)) is not None}
    return {f"run.{name}": value for name, value in facts.items()}


def experiment_facts(experiment: Experiment) -> dict[str, Fact | None]:
    """Return all settings, such as ``experiment.layers.0.units``, and ``experiment.num_layers``."""
    facts: dict[str, Fact | None] = {"experiment.num_layers": len(experiment.layers)}
    _flatten(to_dict(experiment), "experiment", facts)
    return facts


def explorer_facts(facts: Mapping[str, Fact | None]) -> dict[str, Fact | None]:
    """Return facts of explorers, such as ``softmax.overflowed``, by the names that conditions use."""
    return {f"explorer.{name}": value for name, value in facts.items()}


def _flatten(node: Any, path: str, facts: dict[str, Fact | None]) -> None:
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in items:
        _flatten(value, f"{path}.{key}", facts)
    if isinstance(node, bool | int | float | str):
        facts[path] = node
