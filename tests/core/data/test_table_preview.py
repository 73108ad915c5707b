from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from core.data.table_cells import TableFormat
from core.data.table_preview import TablePreview, read_table, table_data
from core.data.user_file import Watch
from core.errors import Cancelled, DataError
from tests.core.data.table_files import write, write_nasty


def preview(tmp_path: Path, text: str, table_format: TableFormat | None = None) -> TablePreview:
    return read_table(write(tmp_path / "some.csv", text), table_format)


def problem(tmp_path: Path, content: str | bytes) -> str:
    path = tmp_path / "some.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(DataError) as error:
        read_table(path)
    return str(error.value).replace(str(path), "FILE")


def test_a_table_that_nobody_prepared(tmp_path: Path) -> None:
    path = write_nasty(tmp_path / "customers.csv", 100_000)
    found = read_table(path)
    assert found.num_rows == 100_000
    assert found.file.num_bytes == path.stat().st_size
    names = ["column 1", "Customer name", "age", "income €", "city, country", "comment", "happy?"]
    assert [column.name for column in found.columns] == names
    assert found.first_rows[3][:3] == ("3", "Person 3", "30")
    assert found.first_rows[3][5] == "a, b new line"
    number, name, age, income, city, comment, happy = found.columns
    assert (number.counts_rows, number.suggestion) == (True, "leave out")
    assert (name.categories, name.uses, name.suggestion) == (None, ("leave out",), "leave out")
    assert (age.missing, age.num_texts, age.suggestion) == (9091 - 9, 101, "number")
    assert age.note("number") == "101 cells are no number and count as missing. Row 7 holds “unknown”."
    assert (income.missing, income.num_texts, income.whole) == (14286, 0, False)
    assert city.categories == ('O\'Hare "IL"', "São Paulo", "Zürich, CH", "北京")
    assert city.suggestion == "category"
    assert comment.suggestion == "leave out"
    assert found.suggested_target == "happy?"
    assert found.tasks("happy?") == ("classification",)
    assert found.tasks("income €") == ("regression",)
    assert happy.missing == 200


@pytest.mark.parametrize(
    ("text", "delimiter", "header", "decimal_comma"),
    [
        ("a,b\n1,2\n3,4\n", ",", True, False),
        ("1,2\n3,4\n", ",", False, False),
        ("a;b\n1,5;2\n3,25;4\n", ";", True, True),
        ("1,5;2,5\n3,5;4,5\n", ";", False, True),
        ("a\tb c, d\n1\t2\n", "\t", True, False),
        ("x|y\nred|1\nblue|2\n", "|", True, False),
        ("red,1\nblue,2\n", ",", False, False),
        ("colour,size\nred,big\nblue,small\nred,big\n", ",", True, False),
        ("red,big\nblue,small\nred,big\n", ",", False, False),
        ("\ufeffa,b\r\n1,2\r\n", ",", True, False),
        ('"a;b",c\n"1;2",3\n"4;5",6\n', ",", True, False),
        (",a\n0,1\n1,5\n", ",", True, False),
        ("alone\n1\n2\n", ",", True, False),
    ],
)
def test_delimiter_and_header_are_found(
    tmp_path: Path, text: str, delimiter: str, header: bool, decimal_comma: bool
) -> None:
    found = preview(tmp_path, text).table_format
    assert (found.delimiter, found.header, found.decimal_comma) == (delimiter, header, decimal_comma)


def test_what_was_guessed_can_be_changed(tmp_path: Path) -> None:
    found = preview(tmp_path, "2001,2002\n1,2\n", TableFormat(header=True))
    assert [column.name for column in found.columns] == ["2001", "2002"]
    assert found.num_rows == 1


def test_numbers_in_all_their_forms(tmp_path: Path) -> None:
    text = "x,y\n" + "".join(
        f"{cell},0\n" for cell in ["1", "-2.5", "+3", " 4 ", ".5", "6.", "7e2", "8E-1", "NaN", "-"]
    )
    column = preview(tmp_path, text).columns[0]
    assert (column.num_numbers, column.num_texts, column.missing) == (8, 0, 2)
    assert column.categories == ("-2.5", "0.5", "0.8", "1", "3", "4", "6", "700")


@pytest.mark.parametrize("cell", ["inf", "1e999", "-1e31", "1_0", "0x10", "1,5", "12abc", "1 2"])
def test_what_is_no_number_counts_as_a_text(tmp_path: Path, cell: str) -> None:
    column = preview(tmp_path, f'x\n1\n2\n"{cell}"\n').columns[0]
    assert (column.num_numbers, column.num_texts) == (2, 1)
    assert column.first_text == f"Row 4 holds “{cell}”."


def test_with_a_decimal_comma_a_point_is_no_number(tmp_path: Path) -> None:
    column = preview(tmp_path, "x;y\n1,5;2\n1.234;2\n2,5;3\n").columns[0]
    assert (column.num_numbers, column.num_texts) == (2, 1)


def test_names_are_unique_and_can_be_shown(tmp_path: Path) -> None:
    found = preview(tmp_path, 'a,a,,"b\nc",' + "x" * 300 + "\n1,2,3,4,5\n")
    assert [column.name for column in found.columns] == ["a", "a (2)", "column 3", "b c", "x" * 100]


def test_few_whole_numbers_are_classes_and_others_a_regression(tmp_path: Path) -> None:
    rows = "".join(f"{i % 3},{i * 7 % 100},{i / 7},{'ab'[i % 2]}\n" for i in range(100))
    found = preview(tmp_path, "few,many,real,text\n" + rows)
    assert found.tasks("few") == ("classification", "regression")
    assert found.tasks("many") == ("regression", "classification")
    assert found.tasks("real") == ("regression", "classification")
    assert found.tasks("text") == ("classification",)


def test_a_target_is_suggested_by_its_name_or_else_the_last_column(tmp_path: Path) -> None:
    rows = "".join(f"{i % 3},{i * 7 % 100},{i}\n" for i in range(100))
    assert preview(tmp_path, "Label,b,c\n" + rows).suggested_target == "Label"
    assert preview(tmp_path, "a,b,c\n" + rows).suggested_target == "b", "c only counts the rows"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "FILE is empty. Choose a file with a table."),
        ("\n \n", "FILE is empty. Choose a file with a table."),
        ("a,b\n", "FILE has no rows under its header."),
        (
            "a,b\n1,2\n3,4,5\n",
            "Row 3 has 3 cells instead of 2. Check delimiters and quotation marks there: 3,4,5",
        ),
        (
            'a,b\n\n\n1,"x\ny"\n3\n',
            "Row 3 (line 6) has 1 cell instead of 2. Check delimiters and quotation marks there: 3",
        ),
        (
            b"a,b\n1,2\n3,caf\xe9\n",
            "Row 3, column “b”: this is no text in UTF-8. Save the file with the encoding UTF-8.",
        ),
        ('a,b\n1,2\n3,"4\n5,6\n', "Row 3: a quotation mark is never closed. Close it."),
        (
            "a,b\n1," + "x" * 10_001 + "\n",
            "Row 2, column “b”: this text has more than 10,000 bytes. Close its quotation mark, or shorten it.",
        ),
        (
            "a,b\n1,2\n".encode("utf-16"),
            "FILE is no text file: its encoding is UTF-16. Save it with the encoding UTF-8.",
        ),
        (b"a,b\n1,\x00\n", "FILE is no text file. Choose a CSV, TSV or NPZ file."),
        (b"\x1f\x8b\x08rest", "FILE is no text file: it is compressed. Unpack it first."),
        (
            b"PK\x03\x04rest",
            "FILE is no text file: it is an archive or a spreadsheet. Export the table as CSV with the encoding UTF-8.",
        ),
        (",".join("x" * 2001) + "\n", "The table has 2,001 columns; at most 2,000 can be read."),
    ],
)
def test_broken_files_get_a_sentence(tmp_path: Path, content: str | bytes, sentence: str) -> None:
    assert problem(tmp_path, content) == sentence


def test_a_row_without_end_is_refused(tmp_path: Path) -> None:
    assert "has a row of more than 2 million bytes" in problem(tmp_path, "a,b\n" + "1,2\n" * 10 + '"' + "x" * 5_000_000)


def test_a_broken_row_far_down_is_found(tmp_path: Path) -> None:
    text = "a,b,c\n" + "1,2,3\n" * 400_000 + "1,2\n" + "1,2,3\n" * 100
    assert problem(tmp_path, text).startswith("Row 400,002 has 2 cells instead of 3.")


def test_too_many_rows_are_refused(tmp_path: Path) -> None:
    assert problem(tmp_path, "a\n" + "1\n" * 1_000_001).startswith("The table has more than 1,000,000 rows")
    assert preview(tmp_path, "a\n" + "1\n" * 1_000_000).num_rows == 1_000_000


@pytest.mark.parametrize("what", ["folder", "nothing", "null"])
def test_what_is_no_file_gets_a_sentence(tmp_path: Path, what: str) -> None:
    path = {"folder": tmp_path, "nothing": tmp_path / "none.csv", "null": "a\0b"}[what]
    with pytest.raises(DataError, match=r"Choose a file|Check the path"):
        read_table(path)


def test_a_file_that_changes_meanwhile_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "some.csv", "a,b\n" + "1,2\n" * 100)

    def grow(done: int, total: int) -> None:
        with path.open("a") as file:
            file.write("3,4\n")

    with pytest.raises(DataError, match="changed while it was read"):
        read_table(path, watch=Watch(grow))


def test_reading_can_be_watched_and_cancelled(tmp_path: Path) -> None:
    path = write(tmp_path / "some.csv", "a,b\n" + "1.23456789,2.3456789\n" * 300_000)
    seen: list[tuple[int, int]] = []
    with pytest.raises(Cancelled):
        read_table(path, watch=Watch(lambda *done: seen.append(done), lambda: len(seen) == 2))
    assert len(seen) == 2
    path = write(tmp_path / "some.csv", "a,b\n1,2\n")
    read_table(path, watch=Watch(lambda *done: seen.append(done)))
    assert seen[-1] == (1000, 1000)
    assert sorted(seen[2:]) == seen[2:]


def outcome(content: bytes) -> TablePreview | None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "some.csv")
        path.write_bytes(content)
        try:
            found = read_table(path)
        except DataError as error:
            assert str(error).endswith((".", "…")) or ": " in str(error)
            return None
        for column in found.columns:
            try:
                parts = table_data(found, column.name).load()
            except DataError:
                continue
            assert np.isfinite(parts.train.X).all()
        return found


@given(st.binary(max_size=200))
@example(b'\xef\xbb\xbf"')
@example(b'"\n')
@example(b"a\rb\n1,2")
@settings(max_examples=80, deadline=None)
def test_no_bytes_bring_more_than_a_sentence(content: bytes) -> None:
    outcome(content)


@given(st.text(st.sampled_from('ab1.,;\t|"\n\r -NA\ufeffé'), max_size=60))
@settings(max_examples=100, deadline=None)
def test_no_text_brings_more_than_a_sentence(text: str) -> None:
    outcome(text.encode())


CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=6)


@given(st.integers(1, 4).flatmap(lambda n: st.lists(st.lists(CELLS, min_size=n, max_size=n), min_size=2, max_size=8)))
@settings(max_examples=100, deadline=None)
def test_what_python_writes_is_understood(rows: list[list[str]]) -> None:
    file = io.StringIO(newline="")
    csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(rows)
    with tempfile.TemporaryDirectory() as folder:
        found = read_table(write(Path(folder, "some.csv"), file.getvalue()), TableFormat(header=False))
    assert found.num_rows == len(rows)
    assert len(found.columns) == len(rows[0])
    for j, column in enumerate(found.columns):
        assert column.missing + column.num_texts + column.num_numbers == len(rows), rows
        if column.num_texts and column.categories is not None:
            stripped = {row[j].strip() for row in rows}
            assert set(column.categories) <= stripped


def test_a_row_that_is_uneven_and_no_text_gets_a_sentence_too(tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_bytes(b"a,b\n1,2\n3,4,\x90\xff\n5,6\n")
    with pytest.raises(DataError, match="Row 3 has 3 cells instead of 2"):
        read_table(tmp_path / "table.csv")
