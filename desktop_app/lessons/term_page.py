"""An entry of the glossary with the room of a page: its text, and the pages that use the word."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from core.lessons.glossary import glossary
from core.lessons.links import ToPage
from core.lessons.search import search
from desktop_app.icons import icon
from desktop_app.lessons.page_style import PageStyle
from desktop_app.lessons.text_line import text_line
from desktop_app.style import scaled

_MOST_PAGES = 6


class TermPage(QScrollArea):
    """Shows one entry.

    Signals:
        page_wanted: a ToPage.
        left: Escape or the button to go back was pressed.
    """

    page_wanted = Signal(object)
    left = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.term = ""
        self.back = QPushButton()
        self.pages: list[QPushButton] = []
        self.setObjectName("lesson_page")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def show_term(self, term: str, style: PageStyle) -> bool:
        """Show an entry; return whether there is one."""
        entry = glossary(self._language).get(term)
        if entry is None:
            return False
        self.term, self.pages = term, []
        em = round(style.em)
        sheet = QWidget()
        sheet.setObjectName("lesson_sheet")
        column = QVBoxLayout(sheet)
        column.setContentsMargins(round(1.4 * em), em, round(1.4 * em), 2 * em)
        column.setSpacing(round(0.7 * em))
        self.back = self._link(self.tr("Back"), style)
        self.back.clicked.connect(self.left)
        title = QLabel(entry.title)
        title.setFont(style.heading_font(1))
        title.setWordWrap(True)
        text = text_line(entry.text, style, self._language)
        for widget in (self.back, title, text):
            column.addWidget(widget)
        self._add_pages(column, entry.title, style)
        column.addStretch(1)
        self.setWidget(sheet)
        self.setAccessibleName(entry.title)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back on Escape; the arrows scroll."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _add_pages(self, column: QVBoxLayout, word: str, style: PageStyle) -> None:
        """Add a link to each page that uses the word, the most fitting first."""
        places: dict[str, ToPage] = {}
        titles: dict[str, str] = {}
        for hit in search(word, self._language):
            if hit.page and hit.page not in places:
                places[hit.page], titles[hit.page] = ToPage(hit.page, hit.anchor), hit.title
        if places:
            heading = QLabel(self.tr("Pages that use the word"))
            heading.setFont(style.heading_font(3))
            column.addSpacing(round(0.6 * style.em))
            column.addWidget(heading)
        for page in list(places)[:_MOST_PAGES]:
            link = self._link(titles[page], style)
            link.setIcon(icon("runs"))
            link.clicked.connect(partial(self._want, places[page]))
            column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
            self.pages.append(link)

    def _link(self, text: str, style: PageStyle) -> QPushButton:
        button = QPushButton(text.replace("&", "&&"))
        button.setFont(scaled(style.font, 0.95))
        button.setAutoDefault(False)
        button.setSizePolicy(button.sizePolicy().Policy.Maximum, button.sizePolicy().Policy.Fixed)
        return button

    def _want(self, place: ToPage, _checked: bool = False) -> None:
        self.page_wanted.emit(place)
