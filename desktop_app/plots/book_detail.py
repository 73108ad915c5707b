"""The whole of one row of the book: what is done, what it means, and every figure with its band."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from core.presets import load_preset
from core.verdicts import Comparison, Entry
from desktop_app.icons import icon
from desktop_app.plots.book_state import RowState, Status, colour, here_text, status_text, with_minus
from desktop_app.style import scaled
from desktop_app.texts import translated
from desktop_app.theme import theme


class BookDetail(QWidget):
    """Text on the left, figures on the right, and the buttons for this row.

    Signals:
        run_requested: the key of the row, to run it or, while it runs, to give it up.
        open_requested: the key of the row.
    """

    run_requested = Signal(str)
    open_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = ""
        self.title, self.configuration, self.text = QLabel(), QLabel(), QLabel()
        self.problem = QLabel()
        self.run_button = QPushButton()
        self.open_button = QPushButton(icon("open"), self.tr("Open"))
        self.open_button.setToolTip(self.tr("Make its preset the present experiment, as File > Presets does"))
        self.run_button.clicked.connect(lambda: self.run_requested.emit(self._key))
        self.open_button.clicked.connect(lambda: self.open_requested.emit(self._key))
        self._figures = QWidget()
        self._grid = QGridLayout(self._figures)
        self._lay_out()

    def show_row(self, entry: Entry, state: RowState) -> None:
        """Show a row and what is known of it."""
        self._key = entry.key
        self.title.setText(translated(entry.title))
        self.configuration.setText(translated(entry.configuration))
        self.text.setText(translated(entry.explanation or load_preset(entry.key).notes))
        sentence = state.verdict.sentence if state.verdict else ""
        self.problem.setText(translated(sentence))
        self.problem.setVisible(bool(sentence))
        self.run_button.setText(self.tr("Give up") if state.on_its_way else self.tr("Run"))
        self.run_button.setIcon(icon("stop" if state.on_its_way else "train"))
        self.open_button.setVisible(not entry.computed)
        self._show_figures(entry, state)

    def _lay_out(self) -> None:
        self.setObjectName("book_detail")
        self.title.setProperty("role", "heading")
        self.title.setFont(scaled(self.title.font(), 1.1))
        self.configuration.setProperty("role", "muted")
        self.problem.setProperty("role", "problem")
        for label in (self.configuration, self.text, self.problem):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words = QVBoxLayout()
        words.setSpacing(6)
        for label in (self.configuration, self.problem, self.text):
            words.addWidget(label)
        words.addStretch(1)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(4)
        content = QWidget()
        columns = QHBoxLayout(content)
        columns.setContentsMargins(12, 2, 12, 10)
        columns.setSpacing(28)
        columns.addLayout(words, 1)
        columns.addWidget(self._figures, 0, Qt.AlignmentFlag.AlignTop)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(content)
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 12, 4)
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        head.addWidget(self.open_button)
        head.addWidget(self.run_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(area, 1)

    def _show_figures(self, entry: Entry, state: RowState) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        titles = "", self.tr("Book"), self.tr("Here"), self.tr("Band"), ""
        for column, title in enumerate(titles):
            self._put(0, column, title, role="muted")
        known = state.verdict.comparisons if state.verdict else ()
        for row, figure in enumerate(entry.figures, start=1):
            self._put(row, 0, translated(figure.title))
            self._put(row, 1, with_minus(translated(figure.printed)) or "–")
            self._put(row, 3, with_minus(figure.band) or "–", role="muted")
            if known:
                self._put_result(row, known[row - 1])

    def _put_result(self, row: int, comparison: Comparison) -> None:
        self._put(row, 2, here_text(comparison), bold=True)
        if comparison.figure.band:
            status: Status = "inside" if comparison.inside else "outside"
            sign = "✓" if comparison.inside else "×"
            label = self._put(row, 4, f"{sign} {status_text(RowState(status))}")
            label.setStyleSheet(f"color: {colour(status)}")

    def _put(self, row: int, column: int, text: str, *, role: str = "", bold: bool = False) -> QLabel:
        label = QLabel(text)
        if role:
            label.setProperty("role", role)
        if bold:
            label.setStyleSheet(f"font-weight: 600; color: {theme().text}")
        right = column in (1, 2, 3)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        self._grid.addWidget(label, row, column, side | Qt.AlignmentFlag.AlignVCenter)
        return label
