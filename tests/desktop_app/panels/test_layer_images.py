"""Layers for images in the panel: their shapes before anything runs, and the ways out of what does not fit."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from core.data import Circle
from core.edits import AddLayer, MoveLayer, RemoveLayer, SetValue
from core.experiment import Experiment
from core.initializers import Orthogonal
from core.layers import LAYERS, BatchNorm, Conv2D, Dense, Flatten, LayerBase, MaxPool2D
from core.losses import Hinge
from core.stack import inspect_stack
from desktop_app.panels.layer_mends import mends_for
from tests.desktop_app.panels.layer_helpers import Bench, click

LENET = (
    Conv2D(channels=6, kernel_size=5, activation="relu"),
    MaxPool2D(),
    Conv2D(channels=16, kernel_size=5, activation="relu"),
    BatchNorm(),
    MaxPool2D(),
    Dense(),
)


def test_shapes_and_parameters_are_shown_before_anything_runs(qtbot: QtBot) -> None:
    bench = Bench(qtbot, *LENET, height=1200)
    assert [card.shape_label.text() for card in bench.cards] == [
        *("→ 6×24×24", "→ 6×12×12", "→ 16×8×8", "→ 16×8×8", "→ 16×4×4", "→ 10"),
    ]
    assert [card.parameters_label.text() for card in bench.cards if card.parameters_label.isVisible()] == [
        *("156 parameters", "2,416 parameters", "64 parameters, 32 not trained", "2,570 parameters")
    ]
    assert bench.panel.total_label.text() == "Total: 5,206 parameters"
    assert bench.panel.untrained_label.text() == "32 of them not trained"
    assert bench.box(1, "strides").placeholderText() == "auto (2)"
    assert bench.cards[0].parameters_label.toolTip() == "weight 6×1×5×5\nbias 6"


def test_a_new_layer_for_images_goes_before_the_dense_layers(qtbot: QtBot) -> None:
    bench = Bench(qtbot, Dense(units=64, activation="relu"), Dense())
    bench.add("conv2d")
    bench.add("max_pool2d")
    assert bench.edits == [AddLayer(0, "conv2d"), AddLayer(1, "max_pool2d")]
    assert not bench.panel.messages.frames


def mends(*layers: LayerBase, **settings: object) -> dict[str, object]:
    """Return the texts and edits of all ways out of the only problem."""
    experiment = Experiment(layers=layers, **settings)
    (problem,) = inspect_stack(experiment).problems
    return {mend.text: mend.edit for mend in mends_for(experiment, problem)}


def test_an_image_layer_behind_a_row_can_be_moved_or_removed() -> None:
    assert mends(Dense(units=8, activation="relu"), Conv2D(), Dense()) == {
        "Move Conv2D to place 1": MoveLayer(1, 0),
        "Remove Conv2D": RemoveLayer(1),
    }
    assert mends(Conv2D(), Flatten(), MaxPool2D(), Dense()) == {
        "Move MaxPool2D to place 2": MoveLayer(2, 1),
        "Remove MaxPool2D": RemoveLayer(2),
    }
    assert mends(Conv2D(), Dense(), data=Circle()) == {"Remove Conv2D": RemoveLayer(0)}


def test_a_window_that_is_too_large_can_be_made_smaller_or_its_image_larger() -> None:
    assert mends(Conv2D(kernel_size=12, padding=1), Dense()) == {
        "Set kernel to 10": SetValue(("layers", 0, "kernel_size"), 10, "Kernel"),
        "Set padding to 2": SetValue(("layers", 0, "padding"), 2, "Padding"),
        "Remove Conv2D": RemoveLayer(0),
    }
    assert mends(MaxPool2D(pool_size=8), MaxPool2D(pool_size=4), Dense()) == {
        "Set padding to 2": SetValue(("layers", 1, "padding"), 2, "Padding"),
        "Remove MaxPool2D": RemoveLayer(1),
    }
    assert mends(MaxPool2D(padding=3), Dense()) == {
        "Set padding to 1": SetValue(("layers", 0, "padding"), 1, "Padding"),
        "Remove MaxPool2D": RemoveLayer(0),
    }


def test_a_layer_that_does_not_fit_shows_no_shape_and_is_mended_by_a_click(qtbot: QtBot) -> None:
    bench = Bench(qtbot, Conv2D(kernel_size=30), Dense())
    assert [card.shape_label.text() for card in bench.cards] == ["→ ?", "→ 10"]
    sentence = inspect_stack(bench.experiment).layers[0].problem
    assert bench.cards[0].shape_label.toolTip() == sentence
    (frame,) = bench.panel.messages.frames
    assert frame.text == f"Layer 1 (Conv2D): {sentence}"
    click(frame.findChild(QPushButton))
    assert bench.experiment.layers[0] == Conv2D(kernel_size=28)
    assert bench.selected == 0
    assert not bench.panel.messages.frames
    assert bench.cards[0].shape_label.text() == "→ 16×1×1"


def test_two_layers_that_do_not_fit_are_mended_one_after_the_other() -> None:
    experiment = Experiment(layers=(Conv2D(kernel_size=9), Flatten(), Conv2D(), Dense()))
    first, second = inspect_stack(experiment).problems
    assert [mend.text for mend in mends_for(experiment, first)] == [
        *("Set kernel to 8", "Set padding to 1", "Remove Conv2D")
    ]
    assert [mend.text for mend in mends_for(experiment, second)] == ["Move Conv2D to place 2", "Remove Conv2D"]


def test_weights_that_take_too_long_to_draw_are_a_problem() -> None:
    problems = inspect_stack(Experiment(layers=(Dense(units=100_000, initializer=Orthogonal()), Dense()))).problems
    assert problems == ()
    wide = Dense(units=9_000, activation="relu")
    problems = inspect_stack(Experiment(layers=(wide, Dense(units=9_000, initializer=Orthogonal()), Dense()))).problems
    assert problems == (
        "Layer 2 (Dense): Turning 9,000×9,000 weights to right angles takes too long. Choose another initialiser.",
    )


def test_one_unit_for_two_classes_says_which_sign_stands_for_which(qtbot: QtBot) -> None:
    bench = Bench(qtbot, Dense(), data=Circle(), loss=Hinge())
    name = Circle().facts().class_names[1]
    assert bench.cards[0].output_mark.label.text() == f"One unit: above 0 for {name}"
    assert bench.box(0, "units").placeholderText() == "auto (1)"


def test_layers_for_images_are_offered_for_images_only(qtbot: QtBot) -> None:
    bench = Bench(qtbot, Dense(), data=Circle())
    usual = [layer for layer in LAYERS if layer.kind_name() in bench.panel.add_buttons]
    assert len(usual) == 9
    for layer in usual:
        fits = layer.kind_name() not in ("conv2d", "max_pool2d", "avg_pool2d")
        button = bench.panel.add_buttons[layer.kind_name()]
        assert button.isEnabled() == fits
        assert button.toolTip() == (layer.help if fits else "Works on images; Circle has none.")
    assert [action.isEnabled() for action in bench.panel.add_menu.actions()[: len(usual)]] == [
        button.isEnabled() for button in bench.panel.add_buttons.values()
    ]
    bench.apply(SetValue(("data", "kind"), "digits"))
    assert bench.panel.add_buttons["conv2d"].isEnabled()
    bench.add("conv2d")
    assert bench.kinds == ["conv2d", "dense"]
