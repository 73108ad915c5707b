"""The editor of a sweep: settings, values, ranges, seeds, ready sweeps."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.experiment import Experiment, from_dict, to_dict, with_value
from core.fields import field_facts
from core.layers import Dense
from core.optimizers import SGD
from core.presets import load_preset
from core.selection.paths import settings_in
from core.selection.shipped import sweeps
from core.selection.sweep import Sweep
from desktop_app.panels.sweep import SweepEditor
from desktop_app.panels.sweep_axis import AxisRow, proposed
from desktop_app.panels.sweep_range import range_values
from desktop_app.panels.sweep_values import parse_values

LEFT = Qt.MouseButton.LeftButton
EXPERIMENT = load_preset("digits-mlp")


@pytest.fixture
def editor(qtbot: QtBot) -> Iterator[SweepEditor]:
    editor = SweepEditor()
    qtbot.addWidget(editor)
    editor.resize(900, 200)
    editor.show_experiment(EXPERIMENT)
    with qtbot.waitExposed(editor):
        editor.show()
    yield editor
    editor.look()


def choose(row: AxisRow, title: str) -> None:
    """Choose a setting with the keyboard."""
    row.box.setFocus()
    place = row.box.findText(title)
    assert place >= 0
    QTest.keyClick(row.box, Qt.Key.Key_Home)
    for _ in range(row.box.count()):
        if row.box.currentIndex() == place:
            return
        QTest.keyClick(row.box, Qt.Key.Key_Down)
    raise AssertionError(f"{title} cannot be reached")


def type_values(editor: SweepEditor, row: AxisRow, text: str, qtbot: QtBot) -> None:
    box = row.values.box
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(editor.changed):
        QTest.keyClicks(box, text)


def sweep_of(editor: SweepEditor) -> Sweep:
    assert editor.sweep is not None, editor.problem
    return editor.sweep


def test_it_begins_with_the_learning_rate_of_the_present_experiment(editor: SweepEditor) -> None:
    sweep = sweep_of(editor)
    assert sweep.experiment == EXPERIMENT
    assert [swept.path for swept in sweep.settings] == ["optimizer.learning_rate"]
    assert EXPERIMENT.optimizer.learning_rate in sweep.settings[0].values
    assert not editor.second.values.isEnabled()
    assert not editor.own_button.isVisible()


def test_all_settings_of_layers_and_groups_can_be_chosen(editor: SweepEditor) -> None:
    texts = [editor.first.box.itemText(row) for row in range(editor.first.box.count())]
    assert {"Layer 1, Dense: Units", "Layer 2, Dense: Activation", "Learning rate", "Batch size", "Layers"} <= set(
        texts
    )
    wanted = {entry.path for entry in settings_in(EXPERIMENT)} - {"training.seed"}
    assert wanted == {editor.first.box.itemData(row) for row in range(len(texts))} - {None}


def test_values_are_typed(editor: SweepEditor, qtbot: QtBot) -> None:
    choose(editor.second, "Layer 1, Dense: Units")
    type_values(editor, editor.second, "8, 16;32", qtbot)
    sweep = sweep_of(editor)
    assert sweep.settings[1].path == "layers.0.units"
    assert sweep.settings[1].values == (8, 16, 32)
    assert sweep.num_cells == len(sweep.settings[0].values) * 3
    assert editor.size_label.text() == f"{sweep.num_cells} runs"


def test_what_does_not_fit_is_said_beside_the_values(editor: SweepEditor, qtbot: QtBot) -> None:
    type_values(editor, editor.first, "0.1, much", qtbot)
    assert editor.sweep is None
    assert editor.problem_line.text().startswith("Learning rate: 'much' does not fit here.")
    assert editor.first.values.box.property("invalid")
    assert editor.problem_line.isVisible()
    type_values(editor, editor.first, "-1", qtbot)
    assert "greater than 0" in editor.problem_line.text()
    type_values(editor, editor.first, ",", qtbot)
    assert editor.problem_line.text() == "Learning rate: there are no values. Give at least one."
    type_values(editor, editor.first, "0.1 0.2", qtbot)
    assert not editor.first.values.box.property("invalid")
    assert sweep_of(editor).settings[0].values == (0.1, 0.2)
    assert not editor.problem_line.isVisible()


def test_choices_are_ticked(editor: SweepEditor, qtbot: QtBot) -> None:
    choose(editor.first, "Layer 1, Dense: Activation")
    values = editor.first.values
    assert values.tick_button.isVisible()
    editor.look()
    before = sweep_of(editor).settings[0].values
    values.tick_menu.popup(values.tick_button.mapToGlobal(values.tick_button.rect().bottomLeft()))
    with qtbot.waitSignal(editor.changed):
        QTest.mouseClick(values.ticks["softrelu"], LEFT, pos=values.ticks["softrelu"].rect().center() * 0.3)
    values.tick_menu.close()
    assert set(sweep_of(editor).settings[0].values) == {*before, "softrelu"}
    assert "SoftReLU" in values.chosen.text()
    for tick in values.ticks.values():
        if tick.isChecked():
            tick.click()
    editor.look()
    assert "there are no values" in editor.problem


def test_a_range_fills_in_values(editor: SweepEditor, qtbot: QtBot) -> None:
    menu = editor.first.values.range_menu
    menu.popup(editor.mapToGlobal(editor.rect().center()))
    assert menu.log.isChecked(), "as the setting wants it"
    menu.low.setFocus()
    QTest.keyClicks(menu.low, "0.001")
    QTest.mouseClick(menu.fill, LEFT)
    assert menu.problem.text() == "Type a number into both fields."
    menu.high.setFocus()
    QTest.keyClicks(menu.high, "10")
    with qtbot.waitSignal(editor.changed):
        QTest.keyClick(menu.high, Qt.Key.Key_Return)
    assert not menu.isVisible()
    assert sweep_of(editor).settings[0].values == (0.001, 0.01, 0.1, 1.0, 10.0)


def test_seeds_multiply_the_runs(editor: SweepEditor) -> None:
    before = sweep_of(editor).num_cells
    editor.seeds_box.setFocus()
    for _ in range(2):
        QTest.keyClick(editor.seeds_box, Qt.Key.Key_Up)
    assert sweep_of(editor).seeds == (0, 1, 2)
    assert sweep_of(editor).num_cells == 3 * before
    editor.show_pace(10.0, 2)
    assert editor.size_label.text() == f"{3 * before} runs · about 1:00 min"
    QTest.keyClick(editor.seeds_box, Qt.Key.Key_Down)
    assert sweep_of(editor).seeds == (0, 1)
    editor.seeded_box.setFocus()
    QTest.keyClick(editor.seeded_box, Qt.Key.Key_Down)
    assert sweep_of(editor).seeded == "data"


def test_it_follows_the_present_experiment(editor: SweepEditor, qtbot: QtBot) -> None:
    choose(editor.second, "Layer 1, Dense: Units")
    type_values(editor, editor.second, "8, 16", qtbot)
    changed = with_value(EXPERIMENT, "training.num_epochs", 77)
    editor.show_experiment(changed)
    assert sweep_of(editor).experiment == changed
    assert sweep_of(editor).settings[1].values == (8, 16)
    editor.show_experiment(from_dict(to_dict(changed) | {"layers": []}))
    assert len(sweep_of(editor).settings) == 1, "a layer that is gone is swept no more"


@pytest.mark.parametrize("name", [entry.name for entry in sweeps()])
def test_ready_sweeps_come_out_as_they_went_in(editor: SweepEditor, name: str) -> None:
    entry = next(entry for entry in sweeps() if entry.name == name)
    editor.show_sweep(entry.sweep)
    assert editor.problem == ""
    assert editor.sweep == entry.sweep
    assert editor.own_button.isVisible()
    editor.show_experiment(with_value(EXPERIMENT, "training.num_epochs", 3))
    assert editor.sweep == entry.sweep, "it keeps the experiment that it brought along"
    QTest.mouseClick(editor.own_button, LEFT)
    assert editor.experiment.training.num_epochs == 3
    assert not editor.own_button.isVisible()


@pytest.mark.parametrize(("text", "is_sweep"), [("0.5, 0.25", True), ("0.5, x", False)])
def test_the_editor_of_another_window_takes_over_what_was_made(
    editor: SweepEditor, qtbot: QtBot, text: str, is_sweep: bool
) -> None:
    ready = next(entry.sweep for entry in sweeps() if entry.name == "dropout-rate")
    editor.show_sweep(ready)
    for is_modified in (False, True):
        other = SweepEditor()
        qtbot.addWidget(other)
        other.show_experiment(EXPERIMENT)
        other.take_over(editor)
        with qtbot.waitExposed(other):
            other.show()
        assert (other.sweep, other.is_modified) == (editor.sweep, is_modified)
        assert other.experiment == ready.experiment
        assert other.first.values.box.text() == editor.first.values.box.text()
        if not is_modified:
            type_values(editor, editor.first, text, qtbot)
            editor.look()
            assert (editor.sweep is not None) is is_sweep


def test_ready_sweeps_are_in_the_menu(editor: SweepEditor, qtbot: QtBot) -> None:
    editor.show_ready([("map", "A map", "What it shows.")])
    action = editor.ready_button.menu().actions()[0]
    assert (action.text(), action.toolTip()) == ("A map", "What it shows.")
    with qtbot.waitSignal(editor.ready_chosen) as chosen:
        action.trigger()
    assert chosen.args == ["map"]
    for button, wanted in ((editor.open_button, editor.open_requested), (editor.save_button, editor.save_requested)):
        with qtbot.waitSignal(wanted):
            QTest.mouseClick(button, LEFT)


def test_folded_it_says_in_one_line_what_it_is(editor: SweepEditor) -> None:
    QTest.mouseClick(editor.header, LEFT)
    assert not editor.body.isVisible()
    assert editor.summary.text().startswith("Learning rate · ")
    QTest.mouseClick(editor.header, LEFT)
    assert editor.body.isVisible()
    assert editor.summary.text() == ""


@pytest.mark.parametrize("preset", ["digits-mlp", "polynomial", "spiral", "mlp-dropout"])
def test_what_is_proposed_can_be_swept(preset: str) -> None:
    experiment = load_preset(preset)
    for entry in settings_in(experiment):
        if entry.path == "training.seed":
            continue
        node: object = experiment
        for key in entry.path.split("."):
            node = node[int(key)] if key.isdigit() else getattr(node, key)  # type: ignore[index]
        values = proposed(entry.facts, node)
        assert values, entry.path
        for value in values:
            assert isinstance(with_value(experiment, entry.path, value), Experiment)


def test_texts_are_read_as_people_write_them() -> None:
    units, rate = field_facts(Dense, "units"), field_facts(SGD, "learning_rate")
    assert parse_values("1, 2,3", units) == (1, 2, 3)
    assert parse_values("[1 2; 2]", units) == (1, 2)
    assert parse_values("auto, 5", units) == ("auto", 5)
    assert parse_values("1e-3 .1 １", rate) == (0.001, 0.1, 1.0)
    assert parse_values("x", rate) == ("x",)
    assert parse_values(" ", rate) == ()


@given(
    low=st.floats(1e-6, 1e6),
    high=st.floats(1e-6, 1e6),
    steps=st.integers(2, 50),
    log=st.booleans(),
    whole=st.booleans(),
)
def test_ranges_keep_their_ends(low: float, high: float, steps: int, log: bool, whole: bool) -> None:
    values = range_values(low, high, steps, log=log, whole=whole)
    assert 1 <= len(values) <= steps
    assert len(set(values)) == len(values)
    tolerance = {"abs": 0.5} if whole else {"rel": 1e-5}
    assert values[0] == pytest.approx(low, **tolerance)
    assert values[-1] == pytest.approx(high, **tolerance)
    assert list(values) == sorted(values, reverse=high < low)
    if not whole and len(values) == steps > 2:
        gaps = np.diff(np.log(values) if log else values)
        assert gaps == pytest.approx(gaps.mean(), rel=1e-2, abs=1e-4 * max(low, high))


def test_a_logarithmic_range_needs_positive_ends() -> None:
    with pytest.raises(ValueError, match="positive"):
        range_values(0, 1, 3, log=True, whole=False)
