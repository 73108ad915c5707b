"""What ends a run early, and which parameters it leaves behind."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from sklearn.metrics import accuracy_score

from core.engine.parameters import get_arrays
from core.engine.stopping import Stopper
from core.errors import ExperimentError
from core.events import BatchDone, EpochDone
from core.stopping import Stopping
from tests.core.engine.runs import DENSE, DENSE_RELU, a_run, batches, end_of, epochs, run_all, small

OVERFITS = {
    "layers": [{"kind": "dense", "units": 64, "activation": "relu"}, DENSE],
    "data": {"kind": "gauss", "noise": 0.5, "num_samples": 200, "train_share": 0.2},
    "optimizer": {"kind": "adam", "learning_rate": 0.05},
}


class NoParameters:
    """Stands for a network in tests of the decision alone."""

    def collect_params(self):
        return {}


def an_epoch(number, loss=1.0, accuracy=0.5, seconds=0.0, **metrics):
    return EpochDone(1, number, number, loss, accuracy, loss, accuracy, 1.0, seconds, validation_metrics=metrics)


def ends_after(stopping, values, figure="loss"):
    """Return the epoch after which a run with these values ends, its best epoch and the reason."""
    stopper = Stopper(stopping, NoParameters())
    for number, value in enumerate(values, start=1):
        given = {figure: value} if value is not None else {"loss": None}
        reason = stopper.reason(an_epoch(number, **given))
        if reason:
            return number, stopper.best.epoch if stopper.best else None, reason
    return None


@pytest.mark.parametrize(
    ("watch", "values", "expected"),
    [
        ("loss", [3, 2, 1, 1, 2, 0], (5, 3)),
        ("loss", [3, 2, 1, 1.5, 0.5, 0.4], None),
        ("loss", [1, 2, 3], (3, 1)),
        ("loss", [math.nan, math.nan, 1.0], (2, None)),
        ("loss", [2, math.nan, 1, math.inf, 0.5], None),
        ("accuracy", [0.1, 0.2, 0.2, 0.2, 0.9], (4, 2)),
        ("r2", [-1, -0.5, -0.75, -0.5], (4, 2)),
        ("rmse", [3, 1, 2, 2], (4, 2)),
    ],
)
def test_patience_ends_when_nothing_improves(watch, values, expected):
    found = ends_after(Stopping(patience=2, watch=watch), values, watch)
    assert (found and found[:2]) == expected
    if found:
        names = {"loss": "loss", "accuracy": "accuracy", "r2": "R²", "rmse": "RMSE"}
        assert found[2] == f"the validation {names[watch]} has not improved for 2 epochs"


@pytest.mark.parametrize(
    ("part", "metric", "target", "values", "epoch", "reason"),
    [
        ("validation", "loss", 0.5, [1, 0.75, 0.5, 0.1], 3, "the validation loss has reached 0.5"),
        ("train", "accuracy", 0.75, [0.5, 0.7, 0.8], 3, "the training accuracy has reached 0.75"),
        ("validation", "top3", 0.75, [0.5, 0.75], 2, "the validation top-3 accuracy has reached 0.75"),
        ("validation", "r2", 0.25, [-1, 0, 0.5], 3, "the validation R² has reached 0.25"),
        ("validation", "log_loss", 0.25, [1, 0.2], 2, "the validation log loss has reached 0.25"),
        ("validation", "mae", 0.25, [1, math.nan, 0.2], 3, "the validation MAE has reached 0.25"),
    ],
)
def test_a_target_ends_the_run_when_it_is_reached(part, metric, target, values, epoch, reason):
    stopping = Stopping(target=part, target_metric=metric, target_value=target)
    assert ends_after(stopping, values, metric) == (epoch, None, reason)


def test_a_figure_that_does_not_exist_reaches_no_target():
    stopper = Stopper(Stopping(target="validation", target_value=10.0), NoParameters())
    assert stopper.reason(replace(an_epoch(1), validation_loss=None)) == ""


def test_by_default_nothing_but_the_epochs_ends_a_run():
    assert ends_after(Stopping(), [0.0, 0.0, 1e9] + [math.nan] * 50) is None


def test_several_reasons_are_told_together():
    stopper = Stopper(Stopping(seconds=2.5, target="train", target_value=1.0), NoParameters())
    assert stopper.reason(an_epoch(1, loss=2.0, seconds=2.0)) == ""
    expected = "the training loss has reached 1 and the time limit of 2.5 s is reached"
    assert stopper.reason(an_epoch(2, loss=1.0, seconds=3.0)) == expected


@pytest.mark.parametrize("watch", ["loss", "accuracy"])
def test_early_stopping_gives_back_the_best_parameters(watch):
    stopping = {"patience": 5, "watch": watch}
    run = a_run(small(**OVERFITS, training={"num_epochs": 200, "batch_size": 20}, stopping=stopping))
    events, kept = [], {}
    for event in run.events():
        events.append(event)
        if isinstance(event, EpochDone):
            kept[event.epoch] = get_arrays(run.net)
    done, ended = epochs(events), end_of(events)
    figures = [epoch.figure("validation", watch) for epoch in done]
    best = int(np.argmin(figures) if watch == "loss" else np.argmax(figures)) + 1
    assert (ended.reason, ended.best_epoch, len(done)) == ("finished", best, best + 5)
    assert f"has not improved for 5 epochs. The network has the parameters of epoch {best} again" in ended.message
    for name, array in get_arrays(run.net).items():
        np.testing.assert_array_equal(array, kept[best][name])
    # All that the end tells is of these parameters.
    validation = run.job.parts.validation
    assert ended.validation_loss == done[best - 1].validation_loss == run.evaluate(validation).loss
    assert ended.validation_metrics == done[best - 1].validation_metrics
    np.testing.assert_array_equal(ended.confusion, done[best - 1].confusion)


def test_the_test_part_is_judged_with_the_best_parameters():
    data = OVERFITS["data"] | {"test_share": 0.3}
    stopping = {"patience": 5}
    run, events = run_all(
        small(**OVERFITS | {"data": data}, training={"num_epochs": 200, "batch_size": 20}, stopping=stopping)
    )
    ended, test = end_of(events), run.job.parts.test
    assert ended.best_epoch < len(epochs(events))
    assert ended.test_accuracy == accuracy_score(test.y, run.predict(test).argmax(axis=1))
    assert ended.test_metrics["accuracy"] == ended.test_accuracy


def test_a_stop_while_the_test_part_is_judged_still_tells_whose_parameters_are_back():
    data = OVERFITS["data"] | {"test_share": 0.3}
    run = a_run(
        small(**OVERFITS | {"data": data}, training={"num_epochs": 200, "batch_size": 20}, stopping={"patience": 5})
    )
    events = []
    for event in run.events():
        events.append(event)
        if isinstance(event, EpochDone) and run.is_complete:
            run.job.cancel.set()
    ended, done = end_of(events), epochs(events)
    assert (ended.reason, ended.test_loss, ended.best_epoch) == ("stopped", None, len(done) - 5)
    assert ended.validation_loss == done[ended.best_epoch - 1].validation_loss


def test_without_early_stopping_the_last_parameters_stay():
    _, events = run_all(small())
    assert end_of(events).best_epoch is None
    assert end_of(events).message == "Finished after 2 epochs."


def test_a_run_that_is_best_at_its_end_says_nothing_of_going_back():
    run, events = run_all(small(stopping={"patience": 5}, training={"num_epochs": 3}))
    assert end_of(events).best_epoch == 3
    assert end_of(events).message == "Finished after 3 epochs."
    assert end_of(events).validation_loss == run.evaluate(run.job.parts.validation).loss


def test_early_stopping_disturbs_nothing_before_it_ends():
    _, plain = run_all(small(training={"num_epochs": 4}))
    _, watched = run_all(small(training={"num_epochs": 4}, stopping={"patience": 100}))
    assert [event.loss for event in batches(plain)] == [event.loss for event in batches(watched)]


def test_a_target_ends_the_run_after_the_epoch_that_reaches_it():
    stopping = {"target": "validation", "target_metric": "accuracy", "target_value": 0.8}
    _, events = run_all(small(training={"num_epochs": 100}, stopping=stopping))
    accuracies = [epoch.validation_accuracy for epoch in epochs(events)]
    assert accuracies[-1] >= 0.8 > max(accuracies[:-1])
    ended = end_of(events)
    assert (ended.reason, ended.best_epoch) == ("finished", None)
    assert ended.message == f"Finished after {len(accuracies)} epochs: the validation accuracy has reached 0.8."
    assert ended.test_accuracy is not None


class Clock:
    """Gives the time to a run: every look takes a tenth of a second."""

    def __init__(self):
        self.now = 0.0

    def __call__(self):
        self.now += 0.1
        return self.now


def test_the_time_limit_ends_the_run_after_the_batch_in_which_it_is_reached(monkeypatch):
    monkeypatch.setattr("core.engine.training.perf_counter", Clock())
    # A batch takes 0.1 s, and so does an evaluation: 3 batches and 1 evaluation an epoch.
    _, events = run_all(small([DENSE_RELU, DENSE], training={"num_epochs": 50}, stopping={"seconds": 0.95}))
    done, ended = epochs(events), end_of(events)
    assert [event.step for event in done] == [3, 6, 8]
    assert [(b.epoch, b.batch) for b in batches(events)][-2:] == [(3, 1), (3, 2)]
    assert ended.reason == "finished"
    assert ended.message == "Finished after 3 epochs: the time limit of 0.95 s is reached."
    last_two = [event.loss for event in batches(events)][-2:]
    assert done[-1].train_loss == pytest.approx(np.mean(last_two), rel=1e-12)
    assert (ended.validation_loss, ended.test_loss is not None) == (done[-1].validation_loss, True)
    assert isinstance(events[-3], BatchDone)


def test_early_stopping_works_on_a_fold_of_data_without_a_validation_part():
    data = {"kind": "digits", "validation_share": 0.0, "test_share": 0.3}
    experiment = small([DENSE], data=data, stopping={"patience": 1}, training={"num_epochs": 3})
    _, events = run_all(experiment, experiment.data.load_fold(1, 4))
    assert end_of(events).best_epoch is not None
    with pytest.raises(ExperimentError, match="Early stopping watches the validation part, but there is none"):
        a_run(experiment)


def test_what_is_done_to_the_network_between_two_epochs_is_not_taken_for_the_best():
    run = a_run(small(stopping={"patience": 1}, training={"num_epochs": 2}, optimizer={"kind": "sgd"}))
    events, kept = [], {}
    for event in run.events():
        events.append(event)
        if isinstance(event, EpochDone) and event.epoch == 1:
            kept = get_arrays(run.net)
            run.net[1].bias.data()[0] = 1000.0
    assert end_of(events).best_epoch == 1
    for name, array in get_arrays(run.net).items():
        np.testing.assert_array_equal(array, kept[name])


@pytest.mark.parametrize("goes_on", [True, False])
def test_what_was_kept_is_let_go_when_the_run_is_over_or_closed(goes_on):
    run = a_run(small(stopping={"patience": 1}, training={"num_epochs": 2}))
    events = run.events()
    while not isinstance(next(events), EpochDone):
        pass
    assert run._stopper._kept
    if goes_on:
        list(events)
    else:
        run.close()
    assert not run._stopper._kept
