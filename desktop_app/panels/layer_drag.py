"""Reordering the cards of a column with the mouse."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QHideEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QGraphicsOpacityEffect, QScrollArea, QWidget

from desktop_app.theme import theme

_EDGE = 32
_SCROLL_INTERVAL_MS = 30
_GHOST_HEIGHT = 34
_GHOST_RADIUS = 7
_FADED_OPACITY = 0.35


class DragHandle(QWidget):
    """The dotted place at which a card is taken.

    Signals:
        pressed: the mouse button went down at a global position.
        moved: the mouse moved to a global position with the button down.
        released: the button went up.
        lost: the handle disappeared with the button down.
    """

    pressed = Signal(QPoint)
    moved = Signal(QPoint)
    released = Signal()
    lost = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._down = False
        self.setFixedWidth(16)
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def sizeHint(self) -> QSize:
        """Return the room for two columns of dots."""
        return QSize(16, 24)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._down = True
            self.pressed.emit(event.globalPosition().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse."""
        if self._down:
            self.moved.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if self._down and event.button() == Qt.MouseButton.LeftButton:
            self._down = False
            self.released.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let go without dropping."""
        if self._down:
            self._down = False
            self.lost.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw two columns of three dots."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme().muted))
        middle = self.rect().center()
        for x in (-3, 3):
            for y in (-5, 0, 5):
                painter.drawEllipse(middle + QPoint(x, y), 1.4, 1.4)


class _Ghost(QWidget):
    """The upper part of a card, as it follows the mouse; what it would cover stays to be seen."""

    def __init__(self, card: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._picture = card.grab()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.resize(card.width(), min(card.height(), _GHOST_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _GHOST_RADIUS, _GHOST_RADIUS)
        painter.setClipPath(outline)
        painter.drawPixmap(0, 0, self._picture)
        painter.setClipping(False)
        painter.setPen(QPen(QColor(theme().accent), 2))
        painter.drawPath(outline)


class _DropLine(QWidget):
    """The line that shows where the card would go."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme().accent))
        painter.drawRoundedRect(self.rect().adjusted(0, 1, 0, -1), 1.5, 1.5)


class LayerDrag(QObject):
    """One drag at a time: the card follows the mouse as a picture, a line shows where it would go.

    Signals:
        dropped: position of the card and the position that it shall have afterwards; only if they differ.
    """

    dropped = Signal(int, int)

    def __init__(self, area: QWidget, cards: Callable[[], Sequence[QWidget]]) -> None:
        """Prepare for drags.

        Args:
            area: an ancestor of all cards; the line and the picture are drawn on it.
            cards: returns the cards from top to bottom.
        """
        super().__init__(area)
        self._area, self._cards = area, cards
        self._card: QWidget | None = None
        self._start = self._mouse = self._grip = QPoint()
        self._ghost: _Ghost | None = None
        self.line = _DropLine(area)
        self.line.hide()
        self._scroll = QTimer(self)
        self._scroll.setInterval(_SCROLL_INTERVAL_MS)
        self._scroll.timeout.connect(self._scroll_step)

    @property
    def active(self) -> bool:
        """Whether a card is on its way."""
        return self._ghost is not None

    def press(self, card: QWidget, position: QPoint) -> None:
        """Be ready: the mouse button went down on the handle of ``card`` at a global position."""
        self.cancel()
        self._card, self._start, self._mouse = card, position, position
        self._grip = card.mapFromGlobal(position)

    def move(self, position: QPoint) -> None:
        """Follow the mouse to a global position."""
        if self._card is None:
            return
        far = (position - self._start).manhattanLength() >= QApplication.startDragDistance()
        if not self.active and far:
            self._begin(self._card)
        self._mouse = position
        self._show()

    def release(self) -> None:
        """Drop the card where the line is."""
        card, target = self._card, self._target()
        source = self._cards().index(card) if card is not None and self.active else target
        self.cancel()
        if source != target:
            self.dropped.emit(source, target)

    def cancel(self) -> None:
        """Forget the drag; nothing moves."""
        if self._ghost is not None:
            self._ghost.hide()
            self._ghost.deleteLater()
        if self._card is not None and self.active:
            self._card.setGraphicsEffect(None)  # type: ignore[arg-type]
            self._area.unsetCursor()
        self._card = self._ghost = None
        self.line.hide()
        self._scroll.stop()

    def _begin(self, card: QWidget) -> None:
        self._ghost = _Ghost(card, self._area)
        self._ghost.show()
        faded = QGraphicsOpacityEffect(card)
        faded.setOpacity(_FADED_OPACITY)
        card.setGraphicsEffect(faded)
        if self._scroll_area() is not None:
            self._scroll.start()

    def _show(self) -> None:
        """Bring picture and line to where the mouse is."""
        if self._ghost is None or self._card is None:
            return
        top = self._area.mapFromGlobal(self._mouse).y() - self._grip.y()
        self._ghost.move(self._rect(self._card).x(), top)
        self._ghost.raise_()
        cards, target = self._cards(), self._target()
        source = cards.index(self._card)
        self.line.setVisible(target != source)
        gap = target if target < source else target + 1
        self.line.setGeometry(self._gap_rect(gap))
        self.line.raise_()

    def _target(self) -> int:
        """Return the position that the card would have."""
        cards = self._cards()
        if self._card is None:
            return 0
        y = self._area.mapFromGlobal(self._mouse).y()
        source = cards.index(self._card)
        return sum(self._rect(card).center().y() < y for i, card in enumerate(cards) if i != source)

    def _gap_rect(self, gap: int) -> QRect:
        """Return where the line is drawn for the gap before card number ``gap``."""
        rects = [self._rect(card) for card in self._cards()]
        above = rects[gap - 1].bottom() if gap else rects[0].top() - 6
        below = rects[gap].top() if gap < len(rects) else rects[-1].bottom() + 6
        return QRect(rects[0].left(), (above + below) // 2 - 2, rects[0].width(), 5)

    def _rect(self, card: QWidget) -> QRect:
        return QRect(card.mapTo(self._area, QPoint(0, 0)), card.size())

    def _scroll_area(self) -> QScrollArea | None:
        widget: QWidget | None = self._area
        while widget is not None and not isinstance(widget, QScrollArea):
            widget = widget.parentWidget()
        return widget

    def _scroll_step(self) -> None:
        """Scroll while the mouse is near the edge of what can be seen, faster the nearer."""
        scroll_area = self._scroll_area()
        if scroll_area is None:
            return
        y = scroll_area.viewport().mapFromGlobal(self._mouse).y()
        height = scroll_area.viewport().height()
        beyond = max(0, y - (height - _EDGE)) - max(0, _EDGE - y)
        if beyond:
            bar = scroll_area.verticalScrollBar()
            bar.setValue(bar.value() + max(-_EDGE, min(_EDGE, beyond)) // 2)
            self._show()
