"""Axes with round ticks, in the theme's colours."""

from __future__ import annotations

from math import ceil, floor, isclose, log10

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from desktop_app.plots.plot_style import colour, plot_font, plot_pen, power_text


def nice_step(span: float, count: float, *, quarters: bool = True) -> float:
    """Return the smallest round step that fits ``count`` times at most: 1, 2, 5 or, as a quarter, 2.5 times 10^n."""
    raw = span / max(count, 1.0)
    power = 10.0 ** floor(log10(raw))
    factors = (1.0, 2.0, 2.5, 5.0, 10.0) if quarters else (1.0, 2.0, 5.0, 10.0)
    return next(factor * power for factor in factors if factor * power >= raw * (1 - 1e-9))


def _decimals(step: float) -> int:
    """Return how many decimals tell the multiples of a step apart."""
    return next((d for d in range(6) if isclose(step * 10**d, round(step * 10**d), rel_tol=1e-6)), 6)


def _multiples(low: float, high: float, step: float) -> list[float]:
    indices = np.arange(ceil(low / step - 1e-6), floor(high / step + 1e-6) + 1)
    return [float(value) for value in np.clip(indices * step, low, high)]


class Axis(pg.AxisItem):
    """An axis with round tick values, grid lines under the curves, and powers of ten when it is logarithmic.

    ``percent`` shows shares from 0 to 1 as 0 to 100.
    """

    def __init__(self, orientation: str, *, percent: bool = False) -> None:
        super().__init__(orientation, pen=None, maxTickLength=0)
        self.percent = percent
        self.enableAutoSIPrefix(False)
        self.setStyle(maxTextLevel=0, tickTextOffset=6, autoReduceTextSpace=True)
        self.setZValue(-1000)  # the grid belongs under the curves
        self.restyle()

    def restyle(self) -> None:
        """Take colours and fonts from theme and application."""
        self.setTickFont(plot_font(0.95))
        self.setPen(None)
        self.setTickPen(plot_pen("grid"))
        self.labelStyle["font-size"] = f"{plot_font().pointSizeF():.1f}pt"
        self.setTextPen(colour("muted"))
        self.labelStyle["color"] = colour("text").name()
        self._updateLabel()

    def _updateMaxTextSize(self, x: float) -> None:  # noqa: N802
        """Keep room for usual numbers, so that the plot does not jump when they become a digit shorter or longer."""
        usual = QFontMetricsF(plot_font(0.95)).horizontalAdvance("0.00") if self.orientation in ("left", "right") else 0
        super()._updateMaxTextSize(max(x, usual))

    def boundingRect(self) -> QRectF:
        """Leave room for the half of a label that stands over at either end."""
        return super().boundingRect().adjusted(-24, -12, 24, 12)

    def tickValues(self, minVal: float, maxVal: float, size: float) -> list[tuple[float | None, list[float]]]:  # noqa: N802, N803
        """Return labelled ticks first, and on a logarithmic axis grid lines without label after them."""
        low, high = sorted((minVal, maxVal))
        if high <= low:
            return []
        metrics = QFontMetricsF(plot_font())
        vertical = self.orientation in ("left", "right")
        # A font for Chinese is wide on average, but its digits are not.
        digit = min(metrics.averageCharWidth(), metrics.horizontalAdvance("0"))
        room = 2.2 * metrics.height() if vertical else 7 * digit + 30
        count = max(2.0, min(size / room, 0.36 * size**0.5))
        if self.logMode:
            return self._log_ticks(low, high, count)
        step = nice_step(high - low, count, quarters=vertical)
        return [(step, _multiples(low, high, step))]

    def _log_ticks(self, low: float, high: float, count: float) -> list[tuple[float | None, list[float]]]:
        """Return ticks for exponents ``low`` to ``high``."""
        if high - low < 1.0:
            first, last = 10.0**low, 10.0**high
            step = nice_step(last - first, count)
            return [(step, [log10(value) for value in _multiples(first, last, step) if value > 0])]
        stride = next(stride for stride in (1, 2, 3, 5, 10, 20, 50, 100, 1000) if stride * count >= high - low)
        decades = range(floor(low), ceil(high) + 1)
        labelled = (1, 2, 5) if high - low <= count / 3 else (1,)
        major = [d + log10(m) for d in decades for m in labelled if d % stride == 0 or len(labelled) > 1]
        minor = [d + log10(m) for d in decades for m in range(2, 10) if m not in labelled] if stride == 1 else []
        return [(None, [v for v in values if low <= v <= high]) for values in (major, minor)]

    def tickStrings(self, values: list[float], scale: float, spacing: float | None) -> list[str]:  # noqa: N802
        """Return the labels of tick values."""
        if self.logMode:
            shown = [f"{10.0**value:.6g}" for value in values]
            if not any("e" in text for text in shown):
                return shown
            digits = 1 if spacing is None else 2
            return [text if text in ("1", "10") else power_text(float(text), digits) for text in shown]
        factor = 100.0 if self.percent else 1.0
        step = (spacing or 1.0) * factor
        decimals = _decimals(step)
        largest = max((abs(value) * factor for value in values), default=0.0)
        if decimals > 5 or largest >= 1e6:
            return [power_text(value * factor if abs(value * factor) > step / 1e6 else 0.0, 3) for value in values]
        return [f"{value * factor + 0.0:.{decimals}f}".replace("-", "−") for value in values]
