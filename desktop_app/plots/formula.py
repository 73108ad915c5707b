"""Formulas as vector drawings: LaTeX in, sharp outlines in the colour of the text out."""

from __future__ import annotations

import re
import warnings
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QByteArray, QEvent, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

EM = 100.0
"""Size of the font in the drawing's own units; the widget scales it to its font."""


_SIGN = re.compile(r"(?<=[(\[=,<>])(\s*)([-+])")
"""A sign of a number: nothing stands before it that it could be taken from or added to."""


def typeset(latex: str, **options: Any) -> Any:
    """Return a formula as ziamath sets it, a ``ziamath.Latex`` of plain paths.

    Args:
        latex: mathematics, without dollar signs.
        options: of ``ziamath.Latex``.
    """
    # Imported here, since most starts of the window never show a formula and reading its fonts takes time.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        import ziamath

    # Qt draws SVG Tiny, which does not know the symbols of SVG 2.
    ziamath.config.svg2 = False
    # What stands in braces alone gets no room around it, as a minus between two terms does.
    return ziamath.Latex(_SIGN.sub(r"\1{\2}", latex), size=EM, **options)


@lru_cache(maxsize=256)
def formula_svg(latex: str, colour: str) -> bytes:
    """Return a formula as an SVG drawing.

    Args:
        latex: mathematics, without dollar signs.
        colour: of all strokes, ``#rrggbb``.
    """
    return str(typeset(latex, color=colour).svg()).encode()


class FormulaLabel(QWidget):
    """Shows one formula, left-aligned and centred upright, in the palette's text colour.

    The formula is as large as the widget's font (times ``scale``), and shrinks where the widget is too narrow.
    """

    def __init__(self, latex: str = "", parent: QWidget | None = None, *, scale: float = 1.25) -> None:
        super().__init__(parent)
        self._latex = ""
        self._scale = scale
        self._drawn = ("", "")
        self._renderer = QSvgRenderer(self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.set_latex(latex)

    @property
    def latex(self) -> str:
        """The formula that is shown."""
        return self._latex

    def set_latex(self, latex: str) -> None:
        """Show another formula; an empty text shows nothing."""
        self._latex = latex
        self.setAccessibleName(latex)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the formula's size at the size of the font."""
        size = self._natural_size()
        return QSize(round(size.width() + 0.5), round(size.height() + 0.5))

    def minimumSizeHint(self) -> QSize:
        """Return the height of the formula and a width to which it may shrink."""
        return QSize(min(self.sizeHint().width(), 80), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the outlines."""
        size = self._natural_size()
        if size.isEmpty():
            return
        size *= min(1.0, self.width() / size.width(), self.height() / size.height())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = self.width() - size.width() if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 0.0
        self._renderer.render(painter, QRectF(left, (self.height() - size.height()) / 2, size.width(), size.height()))
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font and the palette."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self.updateGeometry()
            self.update()

    def _natural_size(self) -> QSizeF:
        if not self._latex:
            return QSizeF()
        wanted = (self._latex, self.palette().color(self.foregroundRole()).name())
        if wanted != self._drawn:
            self._renderer.load(QByteArray(formula_svg(*wanted)))
            self._drawn = wanted
        em = QFontMetricsF(self.font()).height() * 0.85 * self._scale
        return self._renderer.viewBoxF().size() * (em / EM)
