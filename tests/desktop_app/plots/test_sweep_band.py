"""One setting of a sweep: a curve over its values, with a band over the seeds."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.selection.board import Board
from core.selection.sweep import Place, Sweep
from desktop_app.plots.sweep import SweepView
from desktop_app.plots.sweep_board import SweepBoard
from tests.desktop_app.plots.runs import LEFT, place_of, settle
from tests.desktop_app.plots.sweeps import EXPERIMENT, finish, full_line


def test_one_setting_is_a_curve_with_a_band_over_the_seeds(sweep_view: SweepView) -> None:
    board = full_line()
    sweep_view.show_board(board)
    band = sweep_view.band
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
    settle(sweep_view)


def test_keys_and_mouse_choose_a_value_of_the_curve(sweep_view: SweepView) -> None:
    sweep_view.show_board(full_line())
    settle(sweep_view)
    assert sweep_view.selected == (3,)
    QTest.mouseClick(sweep_view.band.viewport(), LEFT, pos=place_of(sweep_view.band, sweep_view.band.plot, -2.1, 0.6))
    assert sweep_view.selected == (1,)
    QTest.keyClick(sweep_view.band, Qt.Key.Key_Right)
    assert sweep_view.selected == (2,)
    assert sweep_view.band.cursor.x == pytest.approx(-1)
    assert sweep_view.detail.seed_box.isVisible()
    sweep_view.detail.seed_box.setFocus()
    QTest.keyClick(sweep_view.detail.seed_box, Qt.Key.Key_Down)
    assert sweep_view.detail.key == Place((2,), 1).key


def test_words_stand_side_by_side(sweep_view: SweepView) -> None:
    sweep = Sweep.made(
        experiment=EXPERIMENT, settings=({"path": "layers.0.activation", "values": ["relu", "tanh", "sigmoid"]},)
    )
    board = SweepBoard(sweep, Board(sweep.cells()))
    for place in sweep.places():
        finish(board, place, 0.6 + 0.1 * place.index[0])
    sweep_view.show_board(board)
    settle(sweep_view)
    np.testing.assert_array_equal(sweep_view.band.lines["validation"].x, [0, 1, 2])
    assert sweep_view.band.plot.bottom._tickLevels == [[(0, "relu"), (1, "tanh"), (2, "sigmoid")]]
    assert sweep_view.band.lines["validation"].style.dash == Qt.PenStyle.NoPen
