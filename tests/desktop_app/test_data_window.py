"""Data in the real window, driven with mouse and keyboard; the engine is a stand-in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.data import DataSet, OwnPoints
from core.data.own_points import MAX_POINTS, Point
from core.experiment import Experiment
from desktop_app.app import Laboratory
from desktop_app.engine_messages import DataFailed, DataLoaded
from desktop_app.preferences import Preferences
from tests.desktop_app.fakes import FakeDialogs, FakeHost

LEFT = Qt.MouseButton.LeftButton
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class User:
    """Presses keys and buttons of a window whose engine answers at once."""

    def __init__(self, laboratory: Laboratory, host: FakeHost, dialogs: FakeDialogs) -> None:
        self.lab, self.host, self.dialogs = laboratory, host, dialogs
        self.window, self.session = laboratory.window, laboratory.session
        self.view, self.panel = self.window.data_view, self.window.data_panel

    def begin(self, data: DataSet) -> None:
        self.session.begin(Experiment(data=data))
        self.answer()

    def answer(self) -> None:
        data = self.session.experiment.data
        self.host.say(DataLoaded(data, data.load()))

    def show_data(self) -> None:
        position = self.window.tabs.indexOf(self.view)
        bar = self.window.tabs.tabBar()
        QTest.mouseClick(bar, LEFT, Qt.KeyboardModifier.NoModifier, bar.tabRect(position).center())
        assert self.view.isVisible()

    def pixel(self, x: float, y: float) -> QPoint:
        plot = self.view.plot
        plot.grab()
        return plot.mapFromScene(plot.plot.view.mapViewToScene(QPointF(x, y)))

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
        QTest.keyClick(self.window, key, modifiers)


@pytest.fixture
def user(qtbot: QtBot, tmp_path: Path) -> Iterator[User]:
    host, dialogs = FakeHost(), FakeDialogs()
    laboratory = Laboratory(Preferences(tmp_path / "preferences"), host=host, dialogs=dialogs)
    laboratory.open()
    laboratory.window.activateWindow()
    qtbot.waitUntil(laboratory.window.isActiveWindow)
    yield User(laboratory, host, dialogs)
    laboratory.window.close()
    laboratory.window.deleteLater()
    laboratory.deleteLater()


def test_points_are_placed_in_the_window_and_undone(user: User) -> None:
    user.begin(OwnPoints())
    user.show_data()
    before = user.session.experiment
    QTest.mouseClick(user.view.plot.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, user.pixel(3, 2))
    added = user.session.experiment
    assert len(added.data.points) == len(before.data.points) + 1
    assert user.view.plot.points.total == len(added.data.points), "shown before the engine has answered"
    user.answer()
    QTest.mouseClick(user.view.classes.button(1), LEFT)
    QTest.mouseClick(user.view.clear_button, LEFT)
    assert user.session.experiment.data.points == ()
    user.host.say(DataFailed(user.session.experiment.data, "There are no points to train on.", missing=False))
    assert user.view.plot.isVisible(), "the first point can be placed"
    user.key(Qt.Key.Key_Z, CTRL)
    assert user.session.experiment == added
    user.key(Qt.Key.Key_Z, CTRL)
    assert user.session.experiment == before
    assert user.view.plot.points.total == len(before.data.points)
    user.key(Qt.Key.Key_Z, CTRL | SHIFT)
    assert user.session.experiment == added


def test_data_are_exported_with_the_keyboard(user: User, qtbot: QtBot, tmp_path: Path) -> None:
    user.session.begin(Experiment(data=OwnPoints()))
    assert not user.window.export_data_action.isEnabled()
    user.answer()
    assert user.window.export_data_action.isEnabled()
    user.dialogs.path = tmp_path / "points.csv"
    with qtbot.waitSignal(user.lab.data_export.told):
        user.key(Qt.Key.Key_E, CTRL | SHIFT)
    assert user.dialogs.path.read_text().startswith("part,x1,x2,y\n")
    assert user.window.status.text() == f"Saved {user.dialogs.path}"
    user.dialogs.path = tmp_path / "none" / "points.csv"
    user.window.activateWindow()
    qtbot.waitUntil(user.window.isActiveWindow)
    with qtbot.waitSignal(user.lab.data_export.failed):
        user.key(Qt.Key.Key_E, CTRL | SHIFT)
    assert "there is no such file or folder" in user.window.banner.label.text()


def test_data_are_chosen_by_pictures_drawn_again_and_undone(user: User) -> None:
    user.begin(OwnPoints())
    before = user.session.experiment
    overview = user.panel.overview
    QTest.mouseClick(overview.pictures.buttons["spiral"], LEFT)
    assert user.session.experiment.data.kind == "spiral"
    user.answer()
    assert overview.preview.isVisible()
    assert user.panel.balance.counts == tuple(np.bincount(user.lab.data.parts.train.y).tolist())
    spiral = user.session.experiment
    QTest.mouseClick(overview.regenerate, LEFT)
    first = user.session.experiment
    assert first.data.seed != spiral.data.seed
    QTest.mouseClick(overview.regenerate, LEFT)
    assert user.session.experiment.data.seed != first.data.seed
    user.key(Qt.Key.Key_Z, CTRL)
    assert user.session.experiment == first, "each press is a step of its own"
    user.key(Qt.Key.Key_Z, CTRL)
    assert user.session.experiment == spiral
    user.key(Qt.Key.Key_Z, CTRL)
    assert user.session.experiment == before
    assert overview.pictures.buttons["own_points"].isChecked()


def test_more_points_than_an_experiment_may_have_are_refused_with_a_sentence(user: User) -> None:
    points = tuple(Point(x1=-5.0, x2=round(-5 + 0.001 * k, 3), label=k % 2) for k in range(MAX_POINTS))
    user.begin(OwnPoints(points=points))
    user.show_data()
    before = user.session.experiment
    QTest.mouseClick(user.view.plot.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, user.pixel(3, 2))
    assert user.session.experiment == before
    assert "1000" in user.window.banner.label.text()
    assert user.window.banner.isVisible()
