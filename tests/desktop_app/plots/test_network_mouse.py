"""The Network tab under mouse and keyboard: what it tells of a unit or a link, edits and switches off."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.probes import GradientsProbe, NeuronMapsProbe
from desktop_app.plots.network_values import BiasRef, LinkRef, UnitRef
from tests.desktop_app.plots.network_bench import SPIRAL


def test_the_card_tells_weight_and_gradient(network):
    network.subject(SPIRAL)
    arrays = network.weights(SPIRAL)
    network.hover(LinkRef(1, 3, 1))
    assert any(isinstance(probe, GradientsProbe) for probe in network.view.probes())
    network.answer(GradientsProbe, **{name: 10 * array for name, array in arrays.items()})
    text = network.view.card.label.text().replace("−", "-")
    w = arrays["0.weight"][3, 1]
    assert "x₂ → unit 4" in text
    assert f"{w:.3g}"[:4] in text
    assert f"{10 * w:.3g}"[:4] in text
    QApplication.sendEvent(network.picture, QEvent(QEvent.Type.Leave))
    assert not any(isinstance(probe, GradientsProbe) for probe in network.view.probes()), "nobody looks at them"


def test_the_card_tells_the_output_under_the_mouse(network):
    network.subject(SPIRAL)
    places = np.linspace(-6, 6, 32, dtype=np.float32)
    x1, x2 = np.meshgrid(places, places)
    network.answer(
        NeuronMapsProbe, axis0=places, axis1=places, input=np.stack([x1, x2]), layer0=np.stack([x1 + x2] * 8)
    )
    middle = network.picture.middle_of(UnitRef(1, 2))
    tile = network.picture.drawing.layout.columns[1].tiles[2]
    QTest.mouseMove(network.picture.viewport(), middle + QPoint(10, -12))
    place = network.picture.mapToScene(middle + QPoint(10, -12))
    expected = (
        12 * (place.x() - tile.center().x()) / tile.width() + 12 * (tile.center().y() - place.y()) / tile.height()
    )
    values = network.view.card.label.text().replace("−", "-").partition("output here")[2]
    told = float(values.partition("</td></tr>")[0].rpartition(">")[2])
    assert told == pytest.approx(expected, abs=0.5)
    assert network.view.card.picture.isVisible()


def test_a_click_on_a_link_edits_its_weight(network):
    network.subject(SPIRAL)
    arrays = network.weights(SPIRAL)
    network.click(LinkRef(1, 6, 0))
    editor = network.view.editor
    assert editor.isVisible()
    assert editor.choice.currentText() == "from x₁"
    assert editor.box.value() == pytest.approx(arrays["0.weight"][6, 0], abs=1e-6)
    QTest.keyClicks(editor.box, "-1.25")
    assert network.edited == []
    QTest.keyClick(editor.box, Qt.Key.Key_Return)
    assert network.edited == [("0.weight", (6, 0), -1.25)]
    assert not editor.isVisible()


def test_a_click_on_a_bias_edits_it_and_keys_reach_every_number(network):
    network.subject(SPIRAL)
    arrays = network.weights(SPIRAL)
    network.click(BiasRef(2, 5))
    editor = network.view.editor
    assert editor.choice.currentText() == "bias"
    QTest.keyClick(editor.box, Qt.Key.Key_Up)
    ((name, index, value),) = network.edited
    assert (name, index) == ("1.bias", (5,))
    assert value == pytest.approx(arrays["1.bias"][5] + 0.1, abs=1e-6)
    said = []
    network.view.failed.connect(said.append)
    editor.box.selectAll()
    QTest.keyClicks(editor.box, "1e9")
    QTest.keyClick(editor.box, Qt.Key.Key_Return)
    assert said == ["Value: 1000000000 is out of range. Give a number from -1000000 to 1000000."]
    assert editor.isVisible()
    QTest.keyClick(editor.box, Qt.Key.Key_Escape)
    assert not editor.isVisible()
    assert network.edited == [(name, index, value)]
    network.picture.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_F2):
        QTest.keyClick(network.picture, key)
    QTest.keyClick(editor.choice, Qt.Key.Key_Down)
    assert editor.choice.currentText() == "from x₁"
    assert editor.box.value() == pytest.approx(arrays["0.weight"][0, 0], abs=1e-6)


def test_a_click_switches_a_unit_off_and_another_one_on(network):
    network.subject(SPIRAL)
    network.weights(SPIRAL)
    network.click(UnitRef(2, 4))
    assert network.switched == [(1, 4, False)]
    network.weights(SPIRAL, **{"layer1:off": np.array([4.0], np.float32)})
    network.click(UnitRef(2, 4))
    assert network.switched[1:] == [(1, 4, True)]
    network.click(UnitRef(0, 0))
    assert len(network.switched) == 2, "an input cannot be switched off"


def test_keys_move_over_the_units_and_switch_them(network):
    network.subject(SPIRAL)
    network.weights(SPIRAL)
    keys = [Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return]
    for key in keys:
        QTest.keyClick(network.picture, key)
    assert network.switched == [(0, 1, False)]
    assert network.view.card.isVisible()
    QTest.keyClick(network.picture, Qt.Key.Key_Escape)
    assert network.picture.drawing.chosen is None
    assert not network.view.card.isVisible()


def test_nothing_can_be_pressed_before_there_is_a_network(network):
    network.subject(SPIRAL, has_network=False)
    network.click(UnitRef(1, 1))
    network.click(LinkRef(1, 1, 0))
    assert network.switched == []
    assert not network.view.editor.isVisible()
    assert not network.view.flow.play.isEnabled()
