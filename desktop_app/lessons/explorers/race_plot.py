"""The plot of the race: seconds over the number of entries, both logarithmic; estimates are dashed and hollow."""

from __future__ import annotations

from dataclasses import replace
from math import log10

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from core.explorers.race import SIZES, Standing, Timing
from desktop_app.lessons.explorers.curve_reader import CurveReader, Named
from desktop_app.plots.canvas import Canvas
from desktop_app.plots.plot_style import LegendEntry, LineStyle, readable

STYLES = {
    "ndarray_loop": LineStyle("series1", width=2.4, symbol="circle", symbol_size=9.0),
    "list_loop": LineStyle("series3", width=2.0, symbol="square", symbol_size=8.0),
    "ndarray": LineStyle("series0", width=2.4, symbol="diamond", symbol_size=10.0),
    "numpy": LineStyle("series2", width=2.0, symbol="triangle", symbol_size=9.0),
}
_NOW = LineStyle("series1", symbol="star", symbol_size=16.0, dash=Qt.PenStyle.NoPen)
_FASTEST = -6.7
"""Decimal logarithm of the seconds at which the axis begins, less than a call of any kind takes."""
_SLOW_ENTRY = -2.8
"""The same of an entry in a slow loop: so the axis need not jump while the race goes on."""
_MARGIN = 0.2


class RacePlot(Canvas):
    """Shows a :class:`Standing`."""

    def __init__(self, names: dict[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Seconds for adding two vectors"))
        self.setMinimumSize(340, 220)
        self._names = names
        self._largest = SIZES[-1]
        self.title = self.add_title(0, self.tr("Time to add two vectors of n entries"))
        self.legend = self.add_legend(1)
        self.plot = self.add_plot(2)
        self.plot.set_log(True)
        self.plot.bottom.setLogMode(True)
        self.plot.name_axes(self.tr("time (s)"), self.tr("entries of the vectors, n"))
        dashed = {name: replace(style, dash=Qt.PenStyle.DotLine, strength=0.5) for name, style in STYLES.items()}
        self.estimates = {name: self.plot.add_line(style) for name, style in dashed.items()}
        self.lines = {name: self.plot.add_line(style) for name, style in STYLES.items()}
        self.now = self.plot.add_line(_NOW)
        entries = [LegendEntry(names[name], style) for name, style in STYLES.items()]
        entries.append(LegendEntry(self.tr("estimated, not measured"), dashed["ndarray_loop"]))
        self.legend.set_entries(entries)
        self.plot.view.reset_requested.connect(self.reset_view)
        self.reader = CurveReader(self, self.plot, self._curves, _size_text, _seconds_text)
        self.reset_view()

    def show_standing(self, standing: Standing, largest: int) -> None:
        """Show how a race up to vectors of ``largest`` entries stands."""
        for name in STYLES:
            own = [timing for timing in standing.timings if timing.contender == name]
            measured = [timing for timing in own if not timing.estimated]
            self.lines[name].set_points(*_points(measured))
            estimated = [timing for timing in own if timing.estimated]
            # The dashed line begins where the other one ends.
            self.estimates[name].set_points(*_points(measured[-1:] + estimated if estimated else []))
        running = [Timing("", standing.size, standing.seconds)] if standing.seconds > 0 else []
        self.now.set_points(*_points(running))
        slowest = max((log10(timing.seconds) for timing in standing.timings), default=_FASTEST)
        if largest != self._largest or slowest > self.plot.view.viewRange()[1][1]:
            self._largest = largest
            self.reset_view()

    def reset_view(self) -> None:
        """Show all sizes of the race, and every time that was measured or that a slow loop may take."""
        right = log10(self._largest)
        lines = [*self.lines.values(), *self.estimates.values()]
        slowest = max((float(line.y.max()) for line in lines if len(line.y)), default=_FASTEST)
        top = max(right + _SLOW_ENTRY, slowest + _MARGIN)
        self.plot.set_range((log10(SIZES[0]) - _MARGIN, right + _MARGIN), (_FASTEST, top))

    def _curves(self) -> list[Named]:
        found = []
        for name, line in self.lines.items():
            found.append(Named(self._names[name], line, only_points=True))
            if len(self.estimates[name].x):
                text = self.tr("{name}, estimated").format(name=self._names[name])
                found.append(Named(text, self.estimates[name], only_points=True))
        return found


def _points(timings: list[Timing]) -> tuple[np.ndarray, np.ndarray]:
    return (
        np.array([log10(timing.size) for timing in timings]),
        np.array([log10(timing.seconds) for timing in timings]),
    )


def _size_text(x: float) -> str:
    return f"n = {round(10**x):,}"


def _seconds_text(y: float) -> str:
    return seconds_text(10**y)


def seconds_text(seconds: float) -> str:
    """Return a time with a fitting unit, such as "52.8 µs", "1.31 s" or "4.6 min"."""
    if seconds >= 120:
        return f"{readable(seconds / 60, 2)} min"
    if seconds >= 1:
        return f"{readable(seconds, 3)} s"
    if seconds >= 1e-3:
        return f"{readable(seconds * 1e3, 3)} ms"
    return f"{readable(seconds * 1e6, 3)} µs"
