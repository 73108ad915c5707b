"""A table of the user: columns of numbers and categories in a CSV, TSV or NPZ file."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from math import prod
from pathlib import Path
from threading import Lock
from typing import Annotated, Any, ClassVar, Literal

import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from core.data.base import TABLES, DataFacts, DataSet, Parts, Samples, facts_at
from core.data.positions import Positions, part_sizes
from core.data.rows import MISSING, InputColumn, RowForm
from core.data.shares import OpenedData
from core.data.table_cells import MAX_COLUMNS, MAX_ROWS, Batch, TableColumn, TableFormat, codes
from core.data.table_csv import column_names, csv_batches, read_head
from core.data.table_npz import npz_batches, read_npz
from core.data.user_file import OPEN_AGAIN, Stamp, UserFile, Watch, find
from core.errors import DataError
from core.fields import Value, setting
from core.losses import Task
from core.texts import say

MAX_NUMBERS = 64_000_000
"""Entries of X at most: up to 512 MB while a file is read, 256 MB afterwards."""

_Side = Annotated[int, Field(ge=1, le=MAX_COLUMNS)]


class TableSource(Value):
    """Which columns of which file are used, and all that must be known of them before the file is read.

    Numbers of rows, of missing cells and the categories are those of the whole file.
    """

    file: UserFile = setting(title="File", help="The file with the table.")
    table_format: TableFormat = setting(TableFormat(), title="Format", help="How the text of the file is divided.")
    columns: Annotated[tuple[TableColumn, ...], Field(min_length=1)] = setting(
        title="Inputs", help="The columns that the network sees.", max_length=MAX_COLUMNS
    )
    target: TableColumn = setting(title="Target", help="The column that the network learns to tell.")
    num_rows: int = setting(title="Rows", help="Number of rows that have a target.", ge=0, le=MAX_ROWS)
    num_left_out: int = setting(0, title="Left out", help="Number of rows without a target.", ge=0, le=MAX_ROWS)
    image_shape: tuple[_Side, ...] = setting(
        (), title="Image shape", help="Channels, height and width if the columns are pixels.", max_length=3
    )


class _Columns(DataSet):
    source: TableSource | None = setting(None, title="Source", help="The file and its columns.", hidden=True)
    standardise: bool = setting(
        True,
        title="Standardise",
        help="Numbers get mean 0 and standard deviation 1. Both are measured on the training part only.",
    )
    standardise_target: bool = setting(
        True,
        title="Scale target",
        help="Standardise a target of numbers, too. Errors are then told in standard deviations. Classes stay as they "
        "are.",
    )


# Settings stand in the window in the order of the bases from last to first.
class Table(OpenedData, _Columns):
    """Rows of a table. A missing number becomes the mean of the training part; a further input says that it was.

    A missing text is a category of its own, and rows without a target are left out.
    """

    title: ClassVar[str] = "Table from a file"
    help: ClassVar[str] = "Your own CSV, TSV or NPZ file: choose the target and the columns that the network sees."
    family: ClassVar[str] = TABLES
    task: ClassVar[Task] = "classification"

    kind: Literal["table"] = "table"

    @property
    def opened(self) -> TableSource | None:
        """The file and its columns."""
        return self.source

    def facts(self) -> DataFacts:
        """Return what is known before the file is read; without a file there are no samples."""
        source = self.source
        if source is None:
            return DataFacts(self.task, (1,), 1, (), 0, 0, 0)
        names = input_names(source)
        is_image = bool(source.image_shape) and prod(source.image_shape) == len(names)
        shape = source.image_shape if is_image else (len(names),)
        sizes = part_sizes(source.num_rows, self.validation_share, self.test_share)
        if source.target.kind == "number":
            return DataFacts("regression", shape, 1, (), *sizes, input_names=() if is_image else names)
        classes = source.target.categories
        return DataFacts(
            "classification", shape, max(1, len(classes)), classes, *sizes, input_names=() if is_image else names
        )

    def load_at(self, positions: Positions, data_dir: Path | None = None) -> Parts:
        """Read the file, which must still be the one that was opened; its columns are kept in memory until the next.

        Args:
            positions: of the rows of the parts.
            data_dir: where to look, by its name, for a file that is no longer at its path.
        """
        facts, source = self.facts(), self.chosen(self.source)
        _refuse_too_many(source.num_rows, prod(facts.input_shape))
        now = find(source.file, data_dir)
        with _LOADING:
            columns, target = _decoded(now, source)
        inputs = _inputs(source, columns, positions, self.standardise)
        targets = _targets(source, target, positions, self.standardise_target)
        train, validation, test = (
            Samples(X.reshape(-1, *facts.input_shape), y) if len(X) else None
            for X, y in zip(inputs, targets, strict=True)
        )
        assert train is not None
        form = _form(source, columns, target, positions, self)
        return Parts(facts_at(facts, positions), train, validation, test, form)


def width(column: TableColumn) -> int:
    """Return the number of inputs that a column becomes."""
    return (1 if column.kind == "number" else len(column.categories)) + bool(column.missing)


def input_names(source: TableSource) -> tuple[str, ...]:
    """Return the names of all inputs, in their order."""
    names: list[str] = []
    for column in source.columns:
        parts = [column.name] if column.kind == "number" else [f"{column.name} = {name}" for name in column.categories]
        missing = f"{column.name} is missing" if column.kind == "number" else f"{column.name} = {MISSING}"
        names += [*parts, missing] if column.missing else parts
    return tuple(names)


def read_columns(now: Stamp, table_format: TableFormat, names: list[str]) -> Iterator[tuple[Batch, list[int]]]:
    """Yield all rows of a file in batches, with the positions of the columns of these names.

    Raises:
        DataError: if the file cannot be read, or has no such columns.
    """
    watch = Watch()
    table = None
    if table_format.delimiter:
        found = column_names(read_head(now), table_format)
    else:
        table = read_npz(now, watch)
        found = table.names
    if not set(names) <= set(found):
        raise _unlike(now)
    positions = [found.index(name) for name in names]
    batches = (
        csv_batches(now, table_format, found, sorted(set(positions)), watch)
        if table is None
        else npz_batches(table, watch)
    )
    for batch in batches:
        yield batch, positions


_LOADING = Lock()
"""A second thread that asks for the same data waits for the first one's instead of reading them again."""


@lru_cache(maxsize=1)
def _decoded(now: Stamp, source: TableSource) -> tuple[tuple[NDArray[Any], ...], NDArray[Any]]:
    """Return the columns and the target of the rows that have one: float64 numbers, or codes of categories.

    What is missing is NaN or -1.
    """
    wanted = [*source.columns, source.target]
    pieces: list[list[NDArray[Any]]] = [[] for _ in wanted]
    for batch, positions in read_columns(now, source.table_format, [column.name for column in wanted]):
        for column, position, piece in zip(wanted, positions, pieces, strict=True):
            cells = batch.cells(position)
            if column.kind == "number":
                piece.append(cells.numbers)
            else:
                piece.append(codes(cells, column.categories, of_numbers=column.of_numbers))
    arrays = []
    for column, piece in zip(wanted, pieces, strict=True):
        arrays.append(np.concatenate(piece))
        piece.clear()
        if np.count_nonzero(_is_missing(arrays[-1])) != column.missing:
            raise _unlike(now)
    has_target = ~_is_missing(arrays[-1])
    if np.count_nonzero(has_target) != source.num_rows:
        raise _unlike(now)
    if not has_target.all():
        arrays = [array[has_target] for array in arrays]
    return tuple(arrays[:-1]), arrays[-1]


def _is_missing(values: NDArray[Any]) -> NDArray[np.bool_]:
    missing: NDArray[np.bool_] = np.isnan(values) if values.dtype.kind == "f" else values < 0
    return missing


def _inputs(
    source: TableSource, columns: tuple[NDArray[Any], ...], positions: Positions, standardise: bool
) -> list[NDArray[np.float32]]:
    """Return X ``(n, inputs)`` of each part, filled up and scaled with what is measured on the training part."""
    num_inputs = sum(width(column) for column in source.columns)
    parts: list[NDArray[np.float32]] = [np.zeros((len(rows), num_inputs), np.float32) for rows in positions.parts]
    start = 0
    for column, values in zip(source.columns, columns, strict=True):
        stop = start + width(column)
        mean, scale = _mean_and_scale(values[positions.train]) if column.kind == "number" else (0.0, 1.0)
        for X, rows in zip(parts, positions.parts, strict=True):
            if column.kind == "number":
                _fill_numbers(X[:, start:stop], values[rows], mean, (mean, scale) if standardise else (0.0, 1.0))
            else:
                _fill_categories(X[:, start:stop], values[rows])
        start = stop
    return parts


def _fill_numbers(X: NDArray[np.float32], values: NDArray[np.float64], mean: float, by: tuple[float, float]) -> None:
    missing = np.isnan(values)
    values[missing] = mean
    X[:, 0] = (values - by[0]) / by[1]
    if X.shape[1] > 1:
        X[:, 1] = missing


def _fill_categories(X: NDArray[np.float32], values: NDArray[np.int32]) -> None:
    # The code of what is missing, -1, means the last column, which is there if anything is missing.
    X[np.arange(len(X)), values] = 1


def _form(
    source: TableSource, columns: tuple[NDArray[Any], ...], target: NDArray[Any], positions: Positions, data: Table
) -> RowForm:
    """Return how a row becomes inputs, as :func:`_inputs` and :func:`_targets` make them."""
    found = []
    for column, values in zip(source.columns, columns, strict=True):
        may_miss = bool(column.missing)
        if column.kind == "category":
            found.append(InputColumn(column.name, categories=column.categories, may_miss=may_miss))
            continue
        train = values[positions.train]
        scale = _mean_and_scale(train) if data.standardise else (0.0, 1.0)
        found.append(InputColumn.of_numbers(column.name, train, *scale, may_miss=may_miss))
    scales_target = source.target.kind == "number" and data.standardise_target
    return RowForm(tuple(found), *(_mean_and_scale(target[positions.train]) if scales_target else (0.0, 1.0)))


def _targets(source: TableSource, target: NDArray[Any], positions: Positions, standardise: bool) -> list[NDArray[Any]]:
    if source.target.kind == "category":
        return [target[rows].astype(np.int64) for rows in positions.parts]
    mean, scale = _mean_and_scale(target[positions.train]) if standardise else (0.0, 1.0)
    return [((target[rows] - mean) / scale).astype(np.float32)[:, None] for rows in positions.parts]


def _mean_and_scale(train: NDArray[np.float64]) -> tuple[float, float]:
    """Return mean and standard deviation of the training part's numbers; a constant column is only centred."""
    present = train[~np.isnan(train)]
    if not present.size:
        return 0.0, 1.0
    mean = float(present.mean())
    return mean, float(present.std()) if present.min() < present.max() else 1.0


def _refuse_too_many(num_rows: int, num_inputs: int) -> None:
    if num_rows * num_inputs > MAX_NUMBERS:
        raise DataError(
            say(
                "{num_rows:,} rows of {num_inputs:,} inputs are too many to keep in memory. Take at most "
                "{max_numbers:,} inputs, that is, leave columns out.",
                num_rows=num_rows,
                num_inputs=num_inputs,
                max_numbers=MAX_NUMBERS // max(1, num_rows),
            )
        )


def _unlike(now: Stamp) -> DataError:
    return DataError(
        say(
            "{path} does not hold the columns that the experiment says. Repair that, or {remedy}.",
            path=now.path,
            remedy=say(OPEN_AGAIN),
        )
    )
