from __future__ import annotations

import pytest

from core.edits import SetValue
from core.presets import load_preset
from core.storage import load_experiment, save_experiment
from desktop_app.engine_messages import ParametersLoaded, ParametersSaved
from desktop_app.file_control import FileControl
from desktop_app.preferences import Preferences
from desktop_app.session import Session
from tests.desktop_app.fakes import FakeDialogs, FakeHost

RATE = SetValue(("optimizer", "learning_rate"), 0.9)


class Bench:
    def __init__(self, folder):
        self.folder = folder
        self.session, self.host, self.dialogs = Session(), FakeHost(), FakeDialogs()
        self.preferences = Preferences(folder / "preferences")
        self.files = FileControl(self.session, self.host, self.preferences, self.dialogs)

    def begin(self, name="mlp"):
        self.session.begin(load_preset(name))


@pytest.fixture
def bench(qapp, tmp_path):
    bench = Bench(tmp_path)
    bench.begin()
    yield bench
    bench.files.remember()


def test_first_start_shows_a_preset_that_needs_no_download(bench):
    bench.files.restore(None)
    assert bench.session.experiment == load_preset("digits-mlp")
    assert not bench.session.is_modified


def test_next_start_shows_the_last_experiment_with_its_unsaved_mark(bench, tmp_path):
    bench.session.save(tmp_path / "a.gluonlab.json")
    bench.session.apply(RATE)
    bench.files.remember()
    again = Bench(tmp_path)
    again.files.restore(None)
    assert again.session.experiment == bench.session.experiment
    assert again.session.path == tmp_path / "a.gluonlab.json"
    assert again.session.is_modified
    again.files.remember()


def test_a_named_file_comes_before_the_last_experiment(bench, tmp_path):
    bench.files.remember()
    path = tmp_path / "b.gluonlab.json"
    save_experiment(load_preset("linear-regression"), path)
    bench.files.restore(path)
    assert bench.session.experiment == load_preset("linear-regression")
    assert bench.preferences.recent_files == [path]


def test_unsaved_changes_are_asked_for_before_a_named_file_is_opened(bench, tmp_path):
    bench.session.apply(RATE)
    bench.files.remember()
    path = tmp_path / "b.gluonlab.json"
    save_experiment(load_preset("linear-regression"), path)
    again = Bench(tmp_path)
    again.dialogs.answer = "cancel"
    again.files.restore(path)
    assert again.session.experiment.optimizer.learning_rate == 0.9
    again.dialogs.answer = "discard"
    again.files.restore(path)
    assert again.session.experiment == load_preset("linear-regression")
    again.files.remember()


def test_a_file_that_was_changed_elsewhere_is_shown_as_it_is_now(bench, tmp_path):
    path = tmp_path / "a.gluonlab.json"
    bench.session.save(path)
    bench.files.remember()
    save_experiment(load_preset("linear-regression"), path)
    again = Bench(tmp_path)
    again.files.restore(None)
    assert again.session.experiment == load_preset("linear-regression")
    assert not again.session.is_modified
    again.files.remember()


def test_a_file_that_was_broken_elsewhere_does_not_cost_the_experiment(bench, tmp_path, qtbot):
    path = tmp_path / "a.gluonlab.json"
    bench.session.save(path)
    bench.files.remember()
    path.write_text("{")
    again = Bench(tmp_path)
    with qtbot.waitSignal(again.files.failed):
        again.files.restore(None)
    assert again.session.experiment == load_preset("mlp")
    assert again.session.path is None
    assert again.session.is_modified
    again.files.remember()


def test_changes_that_came_from_a_crash_can_be_discarded(bench, tmp_path):
    bench.session.apply(RATE)
    bench.files.remember()
    again = Bench(tmp_path)
    again.files.restore(None)
    assert again.session.is_modified
    again.files.forget_changes()
    assert not again.session.is_modified
    assert again.session.experiment == load_preset("digits-mlp")


def test_steady_edits_do_not_put_off_the_copy_for_the_next_start(bench, qtbot):
    bench.files.remember()
    timer = bench.files._remember_timer
    bench.session.apply(RATE)
    running = timer.timerId()
    bench.session.apply(SetValue(("optimizer", "wd"), 0.2))
    assert timer.isActive()
    assert timer.timerId() == running
    with qtbot.waitSignal(timer.timeout):
        pass
    assert bench.preferences.last()[0].optimizer.wd == 0.2


def test_a_broken_named_file_is_told_and_the_last_experiment_shown(bench, tmp_path, qtbot):
    bench.files.remember()
    path = tmp_path / "broken.gluonlab.json"
    path.write_text("{")
    with qtbot.waitSignal(bench.files.failed) as failed:
        bench.files.restore(path)
    assert "broken.gluonlab.json" in failed.args[0]
    assert bench.session.experiment == load_preset("mlp")


def test_save_asks_once_and_then_knows_the_file(bench, tmp_path):
    bench.dialogs.path = tmp_path / "mine.gluonlab.json"
    bench.session.apply(RATE)
    assert bench.files.save()
    assert load_experiment(bench.dialogs.path) == bench.session.experiment
    bench.session.apply(SetValue(("optimizer", "wd"), 0.5))
    assert bench.files.save()
    assert [what for what, _ in bench.dialogs.asked] == ["save_experiment"]
    assert load_experiment(bench.dialogs.path).optimizer.wd == 0.5


def test_save_suggests_a_file_name_made_of_the_title(bench):
    bench.session.apply(SetValue(("name",), "Überfit / 2:  test"))
    bench.files.save()
    assert bench.dialogs.asked[0][1].name == "überfit-2-test.gluonlab.json"


def test_saving_where_it_is_impossible_keeps_the_changes(bench, tmp_path, qtbot):
    bench.session.apply(RATE)
    bench.dialogs.path = tmp_path / "no" / "such" / "folder" / "a.gluonlab.json"
    with qtbot.waitSignal(bench.files.failed) as failed:
        assert not bench.files.save()
    assert "folder" in failed.args[0]
    assert bench.session.is_modified


@pytest.mark.parametrize(("answer", "stays"), [("discard", False), ("cancel", True)])
def test_new_asks_about_unsaved_changes(bench, answer, stays):
    bench.session.apply(RATE)
    changed = bench.session.experiment
    bench.dialogs.answer = answer
    bench.files.new()
    assert (bench.session.experiment == changed) is stays
    if not stays:
        assert bench.session.experiment.layers == ()
        assert bench.session.experiment.data == changed.data


def test_save_answer_saves_before_leaving(bench, tmp_path):
    bench.session.apply(RATE)
    changed = bench.session.experiment
    bench.dialogs.answer, bench.dialogs.path = "save", tmp_path / "kept.gluonlab.json"
    bench.files.open_preset("linear-regression")
    assert load_experiment(tmp_path / "kept.gluonlab.json") == changed
    assert bench.session.experiment == load_preset("linear-regression")


def test_save_answer_without_a_file_name_stays(bench):
    bench.session.apply(RATE)
    bench.dialogs.answer, bench.dialogs.path = "save", None
    bench.files.open_preset("linear-regression")
    assert bench.session.experiment.optimizer.learning_rate == 0.9


def test_discarded_changes_do_not_come_back_at_the_next_start(bench, tmp_path):
    bench.session.save(tmp_path / "a.gluonlab.json")
    saved = bench.session.experiment
    bench.session.apply(RATE)
    bench.files.forget_changes()
    again = Bench(tmp_path)
    again.files.restore(None)
    assert again.session.experiment == saved
    assert not again.session.is_modified
    again.files.remember()


def test_discarded_changes_without_a_file_do_not_come_back_either(bench, tmp_path):
    bench.session.apply(RATE)
    bench.session.apply(SetValue(("optimizer", "wd"), 0.5))
    bench.files.forget_changes()
    again = Bench(tmp_path)
    again.files.restore(None)
    assert again.session.experiment == load_preset("mlp")
    again.files.remember()


def test_recent_files_newest_first_without_lost_ones(bench, tmp_path, qtbot):
    paths = [tmp_path / f"{i}.gluonlab.json" for i in range(10)]
    for path in paths:
        save_experiment(load_preset("mlp"), path)
        bench.files.open_recent(path)
    paths[9].unlink()
    bench.files.open_recent(paths[3])
    recent = bench.preferences.recent_files
    assert recent[0] == paths[3]
    assert paths[9] not in recent
    assert len(recent) == len(set(recent)) <= 8


def test_parameters_go_through_the_engine(bench, tmp_path, qtbot):
    bench.dialogs.path = tmp_path / "a.params"
    bench.files.save_parameters()
    bench.files.load_parameters()
    assert bench.host.asked == [
        ("save_parameters", tmp_path / "a.params"),
        ("load_parameters", bench.session.experiment, tmp_path / "a.params"),
    ]
    told = []
    bench.files.told.connect(told.append)
    loaded = ParametersLoaded(2, bench.session.experiment, tmp_path / "a.params", 0.5, 0.8765)
    bench.host.say(ParametersSaved(tmp_path / "a.params"), loaded)
    assert told[0].endswith("a.params")
    assert "87.65 %" in told[1]
