"""Stop conditions at work: when a run is over, and which of its epochs was the best."""

from __future__ import annotations

import math
from functools import reduce
from typing import Any

from core.events import EpochDone
from core.metrics import higher_is_better, metric_title
from core.sentences import counted, number_text
from core.stopping import Stopping
from core.texts import say, unsaid


class Stopper:
    """Looks at every epoch of a run, and keeps the parameters of the best one if early stopping is on."""

    def __init__(self, stopping: Stopping, net: Any) -> None:
        self._stopping = stopping
        self._net = net
        self._kept: dict[str, Any] = {}
        self.best: EpochDone | None = None
        """The best epoch so far, as early stopping sees it; None while it is off or has seen no finite number."""

    def time_is_up(self, seconds: float) -> bool:
        """Tell whether so many seconds of computing are enough."""
        return 0 < self._stopping.seconds <= seconds

    def reason(self, epoch: EpochDone) -> str:
        """Return why the run is over after this epoch, such as "the time limit of 5 s is reached"; empty if it is not.

        Has to be asked after every epoch.
        """
        stopping, reasons = self._stopping, []
        if self._has_reached_target(epoch):
            text = unsaid("the validation {metric:lower} has reached {value}")
            if stopping.target == "train":
                text = unsaid("the training {metric:lower} has reached {value}")
            value = number_text(stopping.target_value)
            reasons.append(say(text, metric=say(metric_title(stopping.target_metric)), value=value))
        if stopping.patience and self._has_lost_patience(epoch):
            waited = counted(stopping.patience, "epoch")
            text = unsaid("the validation {metric:lower} has not improved for {epochs}")
            reasons.append(say(text, metric=say(metric_title(stopping.watch)), epochs=waited))
        if self.time_is_up(epoch.seconds):
            reasons.append(say("the time limit of {seconds} s is reached", seconds=number_text(stopping.seconds)))
        return reduce(lambda first, second: say("{first} and {second}", first=first, second=second), reasons or [""])

    def take_back_best(self) -> None:
        """Give the network the parameters of the best epoch."""
        for name, parameter in self._net.collect_params().items():
            parameter.set_data(self._kept[name])

    def forget(self) -> None:
        """Let go of the parameters that were kept, in the thread that made them."""
        self._kept = {}

    def _has_reached_target(self, epoch: EpochDone) -> bool:
        stopping = self._stopping
        value = None if stopping.target == "off" else epoch.figure(stopping.target, stopping.target_metric)
        if value is None:
            return False
        if higher_is_better(stopping.target_metric):
            return value >= stopping.target_value
        return value <= stopping.target_value

    def _has_lost_patience(self, epoch: EpochDone) -> bool:
        if self._merit(epoch) > (-math.inf if self.best is None else self._merit(self.best)):
            self.best = epoch
            self._kept = {name: parameter.data().copy() for name, parameter in self._net.collect_params().items()}
        since = 0 if self.best is None else self.best.epoch
        return epoch.epoch - since >= self._stopping.patience

    def _merit(self, epoch: EpochDone) -> float:
        value = epoch.figure("validation", self._stopping.watch)
        if value is None or not math.isfinite(value):
            return -math.inf
        return value if higher_is_better(self._stopping.watch) else -value
