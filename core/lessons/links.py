"""Where the links of a lesson lead: to something to try, another page, an entry of the glossary, a figure."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any, Literal
from urllib.parse import unquote

from core.lessons.conditions import LessonError

Verb = Literal["preset", "set", "view", "explorer", "train", "sweep", "kfold"]

_WITH_VALUE = ("preset", "set", "view", "explorer", "sweep")
_ALONE = ("train", "kfold")
_PAGE = re.compile(r"[0-9]+-[0-9]+-[a-z0-9-]+")


@dataclass(frozen=True)
class Action:
    """One thing to try.

    ``name`` is the preset, the view, the explorer, the ready sweep, or the path of the setting, such as
    ``optimizer.wd``; ``value`` is what a setting becomes, or the state of an explorer. To ``train`` behind a ready
    sweep is to run that one; its name is "sweep" then.
    """

    verb: Verb
    name: str = ""
    value: Any = None


@dataclass(frozen=True)
class Try:
    """Things to do one after the other."""

    actions: tuple[Action, ...]


@dataclass(frozen=True)
class ToPage:
    """Another page of the lessons, perhaps at a heading; without a page, a heading of the same one."""

    page: str
    anchor: str = ""


@dataclass(frozen=True)
class ToTerm:
    """An entry of the glossary."""

    id: str


@dataclass(frozen=True)
class FigureSource:
    """A picture from the application's own plots, with its settings."""

    name: str
    options: dict[str, Any] = field(default_factory=dict, hash=False)


Target = Try | ToPage | ToTerm


def parse_target(url: str) -> Target:
    """Return where a link leads.

    Raises:
        LessonError: a sentence that says what is wrong with it.
    """
    scheme, _, rest = url.partition(":")
    if scheme == "try":
        return Try(_actions(rest))
    if scheme == "lesson":
        page, _, anchor = unquote(rest).partition("#")
        if page and not _PAGE.fullmatch(page):
            raise LessonError(f"“{url}” is no page; one is called such as 4-2-activations.")
        return ToPage(page, anchor)
    if scheme == "glossary":
        return ToTerm(unquote(rest))
    raise LessonError(f"“{url}” leads nowhere: a link begins with try:, lesson: or glossary:.")


def parse_figure(url: str) -> FigureSource:
    """Return which figure a picture of the text is.

    Raises:
        LessonError: a sentence that says what is wrong with it.
    """
    scheme, _, rest = url.partition(":")
    if scheme != "figure" or not rest:
        raise LessonError(f"“{url}” is no figure: a picture is such as figure:activation?kind=relu.")
    name, _, options = rest.partition("?")
    pairs = [part.partition("=") for part in options.split("&") if part]
    return FigureSource(unquote(name), {unquote(key): _json(value) for key, _, value in pairs})


def _actions(text: str) -> tuple[Action, ...]:
    actions: list[Action] = []
    for part in text.split("&"):
        verb, equals, value = part.partition("=")
        if verb in _WITH_VALUE and value:
            actions.append(_action(verb, value))
        elif verb in _ALONE and not equals:
            of_sweep = verb == "train" and any(action.verb == "sweep" for action in actions)
            actions.append(Action(verb, "sweep" if of_sweep else ""))  # type: ignore[arg-type]
        elif equals and actions and actions[-1].verb == "explorer":
            actions[-1].value[unquote(verb)] = _json(value)
        else:
            raise LessonError(f"“{unquote(part)}” cannot be tried; a link is such as try:preset=mlp&train.")
    return tuple(actions)


def _action(verb: str, value: str) -> Action:
    if verb == "set":
        path, colon, setting = value.partition(":")
        if not colon or not path:
            raise LessonError(f"“{unquote(value)}” sets nothing; write such as try:set=optimizer.wd:3.")
        return Action("set", unquote(path), _json(setting))
    if verb == "explorer":
        name, question, state = value.partition("?")
        key, _, first = state.partition("=")
        return Action("explorer", unquote(name), {unquote(key): _json(first)} if question and key else {})
    return Action(verb, unquote(value))  # type: ignore[arg-type]


def _json(text: str) -> Any:
    """Return a value: as JSON has it, or else the words themselves."""
    plain = unquote(text)
    try:
        return json.loads(plain, parse_constant=lambda _: plain)
    except (ValueError, RecursionError):
        return plain
