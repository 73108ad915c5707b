"""A row of tools above a plot that leaves out words where there is no room, and then takes fewer tools."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from desktop_app.plots.state_label import StateLabel
from desktop_app.run_bar import ElidedLabel

_PICTURE = Qt.ToolButtonStyle.ToolButtonIconOnly
_PICTURE_AND_WORD = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
_SPACING = 8


class FittingRow(QWidget):
    """Holds tools in ``tools``.

    The buttons added with ``add_shrinking`` become pictures in a narrow row; their tool tips and accessible names still
    tell what they are for. The text added with ``add_state`` is shortened after that. The boxes added with
    ``add_folding`` go into a menu in a still narrower row, and what was added with ``add_group`` goes into a second row
    in the narrowest.

    Args:
        parent: the widget in which it lies.
        margin: pixels at the left and at the right.
    """

    def __init__(self, parent: QWidget | None = None, *, margin: int = 12) -> None:
        super().__init__(parent)
        self._margin = margin
        self._shrinking: list[QToolButton] = []
        self._folding: dict[QCheckBox, QAction] = {}
        self._folded = False
        self._state: StateLabel | ElidedLabel | None = None
        self._group: QWidget | None = None
        self._group_place, self._is_below = 0, False
        column = QVBoxLayout(self)
        column.setContentsMargins(margin, 5, margin, 5)
        column.setSpacing(5)
        self.tools, self._below = QHBoxLayout(), QHBoxLayout()
        self.tools.setSpacing(_SPACING)
        column.addLayout(self.tools)
        column.addLayout(self._below)
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

    def add_state(self, state: StateLabel | ElidedLabel) -> None:
        """Add the text that takes the room that is left."""
        self._state = state
        self.tools.addWidget(state, 1)

    def add_group(self, *widgets: QWidget) -> None:
        """Add tools that stay together, in a row of their own where there is no room for them."""
        self._group = QWidget()
        row = QHBoxLayout(self._group)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_SPACING)
        for widget in widgets:
            row.addWidget(widget)
        self._group_place = self.tools.count()
        self.tools.addWidget(self._group)

    def add_folding(self, box: QCheckBox) -> None:
        """Add a box to tick that is in a menu where there is no room for it."""
        if not self._folding:
            self.tools.addWidget(self.more)
            self.more.hide()
        self.tools.addWidget(box)
        action = QAction(box.text(), self.more, checkable=True, checked=box.isChecked(), toolTip=box.toolTip())
        action.toggled.connect(box.setChecked)
        box.toggled.connect(action.setChecked)
        self.more.menu().addAction(action)
        self._folding[box] = action

    def offer(self, box: QCheckBox, wanted: bool) -> None:
        """Show a box that was added with ``add_folding``, or its place in the menu, or leave it out."""
        self._folding[box].setVisible(wanted)
        self._show_boxes()

    def _show_boxes(self) -> None:
        for box, action in self._folding.items():
            box.setHidden(self._folded or not action.isVisible())
        self.more.setVisible(self._folded and bool(self._offered()))

    def _offered(self) -> list[QCheckBox]:
        return [box for box, action in self._folding.items() if action.isVisible()]

    def minimumSizeHint(self) -> QSize:
        """Return the size that is needed when all words are left out and as few tools as possible are in the row."""
        hint = super().minimumSizeHint()
        folding = 0 if self._folded else self._room_for_boxes()
        group = 0 if self._is_below else self._room_for_group()
        row = self._least_width() - self._room_for_words() - folding - group
        return QSize(max(row, self._room_for_group()) + 2 * self._margin, hint.height())

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
        boxes, group = self._room_for_boxes(), self._room_for_group()
        words = self._room_for_words() + self._room_for_words(_PICTURE)
        state = self._state.wanted_width() if self._state is not None and not self._state.isHidden() else 0
        left_out = self._room_for_words(_PICTURE) + boxes * self._folded + group * self._is_below
        needed = self._least_width() + 2 * self._margin + left_out
        style = _PICTURE if self.width() < needed + state else _PICTURE_AND_WORD
        for button in self._shrinking:
            button.setToolButtonStyle(style)
        folded = bool(self._folding) and self.width() < needed - words
        if folded != self._folded:
            self._folded = folded
            self._show_boxes()
        self._place_group(below=self.width() < needed - words - boxes)

    def _place_group(self, *, below: bool) -> None:
        if self._group is None or below == self._is_below:
            return
        self._is_below = below
        self.tools.removeWidget(self._group)
        self._below.removeWidget(self._group)
        if below:
            self._below.addWidget(self._group, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            self.tools.insertWidget(self._group_place, self._group)

    def _room_for_group(self) -> int:
        """Return how many pixels the tools take that can go into a row of their own."""
        return 0 if self._group is None else self._group.minimumSizeHint().width() + _SPACING

    def _least_width(self) -> int:
        """Return how many pixels the row needs with the tools and words that are in it now."""
        # Inside of another layout it does not hear of buttons that have lost their words.
        self.tools.invalidate()
        return self.tools.minimumSize().width()

    def _room_for_boxes(self) -> int:
        """Return how many pixels more the boxes take than the button with the menu."""
        offered = self._offered()
        if not offered:
            return 0
        boxes = sum(box.minimumSizeHint().width() + _SPACING for box in offered)
        return boxes - self.more.minimumSizeHint().width() - _SPACING

    def _room_for_words(self, whether: Qt.ToolButtonStyle = _PICTURE_AND_WORD) -> int:
        """Return how many pixels the words of the shown buttons of a style take, or would take."""
        return sum(
            _word_width(button)
            for button in self._shrinking
            if button.isVisibleTo(self) and button.toolButtonStyle() == whether
        )


def _word_width(button: QToolButton) -> int:
    """Return how much wider a button is with its word, exactly as Qt adds it: else words would go and come back."""
    metrics = button.fontMetrics()
    shown = metrics.size(Qt.TextFlag.TextShowMnemonic, button.text()).width()
    return 4 + shown + 2 * metrics.horizontalAdvance(" ")
