"""A button that shows the program behind an explorer, to be copied."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QPushButton, QToolButton, QVBoxLayout, QWidget, QWidgetAction

from desktop_app.icons import icon

_MOST_LINES, _COLUMNS = 16, 74


class ProgramButton(QToolButton):
    """Opens a small sheet with a program and a button that copies it.

    Args:
        program: returns the text of the program as it is now.
        parent: the widget in which the button lies.
    """

    def __init__(self, program: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._program = program
        self.setText(self.tr("Program"))
        self.setToolTip(self.tr("The same as a Python program with MXNet, to take away"))
        self.setAutoRaise(False)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.editor = QPlainTextEdit()
        self.editor.setReadOnly(True)
        self.editor.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.editor.setAccessibleName(self.tr("Program"))
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF())
        self.editor.setFont(font)
        self.copy_button = QPushButton(icon("duplicate"), self.tr("Copy"))
        self.copy_button.clicked.connect(self._copy)
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.editor)
        column.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignRight)
        action = QWidgetAction(self)
        action.setDefaultWidget(sheet)
        self.setMenu(QMenu(self))
        self.menu().addAction(action)
        self.menu().aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        text = self._program()
        metrics = QFontMetrics(self.editor.font())
        lines = text.rstrip().split("\n")
        columns = min(_COLUMNS, max(map(len, lines)) + 4)
        rows = min(_MOST_LINES, len(lines)) + 1
        self.editor.setFixedSize(columns * metrics.horizontalAdvance("0") + 30, rows * metrics.lineSpacing() + 24)
        self.editor.setPlainText(text.rstrip())

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._program())
        self.menu().close()
