"""Stop conditions: what may end a run before its last epoch."""

from __future__ import annotations

from typing import Literal, TypeAlias

from core.fields import Value, setting
from core.metrics import LOSS, METRICS

MetricName: TypeAlias = Literal["loss", "accuracy", "top3", "log_loss", "rmse", "r2", "mae"]
_CHOICES = {LOSS: "Loss"} | {name: metric.title for name, metric in METRICS.items()}


class Stopping(Value):
    """When a run ends though there are epochs left. Metrics are looked at after every epoch, the clock all the time."""

    patience: int = setting(
        0,
        title="Patience (epochs)",
        help="Early stopping: ends the run when the watched figure of the validation part has not improved for so many "
        "epochs, and takes back the parameters of the best epoch. 0 is off.",
        ge=0,
        le=100_000,
        step=1,
    )
    watch: MetricName = setting(
        "loss",
        title="Watch",
        help="The figure of the validation part that must improve, for early stopping.",
        choices=_CHOICES,
    )
    target: Literal["off", "validation", "train"] = setting(
        "off",
        title="Target on",
        help="Ends the run as soon as a figure reaches a target, on the validation or the training part.",
        choices={"off": "off", "validation": "validation part", "train": "training part"},
    )
    target_metric: MetricName = setting(
        "loss", title="Target figure", help="The figure that must reach the target.", choices=_CHOICES
    )
    target_value: float = setting(
        0.0,
        title="Target value",
        help="The run ends when the figure is at least this, or at most this where smaller is better. Accuracies are "
        "shares: 0.9 is 90 %.",
        ge=-1e6,
        le=1e6,
        step=0.01,
    )
    seconds: float = setting(
        0.0,
        title="Time limit (s)",
        help="Ends the run after so many seconds of computing, pauses left out. 0 is off.",
        ge=0,
        le=1e6,
        step=1,
    )
