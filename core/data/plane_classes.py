"""Classes in the plane: the four sets of TensorFlow Playground, moons, blobs and spirals with many arms."""

from __future__ import annotations

from typing import ClassVar, Literal

import numpy as np
from numpy.typing import NDArray

from core.data.base import PLANE, DataSet
from core.data.plane import CLASS_NAMES, Numbers, PlaneSet, even_classes, shaken
from core.fields import setting
from core.losses import Task

_RADIUS = 5.0
Labels = NDArray[np.int64]


class PlaneClasses(PlaneSet):
    """Points in the plane with labels."""

    family: ClassVar[str] = PLANE
    task: ClassVar[Task] = "classification"


class Circle(PlaneClasses):
    """A disc (B) inside a ring (A)."""

    title: ClassVar[str] = "Circle"
    help: ClassVar[str] = "A disc inside a ring. No straight line separates them; noise blurs the border."

    kind: Literal["circle"] = "circle"

    def draw(self, random: np.random.RandomState) -> tuple[Numbers, Labels]:
        """Draw half of the points in each; a point that noise takes across the border gets the other label."""
        inside = even_classes(self.num_samples, 2) == 0
        low = np.where(inside, 0.0, 0.7 * _RADIUS)
        high = np.where(inside, 0.5 * _RADIUS, _RADIUS)
        points = _around(random.uniform(low, high), random.uniform(0, 2 * np.pi, size=self.num_samples))
        moved = shaken(points, self.noise, _RADIUS, random)
        return points, (np.hypot(*moved.T) < 0.5 * _RADIUS).astype(np.int64)


class Xor(PlaneClasses):
    """Four squares: coordinates of equal signs (B) or of different signs (A)."""

    title: ClassVar[str] = "XOR"
    help: ClassVar[str] = "Exclusive or: opposite corners belong together. Needs a hidden layer, or the input x₁x₂."

    kind: Literal["xor"] = "xor"

    def draw(self, random: np.random.RandomState) -> tuple[Numbers, Labels]:
        """Draw points with a gap along the axes; noise moves them before they are labelled."""
        points = random.uniform(-_RADIUS, _RADIUS, size=(self.num_samples, 2))
        points += np.where(points > 0, 0.3, -0.3)
        moved = shaken(points, self.noise, _RADIUS, random)
        return points, (moved.prod(axis=1) >= 0).astype(np.int64)


class Gauss(PlaneClasses):
    """Two normal clouds around (-2, -2) (A) and (2, 2) (B)."""

    title: ClassVar[str] = "Gauss"
    help: ClassVar[str] = "Two clouds that a straight line separates; noise widens them until they overlap."

    kind: Literal["gauss"] = "gauss"

    def draw(self, random: np.random.RandomState) -> tuple[Numbers, Labels]:
        """Draw half of the points in each cloud, with a variance from 0.5 to 4."""
        labels = even_classes(self.num_samples, 2)
        centres = np.where(labels == 0, -2.0, 2.0)[:, None]
        deviation = np.sqrt(0.5 + 7 * self.noise)
        return centres + random.normal(scale=deviation, size=(self.num_samples, 2)), labels


class Spiral(PlaneClasses):
    """Two arms that wind around each other."""

    title: ClassVar[str] = "Spiral"
    help: ClassVar[str] = "Two arms that wind around each other 1.75 times: the hardest of the playground's sets."

    kind: Literal["spiral"] = "spiral"

    def draw(self, random: np.random.RandomState) -> tuple[Numbers, Labels]:
        """Place the points evenly along the arms; noise moves them."""
        labels = even_classes(self.num_samples, 2)
        return shaken(_spiral(labels, turns=1.75), self.noise, 1.0, random), labels


class _Arms(DataSet):
    num_classes: int = setting(
        3, title="Arms", help="Number of arms, each a class of its own.", ge=2, le=len(CLASS_NAMES), step=1
    )
    turns: float = setting(
        0.75, title="Turns", help="How often an arm winds around the middle.", ge=0.25, le=3, step=0.25
    )


class SpiralArms(PlaneClasses, _Arms):
    """Several arms that wind around each other."""

    title: ClassVar[str] = "Spiral with many arms"
    help: ClassVar[str] = "Three or more arms that wind around each other: softmax with many classes."

    kind: Literal["spiral_arms"] = "spiral_arms"

    def class_names(self) -> tuple[str, ...]:
        """Return one name for each arm."""
        return CLASS_NAMES[: self.num_classes]

    def draw(self, random: np.random.RandomState) -> tuple[Numbers, Labels]:
        """Place the points evenly along the arms; noise moves them."""
        labels = even_classes(self.num_samples, self.num_classes)
        return shaken(_spiral(labels, self.turns), self.noise, 1.0, random), labels


class Moons(PlaneClasses):
    """scikit-learn's two half circles that reach into each other, three times as large."""

    title: ClassVar[str] = "Moons"
    help: ClassVar[str] = "Two half circles that reach into each other; noise is normal, as in scikit-learn."

    kind: Literal["moons"] = "moons"

    def draw(self, random: np.random.RandomState) -> tuple[Numbers, Labels]:
        """Place the points evenly along the moons; noise moves them."""
        labels = even_classes(self.num_samples, 2)
        angles = np.concatenate([np.linspace(0, np.pi, n) for n in np.bincount(labels, minlength=2)])
        upper, lower = np.stack([np.cos(angles), np.sin(angles)]), np.stack([1 - np.cos(angles), 0.5 - np.sin(angles)])
        points = np.where(labels == 0, upper, lower).T + random.normal(scale=self.noise, size=(self.num_samples, 2))
        return 3 * (points - [0.5, 0.25]), labels


class _Clouds(DataSet):
    num_classes: int = setting(
        4, title="Classes", help="Number of clouds, each a class of its own.", ge=2, le=len(CLASS_NAMES), step=1
    )


class Blobs(PlaneClasses, _Clouds):
    """Normal clouds around the corners of a regular polygon."""

    title: ClassVar[str] = "Blobs"
    help: ClassVar[str] = "One cloud for each class, in a circle; noise widens them until they overlap."

    kind: Literal["blobs"] = "blobs"

    def class_names(self) -> tuple[str, ...]:
        """Return one name for each cloud."""
        return CLASS_NAMES[: self.num_classes]

    def draw(self, random: np.random.RandomState) -> tuple[Numbers, Labels]:
        """Draw the points of each cloud; the seed turns the polygon."""
        labels = even_classes(self.num_samples, self.num_classes)
        corners = 2 * np.pi * (labels / self.num_classes + random.uniform())
        deviation = 0.4 + 2 * self.noise
        return _around(3.5, corners) + random.normal(scale=deviation, size=(self.num_samples, 2)), labels


def _around(radius: float | Numbers, angles: Numbers) -> Numbers:
    """Return points ``(n, 2)`` at these distances from the middle, clockwise from the top."""
    return np.stack([radius * np.sin(angles), radius * np.cos(angles)], axis=1)


def _spiral(labels: Labels, turns: float) -> Numbers:
    """Return points that stand evenly along the arm of their class, from the middle outwards; ``labels`` sorted."""
    sizes = np.bincount(labels)
    along = np.concatenate([np.arange(n) / n for n in sizes])
    return _around(_RADIUS * along, 2 * np.pi * (turns * along + labels / len(sizes)))
