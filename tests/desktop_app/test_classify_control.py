from __future__ import annotations

import numpy as np
import pytest

from core.errors import GluonLabError
from core.presets import load_preset
from core.probes import Subject
from desktop_app.classify_control import INTERVAL_MS, ClassifyControl
from desktop_app.engine_messages import Classified, Classify, Failed
from desktop_app.plots.own import OwnView
from tests.core.engine.runs import small
from tests.desktop_app.bench import bench
from tests.desktop_app.fakes import FakeHost, run_events

__all__ = ["bench"]

IRIS = load_preset("iris")
OUTPUTS = np.array([[0.2, 0.5, 0.3]], np.float32)


@pytest.fixture
def view(qtbot):
    view = OwnView()
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    return view


@pytest.fixture
def host(qapp):
    return FakeHost("paused")


@pytest.fixture
def control(host, view):
    control = ClassifyControl(host, view, view)
    view.show_subject(Subject(IRIS, IRIS.data.load(), has_network=True))
    return control


def answer(host, step=3, data=IRIS.data):
    host.say(Classified(Classify(data, host.asked[-1][2]), step, OUTPUTS))


def test_many_changes_are_one_question_at_a_time(control, host, view, qtbot):
    assert len(host.asked) == 1
    for text in ("5", "6", "7"):
        view.row.show_texts([text, "3", "4", "1"])
    assert len(host.asked) == 1
    answer(host)
    qtbot.waitUntil(lambda: len(host.asked) == 2, timeout=20 * INTERVAL_MS)
    np.testing.assert_array_equal(host.asked[1][2], view.inputs())
    answer(host, step=4)
    assert view.answer.headline.text() == "versicolor · 50.0 %"
    assert view.answer.text.text() == "after step 4"


def test_it_asks_again_after_every_epoch_and_at_the_end(control, host, qtbot):
    answer(host)
    host.say(*run_events(IRIS, epochs=1, end=None))
    qtbot.waitUntil(lambda: len(host.asked) == 2, timeout=20 * INTERVAL_MS)
    answer(host)
    host.go_to("ended")
    qtbot.waitUntil(lambda: len(host.asked) == 3, timeout=20 * INTERVAL_MS)


def test_hidden_it_asks_nothing_and_shown_again_it_asks(control, host, view, qtbot):
    answer(host)
    view.hide()
    view.row.show_texts(["7", "3", "4", "1"])
    host.go_to("ended")
    assert len(host.asked) == 1
    view.show()
    control.refresh()
    qtbot.waitUntil(lambda: len(host.asked) == 2, timeout=20 * INTERVAL_MS)


def test_answers_about_other_data_are_not_shown(control, host, view):
    answer(host, data=load_preset("wine").data)
    assert view.answer.outputs is None


def test_a_refusal_is_told_beside_the_input(control, host, view, qtbot):
    host.say(Failed(Classify(IRIS.data, host.asked[-1][2]), "Enter a smaller number."))
    assert view.answer.text.text() == "Enter a smaller number."
    view.row.show_texts(["7", "3", "4", "1"])
    qtbot.waitUntil(lambda: len(host.asked) == 2, timeout=20 * INTERVAL_MS)


def test_the_engine_answers_as_it_predicts(bench, qapp):
    experiment = small()
    bench.start(experiment, "batch")
    bench.until_it_rests(qapp)
    run = bench.worker._run
    samples = run.job.parts.train
    X = (samples.X / np.float32(255) if samples.X.dtype == np.uint8 else samples.X)[:7]
    (classified,) = bench.ask(Classify(experiment.data, X))
    assert classified.step == 1
    np.testing.assert_allclose(classified.outputs, run.predict(samples)[:7], atol=1e-6)
    (other,) = bench.ask(Classify(load_preset("wine").data, X))
    assert other.outputs is None


@pytest.mark.parametrize("make", [lambda X: X[..., :1], lambda X: X[:0], lambda X: X * np.inf, lambda X: X[0]])
def test_what_does_not_fit_the_network_gets_a_sentence(bench, make):
    experiment = small()
    bench.start(experiment)
    X = bench.worker._run.job.parts.train.X[:2].astype(np.float32) + 1
    (failed,) = bench.ask(Classify(experiment.data, make(X)))
    assert isinstance(failed, Failed)
    with pytest.raises(GluonLabError):
        bench.worker._run.answers(make(X))


def test_without_a_network_there_is_no_answer(bench):
    (classified,) = bench.ask(Classify(IRIS.data, np.zeros((1, 4), np.float32)))
    assert classified.outputs is None
