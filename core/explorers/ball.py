"""Regularised linear regression with two parameters: where the contours of the loss meet the ball of the penalty.

The loss is the mean of half the squared error over normal inputs; it is a quadratic bowl in both parameters. All minima
are exact: L2 has a closed form, for L1 every pattern of signs is tried.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from core.bowl import Bowl
from core.explorers.setup import Setup
from core.fields import setting

Array = NDArray[np.float64]

LARGEST_LAMBDA = 10.0
REACH = 4.0
"""Parameters are shown from −REACH to REACH."""


class BallSetup(Setup):
    """A bowl and a penalty."""

    penalty: Literal["l2", "l1"] = setting(
        "l2",
        title="Penalty",
        help="L2: λ/2 · Σw², whose ball is round. L1: λ · Σ|w|, whose ball has corners on the axes.",
        choices={"l2": "L2", "l1": "L1"},
    )
    lam: float = setting(
        1.0, title="λ", help="Weight of the penalty against the loss.", ge=0, le=LARGEST_LAMBDA, step=0.05
    )
    plane: Literal["weights", "bias_free", "bias_too"] = setting(
        "weights",
        title="Parameters",
        help="Two weights, or one weight and the bias: with the penalty on the weight only, or on the bias too.",
        choices={
            "weights": "w₁ and w₂",
            "bias_free": "w and b, penalty on w only",
            "bias_too": "w and b, penalty on both",
        },
    )
    correlation: float = setting(
        0.5,
        title="Correlation",
        help="Correlation of both inputs: it turns the valley.",
        ge=-0.95,
        le=0.95,
        step=0.05,
        only_when=("plane", "weights"),
    )
    ratio: float = setting(
        0.6,
        title="σ of x₂",
        help="Standard deviation of the second input; that of the first one is 1.",
        ge=0.2,
        le=2,
        step=0.05,
        only_when=("plane", "weights"),
    )
    mean: float = setting(
        0.5, title="Mean of x", help="Mean of the input, whose standard deviation is 1.", ge=-2, le=2, step=0.1
    )
    first: float = setting(
        2.5, title="Best w₁", help="First parameter of the least loss. Drag the star.", ge=-REACH, le=REACH, step=0.1
    )
    second: float = setting(
        1.5, title="Best w₂", help="Second parameter of the least loss. Drag the star.", ge=-REACH, le=REACH, step=0.1
    )

    @property
    def star(self) -> Array:
        """The parameters of the least loss."""
        return np.array([self.first, self.second])

    @property
    def penalised(self) -> NDArray[np.bool_]:
        """Which of both parameters the penalty is for."""
        return np.array([True, self.plane != "bias_free"])

    @property
    def curvature(self) -> Array:
        """The second derivatives of the loss, ``(2, 2)``."""
        if self.plane == "weights":
            covariance = self.correlation * self.ratio
            return np.array([[1.0, covariance], [covariance, self.ratio**2]])
        return np.array([[1 + self.mean**2, self.mean], [self.mean, 1.0]])

    @property
    def bowl(self) -> Bowl:
        """The loss, which is 0 at the star."""
        return Bowl(self.star, 0.0, self.curvature, np.zeros(2), 0.0, use_bias=False)


@dataclass(frozen=True, eq=False)
class Minimum:
    """Where loss and penalty together are least.

    Attributes:
        place: the parameters, ``(2,)``.
        radius: the norm (of the penalty's kind) of those that are penalised.
        loss: without the penalty.
        penalty: λ times it.
    """

    place: Array
    radius: float
    loss: float
    penalty: float

    @property
    def num_zeros(self) -> int:
        """How many parameters are exactly 0."""
        return int((self.place == 0).sum())


def minimum(setup: BallSetup, lam: float | None = None) -> Minimum:
    """Return the minimum for the setup's λ, or another one."""
    weight = setup.lam if lam is None else lam
    place = path(setup, np.array([weight]))[0]
    bound = place[setup.penalised]
    if setup.penalty == "l2":
        radius = float(np.linalg.norm(bound))
        cost = weight / 2 * radius**2
    else:
        radius = float(np.abs(bound).sum())
        cost = weight * radius
    return Minimum(place, radius, float(setup.bowl.loss(place)), cost)


def path(setup: BallSetup, lambdas: Array) -> Array:
    """Return the minima for these λ, ``(n, 2)``."""
    solve = _ridge if setup.penalty == "l2" else _lasso
    return solve(setup.curvature, setup.star, lambdas, setup.penalised)


def _ridge(curvature: Array, star: Array, lambdas: Array, penalised: NDArray[np.bool_]) -> Array:
    """Minimise ½ (w − star)ᵀ curvature (w − star) + λ/2 Σ w² over the penalised ones, for every λ."""
    shifted = curvature + lambdas[:, None, None] * np.diag(penalised)
    return np.asarray(
        np.linalg.solve(shifted, np.broadcast_to((curvature @ star)[:, None], (len(lambdas), 2, 1)))[..., 0]
    )


def _lasso(curvature: Array, star: Array, lambdas: Array, penalised: NDArray[np.bool_]) -> Array:
    """Minimise ½ (w − star)ᵀ curvature (w − star) + λ Σ |w| over the penalised ones, for every λ.

    With known signs the minimum is that of a linear system. Of the minima that have the signs for which they were
    found, the one of the least value is right.
    """
    best, least = np.zeros((len(lambdas), 2)), np.full(len(lambdas), np.inf)
    for signs in product((-1.0, 0.0, 1.0), repeat=2):
        active = (np.array(signs) != 0) | ~penalised
        w = np.zeros_like(best)
        pull = lambdas[:, None] * np.where(penalised, signs, 0.0)
        if active.any():
            w[:, active] = np.linalg.solve(curvature[np.ix_(active, active)], (curvature @ star - pull)[:, active].T).T
        agrees = ((np.sign(w) == signs) | ~penalised).all(axis=1)
        away = w - star
        value = np.einsum("ni,ij,nj->n", away, curvature, away) / 2 + lambdas * np.abs(w[:, penalised]).sum(axis=1)
        better = agrees & (value < least)
        best[better], least[better] = w[better], value[better]
    return best


def ball(setup: BallSetup, radius: float) -> Array:
    """Return the closed line ``(n, 2)`` of the parameters whose penalty is that of ``radius``.

    A parameter without a penalty leaves a strip instead of a ball: its borders run far out of the picture.
    """
    if not setup.penalised[1]:
        far = 100 * REACH
        return radius * np.array([[-1, 0], [-1, 0], [1, 0], [1, 0], [-1, 0]]) + far * np.array(
            [[0, -1], [0, 1], [0, 1], [0, -1], [0, -1]]
        )
    if setup.penalty == "l1":
        return radius * np.array([[1.0, 0], [0, 1], [-1, 0], [0, -1], [1, 0]])
    angles = np.linspace(0, 2 * np.pi, 181)
    circle: Array = radius * np.stack([np.cos(angles), np.sin(angles)], axis=1)
    return circle
