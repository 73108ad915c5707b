"""A canvas for a digit or a garment: a soft brush, an eraser, and the keyboard."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.drawing import Ink
from desktop_app.theme import theme, themes

LONGER_SIDE = 280
"""Pixels of the drawing along its longer side."""

_SOFT = 0.35  # of the brush's radius
_STEP = 1 / 28  # of the longer side: how far an arrow key goes


class DrawCanvas(QWidget):
    """Keeps a drawing; ``brush`` is its width in pixels of the drawing, ``erasing`` takes ink away.

    The mouse draws. With the keyboard the arrow keys move a pen, Space puts it down or lifts it, Delete clears.

    Signals:
        drawn: the drawing has changed.
    """

    drawn = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ink: Ink = np.zeros((LONGER_SIDE, LONGER_SIDE), np.float32)
        self.brush, self.erasing, self.bright_ground = 26, False, False
        self._last: QPointF | None = None
        self._pen = QPointF(LONGER_SIDE / 2, LONGER_SIDE / 2)
        self._pen_down = self._by_keys = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setMinimumSize(140, 140)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Canvas"))
        self.setAccessibleDescription(
            self.tr("The arrow keys move a pen, Space puts it down or lifts it, Delete clears the canvas.")
        )
        themes.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return the size at which a pixel of the drawing is one of the screen."""
        return QSize(self.ink.shape[1], self.ink.shape[0])

    def take_shape(self, height: int, width: int) -> None:
        """Take the proportions of pictures of this size; another proportion clears the canvas."""
        scale = LONGER_SIDE / max(height, width)
        shape = max(1, round(scale * height)), max(1, round(scale * width))
        if shape != self.ink.shape:
            self.show_ink(np.zeros(shape, np.float32))

    def show_ink(self, ink: Ink) -> None:
        """Put another drawing on the canvas."""
        self.ink = ink
        self._pen = QPointF(ink.shape[1] / 2, ink.shape[0] / 2)
        self._pen_down = False
        self.updateGeometry()
        self._changed()

    def clear(self) -> None:
        """Take all ink away."""
        self.show_ink(np.zeros_like(self.ink))

    @property
    def is_empty(self) -> bool:
        """Whether nothing is drawn."""
        return not self.ink.any()

    def frame(self) -> QRectF:
        """Return where the drawing lies in this widget."""
        height, width = self.ink.shape
        scale = min((self.width() - 4) / width, (self.height() - 4) / height)
        size = scale * width, scale * height
        return QRectF((self.width() - size[0]) / 2, (self.height() - size[1]) / 2, *size)

    def place_of(self, position: QPointF) -> QPointF:
        """Return which pixel of the drawing lies under a position of this widget."""
        frame = self.frame()
        scale = self.ink.shape[1] / frame.width()
        return (position - frame.topLeft()) * scale

    def draw_line(self, start: QPointF, end: QPointF) -> None:
        """Draw, or erase, along a line between two pixels of the drawing."""
        radius = self.brush / 2
        corners = np.array([[start.y(), start.x()], [end.y(), end.x()]])
        low = np.maximum(np.floor(corners.min(axis=0) - radius - 1), 0).astype(int)
        high = np.minimum(np.ceil(corners.max(axis=0) + radius + 2), self.ink.shape).astype(int)
        if (high <= low).any():
            return
        part = self.ink[low[0] : high[0], low[1] : high[1]]
        rows, columns = np.ogrid[low[0] : high[0], low[1] : high[1]]
        (y0, x0), (dy, dx) = corners[0], corners[1] - corners[0]
        along = ((rows + 0.5 - y0) * dy + (columns + 0.5 - x0) * dx) / max(dy * dy + dx * dx, 1e-9)
        along = np.clip(along, 0, 1)
        distance = np.hypot(rows + 0.5 - y0 - along * dy, columns + 0.5 - x0 - along * dx)
        # Full in the middle, and less and less towards the rim.
        cover = np.clip((radius - distance) / max(_SOFT * radius, 0.5), 0, 1).astype(np.float32)
        if self.erasing:
            np.minimum(part, 1 - cover, out=part)
        else:
            np.maximum(part, cover, out=part)
        self._changed()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the drawing as the tiles show the pictures of the data set, and the pen of the keyboard."""
        painter = QPainter(self)
        # The light theme shows all pictures inverted, here as in the tiles.
        dark_ink = self.bright_ground != (theme().name == "light")
        grey = np.rint(255 * (1 - self.ink if dark_ink else self.ink)).astype(np.uint8)
        image = QImage(grey.data, grey.shape[1], grey.shape[0], grey.strides[0], QImage.Format.Format_Grayscale8)
        frame = self.frame()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(frame, image)
        focused = self.hasFocus() and self._by_keys
        painter.setPen(QPen(QColor(theme().accent if focused else theme().border), 2 if focused else 1))
        painter.drawRect(frame)
        if focused:
            self._draw_pen(painter, frame)
        painter.end()

    def _draw_pen(self, painter: QPainter, frame: QRectF) -> None:
        scale = frame.width() / self.ink.shape[1]
        centre = frame.topLeft() + self._pen * scale
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(theme().accent) if self._pen_down else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(centre, 5, 5)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a stroke."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._by_keys = False
            self._last = self.place_of(event.position())
            self.draw_line(self._last, self._last)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with the stroke."""
        if self._last is not None:
            place = self.place_of(event.position())
            self.draw_line(self._last, place)
            self._last = place

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the stroke."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._last = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the pen, put it down or lift it, or clear."""
        moves = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
        }
        key = Qt.Key(event.key())
        if key in moves:
            step = LONGER_SIDE * _STEP
            before, (right, down) = self._pen, moves[key]
            height, width = self.ink.shape
            x, y = before.x() + step * right, before.y() + step * down
            self._pen = QPointF(min(max(x, 0.0), width), min(max(y, 0.0), height))
            if self._pen_down:
                self.draw_line(before, self._pen)
        elif key == Qt.Key.Key_Space:
            self._pen_down = not self._pen_down
            if self._pen_down:
                self.draw_line(self._pen, self._pen)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear()
        else:
            event.ignore()
            return
        self._by_keys = True
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the pen if the keyboard brought the focus."""
        super().focusInEvent(event)
        self._by_keys = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Lift the pen."""
        super().focusOutEvent(event)
        self._pen_down = False
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Look like the other widgets when this one cannot be used."""
        super().changeEvent(event)
        self.update()

    def _changed(self) -> None:
        self.update()
        self.drawn.emit()
