"""The worker, driven in the thread of the test: one request after another, no waiting."""

from __future__ import annotations

import sys

import pytest

from core.data import Digits, FashionMNIST, LinearRegression
from core.engine.training import Run
from core.events import BatchDone, EpochDone, Predicted, RunEnded, RunStarted, SettingsChanged
from core.experiment import LiveSettings
from desktop_app import engine_messages as messages
from desktop_app.engine_worker import EngineWorker
from tests.core.engine.runs import DENSE, DENSE_RELU, DROPOUT, batches, run_all, small
from tests.desktop_app.bench import Bench, bench

__all__ = ["bench"]


def kinds(said):
    return [type(message) for message in said]


def test_the_worker_begins_with_the_version_and_at_rest():
    bench = Bench()
    bench.worker.begin()
    ready, phase = bench.hear()
    assert ready == messages.EngineReady("1.9.1")
    assert phase == messages.PhaseChanged(0, "idle")


def test_without_mxnet_the_worker_says_so_and_stays_broken(monkeypatch):
    monkeypatch.setitem(sys.modules, "core.engine.mx", None)
    bench = Bench()
    bench.worker.begin()
    failed, broken = bench.hear()
    assert "MXNet cannot be loaded" in failed.sentence
    assert "gluon-lab doctor" in failed.sentence
    assert broken == messages.PhaseChanged(0, "broken")
    assert bench.ask(messages.Discard(1)) == []
    monkeypatch.setitem(sys.modules, "core.engine.training", None)
    assert kinds(bench.start(small())) == [messages.Failed]
    assert bench.phases == ["broken"]


def test_data_are_loaded_once_and_answered_with_their_settings(bench):
    data = Digits(seed=3)
    (first,), (second,) = bench.ask(messages.LoadData(data)), bench.ask(messages.LoadData(Digits(seed=3)))
    assert (first.data, len(first.parts.train)) == (data, 1079)
    assert second.parts is first.parts


@pytest.mark.parametrize(
    ("data", "missing"), [(FashionMNIST(), True), (LinearRegression(num_samples=10**6, w=(1.0,) * 1000), False)]
)
def test_data_that_cannot_be_loaded_are_a_sentence(qapp, tmp_path, monkeypatch, data, missing):
    monkeypatch.delenv("GLUON_LAB_DATA", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    bench = Bench(tmp_path)
    bench.worker.begin()
    bench.hear()
    (failed,) = bench.ask(messages.LoadData(data))
    assert (failed.data, failed.missing) == (data, missing)
    assert failed.sentence.endswith(".")
    rest, refused = bench.start(
        small([DENSE], data=data.model_dump(), loss="l2" if data.task == "regression" else "softmax_cross_entropy")
    )
    assert rest.phase == "idle"
    assert refused.sentence == failed.sentence


def test_a_start_says_running_and_trains_to_the_end(bench, qapp):
    assert bench.start(small(), "run") == [messages.PhaseChanged(1, "running")]
    events = bench.until_it_rests(qapp)
    assert kinds(events) == [RunStarted, *([BatchDone] * 3 + [EpochDone]) * 2, RunEnded]
    assert bench.phases == ["idle", "running", "ended"]


def steps(events):
    return [event.step for event in events if isinstance(event, BatchDone)]


def test_a_step_of_a_batch_takes_the_evaluation_and_the_end_along(bench, qapp):
    bench.start(small(), "batch")
    taken = [kinds(bench.until_it_rests(qapp))]
    while bench.phases[-1] != "ended":
        bench.ask(messages.SetPace("batch"))
        taken.append(kinds(bench.until_it_rests(qapp)))
    last = [BatchDone, EpochDone]
    assert taken == [[RunStarted, BatchDone], [BatchDone], last, [BatchDone], [BatchDone], [*last, RunEnded]]


def test_a_step_of_an_epoch_goes_to_its_end(bench, qapp):
    bench.start(small(training={"num_epochs": 3}), "batch")
    bench.until_it_rests(qapp)
    taken = []
    while bench.phases[-1] != "ended":
        bench.ask(messages.SetPace("epoch"))
        taken.append(kinds(bench.until_it_rests(qapp)))
    epoch = [BatchDone] * 3 + [EpochDone]
    assert taken == [epoch[1:], epoch, [*epoch, RunEnded]]


def test_a_step_of_an_epoch_that_meets_a_stop_condition_ends_the_run(bench, qapp):
    bench.start(small(training={"num_epochs": 3}, stopping={"target": "train", "target_value": 100.0}), "epoch")
    events = bench.until_it_rests(qapp)
    assert kinds(events) == [RunStarted, *[BatchDone] * 3, EpochDone, RunEnded]
    assert bench.phases[-1] == "ended"


def test_pausing_keeps_the_place(bench, qapp):
    bench.start(small(), "batch")
    events = bench.until_it_rests(qapp)
    assert bench.ask(messages.SetPace("pause")) == [messages.PhaseChanged(1, "paused")]
    bench.ask(messages.SetPace("run"))
    events += bench.until_it_rests(qapp)
    assert steps(events) == [1, 2, 3, 4, 5, 6]


def test_asking_often_does_not_make_slices_pile_up(bench, qapp):
    slices = []
    bench.worker._again.connect(lambda: slices.append(True))
    bench.start(small(training={"num_epochs": 100_000}), "run")
    for _ in range(5):
        bench.ask(messages.SetPace("run"))
    assert len(slices) == 1
    qapp.processEvents()
    assert len(slices) == 2


def test_a_stopped_run_cannot_be_paused_on_its_way_to_the_end(bench, qapp):
    bench.start(small(), "batch")
    bench.until_it_rests(qapp)
    bench.cancel.set()
    bench.ask(messages.SetPace("run"))
    assert bench.ask(messages.SetPace("pause"))[-1].phase == "running"
    (ended,) = bench.until_it_rests(qapp)
    assert ended.reason == "stopped"
    assert bench.ask(messages.SetPace("run")) == []


def test_a_start_that_fails_leaves_nothing_of_the_old_run(bench, qapp):
    bench.start(small(), "run")
    rest, failed = bench.start(small([]), "run")
    assert rest == messages.PhaseChanged(2, "idle")
    assert "no layers yet" in failed.sentence
    qapp.processEvents()
    assert bench.hear() == []
    assert bench.until_it_rests(qapp) == []
    assert bench.ask(messages.SetPace("run")) == []


def test_a_discarded_run_says_nothing_more(bench, qapp):
    bench.start(small(), "run")
    assert bench.ask(messages.Discard(7)) == [messages.PhaseChanged(7, "idle")]
    qapp.processEvents()
    assert bench.hear() == []


def test_a_change_reaches_the_run_that_is_not_over(bench, qapp):
    change = messages.Change(LiveSettings(0.25, 0.0, ()))
    assert bench.ask(change) == []
    bench.start(small(), "batch")
    bench.until_it_rests(qapp)
    bench.ask(change)
    bench.ask(messages.SetPace("run"))
    events = bench.until_it_rests(qapp)
    assert events[0] == SettingsChanged(1, 1, change.settings)
    assert bench.ask(messages.Change(LiveSettings(0.5, 0.0, ()))) == []


DATA = small().data


def predicted(bench, part, data=DATA):
    """Return the answer to the question for predictions, None if there are none."""
    request = messages.Predict(data, part)
    (answer,) = bench.ask(request)
    assert answer.request is request
    return answer.predicted


def test_predictions_are_those_of_the_moment(bench, qapp):
    assert predicted(bench, "validation") is None
    bench.start(small(), "batch")
    bench.until_it_rests(qapp)
    first, same = predicted(bench, "validation"), predicted(bench, "validation")
    assert (type(first), first.run_id, first.step, first.part, first.outputs.shape) == (
        Predicted,
        1,
        1,
        "validation",
        (719, 10),
    )
    assert (first.outputs == same.outputs).all()
    bench.ask(messages.SetPace("run"))
    bench.until_it_rests(qapp)
    later = predicted(bench, "validation")
    assert later.step == 6
    assert (later.outputs != first.outputs).any()
    assert len(predicted(bench, "test").outputs) == 539


def test_a_part_that_does_not_exist_is_not_predicted(bench):
    bench.start(small([DENSE], data={"kind": "linear_regression"}, loss="l2"))
    regression = LinearRegression()
    assert predicted(bench, "validation", regression) is None
    assert len(predicted(bench, "train", regression).outputs) == 1000


def test_a_network_is_not_judged_by_other_data(bench):
    bench.start(small())
    assert predicted(bench, "validation", Digits(seed=1)) is None


def test_a_prediction_is_given_up_for_a_stop_but_made_after_it(bench, qapp):
    bench.start(small(), "batch")
    bench.until_it_rests(qapp)
    bench.cancel.set()
    assert predicted(bench, "train") is None
    bench.ask(messages.SetPace("run"))
    bench.until_it_rests(qapp)
    assert len(predicted(bench, "train").outputs) == 539


def test_parameters_are_saved_and_loaded_with_their_metrics(bench, qapp, tmp_path):
    path, experiment = tmp_path / "a.params", small(initializer={"kind": "xavier"})
    bench.start(experiment, "run")
    _, first, *_, ended = bench.until_it_rests(qapp)
    assert bench.ask(messages.SaveParameters(path)) == [messages.ParametersSaved(path)]
    loaded, phase = bench.load(experiment, path)
    assert loaded == messages.ParametersLoaded(2, experiment, path, ended.validation_loss, ended.validation_accuracy)
    assert phase == messages.PhaseChanged(2, "paused")
    bench.ask(messages.SetPace("run"))
    started, batch, *_ = bench.until_it_rests(qapp)
    assert isinstance(started, RunStarted)
    assert batch.loss < 0.9 * first.loss, "training goes on from the loaded parameters"


def test_parameters_of_a_regression_have_a_loss_or_nothing_to_tell(bench, tmp_path):
    for share, has_loss in ((0.0, False), (0.5, True)):
        experiment = small([DENSE], data={"kind": "linear_regression", "validation_share": share}, loss="l2")
        bench.start(experiment)
        bench.ask(messages.SaveParameters(tmp_path / "b.params"))
        loaded = bench.load(experiment, tmp_path / "b.params")[0]
        assert (loaded.validation_loss is not None, loaded.validation_accuracy) == (has_loss, None)


def test_a_failed_load_leaves_the_paused_run_as_it_was_bit_for_bit(bench, qapp, tmp_path):
    experiment = small([DENSE_RELU, DROPOUT, DENSE])
    bench.start(experiment, "batch")
    events = bench.until_it_rests(qapp)
    bench.ask(messages.SaveParameters(tmp_path / "a.params"))
    for other, path, words in (
        (small(), tmp_path / "absent.params", "no such file"),
        (small([DENSE_RELU, DENSE_RELU, DENSE]), tmp_path / "a.params", "does not fit"),
        (small([DENSE_RELU, DROPOUT, DENSE], loss="l2"), tmp_path / "a.params", "not made for classification"),
    ):
        (failed,) = bench.load(other, path)
        assert words in failed.sentence
    bench.ask(messages.SetPace("run"))
    events += bench.until_it_rests(qapp)
    assert [event.run_id for event in events] == [1] * len(events)
    assert [event.loss for event in batches(events)] == [event.loss for event in batches(run_all(experiment)[1])]


def test_saving_needs_a_network(bench, qapp, tmp_path):
    (failed,) = bench.ask(messages.SaveParameters(tmp_path / "c.params"))
    assert "no network yet" in failed.sentence
    bench.start(small())
    (failed,) = bench.ask(messages.SaveParameters(tmp_path / "no folder" / "c.params"))
    assert "could not be saved" in failed.sentence
    assert isinstance(failed.request, messages.SaveParameters)


def test_after_a_failure_the_network_is_thrown_away(bench, qapp, tmp_path, monkeypatch):
    def fail(*_):
        raise RuntimeError("Traceback\nMXNetError: Check failed: a == b : broken.")

    bench.start(small(), "batch")
    bench.until_it_rests(qapp)
    monkeypatch.setattr(Run, "_learn", fail)
    bench.ask(messages.SetPace("run"))
    (ended,) = bench.until_it_rests(qapp)
    assert (ended.reason, ended.message) == ("failed", "Training failed: broken. Train again to start afresh.")
    assert bench.phases[-1] == "ended"
    assert kinds(bench.ask(messages.SaveParameters(tmp_path / "d.params"))) == [messages.Failed]
    monkeypatch.undo()
    bench.start(small(), "run")
    assert bench.until_it_rests(qapp)[-1].reason == "finished"


def test_an_unexpected_error_is_a_message_too(bench, monkeypatch):
    def fail(*_):
        raise ValueError("that was unexpected")

    bench.start(small())
    monkeypatch.setattr(Run, "predictions", fail)
    (failed,) = bench.ask(messages.Predict(DATA, "train"))
    assert failed.sentence.startswith("This did not work: that was unexpected. Try again")
    assert kinds(bench.ask(messages.Request())) == [messages.Failed]


def test_a_mistake_of_ours_breaks_the_run_off_but_not_the_engine(bench, qapp, monkeypatch):
    def broken_off(_self, _event):
        raise AssertionError

    bench.start(small(), "batch")
    bench.until_it_rests(qapp)
    with monkeypatch.context() as patch:
        patch.setattr(EngineWorker, "_stop_where_asked", broken_off)
        bench.ask(messages.SetPace("run"))
        bench.until_it_rests(qapp)
    assert "The run broke off: AssertionError." in bench.said[-1].sentence
    assert bench.phases[-1] == "idle"
    bench.start(small(), "run")
    assert bench.until_it_rests(qapp)[-1].reason == "finished"


def test_runs_share_the_arrays_of_the_same_data(bench):
    bench.start(small())
    predicted(bench, "test")
    loaded = dict(bench.worker._arrays._loaded)
    assert len(loaded) == 1
    bench.start(replace_seed(small()))
    assert bench.worker._arrays._loaded == loaded
    bench.start(small([DENSE], data={"kind": "linear_regression"}, loss="l2"))
    assert bench.worker._arrays._loaded == {}


def replace_seed(experiment):
    return experiment.model_copy(update={"training": experiment.training.model_copy(update={"seed": 99})})
