"""The Dropout tab in the window with the real engine: one adds the layer, steps, looks, and takes it back."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt

from core.presets import load_preset
from tests.desktop_app.windows import TIMEOUT, opened

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def laboratory(qtbot, tmp_path):
    with opened(qtbot, tmp_path, load_preset("spiral"), "curves_tab") as laboratory:
        yield laboratory


def step(laboratory, qtbot):
    bar = laboratory.window.run_bar
    qtbot.mouseClick(bar.widgetForAction(bar.step_batch), LEFT)


def test_the_button_of_the_empty_tab_adds_dropout_whose_masks_are_seen(laboratory, qtbot):
    window = laboratory.window
    view = window.dropout
    window.tabs.setCurrentWidget(view)
    qtbot.mouseClick(view.add_button, LEFT)
    assert [layer.kind for layer in laboratory.session.experiment.layers] == ["dense", "dense", "dropout", "dense"]
    step(laboratory, qtbot)
    qtbot.waitUntil(lambda: "step 1" in view.state.text() or "A draw" in view.state.text(), timeout=TIMEOUT)
    qtbot.waitUntil(lambda: laboratory.run.phase == "paused", timeout=TIMEOUT)
    step(laboratory, qtbot)
    qtbot.waitUntil(lambda: view.state.text() == "The masks of step 2.", timeout=TIMEOUT)
    (layer,) = view.plot.layers
    np.testing.assert_array_equal(np.unique(layer.mask), [0, 2])
    laboratory.session.undo_stack.undo()
    assert len(laboratory.session.experiment.layers) == 3
