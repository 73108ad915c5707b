"""Tables of numbers as CSV."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import zip_longest


def csv_of(columns: Mapping[str, Iterable[float | int]]) -> str:
    """Return a table with a line of names; columns that are shorter than others end in empty cells."""
    rows = zip_longest(*columns.values())
    lines = [",".join("" if value is None else f"{value:.9g}" for value in row) for row in rows]
    return "\n".join([",".join(columns), *lines, ""])
