"""Programs of the user on disk: read and looked through without running them; and those that the user agreed to run."""

from __future__ import annotations

import ast
import io
import tokenize
import unicodedata
from pathlib import Path

from core.errors import ExperimentError
from core.programs import FileState, Program, agree
from core.storage import read_bytes, reason, write_atomically
from core.texts import say

MAX_BYTES = 100_000
"""A layer has some hundred lines at most."""

MAX_LINE = 1000
"""Nobody reads to the end of a longer line."""

_SUFFIX = ".py"
_LINE_SIGNS = "\t\n\r\f"
_UNKNOWN = "\N{REPLACEMENT CHARACTER}"


class Agreements:
    """The programs that the user agreed to run, from one start to the next: a copy of each, named by its SHA-256.

    What runs is the copy, and only if its content still has that hash. Who deletes a copy takes the agreement back.

    Args:
        folder: holds the copies; made when needed.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, program: Program) -> None:
        """Note that the user agreed to run a program, now and at later starts.

        Raises:
            OSError: the copy could not be written; the agreement counts in this process.
        """
        agree(program)
        self._folder.mkdir(parents=True, exist_ok=True)
        write_atomically(self._folder / f"{program.sha256}{_SUFFIX}", program.source)

    def recall(self) -> None:
        """Note all agreements of earlier starts; what is no faithful copy counts for nothing."""
        try:
            found = sorted(self._folder.glob(f"{'?' * 64}{_SUFFIX}"))
        except OSError:
            return
        for path in found:
            try:
                program = read_program(path)
            except ExperimentError:
                continue
            if program.sha256 == path.stem:
                agree(program)


def look_for(file: str, sha256: str) -> FileState:
    """Tell whether a file that a layer names holds the program with this hash."""
    try:
        return "there" if read_program(Path(file)).sha256 == sha256 else "changed"
    except ExperimentError:
        return "changed" if _is_file(file) else "missing"


def _is_file(file: str) -> bool:
    try:
        return Path(file).is_file()
    except (OSError, ValueError):
        return False


def read_program(path: Path) -> Program:
    """Read a file that may be a program; nothing of it runs.

    Raises:
        ExperimentError: it cannot be read, or is too long; a sentence.
    """
    try:
        source = read_bytes(path)
    except OSError as error:
        why = reason(error)
        raise ExperimentError(say("{path} cannot be read: {reason}", path=_shown(str(path)), reason=why)) from error
    program = Program(_shown(path.name), source)
    _check_length(program)
    return program


def block_classes(program: Program) -> tuple[str, ...]:
    """Return the classes of a program that are, by their bases, layers; it is read, not run.

    Raises:
        ExperimentError: it is too long, no Python, holds no such class, or something that the eye cannot see.
    """
    _check_length(program)
    _check_signs(program)
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


def _check_length(program: Program) -> None:
    if len(program.source) > MAX_BYTES:
        raise ExperimentError(
            say("{file} is too long for a layer: more than {bytes:,} bytes.", file=program.name, bytes=MAX_BYTES)
        )


def _check_signs(program: Program) -> None:
    """Refuse what would be shown to the user otherwise than Python reads it."""
    try:
        text = program.source.decode("utf-8-sig")
        encoding, _ = tokenize.detect_encoding(io.BytesIO(program.source).readline)
    except (UnicodeDecodeError, SyntaxError) as error:
        raise ExperimentError(say("{file} is no text in UTF-8. Save it as UTF-8.", file=program.name)) from error
    if encoding not in ("utf-8", "utf-8-sig"):
        raise ExperimentError(
            say(
                "{file} says that it is written in {encoding}. Save it as UTF-8, and say so.",
                file=program.name,
                encoding=encoding,
            )
        )
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for number, line in enumerate(lines, start=1):
        if len(line) > MAX_LINE:
            raise ExperimentError(
                say(
                    "{file}, line {line}: more than {number:,} signs. Break it, so that it can be read.",
                    file=program.name,
                    line=number,
                    number=MAX_LINE,
                )
            )
        hidden = next((sign for sign in line if _is_hidden(sign)), "")
        if hidden:
            raise ExperimentError(
                say(
                    "{file}, line {line}: there is a sign that cannot be seen ({sign}). Take it out.",
                    file=program.name,
                    line=number,
                    sign=f"U+{ord(hidden):04X}",
                )
            )


def _is_hidden(sign: str) -> bool:
    """Tell whether a sign is a control or format sign, which can change how a line looks."""
    return unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp") and sign not in _LINE_SIGNS


def _is_block(base: ast.expr, found: list[str]) -> bool:
    name = base.attr if isinstance(base, ast.Attribute) else base.id if isinstance(base, ast.Name) else ""
    return name in found or name.endswith("Block") or (isinstance(base, ast.Attribute) and _is_nn(base.value))


def _is_nn(value: ast.expr) -> bool:
    """Tell whether a class is looked up in ``nn`` or ``gluon.nn``, whose classes are all layers."""
    return (isinstance(value, ast.Name) and value.id == "nn") or (
        isinstance(value, ast.Attribute) and value.attr == "nn"
    )


def _shown(name: str) -> str:
    """Return a name of a file as a sentence can hold it."""
    return "".join(sign if sign.isprintable() else _UNKNOWN for sign in name)
