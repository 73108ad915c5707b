"""The curve that a network gives over one input, and the samples that it was to fit."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from core.selection.cells import Fit
from desktop_app.plots.canvas import Canvas
from desktop_app.plots.plot_style import LegendEntry, LineStyle

_CURVE = LineStyle("text", 2.2)
_TRAIN = LineStyle("train", 0.0, Qt.PenStyle.NoPen, symbol="circle", symbol_size=8.0)
_VALIDATION = LineStyle("validation", 0.0, Qt.PenStyle.NoPen, 0.75, symbol="diamond", symbol_size=7.0)
_MANY_POINTS = 1000


class FitPlot(Canvas):
    """Curve and samples; the range is that of the samples, since a curve that overfits leaves every range."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Fit"))
        self.setMinimumHeight(90)
        self.legend = self.add_legend(0)
        self.plot = self.add_plot(1)
        self.validation = self.plot.add_line(_VALIDATION)
        self.train = self.plot.add_line(_TRAIN)
        self.curve = self.plot.add_line(_CURVE)
        self.curve.bold_limit = _MANY_POINTS
        for points in (self.train, self.validation):
            points.symbols_limit = _MANY_POINTS
        self.plot.view.reset_requested.connect(self.reset_view)
        self._fit: Fit | None = None

    def show_fit(self, fit: Fit, x_name: str, y_name: str = "y") -> None:
        """Show another fit."""
        self._fit = fit
        self.curve.set_points(fit.x.astype(np.float64), fit.y.astype(np.float64))
        for line, samples in ((self.train, fit.train), (self.validation, fit.validation)):
            pairs = samples.astype(np.float64)
            line.set_points(pairs[:, 0], pairs[:, 1])
        self.plot.name_axes(y_name, x_name)
        self.legend.set_entries(
            [
                LegendEntry(self.tr("network"), _CURVE),
                LegendEntry(self.tr("training"), _TRAIN),
                LegendEntry(self.tr("validation"), _VALIDATION),
            ]
        )
        self.reset_view()

    def reset_view(self) -> None:
        """Show all samples."""
        if self._fit is None:
            return
        samples = np.concatenate([self._fit.train, self._fit.validation]).astype(np.float64)
        ys = samples[:, 1] if len(samples) else self._fit.y.astype(np.float64)
        ranges = []
        for values, share in ((self._fit.x.astype(np.float64), 0.03), (ys, 0.12)):
            finite = values[np.isfinite(values)]
            low, high = (float(finite.min()), float(finite.max())) if len(finite) else (0.0, 1.0)
            margin = share * (high - low) or 0.5
            ranges.append((low - margin, high + margin))
        self.plot.set_range(*ranges)
