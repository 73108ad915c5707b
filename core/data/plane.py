"""Points in the plane: the inputs that are derived from them, and what all sets of drawn points share.

Ranges, sizes and noise are those of TensorFlow Playground, so that its experiments can be repeated.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal

import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from core.data.base import Axis, DataFacts, DataSet, Parts, Samples, parts_at, seed_setting, share_setting
from core.data.positions import Positions, split_positions
from core.fields import in_order_of, setting

EDGE = 6.0
"""The plane is drawn from minus this to this along both axes."""

AXES = (Axis("x1", -EDGE, EDGE), Axis("x2", -EDGE, EDGE))
CLASS_NAMES = tuple("ABCDEFGHIJ")
"""Names of the classes, which mean nothing else; there are at most this many."""

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class PlaneInput:
    """An input that the network can get: ``function(x1, x2)``; ``title`` is its name in the window."""

    title: str
    function: Callable[[Numbers, Numbers], Numbers]


PLANE_INPUTS: Mapping[str, PlaneInput] = {
    "x1": PlaneInput("x₁", lambda x1, x2: x1),
    "x2": PlaneInput("x₂", lambda x1, x2: x2),
    "x1^2": PlaneInput("x₁²", lambda x1, x2: x1 * x1),
    "x2^2": PlaneInput("x₂²", lambda x1, x2: x2 * x2),
    "x1*x2": PlaneInput("x₁x₂", lambda x1, x2: x1 * x2),
    "sin(x1)": PlaneInput("sin x₁", lambda x1, x2: np.sin(x1)),
    "sin(x2)": PlaneInput("sin x₂", lambda x1, x2: np.sin(x2)),
}
InputName = Literal["x1", "x2", "x1^2", "x2^2", "x1*x2", "sin(x1)", "sin(x2)"]
_TITLES = {name: plane_input.title for name, plane_input in PLANE_INPUTS.items()}


class PlanePoints(DataSet):
    """Samples that are points in the plane; the network gets inputs that are derived from them."""

    inputs: Annotated[tuple[InputName, ...], Field(min_length=1), in_order_of(_TITLES)] = setting(
        ("x1", "x2"),
        title="Inputs",
        help="What the network gets to know of a point. Good inputs can replace hidden layers.",
        choices=_TITLES,
    )

    def features(self, points: NDArray[Any]) -> NDArray[np.float32]:
        """Return the chosen inputs of points ``(n, 2)``, float32 ``(n, number of inputs)``."""
        x1, x2 = np.asarray(points, dtype=np.float64).T
        return np.column_stack([PLANE_INPUTS[name].function(x1, x2) for name in self.inputs]).astype(np.float32)

    def plane_facts(self, class_names: tuple[str, ...], sizes: tuple[int, int, int]) -> DataFacts:
        """Return the facts for the names of the classes (none for regression) and the sizes of the parts."""
        num_outputs = len(class_names) or 1
        shape = (len(self.inputs),)
        return DataFacts(self.task, shape, num_outputs, class_names, *sizes, input_names=self.inputs, axes=AXES)


class Drawn(DataSet):
    """Settings of samples that are drawn."""

    num_samples: int = setting(
        500, title="Samples", help="Number of samples that are drawn, in all parts.", ge=10, le=100_000, step=50
    )
    noise: float = setting(
        0.0,
        title="Noise",
        help="How much is left to chance. 0.5 is what TensorFlow Playground calls 50 (percent).",
        ge=0,
        le=0.5,
        step=0.05,
    )


# Settings stand in the window in the order of the bases from last to first.
class PlaneSet(PlanePoints, Drawn):
    """Points that are drawn; a subclass says how."""

    is_drawn: ClassVar[bool] = True

    train_share: float = setting(
        0.5,
        title="Training share",
        help="Share of the samples that is trained on. The others are watched, but for the test part.",
        ge=0.1,
        le=0.9,
        step=0.1,
    )
    test_share: float = share_setting(
        0.0, title="Test share", help="Share of the samples that is used once, at the end; at most what is left."
    )
    seed: int = seed_setting()

    def class_names(self) -> tuple[str, ...]:
        """Return the names of the classes, none for regression."""
        return CLASS_NAMES[:2] if self.task == "classification" else ()

    def facts(self) -> DataFacts:
        """Return what is known before the points are drawn."""
        num_train = round(self.num_samples * self.train_share)
        num_test = min(round(self.num_samples * self.test_share), self.num_samples - num_train)
        sizes = num_train, self.num_samples - num_train - num_test, num_test
        return self.plane_facts(self.class_names(), sizes)

    def positions(self) -> Positions:
        """Return which points the parts get."""
        facts = self.facts()
        return split_positions(self.num_samples, facts.num_validation, facts.num_test, self.seed)

    def load_at(self, positions: Positions, data_dir: Path | None = None) -> Parts:
        """Draw the points; ``data_dir`` is not used."""
        drawn, y = self.draw(np.random.RandomState(self.seed))
        points = drawn.astype(np.float32)
        labels = y.astype(np.int64) if self.task == "classification" else y.astype(np.float32)[:, None]
        return parts_at(self.facts(), Samples(self.features(points), labels, points), positions)

    def draw(self, random: np.random.RandomState) -> tuple[Numbers, NDArray[Any]]:
        """Return ``num_samples`` points ``(n, 2)`` and their labels or targets ``(n,)``."""
        raise TypeError(f"{type(self).__name__} does not say how its points are drawn")


def even_classes(num_samples: int, num_classes: int) -> NDArray[np.int64]:
    """Return sorted labels ``(num_samples,)``; the first classes get one more where it does not come out even."""
    return np.sort(np.arange(num_samples) % num_classes)


def shaken(points: Numbers, noise: float, radius: float, random: np.random.RandomState) -> Numbers:
    """Return points moved by up to ``noise * radius`` along both axes, evenly distributed."""
    return points + noise * random.uniform(-radius, radius, size=points.shape)
