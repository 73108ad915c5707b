"""K folds as cells, and what they have in common."""

from __future__ import annotations

import math
import statistics

import numpy as np
import pytest
from pydantic import ValidationError

from core.experiment import Experiment
from core.selection.cells import Cell, CellResult, Fold
from core.selection.figures import Figure
from core.selection.kfold import FoldFigure, KFold, fold_key, summary
from tests.core.selection.outcomes import result


def named(figures: tuple[FoldFigure, ...], key: str) -> FoldFigure:
    (found,) = [each for each in figures if each.figure.key == key]
    return found


def test_there_is_a_cell_for_each_fold() -> None:
    experiment = Experiment(name="mine")
    assert KFold(num_folds=3).cells(experiment) == tuple(
        Cell(f"fold {number}", experiment, Fold(number, 3)) for number in (1, 2, 3)
    )


@pytest.mark.parametrize("number", [1, 51])
def test_the_number_of_folds_has_bounds(number: int) -> None:
    with pytest.raises(ValidationError):
        KFold(num_folds=number)


def test_mean_and_deviation_are_those_of_a_sample() -> None:
    losses = [[3.0, 2.0], [5.0, 2.5], [4.0, 4.5]]
    figures = summary(3, [result(fold_key(i + 1), each) for i, each in reversed(list(enumerate(losses)))])
    assert [each.figure.key for each in figures] == ["validation_loss", "train_loss"]
    loss = named(figures, "validation_loss")
    ends = [each[-1] for each in losses]
    assert loss.values.tolist() == ends
    assert loss.mean == pytest.approx(statistics.mean(ends))
    assert loss.deviation == pytest.approx(statistics.stdev(ends))
    assert loss.epochs.tolist() == [1, 2]
    assert loss.curves.tolist() == losses
    assert loss.mean_curve == pytest.approx([statistics.mean(each) for each in zip(*losses, strict=True)])
    assert loss.deviation_curve == pytest.approx([statistics.stdev(each) for each in zip(*losses, strict=True)])
    assert named(figures, "train_loss").values == pytest.approx(np.array(ends) - 0.5)


def test_a_shorter_fold_counts_as_long_as_it_is_there() -> None:
    loss = named(summary(2, [result("fold 1", [4.0, 2.0, 1.0]), result("fold 2", [6.0])]), "validation_loss")
    assert loss.values.tolist() == [1.0, 6.0]
    np.testing.assert_array_equal(loss.curves, [[4, 2, 1], [6, math.nan, math.nan]])
    np.testing.assert_array_equal(loss.mean_curve, [5, 2, 1])
    np.testing.assert_array_equal(np.isfinite(loss.deviation_curve), [True, False, False])


def test_folds_that_are_missing_diverged_or_lost_are_left_out_of_the_mean() -> None:
    results = [
        result("fold 1", [2.0]),
        result("fold 3", [900.0], reason="diverged"),
        CellResult("fold 4", None, "lost"),
        result("fold 5", [4.0]),
        result("of another selection", [70.0]),
    ]
    loss = named(summary(5, results), "validation_loss")
    np.testing.assert_array_equal(loss.values, [2, math.nan, math.nan, math.nan, 4])
    assert loss.mean == 3
    # Its curve is there to be seen.
    assert loss.curves[2].tolist() == [900]


def test_epochs_that_were_left_out_of_a_long_run_are_joined_by_a_line() -> None:
    whole, thin = result("fold 1", [5.0, 4.0, 3.0]), result("fold 2", [9.0, 0.0, 1.0])
    assert thin.outcome is not None
    object.__setattr__(thin.outcome, "epochs", thin.outcome.epochs[::2])
    loss = named(summary(2, [whole, thin]), "validation_loss")
    assert loss.curves.tolist() == [[5, 4, 3], [9, 5, 1]]


def test_without_results_there_are_no_figures() -> None:
    assert summary(3, []) == ()
    assert summary(3, [CellResult("fold 1", None, "lost")]) == ()


def test_without_a_validation_part_there_is_the_training() -> None:
    assert [each.figure for each in summary(2, [result("fold 1", [None])])] == [Figure("train")]
