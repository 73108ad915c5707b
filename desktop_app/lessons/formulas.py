"""Formulas of a text as vector drawings that know their baseline."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from xml.etree import ElementTree

import numpy as np
from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from desktop_app.plots.formula import EM, typeset

_PADDING = 0.04
_UNKNOWN = re.compile(r"\\[A-Za-z]+")


@dataclass(frozen=True, eq=False)
class Drawing:
    """A formula; all sizes are in em.

    ``ascent`` and ``descent`` are its heights above and below the baseline; ``left_over`` holds the commands of LaTeX
    that could not be understood.
    """

    renderer: QSvgRenderer
    left: float
    width: float
    ascent: float
    descent: float
    left_over: str

    @property
    def is_valid(self) -> bool:
        """Whether there is anything to draw."""
        return self.renderer.isValid() and self.width > 0

    def draw(self, painter: QPainter, origin: QPointF, em: float) -> None:
        """Draw with the left end of the baseline at ``origin`` and ``em`` pixels to an em."""
        box = self.renderer.viewBoxF()
        scale = em / EM
        target = QRectF(
            origin.x() + (box.left() - self.left * EM) * scale,
            origin.y() + box.top() * scale,
            box.width() * scale,
            box.height() * scale,
        )
        self.renderer.render(painter, target)


@lru_cache(maxsize=1024)
def _outlines(latex: str, display: bool) -> tuple[str, str]:
    """Return a formula in black, and what of it was not understood."""
    formula = typeset(latex, inline=not display)
    words = "".join(ElementTree.fromstring(formula.mathmlstr()).itertext())
    return str(formula.svg()), " ".join(_UNKNOWN.findall(words))


@lru_cache(maxsize=1024)
def _ink(latex: str, display: bool) -> tuple[float, float]:
    """Return the left and the right end of what is drawn, in em: the drawing's box is wider under some accents."""
    renderer = QSvgRenderer(QByteArray(_outlines(latex, display)[0].encode()))
    box = renderer.viewBoxF()
    if box.isEmpty():
        return 0.0, 0.0
    scale = 0.4
    size = QSize(max(1, round(box.width() * scale)), max(1, round(box.height() * scale)))
    image = QImage(size, QImage.Format.Format_Alpha8)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(size.height(), -1)[:, : size.width()]
    columns = np.flatnonzero(pixels.any(axis=0)).tolist()
    if not columns:
        return 0.0, box.width() / EM
    unit = box.width() / size.width()
    return (box.left() + columns[0] * unit) / EM, (box.left() + (columns[-1] + 1) * unit) / EM


@lru_cache(maxsize=2048)
def _coloured(latex: str, display: bool, colour: str) -> Drawing:
    svg, left_over = _outlines(latex, display)
    renderer = QSvgRenderer(QByteArray(svg.replace('"black"', f'"{colour}"').encode()))
    box = renderer.viewBoxF()
    left, right = _ink(latex, display)
    left, right = left - _PADDING, right + _PADDING
    return Drawing(renderer, left, right - left, -box.top() / EM, box.bottom() / EM, left_over)


def drawing(latex: str, colour: QColor, display: bool) -> Drawing:
    """Return a formula as a drawing.

    Args:
        latex: mathematics, without dollar signs.
        colour: of all strokes.
        display: whether it stands on a line of its own, where fractions and limits are larger.
    """
    return _coloured(latex, display, colour.name())
