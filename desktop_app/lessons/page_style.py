"""Fonts, colours and distances of a page: made from the application's font, the theme and the zoom."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF
from PySide6.QtWidgets import QApplication

from desktop_app.style import scaled
from desktop_app.theme import theme

ZOOMS = (0.8, 0.9, 1.0, 1.1, 1.25, 1.4, 1.6, 1.8, 2.0)
_TEXT = 1.12
"""Text that is read for minutes is larger than that of a panel."""
_MATH_X_HEIGHT = 0.473
"""Height of an x in the font of the formulas, in em."""
_MEASURE = 37
"""Width of a column, in em: some 75 letters or 37 Chinese characters."""


@dataclass(frozen=True)
class PageStyle:
    """The look of a page at one zoom; ``em`` is the size of its text in pixels."""

    zoom: float

    @property
    def font(self) -> QFont:
        """The font of the text."""
        return scaled(QApplication.font(), _TEXT * self.zoom)

    @property
    def em(self) -> float:
        """The size of the text, in pixels."""
        return em_of(self.font)

    @property
    def measure(self) -> int:
        """The width that a column has at most, in pixels."""
        return round(_MEASURE * self.em)

    @property
    def code_font(self) -> QFont:
        """The font of code in the line."""
        font = scaled(self.font, 0.94)
        font.setFamily(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family())
        font.setStyleHint(QFont.StyleHint.Monospace)
        return font

    def heading_font(self, level: int) -> QFont:
        """Return the font of a heading; level 1 is the title of the page."""
        font = scaled(self.font, {1: 1.62, 2: 1.28}.get(level, 1.06))
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def colour(self, name: str) -> QColor:
        """Return a colour of the theme."""
        return QColor(getattr(theme(), name))


def em_of(font: QFont) -> float:
    """Return the size of a font in pixels."""
    return font.pixelSize() if font.pixelSize() > 0 else font.pointSizeF() * QFontMetricsF(font).fontDpi() / 72


def math_em(font: QFont) -> float:
    """Return the size of formulas, in pixels, whose small letters are as high as those of a font."""
    em = em_of(font)
    ratio = QFontMetricsF(font).xHeight() / (_MATH_X_HEIGHT * em)
    return em * min(1.25, max(1.0, ratio))
