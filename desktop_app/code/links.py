"""Which lines of a program speak of which setting, which are executed when, and which changed."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher
from itertools import takewhile

from core.codegen import Program

Lines = tuple[int, ...]
"""Numbers of lines, from 1, in order."""

_GAP = 2
"""Lines with nothing but one other line between them stand together."""


def lines_about(program: Program, path: str) -> Lines:
    """Return the lines that speak of a setting, or of a group and what is in it.

    A setting that no line speaks of, such as a momentum of 0, is shown where its group is.
    """
    while path:
        lines = _lines(mark.line for mark in program.marks if _is_within(mark.path, path))
        if lines:
            return lines
        path = path.rpartition(".")[0]
    return ()


def lines_in_phase(program: Program, phase: str) -> Lines:
    """Return the lines that are executed in a phase of the loop, such as ``forward``."""
    return _lines(mark.line for mark in program.marks if phase and mark.phase == phase)


def last_group(lines: Lines) -> Lines:
    """Return the last lines that stand together; what is executed in a loop stands below what it was built from."""
    start = len(lines) - 1
    while start > 0 and lines[start] - lines[start - 1] <= _GAP:
        start -= 1
    return lines[max(0, start) :]


def path_of_line(program: Program, line: int, word: str = "") -> str:
    """Return the setting that a line leads to, or nothing if it speaks of none.

    Args:
        program: the line is one of it.
        line: from 1.
        word: where the line speaks of several settings, the one of this name is meant; otherwise what they share.
    """
    paths = [mark.path for mark in program.marks if mark.line == line and mark.path]
    named = [path for path in paths if word and path.rpartition(".")[2] == word]
    if named or not paths:
        return named[0] if named else ""
    levels = zip(*(path.split(".") for path in paths), strict=False)
    shared = [parts[0] for parts in takewhile(lambda parts: len(set(parts)) == 1, levels)]
    return ".".join(shared) or paths[0]


def changed_lines(before: str, after: str) -> Lines:
    """Return the lines of ``after`` that are new or different; where lines are gone, the one that follows."""
    old, new = before.rstrip("\n").split("\n"), after.rstrip("\n").split("\n")
    changed: list[int] = []
    for tag, _, _, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "delete":
            changed.append(min(start + 1, len(new)))
        elif tag != "equal":
            changed.extend(range(start + 1, end + 1))
    return _lines(changed)


def _is_within(path: str, group: str) -> bool:
    return path == group or path.startswith(group + ".")


def _lines(numbers: Iterable[int]) -> Lines:
    return tuple(sorted(set(numbers)))
