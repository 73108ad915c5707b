"""The Sweep tab: the editor above, the result below."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.panels.sweep import SweepEditor
from desktop_app.plots.sweep import SweepView


class SweepPage(QWidget):
    """Holds ``editor`` and ``view``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor, self.view = SweepEditor(), SweepView()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.editor)
        column.addWidget(self.view, 1)
