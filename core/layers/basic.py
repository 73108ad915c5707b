"""Dense layers, dropout, activation functions and flattening."""

from __future__ import annotations

from math import prod
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from core.fields import setting
from core.initializers import LayerInitializer, NetworkInitializer
from core.layers.base import (
    ACTIVATION_TITLES,
    ActivationName,
    GluonCall,
    LayerBase,
    ParameterShape,
    Shape,
    activation_call,
    with_activation,
)
from core.layers.parametric import ParametricLayer


class Dense(ParametricLayer):
    """Fully connected layer: ``activation(X W^T + b)``; an image is flattened first, as Gluon does."""

    title: ClassVar[str] = "Dense"
    help: ClassVar[str] = "Every unit sees every input: activation(X·Wᵀ + b)."
    shape_fields: ClassVar[tuple[str, ...]] = ("units", "use_bias")

    kind: Literal["dense"] = "dense"
    units: Annotated[int, Field(ge=1, le=100_000)] | Literal["auto"] = setting(
        "auto",
        title="Units",
        help="Number of outputs of this layer. 'auto' follows data set and loss: one for each class or target.",
        step=1,
    )
    activation: Literal["none"] | ActivationName = setting(
        "none",
        title="Activation",
        help="Function applied to every output. 'none' keeps the layer linear.",
        choices={"none": "none"} | ACTIVATION_TITLES,
    )
    use_bias: bool = setting(True, title="Bias", help="Add a bias b to every output.")
    initializer: LayerInitializer = setting(
        NetworkInitializer(), title="Initialiser", help="How the first weights of this layer are drawn.", hidden=True
    )

    @property
    def activation_name(self) -> str | None:
        """Name of the activation function."""
        return None if self.activation == "none" else self.activation

    def auto_values(self, num_outputs: int) -> dict[str, int]:
        """Return the number of outputs for the units."""
        return {"units": num_outputs}

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
        kwargs |= self.initializer.layer_options()
        return with_activation(GluonCall("Dense", (self.num_units(num_outputs),), kwargs), self.activation_name)


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
        "relu", title="Function", help="Function applied to every entry.", choices=ACTIVATION_TITLES
    )

    @property
    def activation_name(self) -> str | None:
        """Name of the activation function."""
        return self.function

    def gluon_calls(self, num_outputs: int) -> tuple[GluonCall, ...]:
        """Return ``nn.Activation`` or the block that Gluon has for the function."""
        return (activation_call(self.function),)


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
