"""The figures that a program prints: how each is added up over the minibatches."""

from __future__ import annotations

from dataclasses import dataclass

from core.codegen.subject import Subject


@dataclass(frozen=True)
class Measure:
    """A figure, as expressions of a program that has ``y_hat``, ``l`` and ``y`` of a minibatch.

    Attributes:
        name: as in ``core.metrics``, or ``"loss"``.
        short: the end of a variable's name, such as ``"acc"``.
        title: as it is printed.
        total: the variable in which it is added up.
        addend: what a minibatch adds.
        result: what it is, from the total and the number of samples ``n``.
    """

    name: str
    short: str
    title: str
    total: str
    addend: str
    result: str


_LOSS = Measure("loss", "loss", "loss", "l_sum", "float(l.mean().asscalar()) * len(y)", "l_sum / n")


def measures(subject: Subject) -> tuple[Measure, ...]:
    """Return what the program tells of each epoch: the loss, the accuracy, and what stop conditions look at."""
    wanted = ["accuracy"] if subject.is_classifier else []
    # Where outputs stand for probabilities, the loss is the log loss.
    wanted += [name for name in subject.watched if name not in ("loss", "log_loss")]
    return (_LOSS, *(_measure(name, subject) for name in dict.fromkeys(wanted)))


def measure_of(name: str, subject: Subject) -> Measure:
    """Return the measure of a figure that a stop condition looks at."""
    return next((measure for measure in measures(subject) if measure.name == name), _LOSS)


def guess(subject: Subject) -> str:
    """Return the class that each output names, as an expression."""
    return "(y_hat[:, 0] > 0)" if subject.experiment.loss.decision == "sign" else "y_hat.argmax(axis=1)"


def _measure(name: str, subject: Subject) -> Measure:
    if name == "accuracy":
        hits = f"float(({guess(subject)} == y).sum().asscalar())"
        return Measure(name, "acc", "accuracy", "hits", hits, "hits / n")
    if name == "top3":
        better = "(y_hat > y_hat.pick(y, keepdims=True)).sum(axis=1)"
        return Measure(name, "top3", "top-3 accuracy", "near", f"float(({better} < 3).sum().asscalar())", "near / n")
    if name == "mae":
        per_sample = "n" if subject.num_outputs == 1 else f"n / {subject.num_outputs}"
        error = "float(nd.abs(y_hat - y).sum().asscalar())"
        return Measure(name, "mae", "mean absolute error", "errors", error, f"errors / {per_sample}")
    squares = 'nd.square(y_hat - y).sum(axis=0).asnumpy().astype("float64")'
    root = "np.sqrt(squares / n).mean()" if name == "rmse" else "(1 - squares / n / variance).mean()"
    return Measure(name, name, "RMSE" if name == "rmse" else "R2", "squares", squares, f"float({root})")
