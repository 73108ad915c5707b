"""A folder with one sub-folder of images for each class."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path
from threading import Lock
from typing import Annotated, Any, ClassVar, Literal

import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from core.data.base import IMAGES, DataFacts, DataSet, Parts, Samples, parts_at
from core.data.grey_image import MAX_FILE_BYTES, SUFFIXES, BrokenImageError, grey_image
from core.data.positions import Positions, part_sizes
from core.data.shares import OpenedData
from core.data.user_file import MAX_PATH, OPEN_AGAIN, Digest, Watch, absolute
from core.errors import DataError
from core.fields import Value, setting
from core.losses import Task
from core.texts import say

MAX_CLASSES = 1_000
MAX_IMAGES = 100_000
MAX_BYTES = 400_000_000
"""Pixels that are kept in memory."""

MAX_BROKEN = 500

_Name = Annotated[str, Field(min_length=1, max_length=255)]


class ImageFiles(Value):
    """Which folder is meant, and what it holds."""

    path: Annotated[str, Field(min_length=1)] = setting(
        title="Folder", help="Where the folder was when it was opened.", max_length=MAX_PATH
    )
    classes: Annotated[tuple[_Name, ...], Field(min_length=2)] = setting(
        title="Classes", help="Names of the sub-folders, in their order.", max_length=MAX_CLASSES
    )
    counts: tuple[Annotated[int, Field(ge=0, le=MAX_IMAGES)], ...] = setting(
        title="Counts", help="Number of usable images of each class.", max_length=MAX_CLASSES
    )
    sha256: Digest = setting(title="SHA-256", help="Of the names and contents of all images.")
    broken: tuple[str, ...] = setting(
        (), title="Broken", help="Images that could not be read and are left out.", max_length=MAX_BROKEN
    )


class _Images(DataSet):
    folder: ImageFiles | None = setting(None, title="Folder", help="The folder and its images.", hidden=True)
    size: int = setting(28, title="Image size", help="Height and width in pixels.", ge=4, le=256, step=4)
    fit: Literal["pad", "crop", "stretch"] = setting(
        "pad",
        title="Fit",
        help="What to do with an image that is not square: fill up with its border's mean grey, cut off, or distort.",
        choices={"pad": "fill up", "crop": "cut off", "stretch": "distort"},
    )


# Settings stand in the window in the order of the bases from last to first.
class ImageFolder(OpenedData, _Images):
    """Images of any size and colour, made grey and resized when they are loaded."""

    title: ClassVar[str] = "Folder of images"
    help: ClassVar[str] = "Your own images: a folder with one sub-folder for each class. They become grey and small."
    family: ClassVar[str] = IMAGES
    task: ClassVar[Task] = "classification"

    kind: Literal["image_folder"] = "image_folder"

    @property
    def opened(self) -> ImageFiles | None:
        """The folder."""
        return self.folder

    def facts(self) -> DataFacts:
        """Return what is known before the images are read; without a folder there are no samples."""
        shape = 1, self.size, self.size
        if self.folder is None:
            return DataFacts(self.task, shape, 1, (), 0, 0, 0)
        names = self.folder.classes
        sizes = part_sizes(sum(self.folder.counts), self.validation_share, self.test_share)
        return DataFacts(self.task, shape, len(names), names, *sizes)

    def load_at(self, positions: Positions, data_dir: Path | None = None) -> Parts:
        """Read the images, which must still be those that were opened; ``data_dir`` is not used."""
        folder = self.chosen(self.folder)
        number = sum(folder.counts)
        if number * self.size**2 > MAX_BYTES:
            side = int((MAX_BYTES / number) ** 0.5)
            raise DataError(
                say(
                    "{number:,} images of this size do not fit into memory. Make them {side} pixels or less.",
                    number=number,
                    side=side,
                )
            )
        with _LOADING:
            images, labels = _arrays(folder, _stamps(Path(folder.path)), self.size, self.fit)
        return parts_at(self.facts(), Samples(images, labels), positions)


@dataclass(frozen=True)
class _Entry:
    """One image file: its class and its name, and how it was when the folder was listed."""

    label: str
    name: str
    modified: int
    num_bytes: int

    @property
    def title(self) -> str:
        return f"{self.label}/{self.name}"


def image_folder_data(path: str | Path, watch: Watch | None = None) -> ImageFolder:
    """Look at every image of a folder and return the data set of an experiment.

    Images that cannot be read are named in ``folder.broken`` and left out.

    Raises:
        DataError: a sentence that names the folder or the images.
        Cancelled: if the watch said so.
    """
    watch = watch or Watch()
    root = absolute(path)
    entries = _stamps(root)
    digest, counts = hashlib.sha256(), dict.fromkeys((entry.label for entry in entries), 0)
    broken: dict[str, str] = {}
    for i, (entry, content) in enumerate(_contents(root, entries, digest)):
        watch.step(i, len(entries))
        problem = _problem(content)
        if problem:
            broken[entry.title] = problem
        else:
            counts[entry.label] += 1
    _refuse_unreadable(root, counts, broken)
    watch.step(len(entries), len(entries))
    return ImageFolder(
        folder=ImageFiles(
            path=str(root),
            classes=tuple(counts),
            counts=tuple(counts.values()),
            sha256=digest.hexdigest(),
            broken=tuple(broken),
        )
    )


def _refuse_unreadable(root: Path, counts: dict[str, int], broken: dict[str, str]) -> None:
    """Refuse a folder with too many broken images, or with a class that has no other ones."""
    if len(broken) > MAX_BROKEN:
        raise DataError(
            say(
                "{broken:,} of {entries:,} images in {root} cannot be read; {broken_2}.",
                broken=len(broken),
                entries=sum(counts.values()) + len(broken),
                root=root,
                broken_2=_listed(broken),
            )
        )
    empty = [label for label, count in counts.items() if not count]
    if empty:
        raise DataError(
            say(
                "No image in {root} can be read: {broken}. Repair or remove that folder.",
                root=root / empty[0],
                broken=_listed(broken),
            )
        )


def _listed(broken: dict[str, str]) -> str:
    named = [f"{title}: {problem}" for title, problem in islice(broken.items(), 5)]
    if len(broken) <= 5:
        return "; ".join(named)
    return say("{names}; and {number:,} more", names="; ".join(named), number=len(broken) - 5)


def _stamps(root: Path) -> tuple[_Entry, ...]:
    """List the images of all sub-folders, in the order of their names; hidden and other files do not count."""
    entries: list[_Entry] = []
    try:
        labels = sorted(entry.name for entry in os.scandir(root) if entry.is_dir() and not entry.name.startswith("."))
        for label in labels:
            entries.extend(_images(root, label))
            if len(entries) > MAX_IMAGES:
                raise DataError(
                    say(
                        "{root} holds more than {max_images:,} images, the most that can be used.",
                        root=root,
                        max_images=MAX_IMAGES,
                    )
                )
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else say("this is no name that a folder can have")
        raise DataError(
            say(
                "{root} cannot be read: {why}. Put the folder back, or {remedy}.",
                root=root,
                why=why,
                remedy=say(OPEN_AGAIN),
            )
        ) from error
    found = {entry.label for entry in entries}
    if len(found) < 2 or len(found) > MAX_CLASSES:
        raise DataError(
            say(
                "{root} has {found:,} sub-folders with images. Make one sub-folder for each class, at "
                "least 2 and at most {max_classes:,}, with images ({names}) in it.",
                root=root,
                found=len(found),
                max_classes=MAX_CLASSES,
                names=", ".join(SUFFIXES),
            )
        )
    return tuple(entries)


def _images(root: Path, label: str) -> Iterator[_Entry]:
    for entry in sorted(os.scandir(root / label), key=lambda entry: entry.name):
        if entry.name.lower().endswith(SUFFIXES) and not entry.name.startswith(".") and entry.is_file():
            title = f"{label}/{entry.name}"
            try:
                title.encode()
            except UnicodeEncodeError as error:
                shown = title.encode("utf-8", "replace").decode()
                raise DataError(
                    say("The name of {root} is not Unicode. Rename the file.", root=root / shown)
                ) from error
            status = entry.stat()
            yield _Entry(label, entry.name, status.st_mtime_ns, status.st_size)


def _contents(root: Path, entries: tuple[_Entry, ...], digest: Any) -> Iterator[tuple[_Entry, bytes]]:
    """Yield the content of every image, and put all that tells this folder from others into the digest."""
    for entry in entries:
        path = root / entry.label / entry.name
        if entry.num_bytes > MAX_FILE_BYTES:
            raise DataError(
                say(
                    "{path} has {num_bytes:,} bytes; an image may have {max_file_bytes:,}. Remove it.",
                    path=path,
                    num_bytes=entry.num_bytes,
                    max_file_bytes=MAX_FILE_BYTES,
                )
            )
        try:
            with path.open("rb") as file:
                content = file.read(entry.num_bytes + 1)
        except OSError as error:
            raise DataError(
                say("{path} cannot be read: {reason}. Repair or remove it.", path=path, reason=error.strerror or error)
            ) from error
        if len(content) != entry.num_bytes:
            raise DataError(
                say("{path} changed while it was read. Wait until nothing writes to it, then try again.", path=path)
            )
        digest.update(f"{entry.title}\0{len(content)}\0".encode())
        digest.update(content)
        yield entry, content


def _problem(content: bytes) -> str:
    """Return why an image cannot be used, as half a sentence, or nothing."""
    try:
        grey_image(content, 4, "stretch")
    except BrokenImageError as error:
        return str(error)
    return ""


_LOADING = Lock()
"""A second thread that asks for the same data waits for the first one's instead of reading them again."""


@lru_cache(maxsize=1)
def _arrays(
    folder: ImageFiles, entries: tuple[_Entry, ...], size: int, fit: str
) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    root, number = Path(folder.path), sum(folder.counts)
    images = np.empty((number, 1, size, size), np.uint8)
    labels = np.empty(number, np.int64)
    places = {name: k for k, name in enumerate(folder.classes)}
    broken, digest, i = set(folder.broken), hashlib.sha256(), 0
    for entry, content in _contents(root, entries, digest):
        if entry.title in broken:
            continue
        if i == number or entry.label not in places:
            raise _changed(root)
        try:
            images[i, 0] = grey_image(content, size, fit)
        except BrokenImageError as error:
            raise DataError(
                say(
                    "{root}: {error}. Put the old one back, or {remedy}.",
                    root=root / entry.title,
                    error=error,
                    remedy=say(OPEN_AGAIN),
                )
            ) from error
        labels[i] = places[entry.label]
        i += 1
    if digest.hexdigest() != folder.sha256 or tuple(np.bincount(labels[:i], minlength=len(places))) != folder.counts:
        raise _changed(root)
    return images, labels


def _changed(root: Path) -> DataError:
    return DataError(
        say(
            "The images in {root} are not those that the experiment was made with. Put the old ones back, or {remedy}.",
            root=root,
            remedy=say(OPEN_AGAIN),
        )
    )
