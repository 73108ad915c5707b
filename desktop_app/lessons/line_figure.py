"""A figure of curves over one axis: title, legend, values under the mouse, and export."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.plots.canvas import Canvas
from desktop_app.plots.export import Chooser, ExportButton, choose_file
from desktop_app.plots.hover_card import HoverCard
from desktop_app.plots.marks import Crosshair
from desktop_app.plots.plot_style import LegendEntry, LineStyle, readable

_DASHES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine)


@dataclass(frozen=True, eq=False)
class Series:
    """One curve: its name, x and y of its points, both ``(n,)``, x rising; ``dots`` draws points instead of a line."""

    name: str
    x: NDArray[np.float64]
    y: NDArray[np.float64]
    dots: bool = False


class LineFigure(QWidget):
    """Shows curves.

    Signals:
        saved, failed: a sentence about an exported file.

    Args:
        title: stands above.
        x_label: name of the axis below, with its unit.
        y_label: name of the axis at the left.
        series: the curves; equal names do not occur.
        log: whether the left axis is logarithmic; all y are greater than 0 then.
        x_range: what is shown; None for all of it.
        y_range: likewise.
        choose: asks for a file.
        parent: owns the widget.
    """

    saved = Signal(str)
    failed = Signal(str)

    def __init__(
        self,
        title: str,
        x_label: str,
        y_label: str,
        series: Sequence[Series],
        *,
        log: bool = False,
        x_range: tuple[float, float] | None = None,
        y_range: tuple[float, float] | None = None,
        choose: Chooser = choose_file,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.series, self._log = tuple(series), log
        self._labels = (x_label, y_label)
        self._ranges = (x_range, y_range)
        self.canvas = Canvas()
        self.canvas.setAccessibleName(title)
        self.canvas.setMinimumHeight(120)
        self.legend = self.canvas.add_legend(0)
        self.plot = self.canvas.add_plot(1)
        self.plot.set_log(log)
        self.plot.name_axes(y_label, x_label)
        self.styles = [_style(i, one.dots) for i, one in enumerate(self.series)]
        for one, style in zip(self.series, self.styles, strict=True):
            line = self.plot.add_line(style)
            line.bold_limit = 10_000
            line.symbols_limit = 1000
            line.set_points(one.x, self._drawn(one.y))
        if len(self.series) > 1:
            pairs = zip(self.series, self.styles, strict=True)
            self.legend.set_entries([LegendEntry(one.name, style) for one, style in pairs])
        self.crosshair, self.card = Crosshair(), HoverCard(self.canvas)
        self.plot.view.addItem(self.crosshair, ignoreBounds=True)
        self.canvas.hovered.connect(self._hover)
        self.plot.view.reset_requested.connect(self.reset_view)
        self.export = ExportButton.for_plot(self.canvas, lambda: title, self.to_csv, choose, self)
        self.export.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.export.setAutoRaise(True)
        self.export.saved.connect(self.saved)
        self.export.failed.connect(self.failed)
        self._build(title)
        self.reset_view()

    def reset_view(self) -> None:
        """Show all curves, or the ranges that were asked for."""
        x = np.concatenate([one.x for one in self.series])
        y = np.concatenate([self._drawn(one.y) for one in self.series])
        self.plot.set_range(self._ranges[0] or _span(x, 0.0), self._ranges[1] or _span(y, 0.05))

    def to_csv(self) -> str:
        """Return all points as CSV text."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(["curve", *self._labels])
        for one in self.series:
            writer.writerows([one.name, x, y] for x, y in zip(one.x.tolist(), one.y.tolist(), strict=True))
        return text.getvalue()

    def _build(self, title: str) -> None:
        heading = QLabel(title)
        heading.setProperty("role", "heading")
        heading.setWordWrap(True)
        row = QHBoxLayout()
        row.setContentsMargins(10, 4, 4, 0)
        row.addWidget(heading, 1)
        row.addWidget(self.export)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.canvas, 1)

    def _drawn(self, y: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.log10(y) if self._log else y

    def _hover(self, scene: QPointF | None) -> None:
        view = self.plot.view
        if scene is None or not view.sceneBoundingRect().contains(scene):
            self.card.hide()
            self.crosshair.hide()
            return
        x = view.mapSceneToView(scene).x()
        rows, rings = [], []
        for one, style in zip(self.series, self.styles, strict=True):
            i = int(np.abs(one.x - x).argmin())
            rows.append(f"{escape(one.name)}: <b>{readable(float(one.y[i]))}</b>")
            rings.append((float(one.x[i]), float(self._drawn(one.y)[i]), style.colour))
        self.crosshair.point_at(x, None, rings)
        head = f"{escape(self._labels[0])}: <b>{readable(x)}</b>"
        self.card.show_text("<br>".join([head, *rows]), self.canvas.mapFromScene(scene))


def _style(position: int, dots: bool) -> LineStyle:
    dash = _DASHES[position % len(_DASHES)]
    if dots:
        return LineStyle(f"series{position}", width=0.01, symbol="circle", symbol_size=7.0)
    return LineStyle(f"series{position}", width=2.2, dash=dash)


def _span(values: NDArray[np.float64], margin: float) -> tuple[float, float]:
    finite = values[np.isfinite(values)]
    low, high = float(finite.min()), float(finite.max())
    room = margin * (high - low) or (0.0 if high > low else 0.5)
    return low - room, high + room
