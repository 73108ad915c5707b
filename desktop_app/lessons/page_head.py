"""The head of a page: chapter, title, and where to begin."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from core.errors import ExperimentError
from core.lessons.lesson import Lesson
from core.lessons.links import Action, Try
from core.presets import load_preset
from desktop_app.icons import icon
from desktop_app.lessons.explore_page import chapter_title
from desktop_app.lessons.explorers.flow_layout import FlowLayout
from desktop_app.lessons.page_style import PageStyle
from desktop_app.style import scaled
from desktop_app.texts import translated


class PageHead(QWidget):
    """Shows the title, and buttons that load the preset of the page and open the views that matter.

    Signals:
        tried: a Try.
    """

    tried = Signal(object)

    def __init__(self, lesson: Lesson, style: PageStyle, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        above = QLabel(self.tr("{0} · {1}").format(lesson.chapter, chapter_title(lesson.chapter)))
        above.setProperty("role", "muted")
        above.setFont(scaled(style.font, 0.9))
        above.setWordWrap(True)
        title = QLabel(lesson.title)
        title.setFont(style.heading_font(1))
        title.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(round(0.3 * style.em))
        column.addWidget(above)
        column.addWidget(title)
        self.buttons: list[QPushButton] = []
        row = FlowLayout(across=round(0.5 * style.em), down=round(0.4 * style.em))
        if lesson.header.preset:
            action = Action("preset", lesson.header.preset)
            self._add(row, self._preset_text(lesson.header.preset), action, "open", style)
        if self.buttons:
            column.addSpacing(round(0.3 * style.em))
            column.addLayout(row)

    def _preset_text(self, name: str) -> str:
        try:
            title = translated(load_preset(name).name)
        except ExperimentError:
            title = name
        return self.tr("Load “{0}”").format(title)

    def _add(self, row: FlowLayout, text: str, action: Action, picture: str, style: PageStyle) -> None:
        button = QPushButton(text)
        button.setFont(scaled(style.font, 0.95))
        button.setIcon(icon(picture))
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self.tried.emit(Try((action,))))
        self.buttons.append(button)
        row.addWidget(button)
