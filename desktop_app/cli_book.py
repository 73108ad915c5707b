"""The command ``gluon-lab book``: runs all rows of the book and compares them with their bands."""

from __future__ import annotations

import math
import sys
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Annotated

import typer

from core.errors import DataMissingError
from desktop_app.cli_base import BAD_INPUT, DONE, FAILED, INTERRUPTED, DataDir, Json, command

if TYPE_CHECKING:
    from core.verdicts import Comparison, Entry, Verdict


@command
def book(
    only: Annotated[
        list[str] | None, typer.Option("--only", metavar="NAME", help="Run this row alone. Repeatable.")
    ] = None,
    data_dir: DataDir = None,
    workers: Annotated[
        int | None, typer.Option(metavar="N", min=1, help="Rows that run side by side; by default one for each core.")
    ] = None,
    as_json: Json = False,
) -> int:
    """Repeat the results of the book and of the presets, and compare."""
    from core.book import ENTRIES, find_entry
    from core.replay import replay
    from core.selection.workers import LocalExecutor

    chosen = [find_entry(key) for key in only] if only else ENTRIES
    entries = [entry for entry in ENTRIES if entry in chosen]
    wanted, sentences = _without_missing_data(entries, data_dir)
    for sentence in sentences:
        print(f"gluon-lab: {sentence}", file=sys.stderr, flush=True)
    start = perf_counter()
    verdicts: dict[str, Verdict] = {}
    executor = LocalExecutor(workers)
    try:
        for verdict in replay(wanted, executor, data_dir=data_dir):
            verdicts[verdict.entry.key] = verdict
            _tell(verdict, f"{len(verdicts)}/{len(wanted)}", as_json)
    except KeyboardInterrupt:
        print("gluon-lab: interrupted; what is done is kept", file=sys.stderr, flush=True)
    finally:
        executor.stop()
    done = [verdicts[entry.key] for entry in wanted if entry.key in verdicts]
    _summarise(done, len(entries), perf_counter() - start, as_json)
    if len(done) < len(wanted):
        return INTERRUPTED
    if not all(verdict.inside for verdict in verdicts.values()):
        return FAILED
    return BAD_INPUT if sentences else DONE


def _without_missing_data(entries: Sequence[Entry], data_dir: Path | None) -> tuple[list[Entry], list[str]]:
    """Return the rows whose data are on this computer, and a sentence for each data set that is not."""
    from core.presets import load_preset

    kept, sentences = [], []
    for entry in entries:
        data = None if entry.computed else load_preset(entry.key).data
        try:
            if data is not None and data.download_bytes:
                data.load(data_dir)
        except DataMissingError as error:
            sentences.append(str(error))
        else:
            kept.append(entry)
    return kept, list(dict.fromkeys(sentences))


def _tell(verdict: Verdict, place: str, as_json: bool) -> None:
    """Say that a row is done."""
    from desktop_app.run_report import print_json

    entry = verdict.entry
    if as_json:
        print_json(
            {
                "event": "row",
                "name": entry.key,
                "title": entry.title,
                "inside": verdict.inside,
                "figures": [_figure(comparison) for comparison in verdict.comparisons],
                "seconds": round(verdict.seconds, 3),
            }
            | ({"message": verdict.sentence} if verdict.sentence else {})
        )
    else:
        word = "inside the band" if verdict.inside else "OUTSIDE the band"
        print(f"{place} {entry.key}: {word}", file=sys.stderr, flush=True)


def _figure(comparison: Comparison) -> dict[str, object]:
    figure = comparison.figure
    bounds = {name: _json_number(bound) for name, bound in (("low", figure.low), ("high", figure.high))}
    if not figure.finite:
        bounds = {"low": "inf", "high": "nan"}
    return {
        "name": figure.name,
        "book": figure.printed or None,
        "here": None if comparison.value is None else _json_number(comparison.value, f"{comparison.value:g}"),
        **bounds,
        "inside": comparison.inside,
    }


def _json_number(value: float, otherwise: str | None = None) -> float | str | None:
    """Return a number that JSON knows, or ``otherwise``."""
    return value if math.isfinite(value) else otherwise


def _summarise(verdicts: Sequence[Verdict], num_rows: int, seconds: float, as_json: bool) -> None:
    from core.verdicts import number_text
    from desktop_app.run_report import print_json, print_table

    num_inside = sum(verdict.inside for verdict in verdicts)
    if as_json:
        print_json({"event": "end", "rows": num_rows, "inside": num_inside, "seconds": round(seconds, 1)})
        return
    rows = []
    for verdict in verdicts:
        name = verdict.entry.key
        for comparison in verdict.comparisons:
            figure, value = comparison.figure, comparison.value
            here = "–" if value is None else number_text(value)
            result = ("yes" if comparison.inside else "NO") if figure.band else ""
            rows.append([name, figure.title, figure.printed or "–", here, figure.band or "–", result])
            name = ""
        if verdict.sentence:
            print(f"{verdict.entry.key}: {verdict.sentence}", file=sys.stderr)
    if rows:
        print_table(["Row", "Figure", "Book", "Here", "Band", "Inside"], rows, right_from=2)
    print(f"{num_inside} of {num_rows} rows are inside their bands. {seconds:.0f} s.")
