from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from core.edits import AddLayer, MoveLayer, RemoveLayer
from core.events import SettingsChanged, UnitSwitched, WeightSet
from core.experiment import Experiment, live_settings, with_value
from core.layers import LAYERS, Dense, Dropout
from core.presets import load_preset
from core.run_differences import differences, layer_text, live_differences
from tests.core.outcomes import run_outcome
from tests.core.strategies import experiments

MLP = load_preset("mlp")


def changed(path: str, value: object, experiment: Experiment = MLP) -> Experiment:
    return with_value(experiment, path, value)


def test_values_are_named_by_their_titles() -> None:
    assert differences(MLP, changed("optimizer.learning_rate", 0.1)) == ("learning rate 0.5 → 0.1",)
    assert differences(MLP, changed("training.num_epochs", 7)) == ("epochs 5 → 7",)
    several = changed("optimizer.wd", 0.01, changed("training.batch_size", 10))
    assert differences(MLP, several) == ("weight decay 0 → 0.01", "batch size 256 → 10")


def test_name_and_notes_make_no_difference() -> None:
    assert differences(MLP, changed("notes", "Why?", changed("name", "Other"))) == ()


def test_the_two_seeds_are_told_apart() -> None:
    circle = load_preset("circle")
    assert differences(circle, changed("training.seed", 1, circle)) == ("seed 0 → 1",)
    assert differences(circle, changed("data.seed", 1, circle)) == ("data seed 0 → 1",)


def test_another_kind_is_told_with_what_changes_along() -> None:
    assert differences(MLP, changed("optimizer.kind", "adam")) == (
        "optimizer SGD → Adam",
        "learning rate 0.5 → 0.001",
    )
    assert differences(MLP, changed("initializer.kind", "xavier")) == ("initialiser Normal → Xavier",)


def test_layers_are_matched_before_they_are_compared() -> None:
    assert differences(MLP, AddLayer(1, "dropout").apply(MLP)) == ("+ Dropout 0.5",)
    assert differences(MLP, AddLayer(1, "dense").apply(MLP)) == ("+ Dense 64 ReLU",)
    assert differences(MLP, RemoveLayer(0).apply(MLP)) == ("− Dense 256 ReLU",)
    wider = changed("layers.0.activation", "tanh", changed("layers.0.units", 128))
    assert differences(MLP, wider) == ("Dense 1 units 256 → 128", "Dense 1 activation ReLU → tanh")
    dropout = AddLayer(1, "dropout").apply(MLP)
    assert differences(dropout, changed("layers.1.rate", 0.2, dropout)) == ("Dropout rate 0.5 → 0.2",)
    assert differences(dropout, MoveLayer(1, 0).apply(dropout)) == ("+ Dropout 0.5", "− Dropout 0.5")


def test_a_layer_in_words() -> None:
    assert layer_text(Dense()) == "Dense auto"
    assert layer_text(Dense(units=10, activation="gelu", use_bias=False)) == "Dense 10 GELU bias off"
    assert layer_text(Dropout()) == "Dropout 0.5"


def test_what_was_changed_while_a_run_went_on() -> None:
    experiment = AddLayer(1, "dropout").apply(MLP)
    outcome = run_outcome(experiment)
    assert live_differences(outcome) == ()
    first = replace(live_settings(experiment), learning_rate=0.1)
    last = replace(first, dropout_rates=(0.2,), l2=0.01)
    outcome = replace(outcome, changes=(SettingsChanged(1, 3, first), SettingsChanged(1, 7, last)))
    assert live_differences(outcome) == ("Dropout rate 0.5 → 0.2", "learning rate 0.5 → 0.1", "L2 0 → 0.01")
    outcome = replace(outcome, changes=(WeightSet(1, 3, "0.weight", (0, 1), 0.5, 1.0), UnitSwitched(1, 4, 0, 2, False)))
    assert live_differences(outcome) == ("weights set by hand", "units switched by hand")


def test_every_kind_of_layer_has_a_text() -> None:
    texts = [layer_text(layer()) for layer in LAYERS]
    assert len(set(texts)) == len(LAYERS)
    assert {"Dense auto", "Dropout 0.5", "Activation ReLU", "Flatten", "BatchNorm", "LayerNorm"} <= set(texts)


@given(experiments, experiments)
def test_only_equal_runs_have_no_differences(first: Experiment, second: Experiment) -> None:
    unnamed = [e.model_copy(update={"name": "", "notes": ""}) for e in (first, second)]
    found = differences(first, second)
    assert differences(first, first) == ()
    if unnamed[0] == unnamed[1]:
        assert found == ()
    assert all(text and "\n" not in text and text == text.strip() for text in found)
