from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.data import FashionMNIST
from core.edits import AddLayer, MoveLayer, RemoveLayer, SetValue
from core.experiment import Experiment
from core.initializers import Xavier
from core.layers import Activation, BatchNorm, Conv2D, Dense, Dropout, Flatten, LayerNorm, MaxPool2D
from desktop_app.panels.layer_stack import LayerStackPanel
from desktop_app.theme import ThemeChoice, theme, themes
from tests.desktop_app.panels.layer_helpers import (
    MLP,
    Bench,
    click,
    focused,
    press,
    settle,
    type_text,
)

_CONTROL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_a_click_beside_the_cards_selects_nothing(qtbot: QtBot) -> None:
    bench = Bench(qtbot, *MLP)
    click(bench.cards[0], QPoint(100, 8))
    click(bench.panel, QPoint(150, bench.panel.height() - 3))
    assert bench.selected is None
    bench.add("dropout")
    assert bench.edits == [AddLayer(2, "dropout")]


def test_cards_are_kept_with_focus_and_what_is_being_typed(qtbot: QtBot) -> None:
    bench = Bench(qtbot, *MLP)
    cards = list(bench.cards)
    box = bench.box(0, "units")
    click(box)
    type_text("12")
    QTest.keyClick(box, Qt.Key.Key_Left)
    changed = SetValue(("training", "num_epochs"), 7).apply(bench.experiment)
    changed = SetValue(("layers", 1, "rate"), 0.4).apply(changed)
    bench.panel.show_experiment(changed)
    assert bench.cards == cards
    assert focused() is box
    assert (box.text(), box.cursorPosition()) == ("12", 1)
    assert bench.box(1, "rate").text() == "0.4"


def test_cards_are_kept_by_layers_that_move_or_stay(qtbot: QtBot) -> None:
    bench = Bench(qtbot, *MLP)
    first, second, third = bench.cards
    bench.apply(MoveLayer(0, 1))
    assert bench.cards == [second, first, third]
    bench.apply(RemoveLayer(0))
    assert bench.cards == [first, third]
    bench.apply(AddLayer(0, "flatten"))
    assert bench.cards[1:] == [first, third]
    settle()
    assert [card.isVisible() for card in bench.cards] == [True] * 3


def test_undo_keeps_the_selection_sensible(qtbot: QtBot) -> None:
    bench = Bench(qtbot, *MLP)
    click(bench.cards[1], QPoint(100, 8))
    press(Qt.Key.Key_Delete)
    assert (bench.selected, bench.kinds) == (1, ["dense", "dense"])
    bench.undo()
    assert (bench.selected, focused()) == (1, bench.cards[1])  # what came back
    press(Qt.Key.Key_Down, _ALT)
    assert bench.selected == 2
    bench.undo()
    assert (bench.selected, focused()) == (1, bench.cards[1])  # it went back
    bench.add("activation")
    assert bench.selected == 2
    bench.undo()
    assert (bench.selected, focused()) == (2, bench.cards[2])  # what stands in its place


def test_undo_leaves_a_focus_elsewhere_alone(qtbot: QtBot) -> None:
    bench = Bench(qtbot, *MLP)
    bench.apply(RemoveLayer(1))
    assert bench.selected is None
    bench.undo()
    assert focused() is bench.elsewhere
    assert bench.selected == 1


def test_another_experiment_starts_without_a_selection(qtbot: QtBot) -> None:
    bench = Bench(qtbot, Dense(), Dense())
    click(bench.cards[0], QPoint(100, 8))
    bench.panel.show_experiment(Experiment(layers=(Flatten(), Activation()), data=FashionMNIST()))
    assert bench.selected is None


def test_a_text_typed_into_a_card_that_undo_removes_changes_nothing(qtbot: QtBot) -> None:
    bench = Bench(qtbot, *MLP)
    bench.add("dropout")
    type_text("0.7")
    bench.undo()
    assert bench.experiment.layers == MLP
    assert bench.edits == [AddLayer(2, "dropout")]


def test_names_for_screen_readers(qtbot: QtBot) -> None:
    bench = Bench(qtbot, Dense(units=256), Dropout(rate=0.2), Activation(), Flatten(), Dense(use_bias=False))
    assert [card.accessibleName() for card in bench.cards] == [
        "Layer 1: Dense, 256 units, output 256, 200,960 parameters",
        "Layer 2: Dropout, rate 0.2, output 256",
        "Layer 3: Activation, function ReLU, output 256",
        "Layer 4: Flatten, output 256",
        "Layer 5: Dense, automatic units, no bias, output 10, 2,560 parameters",
    ]
    assert bench.panel.add_buttons["dense"].accessibleName() == "Add Dense"


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_a_card_shows_its_kind_and_the_focus_by_colours(qtbot: QtBot, choice: ThemeChoice) -> None:
    themes.choose(choice)
    bench = Bench(qtbot, *MLP)
    click(bench.cards[0], QPoint(100, 8))
    pictures = [card.grab().toImage() for card in bench.cards]
    stripes = [picture.pixelColor(2, picture.height() // 2).name() for picture in pictures]
    assert stripes[1:] == [theme().series[1], theme().series[0]]
    rings = [picture.pixelColor(picture.width() // 2, 1).name() for picture in pictures]
    assert [ring == theme().accent for ring in rings] == [True, False, False]
    themes.choose("light")


def test_the_panel_fits_a_narrow_dock(qtbot: QtBot) -> None:
    panel = LayerStackPanel()
    qtbot.addWidget(panel)
    wide = Dense(units=100_000, activation="leaky_relu", initializer=Xavier())
    images = (Conv2D(channels=10_000, activation="leaky_relu"), MaxPool2D(), BatchNorm())
    panel.show_experiment(Experiment(layers=(*images, wide, Dropout(), Activation(), LayerNorm(), Dense())))
    assert panel.minimumSizeHint().width() <= 300
    panel.resize(300, 800)
    panel.show()
    settle()
    buttons = list(panel.add_buttons.values())
    assert len({button.y() for button in buttons}) == 3
    assert len({button.width() for button in buttons}) <= 2
    panel.resize(1000, 800)
    settle()
    assert len({button.y() for button in buttons}) == 1
    panel.close()


def test_the_selected_card_scrolls_into_view(qtbot: QtBot) -> None:
    bench = Bench(qtbot, *MLP, height=260)
    bench.add("dense")
    card = bench.cards[bench.selected]
    top = card.mapTo(bench.area.viewport(), QPoint(0, 0)).y()
    assert top >= 0
    assert top + card.height() <= bench.area.viewport().height()
    click(bench.cards[2], QPoint(100, 8))
    for _ in range(3):
        press(Qt.Key.Key_Up)
    assert bench.cards[0].mapTo(bench.area.viewport(), QPoint(0, 0)).y() >= 0
