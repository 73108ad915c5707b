"""scikit-learn's embedded digits: 1,797 images of 8x8 pixels."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar, Literal

import numpy as np

from core.data.base import DataFacts, Parts, Samples, SharedOut, split
from core.losses import Task

NUM_SAMPLES = 1797


class Digits(SharedOut):
    """Handwritten digits (Alpaydin and Kaynak, 1998), part of scikit-learn; needs no network and no files."""

    title: ClassVar[str] = "Digits 8×8"
    help: ClassVar[str] = "1,797 handwritten digits of 8×8 pixels, embedded: no download."
    task: ClassVar[Task] = "classification"

    kind: Literal["digits"] = "digits"

    def facts(self) -> DataFacts:
        """Return what is known before loading."""
        names = tuple(str(digit) for digit in range(10))
        return DataFacts(self.task, (1, 8, 8), 10, names, *self.part_sizes(NUM_SAMPLES))

    def load(self, data_dir: Path | None = None) -> Parts:
        """Load the digits, scaled to 0..1; ``data_dir`` is not used."""
        # Imported here: scikit-learn takes most of a second, which no other data set should pay.
        from sklearn.datasets import load_digits

        bunch = load_digits()
        X = (bunch.images / 16.0).astype(np.float32)[:, None]
        samples = Samples(X, bunch.target.astype(np.int64))
        _, num_validation, num_test = self.part_sizes(NUM_SAMPLES)
        return Parts(self.facts(), *split(samples, num_validation, num_test, self.seed))
