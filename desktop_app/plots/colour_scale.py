"""From numbers to colours: a perceptually uniform map, linear or logarithmic, in which brighter is better."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import ceil, floor, isfinite, log10

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtGui import QColor

from desktop_app.plots.axis import nice_step

_MAP, _STEPS = "viridis", 256
_LOG_RATIO = 30.0
_BELOW_BEST = 10.0
_BRIGHT = 0.42  # of the luminance, from which on letters are dark


@dataclass(frozen=True)
class ColourScale:
    """Maps the values from ``low`` to ``high``; ``log`` by their logarithms, ``reverse`` with low values bright.

    ``clipped`` tells that there are values below ``low`` too.
    """

    low: float
    high: float
    log: bool = False
    reverse: bool = False
    clipped: bool = False

    @classmethod
    def of(
        cls, values: NDArray[np.float64], *, higher_is_better: bool, may_be_log: bool, best: float = np.nan
    ) -> ColourScale | None:
        """Return a scale that holds all finite values, None if there are none.

        It is logarithmic where it may be and the values, all positive, span more than a factor of 30. It then ends a
        factor of 10 below ``best``, if that is given: what is smaller, such as the error on two training samples, has
        the colour of that end, and does not take away the colours of all others.
        """
        finite = values[np.isfinite(values)]
        if not len(finite):
            return None
        low, high = float(finite.min()), float(finite.max())
        log = may_be_log and low > 0 and high / low > _LOG_RATIO
        clipped = bool(log and best / _BELOW_BEST > low)
        return cls(best / _BELOW_BEST if clipped else low, high, log, not higher_is_better, clipped)

    def share(self, value: float) -> float:
        """Return where a value stands between both ends, from 0 to 1; the middle if both ends are the same."""
        low, high = (log10(self.low), log10(self.high)) if self.log else (self.low, self.high)
        if high <= low:
            return 0.5
        if self.log and value <= 0:
            return 0.0
        return float(np.clip(((log10(value) if self.log else value) - low) / (high - low), 0.0, 1.0))

    def colour(self, value: float) -> QColor:
        """Return the colour of a value."""
        return self.colour_at(self.share(value))

    def colour_at(self, share: float) -> QColor:
        """Return the colour at a share from 0 (``low``) to 1 (``high``)."""
        return _colours()[round((_STEPS - 1) * (1.0 - share if self.reverse else share))]

    def ticks(self, count: int) -> list[float]:
        """Return at most about ``count`` round values between both ends; the ends themselves if there is none."""
        if not isfinite(self.low) or self.high <= self.low:
            return [self.low]
        if self.log:
            decades = range(ceil(log10(self.low) - 1e-9), floor(log10(self.high) + 1e-9) + 1)
            stride = max(1, ceil(len(decades) / max(count, 1)))
            found = [10.0**decade for decade in decades if decade % stride == 0]
        else:
            step = nice_step(self.high - self.low, count)
            multiples = np.arange(ceil(self.low / step - 1e-6), floor(self.high / step + 1e-6) + 1)
            found = [float(value) for value in multiples * step]
        return found if len(found) > 1 else [self.low, self.high]


@cache
def _colours() -> tuple[QColor, ...]:
    """Return the colours of the map, from its dark to its bright end."""
    return tuple(pg.colormap.get(_MAP).map(i / (_STEPS - 1), mode="qcolor") for i in range(_STEPS))


def letters_on(ground: QColor) -> QColor:
    """Return black or white, whichever can be read on a colour."""
    luminance = 0.2126 * ground.redF() ** 2.2 + 0.7152 * ground.greenF() ** 2.2 + 0.0722 * ground.blueF() ** 2.2
    return QColor("#000000") if luminance > _BRIGHT**2.2 else QColor("#ffffff")
