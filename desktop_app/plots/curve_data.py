"""What the curves of a run need at every refresh, cheaply: few points for many batches, nearest values, ranges."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil, isnan, log10

import numpy as np
from numpy.typing import NDArray

from core.events import EpochDone
from core.history import History
from desktop_app.plots.figures import Part, PlotName, figure_at

Array = NDArray[np.float64]
MAX_POINTS = 4000

_PARTS: tuple[Part, ...] = ("train", "validation")
EPOCH_CURVES = ("train_loss", "validation_loss", "train_lower", "validation_lower")


def drawable(values: Array) -> Array:
    """Return values with NaN for all that cannot be drawn on a linear axis."""
    return np.where(np.isfinite(values), values, np.nan)


def drawable_log(values: Array) -> Array:
    """Return decimal logarithms with NaN for all that cannot be drawn on a logarithmic axis."""
    good = np.isfinite(values) & (values > 0)
    return np.log10(values, out=np.full(len(values), np.nan), where=good)


class Envelope:
    """Lowest and highest values of a growing array in blocks, so that no refresh looks at all of it.

    Args:
        scale: :func:`drawable` or :func:`drawable_log`, applied to every value.
    """

    BLOCK = 64

    def __init__(self, scale: Callable[[Array], Array]) -> None:
        self._scale = scale
        self._blocks = np.empty((2, 256))
        self._num_blocks = 0

    def points(self, values: Array, first: int, last: int, limit: int) -> tuple[NDArray[np.intp], Array]:
        """Return indices and scaled values that draw ``values[first:last]``.

        Up to ``limit`` (at most ``MAX_POINTS``) these are all values; of more, the lowest and the highest of each of
        at most ``limit / 2`` groups of equal length. The groups do not depend on ``last``, so that a growing curve
        stands still.
        """
        limit = min(limit, MAX_POINTS)
        if last - first <= limit:
            return np.arange(first, last), self._scale(values[first:last])
        size = 2 ** ceil(log10(2 * (last - first) / (limit - 4)) / log10(2))
        start = first // size * size
        if size < self.BLOCK:
            lows = highs = _padded(self._scale(values[start:last]), size)
        else:
            self._extend(values)
            group = size // self.BLOCK
            done = min(last // self.BLOCK, self._num_blocks)
            blocks = self._blocks[:, start // self.BLOCK : done]
            rest = self._scale(values[done * self.BLOCK : last])
            if len(rest):
                blocks = np.concatenate([blocks, [[np.fmin.reduce(rest)], [np.fmax.reduce(rest)]]], axis=1)
            lows, highs = _padded(blocks[0], group), _padded(blocks[1], group)
        middles = np.minimum(start + size // 2 + size * np.arange(len(lows)), last - 1)
        pairs = np.stack([np.fmin.reduce(lows, axis=1), np.fmax.reduce(highs, axis=1)], axis=1)
        return np.repeat(middles, 2), pairs.ravel()

    def _extend(self, values: Array) -> None:
        total = len(values) // self.BLOCK
        if total > self._blocks.shape[1]:
            grown = np.empty((2, max(total, 2 * self._blocks.shape[1])))
            grown[:, : self._num_blocks] = self._blocks[:, : self._num_blocks]
            self._blocks = grown
        new = self._scale(values[self._num_blocks * self.BLOCK : total * self.BLOCK]).reshape(-1, self.BLOCK)
        self._blocks[0, self._num_blocks : total] = np.fmin.reduce(new, axis=1)
        self._blocks[1, self._num_blocks : total] = np.fmax.reduce(new, axis=1)
        self._num_blocks = total


def _padded(values: Array, size: int) -> Array:
    """Return values in rows of ``size``, the last one filled up with NaN."""
    missing = -len(values) % size
    return np.concatenate([values, np.full(missing, np.nan)]).reshape(-1, size)


@dataclass(frozen=True)
class Reading:
    """The values at one place, ``x`` epochs: those of the nearest batch and of the epoch whose end is nearest.

    ``figure`` names what the lower plot shows; its values are None where they do not exist.
    """

    step: int
    x: float
    batch_loss: float | None
    batch_lower: float | None
    epoch: EpochDone | None
    figure: str

    def at_epoch(self, part: Part, plot: PlotName) -> float | None:
        """Return the value of a part of the data at the end of the epoch, in the upper or in the lower plot."""
        name = "loss" if plot == "loss" else self.figure
        return figure_at(self.epoch, part, name) if self.epoch is not None and name else None


class RunCurves:
    """Keeps up with one run of a history and gives its curves over epochs.

    The names of curves are ``batch_loss``, ``batch_lower`` and those of ``EPOCH_CURVES``; the lower ones show the
    chosen ``figure``.
    """

    def __init__(self, history: History) -> None:
        self.history = history
        self.started = history.started
        self.per_epoch = max(1, history.started.batches_per_epoch) if history.started else 1
        self._epochs = np.empty((1 + len(EPOCH_CURVES), 64))
        self._num_epochs = 0
        self.log = False
        self.figure = ""
        self._envelopes: dict[str, Envelope] = {}

    def shows(self, history: History) -> bool:
        """Tell whether this is the run that the history holds now."""
        return self.history is history and self.started is history.started

    def set_log(self, on: bool) -> None:
        """Choose whether losses come as decimal logarithms."""
        if on != self.log:
            self.log = on
            self._envelopes.clear()

    def set_figure(self, name: str) -> None:
        """Choose the figure of the lower curves; an empty name for none."""
        if name != self.figure:
            self.figure = name
            self._envelopes.clear()
            self._num_epochs = 0
            self.update()

    def update(self) -> None:
        """Take in the epochs that have ended since."""
        new = self.history.epochs[self._num_epochs :]
        while self._num_epochs + len(new) > self._epochs.shape[1]:
            self._epochs = np.concatenate([self._epochs, np.empty_like(self._epochs)], axis=1)
        for column, epoch in enumerate(new, start=self._num_epochs):
            values = [figure_at(epoch, part, "loss") for part in _PARTS]
            values += [figure_at(epoch, part, self.figure) if self.figure else None for part in _PARTS]
            self._epochs[:, column] = [epoch.step, *(np.nan if value is None else value for value in values)]
        self._num_epochs += len(new)

    @property
    def end(self) -> float:
        """How many epochs are done, with the batches of the present one as a fraction."""
        steps = [column[-1] for column in (self.history.batch_steps, self._steps("train_loss")) if len(column)]
        return max(steps, default=0.0) / self.per_epoch

    @property
    def is_empty(self) -> bool:
        """Tell whether there is nothing to draw yet."""
        return len(self.history.batch_steps) == 0 and self._num_epochs == 0

    def _steps(self, name: str) -> Array:
        if name == "batch_lower" and self.figure != "accuracy":
            return np.empty(0)
        return self.history.batch_steps if name.startswith("batch") else self._epochs[0, : self._num_epochs]

    def _values(self, name: str) -> Array:
        if name == "batch_loss":
            return self.history.batch_loss
        if name == "batch_lower":
            return self.history.batch_accuracy if self.figure == "accuracy" else np.empty(0)
        return self._epochs[1 + EPOCH_CURVES.index(name), : self._num_epochs]

    def values(self, *names: str) -> Array:
        """Return all values of some curves of ``EPOCH_CURVES``, one after another."""
        return np.concatenate([self._values(name) for name in names])

    def points(self, name: str, left: float, right: float, limit: int = MAX_POINTS) -> tuple[Array, Array]:
        """Return x (epochs) and y of a curve from ``left`` to ``right``, with one point more on either side."""
        steps = self._steps(name)
        first = max(0, int(np.searchsorted(steps, left * self.per_epoch)) - 1)
        last = min(len(steps), int(np.searchsorted(steps, right * self.per_epoch, side="right")) + 1)
        if name not in self._envelopes:
            self._envelopes[name] = Envelope(drawable_log if self.log and name.endswith("loss") else drawable)
        indices, y = self._envelopes[name].points(self._values(name), first, max(first, last), limit)
        return steps[indices] / self.per_epoch, y

    def nearest(self, x: float) -> Reading:
        """Return the values nearest to a place on the axis of epochs; the run must not be empty."""
        step = x * self.per_epoch
        batch, epoch = _nearest(self._steps("batch_loss"), step), _nearest(self._steps("train_loss"), step)
        done = None if epoch is None else self.history.epochs[epoch]
        at = int(self._steps("batch_loss")[batch]) if batch is not None else done.step if done else 0
        loss = lower = None
        if batch is not None:
            loss = float(self.history.batch_loss[batch])
            lower = float(self.history.batch_accuracy[batch]) if self.figure == "accuracy" else None
        return Reading(
            step=at,
            x=at / self.per_epoch,
            batch_loss=loss,
            batch_lower=None if lower is None or isnan(lower) else lower,
            epoch=done,
            figure=self.figure,
        )


def _nearest(steps: Array, step: float) -> int | None:
    if len(steps) == 0:
        return None
    after = int(np.clip(np.searchsorted(steps, step), 1, len(steps) - 1)) if len(steps) > 1 else 0
    before = max(0, after - 1)
    return before if step - steps[before] <= steps[after] - step else after
