"""Softmax and its cross-entropy: in exact arithmetic as far as float64 is, and as float32 really computes it.

The float32 numbers are NumPy's; the tests compare them with MXNet's operators.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from core.explorers.setup import Setup
from core.fields import setting
from core.texts import say

Numbers = NDArray[np.float64]
Singles = NDArray[np.float32]

LARGEST_LOGIT = 1000.0
NUM_CLASSES = (2, 10)
"""The fewest and the most classes."""


class SoftmaxSetup(Setup):
    """Logits, the true class, and what is done to the logits before softmax."""

    logits: tuple[Annotated[float, Field(ge=-LARGEST_LOGIT, le=LARGEST_LOGIT)], ...] = setting(
        (2.0, 1.0, 0.1), title="Logits", help="The outputs o of the last layer, one for each class."
    )
    label: int = setting(0, title="True class", help="The class that the sample really has, counted from 0.", ge=0)
    shift: float = setting(
        0.0,
        title="Shift c",
        help="A number that is added to all logits.",
        ge=-LARGEST_LOGIT,
        le=LARGEST_LOGIT,
        step=1.0,
    )
    temperature: float = setting(
        1.0, title="Temperature T", help="All logits are divided by it.", ge=0.05, le=20.0, step=0.1, log=True
    )

    def problem(self) -> str:
        """Return what is wrong with the number of classes or with the true class."""
        low, high = NUM_CLASSES
        if not low <= len(self.logits) <= high:
            return say("Give from {low} to {high} logits.", low=low, high=high)
        if self.label >= len(self.logits):
            return say("The true class must be from 0 to {last}.", last=len(self.logits) - 1)
        return ""

    @property
    def inputs(self) -> Numbers:
        """What softmax gets: ``(logits + shift) / temperature``."""
        return (np.array(self.logits) + self.shift) / self.temperature


def softmax(logits: Numbers) -> Numbers:
    """Return probabilities ``(..., k)`` of logits ``(..., k)``."""
    exps = np.exp(logits - logits.max(axis=-1, keepdims=True))
    found: Numbers = exps / exps.sum(axis=-1, keepdims=True)
    return found


def cross_entropy(logits: Numbers, label: int) -> float:
    """Return minus the log of the probability that softmax gives to the true class."""
    least = logits - logits.max()
    # log(1 + x) keeps an x that 1 + x would swallow.
    return float(np.log1p(_without_largest(np.exp(least)).sum()) - least[label])


def _without_largest(exps: NDArray[Any]) -> NDArray[Any]:
    """Return all but the largest; of equal ones one goes."""
    return np.delete(exps, exps.argmax())


def gradient(logits: Numbers, label: int) -> Numbers:
    """Return the gradient ``(k,)`` of the cross-entropy by the logits: the probabilities less the one-hot label."""
    return np.asarray(softmax(logits) - np.eye(len(logits))[label])


def over_true_logit(setup: SoftmaxSetup, logits: Numbers) -> Numbers:
    """Return the probabilities ``(n, k)`` of all classes when the true class has one of the logits ``(n,)``."""
    every = np.tile(np.array(setup.logits), (len(logits), 1))
    every[:, setup.label] = logits
    return softmax((every + setup.shift) / setup.temperature)


@dataclass(frozen=True, eq=False)
class Steps:
    """What float32 computes on its way to the probabilities and the loss; all arrays ``(k,)``.

    Attributes:
        inputs: the logits, less their maximum where that is subtracted.
        exps: their exponentials.
        total: the sum of those.
        probabilities: each divided by the sum.
        loss: of the true class.
        beside_one: the sum without the largest, which is exactly 1 where the maximum is subtracted; else 0.
    """

    inputs: Singles
    exps: Singles
    total: float
    probabilities: Singles
    loss: float
    beside_one: float = 0.0

    @property
    def failed(self) -> bool:
        """Whether the probabilities or the loss are no finite numbers."""
        return not (bool(np.isfinite(self.probabilities).all()) and bool(np.isfinite(self.loss)))


def by_definition(logits: Numbers, label: int) -> Steps:
    """Compute in float32 as the definition stands there: exp, sum, divide, then minus the logarithm."""
    with np.errstate(all="ignore"):
        inputs = logits.astype(np.float32)
        exps = np.exp(inputs)
        total = exps.sum(dtype=np.float32)
        probabilities = exps / total
        loss = -np.log(probabilities[label])
    return Steps(inputs, exps, float(total), probabilities, float(loss))


def fused(logits: Numbers, label: int) -> Steps:
    """Compute in float32 as Gluon's loss does: subtract the maximum, and take the logarithm of the sum alone.

    The largest exponential is 1 then, and ``log1p`` of the others keeps the smallest loss. MXNet's own operator rounds
    more: its loss is off by up to about 1e-6.
    """
    with np.errstate(under="ignore"):
        inputs = logits.astype(np.float32)
        inputs = inputs - inputs.max()
        exps = np.exp(inputs)
        total = exps.sum(dtype=np.float32)
        probabilities = exps / total
        others = _without_largest(exps).sum(dtype=np.float32)
        loss = np.log1p(others) - inputs[label]
    return Steps(inputs, exps, float(total), probabilities, float(loss), float(others))
