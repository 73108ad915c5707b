"""Programs of the user, such as layers in a Python file, that the user agreed to run; and what was seen of them.

This is the one place that knows to what the user agreed in this process. An experiment names a program by the SHA-256
of its source only; nothing is run that is not here, and it is put here by whoever asked the user: the window after its
dialog (which ``core.program_files`` keeps), the command line with ``--allow-custom``, a worker process from its parent.
The engine reads it, and writes down which shapes it saw, so that everybody else can tell the shapes of a stack without
running anything.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

from core.layers.base import ParameterShape, Shape

FileState = Literal["there", "missing", "changed"]
"""Of the file that a layer names: it holds the program, it is not there, it holds something else."""

Mark = Literal["passed", "noted", "failed"]


@dataclass(frozen=True)
class Program:
    """The source of a program: ``name`` is that of its file, without the folder."""

    name: str
    source: bytes

    @property
    def sha256(self) -> str:
        """The SHA-256 of the source, in hexadecimal digits."""
        return hashlib.sha256(self.source).hexdigest()

    @property
    def text(self) -> str:
        """The source as text; bytes that are no UTF-8 are shown as such."""
        return self.source.decode("utf-8-sig", errors="replace").replace("\r\n", "\n").replace("\r", "\n")


@dataclass(frozen=True)
class Seen:
    """What the engine saw of a layer of the user's own on inputs of one shape.

    Attributes:
        problem: a sentence about why it cannot work on them; empty if it can.
        output_shape: of one sample.
        parameters: its parameters, by structural names within the layer.
        hybridizes: whether it can be compiled with the rest of the network.
        hint: a sentence about something unusual that still runs; or empty.
    """

    problem: str = ""
    output_shape: Shape = ()
    parameters: tuple[ParameterShape, ...] = ()
    hybridizes: bool = True
    hint: str = ""


@dataclass(frozen=True)
class CheckLine:
    """One thing that was checked of a layer: ``title`` says what, ``text`` what came out."""

    title: str
    mark: Mark
    text: str


@dataclass(frozen=True)
class Check:
    """What came out when a layer was tried: in lines for the user, and as what the stack needs to know."""

    lines: tuple[CheckLine, ...]
    seen: Seen


_agreed: dict[str, Program] = {}
_seen: dict[tuple[str, str, Shape], Seen] = {}
_files: dict[tuple[str, str], FileState] = {}


def agree(program: Program) -> None:
    """Note that the user agreed to run a program, in this process."""
    _agreed[program.sha256] = program


def agreed(sha256: str) -> Program | None:
    """Return the program with this hash, None if the user did not agree to it."""
    return _agreed.get(sha256)


def note(sha256: str, class_name: str, input_shape: Shape, seen: Seen) -> None:
    """Note what was seen of a layer on inputs of a shape."""
    _seen[sha256, class_name, input_shape] = seen


def seen(sha256: str, class_name: str, input_shape: Shape) -> Seen | None:
    """Return what was seen of a layer on inputs of a shape, None if nobody looked yet."""
    return _seen.get((sha256, class_name, input_shape))


def note_file(file: str, sha256: str, state: FileState) -> None:
    """Note what became of the file that a layer names."""
    _files[file, sha256] = state


def file_state(file: str, sha256: str) -> FileState:
    """Return what became of the file that a layer names; "there" if nobody looked yet."""
    return _files.get((file, sha256), "there")


def forget_all() -> None:
    """Forget all agreements and all that was seen, as at the start."""
    _agreed.clear()
    _seen.clear()
    _files.clear()
