"""The pictures of the data panel, driven with the mouse and looked at pixel by pixel."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from core.data import (
    Circle,
    DataFacts,
    Digits,
    Iris,
    LinearRegression,
    MultiGauss,
    OwnPoints,
    Parts,
    Polynomial,
    Samples,
)
from core.data.own_points import Point
from core.edits import SetValue
from desktop_app.panels.class_balance import ClassBalance
from desktop_app.panels.data_overview import DataOverview
from desktop_app.panels.data_preview import DataPreview
from desktop_app.panels.plane_pictures import PLANE_SETS
from desktop_app.theme import themes
from tests.desktop_app.plots.sample_data import grabbed

LEFT = Qt.MouseButton.LeftButton
BLUE, ORANGE = (0x00, 0x72, 0xB2), (0xD5, 0x5E, 0x00)


def count(picture: np.ndarray, colour: tuple[int, int, int]) -> int:
    return int(np.count_nonzero((picture == colour).all(axis=2)))


@pytest.fixture
def overview(qtbot: QtBot) -> DataOverview:
    themes.choose("light")
    overview = DataOverview()
    qtbot.addWidget(overview)
    overview.resize(290, 130)
    overview.show()
    return overview


def show(overview: DataOverview, data: Any) -> None:
    overview.show_data(data)
    overview.show_parts(data, data.load())


@pytest.mark.parametrize("model", PLANE_SETS, ids=lambda model: model.kind_name())
def test_a_picture_chooses_its_data_set(overview: DataOverview, model: Any) -> None:
    edits: list[SetValue] = []
    overview.edited.connect(edits.append)
    show(overview, Circle(seed=3))
    button = overview.pictures.buttons[model.kind_name()]
    QTest.mouseClick(button, LEFT)
    assert edits == [SetValue(("data", "kind"), model.kind_name(), "data")]
    assert len(set(grabbed(button)[6:-6, 6:-6].reshape(-1, 3).sum(axis=1).tolist())) > 3, "something is drawn"
    overview.show_data(model.model_validate({"kind": model.kind_name()}))
    assert button.isChecked()


def test_pictures_to_click_are_there_for_the_plane_only(overview: DataOverview) -> None:
    for data, there, drawn in (
        (Circle(), True, True),
        (MultiGauss(), True, True),
        (OwnPoints(), True, False),
        (Polynomial(), False, True),
        (LinearRegression(), False, True),
        (Iris(), False, False),
        (Digits(), False, False),
    ):
        show(overview, data)
        assert overview.pictures.isVisible() == there
        assert overview.regenerate.isVisible() == drawn
        assert overview.preview.isVisible()


def test_regenerate_draws_another_seed(overview: DataOverview) -> None:
    edits: list[SetValue] = []
    overview.edited.connect(edits.append)
    show(overview, Circle(seed=7))
    for _ in range(20):
        QTest.mouseClick(overview.regenerate, LEFT)
    assert len({edit.value for edit in edits}) > 10
    assert all(edit.path == ("data", "seed") and edit.value != 7 for edit in edits)


def test_points_lie_where_they_should(overview: DataOverview) -> None:
    show(overview, OwnPoints(points=(Point(x1=-4.0, x2=4.0, label=0), Point(x1=4.0, x2=-4.0, label=1))))
    picture = grabbed(overview.preview)
    height, width, _ = picture.shape
    assert count(picture[: height // 2, : width // 2], BLUE) > 3
    assert count(picture[height // 2 :, width // 2 :], ORANGE) > 3
    assert count(picture, BLUE) + count(picture, ORANGE) < 80


def test_one_axis_shows_points_and_the_true_curve(overview: DataOverview) -> None:
    show(overview, Polynomial())
    picture = grabbed(overview.preview)
    assert count(picture, BLUE) > 50
    # The line is thin and smoothed: its grey is mixed with the ground's.
    grey = (np.ptp(picture, axis=2) < 40) & (picture.max(axis=2) < 190)
    assert np.count_nonzero(grey.any(axis=0)) > 40


def test_images_are_shown_as_they_are(overview: DataOverview) -> None:
    X = np.zeros((6, 1, 4, 4), np.uint8)
    X[:, :, :2] = 255
    facts = DataFacts("classification", (1, 4, 4), 2, ("a", "b"), 6, 0, 0)
    overview.show_parts(Digits(), Parts(facts, Samples(X, np.arange(6) % 2), None, None))
    picture = grabbed(overview.preview)
    assert count(picture, (0, 0, 0)) > 6 * 100, "the upper halves, white in the data, are dark on a light ground"


@pytest.mark.parametrize("task", ["classification", "regression"])
def test_images_beyond_0_to_1_are_scaled(overview: DataOverview, task: Any) -> None:
    X = np.zeros((6, 1, 4, 4), np.float32)
    X[:, :, :2], X[:, :, 2:] = 3.0, -2.0
    y = np.arange(6) % 2 if task == "classification" else np.arange(6, dtype=np.float32)[:, None]
    names = ("a", "b") if task == "classification" else ()
    facts = DataFacts(task, (1, 4, 4), len(names) or 1, names, 6, 0, 0)
    overview.show_parts(Digits(), Parts(facts, Samples(X, y), None, None))
    picture = grabbed(overview.preview)
    assert count(picture, (0, 0, 0)) > 6 * 100
    assert count(picture, (255, 255, 255)) > 6 * 100


def test_tables_show_names_and_first_rows(qtbot: QtBot) -> None:
    preview, parts = DataPreview(), Iris().load()
    qtbot.addWidget(preview)
    preview.show_parts(Iris(), parts)
    assert preview.table[0] == ["sepal length (cm)", "sepal width (cm)", "petal length (cm) …", ""]
    assert len(preview.table) == 5
    for row, X, y in zip(preview.table[1:], parts.train.X, parts.train.y, strict=False):
        np.testing.assert_allclose([float(cell.replace("−", "-")) for cell in row[:3]], X[:3], rtol=1e-3)
        assert row[3] == parts.facts.class_names[y]
    preview.show_parts(Iris(), None)
    assert not preview.isVisible()


def test_the_balance_tells_the_counts_of_the_training_part(qtbot: QtBot) -> None:
    balance, data = ClassBalance(), Iris(validation_share=0.4)
    qtbot.addWidget(balance)
    balance.resize(300, 6)
    parts = data.load()
    balance.show_parts(parts)
    balance.show()
    assert balance.counts == tuple(np.bincount(parts.train.y).tolist())
    edges = np.cumsum(balance.counts) / sum(balance.counts) * 300
    for k, right in enumerate(edges):
        assert balance.label_at(right - 2) == k
    first = balance.counts[0]
    text = f"setosa: {first} of 60 in the training part ({100 * first / 60:.1f} %)"
    assert balance.text(0) == text
    place = QPoint(3, 3)
    QApplication.sendEvent(balance, QHelpEvent(QEvent.Type.ToolTip, place, balance.mapToGlobal(place)))
    assert QToolTip.text() == text
    QToolTip.hideText()
    themes.choose("light")
    assert tuple(grabbed(balance)[3, 3]) == BLUE
    balance.show_parts(Polynomial().load())
    assert not balance.isVisible()
    assert balance.summary() == ""


@pytest.mark.parametrize(
    ("labels", "names", "summary"),
    [
        ([0, 0, 1], "ab", "a 2 · b 1"),
        ([0, 1] * 600, "ab", "a 600 · b 600"),
        (list(range(6)) * 1000, "abcdef", "6 classes, 1,000 each"),
        ([*range(6), 5, 5], "abcdef", "6 classes, 1 to 3 each"),
    ],
)
def test_the_summary_of_the_classes(qtbot: QtBot, labels: list[int], names: str, summary: str) -> None:
    balance, y = ClassBalance(), np.array(labels)
    qtbot.addWidget(balance)
    facts = DataFacts("classification", (1,), len(names), tuple(names), len(y), 0, 0)
    balance.show_parts(Parts(facts, Samples(np.zeros((len(y), 1), np.float32), y), None, None))
    assert balance.summary() == summary
