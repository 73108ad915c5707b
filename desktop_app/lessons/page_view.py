"""A page of the lessons, shown: text, formulas, figures, buttons, questions and goals in one column that scrolls."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from core.lessons.blocks import Block, BookHere, Buttons, Figure, GoalsHere, PredictHere, Quote
from core.lessons.lesson import Lesson
from core.lessons.links import ToPage, ToTerm, Try
from core.lessons.tracking import Reached, Tracker
from desktop_app.lessons.book_box import BookBox
from desktop_app.lessons.figure_holder import FigureHolder
from desktop_app.lessons.goals_box import GoalsBox
from desktop_app.lessons.page_document import PageDocument
from desktop_app.lessons.page_end import PageEnd
from desktop_app.lessons.page_head import PageHead
from desktop_app.lessons.page_style import PageStyle
from desktop_app.lessons.prediction_box import PredictionBox
from desktop_app.lessons.term_card import TermCard
from desktop_app.lessons.text_block import TextBlock
from desktop_app.lessons.try_buttons import TryButtons
from desktop_app.plots.book_state import RowState
from desktop_app.theme import themes

_NEAR_END = 24  # pixels


class PageView(QScrollArea):
    """Shows one page at a time.

    Signals:
        tried: a Try that the reader wants.
        page_wanted: a ToPage.
        term_wanted: the id of an entry of the glossary.
        chosen: the id of a question and the position of the answer.
        asked_again: the id of a question.
        row_wanted: the key of a row of the book that is to be repeated.
        read: the end of the page was seen.
        zoom_wanted: 1 for larger, -1 for smaller text.
        failed, saved: a sentence of a figure.
    """

    tried = Signal(object)
    page_wanted = Signal(object)
    term_wanted = Signal(str)
    chosen = Signal(str, int)
    asked_again = Signal(str)
    row_wanted = Signal(str)
    read = Signal()
    zoom_wanted = Signal(int)
    failed = Signal(str)
    saved = Signal(str)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.style_now = PageStyle(1.0)
        self.lesson: Lesson | None = None
        self._tracker: Tracker | None = None
        self._states: Mapping[str, RowState] = {}
        self._language = language
        self.setObjectName("lesson_page")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.card = TermCard(self)
        self._anchor = ""
        self._clear_lists()
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        themes.changed.connect(self.rebuild)

    def show_lesson(self, tracker: Tracker, anchor: str = "") -> None:
        """Show a page from its beginning, or from a heading on."""
        self.lesson, self._tracker = tracker.lesson, tracker
        self._build()
        self._show_states()
        self.verticalScrollBar().setValue(0)
        self.go_to(anchor)

    def go_to(self, anchor: str) -> None:
        """Scroll to a heading; it must be laid out first, which may take a moment."""
        self._anchor = anchor
        QTimer.singleShot(0, self, self._go)

    @property
    def share(self) -> float:
        """How much of the page, from 0 to 1, was scrolled away."""
        bar = self.verticalScrollBar()
        return bar.value() / max(1, bar.maximum())

    def go_to_share(self, share: float) -> None:
        """Scroll a share of the page away, as soon as it is laid out."""
        bar = self.verticalScrollBar()
        QTimer.singleShot(0, self, lambda: bar.setValue(round(share * bar.maximum())))

    def set_zoom(self, zoom: float) -> None:
        """Show texts larger or smaller."""
        self.style_now = PageStyle(zoom)
        self.rebuild()

    @Slot()
    def rebuild(self) -> None:
        """Build the page anew, in another theme or size, at the same place."""
        if self.lesson is None:
            return
        share = self.share
        self._build()
        self._show_states()
        self.go_to_share(share)

    def show_reached(self, reached: Reached) -> None:
        """Show goals and questions as they are now; what is new is celebrated."""
        if self._tracker is None:
            return
        progress = self._tracker.progress
        for goals in self.goals:
            goals.show_goals(progress.goals, reached.goals)
        for question in self.questions:
            name = question.prediction.id
            question.show_answer(progress.answers.get(name), may_choose=self._tracker.may_choose(name))

    def show_rows(self, states: Mapping[str, RowState]) -> None:
        """Show how the rows of the book came out here."""
        self._states = {**self._states, **states}
        for box in self.books:
            if box.entry.key in states:
                box.show_state(states[box.entry.key])

    def _show_states(self) -> None:
        self.show_reached(Reached())
        for box in self.books:
            box.show_state(self._states.get(box.entry.key, RowState()))

    def _clear_lists(self) -> None:
        self.texts: list[TextBlock] = []
        self.goals: list[GoalsBox] = []
        self.questions: list[PredictionBox] = []
        self.books: list[BookBox] = []
        self.buttons: list[TryButtons] = []
        self.figures: list[FigureHolder] = []
        self.head: PageHead | None = None
        self.end: PageEnd | None = None

    def _build(self) -> None:
        assert self.lesson is not None
        self.card.leave()
        self._clear_lists()
        style = self.style_now
        em = round(style.em)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, em, 0, 3 * em)
        self._column.setSpacing(round(0.95 * em))
        self.head = PageHead(self.lesson, style)
        self.head.tried.connect(self.tried)
        self._column.addWidget(self.head)
        self._known: set[str] = set()
        self._write(self.lesson.blocks, self._column)
        self.end = PageEnd(self.lesson, self._language, style)
        self.end.page_wanted.connect(self.page_wanted)
        self._column.addWidget(self.end)
        self._column.addStretch(1)
        column = QWidget()
        column.setObjectName("lesson_column")
        column.setLayout(self._column)
        column.setMaximumWidth(style.measure)
        page = QWidget()
        page.setObjectName("lesson_sheet")
        outer = QHBoxLayout(page)
        outer.setContentsMargins(round(1.4 * em), 0, round(1.4 * em), 0)
        outer.addStretch(1)
        outer.addWidget(column, 1000)
        outer.addStretch(1)
        self.setWidget(page)
        self.card.raise_()

    def _write(self, blocks: tuple[Block, ...], column: QVBoxLayout) -> None:
        """Add the blocks, texts that follow one another as one widget."""
        document: PageDocument | None = None
        for block in blocks:
            widget = self._widget_of(block)
            if widget is None:
                document = document or PageDocument(self.style_now, self._language, self._known)
                document.write(block)
                continue
            self._add_text(document, column)
            document = None
            column.addWidget(widget)
        self._add_text(document, column)

    def _add_text(self, document: PageDocument | None, column: QVBoxLayout) -> None:
        if document is None:
            return
        document.tighten()
        text = TextBlock(document)
        text.followed.connect(self._follow)
        text.term_hovered.connect(self._hover)
        self.texts.append(text)
        column.addWidget(text)

    def _widget_of(self, block: Block) -> QWidget | None:
        """Return the widget of a block that is not text."""
        makers: dict[type, Any] = {
            Buttons: self._make_buttons,
            Figure: self._make_figure,
            GoalsHere: self._make_goals,
            PredictHere: self._make_question,
            BookHere: self._make_book,
            Quote: self._make_quote,
        }
        make = makers.get(type(block))
        widget: QWidget | None = make(block) if make is not None else None
        return widget

    def _make_buttons(self, block: Buttons) -> QWidget:
        buttons = TryButtons(block.links, self.style_now)
        buttons.tried.connect(self.tried)
        self.buttons.append(buttons)
        return buttons

    def _make_figure(self, block: Figure) -> QWidget:
        holder = FigureHolder(block, self.style_now, self._language)
        for name in ("failed", "saved"):
            if hasattr(holder.figure, name):
                getattr(holder.figure, name).connect(getattr(self, name))
        self.figures.append(holder)
        return holder

    def _make_goals(self, _block: GoalsHere) -> QWidget:
        assert self.lesson is not None
        goals = GoalsBox(self.lesson.header.goals, self.style_now, self._language)
        self.goals.append(goals)
        return goals

    def _make_question(self, block: PredictHere) -> QWidget:
        assert self.lesson is not None
        box = PredictionBox(self.lesson.prediction(block.id), self.style_now, self._language)
        box.chosen.connect(self.chosen)
        box.asked_again.connect(self.asked_again)
        self.questions.append(box)
        return box

    def _make_book(self, block: BookHere) -> QWidget:
        box = BookBox(block.key, self.style_now)
        box.run_wanted.connect(self.row_wanted)
        self.books.append(box)
        return box

    def _make_quote(self, block: Quote) -> QWidget:
        frame = QFrame()
        frame.setObjectName("lesson_note")
        em = round(self.style_now.em)
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(em, round(0.6 * em), em, round(0.6 * em))
        self._write(block.blocks, inside)
        return frame

    @Slot(object)
    def _follow(self, target: object) -> None:
        if isinstance(target, Try):
            self.tried.emit(target)
        elif isinstance(target, ToTerm):
            self.term_wanted.emit(target.id)
        elif isinstance(target, ToPage):
            if target.page and (self.lesson is None or target.page != self.lesson.name):
                self.page_wanted.emit(target)
            else:
                self.go_to(target.anchor)

    @Slot(str, QPoint)
    def _hover(self, term: str, place: QPoint) -> None:
        if term:
            self.card.show_term(term, place, self.style_now, self._language)
        else:
            self.card.leave()

    def _go(self) -> None:
        page = self.widget()
        if not self._anchor or page is None or not self.isVisible():
            return
        layout = page.layout()
        if layout is not None:
            layout.activate()
        for text in self.texts:
            y = text.y_of(self._anchor)
            if y is not None:
                top = text.mapTo(page, QPoint(0, y)).y()
                self.verticalScrollBar().setValue(max(0, top - round(self.style_now.em)))
                break
        # Whoever comes back from a search goes on reading where they were.
        self._anchor = ""

    @Slot()
    def _on_scrolled(self) -> None:
        self.card.leave()
        bar = self.verticalScrollBar()
        if self.isVisible() and self.lesson is not None and bar.value() >= bar.maximum() - _NEAR_END:
            self.read.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll with the keys of a reader."""
        bar = self.verticalScrollBar()
        page = round(0.9 * self.viewport().height())
        steps = {
            Qt.Key.Key_Space: -page if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else page,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_Down: round(3 * self.style_now.em),
            Qt.Key.Key_Up: -round(3 * self.style_now.em),
            Qt.Key.Key_Home: -bar.maximum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            bar.setValue(bar.value() + step)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or with Ctrl ask for another size."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_wanted.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the card away: its term is elsewhere now."""
        super().resizeEvent(event)
        self.card.leave()

    def showEvent(self, event: QShowEvent) -> None:
        """Scroll to the heading that was asked for while nothing was laid out."""
        super().showEvent(event)
        if self._anchor:
            self.go_to(self._anchor)
