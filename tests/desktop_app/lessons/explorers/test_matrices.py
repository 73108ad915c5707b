"""The matrices explorer: curves, the cursor, the product in numbers."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.lessons.explorers.matrices import MatricesExplorer
from tests.desktop_app.lessons.explorers.opened import opened, pixel


@pytest.fixture
def matrices(qtbot, light_theme, fast_mouse):
    return opened(qtbot, MatricesExplorer)


def test_the_curves_are_the_norms(matrices):
    np.testing.assert_array_equal(matrices.plot.first.y, matrices.products.norms[0])
    assert sum(len(line.x) > 0 for line in matrices.plot.others) == 9
    matrices.restore({"num_seeds": 3})
    assert sum(len(line.x) > 0 for line in matrices.plot.others) == 2
    assert matrices.facts()["log_norm"] == matrices.products.norms[0, -1] > 20
    assert "1.75" in matrices.explanation.text()


def test_the_cursor_shows_a_product_in_numbers(matrices):
    plot = matrices.plot
    QTest.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=pixel(plot, plot.plot, 30, 10))
    assert matrices.setup.shown == 30
    np.testing.assert_array_equal(matrices.matrix.matrix.values, matrices.products.products[29])
    QTest.keyClick(plot, Qt.Key.Key_Left)
    QTest.keyClick(plot, Qt.Key.Key_PageUp)
    assert matrices.setup.shown == 39
    for _ in range(10):
        QTest.keyClick(plot, Qt.Key.Key_PageUp)
    assert matrices.setup.shown == 100
    matrices.restore({"num_factors": 50})
    assert matrices.facts()["shown"] == 50
    assert "50" in matrices.matrix.heading.text()


def test_the_steady_sigma_is_a_click_away(matrices):
    QTest.mouseClick(matrices.steady_button, Qt.MouseButton.LeftButton)
    assert matrices.setup.sigma == 0.57
    assert abs(matrices.facts()["log_norm"]) < 5


def test_the_mouse_reads_and_numbers_are_exported(matrices):
    plot = matrices.plot
    QTest.mouseMove(plot.viewport(), pixel(plot, plot.plot, 10, 20))
    assert "10 factors" in plot.card.label.text()
    lines = plot.to_csv().splitlines()
    assert len(lines) == 101
    assert float(lines[-1].split(",")[1]) == pytest.approx(matrices.products.norms[0, -1])


def test_what_is_beyond_float32_is_shown_too(matrices):
    matrices.restore({"sigma": 3.0, "size": 10, "num_factors": 200, "shown": 200})
    assert matrices.facts()["log_norm"] > 100
    matrices.matrix.grab()
    assert "10¹" in matrices.matrix.model.data(matrices.matrix.model.index(0, 0))
