"""The command ``gluon-lab book``: rows that are really run, and exit status by what comes of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

import core.replay
from core.book import ENTRIES
from core.presets import load_preset
from core.verdicts import Computed, Entry, Verdict, judge
from desktop_app.cli import main

Values = dict[str, float]


@pytest.fixture
def results(monkeypatch: pytest.MonkeyPatch) -> Callable[[dict[str, Values]], list[str]]:
    """Tell what comes of rows instead of running them; return the list of the keys that were asked for."""

    def prepare(values: dict[str, Values]) -> list[str]:
        asked: list[str] = []

        def replay(entries: Sequence[Entry], executor: object, *, data_dir: Path | None) -> Iterator[Verdict]:
            for entry in entries:
                asked.append(entry.key)
                if entry.key in values:
                    yield judge(entry, Computed(values[entry.key], 0.5))
                else:
                    yield Verdict(entry, (), "There was no worker.")

        monkeypatch.setattr(core.replay, "replay", replay)
        return asked

    return prepare


@pytest.fixture
def no_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GLUON_LAB_DATA", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_rows_are_run_compared_and_inside(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["book", "--only", "autograd", "--only", "plane-diverges", "--workers", "1", "--json"]) == 0
    *rows, end = lines(capfd.readouterr().out)
    assert {row["name"]: row["inside"] for row in rows} == {"autograd": True, "plane-diverges": True}
    (autograd,) = [row for row in rows if row["name"] == "autograd"]
    assert autograd["figures"][3] == {
        "name": "gradient_3",
        "book": "12",
        "here": 12.0,
        "low": 12,
        "high": 12,
        "inside": True,
    }
    assert (end["event"], end["rows"], end["inside"]) == ("end", 2, 2)


def test_a_table_stands_in_the_order_of_the_book(
    results: Any, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    results({"xor": {"validation_loss": 0.02, "validation_accuracy": 1.0}, "matrix-product": {"largest": 3e20}})
    assert main(["book", "--only", "xor", "--only", "matrix-product"]) == 0
    out, err = capsys.readouterr()
    table = [[cell.strip() for cell in line.split("│")[1:-1]] for line in out.splitlines() if "│" in line]
    assert table[0] == ["matrix-product", "Largest entry", "1e20 to 1e24", "3e20", "≥ 1e15", "yes"]
    assert table[1] == ["xor", "Validation loss", "–", "0.02", "≤ 0.1", "yes"]
    assert table[2] == ["", "Validation accuracy", "–", "1", "0.96 – 1", "yes"]
    assert out.splitlines()[-1].startswith("2 of 2 rows are inside their bands.")
    assert err.splitlines() == ["1/2 matrix-product: inside the band", "2/2 xor: inside the band"]


def test_one_figure_outside_is_a_failure(results: Any, capsys: pytest.CaptureFixture[str]) -> None:
    results({"xor": {"validation_loss": 0.11, "validation_accuracy": 1.0}})
    assert main(["book", "--only", "xor"]) == 1
    out, err = capsys.readouterr()
    assert "NO" in out
    assert "0 of 1 rows are inside" in out
    assert err == "1/1 xor: OUTSIDE the band\n"


def test_a_row_that_could_not_be_run_is_a_failure(results: Any, capsys: pytest.CaptureFixture[str]) -> None:
    results({})
    assert main(["book", "--only", "xor"]) == 1
    assert "xor: There was no worker." in capsys.readouterr().err
    assert main(["book", "--only", "xor", "--json"]) == 1
    row, _ = lines(capsys.readouterr().out)
    assert (row["message"], row["figures"], row["inside"]) == ("There was no worker.", [], False)


def test_numbers_that_json_does_not_know_are_texts(results: Any, capsys: pytest.CaptureFixture[str]) -> None:
    results({"mean-gradients": {"relu_0.8": float("inf")}})
    assert main(["book", "--only", "mean-gradients", "--json"]) == 1
    row, _ = lines(capsys.readouterr().out)
    (figure,) = [figure for figure in row["figures"] if figure["name"] == "relu_0.8"]
    assert figure == {"name": "relu_0.8", "book": "nan", "here": "inf", "low": "inf", "high": "nan", "inside": True}
    assert row["figures"][0]["here"] is None


@pytest.mark.usefixtures("no_files")
def test_rows_without_files_still_run_when_files_are_missing(results: Any, capsys: pytest.CaptureFixture[str]) -> None:
    asked = results({"autograd": {f"gradient_{i}": 4.0 * i for i in range(4)}})
    assert main(["book", "--only", "mlp", "--only", "softmax-regression", "--only", "autograd"]) == 2
    out, err = capsys.readouterr()
    assert asked == ["autograd"]
    assert err.count("The files of Fashion-MNIST are not on this computer.") == 1
    assert "1 of 3 rows are inside their bands." in out


@pytest.mark.usefixtures("no_files")
def test_without_names_all_rows_run(results: Any, capsys: pytest.CaptureFixture[str]) -> None:
    asked = results({})
    assert main(["book"]) == 1
    without_files = [e for e in ENTRIES if e.computed or not load_preset(e.key).data.download_bytes]
    assert asked == [entry.key for entry in without_files]


def test_an_unknown_name_is_bad_input(results: Any, capsys: pytest.CaptureFixture[str]) -> None:
    asked = results({})
    assert main(["book", "--only", "autograt"]) == 2
    assert "There is no result 'autograt' to compare with. Did you mean autograd?" in capsys.readouterr().err
    assert asked == []


def test_an_interrupt_keeps_what_is_done(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def replay(entries: Sequence[Entry], executor: object, *, data_dir: Path | None) -> Iterator[Verdict]:
        yield judge(entries[0], Computed({f"gradient_{i}": 4.0 * i for i in range(4)}, 0.5))
        raise KeyboardInterrupt

    monkeypatch.setattr(core.replay, "replay", replay)
    assert main(["book", "--only", "autograd", "--only", "xor", "--json"]) == 130
    out, err = capsys.readouterr()
    row, end = lines(out)
    assert (row["name"], end["inside"], end["rows"]) == ("autograd", 1, 2)
    assert err == "gluon-lab: interrupted; what is done is kept\n"


def test_there_is_at_least_one_worker(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["book", "--workers", "0"]) == 2
    assert "--workers" in capsys.readouterr().err
