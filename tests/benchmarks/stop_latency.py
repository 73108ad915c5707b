"""How soon Stop is heard: ``python -m tests.benchmarks.stop_latency``.

Trains the preset ``mlp`` on Fashion-MNIST (``GLUON_LAB_DATA`` or ``--data-dir``) through the real engine of the window,
stops it at a random moment while it trains, evaluates or predicts all training images, and takes the time until the
window has heard of the end. Exit status 1 if one of them took 100 ms.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
from pathlib import Path
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal, Slot

from core.events import BatchDone, Event, RunEnded
from core.experiment import with_value
from core.presets import load_preset
from desktop_app.engine_host import EngineHost
from desktop_app.engine_messages import Failed
from desktop_app.mailbox import Mailbox

MAX_MS = 100
MOMENTS = ("training", "evaluating", "predicting")


class Stopper(QObject):
    """Starts and stops runs, each at one of the three moments."""

    reached = Signal()

    def __init__(self, host: EngineHost, number: int, seed: int) -> None:
        super().__init__()
        self.milliseconds: dict[str, list[float]] = {moment: [] for moment in MOMENTS}
        self.problem = ""
        self._host = host
        self._left = number
        self._random = random.Random(seed)
        self._moment, self._step = "", 0
        self._pressed = 0.0
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._stop)
        self._experiment = with_value(load_preset("mlp"), "training.num_epochs", 100)
        self.reached.connect(self._wait_and_stop, Qt.ConnectionType.QueuedConnection)
        host.received.connect(self._hear)
        host.phase_changed.connect(self._go_on)
        self._listen_in_the_engines_thread()

    def _listen_in_the_engines_thread(self) -> None:
        put = Mailbox.put

        def listening_put(mailbox: Mailbox, message: object) -> bool:
            if isinstance(message, BatchDone) and message.step == self._step:
                self.reached.emit()
            return put(mailbox, message)

        Mailbox.put = listening_put  # type: ignore[method-assign]

    @Slot(object)
    def _go_on(self, phase: str) -> None:
        if phase not in ("idle", "ended"):
            return
        if not self._left:
            self._host.close()
            return
        self._left -= 1
        self._moment = MOMENTS[self._left % len(MOMENTS)]
        # The 235th batch is the last of its epoch: the evaluation follows.
        self._step = 235 if self._moment == "evaluating" else self._random.randint(1, 230)
        self._host.start(self._experiment)

    @Slot()
    def _wait_and_stop(self) -> None:
        if self._moment == "predicting":
            self._host.predict(self._experiment.data, "train")
        self._timer.start(self._random.randint(0, 30))

    @Slot()
    def _stop(self) -> None:
        self._pressed = perf_counter()
        self._host.stop()

    @Slot(object)
    def _hear(self, messages: list[Event]) -> None:
        for failed in (message for message in messages if isinstance(message, Failed)):
            self.problem, self._left = failed.sentence, 0
        if any(isinstance(message, RunEnded) for message in messages):
            self.milliseconds[self._moment].append(1000 * (perf_counter() - self._pressed))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stops", type=int, default=90, help="how often to stop (default 90)")
    parser.add_argument("--seed", type=int, default=0, help="of the random moments")
    parser.add_argument("--data-dir", type=Path, help="holds the folder fashion-mnist")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args()
    app = QCoreApplication([])
    host = EngineHost(options.data_dir)
    stopper = Stopper(host, options.stops, options.seed)
    host.closed.connect(app.quit)
    host.open()
    app.exec()
    if stopper.problem:
        sys.exit(stopper.problem)
    result = {
        moment: {"stops": len(times), "median": np.median(times), "p95": np.percentile(times, 95), "max": max(times)}
        for moment, times in stopper.milliseconds.items()
    }
    if options.json:
        print(json.dumps(result))
    else:
        for moment, figures in result.items():
            print(f"{moment:<12}" + "  ".join(f"{name} {figure:.0f}" for name, figure in figures.items()) + "  (ms)")
    return 0 if max(max(times) for times in stopper.milliseconds.values()) < MAX_MS else 1


if __name__ == "__main__":
    sys.exit(main())
