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
from core.engine.memory import check_memory, evaluation_batch
from core.engine.mx import mx
from core.engine.network import Step, build_loss, build_network, build_trainer, predicted, set_dropout_rates
from core.errors import DataError, ExperimentError, essence
from core.events import MAX_SHOWN_PARAMETERS, BatchDone, EpochDone, Event, RunEnded, RunStarted, SettingsChanged
from core.experiment import Experiment, LiveSettings, live_settings
from core.sentences import counted
from core.stack import gluon_parameter_shapes, inspect_stack

nd, autograd = mx.nd, mx.autograd

log = logging.getLogger(__name__)

# A loss this many times the first one (or 1, if that was smaller) will not come back.
_HOPELESS_GROWTH = 1e6


@dataclass(frozen=True)
class Job:
    """What the engine is asked to do. Setting ``cancel`` stops the run at the next batch."""

    run_id: int
    experiment: Experiment
    parts: Parts
    cancel: threading.Event


@dataclass(frozen=True)
class Metrics:
    """Mean loss and, for classification, accuracy (0 to 1) over some samples."""

    loss: float
    accuracy: float | None


class _Diverged(Exception):  # noqa: N818 - ends a run, is no error
    def __init__(self, message: str, suggested_learning_rate: float | None = None) -> None:
        super().__init__(message)
        self.suggested_learning_rate = suggested_learning_rate


@dataclass
class _Sums:
    """Loss and right answers, summed over samples."""

    loss: float = 0.0
    hits: float = 0.0
    num_samples: int = 0

    def add(self, mean_loss: float, hits: float, num_samples: int) -> None:
        self.loss += mean_loss * num_samples
        self.hits += hits
        self.num_samples += num_samples


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
        self._arrays = Arrays() if arrays is None else arrays
        self._arrays.keep_only(job.parts)
        _check(job)
        self.net = build_network(job.experiment)
        self._trainer = build_trainer(job.experiment, self.net)
        self._is_classifier = job.parts.facts.task == "classification"
        self._step_block = Step(self.net, build_loss(job.experiment), job.experiment.loss.decision)
        self._compile()
        self._random = np.random.RandomState(job.experiment.training.seed)
        self._live = live_settings(job.experiment)
        self._pending: list[Event] = []
        self._rate_before: float | None = None
        self._step_of_rate = 0
        self._seconds = 0.0
        self._worst_loss = _HOPELESS_GROWTH

    def events(self) -> Iterator[Event]:
        """Train, and tell about it. Never raises; ``RunEnded`` always comes, and always last."""
        try:
            yield from self._train()
        except _Diverged as reason:
            yield replace(self._ended("diverged", str(reason)), suggested_learning_rate=reason.suggested_learning_rate)
        except Exception as error:
            log.debug("Training failed", exc_info=True)
            yield self._ended("failed", f"Training failed: {essence(error)}. Train again to start afresh.")

    def change(self, settings: LiveSettings) -> None:
        """Change learning rate, weight decay and dropout rates from the next batch on."""
        if settings == self._live:
            return
        if settings.learning_rate != self._live.learning_rate and self.step > self._step_of_rate:
            # At least one step went well with it.
            self._rate_before, self._step_of_rate = self._live.learning_rate, self.step
        self._trainer.set_learning_rate(settings.learning_rate)
        self._trainer.optimizer.wd = settings.wd
        if settings.dropout_rates != self._live.dropout_rates:
            set_dropout_rates(self.net, self.experiment, settings.dropout_rates)
            self._compile()
        self._live = settings
        self._pending.append(SettingsChanged(self.job.run_id, self.step, settings))

    def evaluate(self, samples: Samples) -> Metrics:
        """Return loss and accuracy in prediction mode."""
        metrics = self._metrics(samples, threading.Event())
        assert metrics is not None
        return metrics

    def predict(self, samples: Samples) -> NDArray[np.float32]:
        """Return float32 ``(n, number of classes or targets)``: see :func:`core.engine.network.predicted`."""
        return np.concatenate(list(self.predictions(samples)))

    def predictions(self, samples: Samples) -> Iterator[NDArray[np.float32]]:
        """Yield what :meth:`predict` returns piece by piece; between two pieces it can be given up."""
        for X, _ in self._chunks(self._arrays.of(samples)):
            yield predicted(self.net(X), self.experiment.loss).asnumpy()

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
        for parameter in self.net.collect_params().values():
            parameter._data = parameter._grad = None
        self._trainer._updaters = []

    def _train(self) -> Iterator[Event]:
        parts, training = self.job.parts, self.experiment.training
        train, size = self._arrays.of(parts.train), training.batch_size
        num_batches = math.ceil(len(train) / size)
        yield self._started(num_batches)
        validation_metrics: Metrics | None = None
        for epoch in range(1, training.num_epochs + 1):
            sums, seconds_before = _Sums(), self._seconds
            order = nd.array(self._random.permutation(len(train)), dtype="int32")
            for batch in range(1, num_batches + 1):
                if self.job.cancel.is_set():
                    yield self._ended("stopped", "Stopped.")
                    return
                yield from self._changes()
                indices = order[(batch - 1) * size : batch * size]
                num_samples = min(size, len(train) - (batch - 1) * size)
                loss, hits = self._learn(train, indices)
                sums.add(loss, hits, num_samples)
                yield BatchDone(self.job.run_id, self.step, epoch, batch, loss, self._accuracy(hits, num_samples))
            speed = len(train) / (self._seconds - seconds_before)
            self._check_weights(epoch)
            validation_metrics = self._evaluate_part(parts.validation)
            if parts.validation is not None and validation_metrics is None:
                yield self._ended("stopped", "Stopped.")
                return
            yield self._epoch_done(epoch, self._means(sums), validation_metrics, speed)
        test_metrics = self._evaluate_part(parts.test)
        if parts.test is not None and test_metrics is None:
            yield self._ended("stopped", "Stopped.", validation_metrics)
            return
        message = f"Finished after {counted(training.num_epochs, 'epoch')}."
        yield self._ended("finished", message, validation_metrics, test_metrics)

    def _learn(self, train: Loaded, indices: Any) -> tuple[float, float]:
        """Learn one minibatch; return its loss and the number of right answers before the update."""
        start = perf_counter()
        X, y = nd.take(train.X, indices), nd.take(train.y, indices)
        with autograd.record():
            losses, metrics = self._step_block(X, y)
        losses.backward()
        # As the book's trainer.step(batch_size): a smaller last batch moves the weights less, instead of adding noise
        # before the evaluation.
        self._trainer.step(min(self.experiment.training.batch_size, len(train)))
        # Reading waits for the step: without it hundreds of batches would queue, and Stop wait for all of them.
        loss, hits = metrics.asnumpy().tolist()
        self.step += 1
        self._seconds += perf_counter() - start
        self._check_loss(loss)
        return loss, hits

    def _check_loss(self, loss: float) -> None:
        if self.step == 1 and math.isfinite(loss):
            self._worst_loss = _HOPELESS_GROWTH * max(1.0, abs(loss))
        if self.step == 1 and not math.isfinite(loss):
            raise _Diverged(
                "The very first loss is not a finite number: the first weights are too large for this network. "
                "Choose a smaller initialiser, such as Xavier, and train again."
            )
        if not math.isfinite(loss):
            raise self._too_fast(f"The loss is not a finite number any more at step {self.step}")
        if abs(loss) > self._worst_loss:
            raise self._too_fast(f"The loss has grown to {loss:.2g} at step {self.step}")

    def _check_weights(self, epoch: int) -> None:
        # ReLU turns NaN into 0: a loss can look fine while weights are not.
        for name, parameter in self.net._collect_params_with_prefix().items():
            if not nd.contrib.isfinite(parameter.data()).min().asscalar():
                raise self._too_fast(f"{name} holds values that are not finite numbers after epoch {epoch}")

    def _too_fast(self, what: str) -> _Diverged:
        rate = self._live.learning_rate
        # What went well before the rate was raised, or else a tenth, which is often still too much for wild values.
        lower = min(rate / 10, self.experiment.optimizer.usual_limit)
        if self._rate_before is not None and self._rate_before < rate:
            lower = self._rate_before
        # As a person would write it: 0.07, not 0.06999999999999999.
        lower = float(f"{lower:.6g}")
        return _Diverged(
            f"{what}: training has diverged. The steps are too large. "
            f"Lower the learning rate from {rate:g} to {lower:g} or less and train again.",
            lower,
        )

    def _evaluate_part(self, samples: Samples | None) -> Metrics | None:
        if samples is None:
            return None
        start = perf_counter()
        metrics = self._metrics(samples, self.job.cancel)
        self._seconds += perf_counter() - start
        return metrics

    def _metrics(self, samples: Samples, cancel: threading.Event) -> Metrics | None:
        """Return metrics over all samples, or None as soon as ``cancel`` is set."""
        sums = _Sums()
        for X, y in self._chunks(self._arrays.of(samples)):
            if cancel.is_set():
                return None
            loss, hits = self._step_block(X, y)[1].asnumpy().tolist()
            sums.add(loss, hits, len(X))
        return self._means(sums)

    def _chunks(self, samples: Loaded) -> Iterator[tuple[Any, Any]]:
        size = evaluation_batch(self.experiment)
        for start in range(0, len(samples), size):
            yield samples.X[start : start + size], samples.y[start : start + size]

    def _changes(self) -> Iterator[Event]:
        while self._pending:
            yield self._pending.pop(0)

    def _compile(self) -> None:
        self._step_block.hybridize(static_alloc=True, static_shape=True)

    def _means(self, sums: _Sums) -> Metrics:
        return Metrics(sums.loss / sums.num_samples, self._accuracy(sums.hits, sums.num_samples))

    def _accuracy(self, hits: float, num_samples: int) -> float | None:
        return hits / num_samples if self._is_classifier else None

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

    def _epoch_done(self, epoch: int, train: Metrics, validation: Metrics | None, speed: float) -> EpochDone:
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
        )

    def _ended(
        self, reason: Any, message: str, validation: Metrics | None = None, test: Metrics | None = None
    ) -> RunEnded:
        return RunEnded(
            self.job.run_id,
            self.step,
            reason,
            message,
            validation_loss=validation.loss if validation else None,
            validation_accuracy=validation.accuracy if validation else None,
            test_loss=test.loss if test else None,
            test_accuracy=test.accuracy if test else None,
            seconds=self._seconds,
            parameters=self._few_parameters() if reason in ("finished", "stopped") else None,
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
    stack = inspect_stack(job.experiment)
    if stack.problems:
        raise ExperimentError(" ".join(stack.problems))
    for part in (job.parts.train, job.parts.validation, job.parts.test):
        # MXNet clips labels out of range silently.
        if part is not None and job.parts.facts.task == "classification":
            low, high = int(part.y.min()), int(part.y.max())
            if low < 0 or high >= job.parts.facts.num_outputs:
                raise DataError(
                    f"The data hold the label {low if low < 0 else high}, but there are only "
                    f"{job.parts.facts.num_outputs} classes, counted from 0."
                )
    check_memory(job.experiment)
