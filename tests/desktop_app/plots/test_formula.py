"""Formulas: judged by their ink."""

from __future__ import annotations

from itertools import chain

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QByteArray, QPoint, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from core.activations import ACTIVATIONS
from desktop_app.plots.formula import FormulaLabel, formula_svg
from desktop_app.theme import theme, themes

WIDE = QSize(600, 80)


@pytest.fixture(autouse=True)
def _light(qapp: QApplication):
    qapp.setStyle("Fusion")
    themes.choose("light")
    yield
    themes.choose("light")


def drawn(label: FormulaLabel, ratio: float = 1.0) -> NDArray[np.uint8]:
    """Return the label's picture, ``(h, w, 3)``, with ``ratio`` device pixels for each pixel."""
    image = QImage(label.size() * ratio, QImage.Format.Format_RGB888)
    image.setDevicePixelRatio(ratio)
    image.fill(label.palette().window().color())
    label.render(image, QPoint())
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).copy()


def ink(label: FormulaLabel, ratio: float = 1.0) -> tuple[int, int, int, int]:
    """Return the first and last column and row that differ from the background."""
    picture = drawn(label, ratio)
    marked = (picture != picture[0, -1]).any(axis=2)
    columns, rows = np.flatnonzero(marked.any(axis=0)), np.flatnonzero(marked.any(axis=1))
    return int(columns[0]), int(columns[-1]), int(rows[0]), int(rows[-1])


def shown(qtbot, latex: str, size: QSize = WIDE) -> FormulaLabel:
    label = FormulaLabel(latex)
    qtbot.addWidget(label)
    label.resize(size)
    return label


@pytest.mark.parametrize(
    "latex", sorted(set(chain.from_iterable((f.formula, f.derivative_formula) for f in ACTIVATIONS.values())))
)
def test_every_formula_is_an_svg_that_qt_can_draw(qapp, latex):
    renderer = QSvgRenderer(QByteArray(formula_svg(latex, "#102030")))
    assert renderer.isValid()
    image = QImage(300, 100, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    dark = np.frombuffer(image.constBits(), np.uint8).reshape(100, image.bytesPerLine())[:, :300] < 128
    # Parts at the left and at the right end: nothing was left out.
    assert dark[:, :75].any()
    assert dark[:, 225:].any()


def test_it_is_drawn_in_the_text_colour_of_the_theme(qtbot):
    label = shown(qtbot, r"\frac{1}{1 + e^{-x}}")
    for name in ("light", "dark"):
        themes.choose(name)
        pixels = {tuple(int(v) for v in pixel) for pixel in drawn(label).reshape(-1, 3)}
        assert QColor(theme().text).getRgb()[:3] in pixels


def test_a_new_formula_replaces_the_old_one(qtbot):
    label = shown(qtbot, "x")
    narrow = ink(label)
    label.set_latex("x + x + x + x")
    wide = ink(label)
    assert wide[1] - wide[0] > 3 * (narrow[1] - narrow[0])
    label.set_latex("")
    assert len(np.unique(drawn(label).reshape(-1, 3), axis=0)) == 1
    assert label.sizeHint().isEmpty() or label.sizeHint() == QSize(0, 0)


def test_it_is_as_large_as_its_size_hint_and_shrinks_in_proportion_when_there_is_no_room(qtbot):
    label = shown(qtbot, r"1.0507\,x \;\text{if}\; x > 0,\; \text{else}\; 1.7581\,(e^{x} - 1)")
    left, right, top, bottom = ink(label)
    assert left <= 3
    assert right <= label.sizeHint().width() <= right + 6
    label.resize(label.sizeHint().width() // 2, 80)
    half = ink(label)
    assert half[1] < label.width()
    assert (half[1] - half[0]) / (half[3] - half[2]) == pytest.approx((right - left) / (bottom - top), rel=0.12)


def test_it_is_drawn_with_the_device_pixels_that_there_are(qtbot):
    label = shown(qtbot, r"\frac{x}{1 + |x|}")
    once, twice = ink(label), ink(label, 2.0)
    assert twice == pytest.approx([2 * value for value in once], abs=3)
    blurred = np.repeat(np.repeat(drawn(label), 2, axis=0), 2, axis=1)
    assert (drawn(label, 2.0) != blurred).any()


def test_it_grows_with_the_font(qtbot):
    label = shown(qtbot, "x^2")
    before = label.sizeHint()
    font = label.font()
    font.setPointSizeF(2 * font.pointSizeF())
    label.setFont(font)
    assert label.sizeHint().height() > 1.7 * before.height()


def test_screen_readers_get_the_source(qtbot):
    assert shown(qtbot, "x^2").accessibleName() == "x^2"


def width(latex: str) -> float:
    renderer = QSvgRenderer(QByteArray(formula_svg(latex, "#102030")))
    return renderer.viewBoxF().width()


@pytest.mark.parametrize(("signed", "unsigned"), [(r"\exp(-x)", r"\exp(x)"), ("a = -x", "a = x"), ("x, -y", "x, y")])
def test_a_sign_stands_close_to_its_number(qapp, signed, unsigned):
    """As that of a lone number does, and unlike a minus between two terms."""
    sign = width("-x") - width("x")
    assert width(signed) - width(unsigned) == pytest.approx(sign, abs=4)
    assert width("a - x") - width("a x") > sign + 20
