"""The numbers behind the curves of several runs as one CSV text."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from core.history import History


def curves_to_csv(runs: Sequence[tuple[str, History]]) -> str:
    """Return all batches and epochs of some runs; of more than one the first column says whose row it is.

    Args:
        runs: their names and histories.
    """
    if len(runs) == 1:
        return runs[0][1].to_csv()
    tables = [(name, csv.DictReader(io.StringIO(history.to_csv()))) for name, history in runs]
    columns = dict.fromkeys(column for _, table in tables for column in table.fieldnames or ())
    text = io.StringIO()
    writer = csv.DictWriter(text, ["run", *columns], restval="", lineterminator="\n")
    writer.writeheader()
    for name, table in tables:
        writer.writerows({"run": name} | row for row in table)
    return text.getvalue()
