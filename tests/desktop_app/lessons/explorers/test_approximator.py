"""The approximator by mouse and keyboard; its fit against NumPy's least squares and a Gluon network."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from scipy.special import expit

from core.engine.mx import mx
from desktop_app.lessons.explorers.approximator import ApproximatorExplorer
from desktop_app.lessons.explorers.approximator_plot import KINK_WIDTH
from tests.desktop_app.lessons.explorers.opened import drag, opened, pixel

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def explorer(qtbot, light_theme, fast_mouse):
    return opened(qtbot, ApproximatorExplorer)


def knob(explorer, position):
    return explorer.plot.knob(position).toPoint()


def gluon_output(explorer):
    """Return the output of a hidden layer with these places, heights and this bias."""
    found, setup = explorer.found, explorer.setup
    slope = 1.0 if setup.activation == "relu" else setup.steepness
    units = len(found.places)
    net = mx.gluon.nn.Sequential()
    net.add(mx.gluon.nn.Dense(units, activation=setup.activation, in_units=1), mx.gluon.nn.Dense(1, in_units=units))
    net.initialize()
    net[0].weight.set_data(mx.nd.full((units, 1), slope))
    net[0].bias.set_data(mx.nd.array(-slope * found.places))
    net[1].weight.set_data(mx.nd.array(found.heights[None]))
    net[1].bias.set_data(mx.nd.array([found.bias]))
    return net(mx.nd.array(found.x[:, None])).asnumpy()[:, 0]


@pytest.mark.parametrize("activation", ["sigmoid", "tanh", "relu"])
def test_the_output_is_that_of_a_gluon_network(explorer, activation):
    explorer.restore({"activation": activation, "units": 5})
    np.testing.assert_allclose(explorer.found.output, gluon_output(explorer), atol=2e-4)


def test_units_are_added_with_the_keyboard_and_the_fit_is_least_squares(explorer):
    box = explorer.controls["units"].box
    errors = [explorer.facts()["rmse"]]
    for _ in range(4):
        QTest.keyClick(box, Qt.Key.Key_Up)
        QTest.keyClick(box, Qt.Key.Key_Up)
        errors.append(explorer.facts()["rmse"])
    assert explorer.setup.units == 12
    assert errors[-1] < errors[0]
    found = explorer.found
    steps = expit(explorer.setup.steepness * (found.x[:, None] - found.places))
    design = np.column_stack([steps, np.ones(len(found.x))])
    target = np.sin(2 * np.pi * found.x)
    residuals = design @ np.linalg.lstsq(design, target, rcond=None)[0] - target
    assert errors[-1] == pytest.approx(np.sqrt(np.mean(residuals**2)), rel=0.02, abs=1e-6)
    assert f"{3 * 12 + 1} parameters" in explorer.reading.text()


def test_a_knob_is_dragged_sideways_and_upwards(explorer):
    QTest.mouseClick(explorer.controls["fitted"], LEFT, pos=QPoint(8, explorer.controls["fitted"].height() // 2))
    assert explorer.setup.fitted is False
    before = explorer.found.heights.copy()
    lower = explorer.plot.lower
    drag(explorer.plot, knob(explorer, 0), pixel(explorer.plot, lower, 0.3, 0.5))
    assert explorer.setup.places[0] == pytest.approx(0.3, abs=0.02)
    assert explorer.setup.heights[0] == pytest.approx(0.5, abs=0.05)
    np.testing.assert_array_equal(explorer.found.heights[1:], before[1:])
    np.testing.assert_allclose(explorer.found.output, gluon_output(explorer), atol=2e-4)
    assert explorer.facts()["by_hand"] is True


def test_a_fitted_knob_only_moves_sideways(explorer):
    before = explorer.found.heights[1]
    drag(explorer.plot, knob(explorer, 1), pixel(explorer.plot, explorer.plot.lower, 0.45, 0.3))
    assert explorer.setup.places[1] == pytest.approx(0.45, abs=0.02)
    assert explorer.setup.fitted is True
    assert explorer.found.heights[1] != before, "the fit follows"


def test_a_unit_is_moved_with_the_keyboard(explorer):
    plot = explorer.plot
    explorer.restore({"activation": "relu", "fitted": False})
    explorer.change(fitted=False)
    plot.setFocus()
    QTest.keyClick(plot, Qt.Key.Key_Right)
    assert plot.handles.chosen is None, "no unit is chosen: nothing moves"
    QTest.keyClick(plot, Qt.Key.Key_PageDown)
    QTest.keyClick(plot, Qt.Key.Key_PageDown)
    assert plot.handles.chosen == 1
    place, height = explorer.found.places[1], explorer.found.heights[1]
    QTest.keyClick(plot, Qt.Key.Key_Right)
    QTest.keyClick(plot, Qt.Key.Key_Up)
    assert explorer.found.places[1] == pytest.approx(place + 0.01, abs=1e-4)
    assert explorer.found.heights[1] == pytest.approx(height + 0.05 / KINK_WIDTH, abs=1e-3)
    QTest.keyClick(plot, Qt.Key.Key_PageUp)
    QTest.keyClick(plot, Qt.Key.Key_PageUp)
    assert plot.handles.chosen == 3
    assert not explorer.controls["steepness"].isEnabled()


def test_a_target_is_drawn_with_the_mouse(explorer):
    QTest.mouseClick(explorer.pencil, LEFT)
    assert explorer.setup.target == "drawn"
    upper = explorer.plot.upper
    drag(explorer.plot, pixel(explorer.plot, upper, 0.2, 0.6), pixel(explorer.plot, upper, 0.8, -0.6))
    found = explorer.found
    for x, y in ((0.2, 0.6), (0.5, 0.0), (0.8, -0.6)):
        assert np.interp(x, found.x, found.target) == pytest.approx(y, abs=0.1)
    assert np.interp(0.05, found.x, found.target) == pytest.approx(0.0, abs=0.02), "elsewhere it stays as it was"
    assert explorer.facts()["drawn"] is True
    QTest.mouseClick(explorer.pencil, LEFT)
    drag(explorer.plot, pixel(explorer.plot, upper, 0.2, -0.6), pixel(explorer.plot, upper, 0.8, 0.6))
    np.testing.assert_array_equal(explorer.found.target, found.target)


def test_curves_are_read_under_the_mouse(explorer):
    plot = explorer.plot
    QTest.mouseMove(plot.viewport(), pixel(plot, plot.upper, 0.25, 0.0))
    text = plot.readers[0].card.label.text()
    assert "target" in text
    assert "output" in text
    QTest.mouseMove(plot.viewport(), pixel(plot, plot.lower, 0.5, 0.2))
    assert "unit 4" in plot.readers[1].card.label.text()


def test_curves_are_exported(explorer):
    lines = explorer.to_csv().splitlines()
    assert lines[0] == "x,target,output,unit1,unit2,unit3,unit4"
    numbers = np.array([line.split(",") for line in lines[1:]], dtype=float)
    np.testing.assert_allclose(numbers[:, 1], np.sin(2 * np.pi * numbers[:, 0]), atol=1e-6)
    np.testing.assert_allclose(numbers[:, 3:].sum(axis=1) + explorer.found.bias, numbers[:, 2], atol=1e-6)
