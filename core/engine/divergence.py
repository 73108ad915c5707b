"""Whether a run is lost, and which learning rate may save the next one."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from core.experiment import Experiment
from core.texts import say

# A loss this many times the first one (or 1, if that was smaller) will not come back.
_HOPELESS_GROWTH = 1e6


class Diverged(Exception):  # noqa: N818 - ends a run, is no error
    """The run is lost; the text says why and what to do."""

    def __init__(self, message: str, suggested_learning_rate: float | None = None) -> None:
        super().__init__(message)
        self.suggested_learning_rate = suggested_learning_rate


class DivergenceCheck:
    """Looks at losses and weights, and remembers which learning rate went well."""

    def __init__(self, experiment: Experiment) -> None:
        self._optimizer = experiment.optimizer
        self._rate = experiment.optimizer.learning_rate
        self._rate_before: float | None = None
        self._step_of_rate = 0
        self._worst_loss = _HOPELESS_GROWTH

    def change_rate(self, rate: float, step: int) -> None:
        """Remember that the learning rate changes after ``step``."""
        if rate != self._rate and step > self._step_of_rate:
            # At least one step went well with it.
            self._rate_before, self._step_of_rate = self._rate, step
        self._rate = rate

    def look_at_loss(self, loss: float, step: int) -> None:
        """Look at the mean loss of the minibatch of ``step``.

        Raises:
            Diverged: it is not finite, or hopelessly large.
        """
        if step == 1 and math.isfinite(loss):
            self._worst_loss = _HOPELESS_GROWTH * max(1.0, abs(loss))
        if step == 1 and not math.isfinite(loss):
            raise Diverged(
                say(
                    "The very first loss is not a finite number: the first weights are too large for this "
                    "network. Choose a smaller initialiser, such as Xavier, and train again."
                )
            )
        if not math.isfinite(loss):
            raise self._too_fast(say("The loss is not a finite number any more at step {step}", step=step))
        if abs(loss) > self._worst_loss:
            raise self._too_fast(say("The loss has grown to {loss:.2g} at step {step}", loss=loss, step=step))

    def look_at_weights(self, net: Any, epoch: int) -> None:
        """Look at all parameters after an epoch: ReLU turns NaN into 0, so a loss can look fine while weights are not.

        Raises:
            Diverged: one of them is not finite.
        """
        for name, parameter in net._collect_params_with_prefix().items():
            # MXNet's own isfinite is six operators, and this happens in every epoch.
            if not np.isfinite(parameter.data().asnumpy()).all():
                raise self._too_fast(
                    say("{name} holds values that are not finite numbers after epoch {epoch}", name=name, epoch=epoch)
                )

    def _too_fast(self, what: str) -> Diverged:
        if not self._optimizer.uses_learning_rate:
            return Diverged(
                say(
                    "{what}: training has diverged, though {optimizer} finds its own step size. "
                    "Choose another optimizer, or a smaller initialiser, and train again.",
                    what=what,
                    optimizer=say(self._optimizer.title),
                )
            )
        rate = self._rate
        # What went well before the rate was raised, or else a tenth, which is often still too much for wild values.
        lower = min(rate / 10, self._optimizer.usual_limit)
        if self._rate_before is not None and self._rate_before < rate:
            lower = self._rate_before
        # As a person would write it: 0.07, not 0.06999999999999999.
        lower = float(f"{lower:.6g}")
        return Diverged(
            say(
                "{what}: training has diverged. The steps are too large. "
                "Lower the learning rate from {rate:g} to {lower:g} or less and train again.",
                what=what,
                rate=rate,
                lower=lower,
            ),
            lower,
        )
