from __future__ import annotations

import json
import math
import types
from dataclasses import fields, is_dataclass
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import ExperimentError
from core.events import Change, EpochDone, RunEnded, RunStarted
from core.experiment import Experiment
from core.outcome import RunOutcome
from core.outcome_json import outcome_from_tree, outcome_to_tree
from tests.core.outcomes import run_outcome
from tests.core.strategies import TEXTS, experiments, json_values, outcome


def values_of(hint: Any) -> st.SearchStrategy[Any]:
    """Return values of a field's type."""
    origin, arguments = get_origin(hint), get_args(hint)
    simple = {
        bool: st.booleans(),
        int: st.integers(-(2**40), 2**40),
        float: st.floats(width=64),
        str: TEXTS,
        Experiment: experiments,
    }
    if hint in simple:
        return simple[hint]
    if origin in (Union, types.UnionType):
        return st.one_of([st.none() if kind is type(None) else values_of(kind) for kind in arguments])
    if origin is Literal:
        return st.sampled_from(arguments)
    if origin is np.ndarray:
        dtype = get_args(arguments[1])[0]
        entries = st.integers(0, 2**40) if np.issubdtype(dtype, np.integer) else st.floats(width=32)
        return st.lists(st.tuples(entries, entries), max_size=3).map(
            lambda rows: np.array(rows, dtype=dtype).reshape(len(rows), 2)
        )
    if origin is tuple:
        return st.lists(values_of(arguments[0]), max_size=3).map(tuple)
    if is_dataclass(hint):
        return records(hint)
    return st.dictionaries(TEXTS, values_of(arguments[1]), max_size=3)


def records(kind: type[Any]) -> st.SearchStrategy[Any]:
    hints = get_type_hints(kind)
    return st.builds(kind, **{field.name: values_of(hints[field.name]) for field in fields(kind)})


outcomes = st.builds(
    RunOutcome,
    records(RunStarted),
    st.lists(records(EpochDone), max_size=3).map(tuple),
    records(RunEnded),
    st.lists(st.one_of([records(kind) for kind in get_args(Change)]), max_size=3).map(tuple),
)


def assert_equal(first: Any, second: Any) -> None:
    assert type(first) is type(second)
    for field in fields(first):
        a, b = getattr(first, field.name), getattr(second, field.name)
        if isinstance(a, dict):
            assert a.keys() == b.keys()
            for name in a:
                np.testing.assert_array_equal(a[name], b[name])
        else:
            if isinstance(a, np.ndarray):
                assert a.dtype == b.dtype
            np.testing.assert_array_equal(a, b) if not isinstance(a, Experiment) else None
            assert not isinstance(a, Experiment) or a == b


@given(outcomes)
def test_an_outcome_comes_back_from_json(given_outcome: RunOutcome) -> None:
    text = json.dumps(outcome_to_tree(given_outcome), allow_nan=False)
    back = outcome_from_tree(json.loads(text))
    assert_equal(back.started, given_outcome.started)
    assert_equal(back.ended, given_outcome.ended)
    assert str(back.changes) == str(given_outcome.changes)
    assert len(back.epochs) == len(given_outcome.epochs)
    for first, second in zip(back.epochs, given_outcome.epochs, strict=True):
        assert_equal(first, second)


def test_what_an_older_file_lacks_gets_its_default() -> None:
    tree = outcome_to_tree(run_outcome(test_loss=0.5))
    del tree["ended"]["test_loss"], tree["changes"]
    tree["ended"]["some_newer_name"] = [1, 2]
    tree["epochs"]["some_newer_name"] = ["a", "b", "c"]
    back = outcome_from_tree(tree)
    assert back.ended.test_loss is None
    assert back.changes == ()
    assert len(back.epochs) == 3


@pytest.mark.parametrize(
    ("path", "value", "sentence"),
    [
        (("started", "run_id"), 1.5, "started.run_id: 1.5 does not fit."),
        (("started", "run_id"), True, "started.run_id: true does not fit."),
        (("started", "experiment"), [], "started.experiment: a list is not a group."),
        (("ended", "reason"), "lost", "ended.reason: 'lost' does not fit."),
        (("ended", "seconds"), "nan", "ended.seconds: 'nan' does not fit."),
        (("ended", "seconds"), 10**400, "ended.seconds: "),
        (("ended", "parameters"), {"w": {"shape": [2], "values": [1.0]}}, "ended.parameters.w: the shape does not fit"),
        (("ended", "parameters"), {"w": {"shape": [-1, -1], "values": [1.0]}}, "ended.parameters.w: the shape"),
        (("ended", "parameters"), {"w": [1.0]}, "ended.parameters.w: a list is not a group."),
        (("epochs", "train_loss"), [1.0, 2.0], "epochs: the columns are not lists of equal length."),
        (("epochs", "train_loss"), [1.0, None, 2.0], "epochs.1.train_loss: null does not fit."),
        (("changes",), {}, "changes: a group in braces is not a list."),
        (("changes",), [1], "changes.0: 1 is not a group."),
        (("changes",), [{"change": "Event"}], "changes.0.change: 'Event' does not fit."),
        (("changes",), [{"change": "UnitSwitched", "run_id": 1}], "changes.0.step: this is missing."),
        (("epochs",), {}, None),
        (("epochs",), {"step": 1}, "epochs: the columns are not lists"),
    ],
)
def test_what_does_not_fit_is_refused(path: tuple[str, ...], value: Any, sentence: str | None) -> None:
    tree = outcome_to_tree(run_outcome())
    node = tree
    for name in path[:-1]:
        node = node[name]
    node[path[-1]] = value
    if sentence is None:
        assert outcome_from_tree(tree).epochs == ()
        return
    with pytest.raises(ExperimentError) as caught:
        outcome_from_tree(tree)
    assert str(caught.value).startswith(sentence)


@given(st.sampled_from(["started", "epochs", "ended"]), st.data())
def test_any_value_anywhere_is_read_or_refused(part: str, data: st.DataObject) -> None:
    tree = outcome_to_tree(run_outcome())
    name = data.draw(st.sampled_from(sorted(tree[part])))
    value = data.draw(json_values)
    tree[part][name] = [value] * 3 if part == "epochs" else value
    assert outcome(outcome_from_tree, tree) is not None


def test_numbers_without_json_names_are_words() -> None:
    tree = outcome_to_tree(run_outcome(validation_loss=math.nan, test_loss=-math.inf))
    assert (tree["ended"]["validation_loss"], tree["ended"]["test_loss"]) == ("NaN", "-Infinity")
