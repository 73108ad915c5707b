"""Reads a page of the lessons as a user does: answers its questions, presses its buttons, trains, uses explorers.

A test of a chapter is such as::

    def test_weight_decay_shrinks_the_norm():
        reader = Reader("6-1-weight-decay")
        reader.choose("norm", 0)
        assert reader.ticked == set()
        reader.press("Set λ = 3")
        reader.train()
        assert reader.ticked == {"small-norm"}
        assert reader.outcomes == {"norm": 1}

``Reader`` uses what the window uses to look at goals and questions (``core.lessons.tracking``), and the real engine.
Explorers need the fixture ``qapp``.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterable
from functools import cache
from inspect import isgenerator
from pathlib import Path
from typing import Any

from core.edits import Edit
from core.errors import GluonLabError
from core.events import EpochDone, Event, RunEnded
from core.experiment import Experiment, from_dict, to_dict, with_value
from core.history import History
from core.lessons.blocks import Link, links, plain
from core.lessons.facts import experiment_facts, explorer_facts, run_facts
from core.lessons.lesson import find_lesson, view_name
from core.lessons.links import Action, Try
from core.lessons.progress import PageProgress
from core.lessons.tracking import Tracker
from core.presets import load_preset
from core.selection.shipped import ready_name, resolve_sweep


class Reader:
    """A reader at a page, with an experiment and explorers of their own.

    Args:
        page: its name, such as "6-1-weight-decay".
        language: in which it is read.
        data_dir: where the files of Fashion-MNIST are, if the page needs them.
    """

    def __init__(self, page: str, language: str = "en", data_dir: Path | None = None) -> None:
        self.lesson = find_lesson(page, language)
        self.progress = PageProgress()
        self.tracker = Tracker(self.lesson, self.progress)
        preset = self.lesson.header.preset
        self.experiment = load_preset(preset) if preset else Experiment()
        self.history = History()
        self.view = ""
        self.done: dict[str, bool | str] = {}
        self._sweep = ""
        self._data_dir = data_dir
        self._explorers: dict[str, Any] = {}
        self._shown = ""
        self._num_runs = 0
        self._look()

    @property
    def ticked(self) -> set[str]:
        """The goals that are reached."""
        return set(self.progress.goals)

    @property
    def outcomes(self) -> dict[str, int | None]:
        """Which option turned out right, by question; None while that is open."""
        return {name: answer.outcome for name, answer in self.progress.answers.items()}

    @property
    def tries(self) -> list[Link]:
        """All links that let something be tried."""
        return [link for link in links(self.lesson.blocks) if isinstance(link.target, Try)]

    def choose(self, question: str, option: int = 0) -> None:
        """Answer a question of the page."""
        assert self.tracker.choose(question, option), f"{question} cannot be answered with {option} now"

    def press(self, label: str | int) -> None:
        """Press what the page offers to try: the one of this text (or its beginning), or by its place from 0."""
        for action in self.target(label).actions:
            self._do(action)

    def target(self, label: str | int) -> Try:
        """Return what a link lets try, without doing it."""
        fitting = self.tries if isinstance(label, str) else [self.tries[label]]
        if isinstance(label, str):
            fitting = [link for link in fitting if plain(link.parts).startswith(label)]
        assert fitting, f"no link {label!r}; there is: {[plain(link.parts) for link in self.tries]}"
        assert isinstance(fitting[0].target, Try)
        return fitting[0].target

    def load(self, preset: str) -> None:
        """Open a preset, as with the File menu."""
        self.experiment = load_preset(preset)
        self._look()

    def set(self, path: str, value: Any) -> None:
        """Set a value in a panel."""
        self.experiment = with_value(self.experiment, path, value)
        self._look()

    def edit(self, edit: Edit) -> None:
        """Do to the layers what a card of the stack offers."""
        self.experiment = edit.apply(self.experiment)
        self._look()

    def train(self) -> History:
        """Train the present experiment to its end; return what happened."""
        self._num_runs += 1
        self.tracker.start_run(self._num_runs)
        # Whatever it is called: pages come to the same experiment from different presets.
        nameless = to_dict(self.experiment) | {"name": "x", "notes": ""}
        for event in _events(json.dumps(nameless), self._data_dir):
            self.history.add(event)
            if isinstance(event, EpochDone | RunEnded):
                self._look()
        return self.history

    def explore(self, name: str, **state: Any) -> dict[str, Any]:
        """Open an explorer, set values in it, and return its facts when its questions are answered."""
        explorer, self._shown = self._explorer(name), name
        if state:
            explorer.restore(state)
        self._look()
        return dict(explorer.facts())

    def explorer(self, name: str) -> Any:
        """Return the widget of an explorer, to use it with mouse and keyboard."""
        return self._explorer(name)

    def finish(self, what: str) -> None:
        """Take a K-fold, or the sweep that was opened last, ("kfold", "sweep") as finished."""
        self.done[f"{what}.done"] = True
        if what == "sweep":
            self.done["sweep.name"] = self._sweep
        self._look()

    def close(self) -> None:
        """Destroy the explorers."""
        for explorer in self._explorers.values():
            explorer.close()
            explorer.deleteLater()
        self._explorers.clear()

    def _do(self, action: Action) -> None:
        if action.verb == "preset":
            self.load(action.name)
        elif action.verb == "set":
            self.set(action.name, action.value)
        elif action.verb == "view":
            self.view = view_name(action.name)
        elif action.verb == "explorer":
            self.explore(action.name, **action.value)
        elif action.verb == "sweep":
            self.view, self._sweep = "sweep", ready_name(resolve_sweep(action.name))
        elif action.verb == "train" and action.name == "sweep":
            self.finish("sweep")
        elif action.verb == "train":
            self.train()
        else:
            self.finish(action.verb)

    def _explorer(self, name: str) -> Any:
        if name not in self._explorers:
            from desktop_app.lessons.explorers import EXPLORERS

            (kind,) = [explorer for explorer in EXPLORERS if explorer.name == name]
            explorer = self._explorers[name] = kind()
            explorer.asked.connect(lambda question: self._answer(explorer, question))
            explorer.facts_changed.connect(self._look)
            explorer.failed.connect(_refuse)
            # Explorers ask when they are shown.
            explorer.show()
        return self._explorers[name]

    def _answer(self, explorer: Any, question: Any) -> None:
        from core.engine.answers import ANSWERERS

        try:
            answer = ANSWERERS[type(question)](question)
            parts = list(answer) if isgenerator(answer) else [answer]
        except GluonLabError as error:
            explorer.show_problem(question, str(error))
            parts = []
        for i, part in enumerate(parts, 1):
            explorer.show_answer(question, part, i == len(parts))
        self._look()

    def _look(self) -> None:
        facts = run_facts(self.history) | experiment_facts(self.experiment) | self.done
        facts |= explorer_facts({"shown": self._shown})
        for name, explorer in self._explorers.items():
            facts |= explorer_facts({f"{name}.{key}": value for key, value in explorer.facts().items()})
        self.tracker.take(facts)


def _refuse(sentence: str) -> None:
    raise AssertionError(f"the explorer says: {sentence}")


@cache
def _events(experiment: str, data_dir: Path | None) -> Iterable[Event]:
    """Train an experiment (JSON) once, whoever reads of it."""
    from core.engine.training import Job, Run

    value = from_dict(json.loads(experiment))
    run = Run(Job(1, value, value.data.load(data_dir), threading.Event()))
    try:
        return tuple(run.events())
    finally:
        run.close()
