"""The Sweep tab: the editor above, the result below."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop_app.panels.sweep import SweepEditor
from desktop_app.plots.sweep import SweepView


class SweepPage(QScrollArea):
    """Holds ``editor`` and ``view``; a low window scrolls them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor, self.view = SweepEditor(), SweepView()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.editor)
        column.addWidget(self.view, 1)
        self.setWidget(content)
        self.setMinimumWidth(content.minimumSizeHint().width())
