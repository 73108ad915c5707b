"""Tables in NPZ files: arrays with the same number of rows, side by side."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import prod
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

from core.data.table_cells import MAX_COLUMNS, MAX_ROWS, Batch, Cells, number_cells, text_cells
from core.data.table_csv import unique_names
from core.data.user_file import Stamp, Watch, check_unchanged
from core.errors import DataError
from core.texts import say

MAX_ARRAYS = 1_000
MAX_BYTES = 1_000_000_000
"""Of all arrays together, unpacked."""

_MAX_HEADER = 10_000
_npy: Any = np.lib.format  # its annotations lack what is used here
_DAMAGE = (zipfile.BadZipFile, zlib.error, ValueError, EOFError, NotImplementedError, RuntimeError, MemoryError)


@dataclass(frozen=True, eq=False)
class NpzTable:
    """The columns of an NPZ file.

    Attributes:
        names: of all columns.
        columns: the values of each, ``(n,)``.
        shapes: of one entry of each array.
        notes: sentences about arrays that are not part of the table.
    """

    names: tuple[str, ...]
    columns: tuple[NDArray[Any], ...]
    shapes: dict[str, tuple[int, ...]]
    notes: tuple[str, ...]


def is_npz(now: Stamp) -> bool:
    """Tell whether a file is, or is called, a ZIP archive with arrays."""
    if now.path.suffix.lower() == ".npz":
        return True
    try:
        with now.path.open("rb") as file:
            if file.read(2) != b"PK":
                return False
        with zipfile.ZipFile(now.path) as archive:
            return any(name.endswith(".npy") for name in archive.namelist())
    except (OSError, *_DAMAGE):
        return False


def read_npz(now: Stamp, watch: Watch) -> NpzTable:
    """Read the arrays of the most common length; nothing that is no array of numbers or texts is touched.

    Sizes are taken from the archive's directory and compared with the arrays' headers before anything is unpacked.

    Raises:
        DataError: a sentence that names the array.
        Cancelled: if the watch said so.
    """
    try:
        with zipfile.ZipFile(now.path) as archive:
            members = [info for info in archive.infolist() if info.filename.endswith(".npy")]
            _check_sizes(now, members)
            shapes = {info.filename: _header(archive, info)[0] for info in members}
            chosen, notes = _of_one_length(shapes)
            arrays = {}
            for info in members:
                if info.filename in chosen:
                    arrays[info.filename.removesuffix(".npy")] = _array(archive, info, watch)
    except (OSError, *_DAMAGE) as error:
        what = error.strerror if isinstance(error, OSError) else str(error).splitlines()[0] if str(error) else "?"
        raise DataError(
            say(
                "{path} cannot be read as an NPZ file: {what}. Save it again with numpy.savez.",
                path=now.path,
                what=what,
            )
        ) from error
    check_unchanged(now)
    return _table(arrays, notes)


def npz_batches(table: NpzTable, watch: Watch) -> Iterator[Batch]:
    """Yield all rows at once; what is left to do is reported column by column."""
    total = len(table.columns)

    def cells(j: int) -> Cells:
        watch.step(j, total)
        return array_cells(table.columns[j])

    yield Batch(0, len(table.columns[0]), cells)


def array_cells(values: NDArray[Any]) -> Cells:
    """Return the cells of one column."""
    if values.dtype.kind in "US":
        import pyarrow as pa

        texts = [value.decode("utf-8", "replace") if isinstance(value, bytes) else value for value in values.tolist()]
        return text_cells(pa.array([t.encode("utf-8", "replace").decode() for t in texts], pa.string()))
    return number_cells(values)


def _check_sizes(now: Stamp, members: Sequence[zipfile.ZipInfo]) -> None:
    if not members:
        raise DataError(
            say("{path} is an archive without arrays. Save inputs and target with numpy.savez.", path=now.path)
        )
    if len(members) > MAX_ARRAYS:
        raise DataError(
            say(
                "{path} holds {members:,} arrays; at most {max_arrays:,} can be read.",
                path=now.path,
                members=len(members),
                max_arrays=MAX_ARRAYS,
            )
        )
    size = sum(info.file_size for info in members)
    if size > MAX_BYTES:
        raise DataError(
            say(
                "{path} holds {size:,} bytes of arrays; at most {max_bytes:,} can be read.",
                path=now.path,
                size=size,
                max_bytes=MAX_BYTES,
            )
        )


def _header(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> tuple[tuple[int, ...], np.dtype[Any]]:
    """Return shape and type of an array, whose values must fill the rest of the member exactly."""
    with archive.open(info) as file:
        head = io.BytesIO(file.read(_MAX_HEADER + 12))
    name = info.filename.removesuffix(".npy")
    try:
        version = _npy.read_magic(head)
        reader = _npy.read_array_header_1_0 if version == (1, 0) else _npy.read_array_header_2_0
        shape, _, dtype = reader(head, max_header_size=_MAX_HEADER)
    except Exception as error:  # whatever NumPy's parser, and Python's under it, make of a damaged header
        raise DataError(
            say("The array {name} has a damaged header. Save the file again with numpy.savez.", name=name)
        ) from error
    if dtype.kind not in "biufUS":
        raise DataError(
            say(
                "The array {name} holds {dtype}, neither numbers nor texts. Save the file without it.",
                name=name,
                dtype=dtype,
            )
        )
    if any(side < 0 for side in shape) or head.tell() + prod(shape) * dtype.itemsize != info.file_size:
        raise DataError(
            say("The array {name} does not have the size that its header tells. Save the file again.", name=name)
        )
    return shape, dtype


def _of_one_length(shapes: dict[str, tuple[int, ...]]) -> tuple[set[str], tuple[str, ...]]:
    """Choose the arrays that make a table: those of the length that most have, the longest if that is equal."""
    lengths = Counter(shape[0] for shape in shapes.values() if shape and prod(shape) > 0)
    if not lengths:
        raise DataError(say("The file holds no array with rows. Save inputs and target as arrays of equal length."))
    rows = max(lengths, key=lambda length: (lengths[length], length))
    if rows > MAX_ROWS:
        raise DataError(
            say("The arrays have {rows:,} rows; at most {max_rows:,} can be used.", rows=rows, max_rows=MAX_ROWS)
        )
    chosen = {name for name, shape in shapes.items() if shape and shape[0] == rows and prod(shape) > 0}
    others = [name.removesuffix(".npy") for name in shapes if name not in chosen]
    if not others:
        return chosen, ()
    return chosen, (
        say("Not used, since the others have {rows:,} rows: {names}.", rows=rows, names=", ".join(others[:10])),
    )


class _Watched:
    """A file whose reading can be stopped."""

    def __init__(self, file: IO[bytes], size: int, watch: Watch) -> None:
        self._file, self._size, self._watch = file, size, watch
        self._done = 0

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes."""
        content = self._file.read(size)
        self._done += len(content)
        self._watch.step(self._done, self._size)
        return content


def _array(archive: zipfile.ZipFile, info: zipfile.ZipInfo, watch: Watch) -> NDArray[Any]:
    # A member never gives more bytes than the directory says, and its checksum is compared.
    with archive.open(info) as file:
        watched = _Watched(file, info.file_size, watch)
        array: NDArray[Any] = _npy.read_array(watched, allow_pickle=False, max_header_size=_MAX_HEADER)
        watched.read(1)
    return array


def _table(arrays: dict[str, NDArray[Any]], notes: tuple[str, ...]) -> NpzTable:
    number = sum(prod(array.shape[1:]) for array in arrays.values())
    if number > MAX_COLUMNS:
        raise DataError(
            say(
                "The arrays have {number:,} columns together; at most {max_columns:,} can be used.",
                number=number,
                max_columns=MAX_COLUMNS,
            )
        )
    titles: list[str] = []
    columns: list[NDArray[Any]] = []
    shapes = {}
    for name, array in arrays.items():
        flat = array.reshape(len(array), -1)
        places = np.ndindex(*array.shape[1:])
        titles += [f"{name}[{','.join(map(str, place))}]" if place else name for place in places]
        columns += [flat[:, j] for j in range(flat.shape[1])]
        shapes[name] = array.shape[1:]
    return NpzTable(unique_names(titles), tuple(columns), shapes, notes)
