"""What a network says as colours: scales that change evenly to the eye, in the colours of classes and targets."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor

from desktop_app.oklab import Numbers, Pixels, mixed, rgb
from desktop_app.point_marks import PointStyle
from desktop_app.theme import Theme, theme

STEPS = 128
_FULL = 0.62
"""How much of a class's colour the surest answer has: its points must stand out."""


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
