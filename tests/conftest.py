"""What all tests share: the real data, and the rule that nothing may be left behind."""

from __future__ import annotations

import gc
import os
import threading
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("gluon-lab", deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
settings.load_profile("gluon-lab")


# As in the application: a collection in the engine's thread would destroy the widgets of earlier tests there.
gc.disable()
_GARBAGE_LIMIT = 50_000


@pytest.fixture(scope="session")
def fashion_mnist_dir() -> Path:
    """The data directory that holds ``fashion-mnist``; in CI it must be there."""
    place = os.environ.get("GLUON_LAB_DATA")
    if place and (Path(place) / "fashion-mnist").is_dir():
        return Path(place)
    reason = "GLUON_LAB_DATA names no folder that holds 'fashion-mnist' with the four official files"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(autouse=True)
def _no_leaks() -> Iterator[None]:
    """Fail a test that leaves a thread, a window or a running timer behind."""
    before = set(threading.enumerate())
    yield
    left = [thread.name for thread in set(threading.enumerate()) - before if thread.is_alive() and not thread.daemon]
    assert not left, f"threads left behind: {left}"
    if gc.get_count()[0] > _GARBAGE_LIMIT:
        gc.collect()
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance()
    if isinstance(app, QApplication):
        # Widgets that a test closed go now, not in the middle of the next test.
        app.sendPostedEvents(None, 52)
        windows = [repr(widget) for widget in app.topLevelWidgets() if widget.isVisible()]
        assert not windows, f"windows left open: {windows}"
