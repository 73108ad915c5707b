"""Initialisers of the weights, named as in Gluon; biases start at zero, as Gluon's do.

A new initialiser is one class here and its entry in ``Initializer`` and ``LayerInitializer``.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import prod
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from core.fields import GluonVariant, alternatives, setting
from core.texts import say


@dataclass(frozen=True)
class InitCall:
    """The call of one constructor of ``mxnet.init``: ``init.<name>(**kwargs)``."""

    name: str
    kwargs: dict[str, Any]


class InitializerBase(GluonVariant):
    """What every initialiser can tell without MXNet."""

    gluon_name: ClassVar[str]

    def misfit(self, shape: tuple[int, ...]) -> str:
        """Return a sentence about why weights of this shape cannot be drawn, or nothing if they can."""
        return ""

    def gluon_options(self) -> dict[str, Any]:
        """Return the keyword arguments of ``mxnet.init.<gluon_name>``."""
        return self.model_dump(exclude={"kind"})

    def gluon_call(self) -> InitCall:
        """Return the initialiser of ``mxnet.init``."""
        return InitCall(self.gluon_name, self.gluon_options())

    def layer_options(self) -> dict[str, InitCall]:
        """Return the keyword arguments of a layer's block that make it draw its weights so."""
        return {"weight_initializer": self.gluon_call()}


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


# Orthogonal asks for the singular value decomposition of the weights: about 7 seconds for 2048×2048.
_MOST_PRODUCTS = 10**10

_FACTOR = {"avg": "average", "in": "inputs", "out": "outputs"}


def _flat_misfit(title: str, shape: tuple[int, ...]) -> str:
    """Refuse a shape without rows and columns, as a vector in a layer of the user's own has it."""
    if len(shape) > 1:
        return ""
    return say(
        "{initializer} draws arrays with two axes or more, not such of the shape {shape}. Choose another initialiser.",
        initializer=say(title),
        shape=shape,
    )


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
        choices=_FACTOR,
    )
    magnitude: float = setting(
        3.0,
        title="Magnitude",
        help="3 is Xavier's choice; 2 with 'gaussian' and 'inputs' is He's.",
        gt=0,
        le=100,
        step=0.5,
    )

    def misfit(self, shape: tuple[int, ...]) -> str:
        """Refuse a vector, which has no inputs and outputs to count."""
        return _flat_misfit(self.title, shape)


class MSRAPrelu(InitializerBase):
    """He et al. (2015): normal with variance 2 / ((1 + slope²) · factor), made for ReLU and its leaky kin."""

    title: ClassVar[str] = "MSRAPrelu"
    help: ClassVar[str] = "He's choice for ReLU: normal with variance 2 / (1 + slope²), divided by the count."
    gluon_name: ClassVar[str] = "MSRAPrelu"

    kind: Literal["msra_prelu"] = "msra_prelu"
    factor_type: Literal["avg", "in", "out"] = setting(
        "avg",
        title="Factor",
        help="Which count divides the variance: inputs, outputs, or the average of both.",
        choices=_FACTOR,
    )
    slope: float = setting(
        0.25, title="Slope", help="Slope of the activation function left of 0; 0 for ReLU.", ge=0, le=10, step=0.05
    )

    def misfit(self, shape: tuple[int, ...]) -> str:
        """Refuse a vector, which has no inputs and outputs to count."""
        return _flat_misfit(self.title, shape)


class Orthogonal(InitializerBase):
    """Saxe et al. (2013): the rows (or columns) of a weight matrix are orthogonal and have the length ``scale``."""

    title: ClassVar[str] = "Orthogonal"
    help: ClassVar[str] = "Rows of the weight matrix stand at right angles and have equal lengths: W·Wᵀ = scale²·I."
    gluon_name: ClassVar[str] = "Orthogonal"

    kind: Literal["orthogonal"] = "orthogonal"
    scale: float = setting(1.414, title="Scale", help="Length of every row.", gt=0, le=100, step=0.1)
    rand_type: Literal["uniform", "normal"] = setting(
        "uniform",
        title="Distribution",
        help="What the matrix is drawn from before its rows are turned to right angles.",
        choices={"uniform": "uniform", "normal": "normal"},
    )

    def misfit(self, shape: tuple[int, ...]) -> str:
        """Refuse a vector, and a matrix whose singular values would take minutes to find."""
        if len(shape) < 2:
            return _flat_misfit(self.title, shape)
        rows, columns = shape[0], prod(shape[1:])
        if rows * columns * min(rows, columns) <= _MOST_PRODUCTS:
            return ""
        return say(
            "Turning {rows:,}×{columns:,} weights to right angles takes too long. Choose another initialiser.",
            rows=rows,
            columns=columns,
        )


class Constant(InitializerBase):
    """All weights have the same value: hidden units stay equal for ever."""

    title: ClassVar[str] = "Constant"
    help: ClassVar[str] = "All weights have this value. Hidden units then stay equal, as with Zero."
    gluon_name: ClassVar[str] = "Constant"

    kind: Literal["constant"] = "constant"
    value: float = setting(0.1, title="Value", help="The value of every weight.", ge=-100, le=100, step=0.1)


class Zero(InitializerBase):
    """All weights zero: hidden units stay equal for ever."""

    title: ClassVar[str] = "Zero"
    help: ClassVar[str] = "All weights 0. Hidden units then stay equal: a lesson in symmetry, not a good start."
    gluon_name: ClassVar[str] = "Zero"

    kind: Literal["zero"] = "zero"


class NetworkInitializer(InitializerBase):
    """The choice of a layer that leaves it to the network's initialiser."""

    title: ClassVar[str] = "As the network"
    help: ClassVar[str] = "The initialiser of the whole network draws the weights of this layer too."

    kind: Literal["network"] = "network"

    def layer_options(self) -> dict[str, InitCall]:
        """Return nothing: Gluon then takes the network's."""
        return {}


Initializer = Annotated[
    Normal | Uniform | Xavier | MSRAPrelu | Orthogonal | Constant | Zero, Field(discriminator="kind")
]
INITIALIZERS: tuple[type[InitializerBase], ...] = alternatives(Initializer)

LayerInitializer = Annotated[
    NetworkInitializer | Normal | Uniform | Xavier | MSRAPrelu | Orthogonal | Constant | Zero,
    Field(discriminator="kind"),
]
LAYER_INITIALIZERS: tuple[type[InitializerBase], ...] = alternatives(LayerInitializer)
