"""The explorer of parameters, with mouse and keyboard."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, Qt

from core.explorers.deferred import ACCESSES
from desktop_app.lessons.explorers.deferred import DeferredExplorer
from desktop_app.plots.export import ExportButton
from tests.desktop_app.lessons.explorers.opened import opened

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def deferred(qtbot, light_theme, fast_mouse):
    return opened(qtbot, DeferredExplorer)


def facts(explorer, *names):
    return tuple(explorer.facts()[name] for name in names)


def click(qtbot, widget):
    qtbot.mouseClick(widget, LEFT)


def choose(qtbot, box, data):
    """Choose an entry of a box with the keyboard."""
    box.setFocus()
    for _ in range(box.count()):
        if box.currentData() == data:
            break
        qtbot.keyClick(box, Qt.Key.Key_Down)
    assert box.currentData() == data


def test_a_user_takes_one_step_after_the_other(qtbot, deferred):
    steps = deferred.steps
    names = ("stage", "num_known", "num_initialized", "num_parameters", "refused")
    assert facts(deferred, *names) == ("constructed", 2, 0, 4, False)
    assert not steps.forward_button.isEnabled()
    choose(qtbot, steps.init_box, "xavier")
    click(qtbot, steps.initialize_button)
    assert facts(deferred, *names) == ("initialized", 2, 2, 4, False)
    assert "deferred to the first forward pass" in deferred.verdict.text()
    deferred.tabs.setCurrentWidget(deferred.asked_of)
    deferred.asked_of.box.setFocus()
    for _ in range(ACCESSES.index("data")):
        qtbot.keyClick(deferred.asked_of.box, Qt.Key.Key_Down)
    assert facts(deferred, "access", "refused") == ("data", True)
    assert deferred.asked_of.refusal.text().startswith("DeferredInitializationError: dense0_weight")
    click(qtbot, steps.forward_button)
    assert facts(deferred, *names) == ("forward", 4, 4, 4, False)
    assert "<NDArray 4x5 @cpu(0)>" in deferred.asked_of.answer.toPlainText()
    assert deferred.setup.initializer == "xavier"
    click(qtbot, steps.construct_button)
    assert facts(deferred, *names) == ("constructed", 2, 0, 4, True)


def test_another_x_of_another_width_is_refused_with_a_sentence(qtbot, deferred):
    deferred.restore({"stage": "forward"})
    deferred.steps.column_box.setValue(7)
    assert not deferred.facts()["refused"]
    click(qtbot, deferred.steps.forward_button)
    assert facts(deferred, "refused", "num_known") == (True, 4)
    assert "does not change any more" in deferred.verdict.text()
    deferred.steps.column_box.setValue(5)
    click(qtbot, deferred.steps.forward_button)
    assert not deferred.facts()["refused"]


def test_in_units_make_the_shapes_known_at_once(qtbot, deferred):
    first, second = deferred.network.cards[:2]
    first.in_units.setFocus()
    qtbot.keyClicks(first.in_units, "5")
    qtbot.keyClick(first.in_units, Qt.Key.Key_Return)
    second.in_units.setValue(4)
    assert facts(deferred, "num_known") == (4,)
    click(qtbot, deferred.steps.initialize_button)
    assert "at once" in deferred.verdict.text()
    second.in_units.setValue(2)
    click(qtbot, deferred.steps.forward_button)
    assert "in_units=2, but the layer before it gives 4" in deferred.verdict.text()
    second.in_units.setValue(0)
    deferred.steps.column_box.setValue(6)
    click(qtbot, deferred.steps.forward_button)
    assert "X has 6 columns" in deferred.verdict.text()
    deferred.steps.column_box.setValue(5)
    click(qtbot, deferred.steps.forward_button)
    assert facts(deferred, "refused", "num_initialized") == (False, 4)


def test_initialising_again_draws_other_numbers(qtbot, deferred):
    deferred.restore({"stage": "forward"})
    deferred.tabs.setCurrentWidget(deferred.values)
    before = deferred.facts()["std"]
    choose(qtbot, deferred.steps.init_box, "own")
    click(qtbot, deferred.steps.force)
    click(qtbot, deferred.steps.again_button)
    assert facts(deferred, "reinitialized", "std") == (False, before)
    assert "force_reinit=True" in deferred.verdict.text()
    click(qtbot, deferred.steps.force)
    click(qtbot, deferred.steps.again_button)
    assert facts(deferred, "reinitialized", "initializer") == (True, "own")
    assert deferred.facts()["std"] > 100 * before
    assert deferred.values.counts.sum() == deferred.values.before.sum() == 20
    assert deferred.values.to_csv().splitlines()[0] == "low,high,count,before"


def test_a_pattern_chooses_and_a_slow_one_is_refused(qtbot, deferred):
    edit = deferred.pattern.edit
    edit.setFocus()
    qtbot.keyClicks(edit, ".*bias")
    assert facts(deferred, "num_matching", "num_parameters") == (2, 4)
    assert deferred.pattern.count.text() == "chooses 2 of 4"
    edit.clear()
    qtbot.keyClicks(edit, "bias")
    assert "put .* before it" in deferred.pattern.count.text()
    edit.clear()
    qtbot.keyClicks(edit, "(a|a)*")
    assert "cannot be repeated" in deferred.pattern.count.text()
    assert deferred.setup.pattern == "(a|a)"
    assert edit.text() == "(a|a)*"


def test_layers_share_one_object_and_their_gradients_add_up(qtbot, deferred):
    deferred.tabs.setCurrentWidget(deferred.sharing)
    qtbot.keyClick(deferred.controls["shared"], Qt.Key.Key_Space)
    click(qtbot, deferred.steps.initialize_button)
    click(qtbot, deferred.steps.forward_button)
    names = ("shared", "num_parameters", "gradient_is_sum", "refused", "edited")
    assert facts(deferred, *names) == (True, 2, True, False, False)
    first, second, total = (term.values for term in deferred.sharing.sums.terms)
    np.testing.assert_allclose(first + second, total, rtol=1e-4, atol=1e-6)
    strip = deferred.sharing.values
    start = strip.cell_rect((0, 1, 2)).center().toPoint()
    qtbot.mousePress(strip, LEFT, pos=start)
    qtbot.mouseRelease(strip, LEFT, pos=start)
    for _ in range(3):
        qtbot.keyClick(strip, Qt.Key.Key_Plus)
    assert strip.terms[0].values[1, 2] == strip.terms[1].values[1, 2] == pytest.approx(0.3)
    assert deferred.facts()["edited"]
    deferred.network.cards[1].units.setValue(3)
    assert deferred.facts()["gradient_is_sum"]
    assert [layer.units for layer in deferred.setup.layers] == [3, 3]
    assert not deferred.facts()["edited"]


def test_layers_are_added_and_removed_and_parameters_chosen(qtbot, deferred):
    network = deferred.network
    for _ in range(2):
        click(qtbot, network.add_button)
    assert facts(deferred, "num_layers", "num_parameters") == (4, 8)
    assert not network.add_button.isVisible()
    picture = network.cards[3].map
    qtbot.mouseClick(picture, LEFT, pos=picture.matrix_rect("bias").center().toPoint())
    assert deferred.setup.chosen == "3.bias"
    qtbot.keyClick(picture, Qt.Key.Key_Left)
    assert deferred.setup.chosen == "3.weight"
    deferred.pattern.table.setFocus()
    qtbot.keyClick(deferred.pattern.table, Qt.Key.Key_Up)
    assert deferred.setup.chosen == "2.bias"
    for _ in range(3):
        click(qtbot, network.cards[0].remove_button)
    assert facts(deferred, "num_layers") == (1,)
    assert deferred.setup.chosen == "0.weight"
    assert not network.cards[0].remove_button.isVisible()
    assert not deferred.controls["shared"].isEnabled()


def test_numbers_are_told_and_exported(deferred, tmp_path):
    picture = deferred.network.cards[0].map
    middle = picture.matrix_rect("weight").center()
    assert picture.text_at(middle) == "dense0_weight (4, 0)"
    deferred.restore({"stage": "forward", "initializer": "constant"})
    corner = picture.matrix_rect("weight").topLeft() + QPointF(1, 1)
    assert picture.text_at(corner) == "dense0_weight[0, 0] = 0.1"
    assert deferred.to_csv().splitlines()[1] == 'dense0_weight,0.weight,"(4, 5)",0.100000001,0,True'
    button = deferred.findChild(ExportButton)
    button._choose = lambda *_: str(tmp_path / "net")
    for action in button.menu().actions():
        action.trigger()
    assert {path.suffix for path in tmp_path.iterdir()} == {".csv", ".png", ".svg"}


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=12))
def test_any_text_is_a_pattern_or_a_sentence(qtbot, deferred, text):
    edit = deferred.pattern.edit
    edit.setText(text)
    edit.textEdited.emit(edit.text())
    invalid = bool(edit.property("invalid"))
    assert invalid or deferred.setup.pattern == edit.text()
    assert not invalid or deferred.pattern.count.text().endswith(".")


def test_a_state_of_a_lesson_is_taken_or_refused_with_a_sentence(qtbot, deferred):
    deferred.restore({"stage": "forward", "shared": True, "pattern": ".*weight", "initializer": "xavier"})
    names = ("stage", "num_known", "num_parameters", "num_matching", "shared", "gradient_is_sum", "refused")
    assert facts(deferred, *names) == ("forward", 2, 2, 1, True, True, False)
    state = deferred.state()
    for values in ({"pattern": "(a*)*"}, {"layers": []}, {"X_shape": [1]}, {"edit": [9, 9, 9]}, {"chosen": "7.bias"}):
        deferred.restore(values)
    assert len(deferred.sentences) == 5
    assert deferred.state() == state
    other = opened(qtbot, DeferredExplorer)
    other.restore(state)
    assert other.state() == state
    assert other.facts() == deferred.facts()
