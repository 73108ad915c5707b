"""Tables of sweeps against NumPy and pencil and paper."""

from __future__ import annotations

import csv
import io
import math

import numpy as np
import pytest

from core.selection.cells import CellResult
from core.selection.figures import Figure
from core.selection.sweep import Sweep
from core.selection.sweep_table import SweepTable
from tests.core.selection.outcomes import result
from tests.core.selection.test_sweep import RATES, UNITS, sweep


def key(i: int, j: int, seed: int) -> str:
    return f"value {i + 1}, {j + 1}, seed {seed}"


def table(results: list[CellResult], figure: Figure | None = None, what: Sweep | None = None) -> SweepTable:
    return SweepTable.of(what or sweep(RATES, UNITS, seeds=[3, 9]), results, figure or Figure())


def test_mean_and_deviation_are_over_the_seeds() -> None:
    values = np.random.RandomState(0).uniform(1, 2, size=(2, 3, 2))
    results = [result(key(i, j, (3, 9)[s]), [8.0, values[i, j, s]]) for i, j, s in np.ndindex(2, 3, 2)]
    made = table(results[::-1])
    np.testing.assert_array_equal(made.values, values)
    np.testing.assert_allclose(made.mean, values.mean(axis=-1))
    np.testing.assert_allclose(made.deviation, values.std(axis=-1, ddof=1))
    assert (made.num_done == 2).all()
    assert made.best == np.unravel_index(values.mean(axis=-1).argmin(), (2, 3))


def test_higher_may_be_better() -> None:
    metrics = [("r2", 0.5), ("r2", 0.9)]
    results = [result(key(0, j, s), [1.0], metrics=[dict([metrics[j]])]) for j in (0, 1) for s in (3, 9)]
    assert table(results, Figure("validation", "r2")).best == (0, 1)
    assert table(results).best == (0, 0)


def test_a_cell_that_diverged_is_lost_or_is_not_done_is_never_the_best() -> None:
    results = [result(key(0, j, s), [float(j)]) for j in (0, 1, 2) for s in (3, 9)]
    results[0] = result(key(0, 0, 3), [0.0], reason="diverged")
    results[2] = CellResult(key(0, 1, 3), None, "lost")
    results.append(result(key(1, 0, 3), [-50.0]))
    made = table(results)
    assert made.best == (0, 2)
    np.testing.assert_array_equal(made.num_done, [[2, 2, 2], [1, 0, 0]])
    np.testing.assert_array_equal(made.num_diverged, [[1, 0, 0], [0, 0, 0]])
    np.testing.assert_array_equal(made.num_failed, [[0, 1, 0], [0, 0, 0]])
    np.testing.assert_array_equal(made.mean, [[0, 1, 2], [-50, math.nan, math.nan]])


def test_without_results_there_is_no_best() -> None:
    made = table([])
    assert made.best is None
    assert np.isnan(made.mean).all()
    assert table([result("of another sweep", [1.0])]).num_done.sum() == 0


def test_one_setting_makes_a_list() -> None:
    what = sweep(RATES)
    made = table([result(f"value {i + 1}, seed 0", [float(i)]) for i in (0, 1)], what=what)
    assert made.mean.tolist() == [0, 1]
    assert made.best == (0,)


def test_the_csv_has_every_number_and_can_be_read_back() -> None:
    third = 1 / 3
    results = [result(key(0, 0, 3), [third]), result(key(0, 0, 9), [2 * third])]
    results.append(result(key(1, 2, 3), [7.0], reason="diverged"))
    rows = list(csv.DictReader(io.StringIO(table(results).to_csv())))
    assert len(rows) == 6
    first, last = rows[0], rows[-1]
    assert (first["optimizer.learning_rate"], first["layers.0.units"]) == ("0.1", "4")
    assert float(first["validation_loss_mean"]) == pytest.approx(0.5)
    assert (float(first["validation_loss_seed_3"]), float(first["validation_loss_seed_9"])) == (third, 2 * third)
    assert [first[name] for name in ("done", "diverged", "failed", "best")] == ["2", "0", "0", "1"]
    assert [last[name] for name in ("done", "diverged", "best")] == ["1", "1", "0"]
    assert last["validation_loss_mean"] == ""
