"""A muted text beside the tools of a plot, such as the step after which it was drawn."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

_LEAST_SHARE = 0.7
"""A text of which less than this can be seen is not shown at all."""


class StateLabel(QLabel):
    """A muted text at the right, shortened where there is no room for it; the tool tip has the whole of it."""

    def __init__(self) -> None:
        super().__init__()
        self._whole = ""
        self.setProperty("role", "muted")
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_text(self, text: str) -> None:
        """Show a text."""
        if text == self._whole:
            return
        self._whole = text
        self.setToolTip(text)
        self._fit()
        self.updateGeometry()

    def wanted_width(self) -> int:
        """Return the pixels that the whole text takes."""
        return self.fontMetrics().horizontalAdvance(self._whole) + 2 if self._whole else 0

    def minimumSizeHint(self) -> QSize:
        """Return a size that never pushes others aside."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shortened = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width())
        self.setText(shortened if len(shortened) >= _LEAST_SHARE * len(self._whole) else "")
