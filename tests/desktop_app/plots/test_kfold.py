"""The K-fold tab: folds over the samples, their curves, mean and deviation."""

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

from core.experiment import with_value
from core.presets import load_preset
from core.selection.board import Board
from core.selection.cells import CellResult
from core.selection.kfold import KFold
from desktop_app.plots.kfold import KFoldView
from desktop_app.plots.kfold_style import fold_style
from desktop_app.plots.kfold_table import STATE, STRIP, TRAIN, VALIDATION
from desktop_app.plots.selection_bar import SelectionProgress
from desktop_app.theme import LIGHT, themes
from tests.desktop_app.plots.runs import LEFT, place_of, settle
from tests.selections import epoch_done, outcome_of

EXPERIMENT = with_value(load_preset("digits-mlp"), "training.num_epochs", 4)
SHARES = ([0.5, 0.7, 0.8, 0.90], [0.5, 0.6, 0.8, 0.94], [0.5, 0.6, 0.7, 0.95])


@pytest.fixture
def view(qtbot: QtBot, light_theme: None, fast_mouse: None) -> KFoldView:
    view = KFoldView()
    qtbot.addWidget(view)
    view.resize(950, 590)
    with qtbot.waitExposed(view):
        view.show()
    return view


def new_board(num_folds: int = 3) -> Board:
    return Board(KFold(num_folds=num_folds).cells(EXPERIMENT))


def finish(board: Board, row: int) -> None:
    shares = SHARES[row % len(SHARES)]
    board.finish(CellResult(board.keys[row], outcome_of(EXPERIMENT, [1 - s for s in shares], accuracies=shares)))


def full_board() -> Board:
    board = new_board()
    for row in range(3):
        finish(board, row)
    return board


def texts(view: KFoldView, column: int) -> list[str]:
    folds = view.table.folds
    return [folds.index(row, column).data() for row in range(folds.rowCount())]


def choose_metric(view: KFoldView, name: str) -> None:
    box = view.metric_box
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in range(box.findData(name)):
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert view.metric_box.name == name


def test_before_the_first_start_it_says_what_k_fold_is(view: KFoldView, qtbot: QtBot) -> None:
    assert view.empty.isVisible()
    assert not view.bar.isVisible()
    QTest.keyClick(view.empty.folds_box, Qt.Key.Key_Up)
    with qtbot.waitSignal(view.start_requested) as started:
        QTest.mouseClick(view.empty.start, LEFT)
    assert started.args == [6]
    view.show_obstacle("Add a layer.")
    assert not view.empty.start.isEnabled()
    assert view.empty.obstacle.text() == "Add a layer."


def test_the_number_of_folds_is_the_same_on_both_pages(view: KFoldView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.folds_chosen) as chosen:
        QTest.keyClick(view.empty.folds_box, Qt.Key.Key_Down)
    assert chosen.args == [4]
    view.show_board(new_board())
    assert view.folds_box.value() == 4
    QTest.keyClick(view.folds_box, Qt.Key.Key_Up)
    assert view.empty.folds_box.value() == 5
    assert (view.folds_box.minimum(), view.folds_box.maximum()) == (2, 20)


def test_rows_tell_how_far_each_fold_is(view: KFoldView) -> None:
    board = new_board(4)
    view.show_board(board)
    assert texts(view, STATE) == ["waiting"] * 4
    finish(board, 0)
    board.add_epoch(board.keys[1], epoch_done(1, 0.4))
    board.finish(CellResult(board.keys[2], None, "The worker died."))
    view.refresh()
    assert texts(view, STATE) == ["✓ done", "epoch 1 / 4", "✕ failed", "waiting"]
    assert texts(view, VALIDATION) == ["90.0 %", "–", "–", "–"]
    assert view.table.folds.index(2, STATE).data(Qt.ItemDataRole.ToolTipRole) == "The worker died."
    header = view.table.folds.headerData(STRIP, Qt.Orientation.Horizontal)
    assert header == "100 samples"


def test_each_row_keeps_another_part_for_validation(view: KFoldView) -> None:
    board = full_board()
    view.show_board(board)
    settle(view)
    image = view.table.viewport().grab().toImage()
    for row in range(3):
        area = view.table.visualRect(view.table.folds.index(row, STRIP)).adjusted(6, 4, -6, -4)
        y = area.top() + 4
        for part in range(3):
            x = area.left() + round((part + 0.5) * area.width() / 3)
            wanted = fold_style(row + 1).mixed().name() if part == row else LIGHT.border
            assert QColor(image.pixel(x, y)).name() == wanted


def test_curves_hold_what_the_folds_have_learned(view: KFoldView) -> None:
    board = full_board()
    view.show_board(board)
    assert view.metric_box.name == "accuracy"
    for line, shares in zip(view.curves.validation, SHARES, strict=True):
        np.testing.assert_array_equal(line.x, [1, 2, 3, 4])
        np.testing.assert_array_equal(line.y, shares)
    np.testing.assert_allclose(view.curves.mean.y, np.mean(SHARES, axis=0))
    deviation = np.std(SHARES, axis=0, ddof=1)
    np.testing.assert_allclose(view.curves.band.high - view.curves.band.low, 2 * deviation, atol=1e-12)
    looks = {(line.style.colour, line.style.symbol, line.style.dash) for line in view.curves.validation}
    assert len(looks) == len({symbol for _, symbol, _ in looks}) == 3, "told apart without colour"
    assert all(f.style.width < b.style.width for f, b in zip(view.curves.training, view.curves.validation, strict=True))


def test_epochs_that_were_thinned_stand_where_they_belong(view: KFoldView) -> None:
    experiment = with_value(EXPERIMENT, "training.num_epochs", 1000)
    board = Board(KFold(num_folds=2).cells(experiment))
    for key in board.keys:
        outcome = outcome_of(experiment, [0.5, 0.4, 0.3], accuracies=[0.7, 0.8, 0.9])
        epochs = tuple(replace(epoch, epoch=500 * n) for n, epoch in enumerate(outcome.epochs))
        board.finish(CellResult(key, replace(outcome, epochs=epochs)))
    view.show_board(board)
    np.testing.assert_array_equal(view.curves.validation[0].x, [0, 500, 1000])
    np.testing.assert_array_equal(view.curves.mean.x, [0, 500, 1000])
    assert view.curves.plot.view.viewRange()[0][1] > 1000


def test_no_two_of_twenty_folds_look_alike() -> None:
    styles = [fold_style(number) for number in range(1, 21)]
    assert len({(style.colour, style.symbol, style.dash) for style in styles}) == 20
    assert len({(style.symbol, style.dash) for style in styles}) == 20


def test_mean_and_deviation_stand_in_large_type(view: KFoldView) -> None:
    board = new_board()
    view.show_board(board)
    assert view.summary.figures["validation"].text() == "–"
    finish(board, 0)
    view.refresh()
    assert view.summary.figures["validation"].text() == "90.0 %"
    finish(board, 1)
    finish(board, 2)
    view.refresh()
    last = [shares[-1] for shares in SHARES]
    wanted = f"{100 * np.mean(last):.1f} % ± {100 * np.std(last, ddof=1):.1f} %"
    assert view.summary.figures["validation"].text() == wanted == "93.0 % ± 2.6 %"
    assert view.summary.note.text() == "mean ± standard deviation of 3 folds"
    assert view.summary.figures["validation"].font().pointSizeF() > 1.8 * view.font().pointSizeF()


def test_another_metric_and_a_logarithmic_loss(view: KFoldView) -> None:
    view.show_board(full_board())
    assert not view.log_box.isVisible()
    choose_metric(view, "loss")
    assert texts(view, TRAIN) == ["0.5000"] * 3
    assert view.curves.plot.left.labelText == "loss"
    QTest.mouseClick(view.log_box, LEFT, pos=QPoint(8, view.log_box.height() // 2))
    assert view.curves.plot.left.labelText == "loss (log)"
    np.testing.assert_allclose(view.curves.validation[0].y, np.log10([1 - s for s in SHARES[0]]))
    np.testing.assert_allclose(view.curves.mean.y, np.log10(1 - np.mean(SHARES, axis=0)))
    settle(view)


def test_a_diverged_fold_leaves_a_gap_and_counts_in_no_mean(view: KFoldView) -> None:
    board = full_board()
    outcome = outcome_of(EXPERIMENT, [0.5, math.inf], accuracies=[0.2, 0.1])
    ended = type(outcome.ended)(1, 6, "diverged", "Too fast.")
    board.finish(CellResult(board.keys[2], type(outcome)(outcome.started, outcome.epochs, ended)))
    view.show_board(board)
    choose_metric(view, "loss")
    settle(view)
    assert texts(view, STATE)[2] == "⚠ diverged"
    assert np.isnan(view.curves.validation[2].y).tolist() == [False, True]
    assert view.summary.note.text() == "mean ± standard deviation of 2 folds"


def test_a_click_on_a_curve_chooses_its_fold(view: KFoldView, qtbot: QtBot) -> None:
    view.show_board(full_board())
    settle(view)
    place = place_of(view.curves, view.curves.plot, 4, 0.90)
    QTest.mouseClick(view.curves.viewport(), LEFT, pos=place)
    assert view.table.currentIndex().row() == 0
    QTest.mouseClick(view.curves.viewport(), LEFT, pos=place_of(view.curves, view.curves.plot, 2, 0.60))
    assert view.table.currentIndex().row() in (1, 2)
    assert (
        max(view.curves.validation, key=lambda line: line.style.width)
        is view.curves.validation[view.table.currentIndex().row()]
    )


def test_the_run_of_a_fold_is_wanted_by_mouse_and_key(view: KFoldView, qtbot: QtBot) -> None:
    board = new_board()
    view.show_board(board)
    assert not view.run_button.isEnabled()
    finish(board, 1)
    view.refresh()
    rect = view.table.visualRect(view.table.folds.index(1, STATE))
    QTest.mouseClick(view.table.viewport(), LEFT, pos=rect.center())
    with qtbot.waitSignal(view.run_wanted) as wanted:
        QTest.mouseClick(view.run_button, LEFT)
    assert wanted.args == ["fold 2"]
    with qtbot.waitSignal(view.run_wanted):
        QTest.keyClick(view.table, Qt.Key.Key_Return)
    QTest.keyClick(view.table, Qt.Key.Key_Down)
    assert not view.run_button.isEnabled()


def test_the_mouse_reads_values_off_the_curves(view: KFoldView) -> None:
    view.show_board(full_board())
    settle(view)
    QTest.mouseMove(view.curves.viewport(), place_of(view.curves, view.curves.plot, 3, 0.75))
    assert view.curves.card.isVisible()
    text = view.curves.card.label.text()
    assert "epoch 3" in text
    assert "80.0 %" in text
    assert "70.0 %" in text


def test_buttons_follow_the_progress(view: KFoldView, qtbot: QtBot) -> None:
    view.show_board(full_board())
    view.show_progress(SelectionProgress(1, 3, 2, 0, 0, 0.5, 75.0, True))
    assert not view.bar.start.isEnabled()
    assert not view.folds_box.isEnabled()
    assert view.bar.state.text() == "1 of 3 runs done · 2 running · 1:15 min left"
    with qtbot.waitSignal(view.cancel_requested):
        QTest.mouseClick(view.bar.cancel, LEFT)
    view.show_progress(SelectionProgress(3, 3, 0, 1, 0, 1.0, None, False, 12.0))
    assert view.bar.state.text() == "3 of 3 runs done · 12 s"
    assert view.bar.note.text() == "1 of 3 runs failed; their places say why."
    with qtbot.waitSignal(view.retry_requested):
        QTest.mouseClick(view.bar.retry, LEFT)
    view.bar.show_changed(True)
    assert "Settings changed" in view.bar.note.text()
    with qtbot.waitSignal(view.start_requested):
        QTest.mouseClick(view.bar.start, LEFT)


def test_hidden_it_draws_nothing(view: KFoldView) -> None:
    board = new_board()
    view.show_board(board)
    view.hide()
    finish(board, 0)
    view.refresh()
    assert len(view.curves.validation[0].x) == 0
    view.show()
    assert len(view.curves.validation[0].x) == 4


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_it_follows_the_theme(view: KFoldView, choice: str) -> None:
    view.show_board(full_board())
    themes.choose(choice)  # type: ignore[arg-type]
    settle(view)
    image = view.curves.grab().toImage()
    place = place_of(view.curves, view.curves.plot, 1, 0.5)
    assert QColor(image.pixel(place)).name() in {line.style.mixed().name() for line in view.curves.validation}


def test_exports(qtbot: QtBot, light_theme: None, tmp_path: Path) -> None:
    asked: list[str] = []

    def choose(parent: QWidget, title: str, suggestion: str, file_filter: str) -> str:
        asked.append(Path(suggestion).name)
        return str(tmp_path / Path(suggestion).name)

    view = KFoldView(choose=choose)
    qtbot.addWidget(view)
    view.resize(900, 560)
    view.show()
    view.show_board(full_board())
    settle(view)
    for action in view.export_button.menu().actions():
        with qtbot.waitSignal(view.saved):
            action.trigger()
    assert [Path(name).suffix for name in asked] == [".png", ".svg", ".csv"]
    assert all("3-fold" in name for name in asked)
    assert QImage(str(tmp_path / asked[0])).width() == view.curves.viewport().width() * 2
    tree = ElementTree.parse(tmp_path / asked[1])
    words = {(element.text or "").strip() for element in tree.iter("{http://www.w3.org/2000/svg}text")}
    assert "mean of 3 folds ± standard deviation" in words
    with (tmp_path / asked[2]).open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["fold"], row["epoch"]) for row in rows] == [(f, e) for f in "123" for e in "1234"]
    assert [float(row["validation_accuracy"]) for row in rows] == [share for shares in SHARES for share in shares]
