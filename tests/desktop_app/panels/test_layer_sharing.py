"""Layers that share their parameters, by mouse and by keyboard."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from core.data import Spiral
from core.edits import SetValue, ShareParameters
from core.initializers import Xavier
from core.layers import Dense
from core.stack import inspect_stack
from desktop_app.plots.network_columns import columns_of
from tests.desktop_app.panels.layer_helpers import Bench, click, focused, pick_from_menu, press

HIDDEN = Dense(units=8, activation="relu")
FOUR = (HIDDEN, HIDDEN, HIDDEN, Dense())


def menu_of(bench: Bench) -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def shared(qtbot: QtBot) -> Bench:
    """The third layer shares the parameters of the second, chosen with the mouse."""
    bench = Bench(qtbot, *FOUR, data=Spiral())
    click(bench.cards[2], QPoint(100, 8))
    click(bench.cards[2].sharing)
    pick_from_menu(menu_of(bench), "Shared with layer 2, Dense")
    return bench


def test_a_layer_shares_by_mouse_and_both_cards_say_so(qtbot: QtBot) -> None:
    bench = shared(qtbot)
    assert bench.edits == [ShareParameters(2, 1)]
    click(bench.cards[0], QPoint(100, 8))
    for position, other in ((1, 3), (2, 2)):
        card = bench.cards[position]
        assert card.sharing.isVisible()
        assert card.sharing.text() == "dense1"
        assert f"layer {other}" in card.sharing.toolTip()
        assert card.parameters_label.text() == "72 parameters (shared)"
        assert "72 parameters (shared)" in card.accessibleName()
    assert not bench.cards[3].sharing.isVisible()
    # 24 + 72 + 18, the shared ones once.
    assert bench.panel.total_label.text() == "Total: 114 parameters"
    assert bench.panel.shared_label.isVisible()
    assert [column.shared for column in columns_of(bench.experiment)] == ["", "", "dense1", "dense1", ""]
    bench.undo()
    assert bench.panel.total_label.text() == "Total: 186 parameters"
    assert not bench.panel.shared_label.isVisible()


def test_what_does_not_fit_is_grey_and_says_why(qtbot: QtBot) -> None:
    bench = Bench(qtbot, *FOUR, data=Spiral())
    click(bench.cards[1], QPoint(100, 8))
    click(bench.cards[1].sharing)
    own, first, third, last = menu_of(bench).actions()
    assert own.isChecked()
    assert not any(action.isEnabled() for action in (first, third, last))
    assert "weights of 8×2; this layer needs 8×8" in first.text()
    assert "comes later" in third.toolTip()
    menu_of(bench).close()


def test_the_keyboard_shares_and_stops_sharing(qtbot: QtBot) -> None:
    bench = Bench(qtbot, *FOUR, data=Spiral())
    bench.cards[2].remove_button.setFocus()
    bench.panel.column.select(2)
    press(Qt.Key.Key_Tab)
    assert focused() is bench.cards[2].sharing
    press(Qt.Key.Key_Return)
    pick_from_menu(menu_of(bench), "Shared with layer 2, Dense")
    assert inspect_stack(bench.experiment).layers[2].owner == 1
    click(bench.cards[2].sharing)
    pick_from_menu(menu_of(bench), "Its own")
    assert bench.edits == [ShareParameters(2, 1), ShareParameters(2, None)]
    assert inspect_stack(bench.experiment).layers[2].owner is None


def test_without_the_owner_the_other_one_keeps_the_parameters(qtbot: QtBot) -> None:
    bench = shared(qtbot)
    click(bench.cards[1], QPoint(100, 8))
    press(Qt.Key.Key_Delete)
    assert bench.panel.messages.frames == []
    assert bench.cards[1].sharing.text() == "own"
    bench.undo()
    click(bench.cards[1], QPoint(100, 8))
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)  # behind the one that shares: that one owns them now
    assert [card.sharing.is_shared for card in bench.cards] == [False, True, True, False]
    assert inspect_stack(bench.experiment).layers[2].owner == 1


def test_a_name_that_nobody_has_is_explained_and_mended(qtbot: QtBot) -> None:
    bench = Bench(qtbot, *FOUR, data=Spiral())
    bench.apply(SetValue(("layers", 2, "shares"), "ghost"))
    card = bench.cards[2]
    assert "cannot have them" in card.sharing.toolTip()
    (frame,) = bench.panel.messages.frames
    assert "no earlier layer has that name" in frame.text
    click(frame.findChildren(QPushButton)[0])
    assert bench.edits[-1] == ShareParameters(2, None)
    assert bench.panel.messages.frames == []


def test_a_layer_that_shares_draws_no_weights_of_its_own(qtbot: QtBot) -> None:
    bench = Bench(qtbot, HIDDEN, HIDDEN.model_copy(update={"initializer": Xavier()}), HIDDEN, Dense(), data=Spiral())
    bench.apply(ShareParameters(2, 1))
    bench.panel.column.select(2)
    assert not bench.cards[2].initializer_button.isEnabled()
    assert bench.cards[1].initializer_button.isEnabled()
    assert "as layer 2 says" in bench.cards[2].initializer_button.toolTip()
