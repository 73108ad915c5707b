"""Many points of some styles, drawn in pixels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPaintDevice, QPaintEngine, QPainter, QPixmap, QTransform
from PySide6.QtWidgets import QWidget

from desktop_app.plots.plot_style import ViewItem
from desktop_app.point_marks import PointStyle


class Scatter(ViewItem):
    """Points that keep their size at every zoom. Those of later styles lie above those of earlier ones."""

    def __init__(self) -> None:
        super().__init__()
        self.x: NDArray[np.float64] = np.empty(0)
        self.y: NDArray[np.float64] = np.empty(0)
        self.codes: NDArray[np.int64] = np.empty(0, np.int64)
        self.styles: tuple[PointStyle, ...] = ()

    def set_points(
        self,
        x: NDArray[np.float64],
        y: NDArray[np.float64],
        codes: NDArray[np.int64],
        styles: Sequence[PointStyle],
    ) -> None:
        """Show points.

        Args:
            x: their places, ``(n,)``.
            y: their heights, ``(n,)``.
            codes: which of the styles each has, ``(n,)``.
            styles: what the points look like.
        """
        self.x, self.y, self.codes, self.styles = x, y, codes, tuple(styles)
        self.update()

    def paint(self, painter: QPainter, option: Any, widget: QWidget | None) -> None:
        """Draw the points that can be seen."""
        transform = painter.transform()
        x, y = transform.m11() * self.x + transform.dx(), transform.m22() * self.y + transform.dy()
        frame = transform.mapRect(self.viewRect())
        seen = (x >= frame.left()) & (x <= frame.right()) & (y >= frame.top()) & (y <= frame.bottom())
        painter.setTransform(QTransform())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        engine = painter.paintEngine()
        scalable = engine is not None and engine.type() == QPaintEngine.Type.SVG
        for code, style in enumerate(self.styles):
            chosen = np.flatnonzero(seen & (self.codes == code))
            if chosen.size:
                places = zip(x[chosen].tolist(), y[chosen].tolist(), strict=True)
                _draw(painter, style, [QPointF(*place) for place in places], scalable=scalable)
        painter.setTransform(transform)


def _draw(painter: QPainter, style: PointStyle, places: Sequence[QPointF], *, scalable: bool) -> None:
    if scalable:
        for place in places:
            painter.setTransform(QTransform.fromTranslate(place.x(), place.y()))
            style.draw(painter)
        painter.setTransform(QTransform())
        return
    stamp = _stamp(style, painter.device())
    half = stamp.deviceIndependentSize() / 2
    corner = QPointF(half.width(), half.height())
    for place in places:
        painter.drawPixmap(place - corner, stamp)


def _stamp(style: PointStyle, device: QPaintDevice) -> QPixmap:
    """Return a picture of one point: to copy it is many times faster than to draw it again."""
    ratio = device.devicePixelRatioF()
    side = round((style.size + 6) * ratio)
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    pixmap.setDevicePixelRatio(ratio)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(side / ratio / 2, side / ratio / 2)
    style.draw(painter)
    painter.end()
    return pixmap
