"""Searches the program: a field that opens with Ctrl+F, and how many places it finds."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from desktop_app.code.source import SourceView
from desktop_app.icons import icon

_MOST = 1000


class SearchBar(QWidget):
    """A field for a text that is looked for, whatever its case; Enter goes on, Shift+Enter goes back, Escape closes."""

    closed = Signal()

    def __init__(self, source: SourceView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._place = 0
        self.field, self.count = QLineEdit(), QLabel()
        self.field.setPlaceholderText(self.tr("Search the program"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.field.setClearButtonEnabled(True)
        self.field.setMaximumWidth(280)
        self.count.setProperty("role", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.addWidget(self.field, 1)
        self.back = self._button("up", self.tr("Previous (Shift+Enter)"))
        self.forth = self._button("down", self.tr("Next (Enter)"))
        self.shut = self._button("close", self.tr("Close (Escape)"))
        for widget in (self.back, self.forth, self.count):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.shut)
        self.back.clicked.connect(lambda: self._go(-1))
        self.forth.clicked.connect(lambda: self._go(1))
        self.shut.clicked.connect(self.close_bar)
        self.field.textChanged.connect(self._search)
        self.hide()

    def open_bar(self) -> None:
        """Show the field with what is selected in the program, and give it the focus."""
        chosen = self._source.textCursor().selectedText()
        if chosen and "\u2029" not in chosen:
            self.field.setText(chosen)
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._search()

    def close_bar(self) -> None:
        """Hide the field, and take the marks away."""
        self.hide()
        self._source.show_found(())
        self._source.setFocus(Qt.FocusReason.OtherFocusReason)

    def renew(self) -> None:
        """Search again: the program is another one."""
        if not self.isHidden():
            self._search()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on, go back, or close."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def _search(self) -> None:
        found: list[QTextCursor] = []
        text, document = self.field.text(), self._source.document()
        cursor = document.find(text, 0) if text else QTextCursor()
        while not cursor.isNull() and len(found) < _MOST:
            found.append(cursor)
            cursor = document.find(text, cursor)
        self._source.show_found(found)
        here = self._source.textCursor().selectionStart()
        self._place = next((i for i, hit in enumerate(found) if hit.selectionStart() >= here), 0)
        self._show_place()

    def _go(self, by: int) -> None:
        if self._source.found:
            self._place = (self._place + by) % len(self._source.found)
            self._show_place()

    def _show_place(self) -> None:
        found = self._source.found
        self.back.setEnabled(bool(found))
        self.forth.setEnabled(bool(found))
        if found:
            self._source.setTextCursor(found[self._place])
            self.count.setText(self.tr("{0} of {1}").format(self._place + 1, len(found)))
        else:
            self.count.setText(self.tr("Nothing found") if self.field.text() else "")

    def _button(self, icon_name: str, name: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName("flat")
        button.setIcon(icon(icon_name))
        button.setIconSize(QSize(14, 14))
        button.setAutoRaise(True)
        button.setToolTip(name)
        button.setAccessibleName(name)
        return button
