"""What a JSON file can hold, checked before a value gets near one."""

from __future__ import annotations

from typing import Any

from core.errors import ExperimentError
from core.sentences import shortened
from core.texts import say

MAX_DEPTH = 20
MAX_VALUES = 20_000
"""A real experiment has some hundred values; explaining what is wrong with a million would take minutes."""

_MAX_BITS = 1024


def refuse_unstorable(tree: Any, path: tuple[str, ...] = ()) -> None:
    """Look through a tree of groups, lists and values.

    Args:
        tree: what is meant for a file.
        path: where it stands in the file, for the error's text.

    Raises:
        ExperimentError: for the first part that JSON in UTF-8 cannot hold, or if there are more values, or deeper
            nested ones, than can be meant.
    """
    waiting = [(path, tree)]
    num_values = 0
    while waiting:
        here, node = waiting.pop()
        num_values += 1
        problem = _problem(node) or ("there are too many values here." if num_values > MAX_VALUES else "")
        if len(here) > MAX_DEPTH:
            here, problem = here[:3], "groups of settings are nested too deeply here."
        if problem:
            raise ExperimentError(
                say("{value}: {problem}", value=".".join(here) or say("an experiment"), problem=problem)
            )
        if isinstance(node, dict):
            waiting.extend(((*here, key), value) for key, value in reversed(node.items()))
        elif isinstance(node, list | tuple):
            waiting.extend(((*here, str(i)), value) for i, value in reversed(list(enumerate(node[:MAX_VALUES]))))


def _problem(node: Any) -> str:
    """Return what is wrong with a value, or with the names in a group, or nothing."""
    if isinstance(node, dict):
        wrong = next((key for key in node if not isinstance(key, str) or not _is_unicode(key)), None)
        return "" if wrong is None else f"{shortened(repr(wrong))} cannot be the name of a setting."
    if isinstance(node, str):
        return "" if _is_unicode(node) else "this text holds half a character. Delete it and type it again."
    if isinstance(node, int):
        # Python refuses to write or read much longer ones; no setting reaches this far.
        return "" if node.bit_length() <= _MAX_BITS else "this number is too large."
    if node is None or isinstance(node, float | list | tuple):
        return ""
    return say("{name} is not a value for a setting.", name=type(node).__name__)


def _is_unicode(text: str) -> bool:
    """Tell whether the text has no lone surrogate, which UTF-8 cannot hold."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
