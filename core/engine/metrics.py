"""From the outputs of a network to metrics: cheap sums in the compiled graph, put together over the batches."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.data import DataFacts
from core.losses import LossBase
from core.metrics import metrics_for

_TOP = 3


@dataclass(frozen=True)
class Metrics:
    """Mean loss over some samples, and the metrics that fit by their names.

    ``confusion`` is int64 ``(num_classes, num_classes)``, counts of samples by true class and guess; None for
    regression, and for training, where nobody asks for it.
    """

    loss: float
    others: Mapping[str, float]
    confusion: NDArray[np.int64] | None = field(default=None, compare=False)

    @property
    def accuracy(self) -> float | None:
        """Share of right answers, None for regression."""
        return self.others.get("accuracy")


@dataclass
class Sums:
    """What steps hand over, added up over samples: float64 ``totals`` in the order of :meth:`Meter.graph`."""

    totals: NDArray[np.float64]
    loss: float = 0.0
    num_samples: int = 0
    confusion: NDArray[np.int64] | None = None

    def add(self, mean_loss: float, totals: NDArray[np.float32], num_samples: int) -> None:
        """Add those of one batch."""
        self.loss += mean_loss * num_samples
        self.totals += totals
        self.num_samples += num_samples


class Meter:
    """Knows for one kind of data and loss which sums a step has to hand over, and which metrics they make."""

    def __init__(self, facts: DataFacts, loss: LossBase) -> None:
        self.is_classifier = facts.task == "classification"
        self._by_sign = loss.decision == "sign"
        self._num_targets = facts.num_outputs
        self._names = [m.name for m in metrics_for(facts.task, facts.num_outputs, loss.gives_probabilities)]

    def graph(self, F: Any, outputs: Any, y: Any) -> Any:  # noqa: N803 - Gluon's own name
        """Return sums over the samples of a batch, ``(k,)``.

        For classification: right answers, and with more than three classes those among the three largest outputs. For
        regression: squared errors of each target, absolute errors of all.
        """
        if not self.is_classifier:
            errors = outputs - F.reshape_like(y, outputs)
            return F.concat(F.sum(F.square(errors), axis=0), F.sum(F.abs(errors)), dim=0)
        guesses = F.squeeze(outputs > 0, axis=1) if self._by_sign else F.argmax(outputs, axis=1)
        hits = F.sum(guesses == y)
        if "top3" not in self._names:
            return hits
        better = F.broadcast_greater(outputs, F.pick(outputs, y, keepdims=True))
        return F.concat(hits, F.sum(F.sum(better, axis=1) < _TOP), dim=0)

    def start(self) -> Sums:
        """Return sums over no samples yet."""
        num_sums = 1 + ("top3" in self._names) if self.is_classifier else self._num_targets + 1
        return Sums(np.zeros(num_sums))

    def count(self, sums: Sums, truth: NDArray[np.float32], outputs: NDArray[np.float32]) -> None:
        """Add labels ``(n,)`` and the guesses from outputs ``(n, num_outputs)`` to the confusion matrix."""
        guesses = outputs[:, 0] > 0 if self._by_sign else outputs.argmax(axis=1)
        size = self._num_targets
        counts = np.bincount(truth.astype(np.int64) * size + guesses, minlength=size**2).reshape(size, size)
        sums.confusion = counts if sums.confusion is None else sums.confusion + counts

    def accuracy(self, totals: NDArray[np.float32], num_samples: int) -> float | None:
        """Return the share of right answers in one batch, None for regression."""
        return float(totals[0]) / num_samples if self.is_classifier else None

    def metrics(self, sums: Sums, variance: NDArray[np.float64] | None) -> Metrics:
        """Return the metrics of all samples that were added.

        Args:
            sums: over at least one sample.
            variance: of the targets, ``(num_targets,)``; None for labels.
        """
        loss, means = sums.loss / sums.num_samples, sums.totals / sums.num_samples
        if variance is not None:
            return Metrics(loss, self._of_errors(means, variance))
        # Where outputs stand for probabilities, the loss is their log loss.
        found = dict(zip(self._names, [*means.tolist(), loss], strict=False))
        return Metrics(loss, found, sums.confusion)

    def _of_errors(self, means: NDArray[np.float64], variance: NDArray[np.float64]) -> dict[str, float]:
        """Return the metrics of a regression; of several targets the mean, as scikit-learn has it."""
        squares, absolute = means[:-1], float(means[-1]) / self._num_targets
        found = {"rmse": float(np.sqrt(squares).mean())}
        # Of equal targets there is no variance to be explained.
        if (variance > 0).all():
            found["r2"] = float((1 - squares / variance).mean())
        return found | {"mae": absolute}
