"""The symmetry explorer: ways of the units, loss and difference, what it says."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtTest import QTest

from desktop_app.lessons.explorers.symmetry import SymmetryExplorer
from tests.desktop_app.lessons.explorers.opened import opened, pick, pixel


@pytest.fixture
def symmetry(qtbot, light_theme, fast_mouse):
    explorer = opened(qtbot, SymmetryExplorer)
    explorer.restore({"num_steps": 100})
    return explorer


def test_equal_units_lie_in_one_place(symmetry):
    ends = {(float(line.x[0]), float(line.y[0])) for line in symmetry.plane.ends if len(line.x)}
    assert len(ends) == 1
    assert symmetry.facts()["equal"] is True
    assert "All 6 hidden units are equal" in symmetry.explanation.text()
    assert set(symmetry.curves.distance.y) == {-17.0}
    ((x, y),) = ends
    QTest.mouseMove(symmetry.plane.viewport(), pixel(symmetry.plane, symmetry.plane.plot, x, y))
    assert "units 1, 2, 3, 4, 5, 6" in symmetry.plane.card.label.text()


def test_examples_part_the_units(symmetry):
    for text in ("A trace of noise parts the units", "Dropout parts the units too"):
        pick(symmetry, text)
        assert symmetry.facts()["different"] > 1
    assert "Dropout has parted" in symmetry.explanation.text()
    symmetry.restore({"noise": 0.5, "units": 3})
    assert symmetry.facts()["different"] == 3
    assert sum(len(line.x) > 0 for line in symmetry.plane.ends) == 3


def test_curves_are_read_and_exported(symmetry):
    curves = symmetry.curves
    np.testing.assert_array_equal(curves.loss.y, symmetry.training.losses)
    QTest.mouseMove(curves.viewport(), pixel(curves, curves.upper, 50, 0.3))
    assert "step 50" in curves.card.label.text()
    lines = symmetry.to_csv().splitlines()
    assert lines[0].startswith("step,loss,largest_difference,w1_1,w2_1,b_1,v_1,w1_2")
    assert len(lines) == 102
    assert float(lines[-1].split(",")[1]) == pytest.approx(symmetry.training.losses[-1], rel=1e-6)
