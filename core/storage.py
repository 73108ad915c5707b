"""Files: experiments as readable JSON, and writing any file so that a failure leaves the old one as it was."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
import re
import secrets
import stat
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from core.errors import ExperimentError
from core.experiment import Experiment, from_dict, to_dict
from core.migrations import CURRENT_VERSION, VERSION_KEY, migrate
from core.plain_json import refuse_unstorable
from core.sentences import shown
from core.texts import say, unsaid

SUFFIX = ".gluonlab.json"
"""How the name of an experiment's file ends."""

MAX_BYTES = 10_000_000
"""More than any experiment can have; a usual one has some thousand bytes."""

_FORMAT_KEY = "format"
_CHUNK = 2**20
_JSON_PROBLEMS = {
    "Expecting value": unsaid("a value is missing, or a comma is too many"),
    "Expecting ',' delimiter": unsaid("a comma or a closing bracket is missing"),
    "Expecting ':' delimiter": unsaid("a colon is missing"),
    "Expecting property name enclosed in double quotes": unsaid(
        "a name in double quotes is missing, or a comma is too many"
    ),
    "Unterminated string starting at": unsaid("the text that starts here has no closing quote"),
    "Invalid control character at": unsaid("a line break or a tab stands inside a text"),
    "Extra data": unsaid("the content ended before this place"),
}


@dataclass(frozen=True)
class FileFormat:
    """A kind of JSON file: what it says of itself at its beginning, and what people call it."""

    name: str
    noun: str

    def head(self, version: int) -> dict[str, Any]:
        """Return what stands at the beginning of a file of this kind."""
        return {_FORMAT_KEY: self.name, VERSION_KEY: version}

    def parse(self, content: bytes) -> dict[str, Any]:
        """Return what the file holds, head and all.

        Raises:
            ExperimentError: a sentence that says what is wrong, and in which line.
        """
        tree = _parse(content, self.noun)
        if not isinstance(tree, dict) or tree.get(_FORMAT_KEY) != self.name:
            raise ExperimentError(
                say(
                    'this is not {noun} of Gluon Lab; one begins with {{ "{format_key}": "{name}", ...',
                    noun=self.noun,
                    format_key=_FORMAT_KEY,
                    name=self.name,
                )
            )
        refuse_unstorable(tree)
        return tree

    @staticmethod
    def body(tree: dict[str, Any]) -> dict[str, Any]:
        """Return a tree without its head."""
        return {key: value for key, value in tree.items() if key not in (_FORMAT_KEY, VERSION_KEY)}


_EXPERIMENT = FileFormat("gluon-lab experiment", "an experiment")


def save_experiment(experiment: Experiment, path: str | Path) -> None:
    """Write an experiment to a file, completely or not at all.

    Raises:
        ExperimentError: a sentence that names the file; an old file is then as it was.
    """
    try:
        write_atomically(path, experiment_bytes(experiment))
    except OSError as error:
        raise ExperimentError(say("{path} was not saved: {error}", path=path, error=reason(error))) from error


def load_experiment(path: str | Path) -> Experiment:
    """Read an experiment from a file of today's schema or an older one.

    Raises:
        ExperimentError: a sentence that names the file and, if its content is wrong, the field or the line.
    """
    try:
        content = read_bytes(path)
    except OSError as error:
        raise ExperimentError(say("{path} cannot be opened: {error}", path=path, error=reason(error))) from error
    return parse_experiment(content, str(path))


def experiment_bytes(experiment: Experiment) -> bytes:
    """Return the content of an experiment's file: JSON in UTF-8."""
    tree = _EXPERIMENT.head(CURRENT_VERSION) | to_dict(experiment)
    return (json.dumps(tree, indent=2, ensure_ascii=False) + "\n").encode()


def parse_experiment(content: bytes, name: str) -> Experiment:
    """Return the experiment that a file holds.

    Args:
        content: the bytes of the file.
        name: of the file, for error texts.

    Raises:
        ExperimentError: a sentence that begins with the name.
    """
    try:
        return from_dict(_EXPERIMENT.body(migrate(_EXPERIMENT.parse(content))))
    except ExperimentError as error:
        raise ExperimentError(say("{name}: {error}", name=name, error=error)) from error


def write_atomically(path: str | Path, content: bytes | Iterable[bytes]) -> None:
    """Write a file so that, whatever happens, the path holds either all of the old content or all of the new.

    The content may come in portions; what their source raises is passed on. A link is followed; an existing file keeps
    its permissions, a new one gets the usual ones. What was written is read back before it takes the old file's place.

    Raises:
        OSError: the file could not be written; the old one is as it was. :func:`reason` makes a sentence of it.
    """
    target = _real(path)
    mode = _mode_of_replaceable(target)
    temporary = target.with_name(f".gluonlab-{secrets.token_hex(8)}.tmp")
    try:
        with temporary.open("x+b") as file:
            if mode is not None:
                os.chmod(file.fileno(), mode)
            digest = hashlib.sha256()
            for portion in [content] if isinstance(content, bytes) else content:
                file.write(portion)
                digest.update(portion)
            file.flush()
            os.fsync(file.fileno())
            if not _holds(file, digest.digest()):
                raise OSError(errno.EIO, os.strerror(errno.EIO), str(target))
        os.replace(temporary, target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    # The new file is complete and in its place. Some disks cannot promise that its name outlives a power cut.
    with contextlib.suppress(OSError):
        _sync_folder(target.parent)


def read_bytes(path: str | Path) -> bytes:
    """Return the content of a file, or so much of it that it is seen to be too long.

    Raises:
        OSError: the file could not be read. :func:`reason` makes a sentence of it.
    """
    target = _real(path)
    # Opening a pipe would wait for ever.
    if target.exists() and not target.is_dir() and not target.is_file():
        raise OSError(errno.EINVAL, "this is a device or a pipe, not a file")
    with target.open("rb") as file:
        return file.read(MAX_BYTES + 1)


def reason(error: OSError) -> str:
    """Return why a file could not be read or written, and what to do, to stand after a colon."""
    known = {
        errno.ENOENT: unsaid("there is no such file or folder. Check the path."),
        errno.ENOTDIR: unsaid("a part of its path is a file, not a folder."),
        errno.EISDIR: unsaid("this is a folder, not a file."),
        errno.EACCES: unsaid("you have no permission. Choose another folder, or change its permissions."),
        errno.EPERM: unsaid("you have no permission. Choose another folder, or change its permissions."),
        errno.EROFS: unsaid("the disk is write-protected. Choose another folder."),
        errno.ENOSPC: unsaid("the disk is full. Make room, or choose another disk."),
        errno.EDQUOT: unsaid("your share of the disk is used up. Make room, or choose another disk."),
        errno.ENAMETOOLONG: unsaid("the name is too long. Choose a shorter one."),
        errno.EIO: unsaid("the disk failed. Choose another disk."),
    }
    text = known.get(error.errno or 0)
    return say(text) if text is not None else f"{error.strerror or error}."


def file_stem(text: str, otherwise: str) -> str:
    """Return a text as the beginning of a file's name: its letters and digits, with hyphens between the words.

    Args:
        text: such as a title.
        otherwise: the name for a text without letters and digits.
    """
    words = re.sub(r"[^\w]+", "-", text.lower())
    # With four bytes for each character and a suffix this is still a name that every disk takes.
    return words.strip("-_")[:60].rstrip("-_") or otherwise


def _mode_of_replaceable(target: Path) -> int | None:
    """Return the permissions of a file that may be replaced, or None if there is no such file yet."""
    try:
        status = target.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EINVAL, "this is a device or a pipe, not a file", str(target))
    # Replacing needs no permission for the file itself, but who took it away did not want the file to change.
    if not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))
    return stat.S_IMODE(status.st_mode)


def _holds(file: IO[bytes], sha256: bytes) -> bool:
    """Tell whether an open file holds exactly the bytes with this digest."""
    found = hashlib.sha256()
    file.seek(0)
    while chunk := file.read(_CHUNK):
        found.update(chunk)
    return found.digest() == sha256


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _real(path: str | Path) -> Path:
    """Return the path that links lead to."""
    try:
        return Path(os.path.realpath(path))
    except ValueError as error:
        raise OSError(errno.EINVAL, "this is not a name that a file can have") from error


def _parse(content: bytes, noun: str) -> Any:
    """Return what a JSON text holds, more strictly than ``json`` alone."""
    if len(content) > MAX_BYTES:
        raise ExperimentError(
            say("it has more than {max_bytes:,} bytes, too many for {noun}.", max_bytes=MAX_BYTES, noun=noun)
        )
    if not content.strip():
        raise ExperimentError(say("it is empty."))
    try:
        return json.loads(content.decode("utf-8-sig"), object_pairs_hook=_without_doubles)
    except UnicodeDecodeError as error:
        raise ExperimentError(say("it is not a text in UTF-8. Save it with that encoding.")) from error
    except json.JSONDecodeError as error:
        what = say(_JSON_PROBLEMS.get(error.msg, error.msg))
        raise ExperimentError(
            say(
                "line {lineno}, column {colno}: this is not JSON: {what}.",
                lineno=error.lineno,
                colno=error.colno,
                what=what,
            )
        ) from error
    except RecursionError as error:
        raise ExperimentError(say("groups of settings are nested too deeply.")) from error
    except ValueError as error:
        raise ExperimentError(say("it holds a number with too many digits.")) from error


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    tree: dict[str, Any] = {}
    for name, value in pairs:
        if name in tree:
            raise ExperimentError(say("{name} stands twice in the same group. Remove one of them.", name=shown(name)))
        tree[name] = value
    return tree
