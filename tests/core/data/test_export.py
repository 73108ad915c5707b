"""Export, read back with other readers than ours: the csv module, NumPy and the same arrays."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from core.data import Circle, DataFacts, Diabetes, Digits, Iris, LinearRegression, Parts, Polynomial, Samples
from core.data.export import csv_chunks, export
from core.data.table_preview import read_table, table_data
from core.data.user_file import Watch
from core.errors import Cancelled, DataError

SETS = [
    Circle(num_samples=40, inputs=("x1", "x1*x2"), test_share=0.2),
    Polynomial(num_train=7, num_validation=5, num_test=3),
    LinearRegression(num_samples=20, w=(1.0,) * 5),
    Iris(),
    Diabetes(),
    Digits(validation_share=0.9, test_share=0.05),
]
floats = st.floats(width=32, allow_nan=False, allow_infinity=False)


def named(parts: Parts) -> dict[str, Samples]:
    every = {"train": parts.train, "validation": parts.validation, "test": parts.test}
    return {name: part for name, part in every.items() if part is not None}


def read(content: bytes) -> tuple[list[str], list[list[str]]]:
    header, *rows = csv.reader(io.StringIO(content.decode(), newline=""), strict=True)
    return header, rows


@pytest.mark.parametrize("data", SETS, ids=lambda data: data.kind)
def test_csv_holds_exactly_the_samples(data: Any, tmp_path: Path) -> None:
    parts = data.load()
    export(parts, tmp_path / "data.csv")
    header, rows = read((tmp_path / "data.csv").read_bytes())
    facts = parts.facts
    assert header[0] == "part"
    assert header[-1] == "y"
    assert not facts.input_names or tuple(header[1:-1]) == facts.input_names
    assert len(rows) == sum(len(part) for part in named(parts).values())
    for name, part in named(parts).items():
        chosen = [row for row in rows if row[0] == name]
        X = np.array([row[1:-1] for row in chosen], dtype=np.float32)
        np.testing.assert_array_equal(X, part.X.reshape(len(part), -1))
        if facts.class_names:
            assert [row[-1] for row in chosen] == [facts.class_names[label] for label in part.y]
        else:
            np.testing.assert_array_equal(np.array([row[-1] for row in chosen], np.float32), part.y[:, 0])


@pytest.mark.parametrize("data", SETS, ids=lambda data: data.kind)
def test_npz_holds_exactly_the_samples(data: Any, tmp_path: Path) -> None:
    parts = data.load()
    export(parts, tmp_path / "data.NPZ")
    with np.load(tmp_path / "data.NPZ", allow_pickle=False) as file:
        found = dict(file)
    assert tuple(found.pop("class_names")) == parts.facts.class_names
    assert tuple(found.pop("input_names")) == parts.facts.input_names
    part_of = found.pop("part")
    assert len(part_of) == sum(len(part) for part in named(parts).values())
    for name, part in named(parts).items():
        for array in ("X", "y") + (() if part.points is None else ("points",)):
            back = found[array][part_of == name]
            assert back.dtype == getattr(part, array).dtype
            np.testing.assert_array_equal(back, getattr(part, array))
    assert set(found) == {"X", "y"} | ({"points"} if parts.facts.axes else set())


@given(arrays(np.float32, (4, 2), elements=floats), arrays(np.float32, (4, 2), elements=floats))
@settings(max_examples=50)
def test_every_float32_and_several_targets_come_back(X: Any, y: Any) -> None:
    parts = Parts(DataFacts("regression", (2,), 2, (), 4, 0, 0), Samples(X, y), None, None)
    header, rows = read(b"".join(csv_chunks(parts, Watch())))
    assert header == ["part", "x1", "x2", "y1", "y2"]
    back = np.array([row[1:] for row in rows]).astype(np.float32)
    np.testing.assert_array_equal(back, np.column_stack([X, y]))


def test_pixels_stay_whole_numbers() -> None:
    pixels = np.arange(8, dtype=np.uint8).reshape(2, 1, 2, 2) * 36
    facts = DataFacts("classification", (1, 2, 2), 2, ("a", "b"), 2, 0, 0)
    parts = Parts(facts, Samples(pixels, np.array([1, 0])), None, None)
    assert b"".join(csv_chunks(parts, Watch())) == b"part,x1,x2,x3,x4,y\ntrain,0,36,72,108,b\ntrain,144,180,216,252,a\n"


def test_names_are_quoted_and_kept_apart() -> None:
    names = ('a "b", c', "Ünï\nline")
    facts = DataFacts("classification", (3,), 2, names, 2, 0, 0, input_names=("y", "part", "x,1"))
    parts = Parts(facts, Samples(np.zeros((2, 3), np.float32), np.array([0, 1])), None, None)
    header, rows = read(b"".join(csv_chunks(parts, Watch())))
    assert header == ["part_", "y", "part", "x,1", "y_"]
    assert [row[-1] for row in rows] == list(names)


def test_a_name_that_tells_no_format_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"the name must end in \.csv or \.npz"):
        export(Iris().load(), tmp_path / "iris.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_written_is_said_and_harms_nothing(tmp_path: Path) -> None:
    (tmp_path / "taken.csv").mkdir()
    with pytest.raises(DataError, match=r"taken\.csv was not saved: this is a folder"):
        export(Iris().load(), tmp_path / "taken.csv")
    with pytest.raises(DataError, match="there is no such file or folder"):
        export(Iris().load(), tmp_path / "none" / "iris.csv")
    assert [path.name for path in tmp_path.iterdir()] == ["taken.csv"]


@pytest.mark.parametrize("ending", ["csv", "npz"])
def test_an_exported_table_can_be_opened_again(ending: str, tmp_path: Path) -> None:
    parts = Iris(standardise=False).load()
    export(parts, tmp_path / f"iris.{ending}")
    table = table_data(read_table(tmp_path / f"iris.{ending}"), "y", uses={"part": "leave out"})
    again = table.model_copy(update={"standardise": False}).load()
    assert again.facts.num_outputs == 3
    if ending == "csv":
        assert again.facts.class_names == parts.facts.class_names
        assert again.facts.input_names == parts.facts.input_names
    ours, back = (
        np.concatenate([np.column_stack([part.X, part.y]) for part in named(found).values()])
        for found in (parts, again)
    )
    np.testing.assert_array_equal(back[np.lexsort(back.T)], ours[np.lexsort(ours.T)])


@pytest.mark.parametrize("ending", ["csv", "npz"])
def test_export_says_how_far_it_is_and_can_be_stopped(ending: str, tmp_path: Path) -> None:
    parts, path = LinearRegression(num_samples=30_000, w=(1.0,) * 20).load(), tmp_path / f"data.{ending}"
    seen: list[tuple[int, int]] = []
    export(parts, path, Watch(lambda done, total: seen.append((done, total))))
    whole = path.read_bytes()
    assert len(seen) > 3
    assert seen == sorted(seen)
    assert seen[-1][0] == seen[-1][1]
    path.write_bytes(b"before")
    with pytest.raises(Cancelled):
        export(parts, path, Watch(cancelled=lambda: len(seen) > 5, report=lambda *step: seen.append(step)))
    assert path.read_bytes() == b"before"
    assert [file.name for file in tmp_path.iterdir()] == [path.name]
    export(parts, path)
    assert path.read_bytes()[-1000:] == whole[-1000:] if ending == "csv" else path.stat().st_size > 1000
