"""Strict reader of IDX files, the format of MNIST and its relatives, plain or compressed by gzip.

An IDX file of bytes is two zero bytes, the type code 8, the number of dimensions, each dimension as a big-endian
32-bit number, and then the values. The caller says what the file must hold, so no number in the file decides how
much memory is taken.
"""

from __future__ import annotations

import contextlib
import stat
import struct
import zlib
from collections.abc import Iterator
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
_MAX_DIMENSIONS = 4
_HEAD = 4 + 4 * _MAX_DIMENSIONS


class _DamageError(Exception):
    """What is wrong with the content of a file, as half a sentence."""


def idx_shape(path: Path, advice: str) -> tuple[int, ...]:
    """Return the shape that a file of unsigned bytes says it has, without reading its values.

    Args:
        path: the file, plain or compressed.
        advice: a sentence on what to do with a damaged file.

    Raises:
        DataError: a sentence that names the file and says what to do.
    """
    with _sentences(path, advice), path.open("rb") as file:
        head = _content(file, _HEAD)[:_HEAD]
        if len(head) < 4 or head[:2] != b"\0\0":
            raise _DamageError("it is not an IDX file, which begins with two zero bytes")
        number = head[3]
        if head[2] != _UNSIGNED_BYTE or not 1 <= number <= _MAX_DIMENSIONS or len(head) < 4 + 4 * number:
            raise _DamageError(f"it does not begin like one of unsigned bytes with 1 to {_MAX_DIMENSIONS} dimensions")
        return struct.unpack_from(f">{number}I", head, 4)


def read_idx(path: Path, shape: tuple[int, ...], num_classes: int | None = None, advice: str = "") -> NDArray[np.uint8]:
    """Read a file of unsigned bytes; gzip is recognised by the content, whatever the name.

    Args:
        path: the file.
        shape: what the file must hold.
        num_classes: for labels, which must all be below it.
        advice: a sentence on what to do with a damaged file; empty if it can be downloaded again.

    Returns:
        A read-only array of ``shape``.

    Raises:
        DataError: a sentence that names the file and says what to do.
    """
    header = struct.pack(f">BBBB{len(shape)}I", 0, 0, _UNSIGNED_BYTE, len(shape), *shape)
    with _sentences(path, advice), path.open("rb") as file:
        content = _content(file, len(header) + prod(shape))
        _check_header(content, header, shape)
        values = np.frombuffer(content, np.uint8)[len(header) :].reshape(shape)
        if num_classes is not None:
            _check_labels(values, num_classes)
    values.setflags(write=False)
    return values


@contextlib.contextmanager
def _sentences(path: Path, advice: str) -> Iterator[None]:
    """Make sentences of what goes wrong with a file; refuse what is no regular file before it is opened."""
    try:
        # Asked before opening: to open a pipe would wait for its other end.
        if not stat.S_ISREG(path.stat().st_mode):
            what = "a folder" if path.is_dir() else "something else"
            remedy = advice or "Remove it and download the file again."
            raise DataError(f"{path} should be a file but is {what}. {remedy}")
        yield
    except OSError as error:
        remedy = advice or "Check that it exists and that you may read it, or download it again."
        raise DataError(f"{path} cannot be read: {error.strerror or error}. {remedy}") from error
    except _DamageError as error:
        raise DataError(f"{path} is damaged: {error}. {advice or 'Delete it and download it again.'}") from error


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
