"""Which sample belongs to which part: the split into training, validation and test, and the folds of K-fold."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from core.errors import DataError
from core.texts import say, unsaid

NOTHING_LEFT = unsaid("Validation and test parts leave no samples to train on. Make their shares smaller.")


@dataclass(frozen=True, eq=False)
class Positions:
    """The positions of the samples of each part, int64 in ascending order. ``seed`` draws the folds."""

    train: NDArray[np.int64]
    validation: NDArray[np.int64]
    test: NDArray[np.int64]
    seed: int

    @property
    def parts(self) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
        """The positions of the training, validation and test parts."""
        return self.train, self.validation, self.test

    def limited(self, num_train: int | Literal["all"]) -> Positions:
        """Return the positions with at most ``num_train`` to train on, drawn with the seed; fewer are among more."""
        if num_train == "all" or num_train >= len(self.train):
            return self
        drawn = np.random.RandomState(self.seed).permutation(self.train)[:num_train]
        return replace(self, train=np.sort(drawn))

    def fold(self, number: int, num_folds: int) -> Positions:
        """Return the parts of one fold of K-fold: it is the validation part, all other folds are trained on.

        The training and validation parts are joined in this order and then cut by :func:`fold_positions`. The test
        part stays out: that of a fold is empty.

        Args:
            number: of the fold, from 1.
            num_folds: K.

        Raises:
            DataError: if there is no such fold, or fewer samples than folds.
        """
        joined = np.concatenate([self.train, self.validation])
        folds = fold_positions(len(joined), num_folds, self.seed)
        if not 1 <= number <= num_folds:
            raise DataError(
                say(
                    "There is no fold {number:,}. Choose one from 1 to {num_folds:,}.",
                    number=number,
                    num_folds=num_folds,
                )
            )
        others = np.concatenate([folds[k] for k in range(num_folds) if k != number - 1])
        nothing = np.empty(0, np.int64)
        return Positions(np.sort(joined[others]), np.sort(joined[folds[number - 1]]), nothing, self.seed)


def part_sizes(num_samples: int, validation_share: float, test_share: float) -> tuple[int, int, int]:
    """Return the sizes of the training, validation and test parts; the first may be 0 or less."""
    num_validation = round(num_samples * validation_share)
    num_test = round(num_samples * test_share)
    return num_samples - num_validation - num_test, num_validation, num_test


def split_positions(
    num_samples: int, num_validation: int, num_test: int, seed: int, nothing_left: str = NOTHING_LEFT
) -> Positions:
    """Split samples at random into parts.

    Args:
        num_samples: in all parts.
        num_validation: size of the validation part.
        num_test: size of the test part.
        seed: of the permutation; equal seeds give equal parts.
        nothing_left: what the error says.

    Raises:
        DataError: if nothing is left to train on.
    """
    num_train = num_samples - num_validation - num_test
    if num_train < 1:
        raise DataError(nothing_left)
    order = np.random.RandomState(seed).permutation(num_samples)
    train, validation, test = (np.sort(part) for part in np.split(order, [num_train, num_train + num_validation]))
    return Positions(train, validation, test, seed)


def fold_positions(num_samples: int, num_folds: int, seed: int) -> list[NDArray[np.int64]]:
    """Return the positions of the samples of each of K folds, in ascending order, drawn with ``seed``.

    Every sample is in exactly one fold. The sizes of the folds differ by at most 1, the larger ones come first.

    Raises:
        DataError: if there are fewer than 2 folds, or fewer samples than folds.
    """
    if num_folds < 2:
        raise DataError(
            say(
                "K-fold needs at least 2 folds, one to validate on and one to train on, not {num_folds:,}.",
                num_folds=num_folds,
            )
        )
    if num_samples < num_folds:
        raise DataError(
            say(
                "{num_samples:,} samples for training and validation cannot be cut into {num_folds:,} "
                "folds. Take fewer folds or more samples.",
                num_samples=num_samples,
                num_folds=num_folds,
            )
        )
    order = np.random.RandomState(seed).permutation(num_samples)
    return [np.sort(fold) for fold in np.array_split(order, num_folds)]
