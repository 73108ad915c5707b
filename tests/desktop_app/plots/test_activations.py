"""The plot of the Activations tab: the points behind its curves against oracles, and its cursor by hand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from scipy.optimize import approx_fprime

from core.activations import ACTIVATIONS
from desktop_app.plots.activation_curves import sampled
from desktop_app.plots.activation_plot import function_style
from desktop_app.plots.activations import ActivationsView
from desktop_app.theme import themes
from tests.desktop_app.plots.runs import drag

NAMES = tuple(ACTIVATIONS)


@pytest.fixture
def view(activations_view: ActivationsView) -> ActivationsView:
    return activations_view


def in_plot(view: ActivationsView, x: float, y: float) -> QPoint:
    """Return the pixel of the plot's viewport at a point of the upper view."""
    return view.plot.mapFromScene(view.plot.values.view.mapViewToScene(QPointF(x, y)))


# -- what is drawn -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_the_curves_hold_the_function_and_its_derivative(view, name):
    view.list.set_current(name)
    above, below = view.plot.lines[name]
    function = ACTIVATIONS[name]
    there = np.isfinite(below.y)
    np.testing.assert_array_equal(above.y, function.f(above.x))
    np.testing.assert_array_equal(below.y[there], function.derivative(below.x[there]))
    assert (above.x[0], above.x[-1]) == pytest.approx((-6, 6), abs=0.1)
    assert len(above.x) >= 200


@pytest.mark.parametrize("name", NAMES)
def test_the_derivative_agrees_with_finite_differences_of_the_drawn_function(view, name):
    view.list.set_current(name)
    below = view.plot.lines[name][1]
    x = below.x[(np.abs(below.x) > 0.01) & np.isfinite(below.y)][::6]
    y = ACTIVATIONS[name].derivative(x)
    slopes = np.diag(approx_fprime(x, ACTIVATIONS[name].f, 1e-7))
    np.testing.assert_allclose(y, slopes, atol=2e-6)


@pytest.mark.parametrize("name", ["relu", "leaky_relu", "selu"])
def test_a_jump_of_the_derivative_is_a_gap_at_the_kink(name):
    curve = sampled(ACTIVATIONS[name], -5.9, 6.1, 100)
    (gap,) = np.flatnonzero(np.isnan(curve.derivative))
    assert abs(curve.x[gap - 1]) < 1e-9
    assert abs(curve.x[gap + 1]) < 1e-9
    assert curve.derivative[gap + 1] - curve.derivative[gap - 1] == pytest.approx(
        float(ACTIVATIONS[name].derivative(np.array(1e-9)) - ACTIVATIONS[name].derivative(np.array(-1e-9)))
    )


@pytest.mark.parametrize("name", sorted(set(NAMES) - {"relu", "leaky_relu", "selu"}))
@pytest.mark.parametrize("reach", [1.0, 6.0, 700.0])
def test_a_continuous_derivative_has_no_gap_however_coarse_the_points(name, reach):
    curve = sampled(ACTIVATIONS[name], -reach, 1.1 * reach, 60)
    assert np.isfinite(curve.derivative).all()
    assert len(curve.x) == 60


@given(
    name=st.sampled_from(NAMES),
    left=st.floats(-100, 100),
    width=st.floats(1e-3, 200),
    count=st.integers(2, 80),
)
def test_points_rise_and_belong_to_the_function(name, left, width, count):
    curve = sampled(ACTIVATIONS[name], left, left + width, count)
    assert len(curve.x) == len(curve.f) == len(curve.derivative)
    assert (np.diff(curve.x) >= 0).all()
    np.testing.assert_array_equal(curve.f, ACTIVATIONS[name].f(curve.x))


@pytest.mark.parametrize("name", NAMES)
def test_the_tangent_touches_the_current_function_with_its_slope(view, name):
    view.list.set_current(name)
    function, tangent = ACTIVATIONS[name], view.plot.tangent
    for x in (-3.2, -0.4, 0.0, 0.9):
        view.x_box.setValue(x)
        slope = np.diff(tangent.y)[0] / np.diff(tangent.x)[0]
        assert slope == pytest.approx(float(function.derivative(np.array(x))), abs=1e-9)
        middle = np.interp(x, tangent.x, tangent.y)
        assert middle == pytest.approx(float(function.f(np.array(x))), abs=1e-9)


def test_the_tangent_is_equally_long_at_every_zoom(view):
    def length() -> float:
        width, height = view.plot.values.view.viewPixelSize()
        return float(np.hypot(np.diff(view.plot.tangent.x)[0] / width, np.diff(view.plot.tangent.y)[0] / height))

    view.list.set_current("tanh")
    before = length()
    view.plot.setFocus()
    for _ in range(3):
        QTest.keyClick(view.plot, Qt.Key.Key_Plus)
    assert length() == pytest.approx(before, rel=0.02)
    assert before == pytest.approx(128, rel=0.02)


def test_curves_are_told_apart_without_colour_or_by_colour_alone():
    looks = {(function_style(name).colour, function_style(name).dash) for name in NAMES}
    assert len(looks) == len(NAMES)
    assert function_style("relu").dash != function_style("leaky_relu").dash


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_a_curve_is_drawn_where_its_points_are_in_the_theme_s_colour(view, choice):
    themes.choose(choice)
    view.x_box.setValue(-3)
    view.list.set_current("tanh")
    view.list.set_current("relu")
    image = view.plot.viewport().grab().toImage()
    place = in_plot(view, 4.0, 4.0) * image.devicePixelRatio()
    wanted = function_style("relu").pen().color()
    near = [image.pixelColor(place.x(), place.y() + dy) for dy in range(-2, 3)]
    assert wanted.name() in [pixel.name() for pixel in near]


# -- cursor ------------------------------------------------------------------------------------------------------------


def test_a_typed_x_moves_the_cursor_in_both_plots_and_reads_every_shown_function(view):
    view.x_box.selectAll()
    QTest.keyClicks(view.x_box, "-1.5")
    assert [cursor.x for cursor in view.plot.cursors.values()] == [-1.5, -1.5]
    assert view.shown == ("relu", "sigmoid", "tanh")
    for row, name in enumerate(NAMES):
        texts = [view.functions.index(row, column).data() for column in (1, 2)]
        if name not in view.shown:
            assert texts == [None, None]
            continue
        f = float(ACTIVATIONS[name].f(np.array(-1.5)))
        slope = float(ACTIVATIONS[name].derivative(np.array(-1.5)))
        assert [float(text.replace("−", "-")) for text in texts] == pytest.approx([f, slope], rel=1e-3)


def test_what_is_no_number_is_refused(view):
    said = []
    view.failed.connect(said.append)
    view.x_box.setValue(2)
    view.x_box.selectAll()
    QTest.keyClicks(view.x_box, "-a")
    view.list.setFocus()
    assert said == ["Place of the cursor, x: '-a' does not fit here. Give a number from -1000 to 1000."]
    assert (view.x_box.text(), view.x_box.value()) == ("-a", 2)
    view.x_box.setValue(3)
    assert view.x_box.text() == "3"


@pytest.mark.parametrize(
    ("text", "value"), [("1", 1), ("-0,25", -0.25), ("-.5", -0.5), ("0.1239", 0.123), ("1001", 100)]
)
def test_numbers_that_can_be_typed(view, text, value):
    view.x_box.selectAll()
    QTest.keyClicks(view.x_box, text)
    assert view.x_box.value() == value
    assert [cursor.x for cursor in view.plot.cursors.values()] == [value, value]


def test_a_minus_sign_of_print_can_be_pasted(view):
    QApplication.clipboard().setText("−2,5")
    view.x_box.selectAll()
    QTest.keyClick(view.x_box, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert view.x_box.value() == -2.5


def test_keys_step_in_the_box(view):
    view.x_box.setValue(0)
    QTest.keyClick(view.x_box, Qt.Key.Key_Up)
    QTest.keyClick(view.x_box, Qt.Key.Key_Up)
    assert view.x_box.value() == 0.2
    QTest.keyClick(view.x_box, Qt.Key.Key_PageDown)
    assert view.x_box.value() == -0.8
    assert view.x_box.text() == "-0.8"


def test_arrow_keys_move_the_cursor_in_the_plot(view):
    view.x_box.setValue(0)
    view.plot.setFocus()
    QTest.keyClick(view.plot, Qt.Key.Key_Right)
    assert view.x_box.value() == 0.1
    QTest.keyClick(view.plot, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert view.x_box.value() == -0.9
    before = view.plot.values.view.viewRange()
    QTest.keyClick(view.plot, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert view.x_box.value() == -0.9
    assert view.plot.values.view.viewRange()[0][0] > before[0][0]


def test_the_cursor_stays_within_its_limits(view):
    view.x_box.setValue(999.99)
    view.plot.setFocus()
    QTest.keyClick(view.plot, Qt.Key.Key_Right)
    QTest.keyClick(view.plot, Qt.Key.Key_Right)
    assert view.x_box.value() == 1000


def test_the_cursor_can_be_dragged(view):
    view.x_box.setValue(1)
    before = view.plot.values.view.viewRange()
    drag(view.plot, in_plot(view, 1.0, 3.0), in_plot(view, -2.0, 3.0))
    assert view.x_box.value() == pytest.approx(-2.0, abs=0.05)
    assert view.plot.values.view.viewRange() == before
    assert view.plot.tangent.x.mean() == pytest.approx(view.x_box.value())


def test_a_drag_elsewhere_moves_the_view_and_not_the_cursor(view):
    view.x_box.setValue(1)
    (left, _), _ = view.plot.values.view.viewRange()
    drag(view.plot, in_plot(view, -4.0, 3.0), in_plot(view, -2.0, 3.0))
    assert view.x_box.value() == 1
    assert view.plot.values.view.viewRange()[0][0] == pytest.approx(left - 2.0, abs=0.1)
    assert view.plot.lines["relu"][0].x[0] == pytest.approx(left - 2.0, abs=0.1)


def test_a_click_brings_the_cursor(view):
    QTest.mouseClick(view.plot.viewport(), Qt.MouseButton.LeftButton, pos=in_plot(view, 3.0, 1.0))
    assert view.x_box.value() == pytest.approx(3.0, abs=0.05)


def test_both_plots_show_the_same_x(view):
    QTest.keyClick(view.plot, Qt.Key.Key_Plus)
    view.plot.slopes.set_range((-1.0, 2.0))
    assert view.plot.values.view.viewRange()[0] == pytest.approx([-1.0, 2.0])
    view.plot.values.set_range((0.0, 5.0))
    assert view.plot.slopes.view.viewRange()[0] == pytest.approx([0.0, 5.0])
    QTest.mouseClick(view.reset_button, Qt.MouseButton.LeftButton)
    assert view.plot.values.view.viewRange()[0] == pytest.approx([-6.0, 6.0])
    assert view.plot.slopes.view.viewRange()[0] == pytest.approx([-6.0, 6.0])


def test_all_values_are_in_sight_until_the_user_zooms(view):
    for name in NAMES:
        view.list.set_current(name)
        low, high = view.plot.values.view.viewRange()[1]
        assert low <= ACTIVATIONS[name].f(np.linspace(-6, 6)).min()
        assert high >= ACTIVATIONS[name].f(np.linspace(-6, 6)).max()
    QTest.keyClick(view.plot, Qt.Key.Key_Plus)
    before = view.plot.values.view.viewRange()
    view.list.set_current("relu")
    assert view.plot.values.view.viewRange() == before


def test_the_view_goes_along_with_a_cursor_that_would_leave_it(view):
    view.x_box.setFocus()
    view.x_box.selectAll()
    QTest.keyClicks(view.x_box, "100")
    QTest.keyClick(view.x_box, Qt.Key.Key_Return)
    for plot, y in ((view.plot.values, 100.0), (view.plot.slopes, 1.0)):
        (left, right), (low, high) = plot.view.viewRange()
        assert left < 100 < right
        assert low < y < high
        assert right - left == pytest.approx(12, rel=0.1)
    view.list.set_current("tanh")
    assert view.plot.values.view.viewRange()[0][0] > 90, "another function does not jump back"
    view.reset_button.click()
    assert view.plot.values.view.viewRange()[0][1] < 10


def test_in_a_narrow_tab_the_curves_have_room(view):
    view.resize(560, 500)
    assert view.plot.width() > 0.4 * 560
    assert view.list.columnWidth(0) > 100
    view.resize(945, 600)
    view.x_box.setValue(-40.0)
    longest = view.list.columnWidth(1)
    view.resize(560, 500)
    assert view.list.columnWidth(1) == longest, "numbers with a power of ten are not cut"
