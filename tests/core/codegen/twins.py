"""Runs an experiment in the application and as a program, and compares what the two tell."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from core.codegen import save_program
from core.engine.training import Job, Run
from core.events import EpochDone, RunEnded
from core.experiment import Experiment

RUNNER = Path(__file__).with_name("plain_python.py")
TOLERANCE = {"concise": 0.0, "block": 0.0, "scratch": 1e-5}
_TITLES = {"loss": "loss", "accuracy": "accuracy", "top3": "top-3 accuracy", "rmse": "RMSE", "r2": "R2"}
_TITLES["mae"] = "mean absolute error"
_FIGURE = re.compile(rf"(train|validation|test) ({'|'.join(_TITLES.values())}) ([^ ,]+)")

Figures = list[dict[str, float]]
"""For each epoch, and at the end for the test part, the figures by names such as ``"train loss"``."""


def told(experiment: Experiment) -> tuple[Figures, bool]:
    """Return what the application tells of a run, and whether the run finished."""
    run = Run(Job(1, experiment, experiment.data.load(), threading.Event()))
    found: Figures = []
    for event in run.events():
        if isinstance(event, EpochDone):
            found.append(_figures("train", event.train_loss, event.train_metrics))
            found[-1] |= _figures("validation", event.validation_loss, event.validation_metrics)
        if isinstance(event, RunEnded):
            end = event
    run.close()
    if end.test_loss is not None:
        found.append(_figures("test", end.test_loss, end.test_metrics))
    return found, end.reason == "finished"


def _figures(part, loss, metrics):
    values = {} if loss is None else {"loss": loss} | dict(metrics)
    return {f"{part} {_TITLES[name]}": value for name, value in values.items() if name in _TITLES}


def printed(text: str) -> Figures:
    """Return what a program printed."""
    return [{f"{part} {title}": float(value) for part, title, value in _FIGURE.findall(s)} for s in text.splitlines()]


def saved(experiment: Experiment, style: str, folder: Path) -> Path:
    """Write a program into a folder, which is made."""
    folder.mkdir(parents=True)
    save_program(experiment, style, folder / "program.py")
    return folder / "program.py"


def start(programs: Sequence[Path]) -> subprocess.Popen[str]:
    """Start a plain Python that runs programs one after the other."""
    unset = ("PYTHONPATH", "OPENBLAS_CORETYPE", "GLUON_LAB_DATA")
    environment = {name: value for name, value in os.environ.items() if name not in unset}
    command = [sys.executable, "-W", "ignore", str(RUNNER), *map(str, programs)]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)


def answers(process: subprocess.Popen[str]) -> list[dict[str, str]]:
    """Wait for what :func:`start` started; return for each program what it printed, and its error."""
    output, _ = process.communicate()
    return [json.loads(line) for line in output.splitlines()]


def differences(style: str, told_figures: Figures, finished: bool, answer: dict[str, str]) -> list[str]:
    """Return in which figures a program differs from the application by more than its style may."""
    if answer["error"]:
        return [answer["error"].strip().splitlines()[-1]]
    found = printed(answer["printed"])
    if len(found) < len(told_figures) or (finished and len(found) != len(told_figures)):
        return [f"{len(found)} lines instead of {len(told_figures)}"]
    wrong = []
    for number, (ours, theirs) in enumerate(zip(told_figures, found, strict=False), start=1):
        if not theirs:
            wrong.append(f"line {number} tells nothing")
        for name, value in theirs.items():
            if abs(value - ours[name]) > TOLERANCE[style] * abs(ours[name]):
                wrong.append(f"line {number}: {name} is {value!r} instead of {ours[name]!r}")
    return wrong
