from __future__ import annotations

from pathlib import Path

import pytest

from core.edits import AddLayer, RemoveLayer, SetValue
from core.errors import ExperimentError
from core.presets import load_preset
from core.storage import load_experiment
from desktop_app.session import Refusal, Session


class Clock:
    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def session(qapp, clock):
    session = Session(clock=clock)
    session.begin(load_preset("digits-mlp"))
    return session


def rate(value):
    return SetValue(("optimizer", "learning_rate"), value)


def test_an_edit_makes_a_new_experiment_and_leaves_the_old_one(session, qtbot):
    before = session.experiment
    with qtbot.waitSignal(session.experiment_changed) as changed:
        session.apply(rate(0.25))
    assert changed.args == [session.experiment]
    assert session.experiment.optimizer.learning_rate == 0.25
    assert before == load_preset("digits-mlp")


def test_a_refused_edit_changes_nothing_and_names_the_field(session, qtbot):
    before = session.experiment
    with qtbot.waitSignal(session.refused) as refused, qtbot.assertNotEmitted(session.experiment_changed):
        session.apply(rate(-1))
    assert isinstance(refused.args[0], Refusal)
    assert refused.args[0].path == "optimizer.learning_rate"
    assert "greater than 0" in refused.args[0].sentence
    assert session.experiment == before
    assert not session.undo_stack.canUndo()


def test_every_edit_can_be_undone_and_redone(session):
    seen = [session.experiment]
    for edit in (AddLayer(0, "dropout"), SetValue(("layers", 0, "rate"), 0.3), RemoveLayer(1), rate(0.7)):
        session.apply(edit)
        seen.append(session.experiment)
    assert len(set(map(repr, seen))) == 5
    for expected in reversed(seen[:-1]):
        session.undo_stack.undo()
        assert session.experiment == expected
    for expected in seen[1:]:
        session.undo_stack.redo()
        assert session.experiment == expected


def test_dragging_is_one_step_but_two_decisions_are_two(session, clock):
    start = session.experiment
    for value in (0.2, 0.3, 0.4):
        clock.now += 0.1
        session.apply(rate(value))
    clock.now += 10
    session.apply(rate(0.5))
    session.undo_stack.undo()
    assert session.experiment.optimizer.learning_rate == 0.4
    session.undo_stack.undo()
    assert session.experiment == start


def test_dragging_there_and_back_leaves_nothing_to_undo(session):
    first = session.experiment.optimizer.learning_rate
    session.apply(rate(0.9))
    session.apply(rate(first))
    assert not session.undo_stack.canUndo()
    assert not session.is_modified


def test_quick_changes_of_different_fields_are_separate_steps(session):
    session.apply(rate(0.9))
    session.apply(SetValue(("optimizer", "wd"), 0.01))
    session.undo_stack.undo()
    assert session.experiment.optimizer.learning_rate == 0.9
    assert session.experiment.optimizer.wd == 0


def test_modified_follows_saving_undo_and_redo(session, tmp_path):
    assert not session.is_modified
    session.apply(rate(0.9))
    assert session.is_modified
    session.save(tmp_path / "a.gluonlab.json")
    assert not session.is_modified
    assert load_experiment(session.path) == session.experiment
    session.undo_stack.undo()
    assert session.is_modified
    session.undo_stack.redo()
    assert not session.is_modified


def test_opening_forgets_what_could_be_undone(session, tmp_path):
    session.save(tmp_path / "a.gluonlab.json")
    session.apply(rate(0.9))
    session.open(tmp_path / "a.gluonlab.json")
    assert session.experiment.optimizer.learning_rate != 0.9
    assert not session.undo_stack.canUndo()


def test_a_preset_of_a_page_can_be_taken_back_with_its_file(session, tmp_path):
    file, other = tmp_path / "a.gluonlab.json", load_preset("mlp")
    session.save(file)
    kept, stack = session.experiment, session.undo_stack
    session.replace(other)
    assert (session.experiment, session.path, session.is_modified) == (other, None, False)
    session.apply(rate(0.9))
    assert session.is_modified
    session.revert()
    assert (session.experiment, session.is_modified) == (other, False)
    stack.undo()
    assert (session.experiment, session.path, session.is_modified) == (kept, file, False)
    stack.redo()
    assert (session.experiment, session.path, session.is_modified) == (other, None, False)


def test_a_preset_of_a_page_taken_back_leaves_unsaved_changes_unsaved(session, tmp_path):
    session.apply(rate(0.9))
    changed = session.experiment
    session.replace(load_preset("mlp"))
    session.replace(load_preset("mlp"))
    session.undo_stack.undo()
    assert (session.experiment, session.is_modified) == (changed, True)
    session.undo_stack.undo()
    assert not session.is_modified
    session.undo_stack.redo()
    session.save(tmp_path / "changed.gluonlab.json")
    session.undo_stack.undo()
    assert session.is_modified, "another one is in the file"
    session.undo_stack.setIndex(2)
    assert (session.path, session.is_modified) == (None, False)
    session.apply(rate(0.1))
    session.save(tmp_path / "mlp.gluonlab.json")
    session.undo_stack.undo()
    assert session.is_modified, "another one is in the file"


def test_changes_before_a_preset_that_was_taken_back_can_be_let_go(session):
    first = session.experiment
    session.apply(rate(0.9))
    session.replace(load_preset("mlp"))
    session.undo_stack.undo()
    session.revert()
    assert (session.experiment, session.is_modified) == (first, False)


def test_a_file_that_cannot_be_opened_leaves_the_session_as_it_was(session, tmp_path):
    session.apply(rate(0.9))
    before = session.experiment
    with pytest.raises(ExperimentError):
        session.open(tmp_path / "missing.gluonlab.json")
    assert session.experiment == before
    assert session.undo_stack.canUndo()


def test_a_relative_path_keeps_its_meaning_when_the_folder_changes(session, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    session.save(Path("a.gluonlab.json"))
    assert session.path == tmp_path / "a.gluonlab.json"
    session.open(Path("a.gluonlab.json"))
    assert session.path == tmp_path / "a.gluonlab.json"


def test_revert_goes_back_to_the_file_or_to_the_beginning(session, tmp_path):
    beginning = session.experiment
    session.apply(rate(0.9))
    session.revert()
    assert session.experiment == beginning
    session.apply(rate(0.8))
    session.save(tmp_path / "a.gluonlab.json")
    session.apply(rate(0.7))
    session.revert()
    assert session.experiment.optimizer.learning_rate == 0.8
    assert not session.is_modified
