"""Kept runs on disk: one JSON file for each run in one folder, so that a damaged file costs that run only."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, NoReturn

from core.errors import ExperimentError, NewerFileError
from core.outcome_json import outcome_from_tree, outcome_to_tree
from core.runs import MAX_NAME, KeptRun
from core.sentences import counted, shown
from core.storage import reason, write_atomically
from core.texts import say

FORMAT = "gluon-lab run"
VERSION = 1
SUFFIX = ".run.json"
MAX_BYTES = 20_000_000
"""More than any kept run can have; a usual one has some ten thousand bytes."""

_UNREADABLE = ".unreadable"
_MAX_COLOUR = 1_000_000
_KEY = re.compile(r"[0-9A-Za-z-]{1,80}")


def load_runs(folder: Path) -> Iterator[KeptRun | str]:
    """Read all runs in a folder one by one: yield a run for each file, or a sentence for one that cannot be used.

    Such a file is set aside: its name gets one more ending, and it is not looked at again. Those of a newer Gluon Lab
    stay as they are; one sentence at the end tells of all of them.
    """
    try:
        paths = sorted(path for path in folder.iterdir() if path.name.endswith(SUFFIX))
    except FileNotFoundError:
        return
    except OSError as error:
        yield f"The kept runs in {folder} cannot be read: {reason(error)}"
        return
    num_newer = 0
    for path in paths:
        try:
            yield load_run(path)
        except NewerFileError:
            num_newer += 1
        except ExperimentError as error:
            yield f"A kept run is lost. {error}{_set_aside(path)}"
    if num_newer:
        yield say(
            "Not shown: {num_newer} of a newer Gluon Lab. Update Gluon Lab to see them again.",
            num_newer=counted(num_newer, "kept run"),
        )


def load_run(path: Path) -> KeptRun:
    """Read one run.

    Raises:
        NewerFileError: the file was made by a newer Gluon Lab.
        ExperimentError: a sentence that begins with the file's name.
    """
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise ExperimentError(say("{name} cannot be opened: {error}", name=path.name, error=reason(error))) from error
    try:
        run = _run(_parse(content))
    except ExperimentError as error:
        raise type(error)(say("{name}: {error}", name=path.name, error=error)) from error
    if path.name != file_name(run.key):
        raise ExperimentError(say("{name}: the file has another name than its run.", name=path.name))
    return run


def save_run(run: KeptRun, folder: Path) -> None:
    """Write one run, completely or not at all; the folder is made when needed.

    Raises:
        ExperimentError: a sentence; an old file of this run is as it was.
    """
    tree = {"format": FORMAT, "version": VERSION, "key": run.key, "name": run.name, "when": run.when}
    tree |= {"colour": run.colour, "pinned": run.pinned, "shown": run.shown, "outcome": outcome_to_tree(run.outcome)}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        content = json.dumps(tree, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        write_atomically(folder / file_name(run.key), content.encode())
    except OSError as error:
        raise ExperimentError(
            say("The run {name} was not kept on disk: {error}", name=shown(run.name), error=reason(error))
        ) from error


def delete_run(key: str, folder: Path) -> None:
    """Delete the file of a run, if there is one.

    Raises:
        ExperimentError: a sentence; the file is still there.
    """
    try:
        (folder / file_name(key)).unlink(missing_ok=True)
    except OSError as error:
        raise ExperimentError(say("The file of a run was not deleted: {error}", error=reason(error))) from error


def file_name(key: str) -> str:
    """Return the name of the file of the run with this key."""
    return f"{key}{SUFFIX}"


def _set_aside(path: Path) -> str:
    """Give a file that cannot be used another ending, and return a sentence that says so, after a space."""
    try:
        path.replace(path.with_name(path.name + _UNREADABLE))
    except OSError:
        return ""
    return say(" It is set aside as {name}{unreadable}.", name=path.name, unreadable=_UNREADABLE)


def _parse(content: bytes) -> Any:
    if len(content) > MAX_BYTES:
        raise ExperimentError(say("it has more than {max_bytes:,} bytes, too many for a run.", max_bytes=MAX_BYTES))
    try:
        return json.loads(content.decode(), parse_constant=_refuse_constant)
    except UnicodeDecodeError as error:
        raise ExperimentError(say("it is not a text in UTF-8.")) from error
    except json.JSONDecodeError as error:
        raise ExperimentError(
            say("line {lineno}, column {colno}: this is not JSON.", lineno=error.lineno, colno=error.colno)
        ) from error
    except RecursionError as error:
        raise ExperimentError(say("its groups are nested too deeply.")) from error
    except ValueError as error:
        raise ExperimentError(say("it holds a number with too many digits.")) from error


def _refuse_constant(word: str) -> NoReturn:
    raise ExperimentError(say("{word} stands where a number in JSON is expected.", word=word))


def _run(tree: Any) -> KeptRun:
    if not isinstance(tree, dict) or tree.get("format") != FORMAT:
        raise ExperimentError(say("this is not a run of Gluon Lab."))
    version = tree.get("version")
    if type(version) is int and version > VERSION:
        raise NewerFileError(say("version: {version} is that of a newer Gluon Lab.", version=shown(version)))
    if version != VERSION:
        raise ExperimentError(say("version: {version} is not one that this Gluon Lab reads.", version=shown(version)))
    return KeptRun(
        key=_checked(tree, "key", lambda key: isinstance(key, str) and _KEY.fullmatch(key) is not None),
        name=_checked(tree, "name", lambda name: isinstance(name, str) and 0 < len(name) <= MAX_NAME),
        colour=_checked(tree, "colour", lambda number: type(number) is int and 0 <= number <= _MAX_COLOUR),
        when=_checked(tree, "when", _is_time),
        outcome=outcome_from_tree(tree.get("outcome")),
        pinned=_checked(tree, "pinned", lambda on: isinstance(on, bool)),
        shown=_checked(tree, "shown", lambda on: isinstance(on, bool)),
    )


def _checked(tree: dict[str, Any], name: str, is_good: Callable[[Any], bool]) -> Any:
    if name not in tree or not is_good(tree[name]):
        raise ExperimentError(say("{name}: {name_2} does not fit.", name=name, name_2=shown(tree.get(name))))
    return tree[name]


def _is_time(text: Any) -> bool:
    try:
        return isinstance(text, str) and datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False
