"""Explorers at the ends of their ranges, and with whatever a file may hold."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.explorers.approximator import ApproximatorSetup
from core.explorers.ball import BallSetup
from core.explorers.collapse import CollapseSetup
from core.explorers.depth import DepthSetup
from core.explorers.expectation import ExpectationSetup
from core.explorers.losses import LossesSetup
from core.explorers.matrices import MatricesSetup
from core.explorers.race import RaceSetup
from core.explorers.rates import RatesSetup
from core.explorers.setup import SetupError, changed
from core.explorers.softmax import SoftmaxSetup
from core.explorers.symmetry import SymmetrySetup
from core.fields import settings_of
from desktop_app.lessons.explorers.approximator import ApproximatorExplorer
from desktop_app.lessons.explorers.ball import BallExplorer
from desktop_app.lessons.explorers.collapse import CollapseExplorer
from desktop_app.lessons.explorers.depth import DepthExplorer
from desktop_app.lessons.explorers.expectation import ExpectationExplorer
from desktop_app.lessons.explorers.losses import LossesExplorer
from desktop_app.lessons.explorers.matrices import MatricesExplorer
from desktop_app.lessons.explorers.race import RaceExplorer
from desktop_app.lessons.explorers.rates import RatesExplorer
from desktop_app.lessons.explorers.softmax import SoftmaxExplorer
from desktop_app.lessons.explorers.symmetry import SymmetryExplorer
from tests.desktop_app.lessons.explorers.opened import opened

SETUPS = (
    RaceSetup,
    BallSetup,
    ExpectationSetup,
    RatesSetup,
    MatricesSetup,
    DepthSetup,
    SymmetrySetup,
    SoftmaxSetup,
    LossesSetup,
    CollapseSetup,
    ApproximatorSetup,
)
KINDS = (
    (RaceExplorer, {}),
    (BallExplorer, {}),
    (BallExplorer, {"penalty": "l1", "plane": "bias_too"}),
    (ExpectationExplorer, {}),
    (RatesExplorer, {}),
    (MatricesExplorer, {}),
    (DepthExplorer, {"num_seeds": 1, "width": 8, "depth": 5}),
    (SymmetryExplorer, {"num_steps": 100}),
    (SoftmaxExplorer, {}),
    (LossesExplorer, {}),
    (CollapseExplorer, {}),
    (ApproximatorExplorer, {}),
    (ApproximatorExplorer, {"activation": "relu", "fitted": False}),
)


@pytest.mark.parametrize(("kind", "small"), KINDS)
def test_every_end_of_every_range_is_drawn(kind, small, qtbot, light_theme):
    explorer = opened(qtbot, kind, 500, 400)
    explorer.restore(small)
    for facts in settings_of(type(explorer.setup)):
        if facts.kind not in ("int", "float", "bool", "choice"):
            continue
        before = getattr(explorer.setup, facts.name)
        ends = [True, False] if facts.kind == "bool" else list(facts.choices) or [facts.minimum, facts.maximum]
        ends = [end for end in ends if end is not None]
        # The largest networks and trainings are only more of the same.
        for end in ends[:1] if facts.name in ("width", "depth", "num_steps") else ends:
            explorer.restore({facts.name: int(end or 0) if facts.kind == "int" else end})
            explorer.grab()
        explorer.restore({facts.name: before})
    assert explorer.sentences == []
    assert explorer.explanation.text()
    assert kind.title()


@settings(max_examples=60)
@given(
    setup=st.sampled_from(SETUPS),
    name=st.sampled_from(["rate", "lam", "sigma", "activation", "shown", "__class__", "first"]) | st.text(max_size=5),
    value=st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=8) | st.lists(st.integers()),
)
def test_whatever_is_set_is_taken_or_refused_with_a_sentence(setup, name, value):
    before = setup()
    try:
        found = changed(before, {name: value})
    except SetupError as error:
        assert str(error)
    else:
        assert getattr(found, name) == value
