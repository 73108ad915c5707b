"""Samples as MXNet arrays, kept from run to run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.data import Parts, Samples
from core.engine.mx import mx

nd = mx.nd


@dataclass(frozen=True, eq=False)
class Loaded:
    """Samples as MXNet arrays: X float32, pixels scaled to 0..1, and y float32.

    ``variance`` is that of each target, float64 ``(num_outputs,)``; None for labels.
    """

    X: Any
    y: Any
    variance: NDArray[np.float64] | None

    def __len__(self) -> int:
        """Return the number of samples."""
        return len(self.X)


class Arrays:
    """The parts of one data set as MXNet arrays. All calls belong to one thread."""

    def __init__(self) -> None:
        self._loaded: dict[Samples, Loaded] = {}

    def keep_only(self, parts: Parts) -> None:
        """Forget what does not belong to these parts."""
        wanted = (parts.train, parts.validation, parts.test)
        self._loaded = {samples: loaded for samples, loaded in self._loaded.items() if samples in wanted}

    def of(self, samples: Samples) -> Loaded:
        """Return samples as MXNet arrays, converted when they are first asked for."""
        if samples not in self._loaded:
            self._loaded[samples] = _converted(samples)
        return self._loaded[samples]


def _converted(samples: Samples) -> Loaded:
    if samples.X.dtype == np.uint8:
        X = nd.array(samples.X, dtype="uint8").astype("float32")
        # In place: a second copy of all images would be a few hundred megabytes.
        X /= 255
    else:
        X = nd.array(samples.X)
    variance = samples.y.var(axis=0, dtype=np.float64) if samples.y.ndim == 2 else None
    return Loaded(X, nd.array(samples.y.astype(np.float32)), variance)
