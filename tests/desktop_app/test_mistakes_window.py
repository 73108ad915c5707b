"""The Mistakes tab in the window with the real engine: what is seen is what the network says."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt

from core.engine.network import build_network
from core.engine.parameters import read_arrays, set_arrays
from core.experiment import with_value
from core.presets import load_preset
from tests.desktop_app.windows import TIMEOUT, kept_open, lent, press

DIGITS = with_value(load_preset("digits-mlp"), "training.num_epochs", 2)


@pytest.fixture(scope="module")
def window_of_all(qapp, tmp_path_factory):
    with kept_open(tmp_path_factory.mktemp("mistakes"), DIGITS) as laboratory:
        yield laboratory


@pytest.fixture
def laboratory(window_of_all, qtbot):
    with lent(qtbot, window_of_all, "mistakes") as laboratory:
        yield laboratory


def train(laboratory, qtbot):
    press(laboratory, qtbot, laboratory.window.run_bar.train)
    qtbot.waitUntil(lambda: laboratory.run.phase == "ended", timeout=TIMEOUT)


def trained_network(laboratory, qtbot, tmp_path, experiment):
    """Return a function from inputs to the outputs of the network in the window, before the softmax, by NumPy."""
    path = tmp_path / "net.params"
    laboratory.host.save_parameters(path)
    qtbot.waitUntil(path.exists, timeout=TIMEOUT)
    arrays = read_arrays(path)
    set_arrays(build_network(experiment), arrays, "")
    layers = [(arrays[name], arrays[name.replace("weight", "bias")]) for name in arrays if name.endswith("weight")]

    def forward(X):
        Z = X.reshape(len(X), -1)
        for i, (W, b) in enumerate(layers):
            Z = Z @ W.T + b
            Z = np.maximum(Z, 0) if i < len(layers) - 1 else Z
        return Z

    return forward


def softmax(Z):
    exponents = np.exp(Z - Z.max(axis=1, keepdims=True))
    return exponents / exponents.sum(axis=1, keepdims=True)


def test_the_wall_and_the_cells_are_those_of_the_trained_network(laboratory, qtbot, tmp_path):
    mistakes = laboratory.window.mistakes
    qtbot.mouseClick(mistakes.button(mistakes.worst), Qt.MouseButton.LeftButton)
    train(laboratory, qtbot)
    step = laboratory.run.history.ended.step
    qtbot.waitUntil(lambda: f"after step {step}" in mistakes.worst.summary.text(), timeout=TIMEOUT)
    forward = trained_network(laboratory, qtbot, tmp_path, DIGITS)
    samples = laboratory.data.parts.validation
    p = softmax(forward(samples.X))
    wrong = np.flatnonzero(p.argmax(axis=1) != samples.y)
    shown = mistakes.worst.browser.shown
    assert set(shown) == set(wrong)
    assert (np.diff(p[shown, samples.y[shown]]) > -1e-6).all()

    qtbot.mouseClick(mistakes.button(mistakes.confusion), Qt.MouseButton.LeftButton)
    counts = laboratory.run.history.ended.confusion
    cell = tuple(int(i) for i in np.argwhere(counts - np.diag(counts.diagonal()))[0])
    mistakes.confusion.picture.choose(cell)
    qtbot.keyClick(mistakes.confusion.picture, Qt.Key.Key_Return)
    browser = mistakes.confusion.samples.browser
    qtbot.waitUntil(browser.isVisible, timeout=TIMEOUT)
    assert len(browser.shown) == counts[cell]
    press(laboratory, qtbot, laboratory.window.run_bar.reset)
    qtbot.waitUntil(lambda: not mistakes.confusion.samples.isVisible(), timeout=TIMEOUT)


def test_the_test_part_is_open_after_the_end_only(laboratory, qtbot):
    mistakes = laboratory.window.mistakes
    qtbot.mouseClick(mistakes.button(mistakes.worst), Qt.MouseButton.LeftButton)
    press(laboratory, qtbot, laboratory.window.run_bar.step_epoch)
    qtbot.waitUntil(mistakes.worst.browser.isVisible, timeout=TIMEOUT)
    qtbot.waitUntil(lambda: laboratory.run.phase == "paused", timeout=TIMEOUT)
    box = mistakes.worst.part_box
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert "closed" in mistakes.worst.message.title.text()
    train(laboratory, qtbot)
    qtbot.waitUntil(mistakes.worst.browser.isVisible, timeout=TIMEOUT)


def test_what_is_drawn_is_classified_as_numpy_does_while_it_trains_and_afterwards(laboratory, qtbot, tmp_path):
    mistakes, own = laboratory.window.mistakes, laboratory.window.mistakes.own
    qtbot.mouseClick(mistakes.button(own), Qt.MouseButton.LeftButton)
    canvas = own.drawing.canvas
    frame = canvas.frame()
    places = [frame.topLeft() + QPointF(x * frame.width(), y * frame.height()) for x, y in ((0.4, 0.2), (0.5, 0.8))]
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=places[0].toPoint())
    qtbot.mouseMove(canvas, places[1].toPoint())
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=places[1].toPoint())
    assert own.answer.outputs is None
    press(laboratory, qtbot, laboratory.window.run_bar.step_batch)
    qtbot.waitUntil(lambda: own.answer.text.text() == "after step 1", timeout=TIMEOUT)
    qtbot.waitUntil(lambda: laboratory.run.phase == "paused", timeout=TIMEOUT)
    train(laboratory, qtbot)
    step = f"after step {laboratory.run.history.ended.step:,}"
    qtbot.waitUntil(lambda: own.answer.text.text() == step, timeout=TIMEOUT)
    forward = trained_network(laboratory, qtbot, tmp_path, DIGITS)
    np.testing.assert_allclose(own.answer.outputs, softmax(forward(own.inputs()))[0], atol=1e-5)
    press(laboratory, qtbot, laboratory.window.run_bar.reset)
    qtbot.waitUntil(lambda: own.answer.outputs is None, timeout=TIMEOUT)
    assert not canvas.is_empty, "the drawing stays"
