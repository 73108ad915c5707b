"""Columns of different lengths in one table."""

from __future__ import annotations

import numpy as np

from desktop_app.lessons.explorers.columns import csv_of


def test_a_short_column_ends_in_empty_cells():
    assert csv_of({"a": range(2), "b": np.array([0.5, np.pi, -1e-9])}) == "a,b\n0,0.5\n1,3.14159265\n,-1e-09\n"


def test_a_table_without_numbers_has_its_names():
    assert csv_of({"a": (), "b": ()}) == "a,b\n"
