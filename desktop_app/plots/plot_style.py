"""The common look of what plots draw: colours from the theme, fonts, numbers, lines with symbols, legends.

The widget that holds them and follows the theme is ``desktop_app.plots.canvas.Canvas``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import isfinite, isnan
from typing import Any, ClassVar

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QPaintDevice,
    QPaintEngine,
    QPainter,
    QPainterPath,
    QPen,
    QTransform,
)
from PySide6.QtWidgets import QWidget

from desktop_app.point_marks import PointStyle
from desktop_app.style import scaled
from desktop_app.symbols import SYMBOLS
from desktop_app.theme import theme

_FAR = 1e5  # pixels
_PIECE = 8  # segments
_LARGEST_SAMPLE = 14.0  # pixels of a symbol in a legend
_SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def colour(name: str, alpha: float = 1.0) -> QColor:
    """Return a colour of the present theme.

    Args:
        name: a field of ``Theme``, ``"series0"`` to ``"series9"``, or ``"#rrggbb"``.
        alpha: opacity from 0 to 1.
    """
    if name.startswith("#"):
        found = QColor(name)
    elif name.startswith("series"):
        series = theme().series
        found = QColor(series[int(name.removeprefix("series")) % len(series)])
    else:
        found = QColor(getattr(theme(), name))
    found.setAlphaF(alpha)
    return found


def plot_font(scale: float = 1.0) -> QFont:
    """Return the application's font for use in a plot."""
    return scaled(QGuiApplication.font(), scale)


def plot_pen(name: str, width: float = 1.0, dash: Qt.PenStyle = Qt.PenStyle.SolidLine, alpha: float = 1.0) -> QPen:
    """Return a pen in a colour of the present theme, for items that are drawn in pixels.

    Unlike pyqtgraph's pens it is not cosmetic, so that it grows with the resolution of screen and picture.
    """
    return QPen(colour(name, alpha), width, dash, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.RoundJoin)


def readable(value: float, digits: int = 4) -> str:
    """Return a number with so many significant digits, such as ``0.4821`` or ``1.2·10⁻⁷``."""
    if isnan(value):
        return "NaN"
    if not isfinite(value):
        return "∞" if value > 0 else "−∞"
    if value == 0:
        return "0"
    exponent = int(f"{value:.{digits - 1}e}".partition("e")[2])
    if -4 <= exponent < 6:
        return f"{value:.{max(0, digits - 1 - exponent)}f}".replace("-", "−")
    return power_text(value, digits)


def power_text(value: float, digits: int) -> str:
    """Return a number with a power of ten, such as ``1.2·10⁻⁷`` or ``10³``; zero is ``0``."""
    if value == 0:
        return "0"
    mantissa, _, power = f"{value:.{digits - 1}e}".partition("e")
    mantissa = mantissa.rstrip("0").rstrip(".") if "." in mantissa else mantissa
    text = f"{mantissa}0" if mantissa in ("1", "-1") else f"{mantissa}·10"
    return text.replace("-", "−") + str(int(power)).translate(_SUPERSCRIPTS)


def percent(share: float) -> str:
    """Return a share from 0 to 1 as a text such as "86.2 %"."""
    return f"{100 * share:.1f} %"


@dataclass(frozen=True)
class LineStyle:
    """How a line and its points look.

    ``colour`` is a name for :func:`colour`, ``symbol`` one of ``SYMBOLS``. A ``strength`` below 1 mixes the colour with
    the background: unlike transparency it does not grow darker where a line runs over itself.
    """

    colour: str
    width: float = 2.0
    dash: Qt.PenStyle = Qt.PenStyle.SolidLine
    strength: float = 1.0
    symbol: str | None = None
    symbol_size: float = 8.0

    sample_width: ClassVar[float] = 36.0
    """Width of what a legend shows, in pixels."""

    def pen(self) -> QPen:
        """Return the pen in the present theme."""
        pen = plot_pen(self.colour, self.width, self.dash)
        pen.setColor(self.mixed())
        return pen

    def mixed(self) -> QColor:
        """Return the colour in the present theme."""
        front, back, share = colour(self.colour), colour("plot_background"), self.strength
        return QColor.fromRgbF(
            share * front.redF() + (1 - share) * back.redF(),
            share * front.greenF() + (1 - share) * back.greenF(),
            share * front.blueF() + (1 - share) * back.blueF(),
        )

    def draw_symbols(self, painter: QPainter, places: Iterable[tuple[float, float]]) -> None:
        """Draw the symbol at places in pixels, with a fine rim that parts it from the line."""
        if self.symbol is not None:
            path = QTransform.fromScale(self.symbol_size, self.symbol_size).map(SYMBOLS[self.symbol])
            painter.setPen(plot_pen("plot_background"))
            painter.setBrush(self.mixed())
            for place in places:
                painter.drawPath(path.translated(*place))

    def draw_sample(self, painter: QPainter) -> None:
        """Draw what a legend shows around the painter's origin, in pixels."""
        pen = self.pen()
        pen.setWidthF(max(pen.widthF(), 1.5))
        painter.setPen(pen)
        painter.drawLine(QPointF(-self.sample_width / 2, 0), QPointF(self.sample_width / 2, 0))
        # Not into the row above.
        replace(self, symbol_size=min(self.symbol_size, _LARGEST_SAMPLE)).draw_symbols(painter, [(0.0, 0.0)])


class ViewItem(pg.GraphicsObject):
    """Something that fills a view and is painted in pixels. It has no say in pyqtgraph's auto-range."""

    def boundingRect(self) -> QRectF:
        """Return the visible area."""
        return QRectF(self.viewRect()) if self.getViewBox() is not None else QRectF()

    def viewTransformChanged(self) -> None:  # noqa: N802
        """Follow the visible area."""
        super().viewTransformChanged()
        self.prepareGeometryChange()


class Line(ViewItem):
    """A curve with symbols on its points. Points that are not finite leave a gap.

    It is drawn in pixels: pens keep their width at every zoom, and grow with the resolution of screen and picture.
    More than ``symbols_limit`` points in the view are drawn without symbols; where ``spread`` is given, more than twice
    as many get ``spread`` symbols, evenly spread. More than ``bold_limit`` points are drawn with a thin pen, which Qt
    draws a hundred times as fast.
    """

    symbols_limit = 60
    bold_limit = 120

    def __init__(self, style: LineStyle, spread: int = 0) -> None:
        super().__init__()
        self.style, self.spread = style, spread
        self.x: NDArray[np.float64] = np.empty(0)
        self.y: NDArray[np.float64] = np.empty(0)

    def set_points(self, x: NDArray[np.float64], y: NDArray[np.float64]) -> None:
        """Show points; both arrays have shape ``(n,)`` and are kept, not copied."""
        self.x, self.y = x, y
        self.update()

    def paint(self, painter: QPainter, option: Any, widget: QWidget | None) -> None:
        """Draw the line and, if they are not too many, the symbols."""
        transform = painter.transform()
        x, y = transform.m11() * self.x + transform.dx(), transform.m22() * self.y + transform.dy()
        frame = transform.mapRect(self.viewRect())
        painter.setTransform(QTransform())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = self._pen(painter.device())
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        engine = painter.paintEngine()
        if engine is not None and engine.type() == QPaintEngine.Type.SVG:
            path = _clipped_path(x, y, frame)
            # Readers of SVG complain of a path without points.
            if not path.isEmpty():
                painter.drawPath(path)
        elif len(x) > 1:
            # Qt's painter loses coordinates beyond all measure, as a diverged loss has them.
            far = np.where(np.isfinite(y), np.clip(y, -_FAR, _FAR), np.nan)
            if pen.widthF() > 1:
                _draw_in_pieces(painter, pen, x, far)
            else:
                painter.drawPath(pg.arrayToQPath(x, far, connect="finite"))
        self._draw_symbols(painter, x, y, frame)
        painter.setTransform(transform)

    def _pen(self, device: QPaintDevice) -> QPen:
        pen = self.style.pen()
        if len(self.x) > self.bold_limit:
            one_pixel = 1.0 / device.devicePixelRatioF() if isinstance(device, QWidget) else 1.0
            pen.setWidthF(min(pen.widthF(), one_pixel))
        return pen

    def _draw_symbols(self, painter: QPainter, x: NDArray[np.float64], y: NDArray[np.float64], frame: QRectF) -> None:
        if self.style.symbol is None:
            return
        wide = frame.adjusted(-1, -1, 1, 1)
        seen = (x >= wide.left()) & (x <= wide.right()) & (y >= wide.top()) & (y <= wide.bottom())
        marked = np.flatnonzero(seen)
        if len(marked) > (2 * self.spread or self.symbols_limit):
            marked = marked[np.linspace(0, len(marked) - 1, self.spread).astype(int)]
        self.style.draw_symbols(painter, zip(x[marked].tolist(), y[marked].tolist(), strict=True))


def _draw_in_pieces(painter: QPainter, pen: QPen, x: NDArray[np.float64], y: NDArray[np.float64]) -> None:
    """Draw a bold polyline piece by piece: Qt's time grows with the square of the points of one path."""
    lengths = np.concatenate([[0.0], np.nancumsum(np.hypot(np.diff(x), np.diff(y)))])
    solid = pen.style() == Qt.PenStyle.SolidLine
    if solid:
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
    for start in range(0, len(x) - 1, _PIECE):
        # So that the joint is whole: round ends, or for dashes, which would grow by them, one segment twice.
        first = start if solid else max(0, start - 1)
        if not solid:
            pen.setDashOffset(lengths[first] / pen.widthF())
            painter.setPen(pen)
        piece = slice(first, start + _PIECE + 1)
        painter.drawPath(pg.arrayToQPath(x[piece], y[piece], connect="finite"))


def _clipped_path(x: NDArray[np.float64], y: NDArray[np.float64], frame: QRectF) -> QPainterPath:
    """Return the part of a polyline inside a rectangle: SVG as Qt writes it knows no clipping."""
    x0, y0, dx, dy = x[:-1], y[:-1], np.diff(x), np.diff(y)
    start, end = np.zeros_like(dx), np.ones_like(dx)
    visible = np.isfinite(dy)
    # Liang and Barsky (1984): each border leaves of the segment the share from ``start`` to ``end``.
    for step, room in (
        (-dx, x0 - frame.left()),
        (dx, frame.right() - x0),
        (-dy, y0 - frame.top()),
        (dy, frame.bottom() - y0),
    ):
        moving = visible & (step != 0)
        share = np.divide(room, step, out=np.zeros_like(step), where=moving)
        start = np.where(moving & (step < 0), np.maximum(start, share), start)
        end = np.where(moving & (step > 0), np.minimum(end, share), end)
        visible &= (step != 0) | (room >= 0)
    path = QPainterPath()
    previous = -2
    for i in np.flatnonzero(visible & (start < end)):
        if previous != i - 1 or start[i] > 0 or end[i - 1] < 1:
            path.moveTo(x0[i] + start[i] * dx[i], y0[i] + start[i] * dy[i])
        path.lineTo(x0[i] + end[i] * dx[i], y0[i] + end[i] * dy[i])
        previous = i
    return path


@dataclass(frozen=True)
class LegendEntry:
    """One line of a legend."""

    text: str
    style: LineStyle | PointStyle


class Legend(pg.GraphicsWidget):
    """Samples of lines and points with their names, in one row, or in more where the width does not do."""

    _GAP, _SPACE, _MARGIN = 7.0, 22.0, 2.0

    def __init__(self) -> None:
        super().__init__()
        self.entries: tuple[LegendEntry, ...] = ()
        self._places: list[tuple[LegendEntry, QPointF]] = []
        self.restyle()

    def set_entries(self, entries: Sequence[LegendEntry]) -> None:
        """Show these lines."""
        self.entries = tuple(entries)
        self._arrange()

    def restyle(self) -> None:
        """Take colours and fonts from theme and application."""
        self._font = plot_font()
        self._arrange()

    def resizeEvent(self, event: Any) -> None:
        """Break rows anew."""
        self._arrange()

    def _arrange(self) -> None:
        metrics = QFontMetricsF(self._font)
        row = metrics.height() + 4
        x, y = 0.0, self._MARGIN
        self._places = []
        for entry in self.entries:
            width = entry.style.sample_width + self._GAP + metrics.horizontalAdvance(entry.text)
            if x > 0 and x + width > max(self.size().width(), 1.0):
                x, y = 0.0, y + row
            self._places.append((entry, QPointF(x, y)))
            x += width + self._SPACE
        height = y + row + 2 * self._MARGIN if self.entries else 0.0
        if height != self.maximumHeight():
            self.setMinimumHeight(height)
            self.setMaximumHeight(height)
        self.update()

    def boundingRect(self) -> QRectF:
        """Return the area of the legend."""
        return QRectF(0, 0, self.size().width(), self.size().height())

    def paint(self, painter: QPainter, option: Any, widget: QWidget | None) -> None:
        """Draw the samples and names."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)
        metrics = QFontMetricsF(self._font)
        for entry, place in self._places:
            middle = place.y() + metrics.height() / 2
            width = entry.style.sample_width
            painter.save()
            painter.translate(place.x() + width / 2, middle)
            entry.style.draw_sample(painter)
            painter.restore()
            painter.setPen(colour("text"))
            painter.drawText(QPointF(place.x() + width + self._GAP, place.y() + metrics.ascent()), entry.text)
