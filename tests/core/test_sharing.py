from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.edits import AddLayer, DuplicateLayer, Edit, MoveLayer, RemoveLayer, SetValue, ShareParameters
from core.errors import ExperimentError
from core.experiment import Experiment, from_dict, to_dict
from core.layers import Dense, LayerBase, ParametricLayer
from core.sharing import owners, problem, sharers
from core.stack import inspect_stack
from tests.core.strategies import outcome

THREE = Experiment(layers=(Dense(units=64), Dense(units=64, activation="relu"), Dense(units=64), Dense()))
SHARED = ShareParameters(2, 1).apply(THREE)


def told(experiment: Experiment) -> list[tuple[str, str]]:
    return [(layer.name, layer.shares) for layer in experiment.layers if isinstance(layer, ParametricLayer)]


def test_a_layer_refers_to_another_by_a_name_that_is_made_for_it() -> None:
    assert told(SHARED) == [("", ""), ("dense1", ""), ("", "dense1"), ("", "")]
    assert owners(SHARED.layers) == {2: 1}
    assert sharers(SHARED.layers, 1) == (2,)
    assert told(ShareParameters(2, None).apply(SHARED)) == told(THREE)


def test_shared_parameters_count_once() -> None:
    report = inspect_stack(SHARED)
    assert report.problems == ()
    assert [layer.owner for layer in report.layers] == [None, None, 1, None]
    assert report.num_parameters == inspect_stack(THREE).num_parameters - 64 * 64 - 64


@pytest.mark.parametrize(
    ("edit", "names"),
    [
        (MoveLayer(2, 1), [("", ""), ("dense1", ""), ("", "dense1"), ("", "")]),
        (MoveLayer(2, 0), [("dense1", ""), ("", ""), ("", "dense1"), ("", "")]),
        (RemoveLayer(0), [("dense1", ""), ("", "dense1"), ("", "")]),
        (RemoveLayer(1), [("", ""), ("", ""), ("", "")]),
        (RemoveLayer(2), [("", ""), ("", ""), ("", "")]),
        (DuplicateLayer(1), [("", ""), ("dense1", ""), ("", ""), ("", "dense1"), ("", "")]),
        (DuplicateLayer(2), [("", ""), ("dense1", ""), ("", "dense1"), ("", "dense1"), ("", "")]),
        (SetValue(("layers", 1, "kind"), "dropout"), [("", ""), ("", ""), ("", "")]),
    ],
)
def test_edits_keep_it_right(edit: Edit, names: list[tuple[str, str]]) -> None:
    assert told(edit.apply(SHARED)) == names


def test_the_heir_of_a_removed_owner_serves_the_others() -> None:
    three = ShareParameters(2, 1).apply(DuplicateLayer(2).apply(SHARED))
    assert told(RemoveLayer(1).apply(three)) == [("", ""), ("dense1", ""), ("", "dense1"), ("", "")]


def test_a_new_owner_takes_over_how_the_weights_are_drawn() -> None:
    drawn = SetValue(("layers", 1, "initializer", "kind"), "xavier").apply(SHARED)
    moved = MoveLayer(2, 0).apply(drawn)
    first = moved.layers[0]
    assert isinstance(first, Dense)
    assert first.initializer.kind == "xavier"


@pytest.mark.parametrize("position", [1, 2])
def test_units_change_together(position: int) -> None:
    changed = SetValue(("layers", position, "units"), 32).apply(SHARED)
    assert [layer.units for layer in changed.layers if isinstance(layer, Dense)] == [64, 32, 32, "auto"]
    # The second of them gets 32 numbers where the first gets 64.
    assert inspect_stack(changed).problems == (
        "Layer 3 (Dense): it shares the parameters of layer 2, but needs 32×32 and 32 where that one has 32×64 and 32. "
        "Give both the same number of inputs and units, or let it have its own.",
    )


def stack(*layers: dict[str, Any]) -> tuple[LayerBase, ...]:
    return from_dict({"layers": list(layers)}).layers


@pytest.mark.parametrize(
    ("layers", "sentence"),
    [
        ([{"kind": "dense", "shares": "x"}], "no earlier layer has that name"),
        ([{"kind": "dense", "shares": "x", "name": "x"}], "no earlier layer has that name"),
        ([{"kind": "my_dense", "name": "x"}, {"kind": "dense", "shares": "x"}], "Both must be of the same kind"),
        (
            [
                {"kind": "dense", "name": "y"},
                {"kind": "dense", "name": "x", "shares": "y"},
                {"kind": "dense", "shares": "x"},
            ],
            "which shares those of another one",
        ),
        ([{"kind": "dense", "name": "x"}] * 2 + [{"kind": "dense", "shares": "x"}], "several layers have that name"),
    ],
)
def test_what_a_file_may_hold_wrongly_is_explained(layers: list[dict[str, Any]], sentence: str) -> None:
    found = problem(stack(*layers), len(layers) - 1)
    assert sentence in found
    assert len(layers) - 1 not in owners(stack(*layers))
    told = [p for p in inspect_stack(from_dict({"layers": layers})).problems if sentence in p]
    assert told[0].startswith(f"Layer {len(layers)} (Dense): it shares")


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        (ShareParameters(1, 2), "an earlier one"),
        (ShareParameters(1, 1), "an earlier one"),
        (ShareParameters(3, 2), "Choose their owner"),
        (ShareParameters(9, 0), "there is no layer number 10"),
    ],
)
def test_what_cannot_be_shared_is_refused(edit: Edit, sentence: str) -> None:
    with pytest.raises(ExperimentError, match=sentence):
        edit.apply(SHARED)


@pytest.mark.parametrize("name", ["A", "1a", "a b", "ä", "import os"])
def test_a_name_is_a_small_word(name: str) -> None:
    with pytest.raises(ExperimentError, match=r"layers\.0\.name: this is no name for a layer"):
        from_dict({"layers": [{"kind": "dense", "name": name}]})


positions = st.integers(0, 5)
kinds = st.sampled_from(["dense", "dropout"])
edits = st.one_of(
    st.builds(AddLayer, positions, st.sampled_from(["dense", "flatten"])),
    st.builds(RemoveLayer, positions),
    st.builds(DuplicateLayer, positions),
    st.builds(MoveLayer, positions, positions),
    st.builds(ShareParameters, positions, st.none() | positions),
    st.builds(
        SetValue, st.tuples(st.just("layers"), positions, st.just("kind")), st.sampled_from(["dense", "dropout"])
    ),
)


@given(st.lists(edits, max_size=10))
def test_no_edit_leaves_a_reference_to_nothing(sequence: list[Edit]) -> None:
    experiment = THREE
    for edit in sequence:
        changed = outcome(edit.apply, experiment)
        if isinstance(changed, str):
            continue
        experiment = changed
        layers = experiment.layers
        referring = [i for i, layer in enumerate(layers) if isinstance(layer, ParametricLayer) and layer.shares]
        assert sorted(owners(layers)) == referring
        named = [i for i, layer in enumerate(layers) if isinstance(layer, ParametricLayer) and layer.name]
        assert sorted(set(owners(layers).values())) == named
        assert from_dict(to_dict(experiment)) == experiment
