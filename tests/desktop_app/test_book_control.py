"""Rows in the window: what is asked of workers, what they say, and the verdict on the present run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from core.book import find_entry
from core.events import RunEnded, SettingsChanged
from core.experiment import Experiment, live_settings, with_value
from core.history import History
from core.presets import load_preset
from core.selection.cells import CellResult
from core.verdicts import Computed, Verdict
from desktop_app.book_control import BookControl
from desktop_app.plots.book_state import RowState
from desktop_app.workers import Workers
from tests.core.test_replay import SteeredExecutor
from tests.core.test_verdicts import outcome
from tests.desktop_app.fakes import run_events


class Listener:
    def __init__(self) -> None:
        self.executor = SteeredExecutor()
        self.control = BookControl(Workers(make_executor=lambda: self.executor))
        self.judged: list[Verdict | None] = []
        self.changes: list[dict[str, RowState]] = []
        self.control.judged.connect(self.judged.append)
        self.control.states_changed.connect(self.changes.append)

    def status(self, key: str) -> str:
        return self.control.states.get(key, RowState()).status

    def finish(self, key: str) -> None:
        self.executor.futures[key].set_result(CellResult(key, outcome(share=1, validation=0.01)))
        self.control.refresh()


@pytest.fixture
def book(qapp: object) -> Iterator[Listener]:
    listener = Listener()
    yield listener
    listener.control.close()


def test_rows_wait_run_and_are_judged(book: Listener) -> None:
    book.control.run(["xor", "circle"])
    assert (book.status("xor"), book.status("circle")) == ("waiting", "waiting")
    assert book.executor.futures["xor"].set_running_or_notify_cancel()
    book.control.refresh()
    assert (book.status("xor"), book.status("circle")) == ("running", "waiting")
    book.finish("xor")
    assert book.status("xor") == "inside"
    assert book.changes[-1] == {"xor": book.control.states["xor"]}


def test_progress_is_told(book: Listener) -> None:
    book.control.run(["xor"])
    book.executor.futures["xor"].set_running_or_notify_cancel()
    book.control._put_progress("xor", 0.5)
    book.control.refresh()
    assert book.control.states["xor"] == RowState("running", 0.5)
    book.control.refresh()
    assert book.control.states["xor"] == RowState("running", 0.5)


def test_what_is_given_up_is_as_it_was(book: Listener) -> None:
    book.control.run(["xor", "circle"])
    book.finish("xor")
    known = book.control.states["xor"]
    book.control.run(["xor"])
    assert book.control.states["xor"].verdict is known.verdict
    book.control.cancel("xor")
    assert book.control.states["xor"] == known
    assert book.status("circle") == "waiting"
    book.control.cancel()
    assert book.status("circle") == "not run"


def test_what_measures_time_waits_for_the_others(book: Listener) -> None:
    book.control.run(["vector-addition", "xor"])
    assert book.executor.asked == ["xor"]
    book.finish("xor")
    assert book.executor.asked == ["xor", "vector-addition"]
    book.executor.futures["vector-addition"].set_result(
        Computed({"ratio": 500.0, "one_by_one": 0.1, "at_once": 0.0002}, 0.1)
    )
    book.control.refresh()
    assert book.status("vector-addition") == "inside"


def history_of(experiment: Experiment, end: str | None = "finished") -> History:
    history = History()
    for event in run_events(experiment, end=end):
        if isinstance(event, RunEnded):
            event = replace(event, validation_loss=0.02, validation_accuracy=0.99)
        history.add(event)
    return history


def test_a_run_of_a_preset_is_judged_whatever_its_seed(book: Listener) -> None:
    book.control.show_history(history_of(with_value(load_preset("xor"), "training.seed", 5)))
    (verdict,) = book.judged
    assert verdict is not None
    assert verdict.entry is find_entry("xor")
    assert verdict.inside
    assert book.status("xor") == "inside"


def test_other_runs_are_not_judged(book: Listener) -> None:
    xor = load_preset("xor")
    changed = history_of(xor)
    changed.add(SettingsChanged(1, 3, live_settings(xor)))
    for history in (
        History(),
        history_of(xor, end=None),
        history_of(xor, end="stopped"),
        history_of(xor, end="diverged"),
        history_of(with_value(xor, "training.num_epochs", 31)),
        changed,
    ):
        book.control.show_history(history)
    assert book.judged == [None] * 6
    assert book.changes == []


def test_a_preset_that_is_to_diverge_is_judged_when_it_has(book: Listener) -> None:
    book.control.show_history(history_of(load_preset("plane-diverges"), end="diverged"))
    assert book.judged[0] is not None
    assert book.judged[0].inside


def test_nothing_is_begun_or_heard_after_the_end(book: Listener) -> None:
    book.control.run(["xor"])
    book.control.close()
    assert book.executor.futures["xor"].cancelled()
    assert book.status("xor") == "not run"
    book.control.run(["autograd"])
    assert book.status("autograd") == "not run"
