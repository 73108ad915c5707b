"""A point of a plot that the mouse can drag."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QTransform
from PySide6.QtWidgets import QWidget

from desktop_app.plots.plot_style import LineStyle, ViewItem, plot_pen

_GRAB = 12.0  # pixels


class Handle(ViewItem):
    """Shows the symbol of a style at a place. ``dragged`` carries the x and y to which the mouse wants it."""

    dragged = Signal(float, float)

    def __init__(self, style: LineStyle) -> None:
        super().__init__()
        self.style, self.place = style, QPointF(0.0, 0.0)
        self._hovered = False
        self.setZValue(12)

    def move_to(self, x: float, y: float) -> None:
        """Put the symbol to another place."""
        self.prepareGeometryChange()
        self.place = QPointF(x, y)
        self.update()

    def shape(self) -> QPainterPath:
        """Return where the mouse takes hold of it."""
        path = QPainterPath()
        if self.getViewBox() is not None:
            width, height = (_GRAB * size for size in self.getViewBox().viewPixelSize())
            path.addEllipse(QRectF(self.place.x() - width, self.place.y() - height, 2 * width, 2 * height))
        return path

    def hoverEvent(self, ev: Any) -> None:
        """Show that it can be dragged."""
        self._hovered = not ev.isExit() and ev.acceptDrags(Qt.MouseButton.LeftButton)
        if self._hovered:
            self.setCursor(Qt.CursorShape.SizeAllCursor)
        else:
            self.unsetCursor()
        self.update()

    def mouseDragEvent(self, ev: Any) -> None:
        """Follow the mouse."""
        if ev.button() == Qt.MouseButton.LeftButton:
            ev.accept()
            self.dragged.emit(float(ev.pos().x()), float(ev.pos().y()))

    def paint(self, painter: QPainter, option: Any, widget: QWidget | None) -> None:
        """Draw the symbol, with a ring around it under the mouse."""
        transform = painter.transform()
        frame = transform.mapRect(self.viewRect())
        place = transform.map(self.place)
        painter.setTransform(QTransform())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if frame.contains(place):
            self.style.draw_symbols(painter, [(place.x(), place.y())])
            if self._hovered:
                painter.setPen(plot_pen("accent", 1.6))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(place, _GRAB, _GRAB)
        painter.setTransform(transform)
