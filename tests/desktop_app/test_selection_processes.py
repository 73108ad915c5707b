"""K-fold in the window with real worker processes: beside a live training, through a worker's death, on a table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from pathlib import Path

import numpy as np
import psutil
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.data import Table
from core.edits import SetValue
from core.experiment import Experiment, with_value
from core.presets import load_preset
from core.selection.cells import CellResult
from core.selection.kfold import KFold, summary
from core.selection.workers import LocalExecutor, available_cores
from desktop_app.app import Laboratory
from desktop_app.preferences import Preferences
from desktop_app.workers import Workers
from tests.core.data.table_files import write_nasty
from tests.desktop_app.fakes import FakeDialogs, FakeHost
from tests.selections import LentExecutor

LEFT = Qt.MouseButton.LeftButton
TIMEOUT = 150_000
ENDLESS = 100_000


class User:
    """Has a mouse and patience."""

    def __init__(self, laboratory: Laboratory, dialogs: FakeDialogs, qtbot: QtBot) -> None:
        self.lab, self.window, self.dialogs, self.qtbot = laboratory, laboratory.window, dialogs, qtbot
        self.kfold, self.control = laboratory.window.kfold, laboratory.selections

    def click(self, widget: QWidget) -> None:
        assert widget.isVisible()
        assert widget.isEnabled()
        QTest.mouseClick(widget, LEFT)

    def show_tab(self, page: QWidget) -> None:
        tabs = self.window.tabs
        QTest.mouseClick(tabs.tabBar(), LEFT, pos=tabs.tabBar().tabRect(tabs.indexOf(page)).center())
        assert page.isVisible()

    def wait(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition, timeout=TIMEOUT)

    def fold_states(self) -> list[str]:
        board = self.control.works["kfold"].board
        return [board.state(key) for key in board.keys]

    def close(self) -> None:
        with self.qtbot.waitSignal(self.lab.host.closed, timeout=TIMEOUT):
            self.window.close()
        self.window.deleteLater()
        self.lab.deleteLater()


def open_window(
    qtbot: QtBot,
    tmp_path: Path,
    experiment: Experiment,
    host: FakeHost | None = None,
    executor: Executor | None = None,
) -> tuple[User, Laboratory]:
    preferences = Preferences(tmp_path / "preferences")
    preferences.remember(experiment, None, False)
    dialogs = FakeDialogs()
    workers = Workers(make_executor=lambda: executor) if executor is not None else None
    laboratory = Laboratory(preferences, host=host, dialogs=dialogs, workers=workers)  # type: ignore[arg-type]
    laboratory.open()
    return User(laboratory, dialogs, qtbot), laboratory


def workers() -> list[psutil.Process]:
    """Return the worker processes of this one."""
    children = psutil.Process().children(recursive=True)
    return [child for child in children if "spawn_main" in " ".join(child.cmdline())]


@pytest.fixture
def user(qtbot: QtBot, tmp_path: Path) -> Iterator[User]:
    """A window with an experiment whose folds train until they are cancelled."""
    experiment = with_value(load_preset("digits-mlp"), "training.num_epochs", ENDLESS)
    # Not nice: beside another process of tests they would hardly get a turn.
    executor = LocalExecutor(niceness=0)
    user, laboratory = open_window(qtbot, tmp_path, experiment, executor=executor)
    user.wait(lambda: laboratory.host.phase == "idle" and laboratory.data.parts is not None)
    yield user
    if user.window.isVisible():
        user.close()


def test_a_dead_worker_costs_one_fold_while_the_window_trains(user: User) -> None:
    # The workers that tests share may be there too.
    shared = workers()
    user.show_tab(user.kfold)
    for _ in range(2):
        QTest.keyClick(user.kfold.empty.folds_box, Qt.Key.Key_Down)
    user.click(user.kfold.empty.start)
    board = user.control.works["kfold"].board
    num_busy = min(3, available_cores())
    user.wait(lambda: sum(bool(board.epochs(key)) for key in board.keys) == num_busy)
    victim = next(worker for worker in workers() if worker not in shared)
    victim.kill()
    user.lab.session.apply(SetValue(("training", "num_epochs"), 8))
    user.click(user.window.run_bar.widgetForAction(user.window.run_bar.train))
    user.wait(lambda: user.lab.run.phase == "ended" and bool(board.with_state("failed")))
    assert user.lab.run.history.ended is not None
    assert user.lab.run.history.ended.reason == "finished"
    (failed,) = board.with_state("failed")
    assert "signal 9" in board.sentence(failed)
    others = [key for key in board.keys if key != failed]
    num_busy = min(2, num_busy)
    user.wait(lambda: sum(bool(board.epochs(key)) for key in others) == num_busy)
    epochs = {key: board.last_epoch(key) for key in others if board.epochs(key)}
    user.wait(lambda: all(board.last_epoch(key) > epoch for key, epoch in epochs.items()))
    user.click(user.kfold.bar.cancel)
    assert sorted(user.fold_states()) == ["cancelled"] * 2 + ["failed"]
    user.click(user.kfold.bar.start)
    user.wait(lambda: user.control.running is None)
    assert user.fold_states() == ["done"] * 3
    board = user.control.works["kfold"].board
    accuracy = user.kfold.summary.figures["validation"].text()
    values = [board.outcome(key).epochs[-1].validation_accuracy for key in board.keys]  # type: ignore[union-attr]
    assert accuracy == f"{100 * np.mean(values):.1f} % ± {100 * np.std(values, ddof=1):.1f} %"
    assert np.mean(values) > 0.85
    left = [worker for worker in workers() if worker not in shared]
    assert left
    user.close()
    assert not [process for process in left if process.is_running()]


def test_a_table_that_nobody_prepared_goes_to_k_fold_with_the_mouse_alone(
    qtbot: QtBot, tmp_path: Path, warm_workers: LentExecutor
) -> None:
    user, laboratory = open_window(qtbot, tmp_path, load_preset("digits-mlp"), FakeHost(), warm_workers)
    user.dialogs.path = write_nasty(tmp_path / "customers.csv", 1000)
    file_menu = user.window.menuBar().actions()[0].menu()
    next(action for action in file_menu.actions() if action.text() == "Open data…").trigger()
    dialog = laboratory.front.own_data.dialog
    assert dialog is not None
    user.wait(lambda: dialog.use.isEnabled())
    user.click(dialog.use)
    data = laboratory.session.experiment.data
    assert isinstance(data, Table)
    user.show_tab(user.kfold)
    user.click(user.kfold.empty.start)
    with qtbot.waitSignal(user.control.ended, timeout=TIMEOUT):
        pass
    assert user.fold_states() == ["done"] * 5
    board = user.control.works["kfold"].board
    samples = {
        (outcome.started.num_train + outcome.started.num_validation)
        for outcome in (board.outcome(key) for key in board.keys)
        if outcome is not None
    }
    facts = data.facts()
    assert samples == {facts.num_train + facts.num_validation}
    results: list[CellResult] = board.results()
    figure = next(entry for entry in summary(KFold().num_folds, results) if entry.figure.key == "validation_accuracy")
    text = f"{100 * figure.mean:.1f} % ± {100 * figure.deviation:.1f} %"
    assert user.kfold.summary.figures["validation"].text() == text
    user.close()


def test_cells_of_a_sweep_show_the_fits_of_their_networks(
    qtbot: QtBot, tmp_path: Path, warm_workers: LentExecutor
) -> None:
    polynomial = with_value(load_preset("polynomial"), "training.num_epochs", 30)
    user, laboratory = open_window(qtbot, tmp_path, polynomial, FakeHost(), warm_workers)
    page = user.window.sweep
    user.show_tab(page)
    editor, view = page.editor, page.view
    for row, path, values in ((editor.first, "data.degree", "1 3"), (editor.second, "data.num_train", "50 100")):
        row.box.setFocus()
        QTest.keyClick(row.box, Qt.Key.Key_Home)
        while row.path != path:
            QTest.keyClick(row.box, Qt.Key.Key_Down)
        row.values.box.setFocus()
        QTest.keyClick(row.values.box, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        with qtbot.waitSignal(editor.changed):
            QTest.keyClicks(row.values.box, values)
    user.click(view.bar.start)
    with qtbot.waitSignal(user.control.ended, timeout=TIMEOUT):
        pass
    assert view.board is not None
    assert {view.board.state((i, j)) for i in range(2) for j in range(2)} == {"done"}
    line = _fit_of(user, (0, 1))
    np.testing.assert_allclose(np.diff(line, 2), 0, atol=1e-3 * np.ptp(line), err_msg="degree 1 is a straight line")
    cubic = _fit_of(user, (1, 1))
    np.testing.assert_allclose(np.diff(cubic, 4), 0, atol=1e-3 * np.ptp(cubic), err_msg="degree 3 is a cubic curve")
    user.click(view.detail.experiment_button)
    data = laboratory.session.experiment.data
    assert (data.degree, data.num_train) == (3, 100)  # type: ignore[attr-defined]
    laboratory.session.undo_stack.undo()
    assert laboratory.session.experiment == polynomial
    user.close()


def _fit_of(user: User, index: tuple[int, int]) -> np.ndarray:
    """Click a cell, and return the curve beside the map."""
    view = user.window.sweep.view
    box = view.map.grids[0].cell_rect(index)
    QTest.mouseClick(view.map.viewport(), LEFT, pos=view.map.mapFromScene(view.map.grids[0].mapToScene(box.center())))
    assert view.selected == index
    assert view.detail.fit.isVisible()
    return view.detail.fit.curve.y
