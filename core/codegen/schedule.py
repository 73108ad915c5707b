"""The learning-rate schedule of a program: MXNet's own scheduler, or a function where MXNet has none."""

from __future__ import annotations

from core.codegen.source import Source, keywords, literal
from core.codegen.subject import Subject
from core.schedules import (
    ConstantSchedule,
    CosineSchedule,
    FactorSchedule,
    MultiFactorSchedule,
    PolynomialSchedule,
)

# MXNet's FactorScheduler does not go below this on its own.
_USUAL_LOWEST = 1e-8


def schedule_paths(subject: Subject) -> list[str]:
    """Return the paths of the schedule's settings."""
    return ["schedule", *(f"schedule.{name}" for name in type(subject.experiment.schedule).model_fields)]


def has_scheduler(subject: Subject) -> bool:
    """Tell whether MXNet has a scheduler that does what the experiment asks for."""
    schedule, pace = subject.experiment.schedule, subject.pace
    if not subject.follows_schedule or isinstance(schedule, ConstantSchedule):
        return False
    if isinstance(schedule, MultiFactorSchedule):
        falls = _falls(subject)
        return bool(falls) and falls[0] >= 1 and len(set(falls)) == len(falls)
    return isinstance(schedule, FactorSchedule) or pace.steps(schedule.warmup_epochs) < pace.num_steps


def write_scheduler(source: Source, subject: Subject) -> None:
    """Write the scheduler of MXNet."""
    schedule, pace, lr = subject.experiment.schedule, subject.pace, subject.experiment.optimizer.learning_rate
    warmup = pace.steps(schedule.warmup_epochs)
    ends: list[str] = []
    if isinstance(schedule, PolynomialSchedule | CosineSchedule) and schedule.final_share:
        ends = [f"final_lr={schedule.final_share!r} * lr"]
    if isinstance(schedule, FactorSchedule):
        step = max(1, pace.steps(schedule.every_epochs))
        name, arguments = "FactorScheduler", keywords({"step": step, "factor": schedule.factor})
        if schedule.lowest_share:
            ends = [f"stop_factor_lr={schedule.lowest_share!r} * lr"]
        elif lr * schedule.factor ** (pace.num_steps // step) < _USUAL_LOWEST:
            ends = ["stop_factor_lr=0"]
    elif isinstance(schedule, MultiFactorSchedule):
        name, arguments = "MultiFactorScheduler", keywords({"step": _falls(subject), "factor": schedule.factor})
    elif isinstance(schedule, PolynomialSchedule):
        name, arguments = "PolyScheduler", keywords({"max_update": pace.num_steps, "pwr": schedule.power})
    else:
        name, arguments = "CosineScheduler", keywords({"max_update": pace.num_steps})
    begin = keywords({"warmup_steps": warmup}) if warmup else []
    arguments = [*arguments, "base_lr=lr", *ends, *begin]
    source.call(f"scheduler = mx.lr_scheduler.{name}", arguments, *schedule_paths(subject), phase="update")


def write_rate_function(source: Source, subject: Subject) -> None:
    """Write the function ``learning_rate(step)``; steps count from 1."""
    schedule, pace = subject.experiment.schedule, subject.pace
    warmup = pace.steps(schedule.warmup_epochs)
    paths = schedule_paths(subject)
    source.blank(2)
    source.add("def learning_rate(step):", *paths, phase="update")
    with source.indented():
        if warmup:
            source.add(f"if step < {warmup}:\n    return lr * step / {warmup}", *paths, phase="update")
        if isinstance(schedule, PolynomialSchedule | CosineSchedule):
            start = f"max(step, {warmup}) - {warmup}" if warmup else "step"
            start = f"({start})" if warmup else start
            source.add(f"done = min({start} / {max(1, pace.num_steps - warmup)}, 1)", *paths, phase="update")
        source.add(f"return {_rate(subject)}", *paths, phase="update")
    source.blank(2)


def _falls(subject: Subject) -> list[int]:
    schedule = subject.experiment.schedule
    assert isinstance(schedule, MultiFactorSchedule)
    return sorted(subject.pace.steps(epochs) for epochs in schedule.after_epochs)


def _rate(subject: Subject) -> str:
    """Return the learning rate after the warm-up, as an expression."""
    schedule, pace = subject.experiment.schedule, subject.pace
    if isinstance(schedule, FactorSchedule):
        share = f"{schedule.factor!r} ** ((step - 1) // {max(1, pace.steps(schedule.every_epochs))})"
        return f"lr * max({share}, {schedule.lowest_share!r})" if schedule.lowest_share else f"lr * {share}"
    if isinstance(schedule, MultiFactorSchedule):
        return f"lr * {schedule.factor!r} ** sum(step > fall for fall in {_falls(subject)})"
    if isinstance(schedule, ConstantSchedule):
        return "lr"
    if isinstance(schedule, PolynomialSchedule):
        left = f"(1 - done) ** {schedule.power!r}"
    else:
        left = "(1 + math.cos(math.pi * done)) / 2"
    final = schedule.final_share
    return f"lr * ({literal(final)} + {literal(1 - final)} * {left})" if final else f"lr * {left}"
