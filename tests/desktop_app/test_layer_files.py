"""Layers from files in the window: consent, the check, the card, and what becomes of the file afterwards."""

from __future__ import annotations

from concurrent.futures import Executor, Future

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from core import programs
from core.edits import SetValue
from core.experiment import Experiment, from_dict, to_dict
from core.layers import CustomLayer
from core.program_files import Agreements
from core.programs import Check, CheckLine, Program, Seen
from core.selection.workers import WorkerDied, try_layer
from core.storage import save_experiment
from desktop_app.app import Laboratory
from desktop_app.own_layers import OwnLayers, Trial
from desktop_app.preferences import Preferences
from desktop_app.workers import Workers
from tests.desktop_app.fakes import FakeDialogs, FakeHost
from tests.own_layers import custom, program, saved, with_layer

LEFT = Qt.MouseButton.LeftButton
TWO = b"\n\nclass Other(nn.Block):\n    def forward(self, X):\n        return X\n"
GOOD = Check((CheckLine("Output shape", "passed", "All is well."),), Seen("", (5,)))
DOUBTFUL = Check((CheckLine("Gradient", "failed", "It is odd."),), Seen("", (5,), hint="It is odd."))
BAD = Check((CheckLine("Output shape", "failed", "It is wrong."),), Seen("It is wrong."))


class HandExecutor(Executor):
    """Keeps the trials; the test says what becomes of them."""

    def __init__(self):
        self.trials = []

    def submit(self, fn, /, *args, **more):
        assert fn is try_layer
        self.trials.append((args, Future()))
        return self.trials[-1][1]

    def tell(self, check):
        ((_, future),) = self.trials
        self.trials.clear()
        if isinstance(check, Check):
            future.set_result(check)
        else:
            future.set_exception(check)


@pytest.fixture(scope="module")
def _laboratory(qapp, tmp_path_factory):
    folder = tmp_path_factory.mktemp("preferences")
    executor = HandExecutor()
    workers = Workers(make_executor=lambda: executor)
    host = FakeHost()
    laboratory = Laboratory(Preferences(folder), host=host, dialogs=FakeDialogs(), trial_workers=workers)  # type: ignore[arg-type]
    laboratory.open()
    yield laboratory, executor
    laboratory.session.undo_stack.setClean()
    laboratory.window.close()
    laboratory.window.deleteLater()
    laboratory.deleteLater()


class User:
    def __init__(self, laboratory, executor, qtbot):
        self.lab, self.executor, self.qtbot = laboratory, executor, qtbot
        self.session, self.stack = laboratory.session, laboratory.window.layer_stack
        self.dialogs = laboratory.dialogs

    @property
    def dialog(self):
        return self.lab.front.layer_files.dialog

    @property
    def rows(self):
        (card,) = [card for card in self.stack.column.cards if card.program is not None]
        return card.program

    @property
    def own(self):
        return [layer for layer in self.session.experiment.layers if isinstance(layer, CustomLayer)]

    def choose_file(self, path):
        self.dialogs.path = path
        self.stack.adders.file_action.trigger()

    def click(self, widget):
        assert widget.isEnabled()
        self.qtbot.mouseClick(widget, LEFT)

    def tell(self, check):
        with self.qtbot.waitSignal(self.lab.layers.checked):
            self.executor.tell(check)

    def copies(self):
        folder = self.lab.preferences.agreements_folder
        return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


@pytest.fixture
def user(_laboratory, qtbot):
    programs.forget_all()
    laboratory, executor = _laboratory
    dense = [{"kind": "dense", "units": 6}, {"kind": "dense"}]
    laboratory.session.begin(from_dict({"data": {"kind": "circle"}, "layers": dense}))
    for path in laboratory.preferences.agreements_folder.glob("*.py"):
        path.unlink()
    executor.trials.clear()
    yield User(laboratory, executor, qtbot)
    if laboratory.front.layer_files.dialog is not None:
        laboratory.front.layer_files.dialog.reject()
    laboratory.session.begin(Experiment())
    laboratory.layers.close()
    # What the last edit put off, such as keeping the experiment for the next start.
    for timer in laboratory.findChildren(QTimer):
        timer.stop()
    programs.forget_all()


def test_nothing_runs_before_the_user_says_so_and_nothing_after_a_no(user, tmp_path):
    path = saved(tmp_path)
    user.choose_file(path)
    dialog, own = user.dialog, program("doubled")
    assert dialog.heading.text() == "This file is a program. Run it?"
    assert (dialog.file_label.text(), dialog.hash_label.text()) == (str(path), own.sha256)
    assert dialog.source.toPlainText() == own.text
    assert dialog.source.isReadOnly()
    assert dialog.class_name == "Own"
    assert "Nothing of it has run yet" in dialog.warning.text
    assert not dialog.use.isVisible()
    user.click(dialog.decline)
    assert user.dialog is None
    assert user.executor.trials == user.own == user.copies() == []
    assert programs.agreed(own.sha256) is None


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space])
def test_a_key_that_was_meant_for_something_else_says_no(user, tmp_path, key):
    user.choose_file(saved(tmp_path))
    assert user.dialog.decline.isDefault()
    user.qtbot.keyClick(user.dialog.focusWidget() or user.dialog, key)
    assert user.dialog is None
    assert user.executor.trials == user.copies() == []


def test_with_the_keyboard_a_layer_is_agreed_to_checked_added_and_taken_back(user, tmp_path):
    path, own = saved(tmp_path), program("doubled")
    user.choose_file(path)
    user.dialog.run.setFocus()
    user.qtbot.keyClick(user.dialog.run, Qt.Key.Key_Space)
    ((arguments, _),) = user.executor.trials
    assert arguments == (own, "Own", (6,))
    assert user.copies() == [f"{own.sha256}.py"]
    assert "inputs of shape 6" in user.dialog.lines.texts[0]
    assert not user.dialog.use.isEnabled()
    user.tell(GOOD)
    assert user.dialog.lines.texts == ["All is well."]
    user.qtbot.keyClick(user.dialog, Qt.Key.Key_Return)
    assert user.dialog is None
    (layer,) = user.own
    assert (layer.file, layer.sha256, layer.class_name) == (str(path), own.sha256, "Own")
    assert user.session.experiment.layers.index(layer) == 1
    assert [card.shape_label.text() for card in user.stack.column.cards] == ["→ 6", "→ 5", "→ 2"]
    assert user.lab.run.obstacle == ""
    assert user.executor.trials == []
    user.session.undo_stack.undo()
    assert user.own == []
    user.session.undo_stack.redo()
    assert user.own == [layer]


def test_one_of_several_layers_is_chosen_and_what_fails_cannot_be_used(user, tmp_path):
    path = tmp_path / "two.py"
    path.write_bytes(program("doubled").source + TWO)
    user.choose_file(path)
    user.click(user.dialog.run)
    user.tell(BAD)
    assert user.dialog.lines.texts == ["It is wrong."]
    assert not user.dialog.use.isEnabled()
    user.dialog.classes.setFocus()
    user.qtbot.keyClick(user.dialog.classes, Qt.Key.Key_Down)
    user.tell(DOUBTFUL)
    assert user.dialog.use.text() == "Use it all the same"
    user.click(user.dialog.use)
    assert user.own[0].class_name == "Other"
    assert user.stack.column.cards[1].hint.text == "It is odd."


def test_what_was_agreed_to_is_not_asked_again(user, tmp_path):
    path = saved(tmp_path)
    user.lab.layers.agree(program("doubled"))
    user.choose_file(path)
    assert user.dialog.heading.text() == "You agreed to run this program"
    assert not user.dialog.run.isVisible()
    user.tell(GOOD)
    assert user.dialog.use.isEnabled()


def test_a_trial_that_takes_its_worker_down_is_said_and_keeps_train_from_starting(user, tmp_path):
    user.lab.layers.agree(program("doubled"))
    user.session.begin(with_layer(program("doubled"), saved(tmp_path)))
    assert "being tried" in user.rows.problem.text
    user.tell(WorkerDied(11))
    assert user.rows.problem.text == "It ended the process in which it was tried."
    assert user.lab.run.obstacle.endswith("It ended the process in which it was tried.")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"class A(", "no Python program"),
        (b"\xff\xfe\0", "no text in UTF-8"),
        (b"class A(Block): pass\n\0", "cannot be seen"),
        (b"#" * 10_000_000, "too long"),
        (b"x = 1", "holds no layer"),
    ],
)
def test_files_that_are_no_layers_give_a_sentence(user, tmp_path, content, words):
    path = tmp_path / "bad.py"
    path.write_bytes(content)
    user.choose_file(path)
    assert user.dialog is None
    assert words in user.lab.window.banner.label.text()


def open_with(user, tmp_path, file):
    path = tmp_path / "a.gluonlab.json"
    save_experiment(with_layer(program("doubled"), file), path)
    user.dialogs.path = path
    user.lab.files.open()


def test_an_opened_experiment_asks_before_its_layer_runs(user, tmp_path):
    open_with(user, tmp_path, saved(tmp_path))
    user.qtbot.waitUntil(lambda: user.dialog is not None)
    assert "have not agreed to run" in user.lab.run.obstacle
    assert user.dialog.source.toPlainText() == program("doubled").text
    user.click(user.dialog.decline)
    QApplication.processEvents()
    assert user.dialog is None
    assert user.executor.trials == []
    assert "have not agreed" in user.rows.problem.text
    user.click(user.rows.look_button)
    user.click(user.dialog.run)
    user.tell(GOOD)
    assert not user.dialog.use.isVisible()
    user.click(user.dialog.decline)
    assert user.lab.run.obstacle == ""
    assert not user.rows.problem.isVisibleTo(user.rows)


def test_a_missing_file_is_found_again(user, tmp_path):
    open_with(user, tmp_path, tmp_path / "gone" / "doubled.py")
    QApplication.processEvents()
    assert user.dialog is None
    assert "is not there" in user.rows.problem.text
    assert "is not there" in user.lab.run.obstacle
    assert not user.rows.look_button.isVisibleTo(user.rows)
    path = saved(tmp_path)
    user.dialogs.path = path
    user.click(user.rows.find_button)
    user.click(user.dialog.run)
    user.tell(GOOD)
    user.click(user.dialog.use)
    assert user.own[0].file == str(path)
    assert user.lab.run.obstacle == ""
    user.session.undo_stack.undo()
    assert user.own[0].file.endswith("gone/doubled.py")


def test_a_file_that_changes_is_told_and_asked_about_again(user, tmp_path):
    path, own = saved(tmp_path), program("doubled")
    user.lab.layers.agree(own)
    user.session.begin(with_layer(own, path))
    user.tell(GOOD)
    assert user.stack.column.cards[1].hint.text == ""
    changed = own.source.replace(b"2 * X", b"3 * X")
    path.write_bytes(changed)
    user.qtbot.waitUntil(lambda: "has changed since you agreed" in user.stack.column.cards[1].hint.text)
    assert user.lab.run.obstacle == ""
    user.click(user.rows.look_button)
    assert user.dialog.heading.text() == "This file is a program. Run it?"
    assert "3 * X" in user.dialog.source.toPlainText()
    user.click(user.dialog.run)
    user.tell(GOOD)
    user.click(user.dialog.use)
    assert user.own[0].sha256 == Program("", changed).sha256
    assert user.stack.column.cards[1].hint.text == ""


def test_of_a_file_that_has_changed_since_the_last_start_only_the_agreed_copy_runs(user, tmp_path):
    path, own = saved(tmp_path), program("doubled")
    user.lab.layers.agree(own)
    open_with(user, tmp_path, path)
    user.tell(GOOD)
    path.write_bytes(own.source.replace(b"2 * X", b"3 * X"))
    # As another start finds it.
    programs.forget_all()
    Agreements(user.lab.preferences.agreements_folder).recall()
    user.lab.files.open()
    QApplication.processEvents()
    assert user.dialog is None
    (((tried, _, _), _),) = user.executor.trials
    assert tried.source == own.source
    user.tell(GOOD)
    assert "has changed since you agreed" in user.stack.column.cards[1].hint.text
    assert user.rows.look_button.text() == "Look at it as it is now…"
    assert user.executor.trials == []


def test_agreements_and_layers_are_there_again_after_a_restart(qtbot, user, tmp_path):
    own = program("doubled")
    user.lab.layers.agree(own)
    programs.forget_all()
    executor = HandExecutor()
    again = OwnLayers(Agreements(user.lab.preferences.agreements_folder), Workers(make_executor=lambda: executor))
    again.show_experiment(with_layer(own))
    (((tried, _, shape), future),) = executor.trials
    assert (tried, shape) == (Program("own.py", own.source), (6,))
    again.close()
    assert future.cancelled()


def test_what_waits_to_be_tried_is_dropped_when_nobody_needs_it_any_more(user):
    own = program("doubled")
    user.lab.layers.agree(own)
    user.session.begin(with_layer(own))
    user.session.apply(SetValue(("layers", 0, "units"), 7, "units"))
    user.session.apply(SetValue(("layers", 0, "units"), 8, "units"))
    assert [(arguments[2], future.cancelled()) for arguments, future in user.executor.trials] == [
        ((6,), True),
        ((7,), True),
        ((8,), False),
    ]


def test_a_real_worker_tries_a_layer(qtbot, warm_workers, tmp_path):
    layers = OwnLayers(Agreements(tmp_path), Workers(make_executor=lambda: warm_workers))
    trial = Trial(program("wrong gradient"), "Own", (6,))
    with qtbot.waitSignal(layers.checked, timeout=60_000) as heard:
        layers.try_layer(trial)
    assert heard.args[0] == trial
    assert "not what differences say" in heard.args[1].seen.hint
    programs.forget_all()


def test_duplicates_and_files_keep_only_name_and_hash(user, tmp_path):
    tree = to_dict(with_layer(program("doubled"), "/a/own.py"))
    assert tree["layers"][1] == custom(program("doubled"), "/a/own.py")
