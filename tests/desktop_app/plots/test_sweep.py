"""The result of a sweep: map, curve, table and the chosen place."""

from __future__ import annotations

import csv
import math
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.events import RunEnded
from core.experiment import with_value
from core.presets import load_preset
from core.selection.board import Board
from core.selection.cells import CellResult, Fit
from core.selection.sweep import Place, Sweep
from desktop_app.plots.sweep import SweepView
from desktop_app.plots.sweep_board import SweepBoard
from desktop_app.theme import themes
from tests.desktop_app.plots.runs import LEFT, place_of, settle
from tests.selections import outcome_of

EXPERIMENT = with_value(load_preset("digits-mlp"), "training.num_epochs", 2)
MAP = Sweep.made(
    name="Units and rate",
    experiment=EXPERIMENT,
    settings=(
        {"path": "layers.0.units", "values": [8, 16, 32]},
        {"path": "optimizer.learning_rate", "values": [0.01, 0.1, 1.0, 10.0]},
    ),
)
SHARES = np.array([[0.30, 0.60, 0.70, 0.20], [0.40, 0.80, 0.90, 0.30], [0.50, 0.70, 0.85, 0.10]])
LINE = Sweep.made(
    name="Rates",
    experiment=EXPERIMENT,
    settings=({"path": "optimizer.learning_rate", "values": [0.001, 0.01, 0.1, 1.0]},),
    seeds=(0, 1, 2),
)


@pytest.fixture
def view(qtbot: QtBot, light_theme: None, fast_mouse: None) -> SweepView:
    view = SweepView()
    qtbot.addWidget(view)
    view.resize(950, 520)
    with qtbot.waitExposed(view):
        view.show()
    return view


def finish(board: SweepBoard, place: Place, share: float, *, fit: Fit | None = None) -> None:
    outcome = outcome_of(EXPERIMENT, [1.0, 1 - share], accuracies=[share / 2, share])
    board.board.finish(CellResult(place.key, outcome, fit=fit))


def diverge(board: SweepBoard, place: Place) -> None:
    outcome = outcome_of(EXPERIMENT, [1.0, math.inf], accuracies=[0.1, 0.1])
    ended = RunEnded(1, 6, "diverged", "The loss is not finite.")
    board.board.finish(CellResult(place.key, replace(outcome, ended=ended)))


def full_map() -> SweepBoard:
    board = SweepBoard(MAP, Board(MAP.cells()))
    for place in MAP.places():
        finish(board, place, float(SHARES[place.index]))
    return board


def full_line() -> SweepBoard:
    board = SweepBoard(LINE, Board(LINE.cells()))
    for place in LINE.places():
        finish(board, place, 0.5 + 0.1 * place.index[0] + 0.02 * place.seed)
    return board


def middle(view: SweepView, index: tuple[int, int], grid: int = 0) -> QPoint:
    box = view.map.grids[grid].cell_rect(index)
    return view.map.mapFromScene(view.map.grids[grid].mapToScene(box.center()))


def colour_of(view: SweepView, index: tuple[int, int]) -> str:
    settle(view)
    box = view.map.grids[0].cell_rect(index)
    corner = view.map.mapFromScene(view.map.grids[0].mapToScene(box.bottomLeft())) + QPoint(6, -6)
    return QColor(view.map.grab().toImage().pixel(corner)).name()


def luminance(colour: QColor) -> float:
    """Return the relative luminance of sRGB (IEC 61966-2-1)."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.getRgbF()[:3]]
    return float(np.dot(linear, (0.2126, 0.7152, 0.0722)))


def test_before_the_first_start_it_says_what_a_sweep_is(view: SweepView, qtbot: QtBot) -> None:
    assert view.empty.isVisible()
    assert not view.export_button.isVisible()
    view.empty.show_ready({"overfitting-map": "Under- and overfitting"})
    with qtbot.waitSignal(view.empty.ready_chosen) as chosen:
        QTest.mouseClick(view.empty.buttons["overfitting-map"], LEFT)
    assert chosen.args == ["overfitting-map"]
    with qtbot.waitSignal(view.start_requested):
        QTest.mouseClick(view.bar.start, LEFT)


def test_the_map_shows_each_value_in_its_colour(view: SweepView) -> None:
    board = full_map()
    view.show_board(board)
    assert view.part_box.currentData() == "validation"
    content = view.map.grids[0].content
    assert content is not None
    np.testing.assert_array_equal(content.table.mean, SHARES)
    assert content.table.best == (1, 2)
    scale = view.map.scale
    assert scale is not None
    assert (scale.low, scale.high, scale.log) == (0.10, 0.90, False)
    for index in ((0, 0), (1, 1), (2, 3)):
        assert colour_of(view, index) == scale.colour(float(SHARES[index])).name()
    # The brightest colour of the map is the best value.
    brightness = [luminance(scale.colour(float(share))) for share in np.sort(SHARES.ravel())]
    assert brightness == sorted(brightness)


def test_low_losses_are_bright_and_wide_ranges_logarithmic(view: SweepView) -> None:
    board = SweepBoard(MAP, Board(MAP.cells()))
    losses = 10.0 ** np.linspace(-4, 2, 12).reshape(3, 4)
    for place in MAP.places():
        outcome = outcome_of(EXPERIMENT, [9.0, float(losses[place.index])])
        board.board.finish(CellResult(place.key, outcome))
    view.show_board(board)
    view.metric_box.setFocus()
    QTest.keyClick(view.metric_box, Qt.Key.Key_End)
    assert view.shown_metric == "loss"
    scale = view.map.scale
    assert scale is not None
    assert scale.log
    assert scale.share(0.1) == pytest.approx(0.5)
    assert luminance(scale.colour(1e-4)) > luminance(scale.colour(100))
    assert scale.ticks(8)[0] == pytest.approx(1e-4)


def test_tiny_training_errors_leave_the_colours_to_the_validation_errors(view: SweepView) -> None:
    board = SweepBoard(MAP, Board(MAP.cells()))
    for place in MAP.places():
        tiny = 1e-9 if place.index[1] == 0 else 0.5
        board.board.finish(CellResult(place.key, outcome_of(EXPERIMENT, [9.0, 0.1 + place.index[1]], train_loss=tiny)))
    view.show_board(board)
    view.metric_box.setFocus()
    QTest.keyClick(view.metric_box, Qt.Key.Key_End)
    view.part_box.setFocus()
    QTest.keyClick(view.part_box, Qt.Key.Key_Home)
    scale = view.map.scale
    assert scale is not None
    assert (scale.low, scale.high) == (pytest.approx(0.01), pytest.approx(3.1))
    assert scale.share(1e-9) == 0
    settle(view)


def test_without_a_validation_part_the_training_part_says_which_is_best(view: SweepView) -> None:
    sweep = MAP.changed(experiment=with_value(EXPERIMENT, "data.validation_share", 0.0))
    board = SweepBoard(sweep, Board(sweep.cells()))
    view.show_board(board)
    assert view.part_box.currentData() == "train"
    for place in sweep.places():
        outcome = outcome_of(EXPERIMENT, [1.0], accuracies=[float(SHARES[place.index])])
        epochs = tuple(replace(e, validation_accuracy=None, validation_metrics={}) for e in outcome.epochs)
        board.board.finish(CellResult(place.key, replace(outcome, epochs=epochs)))
    view.refresh()
    assert view.selected == (1, 2)
    QTest.mouseClick(view.table_button, LEFT)
    row = [view.table.places.index(6, column).data() for column in range(5)]
    assert row == ["16", "1", "90.0 %", "–", "★ best"]


def test_cells_fill_in_and_tell_what_went_wrong(view: SweepView) -> None:
    board = SweepBoard(MAP, Board(MAP.cells()))
    view.show_board(board)
    assert view.map.scale is None
    places = list(MAP.places())
    finish(board, places[0], 0.4)
    diverge(board, places[1])
    board.board.finish(CellResult(places[2].key, None, "The worker died."))
    board.board.begin(places[3].key)
    view.refresh()
    assert [board.state(place.index) for place in places[:5]] == ["done", "diverged", "failed", "running", "waiting"]
    image = view.map.grab().toImage()
    boxes = [view.map.grids[0].cell_rect(place.index) for place in places[1:3]]
    seen = []
    for box in boxes:
        corner = view.map.mapFromScene(view.map.grids[0].mapToScene(box.topLeft()))
        area = [(corner.x() + x, corner.y() + y) for x in range(int(box.width())) for y in range(int(box.height()))]
        seen.append([QColor(image.pixel(*point)).name() for point in area])
    assert seen[0] != seen[1], "diverged and failed carry different signs"
    QTest.mouseClick(view.map.viewport(), LEFT, pos=middle(view, places[2].index))
    assert view.detail.problem.text() == "The worker died."
    assert "✕ failed" in view.detail.values.text()
    QTest.mouseClick(view.map.viewport(), LEFT, pos=middle(view, places[1].index))
    assert view.detail.problem.text() == "The loss is not finite."
    assert view.detail.curves.isVisible()


def test_the_best_place_is_looked_at_until_the_user_chooses(view: SweepView) -> None:
    board = SweepBoard(MAP, Board(MAP.cells()))
    view.show_board(board)
    places = {place.index: place for place in MAP.places()}
    for index, share in (((0, 0), 0.3), ((2, 1), 0.7)):
        finish(board, places[index], share)
        view.refresh()
        assert view.selected == index
    QTest.mouseClick(view.map.viewport(), LEFT, pos=middle(view, (1, 1)))
    finish(board, places[(1, 2)], 0.9)
    view.refresh()
    assert view.selected == (1, 1)


def test_arrow_keys_move_over_the_cells(view: SweepView, qtbot: QtBot) -> None:
    view.show_board(full_map())
    view.map.setFocus()
    assert view.selected == (1, 2)
    for key, wanted in (
        (Qt.Key.Key_Up, (0, 2)),
        (Qt.Key.Key_Up, (2, 2)),
        (Qt.Key.Key_Right, (2, 3)),
        (Qt.Key.Key_Right, (2, 0)),
        (Qt.Key.Key_Left, (2, 3)),
        (Qt.Key.Key_Down, (0, 3)),
    ):
        QTest.keyClick(view.map, key)
        assert view.selected == wanted
    assert view.detail.title.text() == "Layer 1, Dense: Units 8, Learning rate 10"
    assert "20.0 %" in view.map.accessibleDescription()
    with qtbot.waitSignal(view.run_wanted) as wanted_run:
        QTest.keyClick(view.map, Qt.Key.Key_Return)
    assert wanted_run.args == [Place((0, 3), 0).key]


def test_the_mouse_reads_values_off_the_map(view: SweepView) -> None:
    view.show_board(full_map())
    settle(view)
    QTest.mouseMove(view.map.viewport(), middle(view, (2, 1)))
    assert view.map.card.isVisible()
    text = view.map.card.label.text()
    assert "Layer 1, Dense: Units 32, Learning rate 0.1" in text
    assert "validation accuracy 70.0 %" in text


def test_both_parts_stand_side_by_side_with_one_scale(view: SweepView) -> None:
    board = full_map()
    view.show_board(board)
    view.part_box.setFocus()
    QTest.keyClick(view.part_box, Qt.Key.Key_Home)
    assert view.part_box.currentData() == "both"
    settle(view)
    first, second = (grid.content for grid in view.map.grids)
    assert first is not None
    assert second is not None
    assert (first.title, second.title) == ("Training", "Validation")
    assert first.scale is second.scale
    assert (first.marks_best, second.marks_best) == (False, True)
    assert view.map.grids[1].isVisible()
    QTest.mouseClick(view.map.viewport(), LEFT, pos=middle(view, (0, 3), grid=1))
    assert view.selected == (0, 3)
    QTest.keyClick(view.part_box, Qt.Key.Key_End)
    assert not view.map.grids[1].isVisible()


def test_one_setting_is_a_curve_with_a_band_over_the_seeds(view: SweepView) -> None:
    board = full_line()
    view.show_board(board)
    band = view.band
    assert band.isVisible()
    np.testing.assert_allclose(band.lines["validation"].x, [-3, -2, -1, 0])
    assert band.plot.bottom.logMode
    values = 0.5 + 0.1 * np.arange(4)[:, None] + 0.02 * np.arange(3)
    np.testing.assert_allclose(band.lines["validation"].y, values.mean(axis=1))
    deviation = values.std(axis=1, ddof=1)
    np.testing.assert_allclose(band.bands["validation"].high - band.bands["validation"].low, 2 * deviation)
    np.testing.assert_allclose(band.points["validation"].y, values.ravel())
    assert [mark.text for mark in band.marks.marks] == ["★ best: 1"]
    assert band.legend.entries[0].text == "training, mean ± standard deviation of 3 seeds"
    settle(view)


def test_keys_and_mouse_choose_a_value_of_the_curve(view: SweepView) -> None:
    view.show_board(full_line())
    settle(view)
    assert view.selected == (3,)
    QTest.mouseClick(view.band.viewport(), LEFT, pos=place_of(view.band, view.band.plot, -2.1, 0.6))
    assert view.selected == (1,)
    QTest.keyClick(view.band, Qt.Key.Key_Right)
    assert view.selected == (2,)
    assert view.band.cursor.x == pytest.approx(-1)
    assert view.detail.seed_box.isVisible()
    view.detail.seed_box.setFocus()
    QTest.keyClick(view.detail.seed_box, Qt.Key.Key_Down)
    assert view.detail.key == Place((2,), 1).key


def test_words_stand_side_by_side(view: SweepView) -> None:
    sweep = Sweep.made(
        experiment=EXPERIMENT, settings=({"path": "layers.0.activation", "values": ["relu", "tanh", "sigmoid"]},)
    )
    board = SweepBoard(sweep, Board(sweep.cells()))
    for place in sweep.places():
        finish(board, place, 0.6 + 0.1 * place.index[0])
    view.show_board(board)
    settle(view)
    np.testing.assert_array_equal(view.band.lines["validation"].x, [0, 1, 2])
    assert view.band.plot.bottom._tickLevels == [[(0, "relu"), (1, "tanh"), (2, "sigmoid")]]
    assert view.band.lines["validation"].style.dash == Qt.PenStyle.NoPen


def test_the_table_has_a_row_for_each_place(view: SweepView) -> None:
    view.show_board(full_map())
    QTest.mouseClick(view.table_button, LEFT)
    assert view.table.isVisible()
    model = view.table.places
    assert model.rowCount() == 12
    row = [model.index(6, column).data() for column in range(5)]
    assert row == ["16", "1", "90.0 %", "90.0 %", "★ best"]
    assert view.table.currentIndex().row() == 6
    QTest.keyClick(view.table, Qt.Key.Key_Up)
    assert view.selected == (1, 1)
    QTest.mouseClick(view.table_button, LEFT)
    assert view.map.isVisible()
    assert view.map.selected == (1, 1)


def test_a_fit_stands_beside_the_map(view: SweepView, qtbot: QtBot) -> None:
    sweep = Sweep.made(
        experiment=load_preset("polynomial"),
        settings=({"path": "data.degree", "values": [1, 3]}, {"path": "data.num_train", "values": [5, 20]}),
    )
    board = SweepBoard(sweep, Board(sweep.cells()))
    x = np.linspace(-1, 1, 11, dtype=np.float32)
    samples = np.stack([x[:5], x[:5] ** 2], axis=1)
    for place in sweep.places():
        finish(board, place, 0.5, fit=Fit(x, x**2, samples, samples[:3]))
    view.show_board(board)
    assert view.part_box.currentData() == "both", "under- and overfitting is seen in both parts"
    QTest.mouseClick(view.map.viewport(), LEFT, pos=middle(view, (1, 0)))
    assert view.detail.fit.isVisible()
    np.testing.assert_array_equal(view.detail.fit.curve.y, (x**2).astype(np.float64))
    np.testing.assert_array_equal(view.detail.fit.train.x, x[:5].astype(np.float64))
    assert len(view.detail.fit.validation.x) == 3
    bar = view.detail.page_bar
    QTest.mouseClick(bar, LEFT, pos=bar.tabRect(1).center())
    assert view.detail.curves.isVisible()
    assert not view.detail.fit.isVisible()
    np.testing.assert_array_equal(view.detail.curves.validation.x, [1, 2])
    settle(view)
    key = Place((1, 0), 0).key
    with qtbot.waitSignal(view.experiment_wanted) as wanted:
        QTest.mouseClick(view.detail.experiment_button, LEFT)
    assert wanted.args == [key]
    with qtbot.waitSignal(view.run_wanted) as wanted:
        QTest.mouseClick(view.detail.run_button, LEFT)
    assert wanted.args == [key]


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_it_can_be_drawn_in_every_state(view: SweepView, choice: str) -> None:
    themes.choose(choice)  # type: ignore[arg-type]
    board = SweepBoard(MAP, Board(MAP.cells()))
    view.show_board(board)
    settle(view)
    for place in MAP.places():
        finish(board, place, float(SHARES[place.index]))
        view.refresh()
    board.board.cancel()
    settle(view)
    view.show_board(full_line())
    settle(view)
    view.show_board(None)
    assert view.empty.isVisible()


def test_exports(qtbot: QtBot, light_theme: None, tmp_path: Path) -> None:
    asked: list[str] = []

    def choose(parent: QWidget, title: str, suggestion: str, file_filter: str) -> str:
        asked.append(Path(suggestion).name)
        return str(tmp_path / Path(suggestion).name)

    view = SweepView(choose=choose)
    qtbot.addWidget(view)
    view.resize(950, 520)
    view.show()
    view.show_board(full_map())
    settle(view)
    for action in view.export_button.menu().actions():
        with qtbot.waitSignal(view.saved):
            action.trigger()
    assert QImage(str(tmp_path / asked[0])).width() == view.map.viewport().width() * 2
    tree = ElementTree.parse(tmp_path / asked[1])
    words = {(element.text or "").strip() for element in tree.iter("{http://www.w3.org/2000/svg}text")}
    assert {"Learning rate", "Layer 1, Dense: Units", "90.0 %"} <= words
    with (tmp_path / asked[2]).open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert [float(row["validation_accuracy_mean"]) for row in rows] == SHARES.ravel().tolist()
    assert [row["best"] for row in rows].index("1") == 6
