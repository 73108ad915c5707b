"""Programs of the user, such as layers in a Python file, that the user agreed to run; and what was seen of them.

This is the one place that knows to what the user agreed in this process. An experiment names a program by the SHA-256
of its source only; nothing is run that is not here, and it is put here by whoever asked the user: the window after its
dialog, the command line with ``--allow-custom``, a worker process from its parent. The engine reads it, and writes down
which shapes it saw, so that everybody else can tell the shapes of a stack without running anything.
"""

from __future__ import annotations

import ast
import hashlib
from dataclasses import dataclass

from core.errors import ExperimentError
from core.layers.base import ParameterShape, Shape
from core.texts import say

MAX_BYTES = 200_000
"""A layer has some hundred lines at most."""


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
        return self.source.decode("utf-8-sig", errors="replace")


@dataclass(frozen=True)
class Seen:
    """What the engine saw of a layer of the user's own on inputs of one shape.

    Attributes:
        problem: a sentence about why it cannot work on them; empty if it can.
        output_shape: of one sample.
        parameters: its parameters, by structural names within the layer.
        hybridizes: whether it can be compiled with the rest of the network.
    """

    problem: str = ""
    output_shape: Shape = ()
    parameters: tuple[ParameterShape, ...] = ()
    hybridizes: bool = True


_agreed: dict[str, Program] = {}
_seen: dict[tuple[str, str, Shape], Seen] = {}


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


def forget_all() -> None:
    """Forget all agreements and all that was seen, as at the start."""
    _agreed.clear()
    _seen.clear()


def block_classes(program: Program) -> tuple[str, ...]:
    """Return the classes of a program that are, by their bases, layers; it is read, not run.

    Raises:
        ExperimentError: it is too long, no Python, or holds no such class.
    """
    if len(program.source) > MAX_BYTES:
        raise ExperimentError(
            say("{file} is too long for a layer: more than {bytes} bytes.", file=program.name, bytes=MAX_BYTES)
        )
    try:
        tree = ast.parse(program.source)
    except SyntaxError as error:
        raise ExperimentError(
            say(
                "{file} is no Python program: line {line}: {what}.",
                file=program.name,
                line=error.lineno or 1,
                what=error.msg,
            )
        ) from error
    except (ValueError, RecursionError, MemoryError) as error:
        raise ExperimentError(say("{file} is no Python program that can be read.", file=program.name)) from error
    found: list[str] = []
    for node in tree.body:
        if isinstance(node, ast.ClassDef) and any(_is_block(base, found) for base in node.bases):
            found.append(node.name)
    if not found:
        raise ExperimentError(
            say("{file} holds no layer. Write a class in it that is made from Block or HybridBlock.", file=program.name)
        )
    return tuple(found)


def _is_block(base: ast.expr, found: list[str]) -> bool:
    name = base.attr if isinstance(base, ast.Attribute) else base.id if isinstance(base, ast.Name) else ""
    return name in found or name.endswith("Block") or (isinstance(base, ast.Attribute) and _is_nn(base.value))


def _is_nn(value: ast.expr) -> bool:
    """Tell whether a class is looked up in ``nn`` or ``gluon.nn``, whose classes are all layers."""
    return (isinstance(value, ast.Name) and value.id == "nn") or (
        isinstance(value, ast.Attribute) and value.attr == "nn"
    )
