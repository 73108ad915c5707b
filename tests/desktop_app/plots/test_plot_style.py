from __future__ import annotations

from itertools import combinations, pairwise
from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.activations import ACTIVATIONS
from desktop_app.plots.canvas import Canvas, Plot
from desktop_app.plots.export import svg_picture
from desktop_app.plots.plot_style import LegendEntry, LineStyle, colour, percent, readable
from desktop_app.symbols import SYMBOLS
from desktop_app.theme import DARK, LIGHT, Theme, themes

pytestmark = pytest.mark.usefixtures("light_theme")


@pytest.fixture
def canvas(qtbot: QtBot) -> Canvas:
    widget = Canvas()
    qtbot.addWidget(widget)
    widget.resize(400, 300)
    return widget


def picture(canvas: Canvas) -> QImage:
    canvas.show()
    for _ in range(2):  # axes take their width from the first painting
        QApplication.processEvents()
        canvas.grab()
    return canvas.grab().toImage()


def place(canvas: Canvas, plot: Plot, x: float, y: float) -> QPoint:
    return canvas.mapFromScene(plot.view.mapViewToScene(QPointF(x, y)))


def lab(name: str) -> np.ndarray:
    """Return CIE L*a*b* of an sRGB colour, by the formulas of the standard."""
    encoded = np.array([int(name[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    linear = np.where(encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4)
    to_xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
    x, y, z = np.cbrt(to_xyz @ linear / np.array([0.9505, 1.0, 1.089]))
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_there_are_as_many_colours_as_activation_functions(colours: Theme) -> None:
    assert len(colours.series) >= len(ACTIVATIONS)
    for first, second in combinations(map(lab, colours.series), 2):
        assert np.linalg.norm(first - second) > 15


def test_colours_come_from_the_theme() -> None:
    assert colour("train").name() == LIGHT.train
    assert colour("series11").name() == LIGHT.series[1]
    assert colour("#123456").name() == "#123456"
    assert colour("danger", 0.5).alphaF() == pytest.approx(0.5, abs=0.01)
    themes.choose("dark")
    assert colour("train").name() == DARK.train


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.482149, "0.4821"),
        (2.302585, "2.303"),
        (0, "0"),
        (-1.5, "−1.500"),
        (123456.0, "123456"),
        (1.25e-7, "1.25·10⁻⁷"),
        (1e38, "10³⁸"),
        (-3e9, "−3·10⁹"),
        (float("nan"), "NaN"),
        (float("inf"), "∞"),
        (float("-inf"), "−∞"),
    ],
)
def test_numbers_are_readable(value: float, text: str) -> None:
    assert readable(value) == text


_EXPONENTS = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e300, max_value=1e300))
def test_readable_numbers_are_right(value: float) -> None:
    text = readable(value).replace("−", "-")
    if "·10" in text or any(sign in text for sign in "⁰¹²³⁴⁵⁶⁷⁸⁹"):
        mantissa, _, exponent = text.partition("·10") if "·10" in text else ("1", "", text.lstrip("-")[2:])
        sign = -1 if text.startswith("-10") and "·" not in text else 1
        read = sign * float(mantissa) * 10.0 ** int(exponent.translate(_EXPONENTS))
    else:
        read = float(text)
    assert read == pytest.approx(value, rel=1e-3, abs=1e-306)


def test_shares_are_percent() -> None:
    assert percent(0.862) == "86.2 %"


def test_a_weaker_line_is_mixed_with_the_background() -> None:
    half = LineStyle("#000000", strength=0.5).mixed()
    assert half.name() == "#808080"
    themes.choose("dark")
    assert LineStyle("#ffffff", strength=0.0).mixed().name() == DARK.plot_background


def test_a_line_is_drawn_through_its_points_and_leaves_gaps(canvas: Canvas) -> None:
    plot = canvas.add_plot(0)
    plot.set_range((0, 10), (0, 10))
    line = plot.add_line(LineStyle("#ff0000", width=3))
    line.set_points(np.array([1.0, 4.0, 5.0, 6.0, 9.0]), np.array([5.0, 5.0, np.nan, 5.0, 5.0]))
    image = picture(canvas)
    for x, there in ((2.5, True), (5.0, False), (7.5, True), (0.5, False)):
        assert (QColor(image.pixel(place(canvas, plot, x, 5))).name() == "#ff0000") is there


def test_values_beyond_all_measure_do_not_spoil_the_rest(canvas: Canvas) -> None:
    plot = canvas.add_plot(0)
    plot.set_range((0, 10), (0, 10))
    line = plot.add_line(LineStyle("#ff0000", width=3))
    line.set_points(np.array([1.0, 4.0, 5.0, 6.0, 9.0]), np.array([5.0, 5.0, 1e38, 5.0, 5.0]))
    image = picture(canvas)
    for x, y in ((2.5, 5), (7.5, 5), (4.0, 9), (6.0, 8)):
        assert QColor(image.pixel(place(canvas, plot, x, y))).name() == "#ff0000"


@pytest.mark.parametrize("symbol", SYMBOLS)
def test_few_points_have_symbols(canvas: Canvas, symbol: str) -> None:
    plot = canvas.add_plot(0)
    plot.set_range((0, 10), (0, 10))
    line = plot.add_line(LineStyle("#ff0000", width=1, symbol=symbol, symbol_size=14))
    line.set_points(np.array([2.0, 8.0]), np.array([5.0, 5.0]))
    image = picture(canvas)
    beside = place(canvas, plot, 8.0, 5.0) + QPoint(0, 3)
    assert QColor(image.pixel(beside)).name() == "#ff0000"
    count = line.symbols_limit + 1
    line.set_points(np.linspace(2, 8, count), np.full(count, 5.0))
    image = picture(canvas)
    assert QColor(image.pixel(beside)).name() != "#ff0000"


def test_a_bold_line_of_many_pieces_is_whole(canvas: Canvas) -> None:
    plot = canvas.add_plot(0)
    plot.set_range((0, 10), (0, 10))
    line = plot.add_line(LineStyle("#ff0000", width=3))
    x = np.linspace(1, 9, 100)
    line.set_points(x, x)
    image = picture(canvas)
    for at in np.linspace(1.1, 8.9, 57):
        assert QColor(image.pixel(place(canvas, plot, at, at))).red() > 230
        assert QColor(image.pixel(place(canvas, plot, at, at))).green() < 120


def test_svg_lines_end_at_the_frame(canvas: Canvas) -> None:
    plot = canvas.add_plot(0)
    plot.set_range((0, 10), (0, 10))
    line = plot.add_line(LineStyle("#ff0000", width=3, symbol="circle"))
    rng = np.random.default_rng(0)
    y = rng.normal(5, 20, 50)
    y[[3, 20, 21]] = np.nan, np.inf, 1e38
    line.set_points(np.linspace(-5, 15, 50), y)
    picture(canvas)
    frame = plot.view.sceneBoundingRect().adjusted(-0.01, -0.01, 0.01, 0.01)
    tree = ElementTree.fromstring(svg_picture(canvas, "Lines"))
    lines = [group for group in tree.iter("{http://www.w3.org/2000/svg}g") if group.get("stroke") == "#ff0000"]
    points = [
        tuple(map(float, pair.split(",")))
        for group in lines
        for path in group
        for pair in (path.get("d") or path.get("points") or "").replace("M", " ").replace("L", " ").split()
    ]
    assert len(points) > 20
    for x, y_pixels in points:
        assert frame.left() <= x <= frame.right()
        assert frame.top() <= y_pixels <= frame.bottom()
    assert min(y for _, y in points) == pytest.approx(frame.top(), abs=0.1)


def test_a_legend_breaks_into_rows_where_it_is_narrow(canvas: Canvas) -> None:
    legend = canvas.add_legend(0)
    canvas.add_plot(1)
    entries = [LegendEntry(f"a curve with number {i}", LineStyle(f"series{i}")) for i in range(4)]
    legend.set_entries(entries)
    canvas.resize(1200, 300)
    picture(canvas)
    flat = legend.size().height()
    canvas.resize(300, 300)
    image = picture(canvas)
    assert legend.size().height() > 3 * flat
    names = {QColor(image.pixel(x, y)).name() for x in range(40, 90) for y in range(2, 100)}
    assert {LIGHT.series[i] for i in range(4)} <= names


def test_dashes_tell_lines_apart(canvas: Canvas) -> None:
    plot = canvas.add_plot(0)
    plot.set_range((0, 10), (0, 10))
    plot.add_line(LineStyle("#ff0000", 2, Qt.PenStyle.DashLine)).set_points(np.linspace(0, 10, 21), np.full(21, 5.0))
    image = picture(canvas)
    row = [QColor(image.pixel(place(canvas, plot, x, 5))).name() for x in np.linspace(0.5, 9.5, 300)]
    changes = sum(one != other for one, other in pairwise(row))
    assert changes > 20
