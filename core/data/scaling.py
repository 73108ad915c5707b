"""Standardising: subtracting a mean and dividing by a standard deviation, those of the training part only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, eq=False)
class Scale:
    """Mean and standard deviation of every column, each ``(columns,)``."""

    mean: NDArray[np.float64]
    deviation: NDArray[np.float64]

    @staticmethod
    def of(columns: NDArray[Any]) -> Scale:
        """Return the scale of an array ``(n, columns)``; a column that never changes counts as one of deviation 1."""
        mean = columns.mean(axis=0, dtype=np.float64)
        deviation = columns.std(axis=0, dtype=np.float64)
        return Scale(mean, np.where(deviation > 0, deviation, 1.0))

    def standardised(self, columns: NDArray[Any]) -> NDArray[np.float32]:
        """Return an array ``(n, columns)`` with the mean subtracted and divided by the deviation."""
        scaled: NDArray[np.float32] = ((columns - self.mean) / self.deviation).astype(np.float32)
        return scaled
