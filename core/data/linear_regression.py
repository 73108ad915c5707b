"""The book's synthetic linear regression: y = X w + b + noise."""

from __future__ import annotations

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
    share_setting,
)
from core.data.positions import Positions, part_sizes
from core.data.shares import SplitByShares
from core.fields import setting
from core.losses import Task
from core.texts import say

MAX_INPUTS = 1000
_USUAL = 3.5  # standard normal numbers beyond are rare

_Entry = Annotated[float, Field(ge=-1e6, le=1e6)]


class _Line(DataSet):
    num_samples: int = setting(
        1000, title="Samples", help="Number of samples that are drawn.", ge=2, le=1_000_000, step=100
    )
    w: Annotated[tuple[_Entry, ...], Field(min_length=1)] = setting(
        (2.0, -3.4),
        title="True w",
        help="The true weights, one for each input; separate them by commas.",
        max_length=MAX_INPUTS,
    )
    b: float = setting(4.2, title="True b", help="The true bias.", ge=-1e6, le=1e6, step=0.1)
    noise: float = setting(
        0.01, title="Noise σ", help="Standard deviation of the normal noise on y.", ge=0, le=1e6, step=0.01
    )


# Settings stand in the window in the order of the bases from last to first.
class LinearRegression(SplitByShares, _Line):
    """Standard normal inputs and targets ``X w + b`` with normal noise."""

    title: ClassVar[str] = "Linear regression"
    help: ClassVar[str] = "Synthetic: y = Xw + b + noise with standard normal X. The network should find w and b."
    family: ClassVar[str] = REGRESSION
    task: ClassVar[Task] = "regression"
    is_drawn: ClassVar[bool] = True

    kind: Literal["linear_regression"] = "linear_regression"
    validation_share: float = share_setting(
        0.0,
        title="Validation share",
        help="Share of the samples that is kept out of training to watch generalisation. The book uses none here.",
    )
    test_share: float = share_setting(
        0.0, title="Test share", help="Share of the samples that is used once, at the end."
    )

    def facts(self) -> DataFacts:
        """Return what is known before the samples are drawn; one or two inputs are axes."""
        sizes = part_sizes(self.num_samples, self.validation_share, self.test_share)
        names = ("x",) if len(self.w) == 1 else tuple(f"x{j}" for j in range(1, len(self.w) + 1))
        axes = tuple(Axis(name, -_USUAL, _USUAL) for name in names) if len(names) <= 2 else ()
        return DataFacts(self.task, (len(self.w),), 1, (), *sizes, input_names=names, axes=axes)

    def load_at(self, positions: Positions, data_dir: Path | None = None) -> Parts:
        """Draw the samples; ``data_dir`` is not used."""
        refuse_too_many(self.num_samples, len(self.w), say("fewer entries of w"))
        random = np.random.RandomState(self.seed)
        X = random.normal(size=(self.num_samples, len(self.w)))
        y = self.truth(X) + random.normal(scale=self.noise, size=self.num_samples)
        facts, inputs = self.facts(), X.astype(np.float32)
        samples = Samples(inputs, y.astype(np.float32)[:, None], inputs if facts.axes else None)
        return parts_at(facts, samples, positions)

    def truth(self, points: NDArray[Any]) -> NDArray[np.float64]:
        """Return ``X w + b`` for inputs ``(n, len(w))``."""
        values: NDArray[np.float64] = np.asarray(points, dtype=np.float64) @ np.asarray(self.w) + self.b
        return values

    def features(self, points: NDArray[Any]) -> NDArray[np.float32]:
        """Return the points: they are the inputs."""
        return np.asarray(points, dtype=np.float32)
