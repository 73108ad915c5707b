"""The Data tab, driven with mouse and keyboard."""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.data import Circle, Digits, Iris, LinearRegression, OwnPoints, Polynomial
from core.data.base import DataSet
from core.data.own_points import Point
from core.edits import AddPoint, RemovePoint, SetValue
from core.experiment import Experiment
from desktop_app.plots.data_view import DataView
from desktop_app.theme import themes
from tests.desktop_app.plots.sample_data import grabbed

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
NO_KEYS = Qt.KeyboardModifier.NoModifier


class Bench:
    """A tab that keeps an experiment, as the window does."""

    def __init__(self, qtbot: QtBot, tmp_path: Path) -> None:
        self.saved_to = tmp_path / "picture"
        self.view = DataView(choose=lambda *_: str(self.saved_to))
        self.edits: list[object] = []
        self.experiment = Experiment()
        self.view.edited.connect(self._apply)
        self.view.resize(900, 600)
        qtbot.addWidget(self.view)
        self.view.show()
        self.view.activateWindow()
        qtbot.waitUntil(self.view.isActiveWindow)

    def load(self, data: DataSet) -> None:
        self.experiment = Experiment(data=data)
        self.view.show_experiment(self.experiment)
        self.view.show_parts(data, None)
        self.view.show_parts(data, data.load())
        assert QTest.qWaitForWindowExposed(self.view)
        self.view.plot.grab()

    def pixel(self, x: float, y: float) -> QPoint:
        plot = self.view.plot
        return plot.mapFromScene(plot.plot.view.mapViewToScene(QPointF(x, y)))

    def click(self, x: float, y: float, button: Qt.MouseButton = LEFT) -> None:
        viewport, place = self.view.plot.viewport(), self.pixel(x, y)
        QTest.mouseMove(viewport, place)
        QTest.mouseClick(viewport, button, NO_KEYS, place)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_KEYS, times: int = 1) -> None:
        self.view.plot.setFocus(Qt.FocusReason.TabFocusReason)
        for _ in range(times):
            QTest.keyClick(self.view.plot, key, modifiers)

    @property
    def points(self) -> tuple[Point, ...]:
        data = self.experiment.data
        assert isinstance(data, OwnPoints)
        return data.points

    def _apply(self, edit: AddPoint | RemovePoint | SetValue) -> None:
        self.edits.append(edit)
        self.experiment = edit.apply(self.experiment)
        self.view.show_experiment(self.experiment)


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Bench:
    return Bench(qtbot, tmp_path)


def test_data_with_axes_are_a_picture_or_a_table(bench: Bench) -> None:
    bench.load(Circle(test_share=0.2))
    view = bench.view
    assert view.shows_picture
    assert view.plot.isVisible()
    texts = [entry.text for entry in view.plot.legend.entries]
    assert texts == ["A", "B", "training", "validation", "test"]
    QTest.mouseClick(view.table_button, LEFT)
    assert view.samples.isVisible()
    assert not view.plot.isVisible()
    bench.load(Circle(seed=1))
    assert view.samples.isVisible(), "the choice is kept"
    QTest.mouseClick(view.picture_button, LEFT)
    assert view.plot.isVisible()


@pytest.mark.parametrize("data", [Digits(), Iris()], ids=lambda data: data.kind)
def test_what_is_no_picture_is_shown_as_ever(bench: Bench, data: DataSet) -> None:
    bench.load(Circle())
    bench.load(data)
    assert bench.view.samples.isVisible()
    assert not bench.view.picture_button.isVisible()
    assert not bench.view.export_button.isVisible()


def test_the_picture_stays_while_the_next_data_are_drawn_and_goes_with_a_problem(bench: Bench) -> None:
    bench.load(Circle())
    bench.view.show_parts(Circle(seed=1), None)
    assert bench.view.plot.isVisible()
    bench.view.show_parts(Circle(seed=1), None, "It cannot be drawn.")
    assert bench.view.samples.message.isVisible()


def test_points_lie_where_they_should_in_the_colour_of_their_class(bench: Bench) -> None:
    bench.load(OwnPoints(points=(Point(x1=-4.0, x2=3.0, label=0), Point(x1=5.0, x2=-2.0, label=1))))
    themes.choose("light")
    picture = grabbed(bench.view.plot)
    for (x, y), colour in (((-4, 3), (0x00, 0x72, 0xB2)), ((5, -2), (0xD5, 0x5E, 0x00))):
        place = bench.pixel(x, y)
        assert tuple(picture[place.y(), place.x()]) == colour


def test_the_true_curve_is_that_of_the_coefficients(bench: Bench) -> None:
    bench.load(Polynomial(coefficients=(2.0, -1.0), bias=3.0))
    line = bench.view.plot.truth
    np.testing.assert_allclose(line.y, np.polynomial.Polynomial([3.0, 2.0, -1.0])(line.x))
    assert [entry.text for entry in bench.view.plot.legend.entries] == ["training", "validation", "true curve"]
    bench.load(LinearRegression(w=(2.0,), b=-1.0))
    np.testing.assert_allclose(line.y, 2 * line.x - 1)
    bench.load(Circle())
    assert not len(line.x)


def test_values_are_read_under_the_mouse(bench: Bench) -> None:
    bench.load(OwnPoints(points=(Point(x1=-4.0, x2=3.0, label=0), Point(x1=5.0, x2=-2.0, label=1))))
    card = bench.view.plot.card
    QTest.mouseMove(bench.view.plot.viewport(), bench.pixel(5.02, -2.02))
    assert card.isVisible()
    assert card.label.text() == "<b>B</b> · training<br>x₁ = 5.000, x₂ = −2.000"
    QTest.mouseMove(bench.view.plot.viewport(), bench.pixel(0, 0))
    assert not card.isVisible()
    bench.load(Polynomial(coefficients=(1.0,), bias=0.0, noise=0.0, num_validation=0))
    x = float(bench.view.plot.points.places[-1, 0])
    QTest.mouseMove(bench.view.plot.viewport(), bench.pixel(x, x))
    assert "training" in card.label.text()
    assert "true curve" in card.label.text()


def test_a_click_places_a_point_of_the_chosen_class(bench: Bench) -> None:
    bench.load(OwnPoints())
    QTest.mouseClick(bench.view.clear_button, LEFT)
    assert bench.points == ()
    assert bench.view.plot.isVisible()
    bench.click(1.0, 2.0)
    QTest.mouseClick(bench.view.classes.button(3), LEFT)
    bench.click(-3.0, -4.0)
    assert [(round(p.x1), round(p.x2), p.label) for p in bench.points] == [(1, 2, 0), (-3, -4, 3)]
    near = bench.view.plot.plot.view.viewPixelSize()
    assert abs(bench.points[0].x1 - 1) <= 2 * near[0]
    assert abs(bench.points[0].x2 - 2) <= 2 * near[1]
    assert isinstance(bench.edits[-1], AddPoint)
    assert [entry.text for entry in bench.view.plot.legend.entries][:4] == ["A", "B", "C", "D"]


def test_a_click_beyond_the_plane_places_nothing(bench: Bench) -> None:
    bench.load(OwnPoints())
    before = bench.points
    bench.click(6.2, 0.0)
    assert bench.points == before


@pytest.mark.parametrize("button", [LEFT, RIGHT])
def test_a_click_on_a_point_removes_it(bench: Bench, button: Qt.MouseButton) -> None:
    bench.load(OwnPoints(validation_share=0.3, seed=4))
    before = bench.points
    bench.click(before[9].x1, before[9].x2, button)
    assert bench.points == before[:9] + before[10:]
    bench.click(5.5, 5.5, RIGHT)
    assert len(bench.points) == len(before) - 1, "nothing is there"


def test_points_are_placed_and_removed_with_the_keyboard(bench: Bench) -> None:
    bench.load(OwnPoints())
    QTest.mouseClick(bench.view.clear_button, LEFT)
    bench.key(Qt.Key.Key_3)
    assert bench.view.classes.value == 2
    bench.key(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier, times=2)
    bench.key(Qt.Key.Key_Down, times=5)
    assert bench.view.plot.cursor_item.isVisible()
    bench.key(Qt.Key.Key_Space)
    assert bench.points == (Point(x1=2.0, x2=-0.5, label=2),)
    bench.key(Qt.Key.Key_Left)
    bench.key(Qt.Key.Key_1)
    bench.key(Qt.Key.Key_Return)
    assert bench.points[1] == Point(x1=1.9, x2=-0.5, label=0)
    bench.key(Qt.Key.Key_Delete)
    assert bench.points == (Point(x1=2.0, x2=-0.5, label=2),)
    bench.key(Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier, times=20)
    bench.key(Qt.Key.Key_Space)
    assert bench.points[-1] == Point(x1=1.9, x2=6.0, label=0)
    view_before = bench.view.plot.plot.view.viewRange()
    bench.key(Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert bench.view.plot.plot.view.viewRange() != view_before


def test_points_of_drawn_data_cannot_be_changed(bench: Bench) -> None:
    bench.load(Circle())
    bench.click(0.0, 0.0)
    bench.click(0.0, 3.0, RIGHT)
    bench.key(Qt.Key.Key_Space)
    assert bench.edits == []
    assert not bench.view.classes.isVisible()


def test_a_thousand_points_are_fast_enough_to_click(bench: Bench) -> None:
    random = np.random.RandomState(0)
    points = [
        Point(x1=x, x2=y, label=k % 8) for k, (x, y) in enumerate(random.uniform(-6, 5.5, (998, 2)).round(2).tolist())
    ]
    bench.load(OwnPoints(points=tuple(points)))
    begin = time.perf_counter()
    bench.click(5.8, 5.8)
    bench.view.plot.grab()
    assert len(bench.points) == 999
    # From the click to the new picture; a person sees a delay from 100 ms on. Generous, since test machines are busy.
    assert time.perf_counter() - begin < 0.5


@pytest.mark.parametrize("suffix", ["png", "svg", "csv"])
def test_the_picture_is_exported(bench: Bench, suffix: str) -> None:
    bench.load(Circle(num_samples=60))
    actions = {action.text(): action for action in bench.view.export_button.menu().actions()}
    titles = {"png": "Picture (PNG)…", "svg": "Scalable picture (SVG)…", "csv": "Numbers (CSV)…"}
    actions[titles[suffix]].trigger()
    content = bench.saved_to.with_suffix(f".{suffix}").read_bytes()
    if suffix == "csv":
        assert content.decode().splitlines()[0] == "part,x1,x2,class"
        assert len(content.decode().splitlines()) == 61
    elif suffix == "svg":
        assert content.count(b"<path") > 60
    else:
        assert content.startswith(b"\x89PNG")


def test_zooming_stays_while_points_are_placed(bench: Bench) -> None:
    bench.load(OwnPoints())
    bench.key(Qt.Key.Key_Plus)
    zoomed = bench.view.plot.plot.view.viewRange()
    bench.click(0.5, -2.0)
    assert bench.view.plot.plot.view.viewRange() == zoomed
    QTest.mouseClick(bench.view.reset_button, LEFT)
    assert bench.view.plot.plot.view.viewRange() != zoomed
