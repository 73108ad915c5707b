"""Follows a reader through a page: ticks goals, locks predictions when a run begins, and settles them afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass

from core.lessons.conditions import Fact, Facts
from core.lessons.lesson import Lesson, Prediction
from core.lessons.progress import Answer, PageProgress


@dataclass(frozen=True)
class Reached:
    """What new facts have brought about: the ids of goals, and of predictions that are settled now."""

    goals: tuple[str, ...] = ()
    predictions: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether there is anything new."""
        return bool(self.goals or self.predictions)


class Tracker:
    """The state of one page while it is open.

    A run counts if it goes on while the page is open: what had ended before says nothing of this page.

    Args:
        lesson: the page.
        progress: what was reached on it before; it is changed.
        run_id: of the newest run if it had ended when the page was opened, None otherwise.
    """

    def __init__(self, lesson: Lesson, progress: PageProgress, run_id: int | None = None) -> None:
        self.lesson = lesson
        self.progress = progress
        self._old_run = run_id
        self._run: int | None = None
        self._num_runs = 0
        self._locked: set[str] = set()

    def in_words_of(self, lesson: Lesson) -> Tracker:
        """Return a tracker at the same point of the same page in another language."""
        other = copy(self)
        other.lesson = lesson
        return other

    def start_run(self, run_id: int) -> None:
        """Take notice that a run begins: what was predicted for a run cannot be changed until it ends."""
        if run_id in (self._old_run, self._run):
            return
        self._run = run_id
        self._num_runs += 1
        self._locked = {p.id for p in self.lesson.header.predict if p.of_run and self._is_open(p)}

    def choose(self, name: str, choice: int) -> bool:
        """Answer a question; tell whether that was possible, which it is before the run begins."""
        if not self.may_choose(name) or not 0 <= choice < len(self.lesson.prediction(name).options):
            return False
        self.progress.answers[name] = Answer(choice=choice)
        return True

    def may_choose(self, name: str) -> bool:
        """Tell whether a question can be answered now: it is not settled, and no run goes on that answers it."""
        answer = self.progress.answers.get(name)
        return name not in self._locked and (answer is None or answer.outcome is None)

    def ask_again(self, name: str) -> None:
        """Forget the answer to a question."""
        self.progress.answers.pop(name, None)
        self._locked.discard(name)

    def take(self, facts: Facts) -> Reached:
        """Look at goals and predictions with the facts as they are now; return what is new.

        Facts ``run.*`` of a run that had ended before the page was opened are left out.
        """
        known = self._known(facts)
        goals = [
            goal.id
            for goal in self.lesson.header.goals
            if goal.id not in self.progress.goals and goal.condition.holds(known)
        ]
        self.progress.goals += goals
        settled = [p.id for p in self.lesson.header.predict if self._settle(p, known)]
        if known.get("run.reason"):
            self._locked.clear()
        return Reached(tuple(goals), tuple(settled))

    def _known(self, facts: Facts) -> Mapping[str, Fact | None]:
        if self._run is None:
            return {name: value for name, value in facts.items() if not name.startswith("run.")}
        return {**facts, "run.num_runs": self._num_runs}

    def _is_open(self, prediction: Prediction) -> bool:
        answer = self.progress.answers.get(prediction.id)
        return answer is not None and answer.outcome is None

    def _settle(self, prediction: Prediction, facts: Facts) -> bool:
        """Note the outcome of a prediction if it is there: exactly one option is right."""
        if not self._is_open(prediction):
            return False
        if prediction.of_run and prediction.id not in self._locked:
            # It was chosen when the run that these facts speak of had ended or was going on.
            return False
        outcome = outcome_of(prediction, facts)
        if outcome is None:
            return False
        self.progress.answers[prediction.id] = Answer(
            choice=self.progress.answers[prediction.id].choice, outcome=outcome
        )
        return True


def outcome_of(prediction: Prediction, facts: Facts) -> int | None:
    """Return which option of a question is right; None if that is not yet known, or not exactly one is."""
    if not prediction.settled.holds(facts):
        return None
    right = [i for i, option in enumerate(prediction.options) if option.condition.holds(facts)]
    return right[0] if len(right) == 1 else None
