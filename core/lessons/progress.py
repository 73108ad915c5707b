"""What a reader has reached: ticked goals, predictions and their outcome, the last page; kept as a JSON file."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from core.errors import ExperimentError
from core.lessons.lesson import Lesson
from core.storage import FileFormat, read_bytes, reason, write_atomically
from core.texts import say

Mark = Literal["new", "begun", "done"]

_FORMAT = FileFormat("gluon-lab progress", "a reader's progress")
_VERSION = 1


class _Saved(BaseModel):
    model_config = ConfigDict(extra="ignore")


class Answer(_Saved):
    """A prediction: the option chosen, and the one that turned out right, None as long as that is open."""

    choice: int = Field(ge=0)
    outcome: int | None = Field(default=None, ge=0)


class PageProgress(_Saved):
    """What was reached on one page. ``read`` tells that its end was seen."""

    goals: list[str] = []
    answers: dict[str, Answer] = {}
    read: bool = False


class _File(_Saved):
    page: str = ""
    pages: dict[str, PageProgress] = {}


@dataclass
class Progress:
    """The progress over all pages.

    Attributes:
        pages: what was reached, by the names of the pages.
        page: the page that was open last; empty for none.
        problem: a sentence, if what was kept could not be read.
    """

    pages: dict[str, PageProgress] = field(default_factory=dict)
    page: str = ""
    problem: str = field(default="", compare=False)

    def of(self, name: str) -> PageProgress:
        """Return what was reached on a page; changing it changes the progress."""
        return self.pages.setdefault(name, PageProgress())

    def mark(self, lesson: Lesson) -> Mark:
        """Tell how far a page is done."""
        reached = self.pages.get(lesson.name)
        if reached is None:
            return "new"
        goals = all(goal.id in reached.goals for goal in lesson.header.goals)
        answers = (reached.answers.get(prediction.id) for prediction in lesson.header.predict)
        answered = all(answer is not None and answer.outcome is not None for answer in answers)
        asks = bool(lesson.header.goals or lesson.header.predict)
        return "done" if goals and answered and (asks or reached.read) else "begun"

    def save(self, path: Path) -> None:
        """Write the progress, completely or not at all.

        Raises:
            OSError: it could not be written.
        """
        file = _File(page=self.page, pages=self.pages)
        tree = _FORMAT.head(_VERSION) | file.model_dump()
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, (json.dumps(tree, indent=1, ensure_ascii=False) + "\n").encode())

    @classmethod
    def load(cls, path: Path) -> Progress:
        """Read the progress; one that cannot be read is set aside beside it, and the reader begins anew.

        ``problem`` then says where it is.
        """
        try:
            file = _File.model_validate(_FORMAT.body(_FORMAT.parse(read_bytes(path))))
        except FileNotFoundError:
            return cls()
        except (OSError, ExperimentError, ValidationError):
            return cls(problem=_set_aside(path))
        return cls(dict(file.pages), file.page)


def _set_aside(path: Path) -> str:
    """Give a file that cannot be read another name, and return a sentence that says which."""
    names = (f"unreadable-{number}-{path.name}" if number > 1 else f"unreadable-{path.name}" for number in count(1))
    try:
        aside = next(place for place in map(path.with_name, names) if not place.exists())
        path.replace(aside)
    except OSError as error:
        return say("Your progress in the lessons cannot be read: {path}: {reason}", path=path, reason=reason(error))
    return say(
        "Your progress in the lessons could not be read and was set aside as {path}; the lessons begin anew.",
        path=aside,
    )
