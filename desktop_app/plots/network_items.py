"""What the picture of a network is made of: links, headings with bars and names, tiles, and the signal on its way."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter, QPainterPath, QPen, QPicture
from PySide6.QtWidgets import QGraphicsItem, QWidget

from desktop_app.icons import icon
from desktop_app.oklab import Pixels
from desktop_app.plots.map_colours import target_colours
from desktop_app.plots.network_columns import INPUT, Column
from desktop_app.plots.network_layout import ColumnPlace, bias_mark
from desktop_app.plots.network_links import Drawing, link_shapes
from desktop_app.plots.network_sheet import Sheet
from desktop_app.plots.network_values import BiasRef, LinkRef, UnitRef
from desktop_app.plots.plot_style import colour, plot_font, plot_pen, readable

translate = QCoreApplication.translate  # a name by which lupdate finds texts

_CHAIN = 24.0  # pixels from a title to the name behind its chain
_MIDDLE = Qt.AlignmentFlag.AlignCenter
NAME_SCALE = 0.92
NAME_GAP = 6.0  # pixels beside the name of a unit
_LONGEST_NAME = 130.0


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
        for number, column in enumerate(self.drawing.columns):
            if column.source is not None and number not in plain:
                painter.fillPath(_bundle(layout.columns[column.source], layout.columns[number]), colour("muted", 0.10))
        for links in layout.links:
            for path, ink in link_shapes(self.drawing, links):
                painter.fillPath(path, ink)
        hovered = self.drawing.hovered
        if isinstance(hovered, LinkRef):
            for links in layout.links:
                if links.target == hovered.column:
                    one = links.ribbons(np.array([hovered.unit]), np.array([hovered.source]), np.array([2.0]))
                    painter.fillPath(one[0], colour("accent"))


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
    """Headings of the columns, slim layers, names of units, and how many units are not drawn.

    They are recorded once, and played back with one call.
    """

    def __init__(self, drawing: Drawing) -> None:
        super().__init__(drawing)
        self._record: QPicture | None = None

    def forget(self) -> None:
        """Record anew: the layout or the theme has changed."""
        self._record = None
        self.update()

    def draw(self, painter: QPainter) -> None:
        """Draw all texts and bars."""
        if self._record is None:
            self._record = QPicture()
            recorder = QPainter(self._record)
            recorder.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw_all(recorder)
            recorder.end()
        self._record.play(painter)

    def _draw_all(self, painter: QPainter) -> None:
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
            if position == 0 and column.shared:
                self._draw_shared(painter, column, QRectF(middle - room / 2 - 4, top, room + 8, metrics.height()))
            else:
                text = metrics.elidedText(line, Qt.TextElideMode.ElideRight, room)
                painter.drawText(QRectF(middle - room / 2 - 4, top, room + 8, metrics.height()), _MIDDLE, text)
            top += metrics.height()

    def _draw_shared(self, painter: QPainter, column: Column, area: QRectF) -> None:
        """Write a title, and behind it the chain and the name of shared parameters, all inside of the picture."""
        metrics, small = QFontMetricsF(painter.font()), QFontMetricsF(plot_font(0.9))
        title = metrics.elidedText(column.title, Qt.TextElideMode.ElideRight, area.width() - _CHAIN)
        room = max(area.width() - metrics.horizontalAdvance(title) - _CHAIN, 0.0)
        name = small.elidedText(column.shared, Qt.TextElideMode.ElideRight, room)
        width = metrics.horizontalAdvance(title) + _CHAIN + small.horizontalAdvance(name)
        right = self.boundingRect().right() - 2
        left = max(min(area.center().x() - width / 2, right - width), 2.0)
        painter.drawText(QPointF(left, area.top() + metrics.ascent()), title)
        left += metrics.horizontalAdvance(title)
        chain = QRectF(left + 5, area.top() + 1, 16, 16).toRect()
        icon("shared", colour=colour("accent").name()).paint(painter, chain)
        painter.setPen(colour("accent"))
        painter.setFont(plot_font(0.9))
        painter.drawText(QPointF(left + _CHAIN, area.top() + metrics.ascent()), name)

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
    if column.shared:
        text = translate("Network", "{n} shared") if short else translate("Network", "{n} parameters (shared)")
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
    """The tiles with what their units say, biases, crosses over what is switched off, and what is chosen.

    Attributes:
        input: the picture that the network gets ``(h, w, 3)``; None if it gets none.
        stale: whether what is in the tiles is to be made anew before it is drawn.
        curves: what is in the tiles over one axis, by the number of the column.
        ratio: device pixels of one pixel.
    """

    def __init__(self, drawing: Drawing) -> None:
        super().__init__(drawing)
        self.input: Pixels | None = None
        self.stale, self.ratio = False, 1.0
        self.curves: dict[int, NDArray[np.float32]] = {}
        self._sheets: list[tuple[QRectF, QImage]] = []

    def draw(self, painter: QPainter) -> None:
        """Draw all tiles."""
        layout = self.drawing.layout
        assert layout is not None
        if self.stale:
            self._make_sheets()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for area, image in self._sheets:
            painter.drawImage(area, image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, place in enumerate(layout.columns):
            if number in self.curves:
                _draw_curves(painter, place.tiles, self.curves[number])
            for unit in self.drawing.values.off(number) if place.tiles else ():
                if unit < len(place.tiles):
                    _draw_cross(painter, place.tiles[unit])
            for unit, tile in enumerate(place.tiles) if self.drawing.reached is not None else ():
                self._draw_number(painter, number, unit, tile)
        self._draw_chosen(painter)

    def picture_of(self, ref: UnitRef) -> Pixels | None:
        """Return what is in a tile ``(h, w, 3)``, the first row at the top; None if it holds no picture."""
        layout = self.drawing.layout
        assert layout is not None
        if self.drawing.columns[ref.column].kind == "image":
            return self.input
        numbers = self.drawing.values.tile_numbers(ref.column, len(layout.columns[ref.column].tiles))
        if numbers is None or ref.unit >= len(numbers[0]) or numbers[0][0].size == 1:
            return None
        return target_colours(numbers[0][ref.unit], numbers[1])

    def _make_sheets(self) -> None:
        drawing, layout = self.drawing, self.drawing.layout
        assert layout is not None
        self.stale = False
        self.curves, self._sheets = {}, []
        for number, (column, place) in enumerate(zip(drawing.columns, layout.columns, strict=True)):
            if not place.tiles:
                continue
            maps = drawing.values.maps.get(column.values_name)
            if maps is not None and maps.ndim == 2:
                self.curves[number] = maps[: len(place.tiles)]
            sheet = Sheet(place, self.ratio)
            sheet.draw_tiles(drawing.values.tile_numbers(number, len(place.tiles)), smooth=maps is not None)
            sheet.draw_kernels(drawing.values.kernel_numbers(number, len(place.kernels)))
            if column.kind == "image" and self.input is not None:
                sheet.draw_picture(self.input)
            biases = drawing.values.weights.get(column.bias or "")
            if biases is not None:
                sheet.draw_biases(biases[: len(place.tiles)])
            self._sheets.append((sheet.area, sheet.image()))

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
        layout, focus, hovered = self.drawing.layout, self.drawing.focus, self.drawing.hovered
        assert layout is not None
        painter.setPen(plot_pen("accent", 2.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if focus is not None and focus.unit < len(layout.columns[focus.column].tiles):
            painter.drawRect(layout.columns[focus.column].tiles[focus.unit].adjusted(-1, -1, 1, 1))
        if isinstance(hovered, BiasRef):
            painter.drawRect(bias_mark(layout.columns[hovered.column].tiles[hovered.unit]))


def _draw_curves(painter: QPainter, tiles: Sequence[QRectF], curves: NDArray[np.float32]) -> None:
    """Draw what units say along the axis; all of a layer have the same scale, with 0 in the middle of the tile."""
    largest = float(np.abs(curves[np.isfinite(curves)]).max(initial=0.0)) or 1.0
    values = np.nan_to_num(curves, posinf=largest, neginf=-largest)
    sides = np.array([(tile.left(), tile.right(), tile.center().y(), tile.height()) for tile in tiles])
    left, right, middle, height = (side[: len(values), None] for side in sides.T)
    x = left + 2 + (right - left - 4) * np.linspace(0, 1, values.shape[1])
    y = middle - values / largest * (height / 2 - 3)
    for places, pen in ((middle + 0 * y, plot_pen("grid", 1.0)), (y, plot_pen("accent", 1.6))):
        connect = np.ones(places.shape, dtype=np.int32)
        connect[:, -1] = 0
        painter.strokePath(pg.arrayToQPath(x.ravel(), places.ravel(), connect=connect.ravel()), pen)


def _draw_cross(painter: QPainter, tile: QRectF) -> None:
    """Cross out a unit that is switched off."""
    painter.fillRect(tile.adjusted(1, 1, -1, -1), colour("plot_background", 0.65))
    for ink, width in (("plot_background", 5.0), ("text", 2.2)):
        painter.setPen(QPen(colour(ink), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        inner = tile.adjusted(6, 6, -6, -6)
        painter.drawLine(inner.topLeft(), inner.bottomRight())
        painter.drawLine(inner.topRight(), inner.bottomLeft())
