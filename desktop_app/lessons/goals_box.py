"""The goals of a page: they tick themselves."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from core.lessons.blocks import plain
from core.lessons.lesson import Goal
from core.lessons.markdown import parse_line
from desktop_app.lessons.check_mark import CheckMark
from desktop_app.lessons.page_style import PageStyle
from desktop_app.lessons.text_block import TextBlock
from desktop_app.lessons.text_line import text_line
from desktop_app.style import scaled, set_property


def kicker(text: str, style: PageStyle) -> QLabel:
    """Return the small title of a box."""
    label = QLabel(text)
    font = scaled(style.font, 0.86)
    font.setWeight(font.Weight.DemiBold)
    label.setFont(font)
    label.setProperty("role", "kicker")
    return label


class GoalsBox(QFrame):
    """Lists goals with a mark for each, and says when all are reached."""

    def __init__(self, goals: tuple[Goal, ...], style: PageStyle, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lesson_box")
        self._goals = goals
        self.marks: dict[str, CheckMark] = {}
        self.texts: dict[str, TextBlock] = {}
        em = round(style.em)
        self._title = kicker(self.tr("Goals"), style)
        self.counted = QLabel()
        self.counted.setFont(scaled(style.font, 0.86))
        self.counted.setProperty("role", "muted")
        top = QHBoxLayout()
        top.addWidget(self._title)
        top.addStretch(1)
        top.addWidget(self.counted)
        column = QVBoxLayout(self)
        column.setContentsMargins(em, round(0.8 * em), em, round(0.8 * em))
        column.setSpacing(round(0.35 * em))
        column.addLayout(top)
        for goal in goals:
            column.addLayout(self._row(goal, style, language))

    def show_goals(self, reached: Collection[str], new: Collection[str] = ()) -> None:
        """Show which goals are reached; ``new`` ones are celebrated."""
        for goal in self._goals:
            mark = self.marks[goal.id]
            if goal.id in new:
                mark.celebrate()
            elif mark.ticked != (goal.id in reached):
                mark.set_ticked(goal.id in reached)
            text = plain(parse_line(goal.text))
            state = self.tr("reached: {0}") if goal.id in reached else self.tr("to do: {0}")
            self.texts[goal.id].setAccessibleName(state.format(text))
        count = sum(goal.id in reached for goal in self._goals)
        done = count == len(self._goals)
        text = self.tr("All reached") if done else self.tr("{0} of {1} reached").format(count, len(self._goals))
        self.counted.setText(text)
        set_property(self.counted, "role", "done" if done else "muted")

    def _row(self, goal: Goal, style: PageStyle, language: str) -> QHBoxLayout:
        mark = CheckMark(round(1.15 * style.em))
        text = text_line(goal.text, style, language)
        self.marks[goal.id], self.texts[goal.id] = mark, text
        row = QHBoxLayout()
        row.setSpacing(0)
        outer = QVBoxLayout()
        # The mark stands beside the first line, whose letters begin a little lower.
        outer.setContentsMargins(-round(0.5 * style.em), -round(0.4 * style.em), 0, 0)
        outer.addWidget(mark)
        outer.addStretch(1)
        row.addLayout(outer)
        row.addWidget(text, 1)
        return row
