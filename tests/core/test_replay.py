"""Rows on an executor that a test steers, and some that are really run."""

from __future__ import annotations

from collections.abc import Callable, Set
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from core.book import find_entry
from core.replay import Replay, compute_row, replay
from core.selection.cells import Cell, CellResult
from core.verdicts import Computed, Entry, Verdict
from tests.core.test_verdicts import outcome

XOR, CIRCLE = find_entry("xor"), find_entry("circle")
AUTOGRAD, ADDITION = find_entry("autograd"), find_entry("vector-addition")


class SteeredExecutor(Executor):
    """Keeps what it is asked to do until the test says what becomes of it."""

    def __init__(self, at_once: Set[str] = frozenset()) -> None:
        self.futures: dict[str, Future[Any]] = {}
        self.asked: list[str] = []
        self._at_once = at_once

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        key = args[0].key if isinstance(args[0], Cell) else args[0]
        self.futures[key] = Future()
        self.asked.append(key)
        if key in self._at_once:
            self.futures[key].set_result(CellResult(key, outcome(share=1, validation=0.01)))
        return self.futures[key]


class Heard:
    """A replay and what it has told."""

    def __init__(self) -> None:
        self.executor = SteeredExecutor()
        self.verdicts: list[Verdict] = []
        self.idle = 0
        self.replay = Replay(self.executor, on_verdict=self.verdicts.append, on_idle=self._rest)

    def _rest(self) -> None:
        self.idle += 1

    def finish(self, entry: Entry) -> None:
        result: Any = Computed({}, 0.1) if entry.computed else CellResult(entry.key, outcome(share=1, validation=0.01))
        self.executor.futures[entry.key].set_result(result)


@pytest.fixture
def heard() -> Heard:
    return Heard()


def test_rows_run_side_by_side_and_are_judged_as_they_come(heard: Heard) -> None:
    heard.replay.add([XOR, AUTOGRAD, CIRCLE])
    assert heard.executor.asked == ["xor", "autograd", "circle"]
    heard.finish(CIRCLE)
    heard.finish(XOR)
    assert [verdict.entry for verdict in heard.verdicts] == [CIRCLE, XOR]
    assert all(verdict.inside for verdict in heard.verdicts)
    assert heard.idle == 0
    heard.finish(AUTOGRAD)
    assert not heard.verdicts[-1].inside, "it gave no values"
    assert heard.idle == 1
    assert heard.replay.keys == []


def test_what_measures_time_runs_alone(heard: Heard) -> None:
    heard.replay.add([ADDITION, XOR])
    assert heard.executor.asked == ["xor"]
    heard.finish(XOR)
    assert heard.executor.asked == ["xor", "vector-addition"]
    heard.replay.add([CIRCLE])
    assert heard.executor.asked == ["xor", "vector-addition"]
    assert heard.replay.keys == ["vector-addition", "circle"]
    heard.finish(ADDITION)
    assert heard.executor.asked[-1] == "circle"


def test_a_row_on_its_way_is_not_run_twice(heard: Heard) -> None:
    heard.replay.add([XOR])
    heard.replay.add([XOR, CIRCLE])
    assert heard.executor.asked == ["xor", "circle"]
    heard.finish(XOR)
    heard.replay.add([XOR])
    assert heard.executor.asked == ["xor", "circle", "xor"]


def test_cancelled_rows_have_no_verdict(heard: Heard) -> None:
    heard.replay.add([XOR, CIRCLE, ADDITION])
    heard.replay.cancel("xor")
    assert heard.replay.keys == ["circle", "vector-addition"]
    heard.replay.cancel()
    assert heard.replay.keys == []
    assert heard.verdicts == []
    assert heard.idle == 1
    assert "vector-addition" not in heard.executor.asked


def test_after_cancelling_what_measures_time_the_others_go_on(heard: Heard) -> None:
    heard.replay.add([ADDITION])
    heard.replay.add([XOR])
    heard.replay.cancel("vector-addition")
    assert heard.replay.keys == ["xor"]
    assert heard.executor.asked == ["vector-addition", "xor"]


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (BrokenExecutor("The worker ended with signal 9."), "The worker ended with signal 9. "),
        (ValueError("x"), "This row failed: x. "),
    ],
)
def test_what_fails_has_a_sentence_and_the_others_go_on(heard: Heard, error: Exception, sentence: str) -> None:
    heard.replay.add([XOR, CIRCLE])
    heard.executor.futures["xor"].set_exception(error)
    (verdict,) = heard.verdicts
    assert verdict.sentence == sentence + "Run it again."
    assert not verdict.inside
    heard.finish(CIRCLE)
    assert heard.verdicts[-1].inside


def test_data_that_cannot_be_read_are_told(heard: Heard) -> None:
    heard.replay.add([XOR])
    heard.executor.futures["xor"].set_result(CellResult("xor", None, "There are no data."))
    assert heard.verdicts == [Verdict(XOR, (), "There are no data.")]


def test_rows_really_run(tmp_path: Path) -> None:
    with ThreadPoolExecutor(1) as executor:
        verdicts = list(replay([find_entry("plane-diverges"), AUTOGRAD], executor, data_dir=tmp_path))
    assert {verdict.entry.key: verdict.inside for verdict in verdicts} == {"plane-diverges": True, "autograd": True}
    assert all(verdict.seconds > 0 for verdict in verdicts)


def test_giving_up_cancels_the_rest() -> None:
    executor = SteeredExecutor(at_once={"xor"})
    verdicts = replay([XOR, CIRCLE], executor)
    assert next(verdicts).entry is XOR
    verdicts.close()  # type: ignore[attr-defined]
    assert executor.futures["circle"].cancelled()


def test_no_rows_need_nothing() -> None:
    assert list(replay([], SteeredExecutor())) == []


def test_a_row_is_computed_in_this_process() -> None:
    assert compute_row("autograd").values["gradient_3"] == 12
