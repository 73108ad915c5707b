"""How messages get from the engine's thread to the window."""

from __future__ import annotations

import threading
from collections import deque


class Mailbox:
    """Messages from the engine's thread, fetched by the window at its own rate.

    ``num_put`` and ``num_taken`` count them: the n-th message was fetched when ``num_taken`` has reached n.
    ``drawing_seconds`` is what the window says of how long it takes to draw one round of answers to probes.
    A signal for every batch would flood the event loop of the window; here it is woken once, and takes all there is.
    """

    def __init__(self) -> None:
        self._messages: deque[object] = deque()
        self._announced = threading.Event()
        self.num_put = self.num_taken = 0
        self.drawing_seconds = 0.0

    def put(self, message: object) -> bool:
        """Add a message; return True if the window must be woken to fetch it."""
        self._messages.append(message)
        self.num_put += 1
        if self._announced.is_set():
            return False
        self._announced.set()
        return True

    def take_all(self) -> list[object]:
        """Remove and return all messages, oldest first."""
        self._announced.clear()
        messages = []
        while self._messages:
            messages.append(self._messages.popleft())
        self.num_taken += len(messages)
        return messages
