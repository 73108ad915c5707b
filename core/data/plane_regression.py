"""Numbers over the plane: the two regression sets of TensorFlow Playground."""

from __future__ import annotations

from typing import Any, ClassVar, Literal

import numpy as np
from numpy.typing import NDArray

from core.data.base import REGRESSION
from core.data.plane import EDGE, Numbers, PlaneSet, shaken
from core.fields import setting
from core.losses import Task

_HILLS = np.array([[-4, 2.5], [0, 2.5], [4, 2.5], [-4, -2.5], [0, -2.5], [4, -2.5]])
_HEIGHTS = np.array([1, -1, 1, -1, 1, -1])
_REACH = 2.0


class PlaneRegression(PlaneSet):
    """Points in the plane with a target that lies over them; noise moves them before the target is read off."""

    family: ClassVar[str] = REGRESSION
    task: ClassVar[Task] = "regression"

    num_samples: int = setting(
        1200, title="Samples", help="Number of samples that are drawn, in all parts.", ge=10, le=100_000, step=50
    )

    def draw(self, random: np.random.RandomState) -> tuple[Numbers, Numbers]:
        """Draw the points evenly from the whole plane, with their targets."""
        points = random.uniform(-EDGE, EDGE, size=(self.num_samples, 2))
        return points, self.height(shaken(points, self.noise, EDGE, random))

    def truth(self, points: NDArray[Any]) -> Numbers:
        """Return the height over points ``(n, 2)``."""
        return self.height(np.asarray(points, dtype=np.float64))

    def height(self, points: Numbers) -> Numbers:
        """Return the target ``(n,)`` over points ``(n, 2)`` without noise."""
        raise TypeError(f"{type(self).__name__} does not say what lies over the plane")


class Plane(PlaneRegression):
    """A plane that rises along the diagonal: y = (x1 + x2) / 10."""

    title: ClassVar[str] = "Plane"
    help: ClassVar[str] = "y = (x₁ + x₂) / 10: one linear unit is enough."

    kind: Literal["plane"] = "plane"

    def height(self, points: Numbers) -> Numbers:
        """Return (x1 + x2) / 10."""
        return (points[:, 0] + points[:, 1]) / 10


class MultiGauss(PlaneRegression):
    """Three hills and three valleys: round cones of height 1 or -1 that end 2 from their middle."""

    title: ClassVar[str] = "Multi-Gauss"
    help: ClassVar[str] = "Three hills and three valleys in a flat plane: a line is lost here, hidden units are needed."

    kind: Literal["multi_gauss"] = "multi_gauss"

    def height(self, points: Numbers) -> Numbers:
        """Return the height of the nearest hill or valley, 0 beyond its reach."""
        distances = np.linalg.norm(points[:, None] - _HILLS, axis=2)
        nearest = distances.argmin(axis=1)
        steepness = np.clip(1 - distances.min(axis=1) / _REACH, 0, 1)
        heights: Numbers = _HEIGHTS[nearest] * steepness
        return heights
