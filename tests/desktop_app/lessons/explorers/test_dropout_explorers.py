"""The explorers of dropout: masks and means of one layer, the rates of two."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.lessons.explorers.expectation import ExpectationExplorer
from desktop_app.lessons.explorers.rates import RatesExplorer
from tests.desktop_app.lessons.explorers.opened import drag, opened, pixel


@pytest.fixture
def expectation(qtbot, light_theme, fast_mouse):
    return opened(qtbot, ExpectationExplorer)


@pytest.fixture
def rates(qtbot, light_theme, fast_mouse):
    return opened(qtbot, RatesExplorer)


def test_masks_are_drawn_one_by_one_and_by_the_hundred(expectation):
    before = expectation.masks.masks.kept
    assert before.shape == (20, 8)
    for button in expectation.more_buttons:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert expectation.setup.draws == 121
    assert expectation.masks.masks.kept.shape == (24, 8)
    assert expectation.means.mean.x[-1] == pytest.approx(np.log10(121))
    assert expectation.means.mean.y[-1] == pytest.approx(expectation.facts()["mean"])
    assert expectation.facts()["farthest"] < 0.5


def test_without_scaling_the_mean_is_too_small(expectation):
    expectation.restore({"draws": 2000})
    assert expectation.facts()["mean"] == pytest.approx(1, abs=0.05)
    expectation.controls["scaled"].click()
    assert expectation.facts()["scaled"] is False
    assert expectation.facts()["mean"] == pytest.approx(0.5, abs=0.03)
    assert "Without scaling" in expectation.explanation.text()


def test_masks_and_means_are_read_and_exported(expectation):
    masks, means = expectation.masks, expectation.means
    kept = bool(expectation.draws.kept[4, 2])
    QTest.mouseMove(masks.viewport(), pixel(masks, masks.plot, 3, 5))
    assert masks.card.label.text() == f"draw 5, unit 3: {'kept' if kept else 'dropped'}"
    QTest.mouseMove(means.viewport(), pixel(means, means.plot, 1.0, 1.0))
    assert "after 10 draws" in means.card.label.text()
    lines = expectation.to_csv().splitlines()
    assert len(lines) == 21
    draws = expectation.draws
    np.testing.assert_allclose(np.array(lines[-1].split(",")[2:], dtype=float), draws.shares[-1])
    assert float(lines[-1].split(",")[1]) == pytest.approx(draws.means[-1].sum() / draws.h.sum())


def test_rates_are_dragged_and_swapped(rates):
    map_ = rates.map
    drag(map_, pixel(map_, map_.plot, 0.2, 0.5), pixel(map_, map_.plot, 0.6, 0.3))
    assert (rates.setup.first, rates.setup.second) == pytest.approx((0.6, 0.3), abs=0.02)
    first, second = rates.setup.first, rates.setup.second
    QTest.mouseClick(rates.swap_button, Qt.MouseButton.LeftButton)
    assert (rates.setup.first, rates.setup.second) == (second, first)


def test_a_level_line_goes_through_the_rates(rates):
    line = rates.map.same
    found = np.interp(rates.setup.first, line.x, line.y)
    assert found == pytest.approx(rates.setup.second, abs=0.01)


def test_outputs_are_counted_read_and_exported(rates):
    assert rates.bars.counts.sum() == 2000
    assert rates.facts()["deviation"] == pytest.approx(rates.outputs.std(), rel=0.05)
    QTest.mouseMove(rates.bars.viewport(), pixel(rates.bars, rates.bars.plot, 1.0, 10))
    assert "of 2000" in rates.bars.card.label.text()
    QTest.mouseMove(rates.map.viewport(), pixel(rates.map, rates.map.plot, 0.5, 0.5))
    assert "paths kept: 25" in rates.map.card.label.text()
    assert len(rates.to_csv().splitlines()) == 2001
    rates.restore({"first": 0.0, "second": 0.0})
    assert rates.facts()["deviation"] == 0
