"""A row of tools above a plot that leaves out words, and then puts boxes into a menu, where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QMenu, QToolButton, QWidget

_PICTURE = Qt.ToolButtonStyle.ToolButtonIconOnly
_PICTURE_AND_WORD = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
_SPACING = 8


class FittingRow(QWidget):
    """Holds tools in ``tools``.

    The buttons added with ``add_shrinking`` become pictures in a narrow row; their tool tips and accessible names still
    tell what they are for. The boxes added with ``add_folding`` go into a menu in a still narrower one.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shrinking: list[QToolButton] = []
        self._folding: list[QCheckBox] = []
        self._folded = False
        self.tools = QHBoxLayout(self)
        self.tools.setContentsMargins(12, 5, 12, 5)
        self.tools.setSpacing(_SPACING)
        self.more = QToolButton()
        self.more.setText("…")
        self.more.setToolTip(self.tr("More"))
        self.more.setAccessibleName(self.tr("More"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setMenu(QMenu(self.more))
        self.more.menu().setToolTipsVisible(True)

    def add_shrinking(self, button: QToolButton) -> None:
        """Add a button with picture and word that can do without the word."""
        button.setToolButtonStyle(_PICTURE_AND_WORD)
        self._shrinking.append(button)
        self.tools.addWidget(button)

    def add_folding(self, box: QCheckBox) -> None:
        """Add a box to tick that is in a menu where there is no room for it."""
        if not self._folding:
            self.tools.addWidget(self.more)
            self.more.hide()
        self._folding.append(box)
        self.tools.addWidget(box)
        action = QAction(box.text(), self.more, checkable=True, checked=box.isChecked(), toolTip=box.toolTip())
        action.toggled.connect(box.setChecked)
        box.toggled.connect(action.setChecked)
        self.more.menu().addAction(action)

    def minimumSizeHint(self) -> QSize:
        """Return the size that is needed when all words are left out and all boxes are in the menu."""
        hint = super().minimumSizeHint()
        folding = 0 if self._folded else self._room_for_boxes()
        return QSize(hint.width() - self._room_for_words() - folding, hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave words and boxes out, or bring them back."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Look again when another tool is shown or hidden."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        boxes, words = self._room_for_boxes(), self._room_for_words() + self._room_for_words(_PICTURE)
        full = super().minimumSizeHint().width() + self._room_for_words(_PICTURE) + (boxes if self._folded else 0)
        style = _PICTURE if self.width() < full else _PICTURE_AND_WORD
        for button in self._shrinking:
            button.setToolButtonStyle(style)
        folded = bool(self._folding) and self.width() < full - words
        if folded != self._folded:
            self._folded = folded
            for box in self._folding:
                box.setHidden(folded)
            self.more.setVisible(folded)

    def _room_for_boxes(self) -> int:
        """Return how many pixels more the boxes take than the button with the menu."""
        if not self._folding:
            return 0
        boxes = sum(box.minimumSizeHint().width() + _SPACING for box in self._folding)
        return boxes - self.more.minimumSizeHint().width() - _SPACING

    def _room_for_words(self, whether: Qt.ToolButtonStyle = _PICTURE_AND_WORD) -> int:
        """Return how many pixels the words of the shown buttons of a style take, or would take."""
        gap = 4
        return sum(
            button.fontMetrics().horizontalAdvance(button.text()) + gap
            for button in self._shrinking
            if button.isVisibleTo(self) and button.toolButtonStyle() == whether
        )
