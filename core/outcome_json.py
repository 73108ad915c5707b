"""Outcomes of runs as plain JSON values, and back.

The trees follow the fields of the events as they are declared, so that a new field of an event needs nothing here.
A field that an older file lacks gets its default; a name that no field has is passed over. Numbers that JSON does not
know are the words ``NaN``, ``Infinity`` and ``-Infinity``; epochs are written column by column.
"""

from __future__ import annotations

import math
import sys
import types
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import numpy as np

from core.errors import ExperimentError
from core.events import Change, EpochDone, RunEnded, RunStarted
from core.experiment import Experiment, LiveSettings, from_dict, to_dict
from core.migrations import CURRENT_VERSION, VERSION_KEY, migrate
from core.outcome import RunOutcome
from core.sentences import shown
from core.texts import say

Record = TypeVar("Record")
_TYPES: Mapping[type[Any], Mapping[str, Any]] = {
    record: get_type_hints(record) for record in (RunStarted, EpochDone, RunEnded, *get_args(Change), LiveSettings)
}
_KIND = "change"
_WORDS = {"NaN": math.nan, "Infinity": math.inf, "-Infinity": -math.inf}
_MAX_INT = 2**63
_MAX_AXES, _MAX_BITS = 8, 60  # NumPy takes more, but its own sizes have 63 bits


def outcome_to_tree(outcome: RunOutcome) -> dict[str, Any]:
    """Return an outcome as groups, lists and values that JSON can hold."""
    columns = {field.name: [_plain(getattr(e, field.name)) for e in outcome.epochs] for field in fields(EpochDone)}
    tree = {"started": _plain(outcome.started), "epochs": columns, "ended": _plain(outcome.ended)}
    return tree | {"changes": [{_KIND: type(change).__name__} | _plain(change) for change in outcome.changes]}


def outcome_from_tree(tree: object) -> RunOutcome:
    """Return the outcome that :func:`outcome_to_tree` made a tree of.

    Raises:
        ExperimentError: a sentence that names the field.
    """
    group = _group(tree, "outcome")
    columns = _group(group.get("epochs"), "epochs")
    lengths = {len(column) if isinstance(column, list) else -1 for column in columns.values()}
    if len(lengths) > 1 or -1 in lengths:
        raise ExperimentError(say("epochs: the columns are not lists of equal length."))
    rows = [{name: column[i] for name, column in columns.items()} for i in range(max(lengths, default=0))]
    return RunOutcome(
        _record(RunStarted, group.get("started"), "started"),
        tuple(_record(EpochDone, row, f"epochs.{i}") for i, row in enumerate(rows)),
        _record(RunEnded, group.get("ended"), "ended"),
        tuple(_change(entry, f"changes.{i}") for i, entry in enumerate(_list(group.get("changes", []), "changes"))),
    )


def _change(tree: object, where: str) -> Change:
    """Return one of the kinds of changes, which is told by its name."""
    kind = _group(tree, where).get(_KIND)
    for record in get_args(Change):
        if record.__name__ == kind:
            change: Change = _record(record, tree, where)
            return change
    raise ExperimentError(say("{where}.{kind}: {kind_2} does not fit.", where=where, kind=_KIND, kind_2=shown(kind)))


def _plain(value: Any) -> Any:
    """Return a value of a field as JSON has it."""
    if isinstance(value, Experiment):
        return {VERSION_KEY: CURRENT_VERSION} | to_dict(value)
    if isinstance(value, np.ndarray):
        return {"shape": list(value.shape), "values": [_plain(entry) for entry in value.ravel().tolist()]}
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {name: _plain(entry) for name, entry in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(entry) for entry in value]
    if isinstance(value, float) and not math.isfinite(value):
        return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    return value


def _record(record: type[Record], tree: object, where: str) -> Record:
    """Return an event made of a group."""
    group = _group(tree, where)
    values = {}
    for field in fields(record):  # type: ignore[arg-type]
        if field.name in group:
            values[field.name] = _value(_TYPES[record][field.name], group[field.name], f"{where}.{field.name}")
        elif field.default is MISSING and field.default_factory is MISSING:
            raise ExperimentError(say("{where}.{name}: this is missing.", where=where, name=field.name))
    return record(**values)


def _value(hint: Any, tree: Any, where: str) -> Any:
    """Return the value of type ``hint`` that JSON has as ``tree``."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        kinds = [kind for kind in arguments if kind is not type(None)]
        if tree is None and len(kinds) < len(arguments):
            return None
        return _value(kinds[0], tree, where)
    if origin is Literal:
        return _expected(isinstance(tree, str) and tree in arguments, tree, where)
    if origin is np.ndarray:
        return _array(get_args(arguments[1])[0], tree, where)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        group = _group(tree, where)
        return {name: _value(arguments[1], entry, f"{where}.{name}") for name, entry in group.items()}
    if origin is tuple:
        return tuple(_value(arguments[0], entry, f"{where}.{i}") for i, entry in enumerate(_list(tree, where)))
    if hint in _TYPES:
        return _record(hint, tree, where)
    if hint is Experiment:
        return from_dict({k: v for k, v in migrate(_group(tree, where)).items() if k != VERSION_KEY})
    return _single(hint, tree, where)


def _single(hint: Any, tree: Any, where: str) -> Any:
    if hint is float:
        return _number(tree, where)
    good = isinstance(tree, hint) and (hint is bool or not isinstance(tree, bool))
    return _expected(good and (hint is not int or abs(tree) < _MAX_INT), tree, where)


def _number(tree: Any, where: str) -> float:
    if isinstance(tree, str) and tree in _WORDS:
        return _WORDS[tree]
    good = isinstance(tree, float | int) and not isinstance(tree, bool) and abs(tree) <= sys.float_info.max
    return float(_expected(good, tree, where))


def _array(dtype: type[np.generic], tree: Any, where: str) -> Any:
    """Return an array made of its shape and its values in C order."""
    group = _group(tree, where)
    shape, values = group.get("shape"), group.get("values")
    if not isinstance(shape, list) or not isinstance(values, list):
        raise ExperimentError(say("{where}: shape and values must be lists.", where=where))
    lengths_fit = len(shape) <= _MAX_AXES and all(type(n) is int and 0 <= n < _MAX_INT for n in shape)
    if not lengths_fit or math.prod(shape) != len(values) or sum(n.bit_length() for n in shape) >= _MAX_BITS:
        raise ExperimentError(say("{where}: the shape does not fit the number of values.", where=where))
    kind = int if np.issubdtype(dtype, np.integer) else float
    entries = [_single(kind, value, where) for value in values]
    with np.errstate(over="ignore"):
        return np.array(entries, dtype=dtype).reshape(shape)


def _group(tree: object, where: str) -> dict[str, Any]:
    if not isinstance(tree, dict):
        raise ExperimentError(say("{where}: {tree} is not a group.", where=where, tree=shown(tree)))
    return tree


def _list(tree: object, where: str) -> list[Any]:
    if not isinstance(tree, list):
        raise ExperimentError(say("{where}: {tree} is not a list.", where=where, tree=shown(tree)))
    return tree


def _expected(good: bool, tree: Any, where: str) -> Any:
    """Return ``tree`` if it is what is expected."""
    if not good:
        raise ExperimentError(say("{where}: {tree} does not fit.", where=where, tree=shown(tree)))
    return tree
