from __future__ import annotations

import math
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.events import SettingsChanged, WeightSet
from core.experiment import Experiment, live_settings
from core.outcome import RunOutcome
from core.runs import MAX_NAME, Runs, thinned
from tests.core.outcomes import WHEN, epoch_done, named, run_outcome


def some_runs(*names: str) -> Runs:
    """Return runs with these names, whose keys are their numbers."""
    runs = Runs()
    for number, name in enumerate(names):
        runs = runs.added(str(number), name, f"2026-11-25T22:00:{number:02d}+00:00", run_outcome())
    return runs


def names_of(runs: Runs) -> list[str]:
    return [run.name for run in runs]


def test_equal_names_get_numbers() -> None:
    assert names_of(some_runs("MLP", "MLP", "CNN", "MLP", "MLP 2")) == ["MLP", "MLP (2)", "CNN", "MLP (3)", "MLP 2"]
    assert names_of(some_runs("", "  ", "a\n b")) == ["Untitled", "Untitled (2)", "a b"]


@given(st.lists(st.text(max_size=3) | st.just("x" * 300), max_size=12))
def test_names_are_never_equal_and_never_too_long(names: list[str]) -> None:
    found = names_of(some_runs(*names))
    assert len(set(found)) == len(found)
    assert all(0 < len(name) <= MAX_NAME for name in found)


def test_renaming_keeps_names_apart() -> None:
    runs = some_runs("a", "b")
    assert names_of(runs.renamed("1", "a")) == ["a", "a (2)"]
    assert names_of(runs.renamed("1", "b")) == ["a", "b"]
    assert names_of(runs.renamed("1", " \n ")) == ["a", "b"]
    assert names_of(runs) == ["a", "b"], "the old list stays as it was"


def test_runs_have_colours_of_their_own() -> None:
    runs = some_runs("a", "b", "c").without({"1"})
    runs = runs.added("4", "d", WHEN, run_outcome()).added("5", "e", WHEN, run_outcome())
    assert [run.colour for run in runs] == [0, 2, 1, 3]


def test_flags_belong_to_one_run() -> None:
    runs = some_runs("a", "b").pinned("0", True).shown("1", True)
    assert [(run.pinned, run.shown) for run in runs] == [(True, False), (False, True)]
    assert [run.pinned for run in runs.pinned("0", False)] == [False, False]
    assert names_of(runs.pinned("nobody", True)) == ["a", "b"]


def test_deleted_runs_come_back_to_their_places() -> None:
    runs = some_runs("a", "b", "c", "d").pinned("2", True)
    deleted = [run for run in runs if run.key in {"0", "2"}]
    fewer = runs.without({"0", "2"})
    assert names_of(fewer) == ["b", "d"]
    back = fewer.restored(deleted)
    assert names_of(back) == ["a", "b", "c", "d"]
    assert [run.pinned for run in back] == [False, False, True, False]
    assert names_of(back.restored(deleted)) == ["a", "b", "c", "d"]


def test_what_comes_back_yields_to_what_came_meanwhile() -> None:
    runs = some_runs("a", "b")
    fewer = runs.without({"0"}).added("9", "a", "2026-11-25T22:00:09+00:00", run_outcome())
    back = fewer.restored(runs)
    assert [(run.key, run.name, run.colour) for run in back] == [("0", "a (2)", 2), ("1", "b", 1), ("9", "a", 0)]


def test_the_oldest_unpinned_runs_make_room() -> None:
    runs = some_runs("a", "b", "c", "d").pinned("0", True)
    assert names_of(Runs(runs.surplus(2))) == ["b"]
    assert runs.surplus(3) == ()


def test_what_differs_is_told_from_the_run_before() -> None:
    runs = Runs()
    for rate in (0.1, 0.5, 0.2):
        experiment = named("MLP", optimizer__learning_rate=rate)
        runs = runs.added(f"{rate}", "MLP", WHEN, run_outcome(experiment))
    assert runs.differs("0.1") == ()
    assert runs.differs("0.5") == ("learning rate 0.1 → 0.5",)
    assert runs.without({"0.5"}).differs("0.2") == ("learning rate 0.1 → 0.2",)
    assert runs.differs("nobody") == ()


@pytest.mark.parametrize("number", [0, 1, 200, 201, 999, 10_000])
def test_many_epochs_are_thinned(number: int) -> None:
    outcome = run_outcome(epochs=number)
    best = number * 2 // 3
    epochs = tuple(
        epoch if epoch.epoch != best else epoch_done(best, validation_accuracy=0.9) for epoch in outcome.epochs
    )
    outcome = RunOutcome(outcome.started, epochs, outcome.ended)
    kept = [epoch.epoch for epoch in thinned(outcome).epochs]
    assert len(kept) == min(number, 200) or (number > 200 and len(kept) == 199)
    assert kept == sorted(set(kept))
    if number:
        assert {1, number} <= set(kept)
        assert max((b - a for a, b in pairwise(kept)), default=1) <= math.ceil(number / 198)
    if best:
        assert best in kept
        assert thinned(outcome).history().best_epoch == epochs[best - 1]


def test_the_epoch_that_was_taken_back_is_kept() -> None:
    outcome = run_outcome(epochs=1000, best_epoch=777)
    assert 777 in [epoch.epoch for epoch in thinned(outcome).epochs]


def test_of_confusion_matrices_the_last_one_is_kept() -> None:
    outcome = run_outcome()
    counts = np.array([[3, 1], [0, 4]])
    outcome = replace(outcome, epochs=tuple(replace(epoch, confusion=counts) for epoch in outcome.epochs))
    assert [epoch.confusion is counts for epoch in thinned(outcome).epochs] == [False, False, True]


@pytest.mark.parametrize(("number", "is_kept"), [(100, True), (101, False)])
def test_confusion_matrices_of_very_many_classes_are_not_kept(number: int, is_kept: bool) -> None:
    counts = np.zeros((number, number), dtype=np.int64)
    outcome = run_outcome(confusion=counts)
    outcome = replace(outcome, epochs=(replace(outcome.epochs[0], confusion=counts),))
    kept = thinned(outcome)
    assert (kept.ended.confusion is not None, kept.epochs[0].confusion is not None) == (is_kept, is_kept)


def test_of_many_changes_the_last_of_each_kind_are_kept() -> None:
    first = SettingsChanged(1, 1, live_settings(Experiment()))
    weights = [WeightSet(1, step, "0.weight", (0,), 0.0, 1.0) for step in range(2, 300)]
    kept = thinned(replace(run_outcome(), changes=(first, *weights))).changes
    assert kept == (first, *weights[-100:])
