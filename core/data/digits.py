"""scikit-learn's embedded digits: 1,797 images of 8x8 pixels."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import ClassVar, Literal

import numpy as np

from core.data.base import IMAGES, DataFacts, DataSet, NumTrain, Parts, Samples, num_train_setting, parts_at
from core.data.positions import Positions, part_sizes, split_positions
from core.data.shares import SplitByShares
from core.losses import Task

NUM_SAMPLES = 1797


class _Limited(DataSet):
    num_train: NumTrain = num_train_setting()


# Settings stand in the window in the order of the bases from last to first.
class Digits(SplitByShares, _Limited):
    """Handwritten digits (Alpaydin and Kaynak, 1998), part of scikit-learn; needs no network and no files."""

    title: ClassVar[str] = "Digits 8×8"
    help: ClassVar[str] = "1,797 handwritten digits of 8×8 pixels, embedded: no download."
    family: ClassVar[str] = IMAGES
    task: ClassVar[Task] = "classification"

    kind: Literal["digits"] = "digits"

    def facts(self) -> DataFacts:
        """Return what is known before loading."""
        names = tuple(str(digit) for digit in range(10))
        num_train, num_validation, num_test = part_sizes(NUM_SAMPLES, self.validation_share, self.test_share)
        if self.num_train != "all":
            num_train = min(num_train, self.num_train)
        return DataFacts(self.task, (1, 8, 8), 10, names, num_train, num_validation, num_test)

    def positions(self) -> Positions:
        """Return which images the parts get."""
        _, num_validation, num_test = part_sizes(NUM_SAMPLES, self.validation_share, self.test_share)
        return split_positions(NUM_SAMPLES, num_validation, num_test, self.seed).limited(self.num_train)

    def load_at(self, positions: Positions, data_dir: Path | None = None) -> Parts:
        """Load the digits, scaled to 0..1; ``data_dir`` is not used."""
        return parts_at(self.facts(), _digits(), positions)


@lru_cache(maxsize=1)
def _digits() -> Samples:
    # Imported here: scikit-learn takes most of a second, which no other data set should pay.
    from sklearn.datasets import load_digits

    bunch = load_digits()
    return Samples((bunch.images / 16.0).astype(np.float32)[:, None], bunch.target.astype(np.int64))
