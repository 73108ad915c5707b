"""Numbers as colours: scales that change evenly to the eye, in the colours of classes and targets.

Colours are mixed in Oklab (Björn Ottosson, 2020), where equal steps look equal.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor

from desktop_app.point_marks import PointStyle
from desktop_app.theme import Theme, theme

Pixels = NDArray[np.uint8]
Numbers = NDArray[np.float64]

STEPS = 128
_FULL = 0.62
"""How much of a class's colour the surest answer has: its points must stand out."""

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


def _oklab(colours: Numbers) -> Numbers:
    linear = np.where(colours <= 0.04045, colours / 12.92, ((colours + 0.055) / 1.055) ** 2.4)
    found: Numbers = np.cbrt(linear @ _TO_CONES.T) @ _TO_LAB.T
    return found


def _srgb(lab: Numbers) -> Numbers:
    linear = (lab @ np.linalg.inv(_TO_LAB).T) ** 3 @ np.linalg.inv(_TO_CONES).T
    linear = np.clip(linear, 0, 1)
    return np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)


def mixed(first: QColor, second: QColor, shares: Numbers) -> Pixels:
    """Return mixtures ``(..., 3)`` of two colours; ``shares`` from 0 (the first) to 1 (the second)."""
    start, end = _oklab(rgb(first)), _oklab(rgb(second))
    lab = start + np.asarray(shares)[..., None] * (end - start)
    return np.rint(255 * _srgb(lab)).astype(np.uint8)


@lru_cache(maxsize=16)
def _class_scales(num_classes: int, look: Theme) -> Pixels:
    """Return ``(num_classes, STEPS, 3)``: from the ground to the colour of each class."""
    shares = np.linspace(0, _FULL, STEPS)
    ground = QColor(look.plot_background)
    scales = [mixed(ground, QColor(look.series[k % len(look.series)]), shares) for k in range(num_classes)]
    return np.stack(scales)


@lru_cache(maxsize=4)
def _target_scale(look: Theme) -> Pixels:
    """Return ``(2 * STEPS + 1, 3)``: the colours that targets from the lowest to the highest have."""
    shares = np.linspace(-1, 1, 2 * STEPS + 1)
    return np.rint([255 * rgb(PointStyle(share=share).colour) for share in shares]).astype(np.uint8)


def _unknown() -> Pixels:
    return np.rint(255 * rgb(QColor(theme().border))).astype(np.uint8)


def class_colours(probabilities: NDArray[np.float32], *, discrete: bool = False) -> Pixels:
    """Return the colour of the likeliest class, the paler the less sure it is, ``(..., 3)``.

    Args:
        probabilities: ``(..., num_classes)``; what is not finite becomes grey.
        discrete: let every answer look equally sure.
    """
    num_classes = probabilities.shape[-1]
    winner, highest = probabilities.argmax(axis=-1), probabilities.max(axis=-1)
    known = np.isfinite(highest)
    sure = (np.where(known, highest, 0) * num_classes - 1) / max(num_classes - 1, 1)
    steps = np.full(sure.shape, STEPS - 1) if discrete else np.rint(np.clip(sure, 0, 1) * (STEPS - 1)).astype(int)
    colours = _class_scales(num_classes, theme())[winner, steps]
    return np.where(known[..., None], colours, _unknown())


def target_colours(values: NDArray[np.float32], largest: float, *, discrete: bool = False) -> Pixels:
    """Return the colours of targets from ``-largest`` to ``largest``, orange over pale to blue, ``(..., 3)``.

    Args:
        values: what is not finite becomes grey.
        largest: positive.
        discrete: show the sign only.
    """
    known = np.isfinite(values)
    shares = np.clip(np.where(known, values, 0) / largest, -1, 1)
    shares = np.sign(shares) if discrete else shares
    colours = _target_scale(theme())[np.rint((shares + 1) * STEPS).astype(int)]
    return np.where(known[..., None], colours, _unknown())


def level_colours(shares: Numbers) -> Pixels:
    """Return colours for numbers from 0 (the ground) to 1, of one hue and growing stronger, ``(..., 3)``."""
    look = theme()
    return mixed(QColor(look.plot_background), QColor(look.train), _FULL * np.clip(shares, 0, 1))
