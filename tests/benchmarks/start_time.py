"""How long the window takes to appear: ``python -m tests.benchmarks.start_time [--repeat N]``.

Starts the application in fresh processes and reports the time from the start of the process to the first painted
window, and to the moment at which MXNet is loaded and Train can be pressed.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

_CHILD = """
import json, sys, time
from pathlib import Path
from PySide6.QtCore import QObject, QEvent
from PySide6.QtWidgets import QApplication
from desktop_app.app import Laboratory
from desktop_app.preferences import Preferences

started = float(sys.argv[1])
app = QApplication([])
app.setStyle("Fusion")
laboratory = Laboratory(Preferences(Path(sys.argv[2])))
seen = {}

class Painted(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            seen.setdefault("window", time.time() - started)
        return False

painted = Painted()
laboratory.window.installEventFilter(painted)

def on_state():
    if laboratory.window.run_bar.train.isEnabled() and "ready" not in seen:
        seen["ready"] = time.time() - started
        print(json.dumps(seen), flush=True)
        laboratory.window.close()

laboratory.run.state_changed.connect(on_state)
laboratory.host.closed.connect(app.quit)
laboratory.open()
app.exec()
"""


def main() -> None:
    """Read the arguments, measure, and print the medians."""
    parser = argparse.ArgumentParser(description="Time from the start of the process to the window and to readiness.")
    parser.add_argument("--repeat", type=int, default=5)
    repeat = parser.parse_args().repeat
    environment = {"QT_QPA_PLATFORM": "offscreen"} | os.environ
    results = []
    for _ in range(repeat + 1):
        with tempfile.TemporaryDirectory() as folder:
            command = [sys.executable, "-c", _CHILD, str(time.time()), folder]
            done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=60)
        results.append(json.loads(done.stdout))
    # The first start warms the disk's cache and is not counted.
    for name in ("window", "ready"):
        times = [result[name] for result in results[1:]]
        print(f"{name}: median {statistics.median(times):.2f} s, worst {max(times):.2f} s")


if __name__ == "__main__":
    main()
