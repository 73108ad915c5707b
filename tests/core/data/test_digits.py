from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.datasets import load_digits

from core.data import Digits
from core.errors import DataError


def test_all_parts_together_are_the_digits_of_scikit_learn() -> None:
    parts = Digits().load()
    assert parts.validation is not None
    assert parts.test is not None
    found = [parts.train, parts.validation, parts.test]
    bunch = load_digits()
    rows = np.concatenate([np.column_stack([part.X.reshape(len(part), 64) * 16, part.y]) for part in found])
    expected = np.column_stack([bunch.data, bunch.target])
    np.testing.assert_array_equal(rows[np.lexsort(rows.T)], expected[np.lexsort(expected.T)])


def test_images_are_float32_from_0_to_1_and_labels_int64() -> None:
    train = Digits().load().train
    assert train.X.shape[1:] == (1, 8, 8)
    assert (train.X.dtype, train.y.dtype) == (np.float32, np.int64)
    assert (train.X.min(), train.X.max()) == (0, 1)


@given(st.floats(0, 0.9), st.floats(0, 0.9), st.integers(0, 2**31 - 1))
@settings(max_examples=30)
def test_the_facts_are_what_loading_gives(validation_share: float, test_share: float, seed: int) -> None:
    data = Digits(validation_share=validation_share, test_share=test_share, seed=seed)
    facts = data.facts()
    if facts.num_train < 1:
        with pytest.raises(DataError, match="no samples to train on"):
            data.load()
        return
    parts = data.load()
    assert parts.facts == facts
    sizes = [0 if part is None else len(part) for part in (parts.train, parts.validation, parts.test)]
    assert sizes == [facts.num_train, facts.num_validation, facts.num_test]
    assert parts.train.X.shape[1:] == facts.input_shape
    assert facts.num_outputs == len(facts.class_names) == 10


def test_equal_settings_give_equal_arrays_that_are_not_shared() -> None:
    first, second = Digits(seed=3).load().train, Digits(seed=3).load().train
    np.testing.assert_array_equal(first.X, second.X)
    first.X[:] = 0
    assert second.X.any()
    assert Digits(seed=3).load().train.X.any()
