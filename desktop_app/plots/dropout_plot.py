"""The pictures of the Dropout tab: a column for each layer, with its mask, one sample, and the long run."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import ceil, floor, log2

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QCoreApplication, QPointF, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from desktop_app.oklab import Pixels, mixed
from desktop_app.plots.band import Band
from desktop_app.plots.canvas import Canvas
from desktop_app.plots.dropout_layer import DropoutLayer
from desktop_app.plots.hover_card import HoverCard
from desktop_app.plots.map_image import MapImage
from desktop_app.plots.plot_style import Legend, LegendEntry, LineStyle, percent, readable
from desktop_app.theme import Theme, theme

translate = QCoreApplication.translate

KEPT = LineStyle("train", width=10.0, strength=0.75)
DROPPED = LineStyle("muted", symbol="cross", symbol_size=7.0, dash=Qt.PenStyle.NoPen)
INPUT = LineStyle("text", width=10.0, strength=0.28)
OUTPUT = LineStyle("train", width=10.0)
CURVE = LineStyle("train", width=1.8, symbol="circle", symbol_size=5.0)
EXPECTED = LineStyle("validation", width=1.6, dash=Qt.PenStyle.DashLine)
_CHOSEN = LineStyle("text", width=1.6)
_CORNERS = 60
_FEWEST = 10.0  # masks along the axis
_GAP = 22.0  # pixels between columns


@lru_cache(maxsize=2)
def _pair(look: Theme) -> Pixels:
    """Return the colours of dropped and of kept units, ``(2, 3)``."""
    return mixed(QColor(look.plot_background), QColor(look.train), np.array([0.0, KEPT.strength]))


def _room(size: float) -> float:
    """Return a little more than a positive size, the same for sizes close by, so that the axes seldom move."""
    step = 2.0 ** (floor(log2(size)) - 2)
    return ceil(size / step) * step


class DropoutPlot(Canvas):
    """Draws layers side by side; ``sample_chosen`` tells which row of a mask was clicked."""

    sample_chosen = Signal(int)

    def __init__(self, layers: Sequence[DropoutLayer], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Masks of the Dropout layers"))
        self.layers = tuple(layers)
        self.sample, self.seed = 0, 0
        self.training, self.shows_rate = True, False
        self.legend = Legend()
        self.ci.addItem(self.legend, 0, 1, 1, max(1, 2 * len(self.layers) - 1))
        self.legends.append(self.legend)
        self.columns = [_Column(self, i, layer) for i, layer in enumerate(self.layers)]
        for i in range(len(self.layers)):
            self.ci.layout.setColumnStretchFactor(2 * i + 1, 1)
            self.ci.layout.setColumnSpacing(2 * i + 1, _GAP if i < len(self.layers) - 1 else 0)
        self.card = HoverCard(self)
        self._mouse: QPointF | None = None
        self.scene().sigMouseClicked.connect(self._click)
        self.hovered.connect(self._hover)
        self.restyled.connect(self.draw)
        self.draw()

    def draw(self) -> None:
        """Draw what is known now."""
        self._name()
        for column in self.columns:
            column.draw(self)
        self._hover(self._mouse)

    def reset_view(self) -> None:
        """Show everything, and follow what comes."""
        for column in self.columns:
            column.following = True
        self.draw()

    def to_csv(self) -> str:
        """Return what every layer does with every sample that is shown."""
        lines = ["layer,rate,sample,unit,input,factor,output"]
        for layer in self.layers:
            inputs, factors = layer.what_enters(training=self.training), layer.factors(training=self.training)
            for (sample, unit), value in np.ndenumerate(inputs):
                factor = float(factors[sample, unit])
                numbers = f"{value:.9g},{factor:.9g},{float(value) * factor:.9g}"
                lines.append(f"{layer.position + 1},{layer.rate:g},{sample},{unit},{numbers}")
        return "\n".join(lines) + "\n"

    def _name(self) -> None:
        entries = [
            LegendEntry(self.tr("kept"), KEPT),
            LegendEntry(self.tr("dropped: blank or ×"), DROPPED),
            LegendEntry(self.tr("what goes in"), INPUT),
            LegendEntry(self.tr("what comes out"), OUTPUT),
        ]
        expected = self.tr("p, with 95 % of all cases") if self.shows_rate else self.tr("mean input, 95 %")
        self.legend.set_entries([*entries, LegendEntry(expected, EXPECTED)])

    def _click(self, event: object) -> None:
        scene = event.scenePos()  # type: ignore[attr-defined]
        for column in self.columns:
            sample = column.sample_at(scene)
            if sample is not None:
                self.sample_chosen.emit(sample)

    def _hover(self, scene: QPointF | None) -> None:
        self._mouse = scene
        texts = [column.text_at(self, scene) for column in self.columns] if scene is not None else []
        text = next((text for text in texts if text), "")
        if text and scene is not None:
            self.card.show_text(text, self.mapFromScene(scene))
        else:
            self.card.hide()


class _Column:
    """The three pictures of one layer."""

    def __init__(self, canvas: DropoutPlot, number: int, layer: DropoutLayer) -> None:
        self.layer, self.following = layer, True
        self._named: tuple[str, ...] = ()
        self.title = canvas.add_title(1, column=number)
        self.mask, self.units, self.long_run = (canvas.add_plot(row, column=number) for row in (2, 4, 6))
        self.image = MapImage()
        self.image.crisp = True
        self.mask.view.invertY(True)
        self.mask.view.addItem(self.image, ignoreBounds=True)
        self.frame = self.mask.add_line(_CHOSEN)
        self.inputs, self.outputs = (pg.BarGraphItem(x=[], height=[], width=0.1, pen=None) for _ in range(2))
        for bars in (self.inputs, self.outputs):
            self.units.view.addItem(bars, ignoreBounds=True)
        self.crosses = self.units.add_line(DROPPED)
        self.band = Band("validation")
        self.long_run.view.addItem(self.band, ignoreBounds=True)
        self.expected, self.curve = self.long_run.add_line(EXPECTED), self.long_run.add_line(CURVE)
        self.middle = 0.0
        for plot in (self.mask, self.units, self.long_run):
            plot.view.sigRangeChangedManually.connect(self._stay)
            plot.view.reset_requested.connect(canvas.reset_view)

    def draw(self, canvas: DropoutPlot) -> None:
        """Draw what is known of the layer."""
        training = canvas.training
        self._name(canvas)
        self._draw_mask(canvas.sample, training)
        self._draw_units(canvas.sample, training)
        self._draw_long_run(canvas)

    def _name(self, canvas: DropoutPlot) -> None:
        """Write headings and names of axes, if they are not those that stand there."""
        rate = self.layer.rate
        heading = translate("DropoutPlot", "Layer {0}: Dropout, p = {1}").format(self.layer.position + 1, f"{rate:g}")
        scaling = (
            translate("DropoutPlot", "kept units × {0}").format(readable(1 / (1 - rate), 3))
            if canvas.training
            else translate("DropoutPlot", "all kept, × 1")
        )
        long_run = (translate("DropoutPlot", "mean output"), translate("DropoutPlot", "draws of the mask"))
        if canvas.shows_rate:
            long_run = (translate("DropoutPlot", "dropped (%)"), translate("DropoutPlot", "masks seen"))
        names = (
            f"{heading} · {scaling}",
            heading,
            translate("DropoutPlot", "value, sample {0}").format(canvas.sample),
            *long_run,
        )
        if names == self._named:
            return
        self._named = names
        self.title.set_text(*names[:2])
        self.mask.name_axes(translate("DropoutPlot", "sample"), translate("DropoutPlot", "unit"))
        self.units.name_axes(names[2], translate("DropoutPlot", "unit"))
        self.long_run.name_axes(*long_run)

    def _draw_mask(self, sample: int, training: bool) -> None:
        factors = self.layer.factors(training=training)
        rows, columns = factors.shape
        if not factors.size:
            self.image.clear()
            return
        self.image.show_colours(_pair(theme())[(factors > 0).astype(int)], np.arange(columns), np.arange(rows))
        low, high = sample - 0.5, sample + 0.5
        x = np.array([-0.5, columns - 0.5, columns - 0.5, -0.5, -0.5])
        self.frame.set_points(x, np.array([low, low, high, high, low]))
        if self.following:
            self.mask.set_range((-0.5, columns - 0.5), (-0.5, rows - 0.5))

    def _draw_units(self, sample: int, training: bool) -> None:
        entering = self.layer.what_enters(training=training)
        if sample >= len(entering):
            return
        inputs = np.nan_to_num(entering[sample].astype(float), posinf=0.0, neginf=0.0)
        factors = self.layer.factors(training=training)[sample]
        outputs, x = inputs * factors, np.arange(len(inputs))
        for bars, heights, width, style in ((self.inputs, inputs, 0.84, INPUT), (self.outputs, outputs, 0.42, OUTPUT)):
            bars.setOpts(x=x, height=heights, width=width, brush=style.mixed(), pen=None)
        dropped = np.flatnonzero(factors == 0)
        self.crosses.symbols_limit = len(x) + 1
        self.crosses.set_points(dropped.astype(float), np.zeros(len(dropped)))
        if self.following:
            low, high = min(0.0, inputs.min(), outputs.min()), max(0.0, inputs.max(), outputs.max())
            margin = 0.08 * (high - low) or 1.0
            self.units.set_range((-0.5, len(x) - 0.5), (-_room(margin - low), _room(high + margin)))

    def _draw_long_run(self, canvas: DropoutPlot) -> None:
        layer = self.layer
        empty = np.empty(0)
        x, y, middle, spread = empty, empty, layer.rate, empty
        if canvas.shows_rate:
            x, y, spread = layer.shares()
        else:
            if canvas.sample < len(layer.inputs):
                x, y, middle, spread = layer.expectation(canvas.sample, canvas.seed)
        self.curve.set_points(x, y)
        self.middle = middle
        self.expected.set_points(x[[0, -1]] if len(x) else x, np.full(2 if len(x) else 0, middle))
        # A polygon takes long with many corners, and the band is smooth.
        few = np.unique(np.geomspace(1, max(len(x), 1), _CORNERS).astype(int))[: len(x)] - 1
        self.band.set_borders(x[few], middle - spread[few], middle + spread[few])
        self.long_run.set_percent(canvas.shows_rate)
        if self.following and canvas.shows_rate and not len(x):
            self.expected.set_points(np.array([0.0, _FEWEST]), np.full(2, middle))
            self.long_run.set_range((0.0, _FEWEST), (max(middle - 0.1, 0.0), min(middle + 0.1, 1.0)))
        elif self.following and len(x):
            # The first draws may lie anywhere.
            settled = min(4, len(x) - 1) if not canvas.shows_rate else 0
            half = max(1.2 * float(spread[settled]), 1.1 * float(np.abs(y[settled:] - middle).max())) or 1.0
            half = _room(half)
            step = half / 8
            centre = round(middle / step) * step
            self.long_run.set_range((0.0, max(float(x[-1]), _FEWEST)), (centre - half - step, centre + half + step))

    def _stay(self) -> None:
        self.following = False

    # -- the mouse ----------------------------------------------------------------------------------------------------

    def sample_at(self, scene: QPointF) -> int | None:
        """Return the sample whose row of the mask lies at a place."""
        if not self.mask.view.sceneBoundingRect().contains(scene):
            return None
        sample = floor(self.mask.view.mapSceneToView(scene).y() + 0.5)
        return sample if 0 <= sample < len(self.layer.mask) else None

    def text_at(self, canvas: DropoutPlot, scene: QPointF | None) -> str:
        """Return what to say of a place."""
        if scene is None:
            return ""
        readers = {self.mask: self._read_mask, self.units: self._read_unit, self.long_run: self._read_curve}
        for plot, read in readers.items():
            if plot.view.sceneBoundingRect().contains(scene):
                place = plot.view.mapSceneToView(scene)
                return read(canvas, place)
        return ""

    def _read_mask(self, canvas: DropoutPlot, place: QPointF) -> str:
        return self._read(canvas, floor(place.y() + 0.5), floor(place.x() + 0.5))

    def _read_unit(self, canvas: DropoutPlot, place: QPointF) -> str:
        return self._read(canvas, canvas.sample, floor(place.x() + 0.5))

    def _read(self, canvas: DropoutPlot, sample: int, unit: int) -> str:
        inputs, factors = (
            self.layer.what_enters(training=canvas.training),
            self.layer.factors(training=canvas.training),
        )
        if not (0 <= sample < len(inputs) and 0 <= unit < inputs.shape[1]):
            return ""
        value, factor = float(inputs[sample, unit]), float(factors[sample, unit])
        what = translate("DropoutPlot", "kept") if factor else translate("DropoutPlot", "dropped")
        where = translate("DropoutPlot", "sample {0}, unit {1}").format(sample, unit)
        return f"<b>{where}</b>: {what}<br>{readable(value)} × {readable(factor, 3)} = {readable(value * factor)}"

    def _read_curve(self, canvas: DropoutPlot, place: QPointF) -> str:
        number = floor(place.x() + 0.5)
        if not 1 <= number <= len(self.curve.y):
            return ""
        value, middle = float(self.curve.y[number - 1]), self.middle
        if canvas.shows_rate:
            text = translate("DropoutPlot", "after {0} masks: {1} dropped<br>p = {2}")
            return text.format(number, percent(value), percent(middle))
        text = translate("DropoutPlot", "after {0} draws: mean output {1}<br>mean input {2}")
        return text.format(number, readable(value), readable(middle))
