"""The samples of a data set as points to draw: places, styles, and what a reader wants to know of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.data import DataFacts, Parts, Samples
from desktop_app.point_marks import PartName, PointStyle

MOST_POINTS = 5_000
"""Drawn at most; of more samples, the first of each part in proportion."""

# Trained on, watched, and last used: what matters most lies on top.
_PARTS: tuple[PartName, ...] = ("test", "validation", "train")
_SHADES = 20


@dataclass(frozen=True, eq=False)
class Points:
    """Samples with one or two axes.

    Attributes:
        facts: of the data set.
        places: float64 ``(n, 2)``: x1 and x2, or x and y.
        values: labels or targets, ``(n,)``.
        parts: of each point.
        codes: which of the styles each has, ``(n,)``.
        styles: how the points look.
        total: number of samples there are.
    """

    facts: DataFacts
    places: NDArray[np.float64]
    values: NDArray[np.float64]
    parts: tuple[PartName, ...]
    codes: NDArray[np.int64]
    styles: tuple[PointStyle, ...]
    total: int

    def __len__(self) -> int:
        """Return the number of points."""
        return len(self.places)

    def nearest(self, x: float, y: float, scale: tuple[float, float]) -> tuple[int, float] | None:
        """Return the point that is nearest to a place, and how far that is; None if there is none.

        Args:
            x: of the place.
            y: of the place.
            scale: what a unit of distance is along either axis.
        """
        if not len(self):
            return None
        distances = np.hypot(*((self.places - [x, y]) / scale).T)
        nearest = int(distances.argmin())
        return nearest, float(distances[nearest])

    def to_csv(self) -> str:
        """Return part, places and class or target of every point."""
        names = [axis.name for axis in self.facts.axes]
        classes = self.facts.class_names
        lines = [",".join(["part", *names, "class" if classes else "y"])]
        for part, place, value in zip(self.parts, self.places.tolist(), self.values.tolist(), strict=True):
            shown = classes[int(value)] if classes else f"{value:.9g}"
            lines.append(",".join([part, *(f"{x:.9g}" for x in place[: len(names)]), shown]))
        return "\n".join(lines) + "\n"


def points_of(parts: Parts) -> Points | None:
    """Return the samples as points; None if their data set has no axes."""
    facts = parts.facts
    if len(facts.axes) not in (1, 2) or (facts.num_outputs != 1 and not facts.class_names):
        return None
    present = [(name, getattr(parts, name)) for name in _PARTS if getattr(parts, name) is not None]
    total = sum(len(samples) for _, samples in present)
    kept = [(name, _first(samples, total)) for name, samples in present]
    named: list[PartName] = [name for name, samples in kept for _ in range(len(samples))]
    values = np.concatenate([samples.y.reshape(len(samples)).astype(np.float64) for _, samples in kept])
    drawn = np.concatenate([_points(samples) for _, samples in kept])
    places = drawn if len(facts.axes) == 2 else np.column_stack([drawn[:, 0], values])
    codes, styles = _styled(facts, named, values)
    return Points(facts, places, values, tuple(named), codes, styles, total)


def _points(samples: Samples) -> NDArray[np.float64]:
    assert samples.points is not None
    return samples.points.astype(np.float64)


def _first(samples: Samples, total: int) -> Samples:
    if total <= MOST_POINTS:
        return samples
    return samples.take(np.arange(max(1, len(samples) * MOST_POINTS // total)))


def part_style(part: PartName) -> PointStyle:
    """Return the look of a part where no class or target has colours: those that curves have everywhere."""
    return PointStyle(share={"train": 1.0, "validation": -1.0, "test": None}[part], part=part)


def _styled(
    facts: DataFacts, named: Sequence[PartName], values: NDArray[np.float64]
) -> tuple[NDArray[np.int64], tuple[PointStyle, ...]]:
    """Return how each point looks: by part, and by class or, in a plane, by target."""
    part_codes = np.array([_PARTS.index(name) for name in named], np.int64)
    if facts.class_names:
        looks = [PointStyle(label=k) for k in range(facts.num_outputs)]
        look_codes = values.astype(np.int64)
    elif len(facts.axes) == 1:
        return part_codes, tuple(part_style(part) for part in _PARTS)
    else:
        largest = float(np.abs(values).max(initial=0.0)) or 1.0
        looks = [PointStyle(share=2 * k / _SHADES - 1) for k in range(_SHADES + 1)]
        look_codes = np.rint((values / largest + 1) / 2 * _SHADES).astype(np.int64)
    styles = [
        PointStyle(look.label, look.share, part, 9.0 if part == "train" else 8.0) for part in _PARTS for look in looks
    ]
    return part_codes * len(looks) + look_codes, tuple(styles)
