from __future__ import annotations

import io
import struct
import tempfile
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.data.table_preview import read_table, table_data
from core.data.user_file import Watch
from core.errors import Cancelled, DataError

X = np.random.RandomState(0).normal(size=(50, 3))
Y = np.arange(50) % 3


def saved(tmp_path: Path, **arrays: Any) -> Path:
    path = tmp_path / "some.npz"
    np.savez_compressed(path, **arrays)
    return path


def test_arrays_of_one_length_are_a_table(tmp_path: Path) -> None:
    path = saved(tmp_path, X=X, y=Y, words=np.array(["a", "b"] * 25), X_test=X[:9], scale=2.0)
    found = read_table(path)
    assert [column.name for column in found.columns] == ["X[0]", "X[1]", "X[2]", "y", "words"]
    assert found.num_rows == 50
    assert found.table_format.delimiter == ""
    assert found.notes == ("Not used, since the others have 50 rows: X_test, scale.",)
    assert found.first_rows[1][3:] == ("1", "b")
    assert found.suggested_target == "y"
    data = table_data(found, "y", standardise=False, validation_share=0.0, test_share=0.0)
    train = data.load().train
    np.testing.assert_array_equal(train.X[:, :3], X.astype(np.float32))
    np.testing.assert_array_equal(train.y, Y)
    assert data.facts().input_names[3:] == ("words = a", "words = b")


@pytest.mark.parametrize("shape", [(4, 5), (3, 4, 5)])
def test_pictures_keep_their_shape(tmp_path: Path, shape: tuple[int, ...]) -> None:
    pixels = np.random.RandomState(0).randint(0, 256, size=(30, *shape)).astype(np.uint8)
    found = read_table(saved(tmp_path, images=pixels, y=Y[:30]))
    data = table_data(found, "y", standardise=False, validation_share=0.0, test_share=0.0)
    assert data.facts().input_shape == ((1, *shape) if len(shape) == 2 else shape)
    train = data.load().train
    np.testing.assert_array_equal(train.X.reshape(30, *shape), pixels)
    fewer = table_data(found, "y", uses={found.columns[0].name: "leave out"})
    assert fewer.facts().input_shape == (int(np.prod(shape)) - 1,)


def test_missing_and_infinite_numbers(tmp_path: Path) -> None:
    values = np.array([1.0, np.nan, np.inf, 1e35, 2.0] * 4)
    column = read_table(saved(tmp_path, x=values, y=Y[:20])).columns[0]
    assert (column.missing, column.num_texts, column.num_numbers) == (4, 8, 8)
    assert column.first_text == "Row 3 holds a number that is too large."


def npy(header: bytes, content: bytes = b"") -> bytes:
    return b"\x93NUMPY\x01\x00" + struct.pack("<H", len(header)) + header + content


def archive(path: Path, **members: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(f"{name}.npy", content)
    return path


def problem(path: Path) -> str:
    with pytest.raises(DataError) as error:
        read_table(path)
    return str(error.value).replace(str(path), "FILE")


@pytest.mark.parametrize(
    ("header", "sentence"),
    [
        (b"{'descr': '<f8', 'fortran_order': False, 'shape': (2000000000,)}\n", "does not have the size that its"),
        (b"{'descr': '<f8', 'fortran_order': False, 'shape': (-1, -8)}\n", "does not have the size that its header"),
        (b"{'descr': '|O', 'fortran_order': False, 'shape': (1,)}\n", "holds object, neither numbers nor texts"),
        (b"{'descr': '<c8', 'fortran_order': False, 'shape': (1,)}\n", "holds complex64, neither numbers nor texts"),
        (b"__import__('os').system('true')\n", "has a damaged header. Save the file again with numpy.savez."),
        (b"[" * 9000, "has a damaged header"),
        (b"x" * 20000, "has a damaged header"),
    ],
)
def test_headers_that_lie_are_refused(tmp_path: Path, header: bytes, sentence: str) -> None:
    assert sentence in problem(archive(tmp_path / "some.npz", x=npy(header, b"12345678")))


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    header = b"{'descr': '|u1', 'fortran_order': False, 'shape': (1100000000,)}\n"
    path = tmp_path / "some.npz"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as file, file.open("x.npy", "w") as member:
        member.write(npy(header))
        for _ in range(110):
            member.write(bytes(10_000_000))
    assert path.stat().st_size < 10_000_000
    assert problem(path) == "FILE holds 1,100,000,075 bytes of arrays; at most 1,000,000,000 can be read."


def test_a_member_that_unpacks_to_more_than_it_says_is_refused(tmp_path: Path) -> None:
    path = saved(tmp_path, x=np.zeros(100_000), y=np.zeros(100_000))
    content = path.read_bytes()
    size = struct.pack("<I", 800_128)
    assert content.count(size) >= 2
    path.write_bytes(content.replace(size, struct.pack("<I", 208)))
    assert problem(path).startswith("FILE cannot be read as an NPZ file: Bad CRC-32")


@pytest.mark.parametrize(
    ("arrays", "sentence"),
    [
        ({"x": np.float64(3)}, "The file holds no array with rows."),
        ({"x": np.zeros((5, 0))}, "The file holds no array with rows."),
        ({"x": np.zeros((2, 3000))}, "The arrays have 3,000 columns together; at most 2,000 can be used."),
        ({"x": np.zeros(1_000_001, np.uint8)}, "The arrays have 1,000,001 rows; at most 1,000,000 can be used."),
    ],
)
def test_unusable_arrays_get_a_sentence(tmp_path: Path, arrays: dict[str, Any], sentence: str) -> None:
    assert problem(saved(tmp_path, **arrays)).startswith(sentence)


def test_an_archive_that_is_none_gets_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "some.npz"
    path.write_bytes(b"no archive")
    assert problem(path).startswith("FILE cannot be read as an NPZ file: ")
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("readme.txt", "hello")
    assert problem(path) == "FILE is an archive without arrays. Save inputs and target with numpy.savez."


def test_reading_can_be_cancelled_in_the_middle_of_an_array(tmp_path: Path) -> None:
    path = saved(tmp_path, x=np.zeros((1000, 1000)))
    asked: list[int] = []

    def cancelled() -> bool:
        asked.append(1)
        return len(asked) > 3

    with pytest.raises(Cancelled):
        read_table(path, watch=Watch(cancelled=cancelled))


@given(st.data())
@settings(max_examples=80, deadline=None)
def test_a_damaged_file_brings_no_more_than_a_sentence(data: st.DataObject) -> None:
    buffer = io.BytesIO()
    np.savez(buffer, X=X[:5], words=np.array(["a", "b", "c", "d", "e"]), y=Y[:5])
    content = bytearray(buffer.getvalue())
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    del content[data.draw(st.integers(len(content) // 2, len(content))) :]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "some.npz")
        path.write_bytes(content)
        try:
            found = read_table(path)
        except DataError as error:
            assert str(error)
        else:
            assert found.num_rows > 0
