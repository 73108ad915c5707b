"""The embedded tables against scikit-learn's own arrays and scaler."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn import datasets
from sklearn.preprocessing import StandardScaler

from core.data import BreastCancer, Diabetes, Iris, Wine
from core.data.scaling import Scale
from core.errors import DataError
from core.fields import settings_of

LOADERS: dict[Any, Callable[[], Any]] = {
    Iris: datasets.load_iris,
    Wine: datasets.load_wine,
    BreastCancer: datasets.load_breast_cancer,
    Diabetes: lambda: datasets.load_diabetes(scaled=False),
}
TABLES = pytest.mark.parametrize("data", list(LOADERS))


@TABLES
def test_rows_and_columns_are_those_of_scikit_learn(data: Any) -> None:
    bunch = LOADERS[data]()
    raw = {"standardise": False} | ({"standardise_target": False} if data is Diabetes else {})
    parts = data(**raw).load()
    together = [part for part in (parts.train, parts.validation, parts.test) if part is not None]
    X, y = (np.concatenate([getattr(part, name) for part in together]) for name in ("X", "y"))
    assert X.shape == bunch.data.shape
    rows = np.column_stack([X, y.reshape(-1)])
    expected = np.column_stack([bunch.data, bunch.target]).astype(np.float32)
    np.testing.assert_array_equal(rows[np.lexsort(rows.T)], expected[np.lexsort(expected.T)])
    names = [name.replace("_", " ") for name in bunch.feature_names]
    assert [name.replace("_", " ") for name in data.input_names] == names
    assert parts.facts.input_names == data.input_names


@pytest.mark.parametrize("data", [Iris, BreastCancer])
def test_classes_have_the_names_of_scikit_learn(data: Any) -> None:
    assert data.class_names == tuple(LOADERS[data]().target_names)
    assert len(Wine.class_names) == len(datasets.load_wine().target_names)


@TABLES
def test_the_scale_is_that_of_the_training_part_alone(data: Any) -> None:
    plain = data(standardise=False, seed=3).load()
    parts = data(seed=3).load()
    scaler = StandardScaler().fit(plain.train.X.astype(np.float64))
    for name in ("train", "validation", "test"):
        expected = scaler.transform(getattr(plain, name).X.astype(np.float64))
        np.testing.assert_allclose(getattr(parts, name).X, expected, atol=1e-3)
    np.testing.assert_allclose(parts.train.X.mean(axis=0), 0, atol=1e-5)
    np.testing.assert_allclose(parts.train.X.std(axis=0), 1, atol=1e-5)
    assert np.abs(parts.validation.X.mean(axis=0)).max() > 1e-3


def test_the_target_is_scaled_only_where_there_are_numbers() -> None:
    plain, scaled = (Diabetes(standardise_target=on).load() for on in (False, True))
    assert plain.train.y.min() >= 25
    assert 300 < plain.train.y.max() <= 346
    mean, deviation = plain.train.y.mean(), plain.train.y.std()
    np.testing.assert_allclose(scaled.validation.y, (plain.validation.y - mean) / deviation, atol=1e-5)
    assert "standardise_target" not in [facts.name for facts in settings_of(Iris)]


@TABLES
@given(st.floats(0, 0.9), st.floats(0, 0.9), st.integers(0, 2**31 - 1))
@settings(max_examples=20)
def test_the_facts_are_what_loading_gives(data: Any, validation_share: float, test_share: float, seed: int) -> None:
    chosen = data(validation_share=validation_share, test_share=test_share, seed=seed)
    facts = chosen.facts()
    if facts.num_train < 1:
        with pytest.raises(DataError, match="no samples to train on"):
            chosen.load()
        return
    parts, again = chosen.load(), chosen.load()
    assert parts.facts == facts
    sizes = facts.num_train, facts.num_validation, facts.num_test
    for name, size in zip(("train", "validation", "test"), sizes, strict=True):
        part, same = getattr(parts, name), getattr(again, name)
        assert (0 if part is None else len(part)) == size
        if part is not None:
            assert part.X.shape == (size, *facts.input_shape)
            assert part.X.dtype == np.float32
            assert part.points is None
            np.testing.assert_array_equal(part.X, same.X)
            np.testing.assert_array_equal(part.y, same.y)
            if facts.task == "classification":
                assert part.y.dtype == np.int64
                assert 0 <= part.y.min() <= part.y.max() < facts.num_outputs


@TABLES
def test_settings_come_in_the_order_of_the_window(data: Any) -> None:
    names = [facts.name for facts in settings_of(data)]
    target = ["standardise_target"] if data is Diabetes else []
    assert names == ["standardise", *target, "validation_share", "test_share", "seed"]


def test_a_column_that_never_changes_becomes_zero() -> None:
    columns = np.array([[1.0, 5.0], [3.0, 5.0]])
    np.testing.assert_array_equal(Scale.of(columns).standardised(columns), [[-1, 0], [1, 0]])
    np.testing.assert_array_equal(Scale.of(columns).standardised(np.array([[2.0, 7.0]])), [[0, 2]])
