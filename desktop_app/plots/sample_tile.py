"""How one sample looks in the grid: image, label, and the network's answer with its probability."""

from __future__ import annotations

import math

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop_app.plots.sample_grid import Tile, TileRole
from desktop_app.plots.sample_images import draw_sharp
from desktop_app.style import scaled
from desktop_app.theme import theme

IMAGE_SIDE = 28
"""Pixels of an image's side at zoom 1; a smaller image gets more screen pixels for each of its own."""
_MARGIN, _PAD, _BAR = 2, 6, 3
_EDGE, _SIGN = 5, 12
_LEAST_WIDTH, _MOST_WIDTH = 96, 170
_SMALL = 0.9


def verdict_colour(*, wrong: bool) -> QColor:
    """Return the colour of wrong or right answers."""
    return QColor(theme().danger if wrong else theme().success)


def draw_verdict(painter: QPainter, rect: QRectF, *, wrong: bool) -> None:
    """Draw a cross or a tick, so that colour is not needed to tell wrong from right."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(verdict_colour(wrong=wrong), max(1.6, rect.width() / 6))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)

    def at(x: float, y: float) -> QPointF:
        return QPointF(rect.x() + x * rect.width(), rect.y() + y * rect.height())

    if wrong:
        painter.drawLine(at(0.15, 0.15), at(0.85, 0.85))
        painter.drawLine(at(0.85, 0.15), at(0.15, 0.85))
    else:
        painter.drawPolyline([at(0.05, 0.55), at(0.37, 0.87), at(0.95, 0.15)])
    painter.restore()


class TileDelegate(QStyledItemDelegate):
    """Draws tiles. ``zoom`` sets the images' size; ``with_verdicts`` makes room for answers out of ``class_names``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.zoom = 2
        self.with_verdicts = False
        self.class_names: tuple[str, ...] = ()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size of every tile."""
        metrics = QFontMetrics(scaled(option.font, _SMALL))
        line = metrics.height()
        side = IMAGE_SIDE * self.zoom
        height = side + line + 2 * (_MARGIN + _PAD) + 4
        width = max(_LEAST_WIDTH, side + 2 * (_MARGIN + _PAD))
        if self.with_verdicts:
            height += line + _BAR + 5
            longest = max((metrics.horizontalAdvance(f"{name}  100 %") for name in self.class_names), default=0)
            width = max(width, min(_MOST_WIDTH, longest + _SIGN + 2 * (_MARGIN + _EDGE)))
        return QSize(width, height)

    def image_centre(self, rect: QRectF) -> QPointF:
        """Return the middle of the image in a tile."""
        return QPointF(rect.center().x(), rect.top() + _MARGIN + _PAD + IMAGE_SIDE * self.zoom / 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one tile."""
        tile: Tile = index.data(TileRole)
        assert tile.images is not None  # only pictures are drawn as tiles
        whole = QRectF(option.rect)
        painter.save()
        self.draw_card(painter, whole, option)
        image = tile.images.image(tile.position, inverted=theme().name == "light")
        frame = verdict_colour(wrong=True) if tile.wrong else QColor(theme().border)
        draw_sharp(
            painter,
            image,
            self.image_centre(whole),
            IMAGE_SIDE * self.zoom,
            frame,
            frame_width=2.0 if tile.wrong else 1.0,
        )
        painter.setFont(scaled(option.font, _SMALL))
        top = whole.top() + _MARGIN + _PAD + IMAGE_SIDE * self.zoom + 4
        line = painter.fontMetrics().height()
        row = QRectF(whole.left() + _MARGIN + _EDGE, top, whole.width() - 2 * (_MARGIN + _EDGE), line)
        painter.setPen(QColor(theme().text))
        painter.drawText(row, Qt.AlignmentFlag.AlignCenter, _elided(painter, tile.label, row.width()))
        if tile.predicted is not None:
            self._draw_verdict(painter, tile, row.translated(0, line))
        painter.restore()

    def draw_card(self, painter: QPainter, whole: QRectF, option: QStyleOptionViewItem) -> None:
        """Draw the ground of a tile that is selected or under the mouse."""
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        if not (selected or hovered):
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(theme().accent_soft if selected else theme().window))
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        painter.setPen(QPen(QColor(theme().accent if selected else theme().border), 2 if focused else 1))
        painter.drawRoundedRect(whole.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN), 6, 6)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _draw_verdict(self, painter: QPainter, tile: Tile, row: QRectF) -> None:
        """Draw sign and answer in a row, and the probability, if there is one, as a number and as a bar below it."""
        colour = verdict_colour(wrong=tile.wrong)
        draw_verdict(painter, QRectF(row.left(), row.center().y() - 4, 8, 8), wrong=tile.wrong)
        answer = tile.predicted if tile.wrong and tile.predicted else ""
        percent = "" if math.isnan(tile.confidence) else f"{100 * tile.confidence:.0f} %"
        text = row.adjusted(_SIGN, 0, 0, 0)
        painter.setPen(QColor(theme().muted))
        painter.drawText(text, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, percent)
        painter.setPen(colour)
        room = text.width() - painter.fontMetrics().horizontalAdvance(f" {percent}")
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, _elided(painter, answer, room))
        if not percent:
            return
        track = QRectF(row.left(), row.bottom() + 2, row.width(), _BAR)
        painter.fillRect(track, QColor(theme().border))
        painter.fillRect(QRectF(track.left(), track.top(), track.width() * tile.confidence, _BAR), colour)


def _elided(painter: QPainter, text: str, width: float) -> str:
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(width))
