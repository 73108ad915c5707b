from __future__ import annotations

import gzip
import struct
import tempfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.data import IdxPair
from core.data.idx_pair import idx_pair_data, partner
from core.data.user_file import Watch
from core.errors import Cancelled, DataError
from core.experiment import Experiment, from_dict, to_dict, with_value

IMAGES = np.random.RandomState(0).randint(0, 256, size=(60, 5, 7)).astype(np.uint8)
LABELS = (np.arange(60) % 3 * 2 + 1).astype(np.uint8)


def as_idx(array: np.ndarray) -> bytes:
    return bytes([0, 0, 8, array.ndim]) + b"".join(struct.pack(">I", n) for n in array.shape) + array.tobytes()


def write_pair(folder: Path, images: np.ndarray = IMAGES, labels: np.ndarray = LABELS) -> tuple[Path, Path]:
    paths = folder / "my-images-idx3-ubyte.gz", folder / "my-labels-idx1-ubyte"
    paths[0].write_bytes(gzip.compress(as_idx(images)))
    paths[1].write_bytes(as_idx(labels))
    return paths


@pytest.mark.parametrize("swapped", [False, True])
def test_what_was_written_is_loaded(tmp_path: Path, swapped: bool) -> None:
    images, labels = write_pair(tmp_path)
    data = idx_pair_data(labels, images) if swapped else idx_pair_data(images, labels)
    facts, parts = data.facts(), data.load()
    assert parts.facts == facts
    assert facts.input_shape == (1, 5, 7)
    assert facts.class_names == ("1", "3", "5")
    assert parts.validation is not None
    assert parts.test is not None
    found = [parts.train, parts.validation, parts.test]
    assert [len(part) for part in found] == [facts.num_train, facts.num_validation, facts.num_test] == [36, 12, 12]
    X, y = np.concatenate([part.X for part in found]), np.concatenate([part.y for part in found])
    assert (X.dtype, y.dtype) == (np.uint8, np.int64)
    rows = np.column_stack([X.reshape(60, -1), np.array(facts.class_names, int)[y]])
    expected = np.column_stack([IMAGES.reshape(60, -1), LABELS])
    np.testing.assert_array_equal(rows[np.lexsort(rows.T)], expected[np.lexsort(expected.T)])


def test_equal_seeds_give_equal_parts_that_are_not_shared(tmp_path: Path) -> None:
    data = idx_pair_data(*write_pair(tmp_path))
    first = data.load().train
    first.X[:] = 0
    np.testing.assert_array_equal(data.load().train.y, first.y)
    assert data.load().train.X.any()
    other = data.model_copy(update={"seed": 1}).load().train
    assert not np.array_equal(other.X, data.load().train.X)


def test_files_that_changed_or_are_gone_are_refused(tmp_path: Path) -> None:
    images, labels = write_pair(tmp_path)
    data = idx_pair_data(images, labels)
    write_pair(tmp_path, labels=LABELS[::-1])
    with pytest.raises(DataError, match=r"my-labels-idx1-ubyte is not the file .* its content has changed"):
        data.load()
    images.unlink()
    with pytest.raises(DataError, match=r"my-images-idx3-ubyte\.gz is not there"):
        data.load()


@pytest.mark.parametrize(
    ("images", "labels", "sentence"),
    [
        (IMAGES, LABELS[1:], "has 60 images, but my-labels-idx1-ubyte 59 labels"),
        (IMAGES, LABELS * 0, "All labels in my-labels-idx1-ubyte are 0: there is nothing to tell apart"),
        (IMAGES, IMAGES, "has 3 dimensions and my-labels-idx1-ubyte 3. Choose a file of images"),
        (IMAGES[:0], LABELS[:0], "has 0 images"),
        (IMAGES[:, :0], LABELS, "images of 0×7 pixels cannot be used"),
    ],
)
def test_unusable_pairs_get_a_sentence(tmp_path: Path, images: np.ndarray, labels: np.ndarray, sentence: str) -> None:
    with pytest.raises(DataError) as error:
        idx_pair_data(*write_pair(tmp_path, images, labels))
    assert sentence in str(error.value)


def test_a_header_that_promises_too_much_takes_no_memory(tmp_path: Path) -> None:
    images, labels = write_pair(tmp_path)
    images.write_bytes(bytes([0, 0, 8, 3]) + struct.pack(">III", 60, 2**31, 2**31))
    with pytest.raises(DataError, match="cannot be used: at most"):
        idx_pair_data(images, labels)
    images.write_bytes(bytes([0, 0, 8, 3]) + struct.pack(">III", 60, 900, 900))
    with pytest.raises(DataError, match=r"is damaged: .*\. Choose another file, or get a complete copy of this one\."):
        idx_pair_data(images, labels)


@given(st.binary(max_size=40))
@settings(max_examples=100)
def test_no_bytes_bring_more_than_a_sentence(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        images, labels = write_pair(Path(folder))
        images.write_bytes(content)
        with pytest.raises(DataError, match="my-images"):
            idx_pair_data(images, labels)


def test_the_other_file_is_found_by_its_name(tmp_path: Path) -> None:
    images, labels = write_pair(tmp_path)
    assert partner(images) == labels
    assert partner(labels) == images
    assert partner(tmp_path / "other") is None


def test_it_can_be_watched_and_cancelled(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    idx_pair_data(*write_pair(tmp_path), Watch(lambda *done: seen.append(done)))
    assert seen[-1] == (1000, 1000)
    assert sorted(seen) == seen
    with pytest.raises(Cancelled):
        idx_pair_data(*write_pair(tmp_path), Watch(cancelled=lambda: True))


def test_an_experiment_with_files_survives_its_file(tmp_path: Path) -> None:
    data = idx_pair_data(*write_pair(tmp_path))
    experiment = with_value(Experiment(), "data", data.model_dump(mode="json"))
    assert from_dict(to_dict(experiment)).data == data


def test_an_experiment_that_says_something_else_is_refused(tmp_path: Path) -> None:
    data = idx_pair_data(*write_pair(tmp_path))
    assert data.files is not None
    for change in ({"classes": (1, 3)}, {"num_images": 59}):
        other = data.model_copy(update={"files": data.files.model_copy(update=change)})
        with pytest.raises(DataError, match=r"other labels than the experiment says|is damaged"):
            other.load()


def test_without_files_there_is_a_sentence() -> None:
    assert IdxPair().facts().num_train == 0
    with pytest.raises(DataError, match="No data have been chosen yet"):
        IdxPair().load()
