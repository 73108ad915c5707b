"""When to look inside the network: often enough to be drawn smoothly, seldom enough not to slow training noticeably."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter

from core.probes import Probe

MIN_SECONDS = 0.1
"""Between two looks of one kind: 10 a second."""

MAX_SHARE = 0.04
"""Of the engine's time, for all looks together."""

MAX_DRAWING_SHARE = 0.06
"""Of the time of the window's thread, for drawing what was seen: training waits for Python while it is drawn."""

STUTTER = 0.0012
"""Seconds: a picture that takes so long to draw that it is felt comes once in the square of that time over this."""

MAX_SECONDS = 2.0
"""Between two looks, however long drawing takes."""

GROWTH = 1.15
"""Each pause between two looks for later is longer than the one before by this factor: 30 looks in a minute."""


@dataclass
class _Watched:
    due: float = 0.0
    letter: int = 0
    """The number of the last answer in the mailbox."""
    pause: float = MIN_SECONDS
    """After the next look, at least; it grows for what nobody sees now."""


class ProbeSchedule:
    """Keeps which probes are watched, and tells which of them are due between two steps.

    A probe is due again when its last answer was fetched, and so late that all looks together take ``MAX_SHARE`` of the
    time at most, and drawing them ``MAX_DRAWING_SHARE``: slow ones come more seldom. The first look of each does not
    count.

    Args:
        num_fetched: tells how many messages the window has fetched so far.
        drawing: tells how long the window's thread takes to draw one round of answers, in seconds.
        clock: in seconds.
    """

    def __init__(
        self,
        num_fetched: Callable[[], int],
        drawing: Callable[[], float] = lambda: 0.0,
        clock: Callable[[], float] = perf_counter,
    ) -> None:
        self._num_fetched, self._drawing, self._clock = num_fetched, drawing, clock
        self._watched: dict[Probe, _Watched] = {}
        self._for_later: tuple[Probe, ...] = ()
        self._next = 0.0

    @property
    def probes(self) -> tuple[Probe, ...]:
        """All probes that are watched."""
        return tuple(self._watched)

    def watch(
        self, probes: tuple[Probe, ...], again: tuple[Probe, ...] = (), for_later: tuple[Probe, ...] = ()
    ) -> tuple[Probe, ...]:
        """Watch these probes instead of those before; return the new ones and those of ``again``, due at once.

        Args:
            probes: all that are watched from now on.
            again: those of them that begin anew.
            for_later: those of them whose answers nobody sees now: they are taken ever more seldom.
        """
        kept = {probe: watched for probe, watched in self._watched.items() if probe not in again}
        new = tuple(dict.fromkeys(probe for probe in probes if probe not in kept))
        self._watched = {probe: kept.get(probe, _Watched()) for probe in probes}
        self._for_later = for_later
        self._next = 0.0
        return new

    def forget(self, probe: Probe) -> None:
        """Do not watch a probe any more."""
        self._watched.pop(probe, None)

    def hasten(self) -> None:
        """Let all probes be due as soon as their last answers are fetched: somebody waits for what he has changed."""
        for watched in self._watched.values():
            watched.due = 0.0
        self._next = 0.0

    def restart(self) -> None:
        """Begin anew with a new run: its first step is looked at, and pauses for later are as short as at first."""
        for watched in self._watched.values():
            watched.pause = MIN_SECONDS
        self.hasten()

    def due(self) -> tuple[Probe, ...]:
        """Return the probes to take now. Costs next to nothing while there are none."""
        now = self._clock()
        if not self._watched or now < self._next:
            return ()
        fetched = self._num_fetched()
        ready = {probe: watched.due for probe, watched in self._watched.items() if watched.letter <= fetched}
        if not any(due <= now for due in ready.values()):
            return ()
        # What is due soon comes along: a view that needs several answers is drawn once for them all.
        return tuple(probe for probe, due in ready.items() if due <= now + MIN_SECONDS / 2)

    def note(self, probe: Probe, seconds: float, letter: int) -> None:
        """Take note that a look took so long, and of the number of its answer in the mailbox."""
        watched = self._watched.get(probe)
        if watched is not None:
            # The first look prepares what later ones find ready: how long it took tells nothing about them.
            typical = seconds if watched.letter else 0.0
            pause = max(watched.pause, len(self._watched) * typical / MAX_SHARE)
            if probe in self._for_later:
                watched.pause *= GROWTH
            else:
                pause = max(pause, _pause_after(self._drawing()))
                watched.pause = MIN_SECONDS
            watched.due, watched.letter = self._clock() + pause, letter
            self._next = min(other.due for other in self._watched.values())


def _pause_after(drawing: float) -> float:
    """Return how long to wait after a picture that took so many seconds to draw."""
    return min(MAX_SECONDS, max(drawing / MAX_DRAWING_SHARE, drawing**2 / STUTTER))
