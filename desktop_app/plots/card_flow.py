"""Cards one beside the other, in as many rows as the width asks for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop_app.plots.number_matrix import MatrixCard

_GAP = 10


class CardFlow(QScrollArea):
    """Shows the first of its cards that are in use, and scrolls where they are too many."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: list[MatrixCard] = []
        self._content = QWidget()
        self.setWidget(self._content)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._used = 0

    @property
    def used(self) -> Sequence[MatrixCard]:
        """The cards that are shown."""
        return self.cards[: self._used]

    def use(self, number: int) -> Sequence[MatrixCard]:
        """Return so many cards; call :meth:`arrange` when they have their matrices."""
        while len(self.cards) < number:
            self.cards.append(MatrixCard(self._content))
        self._used = number
        for i, card in enumerate(self.cards):
            card.setVisible(i < number)
        return self.used

    def arrange(self) -> None:
        """Give every card its place."""
        width = self.viewport().width()
        room = width - 2 * _GAP
        x, y, row = _GAP, _GAP, 0
        for card in self.used:
            wanted = min(card.wanted_width(), room)
            if x > _GAP and x + wanted > width - _GAP:
                x, y, row = _GAP, y + row + _GAP, 0
            height = card.height_for(wanted)
            card.setGeometry(QRect(x, y, wanted, height))
            x, row = x + wanted + _GAP, max(row, height)
        self._content.resize(width, y + row + _GAP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the rows anew."""
        super().resizeEvent(event)
        self.arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll up and down; leave left and right to the owner."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)
