"""What every data set is: validated settings, facts known before loading, and seeded arrays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal

import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from core.data.names import title_of_input
from core.data.positions import NOTHING_LEFT, Positions
from core.data.rows import RowForm
from core.errors import DataError
from core.fields import Variant, setting
from core.losses import Task
from core.texts import say

IMAGES, REGRESSION, PLANE, TABLES = "Images", "Regression", "Classes in the plane", "Tables"
"""The families that data sets are listed under."""


@dataclass(frozen=True, eq=False)
class Samples:
    """Some samples of a data set.

    Attributes:
        X: ``(n, *input_shape)``, float32, or uint8 pixels from 0 to 255 that networks see divided by 255.
        y: int64 labels ``(n,)`` from 0 for classification, float32 targets ``(n, num_outputs)`` for regression.
        points: float32 ``(n, number of axes)``, where the samples lie along the axes of the facts; None if the facts
            have no axes. ``X`` is :meth:`DataSet.features` of the points.
    """

    X: NDArray[np.float32] | NDArray[np.uint8]
    y: NDArray[np.int64] | NDArray[np.float32]
    points: NDArray[np.float32] | None = None

    def __len__(self) -> int:
        """Return the number of samples."""
        return len(self.X)

    @staticmethod
    def joined(several: Sequence[Samples]) -> Samples:
        """Return the samples of several, one after the other."""
        points = [samples.points for samples in several if samples.points is not None]
        return Samples(
            np.concatenate([samples.X for samples in several]),
            np.concatenate([samples.y for samples in several]),
            np.concatenate(points) if points else None,
        )

    def take(self, indices: NDArray[np.int64]) -> Samples:
        """Return the samples at ``indices``."""
        points = None if self.points is None else self.points[indices]
        return Samples(self.X[indices], self.y[indices], points)


@dataclass(frozen=True)
class Axis:
    """An axis along which samples are drawn, with the range where most of them lie."""

    name: str
    low: float
    high: float

    @property
    def title(self) -> str:
        """The name as mathematics is written."""
        return title_of_input(self.name)


@dataclass(frozen=True)
class DataFacts:
    """What is known of a data set before it is loaded.

    ``class_names`` is empty for regression; ``num_outputs`` is the number of classes or of targets. The sizes
    are those of the parts that training, validation and test get. ``input_names`` has one name for each entry of X,
    or is empty where they have none, such as pixels. One or two ``axes`` tell that the samples are points that can be
    drawn in a curve or a plane, whatever inputs are derived from them; there are none for everything else.
    """

    task: Task
    input_shape: tuple[int, ...]
    num_outputs: int
    class_names: tuple[str, ...]
    num_train: int
    num_validation: int
    num_test: int
    input_names: tuple[str, ...] = ()
    axes: tuple[Axis, ...] = ()


@dataclass(frozen=True, eq=False)
class Parts:
    """A loaded data set, split. A part that the split leaves empty is None.

    ``form`` tells how a row of a table becomes inputs; None where they are not scaled or coded.

    Raises:
        DataError: if a label stands for no class: MXNet would silently take another one.
    """

    facts: DataFacts
    train: Samples
    validation: Samples | None
    test: Samples | None
    form: RowForm | None = None

    def __post_init__(self) -> None:
        """Check the labels of all parts."""
        if self.facts.task != "classification":
            return
        for part in (self.train, self.validation, self.test):
            if part is not None and len(part):
                low, high = int(part.y.min()), int(part.y.max())
                if low < 0 or high >= self.facts.num_outputs:
                    raise DataError(
                        say(
                            "The data hold the label {value}, but there are only {num_outputs} classes, counted from "
                            "0.",
                            value=low if low < 0 else high,
                            num_outputs=self.facts.num_outputs,
                        )
                    )


class DataSet(Variant):
    """Settings of a data set; a subclass knows its facts and how to load itself.

    A subclass declares its own settings first, then those of its parts, and ``seed`` last, and says how to do
    :meth:`facts`, :meth:`positions` and :meth:`load_at`. ``nothing_to_train_on`` says what to do when the training part
    is empty.
    """

    task: ClassVar[Task]
    download_bytes: ClassVar[int] = 0
    """Size of the files that must be on this computer; 0 for a data set that needs none."""
    is_drawn: ClassVar[bool] = False
    """Whether the seed draws the samples themselves, not only which part they belong to."""
    nothing_to_train_on: ClassVar[str] = NOTHING_LEFT

    def facts(self) -> DataFacts:
        """Return what is known before loading."""
        raise TypeError(f"{type(self).__name__} is not a data set")

    def note(self) -> str:
        """Return a sentence about the parts that their sizes do not tell, or nothing."""
        return ""

    def load(self, data_dir: Path | None = None) -> Parts:
        """Load and split the data. Equal settings give equal arrays; do not write into them, they may be shared.

        Args:
            data_dir: where to look first for data files; None for the usual places.

        Raises:
            DataMissingError: if files are needed that are not on this computer.
            DataError: if the files do not hold what they should, or too few samples are left to train on.
        """
        return self.load_at(self.positions(), data_dir)

    def load_fold(self, number: int, num_folds: int, data_dir: Path | None = None) -> Parts:
        """Load the parts of one fold of K-fold: it is the validation part, all other folds are trained on.

        The training and validation parts are joined and cut anew with the data seed by :func:`fold_positions`; the test
        part stays out. What is measured on the training part, such as the mean that standardising subtracts, is
        measured on that of this fold.

        Args:
            number: of the fold, from 1.
            num_folds: K.
            data_dir: as for :meth:`load`.

        Raises:
            DataMissingError: as :meth:`load` does.
            DataError: as :meth:`load` does, or if there is no such fold, or fewer samples than folds.
        """
        return self.load_at(self.positions().fold(number, num_folds), data_dir)

    def positions(self) -> Positions:
        """Return which samples the parts get.

        Raises:
            DataError: if none are left to train on.
        """
        raise TypeError(f"{type(self).__name__} is not a data set")

    def load_at(self, positions: Positions, data_dir: Path | None = None) -> Parts:
        """Load the data with the samples at these positions as the parts; see :meth:`load`."""
        raise TypeError(f"{type(self).__name__} is not a data set")

    def features(self, points: NDArray[Any]) -> NDArray[np.float32]:
        """Return the inputs X that the network gets for points ``(n, number of axes)``, float32 ``(n, inputs)``.

        A row depends on its own point only, so that the network can be asked about points that are no samples.

        Raises:
            TypeError: if the facts have no axes.
        """
        raise TypeError(f"the samples of {type(self).__name__} are no points")

    def truth(self, points: NDArray[Any]) -> NDArray[np.float64] | None:
        """Return targets ``(n,)`` without noise over points ``(n, number of axes)``; None where nobody knows them."""
        return None


def seed_setting() -> Any:
    """Declare the field ``seed`` of a data set."""
    return setting(
        0,
        title="Data seed",
        help="Draws the samples, where they are drawn, and splits them into parts. The same seed gives the same data.",
        ge=0,
        le=2**31 - 1,
        step=1,
    )


def share_setting(default: float, *, title: str, help: str, only_when: tuple[str, str] | None = None) -> Any:
    """Declare a field that gives the share of the samples that a part gets."""
    return setting(default, title=title, help=help, ge=0, le=0.9, step=0.05, only_when=only_when)


NumTrain = Annotated[int, Field(ge=1, le=60_000)] | Literal["all"]
"""How many samples to train on at most."""


def num_train_setting() -> Any:
    """Declare the field ``num_train`` that limits the training part."""
    return setting(
        "all",
        title="Training samples",
        help="Use only so many of the training part, drawn with the data seed: few can be learnt by heart. The other "
        "parts stay as they are.",
        step=100,
    )


MAX_NUMBERS = 20_000_000
"""Entries of X at most: up to 240 MB while they are drawn, 80 MB afterwards."""


def refuse_too_many(num_samples: int, num_inputs: int, remedy: str) -> None:
    """Refuse to draw more numbers than fit into memory.

    Args:
        num_samples: in all parts together.
        num_inputs: of one sample.
        remedy: the rest of "or ...", such as "fewer inputs".

    Raises:
        DataError: a sentence with the number of samples that would fit.
    """
    if num_samples * num_inputs > MAX_NUMBERS:
        raise DataError(
            say(
                "{num_samples:,} samples of {num_inputs:,} inputs are too many to keep in memory. Take "
                "at most {max_numbers:,} samples, or {remedy}.",
                num_samples=num_samples,
                num_inputs=num_inputs,
                max_numbers=MAX_NUMBERS // num_inputs,
                remedy=remedy,
            )
        )


def parts_at(facts: DataFacts, samples: Samples, positions: Positions) -> Parts:
    """Return the samples at these positions as the parts of a data set."""
    train, validation, test = (samples.take(part) if len(part) else None for part in positions.parts)
    assert train is not None
    return Parts(facts_at(facts, positions), train, validation, test)


def facts_at(facts: DataFacts, positions: Positions) -> DataFacts:
    """Return facts with the sizes that the parts have at these positions."""
    num_train, num_validation, num_test = (len(part) for part in positions.parts)
    return replace(facts, num_train=num_train, num_validation=num_validation, num_test=num_test)
