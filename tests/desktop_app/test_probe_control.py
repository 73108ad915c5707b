"""Who is asked for probes, and who gets the answers: a fake engine, and views that record what they are told."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from core.events import ProbeTaken
from core.presets import load_preset
from core.probes import BoundaryProbe, GradientsProbe, WeightsProbe
from desktop_app.engine_messages import DataFailed, DataLoaded
from desktop_app.probe_control import ProbeControl
from desktop_app.run_control import RunControl
from tests.desktop_app.fakes import FakeHost, run_events

SPIRAL, CIRCLE, DIGITS = load_preset("spiral"), load_preset("circle"), load_preset("digits-mlp")
BOUNDARY, WEIGHTS, GRADIENTS = BoundaryProbe(), WeightsProbe(), GradientsProbe()


class View(QWidget):
    probes_changed = Signal()

    def __init__(self, *probes):
        super().__init__()
        self.wanted, self.told = probes, []

    def probes(self):
        return self.wanted

    def want(self, *probes):
        self.wanted = probes
        self.probes_changed.emit()

    def show_probe(self, taken):
        self.told.append(taken)

    def show_subject(self, subject):
        self.told.append(subject)

    def last(self):
        return self.told[-1]


class Stage:
    """Two views as tabs of a window; the first one is in front."""

    def __init__(self, qtbot):
        self.host = FakeHost()
        self.run = RunControl(self.host)
        self.control = ProbeControl(self.host, self.run)
        self.first, self.second = View(BOUNDARY), View(WEIGHTS, BOUNDARY)
        self.tabs = QTabWidget()
        qtbot.addWidget(self.tabs)
        for view in (self.first, self.second):
            self.tabs.addTab(view, "view")
            self.control.add(view)

    def edit(self, experiment):
        self.run.show_experiment(experiment)
        self.control.show_experiment(experiment)

    def open(self, experiment=SPIRAL):
        self.edit(experiment)
        self.tabs.show()

    def watched(self):
        return [what[1] for what in self.host.asked if what[0] == "watch"]


@pytest.fixture
def stage(qtbot):
    return Stage(qtbot)


def test_only_what_visible_views_need_is_asked(stage):
    stage.edit(SPIRAL)
    assert stage.watched() == []
    stage.tabs.show()
    assert stage.watched() == [(BOUNDARY,)]
    stage.tabs.setCurrentIndex(1)
    assert stage.watched()[-1] == (WEIGHTS, BOUNDARY)
    stage.tabs.hide()
    assert stage.watched()[-1] == ()
    number = len(stage.watched())
    stage.first.want(GRADIENTS)
    assert len(stage.watched()) == number


def test_a_visible_view_can_change_its_mind(stage):
    stage.open()
    stage.first.want(GRADIENTS)
    assert stage.watched()[-1] == (GRADIENTS,)
    stage.first.want(GRADIENTS)
    assert stage.watched()[-2:] == [(BOUNDARY,), (GRADIENTS,)]


def test_answers_go_to_the_visible_views_that_asked(stage):
    stage.open()
    boundary, weights = ProbeTaken(0, 1, BOUNDARY, {}), ProbeTaken(0, 1, WEIGHTS, {})
    stage.host.say(boundary, weights)
    assert stage.first.last() is boundary
    assert stage.second.told == []
    stage.tabs.setCurrentIndex(1)
    stage.host.say(boundary, weights)
    assert stage.second.told[-2:] == [boundary, weights]


def test_a_view_is_told_what_it_looks_into_when_it_comes_into_sight(stage):
    stage.open()
    (subject,) = stage.first.told
    assert (subject.experiment, subject.parts, subject.has_network) == (SPIRAL, None, False)
    assert stage.second.told == []
    parts = SPIRAL.data.load()
    stage.host.say(DataLoaded(SPIRAL.data, parts))
    assert stage.first.last().parts is parts
    stage.tabs.setCurrentIndex(1)
    assert stage.second.told == [stage.first.last()]
    stage.tabs.setCurrentIndex(0)
    assert len(stage.first.told) == 2


def test_views_look_into_the_network_while_there_is_one_and_then_into_the_settings_again(stage):
    stage.open()
    spiral, circle = SPIRAL.data.load(), CIRCLE.data.load()
    stage.host.say(DataLoaded(SPIRAL.data, spiral))
    stage.run.train_or_pause()
    assert stage.first.last().has_network
    stage.host.say(*run_events(SPIRAL, epochs=1, end=None))
    number = len(stage.first.told)
    stage.edit(CIRCLE)
    stage.host.say(DataLoaded(CIRCLE.data, circle))
    assert len(stage.first.told) == number, "the network is still that of the spiral"
    stage.host.go_to("ended")
    assert len(stage.first.told) == number
    stage.run.reset()
    stage.host.go_to("idle")
    subject = stage.first.last()
    assert (subject.experiment, subject.parts, subject.has_network) == (CIRCLE, circle, False)


def test_another_run_is_another_subject(stage):
    stage.open()
    stage.run.train_or_pause()
    first = stage.first.last()
    stage.host.go_to("ended")
    stage.run.train_or_pause()
    assert stage.first.last() is not first
    assert stage.first.last().has_network


def test_the_last_data_stay_in_sight_until_the_next_ones_are_loaded_or_failed(stage):
    stage.open()
    spiral, circle = SPIRAL.data.load(), CIRCLE.data.load()
    stage.host.say(DataLoaded(SPIRAL.data, spiral))
    number = len(stage.first.told)
    stage.edit(CIRCLE)
    assert len(stage.first.told) == number
    stage.host.say(DataLoaded(CIRCLE.data, circle))
    assert stage.first.last().parts is circle
    stage.edit(DIGITS)
    assert stage.first.last().parts is circle
    stage.host.say(DataFailed(DIGITS.data, "They are gone.", False))
    assert (stage.first.last().experiment, stage.first.last().parts) == (DIGITS, None)


def test_data_that_are_loaded_a_second_time_change_nothing(stage):
    stage.open()
    spiral = SPIRAL.data.load()
    stage.host.say(DataLoaded(SPIRAL.data, spiral))
    stage.run.train_or_pause()
    number = len(stage.first.told)
    stage.edit(CIRCLE)
    stage.host.say(DataLoaded(CIRCLE.data, CIRCLE.data.load()))
    stage.edit(SPIRAL)
    stage.host.say(DataLoaded(SPIRAL.data, SPIRAL.data.load()))
    assert len(stage.first.told) == number
    assert stage.first.last().parts is spiral


def test_a_view_that_begins_afresh_is_answered_again(stage):
    stage.open()
    stage.host.asked.clear()
    stage.host.say(DataLoaded(SPIRAL.data, SPIRAL.data.load()))
    assert stage.host.asked == [("watch", (BOUNDARY,), (BOUNDARY,), ())]


def test_a_view_that_comes_into_sight_is_answered_even_what_another_one_had_asked(stage, qtbot):
    stage.open()
    beside = View(BOUNDARY, GRADIENTS)
    qtbot.addWidget(beside)
    stage.control.add(beside)
    stage.host.asked.clear()
    beside.show()
    assert stage.host.asked == [("watch", (BOUNDARY, GRADIENTS), (BOUNDARY,), ())]
    stage.host.asked.clear()
    beside.want(GRADIENTS)
    assert stage.host.asked == []
    stage.first.want(WEIGHTS)
    assert stage.host.asked == [("watch", (WEIGHTS, GRADIENTS), (), ())]


class ViewWithPast(View):
    def __init__(self, *probes):
        super().__init__(*probes)
        self.kept = []

    def probes_for_later(self):
        return (GRADIENTS,) if self.told and self.told[0].has_network else ()

    def keep_probe(self, taken):
        self.kept.append(taken)


def test_a_hidden_view_with_a_past_is_served_while_there_is_a_network(stage):
    hidden = ViewWithPast(GRADIENTS)
    stage.tabs.addTab(hidden, "view")
    stage.control.add(hidden)
    stage.open()
    assert hidden.told == []
    assert stage.watched()[-1] == (BOUNDARY,)
    stage.run.train_or_pause()
    (subject,) = hidden.told
    assert subject.has_network
    assert stage.host.asked[-1] == ("watch", (BOUNDARY, GRADIENTS), (BOUNDARY,), (GRADIENTS,))
    early = ProbeTaken(stage.host.run_id, 1, GRADIENTS, {})
    stage.host.say(early, ProbeTaken(stage.host.run_id, 1, BOUNDARY, {}))
    assert (hidden.kept, len(hidden.told)) == ([early], 1)
    stage.tabs.setCurrentWidget(hidden)
    assert stage.host.asked[-1] == ("watch", (GRADIENTS,), (GRADIENTS,), ()), "it comes at once"
    late = ProbeTaken(stage.host.run_id, 2, GRADIENTS, {})
    stage.host.say(late)
    assert (hidden.kept, hidden.last()) == ([early], late)


def test_a_hidden_view_begins_its_past_anew_with_every_run(stage):
    hidden = ViewWithPast(GRADIENTS)
    stage.tabs.addTab(hidden, "view")
    stage.control.add(hidden)
    stage.open()
    stage.host.say(DataLoaded(SPIRAL.data, SPIRAL.data.load()))
    for number in (1, 2):
        stage.run.train_or_pause()
        assert len(hidden.told) == number
        stage.host.go_to("ended")
    assert stage.watched()[-2:] == [(BOUNDARY,), (BOUNDARY, GRADIENTS)], "not that of the run before"
    stage.run.reset()
    stage.host.go_to("idle")
    assert len(hidden.told) == 2
    assert stage.watched()[-1] == (BOUNDARY,)
