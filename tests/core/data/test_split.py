from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from core.data.base import Samples, part_sizes, split
from core.errors import DataError

SEEDS = st.integers(0, 2**31 - 1)


def numbered(n: int) -> Samples:
    """Return samples that can be told apart."""
    return Samples(np.arange(n, dtype=np.float32)[:, None], np.arange(n, dtype=np.int64))


@given(st.integers(1, 300), st.floats(0, 0.9), st.floats(0, 0.9), SEEDS)
def test_parts_are_disjoint_complete_and_of_the_size_that_was_said(
    n: int, validation_share: float, test_share: float, seed: int
) -> None:
    sizes = part_sizes(n, validation_share, test_share)
    assume(sizes[0] > 0)
    parts = split(numbered(n), sizes[1], sizes[2], seed)
    assert tuple(0 if part is None else len(part) for part in parts) == sizes
    assert all(part is None or len(part) for part in parts)
    together = np.concatenate([part.y for part in parts if part is not None])
    np.testing.assert_array_equal(np.sort(together), np.arange(n))
    for part in parts:
        if part is not None:
            np.testing.assert_array_equal(part.X[:, 0], part.y)


@given(st.integers(3, 100), SEEDS)
def test_equal_seeds_split_equally(n: int, seed: int) -> None:
    first, second = (split(numbered(n), 1, 1, seed) for _ in range(2))
    for one, other in zip(first, second, strict=True):
        assert one is not None
        assert other is not None
        np.testing.assert_array_equal(one.y, other.y)


def test_another_seed_splits_otherwise() -> None:
    first, second = (split(numbered(1000), 200, 0, seed)[1] for seed in (0, 1))
    assert first is not None
    assert second is not None
    assert set(first.y) != set(second.y)
    # By chance, a fifth of the one is in the other: 40 of 200, with a standard deviation of about 5.
    assert 15 < len(set(first.y) & set(second.y)) < 65


def test_every_sample_gets_into_every_part() -> None:
    often = np.zeros(10)
    for seed in range(600):
        _, validation, _ = split(numbered(10), 3, 3, seed)
        assert validation is not None
        often[validation.y] += 1
    # Binomial with 600 tries and 0.3: 180 with a standard deviation of 11.
    assert np.all(np.abs(often - 180) < 56)


@pytest.mark.parametrize(("n", "num_validation", "num_test"), [(10, 5, 5), (10, 9, 9), (2, 0, 2)])
def test_nothing_left_to_train_on_is_refused(n: int, num_validation: int, num_test: int) -> None:
    with pytest.raises(DataError, match="no samples to train on"):
        split(numbered(n), num_validation, num_test, 0)


def test_the_original_is_not_touched() -> None:
    samples = numbered(10)
    train, _, _ = split(samples, 0, 0, 0)
    train.X[:] = -1
    np.testing.assert_array_equal(samples.X[:, 0], np.arange(10))
