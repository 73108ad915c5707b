"""What the views of a sweep draw: the sweep, the board of its cells, and what both say of a place in the grid."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from PySide6.QtCore import QCoreApplication

from core.selection.board import Board
from core.selection.figures import Figure, Part
from core.selection.sweep import Place, Sweep
from core.selection.sweep_table import SweepTable
from desktop_app.plots.metric_choice import in_sentence, metric_title, spread_text
from desktop_app.texts import translated

Index = tuple[int, ...]
PlaceState = Literal["waiting", "running", "done", "diverged", "failed", "cancelled"]


@dataclass(frozen=True, eq=False)
class SweepBoard:
    """A sweep and what is known of its cells.

    A place in the grid stands for the runs of all seeds with one value of each setting.
    """

    sweep: Sweep
    board: Board
    _tables: dict[Figure, tuple[int, SweepTable]] = field(default_factory=dict)

    def table(self, figure: Figure) -> SweepTable:
        """Return a figure of all places, computed anew only when a result has changed."""
        changes, table = self._tables.get(figure, (-1, None))
        if table is None or changes != self.board.num_changes:
            table = SweepTable.of(self.sweep, self.board.results(), figure)
            self._tables[figure] = self.board.num_changes, table
        return table

    def keys(self, index: Index) -> list[str]:
        """Return the keys of the cells of a place, one for each seed."""
        return [Place(index, seed).key for seed in self.sweep.seeds]

    def state(self, index: Index) -> PlaceState:
        """Return the state of a place: done when all of its runs are, else what asks most for attention."""
        states = {self.board.state(key) for key in self.keys(index)}
        order: tuple[PlaceState, ...] = ("running", "failed", "diverged", "cancelled", "done")
        if "waiting" in states and states - {"waiting"} - {"cancelled"}:
            return "running"
        return next((state for state in order if state in states), "waiting")

    def share(self, index: Index) -> float:
        """Return how much of a place is done, from 0 to 1."""
        shares = [self.board.share_of(key) for key in self.keys(index)]
        return sum(shares) / len(shares)

    def sentence(self, index: Index) -> str:
        """Return why runs of a place failed or diverged, an empty text if none did."""
        sentences = dict.fromkeys(self.board.sentence(key) for key in self.keys(index))
        return " ".join(sentence for sentence in sentences if sentence)

    @cached_property
    def judge(self) -> Part:
        """The part whose figures say which place is the best: validation, or training where there is no other."""
        return "validation" if self.sweep.experiment.data.facts().num_validation else "train"

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """How the settings are called, in the language of the window."""
        return tuple(translated(title) for title in self.sweep.titles)

    @cached_property
    def names(self) -> tuple[tuple[str, ...], ...]:
        """How the values of each setting are called."""
        return tuple(swept.names for swept in self.sweep.settings)

    def name(self, index: Index) -> str:
        """Return what a place stands for, such as "Units 64, Learning rate 0.1"."""
        parts = zip(self.titles, self.names, index, strict=True)
        return ", ".join(f"{title} {names[i]}" for title, names, i in parts)

    def value_text(self, index: Index, figures: Iterable[Figure]) -> str:
        """Return the values of a place, a line for each figure, and its state where it is not simply done."""
        translate = QCoreApplication.translate
        parts = {"train": translate("SweepBoard", "training"), "validation": translate("SweepBoard", "validation")}
        lines = []
        for figure in figures:
            table = self.table(figure)
            value = spread_text(figure.name, float(table.mean[index]), float(table.deviation[index]))
            lines.append(f"{parts[figure.part]} {in_sentence(metric_title(figure.name))} {value}")
        state = self.state(index)
        return "\n".join(lines if state == "done" else [*lines, state_text(state)])


def state_text(state: PlaceState) -> str:
    """Return a state in words, with the sign that stands for it in pictures."""
    translate = QCoreApplication.translate
    return {
        "waiting": translate("SweepBoard", "waiting"),
        "running": translate("SweepBoard", "running"),
        "done": translate("SweepBoard", "done"),
        "diverged": translate("SweepBoard", "∞ diverged"),
        "failed": translate("SweepBoard", "✕ failed"),
        "cancelled": translate("SweepBoard", "cancelled"),
    }[state]
