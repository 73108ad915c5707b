"""The mailbox between the engine's thread and the window: nothing is lost, and nobody is woken twice."""

from __future__ import annotations

import sys
import threading
from collections import deque

from desktop_app.engine_worker import Mailbox


def test_the_mailbox_asks_to_be_emptied_once():
    mailbox = Mailbox()
    assert [mailbox.put(number) for number in range(4)] == [True, False, False, False]
    assert mailbox.take_all() == [0, 1, 2, 3]
    assert mailbox.take_all() == []
    assert [mailbox.put(number) for number in range(4, 6)] == [True, False]
    assert mailbox.take_all() == [4, 5]


def test_no_message_is_lost_or_overtaken_while_the_mailbox_is_emptied():
    mailbox, wakes, taken = Mailbox(), threading.Semaphore(0), []
    number = 20_000

    def write():
        for message in range(number):
            if mailbox.put(message):
                wakes.release()

    writer = threading.Thread(target=write)
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        writer.start()
        while len(taken) < number:
            assert wakes.acquire(timeout=60), "a message was put and nobody was woken"
            taken += mailbox.take_all()
        writer.join()
    finally:
        sys.setswitchinterval(interval)
    assert taken == list(range(number))


def test_a_message_that_comes_while_the_mailbox_is_found_empty_asks_for_another_visit():
    mailbox, asked = Mailbox(), []

    class Meddling(deque):
        def __bool__(self):
            found = len(self) > 0
            if not found and not asked:
                asked.append(mailbox.put("late"))
            return found

    mailbox._messages = Meddling()
    mailbox.put("early")
    assert mailbox.take_all() == ["early"]
    assert asked == [True]
    assert mailbox.take_all() == ["late"]
