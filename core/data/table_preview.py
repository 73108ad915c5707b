"""A look at a table before it is used: its columns, what can be done with them, and what is suggested."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from core.data.table import MAX_NUMBERS, Table, TableSource, width
from core.data.table_cells import MAX_CATEGORIES, MAX_CLASSES, Cells, TableColumn, TableFormat, number_name
from core.data.table_columns import ColumnPreview, ColumnTally, Use, one_line
from core.data.table_csv import column_names, csv_batches, guess_format, read_head
from core.data.table_npz import NpzTable, is_npz, npz_batches, read_npz
from core.data.user_file import Stamp, UserFile, Watch, absolute, describe, stamp
from core.errors import DataError
from core.losses import Task
from core.sentences import shortened
from core.texts import say

PREVIEW_ROWS = 100
FEW = 20
"""Up to so many different whole numbers are taken for classes."""

MAX_INPUTS = 5_000
_HASHING = 0.15  # share of the time that the digest takes
_TARGET_NAMES = ("target", "label", "class", "y", "output", "species", "outcome")


@dataclass(frozen=True)
class TablePreview:
    """What a file holds.

    Attributes:
        file: which one it is.
        table_format: how its text is divided.
        num_rows: without the header.
        columns: all of them, in their order.
        first_rows: the texts of up to 100 rows.
        notes: sentences about what is not part of the table.
        shapes: of the entries of each array of an NPZ file.
    """

    file: UserFile
    table_format: TableFormat
    num_rows: int
    columns: tuple[ColumnPreview, ...]
    first_rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()
    shapes: tuple[tuple[str, tuple[int, ...]], ...] = ()

    @cached_property
    def _by_name(self) -> dict[str, ColumnPreview]:
        return {column.name: column for column in self.columns}

    def column(self, name: str) -> ColumnPreview:
        """Return the column of this name.

        Raises:
            DataError: if there is none.
        """
        if name not in self._by_name:
            raise DataError(say("The table has no column “{name}”. Choose another one.", name=shortened(name)))
        return self._by_name[name]

    def tasks(self, target: str) -> tuple[Task, ...]:
        """Return the tasks that a target allows; the first one is suggested."""
        column = self.column(target)
        classes = column.categories
        is_number = column.is_number and not column.is_constant
        tasks: list[Task] = []
        if is_number:
            tasks.append("regression")
        if classes is not None and len(classes) > 1:
            few = not is_number or (column.whole and len(classes) <= FEW)
            tasks.insert(0 if few else len(tasks), "classification")
        return tuple(tasks)

    @property
    def suggested_target(self) -> str:
        """Name of the column that is probably the target; empty if none can be."""
        usable = [c.name for c in self.columns if self.tasks(c.name) and not c.counts_rows]
        named = [name for word in _TARGET_NAMES for name in usable if name.lower() == word]
        return (named or usable[::-1] or [""])[0]

    def suggested_uses(self, target: str) -> dict[str, Use]:
        """Return what to do with each column but the target; something is always left to look at, if it can be."""
        uses = {column.name: column.suggestion for column in self.columns if column.name != target}
        if all(use == "leave out" for use in uses.values()):
            uses = {name: self.column(name).uses[0] for name in uses}
        return uses


def read_table(path: str | Path, table_format: TableFormat | None = None, watch: Watch | None = None) -> TablePreview:
    """Look through a whole file.

    Args:
        path: a CSV, TSV or NPZ file.
        table_format: how its text is divided; None to find out.
        watch: is told how far this is, and can stop it.

    Raises:
        DataError: a sentence that says what is wrong, with row and column where there are such.
        Cancelled: if the watch said so.
    """
    watch = watch or Watch()
    table_format = table_format or find_format(path)
    now = stamp(absolute(path))
    if not table_format.delimiter:
        table = read_npz(now, watch.share(0, 0.3))
        return _preview(now, table_format, table.names, watch, table)
    return _preview(now, table_format, column_names(read_head(now), table_format), watch)


def find_format(path: str | Path) -> TableFormat:
    """Find out from the beginning of a file how it is divided.

    Raises:
        DataError: if it is no table.
    """
    now = stamp(absolute(path))
    return TableFormat(delimiter="") if is_npz(now) else guess_format(read_head(now))


def table_data(
    preview: TablePreview,
    target: str,
    task: Task | None = None,
    uses: Mapping[str, Use] | None = None,
    **settings: Any,
) -> Table:
    """Return the data set of an experiment.

    Args:
        preview: the file.
        target: name of the column to be learned.
        task: None for the one that suits the target best.
        uses: what to do with columns, by name; the others are used as suggested.
        settings: further fields of :class:`core.data.table.Table`.

    Raises:
        DataError: a sentence, if this cannot be done.
    """
    chosen = preview.suggested_uses(target) | {name: use for name, use in (uses or {}).items() if name != target}
    columns = [_as_input(preview.column(name), use) for name, use in chosen.items() if use != "leave out"]
    if not columns:
        raise DataError(say("No column is left as an input. Use at least one."))
    goal = _as_target(preview, target, task)
    order = {column.name: j for j, column in enumerate(preview.columns)}
    columns.sort(key=lambda column: order[column.name])
    num_rows = preview.num_rows - goal.missing
    num_inputs = sum(width(column) for column in columns)
    if num_inputs > MAX_INPUTS or num_inputs * num_rows > MAX_NUMBERS:
        most = min(MAX_INPUTS, MAX_NUMBERS // max(1, num_rows))
        raise DataError(
            say(
                "These columns become {num_inputs:,} inputs; with {num_rows:,} rows at most {most:,} can "
                "be kept in memory. Leave columns out.",
                num_inputs=num_inputs,
                num_rows=num_rows,
                most=most,
            )
        )
    source = TableSource(
        file=preview.file,
        table_format=preview.table_format,
        columns=tuple(columns),
        target=goal,
        num_rows=num_rows,
        num_left_out=goal.missing,
        image_shape=_image_shape(preview, columns),
    )
    return Table(source=source, **settings)


def _as_input(column: ColumnPreview, use: Use) -> TableColumn:
    if use not in column.uses:
        many = say("too few numbers")
        if use == "category":
            many = say("more than {number} different values", number=MAX_CATEGORIES)
        text = say("Column “{name}” cannot be used like this: it has {many}.", name=column.name, many=many)
        where = column.first_text
        raise DataError(say("{first} {second}", first=text, second=where) if where else text)
    return column.as_column(use)


def _as_target(preview: TablePreview, name: str, task: Task | None) -> TableColumn:
    column, tasks = preview.column(name), preview.tasks(name)
    if not tasks:
        if column.is_constant:
            raise DataError(
                say(
                    "Column “{name}” holds the same everywhere; there is nothing to learn. Choose another target.",
                    name=name,
                )
            )
        raise DataError(
            say(
                "Column “{name}” cannot be the target: it has more than {max_classes:,} different texts. "
                "{first_text} Choose another target.",
                name=name,
                max_classes=MAX_CLASSES,
                first_text=column.first_text,
            )
        )
    if task is not None and task not in tasks:
        why = say("it holds texts")
        if task == "classification":
            why = say("it has more than {number:,} different numbers", number=MAX_CLASSES)
        raise DataError(
            say(
                "Column “{name}” cannot be the target of a {task}: {why}. Choose {names}.",
                name=name,
                task=task,
                why=why,
                names=" or ".join(tasks),
            )
        )
    return column.as_column("category" if (task or tasks[0]) == "classification" else "number")


def _image_shape(preview: TablePreview, columns: list[TableColumn]) -> tuple[int, ...]:
    """Return the shape of the inputs if they are all the numbers of one array of pictures."""
    names = [column.name for column in columns]
    complete = all(column.kind == "number" and not column.missing for column in columns)
    start = 0
    for _, shape in preview.shapes:
        stop = start + int(np.prod(shape))
        if complete and len(shape) in (2, 3) and [c.name for c in preview.columns[start:stop]] == names:
            return (1, *shape) if len(shape) == 2 else shape
        start = stop
    return ()


def _preview(
    now: Stamp, table_format: TableFormat, names: tuple[str, ...], watch: Watch, table: NpzTable | None = None
) -> TablePreview:
    tallies = [ColumnTally(name, int(table_format.header and table is None)) for name in names]
    rest = watch.share(0.3 if table else 0, 1 - _HASHING)
    batches = npz_batches(table, rest) if table else csv_batches(now, table_format, names, None, rest)
    first_rows: tuple[tuple[str, ...], ...] = ()
    num_rows = 0
    for batch in batches:
        shown = []
        for j, tally in enumerate(tallies):
            cells = batch.cells(j)
            tally.add(batch.first_row, cells)
            if not num_rows:
                shown.append(_texts(cells))
        first_rows = first_rows or tuple(zip(*shown, strict=True))
        num_rows += batch.num_rows
    return TablePreview(
        file=describe(now.path, watch.share(1 - _HASHING, 1)),
        table_format=table_format,
        num_rows=num_rows,
        columns=tuple(tally.result() for tally in tallies),
        first_rows=first_rows,
        notes=table.notes if table else (),
        shapes=tuple(table.shapes.items()) if table else (),
    )


def _texts(cells: Cells) -> list[str]:
    """Return the first cells as they are shown."""
    if cells.texts is None:
        return ["" if np.isnan(value) else number_name(float(value)) for value in cells.numbers[:PREVIEW_ROWS]]
    return [one_line(text or "") for text in cells.texts.slice(0, PREVIEW_ROWS).to_pylist()]
