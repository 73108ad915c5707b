from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.experiment import Experiment, with_value
from core.presets import load_preset
from core.runs import MAX_UNPINNED, KeptRun
from core.runs_storage import load_run
from desktop_app.run_control import RunControl
from desktop_app.runs_control import RunsControl
from desktop_app.session import Session
from tests.core.outcomes import named, run_outcome
from tests.desktop_app.fakes import FakeHost, run_events

CIRCLE = with_value(load_preset("circle"), "name", "Circle")


class Clock:
    """Every look at it is a second later."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 25, 22, tzinfo=timezone.utc)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


class Bench:
    """A control with all that it needs, and what it says."""

    def __init__(self, folder: Path) -> None:
        self.host = FakeHost()
        self.run = RunControl(self.host)  # type: ignore[arg-type]
        self.session = Session()
        self.control = RunsControl(self.session, self.run, folder, clock=Clock())
        self.told: list[str] = []
        self.failed: list[str] = []
        self.deleted: list[tuple[KeptRun, ...]] = []
        self.control.told.connect(self.told.append)
        self.control.failed.connect(self.failed.append)
        self.control.deleted.connect(self.deleted.append)
        self._number = 0

    def train(self, experiment: Experiment, end: str | None = "finished") -> None:
        self._number += 1
        self.host.say(*run_events(experiment, self._number, end=end))

    @property
    def names(self) -> list[str]:
        return [run.name for run in self.control.runs]

    @property
    def keys(self) -> list[str]:
        return [run.key for run in self.control.runs]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "preferences" / "runs"


@pytest.fixture
def bench(qapp: object, folder: Path) -> Iterator[Bench]:
    bench = Bench(folder)
    yield bench
    bench.control.close()


def restart(qtbot: QtBot, bench: Bench, folder: Path) -> Bench:
    """Close, and return what the next start of the application finds."""
    bench.control.close()
    again = Bench(folder)
    with qtbot.waitSignal(again.control.changed):
        again.control.load()
    return again


@pytest.mark.parametrize("reason", ["finished", "stopped", "diverged", "failed"])
def test_every_run_that_ends_is_kept(bench: Bench, reason: str) -> None:
    bench.train(named("MLP"), reason)
    (run,) = bench.control.runs
    assert (run.name, run.outcome.ended.reason, len(run.outcome.epochs)) == ("MLP", reason, 2)
    assert not run.shown
    assert bench.control.present_key == run.key


def test_a_run_that_is_given_up_is_not_kept(bench: Bench) -> None:
    bench.train(named("MLP"), None)
    bench.run.reset()
    assert bench.names == []


def test_runs_come_back_after_a_restart(qtbot: QtBot, bench: Bench, folder: Path) -> None:
    for name in ("A", "A", "B"):
        bench.train(named(name))
    first, second, _ = bench.keys
    bench.control.rename(second, "Better")
    bench.control.pin([first], True)
    bench.control.show([first, second], True)
    again = restart(qtbot, bench, folder)
    assert again.names == ["A", "Better", "B"]
    assert [run.pinned for run in again.control.runs] == [True, False, False]
    assert [run.key for run in again.control.overlaid] == [first, second]
    assert again.control.present_key == ""
    again.train(named("A"))
    assert again.names == ["A", "Better", "B", "A (2)"]


def test_a_damaged_file_is_told_and_costs_that_run_only(qtbot: QtBot, bench: Bench, folder: Path) -> None:
    bench.train(named("A"))
    bench.train(named("B"))
    next(folder.glob(f"{bench.keys[0]}*")).write_bytes(b"\0")
    again = restart(qtbot, bench, folder)
    assert again.names == ["B"]
    assert len(again.failed) == 1
    assert again.failed[0].startswith("A kept run is lost. ")


def test_closing_while_runs_are_read_stops_reading(bench: Bench) -> None:
    bench.train(named("A"))
    bench.control.load()
    bench.control.close()


def test_deleting_can_be_taken_back(qtbot: QtBot, bench: Bench, folder: Path) -> None:
    for name in "ABC":
        bench.train(named(name))
    first, _, third = bench.keys
    bench.control.delete([first, third])
    assert bench.names == ["B"]
    assert len(list(folder.iterdir())) == 1
    (gone,) = bench.deleted
    bench.control.restore(gone)
    assert bench.names == ["A", "B", "C"]
    assert restart(qtbot, bench, folder).names == ["A", "B", "C"]
    bench.control.delete(["nobody"])
    assert len(bench.deleted) == 1


def test_many_runs_are_written_one_by_one_while_the_window_answers(qtbot: QtBot, bench: Bench, folder: Path) -> None:
    for name in "ABC":
        bench.train(named(name))
    bench.control.pin(bench.keys, True)
    assert [load_run(path).pinned for path in sorted(folder.iterdir())] == [True, False, False]
    bench.control.delete(bench.keys[2:])
    bench.control.close()
    assert [load_run(path).pinned for path in sorted(folder.iterdir())] == [True, True]
    bench.control.pin(bench.keys, False)
    qtbot.waitUntil(lambda: not any(load_run(path).pinned for path in folder.iterdir()))


def test_the_present_run_is_not_drawn_twice(bench: Bench) -> None:
    bench.train(named("A"))
    bench.control.show(bench.keys, True)
    assert bench.control.overlaid == []
    bench.run.reset()
    assert [run.name for run in bench.control.overlaid] == ["A"]
    bench.train(named("B"))
    assert [run.name for run in bench.control.overlaid] == ["A"]


def test_taking_an_experiment_can_be_undone(bench: Bench) -> None:
    experiment = named("A", optimizer__learning_rate=0.25)
    bench.train(experiment)
    before = bench.session.experiment
    bench.control.take(bench.keys[0])
    assert bench.session.experiment == experiment
    assert bench.told == ["This is the experiment of “A”. Undo brings back the one before."]
    bench.session.undo_stack.undo()
    assert bench.session.experiment == before


def test_differences_follow_the_list(bench: Bench) -> None:
    for rate in (0.1, 0.2, 0.4):
        bench.train(named("A", optimizer__learning_rate=rate))
    control = bench.control
    assert [control.differs(run) for run in control.runs] == [
        None,
        ("learning rate 0.1 → 0.2",),
        ("learning rate 0.2 → 0.4",),
    ]
    control.delete([bench.keys[1]])
    assert [control.differs(run) for run in control.runs] == [None, ("learning rate 0.1 → 0.4",)]


def test_a_run_from_elsewhere_can_be_put_into_the_list(bench: Bench, folder: Path) -> None:
    key = bench.control.add_outcome(run_outcome(named("cell")), "lr 0.5, fold 2", shown=True)
    assert [run.name for run in bench.control.overlaid] == ["lr 0.5, fold 2"]
    assert len(list(folder.glob(f"{key}*"))) == 1


def test_the_oldest_runs_make_room(bench: Bench, folder: Path) -> None:
    for number in range(MAX_UNPINNED):
        bench.control.add_outcome(run_outcome(epochs=1), f"{number}")
    bench.control.pin([bench.keys[0]], True)
    for name in ("more", "and more"):
        bench.control.add_outcome(run_outcome(epochs=1), name)
    assert len(bench.names) == MAX_UNPINNED + 1
    assert bench.names[:2] == ["0", "2"]
    assert len(list(folder.iterdir())) == MAX_UNPINNED + 1


def test_all_runs_as_csv(bench: Bench, tmp_path: Path) -> None:
    for name in "AB":
        bench.train(named(name))
    bench.control.export(tmp_path / "runs.csv")
    with (tmp_path / "runs.csv").open(newline="") as file:
        assert [row["name"] for row in csv.DictReader(file)] == ["A", "B"]
    assert bench.told == [f"Saved {tmp_path / 'runs.csv'}"]
    bench.control.export(tmp_path)
    assert bench.failed[0].startswith(f"{tmp_path} was not saved: ")


def test_a_folder_that_cannot_be_written_is_told(bench: Bench, folder: Path) -> None:
    folder.parent.mkdir(parents=True)
    folder.write_text("in the way")
    bench.train(named("A"))
    assert bench.names == ["A"], "it can be compared all the same"
    assert bench.failed[0].startswith("The run 'A' was not kept on disk: ")


def test_runs_of_another_data_set_lie_apart_until_they_are_ticked_beside_it(bench: Bench) -> None:
    bench.train(CIRCLE)
    bench.train(CIRCLE)
    first, second = bench.keys
    bench.control.show([first, second], True)
    assert bench.control.apart == set()
    bench.train(named("A"), end=None)
    assert [run.key for run in bench.control.overlaid] == [first, second], "they stay ticked"
    assert bench.control.apart == {first, second}
    bench.control.show([second], False)
    bench.control.show([second], True)
    assert bench.control.apart == {first}
    bench.train(named("B", data__num_train=50), end=None)
    assert bench.control.apart == {first}, "the same data set, however many samples it has"
    cell = bench.control.add_outcome(run_outcome(CIRCLE), "cell", shown=True)
    assert bench.control.apart == {first}
    bench.train(CIRCLE, end=None)
    assert bench.control.apart == set()
    bench.train(load_preset("xor"), end=None)
    assert bench.control.apart == {first, second, cell}
