"""What every layer of a stack can tell without being built, and the Gluon calls that build it."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import prod
from typing import Any, Literal

from core.activations import ACTIVATIONS
from core.fields import GluonVariant

Shape = tuple[int, ...]
"""The shape of one sample, without the batch axis."""

ActivationName = Literal[
    "relu", "sigmoid", "tanh", "softrelu", "softsign", "leaky_relu", "elu", "selu", "gelu", "swish"
]
ACTIVATION_TITLES = {name: function.title for name, function in ACTIVATIONS.items()}


@dataclass(frozen=True)
class GluonCall:
    """The call of one constructor: ``nn.<name>(*args, **kwargs)``.

    Among the arguments there may be a :class:`core.initializers.InitCall`. ``source`` says where the class is from:
    ``"nn"`` for ``mxnet.gluon.nn``, ``"own"`` for the layers that come along, else the SHA-256 of a program.
    """

    name: str
    args: tuple[Any, ...] = ()
    kwargs: dict[str, Any] = field(default_factory=dict)
    source: str = "nn"


@dataclass(frozen=True)
class ParameterShape:
    """Name and shape of one parameter array of a layer, as Gluon makes it.

    ``trained`` is False for what the optimizer does not change, such as the running mean of a BatchNorm. ``has_init``
    is True for what a layer of the user's own initialises by itself, so that the network's initialiser is not asked.
    """

    name: str
    shape: Shape
    trained: bool = True
    has_init: bool = False

    @property
    def size(self) -> int:
        """Number of entries."""
        return prod(self.shape)


class LayerBase(GluonVariant):
    """What every layer can tell without being built.

    ``output_shape``, ``parameter_shapes`` and ``gluon_calls`` take the number of outputs that data and loss ask for,
    since a Dense layer may follow it. The first two are right only for an input shape with which ``misfit`` finds
    nothing wrong.
    """

    @property
    def activation_name(self) -> str | None:
        """Name of the activation function in this layer, as in ``core.activations``; None if it has none."""
        return None

    def auto_values(self, num_outputs: int) -> dict[str, int]:
        """Return the numbers that the word 'auto' stands for, by the names of the fields that know it."""
        return {}

    def misfit(self, input_shape: Shape) -> str:
        """Return a sentence about why this layer cannot work on samples of this shape, or nothing if it can."""
        return ""

    def output_shape(self, input_shape: Shape, num_outputs: int) -> Shape:
        """Return the shape of one output sample."""
        return input_shape

    def parameter_shapes(self, input_shape: Shape, num_outputs: int) -> tuple[ParameterShape, ...]:
        """Return the arrays of numbers that this layer holds."""
        return ()

    def gluon_calls(self, num_outputs: int) -> tuple[GluonCall, ...]:
        """Return the Gluon blocks that make up this layer, in order; the first one holds all its parameters."""
        raise TypeError(f"{type(self).__name__} is not a layer that can be built")


def activation_call(name: str) -> GluonCall:
    """Return the block of an activation function."""
    function = ACTIVATIONS[name]
    return GluonCall(function.gluon_block, function.gluon_args)


def with_activation(call: GluonCall, name: str | None) -> tuple[GluonCall, ...]:
    """Return a block with an activation function: inside it if Gluon's block takes that one, else behind it."""
    if name is None:
        return (call,)
    activation = activation_call(name)
    if activation.name == "Activation":
        return (GluonCall(call.name, call.args, call.kwargs | {"activation": activation.args[0]}),)
    return (call, activation)
