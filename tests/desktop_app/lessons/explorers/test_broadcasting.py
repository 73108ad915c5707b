"""The broadcasting explorer, with mouse and keyboard."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from desktop_app.lessons.explorers.broadcasting import BroadcastingExplorer
from desktop_app.lessons.explorers.broadcasting_picture import spot
from desktop_app.plots.export import ExportButton
from tests.desktop_app.lessons.explorers.answering import answered


@pytest.fixture
def explorer(qtbot, tmp_path):
    explorer = BroadcastingExplorer(choose=lambda *_: str(tmp_path / "broadcasting"))
    qtbot.addWidget(explorer)
    explorer.player._animation.setDuration(1)
    answered(explorer)
    explorer.resize(900, 600)
    explorer._ask()
    return explorer


def type_shapes(qtbot, explorer, text):
    explorer.edit.selectAll()
    qtbot.keyClicks(explorer.edit, text)
    qtbot.keyClick(explorer.edit, Qt.Key.Key_Return)


def test_typed_shapes_are_computed_by_mxnet_and_bring_their_sign_along(qtbot, explorer):
    explorer.show()
    type_shapes(qtbot, explorer, "(3,4,2)*(4,2)")
    assert explorer.setup.operation == "multiply"
    qtbot.waitUntil(lambda: explorer.facts()["seen"])
    facts = explorer.facts()
    assert (facts["result_shape"], facts["computed"], facts["num_stretched"]) == ("(3,4,2)", True, 1)
    result = explorer.picture.scene.result
    first = np.arange(24).reshape(3, 4, 2)
    np.testing.assert_array_equal(result, first * (10 * np.arange(1, 9).reshape(4, 2)))


def test_a_mistake_is_said_while_it_is_typed_and_changes_nothing(qtbot, explorer):
    explorer.show()
    type_shapes(qtbot, explorer, "(4,3)+(9,)")
    assert explorer.sentence.text() == "Every axis can have from 1 to 6 entries here."
    assert explorer.edit.property("invalid")
    assert explorer.setup.shapes == "(4,3)+(3,)"


def test_a_size_is_dragged_and_typed(qtbot, explorer):
    explorer.show()
    cell = explorer.board.cells[1, -1]
    qtbot.mousePress(cell, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    qtbot.mouseMove(cell, QPoint(10, -4))
    qtbot.mouseRelease(cell, Qt.MouseButton.LeftButton)
    assert explorer.setup.shapes == "(4,3)+(4,)"
    qtbot.waitUntil(lambda: explorer.facts()["seen"])
    assert explorer.sentence.text().startswith("Axis −1: A has 3 entries and B has 4.")
    assert "could not be broadcast" in explorer.verdict.text()
    assert explorer.facts()["failing_axis"] == -1
    qtbot.keyClick(cell, Qt.Key.Key_1)
    assert explorer.setup.shapes == "(4,3)+(1,)"
    qtbot.keyClick(cell, Qt.Key.Key_Up)
    assert explorer.setup.shapes == "(4,3)+(2,)"
    assert explorer.edit.text() == explorer.setup.shapes


def test_axes_and_a_third_array_come_and_go(qtbot, explorer):
    explorer.show()
    qtbot.mouseClick(explorer.board.adders[1], Qt.MouseButton.LeftButton)
    assert explorer.setup.shapes == "(4,3)+(1,3)"
    qtbot.mouseClick(explorer.board.removers[0], Qt.MouseButton.LeftButton)
    assert explorer.setup.shapes == "(3,)+(1,3)"
    qtbot.mouseClick(explorer.third, Qt.MouseButton.LeftButton)
    assert explorer.setup.shapes == "(3,)+(1,3)+(1,)"
    qtbot.mouseClick(explorer.third, Qt.MouseButton.LeftButton)
    assert explorer.setup.shapes == "(3,)+(1,3)"


def test_steps_go_forwards_and_back(qtbot, explorer):
    explorer.show()
    player = explorer.player
    qtbot.waitUntil(lambda: player.at_end)
    kinds = [explorer.picture.scene.step.kind]
    for _ in range(3):
        qtbot.mouseClick(player.back_button, Qt.MouseButton.LeftButton)
        kinds.append(explorer.picture.scene.step.kind)
    assert kinds == ["compute", "stretch", "pad", "start"]
    assert not player.back_button.isEnabled()
    qtbot.mouseClick(player.step_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not player.is_playing)
    assert explorer.picture.scene.step.kind == "pad"
    explorer.hide()


def test_hiding_stops_the_animation_at_its_end(qtbot, explorer):
    explorer.player._animation.setDuration(100_000)
    explorer.show()
    assert explorer.player.is_playing
    explorer.hide()
    assert not explorer.player.is_playing
    assert explorer.player.at_end


def test_an_entry_of_the_result_tells_where_it_comes_from(qtbot, explorer):
    explorer.show()
    qtbot.waitUntil(lambda: explorer.player.at_end)
    corners, cell = explorer.picture._panels()
    place = corners[-1] + (spot((2, 1), (4, 3)) * cell)
    qtbot.mouseMove(explorer.picture, place.toPoint() + QPoint(6, 6))
    assert explorer.picture.pointed == (2, 1)
    assert explorer.picture._card.label.text() == "A[2, 1] + B[1]<br>= 7 + 20 = <b>27</b>"


def test_the_operation_changes_the_text(qtbot, explorer):
    explorer.change(operation="maximum")
    assert explorer.setup.shapes == "(4,3), (3,)"
    assert explorer.facts()["operation"] == "maximum"


def test_a_state_of_a_lesson_is_taken_or_refused_with_a_sentence(explorer):
    said = []
    explorer.failed.connect(said.append)
    explorer.restore({"shapes": "(2,1)*(3,)"})
    assert explorer.state() == {"shapes": "(2,1)*(3,)", "operation": "multiply"}
    explorer.restore({"shapes": "(2,1)*"})
    explorer.restore({"shape": 3})
    assert len(said) == 2
    assert explorer.state()["shapes"] == "(2,1)*(3,)"


def test_numbers_and_pictures_are_exported(explorer, tmp_path):
    for action in explorer.findChild(ExportButton).menu().actions():
        action.trigger()
    lines = (tmp_path / "broadcasting.csv").read_text().splitlines()
    assert lines[:2] == ["axis 0,axis 1,value", "0,0,10"]
    assert len(lines) == 13
    assert (tmp_path / "broadcasting.png").stat().st_size > 1000
    assert (tmp_path / "broadcasting.svg").stat().st_size > 1000
