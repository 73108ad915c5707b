"""A file of the user: found by its path, and known again by its size and its SHA-256."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Annotated

from pydantic import Field

from core.data.fashion_mnist import search_places
from core.errors import Cancelled, DataError
from core.fields import Value, setting
from core.texts import say, unsaid

MAX_PATH = 4096
OPEN_AGAIN = unsaid("open it again with “Open data…” in the File menu")

_CHUNK = 1 << 20

Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
"""A SHA-256 in hexadecimal digits."""


@dataclass(frozen=True)
class Watch:
    """Who looks on while something large is read.

    Attributes:
        report: called with what is done and with all there is, in any unit.
        cancelled: tells whether to stop.
    """

    report: Callable[[int, int], None] = lambda done, total: None
    cancelled: Callable[[], bool] = lambda: False

    def step(self, done: int, total: int) -> None:
        """Report, or stop.

        Raises:
            Cancelled: if the user asked for it.
        """
        if self.cancelled():
            raise Cancelled(say("The reading was cancelled."))
        self.report(done, total)

    def share(self, low: float, high: float) -> Watch:
        """Return a watch for a part of the work, that reports from ``low`` to ``high``, two shares of the whole."""

        def report(done: int, total: int) -> None:
            self.report(round(1000 * (low + (high - low) * done / max(1, total))), 1000)

        return Watch(report, self.cancelled)


class UserFile(Value):
    """Which file is meant."""

    path: Annotated[str, Field(min_length=1)] = setting(
        title="File", help="Where the file was when it was opened.", max_length=MAX_PATH
    )
    num_bytes: int = setting(title="Bytes", help="Size of the file.", ge=0, le=2**53)
    sha256: Digest = setting(title="SHA-256", help="By its digest the file is known again.")

    @property
    def name(self) -> str:
        """Name without folders."""
        return Path(self.path).name


@dataclass(frozen=True)
class Stamp:
    """A file as it is now: when it changes, what was read from it counts no longer."""

    path: Path
    modified: int
    num_bytes: int


def stamp(path: Path) -> Stamp:
    """Return the stamp of a regular file.

    Raises:
        DataError: if there is no such file, or something that is none.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            what = say("a folder") if stat.S_ISDIR(status.st_mode) else say("a device or a pipe")
            raise DataError(say("{path} is {what}, not a file. Choose a file.", path=path, what=what))
        if not os.access(path, os.R_OK):
            raise DataError(say("{path} may not be read. Change its permissions, or choose another file.", path=path))
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else say("this is not a name that a file can have")
        raise DataError(say("{path} cannot be read: {why}. Check the path.", path=path, why=why)) from error
    return Stamp(path, status.st_mtime_ns, status.st_size)


def absolute(path: str | Path) -> Path:
    """Return the full path of what the user chose.

    Raises:
        DataError: if its name cannot be written into an experiment.
    """
    full = os.path.abspath(os.path.expanduser(path))
    try:
        full.encode("utf-8")
    except UnicodeEncodeError as error:
        shown = full.encode("utf-8", "replace").decode()
        raise DataError(say("The name of {shown} is not Unicode. Rename the file.", shown=shown)) from error
    if len(full) > MAX_PATH:
        raise DataError(
            say(
                "The path of {name} is longer than {max_path:,} characters. Move the file.",
                name=Path(full).name,
                max_path=MAX_PATH,
            )
        )
    return Path(full)


def describe(path: Path, watch: Watch | None = None) -> UserFile:
    """Return which file this is.

    Raises:
        DataError: if it cannot be read, or changes meanwhile.
        Cancelled: if the watch said so.
    """
    now = stamp(path)
    digest = _digest(now, watch or Watch())
    return UserFile(path=str(path), num_bytes=now.num_bytes, sha256=digest)


def find(file: UserFile, data_dir: Path | None = None) -> Stamp:
    """Return where a file is now: at its path, or by its name in one of the data directories.

    Raises:
        DataError: if it is nowhere, or is not what it was.
    """
    places = [absolute(file.path), *(place / file.name for place in search_places(data_dir))]
    present = [path for path in places if _is_file(path)]
    if not present:
        raise DataError(
            say("{path} is not there. Put the file back, or {remedy}.", path=file.path, remedy=say(OPEN_AGAIN))
        )
    for path in present:
        now = stamp(path)
        # The size first: nothing that is larger needs to be read.
        if now.num_bytes == file.num_bytes and _remembered_digest(now) == file.sha256:
            return now
    size = stamp(present[0]).num_bytes
    changed = say("its content has changed")
    if size != file.num_bytes:
        changed = say("it has {size:,} bytes instead of {wanted:,}", size=size, wanted=file.num_bytes)
    raise DataError(
        say(
            "{present} is not the file that the experiment was made with: {changed}. Put the old one "
            "back, or {remedy}.",
            present=present[0],
            changed=changed,
            remedy=say(OPEN_AGAIN),
        )
    )


def _is_file(path: Path) -> bool:
    # Not Path.is_file, which raises in a folder that may not be searched.
    try:
        return os.path.isfile(path)
    except ValueError:
        return False


@lru_cache(maxsize=16)
def _remembered_digest(now: Stamp) -> str:
    return _digest(now, Watch())


def _digest(now: Stamp, watch: Watch) -> str:
    """Return the SHA-256 of a file that must stay as it is meanwhile."""
    digest, done = hashlib.sha256(), 0
    try:
        with now.path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
                done += len(chunk)
                watch.step(done, now.num_bytes)
    except OSError as error:
        raise DataError(
            say("{path} cannot be read: {reason}.", path=now.path, reason=error.strerror or error)
        ) from error
    check_unchanged(now)
    return digest.hexdigest()


def check_unchanged(before: Stamp) -> None:
    """Refuse a file that has changed since.

    Raises:
        DataError: a sentence.
    """
    if stamp(before.path) != before:
        raise DataError(
            say("{path} changed while it was read. Wait until nothing writes to it, then try again.", path=before.path)
        )
