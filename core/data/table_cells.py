"""The cells of a table's columns: numbers, texts, and what is missing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from core.fields import Value, setting

MAX_ROWS = 1_000_000
MAX_COLUMNS = 2_000
MAX_CLASSES = 1_000
MAX_CATEGORIES = 100
MAX_NAME = 100
LARGEST = 1e30
"""Numbers beyond count as texts: their squares do not fit into float32."""

MISSING_WORDS: tuple[str, ...] = (
    *("", "NA", "N/A", "n/a", "na", "#N/A", "NaN", "nan", "NULL", "Null", "null", "None", "none"),
    *("-", "--", "?", "missing", "Missing", "MISSING"),
)
"""What stands in a cell that holds nothing."""

_NUMBER = r"^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?$"


class TableColumn(Value):
    """One column that an experiment uses, as it was when the file was opened."""

    name: str = setting(title="Name", help="Name of the column.", max_length=MAX_NAME + 20)
    kind: Literal["number", "category"] = setting(title="Use", help="How its cells are understood.")
    missing: int = setting(0, title="Missing", help="Number of cells that hold nothing.", ge=0, le=MAX_ROWS)
    of_numbers: bool = setting(False, title="Of numbers", help="Whether the categories are numbers: 1 and 1.0 are one.")
    categories: tuple[str, ...] = setting(
        (), title="Categories", help="All categories, in their order.", max_length=MAX_CLASSES
    )


class TableFormat(Value):
    """How the text of a file is divided; the delimiter is empty for an NPZ file."""

    delimiter: Literal["", ",", ";", "\t", "|"] = setting(
        ",",
        title="Delimiter",
        help="What stands between two cells.",
        choices={",": "comma", ";": "semicolon", "\t": "tab", "|": "vertical bar", "": "none (NPZ)"},
    )
    header: bool = setting(True, title="Header", help="Whether the first row holds the names of the columns.")
    decimal_comma: bool = setting(False, title="Decimal comma", help="Whether 3,14 is a number.")


@dataclass(frozen=True, eq=False)
class Cells:
    """Consecutive cells of one column.

    Attributes:
        numbers: float64 ``(n,)``, NaN where there is no number.
        missing: ``(n,)`` where the cell holds nothing.
        texts: Arrow array of the texts, null where missing; None if the file holds numbers.
    """

    numbers: NDArray[np.float64]
    missing: NDArray[np.bool_]
    texts: Any = None

    @property
    def are_texts(self) -> NDArray[np.bool_]:
        """Where the cell holds something, but no number."""
        return np.isnan(self.numbers) & ~self.missing


@dataclass(frozen=True, eq=False)
class Batch:
    """Consecutive rows. ``cells`` gives those of one column, computed when they are asked for."""

    first_row: int
    num_rows: int
    cells: Callable[[int], Cells]


def number_cells(values: NDArray[Any]) -> Cells:
    """Return the cells of a column of numbers; NaN is missing, infinite and huge ones count as texts."""
    numbers = values.astype(np.float64)
    missing = np.isnan(numbers)
    numbers[np.abs(numbers) > LARGEST] = np.nan
    return Cells(numbers, missing)


def text_cells(array: Any, *, decimal_comma: bool = False) -> Cells:
    """Return the cells of a column of texts, an Arrow array; space around them does not count."""
    import pyarrow as pa
    import pyarrow.compute as pc

    null = pa.scalar(None, pa.string())
    # Most columns hold nothing but numbers and empty cells: they need no closer look.
    missing = pc.equal(pc.binary_length(array), 0)
    texts = pc.if_else(missing, null, array)
    parsed = None if decimal_comma else _cast(texts)
    if parsed is None or pc.any(pc.is_nan(parsed)).as_py():
        trimmed = pc.utf8_trim_whitespace(array)
        missing = pc.is_in(trimmed, value_set=pa.array(MISSING_WORDS))
        texts = pc.if_else(missing, null, trimmed)
        parsed = _parsed(texts, decimal_comma)
    numbers = parsed.fill_null(np.nan).to_numpy(zero_copy_only=False)
    huge = np.abs(numbers) > LARGEST
    if huge.any():
        numbers = np.where(huge, np.nan, numbers)
    return Cells(numbers, missing.to_numpy(zero_copy_only=False), texts)


def _cast(texts: Any) -> Any:
    """Return the numbers of an Arrow array of texts; None if one of them is no number."""
    import pyarrow as pa
    import pyarrow.compute as pc

    try:
        return pc.cast(texts, pa.float64())
    except pa.ArrowInvalid:
        return None


def _parsed(texts: Any, decimal_comma: bool) -> Any:
    """Return the numbers of an Arrow array of texts, null where a text is none."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if decimal_comma:
        # Where the comma is the decimal point, a point is none: 1.234 may mean 1234.
        pointed = pc.match_substring(texts, ".")
        texts = pc.replace_substring(pc.if_else(pointed, pa.scalar(None, pa.string()), texts), ",", ".")
    parsed = _cast(texts)
    if parsed is not None:
        return parsed
    is_number = pc.match_substring_regex(texts, _NUMBER)
    return pc.cast(pc.if_else(is_number, texts, pa.scalar(None, pa.string())), pa.float64())


def codes(cells: Cells, categories: Sequence[str], *, of_numbers: bool) -> NDArray[np.int32]:
    """Return the position of each cell among the categories, -1 where it is missing or none of them."""
    if of_numbers:
        values = np.array([float(name) for name in categories])
        order = np.argsort(values)
        places = np.searchsorted(values[order], cells.numbers).clip(0, max(0, len(values) - 1))
        found = order[places].astype(np.int32) if len(values) else np.zeros(len(cells.numbers), np.int32)
        fits = values[found] == cells.numbers if len(values) else np.zeros(len(found), bool)
        return np.where(fits, found, np.int32(-1))
    import pyarrow as pa
    import pyarrow.compute as pc

    found = pc.index_in(cells.texts, value_set=pa.array(categories, pa.string()), skip_nulls=True)
    return np.asarray(found.fill_null(-1).to_numpy(zero_copy_only=False), np.int32)


def number_name(value: float) -> str:
    """Return a number as the name of a category, from which ``float`` makes the number again."""
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
