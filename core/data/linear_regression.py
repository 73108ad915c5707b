"""The book's synthetic linear regression: y = X w + b + noise."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar, Literal

import numpy as np

from core.data.base import DataFacts, Parts, Samples, SharedOut, split
from core.fields import setting
from core.losses import Task


class LinearRegression(SharedOut):
    """Standard normal inputs and targets ``X w + b`` with normal noise."""

    title: ClassVar[str] = "Linear regression"
    help: ClassVar[str] = "Synthetic: y = Xw + b + noise with standard normal X. The network should find w and b."
    task: ClassVar[Task] = "regression"

    kind: Literal["linear_regression"] = "linear_regression"
    num_samples: int = setting(
        1000, title="Samples", help="Number of samples that are drawn.", ge=2, le=1_000_000, step=100
    )
    w: tuple[float, ...] = setting(
        (2.0, -3.4), title="True w", help="The true weights, one for each input; separate them by commas."
    )
    b: float = setting(4.2, title="True b", help="The true bias.", ge=-1e6, le=1e6, step=0.1)
    noise: float = setting(
        0.01, title="Noise σ", help="Standard deviation of the normal noise on y.", ge=0, le=1e6, step=0.01
    )
    validation_share: float = setting(
        0.0,
        title="Validation share",
        help="Share of the samples that is kept out of training to watch generalisation. The book uses none here.",
        ge=0,
        le=0.9,
        step=0.05,
    )
    test_share: float = setting(
        0.0, title="Test share", help="Share of the samples that is used once, at the end.", ge=0, le=0.9, step=0.05
    )

    def facts(self) -> DataFacts:
        """Return what is known before the samples are drawn."""
        return DataFacts(self.task, (len(self.w),), 1, (), *self.part_sizes(self.num_samples))

    def load(self, data_dir: Path | None = None) -> Parts:
        """Draw the samples; ``data_dir`` is not used."""
        random = np.random.RandomState(self.seed)
        X = random.normal(size=(self.num_samples, len(self.w)))
        y = X @ np.asarray(self.w) + self.b + random.normal(scale=self.noise, size=self.num_samples)
        samples = Samples(X.astype(np.float32), y.astype(np.float32)[:, None])
        _, num_validation, num_test = self.part_sizes(self.num_samples)
        return Parts(self.facts(), *split(samples, num_validation, num_test, self.seed))
