from __future__ import annotations

import contextlib
import gzip
import os
import struct
import tempfile
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import hypothesis.extra.numpy as hnp
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.data.idx import read_idx
from core.errors import DataError

SHAPES = hnp.array_shapes(min_dims=1, max_dims=4, max_side=7)
ARRAYS = SHAPES.flatmap(lambda shape: hnp.arrays(np.uint8, shape))


def as_idx(array: np.ndarray) -> bytes:
    return bytes([0, 0, 8, array.ndim]) + b"".join(struct.pack(">I", n) for n in array.shape) + array.tobytes()


def read_bytes(content: bytes, shape: tuple[int, ...], num_classes: int | None = None) -> np.ndarray:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "some-file")
        path.write_bytes(content)
        return read_idx(path, shape, num_classes)


@given(ARRAYS, st.booleans())
def test_what_was_written_is_read(array: np.ndarray, packed: bool) -> None:
    content = gzip.compress(as_idx(array)) if packed else as_idx(array)
    values = read_bytes(content, array.shape)
    np.testing.assert_array_equal(values, array)
    assert values.dtype == np.uint8
    assert not values.flags.writeable


@given(ARRAYS, st.booleans(), st.data())
def test_every_truncation_is_refused(array: np.ndarray, packed: bool, data: st.DataObject) -> None:
    content = gzip.compress(as_idx(array)) if packed else as_idx(array)
    length = data.draw(st.integers(0, len(content) - 1))
    with pytest.raises(DataError, match=r"some-file is damaged: .*\. Delete it and download it again\."):
        read_bytes(content[:length], array.shape)


@given(ARRAYS, st.data())
def test_every_change_of_the_header_is_refused(array: np.ndarray, data: st.DataObject) -> None:
    content = bytearray(as_idx(array))
    position = data.draw(st.integers(0, 4 + 4 * array.ndim - 1))
    content[position] ^= data.draw(st.integers(1, 255))
    with pytest.raises(DataError, match="some-file is damaged"):
        read_bytes(bytes(content), array.shape)


@given(ARRAYS, st.data())
def test_a_damaged_gzip_never_gives_wrong_values(array: np.ndarray, data: st.DataObject) -> None:
    content = bytearray(gzip.compress(as_idx(array)))
    position = data.draw(st.integers(0, len(content) - 1))
    content[position] ^= data.draw(st.integers(1, 255))
    # Some bytes of a gzip file, such as its date, say nothing about the content.
    with contextlib.suppress(DataError):
        np.testing.assert_array_equal(read_bytes(bytes(content), array.shape), array)


@given(st.binary(max_size=200), SHAPES)
def test_noise_is_refused(content: bytes, shape: tuple[int, ...]) -> None:
    with pytest.raises(DataError, match="some-file is damaged"):
        read_bytes(content, shape)


LABELS = np.array([3, 0, 9, 1], np.uint8)


def packed(content: bytes) -> bytes:
    """Return gzip content without a date: test processes give its cases names at different times."""
    return gzip.compress(content, mtime=0)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "it is empty"),
        (packed(b""), "it is empty"),
        (b"<html>not found</html>", "not an IDX file"),
        (b"\0\0\x08", "within its header"),
        (b"\0\0\x0d" + as_idx(LABELS)[3:], "type code 13"),
        (as_idx(LABELS.reshape(2, 2)), "2 dimensions, but it should have 1"),
        (as_idx(np.zeros(1234, np.uint8)), "holds 1,234 values, but it should hold 4"),
        (as_idx(LABELS) + b"\0", "longer than the 12 bytes"),
        (as_idx(LABELS)[:-1], "shorter than the 12 bytes"),
        (packed(as_idx(LABELS) + b"\0"), "longer than the 12 bytes"),
        (packed(as_idx(LABELS)[:-1]), "shorter than the 12 bytes"),
        (packed(as_idx(LABELS)) + b"\0", "something follows"),
        (packed(as_idx(LABELS))[:-5], "ends too early"),
        (b"\x1f\x8b" + b"\xff" * 50, "compressed content is not valid"),
    ],
)
def test_the_sentence_says_what_is_wrong(content: bytes, words: str) -> None:
    with pytest.raises(DataError) as caught:
        read_bytes(content, (4,))
    assert words in str(caught.value)


def test_labels_beyond_the_classes_are_refused() -> None:
    np.testing.assert_array_equal(read_bytes(as_idx(LABELS), (4,), num_classes=10), LABELS)
    with pytest.raises(DataError, match="label 3 is 9, but labels go from 0 to 8"):
        read_bytes(as_idx(LABELS), (4,), num_classes=9)


@pytest.mark.parametrize("sizes", [(2**32 - 1,), (4,)])
def test_a_gzip_bomb_takes_little_memory(sizes: tuple[int, ...], tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.gz"
    bomb.write_bytes(gzip.compress(struct.pack(">BBBBI", 0, 0, 8, 1, *sizes) + bytes(30_000_000)))
    tracemalloc.start()
    try:
        with pytest.raises(DataError, match="is damaged"):
            read_idx(bomb, (4,))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 3_000_000


def test_a_giant_plain_file_takes_little_memory(tmp_path: Path) -> None:
    giant = tmp_path / "giant"
    with giant.open("wb") as file:
        file.write(as_idx(LABELS))
        file.truncate(1 << 40)
    with pytest.raises(DataError, match="longer"):
        read_idx(giant, (4,))


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"should be a file but is a folder\. Remove it"):
        read_idx(tmp_path, (4,))
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(DataError, match="should be a file but is something else"):
        read_idx(tmp_path / "pipe", (4,))
    with pytest.raises(DataError, match="cannot be read: No such file"):
        read_idx(tmp_path / "absent", (4,))


@pytest.fixture
def ordinary_user() -> Iterator[None]:
    """Be someone who may not read everything, also where the tests run as the administrator."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    yield
    os.seteuid(user)


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "secret"
    path.write_bytes(as_idx(LABELS))
    path.chmod(0)
    return path


def test_a_file_that_may_not_be_read_is_refused(secret: Path, ordinary_user: None) -> None:
    with pytest.raises(DataError, match="secret cannot be read: Permission denied"):
        read_idx(secret, (4,))


def test_an_error_of_the_disk_is_a_sentence() -> None:
    # Reading the memory of this process at address 0 is an input/output error on Linux.
    memory = Path("/proc/self/mem")
    if not memory.exists():
        pytest.skip("there is no /proc here")
    with pytest.raises(DataError, match="mem cannot be read: Input/output error"):
        read_idx(memory, (4,))
