"""Numbers as a user steps them."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from decimal import ROUND_CEILING, Decimal

from core.fields import SMALLEST, FieldFacts

_MANTISSAS = (1.0, 1.5, 2.0, 3.0, 5.0, 7.0)


def stepped(value: float, steps: int, facts: FieldFacts) -> float | int:
    """Return ``value`` moved by ``steps``, as far as the range allows.

    A field with a logarithmic control moves along 1, 1.5, 2, 3, 5, 7, 10, and ten steps are one decade; every other
    field by its own step.
    """
    if facts.log:
        return _stepped_log(value, steps, facts)
    start, step = Decimal(repr(value)), Decimal(repr(facts.step or (1 if facts.kind == "int" else 0.1)))
    new = _limited(start, start + steps * step, step, facts)
    return int(new) if facts.kind == "int" else float(new)


def _limited(start: Decimal, new: Decimal, step: Decimal, facts: FieldFacts) -> Decimal:
    """Return ``new`` if the range allows it, else the bound, or where that is excluded the last step before it."""
    if _inside(new, facts):
        return new
    low = Decimal(repr(facts.minimum)) if facts.minimum is not None else None
    at_low = low is not None and new <= low
    edge = low if at_low else Decimal(repr(facts.maximum))
    assert edge is not None
    if not (facts.minimum_excluded if at_low else facts.maximum_excluded):
        return edge
    if not _inside(start, facts):
        return start
    room = abs(edge - start)
    whole_steps = (room / step).to_integral_value(ROUND_CEILING) - 1
    return start + whole_steps * step * (-1 if at_low else 1)


def log_positions(facts: FieldFacts) -> tuple[float, ...]:
    """Return the values of a logarithmic slider, six for each decade, with 0 in front where it is allowed.

    They cover what is usual, from 1e-5 or two decades under the default up to 10, within the field's range.
    """
    high = 10.0 if facts.maximum is None else min(10.0, facts.maximum)
    usual = facts.default if isinstance(facts.default, float) and facts.default > 0 else high
    low = min(1e-5, usual / 100, high / 100)
    decades = range(math.floor(math.log10(low) + 1e-9), math.ceil(math.log10(high)) + 1)
    values = [float(f"{mantissa}e{decade}") for decade in decades for mantissa in _MANTISSAS]
    inside = [value for value in values if value <= high and _inside(Decimal(value), facts)]
    return (0.0, *inside) if _inside(Decimal(0), facts) else tuple(inside)


def nearest_position(value: float, positions: Sequence[float]) -> int:
    """Return the index of the entry of ``positions`` that is nearest to ``value`` in ratio."""
    if value <= positions[0]:
        return 0
    above = min(bisect_left(positions, value), len(positions) - 1)
    below = above - 1
    if positions[below] == 0:
        return above if value * 2 >= positions[above] else below
    return above if value * value >= positions[above] * positions[below] else below


def _stepped_log(value: float, steps: int, facts: FieldFacts) -> float:
    positions = log_positions(facts)
    zero, least = positions[0] == 0, positions[1] if positions[0] == 0 else positions[0]
    up = steps > 0
    if value <= 0:
        return least if up else value
    decades, singles = divmod(abs(steps), 10)
    new = float(Decimal(repr(value)).scaleb(decades if up else -decades))
    for _ in range(singles):
        new = _neighbour(new, up)
    if zero and not up and new < least:
        return 0.0
    if facts.maximum is not None and up and new >= facts.maximum and not facts.maximum_excluded:
        return float(facts.maximum)
    return new if new >= SMALLEST and _inside(Decimal(repr(new)), facts) else value


def _neighbour(value: float, up: bool) -> float:
    """Return the next number above or below ``value`` that has one of the usual mantissas."""
    decade = math.floor(math.log10(value))
    series = [float(f"{mantissa}e{d}") for d in (decade - 1, decade, decade + 1) for mantissa in _MANTISSAS]
    return series[bisect_right(series, value)] if up else series[bisect_left(series, value) - 1]


def _inside(value: Decimal, facts: FieldFacts) -> bool:
    if facts.minimum is not None:
        low = Decimal(repr(facts.minimum))
        if value < low or (facts.minimum_excluded and value == low):
            return False
    if facts.maximum is not None:
        high = Decimal(repr(facts.maximum))
        if value > high or (facts.maximum_excluded and value == high):
            return False
    return True
