"""Fashion-MNIST (Xiao, Rasul and Vollgraf, 2017) from its four official IDX files."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import ClassVar, Literal

import numpy as np
import platformdirs

from core.data.base import (
    IMAGES,
    DataFacts,
    DataSet,
    NumTrain,
    Parts,
    Samples,
    num_train_setting,
    parts_at,
    seed_setting,
    share_setting,
)
from core.data.idx import read_idx
from core.data.positions import Positions, part_sizes, split_positions
from core.errors import DataError, DataMissingError
from core.fields import setting
from core.losses import Task
from core.texts import say, unsaid

NUM_TRAIN, NUM_TEST = 60_000, 10_000
CLASS_NAMES = (
    "t-shirt",
    "trouser",
    "pullover",
    "dress",
    "coat",
    "sandal",
    "shirt",
    "sneaker",
    "bag",
    "ankle boot",
)
FOLDER_NAME = "fashion-mnist"
ENVIRONMENT_VARIABLE = "GLUON_LAB_DATA"


@dataclass(frozen=True)
class DataFile:
    """One of the official files: its name, its size in bytes, its SHA-256 and the shape of its array."""

    name: str
    size: int
    sha256: str
    shape: tuple[int, ...]


FILES = (
    DataFile(
        "train-images-idx3-ubyte.gz",
        26_421_880,
        "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84",
        (NUM_TRAIN, 28, 28),
    ),
    DataFile(
        "train-labels-idx1-ubyte.gz",
        29_515,
        "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845",
        (NUM_TRAIN,),
    ),
    DataFile(
        "t10k-images-idx3-ubyte.gz",
        4_422_102,
        "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073",
        (NUM_TEST, 28, 28),
    ),
    DataFile(
        "t10k-labels-idx1-ubyte.gz",
        5_148,
        "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5",
        (NUM_TEST,),
    ),
)
"""Images and labels for training, then for the test."""

BASE_URLS = (
    "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/",
    "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/",
)
"""The official sources; a file's address is its name after one of these."""


class FashionMNIST(DataSet):
    """70,000 grey images of 28x28 pixels, ten kinds of garments."""

    title: ClassVar[str] = "Fashion-MNIST"
    help: ClassVar[str] = "70,000 images of garments, 28×28 pixels, ten classes. Downloaded once (31 MB)."
    family: ClassVar[str] = IMAGES
    task: ClassVar[Task] = "classification"
    download_bytes: ClassVar[int] = sum(file.size for file in FILES)

    kind: Literal["fashion_mnist"] = "fashion_mnist"
    validation: Literal["share", "test"] = setting(
        "share",
        title="Validation part",
        help="A share of the training images, or the 10,000 test images as in the book (then no test part is left).",
        choices={"share": "share of the training images", "test": "the test images (as the book)"},
    )
    validation_share: float = share_setting(
        0.1,
        title="Validation share",
        help="Share of the 60,000 training images that is kept out of training, if the validation part is a share.",
        only_when=("validation", "share"),
    )
    num_train: NumTrain = num_train_setting()
    seed: int = seed_setting()

    def facts(self) -> DataFacts:
        """Return what is known before loading."""
        if self.validation == "test":
            num_train, num_validation, num_test = NUM_TRAIN, NUM_TEST, 0
        else:
            num_train, num_validation, _ = part_sizes(NUM_TRAIN, self.validation_share, 0)
            num_test = NUM_TEST
        if self.num_train != "all":
            num_train = min(num_train, self.num_train)
        return DataFacts(self.task, (1, 28, 28), 10, CLASS_NAMES, num_train, num_validation, num_test)

    def note(self) -> str:
        """Return what became of the test part."""
        return (
            say("The test images are the validation part; no test part is left.") if self.validation == "test" else ""
        )

    def load(self, data_dir: Path | None = None) -> Parts:
        """Read the files that :func:`find_files` finds; what was loaded last is kept in memory.

        ``X`` holds the uint8 pixels. The arrays are read-only.
        """
        stamps = _found(data_dir)
        with _LOADING:
            return _parts(self, stamps)

    def positions(self) -> Positions:
        """Return which of the 60,000 training images are trained on and watched; the test images are none of them."""
        num_validation = self.facts().num_validation if self.validation == "share" else 0
        return split_positions(NUM_TRAIN, num_validation, 0, self.seed).limited(self.num_train)

    def load_at(self, positions: Positions, data_dir: Path | None = None) -> Parts:
        """Read the files and take the images at these positions among the training images; no test part."""
        stamps = _found(data_dir)
        with _LOADING:
            train, _ = _arrays(stamps)
        return parts_at(self.facts(), train, positions)


def _found(data_dir: Path | None) -> tuple[_Stamp, ...]:
    """Return the files as they are now."""
    folder = find_files(data_dir)
    if folder is None:
        raise DataMissingError(_missing(data_dir))
    return tuple(map(_stamped, image_paths(folder)))


def search_places(data_dir: Path | None = None) -> list[Path]:
    """Return the data directories in the order in which they are searched.

    These are ``data_dir`` if given, the one that the environment variable GLUON_LAB_DATA names if it is set, and
    the user's own. Each may hold the files itself or in a folder ``fashion-mnist``. One that lacks them is passed
    over, also if it was given.
    """
    variable = os.environ.get(ENVIRONMENT_VARIABLE)
    places = [data_dir, Path(variable) if variable else None, user_data_dir()]
    full = [Path(os.path.abspath(os.path.expanduser(place))) for place in places if place is not None]
    return list(dict.fromkeys(full))


def user_data_dir() -> Path:
    """Return the user's own data directory of this application; it need not exist."""
    return Path(platformdirs.user_data_dir("gluon-lab", appauthor=False))


def find_files(data_dir: Path | None = None) -> Path | None:
    """Return the first folder that holds all four files, each compressed or unpacked, or None."""
    folders = (folder for place in search_places(data_dir) for folder in (place / FOLDER_NAME, place))
    return next((folder for folder in folders if not _lacking(folder)), None)


def image_paths(folder: Path) -> tuple[Path, ...]:
    """Return the four files in a folder that holds them, compressed or unpacked, in the order of ``FILES``."""
    return tuple(_path(folder, file) for file in FILES)


def download_folder(data_dir: Path | None = None) -> Path:
    """Return the folder for a download.

    It is the folder in which the files were found, where a download mends damaged ones, or else one in the user's
    data directory.
    """
    return find_files(data_dir) or user_data_dir() / FOLDER_NAME


def _path(folder: Path, file: DataFile) -> Path:
    """Return where a file is; compressed goes first, since that is what a download mends."""
    unpacked = folder / file.name.removesuffix(".gz")
    # Not Path.is_file, which raises in a folder that may not be searched.
    return unpacked if os.path.isfile(unpacked) and not os.path.isfile(folder / file.name) else folder / file.name


def _lacking(folder: Path) -> list[str]:
    return [file.name for file in FILES if not os.path.isfile(_path(folder, file))]


def _missing(data_dir: Path | None) -> str:
    searched = []
    for place in search_places(data_dir):
        searched.append(str(place))
        for folder in (place / FOLDER_NAME, place):
            lacking = _lacking(folder)
            if len(lacking) < len(FILES):
                text = unsaid("{place} ({folder} lacks {names})")
                searched[-1] = say(text, place=searched[-1], folder=folder, names=", ".join(lacking))
    return say(
        "The files of Fashion-MNIST are not on this computer. Let the window download them (31 "
        "MB, once), or put the four official files into {user_data_dir}. Searched: {names}.",
        user_data_dir=user_data_dir() / FOLDER_NAME,
        names="; ".join(searched),
    )


@dataclass(frozen=True)
class _Stamp:
    """A file as it was: when it changes, what was read from it counts no longer."""

    path: Path
    modified: int
    size: int


_LOADING = Lock()
"""A second thread that asks for the same data waits for the first one's instead of reading them again."""


def _stamped(path: Path) -> _Stamp:
    try:
        path = path.resolve()
        status = path.stat()
    except OSError as error:
        raise DataError(
            say("{path} cannot be read: {reason}. Download it again.", path=path, reason=error.strerror or error)
        ) from error
    return _Stamp(path, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=1)
def _parts(settings: FashionMNIST, stamps: tuple[_Stamp, ...]) -> Parts:
    train, test = _arrays(stamps)
    facts = settings.facts()
    if settings.validation == "test" and settings.num_train == "all":
        return Parts(facts, train, test, None)
    parts = parts_at(facts, train, settings.positions())
    for part in (parts.train, parts.validation):
        if part is not None:
            _protect(part)
    watched, kept = (test, None) if settings.validation == "test" else (parts.validation, test)
    return Parts(facts, parts.train, watched, kept)


@lru_cache(maxsize=1)
def _arrays(stamps: tuple[_Stamp, ...]) -> tuple[Samples, Samples]:
    train_images, train_labels, test_images, test_labels = (
        read_idx(stamp.path, file.shape, len(CLASS_NAMES) if len(file.shape) == 1 else None)
        for stamp, file in zip(stamps, FILES, strict=True)
    )
    train = Samples(train_images[:, None], train_labels.astype(np.int64))
    test = Samples(test_images[:, None], test_labels.astype(np.int64))
    _protect(train)
    _protect(test)
    return train, test


def _protect(samples: Samples) -> None:
    samples.X.setflags(write=False)
    samples.y.setflags(write=False)
