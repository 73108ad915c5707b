"""A result of the book beside the user's own, and the band that any seed must reach."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from core.book import find_entry
from core.verdicts import Figure
from desktop_app.lessons.goals_box import kicker
from desktop_app.lessons.page_style import PageStyle
from desktop_app.plots.book_state import RowState, here_text, status_text, with_minus
from desktop_app.style import scaled, set_property
from desktop_app.texts import translated

_DASH = "–"
_ROLES = {"inside": "done", "outside": "problem", "failed": "problem"}


class BookBox(QFrame):
    """Shows one row of the book.

    Signals:
        run_wanted: the key of the row, which is to be repeated beside the present experiment.
    """

    run_wanted = Signal(str)

    def __init__(self, key: str, style: PageStyle, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lesson_box")
        self.entry = find_entry(key)
        self._style = style
        self.here: dict[str, QLabel] = {}
        em = round(style.em)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(round(1.1 * em))
        self._grid.setVerticalSpacing(round(0.4 * em))
        self._grid.setColumnStretch(0, 1)
        heads = ("", self.tr("Book"), self.tr("Band"), self.tr("Here"))
        for column, text in enumerate(heads):
            self._put(0, column, text, role="muted", small=True)
        for row, figure in enumerate(self.entry.figures, 1):
            self._add(row, figure)
        self.status = QLabel()
        self.status.setFont(scaled(style.font, 0.9))
        self.button = QPushButton(self.tr("Repeat it here"))
        self.button.clicked.connect(lambda: self.run_wanted.emit(self.entry.key))
        below = QHBoxLayout()
        below.addWidget(self.status, 1)
        below.addWidget(self.button)
        column_box = QVBoxLayout(self)
        column_box.setContentsMargins(em, round(0.8 * em), em, round(0.8 * em))
        column_box.setSpacing(round(0.5 * em))
        column_box.addWidget(kicker(self.tr("The book's result"), style))
        column_box.addWidget(self._wrapped(translated(self.entry.title), "text", 1.0))
        column_box.addWidget(self._wrapped(translated(self.entry.configuration), "muted", 0.9))
        column_box.addLayout(self._grid)
        column_box.addLayout(below)
        self.show_state(RowState())

    def show_state(self, state: RowState) -> None:
        """Show how the row came out here."""
        values = {} if state.verdict is None else {c.figure.name: c for c in state.verdict.comparisons}
        for name, label in self.here.items():
            comparison = values.get(name)
            label.setText(_DASH if comparison is None else here_text(comparison))
            tone = "muted" if comparison is None else "done" if comparison.inside else "problem"
            set_property(label, "role", tone)
        self.status.setText(status_text(state))
        set_property(self.status, "role", _ROLES.get(state.status, "muted"))
        self.button.setEnabled(not state.on_its_way)

    def _add(self, row: int, figure: Figure) -> None:
        self._put(row, 0, translated(figure.title))
        self._put(row, 1, with_minus(translated(figure.printed)) or _DASH)
        self._put(row, 2, with_minus(figure.band) or _DASH, role="muted")
        self.here[figure.name] = self._put(row, 3, _DASH)

    def _put(self, row: int, column: int, text: str, *, role: str = "", small: bool = False) -> QLabel:
        label = QLabel(text)
        label.setFont(scaled(self._style.font, 0.86 if small else 0.95))
        label.setWordWrap(column == 0)
        if role:
            label.setProperty("role", role)
        side = Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignRight
        self._grid.addWidget(label, row, column, side | Qt.AlignmentFlag.AlignVCenter)
        return label

    def _wrapped(self, text: str, role: str, size: float) -> QLabel:
        label = QLabel(text)
        label.setFont(scaled(self._style.font, size))
        label.setWordWrap(True)
        label.setProperty("role", role)
        return label
