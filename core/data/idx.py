"""Strict reader of IDX files, the format of MNIST and its relatives, plain or compressed by gzip.

An IDX file of bytes is two zero bytes, the type code 8, the number of dimensions, each dimension as a big-endian
32-bit number, and then the values. The caller says what the file must hold, so no number in the file decides how
much memory is taken.
"""

from __future__ import annotations

import stat
import struct
import zlib
from math import prod
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from core.errors import DataError

_UNSIGNED_BYTE = 8
_GZIP_MAGIC = b"\x1f\x8b"
_GZIP = 16 + zlib.MAX_WBITS
_CHUNK = 1 << 20


class _DamageError(Exception):
    """What is wrong with the content of a file, as half a sentence."""


def read_idx(path: Path, shape: tuple[int, ...], num_classes: int | None = None) -> NDArray[np.uint8]:
    """Read a file of unsigned bytes; gzip is recognised by the content, whatever the name.

    Args:
        path: the file.
        shape: what the file must hold.
        num_classes: for labels, which must all be below it.

    Returns:
        A read-only array of ``shape``.

    Raises:
        DataError: a sentence that names the file and says what to do.
    """
    header = struct.pack(f">BBBB{len(shape)}I", 0, 0, _UNSIGNED_BYTE, len(shape), *shape)
    try:
        # Asked before opening: to open a pipe would wait for its other end.
        if not stat.S_ISREG(path.stat().st_mode):
            what = "a folder" if path.is_dir() else "something else"
            raise DataError(f"{path} should be a file but is {what}. Remove it and download the file again.")
        with path.open("rb") as file:
            content = _content(file, len(header) + prod(shape))
        _check_header(content, header, shape)
        values = np.frombuffer(content, np.uint8)[len(header) :].reshape(shape)
        if num_classes is not None:
            _check_labels(values, num_classes)
    except OSError as error:
        raise DataError(
            f"{path} cannot be read: {error.strerror or error}. "
            "Check that it exists and that you may read it, or download it again."
        ) from error
    except _DamageError as error:
        raise DataError(f"{path} is damaged: {error}. Delete it and download it again.") from error
    values.setflags(write=False)
    return values


def _content(file: BinaryIO, size: int) -> bytes | bytearray:
    """Return the content, but at most one byte more than the ``size`` that is expected."""
    start = file.read(len(_GZIP_MAGIC))
    file.seek(0)
    return _unpacked(file, size) if start == _GZIP_MAGIC else file.read(size + 1)


def _unpacked(file: BinaryIO, size: int) -> bytearray:
    stream = zlib.decompressobj(_GZIP)
    content = bytearray()
    while not stream.eof:
        chunk = file.read(_CHUNK)
        if not chunk:
            raise _DamageError("its compressed content ends too early")
        try:
            content += stream.decompress(chunk, size + 1 - len(content))
        except zlib.error as error:
            raise _DamageError("its compressed content is not valid") from error
        if len(content) > size:
            # Too long already: the header says the rest, and nothing more needs to be unpacked.
            return content
    if stream.unused_data or file.read(1):
        raise _DamageError("something follows its compressed content")
    return content


def _check_header(content: bytes | bytearray, expected: bytes, shape: tuple[int, ...]) -> None:
    if not content:
        raise _DamageError("it is empty")
    if content[:2] != expected[:2]:
        raise _DamageError("it is not an IDX file, which begins with two zero bytes")
    if len(content) < len(expected):
        raise _DamageError(f"it ends after {len(content)} bytes, within its header")
    if content[2] != _UNSIGNED_BYTE:
        raise _DamageError(f"its values have the type code {content[2]}, not {_UNSIGNED_BYTE} (unsigned bytes)")
    if content[3] != len(shape):
        raise _DamageError(f"it says that it has {content[3]} dimensions, but it should have {len(shape)}")
    found = struct.unpack_from(f">{len(shape)}I", content, 4)
    if found != shape:
        raise _DamageError(f"it says that it holds {_product(found)} values, but it should hold {_product(shape)}")
    size = len(expected) + prod(shape)
    if len(content) != size:
        raise _DamageError(f"it is {'shorter' if len(content) < size else 'longer'} than the {size:,} bytes it needs")


def _check_labels(values: NDArray[np.uint8], num_classes: int) -> None:
    wrong = np.flatnonzero(values >= num_classes)
    if wrong.size:
        label = values.flat[wrong[0]]
        raise _DamageError(f"label {wrong[0] + 1:,} is {label}, but labels go from 0 to {num_classes - 1}")


def _product(shape: tuple[int, ...]) -> str:
    return " × ".join(f"{size:,}" for size in shape)
