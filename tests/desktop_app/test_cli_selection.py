"""The commands kfold, sweep and sweeps: what they print, and their exit status."""

from __future__ import annotations

import csv
import json
import os
import signal
import statistics
from pathlib import Path
from typing import Any

import pytest

import core.selection.workers
from core.selection.kfold import KFold
from core.selection.running import run_cells
from core.selection.shipped import sweeps
from core.selection.sweep_storage import save_sweep
from desktop_app.cli import main
from desktop_app.cli_base import find_experiment
from tests.core.selection.test_sweep import DENSE_PAIR, brief_sweep, swept
from tests.desktop_app.test_cli_processes import running
from tests.selections import LentExecutor

BRIEF = ("--set", "training.num_epochs=2", "--workers", "2")


@pytest.fixture
def warm(warm_workers: LentExecutor, monkeypatch: pytest.MonkeyPatch) -> LentExecutor:
    """Let the commands have workers that were there before."""
    monkeypatch.setattr(core.selection.workers, "LocalExecutor", lambda _: warm_workers)
    return warm_workers


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_kfold_prints_every_fold_and_what_they_have_in_common(
    capsys: pytest.CaptureFixture[str], warm_workers: LentExecutor
) -> None:
    assert main(["kfold", "digits-mlp", "--folds", "3", "--seed", "5", "--json", *BRIEF]) == 0
    printed = lines(capsys.readouterr().out)
    folds = sorted((line for line in printed if line["event"] == "run"), key=lambda line: line["fold"])
    assert [line["fold"] for line in folds] == [1, 2, 3]
    assert {line["reason"] for line in folds} == {"finished"}
    experiment = find_experiment("digits-mlp", BRIEF[1:2], 5)
    cells = KFold(num_folds=3).cells(experiment)
    results = {result.key: result for result in run_cells(cells, warm_workers)}
    for line in folds:
        outcome = results[f"fold {line['fold']}"].outcome
        assert outcome is not None
        assert line["validation_loss"] == outcome.epochs[-1].validation_loss
    (loss,) = [line for line in printed if line["event"] == "summary" and line["figure"] == "validation_loss"]
    assert loss["values"] == [line["validation_loss"] for line in folds]
    assert loss["mean"] == pytest.approx(statistics.mean(loss["values"]))
    assert loss["deviation"] == pytest.approx(statistics.stdev(loss["values"]))


@pytest.mark.usefixtures("warm")
def test_kfold_shows_a_table_and_tells_of_each_fold_when_it_is_done(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["kfold", "linear-regression", "--folds", "2", *BRIEF, "--set", "training.num_epochs=1"]) == 0
    captured = capsys.readouterr()
    for word in ("Fold", "Validation", "RMSE", "Train loss", "mean", "deviation"):
        assert word in " ".join(captured.out.split())
    told = captured.err.splitlines()
    assert len(told) == 2
    assert told[0].startswith("1/2: fold ")
    assert "validation loss" in told[1]


@pytest.mark.usefixtures("warm")
def test_a_terminal_gets_a_bar_instead_of_lines(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert main(["kfold", "digits-mlp", "--folds", "2", *BRIEF]) == 0
    captured = capsys.readouterr()
    assert "2/2" in captured.err
    assert "fold 1" not in captured.err
    assert "deviation" in captured.out


@pytest.mark.usefixtures("warm")
def test_a_sweep_is_a_table_with_the_best_marked_and_a_csv(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file, table = tmp_path / "mine.json", tmp_path / "table.csv"
    rates = swept("optimizer.learning_rate", 0.5, 1e-6)
    save_sweep(brief_sweep(rates, swept("layers.0.units", 8, 16), seeds=[1, 2]), file)
    assert main(["sweep", str(file), "--csv", str(table), "--figure", "train_loss", "--workers", "2"]) == 0
    out = capsys.readouterr().out
    assert "Downwards: Learning rate. Across: Layer 1, Dense: Units." in out
    assert out.count("±") == 5
    assert out.count("*") == 2
    rows = list(csv.DictReader(table.read_text(encoding="utf-8").splitlines()))
    assert [row["done"] for row in rows] == ["2"] * 4
    (best,) = [row for row in rows if row["best"] == "1"]
    assert best["optimizer.learning_rate"] == "0.5"
    assert f"{float(best['train_loss_mean']):#.4g}" in out


@pytest.mark.usefixtures("warm")
def test_the_lines_of_a_sweep_say_which_values_they_belong_to(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    layers = swept("layers", DENSE_PAIR, [{"kind": "dense"}], labels=("two", "one"))
    save_sweep(brief_sweep(layers, seeds=[4]), tmp_path / "mine.json")
    assert main(["sweep", str(tmp_path / "mine.json"), "--json", "--workers", "2"]) == 0
    captured = capsys.readouterr()
    runs, cells = ([line for line in lines(captured.out) if line["event"] == event] for event in ("run", "summary"))
    assert sorted((line["settings"]["layers"], line["seed"]) for line in runs) == [("one", 4), ("two", 4)]
    assert [line["settings"] for line in cells] == [{"layers": "two"}, {"layers": "one"}]
    assert sorted(line["best"] for line in cells) == [False, True]
    assert {line["mean"] for line in cells} == {line["validation_loss"] for line in runs}
    assert [line["deviation"] for line in cells] == [None, None]
    assert "layers one, seed 4: " in captured.err


@pytest.mark.usefixtures("warm")
def test_runs_that_diverge_are_told_and_are_a_result_of_a_sweep_but_a_failure_of_a_fold(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    save_sweep(brief_sweep(swept("optimizer.learning_rate", 0.5, 900)), tmp_path / "mine.json")
    assert main(["sweep", str(tmp_path / "mine.json"), "--workers", "2"]) == 0
    captured = capsys.readouterr()
    assert "(1 diverged)" in captured.out
    assert "gluon-lab: 1 run: The loss" in captured.err
    wild = ("--set", "optimizer.learning_rate=900")
    assert main(["kfold", "digits-mlp", "--folds", "2", *BRIEF, *wild]) == 1


def test_data_that_are_missing_are_said_once(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("GLUON_LAB_DATA", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    assert main(["kfold", "mlp", "--folds", "2", "--workers", "1"]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "gluon-lab: 2 runs: The files of Fashion-MNIST are not on this computer." in captured.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["kfold", "dgits-mlp"], "Did you mean digits-mlp"),
        (["kfold", "digits-mlp", "--set", "training.epochs=2"], "there is no setting 'epochs' here"),
        (["kfold", "digits-mlp", "--set", "layers=[]"], "layer"),
        (["kfold", "digits-mlp", "--folds", "1"], "greater than or equal to 2"),
        (["sweep", "weight-dcay"], "Did you mean weight-decay"),
        (["sweep", "weight-decay", "--figure", "test_loss"], "the figure 'test_loss' is not known."),
        (["sweep", "weight-decay", "--csv", "/no/such/folder/x.csv"], "/no/such/folder/x.csv cannot be saved"),
        (["sweep", "weight-decay", "--workers", "2", "--scheduler", "tcp://a:1"], "Give one of them."),
    ],
)
def test_what_cannot_be_done_is_said_before_anything_runs(
    capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert main(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert said in " ".join(captured.err.replace("│", " ").split())


def test_a_cluster_that_cannot_be_reached_is_a_failure(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sweep", "weight-decay", "--scheduler", "nonsense://x"]) == 1
    assert "There is no Dask scheduler at nonsense://x" in capsys.readouterr().err


def test_sweeps_lists_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sweeps"]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in printed] == [entry.name for entry in sweeps()]


def test_ctrl_c_sums_up_what_is_done(tmp_path: Path) -> None:
    """Two runs of which one never ends; the signal goes to all processes, as from a terminal."""
    save_sweep(brief_sweep(swept("training.num_epochs", 1, 100_000)), tmp_path / "mine.json")
    with running("sweep", str(tmp_path / "mine.json"), "--json", "--workers", "2") as process:
        assert process.stdout is not None
        done = json.loads(process.stdout.readline())
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=120)
    assert done["settings"] == {"training.num_epochs": 1}
    assert process.returncode == 130
    assert [line["done"] for line in lines(out)] == [1, 0]
    assert "what is done is kept" in err
    assert "Traceback" not in err
