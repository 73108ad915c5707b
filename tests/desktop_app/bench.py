"""The worker of the engine, driven in the thread of a test: one request after another, no waiting."""

from __future__ import annotations

import threading
from itertools import count

import pytest

from core.events import Event
from desktop_app import engine_messages as messages
from desktop_app.engine_worker import EngineWorker
from desktop_app.mailbox import Mailbox


class Bench:
    """A worker without a thread of its own."""

    def __init__(self, data_dir=None):
        self.mailbox = Mailbox()
        self.worker = EngineWorker(self.mailbox, data_dir)
        self.ids = count(1)
        self.cancel = threading.Event()
        self.said = []

    def ask(self, request):
        self.worker.handle(request)
        return self.hear()

    def hear(self):
        new = self.mailbox.take_all()
        self.said += new
        return new

    def start(self, experiment, pace="pause"):
        self.cancel = threading.Event()
        return self.ask(messages.Start(next(self.ids), experiment, self.cancel, pace))

    def load(self, experiment, path):
        return self.ask(messages.LoadParameters(next(self.ids), experiment, threading.Event(), path))

    def until_it_rests(self, qapp):
        """Let the slices of the run follow each other until it pauses or ends; return the events."""
        before = len(self.said)
        while self.worker._pace != "pause":
            qapp.processEvents()
            self.hear()
        return [message for message in self.said[before:] if isinstance(message, Event)]

    @property
    def phases(self):
        return [message.phase for message in self.said if isinstance(message, messages.PhaseChanged)]


@pytest.fixture
def bench(qapp):
    bench = Bench()
    bench.worker.begin()
    bench.hear()
    yield bench
    bench.ask(messages.Discard(0))
