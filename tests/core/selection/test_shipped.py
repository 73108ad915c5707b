"""The sweeps that come with the application, and the phenomenon that the map shows."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
import pytest

from core.data import Polynomial
from core.engine.cells import train_cell
from core.errors import ExperimentError
from core.experiment import with_value
from core.outcome import RunOutcome
from core.selection.cells import Cell
from core.selection.figures import Figure
from core.selection.shipped import ready_name, resolve_sweep, sweeps
from core.selection.sweep_storage import save_sweep
from core.stack import inspect_stack


@pytest.mark.parametrize("entry", sweeps(), ids=lambda entry: entry.name)
def test_every_cell_of_a_shipped_sweep_can_be_run(entry) -> None:
    cells = entry.sweep.cells()
    assert 10 <= len(cells) <= 150
    assert entry.summary
    assert "Watch: " in entry.sweep.notes
    for cell in cells:
        assert not inspect_stack(cell.experiment).problems


def test_names_and_files_lead_to_sweeps(tmp_path: Path) -> None:
    file = tmp_path / "mine.json"
    save_sweep(resolve_sweep("dropout-rate"), file)
    assert resolve_sweep(file) == resolve_sweep("dropout-rate")
    with pytest.raises(ExperimentError, match=r"Did you mean dropout-rate or two-dropout-rates\?"):
        resolve_sweep("dropout")


def test_the_first_is_the_map() -> None:
    assert [entry.name for entry in sweeps()][:1] == ["overfitting-map"]


def test_a_ready_sweep_is_known_by_what_it_runs() -> None:
    sweep = resolve_sweep("overfitting-map")
    assert ready_name(sweep.changed(name="Mine", seeds=(7,))) == "overfitting-map"
    rows, columns = sweep.settings
    fewer = rows.model_copy(update={"values": rows.values[:-1]})
    assert ready_name(sweep.changed(settings=(fewer, columns))) == ""
    assert ready_name(sweep.changed(experiment=sweep.experiment.model_copy(update={"notes": "mine"}))) == ""


def least_squares(data: Polynomial) -> tuple[float, float]:
    """Return half the mean squared error of NumPy's least-squares polynomial on training and validation samples."""
    parts = data.load()
    assert parts.train.points is not None
    assert parts.validation is not None
    assert parts.validation.points is not None
    fitted = np.polynomial.Polynomial.fit(parts.train.points[:, 0].astype(float), parts.train.y[:, 0], data.degree)
    pairs = [(part.points[:, 0], part.y[:, 0]) for part in (parts.train, parts.validation)]
    train, validation = (0.5 * float(np.mean((fitted(x) - y) ** 2)) for x, y in pairs)
    return train, validation


@cache
def of_the_map(degree: int, num_train: int) -> RunOutcome:
    """Return a run of the map, trained once for all tests; a line, which learns no more after 65 epochs, for fewer."""
    sweep = resolve_sweep("overfitting-map")
    index = sweep.settings[0].values.index(degree), sweep.settings[1].values.index(num_train)
    experiment = sweep.experiment_at(index, 0)
    if degree == 1:
        experiment = with_value(experiment, "training.num_epochs", 150)
    outcome = train_cell(Cell("one", experiment)).outcome
    assert outcome is not None
    return outcome


@pytest.mark.parametrize(("degree", "num_train"), [(1, 100), (3, 100), (6, 50)])
def test_the_map_comes_near_the_least_squares_solution(degree: int, num_train: int) -> None:
    outcome = of_the_map(degree, num_train)
    assert isinstance(outcome.experiment.data, Polynomial)
    train, validation = least_squares(outcome.experiment.data)
    assert Figure("train").of_run(outcome) == pytest.approx(train, rel=0.25)
    if degree <= 3:
        assert Figure("validation").of_run(outcome) == pytest.approx(validation, rel=0.1)


def test_the_map_shows_both_ways_to_fail() -> None:
    losses = {}
    for degree, num_train in ((1, 100), (3, 100), (10, 5)):
        outcome = of_the_map(degree, num_train)
        losses[degree] = Figure("train").of_run(outcome), Figure("validation").of_run(outcome)
    assert min(losses[1]) > 20, "underfits: both are large"
    assert max(losses[3]) < 0.02, "just right: both are small"
    assert losses[10][0] < 0.02, "overfits: small where it has learned"
    assert losses[10][1] > 10, "and large elsewhere"
