"""The layers of a stack, named as in Gluon: settings, output shape, parameters, Gluon blocks.

A new kind of layer is one class here and its entry in ``Layer``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import prod
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from core.activations import ACTIVATIONS
from core.fields import GluonVariant, alternatives, setting

Shape = tuple[int, ...]
"""The shape of one sample, without the batch axis."""

ActivationName = Literal[
    "relu", "sigmoid", "tanh", "softrelu", "softsign", "leaky_relu", "elu", "selu", "gelu", "swish"
]
_ACTIVATION_TITLES = {name: function.title for name, function in ACTIVATIONS.items()}


@dataclass(frozen=True)
class GluonCall:
    """The call of one constructor of ``mxnet.gluon.nn``: ``nn.<name>(*args, **kwargs)``."""

    name: str
    args: tuple[Any, ...] = ()
    kwargs: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class ParameterShape:
    """Name and shape of one parameter array of a layer, as Gluon makes it."""

    name: str
    shape: Shape

    @property
    def size(self) -> int:
        """Number of entries."""
        return prod(self.shape)


class LayerBase(GluonVariant):
    """What every layer can tell without being built.

    ``output_shape``, ``parameter_shapes`` and ``gluon_calls`` take the number of outputs that the data set asks for,
    since a Dense layer may follow it.
    """

    @property
    def activation_name(self) -> str | None:
        """Name of the activation function in this layer, as in ``core.activations``; None if it has none."""
        return None

    def output_shape(self, input_shape: Shape, num_outputs: int) -> Shape:
        """Return the shape of one output sample."""
        return input_shape

    def parameter_shapes(self, input_shape: Shape, num_outputs: int) -> tuple[ParameterShape, ...]:
        """Return the arrays that training changes."""
        return ()

    def gluon_calls(self, num_outputs: int) -> tuple[GluonCall, ...]:
        """Return the Gluon blocks that make up this layer, in order."""
        raise TypeError(f"{type(self).__name__} is not a layer that can be built")


def _activation_call(name: str) -> GluonCall:
    function = ACTIVATIONS[name]
    return GluonCall(function.gluon_block, function.gluon_args)


class Dense(LayerBase):
    """Fully connected layer: ``activation(X W^T + b)``; an image is flattened first, as Gluon does."""

    title: ClassVar[str] = "Dense"
    help: ClassVar[str] = "Every unit sees every input: activation(X·Wᵀ + b)."

    kind: Literal["dense"] = "dense"
    units: Annotated[int, Field(ge=1, le=100_000)] | Literal["auto"] = setting(
        "auto",
        title="Units",
        help="Number of outputs of this layer. 'auto' follows the data set: one for each class or target.",
        step=1,
    )
    activation: Literal["none"] | ActivationName = setting(
        "none",
        title="Activation",
        help="Function applied to every output. 'none' keeps the layer linear.",
        choices={"none": "none"} | _ACTIVATION_TITLES,
    )
    use_bias: bool = setting(True, title="Bias", help="Add a bias b to every output.")

    @property
    def activation_name(self) -> str | None:
        """Name of the activation function."""
        return None if self.activation == "none" else self.activation

    def num_units(self, num_outputs: int) -> int:
        """Return the number of units, with 'auto' resolved."""
        return num_outputs if self.units == "auto" else self.units

    def output_shape(self, input_shape: Shape, num_outputs: int) -> Shape:
        """Return ``(units,)``."""
        return (self.num_units(num_outputs),)

    def parameter_shapes(self, input_shape: Shape, num_outputs: int) -> tuple[ParameterShape, ...]:
        """Return weight ``(units, inputs)`` and bias ``(units,)``."""
        units = self.num_units(num_outputs)
        weight = ParameterShape("weight", (units, prod(input_shape)))
        return (weight, ParameterShape("bias", (units,))) if self.use_bias else (weight,)

    def gluon_calls(self, num_outputs: int) -> tuple[GluonCall, ...]:
        """Return ``nn.Dense``, followed by a block of its own for an activation that Dense does not know."""
        kwargs: dict[str, Any] = {} if self.use_bias else {"use_bias": False}
        units = (self.num_units(num_outputs),)
        if self.activation == "none":
            return (GluonCall("Dense", units, kwargs),)
        call = _activation_call(self.activation)
        if call.name == "Activation":
            return (GluonCall("Dense", units, {"activation": call.args[0]} | kwargs),)
        return (GluonCall("Dense", units, kwargs), call)


class Dropout(LayerBase):
    """Inverted dropout: zeroes each entry with probability ``rate`` while training."""

    title: ClassVar[str] = "Dropout"
    help: ClassVar[str] = "Zeroes each entry with this probability while training; scales the others by 1/(1 − rate)."

    kind: Literal["dropout"] = "dropout"
    rate: float = setting(
        0.5,
        title="Rate",
        help="Probability that an entry is set to zero while training. Prediction uses all entries.",
        ge=0,
        lt=1,
        step=0.05,
        live=True,
    )

    def gluon_calls(self, num_outputs: int) -> tuple[GluonCall, ...]:
        """Return ``nn.Dropout``."""
        return (GluonCall("Dropout", (self.rate,)),)


class Activation(LayerBase):
    """An activation function as a layer of its own."""

    title: ClassVar[str] = "Activation"
    help: ClassVar[str] = "Applies an activation function to every entry."

    kind: Literal["activation"] = "activation"
    function: ActivationName = setting(
        "relu", title="Function", help="Function applied to every entry.", choices=_ACTIVATION_TITLES
    )

    @property
    def activation_name(self) -> str | None:
        """Name of the activation function."""
        return self.function

    def gluon_calls(self, num_outputs: int) -> tuple[GluonCall, ...]:
        """Return ``nn.Activation`` or the block that Gluon has for the function."""
        return (_activation_call(self.function),)


class Flatten(LayerBase):
    """Turns a sample of any shape into one row of numbers."""

    title: ClassVar[str] = "Flatten"
    help: ClassVar[str] = "Turns a sample of any shape, such as an image, into one row of numbers."

    kind: Literal["flatten"] = "flatten"

    def output_shape(self, input_shape: Shape, num_outputs: int) -> Shape:
        """Return one axis with all entries."""
        return (prod(input_shape),)

    def gluon_calls(self, num_outputs: int) -> tuple[GluonCall, ...]:
        """Return ``nn.Flatten``."""
        return (GluonCall("Flatten"),)


Layer = Annotated[Dense | Dropout | Activation | Flatten, Field(discriminator="kind")]
LAYERS: tuple[type[LayerBase], ...] = alternatives(Layer)
