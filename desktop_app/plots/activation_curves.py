"""Points of activation functions and their derivatives, ready to draw: kinks sharp, jumps as gaps."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.activations import ActivationFunction

Array = NDArray[np.float64]

_BIG_CHANGE = 0.1
_HALVINGS = 60


@dataclass(frozen=True, eq=False)
class ActivationCurve:
    """Points ``(n,)`` of f and of its derivative; where the derivative jumps, a point with NaN parts its branches."""

    x: Array
    f: Array
    derivative: Array


def sampled(function: ActivationFunction, left: float, right: float, count: int) -> ActivationCurve:
    """Return ``count`` equidistant points from ``left`` to ``right``, and those beside the jumps of the derivative."""
    x = np.linspace(left, right, count)
    jumps = _jumps(function, x)
    extra = np.array([value for jump in jumps for value in jump])
    x = np.unique(np.concatenate([x, extra]))
    # After the last point of each left branch.
    gaps = np.searchsorted(x, [low for low, _ in jumps], side="right")
    return ActivationCurve(
        np.insert(x, gaps, [low for low, _ in jumps]),
        np.insert(function.f(x), gaps, function.f(np.array([low for low, _ in jumps]))),
        np.insert(function.derivative(x), gaps, np.nan),
    )


def _jumps(function: ActivationFunction, x: Array) -> list[tuple[float, float]]:
    """Return the neighbouring numbers between which the derivative jumps, by halving the intervals of ``x``."""
    values = function.derivative(x)
    found = []
    for i in np.flatnonzero(np.abs(np.diff(values)) > _BIG_CHANGE):
        low, high, at_low, at_high = x[i], x[i + 1], values[i], values[i + 1]
        change = abs(at_high - at_low)
        for _ in range(_HALVINGS):
            middle = (low + high) / 2
            at_middle = float(function.derivative(np.asarray(middle)))
            if abs(at_middle - at_low) > abs(at_high - at_middle):
                high, at_high = middle, at_middle
            else:
                low, at_low = middle, at_middle
        if abs(at_high - at_low) > change / 2:
            found.append((float(low), float(high)))
    return found


def value_range(curves: list[Array], *, least: tuple[float, float]) -> tuple[float, float]:
    """Return a range that holds all values and ``least``, with a margin."""
    low = min([least[0], *(float(np.nanmin(values)) for values in curves)])
    high = max([least[1], *(float(np.nanmax(values)) for values in curves)])
    margin = 0.06 * (high - low)
    return low - margin, high + margin


def to_csv(curves: dict[str, ActivationCurve]) -> str:
    """Return the points of all functions as a table: function, x, f(x), derivative; the gaps are left out."""
    lines = ["function,x,f,derivative"]
    for name, curve in curves.items():
        drawn = np.isfinite(curve.derivative)
        rows = zip(curve.x[drawn], curve.f[drawn], curve.derivative[drawn], strict=True)
        lines += [f"{name},{float(x)!r},{float(f)!r},{float(d)!r}" for x, f, d in rows]
    return "\n".join(lines) + "\n"
