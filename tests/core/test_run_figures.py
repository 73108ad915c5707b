from __future__ import annotations

import csv
import io

from core.run_figures import final_figures, runs_to_csv
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


def test_all_runs_as_csv() -> None:
    runs = Runs().added("a", "MLP", WHEN, run_outcome(named("MLP"), test_loss=1 / 3))
    runs = runs.added("b", '=cmd("x"), quoted', WHEN, run_outcome(named("x", training__seed=7), 0, "stopped"))
    rows = list(csv.DictReader(io.StringIO(runs_to_csv(runs))))
    assert [row["name"] for row in rows] == ["MLP", '\'=cmd("x"), quoted']
    assert float(rows[0]["test_loss"]) == 1 / 3
    assert float(rows[0]["train_loss"]) == 2 / 3
    assert rows[1]["train_loss"] == rows[1]["test_loss"] == ""
    assert [row["reason"] for row in rows] == ["finished", "stopped"]
    assert [row["differs"] for row in rows] == ["", "seed 0 → 7"]
    assert [row["seed"] for row in rows] == ["0", "7"]
    assert [row["epochs_done"] for row in rows] == ["3", "0"]
    assert [float(row["seconds"]) for row in rows] == [3.0, 0.0]
    assert runs_to_csv(Runs()).startswith("name,ended_at,differs,")
