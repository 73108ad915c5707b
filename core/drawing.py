"""From a drawing to the input of a network: scaled and centred as the pictures of the data set are."""

from __future__ import annotations

from dataclasses import dataclass
from math import prod
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from core.data import Parts

Ink = NDArray[np.float32]
"""A drawing ``(height, width)``: 0 where nothing was drawn, 1 where it was."""

_LOOKED_AT = 500  # pictures
_FAINT = 0.15
_BRIGHT = 0.5


@dataclass(frozen=True)
class PictureStyle:
    """How the pictures of a data set look; measured on its training part.

    Attributes:
        shape: channels, height and width.
        share: of the frame that the longer side of what is drawn fills, usually.
        centre: what usually lies in the middle: the box around what is drawn, or its centre of mass.
        bright_ground: whether they are dark on bright.
    """

    shape: tuple[int, int, int]
    share: float
    centre: Literal["box", "mass"]
    bright_ground: bool

    @property
    def fills(self) -> int:
        """Pixels that the longer side of what is drawn fills."""
        return max(1, round(self.share * max(self.shape[1:])))


def style_of(parts: Parts) -> PictureStyle:
    """Measure the pictures of a training part, ``(n, height, width)`` or ``(n, channels, height, width)``."""
    X = parts.train.X
    some = X[:: max(1, len(X) // _LOOKED_AT)][:_LOOKED_AT]
    pictures = brightness(some, parts)
    height, width = pictures.shape[1:]
    edges = [pictures[:, 0], pictures[:, -1], pictures[:, :, 0], pictures[:, :, -1]]
    bright = float(np.median(np.concatenate(edges, axis=1))) > _BRIGHT
    drawn = [ink for ink in (1 - pictures if bright else pictures) if (ink > _FAINT).any()]
    channels = X.shape[1] if X.ndim == 4 else 1
    if not drawn:
        return PictureStyle((channels, height, width), 1.0, "box", bright)
    boxes = np.array([box_of(ink) for ink in drawn])
    shares = np.maximum((boxes[:, 1] - boxes[:, 0]) / height, (boxes[:, 3] - boxes[:, 2]) / width)
    box_centres = np.column_stack([boxes[:, 0] + boxes[:, 1], boxes[:, 2] + boxes[:, 3]]) / 2
    mass_centres = np.array([_centre_of_mass(ink) for ink in drawn])
    nearer = mass_centres.std(axis=0).sum() < box_centres.std(axis=0).sum()
    share = float(np.median(shares))
    return PictureStyle((channels, height, width), share, "mass" if nearer else "box", bright)


def brightness(X: NDArray[Any], parts: Parts) -> NDArray[np.float64]:
    """Return inputs of the data set as grey pictures ``(n, height, width)`` from 0 (black) to 1 (white)."""
    if X.dtype == np.uint8:
        values = X.astype(np.float64) / 255
    else:
        values = X.astype(np.float64)
        if parts.form is not None:
            means, deviations = _scales(parts)
            values = values.reshape(len(X), -1) * deviations + means
            low, high = _range(parts)
            values = ((values - low) / (high - low)).reshape(X.shape)
    grey: NDArray[np.float64] = values.mean(axis=1) if values.ndim == 4 else values
    return grey


def prepared(ink: Ink, style: PictureStyle, parts: Parts, *, fit: bool = True) -> NDArray[np.float32]:
    """Return a drawing as an input ``(1, *input_shape)``, as the network sees it.

    Args:
        ink: the drawing, of any size.
        style: of the pictures of the data set.
        parts: the data set.
        fit: scale what is drawn so that its longer side fills the usual share of the frame, and centre it as usual;
            otherwise the whole drawing is made smaller as it is.
    """
    small = _fitted(ink, style) if fit and (ink > _FAINT).any() else _resized(ink, style.shape[1:])
    values = 1 - small if style.bright_ground else small
    X = np.broadcast_to(values, style.shape).astype(np.float64)
    if parts.form is not None and prod(style.shape) == len(parts.form.columns):
        low, high = _range(parts)
        means, deviations = _scales(parts)
        X = ((low + X.ravel() * (high - low)) - means) / deviations
    return X.reshape(1, *parts.facts.input_shape).astype(np.float32)


def ink_of(grey: NDArray[np.uint8], shape: tuple[int, int]) -> Ink:
    """Return a picture of any size as a drawing of a given shape; what is unlike its border counts as drawn."""
    values = grey.astype(np.float32) / 255
    border = np.concatenate([values[0], values[-1], values[:, 0], values[:, -1]])
    ink = 1 - values if float(border.mean()) > _BRIGHT else values
    scale = min(shape[0] / ink.shape[0], shape[1] / ink.shape[1])
    height, width = (max(1, round(scale * side)) for side in ink.shape)
    drawing = np.zeros(shape, np.float32)
    top, left = (shape[0] - height) // 2, (shape[1] - width) // 2
    drawing[top : top + height, left : left + width] = _resized(ink, (height, width))
    return drawing


def box_of(ink: NDArray[Any]) -> tuple[int, int, int, int]:
    """Return top, bottom, left and right of what is drawn; the bottom and the right are those behind it."""
    rows, columns = np.flatnonzero((ink > _FAINT).any(axis=1)), np.flatnonzero((ink > _FAINT).any(axis=0))
    return int(rows[0]), int(rows[-1]) + 1, int(columns[0]), int(columns[-1]) + 1


def _fitted(ink: Ink, style: PictureStyle) -> Ink:
    top, bottom, left, right = box_of(ink)
    part = ink[top:bottom, left:right]
    _, height, width = style.shape
    scale = style.share / max(part.shape[0] / height, part.shape[1] / width)
    size = (
        min(height, max(1, round(scale * part.shape[0]))),
        min(width, max(1, round(scale * part.shape[1]))),
    )
    small = _resized(part, size)
    middle = _centre_of_mass(small) if style.centre == "mass" else (size[0] / 2, size[1] / 2)
    corner = [
        int(np.clip(round(side / 2 - centre), 0, side - extent))
        for side, centre, extent in zip((height, width), middle, size, strict=True)
    ]
    found = np.zeros((height, width), np.float32)
    found[corner[0] : corner[0] + size[0], corner[1] : corner[1] + size[1]] = small
    return found


def _resized(ink: Ink, size: tuple[int, int]) -> Ink:
    from PIL import Image

    picture = Image.fromarray(np.ascontiguousarray(ink, dtype=np.float32))
    smaller = size[0] <= ink.shape[0] and size[1] <= ink.shape[1]
    # A box takes the mean of what becomes one pixel.
    filtering = Image.Resampling.BOX if smaller else Image.Resampling.BILINEAR
    found: Ink = np.asarray(picture.resize((size[1], size[0]), filtering)).clip(0, 1)
    return found


def _centre_of_mass(ink: NDArray[Any]) -> tuple[float, float]:
    """Return the centre of mass in pixels from the upper left corner."""
    total = float(ink.sum())
    rows, columns = (np.arange(side) + 0.5 for side in ink.shape)
    return float(ink.sum(axis=1) @ rows) / total, float(ink.sum(axis=0) @ columns) / total


def _scales(parts: Parts) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    assert parts.form is not None
    columns = parts.form.columns
    return np.array([column.mean for column in columns]), np.array([column.deviation for column in columns])


def _range(parts: Parts) -> tuple[float, float]:
    """Return what is black and what is white in pictures that are columns of a table."""
    means, deviations = _scales(parts)
    values = parts.train.X[:_LOOKED_AT].reshape(min(len(parts.train), _LOOKED_AT), -1) * deviations + means
    low, high = min(0.0, float(values.min())), float(values.max())
    return low, high if high > low else low + 1
