"""Regular expressions that a user types for ``collect_params``: the simple ones, which are always quick.

``re`` can take hours for a pattern as short as ``(a|a)*b``. So only what is needed to choose names is let through: no
repeats of what has repeats or alternatives in it, and only a few of them.
"""

from __future__ import annotations

import re

from core.errors import GluonLabError
from core.texts import say

LONGEST = 60
MOST_REPEATS = 4
_REPEATS = "*+?"
_PLAIN = re.compile(r"[A-Za-z0-9_]")
_ESCAPES = "dwDW."
_CLASS = re.compile(r"\[\^?[A-Za-z0-9_]+(-[A-Za-z0-9_]+)*\]")


class PatternError(GluonLabError):
    """A pattern cannot be used."""


def checked(pattern: str) -> re.Pattern[str]:
    """Return a pattern that is known to be quick on names of parameters, compiled.

    Raises:
        PatternError: with a sentence.
    """
    if len(pattern) > LONGEST:
        raise PatternError(say("The pattern is too long: at most {number} characters.", number=LONGEST))
    _Scanner(pattern).scan()
    try:
        return re.compile(pattern)
    except re.error as error:
        raise PatternError(say("This is no regular expression: look at its brackets and signs.")) from error


class _Scanner:
    """Goes through a pattern from left to right."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self._position = 0
        self._repeats = 0
        # For each open bracket: whether repeats or alternatives stand in it.
        self._open: list[bool] = []

    def scan(self) -> None:
        # What may be repeated stands before: None for nothing, False for one character, True for a group that may not.
        before: bool | None = None
        while self._position < len(self._pattern):
            before = self._next(before)
        if self._open:
            raise PatternError(say("A bracket ( is not closed."))

    def _next(self, before: bool | None) -> bool | None:
        sign = self._pattern[self._position]
        self._position += 1
        if _PLAIN.fullmatch(sign) or sign == ".":
            return False
        if sign == "\\":
            return self._escape()
        if sign == "[":
            return self._one_of()
        if sign in _REPEATS:
            self._repeat(sign, before)
            return None
        if sign == ")":
            return self._close()
        if sign not in "(|^$":
            raise PatternError(
                say("“{sign}” is not understood here: letters, digits, _ . * + ? | ( ) [ ] ^ $ are.", sign=sign)
            )
        if sign == "(":
            self._open.append(False)
        elif sign == "|":
            self._mark()
        return None

    def _escape(self) -> bool:
        if self._pattern[self._position : self._position + 1] not in tuple(_ESCAPES):
            raise PatternError(say("After a backslash only d, w, D, W or a full stop are understood."))
        self._position += 1
        return False

    def _one_of(self) -> bool:
        found = _CLASS.match(self._pattern, self._position - 1)
        if found is None:
            raise PatternError(say("Between [ and ] only letters, digits and _ can stand, such as in [0-9] or [^b]."))
        self._position = found.end()
        return False

    def _repeat(self, sign: str, before: bool | None) -> None:
        if before is None:
            raise PatternError(say("“{sign}” repeats what stands before it, but nothing does.", sign=sign))
        if before:
            raise PatternError(
                say("A bracket with repeats or alternatives in it cannot be repeated: that may take for ever.")
            )
        self._repeats += 1
        if self._repeats > MOST_REPEATS:
            raise PatternError(say("At most {number} of * + ? can stand in a pattern.", number=MOST_REPEATS))
        self._mark()

    def _close(self) -> bool:
        if not self._open:
            raise PatternError(say("A bracket ) was never opened."))
        return self._open.pop()

    def _mark(self) -> None:
        """Note that all open brackets have repeats or alternatives in them."""
        self._open = [True] * len(self._open)
