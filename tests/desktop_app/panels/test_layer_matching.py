from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from core.data import Circle, FashionMNIST
from core.edits import AddLayer, DuplicateLayer, MoveLayer, RemoveLayer, SetValue
from core.experiment import Experiment
from core.layers import Activation, Dense, Dropout, Flatten
from core.stack import inspect_stack
from desktop_app.panels.layer_matching import matching, place_for_new_layer

LAYER = st.sampled_from(
    [Dense(), Dense(units=64), Dense(units=128), Dropout(), Dropout(rate=0.2), Activation(), Flatten()]
)
STACK = st.lists(LAYER, max_size=8).map(tuple)


@given(STACK, STACK)
def test_only_the_same_kind_shares_a_card_and_no_card_serves_twice(old: tuple, new: tuple) -> None:
    found = matching(old, new)
    assert len(found) == len(new)
    used = [position for position in found if position is not None]
    assert len(set(used)) == len(used)
    assert all(
        type(old[position]) is type(layer) for position, layer in zip(found, new, strict=True) if position is not None
    )
    # As many cards as possible are kept.
    for kind in (Dense, Dropout, Activation, Flatten):
        counts = [sum(isinstance(layer, kind) for layer in stack) for stack in (old, new)]
        assert sum(type(old[position]) is kind for position in used) == min(counts)


@given(STACK.filter(len), st.data())
def test_one_edit_keeps_every_other_card_at_its_layer(old: tuple, data: st.DataObject) -> None:
    position = data.draw(st.integers(0, len(old) - 1))
    edit = data.draw(
        st.sampled_from(
            [
                AddLayer(position, "flatten"),
                RemoveLayer(position),
                DuplicateLayer(position),
                MoveLayer(position, data.draw(st.integers(0, len(old) - 1))),
            ]
        )
    )
    new = edit.apply(Experiment(layers=old, data=FashionMNIST())).layers
    found = matching(old, new)
    assert found.count(None) == max(0, len(new) - len(old))
    assert all(old[before] == layer for before, layer in zip(found, new, strict=True) if before is not None)


@given(STACK.filter(lambda stack: any(isinstance(layer, Dense) for layer in stack)), st.integers(1, 300))
def test_a_changed_value_keeps_all_cards_in_place(old: tuple, units: int) -> None:
    position = next(i for i, layer in enumerate(old) if isinstance(layer, Dense))
    new = SetValue(("layers", position, "units"), units).apply(Experiment(layers=old)).layers
    assert matching(old, new) == list(range(len(old)))


@given(STACK, st.data())
def test_a_new_layer_never_comes_right_after_an_automatic_output_that_is_selected_or_last(
    layers: tuple, data: st.DataObject
) -> None:
    selected = data.draw(st.one_of(st.none(), st.integers(0, len(layers) - 1))) if layers else None
    place = place_for_new_layer(inspect_stack(Experiment(layers=layers)), selected, "dropout")
    assert 0 <= place <= len(layers)
    if place and isinstance(layers[place - 1], Dense) and layers[place - 1].units == "auto":
        assert any(isinstance(layer, Dense) for layer in layers[place:])


@given(STACK)
def test_a_layer_for_images_is_put_where_there_are_images(layers: tuple) -> None:
    digits = inspect_stack(Experiment(layers=layers))
    place = place_for_new_layer(digits, None, "conv2d")
    rows = [i for i, layer in enumerate(layers) if isinstance(layer, Dense | Flatten)]
    assert place == min([*rows, len(layers)])
    points = inspect_stack(Experiment(layers=layers, data=Circle()))
    assert place_for_new_layer(points, None, "conv2d") == place_for_new_layer(points, None, "dropout")
