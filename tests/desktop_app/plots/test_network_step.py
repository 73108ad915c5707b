"""A step of training that runs through the Network tab, forwards and backwards."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtTest import QTest

from core.probes import ActivationsProbe, GradientsProbe
from desktop_app.theme import theme
from tests.desktop_app.plots.network_bench import LEFT, LINE, SPIRAL, NetworkBench


def shown_step(network: NetworkBench) -> dict[str, np.ndarray]:
    network.subject(SPIRAL)
    arrays = network.weights(SPIRAL)
    QTest.mouseClick(network.view.flow.play, LEFT)
    network.answer(GradientsProbe, **{name: -array for name, array in arrays.items()})
    X = network.view._subject.parts.train.X[:1]
    h0 = np.tanh(X @ arrays["0.weight"].T + arrays["0.bias"])
    h1 = np.tanh(h0 @ arrays["1.weight"].T + arrays["1.bias"])
    outputs = h1 @ arrays["2.weight"].T + arrays["2.bias"]
    network.answer(ActivationsProbe, input=X, layer0=h0, layer1=h1, layer2=outputs)
    return arrays | {"h0": h0}


def test_a_step_is_shown_layer_by_layer_with_numbers(network):
    arrays, flow, drawn = shown_step(network), network.view.flow, network.picture.tiles
    QTest.mouseClick(flow.play, LEFT)
    assert not flow.is_playing
    QTest.mouseClick(flow.back, LEFT)
    assert drawn.arrived(0, 0)
    assert drawn.arrived(1, 0) == ""
    QTest.mouseClick(flow.on, LEFT)
    assert float(drawn.arrived(1, 2).replace("−", "-")) == pytest.approx(arrays["h0"][0, 2], rel=0.06)
    assert drawn.arrived(2, 0) == ""
    QTest.mouseClick(flow.on, LEFT)
    QTest.mouseClick(flow.on, LEFT)
    QTest.mouseClick(flow.on, LEFT)
    assert flow.is_backwards
    assert "Backwards" in network.view.state.text()
    assert float(drawn.arrived(3, 0).replace("−", "-")) == pytest.approx(-arrays["2.bias"][0], rel=0.06)
    w = arrays["2.weight"][0, 0]
    assert network.pens(3)[0, 0][1] == (theme().validation if w > 0 else theme().train), "the gradient's sign"
    assert network.pens(2)[0, 0][1] == (theme().train if arrays["1.weight"][0, 0] > 0 else theme().validation)
    QTest.mouseClick(flow.close_button, LEFT)
    assert flow.position is None
    assert drawn.arrived(0, 0) == ""


def test_a_step_plays_when_asked_and_stops_by_itself(network, qtbot):
    network.subject(SPIRAL)
    flow = network.view.flow
    assert not flow.is_playing
    flow._timer.setInterval(0)
    QTest.mouseClick(flow.play, LEFT)
    qtbot.waitUntil(lambda: flow.position == 6.0, timeout=20_000)
    assert not flow.is_playing


def test_a_hidden_step_stands_still(network):
    network.subject(SPIRAL)
    QTest.mouseClick(network.view.flow.play, LEFT)
    assert network.view.flow.is_playing
    network.view.hide()
    assert not network.view.flow.is_playing


def test_another_network_ends_the_step(network):
    network.subject(SPIRAL)
    QTest.mouseClick(network.view.flow.play, LEFT)
    network.subject(LINE)
    assert network.view.flow.position is None
    assert network.picture.drawing.reached is None
