"""Shared parameters in the window: tied by a page of the lessons, edited in the Network tab, one object for both."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.data import Spiral
from core.experiment import Experiment
from core.layers import Dense
from core.lessons.links import parse_target
from core.stack import inspect_stack
from desktop_app.plots.network_values import BiasRef
from tests.desktop_app.windows import TIMEOUT, opened, press

HIDDEN = Dense(units=8, activation="relu")
STACK = Experiment(data=Spiral(num_samples=100), layers=(HIDDEN, HIDDEN, HIDDEN, Dense()))


def test_a_page_ties_two_layers_and_an_edit_of_one_changes_both(qtbot, tmp_path):
    with opened(qtbot, tmp_path, STACK, "network") as laboratory:
        window, view = laboratory.window, laboratory.window.network
        laboratory.front.lessons.dock.page.tried.emit(
            parse_target("try:set=layers.1.name:tied&set=layers.2.shares:tied")
        )
        report = inspect_stack(laboratory.session.experiment)
        assert (report.layers[2].owner, report.problems) == (1, ())
        assert [card.sharing.text() for card in window.layer_stack.column.cards] == ["own", "tied", "tied", "own"]
        assert f"{report.num_parameters:,} parameters" in window.facts.text()
        assert report.num_parameters == 24 + 72 + 18
        press(laboratory, qtbot, window.run_bar.step_batch)
        qtbot.waitUntil(lambda: view.picture.drawing.values.step == 1, timeout=TIMEOUT)
        qtbot.waitUntil(lambda: laboratory.run.phase == "paused", timeout=TIMEOUT)
        place = view.picture.middle_of(BiasRef(3, 5))  # of the layer that borrows
        QTest.mouseClick(view.picture.viewport(), Qt.MouseButton.LeftButton, pos=place)
        QTest.keyClicks(view.editor.box, "2.5")
        QTest.keyClick(view.editor.box, Qt.Key.Key_Return)
        values = view.picture.drawing.values
        qtbot.waitUntil(lambda: values.weights["1.bias"][5] == 2.5, timeout=TIMEOUT)
        assert values.weights["2.bias"][5] == 2.5
        laboratory.session.undo_stack.undo()
        laboratory.session.undo_stack.undo()
        assert laboratory.session.experiment.layers == STACK.layers
