from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from core.edits import SetValue
from core.initializers import LAYER_INITIALIZERS, NetworkInitializer, Normal, Orthogonal, Xavier
from core.layers import Conv2D, Dense, Dropout, MaxPool2D
from tests.desktop_app.panels.layer_helpers import MLP, Bench, choose_entry, click, focused, press, settle, type_text


def test_the_button_gives_a_layer_an_initialiser_of_its_own_and_takes_it_away(qtbot: QtBot) -> None:
    bench = Bench(qtbot, *MLP)
    card = bench.cards[0]
    assert card.initializer is not None
    assert not card.initializer.isVisible()
    click(card, QPoint(100, 8))
    click(card.initializer_button)
    assert bench.edits == [SetValue(("layers", 0, "initializer", "kind"), "xavier", "initialiser")]
    assert bench.edits[0].text == "Change initialiser"
    assert bench.experiment.layers[0].initializer == Xavier()
    assert card.initializer.isVisible()
    assert card.initializer_button.isChecked()
    assert "own initialiser Xavier" in card.accessibleName()
    click(card.initializer_button)
    assert bench.experiment.layers[0].initializer == NetworkInitializer()
    assert not card.initializer.isVisible()
    assert not card.initializer_button.isChecked()
    bench.undo()
    assert card.initializer.isVisible()
    assert card.initializer_button.isChecked()


def test_kind_and_settings_are_chosen_in_the_card(qtbot: QtBot) -> None:
    bench = Bench(qtbot, Conv2D(initializer=Xavier()), Dense(), height=1000)
    rows = bench.cards[0].initializer
    assert rows is not None
    shown = [rows.kinds.itemData(i) for i in range(rows.kinds.count())]
    assert shown == [kind.kind_name() for kind in LAYER_INITIALIZERS]
    choose_entry(rows.kinds, "normal")
    assert bench.experiment.layers[0].initializer == Normal()
    assert rows.page is not None
    assert list(rows.page.editors) == ["sigma"]
    settle()
    click(rows.page.editors["sigma"].focusProxy())
    type_text("0.2")
    press(Qt.Key.Key_Return)
    assert bench.edits[-1] == SetValue(("layers", 0, "initializer", "sigma"), 0.2, "σ")
    assert bench.experiment.layers[0].initializer == Normal(sigma=0.2)
    choose_entry(rows.kinds, "zero")
    assert not rows.page.isVisible()
    choose_entry(rows.kinds, "network")
    assert not rows.isVisible()


def test_a_refused_value_is_explained_in_the_card(qtbot: QtBot) -> None:
    bench = Bench(qtbot, Dense(initializer=Normal()))
    card = bench.cards[0]
    assert card.initializer is not None
    assert card.initializer.page is not None
    editor = card.initializer.page.editors["sigma"]
    click(editor.focusProxy())
    type_text("-1")
    press(Qt.Key.Key_Return)
    assert card.problem_line.text() == "-1 is out of range. Give a number greater than 0 and at most 100."
    assert bench.experiment.layers[0].initializer == Normal()
    press(Qt.Key.Key_Escape)
    assert card.problem_line.isHidden()
    assert focused() is card


def test_the_tab_key_reaches_the_initialiser_after_the_fields(qtbot: QtBot) -> None:
    bench = Bench(qtbot, Dense(initializer=Orthogonal()))
    click(bench.cards[0], QPoint(100, 8))
    visited = []
    for _ in range(11):
        visited.append(focused().accessibleName())
        press(Qt.Key.Key_Tab)
    assert visited == [
        bench.cards[0].accessibleName(),
        *("Units", "Follow the data set automatically", "Activation", "Bias"),
        *("Initialiser", "Scale", "Distribution"),
        *("Own initialiser", "Duplicate", "Remove"),
    ]
    choose_entry(bench.cards[0].initializer.kinds, "constant")  # type: ignore[union-attr]
    press(Qt.Key.Key_Tab)
    assert focused().accessibleName() == "Value"


def test_delete_in_a_field_of_the_initialiser_removes_no_layer(qtbot: QtBot) -> None:
    bench = Bench(qtbot, Dense(initializer=Normal()))
    rows = bench.cards[0].initializer
    assert rows is not None
    assert rows.page is not None
    click(rows.page.editors["sigma"].focusProxy())
    press(Qt.Key.Key_Delete)
    rows.kinds.setFocus()
    press(Qt.Key.Key_Delete)
    assert bench.kinds == ["dense"]


@pytest.mark.parametrize("layer", [Dropout(), MaxPool2D()])
def test_what_has_no_weights_has_no_initialiser(qtbot: QtBot, layer: Dropout) -> None:
    bench = Bench(qtbot, layer, Dense())
    click(bench.cards[0], QPoint(100, 8))
    assert bench.cards[0].initializer is None
    assert not bench.cards[0].initializer_button.isVisible()
