"""The ball explorer: dragging the star, λ by mouse, what it says and exports."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.explorers.ball import minimum
from desktop_app.lessons.explorers.ball import BallExplorer
from desktop_app.theme import themes
from tests.desktop_app.lessons.explorers.opened import drag, opened, pixel


@pytest.fixture
def ball(qtbot, light_theme, fast_mouse):
    return opened(qtbot, BallExplorer)


def test_the_star_is_dragged(ball):
    plane = ball.plane
    drag(plane, pixel(plane, plane.plot, 2.5, 1.5), pixel(plane, plane.plot, -2.0, 3.0))
    assert ball.setup.star == pytest.approx([-2.0, 3.0], abs=0.15)
    found = minimum(ball.setup)
    assert plane.found.x[0] == found.place[0]
    assert ball.facts()["first"] == found.place[0]


def test_the_star_is_moved_with_the_keyboard_too(ball):
    box = ball.controls["first"].box
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Up)
    assert ball.setup.first == pytest.approx(2.6)
    assert ball.controls["first"].label.text() == "Best w₁"
    ball.restore({"plane": "bias_too"})
    assert ball.controls["second"].label.text() == "Best b"


def test_lambda_is_chosen_in_the_path(ball):
    path = ball.path
    QTest.mouseClick(path.viewport(), Qt.MouseButton.LeftButton, pos=pixel(path, path.plot, 4.0, 1.0))
    assert ball.setup.lam == pytest.approx(4.0, abs=0.1)
    assert ball.controls["lam"].value == ball.setup.lam
    QTest.mouseMove(path.viewport(), pixel(path, path.plot, 2.0, 1.0))
    assert "λ = 2.0" in path.card.label.text()


def test_l1_sets_a_weight_to_zero_and_says_so(ball):
    assert "neither exactly 0" in ball.explanation.text()
    ball.restore({"penalty": "l1", "lam": 1.0})
    assert ball.facts()["zeros"] == 1
    assert "w₂ is exactly 0" in ball.explanation.text()
    ball.restore({"lam": 10.0})
    assert "Both are exactly 0" in ball.explanation.text()
    ball.restore({"lam": 0.0})
    assert "it is the star" in ball.explanation.text()
    assert not len(ball.plane.touching.x)


def test_a_bias_without_penalty_has_other_controls_and_a_strip(ball):
    ball.restore({"plane": "bias_free"})
    assert ball.controls["mean"].isVisible()
    assert not ball.controls["correlation"].isVisible()
    assert "strip |w| ≤ r" in [entry.text for entry in ball.plane.legend.entries]
    assert "bias costs nothing" in ball.explanation.text()
    ball.restore({"plane": "bias_too", "penalty": "l1", "lam": 9.0})
    assert ball.plane.plot.left.labelText == "b"


def test_the_plane_is_read_and_follows_the_theme(ball):
    plane = ball.plane
    QTest.mouseMove(plane.viewport(), pixel(plane, plane.plot, 0.0, 0.0))
    assert "penalty" in plane.card.label.text()
    before = plane.image.image.copy()
    themes.choose("dark")
    assert (plane.image.image != before).any()


def test_numbers_are_exported(ball):
    lines = ball.path.to_csv().splitlines()
    assert lines[0] == "lambda,first,second,loss,norm"
    assert len(lines) == 202
    row = np.array(lines[21].split(","), dtype=float)
    found = minimum(ball.setup, row[0])
    np.testing.assert_allclose(row[1:], [*found.place, found.loss, found.radius], rtol=1e-8)
