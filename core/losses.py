"""Loss functions, named as in Gluon. A new loss is one class here and its entry in ``Loss``."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from core.fields import Variant, alternatives

Task = Literal["classification", "regression"]


class LossBase(Variant):
    """What every loss can tell without being built."""

    tasks: ClassVar[tuple[Task, ...]]
    gluon_name: ClassVar[str]
    formula: ClassVar[str]


class SoftmaxCrossEntropy(LossBase):
    """Softmax and cross-entropy in one, computed from the logits."""

    title: ClassVar[str] = "Softmax cross-entropy"
    help: ClassVar[str] = "For classes: minus the log of the probability that softmax gives to the right class."
    tasks: ClassVar[tuple[Task, ...]] = ("classification",)
    gluon_name: ClassVar[str] = "SoftmaxCrossEntropyLoss"
    formula: ClassVar[str] = r"-\log \frac{e^{o_y}}{\sum_j e^{o_j}}"

    kind: Literal["softmax_cross_entropy"] = "softmax_cross_entropy"


class L2(LossBase):
    """Half of the squared error, as in Gluon and the book."""

    title: ClassVar[str] = "L2 (squared error)"
    help: ClassVar[str] = "For numbers: half of the squared difference between prediction and target."
    tasks: ClassVar[tuple[Task, ...]] = ("regression",)
    gluon_name: ClassVar[str] = "L2Loss"
    formula: ClassVar[str] = r"\frac{1}{2} (\hat{y} - y)^2"

    kind: Literal["l2"] = "l2"


Loss = Annotated[SoftmaxCrossEntropy | L2, Field(discriminator="kind")]
LOSSES: tuple[type[LossBase], ...] = alternatives(Loss)
