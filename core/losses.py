"""Loss functions, named as in Gluon. A new loss is one class here and its entry in ``Loss``."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from core.fields import GluonVariant, alternatives, setting

Task = Literal["classification", "regression"]
Decision = Literal["largest", "sign", "none"]
"""How outputs name a class: by the largest of them, by the sign of the only one (above 0 is class 1), or not at all."""


class LossBase(GluonVariant):
    """What every loss can tell without being built.

    ``signed_labels`` tells that Gluon wants the labels −1 and 1 instead of 0 and 1. ``gives_probabilities`` tells that
    the outputs of a trained network stand for probabilities of the classes. ``formula`` is LaTeX for one sample with
    the outputs o or ŷ; ``gradient_formula`` for the gradient of the mean over n samples (of k targets) by the outputs.
    """

    tasks: ClassVar[tuple[Task, ...]]
    gluon_name: ClassVar[str]
    formula: ClassVar[str]
    gradient_formula: ClassVar[str]
    decision: ClassVar[Decision] = "none"
    signed_labels: ClassVar[bool] = False
    gives_probabilities: ClassVar[bool] = False

    @classmethod
    def fits(cls, task: Task, num_targets: int) -> bool:
        """Tell whether the loss can be used for a task with ``num_targets`` classes or numbers to predict."""
        return task in cls.tasks and (cls.decision != "sign" or num_targets == 2)

    def num_outputs(self, num_targets: int) -> int:
        """Return how many outputs a network needs for ``num_targets`` classes or numbers to predict."""
        return 1 if self.decision == "sign" and num_targets == 2 else num_targets

    def gluon_options(self) -> dict[str, Any]:
        """Return the keyword arguments of ``mxnet.gluon.loss.<gluon_name>``."""
        return self.model_dump(exclude={"kind"})


class SoftmaxCrossEntropy(LossBase):
    """Softmax and cross-entropy in one, computed from the logits."""

    title: ClassVar[str] = "Softmax cross-entropy"
    help: ClassVar[str] = "For classes: minus the log of the probability that softmax gives to the right class."
    tasks: ClassVar[tuple[Task, ...]] = ("classification",)
    gluon_name: ClassVar[str] = "SoftmaxCrossEntropyLoss"
    formula: ClassVar[str] = r"-\log \frac{e^{o_y}}{\sum_j e^{o_j}}"
    gradient_formula: ClassVar[str] = r"\frac{1}{n} (\hat{\mathbf{Y}} - \operatorname{onehot}(\mathbf{y}))"
    decision: ClassVar[Decision] = "largest"
    gives_probabilities: ClassVar[bool] = True

    kind: Literal["softmax_cross_entropy"] = "softmax_cross_entropy"


class SigmoidBinaryCrossEntropy(LossBase):
    """Sigmoid and cross-entropy in one, computed from a single logit."""

    title: ClassVar[str] = "Sigmoid cross-entropy"
    help: ClassVar[str] = "For two classes and one output: minus the log of the probability of the right class."
    tasks: ClassVar[tuple[Task, ...]] = ("classification",)
    gluon_name: ClassVar[str] = "SigmoidBinaryCrossEntropyLoss"
    formula: ClassVar[str] = r"\log(1 + e^{o}) - y\,o"
    gradient_formula: ClassVar[str] = r"\frac{1}{n} (\hat{\mathbf{Y}} - \mathbf{y})"
    decision: ClassVar[Decision] = "sign"
    gives_probabilities: ClassVar[bool] = True

    kind: Literal["sigmoid_cross_entropy"] = "sigmoid_cross_entropy"


class Hinge(LossBase):
    """Hinge loss of the support vector machine, for labels −1 and 1."""

    title: ClassVar[str] = "Hinge"
    help: ClassVar[str] = "For two classes and one output: 0 once the output lies on the right side by the margin."
    tasks: ClassVar[tuple[Task, ...]] = ("classification",)
    gluon_name: ClassVar[str] = "HingeLoss"
    formula: ClassVar[str] = r"\max(0,\; m - y\,o), \quad y = \pm 1"
    gradient_formula: ClassVar[str] = r"-\frac{y}{n} \;\text{if}\; y\,o < m,\; \text{else}\; 0"
    decision: ClassVar[Decision] = "sign"
    signed_labels: ClassVar[bool] = True

    kind: Literal["hinge"] = "hinge"
    margin: float = setting(
        1.0,
        title="Margin",
        help="How far from 0, on the right side, an output must lie to cost nothing.",
        gt=0,
        le=1000,
        step=0.1,
    )


class L2(LossBase):
    """Half of the squared error, as in Gluon and the book."""

    title: ClassVar[str] = "L2 (squared error)"
    help: ClassVar[str] = "For numbers: half of the squared difference between prediction and target."
    tasks: ClassVar[tuple[Task, ...]] = ("regression",)
    gluon_name: ClassVar[str] = "L2Loss"
    formula: ClassVar[str] = r"\frac{1}{2} (\hat{y} - y)^2"
    gradient_formula: ClassVar[str] = r"\frac{1}{n k} (\mathbf{O} - \mathbf{y})"

    kind: Literal["l2"] = "l2"


class L1(LossBase):
    """The absolute error."""

    title: ClassVar[str] = "L1 (absolute error)"
    help: ClassVar[str] = "For numbers: the distance between prediction and target. Outliers weigh less than with L2."
    tasks: ClassVar[tuple[Task, ...]] = ("regression",)
    gluon_name: ClassVar[str] = "L1Loss"
    formula: ClassVar[str] = r"|\hat{y} - y|"
    gradient_formula: ClassVar[str] = r"\frac{1}{n k} \operatorname{sign}(\mathbf{O} - \mathbf{y})"

    kind: Literal["l1"] = "l1"


class Huber(LossBase):
    """Squared for small errors, absolute for large ones, as Gluon scales it."""

    title: ClassVar[str] = "Huber"
    help: ClassVar[str] = "For numbers: like L2 for errors smaller than ρ, like L1 for larger ones."
    tasks: ClassVar[tuple[Task, ...]] = ("regression",)
    gluon_name: ClassVar[str] = "HuberLoss"
    formula: ClassVar[str] = r"\frac{1}{2\rho} e^2 \;\text{if}\; |e| \le \rho,\; \text{else}\; |e| - \frac{\rho}{2}"
    gradient_formula: ClassVar[str] = (
        r"\frac{e}{\rho\, n k} \;\text{if}\; |e| \le \rho,\; \text{else}\; \frac{1}{n k} \operatorname{sign}(e)"
    )

    kind: Literal["huber"] = "huber"
    rho: float = setting(
        1.0,
        title="ρ",
        help="Size of an error from which on the loss grows like L1.",
        gt=0,
        le=1000,
        step=0.1,
    )


Loss = Annotated[SoftmaxCrossEntropy | SigmoidBinaryCrossEntropy | Hinge | L2 | L1 | Huber, Field(discriminator="kind")]
LOSSES: tuple[type[LossBase], ...] = alternatives(Loss)
