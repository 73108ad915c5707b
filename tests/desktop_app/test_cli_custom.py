"""Layers from files on the command line: they run only with ``--allow-custom``, in all commands that train."""

from __future__ import annotations

import json
import os

import pytest

import core.selection.running  # it keeps the true LocalExecutor, and must do so before it is replaced
import core.selection.workers
from core import programs
from core.program_files import Agreements
from core.programs import Program
from core.selection.sweep import Sweep
from core.selection.sweep_storage import save_sweep
from core.storage import save_experiment
from desktop_app.cli import main
from tests.own_layers import program, saved, with_layer

MARKER = "GLUON_LAB_TEST_MARKER"


@pytest.fixture(autouse=True)
def _afresh(monkeypatch, tmp_path):
    monkeypatch.delenv(MARKER, raising=False)
    monkeypatch.chdir(tmp_path)
    programs.forget_all()
    yield
    programs.forget_all()


@pytest.fixture
def written(tmp_path):
    """A file with a layer that leaves a mark when it runs, and an experiment and a sweep with it."""
    source = f"import os\nos.environ[{MARKER!r}] = 'ran'\n".encode() + program("doubled").source
    path = tmp_path / "own.py"
    path.write_bytes(source)
    experiment = with_layer(Program(path.name, source), path)
    save_experiment(experiment, tmp_path / "a.gluonlab.json")
    settings = [{"path": "optimizer.learning_rate", "values": [0.1]}]
    save_sweep(Sweep.made(experiment=experiment, settings=settings), tmp_path / "a.gluonlab-sweep.json")
    return path


@pytest.fixture
def warm(warm_workers, monkeypatch):
    """Let the commands have workers that were there before."""
    monkeypatch.setattr(core.selection.workers, "LocalExecutor", lambda _: warm_workers)


@pytest.mark.parametrize(
    "command",
    [
        *(f"{name} a.gluonlab.json" for name in ("run", "check", "kfold", "code")),
        "evaluate a.gluonlab.json --params a.gluonlab.json",
        "sweep a.gluonlab-sweep.json",
    ],
)
def test_without_leave_nothing_runs(command, written, capsys):
    assert main(command.split()) == 2
    error = capsys.readouterr().err
    assert "layer 2 is from own.py, a program with the SHA-256 " in error
    assert "add --allow-custom and its path" in error
    assert MARKER not in os.environ


def test_what_the_window_agreed_to_does_not_count(written, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    Agreements(tmp_path / "gluon-lab" / "custom-layers").keep(Program("own.py", written.read_bytes()))
    programs.forget_all()
    assert main(["run", "a.gluonlab.json"]) == 2
    assert MARKER not in os.environ


def test_another_file_of_that_name_does_not_run(written, capsys):
    written.write_bytes(written.read_bytes() + b"\n")
    assert main(["run", "a.gluonlab.json", "--allow-custom", "own.py"]) == 2
    assert "The file that --allow-custom names holds another one" in capsys.readouterr().err
    assert MARKER not in os.environ


def test_a_file_that_is_no_layer_is_refused(tmp_path, capsys):
    (tmp_path / "no.py").write_text("print('hello')", encoding="utf-8")
    assert main(["run", "xor", "--allow-custom", "no.py"]) == 2
    assert "no.py holds no layer" in capsys.readouterr().err


def test_with_leave_it_trains(written, tmp_path, capsys):
    other = saved(tmp_path, "imperative")
    arguments = ["run", "a.gluonlab.json", "--json", "--allow-custom", str(other), "--allow-custom", "own.py"]
    assert main(arguments) == 0
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["reason"] == "finished"
    assert os.environ[MARKER] == "ran"


def test_folds_sweeps_checks_and_programs_try_it_in_a_worker_only(written, warm, tmp_path, capsys):
    leave = ["--allow-custom", "own.py"]
    assert main(["check", "a.gluonlab.json", *leave]) == 0
    assert capsys.readouterr().out.startswith("a.gluonlab.json: valid.")
    wrong = saved(tmp_path, "wrong gradient")
    save_experiment(with_layer(program("wrong gradient"), wrong), tmp_path / "b.gluonlab.json")
    assert main(["check", "b.gluonlab.json", "--allow-custom", str(wrong)]) == 0
    assert "Layer 2, Custom: Its gradient is not what differences say" in capsys.readouterr().out
    assert main(["kfold", "a.gluonlab.json", "--folds", "2", "--json", *leave]) == 0
    assert main(["sweep", "a.gluonlab-sweep.json", "--json", *leave]) == 0
    ends = [json.loads(line) for line in capsys.readouterr().out.splitlines() if '"reason"' in line]
    assert [end["reason"] for end in ends] == ["finished"] * 3
    (tmp_path / "out").mkdir()
    for style in ("concise", "block"):
        assert main(["code", "a.gluonlab.json", "--style", style, "--output", f"out/{style}.py", *leave]) == 0
        assert "from own import Own" in (tmp_path / "out" / f"{style}.py").read_text(encoding="utf-8")
    assert (tmp_path / "out" / "own.py").read_bytes() == written.read_bytes()
    assert main(["code", "a.gluonlab.json", "--style", "scratch", "--output", "out/a.py", *leave]) == 2
    assert "no program from scratch" in capsys.readouterr().err
    assert MARKER not in os.environ


def test_a_program_beside_the_user_s_own_file_that_has_changed_is_not_saved(written, warm, tmp_path, capsys):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "own.py").write_text("# what I work on\n", encoding="utf-8")
    assert main(["code", "a.gluonlab.json", "--output", "out/a.py", "--allow-custom", "own.py"]) == 1
    assert "own.py is there already, and is another program" in capsys.readouterr().err
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["own.py"]
    (tmp_path / "out" / "own.py").unlink()
    (tmp_path / "out" / "own.py").mkdir()
    assert main(["code", "a.gluonlab.json", "--output", "out/a.py", "--allow-custom", "own.py"]) == 1
    assert "own.py was not saved: this is a folder, not a file." in capsys.readouterr().err
