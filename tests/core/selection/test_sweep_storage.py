"""Sweeps on disk."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.errors import ExperimentError
from core.migrations import CURRENT_VERSION as EXPERIMENT_VERSION
from core.selection.sweep_storage import load_sweep, parse_sweep, save_sweep, sweep_bytes
from tests.core.selection.test_sweep import RATES, UNITS, sweep, swept

WHOLE = sweep(
    RATES,
    swept("initializer", {"kind": "zero"}, {"kind": "xavier"}, labels=("nothing", "Xavier’s")),
    name="δ",
    notes="one\ntwo",
    seeds=[4, 2],
    seeded="both",
)


def test_a_sweep_comes_back_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "mine.gluonlab-sweep.json"
    for each in (WHOLE, sweep(UNITS)):
        save_sweep(each, file)
        assert load_sweep(file) == each
        assert [cell.key for cell in load_sweep(file).cells()] == [cell.key for cell in each.cells()]
    assert [path.name for path in tmp_path.iterdir()] == [file.name]


def test_the_file_tells_what_it_is() -> None:
    tree = json.loads(sweep_bytes(WHOLE))
    assert list(tree)[:3] == ["format", "schema_version", "name"]
    assert (tree["format"], tree["schema_version"]) == ("gluon-lab sweep", 1)
    assert tree["experiment"]["schema_version"] == EXPERIMENT_VERSION


def changed(**fields: object) -> bytes:
    tree = json.loads(sweep_bytes(WHOLE)) | fields
    return json.dumps({name: value for name, value in tree.items() if value != "gone"}).encode()


def test_the_experiment_in_an_older_file_is_brought_to_todays_schema() -> None:
    experiment = json.loads(sweep_bytes(WHOLE))["experiment"] | {"schema_version": 1}
    for group in ("schedule", "penalty", "stopping"):
        del experiment[group]
    assert parse_sweep(changed(experiment=experiment), "f") == WHOLE


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "f: it is empty."),
        (b"{", "f: line 1, column 2: this is not JSON"),
        (b"[]", 'f: this is not a sweep of Gluon Lab; one begins with { "format": "gluon-lab sweep", ...'),
        (changed(format="gluon-lab experiment"), "f: this is not a sweep of Gluon Lab"),
        (changed(schema_version=9), "f: schema_version: it was made by a newer Gluon Lab"),
        (changed(schema_version="gone"), "f: schema_version: this is missing."),
        (changed(settings="gone"), "f: settings: this is missing."),
        (changed(experiment="gone"), "f: experiment: this is missing."),
        (changed(experiment=3), "f: experiment: 3 does not fit here."),
        (changed(experiment={}), "f: experiment.schema_version: this is missing."),
        (changed(experiment={"schema_version": 1, "laers": []}), "Did you mean 'layers'?"),
        (changed(experiment={"schema_version": 99}), "f: experiment.schema_version: it was made by a newer Gluon Lab"),
        (changed(settings=[swept("optimizer.wd", 1000)]), "f: optimizer.wd (Weight decay): 1000 is out of range."),
        (changed(colour="red"), "f: colour: there is no setting 'colour' here."),
    ],
)
def test_what_is_wrong_with_a_file_is_said(content: bytes, said: str) -> None:
    with pytest.raises(ExperimentError) as error:
        parse_sweep(content, "f")
    assert said in str(error.value)


def test_a_file_that_cannot_be_read_or_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(ExperimentError, match="there is no such file"):
        load_sweep(tmp_path / "none")
    with pytest.raises(ExperimentError, match="was not saved: this is a folder"):
        save_sweep(WHOLE, tmp_path)
