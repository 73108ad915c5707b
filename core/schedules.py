"""Learning-rate schedules, named as in ``mxnet.lr_scheduler``.

A schedule gives, for every step of a run, the share of the optimizer's learning rate that this step takes. It counts
in epochs, so that it means the same whatever the batch size; for the steps that these epochs have, it gives what
MXNet's scheduler of the same name gives. A new schedule is one class and its entry in ``Schedule``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal

import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from core.fields import Variant, alternatives, setting

Steps = NDArray[np.float64]


@dataclass(frozen=True)
class Pace:
    """How many steps a run has, if nothing ends it early."""

    steps_per_epoch: int
    num_epochs: int

    @property
    def num_steps(self) -> int:
        """Number of steps of the whole run."""
        return self.steps_per_epoch * self.num_epochs

    def steps(self, epochs: float) -> int:
        """Return the number of whole steps that are nearest to so many epochs."""
        return round(epochs * self.steps_per_epoch)


class ScheduleBase(Variant):
    """What every schedule has: a linear warm-up at the start of the run."""

    warmup_epochs: float = setting(
        0.0,
        title="Warm-up epochs",
        help="The learning rate rises from nearly 0 in a straight line for so many epochs. 0 starts at full rate.",
        ge=0,
        le=100_000,
        step=0.5,
    )

    def shares(self, steps: Steps, pace: Pace) -> Steps:
        """Return which share of the learning rate each step takes, from 0 to 1.

        Args:
            steps: float64 ``(n,)``, counted from 1 as ``num_update`` is in MXNet.
            pace: of the run.
        """
        warmup = pace.steps(self.warmup_epochs)
        rising = steps < warmup
        return np.where(rising, steps / max(warmup, 1), self._after_warmup(np.maximum(steps, warmup), warmup, pace))

    def _after_warmup(self, steps: Steps, warmup: int, pace: Pace) -> Steps:
        """Return the shares of steps, none of which comes before the step ``warmup``."""
        raise TypeError(f"{type(self).__name__} is not a schedule")


class ConstantSchedule(ScheduleBase):
    """The same learning rate all the time."""

    title: ClassVar[str] = "Constant"
    help: ClassVar[str] = "The same learning rate from the first step to the last."

    kind: Literal["constant"] = "constant"

    def _after_warmup(self, steps: Steps, warmup: int, pace: Pace) -> Steps:
        return np.ones_like(steps)


def _factor_setting(default: float) -> Any:
    return setting(
        default, title="Factor", help="What the learning rate is multiplied by each time.", gt=0, le=1, step=0.05
    )


def _final_setting() -> Any:
    return setting(
        0.0,
        title="Final share",
        help="Share of the learning rate that is left at the end of the last epoch. 0 ends with no step at all.",
        ge=0,
        le=1,
        step=0.05,
    )


class FactorSchedule(ScheduleBase):
    """Multiplies the learning rate by a factor every few epochs, as ``FactorScheduler``."""

    title: ClassVar[str] = "Factor"
    help: ClassVar[str] = "Multiplies the learning rate by a factor every few epochs."

    kind: Literal["factor"] = "factor"
    every_epochs: float = setting(
        1.0, title="Every (epochs)", help="Epochs between two reductions.", gt=0, le=100_000, step=1
    )
    factor: float = _factor_setting(0.9)
    lowest_share: float = setting(
        0.0,
        title="Lowest share",
        help="The learning rate never falls below this share of itself.",
        ge=0,
        le=1,
        step=0.05,
    )

    def _after_warmup(self, steps: Steps, warmup: int, pace: Pace) -> Steps:
        times = (steps - 1) // max(1, pace.steps(self.every_epochs))
        return np.maximum(self.factor**times, self.lowest_share)


class MultiFactorSchedule(ScheduleBase):
    """Multiplies the learning rate by a factor after given epochs, as ``MultiFactorScheduler``."""

    title: ClassVar[str] = "Multi-factor"
    help: ClassVar[str] = "Multiplies the learning rate by a factor after each of the given epochs."

    kind: Literal["multi_factor"] = "multi_factor"
    after_epochs: tuple[Annotated[float, Field(gt=0, le=100_000)], ...] = setting(
        (2.0, 4.0),
        title="After epochs",
        help="The learning rate falls after each of these epochs, such as 30, 60, 80.",
        max_length=100,
    )
    factor: float = _factor_setting(0.1)

    def _after_warmup(self, steps: Steps, warmup: int, pace: Pace) -> Steps:
        falls = np.sort([pace.steps(epochs) for epochs in self.after_epochs])
        return self.factor ** np.searchsorted(falls, steps, side="left").astype(np.float64)


class _Decay(ScheduleBase):
    """Falls from the end of the warm-up to the end of the run; a subclass says along which curve."""

    final_share: float = _final_setting()

    def _after_warmup(self, steps: Steps, warmup: int, pace: Pace) -> Steps:
        done = np.minimum((steps - warmup) / max(1, pace.num_steps - warmup), 1.0)
        return self.final_share + (1 - self.final_share) * self._left(done)

    def _left(self, done: Steps) -> Steps:
        """Return what is left, from 1 to 0, when ``done`` goes from 0 to 1."""
        raise TypeError(f"{type(self).__name__} has no curve")


class PolynomialSchedule(_Decay):
    """Falls to the end of the run as a power of what is left of it, as ``PolyScheduler``."""

    title: ClassVar[str] = "Polynomial"
    help: ClassVar[str] = (
        "Falls until the last epoch as a power of what is left of the run; power 1 is a straight line."
    )

    kind: Literal["polynomial"] = "polynomial"
    power: float = setting(
        2.0, title="Power", help="1 falls in a straight line, 2 faster at first.", gt=0, le=10, step=0.5
    )

    def _left(self, done: Steps) -> Steps:
        return (1 - done) ** self.power


class CosineSchedule(_Decay):
    """Falls to the end of the run along half a wave of the cosine, as ``CosineScheduler``."""

    title: ClassVar[str] = "Cosine"
    help: ClassVar[str] = "Falls until the last epoch along a cosine: slowly, then faster, then slowly again."

    kind: Literal["cosine"] = "cosine"

    def _left(self, done: Steps) -> Steps:
        return np.asarray((1 + np.cos(np.pi * done)) / 2)


Schedule = Annotated[
    ConstantSchedule | FactorSchedule | MultiFactorSchedule | PolynomialSchedule | CosineSchedule,
    Field(discriminator="kind"),
]
SCHEDULES: tuple[type[ScheduleBase], ...] = alternatives(Schedule)
