"""The book's synthetic linear regression: y = X w + b + noise."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, ClassVar, Literal

import numpy as np
from pydantic import Field

from core.data.base import DataFacts, DataSet, Parts, Samples, part_sizes, seed_setting, share_setting, split
from core.errors import DataError
from core.fields import setting
from core.losses import Task

MAX_INPUTS = 1000
MAX_NUMBERS = 20_000_000
"""Entries of X at most: 160 MB while they are drawn, 80 MB afterwards."""

_Entry = Annotated[float, Field(ge=-1e6, le=1e6)]


class LinearRegression(DataSet):
    """Standard normal inputs and targets ``X w + b`` with normal noise."""

    title: ClassVar[str] = "Linear regression"
    help: ClassVar[str] = "Synthetic: y = Xw + b + noise with standard normal X. The network should find w and b."
    task: ClassVar[Task] = "regression"

    kind: Literal["linear_regression"] = "linear_regression"
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
    validation_share: float = share_setting(
        0.0,
        title="Validation share",
        help="Share of the samples that is kept out of training to watch generalisation. The book uses none here.",
    )
    test_share: float = share_setting(
        0.0, title="Test share", help="Share of the samples that is used once, at the end."
    )
    seed: int = seed_setting()

    def facts(self) -> DataFacts:
        """Return what is known before the samples are drawn."""
        sizes = part_sizes(self.num_samples, self.validation_share, self.test_share)
        return DataFacts(self.task, (len(self.w),), 1, (), *sizes)

    def load(self, data_dir: Path | None = None) -> Parts:
        """Draw the samples; ``data_dir`` is not used."""
        if self.num_samples * len(self.w) > MAX_NUMBERS:
            raise DataError(
                f"{self.num_samples:,} samples of {len(self.w):,} inputs are too many to keep in memory. "
                f"Take at most {MAX_NUMBERS // len(self.w):,} samples, or fewer entries of w."
            )
        random = np.random.RandomState(self.seed)
        X = random.normal(size=(self.num_samples, len(self.w)))
        y = X @ np.asarray(self.w) + self.b + random.normal(scale=self.noise, size=self.num_samples)
        samples = Samples(X.astype(np.float32), y.astype(np.float32)[:, None])
        facts = self.facts()
        return Parts(facts, *split(samples, facts.num_validation, facts.num_test, self.seed))
