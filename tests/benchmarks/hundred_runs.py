"""Whether many trainings in one process leave anything behind: ``python -m tests.benchmarks.hundred_runs``.

Trains one network after another through the real engine of the window, and looks at the memory of the process and
the number of its threads after the tenth and after the last. A network has 1.1 million weights: one that was not let
go would be seen. Exit status 1 if the memory grows by 20 MB or a thread is left.
"""

from __future__ import annotations

import argparse
import json
import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import psutil
from PySide6.QtCore import QCoreApplication, QObject, Slot

from core.events import RunEnded
from core.experiment import from_dict
from desktop_app.engine_host import EngineHost

MAX_GROWTH = 20e6
FIRST_LOOK = 10
EXPERIMENT = {
    "layers": [
        {"kind": "dense", "units": 1000, "activation": "relu"},
        {"kind": "dropout", "rate": 0.2},
        {"kind": "dense", "units": 1000, "activation": "relu"},
        {"kind": "dense"},
    ],
    "optimizer": {"kind": "sgd", "momentum": 0.9},
    "training": {"num_epochs": 2},
}


class Series(QObject):
    """Starts a run whenever the one before has ended, and closes the engine after the last."""

    def __init__(self, host: EngineHost, number: int) -> None:
        super().__init__()
        self.looks: dict[int, tuple[int, int]] = {}
        self._host = host
        self._number = number
        self._done = 0
        host.received.connect(self._hear)
        host.phase_changed.connect(self._go_on)

    @Slot(object)
    def _hear(self, messages: list[object]) -> None:
        for message in messages:
            if isinstance(message, RunEnded):
                assert message.reason == "finished", message
                self._done += 1
                process = psutil.Process()
                self.looks[self._done] = process.memory_info().rss, process.num_threads()

    @Slot(object)
    def _go_on(self, phase: str) -> None:
        if self._done == self._number:
            self._host.close()
        elif phase in ("idle", "ended"):
            self._host.start(from_dict(EXPERIMENT))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=100, help="how many trainings (default 100)")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args()
    app = QCoreApplication([])
    host = EngineHost()
    series = Series(host, options.runs)
    host.closed.connect(app.quit)
    host.open()
    app.exec()
    (early, early_threads), (late, late_threads) = (
        series.looks[min(FIRST_LOOK, options.runs)],
        series.looks[options.runs],
    )
    growth = late - early
    result = {"runs": options.runs, "rss_early": early, "rss_late": late, "growth": growth}
    result |= {"threads_early": early_threads, "threads_late": late_threads}
    if options.json:
        print(json.dumps(result))
    else:
        print(f"after {FIRST_LOOK} runs: {early / 1e6:.1f} MB, {early_threads} threads")
        print(f"after {options.runs} runs: {late / 1e6:.1f} MB, {late_threads} threads; growth {growth / 1e6:.1f} MB")
    return 0 if growth < MAX_GROWTH and late_threads <= early_threads else 1


if __name__ == "__main__":
    sys.exit(main())
