"""A slow walk through the phases of training steps, one after the other, so that each can be seen."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal, Slot

ONCE = ("load", "initialise")
"""What a run does before its first step."""
STEP = ("batch", "forward", "loss", "backward", "update")
"""What it does with every minibatch."""
EPOCH_END = "evaluate"


@dataclass(frozen=True)
class Stage:
    """One phase of a step, and what stands beside its line, such as the loss; perhaps nothing."""

    phase: str
    note: str = ""


class Walk(QObject):
    """Shows stages one by one and asks for the next step when it has shown them all.

    Signals:
        shown: the :class:`Stage` that is shown now.
        step_wanted: all stages were seen; :meth:`add` is expected.
    """

    shown = Signal(object)
    step_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stage: Stage | None = None
        self._next: deque[Stage] = deque()
        self._waiting = self._halted = False
        self._timer = QTimer(self, singleShot=True, interval=700)
        self._timer.timeout.connect(self.advance)

    @property
    def is_halted(self) -> bool:
        """Whether it stands still until :meth:`advance` or :meth:`go_on`."""
        return self._halted

    @property
    def is_waiting(self) -> bool:
        """Whether it has shown all that there is, and asked for more."""
        return self._waiting

    def set_pace(self, milliseconds: int) -> None:
        """Stay this long at every stage, from now on."""
        was_active = self._timer.isActive()
        self._timer.setInterval(milliseconds)
        if was_active:
            self._timer.start()

    def begin(self) -> None:
        """Forget all stages and wait for the first ones."""
        self.stop()
        self._waiting, self._halted = True, False

    def add(self, stages: Iterable[Stage]) -> None:
        """Take in the stages of a step; whoever waits for them sees the first one at once."""
        self._next.extend(stages)
        if self._waiting and self._next:
            self.advance()

    def replace(self, stages: Iterable[Stage]) -> None:
        """Drop what was not shown yet: another step was done meanwhile."""
        self._next.clear()
        self._waiting = True
        self.add(stages)

    @Slot()
    def advance(self) -> None:
        """Show the next stage now; after the last one, ask for the next step."""
        self._timer.stop()
        self._waiting = not self._next
        if self._waiting:
            self.step_wanted.emit()
            return
        self.stage = self._next.popleft()
        if not self._halted:
            self._timer.start()
        self.shown.emit(self.stage)

    def halt(self) -> None:
        """Stay at the present stage."""
        self._halted = True
        self._timer.stop()

    def go_on(self) -> None:
        """Go on by itself again."""
        self._halted = False
        if not self._waiting:
            self.advance()

    def stop(self) -> None:
        """Forget everything."""
        self._timer.stop()
        self._next.clear()
        self._waiting = self._halted = False
        self.stage = None
