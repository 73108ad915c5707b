"""Program text with marks: which line speaks of which setting, and when the training loop executes it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from core.texts import say

WIDTH = 88
_INDENT = "    "


@dataclass(frozen=True)
class Mark:
    """What one line of a program is about.

    Attributes:
        line: counted from 1.
        path: of the setting that the line speaks of, such as ``"layers.1.units"``, or of a group of settings, such as
            ``"layers.1"`` or ``"data"``; empty if it speaks of none.
        phase: of the training loop, in which the line is executed: one of ``PHASES``; empty if it is in none.
    """

    line: int
    path: str = ""
    phase: str = ""


PHASES = ("load", "initialise", "batch", "forward", "loss", "backward", "update", "evaluate", "test")
"""What a run does, in turn; from ``batch`` to ``update`` it goes round once for every minibatch."""


@dataclass(frozen=True)
class Section:
    """A part of a program that is a cell in a notebook: its title, and its first line, counted from 1."""

    title: str
    line: int


@dataclass(frozen=True)
class Program:
    """A complete program.

    ``files`` are the names of the files that must lie beside it, the data first; ``beside`` are the contents of those
    that are programs themselves, by their names.
    """

    style: str
    text: str
    marks: tuple[Mark, ...]
    files: tuple[str, ...]
    sections: tuple[Section, ...]
    beside: tuple[tuple[str, bytes], ...] = ()


class Source:
    """Program text while it is written."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._marks: list[Mark] = []
        self._sections: list[Section] = []
        self._depth = 0

    def section(self, title: str, blanks: int = 1) -> None:
        """Begin a part with a title, which is a comment of one line; before a definition there are two blank lines."""
        self.blank(blanks)
        self._sections.append(Section(title, len(self._lines) + 1))
        self.add(f"# {title}")

    def add(self, text: str, *paths: str, phase: str = "") -> None:
        """Add one or more lines, all of which speak of the settings at ``paths`` and belong to a phase."""
        for line in text.split("\n"):
            self._lines.append(_INDENT * self._depth + line if line else "")
            if line:
                self._marks += [Mark(len(self._lines), path, phase) for path in paths or ([""] if phase else [])]

    def call(self, head: str, arguments: Sequence[str], *paths: str, phase: str = "", tail: str = "") -> None:
        """Add a call: on one line if it fits, else broken as a formatter would."""
        self.add(broken(head, arguments, tail, WIDTH - len(_INDENT) * self._depth), *paths, phase=phase)

    def built(self, begin: str, constructor: str, end: str, *paths: str, phase: str = "") -> None:
        """Add a line with the call of a constructor between ``begin`` and ``end``, broken if it is too wide."""
        head, _, arguments = constructor.removesuffix(")").partition("(")
        self.call(begin + head, _split(arguments), *paths, phase=phase, tail=end)

    def bracketed(self, head: str, entries: Sequence[str], *paths: str, phase: str = "") -> None:
        """Add a list in brackets: on one line if it fits, else broken as a formatter would."""
        text = broken(head, entries, "", WIDTH - len(_INDENT) * self._depth, ("[", "]"))
        self.add(text, *paths, phase=phase)

    def print(self, start: str, parts: Sequence[str], phase: str = "") -> None:
        """Add the call that prints a text with ``{expressions}``, its parts between commas; broken where too wide."""
        width = WIDTH - len(_INDENT) * self._depth
        whole = f'print(f"{start}{", ".join(parts)}")'
        if len(whole) <= width:
            self.add(whole, phase=phase)
            return
        lines = [start]
        for part, comma in zip(parts, [", "] * (len(parts) - 1) + [""], strict=True):
            if len(lines[-1] + part + comma) > width - len(_INDENT + 'f""'):
                lines.append("")
            lines[-1] += part + comma
        self.add("\n".join(["print(", *(f'{_INDENT}f"{line}"' for line in lines), ")"]), phase=phase)

    def blank(self, number: int = 1) -> None:
        """See to it that the text ends with just so many blank lines, unless nothing stands before them."""
        while self._lines and self._lines[-1] == "":
            self._lines.pop()
        self._lines += [""] * number if self._lines else []

    @contextmanager
    def indented(self) -> Iterator[None]:
        """Indent what is added."""
        self._depth += 1
        try:
            yield
        finally:
            self._depth -= 1

    def text(self) -> str:
        """Return what was written so far."""
        return "\n".join(self._lines).strip("\n") + "\n"

    def begin_with(self, lines: Sequence[str]) -> None:
        """Put lines without marks before all others."""
        self._lines[:0] = lines
        self._marks = [replace(mark, line=mark.line + len(lines)) for mark in self._marks]
        self._sections = [replace(section, line=section.line + len(lines)) for section in self._sections]

    @property
    def ends_indented(self) -> bool:
        """Whether the last line belongs to a definition or a loop."""
        return next((line for line in reversed(self._lines) if line), "").startswith(" ")

    def program(self, style: str, files: tuple[str, ...], beside: tuple[tuple[str, bytes], ...] = ()) -> Program:
        """Return what was written."""
        return Program(style, self.text(), tuple(self._marks), files, tuple(self._sections), beside)


def broken(
    head: str, entries: Sequence[str], tail: str = "", width: int = WIDTH, brackets: tuple[str, str] = ("(", ")")
) -> str:
    """Return ``head(entries)tail``, broken into lines if it is wider than ``width``."""
    opening, closing = brackets
    whole = f"{head}{opening}{', '.join(entries)}{closing}{tail}"
    if len(whole) <= width:
        return whole
    inner = _INDENT + ", ".join(entries)
    if len(inner) > width:
        inner = "\n".join(f"{_INDENT}{entry}," for entry in entries)
    return f"{head}{opening}\n{inner}\n{closing}{tail}"


def _split(arguments: str) -> list[str]:
    """Return the arguments of a call one by one; commas in brackets do not part them."""
    found, depth = [""], 0
    for piece in arguments.split(", ") if arguments else []:
        found[-1] += f", {piece}" if depth else piece
        depth += piece.count("(") - piece.count(")")
        if not depth:
            found.append("")
    return found[:-1]


def before_mxnet() -> list[str]:
    """Return the lines without which MXNet cannot be imported beside a NumPy of today; NumPy is imported already."""
    return [f"# {say('MXNet 1.9.1 asks for this name, which NumPy has given up')}", "np.bool = np.bool_"]


def quoted(text: str) -> str:
    """Return a text as a literal in double quotes, where they are not in it."""
    literal = repr(text)
    return f'"{literal[1:-1]}"' if literal[0] == "'" and '"' not in literal else literal


def literal(value: Any) -> str:
    """Return a plain value as it stands in a program."""
    return quoted(value) if isinstance(value, str) else repr(value)


def keywords(options: dict[str, Any]) -> list[str]:
    """Return keyword arguments as they stand in a call."""
    return [f"{name}={literal(value)}" for name, value in options.items()]
