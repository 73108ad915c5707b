"""How long the window takes to draw what the engine saw."""

from __future__ import annotations

_WEIGHT = 0.3
"""Of the newest measurement in the running mean."""


class DrawingMeter:
    """Estimates what drawing costs, from how long the window is busy after it fetched messages.

    What it does anyway, such as drawing the curves, is learnt from fetches without answers and left out.
    """

    def __init__(self) -> None:
        self.seconds = 0.0
        """To draw one round of answers, as far as is known."""
        self._usual = 0.0
        self._is_first = True
        self._subject: object = None
        self._known: dict[object, float] = {}

    def begin(self, subject: object) -> None:
        """Take note that from now on something else is drawn; what it cost the last time is remembered.

        Args:
            subject: what is drawn; equal ones cost the same. Its first drawing, with its layout, is no rule.
        """
        self._known[self._subject] = self.seconds
        self._subject, self.seconds, self._is_first = subject, self._known.get(subject, 0.0), True

    def note(self, busy: float, draws: bool) -> None:
        """Take note that the window was busy for so many seconds after a fetch; ``draws``: it brought answers."""
        if draws and self._is_first:
            self._is_first = False
        elif draws:
            self.seconds += _WEIGHT * (max(0.0, busy - self._usual) - self.seconds)
        else:
            self._usual += _WEIGHT * (busy - self._usual)
