from __future__ import annotations

import pytest

from core.data import Spiral
from core.edits import ShareParameters
from core.experiment import Experiment
from core.layers import Dense, Dropout, MyDense
from core.sharing_offers import offers
from core.stack import inspect_stack

HIDDEN = Dense(units=8, activation="relu")
STACK = Experiment(data=Spiral(), layers=(HIDDEN, HIDDEN, Dropout(), HIDDEN, MyDense(units=8), Dense()))


def test_only_what_fits_is_offered_and_the_rest_says_why():
    found = {offer.owner: offer.problem for offer in offers(STACK, 3)}
    assert found == {
        0: "It has weights of 8×2; this layer needs 8×8.",
        1: "",
        4: "It is of another kind.",
        5: "It comes later. Choose this layer in that one.",
    }
    # The output layer would take over 8 units, one too many for the data.
    (to_output,) = [offer for offer in offers(STACK, 5) if offer.owner == 1]
    assert to_output.problem.startswith("The last layer gives 8 numbers")


def test_what_is_offered_works_and_nothing_else_does():
    for position in (0, 1, 3, 4, 5):
        for offer in offers(STACK, position):
            if not offer.problem:
                report = inspect_stack(ShareParameters(position, offer.owner).apply(STACK))
                assert report.layers[position].owner == offer.owner
                assert not report.problems


@pytest.mark.parametrize("position", [3, 1])
def test_a_layer_that_shares_is_not_offered(position):
    shared = ShareParameters(3, 1).apply(STACK)
    assert [offer.owner for offer in offers(shared, position)] == [owner for owner in (0, 1, 4, 5) if owner != position]
    assert [offer.name for offer in offers(shared, 3)][1] == "dense1"
