from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from core.data import Circle, DataSet, Digits, LinearRegression, Parts
from desktop_app.data_export import DataExport
from tests.desktop_app.fakes import FakeDialogs

LIMIT_MS = 30_000


class FakeData(QObject):
    """What the export asks of the control of the data set."""

    loading = Signal()
    loaded = Signal(object)
    failed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.data: DataSet | None = None
        self.parts: Parts | None = None

    def load(self, data: DataSet) -> Parts:
        self.data, self.parts = data, data.load()
        self.loaded.emit(self.parts)
        return self.parts


@pytest.fixture
def data(qapp: object) -> FakeData:
    return FakeData()


@pytest.fixture
def dialogs() -> FakeDialogs:
    return FakeDialogs()


@pytest.fixture
def export(qtbot: QtBot, data: FakeData, dialogs: FakeDialogs) -> Iterator[DataExport]:
    window = QWidget()
    qtbot.addWidget(window)
    export = DataExport(data, dialogs, window)
    export.attach(window)
    yield export
    export.shutdown()
    assert export.dialog is None


def test_a_data_set_is_written_to_the_chosen_file(
    qtbot: QtBot, export: DataExport, data: FakeData, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    parts = data.load(Circle(num_samples=60))
    dialogs.path = tmp_path / "points.csv"
    with qtbot.waitSignal(export.told, timeout=LIMIT_MS) as told:
        export.export()
    assert told.args == [f"Saved {dialogs.path}"]
    asked, suggestion = dialogs.asked[0]
    assert (asked, suggestion.name) == ("export_data", "circle.csv")
    rows = list(csv.DictReader(dialogs.path.read_text().splitlines()))
    back = np.array([row["x1"] for row in rows if row["part"] == "train"]).astype(np.float32)
    np.testing.assert_array_equal(back, parts.train.X[:, 0])


def test_images_are_written_as_arrays(
    qtbot: QtBot, export: DataExport, data: FakeData, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    parts = data.load(Digits())
    dialogs.path = tmp_path / "digits.npz"
    with qtbot.waitSignal(export.told, timeout=LIMIT_MS):
        export.export()
    with np.load(dialogs.path, allow_pickle=False) as file:
        np.testing.assert_array_equal(file["X"][file["part"] == "train"], parts.train.X)


def test_what_cannot_be_written_gets_a_sentence(
    qtbot: QtBot, export: DataExport, data: FakeData, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    data.load(Circle())
    dialogs.path = tmp_path / "none" / "circle.csv"
    with qtbot.waitSignal(export.failed, timeout=LIMIT_MS) as failed:
        export.export()
    assert failed.args == [f"{dialogs.path} was not saved: there is no such file or folder. Check the path."]


def test_nothing_is_asked_without_data_and_nothing_written_without_a_file(
    export: DataExport, data: FakeData, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    export.export()
    assert dialogs.asked == []
    data.load(Circle())
    export.export()
    assert [what for what, _ in dialogs.asked] == ["export_data"]
    assert list(tmp_path.iterdir()) == []


def test_the_window_goes_on_while_much_is_written_and_can_stop_it(
    qtbot: QtBot, export: DataExport, data: FakeData, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    data.load(LinearRegression(num_samples=200_000, w=(1.0,) * 50))
    dialogs.path = tmp_path / "much.csv"
    ticks: list[int] = []
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(1))
    timer.start(5)
    export.export()
    dialog = export.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.isVisible() and dialog.value() > 50, timeout=LIMIT_MS)
    timer.stop()
    assert len(ticks) > 10
    with qtbot.waitSignal(export.told, timeout=LIMIT_MS) as told:
        QTest.mouseClick(dialog.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    assert told.args == ["The export was cancelled; nothing was written."]
    assert list(tmp_path.iterdir()) == []


def test_it_says_whether_there_is_something_to_export(export: DataExport, data: FakeData) -> None:
    said: list[bool] = []
    export.available_changed.connect(said.append)
    data.loading.emit()
    data.load(Circle())
    data.failed.emit(None)
    assert said == [False, True, False]
