"""The plots of the sampling explorer: the histogram, and how mean and variance converge."""

from __future__ import annotations

from math import log10
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTransform
from PySide6.QtWidgets import QWidget

from core.explorers.sampling import Convergence, Histogram
from desktop_app.plots.band import Band
from desktop_app.plots.canvas import Canvas, Plot
from desktop_app.plots.hover_card import HoverCard
from desktop_app.plots.marks import Crosshair
from desktop_app.plots.plot_style import LegendEntry, LineStyle, ViewItem, colour, percent, plot_pen, readable

_BARS = LineStyle("series0", 8.0, strength=0.45)
_TRUE = LineStyle("series1", 2.4)
_TRUE_POINTS = LineStyle("series1", 1.2, Qt.PenStyle.DotLine, symbol="circle", symbol_size=8.0)
_SAMPLES = LineStyle("series0", 2.0)
_EXPECTED = LineStyle("series1", 1.6, Qt.PenStyle.DashLine)
_REACH = LineStyle("series1", 8.0, strength=0.25)


class Bars(ViewItem):
    """The bars of a histogram, in pixels; one of them can be marked."""

    def __init__(self) -> None:
        super().__init__()
        self.edges: NDArray[np.float64] = np.empty(0)
        self.heights: NDArray[np.float64] = np.empty(0)
        self.gap = 0.0
        self.marked = -1
        self.setZValue(-5)

    def show_bars(self, edges: NDArray[np.float64], heights: NDArray[np.float64], gap: float) -> None:
        """Show other bars; ``gap`` is the share of a bar's width that stays free."""
        self.edges, self.heights, self.gap = edges, heights, gap
        self.update()

    def paint(self, painter: QPainter, option: Any, widget: QWidget | None) -> None:
        """Draw the bars from 0."""
        transform = painter.transform()
        x = transform.m11() * self.edges + transform.dx()
        y = transform.m22() * self.heights + transform.dy()
        bottom = transform.dy()
        painter.setTransform(QTransform())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, top in enumerate(y.tolist()):
            margin = self.gap * (x[number + 1] - x[number]) / 2
            rect = QRectF(QPointF(x[number] + margin, top), QPointF(x[number + 1] - margin, bottom))
            painter.setPen(plot_pen("plot_background", 1.0))
            painter.setBrush(colour("series0", 0.75 if number == self.marked else 0.42))
            painter.drawRect(rect)
        painter.setTransform(transform)


class HistogramPlot(Canvas):
    """Bars of the samples, and the density or the probabilities of the distribution."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Histogram of the samples"))
        self.histogram: Histogram | None = None
        self.title = self.add_title(0, self.tr("Histogram of the samples"))
        self.legend = self.add_legend(1)
        self.plot = self.add_plot(2)
        self.bars = Bars()
        self.plot.view.addItem(self.bars, ignoreBounds=True)
        self.curve, self.points = self.plot.add_line(_TRUE), self.plot.add_line(_TRUE_POINTS)
        self.card = HoverCard(self)
        self.hovered.connect(self._hover)
        self.plot.view.reset_requested.connect(self.reset_view)

    def show_histogram(self, histogram: Histogram) -> None:
        """Show other samples."""
        self.histogram = histogram
        discrete = histogram.is_discrete
        self.plot.name_axes(self.tr("probability") if discrete else self.tr("density"), self.tr("sample"))
        self.bars.show_bars(histogram.edges, histogram.heights, 0.2 if discrete else 0.0)
        none = np.empty(0)
        self.curve.set_points(*((none, none) if discrete else (histogram.x, histogram.true)))
        self.points.set_points(*((histogram.x, histogram.true) if discrete else (none, none)))
        entries = [LegendEntry(self.tr("samples"), _BARS)]
        name = self.tr("true probability") if discrete else self.tr("true density")
        entries.append(LegendEntry(name, _TRUE_POINTS if discrete else _TRUE))
        self.legend.set_entries(entries)
        self.reset_view()

    def reset_view(self) -> None:
        """Show all bars."""
        if self.histogram is not None:
            edges, top = self.histogram.edges, max(self.histogram.heights.max(), self.histogram.true.max())
            self.plot.set_range((float(edges[0]), float(edges[-1])), (0.0, 1.08 * float(top)))

    def _hover(self, scene: QPointF | None) -> None:
        number = -1
        if scene is not None and self.histogram is not None and self.plot.view.sceneBoundingRect().contains(scene):
            x = self.plot.view.mapSceneToView(scene).x()
            number = int(np.searchsorted(self.histogram.edges, x)) - 1
            if not 0 <= number < len(self.histogram.counts):
                number = -1
        if number != self.bars.marked:
            self.bars.marked = number
            self.bars.update()
        if scene is None or number < 0:
            self.card.hide()
        else:
            self.card.show_text(self._text(number), self.mapFromScene(scene))

    def _text(self, number: int) -> str:
        """Return what a bar stands for."""
        histogram = self.histogram
        assert histogram is not None
        count = int(histogram.counts[number])
        share = percent(count / max(1, int(histogram.counts.sum())))
        if histogram.is_discrete:
            return self.tr("<b>{value}</b><br>samples: {count} ({share})<br>expected: {expected}").format(
                value=f"{histogram.x[number]:.0f}", count=count, share=share, expected=percent(histogram.true[number])
            )
        low, high = (readable(float(edge), 3) for edge in histogram.edges[number : number + 2])
        middle = (histogram.edges[number] + histogram.edges[number + 1]) / 2
        true = float(np.interp(middle, histogram.x, histogram.true))
        return self.tr(
            "<b>{low} to {high}</b><br>samples: {count} ({share})<br>density: {height}<br>of the distribution: {true}"
        ).format(
            low=low,
            high=high,
            count=count,
            share=share,
            height=readable(float(histogram.heights[number]), 3),
            true=readable(true, 3),
        )


class ConvergencePlot(Canvas):
    """Mean above, variance below, both over the number of samples, with the band that holds 95 % of all runs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Mean and variance of the first n samples"))
        self.found: Convergence | None = None
        self._expected = (0.0, 1.0)
        self.upper_title = self.add_title(0, self.tr("Mean of the first n samples"))
        self.legend = self.add_legend(1)
        self.upper = self.add_plot(2)
        self.lower_title = self.add_title(4, self.tr("Variance of the first n samples"))
        self.lower = self.add_plot(5)
        self.upper.name_axes(self.tr("mean"), "")
        self.lower.name_axes(self.tr("variance"), self.tr("n, number of samples"))
        self.link_x(self.upper, self.lower)
        self.upper.bottom.setStyle(showValues=False)
        self._parts: dict[Plot, tuple[Band, Any, Any, Crosshair]] = {}
        for plot in (self.upper, self.lower):
            plot.bottom.setLogMode(True)
            band, crosshair = Band("series1", 0.16), Crosshair()
            plot.view.addItem(band, ignoreBounds=True)
            plot.view.addItem(crosshair, ignoreBounds=True)
            self._parts[plot] = band, plot.add_line(_EXPECTED), plot.add_line(_SAMPLES), crosshair
            plot.view.reset_requested.connect(self.reset_view)
        self.legend.set_entries(
            [
                LegendEntry(self.tr("first n samples"), _SAMPLES),
                LegendEntry(self.tr("true value"), _EXPECTED),
                LegendEntry(self.tr("95 % of all runs"), _REACH),
            ]
        )
        self.card = HoverCard(self)
        self.hovered.connect(self._hover)

    def show_convergence(self, found: Convergence, mean: float, variance: float) -> None:
        """Show other samples; ``mean`` and ``variance`` are those of the distribution."""
        self.found, self._expected = found, (mean, variance)
        self.reset_view()

    def reset_view(self) -> None:
        """Show everything from the first sample on."""
        if self.found is None:
            return
        x = np.log10(self.found.n)
        right = max(1.0, float(x[-1]))
        for plot, values, expected, reach in self._rows():
            band, line, samples, _ = self._parts[plot]
            ends = np.array([0.0, right])
            band.set_borders(x, expected - reach, expected + reach)
            line.set_points(ends, np.full(2, expected))
            samples.set_points(x, values)
            # The first few samples go astray: not they, but what comes after the fifth is to fill the picture.
            first = min(int(np.searchsorted(self.found.n, 5)), len(reach) - 1)
            furthest = float(np.abs(values[first:] - expected).max())
            half = max(float(reach[first]), 1.1 * furthest, 1e-9)
            plot.set_range((0.0, right), (expected - half, expected + half))

    def _rows(self) -> list[tuple[Plot, NDArray[np.float64], float, NDArray[np.float64]]]:
        assert self.found is not None
        mean, variance = self._expected
        return [
            (self.upper, self.found.mean, mean, self.found.mean_reach),
            (self.lower, self.found.variance, variance, self.found.variance_reach),
        ]

    def _hover(self, scene: QPointF | None) -> None:
        inside = scene is not None and any(
            plot.view.sceneBoundingRect().contains(scene) for plot in (self.upper, self.lower)
        )
        if scene is None or self.found is None or not inside:
            self.card.hide()
            for *_, crosshair in self._parts.values():
                crosshair.hide()
            return
        x = self.upper.view.mapSceneToView(scene).x()
        nearest = int(np.abs(np.log10(self.found.n) - x).argmin())
        n = float(self.found.n[nearest])
        for plot, values, _, _ in self._rows():
            *_, crosshair = self._parts[plot]
            crosshair.point_at(log10(n), None, [(log10(n), float(values[nearest]), "series0")])
        self.card.show_text(self._text(nearest), self.mapFromScene(scene))

    def _text(self, nearest: int) -> str:
        (_, means, mean, mean_reach), (_, variances, variance, variance_reach) = self._rows()
        assert self.found is not None
        return self.tr(
            "<b>n = {n}</b><br>mean: {mean} (of the distribution: {true_mean} ± {mean_reach})<br>"
            "variance: {variance} (of the distribution: {true_variance} ± {variance_reach})"
        ).format(
            n=f"{self.found.n[nearest]:.0f}",
            mean=readable(float(means[nearest])),
            true_mean=readable(mean),
            mean_reach=readable(float(mean_reach[nearest]), 2),
            variance=readable(float(variances[nearest])),
            true_variance=readable(variance),
            variance_reach=readable(float(variance_reach[nearest]), 2),
        )
