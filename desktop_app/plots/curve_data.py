"""What the curves of a run need at every refresh, cheaply: few points for many batches, nearest values, ranges."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil, floor, isnan, log10

import numpy as np
from numpy.typing import NDArray

from core.events import EpochDone
from core.history import History

Array = NDArray[np.float64]
MAX_POINTS = 4000
_BEGINNING = 5  # batches
_FEW_BATCHES = 20  # of a run that has just begun

EPOCH_FIELDS = ("train_loss", "validation_loss", "train_accuracy", "validation_accuracy")


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
    """The values at one place, ``x`` epochs: those of the nearest batch and of the epoch whose end is nearest."""

    step: int
    x: float
    batch_loss: float | None
    batch_accuracy: float | None
    epoch: EpochDone | None


class RunCurves:
    """Keeps up with one run of a history and gives its curves over epochs.

    The names of curves are ``batch_loss``, ``batch_accuracy`` and those of ``EPOCH_FIELDS``.
    """

    def __init__(self, history: History) -> None:
        self.history = history
        self.started = history.started
        self.per_epoch = max(1, history.started.batches_per_epoch) if history.started else 1
        self._epochs = np.empty((1 + len(EPOCH_FIELDS), 64))
        self._num_epochs = 0
        self.log = False
        self._envelopes: dict[str, Envelope] = {}

    def shows(self, history: History) -> bool:
        """Tell whether this is the run that the history holds now."""
        return self.history is history and self.started is history.started

    def set_log(self, on: bool) -> None:
        """Choose whether losses come as decimal logarithms."""
        if on != self.log:
            self.log = on
            self._envelopes.clear()

    def update(self) -> None:
        """Take in the epochs that have ended since."""
        new = self.history.epochs[self._num_epochs :]
        while self._num_epochs + len(new) > self._epochs.shape[1]:
            self._epochs = np.concatenate([self._epochs, np.empty_like(self._epochs)], axis=1)
        for column, epoch in enumerate(new, start=self._num_epochs):
            values = [getattr(epoch, name) for name in EPOCH_FIELDS]
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

    @property
    def has_accuracy(self) -> bool:
        """Tell whether accuracies exist, that is, whether the task is classification."""
        accuracies = (self.history.batch_accuracy[:1], self._values("train_accuracy")[:1])
        return any(len(column) > 0 and not np.isnan(column[0]) for column in accuracies)

    def _steps(self, name: str) -> Array:
        return self.history.batch_steps if name.startswith("batch") else self._epochs[0, : self._num_epochs]

    def _values(self, name: str) -> Array:
        if name == "batch_loss":
            return self.history.batch_loss
        if name == "batch_accuracy":
            return self.history.batch_accuracy
        return self._epochs[1 + EPOCH_FIELDS.index(name), : self._num_epochs]

    def points(self, name: str, left: float, right: float, limit: int = MAX_POINTS) -> tuple[Array, Array]:
        """Return x (epochs) and y of a curve from ``left`` to ``right``, with one point more on either side."""
        steps = self._steps(name)
        first = max(0, int(np.searchsorted(steps, left * self.per_epoch)) - 1)
        last = min(len(steps), int(np.searchsorted(steps, right * self.per_epoch, side="right")) + 1)
        if name not in self._envelopes:
            self._envelopes[name] = Envelope(drawable_log if self.log and name.endswith("loss") else drawable)
        indices, y = self._envelopes[name].points(self._values(name), first, max(first, last), limit)
        return steps[indices] / self.per_epoch, y

    def loss_range(self, drawn: Array) -> tuple[float, float]:
        """Return the losses to show on a linear axis; see :func:`loss_range`.

        Args:
            drawn: losses of the batches that are drawn, none if they are not shown.
        """
        beginning = self.history.batch_loss[:_BEGINNING] if len(drawn) else np.empty(0)
        epochs = np.concatenate([self._values("train_loss"), self._values("validation_loss")])
        return loss_range(beginning, drawn, epochs)

    def nearest(self, x: float) -> Reading:
        """Return the values nearest to a place on the axis of epochs; the run must not be empty."""
        step = x * self.per_epoch
        batch, epoch = _nearest(self._steps("batch_loss"), step), _nearest(self._steps("train_loss"), step)
        done = None if epoch is None else self.history.epochs[epoch]
        at = int(self._steps("batch_loss")[batch]) if batch is not None else done.step if done else 0
        loss = accuracy = None
        if batch is not None:
            loss, accuracy = float(self.history.batch_loss[batch]), float(self.history.batch_accuracy[batch])
        return Reading(
            step=at,
            x=at / self.per_epoch,
            batch_loss=loss,
            batch_accuracy=None if accuracy is None or isnan(accuracy) else accuracy,
            epoch=done,
        )


def _nearest(steps: Array, step: float) -> int | None:
    if len(steps) == 0:
        return None
    after = int(np.clip(np.searchsorted(steps, step), 1, len(steps) - 1)) if len(steps) > 1 else 0
    before = max(0, after - 1)
    return before if step - steps[before] <= steps[after] - step else after


def nice_ceiling(value: float, factors: Sequence[float] = (1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10)) -> float:
    """Return the next round number that is not smaller than a positive value, so that a range seldom changes."""
    power = 10.0 ** floor(log10(value))
    return next(f * power for f in factors if f * power >= value * (1 - 1e-9))


def x_range(run: RunCurves) -> tuple[float, float]:
    """Return the epochs to show: of a run that goes on at least some batches, and a round number."""
    end, started = run.end, run.started
    planned = started.experiment.training.num_epochs if started is not None else 1
    right = end
    if run.history.ended is None and end < planned:
        right = min(float(planned), nice_ceiling(max(end, _FEW_BATCHES / run.per_epoch), (1, 2, 5, 10)))
    return -0.02 * right, 1.02 * right


def loss_range(beginning: Array, batches: Array, epochs: Array) -> tuple[float, float]:
    """Return the losses to show on a linear axis, from zero to a little above where learning began.

    It does not change with the batches that follow the first ones, and epochs only make it larger. What grows far
    beyond the beginning leaves the picture at its top, so that a diverging loss does not press flat what came before.

    Args:
        beginning: losses of the run's first batches; their median counts.
        batches: losses of the batches that are drawn; of them only negative ones count.
        epochs: losses of all epochs.
    """
    first, every, done = (values[np.isfinite(values)] for values in (beginning, batches, epochs))
    typical = float(np.median(first)) if len(first) else float(done[0]) if len(done) else 0.0
    high = float(done.max(initial=typical))
    if typical > 0:
        high = min(high, 5 * typical)
    low = float(np.concatenate([every, done]).min(initial=0.0))
    top = nice_ceiling(1.05 * high) if high > 0 else 0.0
    bottom = -nice_ceiling(-1.02 * low) if low < 0 else 0.0
    return _with_margin(bottom, top if top > bottom else bottom + 1.0)


def log_range(batches: Array, epochs: Array) -> tuple[float, float]:
    """Return the exponents to show on a logarithmic axis, in steps of a tenth."""
    values = np.concatenate([batches, epochs])
    values = values[np.isfinite(values)]
    if not len(values):
        return -1.0, 0.0
    return _with_margin(floor(10 * float(values.min()) - 0.1) / 10, ceil(10 * float(values.max()) + 0.1) / 10)


def accuracy_range() -> tuple[float, float]:
    """Return the shares to show: always all, so that runs can be compared and nothing looks better than it is."""
    return _with_margin(0.0, 1.0)


def _with_margin(low: float, high: float) -> tuple[float, float]:
    return low - 0.02 * (high - low), high + 0.02 * (high - low)
