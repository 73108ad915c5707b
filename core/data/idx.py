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
from core.texts import say

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
            raise _DamageError(say("it is not an IDX file, which begins with two zero bytes"))
        number = head[3]
        if head[2] != _UNSIGNED_BYTE or not 1 <= number <= _MAX_DIMENSIONS or len(head) < 4 + 4 * number:
            raise _DamageError(
                say(
                    "it does not begin like one of unsigned bytes with 1 to {max_dimensions} dimensions",
                    max_dimensions=_MAX_DIMENSIONS,
                )
            )
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
            what = say("a folder") if path.is_dir() else say("something else")
            remedy = advice or say("Remove it and download the file again.")
            raise DataError(say("{path} should be a file but is {what}. {remedy}", path=path, what=what, remedy=remedy))
        yield
    except OSError as error:
        remedy = advice or say("Check that it exists and that you may read it, or download it again.")
        raise DataError(
            say("{path} cannot be read: {reason}. {remedy}", path=path, reason=error.strerror or error, remedy=remedy)
        ) from error
    except _DamageError as error:
        raise DataError(
            say(
                "{path} is damaged: {error}. {remedy}",
                path=path,
                error=error,
                remedy=advice or say("Delete it and download it again."),
            )
        ) from error


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
            raise _DamageError(say("its compressed content ends too early"))
        try:
            content += stream.decompress(chunk, size + 1 - len(content))
        except zlib.error as error:
            raise _DamageError(say("its compressed content is not valid")) from error
        if len(content) > size:
            # Too long already: the header says the rest, and nothing more needs to be unpacked.
            return content
    if stream.unused_data or file.read(1):
        raise _DamageError(say("something follows its compressed content"))
    return content


def _check_header(content: bytes | bytearray, expected: bytes, shape: tuple[int, ...]) -> None:
    if not content:
        raise _DamageError(say("it is empty"))
    if content[:2] != expected[:2]:
        raise _DamageError(say("it is not an IDX file, which begins with two zero bytes"))
    if len(content) < len(expected):
        raise _DamageError(say("it ends after {content} bytes, within its header", content=len(content)))
    if content[2] != _UNSIGNED_BYTE:
        raise _DamageError(
            say(
                "its values have the type code {content}, not {unsigned_byte} (unsigned bytes)",
                content=content[2],
                unsigned_byte=_UNSIGNED_BYTE,
            )
        )
    if content[3] != len(shape):
        raise _DamageError(
            say(
                "it says that it has {content} dimensions, but it should have {shape}",
                content=content[3],
                shape=len(shape),
            )
        )
    found = struct.unpack_from(f">{len(shape)}I", content, 4)
    if found != shape:
        raise _DamageError(
            say(
                "it says that it holds {found} values, but it should hold {shape}",
                found=_product(found),
                shape=_product(shape),
            )
        )
    size = len(expected) + prod(shape)
    if len(content) != size:
        raise _DamageError(
            say(
                "it is shorter than the {size:,} bytes it needs"
                if len(content) < size
                else "it is longer than the {size:,} bytes it needs",
                size=size,
            )
        )


def _check_labels(values: NDArray[np.uint8], num_classes: int) -> None:
    wrong = np.flatnonzero(values >= num_classes)
    if wrong.size:
        label = values.flat[wrong[0]]
        raise _DamageError(
            say(
                "label {wrong:,} is {label}, but labels go from 0 to {num_classes}",
                wrong=wrong[0] + 1,
                label=label,
                num_classes=num_classes - 1,
            )
        )


def _product(shape: tuple[int, ...]) -> str:
    return " × ".join(f"{size:,}" for size in shape)
