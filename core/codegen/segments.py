"""Layers that repeat themselves, so that a program builds them in a loop."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

_LONGEST_PERIOD = 4
_LEAST_REPEATS = 4


@dataclass(frozen=True)
class Segment:
    """Layers from position ``start`` on: a group of ``period`` layers, ``repeats`` times."""

    start: int
    period: int
    repeats: int

    @property
    def end(self) -> int:
        """Position behind the last layer."""
        return self.start + self.period * self.repeats

    def positions(self, offset: int) -> range:
        """Return the positions of the layer that stands at ``offset`` in the group, and of its likes."""
        return range(self.start + offset, self.end, self.period)


def segments(keys: Sequence[Hashable]) -> Iterator[Segment]:
    """Yield all layers in turn, those that repeat as one segment; layers are alike if their keys are equal."""
    start = 0
    while start < len(keys):
        found = max((_repeating(keys, start, period) for period in range(1, _LONGEST_PERIOD + 1)), key=_length)
        yield found
        start = found.end


def _length(segment: Segment) -> int:
    return segment.end - segment.start if segment.repeats > 1 else 1


def _repeating(keys: Sequence[Hashable], start: int, period: int) -> Segment:
    group, repeats = keys[start : start + period], 1
    while keys[start + repeats * period : start + (repeats + 1) * period] == group:
        repeats += 1
    return Segment(start, period, repeats) if repeats >= _LEAST_REPEATS else Segment(start, 1, 1)
