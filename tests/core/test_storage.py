from __future__ import annotations

import errno
import hashlib
import json
import os
import resource
import socket
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import storage
from core.errors import ExperimentError
from core.experiment import Experiment, from_dict, to_dict
from core.layers import Dense, Dropout
from core.migrations import CURRENT_VERSION
from core.storage import (
    MAX_BYTES,
    experiment_bytes,
    load_experiment,
    parse_experiment,
    reason,
    save_experiment,
    write_atomically,
)
from tests.core.strategies import experiments, json_values, outcome

SOME = Experiment(name="Übung 多層", layers=(Dense(units=16, activation="relu"), Dropout(rate=0.2), Dense()))


def refused(action: Callable[..., object], *args: Any) -> str:
    with pytest.raises(ExperimentError) as caught:
        action(*args)
    return str(caught.value)


def parsed(text: str | bytes) -> str:
    """Return the sentence for a file with this content."""
    return refused(parse_experiment, text.encode() if isinstance(text, str) else text, "f")


def file_with(**tree: Any) -> str:
    return json.dumps({"format": "gluon-lab experiment", "schema_version": CURRENT_VERSION} | tree)


@given(experiments)
def test_what_is_saved_is_loaded(tmp_path: Path, experiment: Experiment) -> None:
    path = tmp_path / "x.gluonlab.json"
    save_experiment(experiment, path)
    assert load_experiment(path) == experiment
    assert load_experiment(str(path)) == experiment
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_files_are_readable_and_say_first_what_they_are() -> None:
    text = experiment_bytes(SOME).decode()
    assert text.splitlines()[:4] == [
        "{",
        '  "format": "gluon-lab experiment",',
        f'  "schema_version": {CURRENT_VERSION},',
        '  "name": "Übung 多層",',
    ]
    assert text.endswith("}\n")
    tree = json.loads(text)
    assert tree.pop("format") == "gluon-lab experiment"
    assert tree.pop("schema_version") == CURRENT_VERSION
    assert tree == to_dict(SOME)


def test_settings_that_a_file_leaves_out_have_their_defaults() -> None:
    assert parse_experiment(file_with().encode(), "f") == Experiment()
    assert parse_experiment(b"\xef\xbb\xbf" + file_with(name="x").encode(), "f") == Experiment(name="x")


def mutations(text: str) -> st.SearchStrategy[str]:
    """Return the text with some characters removed, doubled or replaced."""
    spans = st.lists(
        st.tuples(st.integers(0, len(text)), st.integers(0, 30), st.text('{}[]",:0e-9.\\ \nkind', max_size=6)),
        min_size=1,
        max_size=4,
    )

    def apply(changes: list[tuple[int, int, str]]) -> str:
        result = text
        for start, length, new in changes:
            result = result[:start] + new + result[start + length :]
        return result

    return spans.map(apply)


@settings(max_examples=150)
@given(mutations(experiment_bytes(SOME).decode()))
def test_a_damaged_text_gives_an_experiment_or_a_sentence(text: str) -> None:
    result = outcome(parse_experiment, text.encode(), "f")
    assert isinstance(result, Experiment) or result.startswith("f: ")


@given(st.binary(max_size=60) | st.text(max_size=60).map(lambda text: text.encode("utf-16")))
def test_any_bytes_give_a_sentence(content: bytes) -> None:
    assert outcome(parse_experiment, content, "f").startswith("f: ")


LEAVES = ["name", "data", "layers", "optimizer", "training", "schema_version", "format", "x"]


@settings(max_examples=100)
@given(st.sampled_from(LEAVES), json_values)
def test_any_wrong_value_gives_an_experiment_or_a_sentence(key: str, value: Any) -> None:
    content = json.dumps({"format": "gluon-lab experiment", "schema_version": CURRENT_VERSION, key: value}).encode()
    result = outcome(parse_experiment, content, "f")
    assert isinstance(result, Experiment) or result.startswith("f: ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "f: it is empty."),
        (" \n", "f: it is empty."),
        ('{\n  "a": 1\n  "b": 2}', "f: line 3, column 3: this is not JSON: a comma or a closing bracket is missing."),
        ('{"a" 1}', "f: line 1, column 6: this is not JSON: a colon is missing."),
        ('{"a": }', "f: line 1, column 7: this is not JSON: a value is missing, or a comma is too many."),
        (
            '{"a": 1,}',
            "f: line 1, column 9: this is not JSON: a name in double quotes is missing, or a comma is too many.",
        ),
        ('{"a": "x', "f: line 1, column 7: this is not JSON: the text that starts here has no closing quote."),
        ('{"a": "x\ny"}', "f: line 1, column 9: this is not JSON: a line break or a tab stands inside a text."),
        ("{}{}", "f: line 1, column 3: this is not JSON: the content ended before this place."),
        (b"\xff\xfe{\x00}\x00", "f: it is not a text in UTF-8. Save it with that encoding."),
        ('{"a": {"b": 1, "b": 2}}', "f: 'b' stands twice in the same group. Remove one of them."),
        ("[1]", 'f: this is not an experiment of Gluon Lab; one begins with { "format": "gluon-lab experiment", ...'),
        ("{}", 'f: this is not an experiment of Gluon Lab; one begins with { "format": "gluon-lab experiment", ...'),
        (
            '{"format": ["gluon-lab experiment"]}',
            'f: this is not an experiment of Gluon Lab; one begins with { "format": "gluon-lab experiment", ...',
        ),
        (
            '{"format": "gluon-lab experiment"}',
            f"f: schema_version: this is missing. Add it; today's version is {CURRENT_VERSION}.",
        ),
        (
            file_with(schema_version=99),
            "f: schema_version: it was made by a newer Gluon Lab (version 99 of the format; this one reads up to "
            f"{CURRENT_VERSION}). "
            "Update Gluon Lab to open it.",
        ),
        (
            file_with(schema_version="1"),
            "f: schema_version: '1' is not a version. Versions are 1, 2, 3, and so on.",
        ),
        (file_with(epochs=3), "f: epochs: there is no setting 'epochs' here."),
        (
            file_with(training={"num_epochs": 0}),
            "f: training.num_epochs (Epochs): 0 is out of range. Give a whole number from 1 to 100000.",
        ),
        (
            file_with(optimizer={"kind": "sgd", "learning_rate": float("nan")}),
            "f: optimizer.learning_rate: this must be a finite number, not NaN or infinity.",
        ),
        (
            file_with(training={"seed": -float("inf")}),
            "f: training.seed: -Infinity does not fit here. Give a whole number from 0 to 2147483647.",
        ),
        (file_with(name="\ud800"), "f: name: this text holds half a character. Delete it and type it again."),
        ("[" * 100_000, "f: groups of settings are nested too deeply."),
        (file_with()[:-1] + ', "x": ' + "[" * 600 + "]" * 600 + "}", "f: x.0.0: groups of settings are nested"),
        (file_with(name=1)[:-2] + "1" * 5000 + "}", "f: it holds a number with too many digits."),
        (" " * (MAX_BYTES + 1), "f: it has more than 10,000,000 bytes, too many for an experiment."),
    ],
    ids=lambda value: str(value)[:30],
)
def test_what_is_wrong_with_a_file_is_said(text: str | bytes, expected: str) -> None:
    assert parsed(text).startswith(expected)


def test_a_file_name_that_leads_nowhere_is_explained(tmp_path: Path) -> None:
    missing = tmp_path / "no" / "x.json"
    check = "there is no such file or folder. Check the path."
    assert refused(load_experiment, missing) == f"{missing} cannot be opened: {check}"
    assert refused(save_experiment, SOME, missing) == f"{missing} was not saved: {check}"
    assert refused(load_experiment, tmp_path) == f"{tmp_path} cannot be opened: this is a folder, not a file."
    assert refused(save_experiment, SOME, tmp_path) == f"{tmp_path} was not saved: this is a folder, not a file."
    (tmp_path / "file").write_text("x")
    below = tmp_path / "file" / "x.json"
    assert "a part of its path is a file" in refused(load_experiment, below)
    assert "a part of its path is a file" in refused(save_experiment, SOME, below)
    assert "the name is too long" in refused(load_experiment, tmp_path / ("x" * 300))
    assert "the name is too long" in refused(save_experiment, SOME, tmp_path / ("x" * 300))
    for name in ("x\0y", "\ud800"):
        assert "this is not a name that a file can have" in refused(load_experiment, str(tmp_path / name))
        assert "this is not a name that a file can have" in refused(save_experiment, SOME, str(tmp_path / name))
    assert [file.name for file in tmp_path.iterdir()] == ["file"]


def test_errors_in_a_file_name_the_file(tmp_path: Path) -> None:
    path = tmp_path / "x.gluonlab.json"
    path.write_text(file_with(training={"num_epochs": "x"}))
    assert refused(load_experiment, path).startswith(f"{path}: training.num_epochs (Epochs): 'x' does not fit")
    path.write_bytes(b" " * (MAX_BYTES + 1))
    assert refused(load_experiment, path).startswith(f"{path}: it has more than 10,000,000 bytes")


def test_the_largest_experiment_can_be_loaded_again(tmp_path: Path) -> None:
    largest = from_dict(
        {
            "name": "\N{GRINNING FACE}" * 200,
            "notes": "\N{GRINNING FACE}" * 100_000,
            "layers": [{"kind": "dense", "units": 100_000, "activation": "leaky_relu"}] * 200,
            "data": {"kind": "linear_regression", "w": [-123456.789012345] * 1000},
        }
    )
    save_experiment(largest, tmp_path / "x")
    assert load_experiment(tmp_path / "x") == largest


def test_pipes_and_devices_are_left_alone(tmp_path: Path) -> None:
    pipe, device = tmp_path / "pipe", tmp_path / "socket"
    os.mkfifo(pipe)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(device))
        for path in (pipe, device):
            assert refused(load_experiment, path) == f"{path} cannot be opened: this is a device or a pipe, not a file."
            assert (
                refused(save_experiment, SOME, path) == f"{path} was not saved: this is a device or a pipe, not a file."
            )
        assert stat.S_ISFIFO(pipe.stat().st_mode)
        assert stat.S_ISSOCK(device.stat().st_mode)


def test_a_closed_folder_or_a_protected_file_is_explained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.json"
    save_experiment(Experiment(), path)
    # Root may do everything, and tests often run as root; so the answers of the system are given here.
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert refused(save_experiment, SOME, path).startswith(f"{path} was not saved: you have no permission.")

    def closed(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "open", closed)
    assert refused(load_experiment, path).startswith(f"{path} cannot be opened: you have no permission.")
    assert refused(save_experiment, SOME, tmp_path / "new").startswith(f"{tmp_path / 'new'} was not saved: you have no")
    monkeypatch.undo()
    assert load_experiment(path) == Experiment()


@pytest.fixture(params=["fsync", "replace", "chmod", "readback", "interrupt"])
def failing(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[type[BaseException]]:
    """Make one step of writing fail; the value is the exception that then comes."""

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    if request.param == "readback":
        monkeypatch.setattr(storage, "_holds", lambda *_: False)
        yield OSError
    elif request.param == "interrupt":
        monkeypatch.setattr(os, "replace", interrupt)
        yield KeyboardInterrupt
    else:
        monkeypatch.setattr(os, request.param, full)
        yield OSError


def test_whatever_fails_the_old_file_stays_and_nothing_is_left(tmp_path: Path, failing: type[BaseException]) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(b"old")
    with pytest.raises(failing):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["x.json"]


def test_a_file_that_cannot_be_written_to_its_end_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"old")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, hard))
    try:
        with pytest.raises(OSError, match="too large"):
            write_atomically(path, bytes(3_000_000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert path.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["x"]


def test_a_full_disk_is_explained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    path = tmp_path / "x.json"
    assert refused(save_experiment, SOME, path).startswith(f"{path} was not saved: the disk is full. Make room")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_synced_does_not_undo_the_writing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[bool] = []

    def fsync(descriptor: int) -> None:
        is_folder = stat.S_ISDIR(os.fstat(descriptor).st_mode)
        synced.append(is_folder)
        if is_folder:
            raise OSError(errno.EINVAL, "Invalid argument")

    monkeypatch.setattr(os, "fsync", fsync)
    write_atomically(tmp_path / "x", b"new")
    assert (tmp_path / "x").read_bytes() == b"new"
    assert synced == [False, True]


def test_the_new_content_is_on_the_disk_before_it_takes_the_old_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    fsync, replace = os.fsync, os.replace
    monkeypatch.setattr(os, "fsync", lambda fd: (steps.append("sync"), fsync(fd)))
    monkeypatch.setattr(os, "replace", lambda old, new: (steps.append("replace"), replace(old, new)))
    write_atomically(tmp_path / "x", b"new")
    assert steps == ["sync", "replace", "sync"]


def test_written_bytes_are_read_back(tmp_path: Path) -> None:
    content = bytes(range(256)) * 10_000
    with (tmp_path / "x").open("w+b") as file:
        file.write(content)
        assert storage._holds(file, hashlib.sha256(content).digest())
        for other in (content[:-1], content + b"x", content[:-1] + b"x", content[: 2 * 2**20]):
            assert not storage._holds(file, hashlib.sha256(other).digest())


@pytest.mark.parametrize("content", [b"", b"x", bytes(3 * 2**20 + 1)])
def test_any_size_can_be_written(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / ("x" * 255)
    write_atomically(path, b"old")
    write_atomically(path, content)
    assert path.read_bytes() == content


def test_permissions_stay_and_new_files_get_the_usual_ones(tmp_path: Path) -> None:
    path = tmp_path / "x"
    write_atomically(path, b"1")
    (tmp_path / "usual").touch()
    assert path.stat().st_mode == (tmp_path / "usual").stat().st_mode
    for mode in (0o600, 0o640, 0o666):
        path.chmod(mode)
        write_atomically(path, b"2")
        assert stat.S_IMODE(path.stat().st_mode) == mode


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target = tmp_path / "folder" / "target"
    target.parent.mkdir()
    link = tmp_path / "link"
    link.symlink_to(target)
    for content in (b"new file", b"old file"):
        write_atomically(link, content)
        assert link.is_symlink()
        assert target.read_bytes() == content
    assert [file.name for file in target.parent.iterdir()] == ["target"]


def test_reasons_end_as_sentences() -> None:
    for number in errno.errorcode:
        text = reason(OSError(number, os.strerror(number)))
        assert text.endswith(".")
        assert not text.endswith("..")
    assert reason(OSError("strange")) == "strange."


def test_the_tree_of_a_file_is_that_of_the_experiment() -> None:
    tree = json.loads(experiment_bytes(SOME))
    del tree["format"], tree["schema_version"]
    assert from_dict(tree) == SOME
