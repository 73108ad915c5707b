"""Mixtures of colours that change evenly to the eye: in Oklab (Björn Ottosson, 2020), where equal steps look equal."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor

Pixels = NDArray[np.uint8]
Numbers = NDArray[np.float64]

_TO_CONES = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
_TO_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)


def rgb(colour: QColor) -> Numbers:
    """Return red, green and blue from 0 to 1, ``(3,)``."""
    return np.array([colour.redF(), colour.greenF(), colour.blueF()])


def oklab(colours: Numbers) -> Numbers:
    """Return lightness from 0 to 1 and the two axes of colour, ``(..., 3)``, of red, green and blue from 0 to 1."""
    linear = np.where(colours <= 0.04045, colours / 12.92, ((colours + 0.055) / 1.055) ** 2.4)
    found: Numbers = np.cbrt(linear @ _TO_CONES.T) @ _TO_LAB.T
    return found


def _srgb(lab: Numbers) -> Numbers:
    linear = (lab @ np.linalg.inv(_TO_LAB).T) ** 3 @ np.linalg.inv(_TO_CONES).T
    linear = np.clip(linear, 0, 1)
    return np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)


def mixed(first: QColor, second: QColor, shares: Numbers) -> Pixels:
    """Return mixtures ``(..., 3)`` of two colours; ``shares`` from 0 (the first) to 1 (the second)."""
    start, end = oklab(rgb(first)), oklab(rgb(second))
    lab = start + np.asarray(shares)[..., None] * (end - start)
    return np.rint(255 * _srgb(lab)).astype(np.uint8)
