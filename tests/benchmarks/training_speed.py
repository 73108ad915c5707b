"""How fast the application trains, beside the book's way and a loop written by hand.

``python -m tests.benchmarks.training_speed``: all train the preset ``mlp`` on Fashion-MNIST (``GLUON_LAB_DATA`` or
``--data-dir``), each in a process of its own. They take turns, one epoch at a time, so that whatever else the computer
does slows all of them down alike:

- book: imperative network, ``gluon.data.DataLoader`` with ``ToTensor`` and 4 worker processes, as in the book
- hand: hybridized network and loss, the data in memory, no kvstore; loss and accuracy read after every batch
- engine: the application's engine without its window
- window: the application, its window of 1280x720 open and drawing

The times are those of the training alone: evaluations are left out.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

import numpy as np

from core.events import BatchDone, EpochDone, RunStarted
from core.experiment import Experiment, with_value
from core.presets import load_preset

BATCH_SIZE, LEARNING_RATE, NUM_TRAIN = 256, 0.5, 60_000
TIMER_MS = 5
TARGETS = (("engine", "book", None), ("engine", "hand", None), ("window", "book", 4.0), ("window", "hand", 0.9))
MAX_P99_MS = 25

Figures = dict[str, list[float]]


def _images(data_dir: Path | None) -> tuple[np.ndarray, np.ndarray]:
    train = load_preset("mlp").data.load(data_dir).train
    return train.X, train.y


def book_epochs(data_dir: Path | None) -> Iterator[Figures]:
    """Train as the book does; yield the speed of each epoch."""
    from core.engine.mx import mx

    nn, gluon = mx.gluon.nn, mx.gluon
    X, y = _images(data_dir)
    images = gluon.data.ArrayDataset(mx.nd.array(X.reshape(-1, 28, 28, 1), dtype="uint8"), y.astype(np.int32))
    to_tensor = gluon.data.vision.transforms.ToTensor()
    batches = gluon.data.DataLoader(images.transform_first(to_tensor), BATCH_SIZE, shuffle=True, num_workers=4)
    net = nn.Sequential()
    net.add(nn.Dense(256, activation="relu"), nn.Dense(10))
    net.initialize(mx.init.Normal(sigma=0.01))
    trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": LEARNING_RATE})
    softmax_loss = gluon.loss.SoftmaxCrossEntropyLoss()
    while True:
        start, loss_sum, hits = perf_counter(), 0.0, 0.0
        for X_batch, labels in batches:
            with mx.autograd.record():
                y_hat = net(X_batch)
                loss = softmax_loss(y_hat, labels).sum()
            loss.backward()
            trainer.step(BATCH_SIZE)
            loss_sum += loss.asscalar()
            hits += (y_hat.argmax(axis=1) == labels.astype("float32")).sum().asscalar()
        yield {"speed": [NUM_TRAIN / (perf_counter() - start)]}


def hand_epochs(data_dir: Path | None) -> Iterator[Figures]:
    """Train with a good loop written by hand; yield the speed of each epoch."""
    from core.engine.mx import mx

    nd, nn, gluon = mx.nd, mx.gluon.nn, mx.gluon
    images, labels = _images(data_dir)
    X, y = nd.array(images, dtype="uint8").astype("float32") / 255, nd.array(labels.astype(np.float32))
    net, softmax_loss = nn.HybridSequential(), gluon.loss.SoftmaxCrossEntropyLoss()
    net.add(nn.Dense(256, activation="relu"), nn.Dense(10))
    net.initialize(mx.init.Normal(sigma=0.01))
    net.hybridize(static_alloc=True, static_shape=True)
    softmax_loss.hybridize(static_alloc=True, static_shape=True)
    trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": LEARNING_RATE}, kvstore=None)
    while True:
        start, loss_sum, hits = perf_counter(), 0.0, 0.0
        order = nd.array(np.random.permutation(NUM_TRAIN), dtype="int32")
        for first in range(0, NUM_TRAIN, BATCH_SIZE):
            indices = order[first : first + BATCH_SIZE]
            X_batch, y_batch = nd.take(X, indices), nd.take(y, indices)
            with mx.autograd.record():
                y_hat = net(X_batch)
                loss = softmax_loss(y_hat, y_batch)
            loss.backward()
            trainer.step(BATCH_SIZE)
            loss_sum += loss.sum().asscalar()
            hits += (y_hat.argmax(axis=1) == y_batch).sum().asscalar()
        yield {"speed": [NUM_TRAIN / (perf_counter() - start)]}


def _long_mlp() -> Experiment:
    return with_value(load_preset("mlp"), "training.num_epochs", 100_000)


class _Stopwatch:
    """Times epochs by their events, from the first batch's beginning to the last batch's end."""

    def __init__(self) -> None:
        self.speeds: list[float] = []
        self._start = self._last_batch = 0.0

    def hear(self, event: object) -> None:
        if isinstance(event, BatchDone):
            self._last_batch = perf_counter()
        elif isinstance(event, EpochDone):
            self.speeds.append(NUM_TRAIN / (self._last_batch - self._start))
        if isinstance(event, RunStarted | EpochDone):
            self.restart()

    def restart(self) -> None:
        """Begin an epoch now, after a pause."""
        self._start = perf_counter()

    def take(self) -> list[float]:
        """Return the speeds since the last time."""
        taken, self.speeds = self.speeds, []
        return taken


def engine_epochs(data_dir: Path | None) -> Iterator[Figures]:
    """Train with the application's engine; yield the speed of each epoch."""
    from core.engine.training import Job, Run

    experiment, stopwatch = _long_mlp(), _Stopwatch()
    for event in Run(Job(1, experiment, experiment.data.load(data_dir), threading.Event())).events():
        stopwatch.hear(event)
        if isinstance(event, EpochDone):
            yield {"speed": stopwatch.take()}
            stopwatch.restart()


def window_epochs(data_dir: Path | None) -> Iterator[Figures]:
    """Train with the window open; yield the speed of each epoch and how late the window's timer was meanwhile (ms)."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QElapsedTimer, QEventLoop, Qt, QTimer
    from PySide6.QtWidgets import QApplication

    from desktop_app.app import Laboratory
    from desktop_app.mailbox import Mailbox
    from desktop_app.preferences import Preferences

    app = QApplication([])
    app.setStyle("Fusion")
    stopwatch, put = _Stopwatch(), Mailbox.put

    def timed_put(mailbox: Mailbox, message: object) -> bool:
        stopwatch.hear(message)
        return put(mailbox, message)

    Mailbox.put = timed_put  # type: ignore[method-assign]
    folder = tempfile.TemporaryDirectory()
    preferences = Preferences(Path(folder.name))
    preferences.remember(_long_mlp(), None, False)
    laboratory, loop = Laboratory(preferences, data_dir), QEventLoop()
    laboratory.open()
    laboratory.window.resize(1280, 720)
    gc.collect()
    gc.freeze()

    def wait_for(condition: object) -> None:
        while not condition():  # type: ignore[operator]
            loop.exec()

    laboratory.run.state_changed.connect(loop.quit)
    wait_for(lambda: laboratory.run.phase == "idle" and not laboratory.run.obstacle and laboratory.data.parts)
    late: list[float] = []
    clock, timer = QElapsedTimer(), QTimer(interval=TIMER_MS, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(lambda: late.append(clock.nsecsElapsed() / 1e6 - TIMER_MS) or clock.restart())
    while True:
        late.clear()
        clock.start()
        timer.start()
        stopwatch.restart()
        epochs = len(laboratory.run.history.epochs)
        laboratory.run.step_epoch()
        wait_for(lambda: len(laboratory.run.history.epochs) > epochs and laboratory.run.phase == "paused")  # noqa: B023
        timer.stop()
        yield {"speed": stopwatch.take(), "late": list(late)}


WAYS = {"book": book_epochs, "hand": hand_epochs, "engine": engine_epochs, "window": window_epochs}


def _serve(way: str, data_dir: Path | None) -> None:
    """Train for one epoch for each line on standard input, and answer with a line of figures."""
    epochs = WAYS[way](data_dir)
    for _ in sys.stdin:
        print(json.dumps(next(epochs)), flush=True)
    # The book's worker processes and the window need no ceremony: nothing of theirs is kept.
    os._exit(0)


class _Contestant:
    def __init__(self, way: str, data_dir: Path | None) -> None:
        self._way = way
        command = [sys.executable, "-m", "tests.benchmarks.training_speed", "--serve", way]
        command += ["--data-dir", str(data_dir)] if data_dir else []
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def epoch(self) -> Figures:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write("epoch\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            sys.exit(f"The way '{self._way}' broke off; what it said stands above.")
        answer: Figures = json.loads(line)
        return answer

    def close(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()


def measure(ways: list[str], rounds: int, data_dir: Path | None) -> dict[str, Figures]:
    """Return the speeds of all epochs but the first of each way, and the lateness of the window's timer."""
    contestants = {way: _Contestant(way, data_dir) for way in ways}
    found: dict[str, Figures] = {way: {"speed": [], "late": []} for way in ways}
    for number in range(rounds + 1):
        for way, contestant in contestants.items():
            for name, figures in contestant.epoch().items():
                if number:
                    found[way][name] += figures
        print(f"round {number} of {rounds}", file=sys.stderr)
    for contestant in contestants.values():
        contestant.close()
    return found


def train_in_window(rounds: int = 5, data_dir: Path | None = None) -> tuple[float, float]:
    """Return the application's samples/s with its window open, and by how many ms the window's timer is late at p99."""
    figures = measure(["window"], rounds, data_dir)["window"]
    return float(np.median(figures["speed"])), float(np.percentile(figures["late"], 99))


def summary(found: dict[str, Figures]) -> dict[str, object]:
    """Return medians, ratios, the 99th percentile, and which targets are met."""
    speeds = {way: float(np.median(figures["speed"])) for way, figures in found.items()}
    ratios = {f"{a}/{b}": speeds[a] / speeds[b] for a, b, _ in TARGETS if a in speeds and b in speeds}
    met = {f"{a}/{b}": ratios[f"{a}/{b}"] >= least for a, b, least in TARGETS if least and f"{a}/{b}" in ratios}
    result: dict[str, object] = {"samples_per_second": speeds, "ratios": ratios, "targets_met": met}
    if "window" in found:
        late = found["window"]["late"]
        result["gui_late_ms"] = {str(p): float(np.percentile(late, p)) for p in (50, 95, 99, 100)}
        met["gui p99"] = float(np.percentile(late, 99)) < MAX_P99_MS
    return result


def print_report(found: dict[str, Figures]) -> None:
    """Print tables for people."""
    result = summary(found)
    epochs = len(next(iter(found.values()))["speed"])
    print(f"{'way':<8}{'samples/s':>12}{'slowest':>12}{'fastest':>12}   (median over {epochs} epochs)")
    for way, figures in found.items():
        speed = figures["speed"]
        print(f"{way:<8}{np.median(speed):>12,.0f}{min(speed):>12,.0f}{max(speed):>12,.0f}")
    for name, ratio in result["ratios"].items():  # type: ignore[attr-defined]
        print(f"{name:<14}{ratio:>6.2f}")
    for name, value in result.get("gui_late_ms", {}).items():  # type: ignore[attr-defined]
        print(f"window's timer late, percentile {name}: {value:.1f} ms")
    for name, met in result["targets_met"].items():  # type: ignore[attr-defined]
        print(f"target {name}: {'met' if met else 'missed'}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7, help="epochs of each way, after one to warm up (default 7)")
    parser.add_argument("--ways", nargs="+", choices=WAYS, default=list(WAYS), help="which to compare (default all)")
    parser.add_argument("--data-dir", type=Path, help="holds the folder fashion-mnist")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of tables")
    parser.add_argument("--serve", choices=WAYS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.serve:
        _serve(options.serve, options.data_dir)
    found = measure(options.ways, options.rounds, options.data_dir)
    if options.json:
        print(json.dumps(summary(found)))
    else:
        print_report(found)


if __name__ == "__main__":
    main()
