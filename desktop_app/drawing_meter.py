"""How long the window's thread computes to draw what the engine saw."""

from __future__ import annotations

from collections.abc import Callable
from time import thread_time

_WEIGHT = 0.3
"""Of the newest measurement in the running mean."""


class DrawingMeter:
    """Estimates what drawing costs, from the time that one thread computed between two fetches of messages.

    What it computes anyway, such as the curves, is learnt from fetches without answers and left out.

    Args:
        clock: seconds that the calling thread has computed so far.
    """

    def __init__(self, clock: Callable[[], float] = thread_time) -> None:
        self._clock = clock
        self._last: float | None = None
        self._draws = False
        self._usual = self._drawing = 0.0

    def note(self, draws: bool) -> float:
        """Take note of a fetch; return the seconds that drawing one round of answers takes, as far as is known.

        Args:
            draws: whether this fetch brought answers, which are drawn before the next fetch.
        """
        now = self._clock()
        if self._last is not None:
            spent = now - self._last
            if self._draws:
                self._drawing += _WEIGHT * (max(0.0, spent - self._usual) - self._drawing)
            else:
                self._usual += _WEIGHT * (spent - self._usual)
        self._last, self._draws = now, draws
        return self._drawing
