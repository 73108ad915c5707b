"""What a JSON file can hold, checked before a value gets near one."""

from __future__ import annotations

from typing import Any

from core.errors import ExperimentError
from core.sentences import shortened

MAX_DEPTH = 20
_MAX_BITS = 1024


def refuse_unstorable(node: Any, path: tuple[str, ...] = ()) -> None:
    """Look through a tree of groups, lists and values.

    Args:
        node: the tree.
        path: where it stands, for the error's text.

    Raises:
        ExperimentError: for the first part that JSON in UTF-8 cannot hold, or that is nested too deeply to be meant.
    """
    if len(path) > MAX_DEPTH:
        _refuse(path[:3], "groups of settings are nested too deeply here.")
    if isinstance(node, dict):
        for key, value in node.items():
            if not isinstance(key, str):
                _refuse(path, f"the name of a setting must be a text; {shortened(repr(key))} is none.")
            if not _is_unicode(key):
                _refuse(path, "the name of a setting holds half a character, which cannot be stored.")
            refuse_unstorable(value, (*path, key))
    elif isinstance(node, list | tuple):
        for i, value in enumerate(node):
            refuse_unstorable(value, (*path, str(i)))
    elif problem := _problem(node):
        _refuse(path, problem)


def _problem(value: Any) -> str:
    """Return what is wrong with a single value, or nothing."""
    if isinstance(value, str):
        return "" if _is_unicode(value) else "this text holds half a character. Delete it and type it again."
    if isinstance(value, int):
        # Python refuses to write or read much longer ones; no setting reaches this far.
        return "" if value.bit_length() <= _MAX_BITS else "this number is too large."
    return "" if value is None or isinstance(value, float) else f"{type(value).__name__} is not a value for a setting."


def _is_unicode(text: str) -> bool:
    """Tell whether the text has no lone surrogate, which UTF-8 cannot hold."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _refuse(path: tuple[str, ...], problem: str) -> None:
    raise ExperimentError(f"{'.'.join(path) or 'an experiment'}: {problem}")
