"""Where the parameters of a tiny network have been, step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.engine.parameters import Arrays, get_arrays
from core.probes import MAX_TRAIL_PARAMETERS
from core.stack import inspect_stack

if TYPE_CHECKING:
    from core.engine.training import Run

_MAX_STEPS = 20_000


class Trail:
    """The parameters of a run after its steps, as long as they are few enough to be read at every step."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._kept = inspect_stack(run.experiment).num_parameters <= MAX_TRAIL_PARAMETERS
        self._stride = 1
        self._steps: list[int] = []
        self._arrays: list[Arrays] = []
        self.note()

    def note(self) -> None:
        """Take note of the present parameters; when that grows too long, of every second step only, and so on."""
        if not self._kept or self._run.step % self._stride:
            return
        self._add()
        if len(self._steps) > _MAX_STEPS:
            self._stride *= 2
            kept = [i for i, step in enumerate(self._steps) if step % self._stride == 0]
            self._steps = [self._steps[i] for i in kept]
            self._arrays = [self._arrays[i] for i in kept]

    def _add(self) -> None:
        if self._steps and self._steps[-1] == self._run.step:
            self._steps.pop()
            self._arrays.pop()
        self._steps.append(self._run.step)
        self._arrays.append(get_arrays(self._run.net))

    def values(self) -> dict[str, NDArray[np.float32]]:
        """Return the steps ``(n,)`` and each parameter ``(n, *shape)``, the present ones last; nothing if too large."""
        if not self._kept:
            return {}
        self._add()
        named = {name: np.stack([arrays[name] for arrays in self._arrays]) for name in self._arrays[0]}
        return {"steps": np.array(self._steps, dtype=np.float32)} | named
