"""What an explorer is set to: an immutable value that lessons, files and the user's hand change alike."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import ValidationError

from core.errors import GluonLabError
from core.fields import Value
from core.sentences import sentence
from core.texts import say

S = TypeVar("S", bound="Setup")


class SetupError(GluonLabError):
    """A value for an explorer does not fit."""


class Setup(Value):
    """The base of what an explorer is set to."""

    def problem(self) -> str:
        """Return a sentence about values that do not fit together, or an empty text."""
        return ""


def changed(setup: S, changes: Mapping[str, Any]) -> S:
    """Return a setup with some of its values changed.

    Args:
        setup: what holds for all that is not mentioned.
        changes: names and values as JSON has them.

    Raises:
        SetupError: with a sentence, if a name is unknown or a value does not fit.
    """
    kind = type(setup)
    try:
        text = json.dumps(setup.model_dump(mode="json") | dict(changes))
    except (TypeError, ValueError) as error:
        raise SetupError(say("This cannot be set: it is no plain number, text or list.")) from error
    try:
        found = kind.model_validate_json(text)
    except ValidationError as error:
        raise SetupError(sentence(error, kind)) from error
    if problem := found.problem():
        raise SetupError(problem)
    return found


def one_line(text: str, length: int = 20) -> str:
    """Return the beginning of what a user typed, for use in a sentence."""
    return " ".join(text.split())[:length]
