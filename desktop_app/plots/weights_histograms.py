"""How weights, gradients and outputs of a layer are distributed, over time and at some moments."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QToolButton, QWidget

from core.events import ProbeTaken
from core.experiment import Experiment
from core.probes import HistogramProbe, Probe
from desktop_app.oklab import Pixels, mixed
from desktop_app.plots.hover_card import HoverCard
from desktop_app.plots.map_image import ColourBar, MapImage
from desktop_app.plots.marks import Crosshair
from desktop_app.plots.plot_style import LegendEntry, Line, LineStyle, percent, readable
from desktop_app.plots.weights_layers import NetLayer, layers_of
from desktop_app.plots.weights_page import WeightsPage, tool_label
from desktop_app.plots.weights_series import Histogram, Timeline, density_map, held
from desktop_app.theme import Theme, theme

LATEST = LineStyle("validation", width=2.4)
EARLIER = tuple(LineStyle("train", width=1.4, strength=strength) for strength in (0.4, 0.55, 0.7, 0.85, 1.0))
_BINS, _COUNTED = 80, 30_000
_MAX_COLUMNS, _ROWS = 240, 120
_MAX_NUMBERS = 6_000_000
_FEWEST, _MOST = 40, 240
_TAIL = 0.002
_HIGHEST_PEAKS = 4.0

Answer = Mapping[str, NDArray[np.float32]]


class HistogramPlot(WeightsPage):
    """Shows the distribution of one quantity of one layer, as a map over time or as lines of some moments.

    ``shows_map`` tells which; as long as there is only one moment, it is drawn as a line: it takes no time.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Distributions over time"))
        self.layers: tuple[NetLayer, ...] = ()
        self.answers: Timeline[Answer] = Timeline(_MOST)
        self._batches, self._wanted = 1, ""
        self._following = True
        self.shows_map = True
        self._mouse: QPointF | None = None
        self.tools = self._make_tools()
        self.legend = self.add_legend(0)
        self.plot = self.add_plot(1)
        self.bar = ColourBar(self, 1)
        self.image, self.crosshair = MapImage(), Crosshair()
        for item in (self.image, self.crosshair):
            self.plot.view.addItem(item, ignoreBounds=True)
        self.lines: list[Line] = [self.plot.add_line(style) for style in (*EARLIER, LATEST)]
        for line in self.lines:
            line.bold_limit = 1000
        self.card = HoverCard(self)
        view = self.plot.view
        view.reset_requested.connect(self.reset_view)
        view.sigRangeChangedManually.connect(self._zoomed)
        self.restyled.connect(self._restyle)
        self.hovered.connect(self._hover)
        self._restyle()
        self._arrange()

    def name(self) -> str:
        """Return what an exported file is called."""
        return self.tr("histograms")

    def probe(self) -> Probe:
        """Return what to ask: everything, so that another choice has its past too."""
        return HistogramProbe(bins=_BINS, max_counted=_COUNTED)

    def show_experiment(self, experiment: Experiment, batches_per_epoch: int) -> tuple[str, str] | None:
        """Begin afresh with the layers of an experiment."""
        self._batches, before = batches_per_epoch, self.layer_box.currentIndex()
        self.layers = layers_of(experiment)
        self.answers = Timeline(_MOST)
        self.layer_box.blockSignals(True)
        self.layer_box.clear()
        self.layer_box.addItems([layer.name for layer in self.layers])
        self.layer_box.setCurrentIndex(min(max(before, 0), len(self.layers) - 1))
        self.layer_box.blockSignals(False)
        self._list_quantities()
        return None

    def keep(self, taken: ProbeTaken) -> None:
        """Add the answer to a :class:`HistogramProbe` without drawing it."""
        if not len(self.answers):
            size = sum(array.size for array in taken.values.values())
            self.answers.limit = int(np.clip(_MAX_NUMBERS // max(size, 1), _FEWEST, _MOST))
        self.answers.add(taken.step, taken.values)

    def show_probe(self, taken: ProbeTaken) -> None:
        """Add an answer and draw it."""
        self.keep(taken)
        if self.shows_map == self._wants_map():
            self._draw()
        else:
            self._arrange()

    @property
    def quantity(self) -> str:
        """What is shown: such as ``0.weight``, ``0.weight:gradient`` or ``layer0``."""
        return str(self.quantity_box.currentData() or "")

    def histograms(self) -> Timeline[Histogram]:
        """Return the histograms of what is shown; before the first step gradients have none."""
        found: Timeline[Histogram] = Timeline(self.answers.limit)
        counts, edges = f"{self.quantity}:counts", f"{self.quantity}:edges"
        for step, values in zip(self.answers.steps, self.answers.values, strict=True):
            if counts in values and values[counts].any():
                found.steps.append(step)
                found.values.append(Histogram(values[counts].astype(np.float64), values[edges].astype(np.float64)))
        return found

    def moments(self) -> list[tuple[int, Histogram]]:
        """Return steps and histograms of the lines, about evenly spread, the latest one last."""
        timeline = self.histograms()
        if not len(timeline):
            return []
        positions = timeline.nearest(np.linspace(timeline.steps[0], timeline.steps[-1], len(self.lines)))
        return [(timeline.steps[i], timeline.values[i]) for i in sorted(set(positions.tolist()))]

    def reset_view(self) -> None:
        """Show everything, and follow what comes."""
        self._following = True
        self._draw()

    @property
    def has_numbers(self) -> bool:
        """Whether there is something to export."""
        return len(self.answers) > 0

    def to_csv(self) -> str:
        """Return every bin of every histogram of what is shown."""
        lines = ["step,low,high,count"]
        timeline = self.histograms()
        for step, histogram in zip(timeline.steps, timeline.values, strict=True):
            bins = zip(histogram.edges[:-1], histogram.edges[1:], histogram.counts, strict=True)
            lines += [f"{step},{low:.9g},{high:.9g},{count:.0f}" for low, high, count in bins]
        return "\n".join(lines) + "\n"

    # -- building and choosing ----------------------------------------------------------------------------------------

    def _make_tools(self) -> QWidget:
        tools = QWidget()
        self.layer_box, self.quantity_box = QComboBox(), QComboBox()
        self.layer_box.setAccessibleName(self.tr("Layer"))
        self.quantity_box.setAccessibleName(self.tr("Quantity"))
        for box in (self.layer_box, self.quantity_box):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.map_button, self.lines_button = QToolButton(), QToolButton()
        self.map_button.setText(self.tr("Over time"))
        self.map_button.setToolTip(self.tr("Show the distribution at every moment as colours"))
        self.lines_button.setText(self.tr("Lines"))
        self.lines_button.setToolTip(self.tr("Lay the latest distribution over some earlier ones"))
        group = QButtonGroup(tools)
        for button in (self.map_button, self.lines_button):
            button.setCheckable(True)
            group.addButton(button)
        self.map_button.setChecked(True)
        self.map_button.toggled.connect(self._arrange)
        self.layer_box.currentIndexChanged.connect(self._list_quantities)
        self.quantity_box.currentIndexChanged.connect(self._choose_quantity)
        row = QHBoxLayout(tools)
        row.setContentsMargins(10, 0, 10, 5)
        row.setSpacing(8)
        row.addWidget(tool_label(self.tr("Layer")))
        row.addWidget(self.layer_box)
        row.addWidget(self.quantity_box)
        row.addStretch(1)
        row.addWidget(self.map_button)
        row.addWidget(self.lines_button)
        return tools

    def _list_quantities(self) -> None:
        """Offer what the chosen layer has, and choose again what was chosen by hand."""
        self.quantity_box.blockSignals(True)
        self.quantity_box.clear()
        position = self.layer_box.currentIndex()
        if 0 <= position < len(self.layers):
            layer = self.layers[position]
            for name in layer.parameters:
                title = self._title(name.partition(".")[2])
                self.quantity_box.addItem(title, name)
                if name in layer.trained:
                    self.quantity_box.addItem(self.tr("gradient: {name}").format(name=title), f"{name}:gradient")
            self.quantity_box.addItem(self.tr("outputs (activations)"), f"layer{position}")
        self.quantity_box.setCurrentIndex(max(0, self.quantity_box.findText(self._wanted)))
        self.quantity_box.blockSignals(False)
        self._arrange()

    def _choose_quantity(self) -> None:
        self._wanted = self.quantity_box.currentText()
        self._arrange()

    def _title(self, parameter: str) -> str:
        titles = {"weight": self.tr("weights"), "bias": self.tr("biases")}
        return titles.get(parameter, parameter.replace("_", " "))

    # -- drawing ------------------------------------------------------------------------------------------------------

    def _restyle(self) -> None:
        name = self.tr("density, of the highest at that time (%)")
        self.bar.show_scale(map_colours(np.linspace(0, 1, 256))[:, None], (0.0, 1.0), name, percent=True)
        self._draw()

    def _arrange(self) -> None:
        """Make room for the picture that is chosen, and show everything."""
        self.shows_map = on_map = self._wants_map()
        what = self.quantity_box.currentText()
        self.bar.show(on_map)
        self.image.hide()
        for line in self.lines:
            line.set_points(np.empty(0), np.empty(0))
        self.plot.name_axes(*((what, self.tr("epoch")) if on_map else (self.tr("density"), what)))
        self.legend.set_entries([])
        self.reset_view()

    def _wants_map(self) -> bool:
        return self.map_button.isChecked() and len(self.histograms()) != 1

    def _draw(self) -> None:
        if self.shows_map:
            self._draw_map(self.histograms())
        else:
            self._draw_lines(self.moments())
        self._hover(self._mouse)

    def _draw_map(self, timeline: Timeline[Histogram]) -> None:
        if not len(timeline):
            return
        first, last = timeline.steps[0], timeline.steps[-1]
        if self._following:
            limits = held([histogram.quantiles(_TAIL, 1 - _TAIL) for histogram in timeline.values])
            self.plot.set_range((first / self._batches, last / self._batches), limits)
        (left, right), (bottom, top) = self.plot.view.viewRange()
        start, end = max(first, left * self._batches), min(last, right * self._batches)
        self.image.setVisible(end > start)
        if end <= start:
            return
        columns = np.linspace(start, end, int(np.clip(end - start + 1, 2, _MAX_COLUMNS)))
        edges = np.linspace(bottom, top, _ROWS + 1)
        colours = map_colours(density_map(timeline, columns, edges))
        self.image.show_colours(colours, columns / self._batches, (edges[1:] + edges[:-1]) / 2)

    def _draw_lines(self, moments: list[tuple[int, Histogram]]) -> None:
        if not moments:
            return
        entries = []
        for line, (step, histogram) in zip(self.lines[-len(moments) :], moments, strict=True):
            line.set_points(*histogram.outline())
            name = self.tr("epoch {epoch}").format(epoch=f"{step / self._batches:.2f}")
            entries.append(LegendEntry(name, line.style))
        if len(moments) > 1:
            name = self.tr("latest")
        else:
            name = self.tr("{moment}, the only moment seen so far").format(moment=entries[-1].text)
        self.legend.set_entries([*entries[:-1], LegendEntry(name, LATEST)])
        if self._following:
            peaks = [float(histogram.density.max()) for _, histogram in moments]
            # A spike, such as biases that are all zero at first, must not flatten everything else.
            top = max(peak for peak in peaks if peak <= _HIGHEST_PEAKS * float(np.median(peaks)))
            self.plot.set_range(held([h.quantiles(_TAIL, 1 - _TAIL) for _, h in moments]), (0.0, 1.06 * top))

    def _zoomed(self) -> None:
        self._following = False
        self._draw()

    # -- the mouse ----------------------------------------------------------------------------------------------------

    def _hover(self, scene: QPointF | None) -> None:
        self._mouse = scene
        view = self.plot.view
        text = ""
        if scene is not None and view.sceneBoundingRect().contains(scene):
            place = view.mapSceneToView(scene)
            text = self._map_text(place) if self.shows_map else self._lines_text(place)
            self.crosshair.point_at(place.x(), place.y() if self.shows_map else None, [])
        if scene is None or not text:
            self.card.hide()
            self.crosshair.hide()
            return
        self.card.show_text(text, self.mapFromScene(scene))

    def _map_text(self, place: QPointF) -> str:
        timeline = self.histograms()
        if not len(timeline):
            return ""
        (position,) = timeline.nearest(np.array([place.x() * self._batches])).tolist()
        bin_text = self._bin_text(timeline.values[position], place.y())
        return f"{self._moment(timeline.steps[position])}<br>{bin_text}"

    def _lines_text(self, place: QPointF) -> str:
        rows = ""
        for step, histogram in self.moments():
            share = self._bin_text(histogram, place.x())
            rows += f"<tr><td>{self._moment(step)}</td><td style='padding-left:14px'>{share}</td></tr>"
        return rows and f"{readable(place.x(), 3)}<table cellspacing='0' style='margin-top:4px'>{rows}</table>"

    def _moment(self, step: int) -> str:
        return self.tr("<b>epoch {epoch}</b>, step {step}").format(
            epoch=f"{step / self._batches:.2f}", step=f"{step:,}"
        )

    def _bin_text(self, histogram: Histogram, value: float) -> str:
        position = histogram.bin_at(value)
        if position is None:
            return self.tr("none")
        count = histogram.counts[position]
        return self.tr("{low} to {high}: {count} of {total} ({share})").format(
            low=readable(float(histogram.edges[position]), 3),
            high=readable(float(histogram.edges[position + 1]), 3),
            count=f"{count:,.0f}",
            total=f"{histogram.total:,.0f}",
            share=percent(float(count) / histogram.total),
        )


def map_colours(shares: NDArray[np.floating]) -> Pixels:
    """Return colours ``(..., 3)`` from the ground (0) to a strong blue (1).

    Evenly spread over the roots, so that the tails of a distribution are seen.
    """
    return _scale(theme())[np.rint(255 * np.sqrt(np.clip(shares, 0, 1))).astype(int)]


@lru_cache(maxsize=2)
def _scale(look: Theme) -> Pixels:
    """Return 256 colours ``(256, 3)``, changing evenly to the eye."""
    return mixed(QColor(look.plot_background), QColor(look.train), np.linspace(0, 1, 256))
