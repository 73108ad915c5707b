from __future__ import annotations

import csv
import io
import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.events import BatchDone, EpochDone, Event, ProbeTaken, RunEnded, RunStarted, SettingsChanged
from core.experiment import Experiment, LiveSettings
from core.history import CSV_COLUMNS, History
from core.probes import GradientsProbe

PER_EPOCH = 4


def started(run_id: int = 1) -> RunStarted:
    return RunStarted(run_id, Experiment(), 40, 10, 10, PER_EPOCH, 7)


def batch(step: int, loss: float = 1.0, accuracy: float | None = 0.5, run_id: int = 1) -> BatchDone:
    return BatchDone(run_id, step, 1 + (step - 1) // PER_EPOCH, 1 + (step - 1) % PER_EPOCH, loss, accuracy)


def epoch(number: int, **values: float | None) -> EpochDone:
    given = {"train_loss": 1.0, "train_accuracy": 0.5, "validation_loss": 1.0, "validation_accuracy": 0.5}
    return EpochDone(
        1, number * PER_EPOCH, number, **(given | values), samples_per_second=1e5 / 3, seconds=0.1 * number
    )


def history(*events: Event) -> History:
    made = History()
    made.add(started())
    for event in events:
        assert made.add(event)
    return made


numbers = st.floats(allow_nan=False)


@given(st.lists(st.tuples(numbers, st.none() | st.floats(0, 1)), max_size=40))
def test_batch_columns_hold_what_was_sent(batches: list[tuple[float, float | None]]) -> None:
    made = history(*[batch(i + 1, *values) for i, values in enumerate(batches)])
    assert made.batch_steps.tolist() == list(range(1, len(batches) + 1))
    assert made.batch_loss.tolist() == [loss for loss, _ in batches]
    expected = [math.nan if accuracy is None else accuracy for _, accuracy in batches]
    np.testing.assert_array_equal(made.batch_accuracy, expected)


def test_buffers_grow_and_old_views_keep_their_values() -> None:
    made = history(*[batch(step, loss=1 / step) for step in range(1, 1025)])
    before = made.batch_loss
    for step in range(1025, 5000):
        made.add(batch(step, loss=1 / step))
    np.testing.assert_array_equal(made.batch_loss, 1 / np.arange(1, 5000))
    np.testing.assert_array_equal(before, 1 / np.arange(1, 1025))
    assert np.shares_memory(made.batch_loss, made.batch_loss)
    made.clear()
    np.testing.assert_array_equal(before, 1 / np.arange(1, 1025))
    assert len(made.batch_loss) == 0


def test_a_late_event_of_another_run_is_dropped() -> None:
    made = History()
    assert not made.add(batch(1))
    made.add(started(run_id=2))
    changed = SettingsChanged(1, 1, LiveSettings(0.1, 0.0, ()))
    for late in (batch(1), epoch(1), changed, RunEnded(1, 1, "stopped", "")):
        assert not made.add(late)
    assert made.add(batch(1, loss=3.0, run_id=2))
    assert (made.batch_loss.tolist(), made.epochs, made.changes, made.ended) == ([3.0], [], [], None)


def test_after_clear_everything_of_the_old_run_is_late() -> None:
    made = history(batch(1), epoch(1))
    made.clear()
    assert made.started is None
    assert not made.add(batch(2))
    assert (len(made.batch_steps), made.epochs, made.best_epoch) == (0, [], None)


def test_a_new_run_begins_a_new_history() -> None:
    made = history(batch(1), epoch(1), SettingsChanged(1, 1, LiveSettings(0.1, 0.0, ())), RunEnded(1, 1, "stopped", ""))
    assert made.ended is not None
    made.add(started(run_id=2))
    assert made.started == started(run_id=2)
    assert (len(made.batch_steps), made.epochs, made.changes, made.ended) == (0, [], [], None)


def test_probes_are_of_the_run_but_leave_no_series() -> None:
    made = history()
    assert made.add(ProbeTaken(1, 1, GradientsProbe(), {}))
    assert not made.add(ProbeTaken(2, 1, GradientsProbe(), {}))


def test_epoch_series() -> None:
    made = history(epoch(1, validation_loss=None), epoch(2, validation_loss=0.25))
    steps, values = made.epoch_series("validation_loss")
    assert steps.tolist() == [4, 8]
    np.testing.assert_array_equal(values, [math.nan, 0.25])
    assert made.epoch_series("seconds")[1].tolist() == [0.1, 0.2]
    with pytest.raises(AttributeError):
        made.epoch_series("nonsense")


@pytest.mark.parametrize(
    ("name", "values", "best"),
    [
        ("validation_accuracy", [0.5, 0.75, 0.75, 0.625], 2),
        ("validation_accuracy", [math.nan, 0.25, math.nan, 0.5], 4),
        ("validation_accuracy", [0.25, math.nan], 1),
        ("validation_accuracy", [math.nan, math.nan], None),
        ("validation_accuracy", [0.0], 1),
        ("validation_loss", [3.0, 1.0, 1.0, 2.0], 2),
        ("validation_loss", [math.nan, math.inf, 2.0, 3.0], 3),
        ("validation_loss", [math.inf, math.nan], None),
        ("train_loss", [0.5, 0.25, 0.75], 2),
        ("train_loss", [], None),
    ],
)
def test_best_epoch(name: str, values: list[float], best: int | None) -> None:
    without = {
        "validation_accuracy": {},
        "validation_loss": {"validation_accuracy": None},
        "train_loss": {"validation_accuracy": None, "validation_loss": None},
    }[name]
    # What does not decide says the opposite.
    made = history(*[epoch(i + 1, **without | {name: value}) for i, value in enumerate(values)])
    assert (made.best_epoch and made.best_epoch.epoch) == best


def rows_of(made: History) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(made.to_csv())))


@given(st.lists(st.tuples(numbers | st.just(math.nan), st.none() | st.floats(0, 1)), max_size=14))
def test_csv_gives_back_the_same_numbers(batches: list[tuple[float, float | None]]) -> None:
    sent: list[Event] = []
    for i, values in enumerate(batches):
        sent.append(batch(i + 1, *values))
        if (i + 1) % PER_EPOCH == 0:
            sent.append(epoch((i + 1) // PER_EPOCH, train_loss=values[0], train_accuracy=values[1]))
    rows = rows_of(history(*sent))
    assert len(rows) == len(sent)
    for row, event in zip(rows, sent, strict=True):
        is_epoch = isinstance(event, EpochDone)
        assert row["row"] == ("epoch" if is_epoch else "batch")
        assert (int(row["step"]), int(row["epoch"])) == (event.step, event.epoch)
        loss = event.train_loss if is_epoch else event.loss
        assert float(row["train_loss"]) == loss or math.isnan(loss)
        accuracy = event.train_accuracy if is_epoch else event.accuracy
        assert (float(row["train_accuracy"]) if row["train_accuracy"] else None) == accuracy
        for name in CSV_COLUMNS[5:]:
            value = getattr(event, name) if is_epoch else None
            assert row[name] == ("" if value is None else str(value))


def test_csv_has_the_metrics_of_the_run() -> None:
    first = replace(
        epoch(1), train_metrics={"rmse": 0.5, "r2": 0.25}, validation_metrics={"rmse": 2.0}, weight_norm=3.0
    )
    made = history(batch(1), first, replace(epoch(2), train_metrics={"rmse": 0.125}, learning_rate=0.5))
    rows = rows_of(made)
    assert list(rows[0]) == [*CSV_COLUMNS, "train_rmse", "validation_rmse", "train_r2"]
    metrics = [[row[name] for name in list(row)[9:]] for row in rows]
    assert metrics == [[""] * 5, ["3.0", "", "0.5", "2.0", "0.25"], ["", "0.5", "0.125", "", ""]]


def test_metric_series() -> None:
    first = replace(epoch(1), train_metrics={"top3": 0.5}, validation_metrics={"top3": 0.25, "accuracy": 0.125})
    made = history(first, replace(epoch(2), weight_norm=3.0, learning_rate=0.5))
    for part, name, expected in (
        ("train", "top3", [0.5, math.nan]),
        ("validation", "top3", [0.25, math.nan]),
        ("train", "r2", [math.nan, math.nan]),
        ("train", "loss", [1.0, 1.0]),
        ("validation", "accuracy", [0.5, 0.5]),
        ("train", "weight_norm", [math.nan, 3.0]),
        ("validation", "learning_rate", [math.nan, 0.5]),
    ):
        steps, values = made.metric_series(part, name)  # type: ignore[arg-type]
        assert steps.tolist() == [4, 8]
        np.testing.assert_array_equal(values, expected)
    with pytest.raises(KeyError, match="nonsense"):
        made.metric_series("train", "nonsense")


def test_the_network_is_that_of_the_last_epoch_unless_an_earlier_one_was_taken_back() -> None:
    made = history()
    assert (made.taken_back, made.present_epoch) == (None, None)
    made = history(epoch(1), epoch(2), epoch(3))
    assert (made.taken_back, made.present_epoch) == (None, epoch(3))
    for best, taken_back in ((None, None), (3, None), (2, epoch(2))):
        made.add(RunEnded(1, 12, "finished", "", best_epoch=best))
        assert (made.taken_back, made.present_epoch) == (taken_back, taken_back or epoch(3))


def test_csv_of_nothing_is_the_header() -> None:
    assert History().to_csv() == ",".join(CSV_COLUMNS) + "\n"


def test_csv_follows_the_steps_and_keeps_a_last_unfinished_epoch() -> None:
    made = history(*[batch(step) for step in range(1, 7)], replace(epoch(1), step=4), replace(epoch(9), step=9))
    assert [(row["row"], row["step"], row["epoch"]) for row in rows_of(made)] == [
        ("batch", "1", "1"),
        ("batch", "2", "1"),
        ("batch", "3", "1"),
        ("batch", "4", "1"),
        ("epoch", "4", "1"),
        ("batch", "5", "2"),
        ("batch", "6", "2"),
        ("epoch", "9", "9"),
    ]
