"""Asks for the probes that visible views need, and hands them the answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, SignalInstance, Slot
from PySide6.QtWidgets import QWidget

from core.data import DataSet, Parts
from core.events import ProbeTaken
from core.experiment import Experiment
from core.probes import Probe, Subject
from desktop_app.engine_host import EngineHost
from desktop_app.engine_messages import DataFailed, DataLoaded
from desktop_app.run_control import RunControl


class ProbeView(Protocol):
    """A widget that shows what probes see; nothing is taken for it while it is hidden."""

    probes_changed: SignalInstance
    """Emitted without arguments when :meth:`probes` has changed."""

    def probes(self) -> tuple[Probe, ...]:
        """Return what the view needs now."""

    def show_probe(self, taken: ProbeTaken) -> None:
        """Show an answer to one of the probes."""

    def show_subject(self, subject: Subject) -> None:
        """Begin afresh: answers from now on are about this. Called before the first answer."""


@runtime_checkable
class ViewWithPast(ProbeView, Protocol):
    """A view that shows how something came about, even if it is opened late.

    While it is hidden it is told of networks, not of experiments that are only edited.
    """

    def probes_for_later(self) -> tuple[Probe, ...]:
        """Return what to ask now and then while nobody sees the answers; they come to :meth:`keep_probe`."""

    def keep_probe(self, taken: ProbeTaken) -> None:
        """Keep an answer without drawing it."""


class ProbeControl(QObject):
    """Keeps the engine informed of what visible views need.

    A new view is one call of :meth:`add`.
    """

    def __init__(self, host: EngineHost, run: RunControl, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._host, self._run = host, run
        self._views: list[ProbeView] = []
        self._shown: dict[int, object] = {}
        self._experiment: Experiment | None = None
        self._loaded: dict[DataSet, Parts] = {}
        self._failed: DataSet | None = None
        self._subject: Subject | None = None
        self._key: tuple[Experiment, Parts | None, int | None] | None = None
        self._asked: tuple[tuple[Probe, ...], tuple[Probe, ...]] = (), ()
        self._unanswered: set[ProbeView] = set()
        host.received.connect(self._on_received)
        run.state_changed.connect(self._follow)

    def add(self, view: ProbeView) -> None:
        """Serve a view, a QWidget, whenever it is visible."""
        assert isinstance(view, QWidget)
        self._views.append(view)
        view.probes_changed.connect(self._ask)
        view.installEventFilter(self)
        self._follow()

    def remove(self, view: ProbeView) -> None:
        """Serve a view no longer."""
        assert isinstance(view, QWidget)
        view.removeEventFilter(self)
        view.probes_changed.disconnect(self._ask)
        self._views = [other for other in self._views if other is not view]
        self._unanswered.discard(view)
        self._shown.pop(id(view), None)

    @Slot(object)
    def show_experiment(self, experiment: Experiment) -> None:
        """Take note of the experiment that is being edited; it is looked into as long as there is no network."""
        self._experiment = experiment
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice which views come into sight and which go."""
        if event.type() == QEvent.Type.Show:
            self._unanswered.update(view for view in self._visible() if id(view) == id(watched))
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self._follow()
        return False

    @Slot(object)
    def _on_received(self, received: Sequence[object]) -> None:
        for message in received:
            if isinstance(message, DataLoaded):
                self._keep(message.data, message.parts)
            elif isinstance(message, DataFailed):
                self._failed = message.data
                self._follow()
            elif isinstance(message, ProbeTaken):
                self._hand_over(message)

    def _hand_over(self, taken: ProbeTaken) -> None:
        visible = self._visible()
        for view in self._views:
            if view in visible and taken.probe in view.probes():
                view.show_probe(taken)
            elif isinstance(view, ViewWithPast) and self._knows(view) and taken.probe in view.probes_for_later():
                view.keep_probe(taken)

    def _knows(self, view: ProbeView) -> bool:
        """Tell whether a view, perhaps a hidden one, has been told what the answers of now are about."""
        return self._shown.get(id(view)) is self._subject

    def _keep(self, data: DataSet, parts: Parts) -> None:
        wanted = [experiment.data for experiment in (self._experiment, self._run.running_experiment) if experiment]
        # Loaded a second time they are the same: what views have seen of them so far stays.
        self._loaded = {data: parts} | {data: parts for data, parts in self._loaded.items() if data in wanted}
        self._follow()

    @Slot()
    def _follow(self) -> None:
        """Tell visible views what they look into, if that is new, and ask for what they need."""
        experiment = self._run.running_experiment or self._experiment
        if experiment is None:
            return
        key = experiment, self._loaded.get(experiment.data), self._network()
        # While other data are being loaded, the picture of the last ones stays, instead of flashing up and away.
        loading = key[1:] == (None, None) and experiment.data != self._failed
        if self._subject is None or (key != self._key and not loading):
            self._key = key
            self._subject = Subject(experiment, key[1], has_network=key[2] is not None)
        visible = self._visible()
        for view in self._views:
            keeps_past = isinstance(view, ViewWithPast) and self._subject.has_network
            if (view in visible or keeps_past) and not self._knows(view):
                self._shown[id(view)] = self._subject
                self._unanswered.add(view)
                view.show_subject(self._subject)
        self._ask()

    def _network(self) -> int | None:
        """Return the number of the run whose network is there."""
        running = self._run.running_experiment is not None and self._host.phase in ("running", "paused", "ended")
        return self._host.run_id if running else None

    @Slot()
    def _ask(self) -> None:
        visible = self._visible()
        seen = dict.fromkeys(probe for view in visible for probe in view.probes())
        pasts = [view for view in self._views if isinstance(view, ViewWithPast) and self._knows(view)]
        for_later = dict.fromkeys(probe for view in pasts for probe in view.probes_for_later() if probe not in seen)
        wanted = (*seen, *for_later), tuple(for_later)
        # A view that begins afresh has nothing yet of what was answered before, to itself or to another view.
        needed = [probe for view in visible if view in self._unanswered for probe in view.probes()]
        needed += [probe for view in pasts if view in self._unanswered for probe in view.probes_for_later()]
        # What was taken for later comes at once as soon as it is to be seen.
        needed += [probe for probe in self._asked[1] if probe in seen]
        again = tuple(dict.fromkeys(probe for probe in needed if probe in self._asked[0]))
        self._unanswered.clear()
        if again or wanted != self._asked:
            self._asked = wanted
            self._host.watch(wanted[0], again, wanted[1])

    def _visible(self) -> list[ProbeView]:
        return [view for view in self._views if isinstance(view, QWidget) and view.isVisible()]
