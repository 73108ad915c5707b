"""One cell of a selection, trained from its data to its outcome in one go."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.data import Parts, Samples
from core.engine.custom import look_at_layers
from core.engine.memory import check_memory
from core.engine.training import Job, Run
from core.errors import GluonLabError, essence
from core.events import EpochDone, RunEnded, RunStarted
from core.outcome import RunOutcome
from core.programs import agree
from core.runs import thinned
from core.selection.cells import Cell, CellResult, Fit
from core.texts import say

FIT_POINTS = 201
MAX_FIT_SAMPLES = 300
MAX_EPOCHS = 500
"""Of a longer run only so many epochs are kept, for there may be a thousand runs."""

_TRAINING = threading.Lock()
"""MXNet works for one thread at a time; a worker with several threads runs its cells one after another."""


def train_cell(
    cell: Cell,
    data_dir: Path | None = None,
    *,
    on_epoch: Callable[[EpochDone], None] | None = None,
    num_workers: int = 1,
) -> CellResult:
    """Train a cell. What can be foreseen to go wrong becomes the sentence of the result.

    Args:
        cell: what to run.
        data_dir: where to look first for data files.
        on_epoch: is told of every epoch when it is done.
        num_workers: how many worker processes share the memory of this computer.
    """
    try:
        for program in cell.programs:
            agree(program)
        with _TRAINING:
            look_at_layers(cell.experiment)
            check_memory(cell.experiment, num_workers)
            return _trained(cell, _parts(cell, data_dir), on_epoch)
    except (GluonLabError, MemoryError) as error:
        return CellResult(cell.key, None, str(error) or say("There was not enough memory for this run."))
    except OSError as error:
        return CellResult(cell.key, None, say("The data cannot be read: {error}.", error=essence(error)))


def _parts(cell: Cell, data_dir: Path | None) -> Parts:
    if cell.fold is None:
        return cell.experiment.data.load(data_dir)
    return cell.experiment.data.load_fold(cell.fold.number, cell.fold.num_folds, data_dir)


def _trained(cell: Cell, parts: Parts, on_epoch: Callable[[EpochDone], None] | None) -> CellResult:
    epochs: list[EpochDone] = []
    started: RunStarted | None = None
    ended: RunEnded | None = None
    with _run(Job(1, cell.experiment, parts, threading.Event())) as run:
        for event in run.events():
            if isinstance(event, RunStarted):
                started = event
            elif isinstance(event, EpochDone):
                epochs.append(event)
                if on_epoch is not None:
                    on_epoch(event)
            elif isinstance(event, RunEnded):
                ended = event
        assert ended is not None, "a run always ends with RunEnded"
        if started is None:
            return CellResult(cell.key, None, ended.message)
        fit = _fit(run, parts) if ended.reason == "finished" else None
    return CellResult(cell.key, thinned(RunOutcome(started, tuple(epochs), ended), MAX_EPOCHS), fit=fit)


@contextmanager
def _run(job: Job) -> Iterator[Run]:
    run = Run(job)
    try:
        yield run
    finally:
        run.close()


def _fit(run: Run, parts: Parts) -> Fit | None:
    """Return the network's curve over the axis of the data, if they have one axis and one target."""
    facts = parts.facts
    if len(facts.axes) != 1 or facts.task != "regression" or facts.num_outputs != 1 or parts.train.points is None:
        return None
    seen = [part.points for part in (parts.train, parts.validation) if part is not None and part.points is not None]
    low = min(facts.axes[0].low, *(float(points.min()) for points in seen))
    high = max(facts.axes[0].high, *(float(points.max()) for points in seen))
    x = np.linspace(low, high, FIT_POINTS, dtype=np.float32)
    X = run.experiment.data.features(x[:, None])
    y = run.predict(Samples(X, np.zeros((FIT_POINTS, 1), dtype=np.float32)))
    return Fit(x, y[:, 0], _points(parts.train), _points(parts.validation))


def _points(samples: Samples | None) -> NDArray[np.float32]:
    """Return x and y of some of the samples, evenly spread, float32 ``(m, 2)``."""
    if samples is None or samples.points is None:
        return np.empty((0, 2), dtype=np.float32)
    chosen = np.unique(np.linspace(0, len(samples) - 1, min(len(samples), MAX_FIT_SAMPLES)).astype(np.int64))
    pairs = np.column_stack([samples.points[chosen, 0], np.asarray(samples.y)[chosen, 0]])
    return pairs.astype(np.float32)
