"""Which samples a network gets wrong, and which of them it gets wrong most surely."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Positions = NDArray[np.int64]


def sample_losses(labels: NDArray[np.int64], probabilities: NDArray[np.float32]) -> NDArray[np.float64]:
    """Return the cross-entropy ``-log p`` of every sample, ``(n,)``; infinite where its class got no probability.

    Args:
        labels: ``(n,)``, from 0.
        probabilities: ``(n, num_classes)``.
    """
    of_label = np.take_along_axis(probabilities, labels[:, None], axis=1)[:, 0].astype(np.float64)
    with np.errstate(divide="ignore"):
        losses: NDArray[np.float64] = -np.log(of_label)
    return losses


def surest_mistakes(labels: NDArray[np.int64], probabilities: NDArray[np.float32]) -> Positions:
    """Return the positions of the wrong answers by falling loss; equal ones by falling probability of the answer.

    Args:
        labels: ``(n,)``, from 0.
        probabilities: ``(n, num_classes)``; of a network that only chooses, 1 and 0: then the order is that of the
            samples.
    """
    wrong = np.flatnonzero(probabilities.argmax(axis=1) != labels)
    losses = sample_losses(labels[wrong], probabilities[wrong])
    found: Positions = wrong[np.lexsort((-probabilities[wrong].max(axis=1), -losses))]
    return found


def largest_errors(targets: NDArray[np.float32], outputs: NDArray[np.float32]) -> Positions:
    """Return all positions by falling error: the mean of ``|outputs - targets|``, both ``(n, num_outputs)``."""
    errors = np.abs(outputs.astype(np.float64) - targets).mean(axis=1)
    return np.argsort(-errors, kind="stable")


def samples_in_cell(labels: NDArray[np.int64], probabilities: NDArray[np.float32], cell: tuple[int, int]) -> Positions:
    """Return the positions of the samples that a cell of the confusion matrix counts, the surest answers first.

    Args:
        labels: ``(n,)``, from 0.
        probabilities: ``(n, num_classes)``.
        cell: true and predicted class. ``num_classes`` in place of one of them means all classes but the other: what a
            class was wrongly taken for, or what was wrongly taken for it.
    """
    row, column = cell
    predicted, n = probabilities.argmax(axis=1), probabilities.shape[1]
    is_row = labels == row if row < n else labels != column
    is_column = predicted == column if column < n else predicted != row
    found = np.flatnonzero(is_row & is_column)
    return found[np.argsort(-probabilities[found].max(axis=1), kind="stable")]


def top_classes(probabilities: NDArray[np.float32], label: int, number: int) -> list[int]:
    """Return the most probable classes of one sample, the label among them, by falling probability.

    Args:
        probabilities: ``(num_classes,)``.
        label: the true class; it takes the last place if it is not among the most probable.
        number: of classes at most.
    """
    likely: list[int] = np.argsort(-probabilities, kind="stable")[:number].tolist()
    return likely if label in likely else [*likely[:-1], label]
