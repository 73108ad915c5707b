"""The pictures of the rates explorer: the noise of all pairs of rates, and the outputs of many masks."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import QWidget

from core.explorers.rates import LARGEST_RATE, Paths, RatesSetup, share_of_paths
from desktop_app.plots.canvas import Canvas
from desktop_app.plots.handle import Handle
from desktop_app.plots.hover_card import HoverCard
from desktop_app.plots.map_colours import level_colours
from desktop_app.plots.map_image import ColourBar, MapImage
from desktop_app.plots.plot_style import LegendEntry, Line, LineStyle, colour, percent, readable

HERE = LineStyle("validation", symbol="circle", symbol_size=15.0, dash=Qt.PenStyle.NoPen)
SAME = LineStyle("text", 1.6, Qt.PenStyle.DashLine)
OUTPUTS = LineStyle("train", 8.0, strength=0.7)
EXPECTED = LineStyle("validation", 2.2)
SPREAD = LineStyle("validation", 1.8, Qt.PenStyle.DashLine)
_PLACES = 91
_BINS = 40

Array = NDArray[np.float64]


class RatesMap(Canvas):
    """Shows the standard deviation of the output for all pairs of rates. ``rates_wanted`` carries a pair."""

    rates_wanted = Signal(float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Noise of the output over both rates"))
        self.setup = RatesSetup()
        self.paths: Paths | None = None
        self.title = self.add_title(0, self.tr("Noise over both rates"), span=2)
        self.legend = self.add_legend(1, span=2)
        self.plot = self.add_plot(2)
        self.plot.view.setMouseEnabled(False, False)
        self.plot.name_axes(self.tr("p₂ of the second layer"), self.tr("p₁ of the first layer"))
        self.bar = ColourBar(self, 2)
        self.image, self.handle, self.card = MapImage(), Handle(HERE), HoverCard(self)
        self.plot.view.addItem(self.image, ignoreBounds=True)
        self.same = self.plot.add_line(SAME)
        self.same.bold_limit = 1000
        self.plot.view.addItem(self.handle, ignoreBounds=True)
        self.plot.set_range((0.0, LARGEST_RATE), (0.0, LARGEST_RATE))
        self.legend.set_entries(
            [
                LegendEntry(self.tr("these rates (drag)"), HERE),
                LegendEntry(self.tr("equally noisy"), SAME),
            ]
        )
        self.handle.dragged.connect(self._want)
        self.scene().sigMouseClicked.connect(self._click)
        self.hovered.connect(self._hover)
        self.restyled.connect(self._draw)

    def show_rates(self, setup: RatesSetup, paths: Paths) -> None:
        """Show the noise that these paths give, and the present pair of rates."""
        self.setup, self.paths = setup, paths
        self._draw()

    def _draw(self) -> None:
        if self.paths is None:
            return
        rates = np.linspace(0.0, LARGEST_RATE, _PLACES)
        noise = self.paths.deviation(rates[None, :], rates[:, None])
        highest = float(noise.max())
        self.image.show_colours(level_colours(noise / highest), rates, rates)
        self.bar.show_scale(level_colours(np.linspace(0, 1, 128))[:, None], (0.0, highest), self.tr("σ of the output"))
        here = float(self.paths.deviation(self.setup.first, self.setup.second))
        self.same.set_points(*_level(rates, noise, here))
        self.handle.move_to(self.setup.first, self.setup.second)

    def _want(self, first: float, second: float) -> None:
        first, second = (round(float(np.clip(rate, 0.0, LARGEST_RATE)), 2) for rate in (first, second))
        self.rates_wanted.emit(first, second)

    def _click(self, event: object) -> None:
        place = event.scenePos()  # type: ignore[attr-defined]
        if self.plot.view.sceneBoundingRect().contains(place):
            rates = self.plot.view.mapSceneToView(place)
            self._want(rates.x(), rates.y())

    def _hover(self, scene: QPointF | None) -> None:
        view = self.plot.view
        if scene is None or self.paths is None or not view.sceneBoundingRect().contains(scene):
            self.card.hide()
            return
        place = view.mapSceneToView(scene)
        first, second = (float(np.clip(rate, 0.0, LARGEST_RATE)) for rate in (place.x(), place.y()))
        text = self.tr("p₁ = {first}, p₂ = {second}<br>σ of the output: {noise}<br>paths kept: {share}").format(
            first=f"{first:.2f}",
            second=f"{second:.2f}",
            noise=readable(float(self.paths.deviation(first, second)), 3),
            share=percent(share_of_paths(first, second)),
        )
        self.card.show_text(text, self.mapFromScene(scene))


def _level(rates: Array, noise: Array, level: float) -> tuple[Array, Array]:
    """Return the line on which the noise, which grows with both rates, has a value: the second rate over the first."""
    second = np.full(len(rates), np.nan)
    for i, column in enumerate(noise.T):
        if column[0] <= level <= column[-1]:
            second[i] = np.interp(level, column, rates)
    return rates, second


class OutputBars(Canvas):
    """Shows how often the output had which value, with its expectation and standard deviation."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Outputs of many pairs of masks"))
        self.edges: Array = np.empty(0)
        self.counts: NDArray[np.int64] = np.empty(0, dtype=np.int64)
        self.title = self.add_title(0, self.tr("Drawn outputs"))
        self.legend = self.add_legend(1)
        self.plot = self.add_plot(2)
        self.plot.view.setMouseEnabled(False, False)
        self.plot.name_axes(self.tr("pairs of masks"), self.tr("output y (1 without dropout)"))
        self.bars, self.card = pg.BarGraphItem(x=[], height=[], width=1, pen=None), HoverCard(self)
        self.plot.view.addItem(self.bars, ignoreBounds=True)
        self.expected = self.plot.add_line(EXPECTED)
        self.sides: list[Line] = [self.plot.add_line(SPREAD) for _ in range(2)]
        self.legend.set_entries(
            [
                LegendEntry(self.tr("drawn"), OUTPUTS),
                LegendEntry(self.tr("expectation"), EXPECTED),
                LegendEntry(self.tr("± σ (closed form)"), SPREAD),
            ]
        )
        self.hovered.connect(self._hover)
        self.restyled.connect(self._draw)

    def show_outputs(self, outputs: Array, deviation: float, largest: float) -> None:
        """Show outputs ``(n,)``; ``largest`` is where the axis ends."""
        self.counts, self.edges = np.histogram(outputs, _BINS, (0.0, largest))
        self.plot.set_range((0.0, largest), (0.0, 1.08 * max(int(self.counts.max()), 1)))
        for line, x in ((self.expected, 1.0), (self.sides[0], 1 - deviation), (self.sides[1], 1 + deviation)):
            line.set_points(np.array([x, x]), np.array([0.0, 1.08 * self.counts.max()]))
        self._draw()

    def _draw(self) -> None:
        if len(self.edges):
            there = self.counts > 0
            self.bars.setOpts(
                x0=self.edges[:-1][there],
                x1=self.edges[1:][there],
                y0=0.0,
                y1=self.counts[there].astype(np.float64),
                brush=QBrush(colour(OUTPUTS.colour, 0.7)),
                x=None,
                height=None,
                width=None,
            )

    def _hover(self, scene: QPointF | None) -> None:
        view = self.plot.view
        if scene is None or not len(self.edges) or not view.sceneBoundingRect().contains(scene):
            self.card.hide()
            return
        i = int(np.clip(np.searchsorted(self.edges, view.mapSceneToView(scene).x()) - 1, 0, _BINS - 1))
        text = self.tr("y from {low} to {high}: {count} of {all}").format(
            low=readable(float(self.edges[i]), 3),
            high=readable(float(self.edges[i + 1]), 3),
            count=int(self.counts[i]),
            all=int(self.counts.sum()),
        )
        self.card.show_text(text, self.mapFromScene(scene))
