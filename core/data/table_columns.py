"""One column of a table before it is used: what its cells are, and what can be done with them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from core.data.table_cells import MAX_CATEGORIES, MAX_CLASSES, Cells, TableColumn, number_name
from core.sentences import shortened
from core.texts import say, unsaid

Use = Literal["number", "category", "leave out"]
"""What becomes of a column."""

MAX_CATEGORY_NAME = 200

_FEW_TEXTS = 0.05


@dataclass(frozen=True)
class ColumnPreview:
    """One column of a file.

    Attributes:
        name: unlike all others.
        missing: number of cells that hold nothing.
        num_texts: number of cells that hold something but no number; they are missing if the column is used as numbers.
        num_numbers: number of cells that hold a number.
        categories: all different values, as names; None if they are more than 1,000, or longer than 200 characters.
        whole: whether all numbers are whole ones.
        counts_rows: whether each number is the one above plus 1.
        first_text: sentence about the first cell that is no number; empty if there is none.
    """

    name: str
    missing: int
    num_texts: int
    num_numbers: int
    categories: tuple[str, ...] | None
    whole: bool
    counts_rows: bool
    first_text: str = ""

    @property
    def uses(self) -> tuple[Use, ...]:
        """What can be done with the column as an input, the last resort last."""
        uses: list[Use] = []
        if self.is_number:
            uses.append("number")
        if self.categories is not None and 0 < len(self.categories) <= MAX_CATEGORIES:
            uses.append("category")
        return (*uses, "leave out")

    @property
    def is_number(self) -> bool:
        """Whether at least half of the cells that hold something are numbers."""
        return self.num_numbers > 0 and self.num_numbers >= self.num_texts

    @property
    def suggestion(self) -> Use:
        """What to do with the column as an input."""
        if self.counts_rows or self.is_constant:
            return "leave out"
        few_texts = self.num_texts <= _FEW_TEXTS * self.num_numbers
        return (
            "number"
            if self.is_number and few_texts and "number" in self.uses
            else self.uses[:-1][-1:][0]
            if (self.uses[:-1])
            else "leave out"
        )

    @property
    def is_constant(self) -> bool:
        """Whether all cells hold the same."""
        return self.categories is not None and len(self.categories) + bool(self.missing) <= 1

    def note(self, use: Use) -> str:
        """Return a sentence about what this use of the column means, or why there is none; mostly empty."""
        if use == "number" and self.num_texts:
            text = unsaid("{number} cells are no number and count as missing. {first}")
            if self.num_texts == 1:
                text = unsaid("1 cell is no number and counts as missing. {first}")
            return say(text, number=self.num_texts, first=self.first_text)
        if use != "leave out":
            return ""
        if not self.num_numbers + self.num_texts:
            return say("All cells are empty.")
        if self.is_constant:
            return say("All cells hold the same.")
        if self.counts_rows:
            return say("It only counts the rows.")
        if len(self.uses) > 1:
            return ""
        text = say("Its texts are too many or too long to be categories.")
        return say("{first} {second}", first=text, second=self.first_text) if self.num_numbers else text

    def as_column(self, use: Use) -> TableColumn:
        """Return the column as an experiment names it."""
        if use == "number":
            return TableColumn(name=self.name, kind="number", missing=self.missing + self.num_texts)
        return TableColumn(
            name=self.name,
            kind="category",
            missing=self.missing,
            of_numbers=not self.num_texts,
            categories=self.categories or (),
        )


class ColumnTally:
    """Counts what the cells of one column are."""

    def __init__(self, name: str, header_rows: int) -> None:
        self._name, self._header_rows = name, header_rows
        self._missing = self._num_texts = self._num_numbers = 0
        self._numbers: set[float] | None = set()
        self._texts: set[str] | None = set()
        self._whole = self._counts_rows = True
        self._first: float | None = None
        self._first_text = ""

    def add(self, first_row: int, cells: Cells) -> None:
        """Count some more cells."""
        numbers, are_texts = cells.numbers, cells.are_texts
        self._missing += int(np.count_nonzero(cells.missing))
        present = numbers[~np.isnan(numbers)]
        self._num_numbers += len(present)
        num_texts = int(np.count_nonzero(are_texts))
        if num_texts and not self._num_texts:
            self._note_text(first_row, int(np.argmax(are_texts)), cells)
        self._num_texts += num_texts
        self._whole = self._whole and bool((present == np.round(present)).all())
        self._count_rows(first_row, numbers)
        self._collect(present, cells)

    def result(self) -> ColumnPreview:
        """Return what the column is."""
        categories: tuple[str, ...] | None = None
        if self._num_texts:
            categories = None if self._texts is None else tuple(sorted(self._texts))
        elif self._numbers is not None:
            categories = tuple(number_name(value) for value in sorted(self._numbers))
        return ColumnPreview(
            name=self._name,
            missing=self._missing,
            num_texts=self._num_texts,
            num_numbers=self._num_numbers,
            categories=categories,
            whole=self._whole and self._num_numbers > 0,
            counts_rows=self._counts_rows and self._num_numbers > 2,
            first_text=self._first_text,
        )

    def _note_text(self, first_row: int, position: int, cells: Cells) -> None:
        row = first_row + position + 1 + self._header_rows
        shown = (
            say("a number that is too large") if cells.texts is None else f"“{one_line(cells.texts[position].as_py())}”"
        )
        self._first_text = say("Row {row:,} holds {shown}.", row=row, shown=shown)

    def _count_rows(self, first_row: int, numbers: Any) -> None:
        if not self._counts_rows or not len(numbers):
            return
        if self._first is None:
            self._first = float(numbers[0])
        expected = self._first + first_row + np.arange(len(numbers))
        self._counts_rows = bool((numbers == expected).all())

    def _collect(self, present: Any, cells: Cells) -> None:
        """Collect different values until they are too many."""
        if self._numbers is not None and len(present):
            self._numbers.update(np.unique(present).tolist())
            if len(self._numbers) > MAX_CLASSES:
                self._numbers = None
        if self._texts is not None and cells.texts is not None:
            found = cells.texts.unique()
            self._texts.update(text for text in found[: MAX_CLASSES + 2].to_pylist() if text is not None)
            if len(self._texts) > MAX_CLASSES or any(len(text) > MAX_CATEGORY_NAME for text in self._texts):
                self._texts = None


def one_line(text: str) -> str:
    """Return the beginning of a text, without line breaks."""
    return shortened(" ".join(text.split()))
