from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar

from desktop_app.run_bar import Progress, RunBar


@pytest.fixture
def bar(qtbot):
    bar = RunBar()
    qtbot.addWidget(bar)
    bar.resize(1000, 50)
    bar.show()
    return bar


def texts(bar):
    return [label.text() for label in bar.findChildren(QLabel)]


@pytest.mark.parametrize(
    ("phase", "enabled"),
    [
        ("loading", set()),
        ("broken", set()),
        ("idle", {"train", "step_batch", "step_epoch"}),
        ("running", {"train", "stop", "reset"}),
        ("paused", {"train", "step_batch", "step_epoch", "stop", "reset"}),
        ("ended", {"train", "reset"}),
    ],
)
def test_only_what_is_possible_can_be_pressed(bar, phase, enabled):
    bar.show_phase(phase, "")
    names = {"train", "step_batch", "step_epoch", "stop", "reset"}
    assert {name for name in names if getattr(bar, name).isEnabled()} == enabled


def test_an_obstacle_closes_the_start_and_says_why(bar):
    bar.show_phase("idle", "No layer here can learn.")
    assert not bar.train.isEnabled()
    assert not bar.step_batch.isEnabled()
    assert bar.train.toolTip() == "No layer here can learn."


def test_an_obstacle_does_not_hold_up_a_run_that_goes_on(bar):
    bar.show_phase("running", "No layer here can learn.")
    assert bar.train.isEnabled()
    assert bar.train.text() == "Pause"


@pytest.mark.parametrize(
    ("name", "phase"),
    [("train", "idle"), ("reset", "paused"), ("stop", "running"), ("step_batch", "idle"), ("step_epoch", "paused")],
)
def test_a_click_emits_what_was_pressed(bar, qtbot, name, phase):
    bar.show_phase(phase, "")
    button = bar.widgetForAction(getattr(bar, name))
    with qtbot.waitSignal(getattr(bar, f"{name}_pressed")):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_holding_a_key_does_not_press_again_and_again(bar):
    assert not any(action.autoRepeat() for action in bar.actions() if action.text())


def test_progress_is_written_out(bar):
    bar.show_phase("running", "")
    bar.show_progress(Progress(3, 5, 0.62, 91234.4, 2.2))
    assert "Training · epoch 3 of 5 · 62 %" in texts(bar)
    assert "91,234 samples/s" in texts(bar)
    assert "2 s left" in texts(bar)
    visible = [child for child in bar.findChildren(QProgressBar) if child.isVisible()]
    assert [child.value() for child in visible] == [620]


@pytest.mark.parametrize(
    ("seconds", "text"), [(0.2, "0 s left"), (59.4, "59 s left"), (185, "3:05 min left"), (7800, "2:10 h left")]
)
def test_time_left_reads_as_people_say_it(bar, seconds, text):
    bar.show_progress(Progress(1, 5, 0.1, 10.0, seconds))
    assert text in texts(bar)


@pytest.mark.parametrize(
    ("phase", "ending", "word"),
    [
        ("paused", "", "Paused"),
        ("ended", "finished", "Finished"),
        ("ended", "stopped", "Stopped"),
        ("ended", "diverged", "Diverged"),
        ("ended", "failed", "Failed"),
    ],
)
def test_the_state_has_a_name(bar, phase, ending, word):
    bar.show_phase(phase, "")
    bar.show_progress(Progress(2, 5, 0.4, 10.0, None, ending))
    assert f"{word} · epoch 2 of 5 · 40 %" in texts(bar)


def test_a_run_that_was_stopped_early_looks_finished(bar):
    bar.show_phase("ended", "")
    bar.show_progress(Progress(15, 200, 1.0, 10.0, None, "finished", is_early=True))
    assert "Finished · epoch 15 (stopped early)" in texts(bar)
    visible = [child for child in bar.findChildren(QProgressBar) if child.isVisible()]
    assert [child.value() for child in visible] == [1000]


def test_a_narrow_bar_leaves_the_speed_out(bar):
    bar.show_phase("running", "")
    bar.show_progress(Progress(3, 5, 0.62, 91234.4, 2.2))
    (speed,) = (label for label in bar.findChildren(QLabel) if label.text() == "91,234 samples/s")
    assert not speed.isVisible()
    bar.resize(1280, 50)
    assert speed.isVisible()


def test_what_keeps_it_from_starting_is_written_where_one_looks(bar):
    bar.show_progress(Progress())
    bar.show_phase("idle", "No layer here can learn.")
    assert "No layer here can learn." in texts(bar)
    bar.show_phase("idle", "")
    assert "Ready" in texts(bar)


def test_a_long_sentence_does_not_widen_the_bar(bar):
    before = bar.minimumSizeHint().width()
    bar.show_phase("idle", "A very long sentence. " * 30)
    bar.layout().activate()
    assert bar.minimumSizeHint().width() == before


def test_while_mxnet_loads_a_busy_bar_says_so(bar):
    bar.show_phase("loading", "")
    assert "Loading MXNet…" in texts(bar)
    busy = [child for child in bar.findChildren(QProgressBar) if child.isVisible()]
    assert [(child.minimum(), child.maximum()) for child in busy] == [(0, 0)]


def test_the_train_button_does_not_change_its_width(bar):
    widths = set()
    for phase in ("idle", "running", "paused", "ended"):
        bar.show_phase(phase, "")
        bar.layout().activate()
        widths.add(bar.widgetForAction(bar.train).width())
    assert len(widths) == 1


def test_the_icon_for_the_accent_is_not_shown_on_the_ground_of_a_menu(bar):
    for phase in ("idle", "running"):
        bar.show_phase(phase, "")
        assert not bar.train.isIconVisibleInMenu()
    assert bar.reset.isIconVisibleInMenu()
