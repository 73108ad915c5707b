"""Bare input widgets with good manners, which know nothing of experiments.

The wheel steps them only with the focus, otherwise it scrolls the panel that they stand in. Undo goes to the window
when there is no typing to take back.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QSlider, QToolButton, QWidget

from desktop_app.icons import icon

_BUTTON_WIDTH = 18
_NO_KEYS = Qt.KeyboardModifier.NoModifier
_NOTCH = 120  # eighths of a degree, as Qt counts one click of a wheel


class LineEdit(QLineEdit):
    """A line edit that leaves Ctrl+Z to the window when there is no typing to take back."""

    def put(self, text: str) -> bool:
        """Show a text, and tell whether that was news; the typing before it cannot be taken back any more."""
        if text == self.text() and not self.isUndoAvailable():
            return False
        self.setText(text)
        return True

    def event(self, event: QEvent) -> bool:
        """Let the window's undo and redo through."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
            redo = event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
            if undo or redo:
                event.ignore()
                return False
        return super().event(event)


class NumberBox(LineEdit):
    """A line edit with small buttons to step; what its text means is the editor's business.

    Signals:
        escaped: Escape was pressed.
        stepped: number of steps up or down, from keys, buttons or the wheel.
    """

    escaped = Signal()
    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTextMargins(0, 0, _BUTTON_WIDTH, 0)
        self.up = self._button("up", self.tr("Increase"), 1)
        self.down = self._button("down", self.tr("Decrease"), -1)
        self._wheel = 0

    def sizeHint(self) -> QSize:
        """Return room for about eight digits."""
        return QSize(self.fontMetrics().horizontalAdvance("0" * 8) + _BUTTON_WIDTH + 16, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return room for about four digits."""
        hint = super().minimumSizeHint()
        return QSize(self.fontMetrics().horizontalAdvance("0" * 4) + _BUTTON_WIDTH + 16, hint.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step on Up, Down, Page Up and Page Down; restore on Escape."""
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 10, Qt.Key.Key_PageDown: -10}
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.key() in steps and event.modifiers() in (_NO_KEYS, Qt.KeyboardModifier.KeypadModifier):
            self.stepped.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Step with the focus, ten times as far with Ctrl; fine wheels and touch pads add up to steps."""
        if not self.hasFocus():
            event.ignore()
            return
        self._wheel += event.angleDelta().y()
        notches = int(self._wheel / _NOTCH)
        self._wheel -= notches * _NOTCH
        if notches:
            self.stepped.emit(notches * (10 if event.modifiers() & Qt.KeyboardModifier.ControlModifier else 1))
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the buttons at the right edge."""
        super().resizeEvent(event)
        left, half = self.width() - _BUTTON_WIDTH - 2, (self.height() - 4) // 2
        self.up.setGeometry(left, 2, _BUTTON_WIDTH, half)
        self.down.setGeometry(left, self.height() - 2 - half, _BUTTON_WIDTH, half)

    def _button(self, icon_name: str, name: str, steps: int) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(icon_name))
        button.setIconSize(QSize(10, 10))
        button.setAutoRaise(True)
        button.setAutoRepeat(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setCursor(Qt.CursorShape.ArrowCursor)
        button.setAccessibleName(name)
        button.pressed.connect(self.setFocus)
        button.clicked.connect(lambda: self.stepped.emit(steps))
        return button


class Slider(QSlider):
    """A slider that scrolls its panel while it has no focus."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Step only with the focus: otherwise the wheel scrolls the panel."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class ChoiceBox(QComboBox):
    """A combo box of values with titles that changes only by the user's hand.

    Signals:
        chosen: the value that the user chose.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: Any = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.activated.connect(self._activate)

    def add(self, value: str, title: str, tip: str = "") -> None:
        """Add an entry; ``tip`` is its tool tip."""
        self.addItem(title, value)
        self.setItemData(self.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)

    def add_heading(self, title: str) -> None:
        """Add a heading, which cannot be chosen, over the entries that follow."""
        self.addItem(title)
        model, index = self.model(), self.count() - 1
        assert isinstance(model, QStandardItemModel)
        item = model.item(index)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        font = self.font()
        font.setBold(True)
        item.setFont(font)

    def allow(self, value: str, allowed_now: bool, tip: str) -> None:
        """Enable or disable an entry; ``tip`` says why it cannot be chosen, or what it is."""
        model, index = self.model(), self.findData(value)
        assert isinstance(model, QStandardItemModel)
        model.item(index).setEnabled(allowed_now)
        self.setItemData(index, tip, Qt.ItemDataRole.ToolTipRole)

    def show_value(self, value: Any) -> None:
        """Show ``value`` without emitting anything."""
        self._value = value
        self.setCurrentIndex(self.findData(value))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Step only with the focus: otherwise the wheel scrolls the panel."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _activate(self, index: int) -> None:
        value = self.itemData(index)
        if value != self._value:
            self.show_value(self._value)
            self.chosen.emit(value)


def tool_button(icon_name: str, name: str) -> QToolButton:
    """Return a flat button that shows an icon; ``name`` says what it does."""
    button = QToolButton()
    button.setObjectName("flat")
    button.setIcon(icon(icon_name))
    button.setAutoRaise(True)
    button.setToolTip(name)
    button.setAccessibleName(name)
    return button
