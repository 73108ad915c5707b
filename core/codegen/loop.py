"""The training loop of a program, and what follows it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.codegen.learning import Learning
from core.codegen.measures import Measure, measure_of, measures
from core.codegen.source import Source
from core.codegen.subject import Subject
from core.metrics import higher_is_better
from core.texts import say

_PARTS = {"train": "train", "valid": "validation", "test": "test"}
_PATIENCE = ("stopping.patience", "stopping.watch")


def write_evaluation(source: Source, subject: Subject) -> None:
    """Write the function that computes the figures of a part, if there is one to evaluate."""
    if not (subject.has_validation or subject.has_test):
        return
    several = measures(subject)
    given = "data_iter, variance" if _needs_variance(subject) else "data_iter"
    source.section(say("Evaluation"), blanks=2)
    source.add(f"def evaluate({given}):", phase="evaluate")
    with source.indented():
        _write_start(source, several, "evaluate")
        source.add("for X, y in data_iter:", phase="evaluate")
        with source.indented():
            source.add(f"y_hat = net(X)\nl = {_loss_call(subject)}", phase="evaluate")
            _write_sums(source, several, "evaluate")
        source.add(f"return {', '.join(measure.result for measure in several)}", phase="evaluate")


def write_loop(source: Source, subject: Subject, learning: Learning) -> None:
    """Write the loop over epochs and minibatches, and the end of the run."""
    source.section(say("Training"), blanks=2 if source.ends_indented else 1)
    stopping = subject.experiment.stopping
    if stopping.patience:
        worst = 'float("-inf")' if higher_is_better(stopping.watch) else 'float("inf")'
        source.add(f"best, best_epoch = {worst}, 0", *_PATIENCE)
    if stopping.seconds:
        source.add("start = time.time()", "stopping.seconds")
    if learning.counts_steps:
        source.add("step = 0")
    source.add("for epoch in range(1, num_epochs + 1):", "training.num_epochs")
    with source.indented():
        _write_epoch(source, subject, learning)
        if subject.has_validation:
            _write_evaluated(source, subject, "valid")
        _write_print(source, subject, "epoch {epoch}, ", ("train", "valid") if subject.has_validation else ("train",))
        _write_stops(source, subject, learning)
    if stopping.patience:
        source.blank()
        source.add(f"# {say('The parameters of the best epoch')}")
        source.add("\n".join(learning.taking_back), "stopping.patience")
    if subject.has_test:
        source.blank()
        _write_evaluated(source, subject, "test")
        _write_print(source, subject, "", ("test",))


def _write_epoch(source: Source, subject: Subject, learning: Learning) -> None:
    several, stopping = measures(subject), subject.experiment.stopping
    _write_start(source, several)
    for line in learning.epoch:
        source.add(line, "training.seed", phase="batch")
    source.add(f"for X, y in {learning.batches}:", "training.batch_size", phase="batch")
    with source.indented():
        _write_step(source, subject, learning)
        _write_sums(source, several)
        if stopping.seconds:
            source.add(f"if time.time() - start >= {stopping.seconds!r}:\n    break", "stopping.seconds")
    if _needs_variance(subject):
        source.add('variance = y_train.var(axis=0, dtype="float64")')
    for measure in several:
        source.add(f"train_{measure.short} = {measure.result}")


def _write_step(source: Source, subject: Subject, learning: Learning) -> None:
    """Write what is done with one minibatch, from the forward pass to the update."""
    if subject.stack.needs_input_gradient:
        source.add(f"# {say('Only on the way back does BatchNorm bring its running values up to date')}")
        source.add("X.attach_grad()", phase="forward")
    source.add("with autograd.record():", phase="forward")
    with source.indented():
        source.add("y_hat = net(X)", "layers", phase="forward")
        source.add(f"l = {_loss_call(subject)}", "loss", phase="loss")
        if subject.has_penalty:
            _write_penalty(source, subject)
    source.add("objective.backward()" if subject.has_penalty else "l.backward()", phase="backward")
    if learning.counts_steps:
        source.add("step += 1", phase="update")
    source.add("\n".join(learning.update), *subject.optimizer_paths(), phase="update")


def _write_penalty(source: Source, subject: Subject) -> None:
    penalty = subject.experiment.penalty
    costs = {"l1": "l1 * nd.abs(w).sum()", "l2": "l2 / 2 * nd.square(w).sum()"}
    wanted = [name for name in costs if getattr(penalty, name)]
    paths = [*(f"penalty.{name}" for name in wanted), "penalty.on"]
    cost = " + ".join(costs[name] for name in wanted)
    source.call("penalty = sum", [f"{cost} for w in weights"], *paths, phase="loss")
    source.add("objective = l.sum() + batch_size * penalty", *paths, phase="loss")


def _loss_call(subject: Subject) -> str:
    return "loss(y_hat, 2 * y - 1)" if subject.experiment.loss.signed_labels else "loss(y_hat, y)"


def _needs_variance(subject: Subject) -> bool:
    return any(measure.name == "r2" for measure in measures(subject))


def _write_start(source: Source, several: Sequence[Measure], phase: str = "") -> None:
    totals = [*dict.fromkeys(measure.total for measure in several), "n"]
    source.add(f"{', '.join(totals)} = {', '.join(['0.0'] * (len(totals) - 1) + ['0'])}", phase=phase)


def _write_sums(source: Source, several: Sequence[Measure], phase: str = "") -> None:
    for total in dict.fromkeys(measure.total for measure in several):
        addend = next(measure.addend for measure in several if measure.total == total)
        if addend.endswith(".asscalar())"):
            inner = addend.removeprefix("float(").removesuffix(")")
            source.call(f"{total} += float", [inner], phase=phase)
        else:
            source.add(f"{total} += {addend}", phase=phase)
    source.add("n += len(y)", phase=phase)


def _write_evaluated(source: Source, subject: Subject, part: str) -> None:
    names = ", ".join(f"{part}_{measure.short}" for measure in measures(subject))
    given = f'{part}_iter, y_{part}.var(axis=0, dtype="float64")' if _needs_variance(subject) else f"{part}_iter"
    source.add(f"{names} = evaluate({given})", phase=_phase_of(part))


def _write_print(source: Source, subject: Subject, start: str, parts: Sequence[str]) -> None:
    """Write the line that is printed; text that is too wide is broken between the parts."""
    figures = [f"{_PARTS[part]} {m.title} {{{part}_{m.short}}}" for part in parts for m in measures(subject)]
    source.print(start, figures, phase=_phase_of(parts[-1]))


def _phase_of(part: str) -> str:
    """Return the phase in which a part is evaluated: the test part only when all epochs are over."""
    return "test" if part == "test" else "evaluate"


def _write_stops(source: Source, subject: Subject, learning: Learning) -> None:
    """Write the stop conditions that are looked at after an epoch."""
    stopping = subject.experiment.stopping
    if stopping.patience:
        name = f"valid_{measure_of(stopping.watch, subject).short}"
        better = ">" if higher_is_better(stopping.watch) else "<"
        source.add(f"if {name} {better} best:", *_PATIENCE)
        source.add(f"    best, best_epoch = {name}, epoch", *_PATIENCE)
        source.add(f"    best_params = {learning.kept}", *_PATIENCE)
    for condition, *settings in _conditions(subject):
        source.add(f"if {condition}:\n    break", *settings)


def _conditions(subject: Subject) -> Iterator[tuple[str, ...]]:
    """Yield each condition for the end of the run, and the paths of the settings that it comes from."""
    stopping = subject.experiment.stopping
    if stopping.target != "off":
        part = "train" if stopping.target == "train" else "valid"
        better = ">=" if higher_is_better(stopping.target_metric) else "<="
        name = f"{part}_{measure_of(stopping.target_metric, subject).short}"
        condition = f"{name} {better} {stopping.target_value!r}"
        yield condition, "stopping.target", "stopping.target_metric", "stopping.target_value"
    if stopping.patience:
        yield f"epoch - best_epoch >= {stopping.patience}", "stopping.patience"
    if stopping.seconds:
        yield f"time.time() - start >= {stopping.seconds!r}", "stopping.seconds"
