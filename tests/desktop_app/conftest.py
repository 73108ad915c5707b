"""One real engine for all tests: MXNet leaks 5 MB for each new thread that computes with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pyqtgraph as pg
import pytest
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from core.data import Digits
from core.events import Event
from desktop_app.engine_host import EngineHost
from desktop_app.engine_messages import DataLoaded, Phase
from desktop_app.theme import themes

TIMEOUT_MS = 60_000


@pytest.fixture
def light_theme(qapp: QApplication) -> Iterator[None]:
    """Begin and end with the light theme."""
    qapp.setStyle("Fusion")
    themes.choose("light")
    yield
    themes.choose("light")


@pytest.fixture
def fast_mouse() -> Iterator[None]:
    """Let through mouse moves that come faster than those of a hand, which pyqtgraph drops."""
    rate = pg.getConfigOption("mouseRateLimit")
    pg.setConfigOption("mouseRateLimit", 0)
    yield
    pg.setConfigOption("mouseRateLimit", rate)


class Listener:
    """A host and all that it has said."""

    def __init__(self, host: EngineHost) -> None:
        self.host = host
        self.messages: list[object] = []
        self.phases: list[Phase] = []
        self._loop = QEventLoop()
        host.received.connect(self._receive)
        host.phase_changed.connect(self._note_phase)
        host.closed.connect(self._loop.quit)

    def _receive(self, messages: list[object]) -> None:
        self.messages += messages
        self._loop.quit()

    def _note_phase(self, phase: Phase) -> None:
        self.phases.append(phase)
        self._loop.quit()

    def of(self, *kinds: type) -> list:
        """Return the messages of some kinds."""
        return [message for message in self.messages if isinstance(message, kinds)]

    @property
    def events(self) -> list[Event]:
        return self.of(Event)

    def wait_until(self, condition: Callable[[], object]) -> None:
        """Wait until a condition holds that only the engine's messages can bring about."""
        late = QTimer()
        late.setSingleShot(True)
        late.timeout.connect(self._loop.quit)
        late.start(TIMEOUT_MS)
        while not condition():
            assert late.isActive(), f"waited in vain; phases: {self.phases}, last words: {self.messages[-3:]}"
            self._loop.exec()

    def wait_for(self, *kinds: type) -> object:
        """Wait for a message that has not come yet, and return it."""
        before = len(self.of(*kinds))
        self.wait_until(lambda: len(self.of(*kinds)) > before)
        return self.of(*kinds)[before]

    def wait_for_phase(self, phase: Phase) -> None:
        self.wait_until(lambda: self.host.phase == phase)

    def settle(self) -> None:
        """Wait until everything that was asked so far has been answered."""
        self.host.load_data(Digits())
        self.wait_for(DataLoaded)

    def forget(self) -> None:
        """Begin afresh: no network, nothing said."""
        self.host.reset()
        self.settle()
        assert self.host.phase == "idle"
        self.messages.clear()
        self.phases.clear()


@pytest.fixture(scope="session")
def _listener(qapp: object) -> Iterator[Listener]:
    listener = Listener(EngineHost())
    closed: list[bool] = []
    listener.host.closed.connect(lambda: closed.append(True))
    listener.host.open()
    listener.wait_for_phase("idle")
    yield listener
    listener.host.close()
    listener.wait_until(lambda: closed)


@pytest.fixture
def engine(_listener: Listener) -> Iterator[Listener]:
    """The real engine, at rest, and what it says."""
    _listener.forget()
    yield _listener
    _listener.forget()
