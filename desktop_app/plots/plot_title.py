"""The title above a plot."""

from __future__ import annotations

from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from desktop_app.plots.plot_style import colour, plot_font

_MARGIN = 2.0


class PlotTitle(pg.GraphicsWidget):
    """One bold line. It is as wide as its plot, never wider: what does not fit is left out at the end.

    Attributes:
        text: the title.
        short: what stands in its place where there is no room for all of it.
    """

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.text = self.short = text
        self.restyle()

    def set_text(self, text: str, short: str = "") -> None:
        """Show another title, or a short one where there is not room enough."""
        self.text, self.short = text, short or text
        self.update()

    def restyle(self) -> None:
        """Take colours and fonts from theme and application."""
        self._font = plot_font()
        self._font.setBold(True)
        height = QFontMetricsF(self._font).height() + 2 * _MARGIN
        self.setMinimumHeight(height)
        self.setMaximumHeight(height)
        self.update()

    @property
    def shown(self) -> str:
        """The text as far as there is room for it."""
        metrics, room = QFontMetricsF(self._font), self.size().width()
        text = self.text if metrics.horizontalAdvance(self.text) <= room else self.short
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)

    def boundingRect(self) -> QRectF:
        """Return the area of the title."""
        return QRectF(0, 0, self.size().width(), self.size().height())

    def paint(self, painter: QPainter, option: Any, widget: QWidget | None) -> None:
        """Draw the text."""
        painter.setFont(self._font)
        painter.setPen(colour("text"))
        painter.drawText(self.boundingRect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.shown)
