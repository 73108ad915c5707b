"""Loss, optimizer and minibatches from scratch."""

from __future__ import annotations

from core.codegen.data import parts_of
from core.codegen.learning import Learning
from core.codegen.schedule import write_rate_function
from core.codegen.scratch_optimizers import counts_steps, write_optimizer
from core.codegen.source import Source, literal
from core.codegen.subject import Subject
from core.losses import (
    L1,
    Hinge,
    Huber,
    LossBase,
    SigmoidBinaryCrossEntropy,
    SoftmaxCrossEntropy,
)
from core.texts import say

_DATA_ITER = """def data_iter(batch_size, X, y, order):
    for i in range(0, len(X), batch_size):
        batch = order[i : i + batch_size]
        yield nd.array(X[batch]), nd.array(y[batch])"""


def write_scratch_iterators(source: Source, subject: Subject) -> None:
    """Write the function that cuts the samples into minibatches."""
    source.blank(2)
    source.add(_DATA_ITER, "training.batch_size", phase="batch")
    source.blank(2)
    source.add(f"np.random.seed({subject.experiment.training.seed})", "training.seed", phase="load")
    for part in parts_of(subject)[1:]:
        arguments = [str(subject.evaluation_size), f"X_{part}", f"y_{part}", f"np.arange(len(X_{part}))"]
        source.call(f"{part}_iter = list", [f"data_iter({', '.join(arguments)})"], phase="load")


def write_scratch_loss_and_optimizer(source: Source, subject: Subject, lists: list[str]) -> Learning:
    """Write loss and optimizer; return how the loop uses them.

    Args:
        source: where to.
        subject: what about.
        lists: names of the lists that hold all arrays of the network.
    """
    loss, optimizer = subject.experiment.loss, subject.experiment.optimizer
    source.section(say("Loss and optimizer"), blanks=2)
    source.add("def loss(y_hat, y):", *subject.loss_paths(), phase="loss")
    with source.indented():
        source.add("\n".join(_loss_lines(loss, subject.num_outputs)), *subject.loss_paths(), phase="loss")
    source.blank(2)
    given = write_optimizer(source, subject)
    rate = ["lr"] if optimizer.uses_learning_rate else []
    if subject.follows_schedule:
        write_rate_function(source, subject)
        rate = ["learning_rate(step)"]
    arrays = " + ".join(lists)
    return Learning(
        epoch=("order = np.random.permutation(len(X_train))",),
        batches="data_iter(batch_size, X_train, y_train, order)",
        update=(f"{optimizer.kind}({', '.join([*given, *rate, 'batch_size'])})",),
        counts_steps=counts_steps(optimizer) or subject.follows_schedule,
        kept=f"[param.copy() for param in {arrays}]",
        taking_back=(f"for param, best_param in zip({arrays}, best_params):", "    param[:] = best_param"),
    )


def _loss_lines(loss: LossBase, num_outputs: int) -> list[str]:
    if isinstance(loss, SoftmaxCrossEntropy):
        return ["return -log_softmax(y_hat).pick(y)"]
    if isinstance(loss, SigmoidBinaryCrossEntropy):
        return [
            "o = y_hat.reshape(-1)",
            'softplus = nd.Activation(-nd.abs(o), act_type="softrelu")',
            "return nd.relu(o) - o * y + softplus",
        ]
    if isinstance(loss, Hinge):
        return [f"margin = {loss.margin!r} - y_hat.reshape(-1) * y", "return margin * (margin > 0)"]
    mean = ".mean(axis=1)" if num_outputs > 1 else ""
    if isinstance(loss, L1):
        return [f"return nd.abs(y_hat - y){mean}"]
    if isinstance(loss, Huber):
        rho = loss.rho
        lines = ["error = nd.abs(y_hat - y)"]
        small, large = f"{literal(0.5 / rho)} * nd.square(error)", f"error - {literal(0.5 * rho)}"
        return [*lines, f"return nd.where(error > {rho!r}, {large}, {small}){mean}"]
    return [f"return (nd.square(y_hat - y) / 2){mean}" if mean else "return nd.square(y_hat - y) / 2"]
