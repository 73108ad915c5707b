from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.datasets import load_diabetes, load_iris
from sklearn.preprocessing import StandardScaler

from core.data import DataSet, Diabetes, Iris, Table
from core.data.rows import MISSING, InputColumn, RowForm, plain_form, split_row
from core.errors import DataError
from tests.core.data.test_table import data_of, positions_of, rows, write_rows


def form_of(data: DataSet) -> RowForm:
    form = data.load().form
    assert form is not None
    return form


def typed(form: RowForm, row: list[str]) -> np.ndarray:
    return form.inputs([column.parsed(cell) for column, cell in zip(form.columns, row, strict=True)])


@pytest.mark.parametrize(("data", "load"), [(Iris(), load_iris), (Diabetes(), load_diabetes)])
def test_a_typed_row_is_scaled_as_scikit_learn_scales_it(data: Any, load: Any) -> None:
    raw = (load(scaled=False) if load is load_diabetes else load()).data
    scaler = StandardScaler().fit(raw[data.positions().train])
    form = form_of(data)
    for row in raw[:20]:
        np.testing.assert_allclose(typed(form, [repr(float(x)) for x in row]), scaler.transform([row]), atol=1e-5)
    unscaled = data.model_copy(update={"standardise": False})
    np.testing.assert_array_equal(
        typed(form_of(unscaled), [repr(float(x)) for x in raw[0]]), raw[:1].astype(np.float32)
    )


def test_the_samples_themselves_come_out_when_they_are_typed() -> None:
    data = Iris()
    parts, raw = data.load(), load_iris().data
    assert parts.validation is not None
    for x, row in zip(parts.validation.X, raw[data.positions().validation], strict=True):
        np.testing.assert_array_equal(typed(form_of(data), [repr(float(v)) for v in row])[0], x)


def test_answers_of_a_scaled_target_are_told_in_its_own_units() -> None:
    y = load_diabetes().target
    train = y[Diabetes().positions().train]
    form = form_of(Diabetes())
    assert form.has_scaled_target
    np.testing.assert_allclose(form.targets(np.array([0.5], np.float32)), train.mean() + 0.5 * train.std(), rtol=1e-6)
    assert not form_of(Diabetes(standardise_target=False)).has_scaled_target


def test_rows_of_a_file_become_what_the_data_set_makes_of_them(tmp_path: Path) -> None:
    data: Table = data_of(write_rows(tmp_path / "table.csv", rows()))
    parts, table = data.load(), rows()
    form = form_of(data)
    assert [column.name for column in form.columns] == ["a", "b", "city"]
    assert [column.width for column in form.columns] == [1, 2, 5]
    for X, positions in zip((parts.train.X, parts.validation.X), positions_of(data), strict=False):  # type: ignore[union-attr]
        for x, position in zip(X, positions[:40], strict=False):
            np.testing.assert_allclose(typed(form, table[position][:3])[0], x, atol=1e-6)


def test_the_usual_range_is_that_of_the_training_part() -> None:
    numbers = np.random.RandomState(0).normal(size=2000)
    column = InputColumn.of_numbers("x", np.append(numbers, np.nan), may_miss=True)
    np.testing.assert_allclose(
        [column.low, column.usual, column.high], np.quantile(numbers, [0.05, 0.5, 0.95]), atol=1e-12
    )
    np.testing.assert_allclose(column.inputs(None), [numbers.mean(), 1])
    assert column.inputs(2.0) == [2.0, 0.0]


NUMBER, CITY = InputColumn("age", usual=30), InputColumn("city", categories=("Rome", "Oslo"), may_miss=True)


@pytest.mark.parametrize(
    ("text", "number"), [("3.5", 3.5), (" 3,5 ", 3.5), ("−2", -2), ("1e3", 1000), ("\uff13", 3), (".5", 0.5)]
)
def test_numbers_are_read_as_they_are_typed(text: str, number: float) -> None:
    assert NUMBER.parsed(text) == number


@pytest.mark.parametrize("text", ["", "  ", "abc", "1,000,000", "nan", "inf", "1e31", "-1e40", "1;2", MISSING])
def test_what_is_no_number_gets_a_sentence(text: str) -> None:
    with pytest.raises(DataError, match=r"^age\b.*\.$"):
        NUMBER.parsed(text)


def test_categories_and_what_is_missing() -> None:
    assert CITY.inputs(CITY.parsed("Oslo")) == [0, 1, 0]
    assert CITY.inputs(CITY.parsed(MISSING)) == [0, 0, 1]
    assert CITY.inputs(CITY.parsed("")) == [0, 0, 1]
    with pytest.raises(DataError, match="no category “Paris”"):
        CITY.parsed("Paris")


@pytest.mark.parametrize("row", ["1.5,Rome", '"1.5","Rome"', "1.5;Rome", "1.5\tRome", "1.5 | Rome", "1,5;Rome"])
def test_a_row_of_a_file_is_cut_into_its_cells(row: str) -> None:
    number, city = split_row(row, 2)
    assert NUMBER.parsed(number) == 1.5
    assert city == "Rome"


def test_too_many_or_too_few_cells_get_a_sentence() -> None:
    with pytest.raises(DataError, match="has 3 cells, but the table has 2"):
        split_row("1,2,3", 2)
    with pytest.raises(DataError, match="has 0 cells"):
        split_row("", 2)


@given(text=st.text(max_size=40))
def test_any_text_is_a_finite_input_or_a_sentence(text: str) -> None:
    form = RowForm((NUMBER, CITY))
    try:
        X = typed(form, split_row(text, 2))
    except DataError as error:
        assert str(error).endswith(".")
    else:
        assert np.isfinite(X).all()
        assert X.shape == (1, 4)


def test_without_scaling_the_inputs_are_what_is_typed() -> None:
    form = plain_form(["x1", "x2"], np.random.RandomState(0).normal(size=(50, 2)))
    assert not form.is_scaled
    np.testing.assert_array_equal(typed(form, ["1.5", "-2"]), [[1.5, -2]])
