"""The race: two vectors are added entry by entry and at once; what is measured, and what is only estimated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated, Literal

from pydantic import Field

from core.explorers.setup import Setup
from core.fields import setting
from core.questions import Question

SIZES = (10, 30, 100, 300, 1000, 3000, 10_000, 30_000, 100_000, 300_000, 1_000_000)
"""Entries of the vectors, evenly spaced on a logarithmic axis."""


@dataclass(frozen=True)
class Contender:
    """One way to add two vectors. ``loop`` tells whether it goes entry by entry, ``code`` is the line that does it."""

    loop: bool
    code: str


CONTENDERS: Mapping[str, Contender] = MappingProxyType(
    {
        "ndarray_loop": Contender(True, "for i in range(n): c[i] = a[i] + b[i]"),
        "list_loop": Contender(True, "[x + y for x, y in zip(a, b)]"),
        "ndarray": Contender(False, "c = a + b"),
        "numpy": Contender(False, "c = a + b"),
    }
)
"""NDArray entry by entry, a Python list, NDArray at once, NumPy at once."""


ContenderName = Literal["ndarray_loop", "list_loop", "ndarray", "numpy"]
_Size = Annotated[int, Field(ge=1, le=1_000_000)]
_Seconds = Annotated[float, Field(gt=0, le=1e9)]


class RaceSetup(Setup):
    """How far the race goes, how long a single addition may take, and how the last race ended."""

    largest: int = setting(
        1_000_000, title="Largest n", help="The race ends with vectors of so many entries.", ge=10, le=1_000_000
    )
    limit: float = setting(
        2.0,
        title="Longest measurement (s)",
        help="A loop that would take longer is stopped, and its time is estimated from the entries that it has done.",
        ge=0.05,
        le=150.0,
        step=0.5,
    )
    results: tuple[tuple[ContenderName, _Size, _Seconds, bool], ...] = setting(
        (),
        title="Results",
        help="Way, size, seconds and whether these are estimated, of the last race.",
        max_length=100,
    )


@dataclass(frozen=True)
class Race(Question):
    """Add vectors of these sizes in every way. No sizes: give the race up.

    Attributes:
        sizes: numbers of entries, ascending.
        limit: seconds after which a loop is stopped.
    """

    sizes: tuple[int, ...]
    limit: float


@dataclass(frozen=True)
class Timing:
    """How long an addition took. ``estimated``: from its first entries, or from those of a shorter vector."""

    contender: str
    size: int
    seconds: float
    estimated: bool = False


@dataclass(frozen=True)
class Standing:
    """How the race stands.

    Attributes:
        timings: what is known so far.
        size: entries of the vectors that are being added.
        done: share of those entries that the running loop has added.
        seconds: how long it has run.
    """

    timings: tuple[Timing, ...]
    size: int = 0
    done: float = 0.0
    seconds: float = 0.0


def sizes_up_to(largest: int) -> tuple[int, ...]:
    """Return the sizes of a race."""
    return tuple(size for size in SIZES if size <= largest)


def find(timings: tuple[Timing, ...], contender: str, size: int) -> Timing | None:
    """Return what is known of a way and a size."""
    return next((t for t in timings if t.contender == contender and t.size == size), None)


def ratio(timings: tuple[Timing, ...], size: int, slow: str = "ndarray_loop", fast: str = "ndarray") -> float | None:
    """Return how many times as long one way takes as the other; None if one of both is not known."""
    first, second = find(timings, slow, size), find(timings, fast, size)
    return first.seconds / second.seconds if first is not None and second is not None else None


def largest_measured(timings: tuple[Timing, ...], contender: str = "ndarray_loop") -> int | None:
    """Return the largest size that a way has really finished."""
    return max((t.size for t in timings if t.contender == contender and not t.estimated), default=None)
