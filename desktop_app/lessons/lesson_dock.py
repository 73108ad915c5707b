"""The dock with the lessons: contents, search, and a page."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDockWidget,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QToolButton,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.lessons.lesson import Lesson, lessons
from core.lessons.links import ToPage
from core.lessons.progress import Progress
from core.lessons.search import Hit, search
from core.lessons.tracking import Tracker
from desktop_app.icons import icon
from desktop_app.lessons.contents_tree import ContentsTree
from desktop_app.lessons.explore_page import chapter_title
from desktop_app.lessons.page_style import ZOOMS
from desktop_app.lessons.page_view import PageView
from desktop_app.lessons.term_page import TermPage

_PAGE = Qt.ItemDataRole.UserRole
_MARKS = {"new": "", "begun": "○", "done": "✓"}
_NARROW, _WIDE = 370, 540
_ROOMY_WINDOW = 1600


class LessonDock(QDockWidget):
    """Shows the contents, what a search has found, or a page.

    Signals:
        page_wanted: a ToPage.
        zoomed: another size of the text was chosen.
    """

    page_wanted = Signal(object)
    zoomed = Signal(float)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Lessons"))
        self.setObjectName("lesson_dock")
        self.setAllowedAreas(Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea)
        self._language = language
        self._pages = lessons(language)
        self.page = PageView(language)
        self.contents, self.found = ContentsTree(), QListWidget()
        self.stack = QStackedWidget()
        self.term = TermPage(language)
        for widget in (self.contents, self.page, self.found, self.term):
            self.stack.addWidget(widget)
        self._build()
        self._fill()
        self.page.page_wanted.connect(self.page_wanted)
        self.page.zoom_wanted.connect(self._zoom)
        self.page.term_wanted.connect(self.show_term)
        self.term.page_wanted.connect(self._leave_for)
        self.term.left.connect(self._leave_term)

    def sizeHint(self) -> QSize:
        """Return a generous width where there is room."""
        window = self.parentWidget()
        roomy = window is not None and window.width() >= _ROOMY_WINDOW
        return QSize(_WIDE if roomy else _NARROW, 600)

    def show_lesson(self, tracker: Tracker, anchor: str = "") -> None:
        """Show a page."""
        self.page.show_lesson(tracker, anchor)
        self.stack.setCurrentWidget(self.page)
        names = [lesson.name for lesson in self._pages]
        place = names.index(tracker.lesson.name)
        self.back.setEnabled(place > 0)
        self.forth.setEnabled(place < len(names) - 1)
        self.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_over(self, old: LessonDock, tracker: Tracker | None) -> None:
        """Show what another dock shows: the page of the tracker at the same place, the contents, or what was found."""
        self.page.set_zoom(old.page.style_now.zoom)
        if tracker is not None:
            self.show_lesson(tracker)
            self.page.go_to_share(old.page.share)
        if old.stack.currentWidget() is old.found:
            self._search(self.line.text())
        else:
            self.stack.setCurrentIndex(old.stack.currentIndex())

    def show_progress(self, progress: Progress) -> None:
        """Mark the pages that were begun or done."""
        for lesson in self._pages:
            self._items[lesson.name].setText(1, _MARKS[progress.mark(lesson)])

    @property
    def lesson(self) -> Lesson | None:
        """The page that is open."""
        return self.page.lesson

    @Slot()
    def show_contents(self) -> None:
        """Show the chapters and pages."""
        self.stack.setCurrentWidget(self.contents)
        if self.lesson is not None:
            self.contents.setCurrentItem(self._items[self.lesson.name])
        self.contents.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self.menu = self._button("runs", self.tr("Contents"), self.show_contents)
        self.back = self._button("", self.tr("Previous page"), lambda: self._turn(-1))
        self.forth = self._button("", self.tr("Next page"), lambda: self._turn(1))
        self.back.setText("‹")
        self.forth.setText("›")
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("Search the lessons"))
        self.line.setAccessibleName(self.tr("Search the lessons"))
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(self._search)
        row = QHBoxLayout()
        row.setContentsMargins(6, 4, 6, 4)
        for widget in (self.menu, self.back, self.forth):
            row.addWidget(widget)
        row.addWidget(self.line, 1)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.stack, 1)
        body.setMinimumWidth(300)
        self.setWidget(body)
        self.contents.setAccessibleName(self.tr("Contents"))
        self.contents.itemActivated.connect(self._open_item)
        self.contents.itemClicked.connect(self._open_item)
        self.found.setAccessibleName(self.tr("Found"))
        self.found.setWordWrap(True)
        self.found.itemActivated.connect(self._open_found)
        self.found.itemClicked.connect(self._open_found)
        for keys, step in (("Ctrl++", 1), ("Ctrl+=", 1), ("Ctrl+-", -1)):
            shortcut = QShortcut(QKeySequence(keys), body)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self._zoom(step))

    def _button(self, picture: str, text: str, do: object) -> QToolButton:
        button = QToolButton()
        button.setObjectName("flat")
        if picture:
            button.setIcon(icon(picture))
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.clicked.connect(do)
        return button

    def _fill(self) -> None:
        self._items: dict[str, QTreeWidgetItem] = {}
        chapters: dict[int, QTreeWidgetItem] = {}
        bold = self.contents.font()
        bold.setWeight(bold.Weight.DemiBold)
        for lesson in self._pages:
            if lesson.chapter not in chapters:
                title = self.tr("{0}. {1}").format(lesson.chapter, chapter_title(lesson.chapter))
                chapters[lesson.chapter] = QTreeWidgetItem(self.contents, [title])
                chapters[lesson.chapter].setExpanded(True)
                chapters[lesson.chapter].setFont(0, bold)
            self._items[lesson.name] = QTreeWidgetItem(chapters[lesson.chapter], [lesson.title])
            self._items[lesson.name].setData(0, _PAGE, lesson.name)

    @Slot(QTreeWidgetItem)
    def _open_item(self, item: QTreeWidgetItem) -> None:
        name = item.data(0, _PAGE)
        if name:
            self.page_wanted.emit(ToPage(name))

    def _turn(self, step: int) -> None:
        names = [lesson.name for lesson in self._pages]
        place = 0 if self.lesson is None else min(max(names.index(self.lesson.name) + step, 0), len(names) - 1)
        self.page_wanted.emit(ToPage(names[place]))

    @Slot(str)
    def _search(self, query: str) -> None:
        if not query.strip():
            self._show_reading()
            return
        self.found.clear()
        for hit in search(query, self._language):
            item = QListWidgetItem(self.found)
            item.setData(_PAGE, hit)
            label = QLabel(_hit_text(hit))
            label.setWordWrap(True)
            label.setMargin(6)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            width = max(self.stack.width() - 24, 200)
            item.setSizeHint(QSize(width, label.heightForWidth(width)))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{hit.title}: {hit.snippet}")
            self.found.setItemWidget(item, label)
        if not self.found.count():
            nothing = QListWidgetItem(self.tr("Nothing found for “{0}”.").format(query.strip()), self.found)
            nothing.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self.stack.setCurrentWidget(self.found)

    @Slot(QListWidgetItem)
    def _open_found(self, item: QListWidgetItem) -> None:
        hit: Hit | None = item.data(_PAGE)
        if hit is None:
            return
        if hit.page:
            self._leave_for(ToPage(hit.page, hit.anchor))
        else:
            self.show_term(hit.anchor)

    @Slot(str)
    def show_term(self, term: str) -> None:
        """Show an entry of the glossary."""
        if self.term.show_term(term, self.page.style_now):
            self.stack.setCurrentWidget(self.term)

    @Slot(object)
    def _leave_for(self, place: ToPage) -> None:
        self.line.clear()
        self.page_wanted.emit(place)

    @Slot()
    def _leave_term(self) -> None:
        """Go back to where the entry was opened: what was found, or the page."""
        if self.line.text().strip():
            self.stack.setCurrentWidget(self.found)
            self.found.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._show_reading().setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_reading(self) -> QWidget:
        """Show the page, or the contents while none is open."""
        shown: QWidget = self.page if self.lesson else self.contents
        self.stack.setCurrentWidget(shown)
        return shown

    def set_zoom(self, zoom: float) -> None:
        """Show texts in the size that is nearest to this one."""
        self.page.set_zoom(min(ZOOMS, key=lambda known: abs(known - zoom)))

    @Slot(int)
    def _zoom(self, step: int) -> None:
        place = ZOOMS.index(self.page.style_now.zoom) + step
        if 0 <= place < len(ZOOMS):
            self.page.set_zoom(ZOOMS[place])
            if self.stack.currentWidget() is self.term:
                self.term.show_term(self.term.term, self.page.style_now)
            self.zoomed.emit(ZOOMS[place])


def _hit_text(hit: Hit) -> str:
    parts, done = [], 0
    for start, end in hit.marks:
        parts.append(f"{escape(hit.snippet[done:start])}<b>{escape(hit.snippet[start:end])}</b>")
        done = end
    snippet = "".join(parts) + escape(hit.snippet[done:])
    where = " › ".join(escape(text) for text in (hit.title, hit.heading) if text)
    return f"<b>{where}</b><br>{snippet}"
