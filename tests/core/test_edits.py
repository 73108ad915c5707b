from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.edits import AddLayer, DuplicateLayer, Edit, MoveLayer, RemoveLayer, SetValue
from core.errors import ExperimentError
from core.experiment import Experiment, from_dict, to_dict
from core.layers import LAYERS, Activation, BatchNorm, Conv2D, Dense, Dropout, Flatten, MaxPool2D
from core.stack import inspect_stack
from tests.core.strategies import TEXTS, experiments, json_values, outcome

THREE = Experiment(layers=(Dense(units=8, activation="relu"), Dropout(rate=0.25), Dense()))

positions = st.integers(-2, 8) | st.integers()
kinds = st.sampled_from([layer.kind_name() for layer in LAYERS]) | TEXTS
paths = st.sampled_from(
    [
        ("layers", 0, "units"),
        ("layers", 1, "rate"),
        ("layers", 0, "kind"),
        ("data", "kind"),
        ("optimizer", "kind"),
        ("optimizer", "learning_rate"),
        ("training",),
        (),
    ]
)
edits = st.one_of(
    st.builds(SetValue, paths, json_values | st.integers(1, 9) | st.sampled_from(["adam", "dropout", 0.5])),
    st.builds(AddLayer, positions, kinds),
    st.builds(RemoveLayer, positions),
    st.builds(DuplicateLayer, positions),
    st.builds(MoveLayer, positions, positions),
)


@given(experiments, st.lists(edits, max_size=12))
def test_any_edits_leave_a_valid_experiment_or_say_why_not(experiment: Experiment, sequence: list[Edit]) -> None:
    for edit in sequence:
        before = to_dict(experiment)
        changed = outcome(edit.apply, experiment)
        if isinstance(changed, str):
            assert changed.endswith((".", "?"))
        else:
            assert from_dict(to_dict(changed)) == changed
            assert edit.text
            inspect_stack(changed)
            experiment, before = changed, to_dict(changed)
        assert to_dict(experiment) == before


def kinds_of(experiment: Experiment) -> list[str]:
    return [layer.kind_name() for layer in experiment.layers]


def refused(edit: Edit, experiment: Experiment = THREE) -> str:
    with pytest.raises(ExperimentError) as caught:
        edit.apply(experiment)
    return str(caught.value)


def test_the_central_stack_can_be_built() -> None:
    experiment = Experiment()
    for edit in (
        AddLayer(0, "dense"),
        SetValue(("layers", 0, "units"), 256),
        SetValue(("layers", 0, "activation"), "relu"),
        AddLayer(1, "dropout"),
        SetValue(("layers", 1, "rate"), 0.2),
        AddLayer(2, "dense"),
    ):
        experiment = edit.apply(experiment)
    assert experiment.layers == (Dense(units=256, activation="relu"), Dropout(rate=0.2), Dense())
    assert inspect_stack(experiment).problems == ()


def test_a_dense_before_another_starts_as_a_hidden_layer() -> None:
    assert AddLayer(0, "dense").apply(THREE).layers[0] == Dense(units=64, activation="relu")
    assert AddLayer(3, "dense").apply(THREE).layers[3] == Dense()
    assert AddLayer(0, "dense").apply(Experiment(layers=(Dropout(),))).layers[0] == Dense()


@pytest.mark.parametrize(
    ("kind", "layer"),
    [
        ("dropout", Dropout()),
        ("activation", Activation()),
        ("flatten", Flatten()),
        ("conv2d", Conv2D(activation="relu")),
        ("max_pool2d", MaxPool2D()),
        ("batch_norm", BatchNorm()),
    ],
)
@pytest.mark.parametrize("position", [0, 1, 2, 3])
def test_add(kind: str, layer: Any, position: int) -> None:
    expected = list(THREE.layers)
    expected.insert(position, layer)
    assert AddLayer(position, kind).apply(THREE).layers == tuple(expected)


def test_remove_and_duplicate() -> None:
    assert kinds_of(RemoveLayer(1).apply(THREE)) == ["dense", "dense"]
    doubled = DuplicateLayer(1).apply(THREE)
    assert doubled.layers == (THREE.layers[0], THREE.layers[1], THREE.layers[1], THREE.layers[2])
    assert RemoveLayer(0).apply(Experiment(layers=(Dense(),))).layers == ()


@given(st.integers(0, 2), st.integers(0, 2))
def test_a_moved_layer_stands_at_its_target_and_can_go_back(position: int, target: int) -> None:
    moved = MoveLayer(position, target).apply(THREE)
    assert moved.layers[target] == THREE.layers[position]
    assert sorted(kinds_of(moved)) == sorted(kinds_of(THREE))
    assert MoveLayer(target, position).apply(moved) == THREE


def test_places_that_do_not_exist_are_explained() -> None:
    assert refused(RemoveLayer(3)) == "layers: there is no layer number 4."
    assert refused(RemoveLayer(-1)) == "layers: there is no layer number 0."
    assert refused(DuplicateLayer(3)) == "layers: there is no layer number 4."
    assert refused(MoveLayer(3, 0)) == "layers: there is no layer number 4."
    assert refused(MoveLayer(0, 3)) == "layers: a layer cannot be put at place 4."
    assert refused(MoveLayer(0, -1)) == "layers: a layer cannot be put at place 0."
    assert refused(AddLayer(4, "dense")) == "layers: a layer cannot be put at place 5."
    assert refused(AddLayer(-1, "dense")) == "layers: a layer cannot be put at place 0."


def test_an_unknown_kind_of_layer_is_explained() -> None:
    expected = "layers: the kind 'conv' is not known. Choose one of: dense, dropout, activation, flatten, "
    expected += "conv2d, max_pool2d, avg_pool2d, batch_norm, layer_norm, centered_layer, my_dense, custom."
    assert refused(AddLayer(0, "conv")) == expected


def test_a_full_stack_takes_no_more() -> None:
    full = Experiment(layers=(Dropout(),) * 200)
    assert refused(AddLayer(0, "dropout"), full) == "layers: 201 entries are too many. At most 200 fit here."
    assert refused(DuplicateLayer(0), full) == "layers: 201 entries are too many. At most 200 fit here."


@pytest.mark.parametrize(
    ("edit", "text"),
    [
        (AddLayer(0, "dropout"), "Add Dropout"),
        (RemoveLayer(0), "Remove layer"),
        (DuplicateLayer(0), "Duplicate layer"),
        (MoveLayer(0, 1), "Move layer"),
        (SetValue(("optimizer", "learning_rate"), 0.1), "Change learning rate"),
        (SetValue(("optimizer", "wd"), 0.1, "weight decay"), "Change weight decay"),
        (SetValue((), 0.1), "Change setting"),
    ],
)
def test_texts_for_the_undo_menu(edit: Edit, text: str) -> None:
    assert edit.text == text


def test_only_changes_of_the_same_value_are_one_undo_step() -> None:
    rate = SetValue(("layers", 1, "rate"), 0.1)
    assert rate.merge_key == SetValue(("layers", 1, "rate"), 0.2, "Rate").merge_key != ""
    assert rate.merge_key != SetValue(("layers", 2, "rate"), 0.1).merge_key
    for edit in (
        SetValue(("layers", 1, "kind"), "dense"),
        SetValue((), 1),
        AddLayer(0),
        RemoveLayer(0),
        DuplicateLayer(0),
        MoveLayer(0, 1),
    ):
        assert edit.merge_key == ""


def test_what_is_not_meant_to_merge_is_a_step_of_its_own() -> None:
    assert SetValue(("data", "seed"), 3).merge_key == "data.seed"
    assert SetValue(("data", "seed"), 3, merges=False).merge_key == ""
