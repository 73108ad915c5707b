from __future__ import annotations

import numpy as np
import pytest

from core.events import Predicted
from core.experiment import with_value
from core.presets import load_preset
from desktop_app.engine_messages import Predict, PredictionAnswered
from desktop_app.prediction_control import PredictionControl
from tests.desktop_app.fakes import FakeHost, run_events


@pytest.fixture
def host(qapp):
    host = FakeHost()
    host.run_id = 1
    return host


DIGITS = load_preset("digits-mlp")


@pytest.fixture
def control(host):
    control = PredictionControl(host)
    control.show_experiment(DIGITS)
    return control


def events(**kwargs):
    return list(run_events(DIGITS, **kwargs))


def asked(part):
    return ("predict", DIGITS.data, part)


def answer(part, data=DIGITS.data):
    return PredictionAnswered(Predict(data, part), Predicted(1, 3, part, np.zeros((1, 10), np.float32)))


def test_the_late_word_of_a_network_that_was_reset_is_not_shown(control, host):
    told = []
    control.set_active(True)
    host.go_to("paused")
    control.predicted.connect(told.append)
    host.run_id = 2
    host.go_to("idle")
    host.say(answer("validation"))
    assert told == [None]
    host.go_to("paused")
    assert host.asked == [asked("validation")] * 2


def test_nobody_looking_nothing_asked(control, host):
    host.go_to("running")
    host.say(*events())
    host.go_to("ended")
    assert host.asked == []


def test_every_epoch_one_question_but_never_two_at_once(control, host):
    control.set_active(True)
    host.go_to("running")
    host.say(*events(epochs=3, end=None))
    assert host.asked == [asked("validation")]
    host.say(*events(epochs=1, end=None)[1:])
    assert len(host.asked) == 1
    host.say(answer("validation"))
    assert host.asked == [asked("validation")] * 2


def test_looking_later_asks_then(control, host):
    host.go_to("running")
    host.say(*events(epochs=1, end=None))
    control.set_active(True)
    assert host.asked == [asked("validation")]


def test_test_part_only_after_the_run_has_finished(control, host):
    control.set_active(True)
    host.go_to("running")
    control.set_part("test")
    host.say(*events(epochs=1, end=None))
    assert host.asked == []
    host.say(*events(epochs=1)[-1:])
    host.go_to("ended")
    assert asked("test") in host.asked


def test_test_part_stays_closed_after_a_stop(control, host):
    control.set_active(True)
    control.set_part("test")
    host.go_to("running")
    host.say(*events(epochs=1, end="stopped"))
    host.go_to("ended")
    assert host.asked == []


def test_an_answer_about_other_data_or_another_part_is_not_shown(control, host, qtbot):
    control.set_active(True)
    host.go_to("running")
    host.say(*events(epochs=1, end=None))
    other = with_value(DIGITS, "data.seed", 5)
    with qtbot.waitSignal(control.predicted) as predicted:
        control.show_experiment(other)
    assert predicted.args == [None]
    with qtbot.assertNotEmitted(control.predicted):
        host.say(answer("validation"))
        host.say(answer("train", other.data))
    with qtbot.waitSignal(control.predicted):
        host.say(answer("validation", other.data))


def test_an_answer_without_predictions_lets_the_next_question_through(control, host):
    control.set_active(True)
    host.go_to("running")
    host.say(*events(epochs=1, end=None))
    host.say(PredictionAnswered(Predict(DIGITS.data, "validation"), None))
    control.set_part("train")
    assert host.asked == [asked("validation"), asked("train")]


def test_a_reset_closes_the_test_part_again(control, host):
    control.set_active(True)
    host.go_to("running")
    host.say(*events(epochs=1))
    host.go_to("ended")
    host.go_to("idle")
    host.go_to("paused")
    control.set_part("test")
    assert asked("test") not in host.asked


def test_without_a_network_there_are_no_predictions(control, host, qtbot):
    control.set_active(True)
    control.set_part("train")
    assert host.asked == []
    with qtbot.waitSignal(control.predicted) as predicted:
        host.go_to("idle")
    assert predicted.args == [None]


def test_with_an_interval_epochs_that_come_fast_are_asked_about_now_and_then(host, qtbot):
    control = PredictionControl(host, interval_ms=80)
    control.show_experiment(DIGITS)
    control.set_active(True)
    host.go_to("running")
    for _ in range(5):
        host.say(*events(epochs=1, end=None))
        host.say(answer("validation"))
    assert host.asked == [asked("validation")]
    qtbot.waitUntil(lambda: len(host.asked) == 2)
    host.say(answer("validation"))
    control.set_part("train")
    assert host.asked[2:] == [asked("train")], "what the user does is answered at once"
    host.say(answer("train"))
    host.go_to("ended")
    assert host.asked[3:] == [asked("train")]
    control.deleteLater()
