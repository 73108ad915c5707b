"""The small "?" beside an option. It knows no lessons: it tells a desk of its window, which somebody listens to."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolButton, QWidget

from desktop_app.style import scaled
from desktop_app.theme import theme

WIDTH = 12
_HEIGHT = 16
_QUIET = 0.6  # opacity while nobody looks for it


class HelpDesk(QObject):
    """Stands at a window, as its child, and hears of every mark in it.

    Signals:
        wanted: the mark that was pressed.
    """

    wanted = Signal(QWidget)


class HelpMark(QToolButton):
    """A "?" that lights up under the mouse, and while the field beside it has the focus.

    The Tab key passes it by, or a form would take twice as many strokes: Shift+F1 in the field does the same.

    Args:
        title: of the option.
        field: what it stands beside; None for a mark on its own, which the Tab key visits.
        topic: what it explains; empty if the widgets that hold it say that.
    """

    def __init__(
        self, title: str, field: QWidget | None = None, topic: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.topic = topic
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if field is not None else Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(WIDTH, _HEIGHT)
        self.setFont(scaled(self.font(), 0.82))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        name = self.tr("Explain: {title}").format(title=title)
        self.setAccessibleName(name)
        self.setToolTip(self.tr("{explain} (Shift+F1)").format(explain=name) if field is not None else name)
        self._is_lit = False
        if field is not None:
            (field.focusProxy() or field).installEventFilter(self)
        self.clicked.connect(self._ask)

    def sizeHint(self) -> QSize:
        """Return room for one letter."""
        return QSize(WIDTH, _HEIGHT)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the focus of the field."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._is_lit = event.type() == QEvent.Type.FocusIn
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the letter, and a ring around it for as long as somebody looks for it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self._is_lit or self.underMouse() or self.hasFocus()
        colour = QColor(theme().accent if lit else theme().muted)
        painter.setOpacity(1.0 if lit else _QUIET)
        painter.setPen(QPen(colour, 1.1))
        ring = QRectF(0.75, (_HEIGHT - WIDTH) / 2 + 0.75, WIDTH - 1.5, WIDTH - 1.5)
        if lit:
            painter.drawEllipse(ring)
        painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, "?")

    def _ask(self) -> None:
        widget: QWidget | None = self
        while widget is not None:
            desk = widget.findChild(HelpDesk, options=Qt.FindChildOption.FindDirectChildrenOnly)
            if isinstance(desk, HelpDesk):
                desk.wanted.emit(self)
                return
            widget = widget.parentWidget()
