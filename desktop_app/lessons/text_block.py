"""A piece of a page that is text: as high as its content, with links, terms to hover, and text to copy."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from desktop_app.lessons.formula_object import LATEX, PLACE_HOLDER, TAIL
from desktop_app.lessons.page_document import TERM, ZERO_WIDTH, PageDocument

_SCROLLING = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_Space,
)


class TextBlock(QTextBrowser):
    """Shows a document of its own height; the page around it scrolls.

    Signals:
        followed: the target of a link.
        term_hovered: the id of a term under the mouse and its place on the screen; an empty id when it was left.
    """

    followed = Signal(object)
    term_hovered = Signal(str, QPoint)

    def __init__(self, document: PageDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = document
        self._term = ""
        self._heights: dict[int, int] = {}
        document.setParent(self)
        self.setDocument(document)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setMouseTracking(True)
        self.setObjectName("page")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.anchorClicked.connect(self._follow)
        self.setAccessibleName(self._plain(document.toPlainText()))

    @property
    def page(self) -> PageDocument:
        """The document that is shown."""
        return self._page

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the text is at this width."""
        super().resizeEvent(event)
        height = self.heightForWidth(event.size().width())
        if height != self.height():
            self.setFixedHeight(height)

    def heightForWidth(self, width: int) -> int:
        """Return the height of the text at a width."""
        if width not in self._heights:
            shown = self._page.textWidth()
            self._page.setTextWidth(width)
            self._heights[width] = ceil(self._page.size().height())
            self._page.setTextWidth(shown)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """Return a size at the present width."""
        width = max(self.width(), 120)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return a size by which the text does not widen what is around it."""
        return QSize(80, 1)

    def y_of(self, anchor: str) -> int | None:
        """Return where a heading begins, in pixels from the top; None if it is not here."""
        place = self._page.places.get(anchor)
        if place is None:
            return None
        block = self._page.findBlock(place)
        return int(self._page.documentLayout().blockBoundingRect(block).top())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave it to the page."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the keys that scroll to the page."""
        if event.key() in _SCROLLING and not event.modifiers():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell which term the mouse is on."""
        super().mouseMoveEvent(event)
        self._hover(self._term_at(event.position()), event.globalPosition().toPoint())

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the mouse is on no term any more."""
        super().leaveEvent(event)
        self._hover("", QPoint())

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802
        """Return the selected text, formulas as LaTeX between dollar signs."""
        data = QMimeData()
        data.setText(self.selected_text())
        return data

    def selected_text(self) -> str:
        """Return what is selected, formulas as LaTeX between dollar signs."""
        cursor = self.textCursor()
        start = cursor.selectionStart()
        return self._plain(cursor.selection().toPlainText(), start)

    def _plain(self, text: str, start: int = 0) -> str:
        """Return the text from a position on, with the formulas that the place holders stand for."""
        parts, position = [], start
        look = QTextCursor(self._page)
        for char in text:
            if char == PLACE_HOLDER:
                while position < self._page.characterCount() and self._page.characterAt(position) != PLACE_HOLDER:
                    position += 1
                look.setPosition(min(position + 1, self._page.characterCount() - 1))
                form = look.charFormat()
                parts.append(f"${form.property(LATEX)}${form.property(TAIL)}")
                position += 1
            elif char != ZERO_WIDTH:
                parts.append(char)
        return "".join(parts)

    def _hover(self, term: str, place: QPoint) -> None:
        if term != self._term:
            self._term = term
            self.viewport().setCursor(Qt.CursorShape.WhatsThisCursor if term else Qt.CursorShape.IBeamCursor)
            self.term_hovered.emit(term, place)

    def _term_at(self, point: QPointF) -> str:
        hit = self._page.documentLayout().hitTest(point, Qt.HitTestAccuracy.ExactHit)
        if hit < 0:
            return ""
        cursor = QTextCursor(self._page)
        cursor.setPosition(min(hit + 1, self._page.characterCount() - 1))
        term = cursor.charFormat().property(TERM)
        return str(term) if term else ""

    def _follow(self, url: QUrl) -> None:
        self.followed.emit(self._page.targets[int(url.toString())])
