"""The gradient thermometer: how large the gradient is in every layer, from the input to the output."""

from __future__ import annotations

from functools import lru_cache
from html import escape
from math import ceil, floor, isfinite, log10

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF
from PySide6.QtWidgets import QWidget

from core.events import ProbeTaken
from core.experiment import Experiment
from core.explorers.depth import EXPLODING, VANISHING
from core.probes import GradientsProbe, Probe
from desktop_app.oklab import Pixels, mixed
from desktop_app.plots.hover_card import HoverCard
from desktop_app.plots.odd_values import NOT_FINITE, ZERO, OddValues
from desktop_app.plots.plot_style import LegendEntry, LineStyle, plot_font, readable
from desktop_app.plots.weights_layers import NetLayer, learning_layers
from desktop_app.plots.weights_page import WeightsPage
from desktop_app.theme import Theme, theme

_LOW_LINE = LineStyle("train", width=1.4, dash=Qt.PenStyle.DashLine)
_HIGH_LINE = LineStyle("validation", width=1.4, dash=Qt.PenStyle.DashLine)
_USUAL = (-9.0, 2.0)  # decades
_DECADES = 4  # by which the scale grows
_BAR = 0.76
_SHADES = 64
_FEWEST = 6  # places for bars, so that those of few layers are no walls

Figures = NDArray[np.float64]


class GradientBars(WeightsPage):
    """Shows the mean absolute gradient of every layer's weights on a logarithmic scale that never shrinks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Mean absolute gradient of every layer"))
        self.layers: tuple[NetLayer, ...] = ()
        self.values: Figures = np.empty(0)
        self._means: dict[str, float] = {}
        self.ticks: list[tuple[int, str]] = []
        self._scale = _USUAL
        self._following = True
        self._mouse: QPointF | None = None
        self.legend = self.add_legend(0)
        self.plot = self.add_plot(1)
        self.plot.set_log(True)
        self.plot.bottom.setGrid(False)
        self.plot.name_axes(
            self.tr("mean |gradient| of the weights"), self.tr("layer, from the input (left) to the output (right)")
        )
        self.bars = pg.BarGraphItem(x=[], height=[], width=_BAR, pen=None)
        self.marks = OddValues()
        self.low, self.high = self.plot.add_line(_LOW_LINE), self.plot.add_line(_HIGH_LINE)
        for item in (self.bars, self.marks):
            self.plot.view.addItem(item, ignoreBounds=True)
        for line in (self.low, self.high):
            line.setZValue(3)
        self.card = HoverCard(self)
        self.legend.set_entries(
            [
                LegendEntry(self.tr("vanishing: below 10⁻⁷"), _LOW_LINE),
                LegendEntry(self.tr("exploding: above 10"), _HIGH_LINE),
                LegendEntry(self.tr("exactly 0"), ZERO),
                LegendEntry(self.tr("not finite"), NOT_FINITE),
            ]
        )
        view = self.plot.view
        view.reset_requested.connect(self.reset_view)
        view.sigRangeChangedManually.connect(self._zoomed)
        view.sigRangeChanged.connect(self._draw)
        view.sigResized.connect(self._name_layers)
        self.restyled.connect(self._draw)
        self.hovered.connect(self._hover)
        self.reset_view()

    def name(self) -> str:
        """Return what an exported file is called."""
        return self.tr("gradients")

    def probe(self) -> Probe:
        """Return what to ask: means, not the arrays."""
        return GradientsProbe(max_size=0)

    def show_experiment(self, experiment: Experiment, batches_per_epoch: int) -> tuple[str, str] | None:
        """Begin afresh with the layers of an experiment."""
        self.layers = learning_layers(experiment)
        self.values, self._means = np.empty(0), {}
        self._scale = _USUAL
        self.reset_view()
        return None

    def show_probe(self, taken: ProbeTaken) -> None:
        """Show the answer to a :class:`GradientsProbe`."""
        means = {name: float(array) for name, array in taken.values.items() if name.endswith(":mean_abs")}
        self._means = {name.removesuffix(":mean_abs"): mean for name, mean in means.items()}
        # Before the first step there are no gradients.
        self.values = np.array([self._means[layer.trained[0]] for layer in self.layers] if means else [])
        if self._grow():
            self.reset_view()
        else:
            self._draw()

    def reset_view(self) -> None:
        """Show all layers, on the scale that holds all their gradients so far."""
        self._following = True
        middle, half = (len(self.layers) - 1) / 2, max(len(self.layers), _FEWEST) / 2 + 0.1
        self.plot.set_range((middle - half, middle + half), self._scale)
        self._draw()

    @property
    def has_numbers(self) -> bool:
        """Whether there is something to export."""
        return len(self.values) > 0

    def to_csv(self) -> str:
        """Return the mean absolute gradient of every layer."""
        lines = ["layer,kind,parameter,mean_abs_gradient"]
        for layer in self.layers if len(self.values) else ():
            for name in layer.trained:
                lines.append(f"{layer.number},{layer.title},{name},{self._means[name]:.9g}")
        return "\n".join(lines) + "\n"

    # -- drawing ------------------------------------------------------------------------------------------------------

    def _grow(self) -> bool:
        """Widen the scale by whole steps until all bars fit; return whether the picture must follow."""
        good = self.values[np.isfinite(self.values) & (self.values > 0)]
        if not len(good):
            return False
        low, high = self._scale
        needed_low, needed_high = log10(good.min()) - 0.5, log10(good.max()) + 0.5
        if needed_low < low:
            low -= _DECADES * ceil((low - needed_low) / _DECADES)
        if needed_high > high:
            high += _DECADES * ceil((needed_high - high) / _DECADES)
        grown = (low, high) != self._scale
        self._scale = low, high
        return grown and self._following

    def _draw(self) -> None:
        (left, right), (bottom, top) = self.plot.view.viewRange()
        for line, value in ((self.low, VANISHING), (self.high, EXPLODING)):
            line.set_points(np.array([left, right]), np.full(2, log10(value)))
        good = np.flatnonzero(np.isfinite(self.values) & (self.values > 0))
        heights = np.log10(self.values[good])
        # What lies outside of the view is cut off here: SVG as Qt writes it knows no clipping.
        x0, x1 = np.clip(good - _BAR / 2, left, right), np.clip(good + _BAR / 2, left, right)
        y1 = np.clip(heights, bottom, top)
        seen = (x1 > x0) & (y1 > bottom)
        brushes = [QBrush(bar_colour(value)) for value in self.values[good][seen]]
        self.bars.setOpts(x0=x0[seen], x1=x1[seen], y0=bottom, y1=y1[seen], brushes=brushes, x=None, height=None)
        self.marks.show_values(self.values)
        self._name_layers()
        self._hover(self._mouse)

    def _name_layers(self) -> None:
        """Write numbers and titles where there is room, else numbers, and of many layers only some."""
        left, right = self.plot.view.viewRange()[0]
        slot = self.plot.view.width() / max(right - left, 1e-9)
        metrics = QFontMetricsF(plot_font(0.95))

        def widest(texts: list[str]) -> float:
            return max((metrics.horizontalAdvance(text) for text in texts), default=0.0) + 12

        names, numbers = [layer.name for layer in self.layers], [layer.number for layer in self.layers]
        texts = names if widest(names) <= slot else numbers
        stride = next((n for n in (1, 2, 5, 10, 20, 50) if widest(texts) <= n * slot), 100)
        shown = [i for i in range(len(texts)) if (i + 1) % stride == 0 or (i == 0 and stride > 2)]
        ticks = [(i, texts[i]) for i in shown]
        if ticks != self.ticks:
            self.ticks = ticks
            self.plot.bottom.setTicks([ticks])

    def _zoomed(self) -> None:
        self._following = False

    # -- the mouse ----------------------------------------------------------------------------------------------------

    def _hover(self, scene: QPointF | None) -> None:
        self._mouse = scene
        view = self.plot.view
        if scene is None or not view.sceneBoundingRect().contains(scene) or not len(self.values):
            self.card.hide()
            return
        position = floor(view.mapSceneToView(scene).x() + 0.5)
        if not 0 <= position < len(self.layers):
            self.card.hide()
            return
        layer = self.layers[position]
        rows = "".join(
            f"<tr><td>{escape(name.partition('.')[2])}</td>"
            f"<td align='right' style='padding-left:14px'>{readable(self._means[name], 3)}</td></tr>"
            for name in layer.trained
        )
        head = self.tr("<b>{layer}</b><br>mean |gradient|").format(layer=escape(layer.name))
        self.card.show_text(
            f"{head}<table cellspacing='0'>{rows}</table>{self._verdict(position)}", self.mapFromScene(scene)
        )

    def _verdict(self, position: int) -> str:
        value = float(self.values[position])
        if not isfinite(value):
            return self.tr("not a number any more: the run has diverged")
        if value == 0:
            return self.tr("exactly zero: this layer learns nothing")
        if value < VANISHING:
            return self.tr("vanishing: this layer hardly learns")
        return self.tr("exploding: the steps are too large") if value > EXPLODING else ""


def bar_colour(value: float) -> QColor:
    """Return blue for a vanishing gradient, orange for an exploding one, over green between, by its logarithm."""
    low, high = log10(VANISHING), log10(EXPLODING)
    share = float(np.clip((log10(value) - low) / (high - low), 0, 1))
    red, green, blue = _scale(theme())[round(2 * _SHADES * share)].tolist()
    return QColor(red, green, blue)


@lru_cache(maxsize=2)
def _scale(look: Theme) -> Pixels:
    """Return the colours of bars, ``(2 * _SHADES + 1, 3)``."""
    shares, middle = np.linspace(0, 1, _SHADES + 1), QColor(look.series[2])
    low, high = mixed(QColor(look.train), middle, shares), mixed(middle, QColor(look.validation), shares)
    return np.concatenate([low, high[1:]])
