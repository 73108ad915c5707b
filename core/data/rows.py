"""How a row that somebody types becomes the inputs of a network: columns as they are in the file, and their scale."""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.errors import DataError
from core.sentences import shortened
from core.texts import say

MISSING = "missing"
"""The category of a cell that holds nothing."""

LARGEST = 1e30
"""Numbers beyond are refused: their squares do not fit into float32."""

_ENOUGH = 5_000  # numbers, to know where most of them lie

Cell = float | str | None
"""A number, a category, or nothing."""


@dataclass(frozen=True)
class InputColumn:
    """A column of a table, and what it becomes.

    Attributes:
        name: of the column.
        low: 5 percent of the training part's numbers lie below.
        high: 5 percent lie above.
        usual: the median of the training part's numbers.
        mean: that is subtracted from a number.
        deviation: by which the difference is divided.
        categories: all that there are, in the order of the inputs; empty for numbers.
        may_miss: whether a cell may hold nothing; then the last input says that it does.
        fill: the number that stands for a missing one.
    """

    name: str
    low: float = 0.0
    high: float = 1.0
    usual: float = 0.0
    mean: float = 0.0
    deviation: float = 1.0
    categories: tuple[str, ...] = ()
    may_miss: bool = False
    fill: float = 0.0

    @staticmethod
    def of_numbers(
        name: str, train: NDArray[Any], mean: float = 0.0, deviation: float = 1.0, *, may_miss: bool = False
    ) -> InputColumn:
        """Return a column of numbers.

        Args:
            name: of the column.
            train: ``(n,)``, the numbers of the training part before they are scaled; NaN where one is missing.
            mean: that is subtracted.
            deviation: by which the difference is divided.
            may_miss: whether there is an input for missing numbers.
        """
        present = train[np.isfinite(train)].astype(np.float64)
        some = present[:: max(1, len(present) // _ENOUGH)]
        low, usual, high = np.quantile(some, [0.05, 0.5, 0.95]).tolist() if len(some) else (0.0, 0.0, 1.0)
        fill = float(present.mean()) if len(present) else 0.0
        return InputColumn(name, low, high, usual, mean, deviation, may_miss=may_miss, fill=fill)

    @property
    def width(self) -> int:
        """Number of inputs that the column becomes."""
        return (len(self.categories) or 1) + self.may_miss

    def parsed(self, text: str) -> Cell:
        """Return what a text means in this column.

        Raises:
            DataError: a sentence that names the column.
        """
        bare = unicodedata.normalize("NFKC", text).replace("\N{MINUS SIGN}", "-").strip()
        if self.categories:
            if bare in self.categories or (self.may_miss and bare in ("", MISSING)):
                return bare if bare in self.categories else None
            raise DataError(
                say("{name} has no category “{bare}”. Choose one of the list.", name=self.name, bare=shortened(bare))
            )
        if not bare or (self.may_miss and bare == MISSING):
            if self.may_miss:
                return None
            raise DataError(
                say("{name} is empty. Enter a number such as {usual:.4g}.", name=self.name, usual=self.usual)
            )
        try:
            number = float(bare.replace(",", ".") if bare.count(",") == 1 and "." not in bare else bare)
        except ValueError:
            raise DataError(
                say(
                    "{name}: “{bare}” is no number. Enter one such as {usual:.4g}.",
                    name=self.name,
                    bare=shortened(bare),
                    usual=self.usual,
                )
            ) from None
        if not abs(number) <= LARGEST:
            raise DataError(say("{name}: the number must lie between -1e30 and 1e30.", name=self.name))
        return number

    def inputs(self, cell: Cell) -> list[float]:
        """Return the inputs for a cell."""
        if self.categories:
            chosen = self.categories.index(str(cell)) if cell is not None else self.width - 1
            return [float(k == chosen) for k in range(self.width)]
        number = self.fill if cell is None else float(cell)
        scaled = (number - self.mean) / self.deviation
        return [scaled, float(cell is None)] if self.may_miss else [scaled]


@dataclass(frozen=True)
class RowForm:
    """All columns of a table, and the scale of its target.

    Attributes:
        columns: in the order of the inputs.
        target_mean: that was subtracted from a target of numbers.
        target_deviation: by which the difference was divided.
    """

    columns: tuple[InputColumn, ...]
    target_mean: float = 0.0
    target_deviation: float = 1.0

    @property
    def is_scaled(self) -> bool:
        """Whether any number is scaled."""
        return any((column.mean, column.deviation) != (0.0, 1.0) for column in self.columns)

    @property
    def has_scaled_target(self) -> bool:
        """Whether the target is scaled."""
        return (self.target_mean, self.target_deviation) != (0.0, 1.0)

    def inputs(self, cells: Sequence[Cell]) -> NDArray[np.float32]:
        """Return the inputs ``(1, inputs)`` for a row of cells."""
        entries = [entry for column, cell in zip(self.columns, cells, strict=True) for entry in column.inputs(cell)]
        return np.array([entries], dtype=np.float64).astype(np.float32)

    def targets(self, outputs: NDArray[np.float32]) -> NDArray[np.float64]:
        """Return what outputs of the network mean in the units of the table."""
        values: NDArray[np.float64] = outputs.astype(np.float64) * self.target_deviation + self.target_mean
        return values


def split_row(text: str, num_columns: int) -> list[str]:
    """Return the cells of a row of a CSV file; tab, semicolon, vertical bar or comma stand between them.

    Raises:
        DataError: if there are not as many cells as columns.
    """
    delimiter = next((sign for sign in "\t;|" if sign in text), ",")
    try:
        cells = next(csv.reader([text.replace("\r", " ").replace("\n", " ")], delimiter=delimiter), [])
    except csv.Error as error:
        raise DataError(say("This is no row of a table: {error}.", error=error)) from error
    if len(cells) != num_columns:
        raise DataError(
            say(
                "The row has {cells} cells, but the table has {num_columns} columns of inputs.",
                cells=len(cells),
                num_columns=num_columns,
            )
        )
    return [cell.strip() for cell in cells]


def plain_form(names: Sequence[str], X: NDArray[Any]) -> RowForm:
    """Return the form of inputs ``(n, inputs)`` that are not scaled."""
    return RowForm(tuple(InputColumn.of_numbers(name, X[:, j]) for j, name in enumerate(names)))
