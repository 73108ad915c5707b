"""What the command line prints of a run."""

from __future__ import annotations

import json

import pytest

from desktop_app.cli import main
from desktop_app.run_report import print_json


def test_print_json_knows_no_nan(capsys: pytest.CaptureFixture[str]) -> None:
    print_json({"a": float("nan"), "b": float("-inf"), "c": 0.5, "d": None, "e": "NaN", "f": 3})
    expected = {"a": None, "b": None, "c": 0.5, "d": None, "e": "NaN", "f": 3}
    assert json.loads(capsys.readouterr().out) == expected


def test_people_get_the_metrics_of_a_regression(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "multi-gauss", "--set", "training.num_epochs=1"]) == 0
    out, err = capsys.readouterr()
    assert "Validation R²" in " ".join(out.split())
    assert "Validation: loss " in out
    assert all(name in out for name in ("RMSE ", "R² ", "MAE "))
    assert "validation R² " in err


def test_a_long_run_gets_a_short_table(capsys: pytest.CaptureFixture[str]) -> None:
    settings = ("training.num_epochs=61", "data.num_train=60", 'layers=[{"kind": "dense"}]')
    assert main(["run", "digits-mlp", *(part for text in settings for part in ("--set", text))]) == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    epochs = [int(line[1]) for line in lines if len(line) > 3 and line[0] == "│"]
    assert epochs[0] == 1
    assert epochs[-1] == 61
    assert len(epochs) <= 31
