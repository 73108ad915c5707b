"""Programs on disk: the data that an experiment reads are not written over, and no module is hidden."""

from __future__ import annotations

import numpy as np
import pytest

from core.codegen import save_program
from core.data.table_preview import read_table, table_data
from core.errors import ResourcesError
from core.experiment import Experiment
from core.layers import Dense
from core.losses import L2


def test_the_file_that_an_experiment_reads_is_kept(tmp_path):
    own = tmp_path / "mine.npz"
    np.savez(own, X=np.arange(40.0).reshape(20, 2), y=np.linspace(0, 1, 20))
    experiment = Experiment(
        data=table_data(read_table(own), "y", task="regression"), loss=L2(), layers=(Dense(units=1),)
    )
    before = own.read_bytes()
    with pytest.raises(ResourcesError, match=r"mine\.npz holds your own data"):
        save_program(experiment, "concise", tmp_path / "mine.py")
    assert own.read_bytes() == before
    assert not (tmp_path / "mine.py").exists()
    assert tmp_path / "other.npz" in save_program(experiment, "concise", tmp_path / "other.py")


@pytest.mark.parametrize("name", ["mxnet", "numpy", "random", "requests"])
def test_a_program_that_would_hide_a_module_is_refused(tmp_path, name):
    experiment = Experiment(layers=(Dense(),))
    with pytest.raises(ResourcesError, match=rf"{name}\.py would stand in the way of the module “{name}”"):
        save_program(experiment, "concise", tmp_path / f"{name}.py")
    assert not list(tmp_path.iterdir())
    # Nobody imports a notebook.
    assert tmp_path / f"{name}.ipynb" in save_program(experiment, "concise", tmp_path / f"{name}.ipynb", notebook=True)
