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
    uses_learning_rate: ClassVar[bool] = True
    """Whether the learning rate, and with it a schedule, has any effect."""

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


class NAG(OptimizerBase):
    """Nesterov's accelerated gradient: SGD with a momentum that looks ahead.

    MXNet 1.9.1 updates the weight in place before the momentum, in which the decay is that of the new weight.
    """

    title: ClassVar[str] = "NAG"
    help: ClassVar[str] = "Nesterov's accelerated gradient: momentum that looks one step ahead. Without it, plain SGD."
    gluon_name: ClassVar[str] = "nag"
    usual_limit: ClassVar[float] = 0.5
    slots: ClassVar[int] = 1

    kind: Literal["nag"] = "nag"
    momentum: float = setting(
        0.9,
        title="Momentum",
        help="Share of the last step that is kept for the next one. 0 is plain SGD.",
        ge=0,
        lt=1,
        step=0.05,
    )


def _wd_setting(help: str) -> Any:
    return setting(0.0, title="Weight decay", help=help, ge=0, le=100, log=True, live=True)


_SCALED_DECAY = (
    "λ: λ × weight is added to the gradient before that is scaled, so that weights with large gradients decay less. "
    "AdamW, which decays them all alike, is another optimizer."
)


def _epsilon_setting(default: float) -> Any:
    return setting(default, title="ε", help="Small number that keeps the division finite.", gt=0, le=1, log=True)


def _small_rate_setting(name: str) -> Any:
    return setting(
        0.001,
        title="Learning rate",
        help=f"Size of a typical step. {name} usually wants less than SGD: 0.001 is a good start.",
        gt=0,
        le=1000,
        log=True,
        live=True,
    )


class Adam(OptimizerBase):
    """Adam (Kingma and Ba, 2014): steps scaled by running means of the gradient and its square."""

    title: ClassVar[str] = "Adam"
    help: ClassVar[str] = "Scales every step by running means of the gradient and of its square."
    gluon_name: ClassVar[str] = "adam"
    usual_limit: ClassVar[float] = 0.01
    slots: ClassVar[int] = 2

    kind: Literal["adam"] = "adam"
    learning_rate: float = _small_rate_setting("Adam")
    wd: float = _wd_setting(_SCALED_DECAY)
    beta1: float = setting(0.9, title="β₁", help="Memory of the running mean of the gradient.", ge=0, lt=1, step=0.01)
    beta2: float = setting(
        0.999, title="β₂", help="Memory of the running mean of the squared gradient.", ge=0, lt=1, step=0.001
    )
    epsilon: float = _epsilon_setting(1e-8)


class RMSProp(OptimizerBase):
    """RMSProp (Tieleman and Hinton, 2012), or Graves's version of it (2013) with ``centered``."""

    title: ClassVar[str] = "RMSProp"
    help: ClassVar[str] = "Divides every step by the root of a running mean of the squared gradient."
    gluon_name: ClassVar[str] = "rmsprop"
    usual_limit: ClassVar[float] = 0.01
    slots: ClassVar[int] = 3

    kind: Literal["rmsprop"] = "rmsprop"
    learning_rate: float = _small_rate_setting("RMSProp")
    wd: float = _wd_setting(_SCALED_DECAY)
    gamma1: float = setting(
        0.9, title="γ₁", help="Memory of the running mean of the squared gradient.", ge=0, lt=1, step=0.01
    )
    centered: bool = setting(
        False,
        title="Centered",
        help="Graves's version: the running mean of the gradient is taken off, and there is a momentum.",
    )
    gamma2: float = setting(
        0.9,
        title="γ₂",
        help="Momentum: share of the last step that is kept for the next one.",
        ge=0,
        lt=1,
        step=0.05,
        only_when=("centered", True),
    )
    epsilon: float = _epsilon_setting(1e-8)


class AdaGrad(OptimizerBase):
    """AdaGrad (Duchi, Hazan and Singer, 2011): steps scaled by all gradients so far."""

    title: ClassVar[str] = "AdaGrad"
    help: ClassVar[str] = (
        "Divides every step by the root of the sum of all squared gradients so far: steps only shrink."
    )
    gluon_name: ClassVar[str] = "adagrad"
    usual_limit: ClassVar[float] = 0.1
    slots: ClassVar[int] = 1

    kind: Literal["adagrad"] = "adagrad"
    wd: float = _wd_setting(
        "λ: every step also shrinks the weights by learning rate × λ × weight, which MXNet leaves out of the sum of "
        "squared gradients."
    )
    eps: float = _epsilon_setting(1e-7)


class AdaDelta(OptimizerBase):
    """AdaDelta (Zeiler, 2012): finds its own step size. MXNet 1.9.1 pays no heed to the learning rate."""

    title: ClassVar[str] = "AdaDelta"
    help: ClassVar[str] = (
        "Finds its own step size from the steps and gradients so far. There is no learning rate to choose: MXNet "
        "pays no heed to it, nor to its schedule."
    )
    gluon_name: ClassVar[str] = "adadelta"
    usual_limit: ClassVar[float] = 1.0
    slots: ClassVar[int] = 2
    uses_learning_rate: ClassVar[bool] = False

    kind: Literal["adadelta"] = "adadelta"
    learning_rate: float = setting(
        1.0,
        title="Learning rate",
        help="Without effect: AdaDelta finds its own step size.",
        gt=0,
        le=1000,
        live=True,
        hidden=True,
    )
    wd: float = _wd_setting(
        "λ: every step also shrinks the weights by λ × weight, whatever the size of the step: much less than with SGD "
        "is enough."
    )
    rho: float = setting(
        0.9, title="ρ", help="Memory of the running means of squared gradients and steps.", ge=0, lt=1, step=0.01
    )
    epsilon: float = setting(
        1e-5,
        title="ε",
        help="Keeps the division finite, and sets the size of the first steps: larger learns faster at first.",
        gt=0,
        le=1,
        log=True,
    )


Optimizer = Annotated[SGD | NAG | Adam | RMSProp | AdaGrad | AdaDelta, Field(discriminator="kind")]
OPTIMIZERS: tuple[type[OptimizerBase], ...] = alternatives(Optimizer)
