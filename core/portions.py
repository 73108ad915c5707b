"""In which portions samples are evaluated."""

from __future__ import annotations

from math import prod

from core.experiment import Experiment
from core.stack import LayerReport, inspect_stack

_EVALUATION_BATCH = 1024
_LEAST_BATCH = 64
# Multiplications of one evaluation step at most: about a tenth of a second.
_EVALUATION_WORK = 4 * 10**9


def evaluation_batch(experiment: Experiment) -> int:
    """Return how many samples are evaluated at once: many for speed, few enough that Stop is heard quickly."""
    work = sum(_multiplications(layer) for layer in inspect_stack(experiment).layers)
    most = max(_LEAST_BATCH, _EVALUATION_WORK // max(1, work))
    return min(most, max(_EVALUATION_BATCH, min(experiment.training.batch_size, 4 * _EVALUATION_BATCH)))


def _multiplications(layer: LayerReport) -> int:
    """Return about how many multiplications one sample costs: every weight once, of a kernel once for each place."""
    return sum(parameter.size for parameter in layer.parameters) * prod(layer.output_shape[1:])
