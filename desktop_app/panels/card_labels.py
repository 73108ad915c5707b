"""Labels of a card."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel

from desktop_app.panels.field_rows import SMALL
from desktop_app.style import scaled


def plain_label(role: str, *, small: bool = False) -> QLabel:
    """Return an empty label for plain text."""
    label = QLabel()
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if small:
        label.setFont(scaled(label.font(), SMALL))
    return label


def badge(text: str) -> QLabel:
    """Return a hidden label in a coloured frame."""
    label = plain_label("", small=True)
    label.setText(text)
    label.setObjectName("message")
    label.setProperty("level", "info")
    label.setContentsMargins(6, 1, 6, 1)
    label.hide()
    return label


def tabular(label: QLabel) -> QLabel:
    """Give the label figures of equal width, so that numbers stand under each other."""
    font = label.font()
    font.setFeature(QFont.Tag("tnum"), 1)
    label.setFont(font)
    return label
