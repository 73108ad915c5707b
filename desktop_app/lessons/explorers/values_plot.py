"""A histogram of the numbers of one array, and of those before it was drawn again."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QWidget

from desktop_app.lessons.explorers.sampling_plots import Bars
from desktop_app.plots.canvas import Canvas
from desktop_app.plots.hover_card import HoverCard
from desktop_app.plots.plot_style import LegendEntry, LineStyle, readable

_NOW = LineStyle("series0", 8.0, strength=0.45)
_BEFORE = LineStyle("series1", 2.2)
_NONE: NDArray[np.float64] = np.empty(0)


class ValuesPlot(Canvas):
    """Bars count the numbers of an array; a line counts those that it had before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Histogram of the numbers"))
        self.edges, self.counts, self.before = _NONE, _NONE, _NONE
        self.title = self.add_title(0)
        self.legend = self.add_legend(1)
        self.plot = self.add_plot(2)
        self.plot.name_axes(self.tr("count"), self.tr("value"))
        self.bars = Bars()
        self.plot.view.addItem(self.bars, ignoreBounds=True)
        self.outline = self.plot.add_line(_BEFORE)
        self.card = HoverCard(self)
        self.hovered.connect(self._hover)
        self.plot.view.reset_requested.connect(self.reset_view)

    def show_counts(
        self,
        title: str,
        edges: NDArray[np.float64],
        counts: NDArray[np.int64],
        before: NDArray[np.int64] | None = None,
    ) -> None:
        """Show a histogram; ``edges`` are one more than ``counts``, and those before have the same."""
        self.title.set_text(title)
        self.edges, self.counts = edges, counts.astype(np.float64)
        self.before = _NONE if before is None else before.astype(np.float64)
        self.bars.show_bars(edges, self.counts, 0.06)
        if before is None:
            self.outline.set_points(_NONE, _NONE)
            self.legend.set_entries([])
        else:
            self.outline.set_points(np.repeat(edges, 2), np.concatenate([[0], np.repeat(self.before, 2), [0]]))
            entries = [LegendEntry(self.tr("now"), _NOW), LegendEntry(self.tr("before"), _BEFORE)]
            self.legend.set_entries(entries)
        self.reset_view()

    def clear_counts(self, title: str) -> None:
        """Show that there are no numbers."""
        self.show_counts(title, np.array([-1.0, 1.0]), np.zeros(1, int))

    def reset_view(self) -> None:
        """Show all bars."""
        if len(self.edges):
            margin = 0.03 * float(self.edges[-1] - self.edges[0])
            top = max(float(self.counts.max()), float(self.before.max(initial=0)), 1.0)
            self.plot.set_range((float(self.edges[0]) - margin, float(self.edges[-1]) + margin), (0.0, 1.08 * top))

    def to_csv(self) -> str:
        """Return a line for each bar."""
        has_before = len(self.before) > 0
        lines = ["low,high,count" + ",before" * has_before]
        for i, count in enumerate(self.counts.tolist()):
            last = f",{self.before[i]:.0f}" if has_before else ""
            lines.append(f"{self.edges[i]:.9g},{self.edges[i + 1]:.9g},{count:.0f}{last}")
        return "\n".join([*lines, ""])

    def _hover(self, scene: QPointF | None) -> None:
        number = -1
        if scene is not None and len(self.edges) and self.plot.view.sceneBoundingRect().contains(scene):
            number = int(np.searchsorted(self.edges, self.plot.view.mapSceneToView(scene).x())) - 1
            number = number if 0 <= number < len(self.counts) else -1
        if number != self.bars.marked:
            self.bars.marked = number
            self.bars.update()
        if scene is None or number < 0:
            self.card.hide()
            return
        low, high = (readable(float(edge), 3) for edge in self.edges[number : number + 2])
        text = self.tr("<b>{low} to {high}</b><br>count: {count}")
        if len(self.before):
            text = self.tr("<b>{low} to {high}</b><br>count: {count}<br>before: {before}")
        before = self.before[number] if len(self.before) else 0
        self.card.show_text(
            text.format(low=low, high=high, count=f"{self.counts[number]:.0f}", before=f"{before:.0f}"),
            self.mapFromScene(scene),
        )
