"""The parameters of the present network in the Explore tab, with the real engine."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt

from core.engine.parameters import read_arrays
from core.presets import load_preset
from tests.desktop_app.windows import TIMEOUT, opened, press


def test_the_table_is_that_of_the_file_which_would_be_saved(qtbot, tmp_path):
    with opened(qtbot, tmp_path, load_preset("plane"), "explore") as laboratory:
        page, bar = laboratory.window.explore, laboratory.window.run_bar
        page.open("parameters")
        explorer = page.explorer("parameters")
        qtbot.mouseClick(explorer.live_button, Qt.MouseButton.LeftButton)
        for step in (1, 2):
            press(laboratory, qtbot, bar.step_batch)
            qtbot.waitUntil(lambda step=step: bool(explorer.live.rows) and explorer.live.step == step, timeout=TIMEOUT)
        path = tmp_path / "net.params"
        laboratory.host.save_parameters(path)
        qtbot.waitUntil(path.exists, timeout=TIMEOUT)
        saved = read_arrays(path)
        assert [row.name for row, _ in explorer.live.rows] == list(saved)
        for row, array in explorer.live.rows:
            np.testing.assert_allclose(array.mean, saved[row.name].mean(dtype=float), rtol=1e-6)
        press(laboratory, qtbot, bar.reset)
        qtbot.waitUntil(lambda: not explorer.live.rows, timeout=TIMEOUT)
        assert "Press Train" in explorer.source.text()
