from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import ExperimentError
from core.runs import KeptRun, Runs
from core.runs_storage import delete_run, file_name, load_run, load_runs, save_run
from tests.core.outcomes import WHEN, named, run_outcome


def kept(key: str = "key-1", **values: object) -> KeptRun:
    outcome = run_outcome(named("Äpfel"), parameters={"0.weight": np.array([[1.5, np.nan]], np.float32)})
    return KeptRun(**({"key": key, "name": "Äpfel", "colour": 3, "when": WHEN, "outcome": outcome} | values))  # type: ignore[arg-type]


def test_a_run_comes_back(tmp_path: Path) -> None:
    run = kept(pinned=True, shown=True)
    save_run(run, tmp_path / "new" / "runs")
    (back,) = load_runs(tmp_path / "new" / "runs")
    assert isinstance(back, KeptRun)
    assert (back.key, back.name, back.colour, back.when) == (run.key, run.name, run.colour, run.when)
    assert (back.pinned, back.shown, back.seconds) == (True, True, 3.0)
    assert back.experiment == run.experiment
    assert back.outcome.epochs == run.outcome.epochs
    weights = (back.outcome.ended.parameters or {})["0.weight"]
    assert weights.dtype == np.float32
    np.testing.assert_array_equal(weights, [[1.5, np.nan]])


def test_saving_again_replaces(tmp_path: Path) -> None:
    save_run(kept(), tmp_path)
    save_run(kept(name="Other"), tmp_path)
    assert [run.name for run in load_runs(tmp_path) if isinstance(run, KeptRun)] == ["Other"]
    assert os.listdir(tmp_path) == ["key-1.run.json"]


def test_a_deleted_run_is_gone(tmp_path: Path) -> None:
    save_run(kept(), tmp_path)
    delete_run("key-1", tmp_path)
    delete_run("key-1", tmp_path)
    assert list(load_runs(tmp_path)) == []


def test_a_long_run_takes_little_room(tmp_path: Path) -> None:
    (run,) = Runs().added("long", "Long", WHEN, run_outcome(epochs=100_000))
    save_run(run, tmp_path)
    assert (tmp_path / file_name("long")).stat().st_size < 100_000
    back = load_run(tmp_path / file_name("long"))
    assert back.outcome.epochs[-1].epoch == 100_000


def test_without_a_folder_there_are_no_runs(tmp_path: Path) -> None:
    assert list(load_runs(tmp_path / "nowhere")) == []


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "runs").write_text("x")
    (sentence,) = load_runs(tmp_path / "runs")
    assert isinstance(sentence, str)
    assert sentence.endswith("a part of its path is a file, not a folder.")
    with pytest.raises(ExperimentError, match="was not kept on disk"):
        save_run(kept(), tmp_path / "runs")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "line 1, column 1: this is not JSON."),
        (b"{", "line 1, column 2: this is not JSON."),
        (b"[]", "this is not a run of Gluon Lab."),
        (b"\xff\xfe", "it is not a text in UTF-8."),
        (b"[" * 100_000, "its groups are nested too deeply."),
        (b'{"a": NaN}', "NaN stands where a number in JSON is expected."),
        (b"9" * 10_000, "it holds a number with too many digits."),
        (b'{"format": "gluon-lab run"}', "version: null is not one that this Gluon Lab reads."),
        (b'{"format": "gluon-lab run", "version": 0}', "version: 0 is not one that this Gluon Lab reads."),
    ],
)
def test_a_damaged_file_costs_that_run_only(tmp_path: Path, content: bytes, sentence: str) -> None:
    save_run(kept("a"), tmp_path)
    save_run(kept("c"), tmp_path)
    (tmp_path / "b.run.json").write_bytes(content)
    first, problem, last = load_runs(tmp_path)
    assert isinstance(first, KeptRun)
    assert isinstance(last, KeptRun)
    assert problem == f"A kept run is lost. b.run.json: {sentence} It is set aside as b.run.json.unreadable."
    assert (tmp_path / "b.run.json.unreadable").read_bytes() == content
    assert len(list(load_runs(tmp_path))) == 2, "it is told once"


def changed(path: Path, change: Callable[[dict[str, Any]], object]) -> None:
    tree = json.loads(path.read_text())
    change(tree)
    path.write_text(json.dumps(tree))


def test_a_run_of_an_older_schema_is_read(tmp_path: Path) -> None:
    def make_older(tree: dict[str, Any]) -> None:
        experiment = tree["outcome"]["started"]["experiment"]
        experiment["schema_version"] = 1
        for group in ("schedule", "penalty", "stopping"):
            del experiment[group]

    save_run(kept(), tmp_path)
    changed(tmp_path / file_name("key-1"), make_older)
    assert load_run(tmp_path / file_name("key-1")).experiment == kept().experiment


def test_runs_of_a_newer_program_stay_where_they_are(tmp_path: Path) -> None:
    for key in "abc":
        save_run(kept(key), tmp_path)
    changed(tmp_path / file_name("a"), lambda tree: tree.update(version=2))
    changed(tmp_path / file_name("b"), lambda tree: tree["outcome"]["started"]["experiment"].update(schema_version=99))
    before = sorted(path.name for path in tmp_path.iterdir())
    run, problem = load_runs(tmp_path)
    assert isinstance(run, KeptRun)
    assert run.key == "c"
    assert problem == "Not shown: 2 kept runs of a newer Gluon Lab. Update Gluon Lab to see them again."
    assert sorted(path.name for path in tmp_path.iterdir()) == before


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("key", "../evil"),
        ("key", "other"),
        ("name", ""),
        ("name", "x" * 201),
        ("colour", -1),
        ("colour", True),
        ("when", "yesterday"),
        ("when", "2026-11-25"),
        ("pinned", 1),
        ("shown", None),
        ("outcome", {}),
    ],
)
def test_what_does_not_fit_is_refused(tmp_path: Path, name: str, value: object) -> None:
    save_run(kept(), tmp_path)
    path = tmp_path / file_name("key-1")
    changed(path, lambda tree: tree.update({name: value}))
    with pytest.raises(ExperimentError, match=r"^key-1\.run\.json: "):
        load_run(path)


@given(st.data())
def test_random_damage_is_told_in_a_sentence(tmp_path: Path, data: st.DataObject) -> None:
    save_run(kept(), tmp_path)
    path = tmp_path / file_name("key-1")
    content = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(bytes(content))
    (found,) = load_runs(tmp_path)
    assert isinstance(found, KeptRun) or found.startswith("A kept run is lost. key-1.run.json: ")
