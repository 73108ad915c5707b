"""Hypothesis strategies for experiments, made from what the fields say about themselves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from core.errors import ExperimentError
from core.experiment import VARIANTS, Experiment, Training, from_dict
from core.fields import SMALLEST, FieldFacts, Value, Variant, settings_of
from core.layers import LayerBase
from core.penalty import Penalty
from core.stopping import Stopping

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


def values(facts: FieldFacts) -> st.SearchStrategy[Any]:
    """Return valid values of one field, as JSON has them."""
    if facts.kind == "choice":
        return st.sampled_from(list(facts.choices))
    if facts.kind == "choices":
        known = list(facts.choices)
        return st.lists(st.sampled_from(known), min_size=1, unique=True).map(lambda some: sorted(some, key=known.index))
    if facts.record is not None:
        return st.lists(groups(facts.record), max_size=6)
    if facts.kind == "bool":
        return st.booleans()
    if facts.kind == "text":
        return TEXTS
    if facts.kind == "int":
        assert facts.minimum is not None
        assert facts.maximum is not None
        numbers: st.SearchStrategy[Any] = st.integers(int(facts.minimum), int(facts.maximum))
        return numbers | st.just(facts.word) if facts.word else numbers
    floats = st.floats(
        facts.minimum,
        facts.maximum,
        exclude_min=facts.minimum_excluded,
        exclude_max=facts.maximum_excluded,
        allow_nan=False,
        allow_infinity=False,
    ).filter(lambda number: number == 0 or abs(number) >= SMALLEST)
    return floats if facts.kind == "float" else st.lists(floats, min_size=1, max_size=4)


def groups(model: type[Value]) -> st.SearchStrategy[dict[str, Any]]:
    """Return trees of one group of settings; any of its settings may be left to its default."""
    required = {name for name, field in model.model_fields.items() if field.is_required()}
    drawn = {facts.name: values(facts) for facts in settings_of(model)}
    if issubclass(model, LayerBase) and "initializer" in model.model_fields:
        drawn["initializer"] = variants("layers.initializer")
    fixed = {"kind": st.just(model.kind_name())} if issubclass(model, Variant) else {}
    fixed |= {name: drawn.pop(name) for name in required}
    return st.fixed_dictionaries(fixed, optional=drawn)


def variants(group: str) -> st.SearchStrategy[dict[str, Any]]:
    """Return trees of any kind of data, layer, loss, optimizer, schedule or initialiser."""
    return st.one_of([groups(model) for model in VARIANTS[group]])


trees = st.fixed_dictionaries(
    {},
    optional={
        "name": TEXTS,
        "notes": TEXTS,
        "data": variants("data"),
        "layers": st.lists(variants("layers"), max_size=6),
        "loss": variants("loss"),
        "optimizer": variants("optimizer"),
        "schedule": variants("schedule"),
        "penalty": groups(Penalty),
        "initializer": variants("initializer"),
        "training": groups(Training),
        "stopping": groups(Stopping),
    },
)
"""Trees of valid experiments."""

experiments: st.SearchStrategy[Experiment] = trees.map(from_dict)
"""Valid experiments; whether they can be trained is another question."""

json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["auto", "dense", "relu", "adam", "digits", "kind"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5) | st.just("kind"), inner, max_size=3)
    ),
    max_leaves=6,
)
"""Any value that JSON (or Python's reading of it) can have, right or wrong."""


def outcome(function: Callable[..., Any], *args: Any) -> Any:
    """Return what the function returns, or the sentence of the ExperimentError that it raises."""
    try:
        return function(*args)
    except ExperimentError as error:
        return str(error)
