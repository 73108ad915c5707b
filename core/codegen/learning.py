"""What differs between the styles in the training loop."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Learning:
    """Lines and expressions of the training loop.

    Attributes:
        epoch: lines before the minibatches of an epoch.
        batches: what the loop over minibatches goes through.
        update: lines that follow the gradient: the last step of a minibatch.
        counts_steps: whether these lines ask for the number of the ``step``.
        kept: a copy of all parameters, as an expression.
        taking_back: lines that give the network the parameters ``best_params`` again.
    """

    epoch: tuple[str, ...]
    batches: str
    update: tuple[str, ...]
    counts_steps: bool
    kept: str
    taking_back: tuple[str, ...]
