"""A page of the lessons: its header, its blocks, and all pages of a language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Annotated, Any

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from core.lessons.blocks import Block, GoalsHere, Heading, PredictHere, walk
from core.lessons.conditions import Condition, LessonError, parse_condition
from core.lessons.markdown import parse_body

if TYPE_CHECKING:
    from importlib.abc import Traversable

LANGUAGES = ("en", "zh_CN")
"""The languages that the lessons are written in; the first stands in where another has no page."""

VIEWS = (
    "curves_tab",
    "activations",
    "data_view",
    "boundary",
    "network",
    "weights",
    "dropout",
    "microscope",
    "mistakes",
    "kfold",
    "sweep",
    "book",
    "code",
    "explore",
)
"""Tabs of the window by the names that lessons use."""

SECTIONS = (
    "data",
    "layers",
    "loss",
    "optimizer",
    "schedule",
    "penalty",
    "initializer",
    "training",
    "stopping",
)
"""Sections of the panel of the experiment, which a lesson may put in the focus."""

_VIEW_NAMES = {"curves": "curves_tab", "data": "data_view"}
_FILE = re.compile(r"([0-9]+)-([0-9]+)-[a-z0-9-]+\.md")
_ID = r"^[a-z0-9][a-z0-9-]*$"


def view_name(name: str) -> str:
    """Return the name of a tab; "curves" and "data" are short ones.

    Raises:
        LessonError: there is no such tab.
    """
    full = _VIEW_NAMES.get(name, name)
    if full not in VIEWS:
        raise LessonError(f"There is no view {name}. There is: {', '.join(VIEWS)}.")
    return full


def _checked_condition(text: str) -> str:
    try:
        parse_condition(text)
    except LessonError as error:
        raise PydanticCustomError("condition", "{sentence}", {"sentence": str(error)}) from error
    return text


def _checked_view(name: str) -> str:
    try:
        return view_name(name)
    except LessonError as error:
        raise PydanticCustomError("view", "{sentence}", {"sentence": str(error)}) from error


def _checked_section(name: str) -> str:
    if name not in SECTIONS:
        raise PydanticCustomError("section", "there is no section {name}", {"name": name})
    return name


ConditionText = Annotated[str, AfterValidator(_checked_condition)]
Id = Annotated[str, Field(pattern=_ID)]
Words = Annotated[str, Field(min_length=1)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Goal(_Part):
    """Something to reach; ``when`` tells whether it is."""

    id: Id
    text: Words
    when: ConditionText

    @property
    def condition(self) -> Condition:
        """When the goal is reached."""
        return parse_condition(self.when)


class Option(_Part):
    """One answer to a question, and when it turns out to be right."""

    text: Words
    when: ConditionText

    @property
    def condition(self) -> Condition:
        """When this answer is right."""
        return parse_condition(self.when)


class Prediction(_Part):
    """A question to answer before it is tried.

    ``after`` tells when the answer is there; by default, at the end of a run that was not stopped if an option asks for
    a fact of a run.
    """

    id: Id
    question: Words
    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=5, strict=False)]
    why: Words
    after: ConditionText | None = None

    @model_validator(mode="after")
    def _says_when(self) -> Prediction:
        if self.after is None and not self.of_run and not self._asks("kfold") and not self._asks("sweep"):
            raise PydanticCustomError(
                "after", "the options ask for nothing of a run: say with “after” when the answer is there"
            )
        return self

    @property
    def of_run(self) -> bool:
        """Whether the answer is that of a run."""
        return self._asks("run")

    @property
    def settled(self) -> Condition:
        """When the answer is there."""
        ends = "run.reason == 'finished' or run.reason == 'diverged'"
        default = ends if self.of_run else "kfold.done or sweep.done"
        return parse_condition(self.after or default)

    def _asks(self, family: str) -> bool:
        return any(option.condition.asks(family) for option in self.options)


class Header(_Part):
    """What stands above a page."""

    title: Words
    preset: str | None = None
    views: Annotated[tuple[Annotated[str, AfterValidator(_checked_view)], ...], Field(strict=False)] = ()
    focus: Annotated[tuple[Annotated[str, AfterValidator(_checked_section)], ...], Field(strict=False)] = ()
    explains: Mapping[str, str] = {}
    goals: Annotated[tuple[Goal, ...], Field(strict=False)] = ()
    predict: Annotated[tuple[Prediction, ...], Field(strict=False)] = ()

    @model_validator(mode="after")
    def _no_id_twice(self) -> Header:
        ids = [goal.id for goal in self.goals] + [prediction.id for prediction in self.predict]
        if len(set(ids)) < len(ids):
            raise PydanticCustomError("twice", "two goals or questions have the same id")
        return self


@dataclass(frozen=True)
class Lesson:
    """One page. ``name`` is its file's without the ending; ``language`` is the one that it is written in."""

    name: str
    language: str
    header: Header
    blocks: tuple[Block, ...]

    @property
    def title(self) -> str:
        """The title of the page."""
        return self.header.title

    @property
    def chapter(self) -> int:
        """The number of its chapter."""
        return int(self.name.split("-")[0])

    @property
    def page(self) -> int:
        """Its number in the chapter."""
        return int(self.name.split("-")[1])

    @property
    def anchors(self) -> tuple[str, ...]:
        """The anchors of its headings."""
        return tuple(block.anchor for block in self.blocks if isinstance(block, Heading))

    def prediction(self, name: str) -> Prediction:
        """Return a question of the page.

        Raises:
            KeyError: there is no such question.
        """
        for prediction in self.header.predict:
            if prediction.id == name:
                return prediction
        raise KeyError(name)


def parse_lesson(text: str, name: str, language: str = "en") -> Lesson:
    """Return the page that a file holds.

    Raises:
        LessonError: a sentence that begins with the file and says what is wrong.
    """
    try:
        head, body = _split(text)
        header = Header.model_validate(_yaml(head))
        blocks = parse_body(body)
        _check_places(header, blocks)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(str(key) for key in first["loc"])
        raise LessonError(f"{language}/{name}: {place}: {first['msg']}") from error
    except LessonError as error:
        raise LessonError(f"{language}/{name}: {error}") from error
    return Lesson(name, language, header, blocks)


def parse_yaml(text: str) -> Any:
    """Return what YAML text holds: plain values only.

    Raises:
        LessonError: it is not YAML.
    """
    return _yaml(text)


@cache
def lessons(language: str) -> tuple[Lesson, ...]:
    """Return all pages in the order of reading; one that the language lacks is there in English."""
    return tuple(_pages(language).values())


def find_lesson(name: str, language: str) -> Lesson:
    """Return a page.

    Raises:
        LessonError: there is none of that name.
    """
    page = _pages(language).get(name)
    if page is None:
        raise LessonError(f"There is no page {name}.")
    return page


def lesson_folder(language: str) -> Traversable:
    """Return the folder of a language."""
    return files("resources") / "lessons" / language


@cache
def _pages(language: str) -> Mapping[str, Lesson]:
    found: dict[str, Lesson] = {}
    for tongue in dict.fromkeys((LANGUAGES[0], language)):
        folder = lesson_folder(tongue)
        for file in folder.iterdir() if folder.is_dir() else ():
            if _FILE.fullmatch(file.name):
                name = file.name.removesuffix(".md")
                found[name] = parse_lesson(file.read_text(encoding="utf-8"), name, tongue)
    return dict(sorted(found.items(), key=lambda item: (item[1].chapter, item[1].page, item[0])))


def _split(text: str) -> tuple[str, str]:
    lines = text.splitlines()
    if not lines or lines[0].strip() != "---" or "---" not in (line.strip() for line in lines[1:]):
        raise LessonError("A lesson begins with a header between two lines of three dashes.")
    end = next(i for i, line in enumerate(lines[1:], 1) if line.strip() == "---")
    return "\n".join(lines[1:end]), "\n".join(lines[end + 1 :])


# Safe both: plain values only. That of libyaml, where PyYAML has it, shortens every start.
_YamlLoader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _yaml(text: str) -> Any:
    try:
        return yaml.load(text, _YamlLoader)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise LessonError(f"The header is not YAML: {' '.join(str(error).split())}") from error


def _check_places(header: Header, blocks: tuple[Block, ...]) -> None:
    """Refuse goals and questions that stand nowhere, or stand somewhere and are not there."""
    asked = [block.id for block in walk(blocks) if isinstance(block, PredictHere)]
    known = [prediction.id for prediction in header.predict]
    if sorted(asked) != sorted(known):
        raise LessonError(f"The header has the questions {known}, the text places {asked}.")
    places = sum(isinstance(block, GoalsHere) for block in walk(blocks))
    if places != bool(header.goals):
        raise LessonError("The line [[goals]] stands once on a page with goals, and on no other.")
    anchors = [block.anchor for block in blocks if isinstance(block, Heading)]
    for path, anchor in header.explains.items():
        if anchor not in anchors:
            raise LessonError(f"explains: {path} leads to the heading {anchor}, which is not there.")
