"""Training: a run is a generator of events; between two events it can be paused, changed or looked into."""

from __future__ import annotations

import logging
import math
import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.data import Parts, Samples
from core.engine import parameters
from core.engine.arrays import Arrays, Loaded
from core.engine.custom import look_at_layers
from core.engine.divergence import Diverged, DivergenceCheck
from core.engine.evaluation import Cancelled, Evaluator, heed
from core.engine.memory import check_memory
from core.engine.metrics import Meter, Metrics, Sums
from core.engine.mx import mx
from core.engine.network import (
    Step,
    build_loss,
    build_network,
    build_trainer,
    set_dropout_rates,
    weight_norm,
)
from core.engine.stopping import Stopper
from core.errors import ExperimentError, GluonLabError, essence
from core.events import (
    MAX_SHOWN_PARAMETERS,
    BatchDone,
    EndReason,
    EpochDone,
    Event,
    RunEnded,
    RunStarted,
    SettingsChanged,
)
from core.experiment import Experiment, LiveSettings, live_settings
from core.schedules import Pace
from core.sentences import counted
from core.stack import gluon_parameter_shapes, inspect_stack
from core.texts import say

nd, autograd = mx.nd, mx.autograd

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Job:
    """What the engine is asked to do. Setting ``cancel`` stops the run at the next batch."""

    run_id: int
    experiment: Experiment
    parts: Parts
    cancel: threading.Event


@dataclass(frozen=True, eq=False)
class Seen:
    """What the Dropout layers did in the last step.

    ``indices`` are the samples of its batch, ``rates`` those of the layers, ``arrays`` their inputs and masks in turn.
    """

    indices: Any
    rates: tuple[float, ...]
    arrays: list[Any]


class Run:
    """One training run: network, trainer and data, alive between events. All calls belong to one thread.

    Args:
        job: what to do.
        arrays: keeps the data as MXNet arrays from run to run; without it the run loads its own.

    Raises:
        GluonLabError: the stack cannot work, the data do not fit it, or the memory does not suffice.
    """

    def __init__(self, job: Job, arrays: Arrays | None = None) -> None:
        self.job = job
        self.experiment = job.experiment
        self.step = 0
        # Whether no epoch will follow the one that was told last.
        self.is_complete = False
        self.arrays = Arrays() if arrays is None else arrays
        self.arrays.keep_only(job.parts)
        look_at_layers(job.experiment)
        _check(job)
        self.net = build_network(job.experiment)
        self._trainer = build_trainer(job.experiment, self.net)
        self._hybridizes = all(layer.hybridizes for layer in inspect_stack(job.experiment).layers)
        self._needs_input_gradient = inspect_stack(job.experiment).needs_input_gradient
        self._meter = Meter(job.parts.facts, job.experiment.loss)
        # As the book's trainer.step(batch_size): a smaller last batch moves the weights less, instead of adding noise
        # before the evaluation.
        self.divisor = min(job.experiment.training.batch_size, len(job.parts.train))
        self._step_block = Step(
            self.net, build_loss(job.experiment), self._meter, self.divisor, job.experiment.penalty.on
        )
        self._evaluator = Evaluator(job.experiment, self._step_block, self._meter, self.arrays)
        self._live = live_settings(job.experiment)
        self._rate = self._live.learning_rate
        self.compile()
        self._random = np.random.RandomState(job.experiment.training.seed)
        self._divergence = DivergenceCheck(job.experiment)
        self._stopper = Stopper(job.experiment.stopping, self.net)
        self._pending: list[Event] = []
        self.seen: Seen | None = None
        self._seconds = 0.0
        self._final: EpochDone | None = None
        self._best: EpochDone | None = None

    def events(self) -> Iterator[Event]:
        """Train, and tell about it. Never raises; ``RunEnded`` always comes, and always last."""
        try:
            yield from self._train()
        except Cancelled:
            yield self._ended("stopped", say("Stopped."))
        except Diverged as reason:
            yield replace(self._ended("diverged", str(reason)), suggested_learning_rate=reason.suggested_learning_rate)
        except Exception as error:
            log.debug("Training failed", exc_info=True)
            yield self._ended(
                "failed", say("Training failed: {error}. Train again to start afresh.", error=essence(error))
            )

    def change(self, settings: LiveSettings) -> None:
        """Change learning rate, weight decay, penalty and dropout rates from the next batch on."""
        before, self._live = self._live, settings
        if settings == before:
            return
        self._divergence.change_rate(settings.learning_rate, self.step)
        self._trainer.optimizer.wd = settings.wd
        if (settings.dropout_rates, settings.l1, settings.l2) != (before.dropout_rates, before.l1, before.l2):
            self.compile()
        self._pending.append(SettingsChanged(self.job.run_id, self.step, settings))

    def show_masks(self, on: bool) -> None:
        """Keep in ``seen`` what the Dropout layers do from the next step on, or no longer: the last step stays seen."""
        if self.net.shows_masks != on:
            self.net.shows_masks = on
            self.compile()

    def evaluate(self, samples: Samples) -> Metrics:
        """Return loss and metrics in prediction mode."""
        return self._evaluator.metrics(samples, threading.Event())

    def predict(self, samples: Samples) -> NDArray[np.float32]:
        """Return float32 ``(n, number of classes or targets)``: see :func:`core.engine.network.predicted`."""
        return np.concatenate(list(self.predictions(samples)))

    def predictions(self, samples: Samples) -> Iterator[NDArray[np.float32]]:
        """Return what :meth:`predict` returns piece by piece; between two pieces it can be given up."""
        return self._evaluator.predictions(samples)

    def answers(self, X: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return what :meth:`predict` returns, for inputs ``(n, *input_shape)`` that are no samples.

        Args:
            X: as the network sees them: pixels from 0 to 1, columns scaled.

        Raises:
            GluonLabError: they do not fit the network, or are not all finite.
        """
        shape = self.job.parts.facts.input_shape
        if X.ndim != 1 + len(shape) or X.shape[1:] != shape or not len(X):
            wanted = "×".join(map(str, shape))
            raise GluonLabError(say("The network takes inputs of {wanted} numbers. Enter as many.", wanted=wanted))
        if not np.isfinite(X).all():
            raise GluonLabError(say("An input is not a finite number. Enter a smaller one."))
        return self._evaluator.answers(X)

    def save_parameters(self, path: Path) -> None:
        """Save all parameters in Gluon's format.

        Raises:
            ParametersError: why it could not be done; an old file stays as it was.
        """
        parameters.write_arrays(path, parameters.get_arrays(self.net))

    def load_parameters(self, path: Path) -> None:
        """Load all parameters from a file, or change nothing.

        Raises:
            ParametersError: the file is damaged or does not fit the network.
        """
        self.set_parameters(read_parameters(path, self.experiment), str(path))

    def set_parameters(self, arrays: parameters.Arrays, source: str) -> None:
        """Give the network all its parameters, or change nothing; ``source`` names them in an error message.

        Raises:
            ParametersError: they do not fit the network.
        """
        parameters.set_arrays(self.net, arrays, source)

    def close(self) -> None:
        """Let go of all arrays now, in the thread that made them; the run is of no use afterwards.

        Blocks, parameters and trainer point at each other in circles, which only the garbage collector would find, at
        any time and in any thread.
        """
        self._step_block.hybridize(False)
        self.seen = None
        for parameter in self.net.collect_params().values():
            parameter._data = parameter._grad = None
        self._trainer._updaters = []
        self._stopper.forget()

    def _train(self) -> Iterator[Event]:
        training, train = self.experiment.training, self.arrays.of(self.job.parts.train)
        pace = Pace(math.ceil(len(train) / training.batch_size), training.num_epochs)
        yield self._started(pace.steps_per_epoch)
        for epoch in range(1, training.num_epochs + 1):
            sums, seconds_before = self._meter.start(), self._seconds
            order = nd.array(self._random.permutation(len(train)), dtype="int32")
            for batch, share in enumerate(self._shares(pace), start=1):
                heed(self.job.cancel)
                yield from self._changes()
                self._set_rate(share * self._live.learning_rate)
                indices = order[(batch - 1) * training.batch_size : batch * training.batch_size]
                loss, totals = self._learn(train, indices)
                sums.add(loss, totals, len(indices))
                accuracy = self._meter.accuracy(totals, len(indices))
                yield BatchDone(self.job.run_id, self.step, epoch, batch, loss, accuracy)
                if self._stopper.time_is_up(self._seconds):
                    break
            done = self._look_back(epoch, self._meter.metrics(sums, train.variance), sums, seconds_before)
            reason = self._stopper.reason(done)
            self.is_complete = bool(reason) or epoch == training.num_epochs
            yield done
            if self.is_complete:
                break
        yield self._finished(done, reason)

    def _shares(self, pace: Pace) -> list[float]:
        """Return the share of the learning rate that each step of the epoch to come takes."""
        steps = np.arange(self.step + 1.0, self.step + 1.0 + pace.steps_per_epoch)
        shares: list[float] = self.experiment.schedule.shares(steps, pace).tolist()
        return shares

    def _set_rate(self, rate: float) -> None:
        if rate != self._rate:
            self._trainer.set_learning_rate(rate)
            self._rate = rate

    def _learn(self, train: Loaded, indices: Any) -> tuple[float, NDArray[np.float32]]:
        """Learn one minibatch; return its loss and the sums of the meter before the update."""
        start = perf_counter()
        X, y = nd.take(train.X, indices), nd.take(train.y, indices)
        if self._needs_input_gradient:
            X.attach_grad()
        with autograd.record():
            objective, sums, _, *seen = self._step_block(X, y)
        objective.backward()
        self._trainer.step(self.divisor)
        # Reading waits for the step: without it hundreds of batches would queue, and Stop wait for all of them.
        found = sums.asnumpy()
        self.step += 1
        self.seen = Seen(indices, self._live.dropout_rates, seen) if seen else None
        self._seconds += perf_counter() - start
        loss = float(found[0])
        self._divergence.look_at_loss(loss, self.step)
        return loss, found[1:]

    def _look_back(self, epoch: int, train: Metrics, sums: Sums, seconds_before: float) -> EpochDone:
        """Check and evaluate the network after an epoch, and tell about it."""
        speed = sums.num_samples / (self._seconds - seconds_before)
        self._divergence.look_at_weights(self.net, epoch)
        validation = self._evaluate_part(self.job.parts.validation)
        return EpochDone(
            self.job.run_id,
            self.step,
            epoch,
            train_loss=train.loss,
            train_accuracy=train.accuracy,
            validation_loss=validation.loss if validation else None,
            validation_accuracy=validation.accuracy if validation else None,
            samples_per_second=speed,
            seconds=self._seconds,
            train_metrics=train.others,
            validation_metrics=validation.others if validation else {},
            weight_norm=weight_norm(self.net),
            learning_rate=self._rate,
            confusion=validation.confusion if validation else None,
        )

    def _finished(self, last: EpochDone, reason: str) -> RunEnded:
        """Take back the best parameters, if early stopping is on, and evaluate the test part, only now."""
        message = say(
            "Finished after {epochs}: {reason}." if reason else "Finished after {epochs}.",
            epochs=counted(last.epoch, "epoch"),
            reason=reason,
        )
        best = self._stopper.best
        if best is not None and best is not last:
            self._stopper.take_back_best()
            message = say(
                "{message} The network has the parameters of epoch {epoch} again, the best one.",
                message=message,
                epoch=best.epoch,
            )
        self._stopper.forget()
        self._final, self._best = best or last, best
        test = self._evaluate_part(self.job.parts.test)
        ended = self._ended("finished", message)
        if test is not None:
            ended = replace(ended, test_loss=test.loss, test_accuracy=test.accuracy, test_metrics=test.others)
        return ended

    def _evaluate_part(self, samples: Samples | None) -> Metrics | None:
        if samples is None:
            return None
        start = perf_counter()
        metrics = self._evaluator.metrics(samples, self.job.cancel)
        self._seconds += perf_counter() - start
        return metrics

    def _changes(self) -> Iterator[Event]:
        while self._pending:
            yield self._pending.pop(0)

    def compile(self) -> None:
        """Make one operator of the step, with the penalty and the dropout rates of now."""
        set_dropout_rates(self.net, self.experiment, self._live.dropout_rates)
        self._step_block.penalise(self._live.l1, self._live.l2)
        if self._hybridizes:
            self._step_block.hybridize(static_alloc=True, static_shape=True)

    def _started(self, num_batches: int) -> RunStarted:
        parts = self.job.parts
        return RunStarted(
            self.job.run_id,
            self.experiment,
            num_train=len(parts.train),
            num_validation=len(parts.validation) if parts.validation else 0,
            num_test=len(parts.test) if parts.test else 0,
            batches_per_epoch=num_batches,
            num_parameters=inspect_stack(self.experiment).num_parameters,
        )

    def _ended(self, reason: EndReason, message: str) -> RunEnded:
        final = self._final
        return RunEnded(
            self.job.run_id,
            self.step,
            reason,
            message,
            validation_loss=final.validation_loss if final else None,
            validation_accuracy=final.validation_accuracy if final else None,
            seconds=self._seconds,
            parameters=self._few_parameters() if reason in ("finished", "stopped") else None,
            validation_metrics=final.validation_metrics if final else {},
            confusion=final.confusion if final else None,
            best_epoch=self._best.epoch if self._best else None,
        )

    def _few_parameters(self) -> parameters.Arrays | None:
        few = inspect_stack(self.experiment).num_parameters <= MAX_SHOWN_PARAMETERS
        return parameters.get_arrays(self.net) if few else None


def read_parameters(path: Path, experiment: Experiment) -> parameters.Arrays:
    """Read a parameter file for the network of an experiment; builds nothing, and draws no random numbers.

    Raises:
        ParametersError: the file is damaged or does not fit the network.
    """
    arrays = parameters.read_arrays(path)
    parameters.check_fit(gluon_parameter_shapes(experiment), arrays, str(path))
    return arrays


def _check(job: Job) -> None:
    stack = inspect_stack(job.experiment, in_folds=job.parts.validation is not None)
    if stack.problems:
        raise ExperimentError(" ".join(stack.problems))
    check_memory(job.experiment)
