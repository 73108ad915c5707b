"""Tables in text files: how the text is divided is found out, then its rows are read one batch after the other."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, NoReturn

from core.data.table_cells import MAX_COLUMNS, MAX_NAME, MAX_ROWS, Batch, TableFormat, text_cells
from core.data.user_file import Stamp, Watch, check_unchanged
from core.errors import DataError
from core.sentences import counted, shortened
from core.texts import say, unsaid

MAX_BYTES = 4_000_000_000
MAX_TEXT = 10_000
BLOCK = 1 << 21
"""Bytes that are parsed at a time; no row may be longer."""

_HEAD = 1 << 18
_HEAD_ROWS = 100
_DELIMITERS = ("\t", ";", "|", ",")
_POINT_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")
_COMMA_NUMBER = re.compile(r"[+-]?\d+,\d+([eE][+-]?\d+)?")
_INVALID_ROW = re.compile(r"Row #(\d+): Expected \d+ columns, got (\d+): (.*)", re.DOTALL)
_INVALID_TEXT = re.compile(r"In CSV column #(\d+): Row #(\d+): .*UTF8")
_BINARY = {
    b"PK\x03\x04": unsaid("it is an archive or a spreadsheet. Export the table as CSV with the encoding UTF-8"),
    b"\x1f\x8b": unsaid("it is compressed. Unpack it first"),
    b"\xff\xfe": unsaid("its encoding is UTF-16. Save it with the encoding UTF-8"),
    b"\xfe\xff": unsaid("its encoding is UTF-16. Save it with the encoding UTF-8"),
    b"\x93NUMPY": unsaid("it holds a single NumPy array. Save inputs and target together with numpy.savez"),
}


def read_head(now: Stamp) -> list[bytes]:
    """Return the lines at the beginning of a text file, without a BOM and without a last line that is cut off.

    Raises:
        DataError: if the file is empty, too large, or no text in UTF-8 at all.
    """
    if now.num_bytes > MAX_BYTES:
        raise DataError(
            say(
                "{path} has {num_bytes:,} bytes; at most {max_bytes:,} can be read.",
                path=now.path,
                num_bytes=now.num_bytes,
                max_bytes=MAX_BYTES,
            )
        )
    try:
        with now.path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError as error:
        raise DataError(
            say("{path} cannot be read: {reason}.", path=now.path, reason=error.strerror or error)
        ) from error
    for magic, what in _BINARY.items():
        if head.startswith(magic):
            raise DataError(say("{path} is no text file: {what}.", path=now.path, what=say(what)))
    if b"\0" in head:
        raise DataError(say("{path} is no text file. Choose a CSV, TSV or NPZ file.", path=now.path))
    head = head.removeprefix(b"\xef\xbb\xbf")
    if not head.strip():
        raise DataError(say("{path} is empty. Choose a file with a table.", path=now.path))
    lines = head.splitlines(keepends=True)
    return lines[:-1] if now.num_bytes > _HEAD and len(lines) > 1 else lines


def first_rows(lines: Sequence[bytes], delimiter: str) -> list[list[str]]:
    """Return the first rows that are not blank, at most 100; none if the delimiter makes no sense of them."""
    text = b"".join(lines).decode("utf-8", "replace")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        return list(islice((row for row in reader if row), _HEAD_ROWS))
    except csv.Error:
        return []


def guess_format(lines: Sequence[bytes]) -> TableFormat:
    """Find out how the text is divided."""
    best, best_score, rows = ",", (0.0, 0), first_rows(lines, ",")
    for delimiter in _DELIMITERS:
        found = first_rows(lines, delimiter)
        width, number = Counter(len(row) for row in found).most_common(1)[0] if found else (0, 0)
        score = (number / max(1, len(found)), width)
        if width > 1 and score[0] > best_score[0] + 1e-9:
            best, best_score, rows = delimiter, score, found
    cells = [cell.strip() for row in rows for cell in row]
    with_comma = sum(bool(_COMMA_NUMBER.fullmatch(cell)) for cell in cells)
    with_point = sum("." in cell and bool(_POINT_NUMBER.fullmatch(cell)) for cell in cells)
    decimal_comma = best != "," and with_comma > with_point
    return TableFormat(delimiter=best, header=_has_header(rows, decimal_comma), decimal_comma=decimal_comma)  # type: ignore[arg-type]


def _has_header(rows: Sequence[Sequence[str]], decimal_comma: bool) -> bool:
    """Guess whether the first row holds names: no numbers, but something that its column does not repeat."""

    def is_number(cell: str) -> bool:
        pattern = _COMMA_NUMBER if decimal_comma and "," in cell else _POINT_NUMBER
        return bool(pattern.fullmatch(cell.strip()))

    if not rows:
        return False
    first, rest = rows[0], [row for row in rows[1:] if len(row) == len(rows[0])]
    if any(is_number(cell) for cell in first) or not any(cell.strip() for cell in first):
        return False
    columns = list(zip(*rest, strict=True))
    if any(is_number(cell) for column in columns for cell in column):
        return True
    named = [cell for cell in first if cell.strip()]
    repeated = any(cell in column for cell, column in zip(first, columns, strict=False) if cell.strip())
    return len(set(named)) == len(named) and not repeated


def column_names(lines: Sequence[bytes], table_format: TableFormat) -> tuple[str, ...]:
    """Return the names of all columns, no two alike.

    Raises:
        DataError: if there are too many columns, or none.
    """
    rows = first_rows(lines, table_format.delimiter)
    if not rows:
        raise DataError(say("The first row cannot be read as a row of a table. Check its quotation marks."))
    if len(rows[0]) > MAX_COLUMNS:
        raise DataError(
            say(
                "The table has {rows:,} columns; at most {max_columns:,} can be read.",
                rows=len(rows[0]),
                max_columns=MAX_COLUMNS,
            )
        )
    return unique_names(rows[0] if table_format.header else [""] * len(rows[0]))


def unique_names(given: Sequence[str]) -> tuple[str, ...]:
    """Return names that can be shown, no two alike; a column without one is called by its number."""
    names: dict[str, None] = {}
    for number, name in enumerate(given, 1):
        shown = "".join(c if c.isprintable() else " " for c in name.strip())[:MAX_NAME].strip() or f"column {number}"
        unique, count = shown, 1
        while unique in names:
            count += 1
            unique = f"{shown} ({count})"
        names[unique] = None
    return tuple(names)


def csv_batches(
    now: Stamp, table_format: TableFormat, names: Sequence[str], wanted: Sequence[int] | None, watch: Watch
) -> Iterator[Batch]:
    """Read all rows under the header, some thousand at a time.

    Args:
        now: the file.
        table_format: how its text is divided.
        names: of all columns.
        wanted: positions of the columns whose cells will be asked for; None for all.
        watch: is told the bytes that were read.

    Raises:
        DataError: a sentence with row and, if it is known, column.
        Cancelled: if the watch said so.
    """
    reader = _Reader(now, table_format, names)
    row, skip, last = 0, int(table_format.header), None
    for batch, done in reader.batches(wanted):
        watch.step(done, now.num_bytes)
        if skip and batch.num_rows:
            batch, skip = batch.slice(1), 0
        if row + batch.num_rows > MAX_ROWS:
            raise DataError(
                say(
                    "The table has more than {max_rows:,} rows, the most that can be used. Shorten it.",
                    max_rows=MAX_ROWS,
                )
            )
        if batch.num_rows:
            last = batch
            yield _batch(batch, row, table_format, reader, wanted)
        row += batch.num_rows
    if last is None:
        if table_format.header:
            raise DataError(say("{path} has no rows under its header.", path=now.path))
        raise DataError(say("{path} has no rows.", path=now.path))
    if wanted is None:
        reader.check_end(last, row)
    check_unchanged(now)


def _batch(batch: Any, row: int, table_format: TableFormat, reader: _Reader, wanted: Sequence[int] | None) -> Batch:
    positions = {j: i for i, j in enumerate(wanted if wanted is not None else range(batch.num_columns))}
    for j, i in positions.items():
        reader.check_lengths(batch.column(i), j, row)
    decimal_comma = table_format.decimal_comma
    return Batch(row, batch.num_rows, lambda j: text_cells(batch.column(positions[j]), decimal_comma=decimal_comma))


class _Reader:
    """Reads one file with Arrow, and says where it went wrong."""

    def __init__(self, now: Stamp, table_format: TableFormat, names: Sequence[str]) -> None:
        self._now, self._format, self._names = now, table_format, names

    def batches(self, wanted: Sequence[int] | None) -> Iterator[tuple[Any, int]]:
        """Yield Arrow batches with the texts of the wanted columns, and the bytes that were read by then."""
        import pyarrow as pa
        from pyarrow import csv as arrow_csv

        keys = [str(j) for j in range(len(self._names))]
        chosen = keys if wanted is None else [keys[j] for j in wanted]
        try:
            with (
                pa.OSFile(str(self._now.path)) as file,
                arrow_csv.open_csv(
                    file,
                    arrow_csv.ReadOptions(use_threads=False, block_size=BLOCK, column_names=keys),
                    arrow_csv.ParseOptions(delimiter=self._format.delimiter, newlines_in_values=True),
                    arrow_csv.ConvertOptions(
                        column_types=dict.fromkeys(keys, pa.string()), include_columns=chosen, strings_can_be_null=False
                    ),
                ) as reader,
            ):
                for batch in reader:
                    yield batch, file.tell()
        except pa.ArrowInvalid as error:
            self._refuse(error)
        except OSError as error:
            raise DataError(
                say("{path} cannot be read: {reason}.", path=self._now.path, reason=error.strerror or error)
            ) from error

    def check_lengths(self, column: Any, position: int, first_row: int) -> None:
        """Refuse a text that is too long: mostly a quotation mark is not closed."""
        import pyarrow.compute as pc

        lengths = pc.binary_length(column)
        if (pc.max(lengths).as_py() or 0) > MAX_TEXT:
            row = first_row + pc.index(pc.greater(lengths, MAX_TEXT), True).as_py()
            raise DataError(
                say(
                    "{row}: this text has more than {max_text:,} bytes. Close its quotation mark, or shorten it.",
                    row=self._place(row, position),
                    max_text=MAX_TEXT,
                )
            )

    def check_end(self, last: Any, num_rows: int) -> None:
        """Refuse a file that ends within quotation marks, which would hide the rows that they swallow."""
        end = last.column(last.num_columns - 1)[-1].as_py()
        if "\n" not in end and "\r" not in end:
            return
        with self._now.path.open("rb") as file:
            quotes = sum(chunk.count(b'"') for chunk in iter(lambda: file.read(1 << 20), b""))
        if quotes % 2:
            raise DataError(
                say("{num_rows}: a quotation mark is never closed. Close it.", num_rows=self._place(num_rows - 1, None))
            )

    def _refuse(self, error: Exception) -> NoReturn:
        uneven = _INVALID_ROW.search(str(error))
        if uneven is not None:
            row, found = int(uneven[1]), int(uneven[2])
            raise DataError(
                say(
                    "{row} has {found} instead of {names}. Check delimiters and quotation marks there: {uneven}",
                    row=self._place(row - 1 - self._format.header, None),
                    found=counted(found, "cell"),
                    names=len(self._names),
                    uneven=shortened(uneven[3]),
                )
            ) from error
        wrong = _INVALID_TEXT.search(str(error))
        if wrong is not None:
            place = self._place(int(wrong[2]) - 1 - self._format.header, int(wrong[1]))
            raise DataError(
                say("{place}: this is no text in UTF-8. Save the file with the encoding UTF-8.", place=place)
            ) from error
        if "UTF8" in str(error):
            raise DataError(
                say("{path} is no text in UTF-8. Save it with that encoding.", path=self._now.path)
            ) from error
        if "straddling" in str(error):
            raise DataError(
                say(
                    "{path} has a row of more than {block:,} million bytes. Look for a quotation mark that "
                    "is not closed.",
                    path=self._now.path,
                    block=BLOCK // 1_000_000,
                )
            ) from error
        raise DataError(
            say("{path} cannot be read as a table: {error}", path=self._now.path, error=shortened(str(error)))
        ) from error

    def _place(self, row: int, column: int | None) -> str:
        """Return where a row and a column are; rows count from 1 and the header is one, as in a spreadsheet.

        The line of the text is said too where blank lines or line breaks in cells make it another number.
        """
        number = row + 1 + self._format.header
        line = self._line(number)
        where = say("Row {row:,}", row=number)
        if line is not None and line != number:
            where = say("Row {row:,} (line {line:,})", row=number, line=line)
        return where if column is None else say("{row}, column “{name}”", row=where, name=self._names[column])

    def _line(self, number: int) -> int | None:
        """Return the line where a row begins, counting lines again as Python does; None if it cannot tell."""
        with self._now.path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
            reader = csv.reader(file, delimiter=self._format.delimiter)
            begin, rows = 1, 0
            try:
                for row in reader:
                    rows += bool(row)
                    if rows == number:
                        return begin
                    begin = reader.line_num + 1
            except csv.Error:
                return None
        return None
