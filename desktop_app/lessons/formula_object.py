"""Formulas inside of a text document: objects that stand on the baseline of their line."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSizeF
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QPainter,
    QPyTextObject,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
)

from desktop_app.lessons.formulas import Drawing, drawing
from desktop_app.lessons.page_style import math_em

FORMULA = int(QTextFormat.ObjectTypes.UserObject) + 1
"""The type of the objects."""
LATEX = int(QTextFormat.Property.UserProperty) + 1
_DISPLAY = int(QTextFormat.Property.UserProperty) + 2
_SLACK = 0.14
"""By how much a formula may reach into the distance between two lines, in em."""
PLACE_HOLDER = "\N{OBJECT REPLACEMENT CHARACTER}"


def formula_format(latex: str, base: QTextCharFormat, *, display: bool) -> QTextCharFormat:
    """Return the format of the place holder of a formula, in font and colour of the text around it."""
    result = QTextCharFormat(base)
    result.setObjectType(FORMULA)
    result.setProperty(LATEX, latex)
    result.setProperty(_DISPLAY, display)
    # Of all ways to align an object only this one leaves room below the baseline: see _Box.
    result.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
    return result


class _Box:
    """The box for which Qt leaves as much room above and below the baseline as a formula needs.

    Of a box of height h that is aligned in the middle Qt reserves the part (h + x / 2) / 2 above the baseline, x being
    the height of an x. The box is as high as either part of the formula asks for.
    """

    def __init__(self, drawn: Drawing, font: QFont, room: float) -> None:
        self.em = math_em(font)
        if room > 0 and drawn.width * self.em > room:
            self.em = room / drawn.width
        shift = QFontMetrics(font).xHeight() / 2
        ascent, descent = drawn.ascent * self.em, drawn.descent * self.em
        # Lines stand apart: a little may reach out of the box.
        slack = _SLACK * self.em
        self.height = max(2 * (ascent - slack) - shift, 2 * (descent - slack) + shift, 1.0)
        self.baseline = (self.height + shift) / 2
        self.width = drawn.width * self.em


def _baseline(doc: QTextDocument, position: int, box: _Box) -> float:
    """Return how far below the top of its box the baseline of a formula's line lies.

    Qt draws the box in the middle of its line, whose baseline may be elsewhere.
    """
    block = doc.findBlock(position)
    line = block.layout().lineForTextPosition(position - block.position())
    if not line.isValid():
        return box.baseline
    return line.ascent() - (line.ascent() + line.descent() - box.height) / 2


class FormulaObject(QPyTextObject):
    """Measures and draws the formulas of a document; one too wide for its line is drawn smaller."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)

    def intrinsicSize(self, doc: QTextDocument, posInDocument: int, format: QTextFormat) -> QSizeF:  # noqa: N802, N803
        """Return the size of a formula."""
        box = self._box(doc, format.toCharFormat())[1]
        return QSizeF(box.width, box.height)

    def drawObject(  # noqa: N802
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        posInDocument: int,  # noqa: N803
        format: QTextFormat,
    ) -> None:
        """Draw a formula."""
        drawn, box = self._box(doc, format.toCharFormat())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        drawn.draw(painter, QPointF(rect.left(), rect.top() + _baseline(doc, posInDocument, box)), box.em)
        painter.restore()

    @staticmethod
    def _box(doc: QTextDocument, form: QTextCharFormat) -> tuple[Drawing, _Box]:
        display = bool(form.property(_DISPLAY))
        drawn = drawing(str(form.property(LATEX)), form.foreground().color(), display)
        room = doc.textWidth() - 2 * doc.documentMargin()
        return drawn, _Box(drawn, form.font(), room)
