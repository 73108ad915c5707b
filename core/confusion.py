"""What a confusion matrix tells: which classes are taken for which others.

A matrix of counts is int64 ``(num_classes, num_classes)``: how many samples of a class (row) were taken for a class
(column).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Counts = NDArray[np.int64]
Shares = NDArray[np.float64]


def shares_of_classes(counts: Counts) -> Shares:
    """Return each row divided by its sum, ``(num_classes, num_classes)``; NaN in the row of a class without samples."""
    return _divided(counts, counts.sum(axis=1, keepdims=True))


def recalls(counts: Counts) -> Shares:
    """Return how much of each class was recognised, ``(num_classes,)``; NaN for a class without samples."""
    return _divided(counts.diagonal(), counts.sum(axis=1))


def precisions(counts: Counts) -> Shares:
    """Return the share of right ones among what was taken for each class, ``(num_classes,)``; NaN if nothing was."""
    return _divided(counts.diagonal(), counts.sum(axis=0))


def confusion_to_csv(counts: Counts, names: Sequence[str]) -> str:
    """Return the counts as CSV: a row for each true class, a column for each predicted one, with their names."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["true class", *(f"taken for {name}" for name in names)])
    writer.writerows([name, *row] for name, row in zip(names, counts.tolist(), strict=True))
    return text.getvalue()


def _divided(part: NDArray[np.int64], whole: NDArray[np.int64]) -> Shares:
    shape = np.broadcast_shapes(part.shape, whole.shape)
    return np.divide(part, whole, out=np.full(shape, np.nan), where=whole > 0)
