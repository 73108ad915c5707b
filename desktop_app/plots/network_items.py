"""What the picture of a network is made of: links, headings with bars and names, tiles, and the signal on its way."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QWidget

from desktop_app.oklab import Pixels
from desktop_app.plots.network_columns import INPUT, Column
from desktop_app.plots.network_layout import ColumnPlace, Links, bias_mark
from desktop_app.plots.network_links import Drawing, drawn_links, link_pens, sign_colour
from desktop_app.plots.network_values import BiasRef, LinkRef, UnitRef
from desktop_app.plots.plot_style import colour, plot_font, plot_pen, readable

translate = QCoreApplication.translate  # a name by which lupdate finds texts

_MIDDLE = Qt.AlignmentFlag.AlignCenter
_DOT = 3.2
NAME_SCALE = 0.92
NAME_GAP = 6.0  # pixels beside the name of a unit
_LONGEST_NAME = 130.0


def as_image(pixels: Pixels) -> QImage:
    """Return colours ``(h, w, 3)`` as an image that owns its memory; the first row is at the top."""
    pixels = np.ascontiguousarray(pixels)
    height, width = pixels.shape[:2]
    return QImage(pixels.data, width, height, pixels.strides[0], QImage.Format.Format_RGB888).copy()


class NetworkItem(QGraphicsItem):
    """Base: something that is painted over the whole picture."""

    def __init__(self, drawing: Drawing) -> None:
        super().__init__()
        self.drawing = drawing
        self._area = QRectF()

    def set_area(self, area: QRectF) -> None:
        """Fill another area."""
        self.prepareGeometryChange()
        self._area = area

    def boundingRect(self) -> QRectF:
        """Return the whole picture."""
        return self._area

    def paint(self, painter: QPainter, option: Any, widget: QWidget | None = None) -> None:
        """Draw it, if there is something."""
        if self.drawing.layout is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.draw(painter)

    def draw(self, painter: QPainter) -> None:
        """Draw it."""
        raise TypeError(f"{type(self).__name__} draws nothing")


class LinksItem(NetworkItem):
    """The links, and behind them a bundle where they are too many or lead from a picture."""

    def draw(self, painter: QPainter) -> None:
        """Draw bundles and links."""
        layout = self.drawing.layout
        assert layout is not None
        plain = {links.target for links in layout.links if not links.folded}
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("muted", 0.10))
        for number, column in enumerate(self.drawing.columns):
            if column.source is not None and number not in plain:
                painter.drawPath(_bundle(layout.columns[column.source], layout.columns[number]))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for links in layout.links:
            for path, pen in link_pens(self.drawing, links):
                painter.strokePath(path, pen)
        hovered = self.drawing.hovered
        if isinstance(hovered, LinkRef):
            for links in layout.links:
                if links.target == hovered.column:
                    painter.strokePath(links.path(hovered.unit, hovered.source), plot_pen("accent", 2.0))


def _bundle(source: ColumnPlace, target: ColumnPlace) -> QPainterPath:
    """Return the area between the tiles of two columns."""
    ends = target.kernels or target.tiles
    x0, x1 = max(tile.right() for tile in source.tiles), min(tile.left() for tile in ends)
    top0, bottom0 = source.tiles[0].top(), source.tiles[-1].bottom()
    top1, bottom1 = ends[0].top(), ends[-1].bottom()
    middle = (x0 + x1) / 2
    path = QPainterPath(QPointF(x0, top0))
    path.cubicTo(QPointF(middle, top0), QPointF(middle, top1), QPointF(x1, top1))
    path.lineTo(x1, bottom1)
    path.cubicTo(QPointF(middle, bottom1), QPointF(middle, bottom0), QPointF(x0, bottom0))
    path.closeSubpath()
    return path


class FrameItem(NetworkItem):
    """Headings of the columns, slim layers, names of units, and how many units are not drawn."""

    def draw(self, painter: QPainter) -> None:
        """Draw all texts and bars."""
        drawing, layout = self.drawing, self.drawing.layout
        assert layout is not None
        for number, (column, place) in enumerate(zip(drawing.columns, layout.columns, strict=True)):
            if column.kind == "slim":
                _draw_bar(painter, column, place)
                continue
            self._draw_head(painter, number, column, place)
            if place.more is not None:
                painter.setPen(colour("muted"))
                painter.setFont(plot_font(0.92))
                text = translate("Network", "… {n} more").format(n=f"{column.num_units - len(place.tiles):,}")
                painter.drawText(place.more, _MIDDLE, text)
            self._draw_names(painter, column, place)

    def _draw_head(self, painter: QPainter, number: int, column: Column, place: ColumnPlace) -> None:
        """Write title, size and number of parameters over a column, as far as there is room."""
        layout = self.drawing.layout
        assert layout is not None
        middle, room = _middle(place), 150.0
        for other in (layout.columns[n] for n in self.drawing.tiled() if n != number):
            room = min(room, abs(_middle(other) - middle) - 6)
        size = "×".join(str(n) for n in column.shape)
        lines = [column.title, f"{size} {column.activation}".strip(), parameters_text(column)]
        top = 10.0
        for position, line in enumerate(lines):
            painter.setFont(_bold() if position == 0 else plot_font(0.9))
            painter.setPen(colour("text" if position == 0 else "muted"))
            metrics = QFontMetricsF(painter.font())
            if position == 2 and metrics.horizontalAdvance(line) > room:
                line = parameters_text(column, short=True)
            text = metrics.elidedText(line, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRectF(middle - room / 2 - 4, top, room + 8, metrics.height()), _MIDDLE, text)
            top += metrics.height()

    def _draw_names(self, painter: QPainter, column: Column, place: ColumnPlace) -> None:
        painter.setFont(plot_font(NAME_SCALE))
        metrics = QFontMetricsF(painter.font())
        painter.setPen(colour("text"))
        side = Qt.AlignmentFlag.AlignRight if column.layer == INPUT else Qt.AlignmentFlag.AlignLeft
        for unit, box in enumerate(place.names):
            room = box.adjusted(NAME_GAP, 0, -NAME_GAP, 0)
            text = metrics.elidedText(column.unit_name(unit), Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | side, text)


def _middle(place: ColumnPlace) -> float:
    return (min(tile.left() for tile in place.tiles) + max(tile.right() for tile in place.tiles)) / 2


def name_width(column: Column) -> float:
    """Return the room that the names of the units of a column need beside their tiles; 0 if they have none."""
    if not column.names:
        return 0.0
    metrics = QFontMetricsF(plot_font(NAME_SCALE))
    return min(max(metrics.horizontalAdvance(name) for name in column.names) + 1, _LONGEST_NAME) + 2 * NAME_GAP


def parameters_text(column: Column, *, short: bool = False) -> str:
    """Return how many parameters a layer has."""
    if not column.num_parameters:
        return ""
    if column.num_parameters == 1:
        return translate("Network", "1 parameter")
    text = translate("Network", "{n} param.") if short else translate("Network", "{n} parameters")
    return text.format(n=f"{column.num_parameters:,}")


def _bold() -> QFont:
    font = plot_font()
    font.setBold(True)
    return font


def _draw_bar(painter: QPainter, column: Column, place: ColumnPlace) -> None:
    """Draw a slim layer: a bar with its name along it."""
    painter.setPen(plot_pen("border"))
    painter.setBrush(colour("card"))
    bar = place.cell.adjusted(0.5, 0, -0.5, 0)
    painter.drawRoundedRect(bar, 6, 6)
    painter.save()
    painter.translate(bar.center())
    painter.rotate(-90)
    painter.setFont(plot_font(0.95))
    painter.setPen(colour("text"))
    size = "×".join(str(n) for n in column.shape)
    text = f"{column.title}  ·  {size}"
    if column.num_parameters:
        text += f"  ·  {parameters_text(column)}"
    text = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, bar.height() - 12)
    painter.drawText(QRectF(-bar.height() / 2, -bar.width() / 2, bar.height(), bar.width()), _MIDDLE, text)
    painter.restore()


class TilesItem(NetworkItem):
    """The tiles with what their units say, biases, crosses over what is switched off, and what is chosen."""

    def __init__(self, drawing: Drawing) -> None:
        super().__init__(drawing)
        self.pictures: dict[int, list[QImage | None]] = {}
        self.curves: dict[int, NDArray[np.float32]] = {}
        self.kernels: dict[int, list[QImage | None]] = {}

    def draw(self, painter: QPainter) -> None:
        """Draw all tiles."""
        layout = self.drawing.layout
        assert layout is not None
        for number, place in enumerate(layout.columns):
            off = self.drawing.values.off(number) if place.tiles else frozenset()
            self._draw_kernels(painter, number, place)
            for unit, tile in enumerate(place.tiles):
                self._draw_tile(painter, number, unit, tile)
                if unit in off:
                    _draw_cross(painter, tile)
        self._draw_chosen(painter)

    def _draw_tile(self, painter: QPainter, number: int, unit: int, tile: QRectF) -> None:
        pictures = self.pictures.get(number, [])
        picture = pictures[unit] if unit < len(pictures) else None
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("card"))
        painter.drawRect(tile)
        if picture is not None:
            smooth = self.drawing.columns[number].values_name in self.drawing.values.maps
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
            painter.drawImage(tile, picture)
        elif number in self.curves and unit < len(self.curves[number]):
            _draw_curve(painter, tile, self.curves[number], unit)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(plot_pen("border", 1.0))
        painter.drawRect(tile)
        bias = self.drawing.values.value(BiasRef(number, unit)) if self.drawing.columns[number].bias else None
        if bias is not None:
            _draw_bias(painter, tile, bias, hovered=self.drawing.hovered == BiasRef(number, unit))
        self._draw_number(painter, number, unit, tile)

    def _draw_kernels(self, painter: QPainter, number: int, place: ColumnPlace) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        for box, kernel in zip(place.kernels, self.kernels.get(number, [None] * len(place.kernels)), strict=False):
            if kernel is not None:
                painter.drawImage(box, kernel)
            painter.setPen(plot_pen("border", 1.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box)

    def _draw_number(self, painter: QPainter, number: int, unit: int, tile: QRectF) -> None:
        """Write what has arrived in a unit while a step is shown."""
        text = self.arrived(number, unit)
        if not text or tile.width() > 70:
            return
        painter.setFont(plot_font(0.85))
        box = QRectF(0, 0, QFontMetricsF(painter.font()).horizontalAdvance(text) + 8, 17)
        box.moveCenter(tile.center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("plot_background", 0.86))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(colour("text"))
        painter.drawText(box, _MIDDLE, text)

    def arrived(self, number: int, unit: int) -> str:
        """Return the number that stands in a tile while a step is shown: an output, then the gradient of the bias."""
        drawing, reached = self.drawing, self.drawing.reached
        if reached is None or drawing.columns[number].kind != "units":
            return ""
        order = drawing.order(number)
        if drawing.backwards:
            if order <= len(drawing.tiled()) - 1 - reached:
                return ""
            value = drawing.values.value(BiasRef(number, unit), gradient=True) if drawing.columns[number].bias else None
        else:
            value = drawing.values.unit_value(UnitRef(number, unit)) if order <= reached else None
        return "" if value is None else readable(value, 2)

    def _draw_chosen(self, painter: QPainter) -> None:
        layout, focus = self.drawing.layout, self.drawing.focus
        if layout is None or focus is None or focus.unit >= len(layout.columns[focus.column].tiles):
            return
        painter.setPen(plot_pen("accent", 2.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(layout.columns[focus.column].tiles[focus.unit].adjusted(-1, -1, 1, 1))


def _draw_curve(painter: QPainter, tile: QRectF, curves: NDArray[np.float32], unit: int) -> None:
    """Draw what a unit says along the axis; all units of a layer have the same scale, with 0 in the middle."""
    largest = float(np.abs(curves[np.isfinite(curves)]).max(initial=0.0)) or 1.0
    values = np.nan_to_num(curves[unit], posinf=largest, neginf=-largest)
    x = np.linspace(tile.left() + 1, tile.right() - 1, len(values))
    y = tile.center().y() - values / largest * (tile.height() / 2 - 3)
    painter.setPen(plot_pen("grid", 1.0))
    painter.drawLine(QPointF(tile.left(), tile.center().y()), QPointF(tile.right(), tile.center().y()))
    painter.setPen(plot_pen("accent", 1.6))
    painter.drawPolyline(QPolygonF([QPointF(*place) for place in zip(x.tolist(), y.tolist(), strict=True)]))


def _draw_bias(painter: QPainter, tile: QRectF, bias: float, *, hovered: bool) -> None:
    """Draw a small square in the colour of the sign, the stronger the larger the bias is."""
    mark = bias_mark(tile)
    ink = sign_colour(bias)
    ink.setAlphaF(0.25 + 0.75 * min(1.0, abs(bias) / (abs(bias) + 0.5)) if np.isfinite(bias) else 1.0)
    painter.setPen(plot_pen("accent" if hovered else "plot_background", 2.0 if hovered else 1.0))
    painter.setBrush(colour("plot_background"))
    painter.drawRect(mark)
    painter.setBrush(ink)
    painter.drawRect(mark)


def _draw_cross(painter: QPainter, tile: QRectF) -> None:
    """Cross out a unit that is switched off."""
    painter.fillRect(tile.adjusted(1, 1, -1, -1), colour("plot_background", 0.65))
    for ink, width in (("plot_background", 5.0), ("text", 2.2)):
        painter.setPen(QPen(colour(ink), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        inner = tile.adjusted(6, 6, -6, -6)
        painter.drawLine(inner.topLeft(), inner.bottomRight())
        painter.drawLine(inner.topRight(), inner.bottomLeft())


class SignalItem(NetworkItem):
    """Dots on the links: the outputs on their way forwards, or the gradients on their way back."""

    def draw(self, painter: QPainter) -> None:
        """Draw the dots between the columns where the signal is."""
        drawing, layout = self.drawing, self.drawing.layout
        assert layout is not None
        if drawing.reached is None:
            return
        done, share = int(drawing.reached), drawing.reached % 1.0
        tiled = drawing.tiled()
        if done >= len(tiled) - 1 or share == 0.0:
            return
        target = tiled[len(tiled) - 1 - done] if drawing.backwards else tiled[done + 1]
        found = next((links for links in layout.links if links.target == target), None)
        at = 1.0 - share if drawing.backwards else share
        if found is None:
            self._draw_front(painter, drawing.columns[target].source or 0, target, at)
        else:
            self._draw_dots(painter, found, at)

    def _draw_dots(self, painter: QPainter, links: Links, at: float) -> None:
        targets, sources = drawn_links(self.drawing, links)
        values = self.drawing.values.link_values(
            links.target, len(links.ends), len(links.starts), gradient=self.drawing.backwards
        )
        points = links.curve_points(targets, sources, np.array([at]))[:, 0]
        painter.setPen(plot_pen("plot_background", 1.0))
        rows: Sequence[tuple[int, int, list[float]]]
        rows = list(zip(targets.tolist(), sources.tolist(), points.tolist(), strict=True))
        for target, source, point in rows:
            value = 0.0 if values is None else float(values[target, source])
            if not self.drawing.backwards:
                value *= self.drawing.values.unit_value(UnitRef(links.source, source)) or 0.0
            painter.setBrush(sign_colour(value))
            painter.drawEllipse(QPointF(*point), _DOT, _DOT)

    def _draw_front(self, painter: QPainter, source: int, target: int, at: float) -> None:
        """Draw a line that moves over a bundle."""
        layout = self.drawing.layout
        assert layout is not None
        first, last = layout.columns[source].tiles, layout.columns[target].tiles
        x = first[0].right() + at * (last[0].left() - first[0].right())
        top = first[0].top() + at * (last[0].top() - first[0].top())
        bottom = first[-1].bottom() + at * (last[-1].bottom() - first[-1].bottom())
        painter.setPen(plot_pen("accent", 3.0))
        painter.drawLine(QPointF(x, top), QPointF(x, bottom))
