"""Which part of the axes shows the curves of runs: round numbers that seldom change while a run goes on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil, floor, log10

import numpy as np

from desktop_app.plots.curve_data import Array, RunCurves
from desktop_app.plots.figures import is_share, is_unbounded

_BEGINNING = 5  # batches
_FEW_BATCHES = 20  # of a run that has just begun

Range = tuple[float, float]


def nice_ceiling(value: float, factors: Sequence[float] = (1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10)) -> float:
    """Return the next round number that is not smaller than a positive value, so that a range seldom changes."""
    # Powers of ten below this are not exact any more, or 0.
    value = max(value, 1e-300)
    power = 10.0 ** floor(log10(value))
    return next(f * power for f in factors if f * power >= value * (1 - 1e-9))


def x_range(runs: Iterable[RunCurves]) -> Range:
    """Return the epochs to show: all that are done, and of a run that goes on at least some batches to come."""
    right = max(_right(run) for run in runs)
    return -0.02 * right, 1.02 * right


def _right(run: RunCurves) -> float:
    end, started = run.end, run.started
    planned = started.experiment.training.num_epochs if started is not None else 1
    if run.history.ended is None and end < planned:
        return min(float(planned), nice_ceiling(max(end, _FEW_BATCHES / run.per_epoch), (1, 2, 5, 10)))
    return end


def run_loss_range(run: RunCurves, drawn: Array) -> Range:
    """Return the losses of a run to show on a linear axis; see :func:`loss_range`.

    Args:
        run: the run.
        drawn: losses of the batches that are drawn, none if they are not shown.
    """
    beginning = run.history.batch_loss[:_BEGINNING] if len(drawn) else np.empty(0)
    return loss_range(beginning, drawn, run.values("train_loss", "validation_loss"))


def figure_range(name: str, runs: Sequence[RunCurves]) -> Range:
    """Return the values of the chosen figure to show."""
    if is_share(name):
        return share_range()
    values = [run.values("train_lower", "validation_lower") for run in runs]
    if name == "r2":
        low = min((float(v[np.isfinite(v)].min(initial=0.0)) for v in values), default=0.0)
        return _with_margin(-1.0 if low < 0 else 0.0, 1.0)
    if is_unbounded(name):
        high = max((float(v[np.isfinite(v)].max(initial=0.0)) for v in values), default=0.0)
        return _with_margin(0.0, nice_ceiling(1.05 * high) if high > 0 else 1.0)
    return joined(loss_range(np.empty(0), np.empty(0), v) for v in values)


def joined(ranges: Iterable[Range]) -> Range:
    """Return the range that holds all of these."""
    lows, highs = zip(*ranges, strict=True)
    return min(lows), max(highs)


def loss_range(beginning: Array, batches: Array, epochs: Array) -> Range:
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


def log_range(batches: Array, epochs: Array) -> Range:
    """Return the exponents to show on a logarithmic axis, in steps of a tenth."""
    values = np.concatenate([batches, epochs])
    values = values[np.isfinite(values)]
    if not len(values):
        return -1.0, 0.0
    return _with_margin(floor(10 * float(values.min()) - 0.1) / 10, ceil(10 * float(values.max()) + 0.1) / 10)


def share_range() -> Range:
    """Return the shares to show: always all, so that runs can be compared and nothing looks better than it is."""
    return _with_margin(0.0, 1.0)


def _with_margin(low: float, high: float) -> Range:
    return low - 0.02 * (high - low), high + 0.02 * (high - low)
