"""The folds of every data set, compared with scikit-learn."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from sklearn.impute import SimpleImputer
from sklearn.preprocessing import StandardScaler

from core.data import (
    DATA_SETS,
    BreastCancer,
    Diabetes,
    FashionMNIST,
    HighDimensional,
    IdxPair,
    Iris,
    OwnPoints,
    Parts,
    Polynomial,
    Samples,
    Table,
    fold_positions,
)
from core.data import fashion_mnist as fashion_module
from core.data.base import DataSet
from core.data.idx_pair import idx_pair_data
from core.data.image_folder import image_folder_data
from core.data.table_preview import read_table, table_data
from core.errors import DataError
from tests.core.data.test_idx_pair import write_pair
from tests.core.data.test_image_folder import picture

DRAWN = [
    model
    for model in DATA_SETS
    if model.kind_name() not in ("fashion_mnist", "idx_pair", "image_folder", "table", "iris", "wine", "breast_cancer")
    and model is not Diabetes
]
NUM_FOLDS = 3


def joined(parts: Parts) -> Samples:
    return Samples.joined([part for part in (parts.train, parts.validation) if part is not None])


def assert_same(found: Samples | None, expected: Samples) -> None:
    assert found is not None
    assert found.X.dtype == expected.X.dtype
    np.testing.assert_array_equal(found.X, expected.X)
    np.testing.assert_array_equal(found.y, expected.y)
    assert (found.points is None) == (expected.points is None)
    if found.points is not None and expected.points is not None:
        np.testing.assert_array_equal(found.points, expected.points)


def in_order(samples: Samples | None) -> Samples:
    """Return samples in an order that depends on nothing but themselves."""
    assert samples is not None
    rows = np.column_stack([samples.X.reshape(len(samples), -1), samples.y.reshape(len(samples), -1)])
    return samples.take(np.lexsort(rows.T))


def check_folds(data: DataSet, seed: int) -> None:
    """Compare the folds with the parts that loading gives, cut by ``fold_positions``."""
    whole = joined(data.load())
    for k, fold in enumerate(fold_positions(len(whole), NUM_FOLDS, seed), start=1):
        parts = data.load_fold(k, NUM_FOLDS)
        assert parts.test is None
        assert parts.validation is not None
        others = np.setdiff1d(np.arange(len(whole)), fold)
        assert_same(in_order(parts.validation), in_order(whole.take(fold)))
        assert_same(in_order(parts.train), in_order(whole.take(others)))
        facts = parts.facts
        assert (facts.num_train, facts.num_validation, facts.num_test) == (len(others), len(fold), 0)
        assert facts.class_names == data.facts().class_names


@pytest.mark.parametrize("model", DRAWN, ids=lambda model: model.kind_name())
@pytest.mark.parametrize("seed", [0, 7])
def test_the_folds_hold_the_samples_of_training_and_validation(model: type[DataSet], seed: int) -> None:
    check_folds(model.model_validate({"kind": model.kind_name(), "seed": seed}), seed)


def test_parts_that_are_drawn_apart_are_joined() -> None:
    for data in (Polynomial(num_train=5, num_validation=4, num_test=3), HighDimensional(num_validation=0, num_test=9)):
        check_folds(data, 0)


def test_idx_files_and_folders_are_cut_too(tmp_path: Path) -> None:
    check_folds(idx_pair_data(*write_pair(tmp_path)), 0)
    random = np.random.RandomState(0)
    for i in range(20):
        pixels = random.randint(0, 256, size=(8, 8)).astype(np.uint8)
        picture(tmp_path / "pets" / ("cats", "dogs")[i % 2] / f"{i}.png", pixels)
    check_folds(image_folder_data(tmp_path / "pets").model_copy(update={"size": 8}), 0)


def table_of(data: DataSet) -> tuple[np.ndarray, np.ndarray]:
    """Return the unscaled inputs and targets of training and validation."""
    whole = joined(data.model_copy(update={"standardise": False, "standardise_target": False}).load())
    return whole.X.astype(np.float64), whole.y


@pytest.mark.parametrize("data", [Iris(), BreastCancer(seed=3), Diabetes()], ids=lambda data: data.kind)
def test_embedded_tables_are_scaled_with_the_training_part_of_the_fold(data: Any) -> None:
    X, y = table_of(data)
    for k, fold in enumerate(fold_positions(len(X), NUM_FOLDS, data.seed), start=1):
        others = np.setdiff1d(np.arange(len(X)), fold)
        parts = data.load_fold(k, NUM_FOLDS)
        scaler = StandardScaler().fit(X[others])
        for part, rows in ((parts.train, others), (parts.validation, fold)):
            expected_y = StandardScaler().fit(y[others]).transform(y[rows]) if isinstance(data, Diabetes) else y[rows]
            expected = Samples(scaler.transform(X[rows]), expected_y)
            assert part is not None
            # The parts are in the order of the table, the rows in that of the parts that were joined.
            order, found = in_order(expected), in_order(part)
            np.testing.assert_allclose(found.X, order.X, atol=2e-4)
            np.testing.assert_allclose(found.y, order.y, atol=2e-4)


ROWS = 60


@pytest.fixture
def table(tmp_path: Path) -> Table:
    """Return a table with a growing number of missing cells, so that every fold has another mean."""
    random = np.random.RandomState(0)
    with (tmp_path / "table.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "size", "weight", "kind"])
        for i in range(ROWS):
            weight = "" if i % 4 == 1 else repr(random.normal(50, 20))
            writer.writerow([repr(i + 0.5 + 0.1 * (i % 2)), repr(random.normal(5, 3)), weight, "ab"[i % 2]])
    return table_data(read_table(tmp_path / "table.csv"), "kind", uses={"id": "number"})


def test_a_table_is_filled_up_and_scaled_with_the_training_part_of_the_fold(table: Table) -> None:
    raw = table.model_copy(update={"standardise": False})
    whole = joined(raw.load())
    missing = whole.X[:, 3] > 0
    assert 0 < missing.sum() < len(missing)
    numbers = whole.X[:, :3].astype(np.float64)
    numbers[missing, 2] = np.nan
    for k, fold in enumerate(fold_positions(len(whole), NUM_FOLDS, table.seed), start=1):
        others = np.setdiff1d(np.arange(len(whole)), fold)
        imputer = SimpleImputer().fit(numbers[others])
        # The deviation is that of the numbers that are there; scikit-learn's scaler passes over NaN as well.
        scaler = StandardScaler().fit(numbers[others])
        ids = numbers[:, 0].astype(np.float32)
        filled, parts = raw.load_fold(k, NUM_FOLDS), table.load_fold(k, NUM_FOLDS)
        for part, scaled, rows in (
            (filled.train, parts.train, others),
            (filled.validation, parts.validation, fold),
        ):
            assert part is not None
            assert scaled is not None
            order = rows[np.argsort(ids[rows])]
            np.testing.assert_allclose(part.X[:, :3], imputer.transform(numbers[order]), rtol=1e-5)
            np.testing.assert_array_equal(part.X[:, 3] > 0, missing[order])
            np.testing.assert_allclose(
                scaled.X[:, :3], scaler.transform(imputer.transform(numbers[order])), rtol=1e-4, atol=1e-5
            )
            np.testing.assert_array_equal(scaled.y, whole.y[order])


@pytest.fixture
def few_garments(monkeypatch: pytest.MonkeyPatch) -> Samples:
    """Put made-up images into the place of the files, the number of training images being as it is."""
    random = np.random.RandomState(0)
    train = Samples(
        random.randint(0, 256, size=(fashion_module.NUM_TRAIN, 1, 2, 2)).astype(np.uint8),
        random.randint(0, 10, size=fashion_module.NUM_TRAIN),
    )
    monkeypatch.setattr(fashion_module, "_found", lambda data_dir: ())
    monkeypatch.setattr(fashion_module, "_arrays", lambda stamps: (train, train.take(np.arange(10_000))))
    return train


@pytest.mark.parametrize("validation", ["share", "test"])
def test_only_the_training_images_of_fashion_mnist_are_cut(few_garments: Samples, validation: Any) -> None:
    data = FashionMNIST(validation=validation, seed=5)
    counted = np.zeros(fashion_module.NUM_TRAIN, int)
    place = {image.tobytes() + bytes([label]): [] for image, label in zip(few_garments.X, few_garments.y, strict=True)}
    for i, (image, label) in enumerate(zip(few_garments.X, few_garments.y, strict=True)):
        place[image.tobytes() + bytes([label])].append(i)
    for k in (1, 2, 3, 4):
        parts = data.load_fold(k, 4)
        assert parts.test is None
        assert parts.validation is not None
        assert (len(parts.train), len(parts.validation)) == (45_000, 15_000)
        assert (parts.facts.num_train, parts.facts.num_validation, parts.facts.num_test) == (45_000, 15_000, 0)
        for image, label in zip(parts.validation.X, parts.validation.y, strict=True):
            counted[place[image.tobytes() + bytes([label])].pop()] += 1
    assert (counted == 1).all()


@pytest.mark.parametrize(
    ("data", "number", "num_folds", "sentence"),
    [
        (Iris(), 1, 200, "120 samples for training and validation cannot be cut into 200 folds"),
        (Iris(), 6, 5, "no fold 6"),
        (OwnPoints(points=()), 1, 2, "no points to train on"),
        (Table(), 1, 2, "No data have been chosen yet"),
        (IdxPair(), 1, 2, "No data have been chosen yet"),
    ],
)
def test_what_cannot_be_cut_gets_its_sentence(data: DataSet, number: int, num_folds: int, sentence: str) -> None:
    with pytest.raises(DataError, match=sentence):
        data.load_fold(number, num_folds)
