"""Initialisers of the weights, named as in Gluon; biases start at zero, as Gluon's do.

A new initialiser is one class here and its entry in ``Initializer``.
"""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from core.fields import GluonVariant, alternatives, setting


class InitializerBase(GluonVariant):
    """What every initialiser can tell without MXNet."""

    gluon_name: ClassVar[str]

    def gluon_options(self) -> dict[str, Any]:
        """Return the keyword arguments of ``mxnet.init.<gluon_name>``."""
        return self.model_dump(exclude={"kind"})


class Normal(InitializerBase):
    """Normal distribution with mean 0."""

    title: ClassVar[str] = "Normal"
    help: ClassVar[str] = "Normal distribution with mean 0; the book uses σ = 0.01."
    gluon_name: ClassVar[str] = "Normal"

    kind: Literal["normal"] = "normal"
    sigma: float = setting(0.01, title="σ", help="Standard deviation of the weights.", gt=0, le=100, log=True)


class Uniform(InitializerBase):
    """Uniform distribution over ``[-scale, scale]``; Gluon's default with scale 0.07."""

    title: ClassVar[str] = "Uniform"
    help: ClassVar[str] = "Uniform between −scale and scale; Gluon's default has scale 0.07."
    gluon_name: ClassVar[str] = "Uniform"

    kind: Literal["uniform"] = "uniform"
    scale: float = setting(0.07, title="Scale", help="Largest absolute value of a weight.", gt=0, le=100, log=True)


class Xavier(InitializerBase):
    """Xavier (Glorot and Bengio, 2010): variance of the signal kept from layer to layer."""

    title: ClassVar[str] = "Xavier"
    help: ClassVar[str] = "Scales by the number of inputs and outputs, so that signals neither fade nor explode."
    gluon_name: ClassVar[str] = "Xavier"

    kind: Literal["xavier"] = "xavier"
    rnd_type: Literal["uniform", "gaussian"] = setting(
        "uniform",
        title="Distribution",
        help="Shape of the distribution that weights are drawn from.",
        choices={"uniform": "uniform", "gaussian": "gaussian"},
    )
    factor_type: Literal["avg", "in", "out"] = setting(
        "avg",
        title="Factor",
        help="Which count scales the weights: inputs, outputs, or the average of both.",
        choices={"avg": "average", "in": "inputs", "out": "outputs"},
    )
    magnitude: float = setting(
        3.0,
        title="Magnitude",
        help="3 is Xavier's choice; 2 with 'gaussian' and 'inputs' is He's.",
        gt=0,
        le=100,
        step=0.5,
    )


class Zero(InitializerBase):
    """All weights zero: hidden units stay equal for ever."""

    title: ClassVar[str] = "Zero"
    help: ClassVar[str] = "All weights 0. Hidden units then stay equal: a lesson in symmetry, not a good start."
    gluon_name: ClassVar[str] = "Zero"

    kind: Literal["zero"] = "zero"


Initializer = Annotated[Normal | Uniform | Xavier | Zero, Field(discriminator="kind")]
INITIALIZERS: tuple[type[InitializerBase], ...] = alternatives(Initializer)
