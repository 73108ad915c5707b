"""The picture of the depth explorer: gradients and outputs of every layer, on logarithmic scales."""

from __future__ import annotations

from html import escape
from math import ceil, floor, log10

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QWidget

from core.explorers.depth import EXPLODING, VANISHING, Depth, spread
from desktop_app.plots.band import Band
from desktop_app.plots.canvas import Canvas, Plot
from desktop_app.plots.hover_card import HoverCard
from desktop_app.plots.levels import Level, Levels
from desktop_app.plots.marks import Crosshair
from desktop_app.plots.odd_values import NOT_FINITE, ZERO, OddValues
from desktop_app.plots.plot_style import LegendEntry, LineStyle, readable

GRADIENT = LineStyle("train", 2.2, symbol="circle", symbol_size=7.0)
OUTPUT = LineStyle("series2", 2.2, symbol="diamond", symbol_size=8.0)
KEPT = LineStyle("muted", 1.8, Qt.PenStyle.DashLine)
_LEAST_GRADIENTS, _LEAST_OUTPUTS = (-9.0, 2.0), (-2.0, 1.0)
"""The decades that are shown at least."""

Figures = NDArray[np.float64]


class DepthPlot(Canvas):
    """Draws a :class:`Depth`: the median of the seeds, a band from the least to the greatest, and what was kept."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Gradients and outputs of every layer"))
        self.found: Depth | None = None
        self.kept: Depth | None = None
        self._kept_name = ""
        self._num_layers = 1
        self._mouse: QPointF | None = None
        self.upper_title = self.add_title(0, self.tr("Gradients of the weights, layer by layer"))
        self.legend = self.add_legend(1)
        self.upper = self.add_plot(2)
        self.lower_title = self.add_title(4, self.tr("Outputs, layer by layer"))
        self.lower = self.add_plot(5)
        self.upper.name_axes(self.tr("mean |gradient|"), "")
        self.lower.name_axes(self.tr("σ of the outputs"), self.tr("layer, from the input (left) to the output (right)"))
        self.link_x(self.upper, self.lower)
        self.upper.bottom.setStyle(showValues=False)
        self._levels = {self.upper: Levels(), self.lower: Levels()}
        self._levels[self.upper].set_levels(
            [
                Level(log10(VANISHING), self.tr("vanishing below 10⁻⁷"), "train"),
                Level(log10(EXPLODING), self.tr("exploding above 10"), "validation", below=True),
            ]
        )
        self._levels[self.lower].set_levels([Level(0.0, self.tr("as the inputs"), "muted")])
        self.bands, self.lines, self.kept_lines, self.odd, self.crosshairs = {}, {}, {}, {}, {}
        for plot, style in ((self.upper, GRADIENT), (self.lower, OUTPUT)):
            plot.set_log(True)
            self.bands[plot] = Band(style.colour, 0.22)
            plot.view.addItem(self.bands[plot], ignoreBounds=True)
            self.kept_lines[plot] = plot.add_line(KEPT)
            self.lines[plot] = plot.add_line(style)
            self.odd[plot], self.crosshairs[plot] = OddValues(), Crosshair()
            for item in (self._levels[plot], self.odd[plot], self.crosshairs[plot]):
                plot.view.addItem(item, ignoreBounds=True)
            plot.view.reset_requested.connect(self.reset_view)
        self.card = HoverCard(self)
        self.hovered.connect(self._hover)
        self.reset_view()

    def show_depth(self, depth: Depth | None, num_layers: int) -> None:
        """Show what was found, or nothing yet for a network of so many layers."""
        self.found, self._num_layers = depth, num_layers
        self._draw()

    def keep(self, depth: Depth | None, name: str = "") -> None:
        """Keep curves to compare others with; None drops them."""
        self.kept, self._kept_name = depth, name
        self._draw()

    def reset_view(self) -> None:
        """Show all layers, and all that was found."""
        self._draw()

    def to_csv(self) -> str:
        """Return one line for each layer: gradients and outputs of every seed. Layer 0 are the inputs."""
        if self.found is None:
            return "layer\n"
        seeds = range(len(self.found.gradients))
        head = [*(f"mean_abs_gradient_{i}" for i in seeds), *(f"output_deviation_{i}" for i in seeds)]
        lines = ["layer," + ",".join(head)]
        for layer in range(self._num_layers + 1):
            gradients = [f"{value:.9g}" for value in self.found.gradients[:, layer - 1]] if layer else [""] * len(seeds)
            deviations = [f"{value:.9g}" for value in self.found.deviations[:, layer]]
            lines.append(",".join([f"{layer}", *gradients, *deviations]))
        return "\n".join(lines) + "\n"

    # -- drawing ------------------------------------------------------------------------------------------------------

    def _name(self) -> None:
        entries = [
            LegendEntry(self.tr("gradient of the weights"), GRADIENT),
            LegendEntry(self.tr("standard deviation of the outputs"), OUTPUT),
        ]
        shown = [text for item in self.odd.values() for _, text in item.texts()]
        if "0" in shown:
            entries.append(LegendEntry(self.tr("exactly 0"), ZERO))
        if any(text != "0" for text in shown):
            entries.append(LegendEntry(self.tr("not finite"), NOT_FINITE))
        if self.kept is not None:
            entries.append(LegendEntry(self.tr("kept: {0}").format(self._kept_name), KEPT))
        self.legend.set_entries(entries)

    def _draw(self) -> None:
        nothing = np.empty((0, 0))
        depth, kept = self.found, self.kept
        none = np.empty(0)
        for plot, values, first in (
            (self.upper, None if kept is None else kept.gradients, 1),
            (self.lower, None if kept is None else kept.deviations, 0),
        ):
            logs = none if values is None else spread(values)[1]
            self.kept_lines[plot].set_points(np.arange(first, first + len(logs), dtype=np.float64), logs)
        self._draw_plot(self.upper, nothing if depth is None else depth.gradients, 1, _LEAST_GRADIENTS)
        self._draw_plot(self.lower, nothing if depth is None else depth.deviations, 0, _LEAST_OUTPUTS)
        self._name()
        self._hover(self._mouse)

    def _draw_plot(self, plot: Plot, values: Figures, first: int, least: tuple[float, float]) -> None:
        if not values.size:
            self.lines[plot].set_points(np.empty(0), np.empty(0))
            self.bands[plot].set_borders(np.empty(0), np.empty(0), np.empty(0))
            self.odd[plot].show_values(np.empty(0))
            plot.set_range((-0.5, self._num_layers + 0.5), least)
            return
        low, middle, high = spread(values)
        x = np.arange(first, first + len(middle), dtype=np.float64)
        self.lines[plot].set_points(x, middle)
        self.bands[plot].set_borders(x, low, high)
        with np.errstate(all="ignore"):
            # A place is marked where no median is drawn.
            odd = np.where(np.isfinite(middle), 1.0, np.median(np.where(np.isnan(values), np.inf, values), axis=0))
        self.odd[plot].show_values(odd, first)
        seen = np.concatenate([logs[np.isfinite(logs)] for logs in (low, high, self.kept_lines[plot].y)])
        bottom = min(least[0], floor(seen.min(initial=0.0) - 0.5))
        plot.set_range((-0.5, self._num_layers + 0.5), (bottom, max(least[1], ceil(seen.max(initial=0.0) + 0.5))))

    # -- the mouse ----------------------------------------------------------------------------------------------------

    def _hover(self, scene: QPointF | None) -> None:
        self._mouse = scene
        under = None
        if scene is not None and self.found is not None:
            plots = (self.upper, self.lower)
            under = next((plot for plot in plots if plot.view.sceneBoundingRect().contains(scene)), None)
        if scene is None or self.found is None or under is None:
            self.card.hide()
            for crosshair in self.crosshairs.values():
                crosshair.hide()
            return
        layer = int(np.clip(round(under.view.mapSceneToView(scene).x()), 0, self._num_layers))
        for crosshair in self.crosshairs.values():
            crosshair.point_at(layer, None, [])
        self.card.show_text(self._text(layer), self.mapFromScene(scene))

    def _text(self, layer: int) -> str:
        assert self.found is not None
        output = _range_text(self.found.deviations[:, layer])
        if layer == 0:
            return self.tr("<b>Inputs</b><br>σ = {0}").format(escape(output))
        text = self.tr("<b>Layer {layer}</b><br>mean |gradient|: {gradient}<br>σ of the outputs: {output}")
        gradient = _range_text(self.found.gradients[:, layer - 1])
        return text.format(layer=layer, gradient=escape(gradient), output=escape(output))


def _range_text(values: Figures) -> str:
    """Return the median, and in parentheses from where to where the seeds go."""
    known = np.where(np.isnan(values), np.inf, values)
    middle, low, high = (readable(float(f(known)), 2) for f in (np.median, np.min, np.max))
    return middle if low == high else f"{middle} ({low} … {high})"
