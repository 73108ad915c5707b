"""The race: what is read from its times, and that every way to add gives the same sum."""

from __future__ import annotations

import numpy as np
import pytest

from core.engine.answers.race import add_entries, add_lists
from core.engine.mx import mx
from core.explorers.race import (
    CONTENDERS,
    SIZES,
    RaceSetup,
    Timing,
    find,
    largest_measured,
    ratio,
    sizes_up_to,
)
from core.explorers.setup import SetupError, changed

TIMINGS = (
    Timing("ndarray", 10, 1e-5),
    Timing("ndarray_loop", 10, 1e-3),
    Timing("ndarray_loop", 100, 1e-2),
    Timing("ndarray", 1000, 2e-5),
    Timing("ndarray_loop", 1000, 0.1, estimated=True),
)


@pytest.fixture
def vectors():
    random = np.random.RandomState(7)
    return random.normal(size=(2, 257)).astype(np.float32)


def test_a_loop_over_an_ndarray_gives_the_same_sum_to_the_last_bit(vectors):
    x, y = vectors[:, :40]
    a, b, c = mx.nd.array(x), mx.nd.array(y), mx.nd.zeros(40)
    *_, (done, seconds) = add_entries(a, b, c, limit=60.0)
    assert done == 40
    assert seconds > 0
    assert c.asnumpy().tobytes() == (a + b).asnumpy().tobytes() == (x + y).tobytes()


@pytest.mark.parametrize("repeats", [1, 200])
def test_a_loop_over_lists_gives_the_same_sum_in_one_piece_or_in_many(vectors, repeats):
    x, y = np.tile(vectors, repeats)
    sums: list[float] = []
    times = list(add_lists(x, y, sums))
    assert len(times) == (1 if repeats == 1 else 2)
    assert min(times) > 0
    np.testing.assert_array_equal(np.array(sums, dtype=np.float32), x + y)


def test_a_loop_that_is_stopped_has_added_what_it_says(vectors):
    x, y = vectors
    c = mx.nd.zeros(len(x))
    *_, (done, _) = add_entries(mx.nd.array(x), mx.nd.array(y), c, limit=1e-9)
    assert 0 < done < len(x)
    np.testing.assert_array_equal(c.asnumpy(), np.where(np.arange(len(x)) < done, x + y, 0))


@pytest.mark.parametrize("name", CONTENDERS)
def test_the_line_that_is_shown_does_what_the_race_does(vectors, name):
    x, y = vectors
    a, b = (x.tolist(), y.tolist()) if name == "list_loop" else (x, y)
    names = {"a": a, "b": b, "c": np.zeros_like(x), "n": len(x)}
    code = CONTENDERS[name].code
    # The oracle runs the lines of the table themselves.
    exec(code if "c" in code.split("=")[0] else f"c = {code}", names)  # noqa: S102
    np.testing.assert_array_equal(np.array(names["c"], dtype=np.float32), x + y)
    assert CONTENDERS[name].loop == ("for" in code)


def test_times_are_found_and_compared():
    assert find(TIMINGS, "ndarray", 1000) is TIMINGS[3]
    assert find(TIMINGS, "numpy", 10) is None
    assert ratio(TIMINGS, 10) == pytest.approx(100)
    assert ratio(TIMINGS, 1000) == pytest.approx(5000)
    assert ratio(TIMINGS, 100) is None
    assert ratio(TIMINGS, 10, "ndarray", "ndarray_loop") == pytest.approx(0.01)
    assert largest_measured(TIMINGS) == 100, "what is only estimated was not measured"
    assert largest_measured((), "numpy") is None


def test_sizes_are_evenly_spaced_on_a_logarithmic_axis_and_end_where_they_are_told():
    assert sizes_up_to(1_000_000) == SIZES
    assert sizes_up_to(999) == (10, 30, 100, 300)
    assert np.diff(np.log10(SIZES)) == pytest.approx(0.5, abs=0.03)


@pytest.mark.parametrize(
    "values",
    [
        {"largest": 5},
        {"largest": 10**7},
        {"limit": 0.0},
        {"limit": float("inf")},
        {"results": [["abacus", 10, 1.0, False]]},
        {"results": [["numpy", 10, -1.0, False]]},
        {"results": [["numpy", 10]]},
        {"results": [["numpy", 10, 1.0, False]] * 101},
    ],
)
def test_what_cannot_be_a_race_is_a_sentence(values):
    with pytest.raises(SetupError, match=r"\.$"):
        changed(RaceSetup(), values)
