"""Which samples of a part are shown, and in which order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Order = Literal["all", "wrong_first", "wrong_only"]


@dataclass(frozen=True, eq=False)
class Verdicts:
    """What a network says of samples whose labels are known.

    Attributes:
        probabilities: ``(n, num_classes)``; if the network gives none, 1 for the chosen class and 0 for the others.
        predicted: ``(n,)`` class with the largest probability.
        confidence: ``(n,)`` probability of that class; NaN if the network gives none.
        wrong: ``(n,)`` whether it is not the label.
    """

    probabilities: NDArray[np.float32]
    predicted: NDArray[np.int64]
    confidence: NDArray[np.float32]
    wrong: NDArray[np.bool_]

    @property
    def has_probabilities(self) -> bool:
        """Whether the network says how sure it is."""
        return not bool(np.isnan(self.confidence).any())


def judged(
    labels: NDArray[np.int64], probabilities: NDArray[np.float32], *, has_probabilities: bool = True
) -> Verdicts:
    """Compare probabilities ``(n, num_classes)``, or only the choices of the network, with the labels ``(n,)``."""
    predicted = probabilities.argmax(axis=1).astype(np.int64)
    confidence = np.take_along_axis(probabilities, predicted[:, None], axis=1)[:, 0]
    if not has_probabilities:
        confidence = np.full_like(confidence, np.nan)
    return Verdicts(probabilities, predicted, confidence, predicted != labels)


def arranged(
    labels: NDArray[np.int64], verdicts: Verdicts | None, order: Order, only_class: int | None
) -> NDArray[np.int64]:
    """Return the positions of the samples to show.

    Args:
        labels: ``(n,)``.
        verdicts: None before anything was predicted; then ``order`` means "all".
        order: ``wrong_first`` begins with the wrong answer that the network was surest of and ends with the right
            answer that it was surest of; ``wrong_only`` leaves the right ones out.
        only_class: show only samples with this label; None for all.
    """
    chosen = np.ones(len(labels), dtype=np.bool_) if only_class is None else labels == only_class
    if verdicts is None or order == "all":
        return np.flatnonzero(chosen)
    wrong = _by(-verdicts.confidence, chosen & verdicts.wrong)
    if order == "wrong_only":
        return wrong
    return np.concatenate([wrong, _by(verdicts.confidence, chosen & ~verdicts.wrong)])


def _by(key: NDArray[np.float32], chosen: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Return the chosen positions by rising key; equal keys stay in the order of the samples."""
    positions = np.flatnonzero(chosen)
    return positions[np.argsort(key[positions], kind="stable")]
