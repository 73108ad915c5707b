"""What is in a parameter file, read by the strict reader: libmxnet never sees it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from core.engine.parameters import Arrays, check_fit, read_arrays, write_arrays
from core.errors import ParametersError
from core.explorers.parameters import FoundArray, FoundFile, OpenFile, describe, example_arrays
from core.texts import Sentence, say, unsaid

_DAMAGED_BYTE = 70
"""Lies in the numbers of the first array."""


def open_file(question: OpenFile) -> Iterator[FoundFile | None]:
    """Yield what is in the file, after None for each array that was looked at.

    Raises:
        ParametersError: the file cannot be read or is damaged.
    """
    if question.path:
        name, arrays = Path(question.path).name, read_arrays(Path(question.path))
    else:
        name, arrays = f"{question.example}.params", _example(question.example)
    found: list[FoundArray] = []
    for array_name, values in arrays.items():
        yield None
        found.append(describe(array_name, values))
    problem = _problem(name, arrays, question)
    yield FoundFile(name, tuple(found), problem or _success(name, question), not problem and bool(question.network))


def _example(example: str) -> Arrays:
    """Write an example, damage it if that is wanted, and read it back."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{example}.params"
        write_arrays(path, example_arrays(example))
        if example == "damaged":
            content = bytearray(path.read_bytes())
            content[_DAMAGED_BYTE] ^= 0x10
            path.write_bytes(content)
        try:
            return read_arrays(path)
        except ParametersError as error:
            raise ParametersError(_without_folder(str(error), path)) from error


def _without_folder(text: str, path: Path) -> str:
    """Return a sentence about a file that is gone already, with its name only."""
    if isinstance(text, Sentence):
        return Sentence(text.template, text.values | {"path": path.name})
    return text


def _problem(name: str, arrays: Arrays, question: OpenFile) -> str:
    """Return why loading would be refused; empty if it would not."""
    if not question.network:
        return ""
    try:
        check_fit(dict(question.network), arrays, name)
    except ParametersError as error:
        return str(error)
    return ""


def _success(name: str, question: OpenFile) -> str:
    if not question.network:
        return ""
    text = unsaid("{source} fits: loading it replaces all {number} parameters of the network.")
    return say(text, source=name, number=len(question.network))
