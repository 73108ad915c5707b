"""The command line as a process of its own: signals, closed pipes, displays, and what it does not import."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from core.presets import load_preset
from core.storage import save_experiment


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has displays that may be missing")
def test_without_a_display_there_is_a_sentence_and_no_abort() -> None:
    names = ("DISPLAY", "WAYLAND_DISPLAY", "XDG_SESSION_TYPE", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in names}
    command = [sys.executable, "-m", "desktop_app"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 2
    assert "There is no display" in done.stderr
    assert "Traceback" not in done.stderr


@contextmanager
def running(*arguments: str) -> Iterator[subprocess.Popen[str]]:
    """Start Gluon Lab in a session of its own, all of which is killed if it is still there at the end."""
    command = [sys.executable, "-m", "desktop_app", *arguments]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        try:
            yield process
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)


def endless_run(*arguments: str) -> AbstractContextManager[subprocess.Popen[str]]:
    return running("run", "digits-mlp", "--json", *arguments, "--set", "training.num_epochs=100000")


def test_ctrl_c_stops_the_run_in_good_order(tmp_path: Path) -> None:
    file = tmp_path / "x.params"
    with endless_run("--save-params", str(file)) as process:
        assert process.stdout is not None
        assert json.loads(process.stdout.readline())["epoch"] == 1
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert err == ""
    end = json.loads(out.splitlines()[-1])
    assert (end["event"], end["reason"]) == ("end", "stopped")
    assert not file.exists(), "parameters are saved only when the run has finished"


def test_a_reader_that_goes_away_ends_the_run_quietly() -> None:
    with endless_run() as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == ""
        assert process.wait(timeout=60) != 0


PRINT_MODULES = """
import sys
from desktop_app.cli import main
for command in {commands}:
    assert main(command) == 0
heavy = {{"PySide6", "shiboken6", "pyqtgraph", "mxnet", "sklearn"}}
print(*sorted(heavy & {{name.partition(".")[0] for name in sys.modules}}))
"""


def imported_by(*commands: list[str]) -> set[str]:
    program = PRINT_MODULES.format(commands=commands)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=120, check=True)
    return set(done.stdout.splitlines()[-1].split())


def test_light_commands_stay_light(tmp_path: Path) -> None:
    file = tmp_path / "mine.gluonlab.json"
    save_experiment(load_preset("mlp"), file)
    assert imported_by(["--help"], ["--version"], ["presets"], ["check", str(file)]) == set()


def test_training_needs_no_qt(tmp_path: Path) -> None:
    file = str(tmp_path / "x.params")
    train = ["run", "linear-regression", "--set", "training.num_epochs=1", "--save-params", file]
    modules = imported_by(train, ["evaluate", "linear-regression", "--params", file])
    assert "mxnet" in modules
    assert not modules & {"PySide6", "shiboken6", "pyqtgraph"}
