"""The runs that are kept for comparison: an immutable list, and what can be said of each run in it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, get_args

import numpy as np
from numpy.typing import NDArray

from core.data.shares import OpenedData
from core.data.table import TableSource
from core.events import Change
from core.experiment import Experiment
from core.outcome import RunOutcome
from core.run_differences import differences

MAX_EPOCHS = 200
"""Epochs of a kept run, as many as a curve needs to look smooth."""

MAX_CHANGES = 100
"""Changes of each kind while it ran that a kept run holds; a slider that is dragged makes many."""

MAX_CLASSES = 100
"""Classes of a kept confusion matrix; more would make the file of a run large."""

MAX_UNPINNED = 200
"""Runs that are kept without being pinned."""

MAX_NAME = 200
"""Characters of a run's name."""


@dataclass(frozen=True, eq=False)
class KeptRun:
    """One run in the list.

    ``key`` is its own for ever; ``colour`` is a number from 0 by which it gets colour and symbol; ``shown`` asks for
    its curves beside the present ones; ``when`` is the time at which it ended, in UTC as ISO 8601 has it.
    """

    key: str
    name: str
    colour: int
    when: str
    outcome: RunOutcome
    pinned: bool = False
    shown: bool = False

    @property
    def experiment(self) -> Experiment:
        """What was run."""
        return self.outcome.experiment

    @property
    def seconds(self) -> float:
        """Computing time, pauses left out."""
        return self.outcome.ended.seconds


@dataclass(frozen=True, eq=False)
class Runs:
    """Kept runs from the oldest to the newest. Every change gives a new list; the old one stays as it was."""

    runs: tuple[KeptRun, ...] = ()

    def __iter__(self) -> Iterator[KeptRun]:
        return iter(self.runs)

    def __len__(self) -> int:
        return len(self.runs)

    def find(self, key: str) -> KeptRun | None:
        """Return the run with this key; None if it is not, or no longer, in the list."""
        return next((run for run in self.runs if run.key == key), None)

    def before(self, key: str) -> KeptRun | None:
        """Return the run that stands before the one with this key; None for the first."""
        pairs = zip((None, *self.runs), self.runs, strict=False)
        return next((previous for previous, run in pairs if run.key == key), None)

    def added(self, key: str, name: str, when: str, outcome: RunOutcome) -> Runs:
        """Return the list with one more run at its end.

        The name gets a number if another run has it; the colour is the first one that no run has; of very many epochs
        some are left out.
        """
        run = KeptRun(key, self.free_name(name), _first_free({run.colour for run in self.runs}), when, thinned(outcome))
        return Runs((*self.runs, run))

    def free_name(self, name: str, owner: str = "") -> str:
        """Return ``name`` in one line, if another run has it with the first number from 2 that none has, in brackets.

        Args:
            name: what the user or the experiment calls the run.
            owner: key of the run that is to have the name.
        """
        return _free_name(name, {run.name for run in self.runs if run.key != owner})

    def renamed(self, key: str, name: str) -> Runs:
        """Return the list with another name for one run; an empty name changes nothing."""
        return self._with(key, name=self.free_name(name, key)) if name.strip() else self

    def pinned(self, key: str, on: bool) -> Runs:
        """Return the list with one run pinned or not; a pinned run never makes room for new ones."""
        return self._with(key, pinned=on)

    def shown(self, key: str, on: bool) -> Runs:
        """Return the list with the curves of one run asked for or not."""
        return self._with(key, shown=on)

    def without(self, keys: Collection[str]) -> Runs:
        """Return the list without some runs."""
        return Runs(tuple(run for run in self.runs if run.key not in keys))

    def restored(self, runs: Iterable[KeptRun]) -> Runs:
        """Return the list with runs that were taken out or read from disk, in the order of their times.

        Where another run has taken name or colour meanwhile, the run that comes back gets the next free one.
        """
        names, colours, keys = ({getattr(run, name) for run in self.runs} for name in ("name", "colour", "key"))
        back: list[KeptRun] = []
        for run in runs:
            if run.key not in keys:
                colour = run.colour if run.colour not in colours else _first_free(colours)
                back.append(replace(run, name=_free_name(run.name, names), colour=colour))
                keys.add(run.key)
                names.add(back[-1].name)
                colours.add(colour)
        return Runs(tuple(sorted((*self.runs, *back), key=lambda run: (run.when, run.key))))

    def surplus(self, limit: int = MAX_UNPINNED) -> tuple[KeptRun, ...]:
        """Return the oldest of the runs that are not pinned, as many as there are more than ``limit`` of them."""
        unpinned = [run for run in self.runs if not run.pinned]
        return tuple(unpinned[: max(0, len(unpinned) - limit)])

    def differs(self, key: str) -> tuple[str, ...]:
        """Return what differs in one run's experiment from that of the run before it; nothing for the first run."""
        run, previous = self.find(key), self.before(key)
        return () if run is None or previous is None else differences(previous.experiment, run.experiment)

    def _with(self, key: str, **changes: Any) -> Runs:
        return Runs(tuple(replace(run, **changes) if run.key == key else run for run in self.runs))


def data_set_of(experiment: Experiment) -> tuple[object, ...]:
    """Return what tells data sets apart whose losses have nothing to do with each other: sizes and noise do not."""
    data = experiment.data
    opened = data.opened if isinstance(data, OpenedData) else None
    return (data.kind, opened.file, opened.target) if isinstance(opened, TableSource) else (data.kind, opened)


def _free_name(name: str, taken: Collection[str]) -> str:
    wanted = " ".join(name.split())[:MAX_NAME] or "Untitled"
    if wanted not in taken:
        return wanted
    numbered = (f"{wanted[: MAX_NAME - 6]} ({number})" for number in range(2, len(taken) + 3))
    return next(text for text in numbered if text not in taken)


def _first_free(taken: Collection[int]) -> int:
    return next(number for number in range(len(taken) + 1) if number not in taken)


def thinned(outcome: RunOutcome, limit: int = MAX_EPOCHS) -> RunOutcome:
    """Return an outcome with at most ``limit`` (4 or more) epochs: evenly spread ones, the best and the last.

    Of the confusion matrices only the last ones are kept, and none of very many classes; of many changes the last.
    """
    epochs = outcome.epochs
    if len(epochs) > limit:
        room, best = limit - 1, _best_epoch(outcome)
        chosen = {round(i * (len(epochs) - 1) / (room - 1)) for i in range(room)}
        epochs = tuple(epoch for i, epoch in enumerate(epochs) if i in chosen or epoch.epoch == best)
    kept = [replace(epoch, confusion=None) for epoch in epochs[:-1]]
    kept += [replace(epoch, confusion=_small(epoch.confusion)) for epoch in epochs[-1:]]
    ended = replace(outcome.ended, confusion=_small(outcome.ended.confusion))
    return replace(outcome, epochs=tuple(kept), ended=ended, changes=_last_changes(outcome.changes))


def _last_changes(changes: Sequence[Change]) -> tuple[Change, ...]:
    """Return the last changes of each kind in their order."""
    last = [change for kind in get_args(Change) for change in [c for c in changes if type(c) is kind][-MAX_CHANGES:]]
    return tuple(sorted(last, key=lambda change: change.step))


def _small(counts: NDArray[np.int64] | None) -> NDArray[np.int64] | None:
    return counts if counts is not None and len(counts) <= MAX_CLASSES else None


def _best_epoch(outcome: RunOutcome) -> int | None:
    """Return the number of the epoch whose parameters were taken back, or else of the best one."""
    best = outcome.history().best_epoch
    return outcome.ended.best_epoch or (best.epoch if best is not None else None)
