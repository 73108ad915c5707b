"""The penalty in the loss: what large weights cost."""

from __future__ import annotations

from typing import Literal

from core.fields import GluonValue, setting


class Penalty(GluonValue):
    """What is added to the mean loss of a minibatch before it is differentiated: λ₁ Σ|w| + λ₂/2 Σw².

    With plain SGD the L2 penalty does exactly what weight decay of the same λ does in the optimizer. The losses that
    a run tells are those of the data alone.
    """

    l1: float = setting(
        0.0,
        title="L1",
        help="λ of λ Σ|w|, added to the mean loss: pulls every weight towards 0 by the same force, so that many end "
        "there. The curves show the loss of the data alone, without it.",
        ge=0,
        le=100,
        log=True,
        live=True,
    )
    l2: float = setting(
        0.0,
        title="L2",
        help="λ of λ/2 Σw², added to the mean loss. With plain SGD it is the same as weight decay. "
        "The curves show the loss of the data alone, without it.",
        ge=0,
        le=100,
        log=True,
        live=True,
    )
    on: Literal["weights", "weights_and_biases"] = setting(
        "weights",
        title="Applies to",
        help="Usually weights only: biases do not make a function wilder.",
        choices={"weights": "weights only", "weights_and_biases": "weights and biases"},
    )
