"""One cell from its data to its outcome."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import psutil
import pytest

from core.engine import memory
from core.engine.cells import FIT_POINTS, MAX_EPOCHS, MAX_FIT_SAMPLES, train_cell
from core.engine.memory import check_memory, estimated_bytes
from core.errors import ResourcesError
from core.events import EpochDone
from core.experiment import with_value
from core.presets import load_preset
from core.selection.cells import Cell, Fold
from core.selection.kfold import KFold
from tests.core.engine.runs import DENSE, end_of, epochs, run_all, small


def essential(epoch: EpochDone) -> tuple[object, ...]:
    return epoch.epoch, epoch.step, epoch.train_loss, epoch.validation_loss, epoch.validation_accuracy


def test_the_outcome_is_that_of_the_run() -> None:
    experiment = small()
    heard: list[EpochDone] = []
    result = train_cell(Cell("mine", experiment), on_epoch=heard.append)
    _, events = run_all(experiment)
    assert (result.key, result.sentence, result.fit) == ("mine", "", None)
    assert result.outcome is not None
    assert result.outcome.experiment == experiment
    assert [essential(epoch) for epoch in result.outcome.epochs] == [essential(epoch) for epoch in epochs(events)]
    assert heard == list(result.outcome.epochs)
    assert result.outcome.ended.reason == "finished"
    assert result.outcome.ended.test_loss == end_of(events).test_loss


def test_a_fold_is_trained_on_the_other_folds() -> None:
    experiment = small(layers=[DENSE])
    for cell in KFold(num_folds=3).cells(experiment):
        result = train_cell(cell)
        assert cell.fold is not None
        parts = experiment.data.load_fold(cell.fold.number, 3)
        _, events = run_all(experiment, parts)
        assert result.outcome is not None
        assert [essential(epoch) for epoch in result.outcome.epochs] == [essential(epoch) for epoch in epochs(events)]
        assert result.outcome.started.num_train == len(parts.train)


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (Cell("no layers", small(layers=[])), "layer"),
        (Cell("no such fold", small(layers=[DENSE]), Fold(4, 3)), "fold"),
    ],
    ids=lambda each: each.key if isinstance(each, Cell) else "",
)
def test_what_can_be_foreseen_is_a_sentence(cell: Cell, said: str) -> None:
    result = train_cell(cell)
    assert result.key == cell.key
    assert result.outcome is None
    assert said in result.sentence
    assert result.sentence.endswith(".")


def test_missing_data_are_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GLUON_LAB_DATA", "XDG_DATA_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    result = train_cell(Cell("mine", load_preset("mlp")))
    assert result.outcome is None
    assert result.sentence.startswith("The files of Fashion-MNIST are not on this computer.")


def test_a_run_that_diverges_has_an_outcome() -> None:
    result = train_cell(Cell("wild", small(optimizer={"kind": "sgd", "learning_rate": 900.0})))
    assert result.sentence == ""
    assert result.outcome is not None
    assert result.outcome.ended.reason == "diverged"


def test_data_with_one_axis_have_a_fit() -> None:
    experiment = with_value(load_preset("polynomial"), "data.num_train", MAX_FIT_SAMPLES + 50)
    # With more samples an epoch has more steps.
    result = train_cell(Cell("mine", with_value(experiment, "training.num_epochs", 40)))
    fit = result.fit
    assert fit is not None
    assert fit.x.shape == fit.y.shape == (FIT_POINTS,)
    assert (np.diff(fit.x) > 0).all()
    assert fit.x.dtype == fit.y.dtype == fit.train.dtype == np.float32
    assert fit.train.shape == (MAX_FIT_SAMPLES, 2)
    assert fit.validation.shape == (100, 2)
    assert fit.x[0] <= fit.train[:, 0].min()
    assert fit.x[-1] >= fit.train[:, 0].max()
    x = fit.x.astype(float)
    np.testing.assert_allclose(fit.y, 5 + 1.2 * x - 3.4 * x**2 + 5.6 * x**3, atol=0.3)


def test_of_a_very_long_run_some_epochs_are_kept() -> None:
    experiment = small([DENSE], data={"kind": "circle", "num_samples": 20}, training={"num_epochs": MAX_EPOCHS + 100})
    outcome = train_cell(Cell("long", experiment)).outcome
    assert outcome is not None
    assert len(outcome.epochs) <= MAX_EPOCHS
    assert (outcome.epochs[0].epoch, outcome.epochs[-1].epoch) == (1, MAX_EPOCHS + 100)


def test_workers_side_by_side_share_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    experiment = small()
    needed = estimated_bytes(experiment)
    available = psutil.virtual_memory()._replace(available=needed * 3)
    monkeypatch.setattr(psutil, "virtual_memory", lambda: available)
    monkeypatch.setattr(memory, "_resident_bytes", lambda process: 0)
    check_memory(experiment, 3)
    with pytest.raises(ResourcesError, match=r"each of 4 workers side by side has only .* Use fewer workers"):
        check_memory(experiment, 4)
    assert "Use fewer workers" in train_cell(Cell("mine", experiment), num_workers=4).sentence


def test_what_the_workers_have_already_belongs_to_what_they_share(monkeypatch: pytest.MonkeyPatch) -> None:
    experiment = small()
    needed = estimated_bytes(experiment)
    available = psutil.virtual_memory()._replace(available=needed)
    monkeypatch.setattr(psutil, "virtual_memory", lambda: available)
    monkeypatch.setattr(memory, "_resident_bytes", lambda process: needed)
    with psutil.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as sibling:
        # This process and its siblings are the children of one parent.
        monkeypatch.setattr(psutil.Process, "parent", lambda process: psutil.Process())
        check_memory(experiment, 2)
        sibling.communicate(b"\n")


def test_a_process_that_is_gone_has_no_memory() -> None:
    process = psutil.Process()
    assert memory._resident_bytes(process) > 1_000_000
    gone = psutil.Popen([sys.executable, "-c", ""])
    gone.wait()
    assert memory._resident_bytes(gone) == 0
