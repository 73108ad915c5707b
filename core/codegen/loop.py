"""The training loop of a program, and what follows it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.codegen.measures import Measure, measure_of, measures
from core.codegen.source import Source
from core.codegen.subject import Subject
from core.metrics import higher_is_better

_PARTS = {"train": "train", "valid": "validation", "test": "test"}


def write_evaluation(source: Source, subject: Subject) -> None:
    """Write the function that computes the figures of a part, if there is one to evaluate."""
    if not (subject.has_validation or subject.has_test):
        return
    several = measures(subject)
    given = "data_iter, variance" if _needs_variance(subject) else "data_iter"
    source.blank(2)
    source.add(f"def evaluate({given}):", phase="evaluate")
    with source.indented():
        _write_start(source, several, "evaluate")
        source.add("for X, y in data_iter:", phase="evaluate")
        with source.indented():
            source.add("y_hat = net(X)\nl = loss(y_hat, y)", phase="evaluate")
            _write_sums(source, several, "evaluate")
        source.add(f"return {', '.join(measure.result for measure in several)}", phase="evaluate")
    source.blank(2)


def write_loop(source: Source, subject: Subject, update: Sequence[str], learn: Sequence[str]) -> None:
    """Write the loop over epochs and minibatches, and the end of the run.

    Args:
        source: where to.
        subject: what about.
        update: lines that follow the gradient: the last step of a minibatch.
        learn: paths of the settings that these lines speak of.
    """
    stopping = subject.experiment.stopping
    if stopping.patience:
        worst = 'float("-inf")' if higher_is_better(stopping.watch) else 'float("inf")'
        source.add(f"best, best_epoch = {worst}, 0", "stopping.patience", "stopping.watch")
    if stopping.seconds:
        source.add("start = time.time()", "stopping.seconds")
    source.add("for epoch in range(1, num_epochs + 1):", "training.num_epochs")
    with source.indented():
        _write_epoch(source, subject, update, learn)
        _write_figures(source, subject)
        _write_stops(source, subject)
    if stopping.patience:
        source.add("for name, param in net.collect_params().items():", "stopping.patience")
        source.add("    param.set_data(best_params[name])", "stopping.patience")
    if subject.has_test:
        source.blank()
        _write_evaluated(source, subject, "test")
        _write_print(source, subject, "", ("test",))


def _needs_variance(subject: Subject) -> bool:
    return any(measure.name == "r2" for measure in measures(subject))


def _write_start(source: Source, several: Sequence[Measure], phase: str = "") -> None:
    totals = [*dict.fromkeys(measure.total for measure in several), "n"]
    source.add(f"{', '.join(totals)} = {', '.join(['0.0'] * (len(totals) - 1) + ['0'])}", phase=phase)


def _write_sums(source: Source, several: Sequence[Measure], phase: str = "") -> None:
    for total in dict.fromkeys(measure.total for measure in several):
        addend = next(measure.addend for measure in several if measure.total == total)
        source.add(f"{total} += {addend}", phase=phase)
    source.add("n += len(y)", phase=phase)


def _write_epoch(source: Source, subject: Subject, update: Sequence[str], learn: Sequence[str]) -> None:
    several, stopping = measures(subject), subject.experiment.stopping
    if _needs_variance(subject):
        source.add('variance = y_train.var(axis=0, dtype="float64")')
    _write_start(source, several)
    source.add("for X, y in train_iter:", "training.batch_size", phase="batch")
    with source.indented():
        source.add("with autograd.record():", phase="forward")
        with source.indented():
            source.add("y_hat = net(X)", "layers", phase="forward")
            source.add("l = loss(y_hat, y)", "loss", phase="loss")
        source.add("l.backward()", phase="backward")
        source.add("\n".join(update), *learn, phase="update")
        _write_sums(source, several)
        if stopping.seconds:
            source.add(f"if time.time() - start >= {stopping.seconds!r}:\n    break", "stopping.seconds")
    for measure in several:
        source.add(f"train_{measure.short} = {measure.result}")


def _write_evaluated(source: Source, subject: Subject, part: str) -> None:
    names = ", ".join(f"{part}_{measure.short}" for measure in measures(subject))
    given = f'{part}_iter, y_{part}.var(axis=0, dtype="float64")' if _needs_variance(subject) else f"{part}_iter"
    source.add(f"{names} = evaluate({given})", phase="evaluate")


def _write_figures(source: Source, subject: Subject) -> None:
    """Write the evaluation and the line that is printed after an epoch."""
    if subject.has_validation:
        _write_evaluated(source, subject, "valid")
    _write_print(source, subject, "epoch {epoch}, ", ("train", "valid") if subject.has_validation else ("train",))


def _write_print(source: Source, subject: Subject, start: str, parts: Sequence[str]) -> None:
    texts = [", ".join(f"{_PARTS[part]} {m.title} {{{part}_{m.short}}}" for m in measures(subject)) for part in parts]
    pieces = [f'"{text}"' for text in [start + texts[0], *texts[1:]]]
    pieces = [f'f"{start}{texts[0]}"'] if len(texts) == 1 else [f'f"{start}{texts[0]}, "', f'f"{texts[1]}"']
    if len(pieces) == 1 or sum(map(len, pieces)) < 70:
        source.call("print", ['f"' + start + ", ".join(texts) + '"'], phase="evaluate")
    else:
        lines = "\n".join(f"    {piece}" for piece in pieces)
        source.add(f"print(\n{lines}\n)", phase="evaluate")


def _write_stops(source: Source, subject: Subject) -> None:
    """Write the stop conditions that are looked at after an epoch."""
    stopping = subject.experiment.stopping
    if stopping.patience:
        name = f"valid_{measure_of(stopping.watch, subject).short}"
        better = ">" if higher_is_better(stopping.watch) else "<"
        paths = ("stopping.patience", "stopping.watch")
        source.add(f"if {name} {better} best:", *paths)
        source.add(f"    best, best_epoch = {name}, epoch", *paths)
        kept = "{name: param.data().copy() for name, param in net.collect_params().items()}"
        source.add(f"    best_params = {kept}", *paths)
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
