"""How worker processes tell of the epochs that they have done while they train.

Each report is one datagram: it arrives whole or not at all, whatever becomes of its worker, and no lock is needed
between workers. Of a run that does hundreds of epochs a second most are left out, and so are all confusion matrices.
The outcome of the run has them.
"""

from __future__ import annotations

import logging
import math
import socket
import threading
from collections.abc import Callable
from dataclasses import replace
from multiprocessing.reduction import ForkingPickler
from time import perf_counter

from core.events import EpochDone

EpochHeard = Callable[[str, EpochDone], None]
"""Called with the key of a cell and an epoch that it has done."""

log = logging.getLogger(__name__)

_LONGEST = 2**20
_ROOM = 2**17
_SECONDS_BETWEEN_REPORTS = 0.03
_GOODBYE = b""


class Reports:
    """Receives reports in a thread of its own, and hands them to those who listen."""

    def __init__(self) -> None:
        self._receiver, self.sender = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
        # macOS takes no datagram that is longer than this, and has little room by default.
        self.sender.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _ROOM)
        self._receiver.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _ROOM)
        self._lock = threading.Lock()
        self._heard: dict[int, EpochHeard] = {}
        self._num_tickets = 0
        self._thread = threading.Thread(target=self._receive, name="reports of workers", daemon=True)
        self._thread.start()

    def listen(self, heard: EpochHeard) -> int:
        """Call ``heard`` in the thread of this object for the reports with the returned ticket."""
        with self._lock:
            self._num_tickets += 1
            self._heard[self._num_tickets] = heard
            return self._num_tickets

    def forget(self, ticket: int) -> None:
        """End what :meth:`listen` began."""
        with self._lock:
            self._heard.pop(ticket, None)

    def close(self) -> None:
        """End the thread. Closing twice does nothing."""
        if self._thread.is_alive():
            self.sender.send(_GOODBYE)
            self._thread.join()
        self.sender.close()
        self._receiver.close()

    def _receive(self) -> None:
        while (message := self._receiver.recv(_LONGEST)) != _GOODBYE:
            try:
                self._hand_over(message)
            except Exception:
                # The workers wait for this thread once nobody reads what they send.
                log.exception("A report of an epoch was not taken in")

    def _hand_over(self, message: bytes) -> None:
        ticket, key, epoch = ForkingPickler.loads(message)
        with self._lock:
            heard = self._heard.get(ticket)
        if heard is not None:
            heard(key, epoch)


class Reporter:
    """Reports the epochs of one cell from a worker process, not more often than anyone can see."""

    def __init__(self, sender: socket.socket, ticket: int, key: str) -> None:
        self._sender, self._ticket, self._key = sender, ticket, key
        self._last = -math.inf

    def __call__(self, epoch: EpochDone) -> None:
        """Report an epoch, unless the one before was reported just now."""
        now = perf_counter()
        if now - self._last < _SECONDS_BETWEEN_REPORTS:
            return
        self._last = now
        try:
            self._sender.send(ForkingPickler.dumps((self._ticket, self._key, replace(epoch, confusion=None))))
        except OSError:
            log.debug("An epoch of %s could not be reported", self._key, exc_info=True)
