"""Cross-entropy against the squared error where a probability is predicted, and the parameters of an image network.

The predicted probability of the true class is ``p = sigmoid(o)``. The cross-entropy is ``-log p``, the squared error
as in Gluon ``(1 - p)^2 / 2``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit

from core.explorers.setup import Setup
from core.fields import setting

Numbers = NDArray[np.float64]

MOST_STEPS = 400


class LossesSetup(Setup):
    """Where the descent begins and how it goes, and the network whose parameters are counted."""

    logit: float = setting(
        -4.0,
        title="Logit o",
        help="Where the descent begins. Below 0 the network holds the wrong class for likelier.",
        ge=-8.0,
        le=8.0,
        step=0.1,
    )
    learning_rate: float = setting(
        1.0, title="Learning rate η", help="Of the gradient descent on the logit.", ge=0.01, le=10.0, step=0.1, log=True
    )
    height: int = setting(28, title="Height", help="Pixels of the image from top to bottom.", ge=1, le=4096)
    width: int = setting(28, title="Width", help="Pixels of the image from left to right.", ge=1, le=4096)
    channels: int = setting(1, title="Channels", help="1 for grey images, 3 for red, green and blue.", ge=1, le=16)
    classes: int = setting(10, title="Classes", help="One output for each.", ge=2, le=100_000)
    hidden: int = setting(
        0, title="Hidden units", help="Units of a hidden layer; 0 for none: softmax regression.", ge=0, le=100_000
    )


def cross_entropy(o: Numbers) -> Numbers:
    """Return ``-log p``, stable for every logit."""
    return np.asarray(np.logaddexp(0.0, -o))


def cross_entropy_gradient(o: Numbers) -> Numbers:
    """Return its derivative by the logit, ``p - 1``."""
    return np.asarray(-expit(-o))


def squared_error(o: Numbers) -> Numbers:
    """Return ``(1 - p)^2 / 2``."""
    return np.asarray(0.5 * np.square(expit(-o)))


def squared_error_gradient(o: Numbers) -> Numbers:
    """Return its derivative by the logit, ``(p - 1) p (1 - p)``."""
    return np.asarray(-np.square(expit(-o)) * expit(o))


@dataclass(frozen=True)
class Curve:
    """A loss over the logit, and its derivative."""

    f: Callable[[Numbers], Numbers]
    derivative: Callable[[Numbers], Numbers]


CURVES: Mapping[str, Curve] = MappingProxyType(
    {
        "cross_entropy": Curve(cross_entropy, cross_entropy_gradient),
        "squared": Curve(squared_error, squared_error_gradient),
    }
)
"""The two losses by name."""


def logit_of(p: Numbers) -> Numbers:
    """Return the logits of probabilities between 0 and 1."""
    return np.asarray(np.log(p) - np.log1p(-p))


def descent(name: str, logit: float, learning_rate: float, num_steps: int = MOST_STEPS) -> Numbers:
    """Return the logit before and after each step of gradient descent, ``(num_steps + 1,)``."""
    derivative = CURVES[name].derivative
    path = np.empty(num_steps + 1)
    path[0] = o = logit
    for step in range(1, num_steps + 1):
        o -= learning_rate * float(derivative(np.asarray(o)))
        path[step] = o
    return path


def steps_until(path: Numbers, probability: float) -> int | None:
    """Return after how many steps the true class has at least a probability; None if never."""
    reached = np.flatnonzero(expit(path) >= probability)
    return int(reached[0]) if len(reached) else None


@dataclass(frozen=True)
class LayerCount:
    """Parameters of a Dense layer."""

    inputs: int
    units: int

    @property
    def weights(self) -> int:
        """One for each pair of input and unit."""
        return self.inputs * self.units

    @property
    def total(self) -> int:
        """Weights, and a bias for each unit."""
        return self.weights + self.units


def count_parameters(setup: LossesSetup) -> tuple[LayerCount, ...]:
    """Return the Dense layers of the network for the image."""
    sizes = [setup.height * setup.width * setup.channels, setup.hidden, setup.classes]
    sizes = [size for size in sizes if size]
    return tuple(LayerCount(inputs, units) for inputs, units in pairwise(sizes))
