"""The worker in the one thread that ever touches MXNet."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np
from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot

from core.data import DataSet, Parts
from core.errors import DataError, DataMissingError, GluonLabError, ParametersError, essence
from core.events import BatchDone, EpochDone, Event, Predicted, ProbeTaken, RunEnded
from core.experiment import Experiment
from core.probes import Probe
from core.texts import say, unsaid
from desktop_app import engine_messages as messages
from desktop_app.engine_messages import Pace, Phase, Request
from desktop_app.mailbox import Mailbox
from desktop_app.probe_schedule import ProbeSchedule
from desktop_app.question_desk import QuestionDesk, refusal

if TYPE_CHECKING:
    from core.engine.arrays import Arrays
    from core.engine.probes import Prober
    from core.engine.training import Run

_SLICE_SECONDS = 0.015
_AT_REST: tuple[Phase, ...] = ("paused", "ended")

log = logging.getLogger(__name__)


class EngineWorker(QObject):
    """Fulfils requests in its thread, one after another, and advances the run in short slices between them."""

    woken = Signal()
    _again = Signal()

    def __init__(self, mailbox: Mailbox, data_dir: Path | None) -> None:
        super().__init__()
        self._mailbox = mailbox
        self._data_dir = data_dir
        self._data: tuple[DataSet, Parts] | None = None
        self._arrays: Arrays | None = None
        self._run: Run | None = None
        self._prober: Prober | None = None
        self._probes = ProbeSchedule(lambda: mailbox.num_taken, lambda: mailbox.drawing_seconds)
        self._questions = QuestionDesk(self._post, self)
        self._events: Iterator[Event] = iter(())
        self._pace: Pace = "pause"
        self._phase: Phase = "loading"
        self._run_id = 0
        self._scheduled = False
        self._again.connect(self._advance, Qt.ConnectionType.QueuedConnection)

    @Slot()
    def begin(self) -> None:
        """Import MXNet; the first thing that the thread does."""
        try:
            from core.engine.mx import mx
        except Exception as error:
            log.exception("MXNet cannot be imported")
            text = unsaid("MXNet cannot be loaded: {error}. 'gluon-lab doctor' says what is missing.")
            sentence = say(text, error=essence(error))
            self._post(messages.Failed(Request(), sentence))
            self._change_phase("broken")
            return
        self._post(messages.EngineReady(str(mx.__version__)))
        self._change_phase("idle")

    @Slot(object)
    def handle(self, request: Request) -> None:
        """Fulfil one request; whatever goes wrong becomes a message."""
        try:
            self._HANDLERS[type(request)](self, request)
        except Exception as error:
            if not isinstance(error, GluonLabError):
                log.exception("A request to the engine failed: %r", request)
            self._post(messages.Failed(request, refusal(error)))

    def _load_data(self, request: messages.LoadData) -> None:
        try:
            parts = self._parts(request.data)
        except DataError as error:
            missing = isinstance(error, DataMissingError)
            self._post(messages.DataFailed(request.data, str(error), missing))
        else:
            self._post(messages.DataLoaded(request.data, parts))

    def _start(self, request: messages.Start) -> None:
        self._drop_run()
        self._run_id = request.run_id
        try:
            self._take_up(self._new_run(request.run_id, request.experiment, request.cancel))
        except Exception:
            self._rest()
            raise
        self._go(request.pace)

    def _set_pace(self, request: messages.SetPace) -> None:
        if self._run is not None and self._phase != "ended":
            # A run that was told to stop does not pause on its way to the end.
            self._go("run" if self._run.job.cancel.is_set() else request.pace)

    def _change(self, request: messages.Change) -> None:
        if self._run is not None and self._phase != "ended":
            self._run.change(request.settings)

    def _discard(self, request: messages.Discard) -> None:
        self._drop_run()
        self._run_id = request.run_id
        self._rest()

    def _predict(self, request: messages.Predict) -> None:
        self._post(messages.PredictionAnswered(request, self._predicted(request)))

    def _predicted(self, request: messages.Predict) -> Predicted | None:
        run = self._run
        # The data set may have been edited since the run began: its network is not judged by other samples.
        if run is None or run.experiment.data != request.data:
            return None
        parts = run.job.parts
        samples = {"train": parts.train, "validation": parts.validation, "test": parts.test}[request.part]
        if samples is None:
            return None
        outputs = []
        for piece in run.predictions(samples):
            # All training images take longer than a Stop may wait. Who asked asks again when the run has ended.
            if self._phase != "ended" and run.job.cancel.is_set():
                return None
            outputs.append(piece)
        has_probabilities = run.experiment.loss.gives_probabilities
        return Predicted(self._run_id, run.step, request.part, np.concatenate(outputs), has_probabilities)

    def _classify(self, request: messages.Classify) -> None:
        run = self._run
        if run is None or run.experiment.data != request.data:
            self._post(messages.Classified(request, 0, None))
            return
        outputs = run.answers(request.X)
        self._post(messages.Classified(request, run.step, outputs, run.experiment.loss.gives_probabilities))

    def _watch(self, request: messages.Watch) -> None:
        new = self._probes.watch(request.probes, request.again, request.for_later)
        if self._prober is not None:
            self._prober.watch(request.probes)
        if self._phase in _AT_REST:
            self._look(new)

    def _set_weight(self, request: messages.SetWeight) -> None:
        from core.engine.interventions import set_weight

        if self._run is not None:
            self._post(set_weight(self._run, request.name, request.index, request.value))
            assert self._prober is not None
            # No step made this difference.
            self._prober.copies.clear()
            self._probes.hasten()
            self._look_at_rest()

    def _switch_unit(self, request: messages.SwitchUnit) -> None:
        from core.engine.interventions import switch_unit

        if self._run is not None:
            self._post(switch_unit(self._run, request.layer, request.unit, request.on))
            self._probes.hasten()
            self._look_at_rest()

    def _ask(self, request: messages.Ask) -> None:
        self._questions.take(request.question)

    def _save_parameters(self, request: messages.SaveParameters) -> None:
        if self._run is None:
            raise ParametersError(say("There is no network yet whose parameters could be saved. Press Train first."))
        self._run.save_parameters(request.path)
        self._post(messages.ParametersSaved(request.path))

    def _load_parameters(self, request: messages.LoadParameters) -> None:
        from core.engine.training import read_parameters

        # Building a network draws random numbers, which the present run must not notice if the file is of no use.
        arrays = read_parameters(request.path, request.experiment)
        run = self._new_run(request.run_id, request.experiment, request.cancel)
        validation = run.job.parts.validation
        try:
            run.set_parameters(arrays, str(request.path))
            metrics = run.evaluate(validation) if validation is not None else None
        except Exception:
            run.close()
            raise
        self._drop_run()
        self._run_id = request.run_id
        self._take_up(run)
        loss, accuracy = (metrics.loss, metrics.accuracy) if metrics else (None, None)
        self._post(messages.ParametersLoaded(request.run_id, request.experiment, request.path, loss, accuracy))
        self._change_phase("paused")

    def _heed(self, request: messages.Heed) -> None:
        self._post(messages.Heeded(request.number))

    def _close(self, _request: messages.Close) -> None:
        # Arrays are let go in the thread that made them. Whatever becomes of that, the thread ends.
        try:
            self._questions.clear()
            self._drop_run()
            self._data = self._arrays = None
        finally:
            QThread.currentThread().quit()

    _HANDLERS: ClassVar[dict[type[Request], Any]] = {
        messages.LoadData: _load_data,
        messages.Start: _start,
        messages.SetPace: _set_pace,
        messages.Change: _change,
        messages.Discard: _discard,
        messages.Predict: _predict,
        messages.Classify: _classify,
        messages.Watch: _watch,
        messages.SetWeight: _set_weight,
        messages.SwitchUnit: _switch_unit,
        messages.Ask: _ask,
        messages.SaveParameters: _save_parameters,
        messages.LoadParameters: _load_parameters,
        messages.Heed: _heed,
        messages.Close: _close,
    }

    def _drop_run(self) -> None:
        if self._run is not None:
            self._run.close()
        self._run, self._prober, self._events, self._pace = None, None, iter(()), "pause"

    def _take_up(self, run: Run) -> None:
        from core.engine.probes import Prober

        self._run, self._events, self._prober = run, run.events(), Prober(run)
        self._probes.restart()

    def _new_run(self, run_id: int, experiment: Experiment, cancel: threading.Event) -> Run:
        from core.engine.arrays import Arrays
        from core.engine.training import Job, Run

        if self._arrays is None:
            self._arrays = Arrays()
        return Run(Job(run_id, experiment, self._parts(experiment.data), cancel), self._arrays)

    def _parts(self, data: DataSet) -> Parts:
        if self._data is None or self._data[0] != data:
            self._data = None
            self._data = data, data.load(self._data_dir)
        return self._data[1]

    def _go(self, pace: Pace) -> None:
        self._pace = pace
        self._change_phase("paused" if pace == "pause" else "running")
        self._schedule()

    def _schedule(self) -> None:
        # At most one slice is queued: a second one would run the network twice as often as its requests are heard.
        if not self._scheduled and self._pace != "pause":
            self._scheduled = True
            self._again.emit()

    @Slot()
    def _advance(self) -> None:
        """Train for one slice, then let waiting requests through."""
        self._scheduled = False
        try:
            self._train_for_a_slice()
        except Exception as error:
            # What can be foreseen ends the run with an event. A mistake of ours must not stop the thread.
            log.exception("The run broke off")
            self._drop_run()
            self._rest()
            sentence = say("The run broke off: {error}. Press Train to start again.", error=essence(error))
            self._post(messages.Failed(Request(), sentence))

    def _train_for_a_slice(self) -> None:
        deadline = perf_counter() + _SLICE_SECONDS
        while self._pace != "pause" and perf_counter() < deadline:
            event = next(self._events, None)
            if event is None:
                self._pace = "pause"
                return
            self._post(event)
            self._stop_where_asked(event)
            if self._prober is not None and self._phase == "running":
                if isinstance(event, BatchDone):
                    self._prober.trail.note()
                # A single step is looked at when it rests: then its answer also says that the next one may be asked.
                if self._pace != "batch" or not isinstance(event, BatchDone):
                    self._look(self._probes.due())
        self._schedule()

    def _stop_where_asked(self, event: Event) -> None:
        if isinstance(event, RunEnded):
            self._pace = "pause"
            if event.reason == "failed":
                # After an error inside MXNet the network cannot be trusted.
                self._drop_run()
            self._change_phase("ended")
            return
        assert self._run is not None
        training, parts = self._run.experiment.training, self._run.job.parts
        # A step that completes an epoch, or the run, takes the evaluation along.
        if self._pace == "batch" and isinstance(event, BatchDone):
            reached = event.batch * training.batch_size < len(parts.train)
        else:
            reached = self._pace in ("batch", "epoch") and isinstance(event, EpochDone) and not self._run.is_complete
        if reached:
            self._pace = "pause"
            self._change_phase("paused")

    def _rest(self) -> None:
        # Without MXNet there is nothing to be ready for.
        if self._phase not in ("loading", "broken"):
            self._change_phase("idle")

    def _change_phase(self, phase: Phase) -> None:
        self._phase = phase
        self._post(messages.PhaseChanged(self._run_id, phase))
        self._look_at_rest()

    def _look_at_rest(self) -> None:
        if self._phase in _AT_REST:
            self._look(self._probes.probes)

    def _look(self, probes: tuple[Probe, ...]) -> None:
        """Take probes and post the answers; a probe that fails is not taken again."""
        for probe in probes:
            start = perf_counter()
            try:
                taken = self._answer(probe)
            except Exception as error:
                log.exception("A probe failed: %r", probe)
                self._probes.forget(probe)
                sentence = say("Looking inside failed: {error}.", error=essence(error))
                self._post(messages.Failed(messages.Watch((probe,)), sentence))
                continue
            if taken is not None:
                self._post(taken)
                self._probes.note(probe, perf_counter() - start, self._mailbox.num_put)

    def _answer(self, probe: Probe) -> ProbeTaken | None:
        """Return the answer to a probe; None without a network, if the run is to stop first, or if it comes later."""
        run = self._run
        if run is None or self._prober is None:
            return None
        self._prober.at_rest = self._phase in _AT_REST
        look = self._prober.look(probe)
        while self._phase == "ended" or not run.job.cancel.is_set():
            try:
                next(look)
            except StopIteration as end:
                taken: ProbeTaken | None = end.value
                return taken
        return None

    def _post(self, message: object) -> None:
        if self._mailbox.put(message):
            self.woken.emit()
