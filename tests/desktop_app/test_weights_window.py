"""The Weights tab in the window with the real engine: live, paused, ended, reset, and silent while it is not seen."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt

from core.engine.parameters import read_arrays
from core.experiment import with_value
from core.presets import load_preset
from core.probes import GradientsProbe
from tests.desktop_app.windows import opened, press

TIMEOUT = 60_000
DIGITS = with_value(load_preset("digits-mlp"), "training.num_epochs", 3)


@pytest.fixture
def laboratory(qtbot, tmp_path):
    with opened(qtbot, tmp_path, DIGITS, "weights") as laboratory:
        yield laboratory


def turn_to(laboratory, qtbot, title):
    button = next(button for button in laboratory.window.weights.buttons if button.text() == title)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_single_steps_are_seen_and_reset_is_too(laboratory, qtbot):
    window, bars = laboratory.window, laboratory.window.weights.gradients
    assert "Press Train" in window.weights.message.title.text()
    turn_to(laboratory, qtbot, "Gradients")
    for step in (1, 2):
        press(laboratory, qtbot, window.run_bar.step_batch)
        qtbot.waitUntil(lambda step=step: window.weights.state.text() == f"after step {step}", timeout=TIMEOUT)
    assert len(bars.values) == 2
    turn_to(laboratory, qtbot, "Norms")
    for number in (1, 2):
        press(laboratory, qtbot, window.run_bar.step_batch)
        qtbot.waitUntil(lambda number=number: len(window.weights.norms.answers) == number, timeout=TIMEOUT)
    press(laboratory, qtbot, window.run_bar.reset)
    qtbot.waitUntil(lambda: len(bars.values) == 0, timeout=TIMEOUT)
    assert len(window.weights.norms.answers) == 0


def test_the_pictures_at_the_end_are_those_of_the_trained_network(laboratory, qtbot, tmp_path):
    window, weights = laboratory.window, laboratory.window.weights
    press(laboratory, qtbot, window.run_bar.train)
    qtbot.waitUntil(lambda: laboratory.run.phase == "ended", timeout=TIMEOUT)
    last = laboratory.run.history.batch_steps[-1]
    qtbot.waitUntil(lambda: weights.histograms.answers.steps[-1] == last, timeout=TIMEOUT)
    path = tmp_path / "net.params"
    laboratory.host.save_parameters(path)
    qtbot.waitUntil(path.exists, timeout=TIMEOUT)
    weight = read_arrays(path)["0.weight"]
    counts, _ = np.histogram(weight, bins=len(weights.histograms.histograms().values[-1].counts))
    np.testing.assert_array_equal(weights.histograms.histograms().values[-1].counts, counts)
    turn_to(laboratory, qtbot, "Templates")
    qtbot.waitUntil(lambda: len(weights.templates.pictures()) == 40, timeout=TIMEOUT)
    np.testing.assert_array_equal(weights.templates.pictures().reshape(40, -1), weight[:40])
    qtbot.mouseClick(weights.templates.on_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(weights.templates.pictures()) == 24, timeout=TIMEOUT)
    np.testing.assert_array_equal(weights.templates.pictures().reshape(24, -1), weight[40:])


def test_histograms_that_are_looked_at_late_have_a_past(laboratory, qtbot):
    window, weights = laboratory.window, laboratory.window.weights
    window.tabs.setCurrentWidget(window.curves_tab)
    for _ in range(2):
        press(laboratory, qtbot, window.run_bar.train)
        qtbot.waitUntil(lambda: laboratory.run.phase == "ended", timeout=TIMEOUT)
    last = laboratory.run.history.batch_steps[-1]
    window.tabs.setCurrentWidget(weights)
    qtbot.waitUntil(lambda: weights.state.text() == f"after step {last:,.0f}", timeout=TIMEOUT)
    steps = weights.histograms.answers.steps
    # The first look of a run waits until the last answer about the run before it was fetched.
    assert steps[0] < last / 2, "from near the start of the second run"
    assert steps[-1] == last
    assert weights.histograms.image.isVisible()


def test_only_the_picture_in_front_asks_and_a_hidden_tab_only_for_its_past(laboratory, qtbot):
    window, asked = laboratory.window, []
    laboratory.host.watch = lambda probes, again=(), later=(): asked.append(tuple(p for p in probes if p not in later))
    press(laboratory, qtbot, window.run_bar.step_batch)
    qtbot.waitUntil(lambda: laboratory.run.phase == "paused", timeout=TIMEOUT)
    turn_to(laboratory, qtbot, "Gradients")
    assert asked[-1] == (GradientsProbe(max_size=0),)
    window.tabs.setCurrentWidget(window.curves_tab)
    assert asked[-1] == ()
    assert window.weights.probes() == (GradientsProbe(max_size=0),)
    window.tabs.setCurrentWidget(window.weights)
    assert asked[-1] == (GradientsProbe(max_size=0),)
