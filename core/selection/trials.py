"""Layers of the user's own, tried in a worker process: whatever they do to it costs nothing but the worker."""

from __future__ import annotations

from concurrent.futures import CancelledError, Executor, Future

from core import programs
from core.errors import essence
from core.experiment import Experiment
from core.layers import Shape
from core.programs import Check, CheckLine, Program, Seen
from core.selection.workers import TRY_SECONDS, WorkerDied, try_layer
from core.stack import untried_layers
from core.texts import say, unsaid

RAN = unsaid("Runs")


def submit_trial(executor: Executor, program: Program, class_name: str, input_shape: Shape) -> Future[Check]:
    """Let a layer be tried on inputs of a shape; :func:`check_from` tells what came out."""
    return executor.submit(try_layer, program, class_name, input_shape)


def check_from(future: Future[Check]) -> Check:
    """Return what came out of a trial that is over; if its worker did not live to tell, a check that says so."""
    try:
        return future.result()
    except CancelledError:
        text = say("It was not tried to the end.")
    except WorkerDied as error:
        if error.took_too_long:
            text = say("It was not done after {seconds:.0f} seconds, and was stopped.", seconds=TRY_SECONDS)
        else:
            text = say("It ended the process in which it was tried.")
    except Exception as error:
        text = say("It cannot be tried: {error}.", error=essence(error))
    return Check((CheckLine(RAN, "failed", text),), Seen(problem=text))


def try_layers(experiment: Experiment, executor: Executor) -> None:
    """Try all layers of the user's own in an experiment, as far as the user agreed, and note what was seen."""
    while untried := untried_layers(experiment):
        layer, input_shape = untried[0]
        program = programs.agreed(layer.sha256)
        assert program is not None
        check = check_from(submit_trial(executor, program, layer.class_name, input_shape))
        programs.note(layer.sha256, layer.class_name, input_shape, check.seen)
