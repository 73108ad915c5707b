"""The Backprop tab in the window with the real engine: step by step, after edits of the data, and reset."""

from __future__ import annotations

import pytest

from core.edits import SetValue
from core.experiment import with_value
from core.presets import load_preset
from tests.desktop_app.windows import kept_open, lent, press

TIMEOUT = 20_000
# All samples make one batch: every step completes an epoch.
WHOLE = with_value(load_preset("spiral"), "training.batch_size", 1000)


@pytest.fixture(scope="module")
def window_of_all(qapp, tmp_path_factory):
    with kept_open(tmp_path_factory.mktemp("backprop"), WHOLE) as laboratory:
        yield laboratory


@pytest.fixture
def laboratory(window_of_all, qtbot):
    with lent(qtbot, window_of_all, "microscope") as laboratory:
        yield laboratory


def wait_for_step(laboratory, qtbot, step):
    view = laboratory.window.microscope
    qtbot.waitUntil(
        lambda: view.pages.currentIndex() == 1 and view.state.text() == f"after step {step}", timeout=TIMEOUT
    )


def test_every_press_is_a_step_that_is_seen_and_a_reset_begins_afresh(laboratory, qtbot):
    bar = laboratory.window.run_bar
    for _ in range(3):
        for step in (1, 2, 3):
            press(laboratory, qtbot, bar.step_batch)
            wait_for_step(laboratory, qtbot, step)
        press(laboratory, qtbot, bar.reset)
        assert laboratory.window.microscope.pages.currentIndex() == 0


def test_a_network_at_rest_stays_in_sight_while_other_data_are_tried(laboratory, qtbot):
    bar, spiral = laboratory.window.run_bar, laboratory.session.experiment
    press(laboratory, qtbot, bar.step_batch)
    wait_for_step(laboratory, qtbot, 1)
    for seed in (spiral.data.seed + 1, spiral.data.seed):
        laboratory.session.apply(SetValue(("data", "seed"), seed, merges=False))
        assert laboratory.data.data.seed == seed
        assert laboratory.data.parts is None
        qtbot.waitUntil(lambda: laboratory.data.parts is not None, timeout=TIMEOUT)
        wait_for_step(laboratory, qtbot, 1)
