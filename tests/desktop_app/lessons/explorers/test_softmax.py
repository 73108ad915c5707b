"""The softmax explorer by mouse and keyboard; its numbers against SciPy and MXNet."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from scipy.special import log_softmax
from scipy.special import softmax as oracle

from core.engine.mx import mx
from desktop_app.lessons.explorers.softmax import SoftmaxExplorer
from tests.desktop_app.lessons.explorers.fitting import cut_off
from tests.desktop_app.lessons.explorers.opened import drag, opened, pick, pixel

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def explorer(qtbot, light_theme, fast_mouse):
    return opened(qtbot, SoftmaxExplorer, 900, 760)


def shown(explorer):
    rows = explorer.rows.rows[: len(explorer.setup.logits)]
    return np.array([row.probability.value for row in rows]), np.array([row.gradient.value for row in rows])


def expected(explorer):
    """Return probabilities and gradient by the logits, as SciPy and MXNet's autograd have them."""
    setup = explorer.setup
    logits = mx.nd.array([setup.logits], dtype="float64")
    logits.attach_grad()
    with mx.autograd.record():
        z = (logits + setup.shift) / setup.temperature
        loss = -mx.nd.log_softmax(z)[0, setup.label]
    loss.backward()
    return oracle((np.array(setup.logits) + setup.shift) / setup.temperature), logits.grad.asnumpy()[0]


def type_into(box, text):
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, text)
    QTest.keyClick(box, Qt.Key.Key_Return)


def test_a_logit_is_moved_with_slider_and_box(explorer):
    row = explorer.rows.rows[1]
    row.slider.setFocus()
    QTest.keyClick(row.slider, Qt.Key.Key_Right)
    assert explorer.setup.logits == (2.0, 1.1, 0.1)
    assert row.box.value() == pytest.approx(1.1)
    type_into(row.box, "-3.25")
    assert explorer.setup.logits == (2.0, -3.25, 0.1)
    probabilities, gradient = shown(explorer)
    np.testing.assert_allclose(probabilities, expected(explorer)[0], rtol=1e-12)
    np.testing.assert_allclose(gradient, expected(explorer)[1], rtol=1e-9)
    assert row.probability.text == f"{probabilities[1]:.4f}"


def test_the_true_class_is_chosen_and_shift_and_temperature_are_typed(explorer):
    radio = explorer.rows.rows[2].radio
    QTest.mouseClick(radio, LEFT, pos=QPoint(8, radio.height() // 2))
    assert explorer.setup.label == 2
    before = shown(explorer)[0]
    type_into(explorer.controls["shift"].box, "50")
    np.testing.assert_allclose(shown(explorer)[0], before, rtol=1e-9)
    assert "z = o + c" in explorer.loss_line.text()
    type_into(explorer.controls["temperature"].box, "2")
    np.testing.assert_allclose(shown(explorer)[0], expected(explorer)[0], rtol=1e-12)
    np.testing.assert_allclose(shown(explorer)[1], expected(explorer)[1], rtol=1e-9)
    assert "z = (o + c) / T" in explorer.loss_line.text()
    heads = [explorer.fused.table.horizontalHeaderItem(column).text() for column in range(3)]
    assert heads == ["z−m", "exp(z−m)", "ŷ"]
    facts = explorer.facts()
    inputs = (np.array([2.0, 1.0, 0.1]) + 50) / 2
    assert facts["loss"] == pytest.approx(-log_softmax(inputs)[2])
    assert facts["right"] is False


def test_an_example_overflows_one_way_and_not_the_other(explorer):
    pick(explorer, "Overflow: exp(100)")
    assert explorer.setup.logits == (100.0, 99.0, 98.0)
    assert explorer.plain.table.item(0, 1).text() == "inf"
    assert explorer.plain.table.item(0, 2).text() == "nan"
    assert "inf / inf is nan" in explorer.loss_line.text()
    assert explorer.facts()["overflowed"] is True
    loss = mx.gluon.loss.SoftmaxCrossEntropyLoss()(mx.nd.array([[100.0, 99.0, 98.0]]), mx.nd.array([0])).asscalar()
    assert explorer.fused.steps.loss == pytest.approx(float(loss), rel=1e-5)


@pytest.mark.parametrize(
    ("logits", "shift", "headline", "plain", "less_maximum", "why"),
    [
        ([19, 1, 0.1], 0, "−log (1 − 2.142·10⁻⁸) = 2.142·10⁻⁸", "0", "2.142·10⁻⁸", "so near to 1"),
        ([19, 1, 0.1], 100, "−log (1 − 2.142·10⁻⁸) = 2.142·10⁻⁸", "nan", "2.142·10⁻⁸", "inf / inf is nan"),
        ([12.5, 1, 0.1], 0, "−log (1 − 1.425·10⁻⁵) = 1.425·10⁻⁵", "1.419·10⁻⁵", "1.425·10⁻⁵", "so near to 1"),
        ([10, 1, 0.1], 0, "−log 0.9998 = 0.0001736", "0.0001736", "0.0001736", "agree here"),
        ([-50, 50, 0], 0, "−log 3.72·10⁻⁴⁴ = 100.0", "99.98", "100.0", "exp is so small"),
        ([100, -50], 0, "−log (1 − 7.175·10⁻⁶⁶) = 7.175·10⁻⁶⁶", "nan", "0", "exp is so small"),
        ([1000, 0], -1000, "−log 1 = 0", "0", "0", "agree here"),
    ],
)
def test_what_is_said_of_the_losses_is_true_of_what_is_shown(
    explorer, logits, shift, headline, plain, less_maximum, why
):
    explorer.restore({"logits": logits, "shift": shift})
    assert f"ℓ = {headline}</b>" in explorer.loss_line.text()
    assert why in explorer.loss_line.text()
    assert f">{plain}</b>" in explorer.plain.result.text().partition("ℓ")[2]
    assert f">{less_maximum}</b>" in explorer.fused.result.text().partition("ℓ")[2]
    assert ("agree here" in explorer.loss_line.text()) == (plain == less_maximum)
    if logits[0] == 19:
        assert ">1 + 2.142·10⁻⁸</b>" in explorer.fused.result.text(), "not the logarithm of 1"


def test_classes_come_and_go(explorer):
    type_into(explorer.classes, "10")
    assert explorer.setup.logits == (2.0, 1.0, 0.1, *[0.0] * 7)
    assert all(row.radio.isVisible() for row in explorer.rows.rows)
    explorer.restore({"label": 9})
    QTest.keyClick(explorer.classes, Qt.Key.Key_Down)
    assert explorer.setup.label == 8, "the true class is one of those that are left"
    type_into(explorer.classes, "2")
    assert [row.radio.isVisible() for row in explorer.rows.rows] == [True] * 2 + [False] * 8
    assert len(explorer.plot.legend.entries) == 2
    assert explorer.sentences == []


def test_nothing_is_cut_off_beside_the_lessons(explorer):
    explorer.restore({"logits": list(range(10)), "shift": 5.0, "temperature": 2.0})
    explorer.resize(569, 559)
    explorer.grab()
    QApplication.processEvents()
    assert explorer.picture.width() <= explorer.picture.parentWidget().width()
    assert all(row.probability.width() > 90 for row in explorer.rows.rows)
    assert cut_off(explorer) == []


def test_the_curves_are_those_of_scipy_and_their_cursor_is_the_logit(explorer):
    plot = explorer.plot
    o = plot.lines[0].x
    logits = np.stack([o, np.full_like(o, 1.0), np.full_like(o, 0.1)], axis=1)
    for k, line in enumerate(plot.lines[:3]):
        np.testing.assert_allclose(line.y, oracle(logits, axis=1)[:, k], rtol=1e-12)
    drag(plot, pixel(plot, plot.plot, 2.0, 0.5), pixel(plot, plot.plot, -4.0, 0.5))
    assert explorer.setup.logits[0] == pytest.approx(-4.0, abs=0.1)
    assert plot.cursor.x == explorer.setup.logits[0]
    QTest.mouseClick(plot.viewport(), LEFT, pos=pixel(plot, plot.plot, 5.0, 0.5))
    assert explorer.setup.logits[0] == pytest.approx(5.0, abs=0.1)
    QTest.mouseMove(plot.viewport(), pixel(plot, plot.plot, 0.0, 0.5))
    assert "class 2" in plot.reader.card.label.text()
    explorer.restore({"logits": [100.0, 99.0, 98.0]})
    assert plot.plot.view.viewRange()[0] == [90.0, 110.0], "the plot follows a logit far away"


def test_all_numbers_are_exported(explorer):
    lines = [line.split(",") for line in explorer.to_csv().splitlines()]
    assert lines[0][:4] == ["class", "logit", "input", "probability"]
    np.testing.assert_allclose([float(line[3]) for line in lines[1:4]], oracle([2.0, 1.0, 0.1]), rtol=1e-8)
    assert lines[4][:8] == [""] * 8, "the curves are longer than the table of the classes"
    np.testing.assert_allclose([float(line[10]) for line in lines[1:]], explorer.plot.lines[1].y, rtol=1e-8)
