"""The result of a sweep: map, table and the chosen place."""

from __future__ import annotations

import csv
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

from core.experiment import with_value
from core.presets import load_preset
from core.selection.board import Board
from core.selection.cells import CellResult, Fit
from core.selection.sweep import Place, Sweep
from desktop_app.plots.sweep import SweepView
from desktop_app.plots.sweep_board import SweepBoard
from desktop_app.theme import themes
from tests.desktop_app.plots.runs import LEFT, settle
from tests.desktop_app.plots.sweeps import EXPERIMENT, MAP, SHARES, diverge, finish, full_line, full_map
from tests.selections import outcome_of


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


def test_before_the_first_start_it_says_what_a_sweep_is(sweep_view: SweepView, qtbot: QtBot) -> None:
    assert sweep_view.empty.isVisible()
    assert not sweep_view.export_button.isVisible()
    sweep_view.empty.show_ready({"overfitting-map": "Under- and overfitting"})
    with qtbot.waitSignal(sweep_view.empty.ready_chosen) as chosen:
        QTest.mouseClick(sweep_view.empty.buttons["overfitting-map"], LEFT)
    assert chosen.args == ["overfitting-map"]
    with qtbot.waitSignal(sweep_view.start_requested):
        QTest.mouseClick(sweep_view.bar.start, LEFT)


def test_the_map_shows_each_value_in_its_colour(sweep_view: SweepView) -> None:
    board = full_map()
    sweep_view.show_board(board)
    assert sweep_view.part_box.currentData() == "validation"
    content = sweep_view.map.grids[0].content
    assert content is not None
    np.testing.assert_array_equal(content.table.mean, SHARES)
    assert content.table.best == (1, 2)
    scale = sweep_view.map.scale
    assert scale is not None
    assert (scale.low, scale.high, scale.log) == (0.10, 0.90, False)
    for index in ((0, 0), (1, 1), (2, 3)):
        assert colour_of(sweep_view, index) == scale.colour(float(SHARES[index])).name()
    # The brightest colour of the map is the best value.
    brightness = [luminance(scale.colour(float(share))) for share in np.sort(SHARES.ravel())]
    assert brightness == sorted(brightness)


def test_low_losses_are_bright_and_wide_ranges_logarithmic(sweep_view: SweepView) -> None:
    board = SweepBoard(MAP, Board(MAP.cells()))
    losses = 10.0 ** np.linspace(-4, 2, 12).reshape(3, 4)
    for place in MAP.places():
        outcome = outcome_of(EXPERIMENT, [9.0, float(losses[place.index])])
        board.board.finish(CellResult(place.key, outcome))
    sweep_view.show_board(board)
    sweep_view.metric_box.setFocus()
    QTest.keyClick(sweep_view.metric_box, Qt.Key.Key_End)
    assert sweep_view.shown_metric == "loss"
    scale = sweep_view.map.scale
    assert scale is not None
    assert scale.log
    assert scale.share(0.1) == pytest.approx(0.5)
    assert luminance(scale.colour(1e-4)) > luminance(scale.colour(100))
    assert scale.ticks(8)[0] == pytest.approx(1e-4)


def test_tiny_training_errors_leave_the_colours_to_the_validation_errors(sweep_view: SweepView) -> None:
    board = SweepBoard(MAP, Board(MAP.cells()))
    for place in MAP.places():
        tiny = 1e-9 if place.index[1] == 0 else 0.5
        board.board.finish(CellResult(place.key, outcome_of(EXPERIMENT, [9.0, 0.1 + place.index[1]], train_loss=tiny)))
    sweep_view.show_board(board)
    sweep_view.metric_box.setFocus()
    QTest.keyClick(sweep_view.metric_box, Qt.Key.Key_End)
    sweep_view.part_box.setFocus()
    QTest.keyClick(sweep_view.part_box, Qt.Key.Key_Home)
    scale = sweep_view.map.scale
    assert scale is not None
    assert (scale.low, scale.high) == (pytest.approx(0.01), pytest.approx(3.1))
    assert scale.share(1e-9) == 0
    settle(sweep_view)


def test_without_a_validation_part_the_training_part_says_which_is_best(sweep_view: SweepView) -> None:
    sweep = MAP.changed(experiment=with_value(EXPERIMENT, "data.validation_share", 0.0))
    board = SweepBoard(sweep, Board(sweep.cells()))
    sweep_view.show_board(board)
    assert sweep_view.part_box.currentData() == "train"
    for place in sweep.places():
        outcome = outcome_of(EXPERIMENT, [1.0], accuracies=[float(SHARES[place.index])])
        epochs = tuple(replace(e, validation_accuracy=None, validation_metrics={}) for e in outcome.epochs)
        board.board.finish(CellResult(place.key, replace(outcome, epochs=epochs)))
    sweep_view.refresh()
    assert sweep_view.selected == (1, 2)
    QTest.mouseClick(sweep_view.table_button, LEFT)
    row = [sweep_view.table.places.index(6, column).data() for column in range(5)]
    assert row == ["16", "1", "90.0 %", "–", "★ best"]


def test_cells_fill_in_and_tell_what_went_wrong(sweep_view: SweepView) -> None:
    board = SweepBoard(MAP, Board(MAP.cells()))
    sweep_view.show_board(board)
    assert sweep_view.map.scale is None
    places = list(MAP.places())
    finish(board, places[0], 0.4)
    diverge(board, places[1])
    board.board.finish(CellResult(places[2].key, None, "The worker died."))
    board.board.begin(places[3].key)
    sweep_view.refresh()
    assert [board.state(place.index) for place in places[:5]] == ["done", "diverged", "failed", "running", "waiting"]
    image = sweep_view.map.grab().toImage()
    boxes = [sweep_view.map.grids[0].cell_rect(place.index) for place in places[1:3]]
    seen = []
    for box in boxes:
        corner = sweep_view.map.mapFromScene(sweep_view.map.grids[0].mapToScene(box.topLeft()))
        area = [(corner.x() + x, corner.y() + y) for x in range(int(box.width())) for y in range(int(box.height()))]
        seen.append([QColor(image.pixel(*point)).name() for point in area])
    assert seen[0] != seen[1], "diverged and failed carry different signs"
    QTest.mouseClick(sweep_view.map.viewport(), LEFT, pos=middle(sweep_view, places[2].index))
    assert sweep_view.detail.problem.text() == "The worker died."
    assert "✕ failed" in sweep_view.detail.values.text()
    QTest.mouseClick(sweep_view.map.viewport(), LEFT, pos=middle(sweep_view, places[1].index))
    assert sweep_view.detail.problem.text() == "The loss is not finite."
    assert sweep_view.detail.curves.isVisible()


def test_the_best_place_is_looked_at_until_the_user_chooses(sweep_view: SweepView) -> None:
    board = SweepBoard(MAP, Board(MAP.cells()))
    sweep_view.show_board(board)
    places = {place.index: place for place in MAP.places()}
    for index, share in (((0, 0), 0.3), ((2, 1), 0.7)):
        finish(board, places[index], share)
        sweep_view.refresh()
        assert sweep_view.selected == index
    QTest.mouseClick(sweep_view.map.viewport(), LEFT, pos=middle(sweep_view, (1, 1)))
    finish(board, places[(1, 2)], 0.9)
    sweep_view.refresh()
    assert sweep_view.selected == (1, 1)


def test_arrow_keys_move_over_the_cells(sweep_view: SweepView, qtbot: QtBot) -> None:
    sweep_view.show_board(full_map())
    sweep_view.map.setFocus()
    assert sweep_view.selected == (1, 2)
    for key, wanted in (
        (Qt.Key.Key_Up, (0, 2)),
        (Qt.Key.Key_Up, (2, 2)),
        (Qt.Key.Key_Right, (2, 3)),
        (Qt.Key.Key_Right, (2, 0)),
        (Qt.Key.Key_Left, (2, 3)),
        (Qt.Key.Key_Down, (0, 3)),
    ):
        QTest.keyClick(sweep_view.map, key)
        assert sweep_view.selected == wanted
    assert sweep_view.detail.title.text() == "Layer 1, Dense: Units 8, Learning rate 10"
    assert "20.0 %" in sweep_view.map.accessibleDescription()
    with qtbot.waitSignal(sweep_view.run_wanted) as wanted_run:
        QTest.keyClick(sweep_view.map, Qt.Key.Key_Return)
    assert wanted_run.args == [Place((0, 3), 0).key]


def test_the_mouse_reads_values_off_the_map(sweep_view: SweepView) -> None:
    sweep_view.show_board(full_map())
    settle(sweep_view)
    QTest.mouseMove(sweep_view.map.viewport(), middle(sweep_view, (2, 1)))
    assert sweep_view.map.card.isVisible()
    text = sweep_view.map.card.label.text()
    assert "Layer 1, Dense: Units 32, Learning rate 0.1" in text
    assert "validation accuracy 70.0 %" in text


def test_both_parts_stand_side_by_side_with_one_scale(sweep_view: SweepView) -> None:
    board = full_map()
    sweep_view.show_board(board)
    sweep_view.part_box.setFocus()
    QTest.keyClick(sweep_view.part_box, Qt.Key.Key_Home)
    assert sweep_view.part_box.currentData() == "both"
    settle(sweep_view)
    first, second = (grid.content for grid in sweep_view.map.grids)
    assert first is not None
    assert second is not None
    assert (first.title, second.title) == ("Training", "Validation")
    assert first.scale is second.scale
    assert (first.marks_best, second.marks_best) == (False, True)
    assert sweep_view.map.grids[1].isVisible()
    QTest.mouseClick(sweep_view.map.viewport(), LEFT, pos=middle(sweep_view, (0, 3), grid=1))
    assert sweep_view.selected == (0, 3)
    QTest.keyClick(sweep_view.part_box, Qt.Key.Key_End)
    assert not sweep_view.map.grids[1].isVisible()


def test_the_table_has_a_row_for_each_place(sweep_view: SweepView) -> None:
    sweep_view.show_board(full_map())
    QTest.mouseClick(sweep_view.table_button, LEFT)
    assert sweep_view.table.isVisible()
    model = sweep_view.table.places
    assert model.rowCount() == 12
    row = [model.index(6, column).data() for column in range(5)]
    assert row == ["16", "1", "90.0 %", "90.0 %", "★ best"]
    assert sweep_view.table.currentIndex().row() == 6
    QTest.keyClick(sweep_view.table, Qt.Key.Key_Up)
    assert sweep_view.selected == (1, 1)
    QTest.mouseClick(sweep_view.table_button, LEFT)
    assert sweep_view.map.isVisible()
    assert sweep_view.map.selected == (1, 1)


def test_a_fit_stands_beside_the_map(sweep_view: SweepView, qtbot: QtBot) -> None:
    sweep = Sweep.made(
        experiment=load_preset("polynomial"),
        settings=({"path": "data.degree", "values": [1, 3]}, {"path": "data.num_train", "values": [5, 20]}),
    )
    board = SweepBoard(sweep, Board(sweep.cells()))
    x = np.linspace(-1, 1, 11, dtype=np.float32)
    samples = np.stack([x[:5], x[:5] ** 2], axis=1)
    for place in sweep.places():
        finish(board, place, 0.5, fit=Fit(x, x**2, samples, samples[:3]))
    sweep_view.show_board(board)
    assert sweep_view.part_box.currentData() == "both", "under- and overfitting is seen in both parts"
    QTest.mouseClick(sweep_view.map.viewport(), LEFT, pos=middle(sweep_view, (1, 0)))
    assert sweep_view.detail.fit.isVisible()
    np.testing.assert_array_equal(sweep_view.detail.fit.curve.y, (x**2).astype(np.float64))
    np.testing.assert_array_equal(sweep_view.detail.fit.train.x, x[:5].astype(np.float64))
    assert len(sweep_view.detail.fit.validation.x) == 3
    bar = sweep_view.detail.page_bar
    QTest.mouseClick(bar, LEFT, pos=bar.tabRect(1).center())
    assert sweep_view.detail.curves.isVisible()
    assert not sweep_view.detail.fit.isVisible()
    np.testing.assert_array_equal(sweep_view.detail.curves.validation.x, [1, 2])
    settle(sweep_view)
    key = Place((1, 0), 0).key
    with qtbot.waitSignal(sweep_view.experiment_wanted) as wanted:
        QTest.mouseClick(sweep_view.detail.experiment_button, LEFT)
    assert wanted.args == [key]
    with qtbot.waitSignal(sweep_view.run_wanted) as wanted:
        QTest.mouseClick(sweep_view.detail.run_button, LEFT)
    assert wanted.args == [key]


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_it_can_be_drawn_in_every_state(sweep_view: SweepView, choice: str) -> None:
    themes.choose(choice)  # type: ignore[arg-type]
    board = SweepBoard(MAP, Board(MAP.cells()))
    sweep_view.show_board(board)
    settle(sweep_view)
    for place in MAP.places():
        finish(board, place, float(SHARES[place.index]))
        sweep_view.refresh()
    board.board.cancel()
    settle(sweep_view)
    sweep_view.show_board(full_line())
    settle(sweep_view)
    sweep_view.show_board(None)
    assert sweep_view.empty.isVisible()


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
