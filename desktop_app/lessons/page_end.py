"""The end of a page: where to read on, and where one came from."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from core.lessons.lesson import Lesson, lessons
from core.lessons.links import ToPage
from desktop_app.lessons.page_style import PageStyle
from desktop_app.style import scaled

_NARROWEST = 60


class PageEnd(QWidget):
    """Shows buttons that lead to the page before and the page after.

    Signals:
        page_wanted: a ToPage.
    """

    page_wanted = Signal(object)

    def __init__(self, lesson: Lesson, language: str, style: PageStyle, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        pages = lessons(language)
        place = [page.name for page in pages].index(lesson.name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, round(style.em), 0, 0)
        row.setSpacing(round(0.7 * style.em))
        self.buttons: list[QPushButton] = []
        if place > 0:
            self._add(row, pages[place - 1], self.tr("‹ Previous page"), style, Qt.AlignmentFlag.AlignLeft)
        else:
            row.addStretch(1)
        if place + 1 < len(pages):
            self._add(row, pages[place + 1], self.tr("Next page ›"), style, Qt.AlignmentFlag.AlignRight)
        else:
            row.addStretch(1)

    def _add(self, row: QHBoxLayout, page: Lesson, where: str, style: PageStyle, side: Qt.AlignmentFlag) -> None:
        button = _PageButton(where, page.title, style, side)
        button.clicked.connect(lambda: self.page_wanted.emit(ToPage(page.name)))
        self.buttons.append(button)
        row.addWidget(button, 1)


class _PageButton(QPushButton):
    """A button with two texts one below the other; the second breaks into lines where it must."""

    def __init__(self, where: str, title: str, style: PageStyle, side: Qt.AlignmentFlag) -> None:
        super().__init__()
        self.setObjectName("turn")
        self.setAutoDefault(False)
        self.setAccessibleName(self.tr("{0}: {1}").format(where.strip("‹› "), title))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._column = column = QVBoxLayout(self)
        em = round(0.6 * style.em)
        column.setContentsMargins(em, round(0.7 * em), em, round(0.7 * em))
        column.setSpacing(round(0.2 * style.em))
        above, below = QLabel(where), QLabel(title)
        above.setProperty("role", "muted")
        above.setFont(scaled(style.font, 0.86))
        below.setFont(scaled(style.font, 0.95))
        below.setWordWrap(True)
        for label in (above, below):
            label.setAlignment(side | Qt.AlignmentFlag.AlignTop)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(label)
        column.addStretch(1)

    def sizeHint(self) -> QSize:
        """Return the size of the texts."""
        return self._column.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return a size by which a long title does not widen the page."""
        return QSize(_NARROWEST, self._column.minimumSize().height())
