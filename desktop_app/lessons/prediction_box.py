"""A question to answer before it is tried, and afterwards the answer beside what happened."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QPushButton, QRadioButton, QVBoxLayout, QWidget

from core.lessons.blocks import plain
from core.lessons.lesson import Option, Prediction
from core.lessons.markdown import parse_line
from core.lessons.progress import Answer
from desktop_app.lessons.goals_box import kicker
from desktop_app.lessons.page_style import PageStyle
from desktop_app.lessons.text_block import TextBlock
from desktop_app.lessons.text_line import text_line
from desktop_app.style import scaled, set_property


class _OptionRow(QFrame):
    """One answer: a radio button, its text, and later what became of it. A click anywhere chooses it."""

    def __init__(self, option: Option, style: PageStyle, language: str) -> None:
        super().__init__()
        self.setObjectName("option")
        self.button = QRadioButton()
        self.button.setAccessibleName(plain(parse_line(option.text)))
        self.text: TextBlock = text_line(option.text, style, language)
        self.text.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verdict = QLabel()
        self.verdict.setFont(scaled(style.font, 0.86))
        self.verdict.hide()
        row = QHBoxLayout(self)
        em = round(style.em)
        row.setContentsMargins(round(0.5 * em), round(0.25 * em), round(0.5 * em), round(0.25 * em))
        row.setSpacing(round(0.5 * em))
        row.addWidget(self.button)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.text)
        column.addWidget(self.verdict)
        row.addLayout(column, 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the answer."""
        if event.button() == Qt.MouseButton.LeftButton and self.button.isEnabled():
            self.button.setFocus(Qt.FocusReason.MouseFocusReason)
            self.button.click()


class _Hint(QLabel):
    """A text that may break into lines, with room for the longest of those to come: nothing below jumps."""

    def __init__(self, texts: Iterable[str]) -> None:
        super().__init__()
        self._texts = tuple(texts)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)

    def heightForWidth(self, width: int) -> int:
        """Return the height of the longest text."""
        room = QRect(0, 0, width, 1000)
        measure = self.fontMetrics().boundingRect
        heights = [measure(room, Qt.TextFlag.TextWordWrap.value, text).height() for text in self._texts]
        return max(super().heightForWidth(width), *heights)


class PredictionBox(QFrame):
    """Shows a question in one of its states: open, chosen, locked while it is tried, settled.

    Signals:
        chosen: the id of the question and the position of the answer.
        asked_again: the id of the question; the reader wants to answer anew.
    """

    chosen = Signal(str, int)
    asked_again = Signal(str)

    def __init__(self, prediction: Prediction, style: PageStyle, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.prediction = prediction
        self.setObjectName("lesson_box")
        em = round(style.em)
        font = QFont(style.font)
        font.setWeight(QFont.Weight.DemiBold)
        self.question = text_line(prediction.question, style, language, font=font)
        self.rows = [_OptionRow(option, style, language) for option in prediction.options]
        self._group = QButtonGroup(self)
        for i, row in enumerate(self.rows):
            self._group.addButton(row.button, i)
        self._group.idClicked.connect(self._choose)
        self.status = _Hint((self._status(None, None, True), self._status(0, None, True), self._status(0, None, False)))
        self.status.setFont(scaled(style.font, 0.9))
        self.status.setProperty("role", "muted")
        self.why = text_line(prediction.why, style, language)
        self.again = QPushButton(self.tr("Ask me again"))
        self.again.clicked.connect(lambda: self.asked_again.emit(prediction.id))
        column = QVBoxLayout(self)
        column.setContentsMargins(em, round(0.8 * em), em, round(0.8 * em))
        column.setSpacing(round(0.4 * em))
        column.addWidget(kicker(self.tr("Predict first"), style))
        column.addWidget(self.question)
        for row in self.rows:
            column.addWidget(row)
        column.addWidget(self.status)
        column.addWidget(self.why)
        column.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)

    def show_answer(self, answer: Answer | None, *, may_choose: bool) -> None:
        """Show what was chosen, whether it can still be changed, and what happened."""
        choice = answer.choice if answer is not None else None
        outcome = answer.outcome if answer is not None else None
        self._group.setExclusive(False)
        for i, row in enumerate(self.rows):
            row.button.setChecked(i == choice)
            row.button.setEnabled(may_choose)
            self._show_verdict(row, i == choice, i == outcome, settled=outcome is not None)
        self._group.setExclusive(True)
        settled = outcome is not None
        self.status.setText(self._status(choice, outcome, may_choose))
        set_property(self.status, "role", "done" if settled and choice == outcome else "muted")
        self.why.setVisible(settled)
        self.again.setVisible(settled)

    def _show_verdict(self, row: _OptionRow, chosen: bool, right: bool, *, settled: bool) -> None:
        state = "right" if settled and right else "wrong" if settled and chosen else "chosen" if chosen else ""
        set_property(row, "state", state)
        texts = {
            "right": self.tr("✓ Your prediction, and what happened") if chosen else self.tr("✓ What happened"),
            "wrong": self.tr("Your prediction"),
        }
        row.verdict.setText(texts.get(state, ""))
        row.verdict.setVisible(state in texts)
        set_property(row.verdict, "role", "done" if state == "right" else "muted")

    def _status(self, choice: int | None, outcome: int | None, may_choose: bool) -> str:
        if outcome is not None:
            return self.tr("As you predicted.") if choice == outcome else self.tr("It came out differently.")
        if choice is None:
            return self.tr("Choose before you try it.")
        if may_choose:
            return self.tr("Now try it; until then you can still change your mind.")
        return self.tr("Your answer stands while it runs.")

    def _choose(self, position: int) -> None:
        self.chosen.emit(self.prediction.id, position)
