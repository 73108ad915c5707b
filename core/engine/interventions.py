"""What the user does to a network between two steps: weights changed by hand, units switched off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.engine import parameters
from core.errors import ParametersError
from core.events import UnitSwitched, WeightSet
from core.stack import inspect_stack
from core.texts import say

if TYPE_CHECKING:
    from core.engine.training import Run


def set_weight(run: Run, name: str, index: tuple[int, ...], value: float) -> WeightSet:
    """Give one entry of a parameter, by its structural name, another value.

    Raises:
        ParametersError: there is no such entry, or the value is not a finite float32 number.
    """
    before = parameters.set_entry(run.net, name, index, value)
    return WeightSet(run.job.run_id, run.step, name, index, before, value)


def switch_unit(run: Run, layer: int, unit: int, on: bool) -> UnitSwitched:
    """Let a unit say 0, in training and prediction, or work again.

    Args:
        run: whose network it is.
        layer: position of its layer in the experiment.
        unit: its position along the first axis of the layer's outputs.
        on: whether it works.

    Raises:
        ParametersError: there is no such unit.
    """
    layers = inspect_stack(run.experiment).layers
    if not (0 <= layer < len(layers) and 0 <= unit < layers[layer].output_shape[0]):
        raise ParametersError(say("The network has no unit {unit} in layer {layer}.", unit=unit, layer=layer))
    run.net.switch(layer, unit, on, layers[layer].output_shape)
    run.compile()
    return UnitSwitched(run.job.run_id, run.step, layer, unit, on)
