"""A row of tools above a plot whose buttons leave out their words where there is no room for them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

_PICTURE = Qt.ToolButtonStyle.ToolButtonIconOnly
_PICTURE_AND_WORD = Qt.ToolButtonStyle.ToolButtonTextBesideIcon


class FittingRow(QWidget):
    """Holds tools in ``tools``; the buttons added with ``add_shrinking`` become pictures in a narrow row.

    Their tool tips and accessible names still tell what they are for.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shrinking: list[QToolButton] = []
        self.tools = QHBoxLayout(self)
        self.tools.setContentsMargins(12, 5, 12, 5)
        self.tools.setSpacing(8)

    def add_shrinking(self, button: QToolButton) -> None:
        """Add a button with picture and word that can do without the word."""
        button.setToolButtonStyle(_PICTURE_AND_WORD)
        self._shrinking.append(button)
        self.tools.addWidget(button)

    def minimumSizeHint(self) -> QSize:
        """Return the size that is needed when all words are left out."""
        hint = super().minimumSizeHint()
        return QSize(hint.width() - self._room_for_words(), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words out, or bring them back."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        now = super().minimumSizeHint().width()
        is_short = any(button.toolButtonStyle() == _PICTURE for button in self._shrinking)
        needed = now + self._room_for_words(whether=_PICTURE) if is_short else now
        style = _PICTURE if self.width() < needed else _PICTURE_AND_WORD
        for button in self._shrinking:
            button.setToolButtonStyle(style)

    def _room_for_words(self, whether: Qt.ToolButtonStyle = _PICTURE_AND_WORD) -> int:
        """Return how many pixels the words of the shown buttons of a style take, or would take."""
        gap = 4
        return sum(
            button.fontMetrics().horizontalAdvance(button.text()) + gap
            for button in self._shrinking
            if button.isVisibleTo(self) and button.toolButtonStyle() == whether
        )
