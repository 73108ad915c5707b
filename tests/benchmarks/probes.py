"""What it costs to look inside the network while it trains.

``python -m tests.benchmarks.probes``: the window of 1280x720 is open, and networks train in it one by one:

- spiral: 2-8-8-1 on the playground's spiral, batches of 10
- mlp and mlp-dropout: the presets on Fashion-MNIST (``GLUON_LAB_DATA`` or ``--data-dir``)

each with one view in front or a tab that asks nothing. Views are the tabs Boundary, Network, Dropout and Backprop, the
pictures of the Weights tab, and "probes", which draws nothing: the probes for weights, gradients and histograms.
``--views gradients``, for instance, measures that one alone.

Within each run both ways take turns of a second or two, so that whatever else the computer does slows both alike. The
figures are steps a second, how many answers were drawn, and how late the window's timer was.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QElapsedTimer, QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from core.events import ProbeTaken
from core.experiment import Experiment, from_dict, with_value
from core.presets import load_preset
from core.probes import GradientsProbe, HistogramProbe, WeightsProbe
from desktop_app.app import Laboratory
from desktop_app.preferences import Preferences

TIMER_MS = 5
MAX_P99_MS = 25
WATCHED = (WeightsProbe(), GradientsProbe(), HistogramProbe())
TARGETS = {"spiral": 0.7, "mlp": 0.9, "mlp-dropout": 0.9}
PICTURES = ("histograms", "norms", "gradients", "templates")
VIEWS = {
    "spiral": ("boundary", "network", *PICTURES[:-1], "backprop"),
    "mlp": ("probes", "network", *PICTURES, "backprop"),
    "mlp-dropout": ("dropout",),
}
LEAST_EPOCHS = 60  # of the spiral, a second: as good as the ratio


def spiral() -> Experiment:
    """Return the playground's spiral with two hidden layers of 8 units: 250 training samples, batches of 10."""
    hidden = {"kind": "dense", "units": 8, "activation": "tanh"}
    tree = {"data": {"kind": "spiral"}, "layers": [hidden, hidden, {"kind": "dense", "units": 1}]}
    training = {"batch_size": 10, "num_epochs": 100_000}
    return from_dict(tree | {"loss": {"kind": "sigmoid_cross_entropy"}, "training": training})


class Bench:
    """The window with a network that trains in it.

    Args:
        experiment: what trains.
        data_dir: holds the folder fashion-mnist.
        look: switches looking on or off.
    """

    def __init__(self, experiment: Experiment, data_dir: Path | None, look: Callable[[Laboratory, bool], None]) -> None:
        self._look = look
        self._folder = tempfile.TemporaryDirectory()
        preferences = Preferences(Path(self._folder.name))
        preferences.remember(experiment, None, False)
        self.laboratory, self._loop = Laboratory(preferences, data_dir), QEventLoop()
        self.laboratory.open()
        self.laboratory.window.resize(1280, 720)
        self._taken = 0
        self.laboratory.host.received.connect(self._count)
        run = self.laboratory.run
        run.state_changed.connect(self._loop.quit)
        self.laboratory.host.received.connect(self._loop.quit)
        self._wait(lambda: run.phase == "idle" and not run.obstacle and self.laboratory.data.parts is not None)
        gc.collect()
        gc.freeze()
        run.train_or_pause()

    def turn(self, seconds: float, on: bool) -> dict[str, object]:
        """Train for so long, looking or not; return steps and answers a second, and the lateness of a timer in ms."""
        self._look(self.laboratory, on)
        self._spend(0.3)
        late: list[float] = []
        clock, timer = QElapsedTimer(), QTimer(interval=TIMER_MS, timerType=Qt.TimerType.PreciseTimer)
        timer.timeout.connect(lambda: late.append(clock.nsecsElapsed() / 1e6 - TIMER_MS) or clock.restart())
        steps, self._taken, start = len(self.laboratory.run.history.batch_steps), 0, perf_counter()
        clock.start()
        timer.start()
        self._spend(seconds)
        timer.stop()
        spent = perf_counter() - start
        steps = len(self.laboratory.run.history.batch_steps) - steps
        return {"steps": steps / spent, "answers": self._taken / spent, "late": late}

    def close(self) -> None:
        """Stop and close the window."""
        laboratory = self.laboratory
        laboratory.run.stop()
        self._wait(lambda: laboratory.run.phase == "ended")
        laboratory.files.may_leave = lambda: True  # type: ignore[method-assign]
        laboratory.host.closed.connect(self._loop.quit)
        laboratory.window.close()
        self._wait(lambda: laboratory.window.may_close)

    def _count(self, received: list[object]) -> None:
        self._taken += sum(isinstance(message, ProbeTaken) for message in received)

    def _wait(self, condition: Callable[[], bool]) -> None:
        while not condition():
            self._loop.exec()

    def _spend(self, seconds: float) -> None:
        loop = QEventLoop()
        QTimer.singleShot(round(1000 * seconds), loop.quit)
        loop.exec()


def _look(laboratory: Laboratory, on: bool, *, view: str) -> None:
    """Bring a view to the front, or a tab that asks nothing."""
    window = laboratory.window
    front: QWidget = window.activations
    tabs: dict[str, QWidget] = {
        "boundary": window.boundary,
        "network": window.network,
        "dropout": window.dropout,
        "backprop": window.microscope,
    }
    if on and view in tabs:
        front = tabs[view]
    elif on and view in PICTURES:
        front = window.weights
        window.weights.buttons[PICTURES.index(view)].click()
    window.tabs.setCurrentWidget(front)
    if view == "probes":
        laboratory.host.watch(WATCHED if on else ())


def measure(name: str, view: str, rounds: int, seconds: float, data_dir: Path | None) -> dict[str, object]:
    """Return the medians of both ways of one network, their ratio, and percentiles of the timer's lateness."""
    experiment = spiral() if name == "spiral" else with_value(load_preset(name), "training.num_epochs", 100_000)
    bench = Bench(experiment, data_dir, partial(_look, view=view))
    bench.turn(seconds, True)
    pairs = [(bench.turn(seconds, False), bench.turn(seconds, True)) for _ in range(rounds)]
    bench.close()
    without, looking = ([turn["steps"] for turn in turns] for turns in zip(*pairs, strict=True))
    usual, late = (np.concatenate([turn["late"] for turn in turns]) for turns in zip(*pairs, strict=True))
    ratio = float(np.median([b / a for a, b in zip(without, looking, strict=True)]))
    found: dict[str, object] = {
        "steps_per_second": {"without": float(np.median(without)), "looking": float(np.median(looking))},
        "ratio": ratio,
        "answers_per_second": float(np.median([turn["answers"] for _, turn in pairs])),
        "gui_late_ms": {str(p): float(np.percentile(late, p)) for p in (50, 95, 99, 100)},
        "gui_late_ms_without": {str(p): float(np.percentile(usual, p)) for p in (50, 95, 99, 100)},
    }
    quick = name == "spiral" and np.median(looking) / 25 >= LEAST_EPOCHS
    found["targets_met"] = {
        "speed": bool(ratio >= TARGETS[name] or quick),
        "gui p99": float(np.percentile(late, 99)) < MAX_P99_MS,
    }
    return found


def main() -> None:
    """Read the arguments, measure, and print one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--networks", nargs="+", choices=TARGETS, default=list(TARGETS))
    every = dict.fromkeys(view for views in VIEWS.values() for view in views)
    parser.add_argument("--views", nargs="+", choices=every, default=list(every))
    parser.add_argument("--rounds", type=int, default=7, help="turns of each way, after one to warm up (default 7)")
    parser.add_argument("--seconds", type=float, default=2.0, help="length of a turn (default 2)")
    parser.add_argument("--data-dir", type=Path, help="holds the folder fashion-mnist")
    options = parser.parse_args()
    app = QApplication([])
    app.setStyle("Fusion")
    found = {
        f"{name}, {view}": measure(name, view, options.rounds, options.seconds, options.data_dir)
        for name in options.networks
        for view in VIEWS[name]
        if view in options.views
    }
    print(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
