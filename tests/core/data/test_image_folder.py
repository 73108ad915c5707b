from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from core.data import ImageFolder
from core.data.image_folder import image_folder_data
from core.data.user_file import Watch
from core.errors import Cancelled, DataError
from core.experiment import Experiment, from_dict, to_dict, with_value

WHOLE = {"validation_share": 0.0, "test_share": 0.0}


def picture(path: Path, pixels: Any, **settings: Any) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(np.asarray(pixels)).save(path, **settings)
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    random = np.random.RandomState(0)
    for label, number in (("cats", 6), ("dogs", 4)):
        for i in range(number):
            pixels = random.randint(0, 256, size=(8, 8)).astype(np.uint8)
            picture(tmp_path / "pets" / label / f"{i}.png", pixels)
    root = tmp_path / "pets"
    (root / "cats" / "notes.txt").write_text("no image")
    (root / "cats" / ".hidden.png").write_text("no image")
    (root / ".cache").mkdir()
    (root / "readme.md").write_text("no folder")
    return root


def test_what_was_written_is_loaded(folder: Path) -> None:
    data = image_folder_data(folder).model_copy(update={"size": 8})
    facts, parts = data.facts(), data.load()
    assert parts.facts == facts
    assert (facts.input_shape, facts.class_names) == ((1, 8, 8), ("cats", "dogs"))
    assert parts.validation is not None
    assert parts.test is not None
    found = [parts.train, parts.validation, parts.test]
    assert [len(part) for part in found] == [facts.num_train, facts.num_validation, facts.num_test] == [6, 2, 2]
    seen = {(facts.class_names[y], X.tobytes()) for part in found for X, y in zip(part.X, part.y, strict=True)}
    expected = {(path.parent.name, np.asarray(Image.open(path)).tobytes()) for path in folder.glob("*/[0-9].png")}
    assert seen == expected
    assert (parts.train.X.dtype, parts.train.y.dtype) == (np.uint8, np.int64)


def test_equal_seeds_give_equal_parts_that_are_not_shared(folder: Path) -> None:
    data = image_folder_data(folder)
    first = data.load().train
    first.X[:] = 0
    assert data.load().train.X.any()
    np.testing.assert_array_equal(data.load().train.y, first.y)
    assert not np.array_equal(data.model_copy(update={"seed": 5}).load().train.X, data.load().train.X)


def test_broken_images_are_named_and_left_out(folder: Path) -> None:
    content = (folder / "cats" / "0.png").read_bytes()
    (folder / "cats" / "1.png").write_bytes(content[: len(content) // 2])
    (folder / "dogs" / "2.png").write_bytes(b"no image")
    (folder / "dogs" / "evil.png").write_bytes(b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\nshowpage\n")
    data = image_folder_data(folder)
    assert data.folder is not None
    assert data.folder.broken == ("cats/1.png", "dogs/2.png", "dogs/evil.png")
    assert data.folder.counts == (5, 3)
    assert len(data.model_copy(update=WHOLE).load().train) == 8


def test_a_class_without_a_usable_image_is_refused(folder: Path) -> None:
    for path in (folder / "dogs").iterdir():
        path.write_bytes(b"no image")
    with pytest.raises(
        DataError, match=r"No image in .*dogs can be read: dogs/0\.png: this is no image .*; dogs/1\.png"
    ):
        image_folder_data(folder)


def test_an_image_with_far_too_many_pixels_is_not_unpacked(folder: Path) -> None:
    Image.new("1", (9000, 9000)).save(folder / "cats" / "bomb.png")
    data = image_folder_data(folder)
    assert data.folder is not None
    assert data.folder.broken == ("cats/bomb.png",)


@pytest.mark.parametrize("change", ["content", "more", "fewer", "gone"])
def test_a_folder_that_changed_is_refused(folder: Path, change: str) -> None:
    data = image_folder_data(folder)
    data.load()
    if change == "content":
        picture(folder / "cats" / "0.png", np.ones((8, 8), np.uint8))
    elif change == "more":
        picture(folder / "cats" / "new.png", np.ones((8, 8), np.uint8))
    elif change == "fewer":
        (folder / "cats" / "0.png").unlink()
    else:
        folder.rename(folder.with_name("elsewhere"))
    with pytest.raises(DataError, match=r"are not those that the experiment|cannot be read: No such file"):
        data.load()


def test_a_folder_without_classes_gets_a_sentence(tmp_path: Path, folder: Path) -> None:
    with pytest.raises(DataError, match=r"has 0 sub-folders with images\. Make one sub-folder for each class"):
        image_folder_data(folder / "cats")
    with pytest.raises(DataError, match="cannot be read: Not a directory"):
        image_folder_data(folder / "readme.md")


def test_too_large_images_are_refused_with_the_size_that_fits(folder: Path) -> None:
    data = image_folder_data(folder)
    assert data.folder is not None
    many = data.folder.model_copy(update={"counts": (50_000, 50_000)})
    with pytest.raises(DataError, match=r"do not fit into memory\. Make them 63 pixels or less"):
        data.model_copy(update={"folder": many, "size": 64}).load()


@given(
    st.binary(max_size=60),
    st.sampled_from([b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF89a", b"II*\0", b"P5 3 3 255\n"]),
)
@settings(max_examples=100, deadline=None)
def test_no_bytes_bring_more_than_a_name_or_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, magic: bytes
) -> None:
    root = tmp_path_factory.mktemp("folder")
    for label in "ab":
        picture(root / label / "good.png", np.eye(5, dtype=np.uint8))
    (root / "a" / "bad.png").write_bytes(magic + content)
    data = image_folder_data(root)
    assert data.folder is not None
    assert sum(data.folder.counts) + len(data.folder.broken) == 3


def test_it_can_be_watched_and_cancelled(folder: Path) -> None:
    seen: list[tuple[int, int]] = []
    image_folder_data(folder, Watch(lambda *done: seen.append(done)))
    assert seen == [(i, 10) for i in range(11)]
    with pytest.raises(Cancelled):
        image_folder_data(folder, Watch(cancelled=lambda: True))


def test_an_experiment_with_a_folder_survives_its_file(folder: Path) -> None:
    data = image_folder_data(folder)
    experiment = with_value(Experiment(), "data", data.model_dump(mode="json"))
    assert from_dict(to_dict(experiment)).data == data


def test_without_a_folder_there_is_a_sentence() -> None:
    assert ImageFolder().facts().num_train == 0
    with pytest.raises(DataError, match="No data have been chosen yet"):
        ImageFolder().load()
