"""The Code tab in the real window, with the real engine and the programs of the core."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.experiment import with_value
from core.presets import load_preset
from desktop_app.app import Laboratory
from tests.desktop_app.windows import TIMEOUT, opened, press

EXPERIMENT = with_value(load_preset("digits-mlp"), "training.batch_size", 600)
"""Two steps are an epoch."""


@pytest.fixture
def laboratory(qtbot: QtBot, tmp_path: Path) -> Iterator[Laboratory]:
    with opened(qtbot, tmp_path, EXPERIMENT, "code") as laboratory:
        yield laboratory


def test_panels_and_lines_lead_to_each_other_and_the_slow_motion_shows_the_losses_of_the_run(
    laboratory: Laboratory, qtbot: QtBot
) -> None:
    window, view, run = laboratory.window, laboratory.window.code, laboratory.run
    lines = view.source.toPlainText().splitlines()
    card = window.layer_stack.column.cards[1]
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    (line,) = view.source.linked
    assert "nn.Dense(10)" in lines[line - 1]
    rate = next(number for number, text in enumerate(lines, start=1) if text.startswith("lr = "))
    view.source.scroll_to((rate,))
    row = view.source.block_rect(view.source.document().findBlockByNumber(rate - 1))
    QTest.mouseClick(view.source.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(8, int(row.center().y())))
    box = window.settings.sections["optimizer"].form.editor("learning_rate").focusProxy()
    assert box is not None
    assert box.hasFocus()
    QTest.keyClicks(box, "0.25")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert view.source.flashing == (rate,)
    assert view.source.toPlainText().splitlines()[rate - 1] == "lr = 0.25"

    view.slow_bar.speed.setValue(view.slow_bar.speed.maximum())
    notes: list[str] = []
    view.walk.shown.connect(lambda stage: notes.append(stage.note) if stage.phase in ("loss", "evaluate") else None)
    QTest.mouseClick(view.slow, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(notes) == 3, timeout=TIMEOUT)
    press(laboratory, qtbot, window.run_bar.train)
    assert not view.is_slow
    qtbot.waitUntil(lambda: len(run.history.epochs) > 1, timeout=TIMEOUT)
    losses = [f"loss {loss:.5g}" for loss in run.history.batch_loss[:2]]
    done = run.history.epochs[0]
    figures = f"validation loss {done.validation_loss:.5g}, accuracy {done.validation_accuracy:.5g}"
    assert notes == [*losses, figures]
