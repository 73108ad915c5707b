"""What the style sheet leaves to code: properties that it asks for, and smaller fonts."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget


def set_property(widget: QWidget, name: str, value: Any) -> None:
    """Set a property that rules of the style sheet ask for, and apply them."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def scaled(font: QFont, scale: float) -> QFont:
    """Return a larger or smaller font of the same kind, whether its size is given in points or in pixels."""
    result = QFont(font)
    if font.pixelSize() > 0:
        result.setPixelSize(round(font.pixelSize() * scale))
    else:
        result.setPointSizeF(font.pointSizeF() * scale)
    return result
