"""The collapse explorer by mouse and keyboard; its maps against matrix products of NumPy and networks of Gluon."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.engine.mx import mx
from core.explorers.collapse import layers_of
from desktop_app.lessons.explorers.collapse import CollapseExplorer
from desktop_app.theme import themes
from tests.desktop_app.lessons.explorers.opened import opened, pixel

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def explorer(qtbot, light_theme, fast_mouse):
    return opened(qtbot, CollapseExplorer)


def gluon_outputs(explorer, points):
    """Return what a stack of Dense layers with these weights says at points ``(n, 2)``."""
    activation = None if explorer.setup.activation == "none" else explorer.setup.activation
    layers = layers_of(explorer.setup)
    net = mx.gluon.nn.Sequential()
    for k, layer in enumerate(layers):
        last = k == len(layers) - 1
        net.add(mx.gluon.nn.Dense(len(layer.b), activation=None if last else activation, in_units=layer.W.shape[1]))
    net.initialize()
    for dense, layer in zip(net, layers, strict=True):
        dense.weight.set_data(mx.nd.array(layer.W))
        dense.bias.set_data(mx.nd.array(layer.b))
    return net(mx.nd.array(points)).asnumpy()[:, 0]


@pytest.mark.parametrize("values", [{"layers": 3, "units": 2}, {"activation": "relu"}, {"activation": "tanh"}])
def test_both_maps_are_those_of_gluon_and_of_one_matrix(explorer, values):
    explorer.restore(values)
    axis, places = explorer.maps.axis, np.arange(0, 241, 48)
    points = np.array([(axis[j], axis[i]) for i in places for j in places])
    stack, single = (outputs[np.ix_(places, places)].ravel() for outputs in explorer.maps.outputs)
    np.testing.assert_allclose(stack, gluon_outputs(explorer, points), rtol=1e-4, atol=1e-4)
    layers = layers_of(explorer.setup)
    product, bias = layers[0].W, layers[0].b
    for layer in layers[1:]:
        product, bias = layer.W @ product, layer.W @ bias + layer.b
    np.testing.assert_allclose(single, points @ product[0] + bias[0], rtol=1e-9)
    shown = {term.name: term.values for term in explorer.strip.terms}
    names = [f"W{'₁₂₃'[k]}" for k in range(len(layers))]
    np.testing.assert_allclose(np.linalg.multi_dot([shown[name] for name in names]), shown["W"])
    np.testing.assert_allclose(single, points @ shown["W"][:, 0] + shown["b"][0, 0], rtol=1e-9)
    assert explorer.facts()["equal"] is (explorer.setup.activation == "none")


def test_a_weight_is_dragged(explorer):
    strip = explorer.strip
    place = strip.cell_rect((2, 1, 0)).center().toPoint()
    before = layers_of(explorer.setup)[1].W[0, 1]
    QTest.mousePress(strip, LEFT, pos=place)
    up = QPoint(place.x(), place.y() - 30)
    event = QMouseEvent(
        QMouseEvent.Type.MouseMove,
        QPointF(up),
        QPointF(strip.mapToGlobal(up)),
        Qt.MouseButton.NoButton,
        LEFT,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(strip, event)
    QTest.mouseRelease(strip, LEFT, pos=up)
    after = layers_of(explorer.setup)[1].W[0, 1]
    assert after > before
    ((layer, row, column, value),) = explorer.setup.edits
    assert (layer, row, column) == (1, 0, 1), "the unit, and which of its inputs"
    assert value == after == strip.terms[2].values[1, 0]
    assert explorer.facts()["equal"] is True
    assert explorer.facts()["edited"] is True


def test_a_bias_is_changed_with_the_keyboard(explorer):
    strip = explorer.strip
    strip.setFocus()
    QTest.keyClick(strip, Qt.Key.Key_Left)
    assert strip.terms[strip.chosen[0]].name == "b₂", "the last number that can be changed"
    before = layers_of(explorer.setup)[1].b[0]
    QTest.keyClick(strip, Qt.Key.Key_Plus)
    assert layers_of(explorer.setup)[1].b[0] == pytest.approx(before + 0.1)
    QTest.keyClick(strip, Qt.Key.Key_Minus)
    assert layers_of(explorer.setup)[1].b[0] == pytest.approx(before)


def test_new_weights_forget_what_the_hand_has_changed(explorer):
    explorer.restore({"edits": [[0, 0, 0, 5.0]]})
    assert layers_of(explorer.setup)[0].W[0, 0] == 5.0
    QTest.mouseClick(explorer.dice, LEFT)
    assert explorer.setup.seed == 2
    assert explorer.setup.edits == ()
    box = explorer.controls["layers"].box
    QTest.keyClick(box, Qt.Key.Key_Up)
    assert explorer.setup.layers == 3
    assert [term.name for term in explorer.strip.terms] == ["W₁", "b₁", "W₂", "b₂", "W₃", "b₃", "W", "b"]


def test_an_activation_is_chosen_and_folds_the_map(explorer):
    box = explorer.controls["activation"].box
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert explorer.setup.activation == "relu"
    assert "No single layer can say" in explorer.reading.text()
    first = layers_of(explorer.setup)[0]
    for w, b, fold in zip(first.W, first.b, explorer.maps.folds, strict=False):
        np.testing.assert_allclose(w[0] * fold.x + w[1] * fold.y + b, 0, atol=1e-9)
    assert all(term.faded for term in explorer.strip.terms if term.name in ("W", "b"))


@pytest.mark.parametrize("width", [545, 900, 1500])
def test_both_maps_are_equally_wide(explorer, width):
    explorer.resize(width, 600)
    for _ in range(2):
        explorer.grab()
        QApplication.processEvents()
    left, right = (plot.view.width() for plot in explorer.maps.maps)
    assert left == pytest.approx(right, abs=1.0)
    assert explorer.maps.headings[0].text == "stack of 2 layers"


def test_the_largest_stack_fits_beside_the_lessons(explorer):
    explorer.restore({"layers": 3, "units": 4, "activation": "relu"})
    explorer.resize(569, 559)
    explorer.grab()
    strip, last = explorer.strip, len(explorer.strip.terms) - 1
    assert strip.cell_rect((last, 0, 0)).right() <= strip.width()
    assert strip.cell_rect((last, 0, 0)).bottom() <= strip.height()
    assert strip.cell_rect((0, 1, 3)).bottom() < strip.cell_rect((1, 0, 3)).top(), "the bias is under its weights"
    assert strip.cell_rect((0, 0, 3)).left() == strip.cell_rect((1, 0, 3)).left()
    explorer.resize(900, 600)
    explorer.grab()
    assert strip.cell_rect((0, 0, 0)).width() > 25


def test_a_place_is_read_in_both_maps_and_the_maps_follow_the_theme(explorer):
    maps = explorer.maps
    QTest.mouseMove(maps.viewport(), pixel(maps, maps.maps[1], 1.0, -2.0))
    view = maps.maps[1].view
    at = view.mapSceneToView(maps.mapToScene(pixel(maps, maps.maps[1], 1.0, -2.0)))
    expected = gluon_outputs(explorer, np.array([[at.x(), at.y()]]))[0]
    text = maps.card.label.text()
    assert text.count(f"<b>{expected:.3f}".replace("-", "−")[:6]) == 2, text
    assert all(crosshair.isVisible() for crosshair in maps.crosshairs)
    before = maps.images[0].image.copy()
    themes.choose("dark")
    assert (maps.images[0].image != before).any()


def test_both_maps_are_exported(explorer):
    lines = explorer.to_csv().splitlines()
    assert lines[0] == "x1,x2,stack,single_layer"
    assert len(lines) == 1 + 241**2
    numbers = np.array([line.split(",") for line in lines[1::4801]], dtype=float)
    np.testing.assert_allclose(numbers[:, 2], gluon_outputs(explorer, numbers[:, :2]), rtol=1e-4, atol=1e-4)
