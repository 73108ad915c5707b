"""The Boundary tab: what it draws are the answers it was given, in the colours that its legend names."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.events import ProbeTaken
from core.experiment import Experiment, with_value
from core.presets import load_preset
from core.probes import BoundaryProbe, Subject, TrailProbe
from desktop_app.plots.boundary import BoundaryView
from desktop_app.plots.canvas import Plot
from desktop_app.plots.map_colours import class_colours, target_colours
from desktop_app.theme import themes
from tests.desktop_app.plots.sample_data import grabbed

LEFT = Qt.MouseButton.LeftButton
SPIRAL, ARMS, HILLS = load_preset("spiral"), load_preset("spiral-arms"), load_preset("multi-gauss")
POLYNOMIAL, LINEAR, DIGITS = load_preset("polynomial"), load_preset("linear-regression"), load_preset("digits-mlp")


class Bench:
    """The tab, told things as ``ProbeControl`` tells them."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.saved_to = folder / "picture"
        self.view = BoundaryView(choose=lambda *_: str(self.saved_to))
        self.asked: list[tuple[object, ...]] = []
        self.view.probes_changed.connect(lambda: self.asked.append(self.view.probes()))
        self.view.resize(900, 600)
        qtbot.addWidget(self.view)
        self.view.show()

    def subject(self, experiment: Experiment, *, has_network: bool = True) -> None:
        self.view.show_subject(Subject(experiment, experiment.data.load(), has_network))
        assert QTest.qWaitForWindowExposed(self.view)
        self.view.grab()

    def answer(self, outputs: object, step: int = 7) -> ProbeTaken:
        """Answer the probe of the tab with ``outputs(axis0, axis1)``."""
        (probe,) = self.view.probes()
        assert isinstance(probe, BoundaryProbe)
        axes = self.view.plot.points.facts.axes
        ranges = probe.ranges or [(axis.low, axis.high) for axis in axes]
        places = [np.linspace(*limits, probe.resolution).astype(np.float32) for limits in ranges]
        values = {f"axis{i}": place for i, place in enumerate(places)}
        values["outputs"] = outputs(*np.meshgrid(*places)).astype(np.float32)
        taken = ProbeTaken(1, step, probe, values)
        self.view.show_probe(taken)
        self.view.grab()
        return taken

    def pixel(self, x: float, y: float) -> QPoint:
        canvas = self.view.bowl if self.view.shows_bowl else self.view.plot
        return canvas.mapFromScene(canvas.plot.view.mapViewToScene(QPointF(x, y)))

    def hover(self, x: float, y: float) -> str:
        canvas = self.view.bowl if self.view.shows_bowl else self.view.plot
        self.view.grab()
        QApplication.processEvents()  # the legend has broken its rows anew
        QTest.mouseMove(canvas.viewport(), self.pixel(x, y))
        return canvas.card.label.text() if canvas.card.isVisible() else ""


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Bench:
    themes.choose("light")
    return Bench(qtbot, tmp_path)


def slope(x1: np.ndarray, x2: np.ndarray) -> np.ndarray:
    """Return probabilities of two classes that change along the diagonal."""
    first = 1 / (1 + np.exp(-(x1 + x2) / 2))
    return np.stack([first, 1 - first], axis=-1)


def regions(x1: np.ndarray, x2: np.ndarray) -> np.ndarray:
    """Return probabilities of three classes."""
    logits = np.stack([x1, x2, -x1 - x2], axis=-1) / 2
    return np.exp(logits) / np.exp(logits).sum(axis=-1, keepdims=True)


def hill(x1: np.ndarray, x2: np.ndarray) -> np.ndarray:
    return (np.sin(x1 / 2) * 0.9)[..., None] + 0 * x2[..., None]


# Where no sample of these data lies.
FREE = [(-5.5, -5.5), (5.5, 5.5), (5.5, -4.9), (-5.5, 4.7)]


@pytest.mark.parametrize(("experiment", "outputs"), [(SPIRAL, slope), (ARMS, regions)], ids=["two", "three"])
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("discrete", [False, True])
def test_a_pixel_has_the_colour_of_the_answer_at_its_place(bench, experiment, outputs, theme, discrete):
    themes.choose(theme)
    bench.subject(experiment)
    bench.view.discrete_box.setChecked(discrete)
    bench.answer(outputs)
    picture = grabbed(bench.view.plot)
    for x, y in FREE:
        place = bench.pixel(x, y)
        expected = class_colours(outputs(np.array(x), np.array(y)), discrete=discrete)
        np.testing.assert_allclose(picture[place.y(), place.x()].astype(int), expected, atol=4)


def test_a_pixel_has_the_colour_of_the_number_at_its_place(bench):
    bench.subject(HILLS)
    QTest.mouseClick(bench.view.parts_box, LEFT, pos=QPoint(8, bench.view.parts_box.height() // 2))
    bench.answer(hill)
    picture, largest = grabbed(bench.view.plot), np.abs(bench.view.plot.points.values).max()
    points = bench.view.plot.points.places
    free = [place for place in np.random.RandomState(0).uniform(-5.9, 5.9, (300, 2)) if _is_free(place, points)]
    assert len(free) > 20
    for x, y in free:
        place = bench.pixel(x, y)
        expected = target_colours(hill(np.array(x), np.array(y))[..., 0], float(largest))
        np.testing.assert_allclose(picture[place.y(), place.x()].astype(int), expected, atol=6)


def _is_free(place: np.ndarray, points: np.ndarray) -> bool:
    return bool(np.hypot(*(points - place).T).min() > 0.3)


def test_the_colours_of_classes_are_those_of_their_points_and_grow_with_the_probability(bench):
    bench.subject(SPIRAL)
    sure = class_colours(np.array([[1.0, 0.0], [0.75, 0.25], [0.5, 0.5], [0.25, 0.75], [0.0, 1.0]], np.float32))
    ground = np.array([255, 255, 255])
    np.testing.assert_array_equal(sure[2], ground)
    distances = np.abs(sure.astype(int) - ground).sum(axis=1)
    assert distances[0] > distances[1] > 0 < distances[3] < distances[4]
    # Blue for A, orange for B: told apart by every eye, unlike red and green.
    assert sure[0, 2] > sure[0, 0] + 40
    assert sure[4, 0] > sure[4, 2] + 40


def test_a_loss_without_probabilities_shows_only_which_class_is_chosen(bench):
    bench.subject(with_value(with_value(SPIRAL, "loss.kind", "hinge"), "layers.2.units", 1))
    bench.answer(lambda x1, x2: np.round(slope(x1, x2 + 0.3)))
    view = bench.view
    assert not view.discrete_box.isVisible()
    assert not view.plot.bar.plot.view.isVisible()
    place = bench.pixel(5.5, 5.5)
    chosen = class_colours(np.array([1.0, 0.0], np.float32), discrete=True)
    np.testing.assert_allclose(grabbed(view.plot)[place.y(), place.x()], chosen, atol=2)
    text = bench.hover(5.5, 5.5)
    assert "chosen" in text
    assert "%" not in text
    assert rows(view.plot.to_csv())[0] == ["x1", "x2", "chosen(A)", "chosen(B)"]


def test_answers_that_are_no_numbers_are_grey_and_told(bench):
    bench.subject(SPIRAL)
    bench.answer(lambda x1, x2: slope(x1, x2) * np.where(x1 > 0, np.nan, 1)[..., None])
    place = bench.pixel(5.5, 5.5)
    assert tuple(grabbed(bench.view.plot)[place.y(), place.x()]) == (0xD3, 0xD9, 0xE2)
    assert "no numbers any more" in bench.view.note.text()
    assert bench.view.note.isVisible()
    bench.answer(slope)
    assert not bench.view.note.isVisible()


@pytest.mark.parametrize(("experiment", "outputs"), [(SPIRAL, slope), (ARMS, regions), (HILLS, hill)])
def test_the_bar_tells_what_the_colours_mean(bench, experiment, outputs):
    bench.subject(experiment)
    bench.answer(outputs)
    plot = bench.view.plot
    low, high = plot.bar.plot.view.viewRange()[1]
    classes = len(plot.points.facts.class_names)
    expected = (1 / classes, 1.0) if classes else (-plot._largest(), plot._largest())
    assert (low, high) == pytest.approx(expected)
    colours = plot.bar.image.image
    if classes:
        sure = class_colours(np.eye(classes, dtype=np.float32))
        np.testing.assert_array_equal(colours[-1], sure)
    else:
        ends = target_colours(np.array([-1.0, 1.0], np.float32) * plot._largest(), plot._largest())
        np.testing.assert_array_equal(colours[[0, -1], 0], ends)
    for _ in range(3):
        QTest.keyClick(plot, Qt.Key.Key_Plus)
    assert plot.bar.plot.view.viewRange()[1] == pytest.approx([low, high])


def test_all_probabilities_are_read_under_the_mouse(bench):
    bench.subject(ARMS)
    assert bench.hover(5.5, 5.5) == ""
    bench.answer(regions)
    text = bench.hover(5.5, -5.5)
    taken = bench.view.plot.taken.values
    row, column = np.abs(taken["axis1"] + 5.5).argmin(), np.abs(taken["axis0"] - 5.5).argmin()
    for name, share in zip("ABC", taken["outputs"][row, column], strict=True):
        assert f"{name}</td>" in text
        assert f"{100 * share:.1f} %" in text
    QTest.mouseMove(bench.view.plot.viewport(), QPoint(2, 2))
    assert not bench.view.plot.card.isVisible()


def test_a_sample_under_the_mouse_is_named_beside_the_answer(bench):
    bench.subject(SPIRAL)
    bench.answer(slope)
    x, y = bench.view.plot.points.places[-1]
    text = bench.hover(x, y)
    assert "training" in text
    assert "%" in text


def test_the_fitted_curve_is_drawn_over_the_points_and_the_true_curve(bench):
    bench.subject(POLYNOMIAL)
    taken = bench.answer(lambda x: (2 * x - 1)[:, None])
    plot = bench.view.plot
    np.testing.assert_allclose(plot.fit.x, taken.values["axis0"])
    np.testing.assert_allclose(plot.fit.y, 2 * taken.values["axis0"] - 1)
    np.testing.assert_allclose(plot.truth.y, 1.2 * plot.truth.x - 3.4 * plot.truth.x**2 + 5.6 * plot.truth.x**3 + 5)
    assert [entry.text for entry in plot.legend.entries] == ["training", "validation", "true curve", "network"]
    assert not bench.view.discrete_box.isVisible()
    assert not plot.bar.plot.view.isVisible()
    assert (plot.fit.x[0], plot.fit.x[-1]) == pytest.approx(plot.plot.view.viewRange()[0])
    assert "ŷ = 1.0" in bench.hover(1.0, float(np.mean(plot.plot.view.viewRange()[1])))


def test_only_the_training_points_are_shown_if_so_wanted(bench):
    bench.subject(SPIRAL)
    box = bench.view.parts_box
    assert len(bench.view.plot.points) == 500
    QTest.mouseClick(box, LEFT, pos=QPoint(8, box.height() // 2))
    assert set(bench.view.plot.points.parts) == {"train"}
    bench.subject(LINEAR)
    assert not box.isVisible()


def test_without_a_network_nothing_is_asked_and_the_tab_says_what_to_do(bench):
    bench.subject(SPIRAL, has_network=False)
    assert bench.view.probes() == ()
    assert "Press Train" in bench.view.note.text()
    assert bench.view.plot.isVisible()
    bench.subject(SPIRAL)
    assert bench.asked[-1] == (BoundaryProbe(100, None),)
    bench.answer(slope, step=1234)
    assert bench.view.state.text() == "after step 1,234"
    bench.subject(SPIRAL)
    assert bench.view.plot.taken is None
    assert not bench.view.plot.image.isVisible()


def test_data_that_lie_in_no_plane_are_a_sentence(bench):
    bench.subject(DIGITS)
    assert bench.view.probes() == ()
    assert bench.view.message.isVisible()
    assert "classes in the plane" in bench.view.message.text.text()
    bench.view.show_subject(Subject(SPIRAL, None, False))
    assert "as soon as the data are loaded" in bench.view.message.text.text()


def test_zooming_asks_for_a_closer_look_and_reset_for_the_whole_again(bench, qtbot):
    bench.subject(SPIRAL)
    bench.answer(slope)
    with qtbot.waitSignal(bench.view.probes_changed):
        QTest.keyClick(bench.view.plot, Qt.Key.Key_Plus)
    (probe,) = bench.view.probes()
    x, y = bench.view.plot.plot.view.viewRange()
    assert probe.ranges == (tuple(x), tuple(y))
    bench.answer(slope)
    assert bench.view.plot.image.mapRectToParent(bench.view.plot.image.boundingRect()).height() < 11
    bench.view.reset_button.click()
    assert bench.view.probes() == (BoundaryProbe(100, None),)


def rows(text: str) -> tuple[list[str], np.ndarray]:
    header, *lines = csv.reader(io.StringIO(text))
    return header, np.array(lines, dtype=float)


def test_the_answers_are_exported_as_numbers(bench):
    bench.subject(SPIRAL)
    taken = bench.answer(slope)
    header, numbers = rows(bench.view.plot.to_csv())
    assert header == ["x1", "x2", "p(A)", "p(B)"]
    np.testing.assert_allclose(numbers[:, 2:], slope(numbers[:, 0], numbers[:, 1]), atol=1e-5)
    assert len(numbers) == taken.values["outputs"].size / 2
    for action in bench.view.export_button.menu().actions():
        action.trigger()
    assert sorted(path.suffix for path in bench.saved_to.parent.iterdir()) == [".csv", ".png", ".svg"]
    svg = bench.saved_to.with_name("picture.svg").read_text()
    assert "spiral boundary" in svg.lower()


# -- the bowl ---------------------------------------------------------------------------------------------------------


def open_bowl(bench: Bench) -> TrailProbe:
    bench.subject(LINEAR)
    QTest.mouseClick(bench.view.bowl_button, LEFT)
    (probe,) = bench.asked[-1]
    return probe


def trail(probe: TrailProbe, num_steps: int = 40) -> ProbeTaken:
    steps = np.arange(num_steps + 1, dtype=np.float32)
    way = (1 - 0.9**steps)[:, None]
    return ProbeTaken(
        1,
        num_steps,
        probe,
        {"steps": steps, "0.weight": (way * [2.0, -3.4])[:, None].astype(np.float32), "0.bias": way * np.float32(4.2)},
    )


def plain_loss(weights: np.ndarray) -> np.ndarray:
    train = LINEAR.data.load().train
    residuals = train.y[:, 0].astype(float) - weights.reshape(-1, 2) @ train.X.T.astype(float)
    residuals -= residuals.mean(axis=1, keepdims=True)
    return (residuals**2).mean(axis=1) / 2


def test_the_bowl_shows_the_path_and_the_star_of_least_squares(bench):
    probe = open_bowl(bench)
    assert probe == TrailProbe()
    taken = trail(probe)
    bench.view.show_probe(taken)
    bowl = bench.view.bowl
    np.testing.assert_allclose(np.stack([bowl.path.x, bowl.path.y], axis=1), taken.values["0.weight"][:, 0])
    train = LINEAR.data.load().train
    columns = np.column_stack([train.X, np.ones(len(train))]).astype(float)
    star = np.linalg.lstsq(columns, train.y[:, 0].astype(float), rcond=None)[0][:2]
    np.testing.assert_allclose([bowl.star.x[0], bowl.star.y[0]], star, rtol=1e-6)
    (left, right), (bottom, top) = bowl.plot.view.viewRange()
    assert left < 0 < star[0] < right
    assert bottom < star[1] < 0 < top


def test_contours_lie_where_the_loss_is_their_level(bench):
    bench.view.show_probe(trail(open_bowl(bench)))
    bowl = bench.view.bowl
    for line, level in zip(bowl.contours, bowl.levels(), strict=True):
        np.testing.assert_allclose(plain_loss(np.stack([line.x, line.y], axis=1)), level, rtol=1e-4)


def test_loss_and_step_are_read_under_the_mouse(bench):
    bench.view.show_probe(trail(open_bowl(bench)))
    text = bench.hover(2 * (1 - 0.9**2), -3.4 * (1 - 0.9**2))
    assert "<b>step 2</b>" in text
    loss = float(plain_loss(np.array([2.0, -3.4]) * (1 - 0.9**2))[0])
    assert f"loss {loss:.3f}"[:9] in text
    assert "<b>step" not in bench.hover(0.0, -3.0)


def test_the_path_is_exported_as_numbers(bench):
    taken = trail(open_bowl(bench))
    bench.view.show_probe(taken)
    header, numbers = rows(bench.view.bowl.to_csv())
    assert header == ["step", "w1", "w2", "b", "loss"]
    np.testing.assert_allclose(numbers[:, 4], plain_loss(numbers[:, 1:3]), rtol=1e-4, atol=1e-9)
    np.testing.assert_allclose(numbers[:, 3], taken.values["0.bias"][:, 0], rtol=1e-6)


def test_a_path_that_runs_away_does_not_take_the_view_along(bench):
    taken = trail(open_bowl(bench))
    taken.values["0.weight"][20:] = 1e20
    taken.values["0.weight"][30:] = np.nan
    bench.view.show_probe(taken)
    low, high = bench.view.bowl.plot.view.viewRange()[0]
    assert -30 < low < high < 30
    bench.view.grab()


def test_the_bowl_belongs_to_linear_regression_only(bench):
    open_bowl(bench)
    assert bench.view.shows_bowl
    bench.subject(SPIRAL)
    assert not bench.view.shows_bowl
    assert not bench.view.bowl_button.isVisible()
    assert bench.view.probes() == (BoundaryProbe(100, None),)
    bench.subject(LINEAR)
    assert bench.view.shows_bowl, "the choice is kept"


@pytest.mark.parametrize("experiment", [SPIRAL, LINEAR])
def test_the_tools_fit_into_the_smallest_window(bench, experiment):
    bench.subject(experiment, has_network=False)
    assert bench.view.minimumSizeHint().width() <= 620


def test_plots_have_names_and_units_on_their_axes(bench):
    def names(plot: Plot) -> list[str]:
        return [axis.labelText for axis in (plot.left, plot.bottom)]

    bench.subject(SPIRAL)
    assert names(bench.view.plot.plot) == ["x₂", "x₁"]
    assert bench.view.plot.bar.plot.left.labelText == "probability of the likeliest class (%)"
    open_bowl(bench)
    assert names(bench.view.bowl.plot) == ["w₂", "w₁"]
