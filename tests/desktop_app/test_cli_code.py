"""The command ``gluon-lab code``: what it writes, and what it refuses."""

from __future__ import annotations

import json

import numpy as np
import pytest

from core.codegen import program
from core.presets import load_preset
from desktop_app.cli import main


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def test_it_writes_a_program_and_its_data_beside_it(tmp_path, capsys):
    assert main(["code", "xor", "--style", "block"]) == 0
    assert (tmp_path / "xor-block.py").read_text(encoding="utf-8") == program(
        load_preset("xor"), "block", "xor-block.npz"
    ).text
    parts = load_preset("xor").data.load()
    with np.load(tmp_path / "xor-block.npz") as data:
        assert np.array_equal(data["X_train"], parts.train.X)
        assert np.array_equal(data["y_train"], parts.train.y)
        assert data["y_train"].dtype == np.float32
    assert "Wrote xor-block.py" in capsys.readouterr().out


def test_it_writes_a_notebook(tmp_path):
    assert main(["code", "xor", "--notebook", "--output", "a.ipynb"]) == 0
    assert json.loads((tmp_path / "a.ipynb").read_text(encoding="utf-8"))["nbformat"] == 4
    assert (tmp_path / "a.npz").exists()


def test_it_replaces_a_file_only_if_it_was_named(tmp_path, capsys):
    (tmp_path / "xor-concise.py").write_text("mine", encoding="utf-8")
    assert main(["code", "xor"]) == 2
    assert (tmp_path / "xor-concise.py").read_text(encoding="utf-8") == "mine"
    assert "exists already" in capsys.readouterr().err
    assert main(["code", "xor", "--output", "xor-concise.py"]) == 0


def test_data_of_the_same_name_are_not_replaced_beside_a_new_program(tmp_path, capsys):
    (tmp_path / "mine.npz").write_bytes(b"mine")
    assert main(["code", "xor", "--output", "mine.py"]) == 2
    assert (tmp_path / "mine.npz").read_bytes() == b"mine"
    assert not (tmp_path / "mine.py").exists()
    assert "mine.npz exists already" in capsys.readouterr().err


@pytest.mark.parametrize("output", ["a.txt", "a.ipynb.py.x"])
def test_it_refuses_other_endings(output, capsys):
    assert main(["code", "xor", "--output", output]) == 2
    assert "must end in .py" in capsys.readouterr().err


def test_it_says_what_is_wrong_with_an_experiment(capsys):
    assert main(["code", "xor", "--set", "layers=[]"]) == 2
    assert "There are no layers yet" in capsys.readouterr().err
