"""Any two IDX files, images and labels, such as MNIST and its relatives."""

from __future__ import annotations

from functools import lru_cache
from math import prod
from pathlib import Path
from threading import Lock
from typing import Annotated, ClassVar, Literal

import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from core.data.base import IMAGES, DataFacts, DataSet, Parts, Samples, parts_at
from core.data.idx import idx_shape, read_idx
from core.data.positions import Positions, part_sizes
from core.data.shares import OpenedData
from core.data.user_file import OPEN_AGAIN, Stamp, UserFile, Watch, absolute, describe, find, stamp
from core.errors import DataError
from core.fields import Value, setting
from core.losses import Task
from core.texts import say, unsaid

MAX_BYTES = 400_000_000
MAX_IMAGES = 1_000_000
MAX_SIDE = 1_000

_ADVICE = unsaid("Choose another file, or get a complete copy of this one.")
_Label = Annotated[int, Field(ge=0, le=255)]


class IdxFiles(Value):
    """Which two files are meant, and what they hold."""

    images: UserFile = setting(title="Images", help="The file with the images.")
    labels: UserFile = setting(title="Labels", help="The file with the labels.")
    num_images: int = setting(title="Images", help="Number of images.", ge=1, le=MAX_IMAGES)
    height: int = setting(title="Height", help="Height of an image in pixels.", ge=1, le=MAX_SIDE)
    width: int = setting(title="Width", help="Width of an image in pixels.", ge=1, le=MAX_SIDE)
    classes: Annotated[tuple[_Label, ...], Field(min_length=2)] = setting(
        title="Classes", help="All labels that occur, in ascending order.", max_length=256
    )

    @property
    def shape(self) -> tuple[int, int, int]:
        """What the file of images holds."""
        return self.num_images, self.height, self.width


class _Files(DataSet):
    files: IdxFiles | None = setting(None, title="Files", help="The two files.", hidden=True)


# Settings stand in the window in the order of the bases from last to first.
class IdxPair(OpenedData, _Files):
    """Grey images of bytes with labels; the classes are the labels that occur."""

    title: ClassVar[str] = "IDX files"
    help: ClassVar[str] = "Your own pair of IDX files, images and labels, in the format of MNIST."
    family: ClassVar[str] = IMAGES
    task: ClassVar[Task] = "classification"

    kind: Literal["idx_pair"] = "idx_pair"

    @property
    def opened(self) -> IdxFiles | None:
        """The two files."""
        return self.files

    def facts(self) -> DataFacts:
        """Return what is known before the files are read; without files there are no samples."""
        files = self.files
        if files is None:
            return DataFacts(self.task, (1, 1, 1), 1, (), 0, 0, 0)
        names = tuple(str(label) for label in files.classes)
        sizes = part_sizes(files.num_images, self.validation_share, self.test_share)
        return DataFacts(self.task, (1, files.height, files.width), len(names), names, *sizes)

    def load_at(self, positions: Positions, data_dir: Path | None = None) -> Parts:
        """Read the files, which must still be those that were opened; ``X`` holds their bytes."""
        files = self.chosen(self.files)
        _refuse_too_large(files.shape)
        stamps = find(files.images, data_dir), find(files.labels, data_dir)
        with _LOADING:
            images, labels = _arrays(*stamps, files.shape)
        if tuple(np.unique(labels).tolist()) != files.classes:
            raise DataError(
                say(
                    "{path} holds other labels than the experiment says: {remedy}.",
                    path=stamps[1].path,
                    remedy=say(OPEN_AGAIN),
                )
            )
        samples = Samples(images[:, None], np.searchsorted(files.classes, labels).astype(np.int64))
        return parts_at(self.facts(), samples, positions)


def partner(path: Path) -> Path | None:
    """Return the file that by its name belongs to one of images or labels, if it is there."""
    for here, there in ((("images", "idx3"), ("labels", "idx1")), (("labels", "idx1"), ("images", "idx3"))):
        if here[0] in path.name:
            name = path.name.replace(here[0], there[0]).replace(here[1], there[1])
            names = name, name.removesuffix(".gz"), f"{name}.gz"
            return next((path.with_name(n) for n in names if path.with_name(n).is_file()), None)
    return None


def idx_pair_data(first: str | Path, second: str | Path, watch: Watch | None = None) -> IdxPair:
    """Look through two files, in any order, and return the data set of an experiment.

    Raises:
        DataError: a sentence that names the file.
        Cancelled: if the watch said so.
    """
    watch = watch or Watch()
    paths, shape = _images_and_labels(absolute(first), absolute(second))
    _refuse_too_large(shape)
    described = [describe(path, watch.share(0.4 * i, 0.4 * i + 0.4)) for i, path in enumerate(paths)]
    with _LOADING:
        _, labels = _arrays(stamp(paths[0]), stamp(paths[1]), shape)
    classes = tuple(np.unique(labels).tolist())
    watch.step(1000, 1000)
    if len(classes) < 2:
        raise DataError(
            say(
                "All labels in {name} are {classes}: there is nothing to tell apart.",
                name=paths[1].name,
                classes=classes[0],
            )
        )
    return IdxPair(
        files=IdxFiles(
            images=described[0],
            labels=described[1],
            num_images=shape[0],
            height=shape[1],
            width=shape[2],
            classes=classes,
        )
    )


def _images_and_labels(first: Path, second: Path) -> tuple[list[Path], tuple[int, int, int]]:
    """Return the file of images and that of labels, in this order, and the shape of the images."""
    paths = [first, second]
    shapes = [idx_shape(stamp(path).path, say(_ADVICE)) for path in paths]
    if [len(shape) for shape in shapes] == [1, 3]:
        paths, shapes = paths[::-1], shapes[::-1]
    if [len(shape) for shape in shapes] != [3, 1]:
        raise DataError(
            say(
                "{name} has {shapes} dimensions and {name_2} {shapes_2}. Choose a file of images (3 "
                "dimensions) and one of labels (1 dimension).",
                name=paths[0].name,
                shapes=len(shapes[0]),
                name_2=paths[1].name,
                shapes_2=len(shapes[1]),
            )
        )
    (number, height, width), (num_labels,) = shapes
    if number != num_labels or not number:
        raise DataError(
            say(
                "{name} has {number:,} images, but {name_2} {num_labels:,} labels. Choose two files that "
                "belong together.",
                name=paths[0].name,
                number=number,
                name_2=paths[1].name,
                num_labels=num_labels,
            )
        )
    return paths, (number, height, width)


def _refuse_too_large(shape: tuple[int, ...]) -> None:
    number, height, width = shape
    if number > MAX_IMAGES or not 1 <= height <= MAX_SIDE or not 1 <= width <= MAX_SIDE or prod(shape) > MAX_BYTES:
        raise DataError(
            say(
                "{number:,} images of {height:,}×{width:,} pixels cannot be used: at most {max_images:,} "
                "images of {max_side:,}×{max_side:,} pixels, {max_bytes} MB together.",
                number=number,
                height=height,
                width=width,
                max_images=MAX_IMAGES,
                max_side=MAX_SIDE,
                max_bytes=MAX_BYTES // 1_000_000,
            )
        )


_LOADING = Lock()
"""A second thread that asks for the same data waits for the first one's instead of reading them again."""


@lru_cache(maxsize=1)
def _arrays(images: Stamp, labels: Stamp, shape: tuple[int, int, int]) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    return read_idx(images.path, shape, advice=say(_ADVICE)), read_idx(labels.path, shape[:1], advice=say(_ADVICE))
