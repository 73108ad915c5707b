"""The picture of a confusion matrix: cells with numbers, names of the classes, recall and precision, a scale."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import isfinite
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene, QGraphicsView, QWidget

from core.confusion import Counts, precisions, recalls, shares_of_classes
from desktop_app.plots.matrix_layout import MatrixLayout, matrix_layout
from desktop_app.plots.plot_style import colour, plot_font
from desktop_app.theme import theme, themes

translate = QCoreApplication.translate  # a name by which lupdate finds texts

# Linear in lightness along one hue (Kovesi, 2015) and along blue to yellow, which every common form of colour
# blindness keeps (Nuñez, Anderton and Renslow, 2018): nothing begins near the ground, all is far from it.
_MAPS = {"light": "CET-L12", "dark": "cividis"}
_TICKS = (0.0, 0.01, 0.1, 0.25, 0.5, 1.0)
_SMALLEST_TEXT, _LARGEST_TEXT = 8.0, 24.0  # pixels

Cell = tuple[int, int]


def cell_colour(share: float) -> QColor:
    """Return the colour of a share from 0 to 1, by its square root, so that rare mistakes are seen beside the rest."""
    if not isfinite(share):
        return colour("plot_background")
    found: QColor = pg.colormap.get(_MAPS[theme().name]).map(share**0.5, mode="qcolor")
    return found


def text_colour(ground: QColor) -> QColor:
    """Return black or white, whichever is read more easily on a ground."""
    return QColor(_text_on(ground.rgb()))


@lru_cache(maxsize=1024)
def _text_on(ground: int) -> str:
    light = _luminance(QColor(ground))
    # The contrast of the web's accessibility guidelines (WCAG 2) with white and with black.
    return "#ffffff" if 1.05 / (light + 0.05) > (light + 0.05) / 0.05 else "#000000"


def _luminance(ground: QColor) -> float:
    shares = (0.2126, ground.redF()), (0.7152, ground.greenF()), (0.0722, ground.blueF())
    return sum(w * (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4) for w, part in shares)


class MatrixPicture(QGraphicsView):
    """Shows counts; the mouse or the arrow keys choose a cell, and ``chosen`` tells which, or None.

    Row or column ``num_classes`` stands for the precision or the recall of a class. ``opened`` tells the cell that was
    clicked, or on which Enter was pressed.
    """

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item = _MatrixItem()
        scene = QGraphicsScene(self)
        scene.addItem(self._item)
        self.setScene(scene)
        self.setFrameShape(QGraphicsView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for hide in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            hide(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Confusion matrix"))
        themes.changed.connect(self._restyle)
        self._restyle()

    @property
    def layout_of_parts(self) -> MatrixLayout | None:
        """Where all parts lie, in pixels; None without a matrix."""
        return self._item.places

    @property
    def cell(self) -> Cell | None:
        """The chosen cell."""
        return self._item.cell

    def show_counts(self, counts: Counts | None, names: Sequence[str], *, as_shares: bool) -> None:
        """Show a matrix; None shows nothing.

        Args:
            counts: of samples, true classes in rows.
            names: of the classes.
            as_shares: write percent of the true class into the cells instead of counts.
        """
        self._item.set_counts(counts, names, as_shares)
        self._arrange()

    def middle_of(self, cell: Cell) -> QPoint:
        """Return the middle of a cell in pixels of this widget."""
        places = self._item.places
        return places.cell(*cell).center().toPoint() if places is not None else QPoint()

    def choose(self, cell: Cell | None) -> None:
        """Choose a cell, or none."""
        if cell != self._item.cell:
            self._item.cell = cell
            self._item.update()
            self.chosen.emit(cell)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the widget."""
        super().resizeEvent(event)
        self._arrange()
        if self.cell is not None:
            self.chosen.emit(self.cell)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Choose the cell under the mouse."""
        places = self._item.places
        self.choose(places.cell_at(event.position()) if places is not None else None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the cell under the mouse."""
        super().mousePressEvent(event)
        places = self._item.places
        cell = places.cell_at(event.position()) if places is not None else None
        if event.button() == Qt.MouseButton.LeftButton and cell is not None:
            self.choose(cell)
            self.opened.emit(cell)

    def mark(self, cell: Cell | None) -> None:
        """Frame the cell whose samples are shown."""
        self._item.marked = cell
        self._item.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Choose nothing."""
        super().leaveEvent(event)
        self.choose(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move from cell to cell, and open one."""
        moves = {
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Right: (0, 1),
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Down: (1, 0),
        }
        places, key = self._item.places, Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self.cell is not None:
            self.choose(None)
            event.ignore()  # It closes the samples of the cell too.
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.cell is not None:
            self.opened.emit(self.cell)
        elif key in moves and places is not None:
            last = places.num_classes - 1
            row, column = self.cell or (0, 0)
            down, right = moves[key] if self.cell is not None else (0, 0)
            self.choose((min(max(row + down, 0), last), min(max(column + right, 0), last)))
        else:
            event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the application's font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._arrange()

    def _arrange(self) -> None:
        size = QSizeF(self.viewport().size())
        self.scene().setSceneRect(QRectF(QPointF(), size))
        self._item.arrange(size)

    def _restyle(self) -> None:
        self.setBackgroundBrush(colour("plot_background"))
        self._item.update()


class _MatrixItem(QGraphicsItem):
    """Paints the matrix into the whole scene, as vector graphics."""

    def __init__(self) -> None:
        super().__init__()
        self.places: MatrixLayout | None = None
        self.cell: Cell | None = None
        self.marked: Cell | None = None
        self._size = QSizeF()
        self._counts: Counts | None = None
        self._names: tuple[str, ...] = ()
        self._as_shares = False

    def set_counts(self, counts: Counts | None, names: Sequence[str], as_shares: bool) -> None:
        if counts is None or self._counts is None or len(counts) != len(self._counts):
            self.cell = self.marked = None
        self._counts, self._names, self._as_shares = counts, tuple(names), as_shares

    def arrange(self, size: QSizeF) -> None:
        self.prepareGeometryChange()
        self._size = size
        self.places = matrix_layout(size, self._names, plot_font()) if self._counts is not None else None
        self.update()

    def boundingRect(self) -> QRectF:
        """Return the whole picture."""
        return QRectF(QPointF(), self._size)

    def paint(self, painter: QPainter, option: Any, widget: QWidget | None = None) -> None:
        """Draw everything."""
        counts, places = self._counts, self.places
        if counts is None or places is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_cells(painter, counts, places)
        self._draw_margins(painter, counts, places)
        self._draw_names(painter, places)
        self._draw_titles(painter, places)
        _draw_bar(painter, places.bar)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for cell, width in ((self.marked, 4.0), (self.cell, 2.5)):
            if cell is not None:
                painter.setPen(QPen(colour("accent"), width))
                painter.drawRect(places.cell(*cell))

    def _draw_cells(self, painter: QPainter, counts: Counts, places: MatrixLayout) -> None:
        shares = shares_of_classes(counts)
        texts = [[self._cell_text(counts, shares, r, c) for c in range(len(counts))] for r in range(len(counts))]
        font = _fitting_font([text for row in texts for text in row], places.cell_size)
        for row, column in np.ndindex(*counts.shape):
            cell, ground = places.cell(row, column), cell_colour(shares[row, column])
            painter.fillRect(cell.adjusted(0.5, 0.5, -0.5, -0.5), ground)
            if font is not None and texts[row][column]:
                painter.setFont(font)
                painter.setPen(text_colour(ground))
                painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, texts[row][column])
        painter.setPen(QPen(colour("border"), 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(places.matrix)

    def _cell_text(self, counts: Counts, shares: Any, row: int, column: int) -> str:
        """Return the number in a cell; nothing where no sample is, so that the mistakes stand out."""
        if not counts[row, column]:
            return ""
        return f"{100 * shares[row, column]:.1f}" if self._as_shares else str(counts[row, column])

    def _draw_margins(self, painter: QPainter, counts: Counts, places: MatrixLayout) -> None:
        n = places.num_classes
        painter.setFont(plot_font(0.95))
        painter.setPen(colour("text"))
        if places.named:
            for i, share in enumerate(recalls(counts)):
                painter.drawText(places.cell(i, n), Qt.AlignmentFlag.AlignCenter, _percent(share, "%"))
        if places.named and self._precision_fits(places):
            for i, share in enumerate(precisions(counts)):
                painter.drawText(places.cell(n, i), Qt.AlignmentFlag.AlignCenter, _percent(share))

    def _precision_fits(self, places: MatrixLayout) -> bool:
        return QFontMetricsF(plot_font(0.95)).horizontalAdvance("100.0") <= places.cell_size.width()

    def _draw_names(self, painter: QPainter, places: MatrixLayout) -> None:
        if not places.named:
            return
        font = plot_font()
        metrics = QFontMetricsF(font)
        row, column = self.cell or (-1, -1)
        for i, name in enumerate(self._names):
            painter.setFont(_bold(font, i == row))
            cell, area = places.cell(i, 0), places.left_names
            place = QRectF(area.left(), cell.top(), area.width(), cell.height())
            painter.setPen(colour("text"))
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(place, flags, metrics.elidedText(name, Qt.TextElideMode.ElideRight, place.width()))
            painter.setFont(_bold(font, i == column))
            cell, area = places.cell(0, i), places.bottom_names
            place = QRectF(cell.left(), area.top(), cell.width(), area.height())
            if places.upright:
                _draw_upright(painter, place, metrics.elidedText(name, Qt.TextElideMode.ElideRight, place.height()))
            else:
                flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
                painter.drawText(place, int(flags) | int(Qt.TextFlag.TextWordWrap), name)

    def _draw_titles(self, painter: QPainter, places: MatrixLayout) -> None:
        painter.setFont(plot_font())
        painter.setPen(colour("muted"))
        line = QFontMetricsF(painter.font()).height()
        matrix = places.matrix
        above = QRectF(places.recall.left() - 20, matrix.top() - line - 4, places.recall.width() + 40, line)
        if places.named:
            painter.drawText(above, Qt.AlignmentFlag.AlignCenter, translate("ConfusionView", "recall"))
        beside = QRectF(matrix.left() - 208, places.precision.top(), 200, places.precision.height())
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if places.named and self._precision_fits(places):
            painter.drawText(beside, flags, translate("ConfusionView", "precision (%)"))
        painter.setPen(colour("text"))
        under = QRectF(matrix.left(), places.bottom_names.bottom() + 2, matrix.width(), line + 2)
        painter.drawText(under, Qt.AlignmentFlag.AlignCenter, translate("ConfusionView", "predicted class"))
        left = places.left_names.left() - 8 - line
        _draw_upright(
            painter,
            QRectF(left, matrix.top(), line, matrix.height()),
            translate("ConfusionView", "true class"),
            centred=True,
        )


def _draw_bar(painter: QPainter, bar: QRectF) -> None:
    """Draw the scale of colours with its ticks."""
    steps = max(1, round(bar.height()))
    for i in range(steps):
        share = 1 - (i + 0.5) / steps
        stripe = QRectF(bar.left(), bar.top() + i * bar.height() / steps, bar.width(), 1.5)
        painter.fillRect(stripe, cell_colour(share**2))
    painter.setPen(QPen(colour("border"), 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(bar)
    painter.setPen(colour("muted"))
    painter.setFont(plot_font(0.9))
    line, last = QFontMetricsF(painter.font()).height(), float("inf")
    for share in _TICKS:
        y = bar.bottom() - share**0.5 * bar.height()
        if last - y >= line:
            place = QRectF(bar.right() + 5, y - line / 2, 60, line)
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, f"{100 * share:.0f} %")
            last = y


def _draw_upright(painter: QPainter, place: QRectF, text: str, *, centred: bool = False) -> None:
    """Draw a text that is read from below, with its end at the top of the place, or in the middle."""
    painter.save()
    painter.translate(place.left(), place.bottom())
    painter.rotate(-90)
    side = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignRight
    painter.drawText(QRectF(0, 0, place.height(), place.width()), side | Qt.AlignmentFlag.AlignVCenter, text)
    painter.restore()


def _fitting_font(texts: Sequence[str], cell: QSizeF) -> QFont | None:
    """Return a font in which all texts fit into a cell; None if it would be too small to be read."""
    font = plot_font()
    font.setPixelSize(100)
    widest = max((QFontMetricsF(font).horizontalAdvance(text) for text in texts), default=0.0)
    size = min(_LARGEST_TEXT, 0.36 * cell.height(), 100 * (cell.width() - 6) / max(widest, 1.0))
    if size < _SMALLEST_TEXT:
        return None
    font.setPixelSize(round(size))
    return font


def _bold(font: QFont, on: bool) -> QFont:
    result = QFont(font)
    result.setBold(on)
    return result


def _percent(share: float, unit: str = "") -> str:
    return f"{100 * share:.1f} {unit}".rstrip() if isfinite(share) else "–"
