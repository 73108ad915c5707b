"""A formula on a line of its own, broken into rows where the page is too narrow for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter

from desktop_app.lessons.formulas import Drawing, drawing

LEAST = 0.8
"""Below this share of its size a formula is broken between two terms, instead of being drawn smaller."""

_GAP = 0.55
"""Between two rows, in em."""
_INDENT = 1.5
"""Of a row that goes on with the formula of the row above, in em."""
_TOKEN = re.compile(r"\\[A-Za-z]+|\\.|.", re.DOTALL)
_OPENING = {"{", "(", "[", r"\left", r"\begin"}
_CLOSING = {"}", ")", "]", r"\right", r"\end"}
_SPACES = {r"\qquad", r"\quad"}
_RELATIONS = {"=", r"\leftarrow", r"\approx", r"\le", r"\leq", r"\ge", r"\geq", r"\sim", r"\in"}
_OPERATORS = {"+", "-"}


@dataclass(frozen=True, eq=False)
class FormulaRows:
    """Rows of a formula, one under the other; all sizes are in em.

    ``places`` holds the left end and the baseline of each row, measured from the upper left corner.
    """

    rows: tuple[Drawing, ...]
    places: tuple[tuple[float, float], ...]
    width: float
    height: float

    def draw(self, painter: QPainter, corner: QPointF, em: float) -> None:
        """Draw with the upper left corner there and ``em`` pixels to an em."""
        for row, (left, baseline) in zip(self.rows, self.places, strict=True):
            row.draw(painter, corner + QPointF(left * em, baseline * em), em)


def formula_rows(latex: str, colour: QColor, room: float) -> FormulaRows:
    r"""Return a formula in rows that are at most as wide as ``room``, in em, if it can be broken so.

    Args:
        latex: mathematics, without dollar signs.
        colour: of all strokes.
        room: in em. Where it does not do, a formula is broken at each ``\qquad``, and what is still much too wide
            between two terms.
    """

    def width(part: str) -> float:
        return drawing(part, colour, True).width

    if width(latex) <= room:
        return _laid_out([(drawing(latex, colour, True), 0.0)])
    rows: list[tuple[Drawing, float]] = []
    for part in formulas_in(latex):
        first, *others = [part] if LEAST * width(part) <= room else packed(terms_in(part), width, room - _INDENT)
        rows.append((drawing(first, colour, True), 0.0))
        rows += [(drawing(other, colour, True), _INDENT) for other in others]
    return _laid_out(rows)


def formulas_in(latex: str) -> list[str]:
    """Return the formulas that stand side by side, with wide spaces between them."""
    found = [""]
    for token, is_inside in _tokens(latex):
        if token in _SPACES and not is_inside:
            found.append("")
        else:
            found[-1] += token
    return [part.strip() for part in found if part.strip()]


def terms_in(latex: str) -> list[str]:
    """Return the parts of a formula that may stand in rows of their own; joined they are the formula again.

    Each but the first begins with the sign that stands between it and the one before.
    """
    found, last = [""], "="
    for token, is_inside in _tokens(latex):
        is_binary = token in _OPERATORS and last not in _OPERATORS | _RELATIONS | {"^", "_", ","}
        if not is_inside and found[-1].strip() and (token in _RELATIONS or is_binary):
            found.append("")
        found[-1] += token
        if not token.isspace():
            # What stands above or below the line is no sign between two terms.
            last = "" if last in ("^", "_") else token
    return found


def packed(parts: list[str], width: Callable[[str], float], room: float) -> list[str]:
    """Return parts joined to as few rows as there must be, none wider than ``room`` if that can be."""
    rows = parts[:1]
    for part in parts[1:]:
        if width(rows[-1] + part) <= room:
            rows[-1] += part
        else:
            # An empty group before the sign keeps it from becoming that of a number.
            rows.append("{}" + part)
    return rows


def _tokens(latex: str) -> Iterator[tuple[str, bool]]:
    """Yield the signs of a formula, and whether they are inside of brackets."""
    depth = 0
    for match in _TOKEN.finditer(latex):
        token = match.group()
        depth -= token in _CLOSING
        yield token, depth > 0 or token in _CLOSING
        depth += token in _OPENING


def _laid_out(rows: list[tuple[Drawing, float]]) -> FormulaRows:
    """Put drawings, each with its indentation, below each other."""
    places, below = [], -_GAP
    for row, indent in rows:
        baseline = below + _GAP + row.ascent
        places.append((indent, baseline))
        below = baseline + row.descent
    width = max(row.width + indent for row, indent in rows)
    return FormulaRows(tuple(row for row, _ in rows), tuple(places), width, below)
