"""Runs the race of ``core.explorers.race``: short pieces of a loop, with training and requests in between."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator
from functools import partial
from statistics import median
from time import perf_counter
from typing import Any

import numpy as np

from core.engine.mx import mx
from core.explorers.race import Race, Standing, Timing

nd = mx.nd

_PIECE = 0.012
"""Seconds of work between two answers."""
_ROUNDS = 9
_LIST_PIECE = 30_000
_FIRST_COUNT = 20


def answer_race(question: Race) -> Iterator[Standing]:
    """Yield the standing after each piece of work; the last one is the result."""
    timings: list[Timing] = []
    for size in question.sizes:
        x, y = _vectors(size)
        a, b = nd.array(x), nd.array(y)
        timings.append(Timing("ndarray", size, _seconds(partial(_add_at_once, a, b))))
        yield Standing(tuple(timings), size)
        timings.append(Timing("numpy", size, _seconds(partial(operator.add, x, y))))
        seconds = 0.0
        for took in add_lists(x, y, []):
            seconds += took
            yield Standing(tuple(timings), size)
        timings.append(Timing("list_loop", size, seconds))
        before = next((timing for timing in reversed(timings) if timing.contender == "ndarray_loop"), None)
        if before is not None and before.estimated:
            # The shorter one was stopped already.
            timings.append(Timing("ndarray_loop", size, before.seconds * size / before.size, estimated=True))
            continue
        known = tuple(timings)
        done, c = 0, nd.zeros(size)
        c.wait_to_read()
        for done, seconds in add_entries(a, b, c, question.limit):
            yield Standing(known, size, done / size, seconds)
        timings.append(Timing("ndarray_loop", size, seconds * size / done, estimated=done < size))
    yield Standing(tuple(timings))


def _vectors(size: int) -> tuple[Any, Any]:
    random = np.random.RandomState(0)
    return random.rand(size).astype(np.float32), random.rand(size).astype(np.float32)


def _add_at_once(a: Any, b: Any) -> None:
    (a + b).wait_to_read()


def _seconds(add: Callable[[], Any]) -> float:
    """Return the median of some rounds, after one that does not count."""
    add()
    found: list[float] = []
    while len(found) < _ROUNDS and sum(found) < _PIECE:
        start = perf_counter()
        add()
        found.append(perf_counter() - start)
    return median(found)


def add_lists(x: Any, y: Any, c: list[float]) -> Iterator[float]:
    """Add two arrays ``(n,)`` as Python lists piece by piece, and let ``c`` hold the sums at the end.

    Yields the seconds of each piece, of a short list those of the usual round.
    """
    if len(x) <= _LIST_PIECE:
        a, b = x.tolist(), y.tolist()
        yield _seconds(lambda: [p + q for p, q in zip(a, b, strict=True)])
        c += [p + q for p, q in zip(a, b, strict=True)]
        return
    for first in range(0, len(x), _LIST_PIECE):
        a, b = x[first : first + _LIST_PIECE].tolist(), y[first : first + _LIST_PIECE].tolist()
        start = perf_counter()
        c += [p + q for p, q in zip(a, b, strict=True)]
        yield perf_counter() - start


def add_entries(a: Any, b: Any, c: Any, limit: float) -> Iterator[tuple[int, float]]:
    """Add NDArrays ``(n,)`` entry by entry into ``c``.

    Yields after each piece how many entries are done and the seconds of work so far; ends after ``limit`` seconds.
    """
    size = len(a)
    done, seconds, count = 0, 0.0, _FIRST_COUNT
    while done < size and seconds < limit:
        last = min(size, done + count)
        start = perf_counter()
        for i in range(done, last):
            c[i] = a[i] + b[i]
        # MXNet works in the background: what is asked for is not yet done.
        c.wait_to_read()
        took = perf_counter() - start
        seconds, count = seconds + took, max(1, round((last - done) * _PIECE / max(took, 1e-6)))
        done = last
        yield done, seconds
