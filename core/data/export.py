"""Writes any data set to a file that other programs read: CSV for tables, NPZ for arrays.

A CSV file has one row for each sample: ``part`` (train, validation or test), the inputs as the network gets them,
and the name of the class or the targets. An NPZ file holds the same as arrays with one entry for each sample: ``part``,
``X``, ``y`` (labels count from 0), and ``points`` where inputs are derived from points; further ``input_names`` and
``class_names``. It can be read without pickle.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

from core.data.base import Parts, Samples
from core.data.user_file import Watch
from core.errors import DataError
from core.storage import reason, write_atomically
from core.texts import say

SUFFIXES = (".csv", ".npz")

_npy: Any = np.lib.format  # its annotations lack what is used here

_NUMBERS_AT_ONCE = 50_000
_PORTION = 1 << 20


def export(parts: Parts, path: str | Path, watch: Watch | None = None) -> None:
    """Write a data set to a file whose name ends in ``.csv`` or ``.npz``, completely or not at all.

    Raises:
        DataError: a sentence that names the file; an old file is then as it was.
        Cancelled: if the watch said so; an old file is then as it was.
    """
    watch = watch or Watch()
    ending = Path(path).suffix.lower()
    if ending not in SUFFIXES:
        raise DataError(say("{path}: the name must end in .csv or .npz, which tells the format.", path=path))
    try:
        write_atomically(path, csv_chunks(parts, watch) if ending == ".csv" else [npz_bytes(parts, watch)])
    except OSError as error:
        raise DataError(say("{path} was not saved: {error}", path=path, error=reason(error))) from error


def csv_chunks(parts: Parts, watch: Watch) -> Iterator[bytes]:
    """Yield a data set as CSV in UTF-8; reading a number back gives exactly the float32 or pixel that it was.

    Raises:
        Cancelled: if the watch, which is told the rows, said so.
    """
    yield f"{_csv_line(_column_names(parts))}\n".encode()
    total, done = sum(len(samples) for _, samples in _present(parts)), 0
    for number, rows in _csv_rows(parts):
        yield rows.encode()
        done += number
        watch.step(done, total)


def npz_bytes(parts: Parts, watch: Watch) -> bytes:
    """Return a data set as compressed NumPy arrays.

    Raises:
        Cancelled: if the watch, which is told the bytes before they are compressed, said so.
    """
    present = _present(parts)
    samples = [part for _, part in present]
    arrays: dict[str, NDArray[Any]] = {
        "part": np.repeat([name for name, _ in present], [len(part) for part in samples]),
        "X": np.concatenate([part.X for part in samples]),
        "y": np.concatenate([part.y for part in samples]),
        "input_names": np.array(parts.facts.input_names, dtype=np.str_),
        "class_names": np.array(parts.facts.class_names, dtype=np.str_),
    }
    points = [part.points for part in samples if part.points is not None]
    if points:
        arrays["points"] = np.concatenate(points)
    file, total, done = io.BytesIO(), sum(array.nbytes for array in arrays.values()), 0
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, array in arrays.items():
            with archive.open(f"{name}.npy", "w", force_zip64=True) as member:
                # NumPy hands over up to 16 MB at a time.
                _npy.write_array(_Watched(member, done, total, watch), array, allow_pickle=False)
            done += array.nbytes
    return file.getvalue()


class _Watched:
    """A member of an archive whose writing can be stopped."""

    def __init__(self, file: IO[bytes], done: int, total: int, watch: Watch) -> None:
        self._file, self._done, self._total, self._watch = file, done, total, watch

    def write(self, content: bytes) -> int:
        """Write some bytes, portion by portion."""
        for start in range(0, len(content), _PORTION):
            self._file.write(content[start : start + _PORTION])
            self._done += min(_PORTION, len(content) - start)
            self._watch.step(min(self._done, self._total), self._total)
        return len(content)


def _present(parts: Parts) -> list[tuple[str, Samples]]:
    named = (("train", parts.train), ("validation", parts.validation), ("test", parts.test))
    return [(name, samples) for name, samples in named if samples is not None]


def _column_names(parts: Parts) -> list[str]:
    facts = parts.facts
    inputs = facts.input_names or tuple(f"x{j}" for j in range(1, int(np.prod(facts.input_shape)) + 1))
    several = facts.task == "regression" and facts.num_outputs > 1
    targets = [f"y{k}" for k in range(1, facts.num_outputs + 1)] if several else ["y"]
    # An input may already be called so; two columns of one name would be mixed up.
    part, *targets = (_unlike(name, inputs) for name in ("part", *targets))
    return [part, *inputs, *targets]


def _unlike(name: str, taken: tuple[str, ...]) -> str:
    while name in taken:
        name += "_"
    return name


def _csv_rows(parts: Parts) -> Iterator[tuple[int, str]]:
    """Yield the rows in portions, with their numbers."""
    names = [_csv_line([name]) for name in parts.facts.class_names]
    for part, samples in _present(parts):
        inputs = samples.X.reshape(len(samples), -1)
        # Nine digits tell every float32 from its neighbours.
        number = "%d" if inputs.dtype == np.uint8 else "%.9g"
        row = ",".join([part, *[number] * inputs.shape[1]])
        at_once = max(1, _NUMBERS_AT_ONCE // inputs.shape[1])
        for start in range(0, len(samples), at_once):
            X, y = (array[start : start + at_once].tolist() for array in (inputs, samples.y))
            targets = [names[label] for label in y] if names else [",".join(f"{t:.9g}" for t in ts) for ts in y]
            yield len(X), "".join(f"{row % tuple(x)},{target}\n" for x, target in zip(X, targets, strict=True))


def _csv_line(cells: list[str]) -> str:
    """Return cells with commas between them, quoted where they must be."""
    line = io.StringIO()
    # A cell is quoted for what is in the line's end: with this one also for each of its two characters.
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue().removesuffix("\r\n")
