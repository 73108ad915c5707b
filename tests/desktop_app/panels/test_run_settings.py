"""Schedule, penalty and stop conditions in the settings panel, driven with mouse and keyboard."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from core.experiment import Experiment, with_value
from core.penalty import Penalty
from core.presets import load_preset
from core.schedules import SCHEDULES
from core.stopping import Stopping
from desktop_app.panels.fields import ChoiceEditor, LogNumberEditor
from desktop_app.panels.rate_curve import rates_over_epochs
from desktop_app.panels.summaries import penalty_summary, stopping_summary
from desktop_app.session import Session
from desktop_app.theme import theme
from tests.desktop_app.panels.settings_helpers import START, Keeper, choose, is_allowed, type_text

FOLDED = ("schedule", "penalty", "stopping")


@pytest.fixture
def keeper(qtbot: QtBot) -> Keeper:
    return Keeper(qtbot)


def unfold(keeper: Keeper, qtbot: QtBot, group: str) -> None:
    qtbot.mouseClick(keeper.section(group).header, Qt.MouseButton.LeftButton)
    assert keeper.section(group).form.isVisible()


def choices(keeper: Keeper, name: str) -> QComboBox:
    editor = keeper.section("stopping").form.editor(name)
    assert isinstance(editor, ChoiceEditor)
    return editor.box


def test_what_a_beginner_does_not_need_is_folded_and_says_what_it_holds(keeper: Keeper, qtbot: QtBot) -> None:
    for group, section in keeper.settings.sections.items():
        assert section.body.isVisible() == (group not in FOLDED and not section.form.is_empty)
    summaries = [keeper.section(group).summary for group in ("penalty", "stopping")]
    assert [label.text() for label in summaries] == ["off", "off"]
    assert all(label.isVisible() for label in summaries)
    for group in FOLDED:
        unfold(keeper, qtbot, group)
    assert not any(label.isVisible() for label in summaries)


@pytest.mark.parametrize("kind", [schedule.kind_name() for schedule in SCHEDULES[1:]])
def test_choosing_a_schedule_shows_its_settings_and_its_curve(keeper: Keeper, qtbot: QtBot, kind: str) -> None:
    choose(keeper.kinds("schedule"), kind)
    assert keeper.experiment.schedule.kind == kind
    plot = keeper.settings.rates.plot
    assert plot.isVisible()
    assert plot.rates[0] == pytest.approx(0.1, rel=0.05)
    assert plot.rates[-1] < plot.rates[0]
    assert plot.epochs[-1] == keeper.experiment.training.num_epochs
    assert keeper.section("schedule").form.editor("warmup_epochs").isVisible()


def test_a_schedule_that_comes_with_an_experiment_is_unfolded_once(keeper: Keeper, qtbot: QtBot) -> None:
    warm = with_value(START, "schedule.warmup_epochs", 2.0)
    keeper.show(warm)
    assert keeper.settings.rates.plot.isVisible()
    qtbot.mouseClick(keeper.section("schedule").header, Qt.MouseButton.LeftButton)
    keeper.show(with_value(warm, "training.num_epochs", 7))
    assert not keeper.settings.rates.plot.isVisible(), "who folds it again has seen it"


def test_the_curve_follows_rate_epochs_and_warm_up(keeper: Keeper, qtbot: QtBot) -> None:
    choose(keeper.kinds("schedule"), "factor")
    type_text(keeper.box("schedule.warmup_epochs"), "2")
    qtbot.keyClick(keeper.box("schedule.warmup_epochs"), Qt.Key.Key_Return)
    type_text(keeper.box("training.num_epochs"), "20")
    qtbot.keyClick(keeper.box("training.num_epochs"), Qt.Key.Key_Return)
    type_text(keeper.box("optimizer.learning_rate"), "0.25")
    qtbot.keyClick(keeper.box("optimizer.learning_rate"), Qt.Key.Key_Return)
    plot = keeper.settings.rates.plot
    assert plot.epochs[-1] == 20
    assert plot.rates[0] < 0.01
    # It rises for two epochs, in which the factor counts already.
    assert plot.rates.max() == pytest.approx(0.25, rel=0.05)
    assert np.interp(2.5, plot.epochs, plot.rates) == pytest.approx(0.25 * 0.9**2)
    assert "over 20 epochs" in plot.accessibleDescription()


def test_rates_are_those_that_a_run_will_take() -> None:
    experiment = with_value(START, "training", {"num_epochs": 3, "batch_size": 25})
    experiment = with_value(experiment, "schedule", {"kind": "factor", "every_epochs": 1.0, "factor": 0.5})
    epochs, rates = rates_over_epochs(experiment, num_train=100)
    # Four steps an epoch; each rate from the end of the step before to the end of its own.
    np.testing.assert_array_equal(rates, np.repeat([0.1] * 4 + [0.05] * 4 + [0.025] * 4, 2))
    np.testing.assert_array_equal(epochs, np.repeat(np.arange(13) / 4, 2)[1:-1])


def test_a_long_run_has_a_curve_of_few_points() -> None:
    experiment = with_value(START, "training", {"num_epochs": 100_000, "batch_size": 1})
    epochs, rates = rates_over_epochs(experiment, num_train=60_000)
    assert len(epochs) == len(rates) == 800
    assert (epochs[0], epochs[-1]) == (0, 100_000)


def test_the_curve_is_drawn_in_the_accent_colour(keeper: Keeper) -> None:
    choose(keeper.kinds("schedule"), "cosine")
    image = keeper.settings.rates.plot.grab().toImage()
    columns = [
        [y for y in range(image.height()) if image.pixelColor(x, y) == QColor(theme().accent)]
        for x in range(60, image.width() - 20)
    ]
    middles = [np.mean(rows) for rows in columns if rows]
    assert len(middles) > len(columns) / 2
    assert np.all(np.diff(middles) > -1), "a cosine only falls"
    assert middles[-1] - middles[0] > 40


def test_an_optimizer_without_a_learning_rate_has_no_curve_but_a_sentence(keeper: Keeper, qtbot: QtBot) -> None:
    choose(keeper.kinds("optimizer"), "adadelta")
    unfold(keeper, qtbot, "schedule")
    rates = keeper.settings.rates
    assert not rates.plot.isVisible()
    assert rates.note.text() == "AdaDelta pays no heed to a learning rate."
    choose(keeper.kinds("optimizer"), "nag")
    assert rates.plot.isVisible()
    assert not rates.note.isVisible()


def test_a_penalty_is_set_and_told_when_the_section_is_folded(keeper: Keeper, qtbot: QtBot) -> None:
    unfold(keeper, qtbot, "penalty")
    type_text(keeper.box("penalty.l2"), "0.01")
    qtbot.keyClick(keeper.box("penalty.l2"), Qt.Key.Key_Return)
    assert keeper.experiment.penalty.l2 == 0.01
    assert isinstance(keeper.section("penalty").form.editor("l1"), LogNumberEditor)
    qtbot.mouseClick(keeper.section("penalty").header, Qt.MouseButton.LeftButton)
    assert keeper.section("penalty").summary.isVisible()
    assert keeper.section("penalty").summary.text() == "L2 0.01"


def test_only_metrics_that_there_are_can_be_chosen(keeper: Keeper, qtbot: QtBot) -> None:
    expected = {
        "fashion_mnist": {"loss", "accuracy", "top3", "log_loss"},
        "iris": {"loss", "accuracy", "log_loss"},
        "linear_regression": {"loss", "rmse", "r2", "mae"},
    }
    unfold(keeper, qtbot, "stopping")
    for kind, offered in expected.items():
        keeper.show(with_value(START, "data.kind", kind))
        for name in ("watch", "target_metric"):
            box = choices(keeper, name)
            assert {box.itemData(i) for i in range(box.count()) if is_allowed(box, box.itemData(i))} == offered
    tip = box.itemData(box.findData("accuracy"), Qt.ItemDataRole.ToolTipRole)
    assert tip == "This data set and loss do not have it."


def test_a_metric_that_a_file_asks_for_in_vain_is_marked(keeper: Keeper) -> None:
    keeper.show(with_value(START, "stopping.watch", "rmse"))
    assert "do not have it. Choose another figure." in keeper.section("stopping").form.editor("watch").problem
    keeper.show(START)
    assert keeper.section("stopping").form.editor("watch").problem == ""


def test_what_does_not_matter_is_locked_until_it_does(keeper: Keeper, qtbot: QtBot) -> None:
    unfold(keeper, qtbot, "stopping")
    form = keeper.section("stopping").form
    assert not form.editor("watch").isEnabled()
    assert "Set the patience to 1 or more" in form.editor("watch").toolTip()
    type_text(keeper.box("stopping.patience"), "3")
    qtbot.keyClick(keeper.box("stopping.patience"), Qt.Key.Key_Return)
    assert form.editor("watch").isEnabled()
    assert not form.editor("target_value").isEnabled()
    choose(choices(keeper, "target"), "validation")
    choose(choices(keeper, "target_metric"), "accuracy")
    assert form.editor("target_value").isEnabled()
    type_text(keeper.box("stopping.target_value"), "0.9")
    qtbot.keyClick(keeper.box("stopping.target_value"), Qt.Key.Key_Return)
    assert keeper.experiment.stopping == Stopping(
        patience=3, target="validation", target_metric="accuracy", target_value=0.9
    )
    qtbot.mouseClick(keeper.section("stopping").header, Qt.MouseButton.LeftButton)
    assert keeper.section("stopping").summary.text() == "patience 3 · validation accuracy ≥ 0.9"


def test_a_refused_value_unfolds_its_section(keeper: Keeper) -> None:
    keeper.refuse("stopping.seconds", "stopping.seconds (Time limit (s)): -1 is out of range.")
    assert keeper.section("stopping").form.editor("seconds").isVisible()
    assert keeper.section("stopping").form.editor("seconds").problem == "-1 is out of range."


def test_every_edit_can_be_undone(keeper: Keeper, qtbot: QtBot) -> None:
    session = Session()
    session.begin(load_preset("digits-mlp"))
    for panel in (keeper.data, keeper.settings):
        panel.edited.disconnect(keeper.apply)
        panel.edited.connect(session.apply)
    session.experiment_changed.connect(keeper.show)
    keeper.show(session.experiment)
    before = session.experiment
    choose(keeper.kinds("schedule"), "cosine")
    unfold(keeper, qtbot, "penalty")
    type_text(keeper.box("penalty.l1"), "0.001")
    qtbot.keyClick(keeper.box("penalty.l1"), Qt.Key.Key_Return)
    unfold(keeper, qtbot, "stopping")
    choose(choices(keeper, "target"), "train")
    experiment: Experiment = session.experiment
    assert (experiment.schedule.kind, experiment.penalty.l1, experiment.stopping.target) == ("cosine", 0.001, "train")
    for _ in range(3):
        session.undo_stack.undo()
    assert session.experiment == before
    assert keeper.kinds("schedule").currentData() == "constant"
    assert keeper.box("penalty.l1").text() == "0"


@pytest.mark.parametrize(
    ("penalty", "expected"),
    [(Penalty(), "off"), (Penalty(l1=1e-5), "L1 1e-5"), (Penalty(l1=1.0, l2=0.5), "L1 1 · L2 0.5")],
)
def test_summaries_of_a_penalty(penalty: Penalty, expected: str) -> None:
    assert penalty_summary(penalty) == expected


@pytest.mark.parametrize(
    ("stopping", "expected"),
    [
        (Stopping(), "off"),
        (Stopping(watch="accuracy", target_metric="rmse", target_value=2.0), "off"),
        (Stopping(seconds=90.0), "90 s"),
        (Stopping(target="train", target_metric="rmse", target_value=2.0), "training RMSE ≤ 2"),
        (Stopping(target="validation", target_metric="r2", target_value=0.5), "validation R² ≥ 0.5"),
        (Stopping(patience=1, target="train", seconds=1.5), "patience 1 · training loss ≤ 0 · 1.5 s"),
    ],
)
def test_summaries_of_stop_conditions(stopping: Stopping, expected: str) -> None:
    assert stopping_summary(stopping) == expected
