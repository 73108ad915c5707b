"""The list of the Activations tab by mouse and keyboard, what it marks and explains, and the export."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.activations import ACTIVATIONS
from core.experiment import Experiment
from core.layers import Activation, Dense, Dropout
from desktop_app.plots.activation_list import UsedRole
from desktop_app.plots.activations import ActivationsView

NAMES = tuple(ACTIVATIONS)


@pytest.fixture
def view(activations_view: ActivationsView) -> ActivationsView:
    return activations_view


def check_place(view: ActivationsView, name: str) -> QPoint:
    """Return where the check box of a function lies."""
    rect = view.list.visualRect(view.functions.index(NAMES.index(name), 0))
    return QPoint(rect.left() + 10, rect.center().y())


# -- list --------------------------------------------------------------------------------------------------------------


def test_a_click_on_a_check_box_shows_and_hides_a_function(view):
    view.list.set_current("relu")
    QTest.mouseClick(view.list.viewport(), Qt.MouseButton.LeftButton, pos=check_place(view, "swish"))
    view.list.set_current("relu")
    assert "swish" in view.shown
    assert view.plot.lines["swish"][0].isVisible()
    assert view.plot.lines["swish"][1].isVisible()
    QTest.mouseClick(view.list.viewport(), Qt.MouseButton.LeftButton, pos=check_place(view, "swish"))
    view.list.set_current("relu")
    assert "swish" not in view.shown
    assert not view.plot.lines["swish"][0].isVisible()


def test_keys_walk_through_the_functions_and_space_checks(view):
    view.list.set_current("tanh")
    view.list.setFocus()
    QTest.keyClick(view.list, Qt.Key.Key_Down)
    assert view.list.current == "softrelu"
    assert view.shown == ("relu", "sigmoid", "tanh", "softrelu")
    QTest.keyClick(view.list, Qt.Key.Key_Space)
    QTest.keyClick(view.list, Qt.Key.Key_Up)
    assert view.shown == ("relu", "sigmoid", "tanh", "softrelu")
    QTest.keyClick(view.list, Qt.Key.Key_Space)
    QTest.keyClick(view.list, Qt.Key.Key_Up)
    assert view.shown == ("relu", "sigmoid", "softrelu")


def test_the_function_in_focus_is_bold_and_explained(view):
    rect = view.list.visualRect(view.functions.index(NAMES.index("gelu"), 1))
    QTest.mouseClick(view.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert view.list.current == "gelu"
    assert view.plot.lines["gelu"][0].style.width > view.plot.lines["relu"][0].style.width
    assert view.formula.latex == "f(x) = " + ACTIVATIONS["gelu"].formula
    assert view.derivative_formula.latex == "f'(x) = " + ACTIVATIONS["gelu"].derivative_formula
    assert "Weighs x" in view.note.text()
    assert [entry.text for entry in view.plot.legend.entries] == ["ReLU", "Sigmoid", "tanh", "GELU"]


def test_a_note_with_a_less_than_sign_is_shown_whole(view):
    for name in NAMES:
        view.list.set_current(name)
        assert ACTIVATIONS[name].note in QTextDocumentFragment.fromHtml(view.note.text()).toPlainText()


def test_functions_of_the_network_are_marked_and_shown(view):
    layers = (Dense(units=8, activation="elu"), Dropout(), Activation(function="softsign"), Dense())
    view.show_experiment(Experiment(layers=layers))
    used = {name for row, name in enumerate(NAMES) if view.functions.index(row, 0).data(UsedRole)}
    assert used == {"elu", "softsign"}
    assert set(view.shown) == {"relu", "sigmoid", "tanh", "elu", "softsign"}
    row = view.functions.index(NAMES.index("elu"), 0)
    assert "in your network" in row.data(Qt.ItemDataRole.AccessibleTextRole)
    QApplication.processEvents()
    plain = view.list.visualRect(view.functions.index(0, 0)).height()
    assert view.list.visualRect(row).height() > plain

    view.show_experiment(Experiment())
    assert not any(view.functions.index(row, 0).data(UsedRole) for row in range(len(NAMES)))
    assert "elu" in view.shown


def test_an_edit_elsewhere_keeps_what_the_user_unchecked(view):
    experiment = Experiment(layers=(Dense(units=8, activation="elu"), Dense()))
    view.show_experiment(experiment)
    QTest.mouseClick(view.list.viewport(), Qt.MouseButton.LeftButton, pos=check_place(view, "elu"))
    view.list.set_current("relu")
    assert "elu" not in view.shown
    view.show_experiment(experiment.model_copy(update={"name": "other"}))
    assert "elu" not in view.shown
    view.show_experiment(Experiment(layers=(*experiment.layers, Activation(function="gelu"))))
    assert "elu" not in view.shown
    assert "gelu" in view.shown


def test_tab_leads_through_all_controls(view):
    view.x_box.setFocus()
    for wanted in (view.reset_button, view.export_button, view.list, view.plot):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is wanted


# -- export ------------------------------------------------------------------------------------------------------------


def test_the_numbers_of_the_shown_curves_are_exported(qtbot, tmp_path: Path):
    target = tmp_path / "curves.csv"
    view = ActivationsView(choose=lambda *_: str(target))
    qtbot.addWidget(view)
    with qtbot.waitSignal(view.saved):
        view.export_button.menu().actions()[-1].trigger()
    rows = list(csv.DictReader(io.StringIO(target.read_text())))
    assert {row["function"] for row in rows} == {"relu", "sigmoid", "tanh"}
    for row in rows:
        x = np.array(float(row["x"]))
        function = ACTIVATIONS[row["function"]]
        assert float(row["f"]) == float(function.f(x))
        assert float(row["derivative"]) == float(function.derivative(x))


@pytest.mark.parametrize(("position", "start"), [(0, b"\x89PNG"), (1, b"<?xml")])
def test_the_picture_is_exported(qtbot, tmp_path: Path, position, start):
    view = ActivationsView(choose=lambda *_: str(tmp_path / "picture"))
    qtbot.addWidget(view)
    view.resize(800, 600)
    with qtbot.waitSignal(view.saved):
        view.export_button.menu().actions()[position].trigger()
    (written,) = tmp_path.iterdir()
    assert written.read_bytes().startswith(start)


@pytest.mark.parametrize("x", [-1000.0, -700.0, -8.123, 8.123, 700.0])
def test_no_value_is_cut(view, x):
    view.functions.check(NAMES)
    view.x_box.setValue(x)
    view.list.set_current("relu")
    for row in range(len(NAMES)):
        for column in (1, 2):
            index = view.functions.index(row, column)
            room = view.list.columnWidth(column) - 2 * 3  # the item's margins
            assert view.list.fontMetrics().horizontalAdvance(index.data()) <= room, index.data()


def test_numbers_get_the_room_that_they_need(view):
    """Usual ones leave more to the plot; those with a power of ten are still read whole."""
    header = view.list.header()
    usual = header.sectionSize(1)
    view.x_box.setValue(-40.0)
    text = view.functions.index(NAMES.index("sigmoid"), 1).data()
    assert "·" in text
    assert header.sectionSize(1) > max(usual, view.list.fontMetrics().horizontalAdvance(text))
    view.x_box.setValue(1.0)
    assert header.sectionSize(1) == usual
