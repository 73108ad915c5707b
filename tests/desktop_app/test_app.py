"""The real window with the real engine, driven with mouse and keyboard."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from core.engine import parameters
from core.experiment import Experiment, with_value
from core.presets import load_preset
from desktop_app.app import Laboratory
from desktop_app.preferences import Preferences
from tests.desktop_app.fakes import FakeDialogs

LEFT = Qt.MouseButton.LeftButton
TIMEOUT = 60_000


class User:
    """Presses keys and buttons of the window, and waits for what follows."""

    def __init__(self, laboratory, qtbot):
        self.lab, self.window, self.qtbot = laboratory, laboratory.window, qtbot
        self.run, self.session = laboratory.run, laboratory.session

    def click(self, widget):
        assert widget.isEnabled()
        self.qtbot.mouseClick(widget, LEFT)

    def press(self, action):
        self.click(self.window.run_bar.widgetForAction(action))

    def type_into(self, editor, text):
        box = editor.focusProxy() or editor
        self.click(box)
        self.qtbot.keyClick(box, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.qtbot.keyClicks(box, text)
        self.qtbot.keyClick(box, Qt.Key.Key_Return)

    def choose(self, combo, title):
        """Choose an entry of a combo box with the keyboard; letters belong together however slowly they come."""
        usual = QApplication.keyboardInputInterval()
        combo.setFocus()
        self.qtbot.keyClick(combo, title[0])
        QApplication.setKeyboardInputInterval(TIMEOUT)
        self.qtbot.keyClicks(combo, title[1:])
        QApplication.setKeyboardInputInterval(usual)
        self.qtbot.keyClick(combo, Qt.Key.Key_Return)

    def wait(self, condition):
        self.qtbot.waitUntil(condition, timeout=TIMEOUT)

    def card(self, position):
        return self.window.layer_stack.column.cards[position]

    def add(self, kind):
        self.click(self.window.layer_stack.add_buttons[kind])


def brief(preset):
    """Return an experiment whose runs end soon."""
    return with_value(load_preset(preset), "training.num_epochs", 3)


def open_laboratory(tmp_path, experiment, data_dir=None, workers=None):
    preferences = Preferences(tmp_path / "preferences")
    preferences.remember(experiment, None, False)
    laboratory = Laboratory(preferences, data_dir, dialogs=FakeDialogs(), workers=workers)
    laboratory.open()
    return laboratory


def close(laboratory, qtbot):
    laboratory.files._dialogs.answer = "discard"
    if not laboratory.window.isVisible():
        return
    with qtbot.waitSignal(laboratory.host.closed, timeout=TIMEOUT):
        laboratory.window.close()
    assert not laboratory.window.isVisible()
    laboratory.window.deleteLater()
    laboratory.deleteLater()


@pytest.fixture
def user(qtbot, tmp_path, fashion_mnist_dir):
    empty = Experiment(data=with_value(load_preset("mlp"), "data.num_train", 25_600).data)
    laboratory = open_laboratory(tmp_path, empty, fashion_mnist_dir)
    yield User(laboratory, qtbot)
    close(laboratory, qtbot)


def build_the_network(user):
    user.add("dense")
    user.type_into(user.card(0).editors["units"], "256")
    user.choose(user.card(0).editors["activation"].box, "ReLU")
    user.add("dropout")
    user.type_into(user.card(1).editors["rate"], "0.2")
    user.add("dense")
    layers = user.session.experiment.layers
    assert [layer.kind for layer in layers] == ["dense", "dropout", "dense"]
    assert (layers[0].units, layers[0].activation, layers[1].rate, layers[2].units) == (256, "relu", 0.2, "auto")


def assert_curves_show_the_history(user):
    history = user.run.history
    curves = user.window.curves
    per_epoch = history.started.batches_per_epoch
    ends = np.array([epoch.step for epoch in history.epochs]) / per_epoch
    for name in ("train_loss", "validation_loss", "train_accuracy", "validation_accuracy"):
        line = curves.lines[name.replace("accuracy", "lower")]
        np.testing.assert_allclose(line.x, ends)
        np.testing.assert_allclose(line.y, [getattr(epoch, name) for epoch in history.epochs])


def test_the_main_job_from_an_empty_stack_to_loaded_parameters(user, tmp_path):
    bar, run, window = user.window.run_bar, user.run, user.window
    assert not bar.train.isEnabled()
    build_the_network(user)
    user.type_into(window.settings.sections["optimizer"].form.editor("learning_rate"), "0.5")
    user.wait(lambda: bar.train.isEnabled() and user.lab.data.parts is not None)

    user.press(bar.step_epoch)
    user.wait(lambda: run.phase == "paused" and len(run.history.epochs) == 1)
    assert len(run.history.batch_steps) == 100
    assert_curves_show_the_history(user)

    user.press(bar.train)
    user.wait(lambda: len(run.history.batch_steps) > 105)
    user.press(bar.train)
    user.wait(lambda: run.phase == "paused")
    steps = len(run.history.batch_steps)
    user.press(bar.step_batch)
    user.wait(lambda: len(run.history.batch_steps) == steps + 1 and run.phase == "paused")

    user.type_into(window.settings.sections["optimizer"].form.editor("learning_rate"), "0.05")
    user.press(bar.step_batch)
    user.wait(lambda: len(run.history.batch_steps) == steps + 2 and run.phase == "paused")
    assert [change.settings.learning_rate for change in run.history.changes] == [0.05]
    assert not run.settings_changed

    user.press(bar.step_epoch)
    user.wait(lambda: run.phase == "paused" and len(run.history.epochs) == 2)
    accuracy = run.history.epochs[-1].validation_accuracy
    assert accuracy > 0.7
    user.press(bar.stop)
    user.wait(lambda: run.phase == "ended")
    assert run.history.ended.reason == "stopped"

    user.lab.files._dialogs.path = tmp_path / "net.params"
    with user.qtbot.waitSignal(user.lab.files.told, timeout=TIMEOUT):
        window.save_parameters_action.trigger()
    user.lab.files._dialogs.path = tmp_path / "mlp.gluonlab.json"
    user.qtbot.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert not user.session.is_modified
    saved = user.session.experiment
    assert set(parameters.read_arrays(tmp_path / "net.params")) == {"0.weight", "0.bias", "2.weight", "2.bias"}

    user.qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert user.session.experiment.layers == ()
    user.qtbot.keyClick(window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert user.session.experiment == saved
    user.wait(lambda: run.phase == "idle" and window.load_parameters_action.isEnabled())
    user.lab.files._dialogs.path = tmp_path / "net.params"
    with user.qtbot.waitSignal(user.lab.files.told, timeout=TIMEOUT) as told:
        window.load_parameters_action.trigger()
    assert told.args[0].endswith(f"validation accuracy {100 * accuracy:.2f} %")


def test_closing_while_it_trains_is_clean_and_remembers_the_experiment(user, tmp_path):
    build_the_network(user)
    user.wait(lambda: user.window.run_bar.train.isEnabled() and user.lab.data.parts is not None)
    experiment = user.session.experiment
    user.press(user.window.run_bar.train)
    user.wait(lambda: len(user.run.history.batch_steps) > 3)
    user.lab.files._dialogs.path = tmp_path / "kept.gluonlab.json"
    user.lab.files._dialogs.answer = "save"
    with user.qtbot.waitSignal(user.lab.host.closed, timeout=TIMEOUT):
        user.window.close()
    assert not user.window.isVisible()
    assert Preferences(tmp_path / "preferences").last()[0] == experiment
    assert QApplication.instance() is not None


@pytest.fixture
def digits_user(qtbot, tmp_path):
    laboratory = open_laboratory(tmp_path, brief("digits-mlp"))
    user = User(laboratory, qtbot)
    user.wait(lambda: user.window.run_bar.train.isEnabled())
    yield user
    close(laboratory, qtbot)


def test_divergence_is_explained_and_the_suggestion_taken_with_one_click(digits_user):
    user = digits_user
    user.type_into(user.window.settings.sections["optimizer"].form.editor("learning_rate"), "1000")
    user.press(user.window.run_bar.train)
    user.wait(lambda: user.run.phase == "ended")
    banner = user.window.banner
    assert user.run.history.ended.reason == "diverged"
    assert banner.isVisible()
    assert "diverged" in banner.label.text()
    user.click(banner.button)
    assert user.session.experiment.optimizer.learning_rate == 0.5
    user.wait(lambda: user.run.phase == "idle")
    assert not banner.isVisible()


def test_what_cannot_be_meant_keeps_a_run_from_starting(digits_user):
    user = digits_user
    editor = user.window.settings.sections["optimizer"].form.editor("learning_rate")
    user.type_into(editor, "abc")
    user.press(user.window.run_bar.train)
    assert user.run.phase == "idle"
    assert "Learning rate" in user.window.banner.label.text()
    user.type_into(editor, "0.3")
    user.press(user.window.run_bar.train)
    user.wait(lambda: user.run.phase == "ended")
    assert user.run.history.started.experiment.optimizer.learning_rate == 0.3


def test_the_status_speaks_of_the_present_run_only(digits_user):
    user = digits_user
    user.press(user.window.run_bar.train)
    user.wait(lambda: user.run.phase == "ended")
    assert "Finished" in user.window.status.text()
    board = user.window.score_board.figures
    assert board["test"].text() == f"{100 * user.run.history.ended.test_accuracy:.1f} %"
    user.press(user.window.run_bar.reset)
    assert user.window.status.text() == ""
    assert not any(figure.isVisible() for figure in board.values())


def test_the_parameters_of_a_small_network_are_told(digits_user):
    user = digits_user
    user.session.begin(load_preset("linear-regression"))
    user.wait(lambda: user.run.phase == "idle" and user.lab.data.parts is not None)
    user.press(user.window.run_bar.train)
    user.wait(lambda: user.run.phase == "ended")
    w, b = (values.ravel() for values in user.run.history.ended.parameters.values())
    np.testing.assert_allclose([*w, *b], [2, -3.4, 4.2], atol=0.01)
    assert f"0.bias {b[0]:.4f}" in user.window.status.text()


def test_a_table_of_ones_own_is_opened_learned_and_undone(digits_user, tmp_path):
    user = digits_user
    random = np.random.RandomState(0)
    points = random.normal(size=(200, 2))
    rows = [f"{a:.4f},{b:.4f},{'left' if a < b else 'right'}" for a, b in points]
    path = tmp_path / "points.csv"
    path.write_text("first,second,side\n" + "\n".join(rows) + "\n")
    user.session.begin(load_preset("digits-mlp"))
    before = user.session.experiment
    user.lab.files._dialogs.path = path
    user.qtbot.keyClick(
        user.window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    dialog = user.lab.front.own_data.dialog
    user.wait(dialog.use.isEnabled)
    user.click(dialog.use)
    facts = user.session.experiment.data.facts()
    assert (facts.task, facts.input_shape, facts.class_names) == ("classification", (2,), ("left", "right"))
    user.wait(lambda: user.lab.data.parts is not None and user.run.phase == "idle")
    user.press(user.window.run_bar.train)
    user.wait(lambda: user.run.phase == "ended")
    assert user.run.history.epochs[-1].validation_accuracy > 0.9
    user.session.undo_stack.undo()
    assert user.session.experiment == before


def test_pictures_in_folders_are_opened(digits_user, tmp_path):
    user = digits_user
    for name, grey in (("dark", 20), ("light", 230)):
        (tmp_path / "pictures" / name).mkdir(parents=True)
        for number in range(6):
            Image.new("L", (8, 8), grey + number).save(tmp_path / "pictures" / name / f"{number}.png")
    user.lab.files._dialogs.path = tmp_path / "pictures"
    user.window.open_images_requested.emit()
    dialog = user.lab.front.own_data.dialog
    user.wait(dialog.use.isEnabled)
    user.click(dialog.use)
    assert user.session.experiment.data.facts().class_names == ("dark", "light")
    user.wait(lambda: user.lab.data.parts is not None)


def test_settings_that_cannot_change_live_ask_for_a_reset(digits_user):
    user = digits_user
    user.press(user.window.run_bar.step_batch)
    user.wait(lambda: user.run.phase == "paused")
    user.type_into(user.window.settings.sections["training"].form.editor("batch_size"), "17")
    assert user.window.banner.isVisible()
    assert "Reset" in user.window.banner.label.text()
    user.click(user.window.banner.button)
    user.wait(lambda: user.run.phase == "idle")
    assert not user.window.banner.isVisible()
    assert user.run.history.started is None


def test_equal_seeds_give_equal_curves_in_the_window(digits_user):
    user = digits_user
    curves = []
    for _ in range(2):
        user.press(user.window.run_bar.step_epoch)
        user.wait(lambda: user.run.phase == "paused")
        curves.append(user.run.history.batch_loss.tolist())
        user.press(user.window.run_bar.reset)
        user.wait(lambda: user.run.phase == "idle")
    assert curves[0] == curves[1]


def test_samples_show_predictions_once_somebody_looks(digits_user):
    user = digits_user
    user.press(user.window.run_bar.step_epoch)
    user.wait(lambda: user.run.phase == "paused" and user.lab.data.parts is not None)

    def show_the_data():
        user.qtbot.keyClick(user.window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)

    per_epoch = user.run.history.started.batches_per_epoch
    for number, look in enumerate((show_the_data, lambda: user.press(user.window.run_bar.step_epoch)), start=1):

        def is_of_the_epoch(predicted, steps=number * per_epoch):
            # One that was asked for before may come first.
            return predicted is not None and predicted.step == steps

        with user.qtbot.waitSignal(
            user.lab.predictions.predicted, timeout=TIMEOUT, check_params_cb=is_of_the_epoch
        ) as predicted:
            look()
        user.wait(lambda number=number: len(user.run.history.epochs) == number and user.run.phase == "paused")
        accuracy = np.mean(predicted.args[0].outputs.argmax(1) == user.lab.data.parts.validation.y)
        assert accuracy == pytest.approx(user.run.history.epochs[-1].validation_accuracy)


def test_a_number_that_was_typed_but_not_confirmed_counts(digits_user):
    user = digits_user
    editor = user.window.settings.sections["training"].form.editor("num_epochs")
    box = editor.focusProxy() or editor
    user.click(box)
    user.qtbot.keyClick(box, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    user.qtbot.keyClicks(box, "1")
    user.qtbot.keyClick(user.window, Qt.Key.Key_F5)
    user.wait(lambda: user.run.phase == "ended")
    assert len(user.run.history.epochs) == 1


def test_missing_data_offer_the_download_and_close_the_start(qtbot, tmp_path, monkeypatch):
    monkeypatch.delenv("GLUON_LAB_DATA", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "nothing"))
    laboratory = open_laboratory(tmp_path, load_preset("mlp"))
    user = User(laboratory, qtbot)
    user.wait(lambda: laboratory.host.phase == "idle" and bool(laboratory.run.data_obstacle))
    source = laboratory.window.data_panel.source
    user.wait(source.isVisible)
    assert not laboratory.window.run_bar.train.isEnabled()
    assert laboratory.run.data_obstacle in laboratory.window.run_bar.train.toolTip()
    close(laboratory, qtbot)


def test_runs_are_compared_named_deleted_and_taken_back(user, tmp_path):
    window, control, panel = user.window, user.lab.runs, user.window.runs
    user.session.begin(with_value(brief("circle"), "name", "Ring"))
    user.wait(lambda: window.run_bar.train.isEnabled() and user.lab.data.parts is not None)
    for rate in (None, "0.5"):
        if rate is not None:
            user.press(window.run_bar.reset)
            user.type_into(window.settings.sections["optimizer"].form.editor("learning_rate"), rate)
            user.wait(lambda: user.run.phase == "idle" and window.run_bar.train.isEnabled())
        before = len(control.runs)
        user.press(window.run_bar.train)
        user.wait(lambda before=before: len(control.runs) == before + 1)
    window.tabs.setCurrentWidget(window.mistakes)
    assert window.mistakes.confusion.what.text().startswith("Validation part, at the end (epoch ")
    assert int(user.run.history.ended.confusion.sum()) == user.run.history.started.num_validation
    window.tabs.setCurrentWidget(window.curves_tab)
    assert [run.name for run in control.runs] == ["Ring", "Ring · learning rate 0.5"]
    assert control.differs(control.runs.runs[1]) == ("learning rate 0.03 → 0.5",)
    viewport, first = panel.list.viewport(), panel.list.visualRect(panel.model.index(1))
    user.qtbot.mouseClick(viewport, LEFT, pos=panel.list.delegate.check_rect(first).center())
    assert [overlay.run.name for overlay in window.curves.overlays.shown] == ["Ring"]
    assert window.curves.legend.entries[-1].text == "Ring"
    user.qtbot.mouseClick(viewport, LEFT, pos=first.center())
    user.qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert user.session.experiment.optimizer.learning_rate == 0.03
    user.session.undo_stack.undo()
    assert user.session.experiment.optimizer.learning_rate == 0.5
    user.qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
    assert [run.name for run in control.runs] == ["Ring · learning rate 0.5"]
    assert window.curves.overlays.shown == []
    assert window.banner.label.text() == "The run “Ring” was deleted."
    user.click(window.banner.button)
    assert [run.name for run in control.runs] == ["Ring", "Ring · learning rate 0.5"]
    assert [overlay.run.name for overlay in window.curves.overlays.shown] == ["Ring"]
    user.lab.files._dialogs.path = tmp_path / "runs.csv"
    user.click(panel.buttons[panel.export])
    assert (tmp_path / "runs.csv").read_text().count("\n") == 3


def test_runs_are_there_after_a_restart(qtbot, tmp_path):
    laboratory = open_laboratory(tmp_path, brief("xor"))
    user = User(laboratory, qtbot)
    user.wait(lambda: user.window.run_bar.train.isEnabled())
    user.press(user.window.run_bar.train)
    user.wait(lambda: len(laboratory.runs.runs) == 1)
    user.click(user.window.curves_tab.runs_button)
    close(laboratory, qtbot)
    again = open_laboratory(tmp_path, brief("xor"))
    qtbot.waitUntil(lambda: len(again.runs.runs) == 1, timeout=TIMEOUT)
    assert again.window.runs.title.text() == "Runs (1)"
    assert not again.window.runs.isVisible()
    close(again, qtbot)
