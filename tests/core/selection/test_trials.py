"""Layers are tried in worker processes, which may die of them."""

from __future__ import annotations

import os
import signal
import warnings
from concurrent.futures import Future

import pytest

from core import programs
from core.selection.cells import Cell, programs_of
from core.selection.kfold import KFold
from core.selection.trials import RAN, check_from, try_layers
from core.selection.workers import WorkerDied, run_cell, try_layer
from core.stack import inspect_stack, untried_layers
from tests.own_layers import program, with_layer


@pytest.fixture(autouse=True)
def _afresh():
    programs.forget_all()
    yield
    programs.forget_all()


def failed(error: BaseException) -> Future:
    future: Future = Future()
    future.set_exception(error)
    return future


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (WorkerDied(-signal.SIGALRM), "not done after 20 seconds"),
        (WorkerDied(3), "ended the process"),
        (WorkerDied(256), "ended the process"),
        (WorkerDied(-signal.SIGSEGV), "ended the process"),
        (ValueError("it broke"), "cannot be tried: it broke"),
    ],
)
def test_whatever_becomes_of_the_worker_is_said(error, words):
    check = check_from(failed(error))
    (line,) = check.lines
    assert (line.title, line.mark) == (RAN, "failed")
    assert words in line.text
    assert check.seen.problem == line.text


def test_a_trial_that_was_given_up_is_said():
    future: Future = Future()
    future.cancel()
    assert check_from(future).seen.problem == "It was not tried to the end."


def test_a_hang_in_c_ends_with_its_process():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child == 0:
        # Not that of pytest's timeout.
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        # The program hangs before MXNet, which no fork may use, has anything to do.
        try_layer(program("hang in C"), "Own", (6,), seconds=0.2)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == -signal.SIGALRM
    assert WorkerDied(-signal.SIGALRM).took_too_long


def test_what_was_agreed_is_tried_and_goes_to_the_workers_of_folds(warm_workers):
    own = program("doubled")
    experiment = with_layer(own)
    try_layers(experiment, warm_workers)
    assert programs_of(experiment) == ()
    assert "have not agreed" in run_cell(Cell("1", experiment)).sentence
    programs.agree(own)
    try_layers(experiment, warm_workers)
    assert untried_layers(experiment) == ()
    assert inspect_stack(experiment, in_folds=True).problems == ()
    (cell, _) = KFold(num_folds=2).cells(experiment)
    assert cell.programs == (own,)
    result = warm_workers.submit(run_cell, cell).result()
    assert result.sentence == ""
    assert result.outcome.ended.reason == "finished"
