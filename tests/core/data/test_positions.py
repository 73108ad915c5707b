from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from sklearn.model_selection import KFold

from core.data.positions import Positions, fold_positions, part_sizes, split_positions
from core.errors import DataError

SEEDS = st.integers(0, 2**31 - 1)


@given(st.integers(1, 300), st.floats(0, 0.9), st.floats(0, 0.9), SEEDS)
def test_parts_are_disjoint_complete_and_of_the_size_that_was_said(
    n: int, validation_share: float, test_share: float, seed: int
) -> None:
    sizes = part_sizes(n, validation_share, test_share)
    assume(sizes[0] > 0)
    parts = split_positions(n, sizes[1], sizes[2], seed).parts
    assert tuple(len(part) for part in parts) == sizes
    np.testing.assert_array_equal(np.sort(np.concatenate(parts)), np.arange(n))
    for part in parts:
        np.testing.assert_array_equal(part, np.sort(part))


@given(st.integers(3, 100), SEEDS)
def test_equal_seeds_split_equally(n: int, seed: int) -> None:
    first, second = (split_positions(n, 1, 1, seed) for _ in range(2))
    for one, other in zip(first.parts, second.parts, strict=True):
        np.testing.assert_array_equal(one, other)


def test_another_seed_splits_otherwise() -> None:
    first, second = (set(split_positions(1000, 200, 0, seed).validation) for seed in (0, 1))
    assert first != second
    # By chance, a fifth of the one is in the other: 40 of 200, with a standard deviation of about 5.
    assert 15 < len(first & second) < 65


def test_every_sample_gets_into_every_part() -> None:
    often = np.zeros(10)
    for seed in range(600):
        often[split_positions(10, 3, 3, seed).validation] += 1
    # Binomial with 600 tries and 0.3: 180 with a standard deviation of 11.
    assert np.all(np.abs(often - 180) < 56)


@pytest.mark.parametrize(("n", "num_validation", "num_test"), [(10, 5, 5), (10, 9, 9), (2, 0, 2)])
def test_nothing_left_to_train_on_is_refused(n: int, num_validation: int, num_test: int) -> None:
    with pytest.raises(DataError, match="no samples to train on"):
        split_positions(n, num_validation, num_test, 0)


@given(st.integers(2, 200), st.integers(2, 20), SEEDS)
def test_the_folds_are_those_of_scikit_learn(n: int, num_folds: int, seed: int) -> None:
    assume(num_folds <= n)
    expected = KFold(num_folds, shuffle=True, random_state=seed).split(np.zeros((n, 1)))
    found = fold_positions(n, num_folds, seed)
    assert len(found) == num_folds
    for fold, (_, validation) in zip(found, expected, strict=True):
        np.testing.assert_array_equal(fold, validation)


@given(st.integers(3, 200), st.integers(0, 60), st.integers(0, 60), st.integers(2, 9), SEEDS)
def test_the_folds_of_a_split_leave_the_test_part_out(
    n: int, num_validation: int, num_test: int, num_folds: int, seed: int
) -> None:
    assume(n - num_validation - num_test >= 1)
    assume(n - num_test >= num_folds)
    split = split_positions(n, num_validation, num_test, seed)
    folds = [split.fold(k, num_folds) for k in range(1, num_folds + 1)]
    kept = np.sort(np.concatenate([split.train, split.validation]))
    np.testing.assert_array_equal(np.sort(np.concatenate([fold.validation for fold in folds])), kept)
    sizes = {len(fold.validation) for fold in folds}
    assert max(sizes) - min(sizes) <= 1
    for fold in folds:
        assert not len(fold.test)
        np.testing.assert_array_equal(np.sort(np.concatenate([fold.train, fold.validation])), kept)
        np.testing.assert_array_equal(fold.train, np.sort(fold.train))
        np.testing.assert_array_equal(fold.validation, np.sort(fold.validation))


def test_the_training_part_comes_first_where_the_parts_are_joined() -> None:
    split = Positions(np.arange(10, 16), np.arange(4), np.arange(6, 8), seed=3)
    joined = np.array([*range(10, 16), *range(4)])
    for k, fold in enumerate(fold_positions(10, 3, 3), start=1):
        np.testing.assert_array_equal(split.fold(k, 3).validation, np.sort(joined[fold]))


@pytest.mark.parametrize(
    ("number", "num_folds", "sentence"),
    [
        (1, 1, "at least 2 folds"),
        (1, 0, "at least 2 folds"),
        (1, -3, "at least 2 folds"),
        (1, 9, "8 samples for training and validation cannot be cut into 9 folds"),
        (0, 4, "no fold 0. Choose one from 1 to 4"),
        (5, 4, "no fold 5. Choose one from 1 to 4"),
    ],
)
def test_what_cannot_be_a_fold_is_refused(number: int, num_folds: int, sentence: str) -> None:
    with pytest.raises(DataError, match=sentence):
        split_positions(10, 2, 2, 0).fold(number, num_folds)
