"""All tiles of a column as one picture, so that they are drawn with one call.

Each call of Qt waits until the thread that trains lets go of Python: hundreds of them make the window stutter.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from desktop_app.oklab import Pixels
from desktop_app.plots.map_colours import STEPS, target_colours
from desktop_app.plots.network_layout import ColumnPlace, bias_mark
from desktop_app.plots.plot_style import colour
from desktop_app.theme import Theme, theme

Inks = NDArray[np.uint32]
"""Opaque colours as Qt stores them: alpha, red, green and blue from the highest to the lowest byte."""

_MARGIN = 6  # pixels around the tiles, for what stands over


class Sheet:
    """A picture that covers the tiles of a column, transparent where there are none.

    Args:
        place: where the column lies.
        ratio: device pixels of one pixel.
    """

    def __init__(self, place: ColumnPlace, ratio: float) -> None:
        area = QRectF()
        for box in (*place.tiles, *place.kernels):
            area = area.united(box)
        self.area = area.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
        self._place, self._ratio = place, ratio
        height, width = round(self.area.height() * ratio), round(self.area.width() * ratio)
        self._pixels = np.zeros((height, width), dtype=np.uint32)

    def image(self) -> QImage:
        """Return the picture, to be drawn into :attr:`area`."""
        height, width = self._pixels.shape
        image = QImage(self._pixels.data, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied)
        return image.copy()

    def draw_tiles(self, numbers: tuple[NDArray[np.float32], float] | None, *, smooth: bool) -> None:
        """Draw frames, and in them numbers ``(n, h, w)`` from minus to plus the one that comes with them."""
        self._draw_framed(self._place.tiles, numbers, smooth=smooth)

    def draw_kernels(self, numbers: tuple[NDArray[np.float32], float] | None) -> None:
        """Draw the kernels of channels as tiles are drawn."""
        self._draw_framed(self._place.kernels, numbers, smooth=False)

    def draw_picture(self, pixels: Pixels) -> None:
        """Draw a picture ``(h, w, 3)`` into the only tile."""
        rows, columns = self._inside(*self._slices(self._place.tiles[0]))
        down = _places(pixels.shape[0], rows.stop - rows.start).astype(int)
        across = _places(pixels.shape[1], columns.stop - columns.start).astype(int)
        self._pixels[rows, columns] = inks(pixels[down[:, None], across[None, :]])

    def draw_biases(self, biases: NDArray[np.float32]) -> None:
        """Draw a small square for each bias in the colour of its sign, the stronger the larger the bias is."""
        known = np.clip(biases, -1e6, 1e6)
        shares = (0.3 + 0.7 * np.abs(known) / (np.abs(known) + 0.5)) * np.sign(known)
        colours = inks(target_colours(shares.astype(np.float32), 1.0))
        ground = _ink("plot_background")
        for tile, ink in zip(self._place.tiles, colours, strict=False):
            rows, columns = self._slices(bias_mark(tile))
            self._pixels[rows, columns] = ground
            self._pixels[self._inside(rows, columns)] = ink

    def _draw_framed(
        self, boxes: Sequence[QRectF], numbers: tuple[NDArray[np.float32], float] | None, *, smooth: bool
    ) -> None:
        frame, card = _ink("border"), _ink("card")
        enlarged: Inks | None = None
        for unit, box in enumerate(boxes):
            rows, columns = self._slices(box)
            self._pixels[rows, columns] = frame
            rows, columns = self._inside(rows, columns)
            if numbers is None or unit >= len(numbers[0]):
                self._pixels[rows, columns] = card
                continue
            if enlarged is None:
                size = rows.stop - rows.start, columns.stop - columns.start
                enlarged = _target_inks(enlarge(numbers[0], *size, smooth=smooth), numbers[1])
            self._pixels[rows, columns] = enlarged[unit]

    def _slices(self, box: QRectF) -> tuple[slice, slice]:
        ratio, area = self._ratio, self.area
        top, left = round((box.top() - area.top()) * ratio), round((box.left() - area.left()) * ratio)
        return slice(top, top + round(box.height() * ratio)), slice(left, left + round(box.width() * ratio))

    def _inside(self, rows: slice, columns: slice) -> tuple[slice, slice]:
        line = max(1, round(self._ratio))
        return slice(rows.start + line, rows.stop - line), slice(columns.start + line, columns.stop - line)


def enlarge(numbers: NDArray[np.float32], height: int, width: int, *, smooth: bool) -> NDArray[np.float32]:
    """Return pictures ``(n, h, w)`` in another size ``(n, height, width)``.

    Args:
        numbers: what to enlarge.
        height: in pixels.
        width: in pixels.
        smooth: interpolate between the pixels, whose middles are the places for which they stand.
    """
    _, old_height, old_width = numbers.shape
    if not smooth:
        down, across = _places(old_height, height).astype(int), _places(old_width, width).astype(int)
        return numbers[:, down[:, None], across[None, :]]
    found: NDArray[np.float32] = _between(old_height, height) @ numbers @ _between(old_width, width).T
    return found


def inks(pixels: Pixels) -> Inks:
    """Return colours ``(..., 3)`` as Qt stores them, ``(...)``."""
    wide = pixels.astype(np.uint32)
    return (0xFF000000 | wide[..., 0] << 16 | wide[..., 1] << 8 | wide[..., 2]).astype(np.uint32)


def _places(old: int, new: int) -> NDArray[np.float64]:
    """Return where the middles of ``new`` pixels lie among ``old`` ones, from 0 to ``old``."""
    return (np.arange(new) + 0.5) * old / new


@lru_cache(maxsize=16)
def _between(old: int, new: int) -> NDArray[np.float32]:
    """Return the matrix ``(new, old)`` that interpolates between pixels."""
    at = np.clip(_places(old, new) - 0.5, 0, old - 1)
    shares = 1 - np.abs(at[:, None] - np.arange(old)[None, :])
    return np.clip(shares, 0, 1).astype(np.float32)


def _target_inks(numbers: NDArray[np.float32], largest: float) -> Inks:
    """Return the colours of numbers as ``target_colours`` has them, in a fraction of the time."""
    table = _table(theme())
    known = np.isfinite(numbers)
    steps = np.clip(np.where(known, numbers, 0) * (STEPS / largest), -STEPS, STEPS) + (STEPS + 0.5)
    return table[np.where(known, steps, len(table) - 1).astype(np.intp)]


@lru_cache(maxsize=4)
def _table(_look: Theme) -> Inks:
    """Return the colours from the lowest to the highest number, and that of what is no number."""
    shares = np.append(np.linspace(-1, 1, 2 * STEPS + 1), np.nan).astype(np.float32)
    return inks(target_colours(shares, 1.0))


def _ink(name: str) -> np.uint32:
    return np.uint32(colour(name).rgb())
