from __future__ import annotations

from typing import get_args

import pytest

from core.losses import Task
from core.metrics import LOSS, METRICS, higher_is_better, metric_title, metrics_for
from core.stopping import MetricName


@pytest.mark.parametrize(
    ("task", "num_outputs", "names"),
    [
        ("classification", 10, ["accuracy", "top3", "log_loss"]),
        ("classification", 4, ["accuracy", "top3", "log_loss"]),
        ("classification", 3, ["accuracy", "log_loss"]),
        ("regression", 1, ["rmse", "r2", "mae"]),
    ],
)
def test_metrics_go_by_the_task(task: Task, num_outputs: int, names: list[str]) -> None:
    assert [metric.name for metric in metrics_for(task, num_outputs)] == names


def test_names_titles_and_directions() -> None:
    assert {name: metric.name for name, metric in METRICS.items()} == {name: name for name in METRICS}
    assert [name for name in (LOSS, *METRICS) if higher_is_better(name)] == ["accuracy", "top3", "r2"]
    assert [metric_title(name) for name in (LOSS, "top3")] == ["Loss", "Top-3 accuracy"]


def test_every_metric_can_stop_a_run() -> None:
    assert get_args(MetricName) == (LOSS, *METRICS)
