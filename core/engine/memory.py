"""Whether a run fits into this computer, asked before anything is allocated.

A failed huge allocation can poison the process for good, so it is refused here with a sentence.
"""

from __future__ import annotations

from math import prod

import psutil

from core.errors import ResourcesError
from core.experiment import Experiment
from core.portions import evaluation_batch
from core.stack import inspect_stack
from core.texts import say

_FLOAT_BYTES = 4


def estimated_bytes(experiment: Experiment) -> int:
    """Return about how many bytes a run needs: weights, gradients, optimizer state, activations, and the data."""
    facts, stack = experiment.data.facts(), inspect_stack(experiment)
    # Early stopping keeps the best ones.
    copies_of_weights = 2 + experiment.optimizer.slots + (experiment.stopping.patience > 0)
    widths = [prod(stack.input_shape), *(prod(layer.output_shape) for layer in stack.layers)]
    parts = facts.num_train, facts.num_validation, facts.num_test
    # While training every layer keeps its output, the gradient of it, and one of the two again in the order of entries
    # in which oneDNN computes; evaluation has arrays of its own, of outputs only.
    batches = 3 * min(experiment.training.batch_size, facts.num_train) + min(evaluation_batch(experiment), max(parts))
    floats = stack.num_parameters * copies_of_weights + sum(widths) * batches
    floats += prod(stack.input_shape) * sum(parts)
    return floats * _FLOAT_BYTES


def check_memory(experiment: Experiment, num_workers: int = 1) -> None:
    """Refuse a run that does not fit.

    Args:
        experiment: what is to be run.
        num_workers: how many processes with one parent, this one among them, train side by side; each gets its share.

    Raises:
        ResourcesError: how much is needed, how much there is, and what to make smaller.
    """
    needed, available = estimated_bytes(experiment), psutil.virtual_memory().available
    if needed > available:
        raise ResourcesError(
            say(
                "This run needs about {needed:.1f} GiB of memory, but only {available:.1f} GiB are free. "
                "Use fewer units or channels, fewer layers or a smaller batch size.",
                needed=needed / 2**30,
                available=available / 2**30,
            )
        )
    if num_workers > 1:
        _check_share(needed, available, num_workers)


def _check_share(needed: int, available: int, num_workers: int) -> None:
    # What the workers have already belongs to what they share.
    share = (available + sum(map(_resident_bytes, psutil.Process().parent().children()))) / num_workers
    if needed > share:
        raise ResourcesError(
            say(
                "This run needs about {needed:.1f} GiB of memory, but each of {num_workers} workers side "
                "by side has only {share:.1f} GiB. Use fewer workers, fewer units or a smaller batch "
                "size.",
                needed=needed / 2**30,
                num_workers=num_workers,
                share=share / 2**30,
            )
        )


def _resident_bytes(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.Error:
        return 0
