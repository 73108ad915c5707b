"""Files for the tests of tables."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np

CITIES = ("Zürich, CH", "São Paulo", 'O\'Hare "IL"', "北京", "")


def write(path: Path, text: str) -> Path:
    path.write_bytes(text.encode())
    return path


def nasty_rows(num_rows: int) -> list[list[str]]:
    """Rows of a table that nobody prepared: mixed types, missing values, quoted commas and line breaks."""
    random = np.random.RandomState(0)
    rows = []
    for i in range(num_rows):
        age = "unknown" if i % 997 == 5 else "NA" if i % 11 == 0 else str(random.randint(18, 90))
        income = "" if i % 7 == 0 else f"{np.exp(random.normal(10, 1)):.2f}"
        comment = "a, b\nnew line" if i % 3 == 0 else f"text {i}"
        happy = "" if i % 501 == 7 else ("yes", "no")[random.randint(2)]
        rows.append([str(i), f"Person {i}", age, income, CITIES[random.randint(5)], comment, happy])
    return rows


NASTY_NAMES = ["", "Customer name", "age", "income €", "city, country", "comment", "happy?"]


def write_nasty(path: Path, num_rows: int) -> Path:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(NASTY_NAMES)
        writer.writerows(nasty_rows(num_rows))
    return path
