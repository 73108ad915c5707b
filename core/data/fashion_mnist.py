"""Fashion-MNIST (Xiao, Rasul and Vollgraf, 2017) from its four official IDX files."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar, Literal

from core.data.base import DataFacts, DataSet, Parts
from core.fields import setting
from core.losses import Task

NUM_TRAIN, NUM_TEST = 60_000, 10_000
CLASS_NAMES = (
    "t-shirt",
    "trouser",
    "pullover",
    "dress",
    "coat",
    "sandal",
    "shirt",
    "sneaker",
    "bag",
    "ankle boot",
)


class FashionMNIST(DataSet):
    """70,000 grey images of 28x28 pixels, ten kinds of garments."""

    title: ClassVar[str] = "Fashion-MNIST"
    help: ClassVar[str] = "70,000 images of garments, 28×28 pixels, ten classes. Downloaded once (31 MB)."
    task: ClassVar[Task] = "classification"

    kind: Literal["fashion_mnist"] = "fashion_mnist"
    validation: Literal["share", "test"] = setting(
        "share",
        title="Validation part",
        help="A share of the training images, or the 10,000 test images as in the book (then no test part is left).",
        choices={"share": "share of the training images", "test": "the test images (as the book)"},
    )
    validation_share: float = setting(
        0.1,
        title="Validation share",
        help="Share of the 60,000 training images that is kept out of training, if the validation part is a share.",
        ge=0,
        le=0.9,
        step=0.05,
    )

    def facts(self) -> DataFacts:
        """Return what is known before loading."""
        num_validation = NUM_TEST if self.validation == "test" else round(NUM_TRAIN * self.validation_share)
        num_train = NUM_TRAIN if self.validation == "test" else NUM_TRAIN - num_validation
        num_test = 0 if self.validation == "test" else NUM_TEST
        return DataFacts(self.task, (1, 28, 28), 10, CLASS_NAMES, num_train, num_validation, num_test)

    def load(self, data_dir: Path | None = None) -> Parts:
        """Read the files."""
        raise TypeError("not written yet")
