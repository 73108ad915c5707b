from __future__ import annotations

import gzip
import hashlib
import os
import shutil
import struct
import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.data import FashionMNIST, Parts
from core.data import fashion_mnist as module
from core.data.fashion_mnist import (
    BASE_URLS,
    CLASS_NAMES,
    FILES,
    download_folder,
    find_files,
    search_places,
    user_data_dir,
)
from core.errors import DataError, DataMissingError

RANDOM = np.random.RandomState(0)
ARRAYS = {
    file.name.removesuffix(".gz"): RANDOM.randint(0, 10 if len(file.shape) == 1 else 256, file.shape).astype(np.uint8)
    for file in FILES
}


def write(path: Path, array: np.ndarray) -> None:
    path.write_bytes(struct.pack(f">BBBB{array.ndim}I", 0, 0, 8, array.ndim, *array.shape) + array.tobytes())


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a data directory with unpacked files of the right shapes and made-up content."""
    place = tmp_path_factory.mktemp("data")
    (place / "fashion-mnist").mkdir()
    for name, array in ARRAYS.items():
        write(place / "fashion-mnist" / name, array)
    return place


@pytest.fixture(autouse=True)
def nothing_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Keep the files that this computer may have out of the tests, and the made-up ones out of the memory."""
    monkeypatch.delenv("GLUON_LAB_DATA", raising=False)
    monkeypatch.setattr(module, "user_data_dir", lambda: tmp_path / "home")
    yield
    module._parts.cache_clear()
    module._arrays.cache_clear()


def empty_files(folder: Path, packed: bool = True) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for file in FILES:
        (folder / (file.name if packed else file.name.removesuffix(".gz"))).touch()
    return folder


def test_places_are_searched_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given_dir, variable, home = tmp_path / "given", tmp_path / "variable", tmp_path / "home"
    monkeypatch.setenv("GLUON_LAB_DATA", str(variable))
    assert search_places(given_dir) == [given_dir, variable, home]
    assert search_places() == [variable, home]
    assert find_files(given_dir) is None
    found = []
    for place in (home, variable, given_dir):
        empty_files(place / "fashion-mnist")
        found.append(find_files(given_dir))
    assert found == [place / "fashion-mnist" for place in (home, variable, given_dir)]
    assert find_files() == variable / "fashion-mnist"


def test_an_empty_variable_is_as_good_as_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GLUON_LAB_DATA", "")
    assert search_places() == [tmp_path / "home"]


def test_a_tilde_and_a_relative_path_are_understood(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("GLUON_LAB_DATA", "~/here")
    monkeypatch.chdir(tmp_path)
    assert search_places(Path("here")) == [tmp_path / "here", tmp_path / "home"]


@pytest.mark.parametrize("packed", [True, False])
def test_the_given_folder_may_hold_the_files_itself(tmp_path: Path, packed: bool) -> None:
    folder = empty_files(tmp_path / "mine", packed)
    assert find_files(folder) == folder
    assert download_folder(folder) == folder


def test_a_folder_that_lacks_one_file_is_passed_over(tmp_path: Path) -> None:
    folder = empty_files(tmp_path / "mine")
    (folder / FILES[1].name).unlink()
    assert find_files(folder) is None
    assert download_folder(folder) == tmp_path / "home" / "fashion-mnist"
    (folder / FILES[1].name).mkdir()
    assert find_files(folder) is None, "a folder of that name is not the file"


def test_missing_files_are_a_sentence_that_says_where_they_were_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GLUON_LAB_DATA", str(tmp_path / "variable"))
    (empty_files(tmp_path / "variable") / FILES[2].name).unlink()
    with pytest.raises(DataMissingError) as caught:
        FashionMNIST().load(tmp_path / "given")
    text = str(caught.value)
    assert "download them" in text
    assert str(tmp_path / "given") in text
    assert str(tmp_path / "home") in text
    assert f"{tmp_path / 'variable'} lacks {FILES[2].name})" in text


def test_the_book_validates_on_the_test_images(made_up: Path) -> None:
    parts = FashionMNIST(validation="test").load(made_up)
    assert parts.test is None
    assert parts.validation is not None
    np.testing.assert_array_equal(parts.train.X[:, 0], ARRAYS["train-images-idx3-ubyte"])
    np.testing.assert_array_equal(parts.train.y, ARRAYS["train-labels-idx1-ubyte"])
    np.testing.assert_array_equal(parts.validation.X[:, 0], ARRAYS["t10k-images-idx3-ubyte"])
    np.testing.assert_array_equal(parts.validation.y, ARRAYS["t10k-labels-idx1-ubyte"])
    assert parts.train.X.shape == (60_000, 1, 28, 28)
    assert (parts.train.X.dtype, parts.train.y.dtype) == (np.uint8, np.int64)


def rows(parts: Parts) -> set[tuple[bytes, int]]:
    assert parts.validation is not None
    pairs = [(part.X, part.y) for part in (parts.train, parts.validation)]
    return {(x.tobytes(), int(y)) for X, labels in pairs for x, y in zip(X, labels, strict=True)}


def test_a_share_of_the_training_images_validates(made_up: Path) -> None:
    parts = FashionMNIST(validation_share=0.25).load(made_up)
    assert parts.validation is not None
    assert parts.test is not None
    assert (len(parts.train), len(parts.validation)) == (45_000, 15_000)
    np.testing.assert_array_equal(parts.test.X[:, 0], ARRAYS["t10k-images-idx3-ubyte"])
    np.testing.assert_array_equal(parts.test.y, ARRAYS["t10k-labels-idx1-ubyte"])
    images, labels = ARRAYS["train-images-idx3-ubyte"], ARRAYS["train-labels-idx1-ubyte"]
    assert rows(parts) == {(x.tobytes(), int(y)) for x, y in zip(images, labels, strict=True)}


@given(st.sampled_from(["share", "test"]), st.floats(0, 0.9), st.integers(0, 2**31 - 1))
@settings(max_examples=6, deadline=None)
def test_the_facts_are_what_loading_gives(made_up: Path, validation: str, share: float, seed: int) -> None:
    data = FashionMNIST(validation=validation, validation_share=share, seed=seed)  # type: ignore[arg-type]
    facts, parts = data.facts(), data.load(made_up)
    assert parts.facts == facts
    sizes = [0 if part is None else len(part) for part in (parts.train, parts.validation, parts.test)]
    assert sizes == [facts.num_train, facts.num_validation, facts.num_test]
    assert parts.train.X.shape[1:] == facts.input_shape
    assert facts.num_outputs == len(facts.class_names) == 10
    assert bool(data.note()) == (parts.test is None)


def test_the_seed_decides_the_split(made_up: Path) -> None:
    first = FashionMNIST(seed=1).load(made_up)
    module._parts.cache_clear()
    again, other = FashionMNIST(seed=1).load(made_up), FashionMNIST(seed=2).load(made_up)
    assert first.train.X is not again.train.X
    np.testing.assert_array_equal(first.train.X, again.train.X)
    assert not np.array_equal(first.train.y, other.train.y)


def test_the_same_data_are_read_once(made_up: Path) -> None:
    first, second = FashionMNIST().load(made_up), FashionMNIST().load(made_up)
    assert first.train.X is second.train.X
    assert FashionMNIST(seed=1).load(made_up).test is first.test, "another split needs no other files"
    assert module._arrays.cache_info().misses == 1


def test_two_threads_share_one_reading(made_up: Path) -> None:
    found: list[Parts] = []
    threads = [threading.Thread(target=lambda: found.append(FashionMNIST().load(made_up))) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({id(parts.train.X) for parts in found}) == 1


@pytest.mark.parametrize("validation", ["share", "test"])
def test_shared_arrays_cannot_be_written(made_up: Path, validation: str) -> None:
    parts = FashionMNIST(validation=validation).load(made_up)  # type: ignore[arg-type]
    for part in (parts.train, parts.validation, parts.test):
        if part is not None:
            assert not part.X.flags.writeable
            assert not part.y.flags.writeable


@pytest.fixture
def own(made_up: Path, tmp_path: Path) -> Path:
    """Return a copy of the made-up files that a test may change."""
    return shutil.copytree(made_up / "fashion-mnist", tmp_path / "own")


def test_files_that_change_are_read_again(own: Path) -> None:
    data = FashionMNIST(validation="test")
    before = data.load(own).train.y
    write(own / "train-labels-idx1-ubyte", 9 - ARRAYS["train-labels-idx1-ubyte"])
    os.utime(own / "train-labels-idx1-ubyte", ns=(1, 1))
    np.testing.assert_array_equal(data.load(own).train.y, 9 - before)


def test_damage_names_the_file_and_mending_it_helps(own: Path) -> None:
    path = own / "t10k-images-idx3-ubyte"
    content = path.read_bytes()
    path.write_bytes(content[:-1])
    with pytest.raises(DataError, match=r"t10k-images-idx3-ubyte is damaged: it is shorter .* download it again"):
        FashionMNIST().load(own)
    # What a download brings goes before an unpacked file, which it cannot mend.
    (own / "t10k-images-idx3-ubyte.gz").write_bytes(gzip.compress(content, 1))
    assert FashionMNIST().load(own).test is not None


def test_a_label_beyond_the_classes_is_refused(own: Path) -> None:
    labels = ARRAYS["t10k-labels-idx1-ubyte"].copy()
    labels[-1] = 10
    write(own / "t10k-labels-idx1-ubyte", labels)
    with pytest.raises(DataError, match="t10k-labels-idx1-ubyte is damaged: label 10,000 is 10"):
        FashionMNIST().load(own)


def test_exchanged_files_are_refused(own: Path) -> None:
    shutil.copy(own / "t10k-images-idx3-ubyte", own / "train-images-idx3-ubyte")
    with pytest.raises(DataError, match="holds 10,000 × 28 × 28 values, but it should hold 60,000 × 28 × 28"):
        FashionMNIST().load(own)


def test_files_that_vanish_meanwhile_are_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "find_files", lambda _: tmp_path)
    with pytest.raises(
        DataError, match=r"train-images-idx3-ubyte\.gz cannot be read: No such file .* Download it again"
    ):
        FashionMNIST().load()


def test_the_data_directory_of_the_user_is_named_after_the_application() -> None:
    assert user_data_dir().name == "gluon-lab"
    assert user_data_dir().is_absolute()


def test_addresses_and_hashes_are_stated_for_the_four_files() -> None:
    assert len(FILES) == len({file.sha256 for file in FILES}) == 4
    assert all(url.startswith("http") and url.endswith("/") for url in BASE_URLS)


def test_the_real_files_are_the_official_ones(fashion_mnist_dir: Path) -> None:
    for file in FILES:
        content = (fashion_mnist_dir / "fashion-mnist" / file.name).read_bytes()
        assert (len(content), hashlib.sha256(content).hexdigest()) == (file.size, file.sha256)


def test_the_real_data_are_what_the_paper_says(fashion_mnist_dir: Path) -> None:
    parts = FashionMNIST(validation="test").load(fashion_mnist_dir)
    assert parts.validation is not None
    np.testing.assert_array_equal(np.bincount(parts.train.y), [6000] * 10)
    np.testing.assert_array_equal(np.bincount(parts.validation.y), [1000] * 10)
    assert [CLASS_NAMES[label] for label in parts.train.y[:4]] == ["ankle boot", "t-shirt", "t-shirt", "dress"]
    assert [CLASS_NAMES[label] for label in parts.validation.y[:3]] == ["ankle boot", "pullover", "trouser"]
    # Mean and standard deviation of the training pixels that are usually quoted for normalising them.
    assert parts.train.X.mean() / 255 == pytest.approx(0.2860, abs=5e-5)
    assert parts.train.X.std() / 255 == pytest.approx(0.3530, abs=5e-5)


@pytest.mark.parametrize("validation", ["share", "test"])
def test_few_images_to_train_on_leave_the_other_parts_as_they_are(made_up: Path, validation: str) -> None:
    whole = FashionMNIST(validation=validation).load(made_up)  # type: ignore[arg-type]
    few = FashionMNIST(validation=validation, num_train=300)  # type: ignore[arg-type]
    parts = few.load(made_up)
    assert parts.facts == few.facts()
    assert len(parts.train) == parts.facts.num_train == 300
    assert {image.tobytes() for image in parts.train.X} <= {image.tobytes() for image in whole.train.X}
    for part in ("validation", "test"):
        found, expected = getattr(parts, part), getattr(whole, part)
        assert (found is None) == (expected is None)
        if found is not None:
            np.testing.assert_array_equal(found.X, expected.X)
            np.testing.assert_array_equal(found.y, expected.y)
