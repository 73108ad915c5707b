"""Numbers as they are shown and stepped."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.experiment import VARIANTS, Training
from core.fields import SMALLEST, FieldFacts, Value, field_facts, settings_of
from core.initializers import Xavier
from core.optimizers import SGD, Adam
from core.sentences import number_text
from desktop_app.panels.number_text import (
    log_positions,
    nearest_position,
    stepped,
)

MODELS: list[type[Value]] = [*(variant for variants in VARIANTS.values() for variant in variants), Training]
NUMBER_FIELDS = [(model, facts) for model in MODELS for facts in settings_of(model) if facts.kind in ("int", "float")]
IDS = [f"{model.__name__}.{facts.name}" for model, facts in NUMBER_FIELDS]
LOG_FIELDS = [pair for pair in NUMBER_FIELDS if pair[1].log]

RATE = field_facts(SGD, "learning_rate")
WD = field_facts(SGD, "wd")
MOMENTUM = field_facts(SGD, "momentum")
EPOCHS = field_facts(Training, "num_epochs")
MAGNITUDE = field_facts(Xavier, "magnitude")


def is_inside(facts: FieldFacts, value: float) -> bool:
    low = -math.inf if facts.minimum is None else facts.minimum
    high = math.inf if facts.maximum is None else facts.maximum
    if 0 < abs(value) < SMALLEST:
        return False
    above = value > low if facts.minimum_excluded else value >= low
    return above and (value < high if facts.maximum_excluded else value <= high)


@pytest.mark.parametrize(
    ("value", "text"), [(0.0, "0"), (1e-5, "1e-5"), (0.1, "0.1"), (1e-8, "1e-8"), (1000.0, "1000"), (7, "7")]
)
def test_numbers_are_shown_short(value: float, text: str) -> None:
    assert number_text(value) == text


@pytest.mark.parametrize(("model", "facts"), NUMBER_FIELDS, ids=IDS)
@pytest.mark.parametrize("steps", [1, -1, 10, -10, 3, 37])
def test_steps_from_the_default_end_at_a_value_that_the_model_takes(
    model: type[Value], facts: FieldFacts, steps: int
) -> None:
    value = 10 if facts.word and facts.default == facts.word else facts.default
    for _ in range(30):
        new = stepped(value, steps, facts)
        assert (new - value) * steps >= 0
        model(**{facts.name: new})
        value = new


@given(st.data())
def test_steps_from_anywhere_never_leave_the_range_nor_go_the_wrong_way(data: st.DataObject) -> None:
    _, facts = data.draw(st.sampled_from(NUMBER_FIELDS))
    value: float
    if facts.kind == "int":
        value = data.draw(st.integers(int(facts.minimum or 0), int(facts.maximum or 10**6)))
    else:
        value = data.draw(st.floats(facts.minimum, facts.maximum).filter(lambda v: is_inside(facts, v)))
    steps = data.draw(st.integers(-25, 25).filter(bool))
    new = stepped(value, steps, facts)
    assert is_inside(facts, new)
    assert (new - value) * steps >= 0


def test_steps_are_decimal() -> None:
    assert stepped(0.1, 2, FieldFacts("x", "float", "x", "", 0.1, step=0.1)) == 0.3
    assert stepped(0.1, 1, MOMENTUM) == 0.15
    assert stepped(5, 10, EPOCHS) == 15


def test_steps_stop_at_bounds() -> None:
    assert stepped(1, -1, EPOCHS) == 1
    assert stepped(95_000, 10_000, EPOCHS) == 100_000
    assert stepped(0.5, 10, MOMENTUM) == 0.95, "the bound 1 itself is not allowed"
    assert stepped(0.95, 1, MOMENTUM) == 0.95
    assert stepped(0.02, -1, MOMENTUM) == 0
    assert stepped(1.0, -10, MAGNITUDE) == 0.5, "the bound 0 itself is not allowed"


def test_a_typed_number_outside_of_the_range_steps_to_the_bound() -> None:
    assert stepped(-7, 1, EPOCHS) == 1
    assert stepped(10**9, -1, EPOCHS) == 100_000
    assert stepped(2.0, 1, MOMENTUM) == 2.0


def test_logarithmic_steps_visit_round_numbers() -> None:
    value, visited = 0.1, []
    for _ in range(6):
        value = stepped(value, 1, RATE)
        visited.append(value)
    assert visited == [0.15, 0.2, 0.3, 0.5, 0.7, 1.0]
    assert stepped(0.123, 1, RATE) == 0.15
    assert stepped(0.123, -1, RATE) == 0.1
    assert stepped(0.3, 10, RATE) == 3.0
    assert stepped(0.3, -10, RATE) == 0.03
    assert stepped(700.0, 10, RATE) == 1000
    assert stepped(20.0, 1, RATE) == 30, "steps go on beyond the slider"


def test_zero_lies_below_the_smallest_logarithmic_step_where_it_is_allowed() -> None:
    assert stepped(1e-5, -1, WD) == 0
    assert stepped(0.0, 1, WD) == 1e-5
    assert stepped(0.0, -1, WD) == 0
    assert stepped(1e-5, -1, RATE) == 7e-6


@pytest.mark.parametrize(("model", "facts"), LOG_FIELDS, ids=[f"{m.__name__}.{f.name}" for m, f in LOG_FIELDS])
def test_slider_positions(model: type[Value], facts: FieldFacts) -> None:
    positions = log_positions(facts)
    assert list(positions) == sorted(set(positions))
    for value in positions:
        model(**{facts.name: value})
    assert (positions[0] == 0) == (facts.minimum == 0 and not facts.minimum_excluded)
    above_zero = [value for value in positions if value > 0]
    assert all(b / a < 1.7 for a, b in pairwise(above_zero))
    assert positions[-1] == min(10, facts.maximum or 10)
    assert facts.default == 0 or above_zero[0] <= facts.default / 50


@given(st.floats(1e-12, 1e3), st.sampled_from([RATE, WD, field_facts(Adam, "epsilon")]))
def test_the_nearest_position_is_the_nearest_in_ratio(value: float, facts: FieldFacts) -> None:
    positions = log_positions(facts)
    found = positions[nearest_position(value, positions)]
    above_zero = [position for position in positions if position > 0]
    if found == 0:
        assert value < above_zero[0]
        return
    best = min(abs(math.log(value / position)) for position in above_zero)
    assert abs(math.log(value / found)) == pytest.approx(best, abs=1e-9)


def test_every_position_is_nearest_to_itself() -> None:
    positions = log_positions(WD)
    assert [nearest_position(value, positions) for value in positions] == list(range(len(positions)))
