"""The loss surface of linear regression with two weights: a bowl, known in closed form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.data import Parts
from core.experiment import Experiment
from core.layers import Dense

Numbers = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Bowl:
    """The mean of half the squared error over the training samples, as a function of the weights (w1, w2).

    The bias is at its best for each pair of weights, so that the surface stays the same while training goes on.

    Attributes:
        star: the best weights ``(2,)``, by least squares.
        least: the loss there.
        curvature: ``(2, 2)``, the second derivatives of the loss.
        mean_x: ``(2,)``, zeros without a bias.
        mean_y: the same of the targets.
        use_bias: whether the layer has a bias.
    """

    star: Numbers
    least: float
    curvature: Numbers
    mean_x: Numbers
    mean_y: float
    use_bias: bool

    def loss(self, weights: NDArray[Any]) -> Numbers:
        """Return the loss for weights ``(..., 2)``."""
        away = np.asarray(weights, dtype=np.float64) - self.star
        found: Numbers = self.least + np.einsum("...i,ij,...j->...", away, self.curvature, away) / 2
        return found

    def bias(self, weights: NDArray[Any]) -> Numbers:
        """Return the best bias for weights ``(..., 2)``; 0 if the layer has none."""
        found: Numbers = self.mean_y - np.asarray(weights, dtype=np.float64) @ self.mean_x
        return found

    def contour(self, level: float, num_points: int = 180) -> Numbers:
        """Return the closed line ``(num_points, 2)`` on which the loss is ``level``, which is above the least."""
        curvatures, directions = np.linalg.eigh(self.curvature)
        # Inputs that depend on each other make a valley without end; so far out it is straight.
        radii = np.sqrt(2 * (level - self.least) / np.maximum(curvatures, 1e-12 * curvatures.max()))
        angles = np.linspace(0, 2 * np.pi, num_points)
        circle = np.stack([np.cos(angles), np.sin(angles)], axis=1)
        line: Numbers = self.star + (circle * radii) @ directions.T
        return line


def has_bowl(experiment: Experiment) -> bool:
    """Tell whether the network of an experiment is a linear regression with two weights and the squared error."""
    facts, layers = experiment.data.facts(), experiment.layers
    return (
        facts.task == "regression"
        and facts.input_shape == (2,)
        and facts.num_outputs == 1
        and experiment.loss.kind == "l2"
        and len(layers) == 1
        and isinstance(layers[0], Dense)
        and layers[0].activation == "none"
    )


def bowl_of(experiment: Experiment, parts: Parts) -> Bowl:
    """Return the loss surface over the training part, for an experiment that :func:`has_bowl`."""
    (layer,) = experiment.layers
    assert isinstance(layer, Dense)
    X, y = parts.train.X.astype(np.float64), parts.train.y.astype(np.float64).ravel()
    mean_x = X.mean(axis=0) if layer.use_bias else np.zeros(2)
    mean_y = float(y.mean()) if layer.use_bias else 0.0
    X, y = X - mean_x, y - mean_y
    star = np.linalg.lstsq(X, y, rcond=None)[0]
    least = float(np.square(y - X @ star).mean() / 2)
    return Bowl(star, least, X.T @ X / len(X), mean_x, mean_y, layer.use_bias)
