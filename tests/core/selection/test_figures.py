"""Figures of runs."""

from __future__ import annotations

import math

import numpy as np
import pytest

from core.errors import ExperimentError
from core.selection.figures import Figure, figure_of_key, figures_of, mean_and_deviation
from tests.core.selection.outcomes import result


def test_titles_are_what_people_read() -> None:
    titles = {name: Figure("validation", name).title for name in ("loss", "accuracy", "top3", "rmse", "r2", "mae")}
    assert titles == {
        "loss": "Validation loss",
        "accuracy": "Validation accuracy",
        "top3": "Validation top-3 accuracy",
        "rmse": "Validation RMSE",
        "r2": "Validation R²",
        "mae": "Validation MAE",
    }
    assert Figure("train").title == "Train loss"


def test_the_direction_is_that_of_the_metric() -> None:
    better = [name for name in ("loss", "accuracy", "log_loss", "rmse", "r2") if Figure("train", name).higher_is_better]
    assert better == ["accuracy", "r2"]


def test_a_figure_of_a_run_is_that_of_its_last_epoch_or_of_the_one_whose_parameters_it_has() -> None:
    metrics = [{"rmse": 3.0}, {"rmse": 1.0}, {"rmse": 2.0}]
    for best, loss, rmse in ((None, 7.0, 2.0), (2, 5.0, 1.0)):
        outcome = result("a", [9.0, 5.0, 7.0], best_epoch=best, metrics=metrics).outcome
        assert outcome is not None
        assert Figure().of_run(outcome) == loss
        assert Figure("validation", "rmse").of_run(outcome) == rmse
        assert math.isnan(Figure("train", "rmse").of_run(outcome))
        assert [figure.key for figure in figures_of([outcome])] == ["validation_loss", "validation_rmse", "train_loss"]


@pytest.mark.parametrize("reason", ["diverged", "failed"])
def test_a_run_that_went_wrong_has_none(reason) -> None:
    outcome = result("a", [9.0, 5.0], reason=reason).outcome
    assert outcome is not None
    assert math.isnan(Figure().of_run(outcome))


def test_keys_name_figures() -> None:
    assert figure_of_key("train_accuracy") == Figure("train", "accuracy")
    with pytest.raises(
        ExperimentError, match=r"the figure 'test_loss' is not known\. Choose one of: validation_loss, "
    ):
        figure_of_key("test_loss")


def test_mean_and_deviation_leave_nan_out_without_a_warning() -> None:
    values = np.array([[1.0, 2.0, 6.0], [4.0, math.nan, math.nan], [math.nan] * 3])
    mean, deviation = mean_and_deviation(values)
    np.testing.assert_allclose(mean, [3, 4, math.nan])
    np.testing.assert_allclose(deviation, [np.std(values[0], ddof=1), math.nan, math.nan])
