"""The dialog of images, driven with mouse and keyboard."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.data import IdxPair, ImageFolder
from core.data.idx_pair import idx_pair_data
from core.data.image_folder import image_folder_data
from desktop_app.background import Background
from desktop_app.panels.images_preview import ImagesDialog
from tests.core.data.test_idx_pair import write_pair

READ_MS = 20_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for label, number in (("cats", 3), ("dogs", 2)):
        (tmp_path / "pets" / label).mkdir(parents=True)
        for i in range(number):
            Image.fromarray(np.full((6, 6), 40 * i, np.uint8)).save(tmp_path / "pets" / label / f"{i}.png")
    return tmp_path / "pets"


def shown(qtbot: QtBot, dialog: ImagesDialog, *, fails: bool = False) -> list[object]:
    """Show a dialog until it has read; return the list of what it will emit."""
    chosen: list[object] = []
    dialog.chosen.connect(chosen.append)
    qtbot.addWidget(dialog)
    reading = dialog.findChildren(Background)[0]
    with qtbot.waitSignal(reading.failed if fails else reading.finished, timeout=READ_MS):
        dialog.show()
    return chosen


def test_a_folder_is_shown_and_emitted(qtbot: QtBot, folder: Path) -> None:
    (folder / "dogs" / "broken.png").write_text("no image")
    dialog = ImagesDialog((folder,))
    chosen = shown(qtbot, dialog)
    assert dialog.summary.text() == "5 images · 28×28 pixels · 2 classes"
    assert dialog.classes.text() == "cats (3), dogs (2)"
    text = "Left out, since they cannot be read (1): dogs/broken.png"
    assert [frame.text for frame in dialog.messages.frames] == [text]
    QTest.mouseClick(dialog.use, Qt.MouseButton.LeftButton)
    assert chosen == [image_folder_data(folder)]
    assert not dialog.isVisible()


def test_settings_of_the_experiment_are_kept(qtbot: QtBot, folder: Path) -> None:
    current = ImageFolder(size=16, fit="crop", seed=3)
    dialog = ImagesDialog((folder,), current)
    chosen = shown(qtbot, dialog)
    QTest.keyClick(dialog.use, Qt.Key.Key_Return)
    assert chosen == [current.model_copy(update={"folder": image_folder_data(folder).folder})]


def test_a_pair_is_shown_and_emitted(qtbot: QtBot, tmp_path: Path) -> None:
    paths = write_pair(tmp_path)
    dialog = ImagesDialog(paths, IdxPair(test_share=0.1))
    chosen = shown(qtbot, dialog)
    assert dialog.summary.text() == "60 images · 5×7 pixels · 3 classes"
    QTest.keyClick(dialog.use, Qt.Key.Key_Space)
    assert chosen == [idx_pair_data(*paths).model_copy(update={"test_share": 0.1})]


def test_what_cannot_be_used_is_said(qtbot: QtBot, folder: Path) -> None:
    dialog = ImagesDialog((folder / "cats",))
    chosen = shown(qtbot, dialog, fails=True)
    assert "has 0 sub-folders with images" in dialog.messages.frames[0].text
    assert not dialog.use.isEnabled()
    QTest.mouseClick(dialog.cancel, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    assert chosen == []
