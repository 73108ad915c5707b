from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from core.data import Circle, FashionMNIST, LinearRegression, OwnPoints
from core.data.own_points import Point
from core.engine.mx import mx
from core.experiment import VARIANTS, Experiment, Training
from core.fields import FieldFacts, Value, field_facts, setting, settings_of
from core.initializers import Normal
from core.layers import Activation, Dense, Dropout
from core.optimizers import OPTIMIZERS, SGD, Adam
from core.penalty import Penalty
from core.stopping import Stopping
from tests.core.strategies import values

GROUPS: tuple[type[Value], ...] = (
    Penalty,
    Training,
    Stopping,
    *(model for models in VARIANTS.values() for model in models),
)
FIELDS = [(model, facts) for model in GROUPS for facts in settings_of(model)]


def accepts(model: type[Value], name: str, value: Any) -> bool:
    try:
        model.model_validate({name: tuple(value) if isinstance(value, list) else value})
    except ValidationError:
        return False
    return True


@given(st.data())
def test_what_the_facts_allow_is_accepted(data: st.DataObject) -> None:
    model, facts = data.draw(st.sampled_from(FIELDS))
    assert accepts(model, facts.name, data.draw(values(facts)))


@pytest.mark.parametrize(("model", "facts"), FIELDS, ids=lambda x: x.name if isinstance(x, FieldFacts) else x.__name__)
def test_bounds_of_the_facts_are_those_of_the_validation(model: type[Value], facts: FieldFacts) -> None:
    def fits(number: float) -> bool:
        exact = int(number) if facts.kind == "int" else float(number)
        return accepts(model, facts.name, [exact] if facts.kind == "numbers" else exact)

    step = 1 if facts.kind == "int" else 1e-9
    if facts.minimum is not None:
        assert fits(facts.minimum) is not facts.minimum_excluded
        assert not fits(facts.minimum - max(step, abs(facts.minimum) * step))
    if facts.maximum is not None:
        assert fits(facts.maximum) is not facts.maximum_excluded
        assert not fits(facts.maximum + max(step, abs(facts.maximum) * step))
    if facts.kind in ("int", "float"):
        assert facts.minimum is not None
        assert facts.maximum is not None
        assert not facts.log or facts.minimum >= 0


@pytest.mark.parametrize(("model", "facts"), FIELDS, ids=lambda x: x.name if isinstance(x, FieldFacts) else x.__name__)
def test_every_setting_can_be_shown(model: type[Value], facts: FieldFacts) -> None:
    assert facts.title
    assert facts.title != facts.name
    assert facts.help.endswith(".")
    assert accepts(model, facts.name, facts.default)
    assert facts.kind not in ("variant", "variants")
    assert (facts.kind in ("choice", "choices")) == bool(facts.choices)
    assert (facts.kind == "records") == (facts.record is not None)
    assert facts.kind != "choice" or facts.default in facts.choices
    assert accepts(model, facts.name, "auto") == facts.auto


@pytest.mark.parametrize(
    ("model", "name", "kind"),
    [
        (Training, "num_epochs", "int"),
        (SGD, "learning_rate", "float"),
        (SGD, "wd_on", "choice"),
        (Dense, "units", "int"),
        (Dense, "activation", "choice"),
        (Dense, "use_bias", "bool"),
        (Activation, "function", "choice"),
        (LinearRegression, "w", "numbers"),
        (Circle, "inputs", "choices"),
        (OwnPoints, "points", "records"),
        (Experiment, "name", "text"),
        (Experiment, "data", "variant"),
        (Experiment, "training", "variant"),
        (Experiment, "layers", "variants"),
    ],
)
def test_kinds(model: type[Value], name: str, kind: str) -> None:
    assert field_facts(model, name).kind == kind


def test_facts_of_single_fields() -> None:
    rate = field_facts(Dropout, "rate")
    assert (rate.minimum, rate.minimum_excluded, rate.maximum, rate.maximum_excluded) == (0, False, 1, True)
    assert (rate.title, rate.default, rate.live, rate.log, rate.step) == ("Rate", 0.5, True, False, 0.05)
    learning_rate = field_facts(Adam, "learning_rate")
    assert (learning_rate.minimum, learning_rate.minimum_excluded) == (0, True)
    assert learning_rate.log
    assert learning_rate.live
    assert field_facts(Dense, "units").auto
    assert not field_facts(Training, "seed").auto
    assert field_facts(Experiment, "name").max_length == 200
    assert field_facts(Experiment, "layers").max_length == 200
    assert field_facts(SGD, "wd").max_length is None
    assert dict(field_facts(SGD, "wd_on").choices) == {
        "weights": "weights only",
        "weights_and_biases": "weights and biases",
    }


def test_a_field_that_matters_only_with_a_choice_names_one() -> None:
    found = [(model, facts.name, *facts.only_when) for model, facts in FIELDS if facts.only_when is not None]
    assert (FashionMNIST, "validation_share", "validation", "share") in found
    for model, _, name, value in found:
        facts = field_facts(model, name)
        assert value in (facts.choices if isinstance(value, str) else (True, False))
        assert (facts.kind == "bool") == isinstance(value, bool)


def test_words_that_may_be_chosen_together_come_in_their_own_order() -> None:
    inputs = field_facts(Circle, "inputs")
    assert list(inputs.choices) == ["x1", "x2", "x1^2", "x2^2", "x1*x2", "sin(x1)", "sin(x2)"]
    assert Circle(inputs=("sin(x1)", "x2")).inputs == ("x2", "sin(x1)")
    assert Circle(inputs=("sin(x1)", "x2")) == Circle(inputs=("x2", "sin(x1)"))
    for refused in ((), ("x1", "x1"), ("x3",), "x1"):
        assert not accepts(Circle, "inputs", refused)


def test_records_say_their_class() -> None:
    points = field_facts(OwnPoints, "points")
    assert (points.record, points.max_length) == (Point, 1000)
    assert [facts.name for facts in settings_of(Point)] == ["x1", "x2", "label"]


def test_only_what_a_running_network_can_follow_is_live() -> None:
    live = {(model, facts.name) for model, facts in FIELDS if facts.live}
    # AdaDelta's learning rate stands in no form, for it has no effect.
    rates = {(optimizer, "learning_rate") for optimizer in OPTIMIZERS if optimizer.uses_learning_rate}
    decays = {(optimizer, "wd") for optimizer in OPTIMIZERS}
    assert live == rates | decays | {(Dropout, "rate"), (Penalty, "l1"), (Penalty, "l2")}


def test_kind_is_no_setting_and_an_unknown_field_is_an_error() -> None:
    assert [facts.name for facts in settings_of(Dropout)] == ["rate"]
    with pytest.raises(KeyError):
        field_facts(Dropout, "speed")


def test_a_field_may_have_one_bound_or_none() -> None:
    class Loose(Value):
        free: float = setting(0.0, title="Free", help="Any number.")
        positive: float = setting(1.0, title="Positive", help="Any positive number.", gt=0)
        at_most: int = setting(1, title="At most", help="Up to five.", le=5)

    free, positive, at_most = settings_of(Loose)
    assert (free.minimum, free.maximum) == (None, None)
    assert (positive.minimum, positive.minimum_excluded, positive.maximum) == (0, True, None)
    assert (at_most.minimum, at_most.maximum, at_most.maximum_excluded) == (None, 5, False)


def test_values_cannot_be_changed_and_refuse_what_they_do_not_know() -> None:
    with pytest.raises(ValidationError):
        Dropout(rate=0.5).rate = 0.2  # type: ignore[misc]
    with pytest.raises(ValidationError):
        Dropout.model_validate({"speed": 1})
    with pytest.raises(ValidationError):
        SGD(learning_rate=float("inf"))
    assert hash(Dropout(rate=0.25)) == hash(Dropout(rate=0.25))


def test_numbers_that_mxnet_cannot_read_are_refused_only_where_it_reads_them() -> None:
    for model, name in ((Dropout, "rate"), (SGD, "learning_rate"), (Adam, "epsilon"), (Normal, "sigma")):
        assert accepts(model, name, 1e-30)
        assert not accepts(model, name, 1e-40)
    mx.nd.random.normal(scale=1e-30, shape=(1,)).wait_to_read()
    with pytest.raises(mx.MXNetError, match="Out of range"):
        mx.nd.random.normal(scale=1e-40, shape=(1,))
    assert accepts(LinearRegression, "noise", 1e-40)
