from __future__ import annotations

from math import prod

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from core.data import FashionMNIST, LinearRegression
from core.edits import AddLayer, SetValue
from core.experiment import MAX_LAYERS, Experiment
from core.layers import LAYERS, Activation, AvgPool2D, BatchNorm, Conv2D, Dense, Dropout, Flatten, LayerNorm, MaxPool2D
from core.losses import L2
from core.stack import inspect_stack
from desktop_app.panels.layer_mends import mends_for
from tests.desktop_app.panels.layer_helpers import (
    MLP,
    Bench,
    choose,
    click,
    focused,
    press,
    type_text,
)


def test_build_the_mlp_with_the_mouse(qtbot: QtBot) -> None:
    bench = Bench(qtbot)
    bench.add("dense")
    assert bench.experiment.layers == (Dense(),)
    assert focused() is bench.box(0, "units")
    type_text("256")
    press(Qt.Key.Key_Return)
    choose(bench, 0, "activation", "relu")
    bench.add("dropout")
    assert focused() is bench.box(1, "rate")
    type_text("0.2")
    bench.add("dense")
    assert bench.experiment.layers == MLP
    assert bench.selected == 2
    assert [card.output_badge.isVisible() for card in bench.cards] == [False, False, True]
    assert bench.cards[2].output_mark.isVisible()
    assert bench.cards[2].output_mark.label.text() == "One unit for each of 10 classes"
    assert bench.panel.total_label.text() == "Total: 203,530 parameters"
    assert not bench.panel.messages.isVisible()


@pytest.mark.parametrize(
    ("layers", "selected", "kind", "place"),
    [
        ((), None, "dropout", 0),
        (MLP, None, "dropout", 2),
        (MLP, None, "dense", 2),
        (MLP[:2], None, "dense", 2),
        (MLP, 0, "flatten", 1),
        (MLP, 1, "dense", 2),
        (MLP, 2, "dense", 2),
        (MLP, 2, "activation", 2),
        ((Dense(units=10),), None, "dropout", 1),
        ((Dense(), Dropout()), None, "dropout", 2),
        ((Dense(), Dropout()), 0, "dropout", 0),
        ((Dense(), Dense()), 0, "dropout", 1),
    ],
)
def test_where_a_new_layer_goes(
    qtbot: QtBot, layers: tuple[Dense, ...], selected: int | None, kind: str, place: int
) -> None:
    bench = Bench(qtbot, *layers)
    if selected is not None:
        click(bench.cards[selected], QPoint(100, 8))
        assert bench.selected == selected
    bench.add(kind)
    assert bench.edits == [AddLayer(place, kind)]
    assert bench.selected == place
    assert bench.cards[place].isAncestorOf(focused()) or focused() is bench.cards[place]


def test_a_hidden_dense_starts_with_64_relu_units_that_the_card_shows(qtbot: QtBot) -> None:
    bench = Bench(qtbot, *MLP)
    bench.add("dense")
    assert bench.experiment.layers[2] == Dense(units=64, activation="relu")
    assert bench.box(2, "units").text() == "64"
    assert bench.box(2, "activation").currentText() == "ReLU"


def test_each_kind_has_a_button_with_help_and_a_card_with_its_fields(qtbot: QtBot) -> None:
    bench = Bench(qtbot)
    for kind in LAYERS[:9]:
        button = bench.panel.add_buttons[kind.kind_name()]
        assert (button.text(), button.toolTip()) == (kind.title, kind.help)
        bench.add(kind.kind_name())
    shown = {card.kind: list(card.editors) for card in bench.cards}
    assert shown == {
        Dense: ["units", "activation", "use_bias"],
        Dropout: ["rate"],
        Activation: ["function"],
        Flatten: [],
        Conv2D: ["channels", "activation", "use_bias", "kernel_size", "strides", "padding"],
        MaxPool2D: ["pool_size", "strides", "padding"],
        AvgPool2D: ["pool_size", "strides", "padding"],
        BatchNorm: ["momentum", "epsilon", "center", "scale"],
        LayerNorm: ["epsilon"],
    }


def test_counts_and_shapes_equal_the_closed_form(qtbot: QtBot) -> None:
    units = (256, 128, 64)
    bench = Bench(qtbot, *(Dense(units=n, activation="relu") for n in units), Dense(use_bias=False))
    inputs = prod((1, 28, 28))
    total = 0
    for card, n, bias in zip(bench.cards, (*units, 10), (1, 1, 1, 0), strict=True):
        count = n * inputs + bias * n
        total, inputs = total + count, n
        assert card.shape_label.text() == f"→ {n}"
        assert card.parameters_label.text() == f"{count:,} parameters"
    assert bench.panel.total_label.text() == f"Total: {total:,} parameters"
    assert bench.cards[0].parameters_label.text() == "200,960 parameters"
    assert bench.panel.input_label.text() == "Input 1×28×28"
    assert bench.panel.data_label.text() == FashionMNIST.title


def test_layers_without_parameters_show_no_count(qtbot: QtBot) -> None:
    bench = Bench(qtbot, Flatten(), Dropout(), Dense())
    assert [card.parameters_label.isVisible() for card in bench.cards] == [False, False, True]
    assert bench.cards[0].shape_label.text() == "→ 784"


def test_counts_follow_an_edit_at_once(qtbot: QtBot) -> None:
    bench = Bench(qtbot, *MLP)
    click(bench.cards[0].editors["use_bias"].focusProxy(), QPoint(8, 8))
    assert bench.cards[0].parameters_label.text() == "200,704 parameters"
    assert bench.panel.total_label.text() == "Total: 203,274 parameters"


@pytest.mark.parametrize(
    ("position", "name", "typed", "words"),
    [
        (1, "rate", "1", "1 is out of range. Give a number from 0 to less than 1."),
        (1, "rate", "-0.1", "-0.1 is out of range."),
        (1, "rate", "half", "'half' does not fit here."),
        (0, "units", "0", "0 is out of range. Give a whole number from 1 to 100000, or 'auto'."),
        (0, "units", "many", "'many' does not fit here."),
        (0, "units", "2.5", "2.5 does not fit here."),
    ],
)
def test_a_refused_value_says_why_in_its_card(qtbot: QtBot, position: int, name: str, typed: str, words: str) -> None:
    bench = Bench(qtbot, *MLP)
    box = bench.box(position, name)
    click(box)
    type_text(typed)
    press(Qt.Key.Key_Return)
    assert bench.experiment.layers == MLP
    line = bench.cards[position].problem_line
    assert line.isVisible()
    assert line.text().startswith(words)
    assert box.property("invalid")
    assert not any(card.problem_line.isVisible() for i, card in enumerate(bench.cards) if i != position)
    press(Qt.Key.Key_Escape)
    assert not line.isVisible()
    assert box.text() == ("0.2" if name == "rate" else "256")
    assert focused() is bench.cards[position]


def test_a_refusal_stays_while_other_layers_are_edited_and_goes_with_another_experiment(qtbot: QtBot) -> None:
    bench = Bench(qtbot, *MLP)
    click(bench.box(1, "rate"))
    type_text("1")
    bench.add("flatten")
    assert bench.refused
    assert bench.cards[1].problem_line.isVisible()
    assert bench.box(1, "rate").text() == "1"
    bench.panel.show_experiment(bench.experiment)
    assert not bench.cards[1].problem_line.isVisible()
    assert bench.box(1, "rate").text() == "0.2"


def test_a_refusal_without_a_field_is_shown_below_the_stack(qtbot: QtBot) -> None:
    bench = Bench(qtbot, *MLP)
    assert bench.panel.show_problem("layers", "layers: 201 entries are too many.")
    assert [frame.text for frame in bench.panel.messages.frames] == ["201 entries are too many."]
    assert bench.panel.messages.isVisible()
    bench.panel.show_experiment(bench.experiment)
    assert not bench.panel.messages.isVisible()


def test_a_refusal_that_belongs_elsewhere_is_not_taken(qtbot: QtBot) -> None:
    bench = Bench(qtbot, *MLP)
    assert not bench.panel.show_problem("optimizer.learning_rate", "optimizer.learning_rate: no.")
    assert not bench.panel.messages.isVisible()
    assert not any(card.problem_line.isVisible() for card in bench.cards)


def test_an_empty_stack_is_no_mistake_and_one_click_mends_it(qtbot: QtBot) -> None:
    bench = Bench(qtbot)
    (frame,) = bench.panel.messages.frames
    assert frame.property("level") == "info"
    assert not bench.panel.total_label.isVisible()
    click(mend_button(bench, "Add output layer"))
    assert bench.edits == [AddLayer(0, "dense")]
    assert bench.experiment.layers == (Dense(),)
    assert focused() is bench.cards[0]


def test_a_wrong_output_can_be_mended_in_two_ways(qtbot: QtBot) -> None:
    bench = Bench(qtbot, Dense(units=256, activation="relu"), Dropout())
    (frame,) = bench.panel.messages.frames
    assert frame.property("level") == "info"
    assert frame.text == "Next: an output layer with 10 units: Fashion-MNIST has 10 classes."
    click(mend_button(bench, "Set units to auto"))
    assert bench.edits == [SetValue(("layers", 0, "units"), "auto", "Units")]
    assert not bench.panel.messages.isVisible()
    bench.undo()
    click(mend_button(bench, "Add output layer"))
    assert bench.edits[-1] == AddLayer(2, "dense")
    assert bench.selected == 2
    assert not bench.panel.messages.isVisible()


def test_large_shapes_have_separators(qtbot: QtBot) -> None:
    bench = Bench(qtbot, Dense(units=100_000), Dense())
    assert bench.cards[0].shape_label.text() == "→ 100,000"


def test_the_buttons_keep_their_place_while_the_stack_grows(qtbot: QtBot) -> None:
    bench = Bench(qtbot)
    places = set()
    for kind in ("flatten", "dense", "dropout", "dense"):
        bench.add(kind)
        places.add(bench.panel.add_buttons[kind].mapTo(bench.panel, QPoint(0, 0)).y())
        assert bench.panel.add_buttons["dense"].y() < bench.cards[0].mapTo(bench.panel, QPoint(0, 0)).y()
    assert len(places) <= 2, "two rows of buttons"


def test_an_unfinished_stack_alarms_nobody(qtbot: QtBot) -> None:
    bench = Bench(qtbot, Dense(units=64), Dense(units=32))
    assert not any(card.hint.isVisible() for card in bench.cards)
    assert [frame.property("level") for frame in bench.panel.messages.frames] == ["info"]
    regression = Bench(qtbot, Dense(units=3), data=LinearRegression(), loss=L2())
    (frame,) = regression.panel.messages.frames
    assert frame.text == "Next: an output layer with 1 unit: Linear regression has 1 target."


def test_a_wrong_loss_can_be_mended(qtbot: QtBot) -> None:
    bench = Bench(qtbot, Dense(), data=LinearRegression())
    assert bench.cards[0].output_mark.label.text() == "One unit for the target"
    (frame,) = bench.panel.messages.frames
    assert frame.property("level") == "problem"
    click(mend_button(bench, "Use L2 (squared error)"))
    assert bench.experiment.loss == L2()
    assert not bench.panel.messages.isVisible()


def test_a_problem_that_no_edit_mends_has_no_buttons(qtbot: QtBot) -> None:
    bench = Bench(qtbot, Dense(), data=FashionMNIST(validation_share=0.9))
    assert not bench.panel.messages.isVisible()
    data = LinearRegression(num_samples=2, validation_share=0.5, test_share=0.5)
    bench.panel.show_experiment(Experiment(layers=(Dense(),), data=data, loss=L2()))
    (frame,) = bench.panel.messages.frames
    assert "no samples" in frame.text
    assert not frame.findChildren(QPushButton)


def test_a_hint_is_shown_softly_in_its_card(qtbot: QtBot) -> None:
    bench = Bench(qtbot, Dense(units=64), Dense())
    assert [card.hint.isVisible() for card in bench.cards] == [True, False]
    assert "one linear layer" in bench.cards[0].hint.text
    choose(bench, 0, "activation", "relu")
    assert not bench.cards[0].hint.isVisible()


def test_the_link_button_makes_the_last_dense_follow_the_classes(qtbot: QtBot) -> None:
    bench = Bench(qtbot, Dense(units=7))
    assert not bench.cards[0].output_mark.isVisible()
    units = bench.cards[0].editors["units"]
    link = next(button for button in units.findChildren(QToolButton) if button.isCheckable())
    click(link)
    assert bench.experiment.layers == (Dense(),)
    assert bench.box(0, "units").placeholderText() == "auto (10)"
    assert bench.cards[0].output_mark.icon.isVisible()


def mend_button(bench: Bench, text: str) -> QPushButton:
    return next(button for button in bench.panel.messages.findChildren(QPushButton) if button.text() == text)


def test_a_full_stack_is_not_mended_by_one_more_layer() -> None:
    layers = (Dense(units=3), *(Flatten() for _ in range(MAX_LAYERS - 1)))
    experiment = Experiment(layers=layers, data=FashionMNIST())
    (problem,) = inspect_stack(experiment).problems
    assert [mend.text for mend in mends_for(experiment, problem)] == ["Set units to auto"]
    shorter = Experiment(layers=layers[:-1], data=FashionMNIST())
    assert len(mends_for(shorter, problem)) == 2
