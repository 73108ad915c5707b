"""How the command line shows many runs side by side: progress for people, tables, or one JSON object a line."""

from __future__ import annotations

import json
import math
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from types import TracebackType
from typing import Any

import numpy as np
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from core.events import EpochDone
from core.selection.cells import Cell, CellResult
from core.selection.figures import Figure, figures_of
from core.selection.kfold import FoldFigure, summary
from core.selection.sweep import Sweep
from core.selection.sweep_table import SweepTable
from core.sentences import counted
from desktop_app.run_report import figure as shown_figure
from desktop_app.run_report import print_json, print_table


class SelectionReport(AbstractContextManager["SelectionReport"]):
    """Shows results as they come; the progress goes to standard error, everything else to standard output."""

    def __init__(self, cells: Sequence[Cell], as_json: bool, about: Mapping[str, Mapping[str, Any]]) -> None:
        """Begin with nothing done; ``about`` says for each key what JSON lines tell of it, such as its fold."""
        self._as_json = as_json
        self._about = about
        self._cells = {cell.key: cell for cell in cells}
        self._shares: dict[str, float] = dict.fromkeys(self._cells, 0.0)
        console = Console(stderr=True, highlight=False)
        self._has_bar = console.is_terminal and not (as_json and sys.stdout.isatty())
        self._progress = Progress(
            TextColumn("{task.fields[runs]}"),
            BarColumn(),
            TextColumn("{task.percentage:>3.0f} %"),
            TimeRemainingColumn(),
            console=console,
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
        )
        self._task = self._progress.add_task("", total=len(cells), runs=self._runs(0))
        self._num_done = 0

    def __enter__(self) -> SelectionReport:
        if self._has_bar:
            self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._has_bar:
            self._progress.stop()

    def show_epoch(self, key: str, epoch: EpochDone) -> None:
        """Take in an epoch of a run that goes on; may be called from any thread."""
        self._shares[key] = epoch.epoch / self._cells[key].experiment.training.num_epochs
        self._progress.update(self._task, completed=sum(self._shares.values()))

    def show(self, result: CellResult) -> None:
        """Take in a result."""
        self._num_done += 1
        self._shares[result.key] = 1.0
        self._progress.update(self._task, completed=sum(self._shares.values()), runs=self._runs(self._num_done))
        if self._as_json:
            print_json({"event": "run", **self._about[result.key]} | _figures(result) | _end(result))
        if not self._has_bar:
            what = ", ".join(_words(self._about[result.key]))
            print(f"{self._runs(self._num_done)}: {what}: {_told(result)}", file=sys.stderr, flush=True)

    def sum_up_folds(self, num_folds: int, results: Sequence[CellResult]) -> None:
        """Print mean and standard deviation over the folds."""
        figures = summary(num_folds, results)
        if self._as_json:
            for each in figures:
                found = {"mean": each.mean, "deviation": each.deviation}
                values = [value if math.isfinite(value) else None for value in each.values.tolist()]
                print_json({"event": "summary", "figure": each.figure.key} | found | {"values": values})
        elif figures:
            _print_folds([each for each in figures if _is_telling(each.figure)])
        self._tell_lost(results)

    def sum_up_sweep(self, sweep: Sweep, figure: Figure, results: Sequence[CellResult]) -> None:
        """Print mean and deviation of a figure over the seeds, for every value or pair of values."""
        table = SweepTable.of(sweep, results, figure)
        if self._as_json:
            for index in np.ndindex(*sweep.shape):
                print_json({"event": "summary", "figure": figure.key} | _cell(table, index))
        else:
            print(f"{figure.title}: mean ± deviation over {counted(len(sweep.seeds), 'seed')}; * marks the best.")
            (_print_grid if len(sweep.shape) == 2 else _print_list)(table)
        self._tell_lost(results)

    def _runs(self, number: int) -> str:
        return f"{number}/{len(self._cells)}"

    def _tell_lost(self, results: Sequence[CellResult]) -> None:
        """Say once what happened to how many runs."""
        sentences = Counter(_sentence(result) for result in results)
        for sentence, number in sentences.items():
            if sentence:
                print(f"gluon-lab: {counted(number, 'run')}: {sentence}", file=sys.stderr)


def about_sweep(sweep: Sweep) -> dict[str, dict[str, Any]]:
    """Return what JSON lines tell of the cells of a sweep."""
    return {place.key: {"settings": _settings(sweep, place.index), "seed": place.seed} for place in sweep.places()}


def _settings(sweep: Sweep, index: Sequence[int]) -> dict[str, Any]:
    """Return the values of a cell; the labels of those that are groups or lists."""
    pairs = zip(sweep.settings, index, strict=True)
    return {swept.path: swept.labels[i] if swept.labels else swept.values[i] for swept, i in pairs}


def _words(about: Mapping[str, Any]) -> Iterator[str]:
    for name, value in about.items():
        if isinstance(value, dict):
            yield from (f"{path} {each if isinstance(each, str) else json.dumps(each)}" for path, each in value.items())
        else:
            yield f"{name} {value}"


def _figures(result: CellResult) -> dict[str, float]:
    if result.outcome is None:
        return {}
    return {figure.key: figure.of_run(result.outcome) for figure in figures_of([result.outcome])}


def _end(result: CellResult) -> dict[str, Any]:
    if result.outcome is None:
        return {"reason": "failed", "seconds": None, "message": result.sentence}
    ended = result.outcome.ended
    message = {} if ended.reason == "finished" else {"message": ended.message}
    return {"reason": ended.reason, "seconds": ended.seconds} | message


def _told(result: CellResult) -> str:
    if result.outcome is None or _sentence(result):
        return _sentence(result)
    figures = [figure for figure in figures_of([result.outcome]) if _is_telling(figure)]
    return ", ".join(
        f"{figure.title.lower()} {_number(figure.key, figure.of_run(result.outcome))}" for figure in figures
    )


def _is_telling(figure: Figure) -> bool:
    """Tell whether people want to see a figure in a narrow terminal; the log loss is the loss in most cases."""
    return figure.key == "train_loss" or (figure.part == "validation" and figure.name != "log_loss")


def _sentence(result: CellResult) -> str:
    """Return what kept a run from finishing, or nothing."""
    if result.outcome is None:
        return result.sentence
    return "" if result.outcome.ended.reason == "finished" else result.outcome.ended.message


def _number(key: str, value: float) -> str:
    return shown_figure(key, value if math.isfinite(value) else None)


def _cell(table: SweepTable, index: tuple[int, ...]) -> dict[str, Any]:
    values = [value if math.isfinite(value) else None for value in table.values[index].tolist()]
    return {
        "settings": _settings(table.sweep, index),
        "mean": float(table.mean[index]),
        "deviation": float(table.deviation[index]),
        "values": values,
        "done": int(table.num_done[index]),
        "diverged": int(table.num_diverged[index]),
        "failed": int(table.num_failed[index]),
        "best": index == table.best,
    }


def _text(table: SweepTable, index: tuple[int, ...]) -> str:
    """Return a cell for people, such as "0.1234 ± 0.0056 *"."""
    if table.num_done[index] == 0:
        return _number("", math.nan)
    notes = {"diverged": int(table.num_diverged[index]), "failed": int(table.num_failed[index])}
    told = ", ".join(f"{number} {what}" for what, number in notes.items() if number)
    mean, deviation = float(table.mean[index]), float(table.deviation[index])
    words = [_number(table.figure.key, mean)] if math.isfinite(mean) else []
    words += [f"± {_number(table.figure.key, deviation)}"] if math.isfinite(deviation) else []
    words += [f"({told})"] if told else []
    return " ".join([*words, *(["*"] if index == table.best else [])])


def _print_folds(figures: Sequence[FoldFigure]) -> None:
    columns = [[*each.values.tolist(), each.mean, each.deviation] for each in figures]
    names = [*(str(number) for number in range(1, len(figures[0].values) + 1)), "mean", "deviation"]
    pairs = list(zip(figures, columns, strict=True))
    rows = [[name, *(_number(each.figure.key, column[i]) for each, column in pairs)] for i, name in enumerate(names)]
    print_table(["Fold", *(each.figure.title for each in figures)], rows, right_from=1)


def _print_grid(table: SweepTable) -> None:
    down, across = table.sweep.settings
    rows = [[name, *(_text(table, (i, j)) for j in range(len(across.values)))] for i, name in enumerate(down.names)]
    titles = table.sweep.titles
    print(f"Downwards: {titles[0]}. Across: {titles[1]}.")
    print_table(["", *across.names], rows, right_from=1)


def _print_list(table: SweepTable) -> None:
    rows = [[name, _text(table, (i,))] for i, name in enumerate(table.sweep.settings[0].names)]
    print_table([table.sweep.titles[0], table.figure.title], rows, right_from=1)
