"""Formulas inside of a text document: objects that stand on the baseline of their line."""

from __future__ import annotations

import math

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSizeF
from PySide6.QtGui import (
    QFontMetrics,
    QFontMetricsF,
    QPainter,
    QPyTextObject,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
    QTextLine,
)

from desktop_app.lessons.formula_rows import formula_rows
from desktop_app.lessons.formulas import Drawing, drawing
from desktop_app.lessons.page_style import math_em

FORMULA = int(QTextFormat.ObjectTypes.UserObject) + 1
"""The type of the objects."""
LATEX = int(QTextFormat.Property.UserProperty) + 1
_DISPLAY = int(QTextFormat.Property.UserProperty) + 2
TAIL = int(QTextFormat.Property.UserProperty) + 3
"""The sign that belongs to a formula, such as a comma: Qt may break a line behind any object."""
_SLACK = 0.14
"""By how much a formula may reach into the distance between two lines, in em."""
PLACE_HOLDER = "\N{OBJECT REPLACEMENT CHARACTER}"


def formula_format(latex: str, base: QTextCharFormat, *, display: bool, tail: str = "") -> QTextCharFormat:
    """Return the format of the place holder of a formula, in font and colour of the text around it.

    Args:
        latex: the formula.
        base: the format of the text.
        display: whether it has a line for itself.
        tail: a sign behind a formula in the line, drawn with it.
    """
    result = QTextCharFormat(base)
    result.setObjectType(FORMULA)
    result.setProperty(LATEX, latex)
    result.setProperty(_DISPLAY, display)
    result.setProperty(TAIL, tail)
    # Of all ways to align an object only this one leaves room below the baseline: see _Box.
    result.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
    return result


class _Box:
    """The box for which Qt leaves as much room above and below the baseline as a formula in a line of text needs.

    Of a box of height h that is aligned in the middle Qt reserves the part (h + x / 2) / 2 above the baseline, x being
    the height of an x. The box is as high as either part of the formula asks for.
    """

    def __init__(self, drawn: Drawing, form: QTextCharFormat, room: float) -> None:
        self._drawn, self._form, self._tail = drawn, form, str(form.property(TAIL) or "")
        font = form.font()
        tail_width = QFontMetricsF(font).horizontalAdvance(self._tail)
        self._em = _fitting(math_em(font), drawn.width, room - tail_width)
        shift = QFontMetrics(font).xHeight() / 2
        ascent, descent = drawn.ascent * self._em, drawn.descent * self._em
        # Lines stand apart: a little may reach out of the box.
        slack = _SLACK * self._em
        height = max(2 * (ascent - slack) - shift, 2 * (descent - slack) + shift, 1.0)
        self._baseline = (height + shift) / 2
        self.size = QSizeF(drawn.width * self._em + tail_width, height)

    def draw(self, painter: QPainter, corner: QPointF, line: QTextLine) -> None:
        """Draw in a box with this upper left corner, which Qt has put in the middle of a line of text."""
        baseline = self._baseline
        if line.isValid():
            baseline = line.ascent() - (line.ascent() + line.descent() - self.size.height()) / 2
        self._drawn.draw(painter, corner + QPointF(0, baseline), self._em)
        painter.setFont(self._form.font())
        painter.setPen(self._form.foreground().color())
        painter.drawText(corner + QPointF(self._drawn.width * self._em, baseline), self._tail)


class _Display:
    """The box of a formula that has its line for itself: as high as the formula, in one row or several."""

    def __init__(self, latex: str, form: QTextCharFormat, room: float) -> None:
        em = math_em(form.font())
        self._rows = formula_rows(latex, form.foreground().color(), room / em if room > 0 else math.inf)
        self._em = _fitting(em, self._rows.width, room)
        self.size = QSizeF(self._rows.width * self._em, self._rows.height * self._em)

    def draw(self, painter: QPainter, corner: QPointF, _line: QTextLine) -> None:
        """Draw with the upper left corner there."""
        self._rows.draw(painter, corner, self._em)


def _fitting(em: float, width: float, room: float) -> float:
    """Return the size at which a formula of a width, in em, fits into the room."""
    return min(em, room / width) if room > 0 else em


class FormulaObject(QPyTextObject):
    """Measures and draws the formulas of a document.

    One in the line that is too wide is drawn smaller; one on a line of its own is broken into rows.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)

    def intrinsicSize(self, doc: QTextDocument, posInDocument: int, format: QTextFormat) -> QSizeF:  # noqa: N802, N803
        """Return the size of a formula."""
        return self._box(doc, format.toCharFormat()).size

    def drawObject(  # noqa: N802
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        posInDocument: int,  # noqa: N803
        format: QTextFormat,
    ) -> None:
        """Draw a formula."""
        block = doc.findBlock(posInDocument)
        line = block.layout().lineForTextPosition(posInDocument - block.position())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._box(doc, format.toCharFormat()).draw(painter, QPointF(rect.left(), rect.top()), line)
        painter.restore()

    @staticmethod
    def _box(doc: QTextDocument, form: QTextCharFormat) -> _Box | _Display:
        latex, room = str(form.property(LATEX)), doc.textWidth() - 2 * doc.documentMargin()
        if form.property(_DISPLAY):
            return _Display(latex, form, room)
        return _Box(drawing(latex, form.foreground().color(), False), form, room)
