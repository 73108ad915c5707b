"""What a slow walk through a run says at each phase: a sentence, and the run's own numbers beside the lines."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from core.events import EpochDone, RunStarted
from core.history import History
from core.metrics import metric_title
from desktop_app.code.walk import EPOCH_END, ONCE, STEP, Stage
from desktop_app.texts import translated

translate = QCoreApplication.translate


def sentence_of(phase: str) -> str:
    """Return what happens in a phase, in a sentence."""
    sentences = {
        "load": translate("Code", "The data are loaded and split into their parts."),
        "initialise": translate("Code", "The network is built, and its first weights are drawn."),
        "batch": translate("Code", "The next minibatch is taken from the shuffled training samples."),
        "forward": translate("Code", "Forward: the network computes its outputs for the minibatch."),
        "loss": translate("Code", "The loss compares the outputs with what they should be."),
        "backward": translate("Code", "Backward: autograd computes the gradient of the loss for every parameter."),
        "update": translate("Code", "The optimizer moves every parameter a little against its gradient."),
        "evaluate": translate("Code", "The epoch is over: the network is evaluated, without learning."),
    }
    return sentences.get(phase, "")


def first_stages(started: RunStarted) -> list[Stage]:
    """Return the stages before the first step of a run."""
    one, many = translate("Code", "1 parameter"), translate("Code", "{0} parameters")
    notes = {
        "load": translate("Code", "{0} training samples").format(f"{started.num_train:,}"),
        "initialise": one if started.num_parameters == 1 else many.format(f"{started.num_parameters:,}"),
    }
    return [Stage(phase, notes[phase]) for phase in ONCE]


def step_stages(history: History) -> list[Stage]:
    """Return the stages of the last step of a run, and of the end of its epoch, if it was the last one of it."""
    started = history.started
    if started is None or not len(history.batch_steps):
        return []
    step, per_epoch = int(history.batch_steps[-1]), started.batches_per_epoch
    epoch, batch = divmod(step - 1, per_epoch)
    where = translate("Code", "epoch {0}, batch {1} of {2}").format(epoch + 1, batch + 1, f"{per_epoch:,}")
    notes = {"batch": where, "loss": translate("Code", "loss {0}").format(_number(history.batch_loss[-1]))}
    stages = [Stage(phase, notes.get(phase, "")) for phase in STEP]
    if history.epochs and history.epochs[-1].step == step:
        stages.append(Stage(EPOCH_END, _figures(history.epochs[-1])))
    return stages


def _figures(done: EpochDone) -> str:
    """Return the figures at the end of an epoch: those of the validation part, or of training without one."""
    if done.validation_loss is None:
        return translate("Code", "training loss {0}").format(_number(done.train_loss))
    if done.validation_accuracy is None:
        return translate("Code", "validation loss {0}").format(_number(done.validation_loss))
    return translate("Code", "validation loss {0}, {1} {2}").format(
        _number(done.validation_loss),
        translated(metric_title("accuracy")).lower(),
        _number(done.validation_accuracy),
    )


def _number(value: float) -> str:
    return f"{value:.5g}"
