"""The title of a section that folds."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPaintEvent, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionToolButton, QStylePainter, QToolButton

from desktop_app.icons import icon

INDENT = 4
"""Pixels between a header's edge and its text, by which its section is indented too."""
_ARROW = 10
_GAP = 5


class SectionHeader(QToolButton):
    """The title of a section, with an arrow behind it where a click folds the section."""

    def __init__(self, title: str, tip: str) -> None:
        super().__init__()
        self.setObjectName("section")
        self.setText(title)
        self.setToolTip(tip)
        self.setCheckable(True)
        self.setChecked(True)
        self._foldable = True
        self._up, self._down = icon("up"), icon("down")

    def set_foldable(self, foldable: bool) -> None:
        """Show the arrow, or show that there is nothing to fold."""
        self._foldable = foldable
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if foldable else Qt.FocusPolicy.NoFocus)
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for title and arrow."""
        width = QFontMetrics(self._bold()).horizontalAdvance(self.text())
        return QSize(width + 2 * INDENT + _GAP + _ARROW, super().sizeHint().height())

    def _bold(self) -> QFont:
        font = self.font()
        font.setBold(True)
        return font

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the title flush with the labels beneath it: a tool button's own text would be centred."""
        painter = QStylePainter(self)
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        option.text = ""
        if self._foldable:
            painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        font = self._bold()
        painter.setFont(font)
        title = self.rect().adjusted(INDENT, 0, 0, 0)
        painter.setPen(self.palette().color(QPalette.ColorRole.ButtonText))
        painter.drawText(title, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._foldable:
            left = INDENT + QFontMetrics(font).horizontalAdvance(self.text()) + _GAP
            arrow = QRect(left, (self.height() - _ARROW) // 2, _ARROW, _ARROW)
            (self._up if self.isChecked() else self._down).paint(painter, arrow)
