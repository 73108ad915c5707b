from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.plots.axis import Axis, nice_step
from desktop_app.plots.canvas import Canvas
from desktop_app.theme import DARK, LIGHT, themes

pytestmark = pytest.mark.usefixtures("light_theme")


def labels(axis: Axis, low: float, high: float, size: float) -> list[str]:
    spacing, values = axis.tickValues(low, high, size)[0]
    return axis.tickStrings(values, 1.0, spacing)


@given(st.floats(-1e6, 1e6), st.floats(1e-6, 1e6), st.floats(50, 2000), st.sampled_from(["left", "bottom"]))
def test_ticks_are_round_inside_and_not_too_many(low: float, span: float, size: float, orientation: str) -> None:
    high = low + span
    ((step, values),) = Axis(orientation).tickValues(low, high, size)
    assert step is not None
    assert len(values) <= size / 20 + 2
    assert all(low <= value <= high for value in values)
    # Round: a multiple of the step, up to the precision of the numbers themselves.
    np.testing.assert_allclose(np.round(np.array(values) / step) * step, values, atol=1e-6 * span + 1e-9 * abs(low))


@pytest.mark.parametrize(
    ("low", "high", "size", "expected"),
    [
        (0, 5, 600, ["0", "1", "2", "3", "4", "5"]),
        (0, 1, 600, ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
        (-2, 2, 400, ["−2", "−1", "0", "1", "2"]),
        (0, 4e7, 300, ["0", "10⁷", "2·10⁷", "3·10⁷", "4·10⁷"]),
        (0, 2e6, 500, ["0", "5·10⁵", "10⁶", "1.5·10⁶", "2·10⁶"]),
        (0, 4e-5, 300, ["0.00000", "0.00001", "0.00002", "0.00003", "0.00004"]),
        (0, 4e-7, 300, ["0", "10⁻⁷", "2·10⁻⁷", "3·10⁻⁷", "4·10⁻⁷"]),
        (-1e-35, 1e-35, 200, ["−10⁻³⁵", "0", "10⁻³⁵"]),
    ],
)
def test_labels(qapp: QApplication, low: float, high: float, size: float, expected: list[str]) -> None:
    assert labels(Axis("bottom"), low, high, size) == expected


def test_labels_of_shares_are_percent(qapp: QApplication) -> None:
    assert labels(Axis("left", percent=True), 0, 1, 140) == ["0", "25", "50", "75", "100"]
    assert labels(Axis("left", percent=True), 0.85, 0.9, 200) == ["85", "86", "87", "88", "89", "90"]


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (-2, 1, ["0.01", "0.1", "1", "10"]),
        (-0.7, 0.5, ["0.2", "0.5", "1", "2"]),
        (np.log10(0.3), np.log10(0.52), ["0.3", "0.35", "0.4", "0.45", "0.5"]),
        (4, 7, ["10⁴", "10⁵", "10⁶", "10⁷"]),
        (-7, 38, ["1", "10¹⁰", "10²⁰", "10³⁰"]),
    ],
)
def test_labels_of_logarithms(qapp: QApplication, low: float, high: float, expected: list[str]) -> None:
    axis = Axis("left")
    axis.setLogMode(True)
    assert labels(axis, low, high, 220) == expected


@given(st.floats(-40, 39), st.floats(0.01, 60), st.floats(60, 1000))
def test_logarithmic_ticks_lie_inside(low: float, span: float, size: float) -> None:
    axis = Axis("left")
    axis.setLogMode(True)
    for spacing, values in axis.tickValues(low, low + span, size):
        assert all(low - 1e-9 <= value <= low + span + 1e-9 for value in values)
        assert len(axis.tickStrings(values, 1.0, spacing)) == len(values)


@given(st.floats(1e-100, 1e100), st.floats(1, 50))
def test_steps_fit(span: float, count: float) -> None:
    step = nice_step(span, count)
    assert step * count >= span * (1 - 1e-6)
    assert step * count <= 2.5 * span * (1 + 1e-6)


@pytest.fixture
def canvas(qtbot: QtBot) -> Canvas:
    widget = Canvas()
    qtbot.addWidget(widget)
    widget.resize(400, 400)
    widget.add_plot(0).name_axes("loss", "epoch")
    widget.add_plot(2, percent=True).name_axes("accuracy (%)", "epoch")
    widget.show()
    QApplication.processEvents()
    return widget


def test_it_follows_the_theme(canvas: Canvas, qtbot: QtBot) -> None:
    assert QColor(canvas.grab().toImage().pixel(1, 1)).name() == LIGHT.plot_background
    with qtbot.waitSignal(canvas.restyled):
        themes.choose("dark")
    image = canvas.grab().toImage()
    assert QColor(image.pixel(1, 1)).name() == DARK.plot_background
    plot = canvas.plots[0]
    assert plot.left.textPen().color().name() == DARK.muted
    assert plot.bottom.tickPen().color().name() == DARK.grid
    assert plot.view.border.color().name() == DARK.border
    assert plot.left.labelStyle["color"] == DARK.text


def test_it_follows_the_font(canvas: Canvas) -> None:
    before = QFont(QApplication.font())
    bigger = QFont(before)
    bigger.setPointSizeF(before.pointSizeF() * 2)
    try:
        QApplication.setFont(bigger)
        QApplication.processEvents()
        found = canvas.plots[0].left.style["tickFont"].pointSizeF()
        assert found == pytest.approx(0.95 * bigger.pointSizeF(), rel=0.05)
    finally:
        QApplication.setFont(before)


def test_a_plot_that_is_hidden_takes_no_room(canvas: Canvas) -> None:
    upper, lower = canvas.plots
    height = upper.view.height()
    canvas.show_plot(lower, False)
    QApplication.processEvents()
    assert not lower.view.isVisible()
    assert upper.view.height() > 1.8 * height
    canvas.show_plot(lower, True)
    QApplication.processEvents()
    assert lower.view.isVisible()
    assert upper.view.height() == pytest.approx(height, abs=2)


def test_both_plots_have_one_left_edge(canvas: Canvas) -> None:
    upper, lower = canvas.plots
    upper.set_range((0, 1), (0, 0.0001))
    for _ in range(2):
        canvas.grab()
        QApplication.processEvents()
    assert upper.view.sceneBoundingRect().left() == lower.view.sceneBoundingRect().left()
    assert upper.view.sceneBoundingRect().right() == lower.view.sceneBoundingRect().right()


def test_keys_move_and_zoom_every_plot(canvas: Canvas, qtbot: QtBot) -> None:
    view = canvas.plots[0].view
    canvas.plots[0].set_range((0, 10), (0, 10))
    with qtbot.waitSignal(view.sigRangeChangedManually):
        QTest.keyClick(canvas, Qt.Key.Key_Left)
    assert view.viewRange()[0] == pytest.approx([-1, 9])
    QTest.keyClick(canvas, Qt.Key.Key_Up)
    assert view.viewRange()[1] == pytest.approx([1, 11])
    QTest.keyClick(canvas, Qt.Key.Key_Minus)
    assert view.viewRange()[0] == pytest.approx([-2.25, 10.25])
    QTest.keyClick(canvas, Qt.Key.Key_Plus)
    assert view.viewRange()[0] == pytest.approx([-1, 9])


def test_the_frame_shows_where_the_keys_go(qtbot: QtBot) -> None:
    window, button, canvas = QWidget(), QPushButton("Before"), Canvas()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    layout.addWidget(button)
    layout.addWidget(canvas)
    plot = canvas.add_plot(0)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    button.setFocus()
    assert plot.view.border.color().name() == LIGHT.border
    QTest.keyClick(button, Qt.Key.Key_Tab)
    assert canvas.hasFocus()
    assert plot.view.border.color().name() == LIGHT.accent
    QTest.keyClick(canvas, Qt.Key.Key_Tab)
    assert plot.view.border.color().name() == LIGHT.border
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton)
    assert canvas.hasFocus()
    assert plot.view.border.color().name() == LIGHT.border


@pytest.mark.parametrize("height", [300, 1400])
def test_the_wheel_scrolls_a_page_until_the_plot_is_meant(qtbot: QtBot, height: int) -> None:
    area, page, button, canvas = QScrollArea(), QWidget(), QPushButton("Before"), Canvas()
    qtbot.addWidget(area)
    layout = QVBoxLayout(page)
    layout.addWidget(button)
    layout.addWidget(canvas)
    layout.addStretch(1)
    view = canvas.add_plot(0).view
    canvas.setFixedHeight(200)
    page.setMinimumHeight(height)
    area.setWidgetResizable(True)
    area.setWidget(page)
    area.resize(500, 400)
    with qtbot.waitActive(area):
        area.show()
        area.activateWindow()
    button.setFocus()
    bar = area.verticalScrollBar()
    is_high = height > area.height()
    assert (bar.maximum() > 0) is is_high

    def turned(keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> tuple[bool, bool]:
        """Return whether the wheel scrolls the page, and whether it zooms the plot."""
        scrolled, shown = bar.value(), view.viewRange()
        place = QPointF(canvas.viewport().mapTo(area, canvas.viewport().rect().center()))
        QTest.wheelEvent(area.windowHandle(), place, QPoint(0, -120), QPoint(), keys)
        return bar.value() != scrolled, view.viewRange() != shown

    assert turned() == (is_high, not is_high)
    assert turned(Qt.KeyboardModifier.ControlModifier) == (False, True)
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton)
    assert turned() == (False, True)
    view.setMouseEnabled(False, False)
    assert turned() == (is_high, False), "a plot that cannot be zoomed keeps no wheel to itself"


def test_no_context_menu_of_pyqtgraph(canvas: Canvas) -> None:
    assert not any(plot.view.menuEnabled() for plot in canvas.plots)
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.RightButton, pos=canvas.rect().center())
    assert QApplication.activePopupWidget() is None


def test_linked_plots_show_the_same_before_and_after_the_first_layout(qtbot: QtBot) -> None:
    canvas = Canvas()
    qtbot.addWidget(canvas)
    upper, lower = canvas.add_plot(0), canvas.add_plot(2)
    canvas.link_x(upper, lower)
    for plot in (upper, lower):
        plot.set_range((0.0, 2.0), (0.0, 1.0))
    canvas.resize(400, 300)
    canvas.show()
    canvas.grab()
    assert upper.view.viewRange()[0] == lower.view.viewRange()[0] == [0.0, 2.0]
    lower.set_range((1.0, 3.0))
    assert upper.view.viewRange()[0] == [1.0, 3.0]


def test_a_title_takes_no_more_width_than_its_plot_has(canvas: Canvas) -> None:
    width = canvas.plots[0].view.width()
    title = canvas.add_title(
        6, "A title that is far longer than any plot on this canvas could ever be wide, and longer"
    )
    for _ in range(2):
        canvas.grab()
        QApplication.processEvents()
    assert canvas.plots[0].view.width() == width
    assert title.shown.endswith("…")
    title.set_text("Loss")
    assert title.shown == "Loss"


def test_keys_leave_a_plot_alone_that_the_mouse_cannot_move(canvas: Canvas) -> None:
    upper, lower = canvas.plots
    for plot in canvas.plots:
        plot.set_range((0, 10), (0, 10))
    upper.view.setMouseEnabled(False, False)
    QTest.keyClick(canvas, Qt.Key.Key_Plus)
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert upper.view.viewRange() == [[0, 10], [0, 10]]
    assert lower.view.viewRange() == [pytest.approx([1.8, 9.8]), pytest.approx([1, 9])]
