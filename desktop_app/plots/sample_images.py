"""Samples as pictures: arrays in, sharp enlarged images out."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

Shape = tuple[int, ...]


def is_image(shape: Shape) -> bool:
    """Tell whether samples of this shape are pictures: ``(h, w)``, ``(1, h, w)`` or, in colour, ``(3, h, w)``."""
    return len(shape) == 2 or (len(shape) == 3 and shape[0] in (1, 3))


class SampleImages:
    """The pictures of a part.

    Args:
        X: ``(n, h, w)`` or ``(n, channels, h, w)``, uint8 or floats; floats beyond 0..1 are scaled to their own range.
    """

    def __init__(self, X: NDArray[np.float32] | NDArray[np.uint8]) -> None:
        self._X = X if X.ndim == 4 else X[:, None]
        self._low, self._high = 0.0, 1.0
        if X.dtype != np.uint8 and X.size:
            self._low, self._high = min(0.0, float(X.min())), max(1.0, float(X.max()))

    @property
    def width(self) -> int:
        """Pixels in a row."""
        return int(self._X.shape[3])

    def pixels(self, position: int, *, inverted: bool) -> NDArray[np.uint8]:
        """Return one picture, ``(h, w)`` grey or ``(h, w, 3)`` in colour, from 0 to 255.

        ``inverted`` swaps black and white of grey pictures, as suits a light background.
        """
        sample = self._X[position]
        if sample.dtype != np.uint8:
            scaled = (sample - self._low) / (self._high - self._low)
            sample = np.rint(scaled * 255.0).astype(np.uint8)
        if len(sample) == 3:
            return np.ascontiguousarray(sample.transpose(1, 2, 0))
        grey = np.ascontiguousarray(sample[0])
        return np.uint8(255) - grey if inverted else grey

    def image(self, position: int, *, inverted: bool) -> QImage:
        """Return one picture, one pixel of the image for one of the sample."""
        pixels = self.pixels(position, inverted=inverted)
        kind = QImage.Format.Format_Grayscale8 if pixels.ndim == 2 else QImage.Format.Format_RGB888
        # The copy owns its memory; the first image only borrows the array's.
        return QImage(pixels.data, pixels.shape[1], pixels.shape[0], pixels.strides[0], kind).copy()


def draw_sharp(
    painter: QPainter, image: QImage, centre: QPointF, side: float, frame: QColor, frame_width: float = 1.0
) -> None:
    """Draw an image about ``side`` wide in a frame, so that each of its pixels becomes a square of device pixels."""
    ratio = painter.device().devicePixelRatioF()
    zoom = max(1, int(side * ratio / image.width() + 1e-6))
    width, height = zoom * image.width() / ratio, zoom * image.height() / ratio
    left = round((centre.x() - width / 2) * ratio) / ratio
    top = round((centre.y() - height / 2) * ratio) / ratio
    target = QRectF(left, top, width, height)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    # The frame lies below, so that it cannot cover a pixel of the image.
    painter.fillRect(target.adjusted(-frame_width, -frame_width, frame_width, frame_width), frame)
    painter.drawImage(target, image)
