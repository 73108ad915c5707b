"""The end of the engine's thread: in order at any moment, in processes of their own, as a crash would show there."""

from __future__ import annotations

import subprocess
import sys

from desktop_app.engine_host import EngineHost

# In a process of its own, which must end in good order too; "loading" comes first: before MXNet is imported.
MOMENTS = ("loading", "idle", "running", "paused")
CLOSING = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from core.events import BatchDone, RunEnded
from desktop_app.engine_host import EngineHost
from desktop_app.engine_messages import PhaseChanged
from core.experiment import from_dict

app = QCoreApplication([])
QTimer.singleShot(60_000, lambda: sys.exit("nothing happened"))
experiment = from_dict({"layers": [{"kind": "dense"}], "training": {"num_epochs": 100_000}})

def close(when):
    host = EngineHost()
    heard, closed = [], []

    def hear(messages):
        heard.extend(messages)
        for message in messages:
            if isinstance(message, PhaseChanged) and message.phase == "idle" and when == "idle":
                host.close()
            elif isinstance(message, PhaseChanged) and message.phase == "idle" and when in ("running", "paused"):
                host.start(experiment, "run" if when == "running" else "batch")
            elif isinstance(message, PhaseChanged) and message.phase == "paused" and when == "paused":
                host.close()
            elif isinstance(message, BatchDone) and message.step == 50:
                host.close()
                host.close()

    def on_closed():
        closed.append(True)
        QTimer.singleShot(0, app.quit)

    host.received.connect(hear)
    host.closed.connect(on_closed)
    host.open()
    if when == "loading":
        host.close()
    app.exec()
    assert host._thread.isFinished()
    print(when, len(closed), host._worker._run, host._timer.isActive(), len(heard) > 0)

for when in sys.argv[1:]:
    close(when)
"""


def test_the_engine_can_be_closed_at_any_moment():
    command = [sys.executable, "-X", "faulthandler", "-c", CLOSING, *MOMENTS]
    answer = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert (answer.returncode, answer.stderr) == (0, "")
    assert answer.stdout.splitlines() == [f"{when} 1 None False True" for when in MOMENTS]


def test_an_engine_that_was_never_opened_is_closed_at_once(qtbot):
    host = EngineHost()
    with qtbot.waitSignal(host.closed):
        host.close()
