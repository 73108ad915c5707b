"""The losses explorer by mouse and keyboard; its numbers against MXNet's autograd."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from scipy.special import expit, logit

from core.engine.mx import mx
from desktop_app.lessons.explorers.losses import LossesExplorer
from tests.desktop_app.lessons.explorers.opened import drag, opened, pixel

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def explorer(qtbot, light_theme, fast_mouse):
    return opened(qtbot, LossesExplorer)


def gradients(o):
    """Return the gradients of both losses by the logit, as autograd finds them."""
    found = []
    for loss in (lambda p: -p.log(), lambda p: (1 - p) ** 2 / 2):
        x = mx.nd.array([o])
        x.attach_grad()
        with mx.autograd.record():
            y = loss(x.sigmoid())
        y.backward()
        found.append(float(x.grad.asscalar()))
    return found


def test_the_cursor_is_dragged_in_both_plots(explorer):
    curves = explorer.curves
    start = float(expit(-4.0))
    drag(curves, pixel(curves, curves.losses, start, 2.0), pixel(curves, curves.losses, 0.3, 2.0))
    assert explorer.facts()["probability"] == pytest.approx(0.3, abs=0.01)
    assert explorer.setup.logit == pytest.approx(logit(0.3), abs=0.1)
    assert curves.cursors[curves.gradients].x == explorer.setup.logit
    QTest.mouseClick(curves.viewport(), LEFT, pos=pixel(curves, curves.gradients, 3.0, -0.5))
    assert explorer.setup.logit == pytest.approx(3.0, abs=0.1)
    assert explorer.controls["logit"].value == explorer.setup.logit
    facts = explorer.facts()
    expected = gradients(explorer.setup.logit)
    assert [facts["cross_entropy_gradient"], facts["squared_gradient"]] == pytest.approx(expected, rel=1e-4)


def test_a_step_of_the_descent_is_that_of_autograd(explorer):
    box = explorer.controls["learning_rate"].box
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "2.5")
    QTest.keyClick(box, Qt.Key.Key_Return)
    for path, gradient in zip(explorer.descent.paths.values(), gradients(-4.0), strict=True):
        assert path[1] == pytest.approx(-4.0 - 2.5 * gradient, rel=1e-5)
    for name, line in explorer.descent.lines.items():
        np.testing.assert_allclose(line.y, expit(explorer.descent.paths[name]))
    explorer.restore({"logit": -8.0, "learning_rate": 0.01})
    assert "more than 400" in explorer.reading.text()


def test_curves_are_read_under_the_mouse(explorer):
    curves, descent = explorer.curves, explorer.descent
    QTest.mouseMove(curves.viewport(), pixel(curves, curves.losses, 0.5, 2.0))
    text = curves.readers[0].card.label.text()
    assert "0.69" in text, "−log 0.5"
    assert "0.12" in text, "(1 − 0.5)² / 2"
    QTest.mouseMove(descent.viewport(), pixel(descent, descent.plot, 15.0, 0.5))
    assert "step 15" in descent.reader.card.label.text()


def test_parameters_are_counted_as_they_are_typed(explorer):
    assert "784 × 10 + 10 = <b>7,850</b>" in explorer.count.text()
    box = explorer.controls["hidden"].box
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "256")
    QTest.keyClick(box, Qt.Key.Key_Return)
    text = explorer.count.text()
    assert "784 × 256 + 256 = <b>200,960</b>" in text
    assert "together <b>203,530</b> parameters" in text
    assert "\N{THIN SPACE}" not in text
    assert explorer.facts()["parameters"] == 203_530


def test_the_counter_goes_below_in_a_narrow_window_and_nothing_is_cut_off(explorer):
    assert explorer.beneath.orientation() == Qt.Orientation.Horizontal
    explorer.resize(545, 500)
    explorer.grab()
    assert explorer.beneath.orientation() == Qt.Orientation.Vertical
    for name in ("height", "width", "channels", "classes", "hidden"):
        control = explorer.controls[name]
        assert control.box.geometry().right() <= control.width()
    assert explorer.count.height() >= explorer.count.heightForWidth(explorer.count.width())


def test_curves_and_descents_are_exported(explorer):
    lines = [line.split(",") for line in explorer.to_csv().splitlines()]
    columns = dict(zip(lines[0], zip(*lines[1:], strict=True), strict=True))
    o = np.array([float(value) for value in columns["logit"] if value])
    np.testing.assert_allclose([float(value) for value in columns["cross_entropy"] if value], np.logaddexp(0, -o))
    descent = [float(value) for value in columns["squared_descent"]]
    np.testing.assert_allclose(descent, explorer.descent.lines["squared"].y, rtol=1e-8)
