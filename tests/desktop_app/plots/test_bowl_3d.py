"""The bowl in three dimensions: its geometry against the loss, and what is said where OpenGL is missing."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.bowl import bowl_of
from core.events import ProbeTaken
from core.presets import load_preset
from core.probes import Subject, TrailProbe
from desktop_app.plots import bowl_3d
from desktop_app.plots.boundary import BoundaryView
from desktop_app.plots.bowl_3d import Bowl3D, Scene, missing_part

LINEAR = load_preset("linear-regression")
PARTS = LINEAR.data.load()
BOWL = bowl_of(LINEAR, PARTS)
SCENE = Scene.of(BOWL, (-1.0, 5.0), (-6.0, 1.0))


def test_heights_are_losses() -> None:
    places, colours = SCENE.surface()
    weights = places[..., :2] * [3.0, 3.5] + [2.0, -2.5]
    residuals = PARTS.train.y[:, 0].astype(float) - weights.reshape(-1, 2) @ PARTS.train.X.T.astype(float)
    losses = ((residuals - residuals.mean(axis=1, keepdims=True)) ** 2).mean(axis=1).reshape(places.shape[:2]) / 2
    heights = places[..., 2]
    slope, start = np.polyfit(losses.ravel(), heights.ravel(), 1)
    np.testing.assert_allclose(slope * losses + start, heights, atol=1e-5)
    assert heights.max() == pytest.approx(bowl_3d._HEIGHT)
    assert places[..., :2].min() == -1
    assert places[..., :2].max() == 1
    assert colours.shape == (*places.shape[:2], 4)
    assert 0 <= colours.min() <= colours.max() == 1


def test_a_path_lies_on_the_surface_and_ends_where_the_box_does() -> None:
    path = np.array([[0.0, 0.0], [2.0, -3.4], [9.0, 0.0], [1.0, 0.0], [np.nan, 0.0], [3.0, 0.0], [3.0, 0.5]])
    found = SCENE.segments(path)
    np.testing.assert_allclose(found, SCENE.placed(path[[0, 1, 5, 6]]) + bowl_3d._LIFT)
    assert SCENE.segments(np.empty((0, 2))).shape == (0, 3)
    for level in SCENE.levels():
        assert BOWL.least < level < SCENE.highest


@pytest.mark.parametrize("reason", ["OpenGL", "context"])
def test_without_opengl_the_contours_stay_and_a_sentence_says_why(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, reason: str
) -> None:
    monkeypatch.setattr(bowl_3d, "find_spec", lambda _: None if reason == "OpenGL" else object())
    monkeypatch.setattr("PySide6.QtGui.QOpenGLContext.create", lambda _: False)
    view = BoundaryView()
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show()
    view.show_subject(Subject(LINEAR, PARTS, True))
    QTest.mouseClick(view.bowl_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(view.solid_box, Qt.MouseButton.LeftButton, pos=QPoint(8, view.solid_box.height() // 2))
    assert view.bowl.isVisible()
    assert view.bowl_3d is None
    assert view.probes() == (TrailProbe(),)
    view.show_probe(ProbeTaken(1, 3, TrailProbe(), {}))
    assert view.state.text() == "after step 3"
    assert ("gluon-lab[3d]" if reason == "OpenGL" else "cannot be used here") in view.note.text()
    assert view.note.isVisible()
    QTest.mouseClick(view.answers_button, Qt.MouseButton.LeftButton)
    assert not view.note.isVisible()


def test_where_there_is_opengl_the_bowl_can_be_turned(qtbot: QtBot) -> None:
    if missing_part():
        pytest.skip(missing_part())
    view = Bowl3D()
    qtbot.addWidget(view)
    view.resize(400, 300)
    with qtbot.waitExposed(view):
        view.show()
    path = np.array([[0.0, 0.0], [1.0, -2.0], [2.0, -3.4]])
    for known in (0, 1, 2, 3):
        view.show_bowl(BOWL, ((-1.0, 5.0), (-6.0, 1.0)), path[:known])
    assert "w₁ from −1.00 to 5.00" in view.caption.text()
    before = view.grab().toImage()
    assert len({before.pixel(x, y) for x in range(0, 400, 10) for y in range(0, 300, 10)}) > 20
    view.view.orbit(60, 10)
    assert view.grab().toImage() != before
