from __future__ import annotations

import csv
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from core.events import BatchDone, RunEnded, SettingsChanged
from core.experiment import LiveSettings
from core.history import History
from desktop_app.plots.curve_data import MAX_POINTS
from desktop_app.plots.curves import CurvesView
from desktop_app.plots.plot_style import readable
from desktop_app.theme import DARK, LIGHT, ThemeChoice, theme, themes
from tests.desktop_app.plots.runs import (
    epoch_events,
    fill,
    finished_run,
    middle_of,
    place_of,
    settle,
    started,
    turn_wheel,
    x_of,
)


def test_curves_hold_what_the_history_holds(curves_view: CurvesView) -> None:
    view = curves_view
    history = finished_run(3)
    view.show_history(history)
    batches = np.arange(1, 13) / 4  # 4 batches are one epoch
    losses = [2.0 / epoch + 0.1 * i for epoch in (1, 2, 3) for i in range(4)]
    means = np.array([2.15, 1.15, 2 / 3 + 0.15])
    expected = {
        "batch_loss": (batches, losses),
        "batch_lower": (batches, [1 / (2 + i + epoch) for epoch in (1, 2, 3) for i in range(4)]),
        "train_loss": ([1, 2, 3], means),
        "validation_loss": ([1, 2, 3], means * 1.25),
        "train_lower": ([1, 2, 3], [0.51, 0.52, 0.53]),
        "validation_lower": ([1, 2, 3], [0.46, 0.47, 0.48]),
    }
    assert view.lines.keys() == expected.keys()
    for name, (x, y) in expected.items():
        np.testing.assert_allclose(view.lines[name].x, x)
        np.testing.assert_allclose(view.lines[name].y, y)


def test_what_comes_later_is_shown_too(curves_view: CurvesView) -> None:
    view = curves_view
    history = fill(History(), started(4, 3), *epoch_events(1, [2.0, 1.9, 1.8, 1.7]))
    view.show_history(history)
    fill(history, BatchDone(1, 5, 2, 1, 1.5, 0.6))
    view.show_history(history)
    assert view.lines["batch_loss"].x[-1] == 1.25
    assert view.lines["batch_loss"].y[-1] == 1.5
    assert len(view.lines["train_loss"].x) == 1


def test_all_points_lie_inside_the_picture(curves_view: CurvesView) -> None:
    view = curves_view
    view.show_history(finished_run(3))
    for plot in (view.loss, view.figure_plot):
        (left, right), (low, high) = plot.view.viewRange()
        for line in plot.lines:
            assert left < line.x.min()
            assert line.x.max() < right
            assert low < line.y.min()
            assert line.y.max() < high


def test_the_first_step_is_visible(curves_view: CurvesView) -> None:
    view = curves_view
    view.show_history(fill(History(), started(235, 5), BatchDone(1, 1, 1, 1, 2.3, 0.1)))
    settle(view)
    image = view.canvas.grab().toImage()
    place = place_of(view.canvas, view.loss, 1 / 235, 2.3)
    assert QColor(image.pixel(place)).name() == view.lines["batch_loss"].style.mixed().name()


def test_the_best_epoch_is_marked(curves_view: CurvesView) -> None:
    view = curves_view
    history = fill(History(), started(2, 4))
    for epoch, accuracy in enumerate([0.7, 0.862, 0.8, 0.862], start=1):
        fill(history, *epoch_events(epoch, [1.0, 0.9], validation_accuracy=accuracy))
    view.show_history(history)
    for plot in (view.loss, view.figure_plot):
        assert [mark.x for mark in view.marks[plot].marks] == [2.0]
    assert view.marks[view.loss].marks[0].text == "best validation accuracy: epoch 2, 86.2 %"
    assert view.canvas.accessibleDescription() == "best validation accuracy: epoch 2, 86.2 %"


def test_regression_gives_all_the_room_to_the_loss(curves_view: CurvesView) -> None:
    view = curves_view
    view.show_history(finished_run(3))
    settle(view)
    height = view.loss.view.height()
    assert not view.loss.bottom.style["showValues"]
    view.show_history(finished_run(3, accuracy=False))
    settle(view)
    assert not view.figure_plot.view.isVisible()
    assert view.loss.view.height() > 1.8 * height
    assert view.loss.bottom.labelText == "epoch"
    assert view.loss.bottom.style["showValues"]
    assert view.marks[view.loss].marks[0].text == f"lowest validation loss: epoch 3, {readable((2 / 3 + 0.15) * 1.25)}"
    view.show_history(finished_run(3))
    settle(view)
    assert view.figure_plot.view.isVisible()
    assert view.loss.view.height() == pytest.approx(height, abs=2)


def test_changed_settings_are_marked(curves_view: CurvesView) -> None:
    view = curves_view
    history = finished_run(3)
    base = LiveSettings(history.started.experiment.optimizer.learning_rate, 0.0, ())  # type: ignore[union-attr]
    fill(
        history,
        SettingsChanged(1, 6, LiveSettings(0.7, 0.0, ())),
        SettingsChanged(1, 6, LiveSettings(0.01, 0.0, ())),
        SettingsChanged(1, 8, LiveSettings(0.01, 0.001, ())),
        SettingsChanged(1, 9, LiveSettings(0.01, 0.001, ())),
    )
    view.show_history(history)
    marks = {mark.x: mark.text for mark in view.marks[view.loss].marks}
    assert marks == {
        1.5: f"lr {base.learning_rate:g} → 0.01",
        2.0: "weight decay 0 → 0.001",
        3.0: "best validation accuracy: epoch 3, 48.0 %",
    }


def test_a_diverged_run_says_where(curves_view: CurvesView) -> None:
    view = curves_view
    history = fill(History(), started(4, 3), *epoch_events(1, [1.0, 5.0, 400.0, 1e30]))
    fill(history, BatchDone(1, 5, 2, 1, float("nan"), 0.1), RunEnded(1, 5, "diverged", "The loss is not finite."))
    view.show_history(history)
    assert (1.25, "diverged") in [(mark.x, mark.text) for mark in view.marks[view.loss].marks]
    settle(view)


def test_the_loss_can_be_logarithmic(curves_view: CurvesView) -> None:
    view = curves_view
    view.show_history(finished_run(3))
    QTest.mouseClick(view.log_box, Qt.MouseButton.LeftButton, pos=QPoint(8, view.log_box.height() // 2))
    np.testing.assert_allclose(view.lines["train_loss"].y, np.log10([2.15, 1.15, 2 / 3 + 0.15]))
    np.testing.assert_allclose(view.lines["train_lower"].y, [0.51, 0.52, 0.53])
    assert view.loss.left.logMode
    low, high = view.loss.view.viewRange()[1]
    assert -1 < low < high < 1
    QTest.keyClick(view.log_box, Qt.Key.Key_Space)
    np.testing.assert_allclose(view.lines["train_loss"].y, [2.15, 1.15, 2 / 3 + 0.15])
    assert not view.loss.left.logMode


@pytest.mark.parametrize("logarithmic", [False, True])
@pytest.mark.parametrize(
    "losses",
    [
        [2.0, 0.0, float("nan"), 1.0],
        [float("inf"), 1.0, float("-inf"), 3.4e38],
        [0.0, 0.0, 0.0, 0.0],
        [float("nan")] * 4,
        [-1.0, 1e-30, 5.0, 1.0],
    ],
)
def test_losses_that_no_axis_holds_leave_gaps(curves_view: CurvesView, losses: list[float], logarithmic: bool) -> None:
    view = curves_view
    view.log_box.setChecked(logarithmic)
    view.show_history(fill(History(), started(4, 2), *epoch_events(1, losses), *epoch_events(2, losses)))
    settle(view)
    good = [np.isfinite(loss) and (loss > 0 or not logarithmic) for loss in losses]
    np.testing.assert_array_equal(np.isfinite(view.lines["batch_loss"].y), good * 2)
    low, high = view.loss.view.viewRange()[1]
    assert np.isfinite([low, high]).all()
    assert low < high


def test_while_it_follows_the_picture_grows_with_the_run(curves_view: CurvesView) -> None:
    view = curves_view
    history = fill(History(), started(4, 50), *epoch_events(1, [2.0, 1.9, 1.8, 1.7]))
    view.show_history(history)
    early = x_of(view.loss)[1]
    for epoch in range(2, 12):
        fill(history, *epoch_events(epoch, [1.0, 1.0, 1.0, 1.0]))
    view.show_history(history)
    assert early < 11 < x_of(view.loss)[1]
    fill(history, RunEnded(1, 44, "stopped", "Stopped"))
    view.show_history(history)
    assert x_of(view.loss)[1] == pytest.approx(11, rel=0.05)


def test_before_any_run_a_sentence_says_what_to_do(curves_view: CurvesView) -> None:
    view = curves_view
    assert view.empty.isVisible()
    assert view.empty.title.text() == "Press Train to see the curves"
    assert not view.export_button.isEnabled()
    for size in ((700, 520), (1300, 900)):
        view.resize(*size)
        settle(view)
        assert view.empty.geometry() == view.canvas.geometry()
        middle = view.empty.title.mapTo(view.empty, view.empty.title.rect().center()).x()
        assert middle == pytest.approx(view.empty.width() / 2, abs=1)
    view.log_box.setFocus()
    for wanted in (view.batches_box, view.log_box):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is wanted, "the covered plots are passed over"
    history = finished_run(2)
    view.show_history(history)
    assert not view.empty.isVisible()
    assert view.export_button.isEnabled()
    assert len(view.lines["train_loss"].x) == 2


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_the_sentence_covers_the_plots_in_the_colours_of_the_theme(
    curves_view: CurvesView, choice: ThemeChoice
) -> None:
    themes.choose(choice)
    image = curves_view.grab().toImage()
    below = curves_view.empty.geometry()
    column = [image.pixelColor(below.left() + 60, y).name() for y in range(below.top(), below.bottom())]
    assert set(column) == {theme().plot_background}, "no frame, no grid"
    colours = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert {theme().train, theme().validation} <= colours


def test_a_run_that_has_only_begun_shows_the_sentence_and_leaves_the_focus(curves_view: CurvesView) -> None:
    view = curves_view
    history = finished_run(2)
    view.show_history(history)
    view.canvas.setFocus()
    fill(history, started(4, 3, run_id=2))
    view.show_history(history)
    assert view.empty.isVisible()
    assert view.canvas.hasFocus()


def test_a_new_run_begins_anew(curves_view: CurvesView) -> None:
    view = curves_view
    history = finished_run(3)
    view.show_history(history)
    settle(view)
    turn_wheel(view.canvas, middle_of(view.canvas, view.loss), 5)
    fill(history, started(4, 3, run_id=2), *epoch_events(1, [9.0, 8.0, 7.0, 6.0], run_id=2))
    view.show_history(history)
    np.testing.assert_array_equal(view.lines["batch_loss"].y, [9.0, 8.0, 7.0, 6.0])
    low, high = view.loss.view.viewRange()[1]
    assert low < 6.0
    assert high > 9.0


def test_without_validation_there_is_no_such_curve(curves_view: CurvesView) -> None:
    view = curves_view
    history = fill(History(), started(4, 3, validation=0), BatchDone(1, 1, 1, 1, 2.0, 0.1))
    view.show_history(history)
    assert [entry.text for entry in view.legend.entries] == ["training, each batch", "training, each epoch"]


def test_hidden_it_waits_until_it_is_shown(curves_view: CurvesView) -> None:
    view = curves_view
    view.hide()
    history = finished_run(2)
    view.show_history(history)
    assert len(view.lines["train_loss"].x) == 0
    view.show()
    assert len(view.lines["train_loss"].x) == 2


def test_curves_follow_the_theme(curves_view: CurvesView) -> None:
    view = curves_view
    view.show_history(finished_run(3))
    for choice, colours in (("dark", DARK), ("light", LIGHT)):
        themes.choose(choice)  # type: ignore[arg-type]
        settle(view)
        image = view.canvas.grab().toImage()
        place = place_of(view.canvas, view.loss, 2.0, 1.15 * 1.25)
        assert QColor(image.pixel(place)).name() == colours.validation
        assert QColor(image.pixel(place_of(view.canvas, view.loss, 1.0, 2.15))).name() == colours.train
        assert QColor(image.pixel(2, 2)).name() == colours.plot_background


def test_a_million_batches(curves_view: CurvesView) -> None:
    view = curves_view
    history = fill(History(), started(50_000, 40))
    rng = np.random.default_rng(0)
    losses = 1 + rng.random(1_000_000)
    losses[777_777], losses[123_456] = 9.0, 0.125
    for step, loss in enumerate(losses.tolist(), start=1):
        history.add(BatchDone(1, step, 1 + (step - 1) // 50_000, 1, loss, 0.5))
    view.show_history(history)
    line = view.lines["batch_loss"]
    assert 500 < len(line.x) <= MAX_POINTS
    assert np.nanmax(line.y) == 9.0
    assert np.nanmin(line.y) == 0.125
    assert line.x[np.nanargmax(line.y)] == pytest.approx(777_778 / 50_000, abs=0.02)
    settle(view)
    view.loss.set_range(x=(2.0, 2.002))
    np.testing.assert_array_equal(line.y, losses[(line.x * 50_000).round().astype(int) - 1])
    assert 100 <= len(line.x) <= 105
    history.add(BatchDone(1, 1_000_001, 21, 1, 20.0, 0.5))
    view.reset_view()
    view.show_history(history)
    assert len(line.x) <= MAX_POINTS
    assert line.y[-1] == 20.0


def test_exports(qtbot: QtBot, light_theme: None, tmp_path: Path) -> None:
    asked: list[str] = []

    def choose(parent: QWidget, title: str, suggestion: str, file_filter: str) -> str:
        asked.append(Path(suggestion).name)
        return str(tmp_path / Path(suggestion).name)

    view = CurvesView(choose=choose)
    qtbot.addWidget(view)
    view.resize(700, 520)
    view.show()
    history = finished_run(3)
    view.show_history(history)
    settle(view)
    for action in view.export_button.menu().actions():
        with qtbot.waitSignal(view.saved):
            action.trigger()
    assert asked == ["my-mlp-curves.png", "my-mlp-curves.svg", "my-mlp-curves.csv"]

    image = QImage(str(tmp_path / asked[0]))
    assert image.width() == view.canvas.viewport().width() * 2
    # The title stands above the plot.
    heading = image.height() - view.canvas.viewport().height() * 2
    place = place_of(view.canvas, view.loss, 1.0, 2.15) * 2 + QPoint(0, heading)
    assert QColor(image.pixel(place)).name() == LIGHT.train

    tree = ElementTree.parse(tmp_path / asked[1])
    texts = {(element.text or "").strip() for element in tree.iter("{http://www.w3.org/2000/svg}text")}
    assert {"validation, each epoch", "best validation accuracy: epoch 3, 48.0 %"} <= texts
    strokes = {element.get("stroke") for element in tree.iter("{http://www.w3.org/2000/svg}g")}
    assert {LIGHT.train, LIGHT.validation} <= strokes
    assert not list(tree.iter("{http://www.w3.org/2000/svg}image"))

    with (tmp_path / asked[2]).open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert [float(row["train_loss"]) for row in rows if row["row"] == "batch"] == list(history.batch_loss)
