"""Points of the user's own, kept in the experiment."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar, Literal

import numpy as np

from core.data.base import PLANE, DataFacts, DataSet, Parts, Samples, parts_at, share_setting
from core.data.plane import CLASS_NAMES, EDGE, PlanePoints
from core.data.positions import Positions, part_sizes
from core.data.shares import SplitByShares
from core.fields import Value, setting
from core.losses import Task
from core.texts import unsaid

MAX_POINTS = 1000
MAX_CLASSES = 8


class Point(Value):
    """A point in the plane and its class."""

    x1: float = setting(title="x₁", help="First coordinate.", ge=-EDGE, le=EDGE)
    x2: float = setting(title="x₂", help="Second coordinate.", ge=-EDGE, le=EDGE)
    label: int = setting(title="Class", help="0 for A, 1 for B, and so on.", ge=0, le=MAX_CLASSES - 1)


def _example() -> tuple[Point, ...]:
    """Return a few points to begin with: a bow of A around a heap of B."""
    angles = np.linspace(0.2 * np.pi, 1.8 * np.pi, 14)
    bow = [Point(x1=round(-4 * np.cos(a), 1), x2=round(4 * np.sin(a), 1), label=0) for a in angles]
    heap = [(0.3, 0.4), (-0.9, 0.7), (0.8, -0.8), (-0.5, -1.0), (1.4, 0.6), (-1.5, -0.3), (0.1, 1.5), (1.8, -0.4)]
    return (*bow, *(Point(x1=x1, x2=x2, label=1) for x1, x2 in heap))


class _Points(DataSet):
    points: tuple[Point, ...] = setting(
        _example(),
        title="Points",
        help="The points and their classes. They are part of the experiment and saved with it.",
        max_length=MAX_POINTS,
    )


class OwnPoints(SplitByShares, PlanePoints, _Points):
    """Points that the user puts into the plane one by one."""

    title: ClassVar[str] = "Your own points"
    help: ClassVar[str] = f"Points that you place yourself: at most {MAX_POINTS:,}, in up to {MAX_CLASSES} classes."
    family: ClassVar[str] = PLANE
    task: ClassVar[Task] = "classification"
    nothing_to_train_on: ClassVar[str] = unsaid(
        "There are no points to train on. Add points, or make the shares of the validation and test parts smaller."
    )

    kind: Literal["own_points"] = "own_points"
    validation_share: float = share_setting(
        0.0,
        title="Validation share",
        help="Share of the points that is kept out of training to watch generalisation.",
    )
    test_share: float = share_setting(
        0.0, title="Test share", help="Share of the points that is used once, at the end."
    )

    def facts(self) -> DataFacts:
        """Return what is known before loading: there are as many classes as the highest label asks for, at least 2."""
        num_classes = max((point.label + 1 for point in self.points), default=2)
        sizes = part_sizes(len(self.points), self.validation_share, self.test_share)
        return self.plane_facts(CLASS_NAMES[: max(2, num_classes)], sizes)

    def load_at(self, positions: Positions, data_dir: Path | None = None) -> Parts:
        """Return the points of the parts; ``data_dir`` is not used."""
        points = self._coordinates().astype(np.float32)
        labels = np.array([point.label for point in self.points], dtype=np.int64)
        return parts_at(self.facts(), Samples(self.features(points), labels, points), positions)

    def nearest(self, x1: float, x2: float) -> int | None:
        """Return the position in ``points`` of the one that is nearest to a place, or None if there is none."""
        if not self.points:
            return None
        return int(np.hypot(*(self._coordinates() - [x1, x2]).T).argmin())

    def _coordinates(self) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
        return np.array([(point.x1, point.x2) for point in self.points], dtype=np.float64).reshape(-1, 2)
