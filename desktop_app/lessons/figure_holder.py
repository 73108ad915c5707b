"""A figure of a page with its caption."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QVBoxLayout, QWidget

from core.lessons.blocks import Figure, plain
from desktop_app.lessons.figures import make_figure
from desktop_app.lessons.page_style import PageStyle
from desktop_app.lessons.text_line import text_line
from desktop_app.style import scaled

_HEIGHT = 19.0  # em


class FigureHolder(QWidget):
    """Shows a figure. The wheel scrolls the page; with Ctrl it zooms where the figure lets itself be zoomed."""

    def __init__(self, figure: Figure, style: PageStyle, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figure = make_figure(figure.source)
        caption = plain(figure.caption)
        if caption and not self.figure.accessibleName():
            self.figure.setAccessibleName(caption)
        for area in (*self.figure.findChildren(QAbstractScrollArea), self.figure):
            if isinstance(area, QAbstractScrollArea):
                area.viewport().installEventFilter(self)
        frame = QFrame()
        frame.setObjectName("figure")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.figure)
        frame.setFixedHeight(max(round(_HEIGHT * style.em), self.figure.minimumSizeHint().height() + 2))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(round(0.4 * style.em))
        column.addWidget(frame)
        if figure.caption:
            column.addWidget(text_line(figure.caption, style, language, font=scaled(style.font, 0.9), colour="muted"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hand the wheel to the page."""
        if isinstance(event, QWheelEvent) and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            QApplication.sendEvent(self, event)
            return True
        return super().eventFilter(watched, event)
