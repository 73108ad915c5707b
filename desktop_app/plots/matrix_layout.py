"""Where the parts of a confusion matrix lie in a picture of a given size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFont, QFontMetricsF

_MARGIN, _GAP, _BAR = 10.0, 8.0, 14.0
_MOST_NAME = 120.0
_LARGEST = QSizeF(230.0, 165.0)
_MOST_STRETCH = 1.9
_LEAST_NAMED = 11.0


@dataclass(frozen=True)
class MatrixLayout:
    """The places of all parts, in pixels.

    ``matrix`` holds the cells, ``recall`` a column at its right, ``precision`` a row below it, ``left_names`` and
    ``bottom_names`` the classes, ``bar`` the scale of colours. ``upright`` tells that the names below stand upright.
    """

    num_classes: int
    matrix: QRectF
    recall: QRectF
    precision: QRectF
    left_names: QRectF
    bottom_names: QRectF
    bar: QRectF
    upright: bool
    named: bool

    @property
    def cell_size(self) -> QSizeF:
        """Size of one cell."""
        return QSizeF(self.matrix.width() / self.num_classes, self.matrix.height() / self.num_classes)

    def cell(self, row: int, column: int) -> QRectF:
        """Return the place of a cell; row or column ``num_classes`` is that of precision or recall."""
        size, n = self.cell_size, self.num_classes
        left = self.recall.left() if column == n else self.matrix.left() + column * size.width()
        top = self.precision.top() if row == n else self.matrix.top() + row * size.height()
        width = self.recall.width() if column == n else size.width()
        height = self.precision.height() if row == n else size.height()
        return QRectF(left, top, width, height)

    def cell_at(self, place: QPointF) -> tuple[int, int] | None:
        """Return row and column under a place, as :meth:`cell` counts them; None outside."""
        n, size = self.num_classes, self.cell_size
        column = int((place.x() - self.matrix.left()) // size.width())
        row = int((place.y() - self.matrix.top()) // size.height())
        if self.matrix.contains(place):
            return min(row, n - 1), min(column, n - 1)
        if self.recall.contains(place):
            return min(row, n - 1), n
        if self.precision.contains(place):
            return n, min(column, n - 1)
        return None


def matrix_layout(size: QSizeF, names: Sequence[str], font: QFont) -> MatrixLayout:
    """Return the layout of a matrix in a picture.

    Args:
        size: of the picture.
        names: of the classes.
        font: of the names.
    """
    metrics, n = QFontMetricsF(font), len(names)
    line = metrics.height()
    longest = min(_MOST_NAME, max((metrics.horizontalAdvance(name) for name in names), default=0.0) + 4)
    beside = max(longest, metrics.horizontalAdvance("precision (%)"))
    margin_width = max(metrics.horizontalAdvance("100.0 %"), metrics.horizontalAdvance("recall")) + 8
    ticks = metrics.horizontalAdvance("100 %") + 6
    left = _MARGIN + line + _GAP + beside + _GAP
    right = _GAP + margin_width + 2 * _GAP + _BAR + _GAP + ticks + _MARGIN
    width = max(1.0, min(size.width() - left - right, n * _LARGEST.width()))
    words = max((metrics.horizontalAdvance(word) for name in names for word in name.split()), default=0.0)
    upright = words + 4 > width / n
    below = longest if upright else 2 * line
    top, bottom = _MARGIN + line + 4, _GAP + line + 6 + _GAP / 2 + below + _GAP / 2 + line + _MARGIN
    height = max(1.0, min(size.height() - top - bottom, n * _LARGEST.height()))
    width = min(width, _MOST_STRETCH * height)
    x = left + max(0.0, (size.width() - left - right - width) / 2)
    y = top + max(0.0, (size.height() - top - bottom - height) / 2)
    matrix = QRectF(x, y, width, height)
    recall = QRectF(matrix.right() + _GAP, y, margin_width, height)
    precision = QRectF(x, matrix.bottom() + _GAP, width, line + 6)
    return MatrixLayout(
        num_classes=n,
        matrix=matrix,
        recall=recall,
        precision=precision,
        left_names=QRectF(x - _GAP - beside, y, beside, height),
        bottom_names=QRectF(x, precision.bottom() + _GAP / 2, width, below),
        bar=QRectF(recall.right() + 2 * _GAP, y, _BAR, height),
        upright=upright,
        named=min(height, width) / n >= _LEAST_NAMED,
    )
