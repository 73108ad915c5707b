"""How a mistake looks on the wall: its picture, its loss, and bars for the most probable classes."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from core.mistakes import top_classes
from desktop_app.plots.plot_style import readable
from desktop_app.plots.sample_grid import Tile, TileRole
from desktop_app.plots.sample_images import draw_sharp
from desktop_app.plots.sample_tile import IMAGE_SIDE, TileDelegate, draw_verdict, verdict_colour
from desktop_app.style import scaled
from desktop_app.theme import theme

NUM_BARS = 3
_ROOM, _GAP, _SIGN, _BAR = 8, 10, 13, 4
_LEAST_BARS, _MOST_BARS = 118, 170
_SMALL = 0.9


class MistakeDelegate(TileDelegate):
    """Draws the tiles of the wall. ``probabilities`` and ``losses`` are those of all samples of the part.

    Without losses the network only chooses: then there are no bars.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.probabilities: NDArray[np.float32] | None = None
        self.losses: NDArray[np.float64] | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size of every tile."""
        metrics = QFontMetrics(scaled(option.font, _SMALL))
        side = IMAGE_SIDE * self.zoom
        longest = max((metrics.horizontalAdvance(f"{name}  100 %") for name in self.class_names), default=0)
        bars = min(_MOST_BARS, max(_LEAST_BARS, longest + _SIGN))
        height = max(side, metrics.height() + NUM_BARS * (metrics.height() + _BAR + 2))
        return QSize(side + bars + _GAP + 2 * _ROOM, height + 2 * _ROOM)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one tile."""
        tile: Tile = index.data(TileRole)
        assert tile.images is not None  # only pictures are drawn as tiles
        whole, side = QRectF(option.rect), IMAGE_SIDE * self.zoom
        painter.save()
        self.draw_card(painter, whole, option)
        image = tile.images.image(tile.position, inverted=theme().name == "light")
        centre = QPointF(whole.left() + _ROOM + side / 2, whole.center().y())
        draw_sharp(painter, image, centre, side, QColor(theme().border))
        painter.setFont(scaled(option.font, _SMALL))
        left = whole.left() + _ROOM + side + _GAP
        self._draw_text(painter, tile, QRectF(left, whole.top() + _ROOM, whole.right() - _ROOM - left, whole.height()))
        painter.restore()

    def _draw_text(self, painter: QPainter, tile: Tile, area: QRectF) -> None:
        line = painter.fontMetrics().height()
        painter.setPen(QColor(theme().muted))
        row = QRectF(area.left(), area.top(), area.width(), line)
        painter.drawText(row, Qt.AlignmentFlag.AlignLeft, f"#{tile.position}")
        if self.probabilities is None:
            return
        if self.losses is not None:
            loss = self.tr("loss {loss}").format(loss=readable(float(self.losses[tile.position]), 3))
            painter.drawText(row, Qt.AlignmentFlag.AlignRight, loss)
        row.translate(0, line)
        probabilities = self.probabilities[tile.position]
        label, predicted = self.class_names.index(tile.label), int(probabilities.argmax())
        for k in top_classes(probabilities, label, NUM_BARS if self.losses is not None else 2):
            if self.losses is not None or k in (label, predicted):
                self._draw_bar(painter, row, k, float(probabilities[k]), label, predicted)
            row.translate(0, line + _BAR + 2)

    def _draw_bar(self, painter: QPainter, row: QRectF, k: int, share: float, label: int, predicted: int) -> None:
        """Draw sign and name of a class, and its probability, if there is one, as a number and as a bar below it."""
        wrong = k == predicted != label
        marked = wrong or k == label
        if marked:
            draw_verdict(painter, QRectF(row.left(), row.center().y() - 4, 8, 8), wrong=wrong)
        font = painter.font()
        font.setBold(k == label)
        painter.setFont(font)
        text, percent = row.adjusted(_SIGN, 0, 0, 0), f"{100 * share:.0f} %" if self.losses is not None else ""
        room = int(text.width() - painter.fontMetrics().horizontalAdvance(f" {percent}"))
        name = painter.fontMetrics().elidedText(self.class_names[k], Qt.TextElideMode.ElideRight, room)
        painter.setPen(QColor(theme().text if marked else theme().muted))
        painter.drawText(text, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        painter.drawText(text, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, percent)
        font.setBold(False)
        painter.setFont(font)
        if self.losses is None:
            return
        track = QRectF(text.left(), row.bottom(), text.width(), _BAR)
        painter.fillRect(track, QColor(theme().border))
        track.setWidth(track.width() * share)
        painter.fillRect(track, verdict_colour(wrong=wrong) if marked else QColor(theme().muted))
