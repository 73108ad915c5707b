"""Formulas on lines of their own: whole where there is room, in rows where there is not, and never tiny."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from core.lessons.blocks import Display
from core.lessons.lesson import find_lesson
from desktop_app.lessons.formula_rows import LEAST, formula_rows, formulas_in, packed, terms_in
from desktop_app.lessons.page_document import PageDocument
from desktop_app.lessons.page_style import PageStyle, math_em

BLACK = QColor("black")
THREE = r"P(h' = 0) = p, \qquad P\left(h' = \frac{h}{1-p}\right) = 1-p, \qquad E[h'] = h"
NARROWEST = 20.0
"""em: what a page has at least beside an experiment in a small window."""


def test_what_has_room_stays_on_one_row(qapp):
    drawn = formula_rows(THREE, BLACK, 100)
    assert len(drawn.rows) == 1
    assert drawn.places == ((0.0, drawn.rows[0].ascent),)
    assert (drawn.width, drawn.height) == (drawn.rows[0].width, drawn.rows[0].ascent + drawn.rows[0].descent)


def test_formulas_side_by_side_go_below_each_other(qapp):
    drawn = formula_rows(THREE, BLACK, 0.9 * formula_rows(THREE, BLACK, 100).width)
    assert len(drawn.rows) == 3
    assert [left for left, _ in drawn.places] == [0, 0, 0]
    assert drawn.width == max(row.width for row in drawn.rows)
    for (_, upper), above, (_, lower), below in zip(
        drawn.places, drawn.rows, drawn.places[1:], drawn.rows[1:], strict=False
    ):
        assert upper + above.descent < lower - below.ascent, "rows do not touch"
    assert drawn.height == pytest.approx(drawn.places[-1][1] + drawn.rows[-1].descent)


@pytest.mark.parametrize(
    ("latex", "found"),
    [
        (r"a \qquad b", ["a", "b"]),
        (r"a, \qquad\qquad b \quad c", ["a,", "b", "c"]),
        (r"\begin{aligned} a \qquad b \end{aligned}", [r"\begin{aligned} a \qquad b \end{aligned}"]),
        (r"{a \quad b}", [r"{a \quad b}"]),
    ],
)
def test_wide_spaces_part_formulas_but_not_inside_of_brackets(latex, found):
    assert formulas_in(latex) == found


@pytest.mark.parametrize(
    ("latex", "found"),
    [
        ("y = a + b", ["y ", "= a ", "+ b"]),
        ("y = -a - (b + c)", ["y ", "= -a ", "- (b + c)"]),
        (r"\frac{a + b}{c} \leftarrow x^{-1}", [r"\frac{a + b}{c} ", r"\leftarrow x^{-1}"]),
        (r"\left( a = b \right)^2 + 1", [r"\left( a = b \right)^2 ", "+ 1"]),
        ("-a", ["-a"]),
        ("x^+ + y", ["x^+ ", "+ y"]),
    ],
)
def test_a_formula_is_broken_before_the_sign_between_two_terms(latex, found):
    assert terms_in(latex) == found
    assert "".join(found) == latex


def test_rows_take_as_many_terms_as_fit():
    assert packed(["y", "=a", "+b", "+c"], len, 6) == ["y=a+b", "{}+c"]
    assert packed(["y", "=a", "+b", "+c"], len, 100) == ["y=a+b+c"]
    assert packed(["longer", "+b"], len, 3) == ["longer", "{}+b"]


@pytest.mark.parametrize("page", ["6-3-dropout", "7-1-backpropagation", "7-3-initialisation"])
def test_the_widest_formulas_of_the_lessons_are_not_drawn_tiny(qapp, page):
    room = NARROWEST * PageStyle(1.0).em / math_em(PageStyle(1.0).font)
    latex = [block.latex for block in find_lesson(page, "en").blocks if isinstance(block, Display)]
    drawn = [formula_rows(one, BLACK, room) for one in latex]
    assert all(LEAST * rows.width <= room for rows in drawn)
    assert max(len(rows.rows) for rows in drawn) > 1


def test_a_narrow_document_makes_its_formula_higher_and_not_smaller(qapp):
    style = PageStyle(1.0)
    document = PageDocument(style, "en", set())
    document.write(Display(THREE))
    heights = []
    for width in (60 * style.em, 20 * style.em):
        document.setTextWidth(width)
        heights.append(document.size().height())
    assert heights[1] > 2 * heights[0]
