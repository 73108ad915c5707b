"""The button that brings back the whole of a plot after moving and zooming."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QToolButton, QWidget

from desktop_app.icons import icon


class ResetButton(QToolButton):
    """Calls ``reset``, also for ``keys`` pressed anywhere in ``owner``.

    Args:
        owner: the widget with the plot.
        tip: what the plot shows after the reset.
        keys: shortcuts such as "Ctrl+0".
        reset: resets the plot.
    """

    def __init__(self, owner: QWidget, tip: str, keys: Sequence[str], reset: Callable[[], None]) -> None:
        super().__init__(owner)
        hint = self.tr("Drag to move, turn the wheel to zoom, drag with Shift or the right button to zoom into a box.")
        action = QAction(icon("fit"), self.tr("Reset view"), owner)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setToolTip(f"{tip} ({', '.join(keys)})<br>{hint}")
        action.triggered.connect(reset)
        owner.addAction(action)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(action.text())
        self.setDefaultAction(action)
