"""The Network tab in the window with the real engine: a weight edited by hand, a unit switched off while it trains."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.events import ProbeTaken, UnitSwitched, WeightSet
from core.experiment import from_dict
from desktop_app.plots.map_colours import target_colours
from desktop_app.plots.network_links import WIDEST, link_looks
from desktop_app.plots.network_values import BiasRef, UnitRef
from tests.desktop_app.windows import TIMEOUT, kept_open, lent, press

LEFT = Qt.MouseButton.LeftButton
HIDDEN = {"kind": "dense", "units": 8, "activation": "tanh"}
SPIRAL = from_dict(
    {
        "data": {"kind": "spiral"},
        "layers": [HIDDEN, HIDDEN, {"kind": "dense", "units": 1}],
        "loss": {"kind": "sigmoid_cross_entropy"},
        "initializer": {"kind": "xavier"},
        "training": {"batch_size": 10, "num_epochs": 100_000},
    }
)


@pytest.fixture(scope="module")
def window_of_all(qapp, tmp_path_factory):
    with kept_open(tmp_path_factory.mktemp("network"), SPIRAL) as laboratory:
        yield laboratory


@pytest.fixture
def laboratory(window_of_all, qtbot):
    with lent(qtbot, window_of_all, "network") as laboratory:
        yield laboratory


@pytest.fixture
def heard(laboratory):
    """All messages of the engine."""
    heard = []
    laboratory.host.received.connect(heard.extend)
    yield heard
    laboratory.host.received.disconnect(heard.extend)


def click(view, ref):
    QTest.mouseClick(view.picture.viewport(), LEFT, pos=view.picture.middle_of(ref))


def forward(values, X, *, all_on=False):
    """Return the outputs of all layers for points ``(n, 2)`` as NumPy computes them."""
    weights, found = values.weights, []
    for i in range(3):
        X = X @ weights[f"{i}.weight"].T + weights[f"{i}.bias"]
        X = np.tanh(X) if i < 2 else X
        for unit in () if all_on else weights.get(f"layer{i}:off", ()):
            X[:, int(unit)] = 0
        found.append(X)
    return found


def plane(values):
    """Return the points of the maps, ``(n, 2)``."""
    return np.column_stack([axis.ravel() for axis in np.meshgrid(values.maps["axis0"], values.maps["axis1"])])


def assert_maps_are_right(view):
    """Compare every map, and the pictures in the tiles, with NumPy's forward pass."""
    values = view.picture.drawing.values
    for i, outputs in enumerate(forward(values, plane(values))):
        maps = outputs.T.reshape(-1, 32, 32)
        np.testing.assert_allclose(values.maps[f"layer{i}"], maps, atol=1e-4)
        largest = float(np.abs(values.maps[f"layer{i}"]).max())
        for unit in range(len(maps)):
            picture = view.picture.tiles.picture_of(UnitRef(i + 1, unit))
            colours = target_colours(values.maps[f"layer{i}"][unit], largest)
            np.testing.assert_array_equal(picture, colours[::-1])


def pause(laboratory, qtbot):
    """Pause, and wait until the picture shows the last step."""
    press(laboratory, qtbot, laboratory.window.run_bar.train)
    qtbot.waitUntil(lambda: laboratory.run.phase == "paused", timeout=TIMEOUT)
    host, view, taken = laboratory.host, laboratory.window.network, set()

    def note(received):
        step = laboratory.run.history.batch_steps[-1]
        taken.update(event.probe for event in received if isinstance(event, ProbeTaken) and event.step == step)

    host.received.connect(note)
    host.watch(())
    host.watch(view.probes())
    qtbot.waitUntil(lambda: taken >= set(view.probes()), timeout=TIMEOUT)
    host.received.disconnect(note)


def test_the_picture_follows_the_network_while_it_trains(laboratory, qtbot):
    view = laboratory.window.network
    assert "Press Train" in view.state.text()
    press(laboratory, qtbot, laboratory.window.run_bar.train)
    values = view.picture.drawing.values
    qtbot.waitUntil(lambda: (view.picture.drawing.values.step or 0) > 100, timeout=TIMEOUT)
    pause(laboratory, qtbot)
    values = view.picture.drawing.values
    assert_maps_are_right(view)
    for links in view.picture.drawing.layout.links:
        W = values.weights[f"{links.target - 1}.weight"]
        looks = link_looks(view.picture.drawing, links)
        sizes = np.abs(W[looks.targets, looks.sources])
        assert len(sizes) == W.size
        np.testing.assert_allclose(looks.widths, WIDEST * sizes / (sizes + np.sqrt(2 / W.shape[1])), rtol=1e-5)
    press(laboratory, qtbot, laboratory.window.run_bar.reset)
    qtbot.waitUntil(lambda: not view.picture.drawing.values.weights, timeout=TIMEOUT)
    assert "Press Train" in view.state.text()


def test_a_bias_edited_with_the_mouse_reaches_the_network(laboratory, qtbot, heard):
    view = laboratory.window.network
    press(laboratory, qtbot, laboratory.window.run_bar.step_batch)
    qtbot.waitUntil(lambda: view.picture.drawing.values.step == 1, timeout=TIMEOUT)
    qtbot.waitUntil(lambda: laboratory.run.phase == "paused", timeout=TIMEOUT)
    click(view, BiasRef(1, 3))
    QTest.keyClicks(view.editor.box, "2.5")
    QTest.keyClick(view.editor.box, Qt.Key.Key_Return)
    values = view.picture.drawing.values
    qtbot.waitUntil(lambda: values.weights["0.bias"][3] == 2.5, timeout=TIMEOUT)
    (told,) = [message for message in heard if isinstance(message, WeightSet)]
    assert (told.name, told.index, told.value) == ("0.bias", (3,), 2.5)
    qtbot.waitUntil(lambda: np.median(values.maps["layer0"][3]) > 0.9, timeout=TIMEOUT)
    assert_maps_are_right(view)


def test_a_unit_switched_off_while_it_trains_says_0(laboratory, qtbot, heard):
    view = laboratory.window.network
    press(laboratory, qtbot, laboratory.window.run_bar.train)
    qtbot.waitUntil(lambda: (view.picture.drawing.values.step or 0) > 20, timeout=TIMEOUT)
    values = view.picture.drawing.values
    click(view, UnitRef(2, 4))
    qtbot.waitUntil(lambda: values.off(2) == {4}, timeout=TIMEOUT)
    (told,) = [message for message in heard if isinstance(message, UnitSwitched)]
    assert (told.layer, told.unit, told.on) == (1, 4, False)
    pause(laboratory, qtbot)
    assert (values.maps["layer1"][4] == 0).all()
    assert_maps_are_right(view)
    *_, outputs = forward(values, plane(values), all_on=True)
    assert np.abs(outputs.ravel() - values.maps["layer2"].ravel()).max() > 1e-2, "the unit had a say"
    click(view, UnitRef(2, 4))
    qtbot.waitUntil(lambda: values.off(2) == frozenset(), timeout=TIMEOUT)


def test_a_step_shows_the_gradients_of_the_last_one(laboratory, qtbot):
    view = laboratory.window.network
    press(laboratory, qtbot, laboratory.window.run_bar.step_batch)
    qtbot.waitUntil(lambda: laboratory.run.phase == "paused", timeout=TIMEOUT)
    qtbot.mouseClick(view.flow.play, LEFT)
    values = view.picture.drawing.values
    qtbot.waitUntil(lambda: bool(values.gradients) and bool(values.sample), timeout=TIMEOUT)
    X = laboratory.data.parts.train.X[:1]
    expected = forward(values, X)
    for i, outputs in enumerate(expected):
        np.testing.assert_allclose(values.sample[f"layer{i}"], outputs, atol=1e-5)
    assert set(values.gradients) >= {"0.weight", "2.bias"}
    qtbot.mouseClick(view.flow.play, LEFT)
    assert not view.flow.is_playing
