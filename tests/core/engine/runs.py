"""Small experiments and ways to run them."""

from __future__ import annotations

import threading

from core.data import DataFacts, Parts, Samples
from core.engine.training import Job, Run
from core.events import BatchDone, EpochDone, RunEnded, SettingsChanged
from core.experiment import from_dict

DENSE_RELU = {"kind": "dense", "units": 32, "activation": "relu"}
DENSE = {"kind": "dense"}
DROPOUT = {"kind": "dropout", "rate": 0.3}

# Three batches in an epoch, the last one is partial.
SMALL_DIGITS = {"kind": "digits", "validation_share": 0.4, "test_share": 0.3}
SGD = {"kind": "sgd", "learning_rate": 0.5}


def small(layers=(DENSE_RELU, DENSE), data=SMALL_DIGITS, optimizer=SGD, loss="softmax_cross_entropy", **more):
    """Return an experiment on few digits: 539 training samples, 719 for validation, 539 for testing."""
    training = {"num_epochs": 2, "batch_size": 200, "seed": 7} | more.pop("training", {})
    tree = {"layers": list(layers), "data": data, "optimizer": optimizer, "loss": {"kind": loss}, "training": training}
    return from_dict(tree | more)


def a_run(experiment, parts=None, cancel=None, run_id=1):
    """Return a run that has not begun."""
    return Run(Job(run_id, experiment, parts or experiment.data.load(), cancel or threading.Event()))


def run_all(experiment, parts=None):
    """Return a finished run and its events."""
    run = a_run(experiment, parts)
    return run, list(run.events())


def batches(events):
    return [event for event in events if isinstance(event, BatchDone)]


def epochs(events):
    return [event for event in events if isinstance(event, EpochDone)]


def changes(events):
    return [event for event in events if isinstance(event, SettingsChanged)]


def end_of(events):
    """Return the one RunEnded, which must be the last event."""
    (ended,) = [event for event in events if isinstance(event, RunEnded)]
    assert events[-1] is ended
    return ended


def parts_of(X, y, num_outputs, task="classification", validation=None):
    """Return parts made of arrays; X has samples along the first axis."""
    samples = Samples(X, y)
    facts = DataFacts(task, X.shape[1:], num_outputs, (), len(X), 0, 0)
    return Parts(facts, samples, validation, None)
