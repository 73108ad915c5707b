"""A card with an entry of the glossary, beside the term that the mouse or the keyboard is on."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from core.lessons.glossary import glossary
from desktop_app.lessons.page_style import PageStyle
from desktop_app.lessons.text_line import text_line

_WIDTH = 24  # em
_DISTANCE = 14  # pixels


class TermCard(QFrame):
    """Stays inside its parent and lets the mouse through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._owner = parent
        self.setObjectName("term_card")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(4)
        self.term = ""
        self.hide()

    def show_term(self, term: str, place: QPoint, style: PageStyle, language: str) -> None:
        """Show an entry beside ``place``, which is on the screen; an unknown one hides the card."""
        entry = glossary(language).get(term)
        if entry is None:
            self.leave()
            return
        self._clear()
        self.term = term
        em = round(style.em)
        self._column.setContentsMargins(em, round(0.7 * em), em, round(0.7 * em))
        title = QLabel(entry.title)
        title.setFont(style.heading_font(3))
        text = text_line(entry.text, style, language)
        self._column.addWidget(title)
        self._column.addWidget(text)
        width = min(round(_WIDTH * style.em), self._owner.width() - 16)
        text.setFixedSize(width - 2 * em - 2, text.heightForWidth(width - 2 * em - 2))
        self.setFixedWidth(width)
        self.adjustSize()
        self._put(self._owner.mapFromGlobal(place))
        self.show()
        self.raise_()

    def leave(self) -> None:
        """Hide the card."""
        self.term = ""
        self.hide()

    def _clear(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()

    def _put(self, place: QPoint) -> None:
        x = min(max(8, place.x() - self.width() // 3), max(8, self._owner.width() - self.width() - 8))
        y = place.y() + _DISTANCE + 4
        if y + self.height() > self._owner.height():
            y = place.y() - _DISTANCE - self.height()
        self.move(x, max(4, y))
