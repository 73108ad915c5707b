from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.preprocessing import OneHotEncoder, StandardScaler

from core.data import Parts, Samples, Table
from core.data.table_preview import read_table, table_data
from core.errors import DataError
from core.experiment import Experiment, from_dict, to_dict, with_value
from tests.core.data.table_files import CITIES, write, write_nasty

NUM_ROWS = 300


def rows() -> list[list[str]]:
    random = np.random.RandomState(0)
    numbers = random.normal(5, 3, size=(NUM_ROWS, 2))
    return [
        [repr(a), "" if i % 7 == 0 else repr(b), CITIES[i % 5], "xyz"[i % 3], f"{a - 2 * b:.3f}" if i % 50 else "NA"]
        for i, (a, b) in enumerate(numbers)
    ]


NAMES = ["a", "b", "city", "class", "price"]


def write_rows(path: Path, table: list[list[str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([NAMES, *table])
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return write_rows(tmp_path / "table.csv", rows())


def together(parts: Parts) -> list[Samples]:
    return [part for part in (parts.train, parts.validation, parts.test) if part is not None]


def data_of(path: Path, target: str = "class", **settings: Any) -> Table:
    uses = settings.pop("uses", {"price": "leave out"} if target == "class" else {})
    return table_data(read_table(path), target, uses=uses, **settings)


def positions_of(data: Table) -> list[np.ndarray]:
    """Which rows each part has, found by a column that tells rows apart."""
    raw = data.model_copy(update={"standardise": False}).load()
    place = {np.float32(row[0]): i for i, row in enumerate(rows())}
    return [np.array([place[x] for x in part.X[:, 0]]) for part in together(raw)]


def test_the_facts_are_what_loading_gives(path: Path) -> None:
    for target, task, num_outputs in (("class", "classification", 3), ("price", "regression", 1)):
        data = data_of(path, target)
        facts, parts = data.facts(), data.load()
        assert parts.facts == facts
        assert (facts.task, facts.num_outputs) == (task, num_outputs)
        assert [len(part) for part in together(parts)] == [facts.num_train, facts.num_validation, facts.num_test]
        for part in together(parts):
            assert part.X.shape[1:] == facts.input_shape
            assert part.X.dtype == np.float32
            assert part.y.dtype == (np.int64 if task == "classification" else np.float32)
        assert len(facts.input_names) == facts.input_shape[0]
    assert facts.num_train + facts.num_validation + facts.num_test == NUM_ROWS - 6, "6 rows have no price"


def test_the_inputs_are_those_of_scikit_learn(path: Path) -> None:
    data = data_of(path)
    parts, positions = data.load(), positions_of(data)
    assert sorted(np.concatenate(positions)) == list(range(NUM_ROWS))
    numbers = np.array([[float(a), float(b or "nan")] for a, b, *_ in rows()])
    cities = np.array([[row[2] or "missing"] for row in rows()])
    scaler = StandardScaler().fit(numbers[positions[0]])
    encoder = OneHotEncoder(sparse_output=False, categories=[[*sorted(filter(None, CITIES)), "missing"]]).fit(cities)
    missing = np.isnan(numbers[:, 1])
    for part, place in zip(together(parts), positions, strict=True):
        expected = np.nan_to_num(scaler.transform(numbers[place]), nan=0.0)
        np.testing.assert_allclose(part.X[:, :2], expected, atol=2e-6)
        np.testing.assert_array_equal(part.X[:, 2], missing[place])
        np.testing.assert_array_equal(part.X[:, 3:], encoder.transform(cities[place]))
        np.testing.assert_array_equal(part.y, ["xyz".index(rows()[i][3]) for i in place])
    assert data.facts().input_names == (
        "a",
        "b",
        "b is missing",
        'city = O\'Hare "IL"',
        "city = São Paulo",
        "city = Zürich, CH",
        "city = 北京",
        "city = missing",
    )


def test_a_target_of_numbers_is_scaled_by_the_training_part_or_left_alone(path: Path) -> None:
    data = data_of(path, "price")
    place = {np.float32(row[0]): row[4] for row in rows()}
    raw = data.model_copy(update={"standardise": False, "standardise_target": False}).load()
    scaler = StandardScaler().fit(raw.train.y.astype(np.float64))
    for plain, scaled in zip(together(raw), together(data.load()), strict=True):
        np.testing.assert_array_equal(plain.y[:, 0], [np.float32(place[x]) for x in plain.X[:, 0]])
        np.testing.assert_allclose(scaled.y, scaler.transform(plain.y), atol=1e-5)
    assert raw.train.X[:, 1].max() > 5, "numbers are as in the file, and missing ones their mean"
    b_of_missing = raw.train.X[raw.train.X[:, 2] == 1, 1]
    np.testing.assert_allclose(b_of_missing, raw.train.X[raw.train.X[:, 2] == 0, 1].mean(), rtol=1e-5)


def test_the_training_part_knows_nothing_of_the_others(path: Path, tmp_path: Path) -> None:
    data = data_of(path)
    parts, (train, validation, test) = data.load(), positions_of(data)
    other = rows()
    for i in [*validation, *test]:
        other[i][0] = repr(1000.0 + i)
        other[i][1] = "" if other[i][1] == "" else "-77"
        other[i][2], other[i][3] = CITIES[(i + 1) % 5], "xyz"[(i + 1) % 3]
    changed = data_of(write_rows(tmp_path / "other.csv", other)).load()
    np.testing.assert_array_equal(changed.train.X, parts.train.X)
    np.testing.assert_array_equal(changed.train.y, parts.train.y)
    assert changed.validation is not None
    assert parts.validation is not None
    assert not np.array_equal(changed.validation.X, parts.validation.X)
    assert len(train) == 180


def test_equal_seeds_give_equal_parts_that_are_not_shared(path: Path) -> None:
    first, second = data_of(path, seed=3).load(), data_of(path, seed=3).load()
    np.testing.assert_array_equal(first.train.X, second.train.X)
    assert not np.array_equal(first.train.X, data_of(path, seed=4).load().train.X)
    first.train.X[:] = 0
    first.train.y[:] = 0
    again = data_of(path, seed=3).load()
    assert again.train.X.any()
    assert again.train.y.any()


@given(st.floats(0, 0.9), st.floats(0, 0.9), st.integers(0, 2**31 - 1))
@settings(max_examples=20, deadline=None)
def test_any_shares_are_split_or_refused(
    tmp_path_factory: pytest.TempPathFactory, validation_share: float, test_share: float, seed: int
) -> None:
    path = write_rows(tmp_path_factory.mktemp("table") / "table.csv", rows())
    data = data_of(path, validation_share=validation_share, test_share=test_share, seed=seed)
    facts = data.facts()
    if facts.num_train < 1:
        with pytest.raises(DataError, match="no samples to train on"):
            data.load()
        return
    assert len(data.load().train) == facts.num_train


def test_a_constant_or_empty_column_is_harmless(tmp_path: Path) -> None:
    text = "c,e,x,y\n" + "".join(f"4,,{i % 5}.5,{'ab'[i % 2]}\n" for i in range(20))
    found = read_table(write(tmp_path / "some.csv", text))
    assert found.suggested_uses("y") == {"c": "leave out", "e": "leave out", "x": "number"}
    parts = table_data(found, "y", uses={"c": "number"}).load()
    assert (parts.train.X[:, 0] == 0).all()
    with pytest.raises(DataError, match="“e” cannot be used like this"):
        table_data(found, "y", uses={"e": "number"})


def test_large_offsets_keep_their_precision(tmp_path: Path) -> None:
    text = "time,y\n" + "".join(f"{1_700_000_000 + 2 * i + i % 3},{i % 2}\n" for i in range(100))
    data = table_data(read_table(write(tmp_path / "some.csv", text)), "y", validation_share=0.0, test_share=0.0)
    times = np.array([2.0 * i + i % 3 for i in range(100)])
    np.testing.assert_allclose(data.load().train.X[:, 0], (times - times.mean()) / times.std(), atol=1e-6)


def test_numbers_can_be_categories_and_classes(tmp_path: Path) -> None:
    text = "month,x,grade\n" + "".join(f"{(1 + i) % 3}{'.0' * (i % 2)},{i % 7},{i % 4 + 1}\n" for i in range(60))
    found = read_table(write(tmp_path / "some.csv", text))
    data = table_data(found, "grade", uses={"month": "category"})
    assert data.facts().class_names == ("1", "2", "3", "4")
    assert data.facts().input_names == ("month = 0", "month = 1", "month = 2", "x")
    train = data.load().train
    np.testing.assert_array_equal(train.X[:, :3].sum(axis=1), 1)
    assert set(train.y) == {0, 1, 2, 3}
    regression = table_data(found, "grade", "regression")
    assert regression.facts().task == "regression"


def test_a_few_texts_among_numbers_count_as_missing(tmp_path: Path) -> None:
    path = write_nasty(tmp_path / "customers.csv", 2000)
    data = table_data(read_table(path), "happy?", standardise=False, validation_share=0.0, test_share=0.0)
    names = data.facts().input_names
    assert names[:4] == ("age", "age is missing", "income €", "income € is missing")
    X = data.load().train.X
    assert X[:, 1].sum() == sum(i % 997 == 5 or i % 11 == 0 for i in range(2000) if i % 501 != 7)


@pytest.mark.parametrize(
    ("target", "task", "uses", "sentence"),
    [
        ("none", None, {}, "The table has no column “none”. Choose another one."),
        ("class", None, dict.fromkeys(NAMES, "leave out"), "No column is left as an input. Use at least one."),
        ("class", "regression", {}, "“class” cannot be the target of a regression: it holds texts."),
        ("class", None, {"city": "number"}, "“city” cannot be used like this: it has too few numbers."),
        ("class", None, {"a": "category"}, "“a” cannot be used like this: it has more than 100 different values."),
    ],
)
def test_what_cannot_be_done_gets_a_sentence(
    path: Path, target: str, task: Any, uses: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(DataError) as error:
        table_data(read_table(path), target, task, uses)
    assert sentence in str(error.value)


def test_too_many_inputs_for_the_memory_are_refused(tmp_path: Path) -> None:
    text = ",".join(f"c{j}" for j in range(60)) + ",y\n"
    text += "".join(",".join(f"v{i % 99}" for _ in range(60)) + f",{i % 2}\n" for i in range(200))
    with pytest.raises(DataError, match=r"become 5,940 inputs; with 200 rows at most 5,000 can be kept in memory"):
        table_data(read_table(write(tmp_path / "some.csv", text)), "y")


def test_a_file_that_moved_is_found_by_its_name(path: Path, tmp_path: Path) -> None:
    data = data_of(path)
    before = data.load()
    moved = tmp_path / "elsewhere"
    moved.mkdir()
    path.rename(moved / path.name)
    with pytest.raises(DataError, match=r"table\.csv is not there\. Put the file back, or open it again"):
        data.load()
    np.testing.assert_array_equal(data.load(moved).train.X, before.train.X)


def test_a_file_that_changed_is_refused(path: Path) -> None:
    data = data_of(path)
    data.load()
    content = path.read_bytes()
    path.write_bytes(content + b"1,2,x,x,3\n")
    with pytest.raises(DataError, match=r"is not the file .* it has [\d,]+ bytes instead of [\d,]+\. Put the old one"):
        data.load()
    path.write_bytes(content.replace(b"x", b"w"))
    with pytest.raises(DataError, match="its content has changed"):
        data.load()


def test_an_experiment_that_says_something_else_than_its_file_is_refused(path: Path) -> None:
    tree = data_of(path).model_dump(mode="json")
    for change in (
        {"num_rows": NUM_ROWS - 1},
        {"columns": [tree["source"]["columns"][0] | {"name": "none"}]},
        {"columns": [tree["source"]["columns"][1] | {"missing": 0}]},
        {"target": tree["source"]["target"] | {"categories": ["x", "y"]}},
        {"table_format": tree["source"]["table_format"] | {"delimiter": ";"}},
    ):
        data = from_dict({"data": tree | {"source": tree["source"] | change}}).data
        data.facts()
        with pytest.raises(DataError, match="does not hold the columns that the experiment says"):
            data.load()


def test_an_experiment_with_a_table_survives_its_file(path: Path) -> None:
    experiment = with_value(Experiment(), "data", data_of(path, "price").model_dump(mode="json"))
    assert experiment.loss.kind == "l2", "the loss follows the task"
    assert from_dict(to_dict(experiment)) == experiment
    assert experiment.data == data_of(path, "price")


def test_without_a_file_there_is_a_sentence() -> None:
    assert Table().facts().num_train == 0
    with pytest.raises(DataError, match="No data have been chosen yet"):
        Table().load()


def test_the_largest_experiment_can_be_stored(tmp_path: Path) -> None:
    names = ",".join(f"{j:04}{'n' * 90}" for j in range(1999))
    cells = ["1.5", "2.5", ""]
    text = names + ",y\n" + "".join(",".join([cells[i % 3]] * 1999) + f",{'ab'[i % 2]}\n" for i in range(9))
    found = read_table(write(tmp_path / "some.csv", text))
    uses = {f"{j:04}{'n' * 90}": "category" for j in range(1000)}
    data = table_data(found, "y", uses=uses)  # type: ignore[arg-type]
    assert data.facts().input_shape == (1000 * 3 + 999 * 2,)
    experiment = Experiment(data=data)
    assert from_dict(to_dict(experiment)) == experiment
    assert data.load().train.X.shape == (5, 4998)
