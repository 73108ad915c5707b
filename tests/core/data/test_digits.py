from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.datasets import load_digits

from core.data import Digits, FashionMNIST
from core.errors import DataError, ExperimentError
from core.experiment import Experiment, with_value


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


def test_few_samples_to_train_on_leave_the_other_parts_as_they_are() -> None:
    whole = Digits(seed=2).load()
    before: set[bytes] = set()
    for number in (1, 20, 100, 5000, "all"):
        data = Digits(seed=2, num_train=number)
        parts = data.load()
        expected = 1079 if number in (5000, "all") else number
        assert len(parts.train) == parts.facts.num_train == data.facts().num_train == expected
        for part in ("validation", "test"):
            np.testing.assert_array_equal(getattr(parts, part).X, getattr(whole, part).X)
        rows = {image.tobytes() for image in parts.train.X}
        assert before <= rows <= {image.tobytes() for image in whole.train.X}
        before = rows
    assert not np.array_equal(Digits(num_train=9).load().train.X, Digits(num_train=9, seed=1).load().train.X)


def test_folds_are_cut_from_the_few_samples_and_the_validation_part() -> None:
    parts = Digits(num_train=10).load_fold(1, 3)
    assert len(parts.train) + len(parts.validation) == 10 + 359


def test_another_data_set_keeps_the_number_of_samples() -> None:
    few = with_value(Experiment(data=FashionMNIST(num_train=50_000)), "data.kind", "digits")
    assert few.data == Digits(num_train=50_000)
    for wrong in (0, -1, 60_001, 1.5, "some", True):
        with pytest.raises(ExperimentError, match=r"^data\.num_train \(Training samples\): .*or 'all'"):
            with_value(few, "data.num_train", wrong)
