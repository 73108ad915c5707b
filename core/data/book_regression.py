"""The book's regressions for under- and overfitting: polynomials, and many inputs for few samples.

Every part is drawn from a stream of its own, sample by sample: fewer training samples are the first ones of more, and
what is watched stays the same. So runs with different numbers of samples can be compared.
"""

from __future__ import annotations

from math import factorial
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal

import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from core.data.base import (
    REGRESSION,
    Axis,
    DataFacts,
    DataSet,
    Parts,
    Samples,
    parts_at,
    refuse_too_many,
    seed_setting,
)
from core.data.positions import Positions
from core.fields import setting
from core.losses import Task
from core.texts import say

MAX_DEGREE = 20
MAX_SAMPLES = 100_000

_Entry = Annotated[float, Field(ge=-1e6, le=1e6)]
_X_AXIS = Axis("x", -3.0, 3.0)


def _size_setting(default: int, *, title: str, help: str, least: int = 0) -> Any:
    return setting(default, title=title, help=help, ge=least, le=MAX_SAMPLES, step=10)


def _noise_setting(default: float) -> Any:
    return setting(
        default, title="Noise σ", help="Standard deviation of the normal noise on y.", ge=0, le=1e6, step=0.01
    )


class _SizedParts(DataSet):
    """Samples that are drawn on their own for each part; a subclass says how."""

    family: ClassVar[str] = REGRESSION
    task: ClassVar[Task] = "regression"
    is_drawn: ClassVar[bool] = True

    num_train: int = _size_setting(100, title="Training size", help="Number of samples to train on.", least=1)
    num_validation: int = _size_setting(
        100,
        title="Validation size",
        help="Number of samples that are watched while training; the book calls them the test part.",
    )
    num_test: int = _size_setting(0, title="Test size", help="Number of samples that are used once, at the end.")
    seed: int = seed_setting()

    @property
    def sizes(self) -> tuple[int, int, int]:
        """The sizes of the training, validation and test parts."""
        return self.num_train, self.num_validation, self.num_test

    def positions(self) -> Positions:
        """Return which samples the parts get: they are drawn one part after the other."""
        first_watched = self.num_train + self.num_validation
        train, validation, test = np.split(np.arange(sum(self.sizes)), [self.num_train, first_watched])
        return Positions(train, validation, test, self.seed)

    def load_at(self, positions: Positions, data_dir: Path | None = None) -> Parts:
        """Draw the samples; ``data_dir`` is not used."""
        facts = self.facts()
        refuse_too_many(sum(self.sizes), facts.input_shape[0], say("fewer inputs"))
        streams = [np.random.RandomState([self.seed, stream]) for stream in range(len(self.sizes))]
        drawn = [self.draw(size, random) for size, random in zip(self.sizes, streams, strict=True) if size]
        return parts_at(facts, Samples.joined(drawn), positions)

    def draw(self, num_samples: int, random: np.random.RandomState) -> Samples:
        """Return samples of one part, drawn one after the other."""
        raise TypeError(f"{type(self).__name__} does not say how its samples are drawn")


class _Powers(DataSet):
    coefficients: Annotated[tuple[_Entry, ...], Field(min_length=1)] = setting(
        (1.2, -3.4, 5.6),
        title="Coefficients",
        help="The true factors of x, x², x³ and so on; separate them by commas.",
        max_length=MAX_DEGREE,
    )
    bias: float = setting(5.0, title="True b", help="The true bias.", ge=-1e6, le=1e6, step=0.1)
    noise: float = _noise_setting(0.1)
    degree: int = setting(
        3,
        title="Degree",
        help="Number of powers of x that the network gets as inputs: too few underfit, too many may overfit.",
        ge=1,
        le=MAX_DEGREE,
        step=1,
    )
    scaling: Literal["none", "factorial"] = setting(
        "none",
        title="Powers",
        help="High powers are huge, and training on them diverges; dividing xᵏ by k! keeps them near 1.",
        choices={"none": "xᵏ (as the book)", "factorial": "xᵏ / k!"},
    )


# Settings stand in the window in the order of the bases from last to first.
class Polynomial(_SizedParts, _Powers):
    """y is a polynomial of a standard normal x, with normal noise; the network gets powers of x."""

    title: ClassVar[str] = "Polynomial"
    help: ClassVar[str] = "y = b + c₁x + c₂x² + c₃x³ + noise. The network gets as many powers of x as you offer."

    kind: Literal["polynomial"] = "polynomial"

    def facts(self) -> DataFacts:
        """Return what is known before the samples are drawn."""
        names = tuple("x" if k == 1 else f"x^{k}" for k in range(1, self.degree + 1))
        if self.scaling == "factorial":
            names = tuple(name if k < 2 else f"{name}/{k}!" for k, name in enumerate(names, start=1))
        return DataFacts(self.task, (self.degree,), 1, (), *self.sizes, input_names=names, axes=(_X_AXIS,))

    def features(self, points: NDArray[Any]) -> NDArray[np.float32]:
        """Return the powers of points ``(n, 1)``, float32 ``(n, degree)``."""
        powers = np.asarray(points, dtype=np.float64) ** np.arange(1, self.degree + 1)
        if self.scaling == "factorial":
            powers /= [factorial(k) for k in range(1, self.degree + 1)]
        return powers.astype(np.float32)

    def truth(self, points: NDArray[Any]) -> NDArray[np.float64]:
        """Return the polynomial without noise over points ``(n, 1)``."""
        powers = np.asarray(points, dtype=np.float64) ** np.arange(1, len(self.coefficients) + 1)
        values: NDArray[np.float64] = powers @ np.asarray(self.coefficients) + self.bias
        return values

    def draw(self, num_samples: int, random: np.random.RandomState) -> Samples:
        """Return samples of one part, drawn one after the other."""
        x, noise = random.normal(size=(num_samples, 2)).T
        points = x.astype(np.float32)[:, None]
        y = self.truth(x[:, None]) + self.noise * noise
        return Samples(self.features(points), y.astype(np.float32)[:, None], points)


class _ManyInputs(DataSet):
    num_inputs: int = setting(
        200, title="Inputs", help="Number of inputs; each counts as much as any other.", ge=1, le=10_000, step=10
    )
    weight: float = setting(0.01, title="True w", help="The true weight of every input.", ge=-1e6, le=1e6, step=0.01)
    bias: float = setting(0.05, title="True b", help="The true bias.", ge=-1e6, le=1e6, step=0.01)
    noise: float = _noise_setting(0.01)


class HighDimensional(_SizedParts, _ManyInputs):
    """Standard normal inputs, more of them than training samples, and a target to which all count the same."""

    title: ClassVar[str] = "High-dimensional"
    help: ClassVar[str] = "y = b + w·(x₁ + … + x₂₀₀) + noise, with more inputs than samples: the case for weight decay."

    kind: Literal["high_dimensional"] = "high_dimensional"
    num_train: int = _size_setting(20, title="Training size", help="Number of samples to train on.", least=1)

    def facts(self) -> DataFacts:
        """Return what is known before the samples are drawn."""
        names = tuple(f"x{j}" for j in range(1, self.num_inputs + 1))
        return DataFacts(self.task, (self.num_inputs,), 1, (), *self.sizes, input_names=names)

    def draw(self, num_samples: int, random: np.random.RandomState) -> Samples:
        """Return samples of one part, drawn one after the other."""
        drawn = random.normal(size=(num_samples, self.num_inputs + 1))
        X, noise = drawn[:, :-1], drawn[:, -1]
        y = self.weight * X.sum(axis=1) + self.bias + self.noise * noise
        return Samples(X.astype(np.float32), y.astype(np.float32)[:, None])
