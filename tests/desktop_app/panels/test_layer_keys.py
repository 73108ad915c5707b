from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.edits import AddLayer, DuplicateLayer, MoveLayer, RemoveLayer, SetValue
from core.layers import LAYERS, Dense, Flatten
from tests.desktop_app.panels.layer_helpers import (
    MLP,
    Bench,
    click,
    focused,
    pick_from_menu,
    press,
    settle,
    type_text,
)

_CONTROL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_build_the_mlp_with_the_keyboard(qtbot: QtBot) -> None:
    bench = Bench(qtbot)
    bench.panel.add_buttons["dense"].setFocus()
    press(Qt.Key.Key_Return)
    type_text("256")
    press(Qt.Key.Key_Tab)  # the link button
    press(Qt.Key.Key_Tab)
    assert focused() is bench.box(0, "activation")
    QTest.keyClick(focused(), "r")
    settle()
    assert bench.experiment.layers == (Dense(units=256, activation="relu"),)
    press(Qt.Key.Key_Insert)
    pick_from_menu(bench.panel.add_menu, "Dropout")
    assert focused() is bench.box(1, "rate")
    type_text("0.2")
    press(Qt.Key.Key_A, _CONTROL | _SHIFT)
    pick_from_menu(bench.panel.add_menu, "Dense")
    assert bench.experiment.layers == MLP
    assert focused() is bench.box(2, "units")


def test_a_pending_text_is_committed_before_a_layer_is_placed(qtbot: QtBot) -> None:
    bench = Bench(qtbot, Dense())
    click(bench.box(0, "units"))
    type_text("256")
    press(Qt.Key.Key_Insert)
    pick_from_menu(bench.panel.add_menu, "Dense")
    assert bench.experiment.layers == (Dense(units=256), Dense())


def test_keys_select_move_duplicate_and_remove(qtbot: QtBot) -> None:
    bench = Bench(qtbot, Flatten(), *MLP)
    click(bench.cards[0], QPoint(100, 8))
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    assert (bench.selected, focused()) == (2, bench.cards[2])
    press(Qt.Key.Key_Up)
    assert (bench.selected, focused()) == (1, bench.cards[1])
    press(Qt.Key.Key_Down, _ALT)
    assert bench.kinds == ["flatten", "dropout", "dense", "dense"]
    assert (bench.selected, focused()) == (2, bench.cards[2])
    press(Qt.Key.Key_Up, _ALT)
    press(Qt.Key.Key_Up, _ALT)
    press(Qt.Key.Key_Up, _ALT)  # nothing above
    assert bench.kinds == ["dense", "flatten", "dropout", "dense"]
    assert bench.selected == 0
    press(Qt.Key.Key_D, _CONTROL)
    assert bench.kinds == ["dense", "dense", "flatten", "dropout", "dense"]
    assert (bench.selected, focused()) == (1, bench.cards[1])
    press(Qt.Key.Key_Delete)
    assert bench.kinds == ["dense", "flatten", "dropout", "dense"]
    assert (bench.selected, focused()) == (1, bench.cards[1])
    assert bench.edits == [
        MoveLayer(1, 2),
        MoveLayer(2, 1),
        MoveLayer(1, 0),
        DuplicateLayer(0),
        RemoveLayer(1),
    ]


def test_delete_down_to_the_empty_stack(qtbot: QtBot) -> None:
    bench = Bench(qtbot, *MLP)
    click(bench.cards[2], QPoint(100, 8))
    for left in (2, 1, 0):
        press(Qt.Key.Key_Delete)
        assert len(bench.cards) == left
    assert bench.selected is None
    assert bench.experiment.layers == ()
    bench.undo()
    assert bench.kinds == ["dense"]


def test_enter_goes_to_the_first_field_and_escape_comes_back(qtbot: QtBot) -> None:
    bench = Bench(qtbot, *MLP)
    for position, name in ((0, "units"), (1, "rate")):
        click(bench.cards[position], QPoint(100, 8))
        press(Qt.Key.Key_Return)
        assert focused() is bench.box(position, name)
        type_text("0")
        press(Qt.Key.Key_Escape)
        assert focused() is bench.cards[position]
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Escape)
    assert focused() is bench.cards[1]
    assert not bench.edits
    for name in ("activation", "use_bias"):
        bench.box(0, name).setFocus()
        press(Qt.Key.Key_Escape)
        assert focused() is bench.cards[0]


def test_keys_of_a_field_are_the_fields_own(qtbot: QtBot) -> None:
    bench = Bench(qtbot, *MLP)
    click(bench.box(0, "units"))
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Backspace)
    assert bench.edits == [SetValue(("layers", 0, "units"), 257, "Units")]
    bench.box(0, "use_bias").setFocus()
    press(Qt.Key.Key_Delete)
    assert len(bench.cards) == 3


def test_a_pending_text_counts_when_its_layer_is_duplicated(qtbot: QtBot) -> None:
    bench = Bench(qtbot, *MLP)
    click(bench.box(0, "units"))
    type_text("100")
    press(Qt.Key.Key_D, _CONTROL)
    assert bench.experiment.layers[:2] == (Dense(units=100, activation="relu"),) * 2


def test_a_shortcut_of_the_window_does_not_take_the_panels_keys(qtbot: QtBot) -> None:
    bench = Bench(qtbot, *MLP)
    taken = []
    action = bench.window.addAction("Delete")
    action.setShortcut(Qt.Key.Key_Delete)
    action.triggered.connect(lambda: taken.append("action"))
    click(bench.cards[0], QPoint(100, 8))
    press(Qt.Key.Key_Delete)
    assert len(bench.cards) == 2
    bench.panel.add_buttons["dense"].setFocus()
    press(Qt.Key.Key_Delete)
    assert taken == ["action"]


def test_the_buttons_of_a_card_work_with_mouse_and_keyboard(qtbot: QtBot) -> None:
    bench = Bench(qtbot, *MLP)
    assert not bench.cards[1].remove_button.isVisible()
    QTest.mouseMove(bench.cards[1], QPoint(60, 10))
    settle()
    assert bench.cards[1].remove_button.isVisible()
    click(bench.cards[1].duplicate_button)
    assert bench.kinds == ["dense", "dropout", "dropout", "dense"]
    assert bench.selected == 2
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    assert focused() is bench.cards[2].remove_button
    press(Qt.Key.Key_Return)
    assert bench.kinds == ["dense", "dropout", "dense"]
    assert (bench.selected, focused()) == (2, bench.cards[2])


def test_the_tab_key_goes_from_top_to_bottom_after_a_move(qtbot: QtBot) -> None:
    bench = Bench(qtbot, *MLP[:2])
    click(bench.cards[1], QPoint(100, 8))
    press(Qt.Key.Key_Up, _ALT)
    bench.apply(AddLayer(0, "flatten"))
    bench.panel.add_buttons["dense"].setFocus()
    visited = []
    for _ in range(29):
        visited.append(focused().accessibleName() or focused().text())  # type: ignore[attr-defined]
        press(Qt.Key.Key_Tab)
    buttons = ["Duplicate", "Remove"]
    dense = ["Units", "Follow the data set automatically", "Activation", "Bias"]
    own = ("centered_layer", "my_dense", "custom")
    adders = [*(f"Add {layer.title}" for layer in LAYERS if layer.kind_name() not in own), "Add a layer of one's own"]
    names = [card.accessibleName() for card in bench.cards]
    assert visited == [
        *adders,
        *(names[0], *buttons),
        *(names[1], "Rate", *buttons),
        *(names[2], *dense, "Own initialiser", *buttons, "Parameters: own"),
        *("Add output layer", "Set units to auto"),
        "Elsewhere",
    ]


def test_the_card_menu_moves_duplicates_and_removes(qtbot: QtBot) -> None:
    bench = Bench(qtbot, *MLP)
    for text, edit in (
        ("Move down", MoveLayer(0, 1)),
        ("Move up", MoveLayer(1, 0)),
        ("Duplicate", DuplicateLayer(0)),
        ("Remove", RemoveLayer(1)),
    ):
        position = edit.position
        card = bench.cards[position]
        click(card, QPoint(100, 8))
        bench.panel.contextMenuEvent(context_event(bench, position))
        pick_from_menu(QApplication.activePopupWidget(), text)
        assert bench.edits[-1] == edit
    assert bench.experiment.layers == MLP


def context_event(bench: Bench, position: int) -> QContextMenuEvent:
    card = bench.cards[position]
    point = card.mapTo(bench.panel, QPoint(100, 8))
    return QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, bench.panel.mapToGlobal(point))
