from __future__ import annotations

import csv
import io
from dataclasses import replace

from core.run_figures import final_figures, main_figure, runs_to_csv
from core.runs import Runs
from tests.core.outcomes import WHEN, named, run_outcome


def test_the_end_counts_before_the_last_epoch() -> None:
    figures = final_figures(run_outcome(validation_loss=0.25, validation_accuracy=0.8, test_loss=0.3))
    assert figures[("train", "loss")] == 2 / 3
    assert figures[("validation", "loss")] == 0.25
    assert figures[("validation", "accuracy")] == 0.8
    assert figures[("test", "loss")] == 0.3
    assert ("test", "accuracy") not in figures
    assert final_figures(run_outcome())[("validation", "loss")] == 1.0
    assert final_figures(run_outcome(epochs=0)) == {}


def test_all_metrics_are_there() -> None:
    outcome = run_outcome(validation_metrics={"rmse": 0.5, "r2": 0.9}, test_metrics={"rmse": 0.6})
    epochs = tuple(
        replace(epoch, train_accuracy=None, validation_accuracy=None, train_metrics={"rmse": 1 / epoch.epoch})
        for epoch in outcome.epochs
    )
    figures = final_figures(replace(outcome, epochs=epochs))
    assert figures[("train", "rmse")] == 1 / 3
    assert (figures[("validation", "rmse")], figures[("validation", "r2")], figures[("test", "rmse")]) == (
        0.5,
        0.9,
        0.6,
    )
    assert main_figure(figures) == "rmse"
    assert main_figure(final_figures(run_outcome())) == "accuracy"
    assert main_figure({}) == "loss"


def test_the_parameters_that_were_taken_back_count() -> None:
    figures = final_figures(run_outcome(epochs=5, best_epoch=2, validation_loss=1.5))
    assert figures[("train", "loss")] == 1.0
    assert figures[("validation", "loss")] == 1.5


def test_all_runs_as_csv() -> None:
    with_layer = named("MLP", layers=[{"kind": "dense", "units": 256, "activation": "relu"}])
    runs = Runs().added("a", "MLP", WHEN, run_outcome(with_layer, test_loss=1 / 3))
    runs = runs.added("b", '=cmd("x"), quoted', WHEN, run_outcome(named("x", training__seed=7), 0, "stopped"))
    rows = list(csv.DictReader(io.StringIO(runs_to_csv(runs))))
    assert [row["name"] for row in rows] == ["MLP", '\'=cmd("x"), quoted']
    assert float(rows[0]["test_loss"]) == 1 / 3
    assert float(rows[0]["train_loss"]) == 2 / 3
    assert rows[1]["train_loss"] == rows[1]["test_loss"] == ""
    assert [row["reason"] for row in rows] == ["finished", "stopped"]
    assert [row["differs"] for row in rows] == ["", "− Dense 256 ReLU, seed 0 → 7"]
    assert [row["training.seed"] for row in rows] == ["0", "7"]
    assert [row["layers"] for row in rows] == ["Dense 256 ReLU", ""]
    assert rows[0]["data.kind"] == "digits"
    assert [row["epochs_done"] for row in rows] == ["3", "0"]
    assert [float(row["seconds"]) for row in rows] == [3.0, 0.0]
    assert runs_to_csv(Runs()).startswith("name,ended_at,differs,")
