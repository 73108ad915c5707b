"""A small badge in the status bar: how the run that has just ended compares with the book."""

from __future__ import annotations

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from core.verdicts import Verdict
from desktop_app.icons import icon
from desktop_app.plots.book_state import ICONS, badge_text, colour, here_text, state_of, status_text, with_minus
from desktop_app.texts import translated
from desktop_app.theme import themes

_ICON = QSize(14, 14)


class BookBadge(QWidget):
    """Picture and one line; the tool tip has all figures. Hidden while there is nothing to compare."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._verdict: Verdict | None = None
        self._picture, self.label = QLabel(), QLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 14, 0)
        row.setSpacing(5)
        row.addWidget(self._picture)
        row.addWidget(self.label)
        themes.changed.connect(self._show)
        self.hide()

    @Slot(object)
    def show_verdict(self, verdict: Verdict | None) -> None:
        """Show a verdict; None hides the badge."""
        if verdict is not self._verdict:
            self._verdict = verdict
            self._show()

    @Slot()
    def _show(self) -> None:
        verdict = self._verdict
        self.setVisible(verdict is not None)
        if verdict is None:
            return
        status = state_of(verdict).status
        self._picture.setPixmap(icon(ICONS[status], colour=colour(status)).pixmap(_ICON))
        text = badge_text(verdict)
        self.label.setText(text)
        self.label.setStyleSheet(f"color: {colour(status)}; font-weight: 600")
        self.setAccessibleName(text)
        self.setToolTip(self._details(verdict))

    def _details(self, verdict: Verdict) -> str:
        lines = [translated(verdict.entry.title)]
        for comparison in verdict.comparisons:
            figure = comparison.figure
            parts = [translated(figure.title), self.tr("here {0}").format(here_text(comparison))]
            if figure.printed:
                parts.insert(1, self.tr("book {0}").format(with_minus(translated(figure.printed))))
            if figure.band:
                words = status_text(state_of(Verdict(verdict.entry, (comparison,))))
                parts.append(self.tr("band {0}: {1}").format(with_minus(figure.band), words))
            lines.append(" · ".join(parts))
        lines.append(self.tr("A band is what any seed must reach. The tab Book has all rows."))
        return "\n".join(lines)
