"""A box to type the place of a cursor into; the keys, the wheel and its buttons move it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QDoubleSpinBox, QWidget

_DECIMALS = 3
_PADDING = 6  # as style/window.qss has it for other boxes; Qt does not apply it inside of a spin box


class CursorBox(QDoubleSpinBox):
    """Holds a number from ``-limit`` to ``limit``, shown with a point and no more digits than it needs."""

    def __init__(self, limit: float, step: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        plain = QLocale(QLocale.Language.C)
        plain.setNumberOptions(QLocale.NumberOption.RejectGroupSeparator)
        self.setLocale(plain)
        self.setDecimals(_DECIMALS)
        self.setRange(-limit, limit)
        self.setSingleStep(step)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lineEdit().setTextMargins(_PADDING, 0, 0, 0)

    def textFromValue(self, value: float) -> str:  # noqa: N802
        """Return the number without zeros at its end."""
        return f"{value + 0.0:.{_DECIMALS}f}".rstrip("0").rstrip(".")

    def validate(self, text: str, position: int) -> Any:
        """Let a comma and a minus sign of print pass for those of a keyboard."""
        return super().validate(text.replace(",", ".").replace("\N{MINUS SIGN}", "-"), position)
