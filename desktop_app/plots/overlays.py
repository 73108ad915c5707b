"""The curves of kept runs under those of the present one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.events import RunStarted
from core.runs import KeptRun
from desktop_app.plots.canvas import Plot
from desktop_app.plots.curve_data import EPOCH_CURVES, RunCurves
from desktop_app.plots.figures import Part
from desktop_app.plots.plot_style import LegendEntry, Line
from desktop_app.plots.run_looks import run_style

MAX_OVERLAYS = 16
"""Kept runs whose curves are drawn at once; more could not be told apart, and would make the picture stutter."""

_SPREAD = 10  # symbols on a curve of many points
_LONGEST_NAME = 28
_CURVES: Mapping[str, Part] = {name: "train" if name.startswith("train") else "validation" for name in EPOCH_CURVES}


@dataclass(frozen=True, eq=False)
class Overlay:
    """A kept run and its curves."""

    run: KeptRun
    curves: RunCurves
    lines: Mapping[str, Line]


class Overlays:
    """Draws kept runs into the plots of the curves.

    Args:
        plots: ``"loss"`` and ``"lower"``.
    """

    def __init__(self, plots: Mapping[str, Plot]) -> None:
        self._plots = plots
        self._all: dict[str, Overlay] = {}
        self.num_left_out = 0

    @property
    def shown(self) -> list[Overlay]:
        """What is drawn, in the order of the list."""
        return list(self._all.values())

    @property
    def curves(self) -> list[RunCurves]:
        """The curves of all runs that are drawn."""
        return [overlay.curves for overlay in self._all.values()]

    def set_runs(self, runs: Sequence[KeptRun], *, log: bool, figure: str) -> None:
        """Draw these runs instead of those before; of too many the last ones."""
        self.num_left_out = max(0, len(runs) - MAX_OVERLAYS)
        wanted = {run.key: run for run in runs[self.num_left_out :]}
        for key in [key for key, overlay in self._all.items() if not _looks_alike(overlay.run, wanted.get(key))]:
            self._remove(self._all.pop(key))
        self._all = {key: self._overlay(run, log, figure) for key, run in wanted.items()}

    def _overlay(self, run: KeptRun, log: bool, figure: str) -> Overlay:
        there = self._all.get(run.key)
        if there is not None:
            return Overlay(run, there.curves, there.lines)
        curves = RunCurves(run.outcome.history())
        curves.set_log(log)
        curves.set_figure(figure)
        curves.update()
        lines = {}
        for name, part in _CURVES.items():
            line = self._plots[name.removeprefix(f"{part}_")].add_line(run_style(run.colour, part), _SPREAD)
            line.setZValue(-1)  # under the present run
            lines[name] = line
        return Overlay(run, curves, lines)

    def _remove(self, overlay: Overlay) -> None:
        for name, line in overlay.lines.items():
            self._plots[name.removeprefix(f"{_CURVES[name]}_")].remove_line(line)

    def set_look(self, *, log: bool, figure: str) -> None:
        """Choose the axis of losses and the figure of the lower plot."""
        for curves in self.curves:
            curves.set_log(log)
            curves.set_figure(figure)

    def draw(self, left: float, right: float, limit: int) -> None:
        """Hand each curve the points from epoch ``left`` to ``right``."""
        for overlay in self._all.values():
            for name, line in overlay.lines.items():
                line.set_points(*overlay.curves.points(name, left, right, limit))

    def legend(self) -> list[LegendEntry]:
        """Return one entry for each run."""
        return [LegendEntry(shortened(overlay.run.name), run_style(overlay.run.colour)) for overlay in self.shown]


def _looks_alike(run: KeptRun, other: KeptRun | None) -> bool:
    """Tell whether the curves of two runs are the same."""
    return other is not None and run.outcome is other.outcome and run.colour == other.colour


def comparable(runs: Sequence[KeptRun], started: RunStarted | None) -> list[KeptRun]:
    """Return the runs whose task is that of the present run; without one, that of the last of them.

    Losses and figures of classification and of regression have nothing to do with each other.
    """
    present = started.experiment if started is not None else runs[-1].experiment if runs else None
    if present is None:
        return []
    task = present.data.facts().task
    return [run for run in runs if run.experiment.data.facts().task == task]


def shortened(name: str) -> str:
    """Return beginning and end of a name that is too long for a legend: equal names have their number at the end."""
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 8].rstrip()}…{name[-7:].lstrip()}"
