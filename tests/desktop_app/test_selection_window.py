"""K-fold and sweeps in the window, with workers that the test holds in its hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.edits import SetValue
from core.experiment import Experiment, with_value
from core.presets import load_preset
from core.selection.shipped import resolve_sweep
from core.selection.sweep import Place
from desktop_app.app import Laboratory
from desktop_app.engine_messages import DataFailed, DataLoaded
from desktop_app.preferences import Preferences
from desktop_app.workers import Workers
from tests.desktop_app.fakes import FakeDialogs, FakeHost
from tests.selections import HandExecutor, outcome_of

LEFT = Qt.MouseButton.LeftButton
EXPERIMENT = with_value(load_preset("digits-mlp"), "training.num_epochs", 2)


class User:
    """Presses keys and buttons of a window."""

    def __init__(self, laboratory: Laboratory, executor: HandExecutor, dialogs: FakeDialogs) -> None:
        self.lab, self.window, self.executor, self.dialogs = laboratory, laboratory.window, executor, dialogs
        self.kfold, self.sweep = self.window.kfold, self.window.sweep
        self.control, self.session = laboratory.selections, laboratory.session

    def begin(self, experiment: Experiment) -> None:
        self.session.begin(experiment)
        self.lab.host.say(DataLoaded(experiment.data, experiment.data.load()))  # type: ignore[attr-defined]

    def menu(self, text: str) -> QAction:
        menus = [action.menu() for action in self.window.menuBar().actions()]
        return next(action for menu in menus for action in menu.actions() if action.text() == text)  # type: ignore[attr-defined]

    def click(self, widget: QWidget) -> None:
        assert widget.isVisible()
        assert widget.isEnabled()
        QTest.mouseClick(widget, LEFT)

    def finish(self, key: str, share: float = 0.9) -> None:
        experiment = self.executor.cells[key].experiment
        self.executor.finish(key, outcome_of(experiment, [1.0, 1 - share], accuracies=[0.5, share]))


@pytest.fixture
def user(qtbot: QtBot, tmp_path: Path) -> Iterator[User]:
    executor, dialogs = HandExecutor(), FakeDialogs()
    workers = Workers(make_executor=lambda: executor)
    laboratory = Laboratory(Preferences(tmp_path / "preferences"), host=FakeHost(), dialogs=dialogs, workers=workers)  # type: ignore[arg-type]
    laboratory.open()
    user = User(laboratory, executor, dialogs)
    user.begin(EXPERIMENT)
    yield user
    if laboratory.window.isVisible():
        with qtbot.waitSignal(laboratory.host.closed):
            laboratory.window.close()
    laboratory.window.deleteLater()
    laboratory.deleteLater()


def test_k_fold_from_the_menu_to_the_list_of_runs(user: User, qtbot: QtBot) -> None:
    user.menu("K-fold…").trigger()
    assert user.kfold.empty.isVisible()
    QTest.keyClick(user.kfold.empty.folds_box, Qt.Key.Key_Down)
    QTest.keyClick(user.kfold.empty.folds_box, Qt.Key.Key_Down)
    user.click(user.kfold.empty.start)
    assert user.control.running == "kfold"
    assert user.kfold.bar.cancel.isEnabled()
    with qtbot.waitSignal(user.control.ended):
        for number, share in enumerate((0.8, 0.9, 0.7), start=1):
            user.finish(f"fold {number}", share)
    assert user.kfold.summary.figures["validation"].text() == "80.0 % ± 10.0 %"
    assert user.kfold.bar.state.text().startswith("3 of 3 runs done · ")
    assert user.window.status.text() == "K-fold: 3 of 3 runs done"
    QTest.keyClick(user.kfold.table, Qt.Key.Key_Down)
    user.click(user.kfold.run_button)
    assert user.window.tabs.currentWidget() is user.window.curves_tab
    assert [run.name for run in user.lab.runs.runs] == ["Digits: a small perceptron: fold 2"]
    assert user.lab.runs.overlaid


def test_typed_settings_count_though_enter_was_not_pressed(user: User) -> None:
    user.menu("K-fold…").trigger()
    box = user.window.settings.sections["training"].form.editor("num_epochs").focusProxy()
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(box, "3")
    user.click(user.kfold.empty.start)
    assert {cell.experiment.training.num_epochs for cell in user.executor.cells.values()} == {3}


def test_editing_while_folds_run_is_told(user: User) -> None:
    user.menu("K-fold…").trigger()
    user.click(user.kfold.empty.start)
    assert not user.kfold.bar.frame.isVisible()
    user.session.apply(SetValue(("optimizer", "learning_rate"), 0.3))
    assert "Settings changed" in user.kfold.bar.note.text()
    user.session.undo_stack.undo()
    assert not user.kfold.bar.frame.isVisible()


def test_it_says_why_it_cannot_start(user: User) -> None:
    user.menu("K-fold…").trigger()
    user.lab.host.say(DataFailed(EXPERIMENT.data, "The file is gone.", True))  # type: ignore[attr-defined]
    assert user.kfold.empty.obstacle.text() == "The file is gone."
    assert not user.kfold.empty.start.isEnabled()
    assert not user.sweep.view.bar.start.isEnabled()
    user.begin(Experiment())
    assert "layer" in user.kfold.empty.obstacle.text()
    user.begin(EXPERIMENT)
    assert user.kfold.empty.start.isEnabled()


def test_the_map_of_under_and_overfitting_is_one_click_away(user: User, qtbot: QtBot) -> None:
    user.menu("Under- and overfitting map").trigger()
    sweep = resolve_sweep("overfitting-map")
    assert user.window.tabs.currentWidget() is user.sweep
    assert user.sweep.editor.sweep == sweep
    user.click(user.sweep.view.bar.start)
    assert len(user.executor.cells) == sweep.num_cells
    assert not user.sweep.editor.body.isVisible(), "room for the map"
    with qtbot.waitSignal(user.control.changed):
        for seed in sweep.seeds:
            user.finish(Place((0, 0), seed).key)
    assert user.sweep.view.map.isVisible()
    assert user.sweep.view.selected == (0, 0)
    user.click(user.sweep.view.bar.cancel)
    assert user.control.running is None
    assert user.sweep.view.board is not None
    assert user.sweep.view.board.state((0, 0)) == "done"
    assert user.sweep.view.board.state((1, 1)) == "cancelled"
    assert user.sweep.view.bar.retry.isVisible()


def test_a_cell_becomes_the_experiment_and_undo_brings_the_old_one_back(user: User, qtbot: QtBot) -> None:
    user.menu("Sweep…").trigger()
    user.click(user.sweep.view.bar.start)
    key = next(iter(user.executor.cells))
    with qtbot.waitSignal(user.control.changed):
        user.finish(key)
    wanted = user.executor.cells[key].experiment
    assert wanted != EXPERIMENT
    user.click(user.sweep.view.detail.experiment_button)
    assert user.session.experiment == wanted
    user.session.undo_stack.undo()
    assert user.session.experiment == EXPERIMENT
    user.click(user.sweep.view.detail.run_button)
    rate = wanted.optimizer.learning_rate
    assert [run.name for run in user.lab.runs.runs] == [f"{EXPERIMENT.name}: Learning rate {rate:g}"]


def test_a_refused_value_keeps_the_sweep_from_starting(user: User, qtbot: QtBot) -> None:
    user.menu("Sweep…").trigger()
    box = user.sweep.editor.first.values.box
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(user.sweep.editor.changed):
        QTest.keyClicks(box, "fast")
    assert not user.sweep.view.bar.start.isEnabled()
    assert "'fast' does not fit here" in user.sweep.editor.problem_line.text()


def test_sweeps_are_saved_and_opened(user: User, tmp_path: Path, qtbot: QtBot) -> None:
    user.menu("Sweep…").trigger()
    user.dialogs.path = tmp_path / "my.gluonlab-sweep.json"
    saved = user.sweep.editor.sweep
    user.click(user.sweep.editor.save_button)
    assert user.window.status.text() == "Saved my.gluonlab-sweep.json"
    user.session.apply(SetValue(("optimizer", "learning_rate"), 0.3))
    user.click(user.sweep.editor.open_button)
    assert user.sweep.editor.sweep == saved
    user.dialogs.path.write_text("{")
    user.click(user.sweep.editor.open_button)
    assert "my.gluonlab-sweep.json" in user.window.banner.label.text()
    assert user.sweep.editor.sweep == saved
    user.dialogs.path = None
    user.click(user.sweep.editor.open_button)
    user.click(user.sweep.editor.save_button)


def test_how_long_a_sweep_takes_is_told_from_earlier_runs(user: User, qtbot: QtBot) -> None:
    user.menu("K-fold…").trigger()
    user.click(user.kfold.empty.start)
    with qtbot.waitSignal(user.control.ended):
        for number in range(1, 6):
            user.finish(f"fold {number}")
    user.menu("Sweep…").trigger()
    assert "runs · about" in user.sweep.editor.size_label.text()
    user.session.apply(SetValue(("training", "batch_size"), 7))
    assert "about" not in user.sweep.editor.size_label.text(), "nothing was measured of this experiment"
    user.session.undo_stack.undo()
    assert "runs · about" in user.sweep.editor.size_label.text()
    user.menu("Under- and overfitting map").trigger()
    assert "about" not in user.sweep.editor.size_label.text()


def test_closing_while_folds_run_gives_them_up(user: User, qtbot: QtBot) -> None:
    user.menu("K-fold…").trigger()
    user.click(user.kfold.empty.start)
    with qtbot.waitSignal(user.lab.host.closed):
        user.window.close()
    assert not user.window.isVisible()
    assert user.executor.is_shut
    assert all(task.cancelled() for task in user.executor.tasks.values())
