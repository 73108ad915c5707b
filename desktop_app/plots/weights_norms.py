"""How large the weights of every layer are, and how far one step moves them, over time."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from math import ceil, floor, log10

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from core.events import ProbeTaken
from core.experiment import Experiment
from core.probes import Probe, UpdatesProbe
from desktop_app.plots.canvas import Plot
from desktop_app.plots.curve_data import drawable_log
from desktop_app.plots.hover_card import HoverCard
from desktop_app.plots.marks import Crosshair
from desktop_app.plots.plot_style import LegendEntry, Line, LineStyle, readable
from desktop_app.plots.weights_layers import NetLayer, learning_layers
from desktop_app.plots.weights_page import WeightsPage, tool_label
from desktop_app.plots.weights_series import Timeline
from desktop_app.theme import theme

GUIDE_RATIO = 1e-3
GUIDE = LineStyle("text", width=1.4, dash=Qt.PenStyle.DashLine)
_SYMBOLS = ("circle", "square", "triangle", "diamond", "plus", "triangle_down", "star", "cross")
_MOST, _NAMED = 500, 5
_MAX_NUMBERS = 1_000_000
_RATIO_RANGE = (-3.5, -2.5)  # decades that are always seen
_ROOM = 0.15

Numbers = NDArray[np.float64]


class NormPlots(WeightsPage):
    """Two plots over time with a line for every layer: the norm of its weights, and the ratio of a step to it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Norms of the weights and of their updates"))
        self.layers: tuple[NetLayer, ...] = ()
        self.answers: Timeline[Mapping[str, NDArray[np.float32]]] = Timeline(_MOST)
        self._batches = 1
        self._following = True
        self._mouse: QPointF | None = None
        self.tools = self._make_tools()
        self.legend = self.add_legend(0)
        self.norm, self.ratio = self.add_plot(1), self.add_plot(3)
        self.norm.name_axes(self.tr("norm of the weights"), "")
        self.ratio.name_axes(self.tr("norm of one step / of the weights"), self.tr("epoch"))
        self.norm_lines: list[Line] = []
        self.ratio_lines: list[Line] = []
        self.guide = self.ratio.add_line(GUIDE)
        self.crosshairs = {}
        for plot in self.plots:
            plot.set_log(True)
            self.crosshairs[plot] = Crosshair()
            plot.view.addItem(self.crosshairs[plot], ignoreBounds=True)
            plot.view.reset_requested.connect(self.reset_view)
            plot.view.sigRangeChangedManually.connect(self._zoomed)
        self.link_x(self.ratio, self.norm)
        self.ratio.view.sigRangeChanged.connect(self._draw_guide)
        self.card = HoverCard(self)
        self.restyled.connect(self._restyle)
        self.hovered.connect(self._hover)
        self.reset_view()

    def name(self) -> str:
        """Return what an exported file is called."""
        return self.tr("norms")

    def probe(self) -> Probe:
        """Return what to ask."""
        return UpdatesProbe()

    def waits_for(self) -> str:
        """Say that only steps made while this is seen are measured."""
        return "" if len(self.answers) else self.tr("Train on: steps are measured while this is seen.")

    def show_experiment(self, experiment: Experiment, batches_per_epoch: int) -> tuple[str, str] | None:
        """Begin afresh with the layers of an experiment."""
        self._batches, self.layers = batches_per_epoch, learning_layers(experiment)
        self.answers = Timeline(int(np.clip(_MAX_NUMBERS // max(4 * len(self.layers), 1), 100, _MOST)))
        for plot, lines in ((self.norm, self.norm_lines), (self.ratio, self.ratio_lines)):
            for line in lines:
                plot.remove_line(line)
            lines[:] = [plot.add_line(style, spread=8) for style in layer_styles(len(self.layers))]
        self._restyle()
        self.reset_view()
        return None

    def show_probe(self, taken: ProbeTaken) -> None:
        """Add the answer to an :class:`UpdatesProbe`."""
        self.answers.add(taken.step, taken.values)
        self._draw()

    def norms(self, layer: int) -> Numbers:
        """Return the norms of the weights of a layer, by its position among those that learn, ``(n,)``."""
        return self._series(layer, "norm")

    def ratios(self, layer: int) -> Numbers:
        """Return the norms of single updates over those of the weights before them, ``(n,)``; NaN for no weights."""
        norms, updates = self._series(layer, "norm"), self._series(layer, "update")
        return np.divide(updates, norms, out=np.full(len(norms), np.nan), where=norms > 0)

    def reset_view(self) -> None:
        """Show everything, and follow what comes."""
        self._following = True
        self._draw()

    @property
    def has_numbers(self) -> bool:
        """Whether there is something to export."""
        return len(self.answers) > 0

    def to_csv(self) -> str:
        """Return norms and ratios of every layer at every step."""
        lines = ["step,layer,parameter,norm,update_ratio"]
        for i, layer in enumerate(self.layers):
            rows = zip(self.answers.steps, self.norms(i), self.ratios(i), strict=True)
            lines += [f"{step},{layer.number},{layer.trained[0]},{norm:.9g},{ratio:.9g}" for step, norm, ratio in rows]
        return "\n".join(lines) + "\n"

    # -- drawing ------------------------------------------------------------------------------------------------------

    def _make_tools(self) -> QWidget:
        tools = QWidget()
        self.guide_label = QLabel(self.tr("What is the guide value?"))
        self.guide_label.setProperty("role", "muted")
        self.guide_label.setToolTip(
            self.tr(
                "<p>The dashed line is a rule of thumb: a step should move the weights of a layer by about a "
                "thousandth of their size.</p><p>Far above it (10⁻¹), the learning rate is likely too high; far below "
                "it (10⁻⁵) too low, or the gradient vanishes. At first, with small weights, larger steps are usual.</p>"
            )
        )
        row = QHBoxLayout(tools)
        row.setContentsMargins(10, 0, 10, 5)
        row.addWidget(tool_label(self.tr("L2 norms of the weights of every layer, without biases")))
        row.addStretch(1)
        row.addWidget(self.guide_label)
        return tools

    def _restyle(self) -> None:
        for lines in (self.norm_lines, self.ratio_lines):
            for line, style in zip(lines, layer_styles(len(self.layers)), strict=True):
                line.style = style
        self.legend.set_entries([*self._entries(), LegendEntry(self.tr("guide 10⁻³"), GUIDE)])

    def _entries(self) -> list[LegendEntry]:
        """Return all layers, or of many some from the first to the last."""
        number = len(self.layers)
        places = np.linspace(0, number - 1, number if number <= len(_SYMBOLS) else _NAMED)
        shown = sorted({round(place) for place in places.tolist()})
        return [LegendEntry(self.layers[i].name, self.norm_lines[i].style) for i in shown]

    def _series(self, layer: int, what: str) -> Numbers:
        name = f"{self.layers[layer].trained[0]}:{what}"
        return np.array([float(values[name]) for values in self.answers.values], dtype=np.float64)

    def _epochs(self) -> Numbers:
        return np.asarray(self.answers.steps, dtype=np.float64) / self._batches

    def _draw(self) -> None:
        epochs = self._epochs()
        for lines, series in ((self.norm_lines, self.norms), (self.ratio_lines, self.ratios)):
            for i, line in enumerate(lines):
                line.set_points(epochs, drawable_log(series(i)))
        if self._following:
            x = _width(epochs)
            self.norm.set_range(x, _around(self.norm_lines))
            low, high = _around(self.ratio_lines, _RATIO_RANGE)
            self.ratio.set_range(x, (floor(low), ceil(high)))
        self._draw_guide()
        self._hover(self._mouse)

    def _draw_guide(self) -> None:
        self.guide.set_points(np.array(self.ratio.view.viewRange()[0]), np.full(2, log10(GUIDE_RATIO)))

    def _zoomed(self) -> None:
        self._following = False

    # -- the mouse ----------------------------------------------------------------------------------------------------

    def _hover(self, scene: QPointF | None) -> None:
        self._mouse = scene
        plot = None if scene is None else self._plot_at(scene)
        for crosshair in self.crosshairs.values():
            crosshair.hide()
        if scene is None or plot is None or not len(self.answers):
            self.card.hide()
            return
        place = plot.view.mapSceneToView(scene)
        (position,) = self.answers.nearest(np.array([place.x() * self._batches])).tolist()
        layer = self._nearest_layer(plot, position, place.y())
        x = self.answers.steps[position] / self._batches
        for own, lines in ((self.norm, self.norm_lines), (self.ratio, self.ratio_lines)):
            y = float(lines[layer].y[position])
            rings = [(x, y, "text")] if np.isfinite(y) else []
            self.crosshairs[own].point_at(x, None, rings)
        self.card.show_text(self._text(position, layer), self.mapFromScene(scene))

    def _plot_at(self, scene: QPointF) -> Plot | None:
        return next((plot for plot in self.plots if plot.view.sceneBoundingRect().contains(scene)), None)

    def _nearest_layer(self, plot: Plot, position: int, y: float) -> int:
        lines = self.norm_lines if plot is self.norm else self.ratio_lines
        distances = np.abs(np.array([line.y[position] for line in lines]) - y)
        return int(np.nan_to_num(distances, nan=np.inf).argmin())

    def _text(self, position: int, layer: int) -> str:
        step = self.answers.steps[position]
        return self.tr("<b>{layer}</b><br>epoch {epoch}, step {step}<br>‖W‖ = {norm}<br>‖ΔW‖ / ‖W‖ = {ratio}").format(
            layer=escape(self.layers[layer].name),
            epoch=f"{step / self._batches:.2f}",
            step=f"{step:,}",
            norm=readable(float(self.norms(layer)[position])),
            ratio=readable(float(self.ratios(layer)[position]), 3),
        )


def layer_styles(number: int) -> list[LineStyle]:
    """Return how lines of layers look: few have a colour and a symbol each, many colours that change with the depth."""
    if number <= len(_SYMBOLS):
        return [LineStyle(f"series{i}", symbol=_SYMBOLS[i]) for i in range(number)]
    # One end of the map is hardly seen on either ground.
    depths = np.linspace(0.25, 1, number) if theme().name == "dark" else np.linspace(0, 0.85, number)
    return [LineStyle(pg.colormap.get("viridis").map(depth, mode="qcolor").name(), width=1.0) for depth in depths]


def _width(epochs: Numbers) -> tuple[float, float]:
    """Return a range that holds all times; a single one has an epoch to itself."""
    if len(epochs) > 1:
        return float(epochs[0]), float(epochs[-1])
    start = max(0.0, float(epochs[0]) - 0.5) if len(epochs) else 0.0
    return start, start + 1.0


def _around(lines: list[Line], least: tuple[float, ...] = ()) -> tuple[float, float]:
    """Return a range that holds all points and ``least``, with some room."""
    points = np.concatenate([np.empty(0), *(line.y for line in lines)])
    ends = [*points[np.isfinite(points)].tolist(), *least] or [0.0]
    return min(ends) - _ROOM, max(ends) + _ROOM
