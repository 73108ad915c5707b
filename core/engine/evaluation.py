"""What a network makes of samples, in prediction mode."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.data import Samples
from core.engine.arrays import Arrays, Loaded
from core.engine.metrics import Meter, Metrics
from core.engine.mx import mx
from core.engine.network import predicted
from core.experiment import Experiment
from core.portions import evaluation_batch


class Cancelled(Exception):  # noqa: N818 - ends a run, is no error
    """The work was given up because somebody asked for it."""


def heed(cancel: threading.Event) -> None:
    """Give up if ``cancel`` is set.

    Raises:
        Cancelled: it is.
    """
    if cancel.is_set():
        raise Cancelled


class Evaluator:
    """Evaluates one network: ``step`` is its compiled :class:`core.engine.network.Step`."""

    def __init__(self, experiment: Experiment, step: Any, meter: Meter, arrays: Arrays) -> None:
        self._loss = experiment.loss
        # Looks through all layers: not again in every epoch.
        self._size = evaluation_batch(experiment)
        self._step = step
        self._meter = meter
        self._arrays = arrays

    def metrics(self, samples: Samples, cancel: threading.Event) -> Metrics:
        """Return loss and metrics over all samples.

        Raises:
            Cancelled: ``cancel`` was set; it is looked at before every piece.
        """
        loaded, total = self._arrays.of(samples), self._meter.start()
        for X, y in self._pieces(loaded):
            heed(cancel)
            _, sums, outputs, *_ = self._step(X, y)
            found = sums.asnumpy()
            total.add(float(found[0]), found[1:], len(X))
            if self._meter.is_classifier:
                self._meter.count(total, y.asnumpy(), outputs.asnumpy())
        return self._meter.metrics(total, loaded.variance)

    def predictions(self, samples: Samples) -> Iterator[NDArray[np.float32]]:
        """Yield float32 ``(size of the piece, number of classes or targets)`` piece by piece."""
        for X, _ in self._pieces(self._arrays.of(samples)):
            yield predicted(self._step.net(X), self._loss).asnumpy()

    def answers(self, X: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return what :meth:`predictions` yields, for inputs ``(n, *input_shape)`` that belong to no part."""
        pieces = (mx.nd.array(X[start : start + self._size]) for start in range(0, len(X), self._size))
        return np.concatenate([predicted(self._step.net(piece), self._loss).asnumpy() for piece in pieces])

    def _pieces(self, samples: Loaded) -> Iterator[tuple[Any, Any]]:
        for start in range(0, len(samples), self._size):
            yield samples.X[start : start + self._size], samples.y[start : start + self._size]
