"""Conditions of lessons, such as ``run.weight_norm < 0.05``: a small language, parsed against a whitelist.

It has names of facts with dots and positions (``experiment.layers[0].units``), numbers, texts in quotes, true and
false, + - * /, comparisons, ``and``, ``or`` and ``not``. A fact that is not known, a division by zero and a comparison
of a text with a number are neither true nor false; a condition holds only if it is true.
"""

from __future__ import annotations

import ast
import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from core.errors import GluonLabError

Fact = float | bool | str
Facts = Mapping[str, Fact | None]

MAX_LENGTH = 500

_RUN = (
    "epoch",
    "step",
    "train_loss",
    "validation_loss",
    "test_loss",
    "train_accuracy",
    "validation_accuracy",
    "test_accuracy",
    "best_validation_accuracy",
    "reason",
    "weight_norm",
    "learning_rate",
    "num_runs",
)
RUN_FACTS = tuple(f"run.{name}" for name in _RUN)
"""What a condition may ask of the newest run."""

DONE_FACTS = ("kfold.done", "sweep.done", "sweep.name")
"""Whether a K-fold or a sweep has been finished, and which ready sweep the last one was ("" for any other)."""

_FAMILIES = ("experiment.", "explorer.")


class LessonError(GluonLabError):
    """A lesson is not written as it should be."""


class _Unknown(Exception):  # noqa: N818 - no error: the answer "nobody knows"
    """A part of a condition has no value."""


@dataclass(frozen=True)
class Condition:
    """A condition that was checked; ``text`` is how it was written, ``names`` are the facts that it asks for."""

    text: str
    names: frozenset[str]

    def holds(self, facts: Facts) -> bool:
        """Tell whether the condition is true of these facts."""
        try:
            return _value(_tree(self.text), facts) is True
        except _Unknown:
            return False

    def asks(self, family: str) -> bool:
        """Tell whether a fact of a family is asked for, such as "run"."""
        return any(name.startswith(f"{family}.") for name in self.names)


@cache
def parse_condition(text: str) -> Condition:
    """Return a condition.

    Raises:
        LessonError: a sentence that says what cannot be understood.
    """
    tree = _tree(text)
    names = frozenset(_checked_names(tree, text))
    if not names:
        raise LessonError(f"“{text}” asks for no fact, so it is always the same.")
    return Condition(text, names)


def is_known_name(name: str) -> bool:
    """Tell whether a fact of that name may be asked for; what an experiment or an explorer has is checked elsewhere."""
    if name in RUN_FACTS or name in DONE_FACTS:
        return True
    return any(name.startswith(family) and name != family for family in _FAMILIES)


@cache
def _tree(text: str) -> ast.expr:
    if len(text) > MAX_LENGTH:
        raise LessonError(f"A condition has at most {MAX_LENGTH} characters.")
    try:
        return ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise LessonError(f"“{text}” is not a condition. Write one such as run.weight_norm < 0.05.") from error


def _checked_names(node: ast.expr, text: str) -> Iterable[str]:
    """Return the names below a node; refuse whatever is not in the language."""
    if isinstance(node, ast.Name | ast.Attribute | ast.Subscript):
        name = _dotted(node)
        if not name or not is_known_name(name):
            raise LessonError(f"“{text}”: there is no fact {ast.unparse(node)}.")
        return [name]
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float | str):
        return []
    parts = _parts(node)
    if parts is None:
        raise LessonError(f"“{text}”: {ast.unparse(node)} cannot stand in a condition.")
    return [name for part in parts for name in _checked_names(part, text)]


def _parts(node: ast.expr) -> list[ast.expr] | None:
    """Return what an operator of the language joins; None for anything else."""
    if isinstance(node, ast.BoolOp):
        return node.values
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not | ast.USub | ast.UAdd):
        return [node.operand]
    if isinstance(node, ast.BinOp) and type(node.op) in _ARITHMETIC:
        return [node.left, node.right]
    if isinstance(node, ast.Compare) and all(type(op) in _COMPARISONS for op in node.ops):
        return [node.left, *node.comparators]
    return None


def _dotted(node: ast.expr) -> str:
    """Return a name such as ``experiment.layers.0.units``; nothing if the node is no such name."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        base = _dotted(node.value)
        return f"{base}.{node.attr}" if base else ""
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant) and type(node.slice.value) is int:
        base = _dotted(node.value)
        return f"{base}.{node.slice.value}" if base else ""
    return ""


def _divide(first: float, second: float) -> float:
    if second == 0:
        raise _Unknown
    return first / second


_ARITHMETIC: Mapping[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: lambda a, b: a + b,
    ast.Sub: lambda a, b: a - b,
    ast.Mult: lambda a, b: a * b,
    ast.Div: _divide,
}
_COMPARISONS: Mapping[type[ast.cmpop], Callable[[Any, Any], bool]] = {
    ast.Lt: lambda a, b: a < b,
    ast.LtE: lambda a, b: a <= b,
    ast.Gt: lambda a, b: a > b,
    ast.GtE: lambda a, b: a >= b,
    ast.Eq: lambda a, b: a == b,
    ast.NotEq: lambda a, b: a != b,
}


def _value(node: ast.expr, facts: Facts) -> Fact:
    if isinstance(node, ast.Constant):
        return _constant(node.value)
    if isinstance(node, ast.BoolOp):
        return _joined(node, facts)
    if isinstance(node, ast.Compare):
        return _compared(node, facts)
    if isinstance(node, ast.BinOp):
        return _ARITHMETIC[type(node.op)](_number(node.left, facts), _number(node.right, facts))
    if isinstance(node, ast.UnaryOp):
        if isinstance(node.op, ast.Not):
            return not _truth(node.operand, facts)
        number = _number(node.operand, facts)
        return -number if isinstance(node.op, ast.USub) else number
    fact = facts.get(_dotted(node))
    if fact is None:
        raise _Unknown
    return fact


def _constant(value: Any) -> Fact:
    if isinstance(value, bool | str):
        return value
    try:
        return float(value)
    except OverflowError:
        raise _Unknown from None


def _number(node: ast.expr, facts: Facts) -> float:
    value = _value(node, facts)
    if isinstance(value, str):
        raise _Unknown
    return float(value)


def _truth(node: ast.expr, facts: Facts) -> bool:
    value = _value(node, facts)
    if not isinstance(value, bool):
        raise _Unknown
    return value


def _joined(node: ast.BoolOp, facts: Facts) -> bool:
    """Return "and" and "or" of parts, some of which may be unknown: what is known may be enough."""
    decides = isinstance(node.op, ast.Or)
    unknown = False
    for part in node.values:
        try:
            if _truth(part, facts) is decides:
                return decides
        except _Unknown:
            unknown = True
    if unknown:
        raise _Unknown
    return not decides


def _compared(node: ast.Compare, facts: Facts) -> bool:
    values = [_value(part, facts) for part in (node.left, *node.comparators)]
    for first, op, second in zip(values, node.ops, values[1:], strict=False):
        if isinstance(first, str) is not isinstance(second, str):
            raise _Unknown
        if any(isinstance(value, float) and math.isnan(value) for value in (first, second)):
            return False
        if not _COMPARISONS[type(op)](first, second):
            return False
    return True
