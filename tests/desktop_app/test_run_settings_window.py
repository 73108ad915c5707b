"""Schedule, penalty and stop conditions from the settings panel to the end of a run, in the real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from core.experiment import from_dict
from tests.desktop_app.test_app import User, close, open_laboratory

OVERFITS = {
    "data": {"kind": "gauss", "noise": 0.5, "num_samples": 200, "train_share": 0.2},
    "layers": [{"kind": "dense", "units": 64, "activation": "relu"}, {"kind": "dense"}],
    "optimizer": {"kind": "adam", "learning_rate": 0.05},
    "training": {"num_epochs": 200, "batch_size": 20},
}


@pytest.fixture
def user(qtbot, tmp_path):
    laboratory = open_laboratory(tmp_path, from_dict(OVERFITS))
    user = User(laboratory, qtbot)
    user.window.resize(1280, 720)
    user.wait(lambda: user.run.phase == "idle" and laboratory.data.parts is not None)
    yield user
    close(laboratory, qtbot)


def editor(user, group, name):
    """Return an editor, its section unfolded and scrolled to."""
    section = user.window.settings.sections[group]
    if not section.header.isChecked():
        user.click(section.header)
    return section.form.editor(name)


def test_early_stopping_ends_the_run_and_takes_back_the_best_epoch(user):
    user.type_into(editor(user, "stopping", "patience"), "5")
    assert user.session.experiment.stopping.patience == 5
    user.press(user.window.run_bar.train)
    user.wait(lambda: user.run.phase == "ended")
    history = user.run.history
    losses = [epoch.validation_loss for epoch in history.epochs]
    best = losses.index(min(losses)) + 1
    assert history.ended.best_epoch == best == len(losses) - 5
    banner = user.window.banner
    assert banner.isVisible()
    assert f"the parameters of epoch {best} again" in banner.label.text()
    assert f"After epoch {best}" in user.window.score_board.figures["validation"].toolTip()
    user.press(user.window.run_bar.reset)
    user.wait(lambda: not banner.isVisible())


def test_a_target_a_schedule_and_a_penalty_are_heeded_and_undone(user):
    before = user.session.experiment
    user.choose(user.window.settings.sections["schedule"].kinds, "Cosine")
    assert user.window.settings.rates.plot.isVisible()
    user.type_into(editor(user, "penalty", "l2"), "0.01")
    user.choose(editor(user, "stopping", "target").box, "training")
    user.choose(editor(user, "stopping", "target_metric").box, "Accuracy")
    user.type_into(editor(user, "stopping", "target_value"), "0.55")
    user.press(user.window.run_bar.train)
    user.wait(lambda: user.run.phase == "ended")
    history = user.run.history
    assert history.ended.message.endswith("the training accuracy has reached 0.55.")
    assert history.epochs[-1].train_accuracy >= 0.55
    rates = history.metric_series("train", "learning_rate")[1]
    assert all(rates < 0.05)
    for _ in range(5):
        user.qtbot.keyClick(user.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert user.session.experiment == before
    assert user.run.settings_changed


def test_a_penalty_is_changed_while_it_trains(user):
    penalty = editor(user, "penalty", "l1")
    user.press(user.window.run_bar.step_batch)
    user.wait(lambda: user.run.phase == "paused")
    user.type_into(penalty, "0.02")
    assert not user.run.settings_changed
    user.press(user.window.run_bar.step_batch)
    user.wait(lambda: len(user.run.history.changes) == 1)
    assert user.run.history.changes[0].settings.l1 == 0.02


def test_a_run_that_could_not_stop_is_not_begun(user):
    user.choose(user.window.data_panel.sections["data"].kinds, "Linear regression")
    user.type_into(editor(user, "stopping", "patience"), "3")
    user.wait(lambda: user.window.run_bar.train.toolTip() != "")
    assert user.session.experiment.data.kind == "linear_regression"
    assert not user.window.run_bar.train.isEnabled()
    assert "Early stopping watches the validation part" in user.window.run_bar.train.toolTip()
