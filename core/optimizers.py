"""Optimizers, named as in Gluon. A new optimizer is one class here and its entry in ``Optimizer``."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from core.fields import GluonVariant, alternatives, setting


class OptimizerBase(GluonVariant):
    """Settings that every optimizer has."""

    gluon_name: ClassVar[str]
    usual_limit: ClassVar[float]
    """A learning rate above which this optimizer is seldom stable."""
    slots: ClassVar[int]
    """Arrays of the size of the weights that the optimizer keeps, at most."""

    learning_rate: float = setting(
        0.1,
        title="Learning rate",
        help="Step size along the negative gradient. Too small learns slowly, too large diverges.",
        gt=0,
        le=1000,
        log=True,
        live=True,
    )
    wd: float = setting(
        0.0,
        title="Weight decay",
        help="λ: every step also shrinks the weights by learning rate × λ × weight.",
        ge=0,
        le=100,
        log=True,
        live=True,
    )
    wd_on: Literal["weights", "weights_and_biases"] = setting(
        "weights",
        title="Decay applies to",
        help="The book decays weights only; Gluon's Trainer, left alone, decays biases too.",
        choices={"weights": "weights only", "weights_and_biases": "weights and biases"},
    )

    def gluon_options(self) -> dict[str, Any]:
        """Return the options of ``gluon.Trainer``, without those that are off as they are in Gluon by default."""
        options = self.model_dump(exclude={"kind", "wd_on"})
        return {name: value for name, value in options.items() if value or name not in ("wd", "momentum")}


class SGD(OptimizerBase):
    """Minibatch stochastic gradient descent, with momentum if asked for."""

    title: ClassVar[str] = "SGD"
    help: ClassVar[str] = "Minibatch stochastic gradient descent, optionally with momentum."
    gluon_name: ClassVar[str] = "sgd"
    usual_limit: ClassVar[float] = 0.5
    slots: ClassVar[int] = 1

    kind: Literal["sgd"] = "sgd"
    momentum: float = setting(
        0.0,
        title="Momentum",
        help="Share of the last step that is kept for the next one. 0 is plain SGD.",
        ge=0,
        lt=1,
        step=0.05,
    )


class Adam(OptimizerBase):
    """Adam (Kingma and Ba, 2014): steps scaled by running means of the gradient and its square."""

    title: ClassVar[str] = "Adam"
    help: ClassVar[str] = "Scales every step by running means of the gradient and of its square."
    gluon_name: ClassVar[str] = "adam"
    usual_limit: ClassVar[float] = 0.01
    slots: ClassVar[int] = 2

    kind: Literal["adam"] = "adam"
    learning_rate: float = setting(
        0.001,
        title="Learning rate",
        help="Size of a typical step. Adam usually wants less than SGD: 0.001 is a good start.",
        gt=0,
        le=1000,
        log=True,
        live=True,
    )
    beta1: float = setting(0.9, title="β₁", help="Memory of the running mean of the gradient.", ge=0, lt=1, step=0.01)
    beta2: float = setting(
        0.999, title="β₂", help="Memory of the running mean of the squared gradient.", ge=0, lt=1, step=0.001
    )
    epsilon: float = setting(1e-8, title="ε", help="Small number that keeps the division finite.", gt=0, le=1, log=True)


Optimizer = Annotated[SGD | Adam, Field(discriminator="kind")]
OPTIMIZERS: tuple[type[OptimizerBase], ...] = alternatives(Optimizer)
